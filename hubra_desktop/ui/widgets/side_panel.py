"""The panel beside a list: a head that names what is edited, and the form for it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme

WIDTH = 400
LEAST = 320


class SidePanel(QFrame):
    """Shows one of its forms under a head; ``left`` follows Esc and the button that closes.

    ``tools`` are actions that stand as buttons in the head.
    """

    left = Signal()

    def __init__(
        self, forms: Sequence[QWidget], tools: Sequence[QAction] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("side-panel")
        self.setProperty("role", "side")
        self._title = QLabel(self)
        self._title.setProperty("role", "section")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, GRID, GRID, 0)
        head.addWidget(self._title, 1)
        for action in tools:
            head.addWidget(self._tool(action))
        close = QToolButton(self)
        close.setObjectName("side-close")
        close.setIcon(icon("close"))
        close.setAccessibleName(self.tr("Close the panel"))
        close.setToolTip(self.tr("Close the panel (Esc)"))
        close.clicked.connect(self.left)
        head.addWidget(close)
        self._stack = QStackedWidget(self)
        for form in forms:
            self._stack.addWidget(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        factor = theme().scale.body / 13
        self.setMinimumWidth(round(LEAST * factor))

    def _tool(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"side-{action.objectName()}")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def show_form(self, form: QWidget, title: str) -> None:
        """Show one of the forms."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._stack.setCurrentWidget(form)

    @property
    def form(self) -> QWidget | None:
        """Return the form in view."""
        return self._stack.currentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
