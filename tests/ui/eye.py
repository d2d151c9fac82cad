"""A walk by Tab, and whether it went as the eye does."""

from itertools import permutations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QSplitter, QWidget

ENOUGH = 300
TOUCHING = 4


def walked(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it has been; give the stops in their order."""
    window.activateWindow()
    found: list[QWidget] = []
    for _ in range(ENOUGH):
        here = QApplication.focusWidget()
        # A text stops at each of its links.
        if here is not None and here in found[:-1]:
            return found[found.index(here) :]
        if here is not None and here not in found:
            found.append(here)
        QTest.keyClick(here or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
    message = f"Tab does not come back: {names(found[-5:])}"
    raise AssertionError(message)


def reachable(window: QWidget) -> set[QWidget]:
    """Give everything in view that Tab should stop at."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.window() is window
        and each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not each.size().isEmpty()
        and not folded(each)
    }


def folded(widget: QWidget) -> bool:
    """Tell whether a widget is in a part that a splitter has folded away."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QSplitter) and not parent.rect().intersects(widget.geometry()):
            return True
        widget, parent = parent, parent.parentWidget()
    return False


def against_the_eye(window: QWidget, stops: list[QWidget]) -> list[str]:
    """Say which stops come after one that stands below them, or to their right.

    The walk is a ring; it is told as begun where most of it goes as the eye.
    """
    number = len(stops)
    back = {
        (i, j)
        for i, j in permutations(range(number), 2)
        if goes_back(*in_common(window, stops[i], stops[j]))
    }
    turns = (
        [(i, j) for i, j in back if (i - begin) % number < (j - begin) % number]
        for begin in range(number)
    )
    return [f"{names([stops[j]])} after {names([stops[i]])}" for i, j in min(turns, key=len)]


def goes_back(earlier: QRect, later: QRect) -> bool:
    """Tell whether the second place stands over the first, or before it in its row."""
    if earlier.contains(later) or later.contains(earlier):
        return False
    beside = min(earlier.right(), later.right()) - max(earlier.left(), later.left()) > TOUCHING
    level = min(earlier.bottom(), later.bottom()) - max(earlier.top(), later.top()) > TOUCHING
    over = beside and later.bottom() < earlier.top() + TOUCHING
    before = level and later.right() < earlier.left() + TOUCHING
    return over or before


def in_common(window: QWidget, one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Give two places in the window; of what scrolls apart from the other, its frame's place."""
    lines = [[one, *above(one)], [other, *above(other)]]
    shared = {id(each) for each in lines[0]} & {id(each) for each in lines[1]}
    first, second = (_place(window, [e for e in line if id(e) not in shared]) for line in lines)
    return first, second


def above(widget: QWidget) -> list[QWidget]:
    parent = widget.parentWidget()
    return [] if parent is None or widget.isWindow() else [parent, *above(parent)]


def _place(window: QWidget, line: list[QWidget]) -> QRect:
    """Give the place of a widget, or of the outermost frame that it scrolls in."""
    frames = [each for each in line if isinstance(each, QScrollArea)]
    whole = frames[-1] if frames else line[0] if line else window
    return QRect(whole.mapTo(window, QPoint()), whole.size())


def names(widgets: list[QWidget]) -> str:
    return ", ".join(each.objectName() or type(each).__name__ for each in widgets)
