"""What the register holds against the law on crime prevention, on a day."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.law.evidence import LawFacts
from hubra_desktop.model.law.sections import LAW
from hubra_desktop.model.plan.periods import moved_months
from hubra_desktop.model.plan.terms import AgreementKind, PlanKind
from hubra_desktop.model.records.plan import Agreement, Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.records.rulebook import LawNote
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import HELD_STATES
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import AGREEMENT, MEETING, PLAN, REPORT, TABLES
from hubra_desktop.work.queries.register import register_info, today


def law_facts(reader: Connection, day: dt.date) -> LawFacts:
    """Return what shows how the law is followed on a day."""
    info = register_info(reader)
    note = TABLES["law_note"].c
    told = REPORT.c.delivered_to != ""
    return LawFacts(
        day=day,
        council=info.body,
        council_id=info.own_body_id or "",
        measures=records(reader, Plan, PLAN.c.kind == PlanKind.MEASURES),
        agreements=records(reader, Agreement, AGREEMENT.c.kind == AgreementKind.COOPERATION),
        meetings=_held(reader, info.own_body_id, day),
        told=records(reader, Report, REPORT.c.kind == ReportKind.ANNUAL_REPORT, told),
        notes={each.section: each for each in records(reader, LawNote, note.law == LAW)},
    )


def law_day(reader: Connection, year: int) -> dt.date:
    """Return the day that a year is looked at: its last, or today while it lasts."""
    return min(today(reader), dt.date(year, 12, 31))


def _held(reader: Connection, body_id: str | None, day: dt.date) -> tuple[dt.date, ...]:
    """Return the days of the council's held meetings in the year up to a day."""
    meeting = MEETING.c
    found = reader.scalars(
        select(meeting.date)
        .where(
            meeting.body_id == body_id,
            meeting.state.in_(HELD_STATES),
            meeting.date > moved_months(day, -12),
            meeting.date <= day,
        )
        .order_by(meeting.date)
    )
    return tuple(found)
