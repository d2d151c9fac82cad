"""What values are entered in: one widget of each kind, each committing by itself if asked to."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QWidget,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.ui.forms.completing import complete
from hubra_desktop.ui.printable import unprintable
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.saving import SaveTimer
from hubra_desktop.ui.widgets.undo_keys import TypedLine, leave_to_window

SHOWN_AT_ONCE = 14
ROOM = 18
"""The height, in pixels, that an area's frame and padding take beside its lines."""

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

Commit = Callable[[str, str, str], None]
Draft = Callable[[str, str], None]
CommitName = Callable[[str, str | None, str], None]


class Typed(_Widget):
    """A text that is typed, in a line or in an area; what is typed is never lost.

    ``commit(field, text, edit)`` writes it and raises InputError when it cannot; the
    sentence then stands at the field, which keeps its text, whatever else is shown,
    until it is mended or taken back with Esc. ``draft(field, text)`` is told every
    keystroke. While somebody types, the text is committed within a second of each
    key and stands as it was typed; it is shown as the register holds it when the field is
    left. Text that must be ``whole`` to mean something is committed only then. Without
    ``commit`` the text is read by whoever asks for it.

    A ``printed`` text with characters that cannot be printed is kept, and the field
    says so as long as it is so.
    """

    def _begin(self, field: str, label: str, *, whole: bool = False, printed: bool = True) -> None:
        self.field = field
        self.setObjectName(f"field-{field}")
        self.setAccessibleName(label)
        self.printed = printed
        self._whole = whole
        self._given = ""
        self._taken: str | None = None
        self._passing = False
        self._edit = uuid4().hex
        self._commit: Commit | None = None
        self._draft: Draft | None = None
        self._callout: Callout | None = None
        self._timer = SaveTimer(self._save_in_passing, self)

    def typed(self) -> str:
        """Return the text as it stands."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Let a text stand here."""
        raise NotImplementedError

    def replace(self, text: str) -> None:
        """Put a text in the place of what is typed, which the field's own undo brings back."""
        raise NotImplementedError

    def commit_by(self, commit: Commit, draft: Draft | None = None) -> None:
        """Give the field those who write what is typed."""
        self._commit = commit
        self._draft = draft

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave, or took."""
        return self.typed() not in (self._given, self._taken)

    @property
    def refused(self) -> bool:
        """Return whether what stands here was refused."""
        return bool(self.property("refused"))

    def show_text(self, text: str) -> None:
        """Show the register's text, unless a refused one or one being typed stands here."""
        if self._passing:
            self._given, self._taken = text, self.typed()
            return
        typing = self.hasFocus() and text == self._given and self.typed() != text
        if typing or (self.refused and self.dirty):
            self._given = text
            return
        self._given, self._taken = text, None
        if self.typed() != text:
            self.put(text)
        self.accept()

    def show_given(self) -> None:
        """Take back what is typed."""
        self._timer.stop()
        self.put(self._given)
        self.accept()

    def _save_in_passing(self) -> None:
        """Commit what is typed while the user goes on typing."""
        self._passing = True
        try:
            self.flush()
        finally:
            self._passing = False

    def _show_taken(self) -> None:
        """Show what the register made of the text that it took."""
        if not self._passing and self.typed() == self._taken != self._given:
            self.put(self._given)
            self._taken = None

    def flush(self) -> bool:
        """Commit the text; False when it is refused and still stands here."""
        self._timer.stop()
        if not self.dirty or self._commit is None:
            self._show_taken()
            return True
        typed = self.typed()
        try:
            self._commit(self.field, typed, self._edit)
        except InputError as refusal:
            self.refuse(refusal.sentence)
            return False
        if self.typed() == typed != self._taken:
            self._given = typed
        self.accept()
        return True

    def note_typing(self) -> None:
        """Commit within a second what is being typed, and tell it as it is."""
        self.accept()
        if not self._whole and self._commit is not None:
            self._timer.note_key()
        if self._draft is not None:
            self._draft(self.field, self.typed())

    def refuse(self, sentence: str) -> None:
        """Say beside the field why its text cannot be used."""
        mark(self, "refused", True)
        self.setAccessibleDescription(sentence)
        self._say(sentence, caution=False)

    def accept(self) -> None:
        """Take away the refusal."""
        mark(self, "refused", False)
        self._tell_printing()

    def _tell_printing(self) -> None:
        """Say what cannot be printed, as long as it stands here."""
        if self.refused:
            return
        sentence = unprintable(self.typed()) if self.printed else ""
        mark(self, "caution", bool(sentence))
        self.setAccessibleDescription(sentence)
        if sentence and self.hasFocus():
            self._say(sentence, caution=True)
        elif self._callout is not None:
            self._callout.hide()

    def _say(self, sentence: str, *, caution: bool) -> None:
        if self._callout is None:
            self._callout = Callout(self.window())
        if self.isVisible():
            self._callout.show_at(self, sentence, caution=caution)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._edit = uuid4().hex
        super().focusInEvent(event)
        if not self.refused:
            self.accept()
        elif self._commit is not None:
            self._say(self.accessibleDescription(), caution=False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason and self.flush():
            self._tell_printing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit with Esc what is typed, and go back; take back what was refused before."""
        esc = event.key() == Qt.Key.Key_Escape and self._commit is not None
        if esc and self.refused:
            self._take_back()
        elif not esc or self.flush():
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        """Show what the register holds in the place of a refused text, which undo brings back."""
        self._timer.stop()
        self.replace(self._given)
        self.accept()
        if self._draft is not None:
            self._draft(self.field, self._given)

    def hideEvent(self, event: object) -> None:
        """Take the sentence away with what it is about."""
        if self._callout is not None:
            self._callout.hide()


class TextField(Typed, TypedLine):
    """A line of text named ``field``."""

    def __init__(
        self,
        field: str,
        label: str,
        parent: QWidget | None = None,
        *,
        whole: bool = False,
        printed: bool = True,
    ) -> None:
        TypedLine.__init__(self, parent)
        self._begin(field, label, whole=whole, printed=printed)
        self.textChanged.connect(self._tell_printing)
        self.textEdited.connect(self.note_typing)
        self.returnPressed.connect(self.flush)

    def typed(self) -> str:
        return self.text()

    def put(self, text: str) -> None:
        self.setText(text)
        self.setCursorPosition(0)

    def replace(self, text: str) -> None:
        self.selectAll()
        self.insert(text)


class TextArea(Typed, QPlainTextEdit):
    """Some lines of text named ``field``; Tab goes on to the next field.

    It shows from ``least`` to ``most`` lines, and grows with what is written in it.
    """

    def __init__(
        self,
        field: str,
        label: str,
        parent: QWidget | None = None,
        *,
        least: int = 2,
        most: int = 10,
        printed: bool = True,
    ) -> None:
        QPlainTextEdit.__init__(self, parent)
        self._least, self._most = least, most
        self._showing = False
        self.setTabChangesFocus(True)
        self._begin(field, label, printed=printed)
        self.textChanged.connect(self._note)
        self.textChanged.connect(self._tell_printing)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def typed(self) -> str:
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = self.document()
        undo, redo = text.isUndoAvailable(), text.isRedoAvailable()
        if not leave_to_window(event, undo=undo, redo=redo):
            super().keyPressEvent(event)

    def put(self, text: str) -> None:
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def replace(self, text: str) -> None:
        self._showing = True
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self._showing = False

    def _note(self) -> None:
        self._fit()
        if not self._showing:
            self.note_typing()

    def _fit(self, *_: object) -> None:
        """Take the height of the lines that are there."""
        blocks = round(self.document().size().height())
        lines = max(self._least, min(blocks, self._most))
        policies = Qt.ScrollBarPolicy
        more = blocks > self._most
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if more else policies.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)


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


class NameField(DropDown):
    """An editable choice named ``field``; a name nobody bears is committed as typed.

    ``commit(field, person_id, name)`` gets the id of who was chosen or whose name was
    typed, else None and the name ("" for nobody). Its ``line`` is where it is typed.
    """

    def __init__(self, field: str, label: str, nobody: str, parent: QWidget | None = None) -> None:
        super().__init__(field, label, parent)
        self.line = TextField(f"{field}-name", label, self, whole=True)
        self.line.setPlaceholderText(nobody)
        self._nobody = nobody
        self._commit: CommitName | None = None
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.commit_by(self._enter)
        self.activated.connect(self._choose)
        self._people: dict[str, str] = {}

    def commit_by(self, commit: CommitName) -> None:
        """Give the field the one who writes what is chosen or typed."""
        self._commit = commit

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people: the name, and the id."""
        wanted = {person_id: name for name, person_id in people}
        if wanted == self._people and self.count():
            return
        self._people = wanted
        typed = self.line.text()
        self.clear()
        self.addItem(self._nobody, None)
        for person_id, name in wanted.items():
            self.addItem(name, person_id)
        self.setCurrentIndex(-1)
        self.line.setText(typed)
        complete(self.line, tuple(wanted.values()))

    def show_value(self, person_id: str | None) -> None:
        """Show who is chosen, unless something else stands here that is typed or refused."""
        name = self._people.get(person_id or "", "")
        if not (self.line.dirty and (self.line.hasFocus() or self.line.refused)):
            self.setCurrentIndex(self.findData(person_id) if name else -1)
        self.line.show_text(name)

    def _choose(self, place: int) -> None:
        person_id = self.itemData(place)
        self.line.setText("" if person_id is None else self.itemText(place))
        self.line.flush()

    def _enter(self, field: str, text: str, edit: str) -> None:
        if self._commit is None:
            return
        name = " ".join(text.split())
        chosen = self.itemData(self.currentIndex())
        same = self.itemText(self.currentIndex()) == name
        self._commit(self.field, str(chosen) if chosen and same else None, name)
