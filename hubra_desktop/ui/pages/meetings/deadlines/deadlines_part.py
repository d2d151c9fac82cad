"""The part Frister of a meeting's page: each day with its rule, and the days set here."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.deadline_words import state_text
from hubra_desktop.model.deadlines import Deadline
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import DAY
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.deadlines.deadline_rail import (
    FOLLOWED,
    PICTURES,
    read_deadlines,
)
from hubra_desktop.ui.pages.meetings.deadlines.law_answers import answer_beside
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.table_saving import save_table
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.ui.widgets.seen import ReadWhenSeen


@dataclass(frozen=True)
class DeadlineLine:
    """A deadline as a row; its kind is one of its meeting's."""

    deadline: Deadline
    today: date

    @property
    def id(self) -> str:
        """Return the kind's name."""
        return self.deadline.kind.value


class DeadlinesPart(ReadWhenSeen, Page):
    """Shows what the open meeting demands, and the two days that can be set for it alone."""

    followed = FOLLOWED

    def __init__(
        self, desk: Desk, meeting: OpenMeeting, _actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("deadlines-part")
        self._desk, self._meeting = desk, meeting
        self.rows: RowsModel[DeadlineLine] = RowsModel(_columns(), self)
        self.view = RowsView("deadlines", say("Frister"), self.rows, self)
        self.view.setSortingEnabled(False)
        self.view.horizontalHeader().setSectionsClickable(False)
        self.told = label("", "note", self, name="deadline-told")
        self.law = label("", "muted", self, name="deadline-law")
        self.none = label("", "muted", self, name="no-deadlines")
        self.form = DayForm(desk, meeting, self)
        self.export = button(
            say("Spara årets frister…"), "deadlines-export", self, self._export,
            mark=icon("export"),
        )  # fmt: skip
        column(
            (self.view, 1),
            self.none,
            self.told,
            self.law,
            self.form,
            row(self.export, None),
            of=self,
            spacing=GRID,
        )
        self.view.row_chosen.connect(self._tell)
        meeting.shown.connect(self.refresh)
        desk.changed.connect(self.follow_changes)
        desk.hold(self.form)

    def start(self) -> None:
        self.refresh()

    def set_editable(self, editable: bool) -> None:
        self.form.set_editable(editable)

    def panes(self) -> list[QWidget]:
        return [self.view, self.form]

    def read_anew(self) -> None:
        found, today = read_deadlines(self._desk, self._meeting)
        self.rows.show_rows([DeadlineLine(each, today) for each in found])
        self.view.setVisible(bool(found))
        self.told.setVisible(bool(found))
        self.law.setVisible(False)
        self.none.setVisible(not found)
        self.none.setText(self._why_none())
        self._tell(self.view.current_id() or self.rows.id_at(0))
        self.form.show_record(self._meeting.sheet)

    def _why_none(self) -> str:
        sheet = self._meeting.sheet
        if sheet is None:
            return ""
        return say(
            "Sammanträdet har inga frister: det är inställt eller flyttat, eller så säger "
            "rådets regler inget om dagar."
        )

    def _tell(self, kind: str) -> None:
        """Say the whole of a deadline: its rule, where that stands, and why the day moved."""
        place = self.rows.place_of(kind)
        if place is None:
            return
        each = self.rows.row_at(place).deadline
        text = say(
            "{what}: {day}, {rule} ({source}).",
            what=word(each.kind),
            day=weekday_in_text(each.day).lower(),
            rule=each.rule,
            source=each.source,
        )
        self.told.setText(f"{text} {each.note}".strip())
        self._tell_law(each)

    def _tell_law(self, deadline: Deadline) -> None:
        """Say what the law says of what is to be done by the day."""
        from hubra_desktop.work.queries.rulebook import rules_on

        sheet = self._meeting.sheet
        if sheet is None:
            return
        with self._desk.read() as reader:
            act = rules_on(reader, sheet.body_id, sheet.date).local_government_act
        text = answer_beside(deadline.kind, sheet.date, local_government_act=act)
        self.law.setText(text)
        self.law.setVisible(bool(text))

    def _export(self) -> None:
        """Ask for a file, and write the deadlines of the meeting's year there as a table."""
        from hubra_desktop.work.deadline_table import export_deadlines

        if self._meeting.sheet is not None:
            year = self._meeting.sheet.date.year
            save_table(
                self._desk,
                self,
                say("frister-{year}", year=year),
                lambda reader, xlsx: export_deadlines(reader, year, xlsx=xlsx),
            )


class DayForm(Form):
    """The days that stand in place of those that the body's rules give."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget) -> None:
        super().__init__("meeting-days", "", parent, desk=desk, change=Meeting)
        self.setAccessibleName(say("Dagar för det här sammanträdet"))
        self._meeting = meeting
        hint = say("Enligt reglerna")
        self.lie_flat()
        self.build(
            (
                Field("papers_due", say("Stoppdag för handlingar"), DAY, width=2, hint=hint),
                Field("preparation_day", say("Beredningsdag"), DAY, width=2, hint=hint),
            )
        )
        self.end()

    def near(self) -> date:
        return self.desk.today() if self.record is None else self.record.date


def _columns() -> tuple[ColumnOf[DeadlineLine], ...]:
    return (
        ColumnOf(
            say("Senast"), lambda line: weekday_in_text(line.deadline.day), 190,
            picture=lambda line: PICTURES[line.deadline.state],
        ),
        ColumnOf(say("Vad"), lambda line: word(line.deadline.kind)),
        ColumnOf(say("Läge"), lambda line: state_text(line.deadline, line.today), 130),
        ColumnOf(say("Regel"), lambda line: line.deadline.rule, needs=720),
    )  # fmt: skip
