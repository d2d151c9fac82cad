"""The papers of the open meeting as rows: each item of the agenda with its papers under it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import PaperGroup, PaperStanding
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import UNNUMBERED_KINDS
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.following import Index
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.work.queries.meeting_papers import PaperLine

PAPER_MIME = "application/x-hubra-paper"
OWN = "meeting"
"""The id of the heading over the papers of the meeting itself."""
STANDINGS = {
    PaperStanding.IN: ("check", "success"),
    PaperStanding.AWAITED: ("clock", "muted"),
    PaperStanding.LATE: ("warning", "warning"),
    PaperStanding.LEFT_OUT: ("withdrawn", "muted"),
}


@dataclass(frozen=True)
class PaperRow:
    """A paper, or (no ``line``) the heading of the item ``item_id`` that papers stand under."""

    id: str
    item_id: str | None
    heading: str = ""
    line: PaperLine | None = None


def paper_rows(groups: Sequence[PaperGroup], lines: Sequence[PaperLine]) -> Iterator[PaperRow]:
    """Yield the items that papers can belong to, each with its papers under it."""
    by_id = {line.id: line for line in lines}
    for group in groups:
        item = group.item
        if item is not None and item.kind in UNNUMBERED_KINDS and not group.papers:
            continue
        heading = say("Hela sammanträdet")
        if item is not None:
            title = " ".join(item.title.split()) or say("(utan rubrik)")
            heading = f"{group.number}  {title}".strip()
        item_id = item.id if item is not None else None
        yield PaperRow(f"item:{item_id or OWN}", item_id, heading)
        for paper in group.papers:
            yield PaperRow(paper.id, item_id, line=by_id[paper.id])


def _of_line(text: Callable[[PaperLine], str]) -> Callable[[PaperRow], str]:
    return lambda row: text(row.line) if row.line is not None else ""


def _picture_of(row: PaperRow) -> tuple[str, str] | None:
    return STANDINGS[row.line.standing] if row.line is not None else None


def _lock(row: PaperRow) -> tuple[str, str] | None:
    return ("closed", "danger") if row.line is not None and row.line.paper.secret else None


def _title(line: PaperLine) -> str:
    return say("{title} (sekretess)", title=line.title) if line.paper.secret else line.title


def _file(line: PaperLine) -> str:
    if line.paper.sha256 is not None:
        return size_text(line.paper.size)
    return say("skrivs här") if line.paper.report_id is not None else ""


def paper_columns() -> tuple[ColumnOf[PaperRow], ...]:
    """Return what is told of a paper."""
    day = _of_line(lambda line: short_date(line.paper.date) if line.paper.date else "")
    kind = _of_line(lambda line: capitalised(word(line.paper.kind)))
    return (
        ColumnOf(say("Bilaga"), _of_line(lambda line: line.number), 56),
        ColumnOf(say("Handling"), _of_line(_title), picture=_lock),
        ColumnOf(say("Slag"), kind, 152, needs=960),
        ColumnOf(say("Från"), _of_line(lambda line: line.paper.author), 130, needs=520),
        ColumnOf(say("Datum"), day, 104, needs=1020),
        ColumnOf(say("Läge"), _of_line(lambda line: line.standing_text), 236, picture=_picture_of),
        ColumnOf(say("Fil"), _of_line(_file), 80, right=True, needs=780),
    )


class PapersModel(RowsModel[PaperRow]):
    """Headings span their row and cannot be moved; ``dropped(paper, item, before)`` asks to."""

    dropped = Signal(str, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(paper_columns(), parent)
        self.editable = True

    def row_or_none(self, place: int) -> PaperRow | None:
        """Return the row at a place, None outside the rows."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def row_of(self, row_id: str) -> PaperRow | None:
        """Return a row by its id."""
        place = self.place_of(row_id)
        return None if place is None else self._rows[place]

    def headings(self) -> Iterator[int]:
        """Yield the places of the headings."""
        return (place for place, row in enumerate(self._rows) if row.line is None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_or_none(index.row()) if index.isValid() else None
        if row is None or row.line is not None:
            return super().data(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return row.heading if index.column() == 0 else ""
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.ToolTipRole:
                return None
            case Qt.ItemDataRole.DecorationRole:
                return None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row_or_none(index.row()) if index.isValid() else None
        if row is None or not self.editable:
            return flags
        flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags if row.line is None else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PAPER_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        ids = {row.id for each in indexes if (row := self.row_or_none(each.row())) and row.line}
        made.setData(PAPER_MIME, QByteArray("".join(ids).encode()))
        return made

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for a paper to be moved to under a heading, or before another paper."""
        paper_id = data.data(PAPER_MIME).toStdString()
        place = parent.row() if parent.isValid() else row
        target = self.row_or_none(place)
        if not self.editable or self.row_of(paper_id) is None or target is None:
            return False
        before = target.id if target.line is not None else None
        self.dropped.emit(paper_id, target.item_id, before)
        return False
