"""What differs between two images of a row, as it is stored, and the way from one to the other.

A changed row is stored by its changed columns alone. Of a long text the stretch that
differs is stored, with digests of the whole text on both sides, so that a long section
saved many times costs little and a text that is another is told from it. Of a picture
the hash is stored.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from hubra_desktop.store.pictures import hash_of

Delta = dict[str, Any]
Image = dict[str, Any]
"""A row's values by column, as JSON carries them; pictures are bytes."""

LONG = 200
"""Characters from which a text is stored by what differs: below it the digests cost more."""

_SPLICE = "~"
_HASH = "#"
_ABSENT = object()
_UNTOLD = (_ABSENT, _ABSENT)


def digest(text: str) -> str:
    """Return a short fingerprint of a text: equal texts have equal ones."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def packed(before: Image | None, after: Image | None) -> tuple[Delta | None, Delta | None]:
    """Return what is to be stored of a change, before and after it."""
    if before is None or after is None:
        return _whole(before), _whole(after)
    old: Delta = {}
    new: Delta = {}
    for name, was in before.items():
        if was != after[name]:
            old[name], new[name] = _pair(was, after[name])
    return old, new


def unpacked(
    now: Image | None,
    expected: Delta | None,
    wanted: Delta | None,
    picture: Callable[[str], bytes],
) -> Image | None:
    """Return the image that a row becomes; ``now`` must be what the change expects.

    Raises LookupError when it is not. ``picture`` finds a picture by its hash.
    """
    if (now is None) != (expected is None):
        raise LookupError
    if now is None or expected is None:
        return None if wanted is None else {n: _value(v, picture) for n, v in wanted.items()}
    for name, value in expected.items():
        if not _matches(now.get(name), value):
            raise LookupError(name)
    if wanted is None:
        return None
    changed = {
        name: _result(now.get(name), expected.get(name), value, picture)
        for name, value in wanted.items()
    }
    return {**now, **changed}


def _whole(image: Image | None) -> Delta | None:
    if image is None:
        return None
    return {name: _held(value) for name, value in image.items()}


def _held(value: Any) -> Any:  # noqa: ANN401
    return {_HASH: hash_of(value)} if isinstance(value, bytes) else value


def _pair(was: Any, now: Any) -> tuple[Any, Any]:  # noqa: ANN401
    """Return how two values of a column are stored."""
    long_texts = isinstance(was, str) and isinstance(now, str) and len(was) + len(now) > 2 * LONG
    if not long_texts:
        return _held(was), _held(now)
    start = _common(was, now)
    end = min(_common(was[start:][::-1], now[start:][::-1]), len(was) - start, len(now) - start)
    return (
        {_SPLICE: [start, was[start : len(was) - end], digest(was)]},
        {_SPLICE: [start, now[start : len(now) - end], digest(now)]},
    )


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _matches(now: Any, stored: Any) -> bool:  # noqa: ANN401
    if not isinstance(stored, dict):
        return bool(now == stored)
    if _HASH in stored:
        return isinstance(now, bytes) and hash_of(now) == stored[_HASH]
    return isinstance(now, str) and digest(now) == stored[_SPLICE][2]


def _value(stored: Any, picture: Callable[[str], bytes]) -> Any:  # noqa: ANN401
    return picture(stored[_HASH]) if isinstance(stored, dict) else stored


def _result(now: Any, expected: Any, wanted: Any, picture: Callable[[str], bytes]) -> Any:  # noqa: ANN401
    """Return the value that a column gets."""
    if not isinstance(wanted, dict) or _HASH in wanted:
        return _value(wanted, picture)
    start, middle, whole = wanted[_SPLICE]
    rest = now[start + len(expected[_SPLICE][1]) :]
    made = now[:start] + middle + rest
    if digest(made) != whole:
        raise LookupError
    return made


def stretch(stored: Any) -> str | None:  # noqa: ANN401
    """Return the stretch of a long text that is stored of it; None for any other value."""
    return str(stored[_SPLICE][1]) if _is_splice(stored) else None


def joined_deltas(
    first: tuple[Delta, Delta], second: tuple[Delta, Delta]
) -> tuple[Delta, Delta] | None:
    """Return two changes of a row on each other as one; None when they do not join.

    A side on which the row is not there is empty. Two stretches of a long text join when
    they touch: what lies between others is not told.
    """
    old: Delta = {}
    new: Delta = {}
    for name in dict.fromkeys(name for pair in (first, second) for side in pair for name in side):
        one, other = _sides(first, name), _sides(second, name)
        joined = (
            one if other == _UNTOLD else other if one == _UNTOLD else _joined_values(one, other)
        )
        if joined is None:
            return None
        for side, value in zip((old, new), joined, strict=True):
            if value is not _ABSENT:
                side[name] = value
    return old, new


def _sides(pair: tuple[Delta, Delta], name: str) -> tuple[Any, Any]:
    return pair[0].get(name, _ABSENT), pair[1].get(name, _ABSENT)


def _joined_values(first: tuple[Any, Any], second: tuple[Any, Any]) -> tuple[Any, Any] | None:
    """Return two changes of a value as one; a whole text on either side tells the whole."""
    (was, became), (found, wanted) = first, second
    if _is_splice(became) and _is_splice(found):
        return _joined_splices(first, second)
    if _is_splice(found):
        return was, _result(became, found, wanted, _no_picture)
    if _is_splice(became):
        return _result(found, became, was, _no_picture), wanted
    return was, wanted


def _no_picture(hash_: str) -> bytes:
    raise LookupError(hash_)


def _is_splice(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict) and _SPLICE in value


def _joined_splices(first: tuple[Any, Any], second: tuple[Any, Any]) -> tuple[Any, Any] | None:
    one, was, before = first[0][_SPLICE]
    became = first[1][_SPLICE][1]
    other, found, _ = second[0][_SPLICE]
    wanted, after = second[1][_SPLICE][1:]
    start = min(one, other)
    end = max(one + len(became), other + len(found))
    if max(one, other) > min(one + len(became), other + len(found)):
        return None
    between = _overlaid(start, end, (one, became), (other, found))
    left = _replaced(between, one - start, became, was)
    right = _replaced(between, other - start, found, wanted)
    return {_SPLICE: [start, left, before]}, {_SPLICE: [start, right, after]}


def _overlaid(start: int, end: int, *stretches: tuple[int, str]) -> str:
    """Return the text from ``start`` to ``end``, which the stretches cover between them."""
    letters = [""] * (end - start)
    for place, text in stretches:
        letters[place - start : place - start + len(text)] = text
    return "".join(letters)


def _replaced(text: str, start: int, old: str, new: str) -> str:
    return text[:start] + new + text[start + len(old) :]
