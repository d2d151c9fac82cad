"""What is to be done about the attendance of coming meetings: substitutes to call, a quorum."""

import datetime as dt
from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.attendance.attendance_terms import AttendanceReply
from hubra_desktop.model.attendance.presence import NOT_THERE, is_away
from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of

NEAR_DAYS = 7
"""From so many days before the meeting it is a warning."""


def attendance_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the members for whom a substitute is to be called, and meetings without a quorum.

    Asks only for the meetings to come that somebody has declined, or is noted to be away from.
    """
    listed, meeting = TABLES["attendance"].c, MEETING.c
    declined = (
        select(listed.meeting_id, meeting.date)
        .join(MEETING, meeting.id == listed.meeting_id)
        .where(
            meeting.date >= today,
            meeting.state.not_in(LIFTED_STATES | HELD_STATES),
            or_(listed.reply == AttendanceReply.PREVENTED, listed.status.in_(NOT_THERE)),
        )
        .order_by(meeting.date, listed.meeting_id)
    )
    for meeting_id in dict.fromkeys(row.meeting_id for row in reader.execute(declined)):
        view = attendance_of(reader, meeting_id)
        near = (view.meeting.date - today).days <= NEAR_DAYS
        level = Level.WARNING if near else Level.TIP
        yield from _to_call(view, level)
        yield from _too_few(view)


def _to_call(view: AttendanceView, level: Level) -> Iterator[Due]:
    """Tell who is next for each member who is away and for whom nobody is called."""
    day = view.meeting.date
    for absent_id, found in view.in_turn.items():
        if found.attendance is not None:
            sentence = say(
                "{name} kan inte komma {day}. {other} står i tur att kallas.",
                name=view.name_of(absent_id),
                day=day_in_words(day),
                other=found.attendance.name,
            )
            yield Due(day, level, sentence, "attendance", absent_id)


def _too_few(view: AttendanceView) -> Iterator[Due]:
    counted = view.expected()
    if counted.enough:
        return
    first = next(each.id for each in view.rows if is_away(each))
    sentence = say(
        "Sammanträdet {day} blir inte beslutfört: {n} kan komma, och {needed} behövs.",
        day=day_in_words(view.meeting.date),
        n=counted.voting,
        needed=counted.needed,
    )
    yield Due(view.meeting.date, Level.WARNING, sentence, "attendance", first)
