"""Where rows of an agenda go when they are moved: a row takes its sub-items along.

Kept apart from the database so that the window can show where a dragged row would
land with the same rule that then moves it.
"""

from collections.abc import Sequence

from hubra_desktop.model.outline import outline
from hubra_desktop.model.records.meeting import Item


def block(items: Sequence[Item], item_id: str) -> tuple[Item, ...]:
    """Return the row and its sub-items; raises KeyError when there is no such row."""
    for branch in outline(items):
        if branch.item.id == item_id:
            return (branch.item, *branch.children)
        for child in branch.children:
            if child.id == item_id:
                return (child,)
    raise KeyError(item_id)


def order_after_move(items: Sequence[Item], item_id: str, index: int) -> tuple[str, ...]:
    """Return the ids in their new order when the row is dropped before row ``index``.

    ``index`` counts in the list as it is (its length means last). A row with
    sub-items never lands between another row and its sub-items, nor inside itself.
    """
    moving = block(items, item_id)
    taken = {item.id for item in moving}
    index = max(0, min(index, len(items)))
    if moving[0].level == 0:
        index = _outside(items, index, taken)
    before = [item.id for item in items[:index] if item.id not in taken]
    after = [item.id for item in items[index:] if item.id not in taken]
    return (*before, *(item.id for item in moving), *after)


def shifted(items: Sequence[Item], item_id: str, by: int) -> tuple[str, ...]:
    """Return the ids when the row goes one step up (-1) or down (+1) past its neighbour.

    A row on the outer level passes a whole block, a sub-item a single row. At the
    edge the order stays.
    """
    moving = block(items, item_id)
    first = next(place for place, item in enumerate(items) if item.id == item_id)
    if by < 0:
        return order_after_move(items, item_id, _start_of_previous(items, first, moving[0].level))
    after = first + len(moving)
    if after == len(items):
        return tuple(item.id for item in items)
    step = len(block(items, items[after].id)) if moving[0].level == 0 else 1
    return order_after_move(items, item_id, after + step)


def _start_of_previous(items: Sequence[Item], first: int, level: int) -> int:
    if first == 0:
        return 0
    previous = items[first - 1].id
    for branch in outline(items):
        inside = {branch.item.id, *(child.id for child in branch.children)}
        if level == 0 and previous in inside:
            return next(place for place, item in enumerate(items) if item.id == branch.item.id)
    return first - 1


def _outside(items: Sequence[Item], index: int, taken: set[str]) -> int:
    """Return the nearest place at or after ``index`` that splits no block."""
    place = 0
    for branch in outline(items):
        size = 1 + len(branch.children)
        if place < index < place + size and branch.item.id not in taken:
            return place + size
        place += size
    return index
