"""The own body's meetings as the rows of a table name them: by their day."""

import datetime as dt
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import short_date
from hubra_desktop.store.tables import MEETING, REGISTER
from hubra_desktop.work.table_steps import RowError


class MeetingDays:
    """Reads the register once; ``days`` are those of the meetings by id, the earliest first."""

    def __init__(self, reader: Connection) -> None:
        own = select(REGISTER.c.own_body_id).scalar_subquery()
        chosen = select(MEETING.c.id, MEETING.c.date).where(MEETING.c.body_id == own)
        ordered = chosen.order_by(MEETING.c.date, MEETING.c.start.nulls_last(), MEETING.c.id)
        self.days: dict[str, dt.date] = {row.id: row.date for row in reader.execute(ordered)}
        self._ids: dict[dt.date, list[str]] = defaultdict(list)
        for meeting_id, day in self.days.items():
            self._ids[day].append(meeting_id)

    def on(self, day: dt.date) -> str:
        """Return the id of the meeting of a day; raises RowError for none and for several."""
        found = self._ids.get(day, [])
        if len(found) == 1:
            return found[0]
        sentence = (
            say("Det finns flera sammanträden {day}.", day=short_date(day))
            if found
            else say("Det finns inget sammanträde {day}.", day=short_date(day))
        )
        raise RowError(sentence, "meeting_day")
