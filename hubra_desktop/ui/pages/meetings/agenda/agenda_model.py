"""The item model of the agenda: prepared rows in, the smallest signals out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from hubra_desktop.model.language import say
from hubra_desktop.ui.models.following import (
    NO_PARENT,
    Head,
    Index,
    TableModel,
    follow_rows,
    notify_row,
)
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import (
    BLANK,
    AgendaColumn,
    AgendaRow,
    column_names,
)
from hubra_desktop.ui.widgets.plain import plain_tip

ITEM_MIME = "application/x-hubra-agenda-item"
ROW_ROLE = Qt.ItemDataRole.UserRole
MOVED_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class AgendaEntry:
    """What was typed in a cell: the row's id ("" for the blank row), column and text."""

    item_id: str
    column: AgendaColumn
    text: str


class AgendaModel(TableModel[AgendaRow]):
    """Shows the rows it was given last; the last of them is always the blank row.

    It changes nothing itself: a text set is passed on by ``entered`` and rows
    dropped by ``dropped(ids, place)``, and what comes of it arrives as new rows. Open editors,
    selection and scroll survive, since rows that stay are never taken out.
    """

    entered = Signal(object)
    dropped = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        self._headings = column_names()
        right = (AgendaColumn.MINUTES, AgendaColumn.NUMBER)
        super().__init__(
            [Head(self._headings[each], each in right) for each in AgendaColumn], parent
        )
        self._rows = [BLANK]
        self._moved: frozenset[str] = frozenset()
        self._editable = True

    def set_editable(self, editable: bool) -> None:
        """Allow or refuse editing, for registers open for reading."""
        self._editable = editable

    def show_rows(self, rows: Sequence[AgendaRow]) -> None:
        """Show new rows, telling the views only what differs."""
        follow_rows(self, self._rows, rows)

    def adopt(self, item_id: str) -> None:
        """Let the blank row be the row just made, so that its editor stays open there."""
        place = len(self._rows) - 1
        self._rows[place] = AgendaRow(item_id, None, BLANK.cells, BLANK.typed, BLANK.spoken)
        self.beginInsertRows(NO_PARENT, place + 1, place + 1)
        self._rows.append(BLANK)
        self.endInsertRows()

    def mark_moved(self, item_ids: frozenset[str]) -> None:
        """Mark the rows whose times have just moved; an empty set clears the marks."""
        touched = self._moved ^ item_ids
        self._moved = item_ids
        for place, row in enumerate(self._rows):
            if row.id in touched:
                notify_row(self, place)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], AgendaColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[column]
            case Qt.ItemDataRole.EditRole:
                return row.typed[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken[column] if row.item else self._blank_speech(column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.clash) if column is AgendaColumn.TIME else None
            case _ if role == ROW_ROLE:
                return row
            case _ if role == MOVED_ROLE:
                return row.id in self._moved
        return None

    def _blank_speech(self, column: AgendaColumn) -> str:
        return say("Ny rad, {column}", column=self._headings[column])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self._editable:
            return flags
        flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self._rows[index.row()].item else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._editable:
            return False
        row = self._rows[index.row()]
        self.entered.emit(AgendaEntry(row.id, AgendaColumn(index.column()), str(value)))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ITEM_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        places = sorted({index.row() for index in indexes})
        ids = [self._rows[place].id for place in places if self._rows[place].id]
        made.setData(ITEM_MIME, QByteArray("\n".join(ids).encode()))
        return made

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        ids = tuple(data.data(ITEM_MIME).toStdString().split())
        if not self._editable or not ids or any(self.place_of(each) is None for each in ids):
            return False
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(self._rows) - 1)
        self.dropped.emit(ids, min(place, len(self._rows) - 1))
        return False
