"""Who took part in a § that was approved at once, and when, stands while the meeting goes on.

Attendance, stays, and the order of the agenda still change then. What is told of those §§
is computed from what there was before a transaction and from what there is after it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.attendance.handled_order import handled_order
from hubra_desktop.model.attendance.presence import stay_at
from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.minutes_words import movements, times_out
from hubra_desktop.model.minutes.section_presence import (
    SectionPresence,
    handled_times,
    presence_by_section,
)
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Disqualification, Section
from hubra_desktop.model.records.rulebook import BodyRules
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
_Clocks = dict[str, object]


class _Approved(NamedTuple):
    """A § that was approved at once: what it is called, when it was done, and by which approval."""

    name: str
    done: dt.date
    approval_id: str


def check_presence_at_once(touched: Touched) -> None:
    """Refuse what changes who took part in a § that was approved at once, and its clock times."""
    for meeting_id in _meetings(touched):
        approved = _approved_at_once(touched.reader, meeting_id)
        if not approved:
            continue
        before, after = (_view(_Rows(touched, before=back), meeting_id) for back in (True, False))
        was, now = _told(before), _told(after)
        said, says = _clocks(before, approved), _clocks(after, approved)
        for section_id, each in approved.items():
            if was.get(section_id, now[section_id]) != now[section_id]:
                raise refusal(
                    "{section} justerades omedelbart {day}, och vilka som var med då ändras "
                    "inte. Anteckna det vid en senare punkt, eller öppna protokollet på nytt i "
                    "delen Justering.",
                    section=each.name,
                    day=day_in_words(each.done),
                )
            if any(says[section_id].get(key) != told for key, told in said[section_id].items()):
                raise refusal(
                    "{section} justerades omedelbart {day}, och klockslagen i den ändras inte. "
                    "Öppna protokollet på nytt i delen Justering om de är fel.",
                    section=each.name,
                    day=day_in_words(each.done),
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


def _approved_at_once(reader: Connection, meeting_id: str) -> dict[str, _Approved]:
    """Return the §§ of a meeting that were approved at once, by their ids."""
    section, approval = TABLES["section"].c, TABLES["approval"].c
    done = select(section.id, section.number, section.heading, approval.done,
                  section.approval_id).where(
        section.meeting_id == meeting_id, section.approval_id == approval.id,
        approval.done.is_not(None),
    )  # fmt: skip
    return {
        row.id: _Approved(
            number_words([row.number]) if row.number else quoted(row.heading),
            row.done,
            row.approval_id,
        )
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


def _view(rows: _Rows, meeting_id: str) -> MinutesView:
    """Return what minutes tell of who was there: the people, the §§, and when those were."""
    people = _with(
        Attendance, "stays", rows.of("attendance", "meeting_id", [meeting_id]),
        rows, AttendanceStay, "attendance_id",
    )  # fmt: skip
    sections = _with(
        Section, "disqualifications", rows.of("section", "meeting_id", [meeting_id]),
        rows, Disqualification, "section_id",
    )  # fmt: skip
    items = [Item(id=row["id"]) for row in rows.of("agenda_item", "meeting_id", [meeting_id])]
    runs = [_made(AgendaRun, row) for row in rows.of("agenda_run", "meeting_id", [meeting_id])]
    order = handled_order(items, runs)
    present = [each for each in people if each.status is AttendanceStatus.PRESENT]
    there = presence_by_section(sections, present, order)
    known = {each.id: each for each in sections}
    return MinutesView(
        meeting=Meeting(id=meeting_id, date=dt.date.min),
        rules=BodyRules(body_id=""),
        attendances=tuple(people),
        order=order,
        section_rows=tuple(each.row_id for each in there.values() if each.row_id is not None),
        sections=tuple(
            _section_view(known[section_id], each, runs)
            for section_id, each in there.items()
        ),
    )  # fmt: skip


def _section_view(
    section: Section, there: SectionPresence, runs: Sequence[AgendaRun]
) -> SectionView:
    started, ended = handled_times(runs, section.item_id)
    return SectionView(
        section=section, row_id=there.row_id, started=started, ended=ended,
        inside=there.inside, voters=there.voters,
    )  # fmt: skip


def _told(view: MinutesView) -> dict[str, _Told]:
    """Return what is told of those who were inside at each § of a meeting, by the §§."""
    names = {each.id: each.name for each in view.attendances}
    return {each.section.id: frozenset(_said(each, view.order, names)) for each in view.sections}


def _clocks(view: MinutesView, approved: Mapping[str, _Approved]) -> dict[str, _Clocks]:
    """Return what a paper of §§ that were approved together says of when somebody came and went.

    Of jäv that is held only where it says from when to when: the meeting may go on with the row.
    """
    found: dict[str, _Clocks] = defaultdict(dict)
    for approval_id in {each.approval_id for each in approved.values()}:
        mine = {key for key, each in approved.items() if each.approval_id == approval_id}
        paper = replace(view, sections=tuple(e for e in view.sections if e.section.id in mine))
        for place, each in enumerate(paper.sections):
            told = found[each.section.id]
            told[""] = movements(paper, place, ".")
            for one in each.section.disqualifications:
                if (times := times_out(paper, each, one)) is not None:
                    told[one.id] = times
    return found


def _said(
    section: SectionView, order: tuple[str, ...], names: Mapping[str, str]
) -> Iterator[tuple[object, ...]]:
    """Yield what is told of each who is inside: what they are called, how, and for whom."""
    for each in section.inside:
        stay = stay_at(each, section.row_id, order)
        assert stay is not None
        called = (each.id, each.name, each.title, each.unit, each.party, each.role)
        served = names.get(stay.serves_for_id or "")
        yield (*called, each in section.voters, stay.remote, served)


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
