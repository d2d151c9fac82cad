"""What is to be done about allowances: lists to close, to book or to correct, meetings in none."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sqlalchemy import exists, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.terms import HELD_STATES
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.allowance_meetings import paid_with
from hubra_desktop.work.queries.allowances import AllowanceList, allowance_list

LATELY: dt.timedelta = dt.timedelta(days=365)
"""What is older than this is not told of any more."""
NAMED: Final = 3
"""How many differences of a list are told one by one."""


def allowances_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the lists whose days have passed and that are open, and those not booked.

    Closed ones that no longer pay what the attendance comes to are told of by person.
    In a year that has rates, meetings that were held and stand in no list are told of too.
    """
    period = TABLES["allowance_period"].c
    lately = select(period.id).where(period.last >= today - LATELY).order_by(period.last)
    open_ = select(period.id, period.name, period.last).where(
        period.closed_on.is_(None), period.last < today, period.last >= today - LATELY
    )
    for row in reader.execute(open_.order_by(period.last)).all():
        sentence = say("Arvodeslistan {name} kan stängas.", name=quoted(row.name))
        yield Due(row.last, Level.TIP, sentence, "allowance_period", row.id)
    for period_id in reader.scalars(lately.where(period.closed_on.is_not(None))).all():
        shown = allowance_list(reader, period_id)
        yield from _unbooked(shown)
        yield from _differing(shown)
    for year in (today.year - 1, today.year):
        yield from _in_no_list(reader, today, year)


def _unbooked(shown: AllowanceList) -> Iterator[Due]:
    """Tell that a closed list is not booked, or that its row was taken back."""
    period = shown.period
    if period.closed_on is None or shown.booked or not shown.total:
        return
    sentence = say(
        "Arvodeslistan {name} stängdes {day} och är inte bokförd.",
        name=quoted(period.name),
        day=day_in_words(period.closed_on),
    )
    yield Due(period.closed_on, Level.WARNING, sentence, "allowance_period", period.id)


def _differing(shown: AllowanceList) -> Iterator[Due]:
    """Tell where a closed list does not pay what the attendance comes to."""
    told = [each for each in shown.differences if not each.decided]
    period = shown.period
    for each in told[:NAMED]:
        sentence = say("{what} Rätta det i en öppen lista.", what=each.sentence)
        yield Due(each.day, Level.WARNING, sentence, "allowance_period", period.id)
    if len(told) > NAMED:
        sentence = say_count(
            "I arvodeslistan {name} skiljer {n} betalning till från närvaron.",
            "I arvodeslistan {name} skiljer {n} betalningar till från närvaron.",
            len(told) - NAMED,
            name=quoted(period.name),
        )
        yield Due(told[NAMED].day, Level.WARNING, sentence, "allowance_period", period.id)


def _in_no_list(reader: Connection, today: dt.date, year: int) -> Iterator[Due]:
    """Yield how many of a year's meetings somebody was at lately are in no list."""
    rate, period, listed = (
        TABLES["allowance_rate"].c,
        TABLES["allowance_period"].c,
        TABLES["attendance"].c,
    )
    first = reader.scalar(select(func.min(rate.id)).where(rate.year == year))
    if first is None:
        return
    meeting = MEETING.c
    begun = max(dt.date(year, 1, 1), today - LATELY)
    left_out = select(func.count(), func.min(meeting.date)).where(
        meeting.date.between(begun, min(dt.date(year, 12, 31), today)),
        meeting.state.in_(HELD_STATES),
        exists().where(listed.meeting_id == meeting.id),
        ~exists().where(period.first <= meeting.date, period.last >= meeting.date),
        meeting.id.not_in(paid_with(reader)),
    )
    count, day = reader.execute(left_out).one()
    if count:
        sentence = say_count(
            "{n} hållet sammanträde står i ingen arvodeslista.",
            "{n} hållna sammanträden står i ingen arvodeslista.",
            count,
        )
        yield Due(day, Level.TIP, sentence, "allowance_rate", first)
