"""The part Justering: minutes become approved, announced, signed, archived, or open again."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.records.minutes import Approval, SignedPaper
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.side_panel import FormHost
from hubra_desktop.ui.pages.meetings.approval.approval_forms import (
    ApproveForm,
    ApproverForm,
    ArchiveForm,
    ElsewhereForm,
    PlannedForm,
    PostForm,
    ReopenForm,
    TakeDownForm,
)
from hubra_desktop.ui.pages.meetings.approval.approval_hands import ApprovalHands
from hubra_desktop.ui.pages.meetings.approval.approval_story import ApprovalStory
from hubra_desktop.ui.pages.meetings.minutes import open_minutes
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.commands.approval import ProposeApprovers
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.approval import ApprovalView, approval_view


class ApprovalPart(ReadWhenSeen, Page):
    """Follows the open meeting while it is in view."""

    followed = open_minutes.FOLLOWED | {"issued_paper", "signed_paper"}

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, _actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("approval-part")
        self._desk, self._meeting = desk, meeting
        self._editable = True
        self._view: ApprovalView | None = None
        self.story = ApprovalStory(self)
        self.host = FormHost(self.story, self)
        self.hands = ApprovalHands(desk, self)
        build.column(self.host, of=self)
        self.story.asked.connect(self._ask)
        meeting.shown.connect(self._start_over)
        desk.replaced.connect(self.host.forget)
        desk.changed.connect(self.follow_changes)

    def start(self) -> None:
        self.refresh()

    def stop(self) -> None:
        self.hands.stop()

    def set_editable(self, editable: bool) -> None:
        self._editable = editable
        self.refresh()

    def panes(self) -> list[QWidget]:
        return [self.story] if self.host.form is None else [self.story, self.host.form]

    def go_to(self, kind: str, record_id: str) -> bool:
        if kind == "approver" and self._editable:
            self._approver(record_id)
        return True

    def _start_over(self) -> None:
        self.host.close_form()
        self.refresh()
        self.story.go_to_top()

    def read_anew(self) -> None:
        """Read the approval of the open meeting anew."""
        sheet = self._meeting.sheet
        if sheet is None or self._desk.workspace is None:
            self._view = None
            return
        with self._desk.refusing(), self._desk.read() as reader:
            self._view = approval_view(reader, sheet.id)
            today = self._desk.today()
            self.story.show_approval(self._view, editable=self._editable, today=today)

    def _ask(self, what: str, row_id: str) -> None:
        """Do what a button of the story is for."""
        if self._view is None:
            return
        if what.startswith("mend:"):
            self._mend(what.removeprefix("mend:"), row_id)
            return
        self._deeds()[what](row_id)

    def _deeds(self) -> Mapping[str, Callable[[str], object]]:
        assert self._view is not None
        view, meeting_id = self._view, self._view.minutes.meeting.id
        hands, kind = self.hands, view.minutes.kind
        return {
            "approve": lambda _: self._open(ApproveForm(self._desk, view, at_once=False)),
            "at-once": lambda _: self._open(ApproveForm(self._desk, view, at_once=True)),
            "plan": lambda _: self._plan(),
            "archive": lambda _: self._open(ArchiveForm(self._desk, meeting_id, kind)),
            "reopen": lambda _: self._open(ReopenForm(self._desk, meeting_id, kind)),
            "elsewhere": lambda _: self._open(ElsewhereForm(self._desk, meeting_id, kind)),
            "propose": lambda _: self._propose(meeting_id),
            "approver": self._approver,
            "missing": lambda _: self.mend_asked.emit("minutes"),
            "post": lambda row: self._announce(PostForm, row),
            "take-down": lambda row: self._announce(TakeDownForm, row),
            "notice": partial(hands.print_notice, meeting_id),
            "view": lambda row: self._with_issued(partial(hands.do, "view"), row),
            "save": lambda row: self._with_issued(partial(hands.do, "save"), row),
            "public": lambda row: self._with_issued(partial(hands.save_public, meeting_id), row),
            "print": lambda row: self._with_issued(partial(hands.do, "print"), row),
            "take-in": lambda row: self._with_issued(hands.take_in, row),
            "scan": lambda row: self._with_issued(hands.scan, row),
            "open-signed": lambda row: self._with_signed(hands.open_signed, row),
            "open-record": lambda row: self._with_signed(hands.open_record, row),
            "drop-signed": self._drop_signed,
        }

    def _open(self, form: FormPanel, about: str = "") -> None:
        if not self._desk.flush_or_say():
            form.deleteLater()
            return
        sheet = self._meeting.sheet
        self.host.open(form, about=about or (sheet.id if sheet else ""))

    def _mend(self, kind: str, row_id: str) -> None:
        """Lead to where something that hinders is mended."""
        if kind == "minutes":
            self._propose(self._view.minutes.meeting.id if self._view else "")
        elif kind == "approver":
            self._approver(row_id)
        else:
            self.place_asked.emit(kind, row_id)

    def _propose(self, meeting_id: str) -> None:
        if not self._desk.flush_or_say():
            return
        changes = self._desk.run(ProposeApprovers(meeting_id))
        if changes is not None and not changes.rows and self._view is not None:
            kind = self._view.minutes.kind
            told = say_of(kind, "Justerarna är redan valda och dagen planerad.")
            self._desk.messages.tell(told)

    def _approver(self, row_id: str) -> None:
        assert self._view is not None
        chosen = next((each for each in self._view.approvers if each.id == row_id), None)
        self._open(ApproverForm(self._desk, self._view, chosen), row_id)

    def _plan(self) -> None:
        if self._view is not None and self._view.planned is not None:
            self._open(PlannedForm(self._desk, self._view.planned, self._view.minutes.kind))

    def _announce(self, form: Callable[[Desk, Approval], FormPanel], row_id: str) -> None:
        done = self._view.done if self._view else ()
        approval = next((each for each in done if each.id == row_id), None)
        if approval is not None:
            self._open(form(self._desk, approval), row_id)

    def _with_issued(self, do: Callable[..., object], row_id: str) -> None:
        issued = self._view.issued if self._view else ()
        paper = next((each for each in issued if each.id == row_id), None)
        if paper is not None:
            do(paper)

    def _with_signed(self, do: Callable[..., object], row_id: str) -> None:
        signed = self._view.signed if self._view else ()
        row = next((each for each in signed if each.id == row_id), None)
        if row is not None:
            do(row)

    def _drop_signed(self, row_id: str) -> None:
        if self._desk.run(Remove(SignedPaper, row_id)) is not None:
            self._desk.messages.tell(say("Filen är borttagen."), "undo")
