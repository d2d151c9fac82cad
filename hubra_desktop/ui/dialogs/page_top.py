"""The top of a page, made anew whenever the house style in the dialog changes."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.ui.page_builder import BuiltPages, PageBuilder, Wish
from hubra_desktop.ui.theme import GRID
from hubra_desktop.work.paper_contents import KallelseContent
from hubra_desktop.work.papers import Collected

WIDTH = 400
HEIGHT = 440
AFTER_KEY_MS = 200


class PageTop(QWidget):
    """Shows how ``meeting`` would be printed; ``stop`` ends the thread that makes it.

    What cannot be printed is told under the picture, which stays as it was.
    """

    def __init__(self, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting = meeting
        self._style = HouseStyle()
        heading = QLabel(say("Sidans överdel"), self)
        heading.setProperty("role", "field")
        self.picture = QLabel(self)
        self.picture.setObjectName("style-preview")
        self.picture.setProperty("role", "paper")
        self.picture.setAccessibleName(say("Sidans överdel så som den skrivs ut"))
        self.picture.setFixedSize(WIDTH, HEIGHT)
        self.told = QLabel(self)
        self.told.setObjectName("style-preview-told")
        self.told.setProperty("role", "small")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (heading, self.picture, self.told):
            column.addWidget(widget)
        column.addStretch(1)
        self.builder = PageBuilder(self)
        self.builder.built.connect(self._show)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(AFTER_KEY_MS)
        self._wait.timeout.connect(self._ask)

    def show_style(self, style: HouseStyle) -> None:
        """Show the page in another style, soon."""
        self._style = style
        self._wait.start()

    def tell(self, sentence: str) -> None:
        """Say why the picture is not what the fields say; "" when it is."""
        self.told.setText(sentence)

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._wait.stop()
        self.builder.stop()

    def _ask(self) -> None:
        ratio = self.devicePixelRatioF()
        paper = Collected("kallelse", KallelseContent(self._meeting), self._style)
        self.builder.ask(Wish(paper, round(WIDTH * ratio), ratio))

    def _show(self, pages: BuiltPages) -> None:
        self.tell(pages.refusal)
        if pages.images:
            top = pages.images[0].copy(0, 0, pages.wish.width, round(HEIGHT * pages.wish.ratio))
            top.setDevicePixelRatio(pages.wish.ratio)
            self.picture.setPixmap(QPixmap.fromImage(top))
