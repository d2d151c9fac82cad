"""The papers of the open meeting, each under its item, and one of them at work beside."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.meeting_papers import PaperStanding, paper_groups
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.meetings.papers.paper_form import MeetingPaperForm
from hubra_desktop.ui.pages.meetings.papers.paper_hands import PaperHands
from hubra_desktop.ui.pages.meetings.papers.papers_model import PapersModel, paper_rows
from hubra_desktop.ui.pages.meetings.papers.papers_view import PapersView
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.commands.meeting_papers import PlacePaper
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.meeting_papers import PaperLine, meeting_stop_day, paper_lines
from hubra_desktop.work.queries.register import house_style, today


class PapersList(RowsBeside):
    """Follows the open meeting; files are dropped on it, pasted in it or asked for."""

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, actions, parent)
        self._meeting = meeting
        self._lines: dict[str, PaperLine] = {}
        self.hands = PaperHands(desk, self)
        self.form = MeetingPaperForm(desk, meeting, self.hands, self.side.ground)
        self.edit_in(self.form)
        self.rows = PapersModel(self)
        self.view = PapersView(self.rows, self)
        self.add = build.button(
            say("Lägg till filer…"), "papers-add", self, self._ask, role="primary"
        )
        self.expect = build.button(say("Ny väntad handling"), "papers-expect", self, self._expect)
        self.tools = (self.add, self.expect)
        for each in self.tools:
            each.setAutoDefault(True)
        self.summary = build.label("", "muted", self, name="papers-summary")
        parts = ((self.view, 1), self.summary)
        self.lay_out("papers-splitter", *parts, margins=build.FLUSH)
        self.follow_view(self.view, ("remove-item",), ("remove-item", "move-up", "move-down"))
        self.view.files_dropped.connect(self._take)
        self.view.pasted.connect(self._paste)
        self.rows.dropped.connect(self._place)
        meeting.shown.connect(self._start_over)
        meeting.committed.connect(self._follow)

    @property
    def rows_view(self) -> RowsView:
        return self.view

    def record(self, kind: str, row_id: str) -> Any:
        line = self._lines.get(row_id)
        return line.paper if line is not None else None

    def form_of(self, kind: str) -> Form:
        return self.form

    def kind_of(self, row_id: str) -> str:
        return "meeting_paper" if row_id in self._lines else ""

    def current(self) -> MeetingPaper | None:
        """Return the paper that is chosen in the list, None for a heading."""
        line = self._lines.get(self.view.current_id())
        return line.paper if line is not None else None

    def current_item(self) -> str | None:
        """Return the item that the current row belongs to."""
        row = self.rows.row_of(self.view.current_id())
        return row.item_id if row is not None else None

    def _start_over(self) -> None:
        self.start_over()
        self.view.scrollToTop()

    def _follow(self, *_: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        sheet = self._meeting.sheet
        if sheet is None:
            self._lines = {}
            self.rows.show_rows(())
            return
        with self._desk.read() as reader:
            lines = paper_lines(reader, sheet, today(reader))
            stop = meeting_stop_day(reader, sheet)
            numbers = house_style(reader).sub_numbers
        self._lines = {line.id: line for line in lines}
        with self.rows_changing():
            self.rows.show_rows(tuple(paper_rows(paper_groups(sheet, numbers), lines)))
        told = [papers_summed(lines)]
        if stop is not None:
            told.append(say("Stoppdag {day}", day=day_in_text(stop)))
        self.summary.setText(" · ".join(told))
        self.refresh_side()
        self.allowed.emit()

    def _ask(self) -> None:
        if self._meeting.sheet is not None:
            self._open(self.hands.ask(self._meeting.sheet.id, self.current_item()))

    def _paste(self) -> None:
        if self._meeting.sheet is not None and self.rows.editable:
            self._open(self.hands.paste(self._meeting.sheet.id, self.current_item()))

    def _take(self, paths: list[Path], item_id: str | None) -> None:
        """Add dropped files under the item that they were dropped on."""
        if self._meeting.sheet is not None:
            self._open(self.hands.add(self._meeting.sheet.id, item_id, paths))

    def _expect(self) -> None:
        """Make a row of a paper that somebody is to send, and ask what it is."""
        sheet = self._meeting.sheet
        if sheet is None:
            return
        changes = self._desk.run(Add(MeetingPaper, {"item_id": self.current_item()}, sheet.id))
        if changes is not None and changes.created:
            self._open(changes.created)
            self.form.go_to("title")

    def _open(self, paper_id: str | None) -> None:
        if paper_id is not None:
            self.open_place("meeting_paper", paper_id)

    def _place(self, paper_id: str, item_id: str | None, before: str | None) -> None:
        if before != paper_id:
            self._desk.run(PlacePaper(paper_id, item_id, before))
            self.view.choose(paper_id)

    def do(self, action_id: str) -> None:
        """Do what pages share: the chosen paper is removed or moved among those of its item."""
        paper = self.current()
        if paper is None:
            return
        if action_id == "remove-item":
            self.hands.remove(paper)
        elif action_id in ("move-up", "move-down"):
            self._shift(paper, 1 if action_id == "move-down" else -1)

    def _shift(self, paper: MeetingPaper, by: int) -> None:
        under = [line.id for line in self._lines.values() if line.paper.item_id == paper.item_id]
        place = under.index(paper.id) + by
        if not 0 <= place < len(under):
            return
        rest = [each for each in under if each != paper.id]
        before = rest[place] if place < len(rest) else None
        self._desk.run(PlacePaper(paper.id, paper.item_id, before))

    def meets(self) -> Needs:
        """Return whether a paper is chosen."""
        return Needs.ITEM if self.current() is not None else Needs.NOTHING

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.rows.editable = editable
        self.add.setEnabled(editable)
        self.expect.setEnabled(editable)


def papers_summed(lines: tuple[PaperLine, ...]) -> str:
    """Say how many papers there are, and how many of them are still awaited or late."""
    if not lines:
        return say("Inga handlingar än. Släpp filer här, på det ärende som de hör till.")
    told = [say_count("{n} handling", "{n} handlingar", len(lines))]
    late = sum(line.standing is PaperStanding.LATE for line in lines)
    awaited = sum(line.standing is PaperStanding.AWAITED for line in lines)
    if awaited:
        told.append(say_count("{n} väntas", "{n} väntas", awaited))
    if late:
        told.append(say_count("{n} är försenad", "{n} är försenade", late))
    return " · ".join(told)
