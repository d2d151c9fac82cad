"""The associations that apply for money, or may, shown in the terminal."""

import datetime as dt
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.eligibility import is_outdated, missing_papers, papers_text
from hubra_desktop.model.money.totals import sum_text
from hubra_desktop.model.records.money import Association
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.grants import AssociationRow, association_rows
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.table_exports import ASSOCIATION_FIELDS


def show_associations(reader: Reader) -> tuple[str, dict[str, Any]]:
    """Return all associations as text and for JSON; raises InputError when there are none."""
    rows = association_rows(reader)
    if not rows:
        raise InputError("Det finns inga föreningar i registret.")
    today = register_day(reader)
    text = "\n".join(["Föreningar", "", *(line for row in rows for line in _lines(row, today))])
    return text, {"associations": [_json(row, today) for row in rows]}


def _lines(row: AssociationRow, today: dt.date) -> list[str]:
    known, sums = row.applicant.association or Association(), row.totals
    giro = (f"bankgiro {known.bank_giro}" if known.bank_giro else "",
            f"plusgiro {known.plus_giro}" if known.plus_giro else "")  # fmt: skip
    facts = (known.organisation_number, *giro, known.signatory)
    valid = f", gäller till {known.valid_until}" if known.valid_until else ""
    lines = [f"{row.applicant.body.name}  [{row.applicant.body.id}]"]
    lines.append(f"  {capitalised(papers_text(row.applicant.association, today, swedish))}{valid}")
    if any(facts):
        lines.append(f"  {', '.join(each for each in facts if each)}")
    if sums.count:
        lines.append(
            f"  {sums.count} bidrag, beviljat {sum_text(sums.granted, known=sums.granted_known)}, "
            f"utbetalt {kronor(sums.paid)}, återbetalt {kronor(sums.repaid)}"
        )
    return lines


def _json(row: AssociationRow, today: dt.date) -> dict[str, Any]:
    known, sums = row.applicant.association, row.totals
    return {
        "id": row.applicant.body.id,
        "name": row.applicant.body.name,
        **json_values(known or Association(), *ASSOCIATION_FIELDS),
        "missing": list(missing_papers(known, today, swedish)),
        "outdated": known is not None and is_outdated(known, today),
        "grants": sums.count,
        "paid_ore": sums.paid,
        "repaid_ore": sums.repaid,
        "rest_ore": sums.rest,
    }
