"""The page Översikt: what must be done today, and where it is done."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.finding_groups import grouped
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import clock, time_range
from hubra_desktop.model.terms import HELD_STATES, UNCALLED_STATES
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.overview.cards import card, text_in_card
from hubra_desktop.ui.pages.page import Page
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.ui.widgets.layouts import clear, later
from hubra_desktop.ui.widgets.level_line import level_line
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.ui.words import days_told, headline
from hubra_desktop.work.queries import (
    MeetingRow,
    RegisterInfo,
    house_style,
    meeting_findings,
    meeting_sheet,
    meetings_of,
    nearest_meeting,
    register_info,
)

SHOWN_FINDINGS = 6
SHOWN_MEETINGS = 12
WIDTH = 1240
BESIDE = 900
COUNCIL_AFTER_MS = 120

if TYPE_CHECKING:
    from hubra_desktop.ui.pages.overview.council import CouncilColumn


class OverviewPage(Page):
    """Built anew each time it is shown or the register changes while it is shown.

    ``meeting_asked(id, finding)`` asks to open a meeting, at a finding or None. What is
    told of the year's work stands in a column of its own, which is read when the rest
    has been painted: beside it, or under it where there is no room beside.
    """

    meeting_asked = Signal(str, object)

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview-page")
        self._desk = desk
        self._actions = actions
        self._stale = True
        self._council: CouncilColumn | None = None
        self._council_stale = False
        self._later = later(COUNCIL_AFTER_MS, self._show_council, self)
        self._welcome = EmptyState(
            say("Välkommen till Hubra"),
            say(
                "Ett register rymmer ett råds sammanträden, plan och pengar. Skapa ett, "
                "öppna ett som du redan har, hämta ett från en annan dator eller en kopia, "
                "eller prova först med övningsregistret."
            ),
            actions["new-register"],
            actions["open"],
            actions["practice"],
            actions["move-in"],
            actions["take-back"],
            parent=self,
        )
        self._empty = self._no_meetings()
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("overview-scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(say("Översikt"))
        self._scroll.setWidget(self._make_ground())
        self._stack = QStackedWidget(self)
        for widget in (self._welcome, self._empty, self._scroll):
            self._stack.addWidget(widget)
        build.column(self._stack, of=self)
        desk.replaced.connect(self.refresh)
        desk.changed.connect(self._note_changes)

    def _note_changes(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: object) -> None:
        if self._stale:
            self.refresh()
        elif self._council_stale:
            self._later.start()

    def refresh(self) -> None:
        """Read and show everything anew."""
        self._stale = False
        if self._desk.workspace is None:
            self._stack.setCurrentWidget(self._welcome)
            return
        today = self._desk.today()
        with self._desk.read() as reader:
            self._name_council(register_info(reader))
            nearest = nearest_meeting(reader, today)
            if nearest is None:
                from hubra_desktop.ui.pages.overview.council import read_council

                self._show_without_meetings(any(read_council(reader, today)))
                return
            sheet = meeting_sheet(reader, nearest)
            found = meeting_findings(reader, sheet, house_style(reader))
            rows = meetings_of(reader, sheet.date.year)
        self._day.setText(weekday_in_text(today))
        self._show_content(self._content(sheet, found, rows, today))
        self._show_columns()

    def _no_meetings(self) -> EmptyState:
        return EmptyState(
            say("Inga sammanträden än"),
            say("Här ser du nästa sammanträde och vad det ännu behöver."),
            self._actions["new-meeting"],
            self._actions["register-facts"],
            parent=self,
        )

    def _name_council(self, info: RegisterInfo) -> None:
        """Show what the council is called; a press there corrects it."""
        short = f" ({info.body_short})" if info.body_short else ""
        self._names.setText(f"{info.body}{short}".replace("&", "&&"))

    def _show_without_meetings(self, others: bool) -> None:
        """Offer the first meeting, beside what is due of other work where there is any."""
        if not others:
            self._stack.setCurrentWidget(self._empty)
            return
        self._day.setText(weekday_in_text(self._desk.today()))
        self._show_content(self._no_meetings())
        self._show_columns()

    def _show_columns(self) -> None:
        self._stack.setCurrentWidget(self._scroll)
        self._council_stale = True
        self._later.start()

    def _make_ground(self) -> QWidget:
        """Make what both columns stand on, with the room for the second kept from the start."""
        outside = QWidget(self)
        outside.setProperty("role", "plain")
        inside = QWidget(outside)
        inside.setMaximumWidth(WIDTH)
        self._day = build.label("", "muted", inside)
        self._names = build.action_button(
            self._actions["register-facts"], "overview", inside, role="link"
        )
        top = build.row((self._day, 1), self._names, spacing=GRID)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(2 * GRID)
        margins = (4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        build.column(top, (self._columns, 1), of=inside, margins=margins, spacing=2 * GRID)
        self._first, self._second = QWidget(inside), QWidget(inside)
        for place, stretch in ((self._first, 11), (self._second, 10)):
            build.column(of=place)
            self._columns.addWidget(place, stretch)
        build.row((inside, 1), of=outside).addStretch(0)
        return outside

    def _show_content(self, content: QWidget) -> None:
        column = self._first.layout()
        if column is not None:
            clear(column)
            column.addWidget(content)

    def _show_council(self) -> None:
        """Read and show what is due, the plan and the money."""
        if self._desk.workspace is None or not self.isVisible():
            return
        from hubra_desktop.ui.pages.overview.council import CouncilColumn, read_council

        self._council_stale = False
        with self._desk.read() as reader:
            council = read_council(reader, self._desk.today())
        if self._council is None:
            self._council = CouncilColumn(self._second)
            self._council.place_asked.connect(self.place_asked)
            column = self._second.layout()
            if column is not None:
                column.addWidget(self._council)
        self._council.show_council(council)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the second column under the first where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme().scaled(BESIDE)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _content(
        self,
        sheet: Meeting,
        found: tuple[Finding, ...],
        rows: tuple[MeetingRow, ...],
        today: date,
    ) -> QWidget:
        inside = QWidget(self._first)
        cards = self._next_card(sheet, found, today, inside), self._year_card(sheet, rows, inside)
        build.column(*cards, self._first_steps(inside), None, of=inside, spacing=2 * GRID)
        return inside

    def _next_card(
        self, sheet: Meeting, found: tuple[Finding, ...], today: date, parent: QWidget
    ) -> QFrame:
        made, column = card("next-meeting", parent)
        been = sheet.state in HELD_STATES
        past = been or sheet.date < today
        heading = say("Senaste sammanträdet") if past else say("Nästa sammanträde")
        state = build.label(word(sheet.state), "badge", made)
        column.addLayout(build.row((text_in_card(heading, "small", made), 1), state))
        column.addWidget(text_in_card(headline(sheet), "title", made))
        column.addWidget(text_in_card(self._when(sheet, today), "muted", made))
        column.addSpacing(GRID)
        lines = grouped(found)
        for place, each in enumerate(lines[:SHOWN_FINDINGS]):
            line = level_line(f"overview-finding-{place}", each.level, each.sentence, made)
            line.clicked.connect(partial(self.meeting_asked.emit, sheet.id, each.findings[0]))
            column.addWidget(line)
        if not found and not been:
            column.addWidget(text_in_card(say("Ingenting saknas."), "muted", made))
        _say_more(len(lines) - SHOWN_FINDINGS, made, column)
        column.addSpacing(GRID)
        open_it = QPushButton(say("Öppna sammanträdet"), made)
        open_it.setObjectName("open-next")
        open_it.setProperty("role", "primary")
        open_it.clicked.connect(partial(self.meeting_asked.emit, sheet.id, None))
        column.addLayout(build.row(open_it, None, margins=(GRID, 0, 0, 0)))
        return made

    def _when(self, sheet: Meeting, today: date) -> str:
        begun, days = sheet.start, (sheet.date - today).days
        if sheet.state in HELD_STATES:
            opened = begun if sheet.opened_at is None else sheet.opened_at
            times = "" if opened is None else time_range(opened, sheet.ended_at)
            return " · ".join(filter(None, (times, "" if days else say("i dag"))))
        start = say("Starttid saknas") if begun is None else say("Börjar {time}", time=clock(begun))
        if days < 0:
            return start
        ahead = say_count("om {n} dag", "om {n} dagar", days)
        parts = [start, ahead if days else say("i dag")]
        if sheet.notice_date is not None and sheet.state in UNCALLED_STATES:
            parts.append(self._notice((sheet.notice_date - today).days))
        return " · ".join(parts)

    def _notice(self, days: int) -> str:
        if days < 0:
            return say_count(
                "kallelsen skulle ut för {n} dag sedan",
                "kallelsen skulle ut för {n} dagar sedan",
                -days,
            )
        if not days:
            return say("kallelsen ska ut i dag")
        return say_count("{n} dag till kallelsen", "{n} dagar till kallelsen", days)

    def _year_card(self, sheet: Meeting, rows: tuple[MeetingRow, ...], parent: QWidget) -> QFrame:
        made, column = card("year-card", parent, say("Sammanträden {year}", year=sheet.date.year))
        shown, days = nearby(rows[::-1], sheet.id), days_told(rows)
        for place, row in enumerate(shown):
            parts = (days[row.id], row.place, word(row.state))
            said = " · ".join(part for part in parts if part)
            line = WrappedLine(f"overview-meeting-{place}", said, ("meetings", "muted"), made)
            line.clicked.connect(partial(self.meeting_asked.emit, row.id, None))
            column.addWidget(line)
        _say_more(len(rows) - len(shown), made, column)
        return made

    def _first_steps(self, parent: QWidget) -> QHBoxLayout:
        steps = build.row(spacing=GRID)
        for action_id in ("new-meeting", "import-json", "house-style"):
            action = self._actions[action_id]
            steps.addWidget(build.action_button(action, "overview", parent, mark=True))
        steps.addStretch(1)
        return steps


def _say_more(more: int, parent: QWidget, column: QVBoxLayout) -> None:
    """Say how many lines there was no room for."""
    if more > 0:
        said = say_count("… och {n} till", "… och {n} till", more)
        column.addWidget(text_in_card(said, "small", parent))


def nearby(rows: Sequence[MeetingRow], meeting_id: str) -> Sequence[MeetingRow]:
    """Return the rows to show of a year in order: the meeting's own and those around it."""
    here = next((place for place, row in enumerate(rows) if row.id == meeting_id), 0)
    first = max(0, min(here - SHOWN_MEETINGS // 2, len(rows) - SHOWN_MEETINGS))
    return rows[first : first + SHOWN_MEETINGS]
