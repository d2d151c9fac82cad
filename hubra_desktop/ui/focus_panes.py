"""F6: from one part of the page to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_to_next(panes: Sequence[QWidget]) -> None:
    """Move the focus to the part after the one that has it, among those that can be seen."""
    seen = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    focus = QApplication.focusWidget()
    holds = (i for i, p in enumerate(seen) if focus and (p is focus or p.isAncestorOf(focus)))
    here = next(holds, -1)
    if seen:
        _focus_in(seen[(here + 1) % len(seen)])


def _focus_in(pane: QWidget) -> None:
    """Put the focus on a part, or on the first thing in it that takes it."""
    within = [pane, *pane.findChildren(QWidget)]
    takes = (w for w in within if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first = next(takes, None)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)
