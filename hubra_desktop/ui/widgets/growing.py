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

    def sizeHint(self) -> QSize:
        """Return no more height than texts need: Qt would have them broken at a narrower width."""
        return self._size(max(super().sizeHint().width(), self.minimumWidth()))

    def event(self, event: QEvent) -> bool:
        """Grow when a row or a refusal comes."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint() != self._asked:
            self._asked = self.sizeHint()
            self._fit()
        return done

    def _fit(self) -> None:
        """Grow to what is inside, as far as the screen goes."""
        wanted = self.size().expandedTo(self._size(max(self.width(), self.sizeHint().width())))
        frame = self.frameGeometry().size() - self.size()
        self.resize(wanted.boundedTo(self.screen().availableSize() - frame))

    def _size(self, width: int) -> QSize:
        """Return the size of what is inside at a width."""
        fixed = self.column.totalSizeHint().height()
        wraps = self.column.hasHeightForWidth()
        return QSize(width, self.column.totalHeightForWidth(width) if wraps else fixed)
