"""What is seldom done with the §§ of minutes: more of them, or one less."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.usable import let_use

Do = Callable[[], object]


class MoreButton(QToolButton):
    """Its menu; what cannot be done says why in a tool tip."""

    def __init__(self, parent: QWidget, *, begin: Do, add: Do, remove: Do) -> None:
        super().__init__(parent)
        self.setObjectName("minutes-more")
        self.setText(say("Mer"))
        self.setIcon(icon("details", "text"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addAction(say("Lägg till paragrafer för nya ärenden"), begin)
        menu.addAction(say("Ny paragraf sist"), add)
        self.remove = menu.addAction(say("Ta bort paragrafen"), remove)
        self.setMenu(menu)

    def let(self, hindrance: str, section_hindrance: str) -> None:
        """Tell what hinders changes of the minutes, and of the § in view; "" where nothing does."""
        let_use(self, hindrance)
        let_use(self.remove, section_hindrance)
