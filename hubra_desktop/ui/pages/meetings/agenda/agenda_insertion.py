"""The + that stands between two rows of the agenda while the mouse is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QToolButton

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.widgets.plain import plain_tip

if TYPE_CHECKING:
    from hubra_desktop.ui.pages.meetings.agenda.agenda_view import AgendaView

SIDE = 16
REACH = 6
"""How near the border between two rows the mouse must be, in pixels."""


class InsertHandle(QToolButton):
    """A click asks for a new row there; with the keyboard it is Ctrl+Enter."""

    def __init__(self, view: "AgendaView") -> None:
        super().__init__(view.viewport())
        self._view = view
        self._place = 0
        self.setObjectName("insert-row")
        self.setProperty("role", "insert")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setIcon(icon("add", "on_accent"))
        self.setIconSize(QSize(SIDE - 4, SIDE - 4))
        self.setFixedSize(SIDE, SIDE)
        self._line = QFrame(view.viewport())
        self._line.setProperty("role", "insert-line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.setFixedHeight(2)
        self.setAccessibleName(say("Ny rad sist"))
        self.leave()
        self.clicked.connect(self._ask)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.leave)
        for signal in (view.model().rowsInserted, view.model().rowsRemoved):
            signal.connect(self.leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse over the rows."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._follow(event)
        elif event.type() == QEvent.Type.Leave and not self.underMouse():
            self.leave()
        return super().eventFilter(watched, event)

    def _follow(self, event: QMouseEvent) -> None:
        y = round(event.position().y())
        place = self._border_at(y)
        busy = event.buttons() or self._view.open_editor() is not None
        if place is None or busy or not self.isEnabled():
            self.leave()
        else:
            self.stand_at(place)

    def _border_at(self, y: int) -> int | None:
        """Return before which row a border near ``y`` stands, None when there is none."""
        row = self._view.rowAt(y)
        if row < 0:
            return None
        top = self._view.rowViewportPosition(row)
        if y - top <= REACH:
            return row
        below = top + self._view.rowHeight(row) - y <= REACH
        return row + 1 if below and row + 1 < self._view.model().rowCount() else None

    def stand_at(self, place: int) -> None:
        """Stand over the row at a place."""
        self._place = place
        title = self._view.title_at(place)
        name = say("Ny rad före {title}", title=title) if title else say("Ny rad sist")
        self.setAccessibleName(name)
        self.setToolTip(
            plain_tip(say("Ny rad här. Med Ctrl+Enter kommer den under den valda raden."))
        )
        y = self._view.rowViewportPosition(place)
        self.move(0, max(0, y - SIDE // 2 - 1))
        self._line.setGeometry(SIDE, max(0, y - 2), self._view.viewport().width() - SIDE, 2)
        for widget in (self._line, self):
            widget.raise_()
            widget.show()

    def leave(self) -> None:
        """Go away."""
        self._line.hide()
        self.hide()

    def _ask(self) -> None:
        self.leave()
        self._view.insert_asked.emit(self._place)
