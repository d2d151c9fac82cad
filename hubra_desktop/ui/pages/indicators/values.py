"""An indicator's values by year, edited in place, and what is known of the year in view."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.indicators.reading import breaks, measured
from hubra_desktop.model.indicators.terms import Group
from hubra_desktop.model.indicators.values import (
    ReasonNeededError,
    Value,
    example_line,
    groups_of,
    parse_line,
    parse_value,
    unit_of,
)
from hubra_desktop.model.language import say
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.records.rules import YEAR
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import FLAG
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.pages.indicators.models import YearsModel
from hubra_desktop.ui.pages.indicators.years_view import ValueEditor, YearsView
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import column, label
from hubra_desktop.work.commands.indicators import (
    ChangeMeasurements,
    RemoveMeasurements,
    SetMeasurements,
)

_YEAR_ALONE = re.compile(r"(?:år )?(\d{4}):?", re.IGNORECASE)


class IndicatorValues(QWidget):
    """The table of values with the facts of the current year under it.

    A year typed in the blank row waits for its first value; before that there is
    nothing to store. A line such as ``2019: alla 56 män 58 kvinnor 54`` is stored whole.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._indicator: Indicator | None = None
        self._pending: int | None = None
        self._editable = True
        self.model = YearsModel(self)
        self.view = YearsView(self.model, self)
        self._hint = label("", "small", self)
        self.year_name = label("", "field", self, wraps=False)
        self.facts = YearFacts(self._write_facts, self)
        self._lay_out()
        self.view.delegate.commit_asked.connect(self._commit_cell)
        self.view.delegate.taken_back.connect(self.view.refusals.hush)
        self.view.year_chosen.connect(self._show_year)
        self.view.cleared.connect(self._clear)

    def _lay_out(self) -> None:
        heading = label(say("Värden år för år"), "field", self, wraps=False)
        heading.setBuddy(self.view)
        parts = (heading, self.view, self._hint, self.year_name, self.facts)
        column(*parts, of=self, margins=(0, GRID, 0, 0), spacing=GRID // 2)

    def show_indicator(self, indicator: Indicator) -> None:
        """Show an indicator's values; another one begins with no year waiting."""
        if self._indicator is None or self._indicator.id != indicator.id:
            self._pending = None
            self.view.setCurrentIndex(self.model.index(-1, -1))
        if self._pending is not None and measured(indicator, self._pending):
            self._pending = None
        self._indicator = indicator
        self.model.show_indicator(indicator, self._pending)
        self._hint.setText(self._example(indicator))
        self._show_year()

    def _example(self, indicator: Indicator) -> str:
        if len(groups_of(indicator)) == 1:
            text = say("Skriv året och sedan värdet, eller båda på en gång: {example}")
        else:
            text = say("Skriv ruta för ruta, eller ett helt år på en gång: {example}")
        return text.format(example=example_line(indicator))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.model.set_editable(editable)
        self._hint.setVisible(editable)
        self.facts.set_editable(editable)

    def flush(self) -> bool:
        """Commit the open cell and the year's facts; False when something is refused."""
        editor = self.view.open_editor()
        if editor is not None and editor.dirty:
            self._commit_cell(editor)
        return self.facts.flush() and (editor is None or not editor.refusal)

    def mend(self) -> str:
        """Lead to what was refused; return the name of the cell or field."""
        editor = self.view.open_editor()
        if editor is None or not editor.refusal:
            return self.facts.mend()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return editor.accessibleName()

    def has_focus(self) -> bool:
        """Return whether the keyboard writes here."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def go_to(self, year: int | None) -> None:
        """Go to a year's values, or to the blank row."""
        self.view.choose(year if self.model.place_of_year(year) is not None else None)
        self.view.setFocus()

    def remove_year(self) -> None:
        """Take the current year's values away; Undo brings them back."""
        year = self.view.current_year()
        if self._indicator is None or year is None:
            text = say("Välj först ett år i tabellen med värden.")
            self._desk.messages.refuse(text)
        elif year == self._pending:
            self._pending = None
            self.show_indicator(self._indicator)
        else:
            if self._desk.run(RemoveMeasurements(self._indicator.id, year)) is not None:
                self._desk.messages.tell(say("Värdena för {year} togs bort.", year=year), "undo")

    def _commit_cell(self, editor: ValueEditor) -> None:
        """Commit a cell's text; a refusal stays on the editor and beside the cell."""
        try:
            self._enter(editor)
        except ReasonNeededError as refusal:
            self.view.ask_reason(editor, refusal.sentence)
            return
        except InputError as refusal:
            self.view.refusals.say(editor, refusal.where_typed)
            return
        editor.stored()
        self.view.refusals.hush()

    def _enter(self, editor: ValueEditor) -> None:
        row = self.model.year_row(editor.place.row())
        if self._indicator is None or row is None:
            return
        group = self.model.group_at(editor.place.column())
        if group is None:
            self._enter_year(row.year, editor.text(), editor.edit)
            return
        value = parse_value(editor.text(), unit_of(self._indicator, group))
        if row.year is None:
            if value is not None:
                raise _year_first()
            return
        self._set(row.year, {group: value}, editor.edit)

    def _set(self, year: int, values: Mapping[Group, Value | None], edit: str) -> None:
        assert self._indicator is not None
        self._desk.attempt_now(SetMeasurements(self._indicator.id, year, values, edit))

    def _enter_year(self, year: int | None, text: str, edit: str) -> None:
        """Read what stands in a year's cell: a year, or a whole line of values."""
        assert self._indicator is not None
        plain = " ".join(text.split())
        alone = _YEAR_ALONE.fullmatch(plain)
        if not plain and year is None:
            return
        if alone is not None:
            self._name_year(year, int(alone[1]))
            return
        line = parse_line(plain, self._indicator)
        named = line.year or year
        if named is None:
            raise _year_first()
        self._set(named, line.values, edit)
        self.view.go_on_from(named)

    def _name_year(self, year: int | None, named: int) -> None:
        """Give a row its year: a stored one is moved, a new one waits for its first value."""
        assert self._indicator is not None
        YEAR(named)
        if year is not None and year != self._pending:
            self._move_year(year, named)
        elif measured(self._indicator, named):
            self.view.go_on_from(named)
        else:
            if year is not None:
                self.model.rename(year, named)
            self._pending = named
            self.model.show_indicator(self._indicator, named)
            self.view.go_on_from(named)

    def _move_year(self, year: int, named: int) -> None:
        """Give a year's values another year, in the row that is being typed in."""
        assert self._indicator is not None
        if named == year:
            return
        command = ChangeMeasurements(self._indicator.id, year, {"year": named})
        if not measured(self._indicator, named):
            self.model.rename(year, named)
        try:
            self._desk.attempt_now(command)
        except InputError:
            self.model.rename(named, year)
            raise

    def _clear(self, index: QPersistentModelIndex) -> None:
        """Take away what stands in a cell; Undo brings it back."""
        row = self.model.year_row(index.row())
        group = self.model.group_at(index.column())
        if self._indicator is None or row is None or row.year is None or not self._editable:
            return
        if group is None:
            told = say("Raden måste ha ett år. Hela årets värden tar du bort med Ctrl+Del.")
            self._desk.messages.refuse(told)
        elif group in measured(self._indicator, row.year):
            shown = row.shown[index.column()]
            emptied = SetMeasurements(self._indicator.id, row.year, {group: None})
            if self._desk.run(emptied) is not None:
                told = say("Värdet för {year} tömdes. Där stod {value}.")
                self._desk.messages.tell(told.format(year=row.year, value=shown), "undo")

    def _of_year(self) -> Measurement | None:
        """Return a value of the current year: its facts are told by each of them."""
        if self._indicator is None:
            return None
        found = measured(self._indicator, self.view.current_year())
        return next(iter(found.values()), None)

    def _show_year(self, *_: object) -> None:
        row = self._of_year()
        record = None
        if row is not None and self._indicator is not None:
            broken = row.year in breaks(self._indicator)
            record = replace(row, id=f"{self._indicator.id}-{row.year}", incomparable=broken)
            self.year_name.setText(say("Året {year}", year=row.year))
        if not self.facts.show_record(record):
            # After the click has run its course, since it selects its own row last.
            QTimer.singleShot(0, self, self._stay)
            return
        for widget in (self.year_name, self.facts):
            widget.setVisible(record is not None)

    def _stay(self) -> None:
        """Choose the year whose facts must be mended again, and lead to them."""
        if self.facts.record is not None:
            self.view.choose(self.facts.record.year)
            self.facts.mend()

    def _write_facts(self, year: int, values: Mapping[str, object], edit: str) -> None:
        if self._indicator is not None:
            command = ChangeMeasurements(self._indicator.id, year, values, edit)
            self._desk.attempt_now(command)


class YearFacts(Form):
    """What is known of one year's values; ``write(year, values, edit)`` raises InputError."""

    def __init__(
        self, write: Callable[[int, Mapping[str, object], str], None], parent: QWidget
    ) -> None:
        super().__init__("year-facts", "", parent)
        self._write = write
        broken = say("Inte jämförbart med tidigare år")
        self.stand_in_panel()
        self.lie_flat()
        self.build(
            (Field("evidence", say("Belägg")), Field("note", say("Anteckning om året"))),
            Field("incomparable", broken, FLAG),
        )

    def write(self, values: Mapping[str, object], edit: str) -> None:
        self._write(self.record.year, values, edit)


def _year_first() -> InputError:
    return refusal("Skriv året först, i cellen längst till vänster.")
