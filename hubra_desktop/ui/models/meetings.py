"""The item model of years and their meetings; a year's meetings are read when it opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.ui.days import day_and_month, weekday_in_text
from hubra_desktop.ui.models.following import follow
from hubra_desktop.ui.models.rows import Insert, Remove, Step, steps
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.words import word
from hubra_desktop.work.queries import MeetingRow, MeetingYear

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ID_ROLE = Qt.ItemDataRole.UserRole
QUIET_STATES = (MeetingState.PLANNED, MeetingState.PREPARING)


@dataclass
class _Year:
    """A year and its meetings, None until they are read."""

    row: MeetingYear
    meetings: list[MeetingRow] | None = None


class MeetingsModel(QAbstractItemModel):
    """A tree of two levels. ``read`` is asked once for a year, when it is first opened.

    The internal id of a year is 0; of a meeting it is its year, so no index depends
    on an object that may be gone.
    """

    def __init__(
        self, read: Callable[[int], Sequence[MeetingRow]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._years: list[_Year] = []
        self._places: dict[int, int] = {}

    def show_years(self, years: Sequence[MeetingYear]) -> None:
        """Show other years; those that stay keep their meetings, re-read if loaded."""
        wanted = {str(row.year): row for row in years}
        now = [str(each.row.year) for each in self._years]
        for step in steps(now, [str(row.year) for row in years]):
            self._take_year(step, wanted)
        for place, row in enumerate(years):
            self._refresh(place, row)

    def clear(self) -> None:
        """Show nothing, for another register."""
        self.beginResetModel()
        self._years = []
        self._places = {}
        self.endResetModel()

    def _take_year(self, step: Step, wanted: dict[str, MeetingYear]) -> None:
        if isinstance(step, Remove):
            self.beginRemoveRows(NO_PARENT, step.at, step.at)
            del self._years[step.at]
            self._note_places()
            self.endRemoveRows()
        elif isinstance(step, Insert):
            self.beginInsertRows(NO_PARENT, step.at, step.at)
            self._years.insert(step.at, _Year(wanted[step.id]))
            self._note_places()
            self.endInsertRows()

    def _note_places(self) -> None:
        """Note where each year stands: a view asks for it many times for every row it paints."""
        self._places = {year.row.year: place for place, year in enumerate(self._years)}

    def _refresh(self, place: int, row: MeetingYear) -> None:
        year = self._years[place]
        if year.row != row:
            year.row = row
            here = self.index(place, 0)
            self.dataChanged.emit(here, here)
        if year.meetings is not None:
            follow(self, year.meetings, self._read(row.year), self.index(place, 0))

    def index_of(self, meeting_id: str, year: int) -> QModelIndex:
        """Return where a meeting of a year stands, reading the year if need be."""
        place = self._places.get(year)
        if place is None:
            return QModelIndex()
        parent = self.index(place, 0)
        if self.canFetchMore(parent):
            self.fetchMore(parent)
        meetings = self._years[place].meetings or []
        at = next((i for i, row in enumerate(meetings) if row.id == meeting_id), None)
        return QModelIndex() if at is None else self.index(at, 0, parent)

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        year = self._years[parent.row()].row.year if parent.isValid() else 0
        return self.createIndex(row, column, year)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, index: Index) -> QModelIndex: ...
    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        if index is None:
            return super().parent()
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(self._places[index.internalId()], 0, 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._years)
        if parent.internalId() or parent.column():
            return 0
        return len(self._years[parent.row()].meetings or [])

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 1

    def hasChildren(self, parent: Index = NO_PARENT) -> bool:
        if not parent.isValid():
            return bool(self._years)
        year = self._years[parent.row()] if not parent.internalId() else None
        return year is not None and (year.meetings is None or bool(year.meetings))

    def canFetchMore(self, parent: Index) -> bool:
        if not parent.isValid() or parent.internalId():
            return False
        return self._years[parent.row()].meetings is None

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        year = self._years[parent.row()]
        rows = list(self._read(year.row.year))
        if rows:
            self.beginInsertRows(self.index(parent.row(), 0), 0, len(rows) - 1)
        year.meetings = rows
        if rows:
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme().row_height)
        if not index.internalId():
            return self._year_data(self._years[index.row()].row, role)
        meetings = self._years[self._places[index.internalId()]].meetings or []
        return self._meeting_data(meetings[index.row()], role)

    def _year_data(self, row: MeetingYear, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(row.year)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{year}, %n meeting(s)", "", row.meetings).format(year=row.year)
        return None

    def _meeting_data(self, row: MeetingRow, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " · ".join(self._parts(row))
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                told = (weekday_in_text(row.date), row.place, word(row.kind), word(row.state))
                return ", ".join(part for part in told if part)
            case _ if role == ID_ROLE:
                return row.id
        return None

    def _parts(self, row: MeetingRow) -> list[str]:
        parts = [day_and_month(row.date)]
        if row.kind is not MeetingKind.ORDINARY:
            parts.append(word(row.kind))
        if row.state not in QUIET_STATES:
            parts.append(word(row.state))
        return parts
