"""The live page: the kallelse as it would be printed now, following every keystroke."""

from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.work.call_papers import KallelseContent
from hubra_desktop.work.papers import (
    ORDINARY,
    Collected,
    PaperForm,
    collect,
    render,
)


class PagePanel(PaperPane):
    """Shows the kallelse of the open meeting; asks for another page when anything changes."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__("page-panel", parent)
        self.out = PaperOut(desk, self)
        self._desk = desk
        self._meeting = meeting
        self._actions = actions
        self.add_tools(*map(self._tool, ("zoom-out", "zoom-fit", "zoom-in", "page-as-text")))
        for action_id, role in (("save-pdf", "primary"), ("print", "")):
            button = build.action_button(actions[action_id], "button", self, role=role)
            button.setText(button.text().rstrip("…"))
            self.foot.addWidget(button)
        self._connect()

    def _tool(self, action_id: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"button-{action_id}")
        button.setDefaultAction(self._actions[action_id])
        button.setAccessibleName(self._actions[action_id].text().replace("&", ""))
        return button

    def _connect(self) -> None:
        for signal in (self._meeting.shown, self._meeting.committed):
            signal.connect(self.ask_soon)
        self._meeting.drafted.connect(self.ask)
        self._actions.connect_all(
            {"zoom-in": self.larger, "zoom-out": self.smaller, "zoom-fit": self.fit}
        )
        self._actions["page-as-text"].toggled.connect(self.show_text)

    def paper(self) -> Collected | None:
        """Return the kallelse as it is being written."""
        meeting = self._meeting
        if meeting.draft is None:
            return None
        content = KallelseContent(meeting.draft, meeting.replacement)
        return Collected("kallelse", content, meeting.style)

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the meeting that is open."""
        sheet = self._meeting.sheet
        return sheet is not None and sheet.id == paper.content.meeting.id

    def content(self, form: PaperForm = ORDINARY) -> bytes | None:
        """Return the kallelse of the stored meeting, after committing what is typed.

        Raises InputError for text that cannot be printed.
        """
        if not self._desk.flush() or self._meeting.sheet is None:
            return None
        with self._desk.read() as reader:
            paper = collect(reader, "kallelse", self._meeting.sheet.id)
        return render(paper, form)

    def stop(self) -> None:
        """End the thread that makes pages, and take back what was lent."""
        super().stop()
        self.out.stop()

    def file_name(self, *, large: bool = False) -> str:
        """Return the name that the PDF is offered: ``Kallelse 2018-03-07.pdf``."""
        sheet = self._meeting.sheet
        if sheet is None:
            return "Kallelse.pdf"
        paper = Collected("kallelse", KallelseContent(sheet), self._meeting.style)
        return paper.file_name(large=large)
