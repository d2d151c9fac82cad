"""Everything that is due or late in the register: plan, meetings, letters, money, measures."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import func, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.backlog_findings import backlog_due
from hubra_desktop.model.deadline_words import deadlines_due
from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.minutes.follow_up_findings import follow_ups_due
from hubra_desktop.model.plan.periods import moved_months
from hubra_desktop.model.plan.plan_findings import (
    LETTER_DAYS,
    agreements_due,
    consultations_due,
    custom_due,
    law_due,
    letters_due,
    plan_due,
)
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    SETTLED_CONSULTATIONS,
    STATES_WITH_REASON,
    ActivityState,
    PlanKind,
)
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityArea,
    Agreement,
    Consultation,
    Letter,
    Plan,
)
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import LIFTED_STATES, UNCALLED_STATES, BacklogState
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    ACTIVITY,
    ACTIVITY_AREA,
    AGREEMENT,
    CONSULTATION,
    LETTER,
    MEETING,
    PLAN,
    REPORT,
    TABLES,
)
from hubra_desktop.work.queries.after_meeting import asked_due, told_due
from hubra_desktop.work.queries.allowances_due import allowances_due
from hubra_desktop.work.queries.attendance_due import attendance_due
from hubra_desktop.work.queries.composition import people_due
from hubra_desktop.work.queries.deadlines import deadlines_near
from hubra_desktop.work.queries.diary import diary_due
from hubra_desktop.work.queries.follow_ups import late_follow_ups
from hubra_desktop.work.queries.meeting_papers import papers_due, papers_owed
from hubra_desktop.work.queries.plan import plan_of

_LONGEST_WARNING = 24


def due(reader: Connection, today: dt.date) -> tuple[Due, ...]:
    """Return what is due or late: what weighs most first, then by day.

    Asks only for what can be due, so that a long history costs nothing.
    """
    from hubra_desktop.work.queries.grants import money_due
    from hubra_desktop.work.queries.indicators import indicators_due

    return in_order(
        (
            *council_due(reader, today),
            *money_due(reader, today),
            *allowances_due(reader, today),
            *indicators_due(reader, today),
        )
    )


def council_due(reader: Connection, today: dt.date) -> tuple[Due, ...]:
    """Return what is due or late of the plan, the meetings and the registers beside them."""
    return in_order(
        (
            *_plan(reader, today),
            *_letters(reader, today),
            *_agreements(reader, today),
            *_consultations(reader, today),
            *waiting_due(reader, today),
            *_follow_ups(reader, today),
            *_law(reader, today),
            *_custom(reader, today),
            *_papers(reader, today),
            *people_due(reader, today),
            *_meetings(reader, today),
            *attendance_due(reader, today),
            *diary_due(reader, today),
            *told_due(reader, today),
            *asked_due(reader, today),
        )
    )


def _plan(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Tell this year's plan, and last year's until its report is due."""
    years = (today.year - 1, today.year) if today.month <= 3 else (today.year,)
    for year in years:
        plan = plan_of(reader, year)
        if plan is not None:
            yield from plan_due(plan, _open_and_settled(reader, year), today)


def _open_and_settled(reader: Connection, year: int) -> tuple[Activity, ...]:
    """Return the activities that something may be due of whole; each area that others serve once.

    What is done is here only so that its areas are not empty.
    """
    activity = ACTIVITY.c
    reasonless = activity.state.in_(STATES_WITH_REASON) & (activity.reason == "")
    open_ = activity.state.in_((ActivityState.PLANNED, ActivityState.ONGOING)) | reasonless
    whole = records(reader, Activity, activity.year == year, open_)
    served = select(ACTIVITY_AREA).join(ACTIVITY, activity.id == ACTIVITY_AREA.c.activity_id)
    settled = tuple(
        Activity(
            id=row.id,
            year=year,
            state=ActivityState.DONE,
            areas=(ActivityArea(area_id=row.area_id, main=row.main),),
        )
        for row in reader.execute(served.where(activity.year == year, ~open_))
    )
    return whole + settled


def _letters(reader: Connection, today: dt.date) -> Iterator[Due]:
    letter = LETTER.c
    open_ = letter.state.not_in(SENT_STATES)
    near = letter.deadline <= today + dt.timedelta(days=LETTER_DAYS)
    yield from letters_due(records(reader, Letter, open_, near), today)


def _agreements(reader: Connection, today: dt.date) -> Iterator[Due]:
    last = AGREEMENT.c.valid_to
    current = or_(last.is_(None), last >= moved_months(today, -_LONGEST_WARNING))
    yield from agreements_due(records(reader, Agreement, current), today)


def _consultations(reader: Connection, today: dt.date) -> Iterator[Due]:
    open_ = CONSULTATION.c.state.not_in(SETTLED_CONSULTATIONS)
    found = records(reader, Consultation, open_)
    if found:
        yield from consultations_due(found, next_meeting(reader, today), today)


def waiting_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Tell what waits for an agenda and must be put on one soon."""
    columns, meeting = TABLES["backlog_item"].c, MEETING.c
    wanted = columns.wanted_by.is_not(None) & columns.placed_item_id.is_(None)
    waiting = records(reader, BacklogItem, wanted, columns.state != BacklogState.DROPPED)
    if waiting:
        coming = (
            select(meeting.date)
            .where(meeting.date >= today, meeting.state.in_(UNCALLED_STATES))
            .order_by(meeting.date)
        )
        yield from backlog_due(waiting, tuple(reader.scalars(coming)), today)


def _follow_ups(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Tell what should have been done after a decision, or is to be done soon."""
    rows = late_follow_ups(reader, today)
    yield from follow_ups_due(((row.item, row.owner) for row in rows), today)


def next_meeting(reader: Connection, today: dt.date) -> dt.date | None:
    """Return the day of the next meeting that stands, today counted."""
    meeting = MEETING.c
    coming = select(func.min(meeting.date)).where(
        meeting.date >= today, meeting.state.not_in(LIFTED_STATES)
    )
    found: dt.date | None = reader.scalar(coming)
    return found


def _law(reader: Connection, today: dt.date) -> Iterator[Due]:
    plans = records(reader, Plan, PLAN.c.kind == PlanKind.MEASURES)
    latest = reader.scalar(select(func.max(MEETING.c.date)))
    yield from law_due(plans, latest, today)


def _custom(reader: Connection, today: dt.date) -> Iterator[Due]:
    around = (today.year - 1, today.year, today.year + 1)
    own = select(PLAN.c.year).where(PLAN.c.kind == PlanKind.ACTIVITY, PLAN.c.year.in_(around))
    told = select(REPORT.c.year).where(
        REPORT.c.kind == ReportKind.ANNUAL_REPORT, REPORT.c.year.in_(around)
    )
    yield from custom_due(reader.scalars(own), reader.scalars(told), today)


def _papers(reader: Connection, today: dt.date) -> Iterator[Due]:
    yield from papers_due(papers_owed(reader, today), today)


def _meetings(reader: Connection, today: dt.date) -> Iterator[Due]:
    for each in deadlines_near(reader, today):
        yield from deadlines_due(each.meeting, each.deadlines, today)
