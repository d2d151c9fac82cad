"""Parts of a page side by side, or one at a time under tabs where the page is narrow."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui import settings
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.ui.widgets.split import split, stand

NARROW = 1000
"""A page narrower than this, in pixels at 13 px text, shows one part at a time.

With the column of pages beside it that is a window of 1,200 pixels.
"""


@dataclass
class Pane:
    """A part: the tab it stands under when the page is narrow, its share and first width.

    Parts of one tab always stand side by side. ``wanted`` parts are shown.
    """

    tab: str
    widget: QWidget
    share: int
    first: int
    wanted: bool = True


class Panes(QWidget):
    """Never asks for more room than it has: what does not fit beside stands under a tab.

    ``may_leave`` is asked before another tab is shown for a press on it. Parts that hold much
    are made in ``splitter`` and stood there afterwards.
    """

    def __init__(self, name: str, label: str, parent: QWidget, *panes: Pane) -> None:
        super().__init__(parent)
        self._name, self._label = name, label
        self._panes: tuple[Pane, ...] = ()
        self._narrow = False
        self._widths: list[int] = []
        self._widening = later(0, self._take_widths, self)
        self.may_leave: Callable[[], bool] | None = None
        self.splitter = split(name, self)
        if panes:
            self.stand(*panes)

    def stand(self, *panes: Pane) -> None:
        """Stand the parts side by side, or under their tabs; told once."""
        self._panes = panes
        tabs = dict.fromkeys(pane.tab for pane in panes)
        self.bar = PartBar(self._label, [(tab, tab) for tab in tabs], self)
        self.bar.setObjectName(f"{self._name}-tabs")
        self.bar.chosen.connect(self._choose)
        self._top = QWidget(self)
        build.row((self.bar, 1), of=self._top, margins=(2 * GRID, GRID // 2, 2 * GRID, 0))
        stand(self.splitter, *((pane.widget, pane.share, pane.first) for pane in panes))
        self.splitter.splitterMoved.connect(self._note_widths)
        build.column(self._top, (self.splitter, 1), of=self)
        self._fit()

    @property
    def narrow(self) -> bool:
        """Return whether one part is shown at a time."""
        return self._narrow

    def remember(self, key: str) -> None:
        """Remember the widths of the parts; one at a time they have none of their own."""
        if not self._narrow:
            settings.remember(key, self.splitter.saveState())

    def restore(self, key: str) -> None:
        """Take the widths that are remembered."""
        self.splitter.restoreState(settings.state(key))

    def want(self, widget: QWidget, wanted: bool, *, front: bool = False) -> None:
        """Show a part or put it away; ``front`` shows its tab where one is shown at a time."""
        pane = self._pane_of(widget)
        pane.wanted = wanted
        if front and wanted:
            self.bar.show_part(pane.tab)
        elif not wanted and self.bar.shown == pane.tab:
            self.bar.show_part(self._panes[0].tab)
        self._fit()

    def bring(self, widget: QWidget) -> None:
        """Show the tab of the part that a widget stands in."""
        self.bar.show_part(self._pane_of(widget).tab)
        self._fit()

    def _pane_of(self, widget: QWidget) -> Pane:
        inside = (p for p in self._panes if p.widget is widget or p.widget.isAncestorOf(widget))
        return next(inside)

    def _choose(self, tab: str) -> None:
        if self.may_leave is None or self.may_leave():
            self.bar.show_part(tab)
            self._fit()

    def _fit(self) -> None:
        tabs = {pane.tab for pane in self._panes if pane.wanted}
        for place, name in enumerate(self.bar.names):
            self.bar.setTabVisible(place, name in tabs)
        self._top.setVisible(self._narrow and len(tabs) > 1)
        for pane in self._panes:
            in_front = not self._narrow or pane.tab == self.bar.shown
            pane.widget.setVisible(pane.wanted and in_front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().scaled(NARROW)
        if narrow == self._narrow:
            self._note_widths()
            return
        self._narrow = narrow
        self._fit()
        if not narrow:
            self._widening.start()

    def _note_widths(self, *_: object) -> None:
        """Note the widths of the parts while they stand side by side."""
        if not self._narrow and all(self.splitter.sizes()):
            self._widths = self.splitter.sizes()

    def _take_widths(self) -> None:
        """Give the parts the widths they had, when the room is there again."""
        if not self._narrow and self._widths:
            self.splitter.setSizes(self._widths)
