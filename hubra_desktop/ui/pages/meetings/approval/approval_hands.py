"""Papers of an approval in the window: opened, saved, printed, and signed ones taken in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.kept_files import LARGEST_PAPER
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.lent_files import LentFiles, not_lent
from hubra_desktop.ui.paper_maker import PRINT, SAVE, PaperMaker
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.work.approving import IssuedMinutes
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.signed import SignedRow


class ApprovalHands(QObject):
    """Refusals end as a sentence in the message bar, and nothing half taken in is left."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._place = desk, place
        self._lent = LentFiles()
        self._out = PaperOut(desk, place)
        self._maker = PaperMaker(desk, place)

    def stop(self) -> None:
        """Take back what was lent."""
        self._out.stop()
        self._maker.stop()

    def do(self, way: str, paper: IssuedMinutes) -> None:
        """Open, save or print approved minutes to the byte."""
        from hubra_desktop.work.issued_papers import issued_pdf

        ways: dict[str, Callable[[str, bytes], object]] = {
            "view": self._out.view_made,
            "save": self._out.save_made,
            "print": self._out.print_made,
        }
        with self._desk.refusing():
            with self._desk.read() as reader:
                content = issued_pdf(reader, paper.id)
            ways[way](file_name(paper.title, ".pdf"), content)

    def print_notice(self, meeting_id: str, approval_id: str) -> None:
        """Print the announcement of an approval."""
        options = (("approval_id", approval_id),)
        self._maker.do(PaperRequest("anslag", meeting_id, options), PRINT)

    def save_public(self, meeting_id: str, paper: IssuedMinutes) -> None:
        """Save what everybody may read of approved minutes, made of what was issued."""
        options = (("issued", paper.id), ("audience", Audience.PUBLIC))
        self._maker.do(PaperRequest(paper.paper, meeting_id, options), SAVE)

    def take_in(self, paper: IssuedMinutes) -> None:
        """Ask for a signed file, check it beside the window, and keep it."""
        from hubra_desktop.ui.dialogs.files import ask_signed

        path = ask_signed(self._place)
        if path is not None:
            self.take_in_file(paper, path)

    def take_in_file(self, paper: IssuedMinutes, path: Path) -> None:
        """Check a signed file beside the window, and keep it."""
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.commands.signed import TakeInSigned
        from hubra_desktop.work.signing import PreparedSigned, checked_signed, prepare_signed

        with self._desk.refusing():
            content = read_whole(path, LARGEST_PAPER)
            with self._desk.read() as reader:
                prepared = prepare_signed(reader, paper.id, path.name, content)

            def check(_progress: Progress) -> PreparedSigned:
                return checked_signed(prepared)

            title = say("Kontrollerar underskrifterna i {name}", name=path.name)
            ready = WorkDialog.run(self._place, title, check)
            if ready is not None and self._desk.attempt(TakeInSigned(ready)) is not None:
                told = say("Den undertecknade filen {name} är intagen.", name=quoted(path.name))
                self._desk.messages.tell(told, "undo")

    def scan(self, paper: IssuedMinutes) -> None:
        """Ask for scans of signatures, and keep them."""
        from hubra_desktop.ui.dialogs.files import ask_papers
        from hubra_desktop.work.commands.signed import AttachScan

        for path in ask_papers(self._place, several=False):
            with self._desk.refusing():
                content = read_whole(path, LARGEST_PAPER)
                attach = AttachScan(paper.id, path.name, content, self._desk.today())
                if self._desk.attempt(attach) is not None:
                    told = say("Den inskannade filen {name} är tillagd.", name=quoted(path.name))
                    self._desk.messages.tell(told, "undo")

    def open_signed(self, signed: SignedRow) -> None:
        """Open a copy of a signed file in the computer's own program."""
        self._open(signed.name, signed.sha256)

    def open_record(self, signed: SignedRow) -> None:
        """Open the record of a check."""
        name = file_name(say("Kontroll av {name}", name=signed.name), ".pdf")
        self._open(name, signed.record_sha256 or "")

    def _open(self, name: str, sha256: str) -> None:
        from hubra_desktop.store.pictures import kept_picture

        with self._desk.refusing():
            with self._desk.read() as reader:
                content = kept_picture(reader, sha256)
            if content is None:
                raise refusal("Den undertecknade filen finns inte kvar i registret.")
            try:
                path = self._lent.lend(name, content)
            except OSError as error:
                self._desk.messages.refuse(not_lent(name, error))
                return
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._desk.messages.refuse(
                    say("Inget program kunde öppna {name}.", name=quoted(name))
                )
