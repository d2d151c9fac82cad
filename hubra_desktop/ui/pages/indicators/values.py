"""An indicator's values by year, edited in place, and what is known of the year in view."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubra_desktop.model.errors import InputError
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
from hubra_desktop.ui.forms.entry import labelled
from hubra_desktop.ui.forms.inputs import TextField
from hubra_desktop.ui.pages.indicators.models import YearsModel
from hubra_desktop.ui.pages.indicators.years_view import ValueEditor, YearsView
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.callout import announce
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
        self._hint = QLabel(self)
        self._hint.setProperty("role", "small")
        self._hint.setWordWrap(True)
        self.year_name = QLabel(self)
        self.year_name.setProperty("role", "field")
        self.texts = {
            "evidence": TextField("evidence", say("Belägg"), self),
            "note": TextField("measurement-note", say("Anteckning om året"), self),
        }
        for field in self.texts.values():
            field.commit_by(self._write_text)
        self.broken = QCheckBox(say("Inte jämförbart med tidigare år"), self)
        self.broken.setObjectName("field-incomparable")
        self.broken.clicked.connect(self._write_broken)
        self._lay_out()
        self.view.delegate.commit_asked.connect(self._commit_cell)
        self.view.year_chosen.connect(self._show_year)
        self.view.cleared.connect(self._clear)

    def _lay_out(self) -> None:
        heading = QLabel(say("Värden år för år"), self)
        heading.setProperty("role", "field")
        heading.setBuddy(self.view)
        self._year_box = QWidget(self)
        below = QVBoxLayout(self._year_box)
        below.setContentsMargins(0, GRID // 2, 0, 0)
        below.setSpacing(GRID // 2)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for field in self.texts.values():
            row.addWidget(labelled(field.accessibleName(), field, self._year_box))
        below.addWidget(self.year_name)
        below.addLayout(row)
        below.addWidget(self.broken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(heading)
        column.addWidget(self.view)
        column.addWidget(self._hint)
        column.addWidget(self._year_box)

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
            said = say("Skriv året och sedan värdet, eller båda på en gång: {example}")
        else:
            said = say("Skriv ruta för ruta, eller ett helt år på en gång: {example}")
        return said.format(example=example_line(indicator))

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse changes."""
        self._editable = editable
        self.model.set_editable(editable)
        self._hint.setVisible(editable)
        for field in self.texts.values():
            field.setReadOnly(not editable)
        self.broken.setEnabled(editable)

    def flush(self) -> bool:
        """Commit the open cell and the year's facts; False when something is refused."""
        editor = self.view.open_editor()
        if editor is not None and editor.dirty:
            self._commit_cell(editor)
        texts = [field.flush() for field in self.texts.values()]
        return (editor is None or not editor.refusal) and all(texts)

    def mend(self) -> str:
        """Lead to what was refused; return the name of the cell or field."""
        editor = self.view.open_editor()
        refused = [field for field in self.texts.values() if field.refused]
        target = editor if editor is not None and editor.refusal else next(iter(refused), None)
        if target is None:
            return ""
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target.accessibleName()

    def has_focus(self) -> bool:
        """Return whether the keyboard writes here."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def go_to(self, year: int | None) -> None:
        """Go to a year's values, or to the blank row."""
        self.view.choose(year if self.model.place_of(year) is not None else None)
        self.view.setFocus()

    def remove_year(self) -> None:
        """Take the current year's values away; Undo brings them back."""
        year = self.view.current_year()
        if self._indicator is None or year is None:
            said = say("Välj först ett år i tabellen med värden.")
            self._desk.messages.refuse(said)
        elif year == self._pending:
            self._pending = None
            self.show_indicator(self._indicator)
        else:
            self._desk.run(RemoveMeasurements(self._indicator.id, year))

    def _commit_cell(self, editor: ValueEditor) -> None:
        """Commit a cell's text; a refusal stays on the editor and beside the cell."""
        try:
            self._enter(editor)
        except ReasonNeededError as refusal:
            self.view.ask_reason(editor, refusal.sentence)
            return
        except InputError as refusal:
            self.view.refuse(editor, refusal.sentence)
            return
        editor.stored()
        self.view.hush()

    def _enter(self, editor: ValueEditor) -> None:
        row = self.model.row_at(editor.place.row())
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
        row = self.model.row_at(index.row())
        group = self.model.group_at(index.column())
        if self._indicator is None or row is None or row.year is None or not self._editable:
            return
        if group is None:
            self.remove_year()
        elif group in measured(self._indicator, row.year):
            self._desk.run(SetMeasurements(self._indicator.id, row.year, {group: None}))
            announce(self.view, say("Tömd"))

    def _of_year(self) -> Measurement | None:
        """Return a value of the current year: its facts are told by each of them."""
        if self._indicator is None:
            return None
        found = measured(self._indicator, self.view.current_year())
        return next(iter(found.values()), None)

    def _show_year(self, *_: object) -> None:
        row = self._of_year()
        self._year_box.setVisible(row is not None)
        if row is None or self._indicator is None:
            return
        self.year_name.setText(say("Året {year}", year=row.year))
        self.texts["evidence"].show_text(row.evidence)
        self.texts["note"].show_text(row.note)
        self.broken.setChecked(row.year in breaks(self._indicator))

    def _write_text(self, field: str, text: str, edit: str) -> None:
        row = self._of_year()
        name = "evidence" if field == "evidence" else "note"
        plain = " ".join(text.split())
        if row is not None and self._indicator is not None and getattr(row, name) != plain:
            values = {name: plain}
            self._desk.attempt_now(ChangeMeasurements(self._indicator.id, row.year, values, edit))

    def _write_broken(self, broken: bool) -> None:
        row = self._of_year()
        if row is not None and self._indicator is not None:
            values = {"incomparable": broken}
            self._desk.run(ChangeMeasurements(self._indicator.id, row.year, values))


def _year_first() -> InputError:
    return InputError(
        say(
            "Skriv året först, i cellen längst till vänster.",
        )
    )
