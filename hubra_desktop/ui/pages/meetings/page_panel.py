"""The live page: the kallelse as it would be printed now, following every keystroke."""

from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.paper_out import PaperOut
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.paper_pane import PaperPane
from hubra_desktop.work.calling.call_papers import KallelseContent, is_draft
from hubra_desktop.work.calling.calls import changes_since_call, current_call, standing_call
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
        """Return the kallelse as it is being written; one that went out as it did."""
        meeting = self._meeting
        if meeting.draft is None:
            return None
        called = None if is_draft(meeting.draft) else self._called(meeting.draft)
        if called is not None:
            return called
        content = KallelseContent(meeting.draft, meeting.replacement)
        return Collected("kallelse", content, meeting.style)

    def _called(self, draft: Meeting) -> Collected | None:
        """Return the kallelse that went out, None while another program has the register."""
        try:
            with self._desk.read() as reader:
                return standing_call(reader, draft)
        except RegisterError:
            return None

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is of the meeting that is open."""
        sheet = self._meeting.sheet
        return sheet is not None and sheet.id == paper.content.meeting.id

    def content(self, form: PaperForm = ORDINARY) -> bytes | None:
        """Return the kallelse of the stored meeting, after committing what is typed.

        One that was issued is given as it went out. Raises InputError for text that cannot
        be printed.
        """
        paper = self._stored()
        return None if paper is None else render(paper, form)

    def draft_content(self, form: PaperForm = ORDINARY) -> bytes | None:
        """Return the draft of what would be issued next, after committing what is typed."""
        paper = self._stored(draft=True)
        return None if paper is None else render(paper, form)

    def _stored(self, **options: bool) -> Collected | None:
        if not self._desk.flush() or self._meeting.sheet is None:
            return None
        with self._desk.read() as reader:
            return collect(reader, "kallelse", self._meeting.sheet.id, **options)

    def changed_since(self) -> str:
        """Say what is otherwise than in the kallelse that went out; "" where nothing is."""
        sheet = self._meeting.sheet
        if sheet is None:
            return ""
        with self._desk.read() as reader:
            call = current_call(reader, sheet.id)
            changes = changes_since_call(reader, sheet.id) if call is not None else ()
        if call is None or not changes:
            return ""
        return say_count(
            "Det här är kallelsen som den gick ut den {day}. Sedan dess: {n} ändring.",
            "Det här är kallelsen som den gick ut den {day}. Sedan dess: {n} ändringar.",
            len(changes),
            day=day_in_text(call.day),
        )

    def stop(self) -> None:
        """End the thread that makes pages, and take back what was lent."""
        super().stop()
        self.out.stop()

    def file_name(self, *, large: bool = False, draft: bool = False) -> str:
        """Return the name that the PDF is offered: ``Kallelse 2018-03-07.pdf``."""
        sheet = self._meeting.sheet
        if sheet is None:
            return "Kallelse.pdf"
        if is_draft(sheet):
            content = KallelseContent(sheet)
            return Collected("kallelse", content, self._meeting.style).file_name(large=large)
        with self._desk.read() as reader:
            paper = collect(reader, "kallelse", sheet.id, draft=draft)
        return paper.file_name(large=large)
