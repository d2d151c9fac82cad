"""What stands beside the minutes that are written: their page, or what was said."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.widgets.build import column
from hubra_desktop.ui.widgets.part_bar import PartBar

PAGE = "page"
SAID = "said"


class BesideMinutes(QWidget):
    """Shows the page or the transcript, one at a time."""

    def __init__(self, page: QWidget, transcript: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-beside")
        names = [(PAGE, say("Sidan")), (SAID, say("Transkription"))]
        self.bar = PartBar(say("Bredvid texten"), names, self)
        self.bar.setObjectName("minutes-beside-tabs")
        self.bar.chosen.connect(self.show_part)
        self._stack = QStackedWidget(self)
        for part in (page, transcript):
            self._stack.addWidget(part)
        column(self.bar, (self._stack, 1), of=self, spacing=0)

    def show_part(self, name: str) -> None:
        """Show the page or the transcript."""
        self.bar.show_part(name)
        self._stack.setCurrentIndex(self.bar.names.index(name))
