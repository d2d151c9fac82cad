"""Rows of a table, and how a model's rows are turned into others by the smallest signals.

What differs is worked out by ``rows``; here it is done to a model, in one way for every
list, so that selection, scroll and open editors survive wherever rows are shown.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hubra_desktop.ui.models.rows import Insert, RowRemoval, Step, steps
from hubra_desktop.ui.widgets.plain import plain_tip

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class Known(Protocol):
    """A row that is known by its id."""

    @property
    def id(self) -> str:
        """Return the id, one of its kind among the rows."""


R = TypeVar("R", bound=Known)
S = TypeVar("S")


def follow_rows(
    model: QAbstractItemModel,
    rows: list[R],
    wanted: Sequence[R],
    parent: QModelIndex = NO_PARENT,
) -> None:
    """Make the rows that ``model`` shows under ``parent`` the wanted ones, and tell its views."""
    after = {row.id: row for row in wanted}
    if after and not rows:  # In one step: a history may have thousands.
        model.beginInsertRows(parent, 0, len(after) - 1)
        rows.extend(after.values())
        model.endInsertRows()
        return
    for step in steps([row.id for row in rows], list(after)):
        take_step(model, rows, step, after.__getitem__, parent)
    for place, row in enumerate(after.values()):
        if rows[place] != row:
            rows[place] = row
            notify_row(model, place, parent)


def notify_row(model: QAbstractItemModel, place: int, parent: QModelIndex = NO_PARENT) -> None:
    """Tell the views of ``model`` that the row at ``place`` shows something else."""
    last = model.columnCount(parent) - 1
    model.dataChanged.emit(model.index(place, 0, parent), model.index(place, last, parent))


def take_step(
    model: QAbstractItemModel,
    rows: list[S],
    step: Step,
    made: Callable[[str], S],
    parent: QModelIndex = NO_PARENT,
    settle: Callable[[], None] | None = None,
) -> None:
    """Do one step to the rows under ``parent``; ``settle`` follows it before Qt looks again."""
    done = settle or (lambda: None)
    if isinstance(step, RowRemoval):
        model.beginRemoveRows(parent, step.at, step.at)
        del rows[step.at]
        done()
        model.endRemoveRows()
    elif isinstance(step, Insert):
        model.beginInsertRows(parent, step.at, step.at)
        rows.insert(step.at, made(step.id))
        done()
        model.endInsertRows()
    else:
        # Qt names the row before which it lands while it still stands in its old place.
        before = step.target + (step.target > step.source)
        model.beginMoveRows(parent, step.source, step.source, parent, before)
        rows.insert(step.target, rows.pop(step.source))
        done()
        model.endMoveRows()


class Head(NamedTuple):
    """What stands over a column, on which side, and what is told of it."""

    title: str
    right: bool = False
    told: str = ""


def side(*, right: bool) -> Qt.AlignmentFlag:
    """Return where the text of a column stands."""
    across = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


def head_data(
    heads: Sequence[Head], section: int, orientation: Qt.Orientation, role: int
) -> str | Qt.AlignmentFlag | None:
    """Return what a model answers of the head of a column."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(heads):
        return None
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return heads[section].title
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tip(heads[section].told or None)
        case Qt.ItemDataRole.TextAlignmentRole:
            return side(right=heads[section].right)
    return None


class TableModel(QAbstractTableModel, Generic[R]):
    """Shows frozen rows, each known by its id, under ``heads``."""

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self._rows: list[R] = []

    def row_at(self, place: int) -> R:
        """Return a row by its place."""
        return self._rows[place]

    def place_of(self, row_id: str) -> int | None:
        """Return where a row stands, None when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return head_data(self.heads, section, orientation, role)
