"""Rows whose words wrap within the padding that the style sheet gives them."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

_PADDING: Final = 8
"""Logical pixels at each side of an item (the style sheet's ``padding``)."""


class WrappedRows(QStyledItemDelegate):
    """Makes rows as high as their words are where they are drawn.

    Qt measures the words over the row's whole width, then draws them within the padding:
    what just fits the row would be cut with an ellipsis.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -2 * _PADDING, 0)
        return super().sizeHint(inside, index)
