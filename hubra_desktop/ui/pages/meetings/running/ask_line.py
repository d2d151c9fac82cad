"""Asks one thing at a time in the view itself: who, what, or one of a few."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import folded
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.undo_keys import TypedLine

SHOWN = 7
FRAME = 4
Choices = Sequence[tuple[str, Any]]
Then = Callable[[Any], object]


class _Line(TypedLine):
    """The line that is typed in; arrows go through the list under it."""

    def __init__(self, ask: "AskLine") -> None:
        super().__init__(ask)
        self._ask = ask

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._ask.take_key(event):
            super().keyPressEvent(event)


class AskLine(QFrame):
    """A question, a line to answer in and, where there is something to choose, a list of it.

    What is typed narrows the list; Enter takes what is current in it, or the text. Esc asks
    no more. Where a choice is wanted and nothing fits, Enter says so. An answer that is
    refused stands as it was given, with the reason. ``opened`` follows a question, ``closed``
    when nothing is asked any longer.
    """

    closed = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask-line")
        self.setProperty("role", "panel")
        self.question = build.label("", "section", self, name="ask-question")
        self.line = _Line(self)
        self.line.setObjectName("ask-text")
        self.line.textEdited.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setObjectName("ask-list")
        self.list.setProperty("role", "completion")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take_clicked)
        self.keys = build.label("", "small", self, name="ask-keys", wraps=False)
        self.refusal = build.label("", "callout", self, name="ask-refusal")
        around = (2 * GRID, GRID, 2 * GRID, GRID)
        top = build.row((self.question, 1), self.keys, spacing=GRID)
        parts = (top, self.line, self.refusal, self.list)
        build.column(*parts, of=self, margins=around, spacing=GRID // 2)
        self._choices: Choices = ()
        self._then: Then | None = None
        self._typed = self._free = False
        self._first, self._height = "", 0
        self.hide()

    @property
    def asking(self) -> bool:
        """Tell whether something is asked."""
        return self._then is not None

    @property
    def unanswered(self) -> str:
        """Return the text that stands in the line as an answer and has not been given."""
        typed = self.line.text().strip()
        wanted = self.asking and (self._typed or self._free) and typed != self._first.strip()
        return typed if wanted else ""

    def ask_text(self, question: str, then: Then, first: str = "") -> None:
        """Ask for a text, which may be empty; ``first`` stands there, marked."""
        self._begin(question, (), then, first, typed=True)

    def ask_one(self, question: str, choices: Choices, then: Then) -> None:
        """Ask for one of some things, by the words that name them."""
        self._begin(question, choices, then, "")

    def ask_or_type(self, question: str, choices: Choices, then: Then, first: str = "") -> None:
        """Ask for a text; the choices are offered, and taken once an arrow has led to them."""
        self._begin(question, choices, then, first, typed=True)

    def ask_one_or_new(self, question: str, choices: Choices, then: Then) -> None:
        """Ask for one of some things, or for a text that names another: it stands last."""
        self._begin(question, choices, then, "", free=True)

    def leave(self) -> None:
        """Ask no more."""
        was, self._then = self._then, None
        self.hide()
        if was is not None:
            self.closed.emit()

    def _begin(
        self,
        question: str,
        choices: Choices,
        then: Then,
        first: str,
        *,
        typed: bool = False,
        free: bool = False,
    ) -> None:
        self._choices, self._then, self._first = choices, then, first
        self._typed, self._free = typed, free
        self.question.setText(question)
        keys = say("Enter svarar · Esc avbryter")
        self.keys.setText(say("Enter svarar · Esc avbryter · ↑ ↓ väljer") if choices else keys)
        for each in (self.line, self.list):
            each.setAccessibleName(question)
        self.line.setText(first)
        self.line.selectAll()
        self._narrow(first)
        self.show()
        self.opened.emit()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self.line, question)

    def _narrow(self, typed: str) -> None:
        words = folded(typed).split()
        self.refuse("")
        self.list.clear()
        for place, (text, _) in enumerate(self._choices):
            parts = folded(text).replace("-", " ").split()
            if all(any(part.startswith(word) for part in parts) for word in words):
                item = QListWidgetItem(text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, place)
        if self._free and typed.strip():
            QListWidgetItem(say("”{text}”, så som du skrev", text=typed.strip()), self.list)
        # Where one is chosen the list keeps its height, so that nothing moves while it narrows.
        most = self.list.count() if self._typed else len(self._choices)
        self.list.setVisible(most > 0)
        if self.list.count() and not self._typed:
            self.list.setCurrentRow(0)
        rows = min(most, SHOWN)
        self.list.setFixedHeight(rows * self._row_height() + FRAME)

    def _row_height(self) -> int:
        """Return how high a row of the list is; an empty list remembers it."""
        self._height = max(self._height, self.list.sizeHintForRow(0))
        return self._height

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key of the line that answers, leaves or moves in the list."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            announce(self.line, self.list.currentItem().text())
        else:
            return False
        return True

    def _take_clicked(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        self._answer(self.line.text().strip() if place is None else self._choices[place][1])

    def _take(self) -> None:
        if self.list.currentRow() >= 0:
            self._take_clicked(self.list.currentItem())
        elif self._typed:
            self._answer(self.line.text().strip())
        elif self._free:
            self.refuse(say("Skriv några bokstäver, eller avbryt med Esc."))
        else:
            self.refuse(say("Ingen sådan finns här. Skriv något annat, eller avbryt med Esc."))

    def refuse(self, sentence: str) -> None:
        """Say at the line why nothing was done; "" takes that away."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        if sentence:
            announce(self.line, sentence)

    def _answer(self, value: object) -> None:
        """Give the answer; what follows may ask on. One that is refused stands where it was."""
        then, self._then = self._then, None
        if then is None:
            return
        try:
            then(value)
        except InputError as refused:
            self._then = then
            self.refuse(refused.sentence)
            return
        if self._then is None:
            self.hide()
            self.closed.emit()
