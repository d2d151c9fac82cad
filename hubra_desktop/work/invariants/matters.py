"""Rules of matters: a case number, however written, is one matter's, aliases counted."""

from typing import Final

from sqlalchemy import select

from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.tables import MATTER, MATTER_ALIAS
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import rewritten

_KINDS: Final = ("matter", "matter_alias")


def check_case_numbers(touched: Touched) -> None:
    """Refuse a number that another matter has, or that the matter has already."""
    written = {
        row_id: image["case_number"]
        for kind in _KINDS
        for row_id, image in touched.now(kind).items()
        if row_id in rewritten(touched, kind, "case_number") and image["case_number"].strip()
    }
    if not written:
        return
    bearers = _bearers(touched)
    for row_id, number in written.items():
        others = [title for other, title in bearers.get(number_key(number), ()) if other != row_id]
        if others:
            raise refusal(
                "Ärendet {title} har redan diarienumret {number}. Ett nummer hör till ett ärende: "
                "är de samma tar du bort det ena först.",
                title=quoted(others[0]),
                number=number,
                field="case_number",
            )


def _bearers(touched: Touched) -> dict[tuple[object, ...], list[tuple[str, str]]]:
    """Return by number the rows that bear it, each with its matter's title, or number."""
    matter, alias = MATTER.c, MATTER_ALIAS.c
    called = (matter.title, matter.case_number.label("own"))
    own = select(matter.id, matter.case_number, *called)
    other = select(alias.id, alias.case_number, *called).join(MATTER, matter.id == alias.matter_id)
    found: dict[tuple[object, ...], list[tuple[str, str]]] = {}
    for query in (own, other):
        for row in touched.reader.execute(query):
            key = number_key(row.case_number)
            found.setdefault(key, []).append((row.id, row.title or row.own))
    return found
