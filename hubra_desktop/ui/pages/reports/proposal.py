"""What the register proposes for a section, shown before it takes the place of the text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.theme import GRID


class ProposalPane(QFrame):
    """Shows a proposed text beside what is written; ``taken`` tells that it was chosen."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-proposed")
        self.setProperty("role", "plain")
        label = QLabel(say("Registret föreslår:"), self)
        self.text = RichEditor("proposed-text", say("Det som registret föreslår"), self)
        self.text.setReadOnly(True)
        label.setBuddy(self.text)
        self.take = QPushButton(say("Byt texten mot detta"), self)
        self.take.setObjectName("take-proposal")
        self.take.clicked.connect(self.taken)
        self.keep = QPushButton(say("Behåll texten"), self)
        self.keep.setObjectName("keep-text")
        row = QHBoxLayout()
        row.addWidget(self.take)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label)
        column.addWidget(self.text, 1)
        column.addLayout(row)
        self.hide()

    def offer(self, text: str) -> None:
        """Show a proposal until it is taken or the text is kept."""
        self.text.begin(text)
        self.show()
        self.take.setFocus()
