"""Rows that a model shows, turned into others by the smallest signals.

What differs is worked out by ``rows``; here it is done to a model, in one way for every
list, so that selection, scroll and open editors survive wherever rows are shown.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from hubra_desktop.ui.models.rows import Insert, RowRemoval, Step, steps

NO_PARENT = QModelIndex()


class Known(Protocol):
    """A row that is known by its id."""

    @property
    def id(self) -> str:
        """Return the id, one of its kind among the rows."""


R = TypeVar("R", bound=Known)


def follow(
    model: QAbstractItemModel,
    rows: list[R],
    wanted: Sequence[R],
    parent: QModelIndex = NO_PARENT,
) -> None:
    """Make the rows that ``model`` shows under ``parent`` the wanted ones, and tell its views."""
    after = {row.id: row for row in wanted}
    for step in steps([row.id for row in rows], list(after)):
        _take(model, rows, step, after, parent)
    for place, row in enumerate(after.values()):
        if rows[place] != row:
            rows[place] = row
            tell_row(model, place, parent)


def tell_row(model: QAbstractItemModel, place: int, parent: QModelIndex = NO_PARENT) -> None:
    """Tell the views of ``model`` that the row at ``place`` shows something else."""
    last = model.columnCount(parent) - 1
    model.dataChanged.emit(model.index(place, 0, parent), model.index(place, last, parent))


def _take(
    model: QAbstractItemModel,
    rows: list[R],
    step: Step,
    after: Mapping[str, R],
    parent: QModelIndex,
) -> None:
    if isinstance(step, RowRemoval):
        model.beginRemoveRows(parent, step.at, step.at)
        del rows[step.at]
        model.endRemoveRows()
    elif isinstance(step, Insert):
        model.beginInsertRows(parent, step.at, step.at)
        rows.insert(step.at, after[step.id])
        model.endInsertRows()
    else:
        # Qt names the row before which it lands while it still stands in its old place.
        before = step.target + (step.target > step.source)
        model.beginMoveRows(parent, step.source, step.source, parent, before)
        rows.insert(step.target, rows.pop(step.source))
        model.endMoveRows()
