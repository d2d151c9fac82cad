"""The item model of a year's budget: posts as a tree with what is planned, used and left."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.figures import FIGURES, MoneyFigure, post_called
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.swedish import figure
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.models.following import Head, head_data
from hubra_desktop.ui.models.tree import Index, TreeBranch, TreeModel
from hubra_desktop.ui.pages.money.cells import (
    AMOUNT_ROLE,
    BAR_ROLE,
    INK_ROLE,
    amount_or_dash,
    bold_font,
)
from hubra_desktop.ui.widgets.money_bar import shares
from hubra_desktop.ui.widgets.plain import plain_tip

ID_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the budget: the post, its figures in their order, and a bar."""

    POST = 0
    PLANNED = 1
    PAID = 2
    COST = 3
    REPAID = 4
    INCOME = 5
    NET = 6
    COMMITTED = 7
    LEFT = 8
    BAR = 9


FIGURE_IN: Mapping[int, MoneyFigure] = {Column[each.name.upper()]: each for each in FIGURES}
AMOUNTS = tuple(Column[each.name.upper()] for each in FIGURES)


def amount_in(sums: PostSums, column: Column) -> int:
    """Return the öre that a column shows of a post's sums."""
    return FIGURE_IN[column].of(sums)


def misses(row: BudgetRow) -> bool:
    """Tell whether a post misses its plan so that it is to be explained.

    Nothing misses an example that nobody decided, and a sum is told by its parts.
    """
    return row.deviates and row.leaf and not row.example


