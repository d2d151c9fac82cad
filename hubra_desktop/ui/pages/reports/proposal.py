"""What the register proposes for a section, shown before it takes the place of the text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row


class ProposalPane(QFrame):
    """Shows a proposed text beside what is written; ``taken`` tells that it was chosen."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("section-proposed")
        self.setProperty("role", "plain")
        heading = label(say("Registret föreslår:"), "", self, wraps=False)
        self.text = RichEditor("proposed-text", say("Det som registret föreslår"), self)
        self.text.setReadOnly(True)
        heading.setBuddy(self.text)
        self.take = button(say("Byt texten mot detta"), "take-proposal", self, self.taken.emit)
        self.keep = button(say("Behåll texten"), "keep-text", self)
        column(heading, (self.text, 1), row(self.take, self.keep, None), of=self, spacing=GRID)
        self.hide()

    def offer(self, text: str) -> None:
        """Show a proposal until it is taken or the text is kept."""
        self.text.begin(text)
        self.show()
        self.take.setFocus()
