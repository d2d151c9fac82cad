"""The change report: what a transaction did, said so that the window re-reads just that."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.store.tables import AGENDA_ITEM, MEETING

if TYPE_CHECKING:
    from hubra_desktop.store.journal import Recorded


PRINTED_PARTS = frozenset({"agenda_item", "pre_meeting", "footnote", "signature", "meeting_paper"})
"""The tables of what a meeting owns. Other rows name a meeting too (a link from an activity,
a decision about a grant), but nothing of them stands in its kallelse."""


class RowChange(NamedTuple):
    """One row: its table, its id and "added", "changed" or "removed"."""

    kind: str
    id: str
    op: str


class Changes(NamedTuple):
    """What one command, undo or redo did.

    ``meetings`` are the ids of the meetings whose sheets may look different now.
    ``created`` is the id of what a command made.
    """

    label: str
    rows: tuple[RowChange, ...] = ()
    meetings: frozenset[str] = frozenset()
    created: str | None = None

    @property
    def kinds(self) -> frozenset[str]:
        """Return the tables that were touched."""
        return frozenset(row.kind for row in self.rows)


def report(
    connection: Connection, label: str, recorded: "Iterable[Recorded]", created: str | None = None
) -> Changes:
    """Return the change report for what was recorded."""
    recorded = list(recorded)
    rows = tuple(dict.fromkeys(RowChange(each.kind, each.row_id, each.op) for each in recorded))
    return Changes(label, rows, frozenset(_meetings(connection, recorded)), created)


def _meetings(connection: Connection, recorded: "list[Recorded]") -> set[str]:
    """Return the meetings that the rows belong to, through their items if need be.

    A body's name stands in the sheets of its meetings.
    """
    meetings: set[str] = set()
    items: set[str] = set()
    bodies = {each.row_id for each in recorded if each.kind == "body" and _renamed(each)}
    for each in recorded:
        if each.kind == "meeting":
            meetings.add(each.row_id)
        elif each.kind in PRINTED_PARTS:
            meetings.update(image["meeting_id"] for image in each.images)
        elif each.kind == "presenter":
            items.update(image["item_id"] for image in each.images)
    items -= {each.row_id for each in recorded if each.kind == "agenda_item"}
    if bodies:
        meetings.update(
            connection.scalars(select(MEETING.c.id).where(MEETING.c.body_id.in_(bodies)))
        )
    if items:
        owners = select(AGENDA_ITEM.c.meeting_id).where(AGENDA_ITEM.c.id.in_(items))
        meetings.update(connection.scalars(owners))
    return meetings


def _renamed(recorded: "Recorded") -> bool:
    before, after = recorded.before or {}, recorded.after or {}
    return recorded.op == "changed" and before.get("name") != after.get("name")
