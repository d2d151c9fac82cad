"""The item model of years and their meetings; a year's meetings are read when it opens."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSize, Qt

from hubra_desktop.model.days import weekday_in_text
from hubra_desktop.model.language import say_count
from hubra_desktop.model.terms import MeetingKind, MeetingState
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.tree import Index, Node, TreeBranch, TreeModel
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.words import days_told
from hubra_desktop.work.queries import MeetingRow, MeetingYear

ID_ROLE = Qt.ItemDataRole.UserRole
QUIET_STATES = (MeetingState.PLANNED, MeetingState.PREPARING)


class MeetingsModel(TreeModel):
    """Years and their meetings. ``read`` is asked once for a year, when it is first opened."""

    def __init__(
        self, read: Callable[[int], Sequence[MeetingRow]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._days: dict[str, str] = {}

    def show_years(self, years: Sequence[MeetingYear]) -> None:
        """Show other years; those that stay keep their meetings, re-read if loaded."""
        loaded = {node.id for node in self.top.under if node.read}
        self.show_branches(
            [
                TreeBranch(
                    str(row.year), row, self._under(row) if str(row.year) in loaded else None
                )
                for row in years
            ]
        )

    def _under(self, row: MeetingYear) -> list[TreeBranch]:
        meetings = self._read(row.year)
        self._days.update(days_told(meetings))
        return [TreeBranch(meeting.id, meeting) for meeting in meetings]

    def read_under(self, node: Node) -> Sequence[TreeBranch]:
        return self._under(node.row)

    def index_of(self, meeting_id: str, year: int) -> QModelIndex:
        """Return where a meeting of a year stands, reading the year if need be."""
        above = next((node for node in self.top.under if node.id == str(year)), None)
        if above is None:
            return QModelIndex()
        self.fetchMore(self.place_of(above))
        found = next((node for node in above.under if node.id == meeting_id), None)
        return QModelIndex() if found is None else self.place_of(found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node_at(index)
        if node is None:
            return None
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, theme().row_height)
        if isinstance(node.row, MeetingYear):
            return self._year_data(node.row, role)
        return self._meeting_data(node.row, role)

    def _year_data(self, row: MeetingYear, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(row.year)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say_count(
                "{year}, {n} sammanträde", "{year}, {n} sammanträden", row.meetings, year=row.year
            )
        return None

    def _meeting_data(self, row: MeetingRow, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " · ".join(self._parts(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _told(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_told(row))
            case _ if role == ID_ROLE:
                return row.id
        return None

    def _parts(self, row: MeetingRow) -> list[str]:
        parts = [self._days[row.id]]
        if row.kind is not MeetingKind.ORDINARY:
            parts.append(word(row.kind))
        if row.state not in QUIET_STATES:
            parts.append(word(row.state))
        return parts


def _told(row: MeetingRow) -> str:
    told = (weekday_in_text(row.date), row.place, word(row.kind), word(row.state))
    return ", ".join(part for part in told if part)
