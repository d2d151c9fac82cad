"""Proposes a year of meeting dates, shows why each was chosen, and makes the meetings in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.days import weekday_in_text, weekday_word
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.meeting_year import (
    ProposedDay,
    YearCalendar,
    YearWish,
    described,
    proposed_days,
)
from hubra_desktop.model.records.meeting import MeetingTemplate
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.forms.converters import CHOICE, CLOCK, COUNT, DAY_NEEDED, START, YEAR
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.times import EndAfterStart
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.rows_view import RowsView
from hubra_desktop.work.commands.meeting_year import MakeMeetings
from hubra_desktop.work.commands.meetings import NewMeeting

WIDTH = 860
ROWS = 5
MOST = 26
"""A meeting every second week: a wish for more is a slip of the finger."""

_MONDAY = date(2018, 1, 1)


@dataclass(frozen=True)
class DayLine:
    """A proposed day as a row, known by its day."""

    proposed: ProposedDay

    @property
    def id(self) -> str:
        """Return the day."""
        return self.proposed.day.isoformat()


class YearAsked(NamedTuple):
    """What the dialog reads of the register, and does with it."""

    wish_of: Callable[[int], YearWish]
    calendar_of: Callable[[int], YearCalendar]
    ask_periods: Callable[[QWidget, int], object]


class MeetingYearDialog(FormDialog):
    """Proposes anew when the wish changes; a day that was changed by hand is described anew."""

    def __init__(
        self,
        year: int,
        asked: YearAsked,
        template: MeetingTemplate,
        places: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "meeting-year", say("Föreslå sammanträdesdagar"), "", parent, prefix="year"
        )
        self.setMinimumWidth(WIDTH)
        self._reads = asked
        self._days: tuple[ProposedDay, ...] = ()
        self.rows: RowsModel[DayLine] = RowsModel(_columns(), self)
        self.view = RowsView("year-days", say("Föreslagna dagar"), self.rows, self)
        self.view.setSortingEnabled(False)
        self.view.setMinimumHeight(theme().row_height * ROWS)
        self.told = build.label("", "muted", self, name="year-told")
        self._build(asked.wish_of(year), template, places)
        self._times = EndAfterStart(self.entries["start"], self.entries["end"])
        for name in ("year", "weekday", "count"):
            self.entries[name].edited.connect(self._propose)
        self.view.row_chosen.connect(self._show_day)
        self._propose()

    def _build(self, wish: YearWish, template: MeetingTemplate, places: tuple[str, ...]) -> None:
        weekdays = [
            (capitalised(weekday_word(_MONDAY.replace(day=1 + place))), place) for place in range(5)
        ]
        place = template.place or (places[0] if places else "")
        self.form.build(
            Field("year", say("&År"), YEAR, first=wish.year),
            Field("count", say("&Antal"), COUNT, first=wish.count),
            Field("weekday", say("&Veckodag"), CHOICE, choices=weekdays, first=wish.weekday),
            Field("start", say("Bö&rjar"), START, first=template.start),
            Field("end", say("Planerat sl&ut"), CLOCK, first=template.end),
            Field("place", say("&Plats"), first=place, words=places),
            self.view,
            self.told,
            self._below(),
        )

    def _below(self) -> QWidget:
        """Return what changes the chosen day, and leads to the days that are taken."""
        below = QWidget(self)
        self.change = build.button(say("Ändra dagen…"), "year-change", below, self._change)
        self.drop = build.button(
            say("Ta bort dagen"), "year-drop", below, self._drop, mark=icon("remove")
        )
        more = build.button(say("Lägg till en dag…"), "year-add", below, self._add)
        taken = build.button(
            say("Lov och upptagna dagar…"), "year-periods", below, self._ask_periods, role="link"
        )
        build.row(self.change, self.drop, more, None, taken, of=below, spacing=GRID)
        return below

    def _wish(self) -> YearWish | None:
        """Return what is wished for, None while it cannot be read."""
        now = self.form.now()
        if now.year is None or not now.count or now.count > MOST:
            return None
        return YearWish(year=now.year, weekday=now.weekday, count=now.count)

    def _propose(self) -> None:
        wish = self._wish()
        if wish is not None:
            self._show(proposed_days(wish, self._reads.calendar_of(wish.year)))

    def _show(self, days: tuple[ProposedDay, ...]) -> None:
        chosen = self.view.current_id()
        self._days = tuple(sorted(days, key=lambda each: each.day))
        self.rows.show_rows([DayLine(each) for each in self._days])
        self._show_day(chosen if self.rows.place_of(chosen) is not None else self.rows.id_at(0))
        self.accept_button.setText(
            say_count("Skapa {n} sammanträde", "Skapa {n} sammanträden", len(self._days))
        )
        self.accept_button.setEnabled(bool(self._days))

    def _show_day(self, row_id: str) -> None:
        place = self.rows.place_of(row_id)
        for button in (self.change, self.drop):
            button.setEnabled(place is not None)
        if place is None:
            self.told.setText(say("Det finns inget utrymme för sammanträden det året."))
            return
        day = self.rows.row_at(place).proposed
        why = "; ".join(_told(day))
        self.told.setText(say("{day}: {why}.", day=weekday_in_text(day.day), why=why))

    def _chosen(self) -> ProposedDay | None:
        place = self.rows.place_of(self.view.current_id() or self.rows.id_at(0))
        return None if place is None else self.rows.row_at(place).proposed

    def _drop(self) -> None:
        chosen = self._chosen()
        self._show(tuple(each for each in self._days if each != chosen))

    def _change(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            OneDayDialog.ask(self, chosen.day, self._replacing(chosen))

    def _add(self) -> None:
        wish = self._wish()
        if wish is not None:
            OneDayDialog.ask(self, date(wish.year, 7, 1), self._replacing(None), fresh=True)

    def _replacing(self, old: ProposedDay | None) -> Callable[[date], None]:
        def replace_with(day: date) -> None:
            kept = tuple(each for each in self._days if each != old and each.day != day)
            calendar = self._reads.calendar_of(day.year)
            self._show((*kept, described(day, calendar)))

        return replace_with

    def _ask_periods(self) -> None:
        wish = self._wish()
        if wish is not None:
            self._reads.ask_periods(self, wish.year)
            self._propose()

    def take(self, values: Values) -> None:
        self.answer = MakeMeetings(
            tuple(
                NewMeeting(each.day, values["start"], values["end"], values["place"])
                for each in self._days
            )
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        year: int,
        asked: YearAsked,
        template: MeetingTemplate,
        places: tuple[str, ...],
        make: Callable[[MakeMeetings], object],
    ) -> None:
        """Ask, until ``make(command)`` has made the meetings or the dialog is left."""
        cls(year, asked, template, places, parent).ended(make)


class OneDayDialog(FormDialog):
    """Asks for one day in place of another, or for one more."""

    def __init__(self, day: date, parent: QWidget, *, fresh: bool) -> None:
        title = say("Lägg till en dag") if fresh else say("Ändra dagen")
        super().__init__("one-day", title, title, parent, prefix="one")
        self.form.come_close_to(day)
        first: dict[str, Any] = {} if fresh else {"first": day}
        self.form.build(Field("day", say("&Datum"), DAY_NEEDED, **first))

    def take(self, values: Values) -> None:
        self.answer = values["day"]

    @classmethod
    def ask(
        cls, parent: QWidget, day: date, do: Callable[[date], object], *, fresh: bool = False
    ) -> None:
        """Ask for the day; ``do(day)`` puts it in."""
        cls(day, parent, fresh=fresh).ended(do)


def _told(day: ProposedDay) -> list[str]:
    against = [say("Hinder: {reason}", reason=day.against)] if day.against else []
    return [*against, day.why, *day.near]


def _mark(line: DayLine) -> tuple[str, str] | None:
    return ("warning", "warning") if line.proposed.against else ("check", "success")


def _columns() -> tuple[ColumnOf[DayLine], ...]:
    return (
        ColumnOf(
            say("Dag"), lambda line: weekday_in_text(line.proposed.day), 210, picture=_mark
        ),
        ColumnOf(
            say("Varför"), lambda line: line.proposed.against or line.proposed.why, 210
        ),
        ColumnOf(say("I närheten"), lambda line: ", ".join(line.proposed.near) or "–"),
    )  # fmt: skip
