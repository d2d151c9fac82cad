"""The column of pages to the left, and under it what the page in view lists."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets import build

MIN_WIDTH = 168


class Sidebar(QWidget):
    """One button a page, always in view; ``show_aside`` changes what stands under them."""

    def __init__(self, pages: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setProperty("role", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: list[QToolButton] = []
        self._asides = QStackedWidget(self)
        self._nothing = QWidget(self)
        self._asides.addWidget(self._nothing)
        for action in pages:
            button = self._button(action)
            self._buttons.append(button)
            action.toggled.connect(partial(self._follow, button))
        around = (GRID, GRID, GRID, GRID)
        build.column(*self._buttons, (self._asides, 1), of=self, margins=around, spacing=2)
        self.setMinimumWidth(theme().scaled(MIN_WIDTH))

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"sidebar-{action.objectName()}")
        button.setProperty("role", "page")
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setAccessibleName(action.text().replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _follow(self, button: QToolButton, chosen: bool) -> None:
        """Let the focus go along when it stands on another page's button."""
        if chosen and any(each.hasFocus() for each in self._buttons):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_aside(self, aside: QWidget | None) -> None:
        """Show a page's list under the pages, or nothing."""
        if aside is not None and self._asides.indexOf(aside) < 0:
            self._asides.addWidget(aside)
        self._asides.setCurrentWidget(aside or self._nothing)
