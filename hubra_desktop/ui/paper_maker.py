"""Papers that take a while: made beside the window, then saved, printed or opened."""

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.ui.crash_handler import report_once
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.page_builder import sentence_of
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.work.papers import PaperRequest, render

SAVE = "save-pdf"
PRINT = "print"
VIEW = "view-pdf"


class _Maker(QThread):
    """Makes one paper; ``content`` or ``refusal`` tells what came of it."""

    def __init__(self, desk: Desk, paper: PaperRequest, way: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("paper-maker")
        self._desk = desk
        self.paper, self.way = paper, way
        self.name, self.content = "", b""
        self.refusal = ""

    def run(self) -> None:
        try:
            with self._desk.read() as reader:
                paper = self.paper.collect(reader)
            self.name, self.content = paper.file_name(), render(paper)
        except InputError as refusal:
            self.refusal = sentence_of(refusal)
        except Exception as error:
            report_once(error)
            self.refusal = say("Handlingen kunde inte göras just nu.")


class PaperMaker(QObject):
    """Makes a paper on a thread of its own and does with it what was asked for.

    One at a time: while one is being made, another is not begun. ``made`` follows.
    """

    made = Signal()

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk = desk
        self._maker: _Maker | None = None
        self._out = PaperOut(desk, place)

    @property
    def busy(self) -> bool:
        """Return whether a paper is being made."""
        return self._maker is not None

    def do(self, paper: PaperRequest, way: str) -> None:
        """Save, print or open a paper."""
        if self.busy:
            self._desk.messages.tell(say("En handling görs just nu. Vänta tills den är klar."))
            return
        if not self._desk.flush_or_say():
            return
        self._maker = _Maker(self._desk, paper, way, self)
        self._maker.finished.connect(self._take)
        self._maker.start()

    def _take(self) -> None:
        maker, self._maker = self._maker, None
        if maker is None:
            return
        maker.deleteLater()
        if maker.refusal:
            self._desk.messages.refuse(maker.refusal)
        elif maker.way == PRINT:
            self._out.print_made(maker.name, maker.content)
        elif maker.way == VIEW:
            self._out.view_made(maker.name, maker.content)
        else:
            self._out.save_made(maker.name, maker.content)
        self.made.emit()

    def stop(self) -> None:
        """Wait for the paper that is being made, and take back what was lent."""
        if self._maker is not None:
            self._maker.finished.disconnect(self._take)
            self._maker.wait()
            self._maker = None
        self._out.stop()
