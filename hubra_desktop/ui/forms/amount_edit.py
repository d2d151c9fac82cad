"""A line for an amount: typed as people type it, shown as ``45 080 kr``, asked when unclear."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.amounts import AmbiguousAmountError, kronor, parse_amount
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.arrows import walk
from hubra_desktop.ui.widgets.callout import GAP, announce
from hubra_desktop.ui.widgets.plain import PlainLabel


class AmountEdit(QLineEdit):
    """Holds an amount in whole öre, or nothing.

    What can be read in one way is rewritten as kronor when the line is left or Enter
    is pressed. What can be read in two ways is never guessed: a question with one
    button for each reading stands under the line, and ``read`` refuses until it is
    answered. ``answered`` tells that it was.
    """

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: AmountQuestion | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._forget_question)
        self.returnPressed.connect(self.settle)

    @property
    def question(self) -> "AmountQuestion | None":
        """Return the question that stands under the line, if one does."""
        asked = self._question
        return asked if asked is not None and not asked.isHidden() else None

    def read(self) -> int | None:
        """Return the amount in öre, None for an empty line; raises InputError."""
        text = self.text().strip()
        return parse_amount(text) if text else None

    def show_amount(self, ore: int | None) -> None:
        """Show an amount in öre, or nothing."""
        self._forget_question()
        self.setText("" if ore is None else kronor(ore))

    def settle(self) -> bool:
        """Rewrite what is typed, or ask what it means; False when it cannot be used yet."""
        try:
            self.show_amount(self.read())
        except AmbiguousAmountError as unclear:
            self._ask(unclear)
            return False
        except InputError:
            return False
        return True

    def _ask(self, unclear: AmbiguousAmountError) -> None:
        if self._question is None:
            self._question = AmountQuestion(self.window())
            self._question.chosen.connect(self._take)
            self._question.left.connect(self._back)
        self._question.ask(self, unclear.sentence, unclear.choices)

    def _take(self, ore: int) -> None:
        self.show_amount(ore)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textEdited.emit(self.text())
        self.answered.emit()

    def _back(self) -> None:
        self._forget_question()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self.isVisible() and event.reason() not in passing and self.question is None:
            self.settle()

    def hideEvent(self, event: object) -> None:
        self._forget_question()


class AmountQuestion(QFrame):
    """Asks which of a few amounts was meant, at the line where it was typed.

    ``chosen(öre)`` is the answer; ``left`` tells that Esc was pressed instead.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self.setObjectName("amount-question")
        self.setProperty("role", "message")
        self.setProperty("level", "warning")
        self._sentence = PlainLabel(parent=self)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(200)
        margins = (GRID, GRID, GRID, GRID)
        self._row = build.row((self._sentence, 1), of=self, margins=margins, spacing=GRID)
        self.buttons: list[QPushButton] = []
        self.hide()

    def ask(self, place: QWidget, sentence: str, choices: tuple[int, ...]) -> None:
        """Stand under ``place`` with a button for each amount, the focus on the first."""
        if self.isHidden() or sentence != self._sentence.text():
            self._fill(sentence, choices)
            self.move(self._beside(place))
            self.raise_()
            self.show()
            announce(self, sentence)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, sentence: str, choices: tuple[int, ...]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.buttons = [self._button(ore) for ore in choices]
        for widget in (self, self._sentence, *self.buttons):
            widget.ensurePolished()
        self._row.activate()
        self.adjustSize()

    def _button(self, ore: int) -> QPushButton:
        button = QPushButton(kronor(ore), self)
        button.setObjectName(f"amount-{ore}")
        button.setProperty("ore", ore)
        button.setAutoDefault(False)
        button.clicked.connect(self._choose)
        self._row.addWidget(button)
        return button

    def _beside(self, place: QWidget) -> QPoint:
        corner = place.mapTo(self._home, QPoint(0, place.height() + GAP))
        size = self.sizeHint()
        if corner.y() + size.height() > self._home.height():
            corner.setY(corner.y() - place.height() - 2 * GAP - size.height())
        corner.setX(max(GAP, min(corner.x(), self._home.width() - size.width() - GAP)))
        return corner

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.hide()
            self.chosen.emit(button.property("ore"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the answers with the arrows, choose with Enter, leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif walk(self.buttons, event) is None:
            super().keyPressEvent(event)
