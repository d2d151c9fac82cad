"""Who took part in a § that was approved at once stands, while the meeting goes on after it.

Attendance, stays, and the order of the agenda still change then. What is told of those §§
is computed from what there was before a transaction and from what there is after it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import stay_at
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.section_presence import presence_by_section
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Disqualification, Section
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.journal import typed
from hubra_desktop.store.reading import some_at_a_time
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.invariants.kinds import Touched

OF_PRESENCE: Final = frozenset(
    {"attendance", "attendance_stay", "agenda_item", "agenda_run", "section"}
)
"""The kinds whose rows tell who was inside at a §."""

_Row = Mapping[str, Any]
_Told = frozenset[tuple[object, ...]]


def check_presence_at_once(touched: Touched) -> None:
    """Refuse what changes who took part, served or was afar at a § that was approved at once."""
    for meeting_id in _meetings(touched):
        approved = _approved_at_once(touched.reader, meeting_id)
        if not approved:
            continue
        was, now = (_told(_Rows(touched, before=before), meeting_id) for before in (True, False))
        for section_id, (name, day) in approved.items():
            if was.get(section_id, now[section_id]) != now[section_id]:
                raise refusal(
                    "{section} justerades omedelbart {day}, och vilka som var med då ändras "
                    "inte. Anteckna det vid en senare punkt, eller öppna protokollet på nytt i "
                    "delen Justering.",
                    section=name,
                    day=day_in_words(day),
                )


def _meetings(touched: Touched) -> set[str]:
    images = [image for each in touched.rows for image in each.images]
    found = {image["meeting_id"] for image in images if "meeting_id" in image}
    attendance = TABLES["attendance"].c
    listed = {image["attendance_id"] for image in images if "attendance_id" in image}
    for some in some_at_a_time(listed):
        own = select(attendance.meeting_id).where(attendance.id.in_(some))
        found |= set(touched.reader.scalars(own))
    return found


def _approved_at_once(reader: Connection, meeting_id: str) -> dict[str, tuple[str, dt.date]]:
    """Return the §§ of a meeting that were approved at once, as they are called, and when."""
    section, approval = TABLES["section"].c, TABLES["approval"].c
    done = select(section.id, section.number, section.heading, approval.done).where(
        section.meeting_id == meeting_id, section.approval_id == approval.id,
        approval.done.is_not(None),
    )  # fmt: skip
    return {
        row.id: (number_words([row.number]) if row.number else quoted(row.heading), row.done)
        for row in reader.execute(done)
    }


class _Rows:
    """Rows of the kinds that were touched: as they were before the transaction, or are now."""

    def __init__(self, touched: Touched, *, before: bool) -> None:
        self._touched, self._before = touched, before

    def of(self, kind: str, column: str, values: Iterable[str]) -> list[_Row]:
        """Return the rows that name one of these, in their places."""
        table, wanted = TABLES[kind], set(values)
        found: dict[str, _Row] = {}
        for some in some_at_a_time(wanted):
            chosen = select(table).where(table.c[column].in_(some))
            found |= {row["id"]: row for row in self._touched.reader.execute(chosen).mappings()}
        for each in self._touched.rows if self._before else ():
            if each.kind == kind:
                found.pop(each.row_id, None)
                if each.before is not None and each.before[column] in wanted:
                    found[each.row_id] = typed(table, each.before)
        return sorted(found.values(), key=lambda row: (row.get("position") or 0, row["id"]))


def _told(rows: _Rows, meeting_id: str) -> dict[str, _Told]:
    """Return what is told of those who were inside at each § of a meeting, by the §§."""
    people = _with(
        Attendance, "stays", rows.of("attendance", "meeting_id", [meeting_id]),
        rows, AttendanceStay, "attendance_id",
    )  # fmt: skip
    sections = _with(
        Section, "disqualifications", rows.of("section", "meeting_id", [meeting_id]),
        rows, Disqualification, "section_id",
    )  # fmt: skip
    order = handled_order(
        [Item(id=row["id"]) for row in rows.of("agenda_item", "meeting_id", [meeting_id])],
        [_made(AgendaRun, row) for row in rows.of("agenda_run", "meeting_id", [meeting_id])],
    )
    names = {each.id: each.name for each in people}
    present = [each for each in people if each.status is AttendanceStatus.PRESENT]
    return {
        section_id: frozenset(_said(each.inside, each.voters, each.row_id, order, names))
        for section_id, each in presence_by_section(sections, present, order).items()
    }


def _said(
    inside: Collection[Attendance],
    voters: Collection[Attendance],
    row_id: str | None,
    order: tuple[str, ...],
    names: Mapping[str, str],
) -> Iterator[tuple[object, ...]]:
    """Yield what is told of each who is inside: what they are called, how, and for whom."""
    for each in inside:
        stay = stay_at(each, row_id, order)
        assert stay is not None
        called = (each.id, each.name, each.title, each.unit, each.party, each.role)
        served = names.get(stay.serves_for_id or "")
        yield (*called, each in voters, stay.remote, served)


def _with(
    record: type, name: str, owners: list[_Row], rows: _Rows, part: type, column: str
) -> list[Any]:
    """Return records with the rows of one of the lists that they own."""
    owned: dict[str, list[Any]] = defaultdict(list)
    for row in rows.of(KINDS[part], column, [each["id"] for each in owners]):
        owned[row[column]].append(_made(part, row))
    return [_made(record, each, **{name: tuple(owned[each["id"]])}) for each in owners]


def _made(record: type, row: _Row, **lists: Any) -> Any:  # noqa: ANN401
    named = {name: row[name] for name in fields_of(record) if name in row}
    return record(**named, **lists)
