"""The top of a page, made anew whenever the house style in the dialog changes."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.ui.page_builder import BuiltPages, PageBuilder, Wish
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.work.calling.call_papers import KallelseContent
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
        heading = build.label(say("Sidans överdel"), "field", self, wraps=False)
        self.picture = build.label("", "paper", self, name="style-preview", wraps=False)
        self.picture.setAccessibleName(say("Sidans överdel så som den skrivs ut"))
        self.picture.setFixedSize(WIDTH, HEIGHT)
        self.told = build.label("", "small", self, name="style-preview-told")
        build.column(heading, self.picture, self.told, None, of=self, spacing=GRID // 2)
        self.builder = PageBuilder(self)
        self.builder.built.connect(self._show)
        self._wait = later(AFTER_KEY_MS, self._ask, self)

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
