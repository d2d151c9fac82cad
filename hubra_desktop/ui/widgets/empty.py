"""What an empty place says: what belongs there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubra_desktop.ui.theme import GRID, theme

WIDTH = 420


class EmptyState(QWidget):
    """A heading, a sentence and a button for each action that begins something."""

    def __init__(
        self, heading: str, sentence: str, *actions: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty-state")
        inside = QWidget(self)
        inside.setFixedWidth(round(WIDTH * theme().scale.body / 13))
        column = QVBoxLayout(inside)
        column.setSpacing(GRID)
        column.addStretch(2)
        for text, role in ((heading, "title"), (sentence, "muted")):
            label = QLabel(text, inside)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(GRID)
        for place, action in enumerate(actions):
            button = self._button(action, first=not place)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(inside)
        row.addStretch(1)

    def _button(self, action: QAction, *, first: bool) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""), self)
        button.setObjectName(f"empty-{action.objectName()}")
        button.setProperty("role", "primary" if first else "")
        button.setToolTip(action.toolTip())
        button.setMinimumWidth(240)
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button
