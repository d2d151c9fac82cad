"""Remisser: what the council is asked to answer, by when, and in which meeting."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.plan.sheets import ConsultationSheet
from hubra_desktop.model.plan.terms import SETTLED_CONSULTATIONS, ConsultationState
from hubra_desktop.model.plan.watch import answer_day, consultations_due, ways_out
from hubra_desktop.model.plan.words import word
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.ui.widgets.readings import DAY
from hubra_desktop.ui.widgets.record_form import RecordForm
from hubra_desktop.work.commands import (
    AddConsultation,
    ChangeConsultation,
    Command,
    RemoveConsultation,
)
from hubra_desktop.work.queries import Reader, meetings_of, years
from hubra_desktop.work.queries.due import next_meeting
from hubra_desktop.work.queries.plan import consultations

Column = ColumnOf[ConsultationSheet]
YEARS_OFFERED = 3


class ConsultationForm(RecordForm):
    """Edits one remiss; says what can be done when the answer is due before the next meeting."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("consultation-form", "", parent)
        self.setAccessibleName(self.tr("Consultation"))
        self._desk = desk
        self.ways = QLabel(self.inside)
        self.ways.setObjectName("ways-out")
        self.ways.setProperty("role", "callout")
        self.ways.setProperty("caution", True)
        self.ways.setWordWrap(True)
        self.put(self.ways)
        self.put(self.line("title", self.tr("Title")))
        self.put(self.line("sender", self.tr("From whom")))
        self.put(
            self.line("their_number", self.tr("Their number")),
            self.line("case_number", self.tr("Our number")),
        )
        self.put(
            self.line("received", self.tr("Received"), DAY),
            self.line("due", self.tr("Answer by"), DAY),
            self.line("extended_to", self.tr("Extended to"), DAY),
        )
        states = [(capitalised(word(each)), each) for each in ConsultationState]
        self.put(
            self.choice("state", self.tr("State"), states),
            self.line("handler", self.tr("Handled by")),
        )
        self.put(self.choice("meeting_id", self.tr("Dealt with in the meeting")))
        self.put(self.line("answered_on", self.tr("Answered on"), DAY))
        self.put(self.area("answer", self.tr("The answer in short"), least=3))
        self.put(self.area("note", self.tr("Note")))
        self.end()

    def near(self) -> date:
        received = self.record.received if self.record is not None else None
        return received or date.today()

    def fill(self, record: Any) -> None:
        with self._desk.read() as reader:
            offered = self._meetings(reader)
            coming = next_meeting(reader, date.today())
        self.choices["meeting_id"].offer(offered)
        super().fill(record)
        ways = ways_out(record, coming, date.today())
        self.ways.setText("\n".join(way.sentence for way in ways))
        self.ways.setVisible(bool(ways))

    def _meetings(self, reader: Reader) -> list[tuple[str, object]]:
        near = [row.year for row in years(reader)][:YEARS_OFFERED]
        offered: list[tuple[str, object]] = [(self.tr("None chosen"), None)]
        for row in (row for year in near for row in meetings_of(reader, year)):
            text = " · ".join(part for part in (weekday_in_text(row.date), row.place) if part)
            offered.append((text, row.id))
        return offered

    def write(self, values: Mapping[str, object], edit: str) -> None:
        self._desk.attempt_now(ChangeConsultation(self.record.id, values, edit))


class ConsultationsPanel(RegisterPanel):
    """All consultations, the one to be answered last first."""

    kind = "consultation"
    tables = frozenset({"consultation", "meeting"})
    adding = "new-consultation"

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(desk, actions, ConsultationForm(desk), parent)

    def title(self) -> str:
        return self.tr("Consultations")

    def about(self) -> str:
        return self.tr(
            "Here stand the consultations (remisser) that the council is asked to answer. "
            "You are told when an answer is due before the next meeting."
        )

    def columns(self) -> Sequence[ColumnOf[Any]]:
        return (
            Column(self.tr("Title"), lambda row: row.title or self.untitled()),
            Column(self.tr("From whom"), lambda row: row.sender, 180, needs=560),
            Column(self.tr("Answer by"), _answer_by, 104),
            Column(self.tr("State"), lambda row: capitalised(word(row.state)), 140),
        )

    def read(self, reader: Reader) -> Sequence[Any]:
        return consultations(reader)

    def count(self, sheets: Sequence[Any]) -> str:
        open_ones = [each for each in sheets if each.state not in SETTLED_CONSULTATIONS]
        return self.tr("{open} of {all} to be answered").format(
            open=len(open_ones), all=len(sheets)
        )

    def watched(self, reader: Reader, sheets: Sequence[Any], today: date) -> Sequence[Due]:
        return in_order(consultations_due(sheets, next_meeting(reader, today), today))

    def add_command(self) -> Command:
        return AddConsultation(ConsultationSheet(received=date.today()))

    def remove_command(self, row_id: str) -> Command:
        return RemoveConsultation(row_id)


def _answer_by(row: ConsultationSheet) -> str:
    day = answer_day(row)
    return short_date(day) if day else ""
