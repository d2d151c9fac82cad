"""The papers of the money: made beside the window, then saved, printed or opened."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from PySide6.QtCore import QObject, QThread, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.mishaps import report_once
from hubra_desktop.ui.page_builder import sentence_of
from hubra_desktop.work.queries import Reader

SAVE = "save-pdf"
PRINT = "print"
VIEW = "view-pdf"
Make = Callable[[Reader], bytes]


@dataclass(frozen=True)
class MoneyPaper:
    """A paper: the name its file is offered, and what makes it of the register."""

    name: str
    make: Make


def budget_paper(year: int, *, ledger: bool = False) -> MoneyPaper:
    """Return the year's budget, with its rows as an appendix if asked for."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import budget_of

        return budget_of(reader, year, ledger=ledger)

    return MoneyPaper(f"{'Huvudbok' if ledger else 'Budget'} {year}.pdf", make)


def grants_list(year: int | None) -> MoneyPaper:
    """Return the list of a year's grants, or of all."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import grants_list_of

        return grants_list_of(reader, year)

    return MoneyPaper(f"Bidrag {year}.pdf" if year else "Bidrag.pdf", make)


def decision_letter(grant_id: str, title: str) -> MoneyPaper:
    """Return the letter about a grant's latest decision."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import decision_letter_of

        return decision_letter_of(reader, grant_id)

    return MoneyPaper(_file_name("Beslutsbrev", title), make)


def claim_letter(grant_id: str, title: str) -> MoneyPaper:
    """Return the letter that asks a grant back."""

    def make(reader: Reader) -> bytes:
        from hubra_desktop.work.money_papers import reclaim_of

        return reclaim_of(reader, grant_id)

    return MoneyPaper(_file_name("Återkrav", title), make)


def _file_name(kind: str, title: str) -> str:
    """Return a name without what files cannot be called."""
    plain = "".join(mark for mark in title if mark not in '<>:"/\\|?*').strip()
    return f"{kind} {plain}".strip() + ".pdf"


class _Maker(QThread):
    """Makes one paper; ``content`` or ``refusal`` tells what came of it."""

    def __init__(self, desk: Desk, paper: MoneyPaper, way: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("money-paper")
        self._desk = desk
        self.paper, self.way = paper, way
        self.content = b""
        self.refusal = ""

    def run(self) -> None:
        try:
            with self._desk.read() as reader:
                self.content = self.paper.make(reader)
        except InputError as refusal:
            self.refusal = sentence_of(refusal)
        except Exception as error:
            report_once(error)
            self.refusal = self.tr("The paper could not be made just now.")


class MoneyPapers(QObject):
    """Makes a paper on a thread of its own and does with it what was asked for.

    One at a time: while one is being made, another is not begun. ``made`` follows.
    """

    made = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._maker: _Maker | None = None
        self._lent: TemporaryDirectory[str] | None = None

    @property
    def busy(self) -> bool:
        """Return whether a paper is being made."""
        return self._maker is not None

    def do(self, paper: MoneyPaper, way: str) -> None:
        """Save, print or open a paper."""
        if self.busy or not self._desk.flush():
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
        else:
            ways = {SAVE: self._save, PRINT: self._print, VIEW: self._view}
            ways[maker.way](maker.content, maker.paper.name)
        self.made.emit()

    def _save(self, content: bytes, name: str) -> None:
        from hubra_desktop.ui.dialogs.files import ask_pdf

        path = ask_pdf(self._window.window(), name)
        if path is not None and self._desk.write_file(path, content):
            self._desk.messages.tell(self.tr("Saved as {file}.").format(file=path.name))

    def _print(self, content: bytes, name: str) -> None:
        from hubra_desktop.ui.dialogs.printing import print_pdf

        print_pdf(self._window.window(), content, name)

    def _view(self, content: bytes, name: str) -> None:
        if self._lent is None:
            self._lent = TemporaryDirectory(prefix="hubra-", ignore_cleanup_errors=True)
        path = Path(mkdtemp(dir=self._lent.name)) / name
        path.write_bytes(content)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._desk.messages.refuse(
                self.tr("No program for PDF could be opened. Save the PDF and open it yourself.")
            )

    def stop(self) -> None:
        """Wait for the paper that is being made, and take back what was lent."""
        if self._maker is not None:
            self._maker.finished.disconnect(self._take)
            self._maker.wait()
            self._maker = None
        if self._lent is not None:
            self._lent.cleanup()
            self._lent = None
