"""Meetings whole, with all that belongs to them.

Read as plain rows, table by table, not as mapped objects: nothing here is changed, and
a start has nothing to map.
"""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Select, Table, select, true
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import (
    Footnote,
    Item,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.store.reading import record_of
from hubra_desktop.store.tables import (
    AGENDA_ITEM,
    BODY,
    FOOTNOTE,
    MEETING,
    PRE_MEETING,
    PRESENTER,
    SIGNATURE,
)

S = TypeVar("S")
_Ids = Collection[str] | None


def meeting_sheet(reader: Connection, meeting_id: str) -> Meeting:
    """Return a meeting whole; raises InputError when it is gone."""
    found = meeting_sheets(reader, [meeting_id])
    if not found:
        raise InputError(
            say(
                "Sammanträdet finns inte längre. Välj ett annat i listan.",
            )
        )
    return found[0]


def meeting_sheets(reader: Connection, ids: _Ids = None) -> tuple[Meeting, ...]:
    """Return the meetings with these ids (None: all there are) whole, earliest first."""
    chosen = (
        select(MEETING, BODY.c.name.label("body"))
        .join(BODY, BODY.c.id == MEETING.c.body_id)
        .where(_among(MEETING.c.id, ids))
        .order_by(MEETING.c.date, MEETING.c.start, MEETING.c.id)
    )
    items = _items(reader, ids)
    pre_meetings = _parts(reader, PreMeeting, PRE_MEETING, ids)
    footnotes = _parts(reader, Footnote, FOOTNOTE, ids)
    signatures = _parts(reader, Signature, SIGNATURE, ids)
    return tuple(
        record_of(
            Meeting,
            row,
            items=tuple(items[row.id]),
            pre_meetings=tuple(pre_meetings[row.id]),
            footnotes=tuple(footnotes[row.id]),
            signatures=tuple(signatures[row.id]),
        )
        for row in reader.execute(chosen)
    )


def _items(reader: Connection, ids: _Ids) -> dict[str, list[Item]]:
    """Return the meetings' agendas by the meetings' ids."""
    presenters = defaultdict(list)
    chosen = (
        select(PRESENTER)
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == PRESENTER.c.item_id)
        .where(_among(AGENDA_ITEM.c.meeting_id, ids))
        .order_by(PRESENTER.c.position)
    )
    for row in reader.execute(chosen):
        presenters[row.item_id].append(record_of(Presenter, row))
    agendas = defaultdict(list)
    for row in reader.execute(_in_order(AGENDA_ITEM, ids)):
        item = record_of(Item, row, presenters=tuple(presenters[row.id]))
        agendas[row.meeting_id].append(item)
    return agendas


def _parts(reader: Connection, kind: type[S], table: Table, ids: _Ids) -> dict[str, list[S]]:
    """Return the rows of one of the meetings' lists, as sheets, by the meetings' ids."""
    parts = defaultdict(list)
    row: Row[Any]
    for row in reader.execute(_in_order(table, ids)):
        parts[row.meeting_id].append(record_of(kind, row))
    return parts


def _in_order(table: Table, ids: _Ids) -> Select[Any]:
    return select(table).where(_among(table.c.meeting_id, ids)).order_by(table.c.position)


def _among(column: ColumnElement[str], ids: _Ids) -> ColumnElement[bool]:
    return true() if ids is None else column.in_(ids)
