"""Fields that commit by themselves: after a pause, at Enter, when the focus leaves."""

from collections.abc import Callable, Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.printable import unprintable
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.cell_editor import SAVE_AFTER_MS
from hubra_desktop.ui.widgets.marks import mark

SHOWN_AT_ONCE = 14

Commit = Callable[[str, str, str], None]
Draft = Callable[[str, str], None]


class TextField(QLineEdit):
    """A line of text named ``field``; what is typed is never lost.

    ``commit(field, text, edit)`` writes it and raises InputError when it cannot; the
    sentence then stands at the field, which keeps its text. ``draft(field, text)``
    is told every keystroke. Text that must be whole to mean something (a date, a
    time) is made with ``whole``: it is committed only when the user leaves it.

    A ``printed`` text with characters that cannot be printed is kept, and the field
    says so as long as it is so.
    """

    def __init__(
        self,
        field: str,
        label: str,
        parent: QWidget | None = None,
        *,
        whole: bool = False,
        printed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self._whole = whole
        self._printed = printed
        self._given = ""
        self._edit = uuid4().hex
        self._commit: Commit | None = None
        self._draft: Draft | None = None
        self._callout: Callout | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self.flush)

    def commit_by(self, commit: Commit, draft: Draft | None = None) -> None:
        """Give the field those who write what is typed."""
        self._commit = commit
        self._draft = draft

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave."""
        return self.text() != self._given

    def show_text(self, text: str) -> None:
        """Show the register's text, unless something else is being typed."""
        if self.dirty and self.hasFocus() and text == self._given:
            return
        self._given = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self._accept()

    def show_given(self) -> None:
        """Take back what is typed."""
        self._timer.stop()
        self.setText(self._given)
        self._accept()

    def flush(self) -> bool:
        """Commit the text; False when it is refused and still stands here."""
        self._timer.stop()
        if not self.dirty or self._commit is None:
            return True
        typed = self.text()
        try:
            self._commit(self.field, typed, self._edit)
        except InputError as refusal:
            self._refuse(refusal.sentence)
            return False
        if self.text() == typed:
            self._given = typed
        self._accept()
        return True

    def _typed(self, text: str) -> None:
        self._accept()
        if not self._whole:
            self._timer.start()
        if self._draft is not None:
            self._draft(self.field, text)

    def _refuse(self, sentence: str) -> None:
        if self._callout is None:
            self._callout = Callout(self.window())
        mark(self, "refused", True)
        self.setAccessibleDescription(sentence)
        self._callout.show_at(self, sentence)

    def _accept(self) -> None:
        """Take away the refusal; what cannot be printed is told as long as it stands here."""
        mark(self, "refused", False)
        sentence = unprintable(self.text()) if self._printed else ""
        mark(self, "caution", bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence and self.hasFocus():
            if self._callout is None:
                self._callout = Callout(self.window())
            self._callout.show_at(self, sentence, caution=True)
        elif self._callout is not None:
            self._callout.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._edit = uuid4().hex
        super().focusInEvent(event)
        if not self.property("refused"):
            self._accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self.flush():
            self._accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.dirty:
            self.show_given()
            if self._draft is not None:
                self._draft(self.field, self._given)
            return
        super().keyPressEvent(event)


class DropDown(QComboBox):
    """A choice named ``field``; the wheel is left to the page: scrolling by changes nothing."""

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(SHOWN_AT_ONCE)
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(DropDown):
    """One of a few values; choosing commits at once."""

    def __init__(self, field: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(field, label, parent)
        self._values: list[object] = []
        self._commit: Callable[[str, object], None] | None = None
        self.activated.connect(self._chosen)

    def commit_by(self, commit: Callable[[str, object], None]) -> None:
        """Give the field the one who writes what is chosen."""
        self._commit = commit

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these choices: what is shown, and the value."""
        shown = [text for text, _ in choices]
        if shown == [self.itemText(place) for place in range(self.count())]:
            self._values = [value for _, value in choices]
            return
        value = self.value()
        self.clear()
        self._values = [each for _, each in choices]
        self.addItems(shown)
        self.show_value(value)

    def value(self) -> object:
        """Return the value shown, None when there is none."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def show_value(self, value: object) -> None:
        """Show a value; nothing when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _chosen(self, place: int) -> None:
        if self._commit is not None:
            self._commit(self.field, self._values[place])


def labelled(text: str, field: QWidget, parent: QWidget) -> QWidget:
    """Return a field with its label above it, as buddies."""
    box = QWidget(parent)
    label = QLabel(text, box)
    label.setProperty("role", "field")
    label.setBuddy(field)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(field)
    return box
