"""How the flat list of agenda rows hangs together: which rows are sub-items of which.

Numbers, clock times and findings must agree on it, so it is decided here alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import UNNUMBERED_KINDS


@dataclass(frozen=True)
class Branch:
    """A row with its sub-items, both in agenda order."""

    item: Item
    children: tuple[Item, ...] = ()


def outline(items: Sequence[Item]) -> tuple[Branch, ...]:
    """Gather sub-items (level 1 or deeper) under the nearest row above with level 0.

    Breaks and headings have no sub-items: what is indented under them, or under
    nothing, stands on its own.
    """
    gathered: list[tuple[Item, list[Item]]] = []
    for item in items:
        if item.level and gathered and _may_have_children(gathered[-1][0]):
            gathered[-1][1].append(item)
        else:
            gathered.append((item, []))
    return tuple(Branch(item, tuple(children)) for item, children in gathered)


def active_items(branches: Iterable[Branch]) -> Iterator[Item]:
    """Yield the rows that are not withdrawn, nor under a row that is."""
    for branch in branches:
        if not branch.item.withdrawn:
            yield branch.item
            yield from (child for child in branch.children if not child.withdrawn)


def _may_have_children(item: Item) -> bool:
    return item.level == 0 and item.kind not in UNNUMBERED_KINDS
