"""The register's ledger, grants, activities, measurements and meetings as tables.

What is told here of a row is what an import compares with: a table that is read back as
it was written changes nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.exchange.tables import SHAPES, TableName, written
from hubra_desktop.model.indicators.terms import Missing
from hubra_desktop.model.indicators.values import unit_of
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.eligibility import papers_text
from hubra_desktop.model.money.grant_list import elsewhere
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.money import Association, Grant, GrantDecision, LedgerEntry
from hubra_desktop.model.records.plan import Activity, Occasion
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import ACTIVITY, LEDGER_ENTRY, MANDATE, MEETING, REGISTER
from hubra_desktop.work.queries.grants import (
    Applicant,
    GrantRow,
    association_rows,
    grant_rows,
)
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import today as register_day
from hubra_desktop.work.table_attendance import attendance_table_rows
from hubra_desktop.work.table_follow_ups import follow_up_table_rows
from hubra_desktop.work.table_matters import matter_table_rows
from hubra_desktop.work.table_names import Names
from hubra_desktop.work.table_rates import rate_table_rows
from hubra_desktop.work.table_reported import reported_table_rows
from hubra_desktop.work.table_stays import stay_table_rows

RowValues = dict[str, Any]

NO_PLACE = "–"
"""What stands for an occasion whose place is not known."""


def export_table(
    reader: Connection, name: TableName, year: int | None = None, *, xlsx: bool = False
) -> bytes:
    """Return a table as a CSV or XLSX file: that of a year, or of all years."""
    shape = SHAPES[name]
    headings = [column.heading for column in shape.columns]
    guarded = guard(reader)
    rows = [written(shape, guarded.value(row)) for row in table_rows(reader, name, year)]
    if not xlsx:
        return write_csv(headings, rows)
    from hubra_desktop.exchange.xlsx_file import write_xlsx

    return write_xlsx(shape.title, headings, rows)


def table_rows(reader: Connection, name: TableName, year: int | None = None) -> Iterator[RowValues]:
    """Yield what a table tells, row by row, by the keys of its columns."""
    yield from _TOLD[name](reader, year)


def _ledger_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    names = Names(reader)
    where = () if year is None else (LEDGER_ENTRY.c.year == year,)
    for entry in records(reader, LedgerEntry, *where, order=(LEDGER_ENTRY.c.number,)):
        yield entry_values(entry, names)


def _grants_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    names = Names(reader)
    for row in sorted(grant_rows(reader, year), key=lambda row: row.sheet.year):
        yield from _grant_values(row, names)


def _activity_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    names = Names(reader)
    where = () if year is None else (ACTIVITY.c.year == year,)
    order = (ACTIVITY.c.year, ACTIVITY.c.position)
    for activity in records(reader, Activity, *where, order=order):
        yield activity_values(activity, names)


def _measurement_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    for indicator in indicators(reader):
        yield from _indicator_rows(indicator, year)


def _meeting_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    for meeting in own_meetings(reader):
        if year is None or meeting.date.year == year:
            yield meeting_values(meeting)


def _association_rows(reader: Connection, _year: int | None) -> Iterator[RowValues]:
    """Yield every association: what is known of one is of no year."""
    for row in association_rows(reader):
        yield association_values(row.applicant) | {
            "papers": papers_text(row.applicant.association, register_day(reader), swedish),
            "paid": row.totals.paid,
            "rest": row.totals.rest,
        }


def _people_rows(reader: Connection, year: int | None) -> Iterator[RowValues]:
    """Yield everybody, a row for each mandate: of a year those who serve in it."""
    names = Names(reader)
    held: dict[str, list[Mandate]] = {}
    from_first = (MANDATE.c.valid_from.nulls_first(), MANDATE.c.id)
    for mandate in records(reader, Mandate, order=from_first):
        held.setdefault(mandate.person_id, []).append(mandate)
    for person in by_words(records(reader, Person), lambda each: each.name):
        mandates = [each for each in held.get(person.id, ()) if _serves_in(each, year)]
        for mandate in mandates:
            yield person_values(person) | mandate_values(mandate, names)
        if not mandates and year is None:
            yield person_values(person)


def _serves_in(mandate: Mandate, year: int | None) -> bool:
    if year is None:
        return True
    first, last = mandate.valid_from, mandate.valid_to
    return (first is None or first.year <= year) and (last is None or last.year >= year)


_TOLD: Mapping[TableName, Callable[[Connection, int | None], Iterator[RowValues]]] = {
    TableName.LEDGER: _ledger_rows,
    TableName.GRANTS: _grants_rows,
    TableName.ACTIVITIES: _activity_rows,
    TableName.MEASUREMENTS: _measurement_rows,
    TableName.MEETINGS: _meeting_rows,
    TableName.PEOPLE: _people_rows,
    TableName.ASSOCIATIONS: _association_rows,
    TableName.MATTERS: matter_table_rows,
    TableName.FOLLOW_UPS: follow_up_table_rows,
    TableName.REPORTED: reported_table_rows,
    TableName.ATTENDANCE: attendance_table_rows,
    TableName.RATES: rate_table_rows,
    TableName.STAYS: stay_table_rows,
}


def own_meetings(reader: Connection) -> tuple[Meeting, ...]:
    """Return the meetings of the register's own body by day, without their agendas."""
    own = select(REGISTER.c.own_body_id).scalar_subquery()
    where = MEETING.c.body_id == own
    return tuple(
        records(reader, Meeting, where, order=(MEETING.c.date, MEETING.c.start.nulls_last()))
    )


