"""Who gets what is sent: the rows that are ticked, and below them how and where each gets it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import capitalised, listed
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import DropDown, TextField
from hubra_desktop.ui.pages.meetings.dispatch.recipients_model import (
    RecipientsModel,
    RecipientsView,
)
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.calling.call_sheets import (
    by_hand,
    counted_text,
    lists_to_add,
    sent_another_way,
)
from hubra_desktop.work.calling.recipients import ProposedRecipient, list_recipients

ROWS = 9
_ADDRESSED = (DeliveryWay.EMAIL, DeliveryWay.POST)


class CallRecipients(QWidget):
    """``concerned_turned`` asks for only those whom a change concerns, or all, to be ticked."""

    concerned_turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("call-recipients-part")
        self._desk = desk
        self._meeting_id = ""
        self.rows = RecipientsModel(self)
        self.view = RecipientsView(self.rows, self)
        self.rows.chosen.connect(self._count)
        self.view.row_chosen.connect(self._show_row)
        self.counted = build.label("", "muted", self, name="call-counted")
        self.concerned = QCheckBox(say("Bara de som ändringen berör"), self)
        self.concerned.setObjectName("call-concerned")
        self.concerned.toggled.connect(self.concerned_turned)
        self._make_row()
        self._make_new()
        self._lay_out()

    def _make_row(self) -> None:
        self.row_told = build.label("", "muted", self, name="call-row-told", wraps=False)
        self.way = ways_choice("call-way", say("Sätt för den valda raden"), self)
        self.way.activated.connect(self._turn_way)
        self.address = TextField("call-address", say("Adress för den valda raden"), self)
        self.address.editingFinished.connect(self.put_address)

    def _make_new(self) -> None:
        self.new_name = TextField("call-new-name", say("Namn"), self)
        self.new_name.setPlaceholderText(say("Namn på en till"))
        self.new_address = TextField("call-new-address", say("Adress"), self)
        self.new_address.setPlaceholderText(say("E-post eller adress"))
        self.new_way = ways_choice("call-new-way", say("Sätt"), self)
        self.add = self._button(say("Lägg till"), "call-add", self._add)
        self.lists = DropDown("call-lists", say("Lägg till från en lista"), self)
        self.lists.setMinimumContentsLength(22)
        self.lists.activated.connect(self._add_list)

    def _button(self, text: str, name: str, do: Callable[[], object]) -> QPushButton:
        made = build.button(text, name, self, do)
        made.setAutoDefault(True)
        return made

    def _lay_out(self) -> None:
        every = self._button(say("Välj alla"), "call-all", self._tick_all)
        none = self._button(say("Välj ingen"), "call-none", self._tick_none)
        several = build.row(every, none, self.concerned, None, self.lists, spacing=GRID)
        chosen = build.row(self.row_told, self.way, (self.address, 1), spacing=GRID)
        new = build.row(
            (self.new_name, 2), (self.new_address, 3), self.new_way, self.add, spacing=GRID
        )
        heading = build.label(say("Mottagare"), "section", self)
        parts = (heading, several, self.view, self.counted, chosen, new)
        build.column(*parts, of=self, spacing=GRID)

    def show_proposals(
        self, meeting_id: str, proposals: Sequence[ProposedRecipient], *, changes: bool
    ) -> None:
        """Show who is proposed; of a change those whom it concerns can be chosen alone."""
        self._meeting_id = meeting_id
        self.concerned.setVisible(changes)
        self.rows.show_proposals(proposals)
        shown = min(max(len(proposals), 4), ROWS)
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(theme().row_height * shown + header + 4)
        if not self.view.current_id():
            self.view.choose(self.rows.id_at(0))
        self._show_row()
        self._count()
        self._fill_lists()

    def start_over(self) -> None:
        """Forget what is chosen of several."""
        for each in (self.new_name, self.new_address):
            each.clear()
        self.concerned.blockSignals(True)
        self.concerned.setChecked(False)
        self.concerned.blockSignals(False)

    @property
    def ticked(self) -> list[ProposedRecipient]:
        """Return those who are to have it."""
        return [each for each in self.rows.proposals if each.ticked]

    def _count(self) -> None:
        ticked = self.ticked
        if not ticked:
            self.counted.setText(say("Ingen är vald."))
            return
        each_way = {way: sum(one.recipient.way is way for one in ticked) for way in DeliveryWay}
        ways = listed([f"{count} {word(way)}" for way, count in each_way.items() if count])
        count = counted_text([each.recipient for each in ticked])
        told = say("{count} valda: {ways}.", count=count, ways=ways)
        missing = sum(bool(each.missing) for each in ticked)
        if missing:
            lack = say_count("{n} saknar adress.", "{n} saknar adress.", missing)
            told = f"{told} {lack}"
        self.counted.setText(told)

    def _tick_all(self) -> None:
        self.rows.tick_all(ticked=True)

    def _tick_none(self) -> None:
        self.rows.tick_all(ticked=False)

    def _current(self) -> ProposedRecipient | None:
        here = self.view.current_id()
        return next((each for each in self.rows.proposals if each.key == here), None)

    def _show_row(self, *_: object) -> None:
        one = self._current()
        self.way.setEnabled(one is not None)
        self.address.setEnabled(one is not None and one.recipient.way in _ADDRESSED)
        self.row_told.setText(one.label if one else "")
        if one is not None:
            self.way.setCurrentIndex(self.way.findData(one.recipient.way))
            self.address.put(_on_one_line(one))

    def _turn_way(self) -> None:
        one, way = self._current(), DeliveryWay(self.way.currentData())
        if one is None or way is one.recipient.way:
            return
        with self._desk.refusing(), self._desk.read() as reader:
            self.rows.put(sent_another_way(reader, one, way))
        self._show_row()

    def put_address(self) -> None:
        """Take in the address that is typed for the current row."""
        one, typed = self._current(), self.address.text().strip()
        if one is None or not self.address.isEnabled() or typed == _on_one_line(one):
            return
        recipient = replace(one.recipient, address=typed)
        self.rows.put(replace(one, recipient=recipient, missing="" if typed else one.missing))

    def _add(self) -> None:
        """Add somebody who is typed, and be ready for one more."""
        name = self.new_name.text().strip()
        if name:
            way = DeliveryWay(self.new_way.currentData())
            one = by_hand(name, self.new_address.text(), way)
            self.rows.put(one)
            self.view.choose(one.key)
            self.new_name.clear()
            self.new_address.clear()
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_lists(self) -> None:
        with self._desk.read() as reader:
            found = lists_to_add(reader)
        self.lists.clear()
        self.lists.addItem(say("Lägg till från en lista…"), "")
        for each in found:
            self.lists.addItem(each.name, each.id)
        self.lists.setVisible(bool(found))

    def _add_list(self) -> None:
        list_id = self.lists.currentData()
        self.lists.setCurrentIndex(0)
        if not list_id:
            return
        with self._desk.read() as reader:
            found = list_recipients(reader, list_id, self._meeting_id)
        known = {each.key for each in self.rows.proposals}
        for each in found:
            if each.key not in known:
                self.rows.put(replace(each, ticked=True))


def _on_one_line(one: ProposedRecipient) -> str:
    return ", ".join(one.recipient.address.splitlines())


def ways_choice(name: str, label: str, parent: QWidget) -> DropDown:
    """Make a choice among the ways that papers are sent."""
    made = DropDown(name, label, parent)
    for way in DeliveryWay:
        made.addItem(capitalised(word(way)), way)
    return made
