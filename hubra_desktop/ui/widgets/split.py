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
    made.setChildrenCollapsible(False)
    stand(made, *parts)
    return made


def stand(made: QSplitter, *parts: tuple[QWidget, int, int]) -> None:
    """Stand more parts side by side, best made in the splitter from the beginning.

    Whatever is moved there with all that it holds has each of its widgets styled anew.
    """
    for part, _, _ in parts:
        made.addWidget(part)
    # What was made in the splitter has its place only now.
    for place, (_, share, _) in enumerate(parts):
        made.setStretchFactor(place, share)
    made.setSizes([width for _, _, width in parts])
