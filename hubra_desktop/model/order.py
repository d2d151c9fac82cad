"""Where rows of an agenda go: those that are moved take their sub-items along.

Kept apart from the database so that the window can show where a dragged row would
land with the same rule that then moves it.
"""

from collections.abc import Collection, Sequence

from hubra_desktop.model.outline import outline
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import ItemKind

_CLOSING = (
    "övriga frågor",
    "övrigt",
    "nästa möte",
    "nästa sammanträde",
    "mötets avslut",
    "mötet avslut",
    "sammanträdets avslut",
    "sammanträdet avslut",
    "avslutning",
)
"""How the titles begin of what stands last on a council's agenda."""


def block(items: Sequence[Item], item_id: str) -> tuple[Item, ...]:
    """Return the row and its sub-items; raises KeyError when there is no such row."""
    for branch in outline(items):
        if branch.item.id == item_id:
            return (branch.item, *branch.children)
        for child in branch.children:
            if child.id == item_id:
                return (child,)
    raise KeyError(item_id)


def blocks(items: Sequence[Item], item_ids: Collection[str]) -> tuple[Item, ...]:
    """Return rows and their sub-items as they stand; KeyError when one of them is not there."""
    taken = {row.id for each in item_ids for row in block(items, each)}
    return tuple(item for item in items if item.id in taken)


def order_after_move(
    items: Sequence[Item], item_ids: Collection[str], index: int
) -> tuple[str, ...]:
    """Return the ids in their new order when rows are dropped together before row ``index``.

    ``index`` counts in the list as it is (its length means last). A row with
    sub-items never lands between another row and its sub-items, nor inside itself.
    """
    moving = blocks(items, item_ids)
    taken = {item.id for item in moving}
    index = max(0, min(index, len(items)))
    if _level(moving) == 0:
        index = outside_blocks(items, index, taken)
    before = [item.id for item in items[:index] if item.id not in taken]
    after = [item.id for item in items[index:] if item.id not in taken]
    return (*before, *(item.id for item in moving), *after)


def shifted(items: Sequence[Item], item_ids: Collection[str], by: int) -> tuple[str, ...]:
    """Return the ids when rows go together one step up (-1) or down (+1) past a neighbour.

    Rows on the outer level pass a whole block, sub-items a single row. At the edge the
    order stays; rows that stood apart stand together afterwards.
    """
    moving = blocks(items, item_ids)
    places = {item.id: place for place, item in enumerate(items)}
    first, after, level = places[moving[0].id], places[moving[-1].id] + 1, _level(moving)
    if by < 0:
        return order_after_move(items, item_ids, _start_of_previous(items, first, level))
    if after < len(items):
        after += len(block(items, items[after].id)) if level == 0 else 1
    return order_after_move(items, item_ids, after)


def _level(moving: Sequence[Item]) -> int:
    return min(item.level for item in moving)


def closes(item: Item) -> bool:
    """Tell whether a row is one of those that end a meeting, such as other questions."""
    return item.kind is ItemKind.OTHER or folded(item.title).startswith(_CLOSING)


def place_of_new(items: Sequence[Item], new: Item | None = None) -> int:
    """Return before which row a new one is put when nobody says where.

    That is before the rows that close the meeting; one of those itself comes last.
    """
    place = len(items)
    if new is not None and closes(new):
        return place
    for branch in reversed(outline(items)):
        if not closes(branch.item):
            break
        place -= 1 + len(branch.children)
    return place


def _start_of_previous(items: Sequence[Item], first: int, level: int) -> int:
    if first == 0:
        return 0
    previous = items[first - 1].id
    for branch in outline(items):
        inside = {branch.item.id, *(child.id for child in branch.children)}
        if level == 0 and previous in inside:
            return next(place for place, item in enumerate(items) if item.id == branch.item.id)
    return first - 1


def outside_blocks(items: Sequence[Item], index: int, taken: Collection[str] = ()) -> int:
    """Return the nearest place at or after ``index`` that splits no block but those ``taken``."""
    place = 0
    for branch in outline(items):
        size = 1 + len(branch.children)
        if place < index < place + size and branch.item.id not in taken:
            return place + size
        place += size
    return index
