"""A row of the parts of a page: one stop for Tab, arrows between them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.arrows import RowButton, walk


class PartBar(QWidget):
    """``chosen(name)`` asks for a part; whoever can show it answers with ``show_part``."""

    chosen = Signal(str)

    def __init__(
        self, label: str, parts: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("part-bar")
        self.setAccessibleName(label)
        self.buttons = {name: self._button(name, text) for name, text in parts}
        build.row(*self.buttons.values(), of=self, spacing=2)
        self.shown = ""
        self.show_part(parts[0][0])

    def _button(self, name: str, text: str) -> QToolButton:
        button = RowButton(self)
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
        self._ask(self.sender())

    def _ask(self, button: QObject) -> None:
        name = str(button.property("part"))
        if name != self.shown:
            self.chosen.emit(name)
        # A button checks itself when it is pressed, whether or not its part was shown.
        self.show_part(self.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the part beside with an arrow."""
        button = walk(tuple(self.buttons.values()), event)
        if button is None:
            super().keyPressEvent(event)
        else:
            self._ask(button)
