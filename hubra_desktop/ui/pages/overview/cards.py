"""The cards that both columns of the overview are made of, and the texts in them."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build

AROUND = (2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)


def card(name: str, parent: QWidget, heading: str = "") -> tuple[QFrame, QVBoxLayout]:
    """Make a card, under a heading if it is given one, and the column that fills it."""
    made = QFrame(parent)
    made.setObjectName(name)
    made.setProperty("role", "card")
    column = build.column(of=made, margins=AROUND, spacing=2)
    if heading:
        column.addWidget(text_in_card(heading, "small", made))
    return made, column


def text_in_card(text: str, role: str, parent: QWidget) -> QLabel:
    """Make a text that begins where those of the lines in the card do."""
    label = build.label(text, role, parent)
    label.setProperty("place", "card")
    return label
