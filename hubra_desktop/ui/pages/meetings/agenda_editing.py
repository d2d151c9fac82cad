"""What the secretary does to the agenda, turned into commands.

The table, the details under it and the menus all come here; nothing else in the
window makes commands for rows.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.moves import moved_rows, summary
from hubra_desktop.model.numbering import numbered_choice, printed_numbers
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.timetable import timetable
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.agenda_entry import Surroundings, values_typed
from hubra_desktop.ui.pages.meetings.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.agenda import MoveItem, ShiftItem
from hubra_desktop.work.edits import Add, Change, Remove

BREAK_MINUTES = 10


class AgendaEditing(QObject):
    """Edits the open meeting's rows; refuses with a sentence and changes nothing then.

    ``rows_moved(ids, sentence)`` follows a change that moved the times of rows.
    ``made(id)`` follows a row made by a command of its own, ``shifted(id)`` a row
    moved in the order.
    """

    rows_moved = Signal(object, str)
    made = Signal(str)
    shifted = Signal(str)

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting = meeting
        self.organisations: tuple[str, ...] = ()
        meeting.committed.connect(self._tell_moves)

    def enter(self, item_id: str, column: AgendaColumn, text: str, edit: str) -> str:
        """Commit what is typed in a cell and return the row's id; raises InputError.

        ``edit`` names the visit to the editor, whose saves become one undo step. The
        id is "" when nothing was typed in the blank row.
        """
        item = self._meeting.item(item_id)
        values = self._read(item, column, text)
        if not values or self._meeting.sheet is None:
            self._meeting.forget_typing()
            return item_id
        if item is None:
            made = {"id": new_id(), **values}
            changes = self._desk.attempt_now(Add(Item, made, self._meeting.sheet.id, edit=edit))
            return changes.created or ""
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

    def _read(self, item: Item | None, column: AgendaColumn, text: str) -> dict[str, object]:
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

    def _add(self, item_id: str, values: Mapping[str, object]) -> None:
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        sheet = self._meeting.sheet or sheet
        ids = [item.id for item in sheet.items]
        place = ids.index(item_id) + 1 if item_id in ids else None
        level = sheet.items[place].level if place is not None and place < len(ids) else 0
        changes = self._desk.run(Add(Item, {**values, "level": level}, sheet.id, place))
        if changes is not None and changes.created:
            self.made.emit(changes.created)

    def remove(self, item_id: str) -> None:
        """Take a row away, with its sub-items; Undo brings it back."""
        if self._meeting.item(item_id) is not None:
            self._desk.run(Remove(Item, item_id))

    def shift(self, item_id: str, by: int) -> None:
        """Move a row one step up (-1) or down (+1)."""
        if self._desk.run(ShiftItem(item_id, by)) is not None:
            self.shifted.emit(item_id)

    def drop(self, item_id: str, place: int) -> None:
        """Move a row to stand before the row at ``place``."""
        if self._desk.run(MoveItem(item_id, place)) is not None:
            self.shifted.emit(item_id)

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
