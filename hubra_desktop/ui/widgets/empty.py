"""What an empty place says: what belongs there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build

WIDTH = 420
BUTTON = 240


class EmptyState(QWidget):
    """A heading, a sentence and a button for each action that begins something."""

    def __init__(
        self, heading: str, sentence: str, *actions: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty-state")
        inside = QWidget(self)
        inside.setFixedWidth(theme().scaled(WIDTH))
        labels = [build.label(heading, "title", inside), build.label(sentence, "muted", inside)]
        for label in labels:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = [self._button(action, first=not i) for i, action in enumerate(actions)]
        # All are as wide as the widest of them.
        together = build.row(None, build.column(*buttons, spacing=GRID), None)
        standing = build.column(None, *labels, together, None, of=inside, spacing=GRID)
        standing.insertSpacing(len(labels) + 1, GRID)
        standing.setStretch(0, 2)
        standing.setStretch(standing.count() - 1, 3)
        build.row(None, inside, None, of=self)

    def _button(self, action: QAction, *, first: bool) -> QPushButton:
        button = build.action_button(action, "empty", self, role="primary" if first else "")
        button.setMinimumWidth(BUTTON)
        return button
