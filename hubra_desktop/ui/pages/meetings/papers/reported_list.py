"""What is reported to the open meeting: delegated decisions and messages, one at work beside."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.minutes.minutes_terms import ReportedKind
from hubra_desktop.model.records.minutes import ReportedMatter
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.plan.rows_beside import RowsBeside
from hubra_desktop.ui.paper_maker import SAVE, PaperMaker
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.papers import PaperRequest
from hubra_desktop.work.queries.reported import ReportedRow, reported_rows

_FOLLOWED = frozenset({"reported_matter", "meeting"})


class ReportedForm(Form):
    """Edits one delegated decision or message."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__("reported-form", "", parent, desk=desk, change=ReportedMatter)
        self.setAccessibleName(say("Anmälan"))
        self._meeting = meeting
        self.build(
            Field("kind", say("Slag"), CHOICE, choices=terms_of(ReportedKind, word)),
            Field("title", say("Vad det gäller"), TEXT, least=2),
            (
                Field("day", say("Datum"), DAY),
                Field("case_number", say("Diarienummer")),
            ),
            Field("sender", say("Från eller beslutat av")),
            Field(
                "delegation_point",
                say("Punkt i delegationsordningen"),
                shown=lambda now: now.kind is ReportedKind.DELEGATED or bool(now.delegation_point),
            ),
            Field("meeting_id", say("Anmäls till"), CHOICE),
            Field("note", say("Anteckning"), TEXT, tip=say("Skrivs inte ut")),
        )
        self.end()

    def near(self) -> date:
        sheet = self._meeting.sheet
        return sheet.date if sheet is not None else self.desk.today()

    def fill(self, record: Any) -> None:
        sheet = self._meeting.sheet
        offered: list[tuple[str, object]] = [(say("Väntar på ett sammanträde"), None)]
        if sheet is not None:
            offered.insert(0, (say("Sammanträdet {day}", day=day_in_text(sheet.date)), sheet.id))
        self.choices["meeting_id"].offer(offered)
        super().fill(record)


