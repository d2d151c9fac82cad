"""A sentence at the very place it is about, such as why a cell cannot take what was typed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import PlainLabel

WIDTH = 320
GAP = 4
PADDING = 28
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class Callout(PlainLabel):
    """Stands under a widget in the same window, or over it, and is read aloud when shown.

    It goes where the widget goes, when the page is scrolled or moved by what appears above
    it, and is away while nothing of the widget is in view. A refusal is red; a ``caution``
    about text that is kept all the same is amber.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._home = parent
        self._place: QWidget | None = None
        self._above = False
        self.setObjectName("callout")
        self.setProperty("role", "callout")
        self.setWordWrap(True)
        self.hide()

    def show_at(
        self, place: QWidget, sentence: str, *, caution: bool = False, above: bool = False
    ) -> None:
        """Show ``sentence`` under ``place``; over it if asked to, or where there is no room."""
        news = self.isHidden() or self.text() != sentence
        mark(self, "caution", caution)
        self.ensurePolished()
        self.setText(sentence)
        self.setAccessibleName(sentence)
        wanted = self.fontMetrics().horizontalAdvance(sentence) + PADDING
        self.setFixedWidth(min(WIDTH, wanted))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self._place, self._above = place, above
        self._watch(place)
        self._stand_by(place)
        if news:
            announce(self, sentence)

    def hide(self) -> None:
        """Take the sentence away until it is shown anew."""
        self._place = None
        super().hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget that the sentence is about."""
        if self._place is not None and event.type() in _MOVES:
            try:
                self._follow(self._place)
            except RuntimeError:
                # The widget is gone, such as the editor of a cell; so Qt's binding tells it.
                self.hide()
        return super().eventFilter(watched, event)

    def _watch(self, place: QWidget) -> None:
        """Hear of every move of ``place`` and of what it stands in."""
        moving: QWidget | None = place
        while moving is not None:
            moving.installEventFilter(self)
            moving = moving.parentWidget() if moving is not self._home else None

    def _follow(self, place: QWidget) -> None:
        if place.visibleRegion().isEmpty():
            super().hide()
        else:
            self._stand_by(place)

    def _stand_by(self, place: QWidget) -> None:
        self.move(self._beside(place))
        self.raise_()
        self.show()

    def _beside(self, place: QWidget) -> QPoint:
        home = self._home
        corner = place.mapTo(home, QPoint(0, 0))
        below = QRect(corner + QPoint(0, place.height() + GAP), self.size())
        if self._above or below.bottom() > home.height():
            below.moveBottom(corner.y() - GAP)
        below.moveRight(min(below.right(), home.width() - GAP))
        below.moveLeft(max(below.left(), GAP))
        return below.topLeft()


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say something that happened at ``widget``."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
