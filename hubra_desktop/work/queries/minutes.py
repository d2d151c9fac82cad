"""The minutes of meetings: whole, with who took part in each §; and what they still lack."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.case_number import same_number
from hubra_desktop.model.minutes.approving import officer
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding, minutes_findings
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.section_presence import handled_times, presence_by_section
from hubra_desktop.model.minutes.sections import body_subject, in_position
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Decision, Minutes, Section
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import BODY, MEETING, PERSON, REPORT, TABLES
from hubra_desktop.work.changes import RowChange
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.protection import protected_people
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.sheets import meeting_sheet


def sections_of(reader: Connection, meeting_id: str) -> tuple[Section, ...]:
    """Return the §§ of a meeting in their order."""
    columns = TABLES["section"].c
    return in_position(records(reader, Section, columns.meeting_id == meeting_id))


_OF_SECTIONS: Final = (
    "section_proposal", "section_ballot", "section_dissent", "disqualification", "decision",
)  # fmt: skip
"""Kinds of which each row names its §."""


def sections_again(
    reader: Connection, known: Iterable[Section], rows: Iterable[RowChange]
) -> tuple[Section, ...] | None:
    """Return the §§ that changed rows are of; None where it takes a look at all to tell.

    So it does where a § came, where something of one went, and where a vote was cast by name.
    Of a § that is ``known`` decisions alone are read again where nothing else was written.
    """
    touched: dict[str, set[str]] = {}
    for kind, row_id, op in rows:
        if op == "removed" or (kind == "section" and op == "added") or kind == "ballot_voice":
            return None
        touched.setdefault(kind, set()).add(row_id)
    if touched.keys() == {"decision"}:
        return _with_decisions(reader, known, touched["decision"])
    found = touched.get("section", set())
    for kind in _OF_SECTIONS:
        if kind in touched:
            columns = TABLES[kind].c
            owners = select(columns.section_id).where(columns.id.in_(touched[kind]))
            found |= set(reader.scalars(owners))
    return records(reader, Section, TABLES["section"].c.id.in_(found)) if found else ()


def _with_decisions(
    reader: Connection, known: Iterable[Section], decisions: set[str]
) -> tuple[Section, ...] | None:
    """Return the known §§ of some decisions with these read again; None where one is new."""
    own = {each.id: section for section in known for each in section.decisions}
    if not decisions <= own.keys():
        return None
    columns = TABLES["decision"].c

    def read(section: Section) -> tuple[Decision, ...]:
        # All of the §: one that is moved among them moves others too.
        within = columns.section_id == section.id
        return records(reader, Decision, within, order=(columns.position,))

    touched = {own[each].id: own[each] for each in decisions}.values()
    return tuple(replace(section, decisions=read(section)) for section in touched)


def minutes_row(reader: Connection, meeting_id: str) -> Minutes | None:
    """Return the minutes of a meeting without their §§, None before they are begun."""
    found = records(reader, Minutes, TABLES["minutes"].c.meeting_id == meeting_id)
    return found[0] if found else None


def kind_of_minutes(reader: Connection, meeting: Meeting) -> MinutesKind:
    """Return what is kept of a meeting: as it was begun, before that as the rules say."""
    begun = minutes_row(reader, meeting.id)
    return begun.kind if begun else rules_on(reader, meeting.body_id, meeting.date).minutes_kind


def latest_minutes(reader: Connection, meeting: Meeting) -> Minutes | None:
    """Return the minutes of the latest earlier meeting of the same body that has some."""
    minutes = TABLES["minutes"].c
    before = (
        select(minutes.id)
        .join(MEETING, MEETING.c.id == minutes.meeting_id)
        .where(MEETING.c.body_id == meeting.body_id, MEETING.c.date <= meeting.date)
        .where(MEETING.c.id != meeting.id)
        .order_by(MEETING.c.date.desc(), MEETING.c.id.desc())
        .limit(1)
    )
    found = records(reader, Minutes, minutes.id.in_(before))
    return found[0] if found else None


def section_numbers(reader: Connection, body_id: str, year: int) -> list[int]:
    """Return the numbers that the §§ of a body's year have, in order."""
    section = TABLES["section"].c
    given = (
        select(section.number)
        .join(MEETING, MEETING.c.id == section.meeting_id)
        .where(MEETING.c.body_id == body_id)
        .where(MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31)))
        .where(section.number.is_not(None))
        .order_by(section.number)
    )
    return list(reader.scalars(given))


def statements_of(reader: Connection, meeting: Meeting) -> dict[str, Report]:
    """Return the tjänsteutlåtanden of a meeting by the agenda rows that they are for.

    One is for the row that it goes with as a paper, else for that with its case number.
    """
    linked = {each.report_id: each.item_id for each in meeting.papers if each.report_id}
    columns = REPORT.c
    ours = (columns.meeting_id == meeting.id) | columns.id.in_(linked)
    found: dict[str, Report] = {}
    for each in records(reader, Report, columns.kind == ReportKind.STATEMENT, ours):
        item_id = linked.get(each.id) or _row_of(meeting.items, each.case_number)
        if item_id:
            found.setdefault(item_id, each)
    return found


