"""How often each has come to the body's meetings in the open meeting's year."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.attendance_statistics import AttendanceTally
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import capitalised, day_and_month
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.queries.attendance_year import year_of_attendance

_MOST_GROUPS = 4
"""Groups that are seen without scrolling: a body seldom has more."""


class AttendanceYearView(QWidget):
    """Shows the year's tallies of people, and under them those of the groups."""

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attendance-year")
        self._desk, self._meeting = desk, meeting
        self.summary = build.label("", "muted", self, name="attendance-year-summary")
        self.people: RowsModel[AttendanceTally] = RowsModel(_people_columns(), self)
        self.view = RowsView("attendance-year-people", say("Närvaro under året"), self.people, self)
        self.groups: RowsModel[AttendanceTally] = RowsModel(_group_columns(), self)
        self.group_view = RowsView(
            "attendance-year-groups", say("Närvaro per grupp"), self.groups, self
        )
        parts = (self.summary, (self.view, 1), self.group_view)
        build.column(*parts, of=self, spacing=GRID)

    def refresh(self) -> None:
        """Read the year of the open meeting."""
        sheet = self._meeting.sheet
        if sheet is None or self._desk.workspace is None:
            self.people.show_rows(())
            self.groups.show_rows(())
            return
        with self._desk.read() as reader:
            found = year_of_attendance(reader, sheet.body_id, sheet.date.year)
        self.people.show_rows(found.people)
        self.groups.show_rows(found.groups)
        self.view.setVisible(bool(found.people))
        self.group_view.setVisible(bool(found.groups))
        self._fit(len(found.groups))
        self.summary.setText(_told(found.year, len(found.days), found.members))

    def _fit(self, groups: int) -> None:
        """Let the list of groups be as high as its rows, within bounds."""
        header = self.group_view.horizontalHeader().sizeHint().height()
        rows = min(max(groups, 1), _MOST_GROUPS)
        self.group_view.setFixedHeight(theme().row_height * rows + header + 4)


def _told(year: int, meetings: int, members: AttendanceTally) -> str:
    if not meetings:
        return say(
            "Inget sammanträde {year} har någon avprickad närvaro än. Här räknas den sedan ihop.",
            year=year,
        )
    told = [
        say_count(
            "{n} sammanträde med avprickad närvaro {year}",
            "{n} sammanträden med avprickad närvaro {year}",
            meetings,
            year=year,
        )
    ]
    if members.share is not None:
        told.append(say("ledamöterna närvarade till {share} %", share=members.share))
    return " · ".join(told)


def _figure(
    title: str, value: Callable[[AttendanceTally], int], needs: int = 0
) -> ColumnOf[AttendanceTally]:
    def text(row: AttendanceTally) -> str:
        return str(value(row)) if value(row) else ""

    return ColumnOf(title, text, 72, right=True, needs=needs, sorts=value)


def _share(row: AttendanceTally) -> str:
    return "" if row.share is None else f"{row.share} %"


def _counted() -> tuple[ColumnOf[AttendanceTally], ...]:
    return (
        _figure(say("Kallad"), lambda row: row.meetings),
        _figure(say("Kom"), lambda row: row.present),
        ColumnOf(
            say("Andel"), _share, 72, right=True,
            sorts=lambda row: -1 if row.share is None else row.share,
        ),
        _figure(say("Delvis"), lambda row: row.partly, 760),
        _figure(say("Anmält"), lambda row: row.excused, 620),
        _figure(say("Uteblev"), lambda row: row.absent, 620),
        _figure(say("Tjänstgjorde"), lambda row: row.served, 840),
        _figure(say("På distans"), lambda row: row.remote, 960),
    )  # fmt: skip


def _people_columns() -> tuple[ColumnOf[AttendanceTally], ...]:
    return (
        ColumnOf(say("Namn"), _name),
        ColumnOf(
            say("Roll"), lambda row: capitalised(word(row.role)) if row.role else "", 110, needs=520
        ),
        *_counted(),
        ColumnOf(say("Var inte med"), _missed, 160, needs=1180),
    )


def _group_columns() -> tuple[ColumnOf[AttendanceTally], ...]:
    return (ColumnOf(say("Grupp"), lambda row: row.name), *_counted())


def _name(row: AttendanceTally) -> str:
    return f"{row.name} ({row.party})" if row.party else row.name


def _missed(row: AttendanceTally) -> str:
    return joined([day_and_month(day) for day in row.days])
