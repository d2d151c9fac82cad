"""A row of the parts of a page: one stop for Tab, arrows between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

ARROWS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PartButton(QToolButton):
    """One part; the arrows are left to the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)


class PartBar(QWidget):
    """``chosen(name)`` tells which part is asked for; ``show_part`` says which is shown."""

    chosen = Signal(str)

    def __init__(
        self, label: str, parts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("part-bar")
        self.setAccessibleName(label)
        self.buttons = {name: self._button(name, text) for name, text in parts}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        self.shown = ""
        self.show_part(parts[0][0])

    def _button(self, name: str, text: str) -> QToolButton:
        button = PartButton(self)
        button.setObjectName(f"part-{name}")
        button.setProperty("role", "stage")
        button.setProperty("part", name)
        button.setText(text)
        button.setCheckable(True)
        button.setAutoExclusive(False)
        button.clicked.connect(self._choose)
        return button

    def show_part(self, name: str) -> None:
        """Show a part as the present one."""
        self.shown = name
        for each, button in self.buttons.items():
            button.setChecked(each == name)
            stop = Qt.FocusPolicy.StrongFocus if each == name else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self._ask(str(button.property("part")))

    def _ask(self, name: str) -> None:
        before = self.shown
        self.show_part(name)
        if name != before:
            self.chosen.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the part beside with an arrow."""
        if event.key() not in ARROWS:
            super().keyPressEvent(event)
            return
        names = list(self.buttons)
        place = names.index(self.shown) + ARROWS[event.key()]
        name = names[min(max(place, 0), len(names) - 1)]
        self._ask(name)
        self.buttons[self.shown].setFocus(Qt.FocusReason.TabFocusReason)
