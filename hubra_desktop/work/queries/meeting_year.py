"""What a year of meeting dates is proposed from: rules, blocked periods and other meetings."""

import datetime as dt

from sqlalchemy.engine import Connection

from hubra_desktop.model.meeting_year import USUAL_COUNT, YearCalendar, YearWish
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.rulebook import BlockedPeriod
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.register import body_names, register_info
from hubra_desktop.work.queries.rulebook import rules_on

_MARGIN = dt.timedelta(days=14)


def blocked_periods(reader: Connection, year: int | None = None) -> tuple[BlockedPeriod, ...]:
    """Return the periods without meetings that touch a year, or all, the earliest first."""
    order = (TABLES["blocked_period"].c.first,)
    found = records(reader, BlockedPeriod, order=order)
    return tuple(each for each in found if year is None or _touches(each, year))


def year_calendar(reader: Connection, year: int) -> YearCalendar:
    """Return what the days of a year are held against."""
    first, last = dt.date(year, 1, 1) - _MARGIN, dt.date(year, 12, 31) + _MARGIN
    meeting, names = MEETING.c, body_names(reader)
    standing = meeting.state.not_in(LIFTED_STATES)
    found = records(reader, Meeting, meeting.date.between(first, last), standing)
    taken = {each.date: names[each.body_id] for each in found}
    return YearCalendar(blocked_periods(reader, year), taken)


def year_wish(reader: Connection, year: int) -> YearWish:
    """Return what is usual of a year: as many Wednesdays as the body's rules want meetings."""
    own = register_info(reader).own_body_id
    rules = rules_on(reader, own, dt.date(year, 1, 1)) if own else None
    count = rules.meetings_a_year if rules else None
    return YearWish(year=year, count=count or USUAL_COUNT)


def _touches(period: BlockedPeriod, year: int) -> bool:
    return period.first.year <= year <= (period.last or period.first).year
