"""In which order the rows of an agenda were handled, and when each began."""

from collections.abc import Iterable, Sequence

from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.meeting import Item


def handled_order(items: Sequence[Item], runs: Iterable[AgendaRun]) -> tuple[str, ...]:
    """Return the ids of all rows: as they were first handled, then the others as listed.

    Of two that began in the same minute the one that ended before was first. A row that was
    not handled stands after the one that it follows in the list.
    """
    started: dict[str, tuple[int, bool, int]] = {}
    for each in runs:
        if each.item_id is not None:
            turn = (each.started, each.ended is None, each.ended or 0)
            started[each.item_id] = min(turn, started.get(each.item_id, turn))
    listed = [each.id for each in items]
    order = [item_id for item_id in listed if item_id in started]
    order.sort(key=lambda each: started[each])
    for place, item_id in enumerate(listed):
        if item_id not in started:
            order.insert(order.index(listed[place - 1]) + 1 if place else 0, item_id)
    return tuple(order)


def run_starts(runs: Iterable[AgendaRun]) -> dict[str, int]:
    """Return when each row was first taken up, in minutes since midnight."""
    starts: dict[str, int] = {}
    for each in runs:
        if each.item_id is not None:
            starts[each.item_id] = min(each.started, starts.get(each.item_id, each.started))
    return starts


def current_item(runs: Iterable[AgendaRun]) -> str | None:
    """Return the row that goes on, or was handled last; None before the first one."""
    handled = [each for each in runs if each.item_id is not None]
    latest = max(handled, key=lambda each: (each.ended is None, each.started), default=None)
    return None if latest is None else latest.item_id
