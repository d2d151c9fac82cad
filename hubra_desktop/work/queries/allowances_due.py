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
    lately = period.last >= today - LATELY
    found = select(period.id, period.name, period.last, period.closed_on).where(lately)
    unbooked = found.where(period.entry_id.is_(None), period.last < today).order_by(period.last)
    for row in reader.execute(unbooked).all():
        name = quoted(row.name)
        if row.closed_on is None:
            sentence = say("Arvodeslistan {name} kan stängas.", name=name)
            yield Due(row.last, Level.TIP, sentence, "allowance_period", row.id)
        elif _has_rows(reader, row.id):
            sentence = say(
                "Arvodeslistan {name} stängdes {day} och är inte bokförd.",
                name=name,
                day=day_in_words(row.closed_on),
            )
            yield Due(row.closed_on, Level.WARNING, sentence, "allowance_period", row.id)
    closed = select(period.id).where(lately, period.closed_on.is_not(None)).order_by(period.first)
    for period_id in reader.scalars(closed).all():
        yield from _differing(allowance_list(reader, period_id))
    yield from _in_no_list(reader, today)


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


def _has_rows(reader: Connection, period_id: str) -> bool:
    row = TABLES["allowance_row"].c
    first = select(row.id).where(row.allowance_period_id == period_id).limit(1)
    return reader.scalar(first) is not None


def _in_no_list(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield how many of the year's meetings somebody was at are in no list, a rate's day beside."""
    rate, period, listed = (
        TABLES["allowance_rate"].c,
        TABLES["allowance_period"].c,
        TABLES["attendance"].c,
    )
    first = reader.scalar(select(func.min(rate.id)).where(rate.year == today.year))
    if first is None:
        return
    meeting = MEETING.c
    begun = dt.date(today.year, 1, 1)
    left_out = select(func.count(), func.min(meeting.date)).where(
        meeting.date.between(begun, today),
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
