"""The line in which words to look for and to put instead are typed, whatever it looks through."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row, search_line
from hubra_desktop.ui.widgets.layouts import tool_button


class FindWords(QFrame):
    """Enter goes on, Shift and Enter back, Esc ends where the search is.

    Its parts are named after ``prefix``. Subclasses go to a place, colour the places that are
    in view and exchange the words there.
    """

    def __init__(self, name: str, hint: str, parent: QWidget | None, *, prefix: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "plain")
        self._prefix = prefix
        self.words = search_line(f"{prefix}find-words", hint, self)
        self.count = label("", "small", self, name=f"{prefix}find-count", wraps=False)
        self.others = search_line(f"{prefix}find-others", say("Ersätt med"), self)
        back = self._tool("up", say("Föregående"), "Shift+F3", self.previous)
        on = self._tool("down", say("Nästa"), "F3", self.next)
        self.one = button(say("Ersätt"), f"{prefix}replace-one", self, self.replace)
        close = self._tool("close", say("Stäng"), "Esc", self.close_line)
        top = row((self.words, 1), self.count, back, on, close, spacing=GRID)
        self.below = row((self.others, 1), self.one, spacing=GRID)
        column(top, self.below, of=self, spacing=GRID // 2)
        self.words.textChanged.connect(self.mark)
        self.hide()

    def _tool(self, name: str, text: str, keys: str, do: Callable[[], object]) -> QToolButton:
        return tool_button(name, f"{self._prefix}find-{name}", text, do, self, keys=keys)

    def begin_with(self, words: str) -> None:
        """Show the line, with words that are chosen in a text, "" to keep those that stand here."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous if back else self.next)()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Look again where something else is shown."""
        if self.isVisible():
            self.mark()

    def next(self) -> None:
        """Go to the next place, from the last one to the first."""
        self.go(1)

    def previous(self) -> None:
        """Go to the place before, from the first one to the last."""
        self.go(-1)

    def go(self, step: int) -> None:
        """Go to the place after or before; without words, lead to where they are typed."""
        if self.words.text().strip():
            self.step(step)
        else:
            self.open_line()

    def open_line(self) -> None:
        """Show the line, with what is chosen in a text as the words."""
        raise NotImplementedError

    def step(self, step: int) -> None:
        """Go to the place after or before."""
        raise NotImplementedError

    def mark(self) -> None:
        """Colour the places in view, and tell how many there are in all."""
        raise NotImplementedError

    def close_line(self) -> None:
        """Hide the line and go back to the text."""
        raise NotImplementedError

    def replace(self) -> None:
        """Put the other words in the place that is chosen, and go on to the next."""
        raise NotImplementedError
