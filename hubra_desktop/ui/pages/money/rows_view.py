"""A table of rows of money: amounts in figures of one width, and no empty columns."""

from collections.abc import Collection, Iterable

from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.pages.money.cells import MoneyDelegate, room_for
from hubra_desktop.ui.pages.money.rows_models import MoneyRows, R
from hubra_desktop.ui.widgets.rows_view import RowsView


class MoneyView(RowsView):
    """``leave_out`` names columns that are not shown, however much room there is."""

    def __init__(
        self, name: str, label: str, model: MoneyRows[R], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, label, model, parent)
        self._left_out: frozenset[int] = frozenset()
        self.setItemDelegate(MoneyDelegate(self))

    def leave_out(self, places: Collection[int]) -> None:
        """Show the columns that there is room for, but not these."""
        self._left_out = frozenset(places)
        self.fit_columns()

    def leaves_out(self, place: int) -> bool:
        return place in self._left_out or super().leaves_out(place)

    def make_room(self, place: int, amounts: Iterable[int]) -> None:
        """Let a column be so wide that none of its amounts, in öre, is cut."""
        self.ask_room(place, room_for(amounts, self.font()))
