"""Whether the minutes of a meeting are approved: asked whenever a meeting is opened."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.records.minutes import Approval
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES


def first_approval(reader: Connection, meeting_id: str) -> Approval | None:
    """Return the first approval of a meeting's minutes as a whole that was done, if any was."""
    approval, minutes = TABLES["approval"].c, TABLES["minutes"].c
    own = select(minutes.id).where(minutes.meeting_id == meeting_id)
    found = records(
        reader, Approval, approval.minutes_id.in_(own), approval.kind == ApprovalKind.ORDINARY,
        approval.done.is_not(None), order=(approval.done.nulls_last(),),
    )  # fmt: skip
    return found[0] if found else None


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
