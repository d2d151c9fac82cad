"""The indicators as rows: the table as it is printed, and one indicator's values by year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt

from hubra_desktop.model.findings import Finding
from hubra_desktop.model.indicators.reading import all_years, breaks, measured
from hubra_desktop.model.indicators.table import TableRow
from hubra_desktop.model.indicators.terms import Group, Unit
from hubra_desktop.model.indicators.values import (
    group_name,
    groups_of,
    unit_of,
    value_text,
    with_unit,
)
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.records.indicators import Indicator, Measurement
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.following import Head, Index, TableModel, follow_rows, side
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.widgets.plain import plain_tip

BLANK = "blank"


class Part(IntEnum):
    """The columns of the table."""

    NAME = 0
    LATEST = 1
    COMPARED = 2
    CHART = 3


@dataclass(frozen=True)
class Line:
    """A row of the table: the cells as they are printed, and what should be looked at."""

    id: str
    row: TableRow
    findings: tuple[Finding, ...] = ()


class IndicatorsModel(RowsModel[Line]):
    """The table *Mått senaste / Jämförs med*; its rows keep the indicators' order."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns = (
            ColumnOf[Line](say_in("indicator", "Mått"), _told_name),
            ColumnOf[Line](
                say_in("latest", "Mått senaste"), lambda line: line.row.latest.text, 116
            ),
            ColumnOf[Line](say("Jämförs med"), lambda line: line.row.compared.text, 116),
            ColumnOf[Line](say("År för år"), _told_years, 92),
        )
        super().__init__(columns, parent)


def _told_name(line: Line) -> str:
    name = line.row.name or say("Mått utan namn")
    sentences = [finding.sentence for finding in line.findings]
    return ". ".join(part.rstrip(".") for part in (name, line.row.source, *sentences) if part)


def _told_years(line: Line) -> str:
    """Tell the values of all years for whom the small chart is not seen."""
    sheet = line.row.indicator
    group = groups_of(sheet)[0]
    found = []
    for year in all_years(sheet):
        row = measured(sheet, year).get(group)
        if row is not None:
            found.append(f"{year} {shown_value(row, unit_of(sheet, group))}")
    return ", ".join(found)


def shown_value(row: Measurement | None, unit: Unit) -> str:
    """Write a value for a cell with its heading above it; why it is missing in words."""
    if row is None:
        return ""
    if row.value_thousandths is None:
        return word(row.missing)
    return with_unit(row.value_thousandths, unit)


@dataclass(frozen=True)
class YearRow:
    """One year's cells as they are shown and as they are typed; the blank row has no year."""

    id: str
    year: int | None
    shown: tuple[str, ...]
    typed: tuple[str, ...]
    broken: bool = False


def year_rows(indicator: Indicator, pending: int | None = None) -> tuple[YearRow, ...]:
    """Return a row for each year, one for a year that waits for its first value, and the blank."""
    years = sorted({*all_years(indicator), *([pending] if pending else [])})
    rows = [_year_row(indicator, year) for year in years]
    empty = ("",) * (1 + len(groups_of(indicator)))
    return (*rows, YearRow(BLANK, None, empty, empty))


def _year_row(indicator: Indicator, year: int) -> YearRow:
    found = measured(indicator, year)
    groups = groups_of(indicator)
    shown = [shown_value(found.get(group), unit_of(indicator, group)) for group in groups]
    typed = [_typed(found.get(group)) for group in groups]
    broken = year in breaks(indicator)
    return YearRow(
        str(year), year, (f"{year}*" if broken else str(year), *shown), (str(year), *typed), broken
    )


def _typed(row: Measurement | None) -> str:
    if row is None:
        return ""
    if row.value_thousandths is None:
        return word(row.missing)
    return value_text(row.value_thousandths)


class YearsModel(TableModel[YearRow]):
    """One indicator's values, a row for each year and a column for each group.

    The last row is always blank. It changes nothing itself: what is typed is committed
    by whoever opened the editor.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self._groups: tuple[Group, ...] = (Group.ALL,)
        self._editable = True

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse editing."""
        self._editable = editable

    def show_indicator(self, indicator: Indicator | None, pending: int | None = None) -> None:
        """Show an indicator's values, or none; rows that stay keep their place."""
        groups = groups_of(indicator) if indicator else (Group.ALL,)
        names = (Head(name, right=True) for name in self._names(indicator, groups))
        heads = (Head(say("År")), *names)
        rows = year_rows(indicator, pending) if indicator else ()
        if (groups, heads) != (self._groups, self.heads):
            self.beginResetModel()
            self._groups, self.heads, self._rows = groups, heads, list(rows)
            self.endResetModel()
            return
        follow_rows(self, self._rows, rows)

    def _names(self, indicator: Indicator | None, groups: Sequence[Group]) -> tuple[str, ...]:
        if indicator is None:
            return ("",)
        if len(groups) == 1:
            return (say("Värde"),)
        return tuple(capitalised(group_name(indicator, group, say)) for group in groups)

    def year_row(self, place: int) -> YearRow | None:
        """Return the row at a place, None outside the rows."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of_year(self, year: int | None) -> int | None:
        """Return where a year stands; None as year is the blank row."""
        return next((i for i, row in enumerate(self._rows) if row.year == year), None)

    def rename(self, year: int, named: int) -> None:
        """Let a year's row be another year's from now on, so that its editor stays open."""
        place = self.place_of_year(year)
        if place is not None and self.place_of_year(named) is None:
            row = self._rows[place]
            self._rows[place] = replace(row, id=str(named), year=named)

    def group_at(self, column: int) -> Group | None:
        """Return the group of a column; the first column is the year's."""
        return self._groups[column - 1] if 1 <= column <= len(self._groups) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.year_row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.shown[column]
            case Qt.ItemDataRole.EditRole:
                return row.typed[column]
            case Qt.ItemDataRole.TextAlignmentRole:
                return side(right=bool(column))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._broken()) if row.broken and not column else None
        return None

    def _spoken(self, row: YearRow, column: int) -> str:
        heading = self.heads[column].title
        if row.year is None:
            return say("Nytt år, {column}", column=heading)
        text = row.shown[column] if column else str(row.year)
        value = text or say("tomt")
        if not column:
            return f"{heading} {value}, {self._broken()}" if row.broken else f"{heading} {value}"
        return f"{row.year}, {heading}: {value}"

    def _broken(self) -> str:
        return say("inte jämförbart med tidigare år")

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._editable else flags
