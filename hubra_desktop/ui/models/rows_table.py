"""A table of frozen rows, each known by its id, with columns told as values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt

from hubra_desktop.model.swedish import sort_key
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.following import Head, Index, Known, TableModel, follow_rows, side
from hubra_desktop.ui.widgets.plain import plain_tip

LOOKED_THROUGH = 400
LONGEST = 5
ID_ROLE = Qt.ItemDataRole.UserRole
R = TypeVar("R", bound=Known)
Ascending = Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class ColumnOf(Generic[R]):
    """A column: what its head says, and what it shows of a row.

    ``sorts`` gives what rows are ordered by (by default the text, as Swedes sort);
    ``picture`` an icon and its colour by role; ``width`` is in pixels at the ordinary
    size of text, 0 for what takes the room that is left. The column is left out of a
    table narrower than ``needs``.
    """

    title: str
    text: Callable[[R], str]
    width: int = 0
    right: bool = False
    needs: int = 0
    sorts: Callable[[R], Any] | None = None
    picture: Callable[[R], tuple[str, str] | None] | None = None

    def key(self, row: R) -> Any:
        """Return what the row is ordered by in this column."""
        return self.sorts(row) if self.sorts else sort_key(self.text(row))


class RowsModel(TableModel[R]):
    """Shows rows by the smallest steps, so that selection and scroll stay.

    Rows stand in the order given until a column is sorted by; ``sort(-1)`` returns to
    that order.
    """

    def __init__(self, columns: Sequence[ColumnOf[R]], parent: QObject | None = None) -> None:
        super().__init__([Head(each.title, each.right) for each in columns], parent)
        self.columns = tuple(columns)
        self._given: tuple[R, ...] = ()
        self._longest: dict[int, list[str]] = {}
        self._column = -1
        self._order = Ascending

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, or the same ones changed."""
        self._given = tuple(rows)
        self._longest.clear()
        follow_rows(self, self._rows, self._sorted())

    def _sorted(self) -> list[R]:
        if not 0 <= self._column < len(self.columns):
            return list(self._given)
        column = self.columns[self._column]
        down = self._order is not Ascending
        return sorted(self._given, key=column.key, reverse=down)

    def sort(self, column: int, order: Qt.SortOrder = Ascending) -> None:
        """Order the rows by a column."""
        self._column, self._order = column, order
        self._longest.clear()
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.id_at(index.row()) for index in before]
        self._rows = self._sorted()
        places = {row.id: place for place, row in enumerate(self._rows)}
        after = [
            self.index(places[row_id], index.column())
            for row_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def widest(self, place: int) -> list[str]:
        """Return the longest texts of a column, which are the widest give or take a letter.

        Figures are looked through to the last; words as far as somebody would scroll. What
        was found is kept until other rows are shown, since each width of a window asks anew.
        """
        if place not in self._longest:
            column = self.columns[place]
            rows = self._rows if column.right else self._rows[:LOOKED_THROUGH]
            self._longest[place] = nlargest(LONGEST, map(column.text, rows), key=len)
        return self._longest[place]

    def id_at(self, place: int) -> str:
        """Return the id of the row at a place, "" outside the rows."""
        return self._rows[place].id if 0 <= place < len(self._rows) else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.text(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.text(row)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return side(right=column.right)
            case Qt.ItemDataRole.DecorationRole:
                drawn = column.picture(row) if column.picture else None
                return icon(*drawn) if drawn else None
            case _ if role == ID_ROLE:
                return row.id
        return None