PERSON_FIELDS = (
    "name", "title", "unit", "email", "phone", "postal_address", "way", "protected",
    "distinction", "note",
)  # fmt: skip
MANDATE_FIELDS = ("role", "party", "group", "seat", "rank", "valid_from", "valid_to")


def person_values(person: Person) -> RowValues:
    """Return what the table of people tells of a person, apart from what they serve."""
    return {"id": person.id, **{name: getattr(person, name) for name in PERSON_FIELDS}}


def mandate_values(mandate: Mandate, names: Names) -> RowValues:
    """Return what the table of people tells of a mandate."""
    values: RowValues = {name: getattr(mandate, name) for name in MANDATE_FIELDS}
    return values | {
        "body": names.bodies.get(mandate.body_id, ""),
        "represents": names.bodies.get(mandate.represents_id or "", ""),
    }


ASSOCIATION_FIELDS = (
    "organisation_number", "bank_giro", "plus_giro", "giro_in_own_name", "statutes_received",
    "signatory", "annual_meeting", "valid_until", "asked_again", "contact", "email", "phone",
    "postal_address", "note",
)  # fmt: skip


def association_values(applicant: Applicant) -> RowValues:
    """Return what the table of associations tells of one; its id is the body's."""
    known = applicant.association or Association()
    values: RowValues = {name: getattr(known, name) for name in ASSOCIATION_FIELDS}
    return values | {"id": applicant.body.id, "name": applicant.body.name}


MEETING_FIELDS = ("date", "start", "end", "place", "note")


def meeting_values(meeting: Meeting) -> RowValues:
    """Return what the table of meetings tells of one."""
    values: RowValues = {name: getattr(meeting, name) for name in MEETING_FIELDS}
    return values | {"id": meeting.id, "state": swedish_word(meeting.state)}


def entry_values(entry: LedgerEntry, names: Names) -> RowValues:
    """Return what the ledger's table tells of a row."""
    return {
        "id": entry.id,
        "number": entry.number,
        "year": entry.year,
        "date": entry.date,
        "post": names.post(entry.post_id),
        "kind": entry.kind,
        "amount_ore": entry.amount_ore,
        "counterpart": entry.counterpart,
        "grant": names.grants.get(entry.grant_id or "", ""),
        "original": names.numbers.get(entry.original_id or ""),
        "voucher": entry.voucher,
        "year_concerned": entry.year_concerned,
        "text": entry.text,
    }


