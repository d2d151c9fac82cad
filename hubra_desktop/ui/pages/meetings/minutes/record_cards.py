"""What was recorded at a §, a card for each: filled in, put in order and taken away."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import literal, plain_tip
from hubra_desktop.ui.widgets.usable import let_use
from hubra_desktop.work.edits import Remove, Reorder

People = Sequence[tuple[str, str]]
"""Names with the ids that they have in the attendance."""


class RecordCard(Form):
    """One record of a list, each field stored as it is left; what is chosen is shown by name.

    ``moved(step)`` and ``removed`` ask for what its buttons say.
    """

    moved = Signal(int)
    removed = Signal()

    def __init__(self, name: str, label: str, desk: Desk, parent: QWidget, *, change: type) -> None:
        super().__init__(name, label, parent, desk=desk, change=change)
        self.people: People = ()
        self.stand_in_panel()
        self._tools = [
            self._tool("remove", say("Ta bort"), self.removed.emit),
            self._tool("up", say("Flytta upp"), partial(self.moved.emit, -1)),
            self._tool("down", say("Flytta ned"), partial(self.moved.emit, 1)),
        ]

    def _tool(self, name: str, text: str, do: Callable[[], object]) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(f"{self.objectName()}-{name}")
        tool.setIcon(icon(name, "muted"))
        tool.setAccessibleName(text)
        tool.setToolTip(plain_tip(text))
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tool.clicked.connect(do)
        return tool

    def begin_with(self, *fields: Field) -> None:
        """Put in the first row: fields beside each other, and what can be done with the card."""
        head = QWidget(self.inside)
        low = Qt.AlignmentFlag.AlignBottom
        tools = ((tool, low) for tool in self._tools)
        build.row((self._band(fields), 1), *tools, of=head, spacing=0)
        self._add(head)

    def know(self, people: People) -> None:
        """Offer these people where somebody is chosen."""
        self.people = people
        if "attendance_id" in self.choices:
            self.choices["attendance_id"].offer(people)

    def stand_as(self, place: int, count: int) -> None:
        """Stand as one of so many, from 0: the first cannot be moved up."""
        _, up, down = self._tools
        up.setVisible(count > 1)
        down.setVisible(count > 1)
        up.setEnabled(self.editable and place > 0)
        down.setEnabled(self.editable and place < count - 1)

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        for tool in self._tools:
            tool.setEnabled(editable)

    def write(self, values: Mapping[str, Any], edit: str) -> None:
        """Write values, with the name of whoever was chosen."""
        written = dict(values)
        if "attendance_id" in values:
            names = {held: name for name, held in self.people}
            written["name"] = names.get(values["attendance_id"], self.record.name)
        super().write(written, edit)


MakeCard = Callable[[Desk, QWidget], RecordCard]


class RecordList(QWidget):
    """The cards of one list of a §, kept by their ids while others come and go.

    ``make`` makes an empty card, ``adding`` is the button's text. ``added(id)`` tells that one
    is to be made: for whom, or for nobody where none is asked for. ``left(card)``: one goes.
    """

    added = Signal(str)
    left = Signal(object)

    def __init__(
        self,
        name: str,
        heading: str,
        adding: str,
        desk: Desk,
        make: MakeCard,
        parent: QWidget,
        *,
        asks_who: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"list-{name}")
        self.setAccessibleName(heading)
        self._desk, self._make, self._asks_who = desk, make, asks_who
        self._people: People = ()
        self._editable = True
        self.cards: dict[str, RecordCard] = {}
        self.add = QToolButton(self)
        self.add.setObjectName(f"add-{name}")
        self.add.setText(adding)
        self.add.setIcon(icon("add", "accent"))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if asks_who:
            self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self.add.setMenu(QMenu(self.add))
        else:
            self.add.clicked.connect(partial(self.added.emit, ""))
        label = build.label(heading, "section", self, wraps=False)
        label.setProperty("place", "section")
        self._cards = build.column(spacing=GRID)
        build.column(build.row((label, 1), self.add), self._cards, of=self, spacing=GRID // 2)

    def know(self, people: People) -> None:
        """Offer these people, in the cards and to add one for."""
        if people == self._people:
            return
        self._people = people
        for card in self.cards.values():
            card.know(people)
        if self._asks_who:
            menu = self.add.menu()
            menu.clear()
            for name, attendance_id in people:
                menu.addAction(literal(name), partial(self.added.emit, attendance_id))
            self._allow_adding()

    def _allow_adding(self) -> None:
        nobody = self._asks_who and not self._people
        let_use(self.add, say("Närvarolistan är tom.") if nobody else "")
        self.add.setEnabled(self._editable and not nobody)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these records; what is typed of those that stay is kept."""
        if [row.id for row in rows] != list(self.cards):
            self._arrange(rows)
        for place, row in enumerate(rows):
            self.cards[row.id].show_record(row)
            self.cards[row.id].stand_as(place, len(rows))

    def _arrange(self, rows: Sequence[Any]) -> None:
        before = self.cards
        kept = {
            row.id: before.pop(row.id) if row.id in before else self._made(row.id) for row in rows
        }
        for gone in before.values():
            self.left.emit(gone)
            gone.let_go()
            gone.hide()
            gone.deleteLater()
        self.cards = kept
        for place, card in enumerate(kept.values()):
            self._cards.insertWidget(place, card)
            card.setVisible(True)

    def _made(self, row_id: str) -> RecordCard:
        card = self._make(self._desk, self)
        card.know(self._people)
        card.set_editable(self._editable)
        card.moved.connect(partial(self._move, row_id))
        card.removed.connect(partial(self._remove, row_id))
        return card

    def _move(self, row_id: str, step: int) -> None:
        record = self.cards[row_id].record
        place = list(self.cards).index(row_id) + step
        if 0 <= place < len(self.cards):
            self._desk.run(Reorder(type(record), row_id, place))

    def _remove(self, row_id: str) -> None:
        record = self.cards[row_id].record
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)  # the card goes away
        if self._desk.run(Remove(type(record), row_id)) is not None:
            self._desk.messages.tell(say("Raden togs bort."), "undo")

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self._allow_adding()
        for place, card in enumerate(self.cards.values()):
            card.set_editable(editable)
            card.stand_as(place, len(self.cards))

    def begin(self, row_id: str, field: str = "") -> None:
        """Go to a card, to a field of it that is named or the first."""
        card = self.cards.get(row_id)
        if card is not None:
            card.go_to(field if field in card.places else next(iter(card.entries)))
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
