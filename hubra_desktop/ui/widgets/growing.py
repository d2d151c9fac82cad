"""A dialog that grows when a row or a refusal comes into it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    _Window = QWidget
else:
    _Window = object


class Growing(_Window):
    """What a dialog inherits, before its class of Qt; ``column`` is its layout."""

    column: QVBoxLayout
    _asked = QSize()

    def event(self, event: QEvent) -> bool:
        """Grow when a row or a refusal comes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint() != self._asked:
            self._asked = self.sizeHint()
            self._fit()
        return done

    def _fit(self) -> None:
        """Grow to what is inside, as far as the screen goes."""
        wanted = self.size().expandedTo(self.sizeHint())
        wanted.setHeight(max(wanted.height(), self.column.totalHeightForWidth(wanted.width())))
        frame = self.frameGeometry().size() - self.size()
        self.resize(wanted.boundedTo(self.screen().availableSize() - frame))