GRANT_FIELDS = (
    "id", "year", "title", "kind", "purpose", "case_number", "applied_on", "applied_ore",
    "retracted_on", "contact", "project_from", "project_to", "conditions", "report_due",
    "report_received", "accounted_ore", "verdict", "assessment", "outcome", "outcome_reason",
    "ended_on", "note",
)  # fmt: skip
DECISION_FIELDS = {
    "decision_kind": "kind",
    "decision_year": "year",
    "decision_date": "date",
    "decision_ore": "amount_ore",
    "decided_by": "decided_by",
    "formal": "formal",
    "section": "section",
    "reported_to": "reported_to",
    "last_day": "last_day",
    "reference": "reference",
    "decision_reason": "reason",
}
"""The fields of a decision by the keys of the columns that tell them."""


def grant_values(grant: Grant, names: Names) -> RowValues:
    """Return what the table of grants tells of a grant, apart from its decisions."""
    values: RowValues = {name: getattr(grant, name) for name in GRANT_FIELDS}
    post = names.post(grant.post_id)
    return values | {"body": names.bodies.get(grant.body_id, ""), "post": post}


def decision_values(decision: GrantDecision) -> RowValues:
    """Return what the table of grants tells of a decision."""
    return {key: getattr(decision, name) for key, name in DECISION_FIELDS.items()}


def _grant_values(row: GrantRow, names: Names) -> Iterator[RowValues]:
    """Yield a row for each decision; what is computed stands in the first alone."""
    values = grant_values(row.sheet, names)
    now = row.standing
    apart = elsewhere([(row.sheet, row.ledger)])
    sums: RowValues = {
        "state": swedish_word(now.state),
        "granted": now.granted if now.granted_known else None,
        "granted_least": None if now.granted_known else now.granted or None,
        "paid": now.paid,
        "repaid": now.repaid,
        "net": now.net,
        "paid_elsewhere": sum(each.paid for each in apart) or None,
        "repaid_elsewhere": sum(each.repaid for each in apart) or None,
    }
    decisions = [decision_values(each) for each in row.sheet.decisions] or [{}]
    yield values | decisions[0] | sums
    for each in decisions[1:]:
        yield values | each


ACTIVITY_FIELDS = (
    "id", "year", "title", "kind", "period", "starts", "ends", "state", "reason",
    "responsible", "partners", "council_role", "participants", "exactness",
    "participants_note", "report_text",
)  # fmt: skip


def activity_values(activity: Activity, names: Names) -> RowValues:
    """Return what the table of activities tells of an activity."""
    values: RowValues = {name: getattr(activity, name) for name in ACTIVITY_FIELDS}
    numbers = {area.id: area.number or area.title for area in names.areas(activity.year)}
    main = [numbers.get(each.area_id, "") for each in activity.areas if each.main]
    further = [numbers.get(each.area_id, "") for each in activity.areas if not each.main]
    return values | {
        "area": main[0] if main else "",
        "further": ", ".join(each for each in further if each),
        "places": places_text(activity.occasions),
        "occasions": len(activity.occasions),
        "exactness": None if activity.participants is None else activity.exactness,
    }


def places_text(occasions: tuple[Occasion, ...]) -> str:
    """Return where an activity was done: ``Vårby gård; Visättra``, a dash where not known."""
    return "; ".join(each.place.replace(";", ",") or NO_PLACE for each in occasions)


def _indicator_rows(indicator: Indicator, year: int | None) -> Iterator[RowValues]:
    for value in indicator.measurements:
        if year is None or value.year == year:
            yield measurement_values(indicator, value)


def measurement_values(indicator: Indicator, value: Measurement) -> RowValues:
    """Return what the table of measurements tells of a value."""
    return {
        "indicator": indicator.name,
        "year": value.year,
        "group": value.group,
        "value": _value_text(value),
        "missing": None if value.missing is Missing.NO else value.missing,
        "incomparable": value.incomparable,
        "note": value.note,
        "evidence": value.evidence,
        "unit": swedish_word(unit_of(indicator, value.group)),
        "source": indicator.source,
    }


def _value_text(value: Measurement) -> str | None:
    """Return a value with a decimal comma and no marks between its thousands."""
    if value.value_thousandths is None:
        return None
    whole, part = divmod(abs(value.value_thousandths), 1000)
    sign = "-" if value.value_thousandths < 0 else ""
    return f"{sign}{whole}" + (f",{part:03}".rstrip("0") if part else "")
