"""A meeting's papers in the window: files added, opened, saved elsewhere, replaced, removed."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.kept_files import LARGEST_PAPER, size_text
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import paper_title
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.file_drop import local_files
from hubra_desktop.ui.lent_files import LentFiles, not_lent
from hubra_desktop.ui.paper_maker import VIEW, PaperMaker
from hubra_desktop.work.commands.meeting_papers import AttachPaper, ReplacePaper
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.files import read_whole
from hubra_desktop.work.papers import REPORT_NAMES, PaperRequest
from hubra_desktop.work.queries.meeting_papers import paper_file
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.queries.reports import report_sheet


class PaperHands(QObject):
    """Does with papers what is asked; refusals end as a sentence in the message bar.

    What is opened is a copy that cannot be written to, gone when the window is.
    """

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._place = desk, place
        self._lent = LentFiles()
        self._made = PaperMaker(desk, place)

    def ask(self, meeting_id: str, item_id: str | None) -> str | None:
        """Ask for files and add them; return the id of the last that was added."""
        from hubra_desktop.ui.dialogs.files import ask_papers

        return self.add(meeting_id, item_id, ask_papers(self._place))

    def add(self, meeting_id: str, item_id: str | None, paths: list[Path]) -> str | None:
        """Add files under an item, each as a step of its own; return the id of the last."""
        if not self._desk.flush_or_say():
            return None
        added: list[str] = []
        for path in paths:
            with self._desk.refusing():
                content = read_whole(path, LARGEST_PAPER)
                with self._desk.read() as reader:
                    day = today(reader)
                attach = AttachPaper(meeting_id, path.name, content, day, item_id)
                changes = self._desk.attempt(attach)
                if changes is not None and changes.created:
                    added.append(changes.created)
                    self._tell_added(path.name, len(content))
        return added[-1] if added else None

    def _tell_added(self, name: str, size: int) -> None:
        told = say(
            "Handlingen {name} är tillagd ({size}).", name=quoted(name), size=size_text(size)
        )
        self._desk.messages.tell(told, "undo")

    def paste(self, meeting_id: str, item_id: str | None) -> str | None:
        """Add the files that the clipboard holds."""
        paths = local_files(QGuiApplication.clipboard().mimeData())
        if not paths:
            self._desk.messages.warn(say("Urklipp har ingen fil att klistra in."))
            return None
        return self.add(meeting_id, item_id, paths)

    def replace(self, paper: MeetingPaper) -> None:
        """Ask for the file that is to take the place of a paper's."""
        from hubra_desktop.ui.dialogs.files import ask_papers

        for path in ask_papers(self._place, several=False):
            self.put(paper, path)

    def put(self, paper: MeetingPaper, path: Path) -> None:
        """Put a file in the place of a paper's."""
        if not self._desk.flush_or_say():
            return
        with self._desk.refusing():
            content = read_whole(path, LARGEST_PAPER)
            with self._desk.read() as reader:
                day = today(reader)
            if self._desk.attempt(ReplacePaper(paper.id, path.name, content, day)) is not None:
                told = say(
                    "{title} är nu filen {name}.",
                    title=quoted(paper_title(paper)),
                    name=quoted(path.name),
                )
                self._desk.messages.tell(told, "undo")

    def open(self, paper: MeetingPaper) -> None:
        """Open a copy in the computer's own program, or the PDF of a paper that is written here."""
        if paper.report_id is not None and paper.sha256 is None:
            with self._desk.refusing():
                self._made.do(self._request(paper.report_id), VIEW)
            return
        with self._desk.refusing():
            with self._desk.read() as reader:
                file = paper_file(reader, paper.id)
            try:
                path = self._lent.lend(file.name, file.content)
            except OSError as error:
                self._desk.messages.refuse(not_lent(file.name, error))
                return
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._desk.messages.refuse(
                    say("Inget program kunde öppna {name}.", name=quoted(file.name))
                )

    def save(self, paper: MeetingPaper) -> None:
        """Ask where a copy of the file is to lie, and write it there."""
        from hubra_desktop.ui.dialogs.files import ask_copy

        if paper.report_id is not None and paper.sha256 is None:
            with self._desk.refusing():
                self._made.do(self._request(paper.report_id), "save-pdf")
            return
        with self._desk.refusing():
            with self._desk.read() as reader:
                file = paper_file(reader, paper.id)
            path = ask_copy(self._place, file.name)
            if path is not None and self._desk.write_file(path, file.content):
                self._desk.messages.tell(say("Sparad som {file}.", file=path.name))

    def _request(self, report_id: str) -> PaperRequest:
        with self._desk.read() as reader:
            report = report_sheet(reader, report_id)
        return PaperRequest(REPORT_NAMES[report.kind], report.id)

    def remove(self, paper: MeetingPaper) -> None:
        """Remove a paper; it can be undone."""
        if self._desk.run(Remove(MeetingPaper, paper.id)) is not None:
            told = say("Handlingen {title} togs bort.", title=quoted(paper_title(paper)))
            self._desk.messages.tell(told, "undo")

    def stop(self) -> None:
        """Take back what was lent."""
        self._lent.stop()
        self._made.stop()
