"""Asks for the periods that no meeting is put in: school holidays, other bodies' meetings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from hubra_desktop.model.council.rulebook_terms import PeriodKind
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_year import usual_holidays
from hubra_desktop.model.records.catalogue import check
from hubra_desktop.model.records.rulebook import BlockedPeriod
from hubra_desktop.model.words import word
from hubra_desktop.ui.forms.converters import CHOICE, DAY, DAY_NEEDED, terms_of
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.forms.entry import Entry, Field, Saving
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.commands.meeting_year import SavePeriods

MIN_WIDTH = 820
WIDE = {"name": 4, "kind": 2}
DAYS = 25
"""The room of a day in letters: its weekday stands below it on one line."""

TOP = Qt.AlignmentFlag.AlignTop


@dataclass
class _Line:
    """A period as it was, its inputs and the button that removes it."""

    period: BlockedPeriod
    entries: dict[str, Entry]
    remove: QToolButton

    def widgets(self) -> list[QWidget]:
        return [*self.entries.values(), self.remove]


class PeriodLines(QWidget):
    """Lines of name, first and last day and kind; a line where nothing is written is left out."""

    saving = Saving.BY_BUTTON
    prefix = "period"

    def __init__(
        self, periods: Sequence[BlockedPeriod], year: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("period-lines")
        self._year = year
        self._lines: list[_Line] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(GRID // 2)
        for column, (name, label) in enumerate(_labels().items()):
            self._grid.addWidget(build.label(label, "field", self, wraps=False), 0, column)
            self._grid.setColumnStretch(column, WIDE.get(name, 1))
        add = build.button(say("Lägg till en period"), "period-add", self, self._add, role="link")
        add.setIcon(icon("add", "accent"))
        words = say("Lägg till lov {year} som exempel", year=year)
        usual = build.button(words, "period-examples", self, self._add_usual, role="link")
        for each in (add, usual):
            each.setAutoDefault(False)
        build.column(self._grid, build.row(add, usual, None), of=self, spacing=GRID // 2)
        for period in periods:
            self._lines.append(self._made(period))
        self._arrange()

    def _made(self, period: BlockedPeriod | None) -> _Line:
        shapes: dict[str, Any] = {
            "name": {},
            "first": {"converter": DAY_NEEDED},
            "last": {"converter": DAY},
            "kind": {"converter": CHOICE, "choices": terms_of(PeriodKind, word)},
        }
        entries = {}
        for name, more in shapes.items():
            first = PeriodKind.SCHOOL if period is None and name == "kind" else None
            shown = first if period is None else getattr(period, name)
            field = Field(name, _labels()[name], first=shown, **more)
            entries[name] = Entry(field, self, self, label=False)
        for name in ("first", "last"):
            room = entries[name].fontMetrics().averageCharWidth() * DAYS
            entries[name].setMinimumWidth(room)
        button = QToolButton(self)
        button.setIcon(icon("remove", "muted"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kept = period or BlockedPeriod(first=self.near())
        line = _Line(kept, entries, button)
        button.clicked.connect(partial(self._remove, line))
        return line

    def _arrange(self) -> None:
        """Put the lines in their order, and name what stands in them by it."""
        for place, line in enumerate(self._lines, start=1):
            for column, (name, entry) in enumerate(line.entries.items()):
                entry.field.setObjectName(f"{self.prefix}-{place}-{name}")
                entry.field.setAccessibleName(f"{_labels()[name]} {place}")
                self._grid.addWidget(entry, place, column, TOP)
            self._grid.addWidget(line.remove, place, len(line.entries), TOP)
            line.remove.setObjectName(f"{self.prefix}-{place}-remove")
            line.remove.setAccessibleName(say("Ta bort period {place}", place=place))
            line.remove.setToolTip(plain_tip(line.remove.accessibleName()))

    def _add(self) -> None:
        self._put(None)
        self._lines[-1].entries["name"].field.setFocus()

    def _add_usual(self) -> None:
        """Add school holidays as they often lie, those that no line has the first day of."""
        there = {line.entries["first"].raw() for line in self._lines}
        for period in usual_holidays(self._year):
            line = self._put(period)
            if line.entries["first"].raw() in there:
                self._remove(line)

    def _put(self, period: BlockedPeriod | None) -> _Line:
        line = self._made(period)
        self._lines.append(line)
        self._arrange()
        for widget in line.widgets():
            widget.show()
        return line

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        for widget in line.widgets():
            widget.hide()
            widget.deleteLater()
        self._arrange()

    def read(self) -> tuple[BlockedPeriod, ...] | None:
        """Return the periods; None when something is refused, which is told where it stands."""
        read = [self._read(line) for line in self._lines if not self._is_blank(line)]
        found = tuple(each for each in read if each is not None)
        return found if len(found) == len(read) else None

    def _is_blank(self, line: _Line) -> bool:
        return not any(line.entries[name].field.text().strip() for name in ("name", "first"))

    def _read(self, line: _Line) -> BlockedPeriod | None:
        values: dict[str, Any] = {}
        for name, entry in line.entries.items():
            try:
                values[name] = entry.read()
                check("blocked_period", {name: values[name]})
                if name == "last" and values[name] and values[name] < values["first"]:
                    raise InputError(say("Perioden slutar innan den börjar."))
            except InputError as refused:
                entry.refuse(refused.sentence)
                entry.field.setFocus()
                return None
        return replace(line.period, **values)

    def near(self) -> date:
        """Return the day that dates come close to."""
        return date(self._year, 7, 1)

    def commit_field(self, name: str, value: Any, edit: str) -> None:
        """Nothing is written before the button is pressed."""

    def draft(self, name: str, value: Any) -> None:
        """Nothing is drafted before the button is pressed."""

    def put_back(self, name: str) -> None:
        """Nothing is put back before the button is pressed."""


def _labels() -> dict[str, str]:
    return {
        "name": say("Vad"),
        "first": say("Första dag"),
        "last": say("Sista dag"),
        "kind": say("Slag"),
    }


class PeriodsDialog(FormDialog):
    """Shows all periods of the register; what is saved stands in place of them."""

    stored = True

    def __init__(
        self, periods: Sequence[BlockedPeriod], year: int, parent: QWidget | None = None
    ) -> None:
        title = say("Lov och upptagna dagar")
        super().__init__("blocked-periods", title, say("Spara"), parent, prefix="period")
        self.setMinimumWidth(MIN_WIDTH)
        told = say(
            "På de här dagarna föreslås inga sammanträden. Lov bestäms på varje ort: "
            "exemplen är till för att rättas."
        )
        self.lines = PeriodLines(periods, year, self)
        self.form.build(build.label(told, "muted", self), self.lines)

    def take(self, values: Values) -> None:
        periods = self.lines.read()
        if periods is None:
            raise InputError("")  # the sentence stands at the line that it is about
        self.answer = SavePeriods(periods)

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        periods: Sequence[BlockedPeriod],
        year: int,
        save: Callable[[SavePeriods], object],
    ) -> None:
        """Ask, until ``save(command)`` has stored the periods or the dialog is left."""
        cls(periods, year, parent).ended(save)
