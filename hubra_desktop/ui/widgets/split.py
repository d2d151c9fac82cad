"""Parts of a page side by side, parted by lines that can be moved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def split(name: str, parent: QWidget, *parts: tuple[QWidget, int, int]) -> QSplitter:
    """Stand parts side by side, none of which can be folded away.

    Each comes with its share of the room that is gained, and its first width in pixels.
    """
    made = QSplitter(Qt.Orientation.Horizontal, parent)
    made.setObjectName(name)
    made.setHandleWidth(1)
    for place, (part, share, _) in enumerate(parts):
        made.addWidget(part)
        made.setStretchFactor(place, share)
    made.setChildrenCollapsible(False)
    made.setSizes([width for _, _, width in parts])
    return made
