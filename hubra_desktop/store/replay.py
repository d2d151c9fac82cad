"""The history replayed beside the register: from the present back to the first step, and forward.

Nothing is written anywhere: rows are walked as values, so that a history of ten years takes
seconds. What does not fit shows that a row was changed past the one writer, or that the
file does not hold what was written to it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hubra_desktop.store.deltas import Delta, Image, unpacked
from hubra_desktop.store.journal import StoredChange

RowKey = tuple[str, str]
State = dict[RowKey, Image]
_MASKED: Image = {}
"""A row of which the history is to tell no more than that it was there."""


@dataclass
class Replayed:
    """What came of it: how many ``changes`` were walked, how many the law has ``masked``.

    ``misfits`` are the rows that are not what the history says, and ``state`` is what was
    there before the first step.
    """

    changes: int = 0
    masked: int = 0
    misfits: set[RowKey] = field(default_factory=set)
    state: State = field(default_factory=dict)

    @property
    def misfits_by_kind(self) -> Counter[str]:
        """Count the rows that do not fit by their kind."""
        return Counter(kind for kind, _ in self.misfits)


def replayed(
    rows: Mapping[RowKey, Image],
    changes: Sequence[StoredChange],
    columns: Callable[[str], Iterable[str]],
    picture: Callable[[str], bytes],
    go_on: Callable[[], None] = lambda: None,
) -> Replayed:
    """Walk from ``rows`` back through all changes and forward again; see Replayed.

    ``columns`` tells what a kind's rows have today: a value of a column that is no more is
    passed over. ``picture`` finds a large value by its hash, or raises LookupError.
    ``go_on`` is called now and then, and may raise.
    """
    known = {kind: frozenset(columns(kind)) for kind in {each.kind for each in changes}}
    fit = [_of_today(each, known[each.kind]) for each in changes]
    result = Replayed(changes=len(fit), masked=sum(each.masked for each in changes))
    state = dict(rows)
    for number, change in enumerate(reversed(fit)):
        _walk(state, change.inverse, picture, result.misfits)
        if number % 1000 == 0:
            go_on()
    result.state = dict(state)
    for number, change in enumerate(fit):
        _walk(state, change, picture, result.misfits)
        if number % 1000 == 0:
            go_on()
    for key in {(each.kind, each.row_id) for each in fit} - result.misfits:
        if not _same(state.get(key), rows.get(key)):
            result.misfits.add(key)
    return result


def told_by_history(
    changes: Sequence[StoredChange], picture: Callable[[str], bytes]
) -> dict[RowKey, Image | None]:
    """Return what each row is by its steps alone, None of one that was removed.

    Left out are rows whose coming is not told, and those whose steps do not follow on each
    other or have been masked.
    """
    state: dict[RowKey, Image | None] = {}
    broken = set[RowKey]()
    for change in changes:
        key = change.kind, change.row_id
        told = key in state or change.before is None
        if key in broken or change.masked or not told:
            broken.add(key)
            continue
        try:
            state[key] = unpacked(state.get(key), change.before, change.after, picture)
        except (LookupError, TypeError, ValueError):
            broken.add(key)
    return {key: image for key, image in state.items() if key not in broken}


def _of_today(change: StoredChange, known: frozenset[str]) -> StoredChange:
    def cut(delta: Delta | None) -> Delta | None:
        return delta and {name: value for name, value in delta.items() if name in known}

    return change._replace(before=cut(change.before), after=cut(change.after))


def _walk(
    state: State,
    change: StoredChange,
    picture: Callable[[str], bytes],
    misfits: set[RowKey],
) -> None:
    """Bring one row from what the change expects to what it wants; note it when that fails.

    A row that did not fit once is walked no more: its earlier steps build on that one.
    """
    key = change.kind, change.row_id
    if key in misfits:
        return
    now = state.get(key)
    try:
        if change.masked:
            if (now is None) != (change.before is None):
                raise LookupError
            after = None if change.after is None else _MASKED
        else:
            after = unpacked(now, change.before, change.after, picture)
    except (LookupError, TypeError, ValueError):
        misfits.add(key)
        return
    if after is None:
        state.pop(key, None)
    else:
        state[key] = after


def _same(one: Image | None, other: Image | None) -> bool:
    """Compare two images by the columns that both have: some are younger than the history."""
    if one is None or other is None:
        return one is other
    return all(value == other[name] for name, value in one.items() if name in other)
