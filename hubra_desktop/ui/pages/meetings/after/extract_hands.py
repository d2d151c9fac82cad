"""What leaves the window with a decision: its extract, looked at, issued, opened and sent."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.paper_maker import SAVE, VIEW, PaperMaker
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.after_meeting import NoticeRow


class ExtractHands(QObject):
    """Refusals end as a sentence in the message bar, and nothing half written is left."""

    def __init__(self, desk: Desk, place: QWidget) -> None:
        super().__init__(place)
        self._desk, self._place = desk, place
        self._out = PaperOut(desk, place)
        self._maker = PaperMaker(desk, place)

    def stop(self) -> None:
        """Take back what was lent."""
        self._out.stop()
        self._maker.stop()

    def look_at(self, row: NoticeRow) -> None:
        """Open the extract as it went out, or as it would go now."""
        self._maker.do(_request(row), VIEW)

    def save(self, row: NoticeRow) -> None:
        """Save the extract as it went out, or as it would go now."""
        self._maker.do(_request(row), SAVE)

    def save_list(self, meeting_id: str) -> None:
        """Save the list of who is told of the meeting's decisions."""
        self._maker.do(PaperRequest("delgivning", meeting_id), SAVE)

    def issue(self, row: NoticeRow) -> bool:
        """Keep the extract as it goes out today; tells whether it was."""
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.ui.pages.meetings.dispatch.call_sheet import moment
        from hubra_desktop.work.commands.extracts import IssueExtract
        from hubra_desktop.work.extracts import PreparedExtract, prepare_extract, rendered_extract

        with self._desk.refusing():
            with self._desk.read() as reader:
                prepared = prepare_extract(reader, row.id)

            def make(progress: Progress) -> PreparedExtract:
                del progress
                return rendered_extract(prepared)

            made = WorkDialog.run(self._place, say("Gör utdraget"), make)
            if made is None:
                return False
            issue = IssueExtract(made, made.by, moment(self._desk.today()))
            return self._desk.run(issue) is not None
        return False

    def save_draft(self, issued_id: str) -> None:
        """Save the draft of mail that an issued extract goes with."""
        from hubra_desktop.ui.dialogs.files import ask_copy
        from hubra_desktop.work.extract_mail import extract_draft

        with self._desk.refusing():
            with self._desk.read() as reader:
                draft = extract_draft(reader, issued_id)
            path = ask_copy(self._place, draft.name)
            if path is not None and self._desk.write_file(path, draft.content):
                self._desk.messages.tell(say("Mejlutkastet är sparat som {file}.", file=path.name))


def _request(row: NoticeRow) -> PaperRequest:
    options: tuple[tuple[str, object], ...] = (("notice_id", row.id),)
    if row.notice.issued_id is not None:
        options = (("issued", row.notice.issued_id),)
    return PaperRequest("utdrag", row.place.section.id, options)
