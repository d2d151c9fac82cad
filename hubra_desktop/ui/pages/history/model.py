"""The steps of the history as rows, read a page at a time as the list is scrolled."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from hubra_desktop.model.language import say
from hubra_desktop.ui.models.following import Index
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.history.wording import what, when
from hubra_desktop.work.queries.history import PAGE, HistoryStep

Read = Callable[[int | None], Sequence[HistoryStep]]


class HistoryModel(RowsModel[HistoryStep]):
    """Asks ``read(before)`` for the steps older than one, when they are to be seen."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        columns = (
            ColumnOf[HistoryStep](say("När"), lambda step: when(step.at), 150),
            ColumnOf[HistoryStep](say("Vem"), lambda step: step.who, 110, needs=640),
            ColumnOf[HistoryStep](say("Vad"), what),
        )
        super().__init__(columns, parent)
        self._read, self._more = read, False
        self.steps: dict[str, HistoryStep] = {}

    def start_over(self) -> None:
        """Read the newest steps anew; older ones follow as the list is scrolled."""
        self._show((), self._read(None))

    def _show(self, before: Sequence[HistoryStep], found: Sequence[HistoryStep]) -> None:
        rows = (*before, *found)
        self._more = len(found) >= PAGE
        self.steps = {each.id: each for each in rows}
        self.show_rows(rows)

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        oldest = self._given[-1].ids[0] if self._given else None
        self._show(self._given, self._read(oldest))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Stand as the history does, newest first."""
