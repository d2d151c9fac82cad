"""Rows with rows under them, as far down as need be, changed by the smallest steps.

Views keep selection, scroll, open editors and what is unfolded only if rows that stayed
are not taken out and put back; see ``rows`` for how the steps are worked out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from hubra_desktop.ui.models.following import take_step
from hubra_desktop.ui.models.rows import steps

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class TreeBranch(NamedTuple):
    """A row to show and what stands under it; None is not read before it is unfolded.

    ``id`` is one of its kind among the rows beside it.
    """

    id: str
    row: Any
    under: "Sequence[TreeBranch] | None" = ()


@dataclass(eq=False)
class Node:
    """A row that is shown. ``number`` is what its indexes carry, ``place`` is among its like."""

    id: str
    row: Any
    above: "Node | None"
    number: int
    place: int = 0
    under: "list[Node]" = field(default_factory=list)
    read: bool = True

    def nodes(self) -> "Iterator[Node]":
        """Yield what stands under it, parents first."""
        for each in self.under:
            yield each
            yield from each.nodes()


class TreeModel(QAbstractItemModel):
    """Shows branches; rows that stay keep their indexes. ``width`` is how many columns.

    Subclasses answer for the data of a node, and for what is read when it is unfolded.
    """

    width = 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.top = Node("", None, None, 0)
        self._numbered: dict[int, Node] = {}
        self._latest = 0

    def read_under(self, node: Node) -> Sequence[TreeBranch]:
        """Return what stands under a row that is unfolded for the first time."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show nothing, for another register."""
        self.beginResetModel()
        self.top.under = []
        self._numbered = {}
        self.endResetModel()

    def show_branches(self, branches: Sequence[TreeBranch], above: Node | None = None) -> None:
        """Show these under a row, by default as the tree itself."""
        above = above or self.top
        wanted = {branch.id: branch for branch in branches}
        if wanted and not above.under:
            self._fill(above, list(wanted.values()))
        nodes, before = above.under, tuple(above.under)

        def made(node_id: str) -> Node:
            return self._made(wanted[node_id], above)

        for step in steps([node.id for node in nodes], list(wanted)):
            settle = partial(self._settle, nodes, before)
            take_step(self, nodes, step, made, self.place_of(above), settle)
        for node, branch in zip(above.under, wanted.values(), strict=True):
            if node.row != branch.row:
                node.row = branch.row
                self.dataChanged.emit(self.place_of(node), self.place_of(node, self.width - 1))
            if branch.under is not None:
                node.read = True
                if branch.under or node.under:
                    self.show_branches(branch.under, node)

    def _fill(self, above: Node, branches: Sequence[TreeBranch]) -> None:
        """Show the first rows under a row in one step: one by one, each renumbers all others."""
        self.beginInsertRows(self.place_of(above), 0, len(branches) - 1)
        above.under.extend(self._made(branch, above) for branch in branches)
        self._settle(above.under, ())
        self.endInsertRows()

    def _made(self, branch: TreeBranch, above: Node) -> Node:
        self._latest += 1
        node = Node(branch.id, branch.row, above, self._latest, read=branch.under is not None)
        self._numbered[node.number] = node
        return node

    def _settle(self, nodes: Sequence[Node], before: Sequence[Node]) -> None:
        """Forget what has gone, and note where each stands: views ask many times a row."""
        stay = {node.number for node in nodes}
        for gone in (node for node in before if node.number not in stay):
            for node in (gone, *gone.nodes()):
                self._numbered.pop(node.number, None)
        for place, node in enumerate(nodes):
            node.place = place

    def node_at(self, index: Index) -> Node | None:
        """Return the node of an index, None when there is none."""
        return self._numbered.get(index.internalId()) if index.isValid() else None

    def place_of(self, node: Node, column: int = 0) -> QModelIndex:
        """Return the index of a node, an invalid one for the top."""
        if node is self.top:
            return QModelIndex()
        return self.createIndex(node.place, column, node.number)

    def _holder(self, parent: Index) -> Node | None:
        """Return the node that rows stand under; only first columns have any."""
        if not parent.isValid():
            return self.top
        return None if parent.column() else self.node_at(parent)

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        node = self._holder(parent)
        if node is None or not (0 <= row < len(node.under) and 0 <= column < self.width):
            return QModelIndex()
        return self.place_of(node.under[row], column)

    def parent(self, index: Index = NO_PARENT) -> QModelIndex:  # type: ignore[override]
        node = self.node_at(index)
        return QModelIndex() if node is None or node.above is None else self.place_of(node.above)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        node = self._holder(parent)
        return 0 if node is None else len(node.under)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return self.width

    def hasChildren(self, parent: Index = NO_PARENT) -> bool:
        node = self._holder(parent)
        return node is not None and (bool(node.under) or not node.read)

    def canFetchMore(self, parent: Index) -> bool:
        node = self._holder(parent)
        return node is not None and not node.read

    def fetchMore(self, parent: Index) -> None:
        node = self._holder(parent)
        if node is not None and not node.read:
            node.read = True
            self.show_branches(self.read_under(node), node)