class ReportedList(ReadWhenSeen, RowsBeside):
    """Follows the open meeting; what waits for a meeting is shown with it, to be taken up."""

    followed = _FOLLOWED

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, actions, parent)
        self._meeting = meeting
        self._records: dict[str, ReportedMatter] = {}
        self.form = ReportedForm(desk, meeting, self.side.ground)
        self.edit_in(self.form)
        self.rows: RowsModel[ReportedRow] = RowsModel(_columns(), self)
        self.view = RowsView("reported-rows", say("Anmälningar"), self.rows, self)
        self.empty = EmptyState(
            say("Anmälningar"),
            say(
                "Här står delegationsbeslut och meddelanden som anmäls till sammanträdet utan "
                "att behandlas där. De kan också läsas in från en tabell."
            ),
            parent=self,
        )
        self._stack = QStackedWidget(self)
        for each in (self.view, self.empty):
            self._stack.addWidget(each)
        self._make_tools()
        self.summary = build.label("", "muted", self, name="reported-summary")
        parts = ((self._stack, 1), self.summary)
        self.lay_out("reported-splitter", *parts, margins=build.FLUSH)
        self.follow_view(self.view, ("remove-item",), ("remove-item",))
        meeting.shown.connect(self.start_over)
        desk.changed.connect(self.follow_changes)

    def _make_tools(self) -> None:
        delegated = partial(self._add, ReportedKind.DELEGATED)
        message = partial(self._add, ReportedKind.MESSAGE)
        self._maker = PaperMaker(self._desk, self)
        self.new_decision = build.button(
            say("Nytt delegationsbeslut"), "reported-decision", self, delegated, role="primary"
        )
        self.new_message = build.button(say("Nytt meddelande"), "reported-message", self, message)
        self.save = build.button(say("Spara som PDF…"), "reported-pdf", self, self._save)
        self.tools = (self.new_decision, self.new_message, self.save)
        for each in self.tools:
            each.setAutoDefault(True)

    @property
    def rows_view(self) -> RowsView:
        return self.view

    def record(self, kind: str, row_id: str) -> Any:
        return self._records.get(row_id)

    def form_of(self, kind: str) -> Form:
        return self.form

    def kind_of(self, row_id: str) -> str:
        return "reported_matter" if row_id else ""

    def read_anew(self) -> None:
        sheet = self._meeting.sheet
        rows: tuple[ReportedRow, ...] = ()
        if sheet is not None:
            with self._desk.read() as reader:
                rows = tuple(
                    each
                    for each in reported_rows(reader)
                    if each.matter.meeting_id in (sheet.id, None)
                )
        self._records = {each.id: each.matter for each in rows}
        with self.rows_changing():
            self.rows.show_rows(rows)
        self._stack.setCurrentWidget(self.view if rows else self.empty)
        here = [each for each in rows if each.matter.meeting_id is not None]
        self.summary.setText(_summed(here, len(rows) - len(here)) if rows else "")
        self.save.setEnabled(bool(here))
        self.refresh_side()
        self.allowed.emit()

    def _add(self, kind: ReportedKind) -> None:
        sheet = self._meeting.sheet
        if sheet is None or not self._desk.flush_or_say():
            return
        values = {"kind": kind, "meeting_id": sheet.id}
        changes = self._desk.run(Add(ReportedMatter, values))
        if changes is not None and changes.created:
            self.open_reported(changes.created)
            self.form.go_to("title")

    def open_reported(self, row_id: str) -> bool:
        """Edit one beside the list; False when it is not here."""
        if self.stale:
            self.read_now()
        return self.open_place("reported_matter", row_id)

    def _save(self) -> None:
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.flush_or_say():
            self._maker.do(PaperRequest("anmalningar", sheet.id), SAVE)

    def stop(self) -> None:
        """End what is made beside the window."""
        self._maker.stop()

    def do(self, action_id: str) -> None:
        """Do what pages share: the chosen one is removed; Undo brings it back."""
        record = self._records.get(self.view.current_id())
        if action_id != "remove-item" or record is None:
            return
        if self._desk.run(Remove(ReportedMatter, record.id)) is not None:
            removed = say("”{title}” togs bort.", title=record.title or say("(utan rubrik)"))
            self._desk.messages.tell(removed, "undo")

    def meets(self) -> Needs:
        """Return whether a row is chosen."""
        return Needs.ITEM if self.view.current_id() else Needs.NOTHING

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes between."""
        return [self.view, self.side]

    def set_editable(self, editable: bool) -> None:
        super().set_editable(editable)
        self.new_decision.setEnabled(editable)
        self.new_message.setEnabled(editable)


def _columns() -> tuple[ColumnOf[ReportedRow], ...]:
    return (
        ColumnOf(say("Slag"), lambda row: capitalised(word(row.matter.kind)), 140),
        ColumnOf(
            say("Datum"),
            lambda row: short_date(row.matter.day) if row.matter.day else "",
            100,
            sorts=lambda row: row.matter.day or date.max,
        ),
        ColumnOf(say("Vad det gäller"), _title),
        ColumnOf(say("Från"), lambda row: row.matter.sender, 150, needs=700),
        ColumnOf(say("Diarienummer"), lambda row: row.matter.case_number, 140, needs=820),
        ColumnOf(say("Punkt"), lambda row: row.matter.delegation_point, 80, needs=940),
        ColumnOf(
            say("Läge"),
            lambda row: say("På listan") if row.meeting_day else say("Väntar"),
            110,
            picture=lambda row: ("check", "muted") if row.meeting_day else ("clock", "accent"),
        ),
    )


def _title(row: ReportedRow) -> str:
    return " ".join(row.title.split()) or say("(utan rubrik)")


def _summed(here: list[ReportedRow], waiting: int) -> str:
    decisions = sum(row.matter.kind is ReportedKind.DELEGATED for row in here)
    told = [
        say_count("{n} delegationsbeslut", "{n} delegationsbeslut", decisions),
        say_count("{n} meddelande", "{n} meddelanden", len(here) - decisions),
    ]
    if waiting:
        told.append(say_count("{n} väntar", "{n} väntar", waiting))
    return " · ".join(told)
