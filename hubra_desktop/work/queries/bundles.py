"""The register, or single meetings, as one frozen bundle to write to a file."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.export_bundle import Bundle, matters_of, people_of, with_those_above
from hubra_desktop.model.records.attendance import (
    AgendaRun,
    AllowancePeriod,
    AllowanceRate,
    Attendance,
)
from hubra_desktop.model.records.council import (
    BacklogItem,
    Body,
    Mandate,
    Matter,
    MatterAlias,
    Person,
    Register,
)
from hubra_desktop.model.records.dispatch import DiaryTick, Dispatch, MailingList
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.meeting import Meeting, MeetingTemplate
from hubra_desktop.model.records.minutes import (
    Minutes,
    Phrase,
    ReportedMatter,
    Section,
    SignedPaper,
)
from hubra_desktop.model.records.money import (
    AccountStatement,
    Association,
    BudgetYear,
    Evidence,
    Grant,
    LedgerEntry,
)
from hubra_desktop.model.records.plan import Activity, Agreement, Consultation, Letter, Plan
from hubra_desktop.model.records.reports import IssuedPaper, KnownWord, Report
from hubra_desktop.model.records.rulebook import BlockedPeriod, BodyRules, Disposal, LawNote
from hubra_desktop.model.redaction import public_person
from hubra_desktop.store.reading import record_of, records
from hubra_desktop.store.tables import LEDGER_ENTRY, MEETING, REGISTER
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.sheets import meeting_sheets


def exported_register(reader: Connection) -> Bundle:
    """Return everything that the register holds but how to reach those who are protected."""
    return guard(reader).value(register_bundle(reader))


def register_bundle(reader: Connection) -> Bundle:
    """Return everything that the register holds, in a fixed order; it is not to leave it so."""
    return Bundle(
        register=record_of(Register, reader.execute(select(REGISTER)).one()),
        house_style=house_style(reader),
        bodies=records(reader, Body),
        persons=records(reader, Person),
        mandates=records(reader, Mandate),
        meeting_templates=records(reader, MeetingTemplate),
        matters=records(reader, Matter),
        matter_aliases=records(reader, MatterAlias),
        meetings=meeting_sheets(reader),
        plans=records(reader, Plan),
        activities=records(reader, Activity),
        letters=records(reader, Letter),
        agreements=records(reader, Agreement),
        consultations=records(reader, Consultation),
        associations=records(reader, Association),
        budget_years=records(reader, BudgetYear),
        grants=records(reader, Grant),
        ledger=records(reader, LedgerEntry, order=(LEDGER_ENTRY.c.number,)),
        statements=records(reader, AccountStatement),
        evidence=records(reader, Evidence),
        indicators=records(reader, Indicator),
        reports=records(reader, Report),
        issued_papers=records(reader, IssuedPaper),
        known_words=records(reader, KnownWord),
        body_rules=records(reader, BodyRules),
        backlog=records(reader, BacklogItem),
        mailing_lists=records(reader, MailingList),
        dispatches=records(reader, Dispatch),
        diary_ticks=records(reader, DiaryTick),
        blocked_periods=records(reader, BlockedPeriod),
        law_notes=records(reader, LawNote),
        disposals=records(reader, Disposal),
        attendances=records(reader, Attendance),
        agenda_runs=records(reader, AgendaRun),
        minutes=records(reader, Minutes),
        sections=records(reader, Section),
        signed_papers=records(reader, SignedPaper),
        reported_matters=records(reader, ReportedMatter),
        phrases=records(reader, Phrase),
        follow_ups=records(reader, FollowUp),
        allowance_rates=records(reader, AllowanceRate),
        allowance_periods=records(reader, AllowancePeriod),
    )


def meetings_bundle(reader: Connection, meeting_ids: Iterable[str]) -> Bundle:
    """Return the meetings with the bodies, people and matters that they refer to.

    People come as they are named at meetings; how to reach them stays in the register.
    """
    ids = _with_successors(reader, set(meeting_ids))
    meetings = guard(reader).value(_alone(meeting_sheets(reader, ids)))
    people = {person for meeting in meetings for person in people_of(meeting)}
    bodies = with_those_above(records(reader, Body), {each.body_id for each in meetings})
    persons = records(reader, Person)
    return Bundle(
        bodies=bodies,
        persons=tuple(public_person(each) for each in persons if each.id in people),
        matters=matters_of(records(reader, Matter), meetings),
        meetings=meetings,
    )


def _alone(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """Return meetings that refer to no other meeting and no paper that stays behind."""
    ids = {each.id for each in meetings}
    rows = {item.id for each in meetings for item in each.items}
    return tuple(
        replace(
            each,
            copied_from=each.copied_from if each.copied_from in ids else None,
            items=tuple(
                item if item.carried_from_id in rows else replace(item, carried_from_id=None)
                for item in each.items
            ),
            papers=tuple(replace(paper, report_id=None) for paper in each.papers),
        )
        for each in meetings
    )


def _with_successors(reader: Connection, ids: set[str]) -> set[str]:
    """Return the meetings and those that they were moved to, so that no pointer dangles."""
    kept: set[str] = set()
    while ids:
        kept |= ids
        meeting = MEETING.c
        moved = select(meeting.moved_to).where(meeting.id.in_(ids), meeting.moved_to.is_not(None))
        ids = {each for each in reader.scalars(moved) if each} - kept
    return kept