def _row_of(items: Iterable[Item], case_number: str) -> str | None:
    if not case_number.strip():
        return None
    same = (each.id for each in items if same_number(each.case_number, case_number))
    return next(same, None)


def minutes_of(reader: Connection, meeting_id: str) -> MinutesView:
    """Return the minutes of a meeting, begun or not; raises InputError when it is gone."""
    meeting = meeting_sheet(reader, meeting_id)
    minutes = minutes_row(reader, meeting_id)
    there = attendance_of(reader, meeting_id)
    runs = records(reader, AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id)
    body = next(iter(records(reader, Body, BODY.c.id == meeting.body_id)), None)
    taken = section_numbers(reader, meeting.body_id, meeting.date.year)
    sections = _section_views(reader, meeting, there, runs)
    return MinutesView(
        meeting=meeting,
        rules=there.rules,
        minutes=minutes,
        kind=minutes.kind if minutes else there.rules.minutes_kind,
        subject=body_subject(body),
        sections=sections,
        section_rows=tuple(each.at_row for each in sections if each.at_row is not None),
        attendances=there.rows,
        order=there.order,
        row_numbers=there.numbers,
        chair=_officer(reader, meeting.chair_id, there, AttendanceRole.CHAIR),
        secretary=_officer(reader, meeting.secretary_id, there, AttendanceRole.SECRETARY),
        pauses=_pauses(runs),
        last_number=max(taken, default=None),
        earlier_unnumbered=_earlier_unnumbered(reader, meeting),
        protected=_protected(reader, there),
    )


def missing(reader: Connection, meeting_id: str) -> tuple[MinutesFinding, ...]:
    """Return what the minutes of a meeting lack, what stops their approval first."""
    return minutes_findings(minutes_of(reader, meeting_id))


def _section_views(
    reader: Connection, meeting: Meeting, there: AttendanceView, runs: Sequence[AgendaRun]
) -> tuple[SectionView, ...]:
    items = {each.id: each for each in meeting.items}
    sections = {each.id: each for each in sections_of(reader, meeting.id)}
    views = []
    for section_id, present in presence_by_section(
        sections.values(), there.rows, there.order
    ).items():
        section = sections[section_id]
        item_id = section.item_id
        started, ended = handled_times(runs, item_id)
        views.append(
            SectionView(
                section=section, item=items.get(item_id or ""), started=started, ended=ended,
                row_number=there.numbers.get(item_id or "", ""), row_id=present.row_id,
                inside=present.inside, voters=present.voters,
            )
        )  # fmt: skip
    return tuple(views)


def _pauses(runs: Sequence[AgendaRun]) -> tuple[tuple[int, int], ...]:
    """Return the pauses that have ended, first to last; one that was passed at once was none."""
    ended = (each for each in runs if each.pause and each.ended != each.started)
    times = ((each.started, each.ended) for each in ended)
    return tuple(sorted((start, end) for start, end in times if end is not None))


def _officer(
    reader: Connection, person_id: str | None, there: AttendanceView, role: AttendanceRole
) -> str:
    """Return the name of who led or wrote: in the attendance, else as the meeting's head says.

    The head says who was meant to: one who was away did not, and then nobody is known.
    """
    found = officer(there.rows, person_id, role)
    if found is not None:
        return found.name
    if any(each.person_id == person_id for each in there.rows):
        return ""
    return reader.scalar(select(PERSON.c.name).where(PERSON.c.id == person_id)) or ""


def _protected(reader: Connection, there: AttendanceView) -> tuple[str, ...]:
    hidden = protected_people(reader)
    return tuple(each.name for each in there.rows if each.person_id in hidden)


def _earlier_unnumbered(reader: Connection, meeting: Meeting) -> dt.date | None:
    """Return the day of the body's first earlier meeting in the year whose §§ lack numbers."""
    section, minutes = TABLES["section"].c, TABLES["minutes"].c
    lacking = (
        select(func.min(MEETING.c.date))
        .join(minutes.meeting_id.table, minutes.meeting_id == MEETING.c.id)
        .join(section.meeting_id.table, section.meeting_id == MEETING.c.id)
        .where(MEETING.c.body_id == meeting.body_id, MEETING.c.date < meeting.date)
        .where(MEETING.c.date >= dt.date(meeting.date.year, 1, 1))
        .where(minutes.kind == MinutesKind.PROTOCOL, section.number.is_(None))
    )
    day: dt.date | None = reader.scalar(lacking)
    return day
