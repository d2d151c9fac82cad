"""Mapped rows into frozen sheets and back, field by field of the same name."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hubra_desktop.model.bundle import values_of
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.mapped import (
    AgendaItem,
    Base,
    Footnote,
    Meeting,
    PreMeeting,
    Presenter,
    Signature,
)
from hubra_desktop.model.rules import identity
from hubra_desktop.model.shapes import KINDS, lists_of
from hubra_desktop.model.sheet import (
    FootnoteSheet,
    ItemSheet,
    MeetingSheet,
    PreMeetingSheet,
    PresenterSheet,
    SignatureSheet,
)
from hubra_desktop.model.validity import check, check_anchor, check_meeting_times
from hubra_desktop.work.rows import sheet

R = TypeVar("R", bound=Base)
S = TypeVar("S")
_MAPPED: Mapping[str, type[Base]] = {
    each.class_.stored_as(): each.class_ for each in Base.registry.mappers
}


def meeting_sheet_of(meeting: Meeting, body: str) -> MeetingSheet:
    """Return the meeting with all that belongs to it; ``body`` is its body's name."""
    return sheet(
        MeetingSheet,
        meeting,
        body=body,
        items=item_sheets_of(meeting),
        pre_meetings=tuple(sheet(PreMeetingSheet, row) for row in meeting.pre_meetings),
        footnotes=tuple(sheet(FootnoteSheet, row) for row in meeting.footnotes),
        signatures=tuple(sheet(SignatureSheet, row) for row in meeting.signatures),
    )


def item_sheets_of(meeting: Meeting) -> tuple[ItemSheet, ...]:
    """Return the agenda of a mapped meeting."""
    return tuple(
        sheet(
            ItemSheet,
            item,
            presenters=tuple(sheet(PresenterSheet, row) for row in item.presenters),
        )
        for item in meeting.items
    )


def new_row(table: type[R], values: Mapping[str, Any], row_id: str = "") -> R:
    """Return a checked new row; raises InputError for a value its field cannot hold."""
    check(table.stored_as(), values)
    if row_id:
        identity(row_id)
    row = table(**values)
    row.id = row_id or new_id()
    return row


def new_tree(part: Any) -> Base:  # noqa: ANN401
    """Return a checked new row of a sheet with the lists it owns, ids kept where given."""
    row = new_row(mapped_for(type(part)), values_of(part), part.id)
    for name in lists_of(type(part)):
        getattr(row, name).extend(new_tree(each) for each in getattr(part, name))
    return row


def tree_of(kind: type[S], row: Any) -> S:  # noqa: ANN401
    """Return the sheet of a mapped row with the lists it owns."""
    lists: dict[str, Any] = {
        name: tuple(tree_of(part, each) for each in getattr(row, name))
        for name, part in lists_of(kind).items()
    }
    return sheet(kind, row, **lists)


def mapped_for(kind: type) -> type[Base]:
    """Return the mapped class that a sheet of ``kind`` is a row of."""
    return _MAPPED[KINDS[kind]]


def new_item(part: ItemSheet) -> AgendaItem:
    """Return a checked new row of an agenda with its presenters."""
    item = new_row(AgendaItem, values_of(part), part.id)
    item.presenters.extend(new_presenters(part.presenters))
    return item


def new_presenters(parts: tuple[PresenterSheet, ...]) -> list[Presenter]:
    """Return checked new rows for those who present an item."""
    return [new_row(Presenter, values_of(part), part.id) for part in parts]


def new_meeting(part: MeetingSheet) -> Meeting:
    """Return a checked new meeting with all that belongs to it, ids kept where given.

    Raises InputError for a value that cannot be stored.
    """
    meeting = new_row(Meeting, values_of(part), part.id)
    check_meeting_times(part.start, part.end)
    rows = {item.id for item in part.items if item.id}
    for note in part.footnotes:
        check_anchor(note.anchor, note.item_id, rows)
    meeting.items.extend(new_item(item) for item in part.items)
    meeting.pre_meetings.extend(
        new_row(PreMeeting, values_of(row), row.id) for row in part.pre_meetings
    )
    meeting.footnotes.extend(new_row(Footnote, values_of(row), row.id) for row in part.footnotes)
    meeting.signatures.extend(new_row(Signature, values_of(row), row.id) for row in part.signatures)
    return meeting
