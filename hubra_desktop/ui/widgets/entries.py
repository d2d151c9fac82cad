"""The entries of a form: a label, a field, and the place for what is wrong with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.swedish import parse_date, short_date
from hubra_desktop.ui.days import weekday_in_text
from hubra_desktop.ui.widgets.amount_edit import AmountEdit
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.completing import complete
from hubra_desktop.ui.widgets.fields import DropDown
from hubra_desktop.ui.widgets.marks import mark

TEXT_ROWS = 3
TOLD_MARGIN = 6


class Entry(QWidget):
    """One entry named ``name``; ``read`` gives its value or raises InputError.

    ``refuse`` puts a sentence under the field, where it stays until something else is
    entered (``edited``) or it is taken away with "".
    """

    edited = Signal()

    def __init__(self, name: str, label: str, field: QWidget, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.name = name
        self.field = field
        field.setParent(self)
        field.setObjectName(f"entry-{name}")
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self.label = QLabel(label, self)
        self.label.setProperty("role", "field")
        self.label.setBuddy(field)
        self.told = QLabel(self)
        self.told.setObjectName(f"told-{name}")
        self.told.setWordWrap(True)
        self.told.setProperty("role", "small")
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.label, field, self.told):
            column.addWidget(widget)

    @property
    def refused(self) -> bool:
        """Return whether a sentence of refusal stands at the field."""
        return self.told.property("role") == "callout" and not self.told.isHidden()

    def read(self) -> object:
        """Return what is entered; raises InputError."""
        raise NotImplementedError

    def show_value(self, value: object) -> None:
        """Show a value of the kind that ``read`` gives."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say at the field why it cannot be used; "" takes it away."""
        self._tell(sentence, "callout" if sentence else "small")
        mark(self.field, "refused", bool(sentence))
        self.field.setAccessibleDescription(sentence)
        if sentence:
            announce(self.told, sentence)

    def say(self, sentence: str) -> None:
        """Say something of what is entered under the field, unless a refusal stands there."""
        if not self.refused:
            self._tell(sentence, "small")

    def _tell(self, sentence: str, role: str) -> None:
        # A label that is dressed anew does not take the padding of its style.
        framed = role == "callout"
        self.told.setMargin(TOLD_MARGIN if framed else 0)
        mark(self.told, "role", role)
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _note_edit(self) -> None:
        if self.refused:
            self.refuse("")
        self.edited.emit()


class LineEntry(Entry):
    """A line of text, trimmed; completed from ``words`` when given."""

    def __init__(
        self, name: str, label: str, parent: QWidget | None = None, words: Sequence[str] = ()
    ) -> None:
        self.line = QLineEdit()
        super().__init__(name, label, self.line, parent)
        self.line.textEdited.connect(self._note_edit)
        if words:
            complete(self.line, words)

    def read(self) -> object:
        return " ".join(self.line.text().split())

    def show_value(self, value: object) -> None:
        self.line.setText(str(value or ""))


class TextEntry(Entry):
    """A few lines of text; Tab leaves it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        self.text = QPlainTextEdit()
        super().__init__(name, label, self.text, parent)
        self.text.setTabChangesFocus(True)
        rows = TEXT_ROWS * self.text.fontMetrics().lineSpacing()
        self.text.setFixedHeight(rows + 18)
        # The style sheet lets the text itself be lower than that.
        self.setMinimumHeight(rows + 18 + self.label.sizeHint().height() + 2)
        self.text.textChanged.connect(self._note_edit)

    def read(self) -> object:
        return self.text.toPlainText().strip()

    def show_value(self, value: object) -> None:
        self.text.setPlainText(str(value or ""))


class DateEntry(Entry):
    """A day in any typed form, None when empty; says which weekday it is."""

    def __init__(self, name: str, label: str, near: date, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        self._near = near
        super().__init__(name, label, self.line, parent)
        self.line.setPlaceholderText(self.tr("7/3 2018"))
        self.line.textEdited.connect(self._note_edit)
        self.edited.connect(self._tell_day)

    def read(self) -> object:
        text = self.line.text().strip()
        return parse_date(text, near=self._near) if text else None

    def show_value(self, value: object) -> None:
        self.line.setText(short_date(value) if isinstance(value, date) else "")
        self._tell_day()

    def _tell_day(self) -> None:
        try:
            day = self.read()
        except InputError:
            day = None
        self.say(weekday_in_text(day) if isinstance(day, date) else "")


class NumberEntry(Entry):
    """A whole number, None when empty."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        super().__init__(name, label, self.line, parent)
        self.line.textEdited.connect(self._note_edit)

    def read(self) -> object:
        text = "".join(self.line.text().split())
        if not text:
            return None
        if not (text.isdecimal() and text.isascii()) or len(text) > 6:
            raise InputError(self.tr("Write a whole number, in figures."))
        return int(text)

    def show_value(self, value: object) -> None:
        self.line.setText("" if value is None else str(value))


class AmountEntry(Entry):
    """An amount in öre, None when empty."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        self.line = AmountEdit()
        super().__init__(name, label, self.line, parent)
        self.line.textEdited.connect(self._note_edit)

    def read(self) -> object:
        return self.line.read()

    def show_value(self, value: object) -> None:
        self.line.show_amount(value if isinstance(value, int) else None)


class ChoiceEntry(Entry):
    """One of a few values."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, object]] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.choice = DropDown(name, label.replace("&", ""))
        super().__init__(name, label, self.choice, parent)
        self._values: list[object] = []
        self.offer(choices)
        self.choice.activated.connect(self._note_edit)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these choices: what is shown, and the value; the first is chosen."""
        kept = self.read() if self._values else None
        self.choice.clear()
        self._values = [value for _, value in choices]
        self.choice.addItems([text for text, _ in choices])
        if kept in self._values:
            self.show_value(kept)

    def read(self) -> object:
        place = self.choice.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def show_value(self, value: object) -> None:
        self.choice.setCurrentIndex(self._values.index(value) if value in self._values else -1)


class TickEntry(Entry):
    """Yes or no; the label is the box's own text."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        self.box = QCheckBox(label)
        super().__init__(name, label, self.box, parent)
        self.label.hide()
        self.box.clicked.connect(self._note_edit)

    def read(self) -> object:
        return self.box.isChecked()

    def show_value(self, value: object) -> None:
        self.box.setChecked(bool(value))


class ReadEntry(Entry):
    """A fact that is shown and cannot be changed."""

    def __init__(self, name: str, label: str, text: str, parent: QWidget | None = None) -> None:
        shown = QLabel(text)
        shown.setWordWrap(True)
        super().__init__(name, label, shown, parent)

    def read(self) -> object:
        return None

    def show_value(self, value: object) -> None:
        """Nothing is entered here."""
