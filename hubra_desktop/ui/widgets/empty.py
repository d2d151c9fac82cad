"""What an empty place says: what belongs there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hubra_desktop.ui.theme import GRID

WIDTH = 420


class EmptyState(QWidget):
    """A heading, a sentence and a button for each action that begins something."""

    def __init__(
        self, heading: str, sentence: str, *actions: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty-state")
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        for text, role in ((heading, "title"), (sentence, "muted")):
            label = QLabel(text, self)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(WIDTH)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(GRID)
        for place, action in enumerate(actions):
            column.addWidget(
                self._button(action, first=not place), 0, Qt.AlignmentFlag.AlignHCenter
            )
        column.addStretch(3)

    def _button(self, action: QAction, *, first: bool) -> QPushButton:
        button = QPushButton(action.text().replace("&", ""), self)
        button.setObjectName(f"empty-{action.objectName()}")
        button.setProperty("role", "primary" if first else "")
        button.setToolTip(action.toolTip())
        button.setMinimumWidth(240)
        button.clicked.connect(action.trigger)
        return button
