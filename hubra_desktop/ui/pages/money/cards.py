"""The parts that the pages of a grant and an association are put together from."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.cell_ground import tabular

WIDTH = 900
Facts = Iterable[tuple[str, str]]


def card_text(said: str, role: str, parent: QWidget, *, selectable: bool = False) -> QLabel:
    """Return a text that wraps, in one of the style sheet's roles."""
    label = QLabel(said, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


class Card(QFrame):
    """A framed part of the page with a heading."""

    def __init__(self, name: str, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setAccessibleName(heading)
        self._top = QHBoxLayout()
        self._top.addWidget(card_text(heading, "small", self), 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, GRID + 4)
        self.column.setSpacing(GRID // 2)
        self.column.addLayout(self._top)

    def add(self, widget: QWidget) -> None:
        """Put in another part, under the others."""
        self.column.addWidget(widget)

    def say(self, said: str, role: str = "muted") -> None:
        """Put in a sentence."""
        self.add(card_text(said, role, self))

    def offer(self, name: str, said: str, do: Callable[[], object], *, usable: bool) -> None:
        """Put a button beside the heading."""
        made = QPushButton(said, self)
        made.setObjectName(name)
        made.setProperty("role", "link")
        made.setEnabled(usable)
        made.clicked.connect(do)
        self._top.addWidget(made)

    def facts(self, rows: Facts) -> None:
        """Put in names and values in two columns; what has no value is left out."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(row for row in rows if row[1]):
            label = card_text(name, "muted", self)
            label.setWordWrap(False)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            shown = card_text(value, "", self, selectable=True)
            shown.setAccessibleName(f"{name}: {value}")
            grid.addWidget(shown, place, 1)
        self.column.addLayout(grid)


class Figures(QWidget):
    """Amounts beside each other, each under its name."""

    def __init__(self, figures: Iterable[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * GRID)
        for name, amount, role in figures:
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(card_text(name, "small", self))
            shown = card_text(amount, "lead", self)
            shown.setWordWrap(False)
            shown.setFont(tabular(shown.font()))
            shown.setAccessibleName(f"{name} {amount}")
            if role:
                shown.setStyleSheet(f"color: {theme().colour(role).name()}")
            box.addWidget(shown)
            row.addLayout(box)
        row.addStretch(1)


class CardLine(QPushButton):
    """A line that leads somewhere or opens something."""

    def __init__(self, name: str, said: str, do: Callable[[], object], parent: QWidget) -> None:
        super().__init__(said, parent)
        self.setObjectName(name)
        self.setProperty("role", "line")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(do)


class Story(QScrollArea):
    """A page of cards under each other, no wider than it reads well; ``left`` is Esc."""

    left = Signal()

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def go_to_top(self) -> None:
        """Begin at the top."""
        self.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def show_parts(self, parts: Iterable[QWidget]) -> None:
        """Show other cards, as far down as one was before."""
        place = self.verticalScrollBar().value()
        inside = QWidget(self)
        inside.setMaximumWidth(round(WIDTH * theme().scale.body / 13))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        outside = QWidget(self)
        outside.setProperty("role", "plain")
        row = QHBoxLayout(outside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inside, 1)
        row.addStretch(0)
        self.setWidget(outside)
        # The bar's range follows when the parts have been laid out.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))


def back_button(said: str, do: Callable[[], object], parent: QWidget) -> QPushButton:
    """Return the button that leads back to a list."""
    made = QPushButton(icon("chevron-left", "accent"), said, parent)
    made.setObjectName("go-back")
    made.setProperty("role", "link")
    made.setAutoDefault(True)
    made.clicked.connect(do)
    return made
