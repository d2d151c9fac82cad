"""The parts that the pages of a grant and an association are put together from."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIcon
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

from hubra_desktop.model.language import say
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.grant_lines import conflict_text
from hubra_desktop.ui.pages.money.summary import MarkedSentence
from hubra_desktop.ui.theme import GRID, theme
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.cell_ground import tabular
from hubra_desktop.ui.widgets.plain import literal
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.queries.grants import Conflict

WIDTH = 900
Facts = Iterable[tuple[str, str]]
Warned = tuple[str, str, str, str]


def card_text(text: str, role: str, parent: QWidget, *, selectable: bool = False) -> QLabel:
    """Return a text that wraps, in one of the style sheet's roles."""
    made = label(text, role, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if selectable:
        flags = Qt.TextInteractionFlag
        made.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return made


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

    def offer(self, name: str, said: str, do: Callable[[], object], *, usable: bool) -> QPushButton:
        """Put a button beside the heading, and return it."""
        made = button(literal(said), name, self, do, role="link")
        made.setEnabled(usable)
        self._top.addWidget(made)
        return made

    def facts(self, rows: Facts) -> None:
        """Put in names and values in two columns; what has no value is left out."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(fact for fact in rows if fact[1]):
            grid.addWidget(
                label(name, "muted", self, wraps=False), place, 0, Qt.AlignmentFlag.AlignTop
            )
            shown = card_text(value, "", self, selectable=True)
            shown.setAccessibleName(f"{name}: {value}")
            grid.addWidget(shown, place, 1)
        self.column.addLayout(grid)


class Figures(QWidget):
    """Amounts beside each other, each under its name."""

    def __init__(self, figures: Iterable[tuple[str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        row(*(self._figure(*each) for each in figures), None, of=self, spacing=3 * GRID)

    def _figure(self, name: str, amount: str, role: str) -> QVBoxLayout:
        shown = label(amount, "lead", self, wraps=False)
        shown.setFont(tabular(shown.font()))
        shown.setAccessibleName(f"{name} {amount}")
        if role:
            shown.setStyleSheet(f"color: {theme().colour(role).name()}")
        return column(card_text(name, "small", self), shown, spacing=0)


class CardLine(WrappedLine):
    """A line that leads somewhere or opens something, its icon the one that it is given."""

    def __init__(self, name: str, said: str, do: Callable[[], object], parent: QWidget) -> None:
        super().__init__(name, said, None, parent)
        self.clicked.connect(do)

    def picture(self) -> QIcon | None:
        """Return the icon, if there is one."""
        return None if self.icon().isNull() else self.icon()


class Story(QScrollArea):
    """A page of cards under each other, no wider than it reads well, built anew when it is read.

    ``asked(what, id)`` asks for something to be done.
    """

    asked = Signal(str, str)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def ask(self, what: str, record_id: str = "") -> Callable[[], object]:
        """Return what asks for something when it is called."""
        return lambda: self.asked.emit(what, record_id)

    def warnings(self, name: str, sentences: Iterable[Warned]) -> Card:
        """Return a card of what must be looked at: names, sentences, levels and colours."""
        card = Card(name, say("Att se på"), self)
        for each, sentence, level, role in sentences:
            line = MarkedSentence(each, card)
            line.tell(sentence, level, role)
            card.add(line)
        return card

    def conflicts(self, found: Iterable[Conflict]) -> Iterator[Warned]:
        """Yield the conflicts of interest among the warnings."""
        for place, conflict in enumerate(found):
            yield f"conflict-{place}", conflict_text(conflict), "warning", "warning"

    def go_to_top(self) -> None:
        """Begin at the top."""
        self.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(0))

    def show_parts(self, parts: Iterable[QWidget]) -> None:
        """Show other cards, as far down as one was before, and the keys where they were."""
        place, focused = self.verticalScrollBar().value(), self._focused_name()
        inside = QWidget(self)
        inside.setMaximumWidth(theme().scaled(WIDTH))
        column(*parts, None, of=inside, margins=(0, 0, GRID, 2 * GRID), spacing=GRID + 4)
        outside = QWidget(self)
        outside.setProperty("role", "plain")
        row((inside, 1), of=outside).addStretch(0)
        self.setWidget(outside)
        if focused is not None:
            self._focus_again(outside, focused)
        # The bar's range follows when the parts have been laid out.
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _focused_name(self) -> str | None:
        """Return the name of what has the keys among the cards, None where nothing has.

        While a dialog closes no window has the keys; the one below knows where they go back to.
        """
        focused = self.window().focusWidget()
        inside = focused is not self and self.isAncestorOf(focused)
        return focused.objectName() if inside else None

    def _focus_again(self, inside: QWidget, name: str) -> None:
        """Give the keys to what bears a name inside, else to the page: Tab goes on from there."""
        heir = inside.findChild(QWidget, name) if name else None
        heir = heir if heir is not None and heir.isEnabled() else self
        heir.setFocus(Qt.FocusReason.OtherFocusReason)


def back_button(said: str, do: Callable[[], object], parent: QWidget) -> QPushButton:
    """Return the button that leads back to a list."""
    mark = icon("chevron-left", "accent")
    made = button(literal(said), "go-back", parent, do, role="link", mark=mark)
    made.setAutoDefault(True)
    return made
