"""A paper as it would be printed now, beside what is being written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from hubra_desktop.model.language import say, say_in
from hubra_desktop.ui.page_builder import BuiltPages, PageBuilder, Wish
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.page_text import PageText
from hubra_desktop.ui.widgets.preview import PageView
from hubra_desktop.work.papers import Collected

if TYPE_CHECKING:
    from hubra_desktop.documents.kit.render import Places

ZOOM_STEP = 1.2
ZOOM_LIMITS = (0.5, 4.0)


class PaperPane(QWidget):
    """Shows the latest page that was made of the paper that ``paper`` names.

    ``zoom`` is relative to the width of the pane, 1.0 when the page fits it. A page is
    made only while the pane can be seen. ``places`` tells where on them what is written
    stands. Subclasses answer ``paper`` and may put tools into ``bar`` and buttons into ``foot``.
    """

    built = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.zoom = 1.0
        self.places: Places = {}
        self.builder = PageBuilder(self)
        self.builder.built.connect(self._show)
        self._wait = later(0, self.ask, self)
        self.view = PageView(self)
        self.text = PageText("page-text", say_in("the page as text", "Sidan som text"), self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        self._place = build.label("", "small", self, name="page-place", wraps=False)
        self._refusal = build.label("", "callout", self, name="page-refusal")
        self._refusal.hide()
        self._lay_out()
        self.view.width_changed.connect(self.ask_soon)
        self.view.page_changed.connect(self._tell_place)

    def paper(self) -> Collected | None:
        """Return what is to be shown, None for nothing."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        low = (GRID, GRID // 2, GRID, GRID // 2)
        self.bar = build.row((self._place, 1), margins=low, spacing=GRID // 2)
        self.foot = build.row(None, margins=(GRID, GRID, GRID, GRID), spacing=GRID)
        refusal = build.row(self._refusal, margins=(GRID, 0, GRID, 0))
        rule = QFrame(self)
        rule.setProperty("role", "rule")
        build.column(self.bar, refusal, (self._stack, 1), rule, self.foot, of=self, spacing=0)

    def add_tools(self, *buttons: QToolButton) -> None:
        """Put tools above the page, after where the reader is."""
        for button in buttons:
            self.bar.addWidget(button)

    def ask_soon(self) -> None:
        """Ask once, when everything that follows the same change has been laid out."""
        self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask_soon()

    def ask(self) -> None:
        """Ask for the page as it is now, if it can be seen.

        The builder begins when it is idle, and while it is busy the latest wish is the
        one that waits.
        """
        paper = self.paper()
        if paper is None:
            self.view.show_images([])
            self.text.show_page("")
            return
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        width = round(self.view.page_width() * self.zoom * ratio)
        as_text = self._stack.currentWidget() is self.text
        self.builder.ask(Wish(paper, width, ratio, as_text))

    def is_of_now(self, paper: Collected) -> bool:
        """Tell whether a page just made is still of what is shown."""
        return self.paper() is not None

    def _show(self, pages: BuiltPages) -> None:
        if not self.is_of_now(pages.wish.paper):
            return
        self._refusal.setText(pages.refusal)
        self._refusal.setVisible(bool(pages.refusal))
        if pages.refusal:
            return
        if pages.wish.as_text:
            self.text.show_page(pages.html)
        else:
            self.view.show_images(list(pages.images))
            self.places = pages.places
        self.built.emit()

    def _tell_place(self, page: int, pages: int) -> None:
        said = say("Sida {page} ({pages})", page=page, pages=pages)
        self._place.setText(said if pages else "")

    def larger(self) -> None:
        """Show the page larger."""
        self._set_zoom(self.zoom * ZOOM_STEP)

    def smaller(self) -> None:
        """Show the page smaller."""
        self._set_zoom(self.zoom / ZOOM_STEP)

    def fit(self) -> None:
        """Show the page as wide as the pane."""
        self._set_zoom(1.0)

    def _set_zoom(self, zoom: float) -> None:
        self.zoom = min(max(zoom, ZOOM_LIMITS[0]), ZOOM_LIMITS[1])
        self.ask()

    def show_text(self, as_text: bool) -> None:
        """Show the page as text, or as it is printed."""
        chosen = self.text if as_text else self.view
        self._stack.setCurrentWidget(chosen)
        self.ask()
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stop(self) -> None:
        """End the thread that makes pages."""
        self.builder.stop()
