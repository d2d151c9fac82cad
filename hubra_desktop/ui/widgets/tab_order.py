"""Tab goes in the order of the eye: row by row from the left, part by part.

Qt leads Tab through widgets in the order in which they were made, which is that of the
code. Here the next stop is found where things stand when the key is pressed, so that
whatever is shown, hidden, added or moved is reached in its place.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

if TYPE_CHECKING:
    _Window = QWidget
else:
    _Window = object

TOUCHING = 4
"""Pixels by which what stands apart may overlap: frames and shadows reach over an edge."""


class TabByEye(_Window):
    """What a window inherits, before its class of Qt, to be walked in the order of the eye."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Move the focus to the next stop, or the one before; the last is followed by the first."""
        found = list(focusable_in(self))
        stops = [each for each in found if is_stop(each)]
        if not stops:
            return False
        here = QApplication.focusWidget()
        if here in stops:
            place = stops.index(here) + (1 if forwards else -1)
        else:
            before = found[: found.index(here)] if here in found else []
            passed = sum(is_stop(each) for each in before)
            place = passed if forwards else passed - 1
        reasons = Qt.FocusReason
        reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True


def is_stop(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget that can have the focus."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def focusable_in(whole: QWidget) -> Iterator[QWidget]:
    """Yield what can have the focus within a widget, in the order of the eye."""
    inside = [each for each in whole.children() if isinstance(each, QWidget) and _is_seen(each)]
    for place in reading_order([each.geometry() for each in inside]):
        each = inside[place]
        if each.focusPolicy() and each.isEnabled() and each.focusProxy() is None:
            yield each
        yield from focusable_in(each)


def _is_seen(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    if widget.isWindow() or not widget.isVisible() or widget.size().isEmpty():
        return False
    # What a splitter has folded away lies outside it.
    return not isinstance(parent, QSplitter) or parent.rect().intersects(widget.geometry())


def reading_order(places: Sequence[QRect]) -> list[int]:
    """Return the rectangles' indices in the order of the eye.

    They are parted into rows where a horizontal line passes between them, each row into
    columns where a vertical one does, and so on within. What overlaps is taken from above
    and from the left.
    """
    return _parted(places, list(range(len(places))), along_rows=True)


def _parted(places: Sequence[QRect], among: list[int], *, along_rows: bool) -> list[int]:
    if len(among) < 2:
        return among
    parts = _cut(places, among, along_rows=along_rows)
    if len(parts) == 1:
        along_rows = not along_rows
        parts = _cut(places, among, along_rows=along_rows)
    if len(parts) == 1:
        return sorted(among, key=lambda each: (places[each].top(), places[each].left()))
    inner = (_parted(places, part, along_rows=not along_rows) for part in parts)
    return [each for part in inner for each in part]


def _cut(places: Sequence[QRect], among: list[int], *, along_rows: bool) -> list[list[int]]:
    """Part rectangles where none of them reaches across."""
    spans = {
        each: (places[each].top(), places[each].bottom())
        if along_rows
        else (places[each].left(), places[each].right())
        for each in among
    }
    parts: list[list[int]] = []
    reached = 0
    for each in sorted(among, key=lambda each: spans[each]):
        first, last = spans[each]
        if not parts or first > reached - TOUCHING:
            parts.append([])
            reached = last
        parts[-1].append(each)
        reached = max(reached, last)
    return parts
