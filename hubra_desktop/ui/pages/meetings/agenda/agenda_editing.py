"""What the secretary does to the agenda, turned into commands.

The table, the details under it and the menus all come here; nothing else in the
window makes commands for rows.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.cures import BREAK_MINUTES
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.moves import moved_rows, summary
from hubra_desktop.model.numbering import numbered_choice, printed_numbers
from hubra_desktop.model.order import blocks, place_of_new
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.timetable import timetable
from hubra_desktop.model.wording import joined_first, quoted, shortened
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.agenda.agenda_entry import Surroundings, values_typed
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, column_names
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.agenda import (
    AddItems,
    MoveItems,
    RemoveItems,
    SendItems,
    ShiftItems,
)
from hubra_desktop.work.edits import Add, Change

TITLES_TOLD = 3
LONGEST_TOLD = 60
"""Characters of a text that a message repeats: enough to know it by."""
_PLAIN = {"title": "", "kind": Item().kind, "print_time": Item().print_time}
"""What a title alone makes of a row; its saves tell of all three, and so are one step."""


class AgendaEditing(QObject):
    """Edits the open meeting's rows; refuses with a sentence and changes nothing then.

    ``rows_moved(ids, sentence)`` follows a change that moved the times of rows.
    ``made(id)`` follows a row made by a command of its own, ``shifted(ids)`` rows
    moved in the order.
    """

    rows_moved = Signal(object, str)
    made = Signal(str)
    shifted = Signal(object)

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = meeting
        self.organisations: tuple[str, ...] = ()
        self._fresh = ("", "")
        meeting.committed.connect(self._tell_moves)

    def enter(self, item_id: str, column: AgendaColumn, text: str, edit: str) -> str:
        """Commit what is typed in a cell and return the row's id; raises InputError.

        ``edit`` names the visit to the editor, whose saves become one undo step. The
        id is "" when nothing was typed in the blank row.
        """
        item = self._meeting.item(item_id)
        values = self._read(item, column, text, edit)
        if not values or self._meeting.sheet is None:
            self._meeting.forget_typing()
            return item_id
        if item is None:
            made: dict[str, Any] = {"id": new_id(), **values}
            if column is AgendaColumn.TITLE:
                made = {**_PLAIN, **made}
            place = place_of_new(self._items, Item(**made))
            added = Add(Item, made, self._meeting_id, place, edit=edit)
            self._fresh = (edit, self._desk.attempt_now(added).created or "")
            return self._fresh[1]
        self._desk.attempt_now(Change(Item, item_id, values, edit))
        return item_id

    def draft(self, item_id: str, column: AgendaColumn, text: str) -> None:
        """Let the live page follow what is being typed, as far as it can be read."""
        try:
            values = self._read(self._meeting.item(item_id), column, text)
        except InputError:
            values = {}
        if values or self._meeting.draft is not self._meeting.sheet:
            self._meeting.type_item(item_id, values or self._stored(item_id, column))

    def _stored(self, item_id: str, column: AgendaColumn) -> Mapping[str, object]:
        item = self._meeting.item(item_id) or Item()
        names = {
            AgendaColumn.TIME: ("duration", "pin"),
            AgendaColumn.NUMBER: ("number_typed", "numbered"),
            AgendaColumn.TITLE: ("title", "kind", "print_time"),
            AgendaColumn.MINUTES: ("duration",),
            AgendaColumn.PRESENTERS: ("presenters",),
            AgendaColumn.CASE_NUMBER: ("case_number",),
        }[column]
        return {name: getattr(item, name) for name in names}

    def _read(
        self, item: Item | None, column: AgendaColumn, text: str, edit: str = ""
    ) -> dict[str, object]:
        """Read a cell; a new row's title tells its kind until the title is left."""
        if item is not None and column is AgendaColumn.TITLE and self._fresh == (edit, item.id):
            whole = {**_PLAIN, **values_typed(None, column, text, self._around(item))}
            return whole if self._differs(item.id, whole) else {}
        return values_typed(item, column, text, self._around(item))

    def _around(self, item: Item | None) -> Surroundings:
        sheet = self._meeting.sheet
        if sheet is None:
            return Surroundings()
        if item is None:
            return Surroundings(timetable(sheet).end, self.organisations)
        return Surroundings(timetable(sheet).slots[item.id].flow, self.organisations)

    def change(self, item_id: str, values: Mapping[str, object], edit: str = "") -> None:
        """Write values into a row; a refusal is shown in the message bar."""
        if self._differs(item_id, values):
            self._desk.run(Change(Item, item_id, values, edit))

    def commit(self, item_id: str, values: Mapping[str, object], edit: str) -> None:
        """Write what an editor of the details holds; raises InputError."""
        if self._differs(item_id, values):
            self._desk.attempt_now(Change(Item, item_id, values, edit))

    def _differs(self, item_id: str, values: Mapping[str, object]) -> bool:
        item = self._meeting.item(item_id)
        return item is not None and any(getattr(item, name) != values[name] for name in values)

    def add_below(self, item_id: str) -> None:
        """Make an empty row below another."""
        self._add(item_id, {})

    def add_break_below(self, item_id: str) -> None:
        """Make a break of ten minutes below another row."""
        self._add(
            item_id,
            {"kind": ItemKind.BREAK, "title": say("Paus"), "duration": BREAK_MINUTES},
        )

    def add_at(self, place: int) -> None:
        """Make an empty row before the row at ``place``."""
        if self._meeting.sheet is not None and self._desk.flush_or_say():
            self._add_before(place, {})

    def _add(self, item_id: str, values: Mapping[str, object]) -> None:
        if self._meeting.sheet is not None and self._desk.flush_or_say():
            self._add_before(self.place_below(item_id), values)

    def _add_before(self, place: int | None, values: Mapping[str, object]) -> None:
        items = self._items
        place = place_of_new(items) if place is None else place
        level = items[place].level if place < len(items) else 0
        made = Add(Item, {**values, "level": level}, self._meeting_id, place)
        changes = self._desk.run(made)
        if changes is not None and changes.created:
            self.made.emit(changes.created)

    def place_below(self, item_id: str) -> int | None:
        """Return before which row one is put that stands below another.

        None is where new rows go, which also holds for those that close the meeting.
        """
        ids = [item.id for item in self._items]
        last = place_of_new(self._items)
        return ids.index(item_id) + 1 if item_id in ids[:last] else None

    def is_blank(self, item_id: str) -> bool:
        """Return whether nothing has been written in a row."""
        item = self._meeting.item(item_id)
        return item is not None and item == Item(id=item_id, level=item.level)

    def add_copies(
        self, items: tuple[Item, ...], place: int | None, *, instead: str = ""
    ) -> tuple[str, ...]:
        """Put copies of rows on the agenda and return their ids; none when refused."""
        before = {item.id for item in self._items}
        self._desk.run(AddItems(self._meeting_id, items, place, instead))
        return tuple(item.id for item in self._items if item.id not in before)

    def remove(self, item_ids: tuple[str, ...]) -> None:
        """Take rows away, with their sub-items, and say which; Undo brings them back."""
        going = blocks(self._items, item_ids)
        if going and self._desk.run(RemoveItems(item_ids)) is not None:
            told = say_count(
                "{n} rad togs bort: {titles}", "{n} rader togs bort: {titles}", len(going),
                titles=_titles(going),
            )  # fmt: skip
            self._desk.messages.tell(told, "undo")

    def clear(self, item_id: str, column: AgendaColumn, shown: str) -> None:
        """Empty a cell, where ``shown`` stands, and say so; Undo brings it back."""
        item = self._meeting.item(item_id)
        values = self._read(item, column, "")
        if item is None or not values or self._desk.run(Change(Item, item_id, values)) is None:
            return
        told = say("Rutan {column} tömdes. Där stod {text}.")
        heading = column_names()[column]
        self._desk.messages.tell(told.format(column=heading, text=_told(shown)), "undo")

    def send(self, item_ids: tuple[str, ...], meeting_id: str, day: str) -> None:
        """Move rows to another meeting, held on ``day``; raises InputError."""
        going = blocks(self._items, item_ids)
        self._desk.attempt_now(SendItems(item_ids, meeting_id))
        told = say_count(
            "{n} rad flyttades till sammanträdet {day}: {titles}",
            "{n} rader flyttades till sammanträdet {day}: {titles}",
            len(going),
            day=day,
            titles=_titles(going),
        )
        self._desk.messages.tell(told, "undo")

    def shift(self, item_ids: tuple[str, ...], by: int) -> None:
        """Move rows together one step up (-1) or down (+1)."""
        if item_ids and self._desk.run(ShiftItems(item_ids, by)) is not None:
            self.shifted.emit(item_ids)

    def drop(self, item_ids: tuple[str, ...], place: int) -> None:
        """Move rows to stand before the row at ``place``."""
        if self._desk.run(MoveItems(item_ids, place)) is not None:
            self.shifted.emit(item_ids)

    @property
    def _items(self) -> tuple[Item, ...]:
        sheet = self._meeting.sheet
        return () if sheet is None else sheet.items

    @property
    def _meeting_id(self) -> str:
        return self._meeting.sheet.id if self._meeting.sheet else ""

    def set_level(self, item_id: str, level: int) -> None:
        """Make a row a sub-item (1) or an item of its own (0)."""
        sheet = self._meeting.sheet
        if sheet is not None and sheet.items and sheet.items[0].id == item_id and level:
            self._desk.messages.refuse(
                say(
                    "Den första raden har ingen rad ovanför att vara underpunkt till. Flytta "
                    "ner den först."
                )
            )
            return
        self.change(item_id, {"level": level})

    def pin(self, item_id: str, held: bool) -> None:
        """Hold a row to the clock time it has now, or let it follow the row before."""
        sheet = self._meeting.sheet
        if sheet is None:
            return
        start = timetable(sheet).slots[item_id].start
        if held and start is None:
            self._desk.messages.refuse(
                say("Raden har ingen klocktid än. Skriv en i rutan för tid, till exempel 16.30.")
            )
            return
        self.change(item_id, {"pin": start if held else None})

    def toggle(self, item_id: str, name: str, on: bool) -> None:
        """Switch one of a row's yes-or-no values, or whether its time is printed."""
        item = self._meeting.item(item_id)
        if item is None:
            return
        if name == "silent":
            self.change(item_id, {"print_time": PrintTime.NONE if on else PrintTime.RANGE})
        elif name == "numbered":
            self.change(item_id, {name: numbered_choice(item.kind, on)})
        else:
            self.change(item_id, {name: on})

    def _tell_moves(self, before: Meeting, changes: Changes) -> None:
        after = self._meeting.sheet
        if after is None:
            return
        old, new = timetable(before), timetable(after)
        numbers = printed_numbers(after.items, self._meeting.style.sub_numbers)
        ids = frozenset(move.item_id for move in moved_rows(old, new, after.items))
        self.rows_moved.emit(ids, summary(old, new, after.items, numbers) if ids else "")


def _titles(items: Sequence[Item]) -> str:
    """Name rows by their titles, the first of many."""
    titles = [_told(item.title) if item.title else say("utan rubrik") for item in items]
    most = TITLES_TOLD if len(titles) <= TITLES_TOLD else TITLES_TOLD - 1
    return f"{joined_first(titles, most)}."


def _told(text: str) -> str:
    return quoted(shortened(text, LONGEST_TOLD))
