"""Whether the minutes of a meeting are approved: asked whenever a meeting is opened."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.store.tables import TABLES


def approved_on(reader: Connection, meeting_id: str) -> dt.date | None:
    """Return the day on which a meeting's minutes were last approved as a whole, if they were."""
    approval, minutes = TABLES["approval"].c, TABLES["minutes"].c
    latest = (
        select(func.max(approval.done))
        .join(minutes.id.table, minutes.id == approval.minutes_id)
        .where(minutes.meeting_id == meeting_id, approval.kind == ApprovalKind.ORDINARY)
    )
    day: dt.date | None = reader.scalar(latest)
    return day
