"""What the proposal of a year of meetings reads of the open register, and writes there."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.meeting_year import YearCalendar, YearWish
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.deadlines.blocked_periods import PeriodsDialog
from hubra_desktop.ui.pages.meetings.deadlines.meeting_year import MeetingYearDialog, YearAsked
from hubra_desktop.work.commands.meeting_year import MakeMeetings
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.meeting_year import blocked_periods, year_calendar, year_wish
from hubra_desktop.work.queries.templates import own_template

LATE_MONTH = 8
"""From August on a year of meetings is planned for the year to come."""


def ask_year(window: QWidget, desk: Desk) -> str:
    """Ask for a year of meetings; return the id of the first that was made, "" for none."""
    if not desk.flush_or_say():
        return ""
    today = desk.today()
    with desk.read() as reader:
        places, template = completions(reader).places, own_template(reader)
    made: list[str] = []

    def make(command: MakeMeetings) -> None:
        made.append(desk.attempt_now(command).created or "")

    year = today.year + (today.month >= LATE_MONTH)
    reading = _Reading(desk)
    asked = YearAsked(reading.wish, reading.calendar, reading.ask_periods)
    MeetingYearDialog.ask(window, year, asked, template, places, make)
    return made[0] if made else ""


class _Reading:
    """Reads and writes what the proposal rests on."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def wish(self, year: int) -> YearWish:
        with self._desk.read() as reader:
            return year_wish(reader, year)

    def calendar(self, year: int) -> YearCalendar:
        with self._desk.read() as reader:
            return year_calendar(reader, year)

    def ask_periods(self, parent: QWidget, year: int) -> None:
        with self._desk.read() as reader:
            periods = blocked_periods(reader)
        PeriodsDialog.ask(parent, periods, year, self._desk.attempt_now)