class BudgetModel(TreeModel):
    """Shows the rows of a BudgetTable, each under the post that it is part of.

    Names, and what is planned for posts without posts below them, can be edited; what
    is typed is stored by the delegate.
    """

    width = len(Column)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editable = True
        self._planned_editable = True
        self._headings = self._made_headings()
        self._heads = [
            Head(title, column in AMOUNTS, text) for column, (title, text) in self._headings.items()
        ]

    def _made_headings(self) -> dict[Column, tuple[str, str]]:
        figures = {column: FIGURE_IN[column] for column in AMOUNTS}
        return {
            Column.POST: (say("Post"), ""),
            **{c: (say(each.heading), say(each.meaning)) for c, each in figures.items()},
            Column.BAR: (say("Använt av planerat"), ""),
        }

    def set_editable(self, names: bool, planned: bool) -> None:
        """Allow or refuse editing of names, and of what is planned."""
        self._editable = names
        self._planned_editable = planned

    def show_table(self, table: BudgetTable | None) -> None:
        """Show another table, or the same one as it is now."""
        tops: list[TreeBranch] = []
        way = [tops]
        for row in table.rows if table is not None else ():
            # Rows stand parent first, and each says how far down it is.
            del way[row.depth + 1 :]
            under: list[TreeBranch] = []
            way[-1].append(TreeBranch(row.post.id, row, under))
            way.append(under)
        self.show_branches(tops)

    def row_at(self, index: Index) -> BudgetRow | None:
        """Return the row of an index, None when there is none."""
        node = self.node_at(index)
        return node.row if node is not None else None

    def index_of(self, post_id: str, column: int = 0) -> QModelIndex:
        """Return where a post stands; an invalid index when it is not shown."""
        found = next((node for node in self.top.nodes() if node.id == post_id), self.top)
        return self.place_of(found, column)

    def all_rows(self) -> list[BudgetRow]:
        """Return every row, parents first."""
        return [node.row for node in self.top.nodes()]

    def flags(self, index: Index) -> Qt.ItemFlag:
        node = self.node_at(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        planned = index.column() == Column.PLANNED and node.row.leaf and self._planned_editable
        own = bool(node.row.post.id)
        if own and self._editable and (index.column() == Column.POST or planned):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return head_data(self._heads, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node_at(index)
        if node is None:
            return None
        column = Column(index.column())
        if role == ID_ROLE:
            return node.row.post.id
        if column is Column.POST:
            return self._post_data(node.row, role)
        if column is Column.BAR:
            return self._bar_data(node.row, role)
        return self._amount_data(node.row, column, role)

    def _post_data(self, row: BudgetRow, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.deviation(row) or self.name(row))
            case Qt.ItemDataRole.DecorationRole if misses(row):
                if row.post.deviation_text.strip():
                    return icon("note", "muted")
                over = row.share is None or row.share > 0
                return icon("warning", "warning") if over else icon("information", "muted")
            case Qt.ItemDataRole.EditRole:
                return row.post.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(row)
            case Qt.ItemDataRole.FontRole:
                return None if row.leaf else bold_font()
        return None

    def name(self, row: BudgetRow) -> str:
        """Return what a post is called, with its code."""
        return " ".join(part for part in (row.post.code, post_called(row.post)) if part)

    def deviation(self, row: BudgetRow) -> str:
        """Say by how much a post misses what is planned, and how that is explained."""
        text = row.post.deviation_text.strip() or say("Förklaring saknas.")
        return f"{self.missed(row)} {text}" if misses(row) else ""

    def missed(self, row: BudgetRow) -> str:
        """Say by how much a post misses what is planned; "" when it does not."""
        if not misses(row):
            return ""
        if row.share is None and row.sums.planned < 0:
            return say("Det planerade är mindre än noll.")
        if row.share is None:
            return say("Inget var planerat för posten.")
        share = figure(round(abs(row.share), 1))
        if row.share > 0:
            return say("{share} % över det planerade.", share=share)
        return say("{share} % under det planerade.", share=share)

    def _bar_data(self, row: BudgetRow, role: int) -> Any:
        sums = row.sums
        if role == BAR_ROLE:
            return shares(sums.planned, sums.net, sums.committed)
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.left_in_words(sums)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.left_in_words(sums))
        return None

    def _amount_data(self, row: BudgetRow, column: Column, role: int) -> Any:
        ore = amount_in(row.sums, column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column, ore)
            case Qt.ItemDataRole.EditRole:
                return kronor(ore) if ore else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._headings[column][0]} {kronor(ore)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.left_in_words(row.sums)) if column is Column.LEFT else None
            case Qt.ItemDataRole.FontRole:
                return None if row.leaf else bold_font()
            case Qt.ItemDataRole.DecorationRole if column is Column.LEFT and ore < 0:
                return icon("warning", "warning")
            case _ if role == INK_ROLE:
                short = column is Column.LEFT and ore < 0
                return "danger" if short else ("text" if ore else "muted")
            case _ if role == AMOUNT_ROLE:
                return True
        return None

    def _shown(self, row: BudgetRow, column: Column, ore: int) -> str:
        if column is Column.PLANNED and not row.stated:
            return say("anges inte")
        if column is Column.PLANNED and row.example and row.leaf:
            return self.as_example(digits(ore))
        return amount_or_dash(ore)

    def as_example(self, amount: str) -> str:
        """Write an amount that nobody has decided."""
        return say("exempel {amount}", amount=amount)

    def left_in_words(self, sums: PostSums) -> str:
        """Say what is left of a post, or by how much it is over."""
        if sums.left < 0:
            return say("{amount} över det planerade", amount=kronor(-sums.left))
        return say(
            "{amount} kvar av {planned}", amount=kronor(sums.left), planned=kronor(sums.planned)
        )

    def spoken(self, row: BudgetRow) -> str:
        """Say the whole of a row."""
        amounts = ((c, amount_in(row.sums, c)) for c in AMOUNTS)
        text = [f"{self._headings[c][0]} {kronor(ore)}" for c, ore in amounts if ore]
        example = [say("det planerade är ett exempel")] if row.example else []
        return ", ".join([self.name(row), *text, *example, self.deviation(row)]).rstrip(", ")
