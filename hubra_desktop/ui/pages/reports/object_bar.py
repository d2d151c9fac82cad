"""The line below the text where a footnote is written, and what a picture shows is told."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.structured import Span, marked, spans
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import (
    NOTE_OBJECT,
    OBJECT,
    SHOWS,
    insert_note,
    note_of,
    picture_of,
    rewrite_note,
)
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, label, row
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.undo_keys import TypedLine


class ObjectBar(QFrame):
    """Follows the caret of ``editor``: beside a footnote or a picture its words stand here.

    A new picture waits here until it is told what it shows, or that it is decoration;
    ``picture_told(content, shows)`` follows.
    """

    picture_told = Signal(bytes, str)

    def __init__(self, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("object-bar")
        self.setProperty("role", "plain")
        self._editor = editor
        self._waiting = b""
        self._place = -1
        self._name = label("", "", self, name="object-name", wraps=False)
        self.words = TypedLine(self)
        self.words.setObjectName("object-words")
        self._name.setBuddy(self.words)
        self.decoration = QCheckBox(say("Bara dekoration"), self)
        self.decoration.setObjectName("object-decoration")
        self._put = button(say("Infoga bilden"), "object-put", self, self._put_picture)
        self._drop = button(say("Avbryt"), "object-drop", self, self._let_go)
        self._refusal = label("", "callout", self, name="object-refusal")
        line = row(
            self._name, (self.words, 1), self.decoration, self._put, self._drop, spacing=GRID
        )
        column(line, self._refusal, of=self, spacing=GRID // 2)
        self.words.editingFinished.connect(self._write)
        self.words.installEventFilter(self)
        self.decoration.toggled.connect(self._decorate)
        editor.cursorPositionChanged.connect(self.follow)
        editor.textChanged.connect(self.follow)
        editor.picture_asked.connect(self.ask)
        self.hide()

    def begin_note(self) -> None:
        """Put a footnote at the caret and go to its words."""
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        insert_note(cursor, "")
        self._editor.setTextCursor(cursor)
        self.follow()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self, content: bytes) -> None:
        """Ask what a picture shows before it is put in the text."""
        self._waiting, self._place = content, -1
        self._show(say("Vad visar bilden?"), "", picture=True)
        self.decoration.setChecked(False)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.words, say("Vad visar bilden?"))

    def follow(self) -> None:
        """Show what the footnote or picture beside the caret says."""
        if self._waiting or self.words.hasFocus() or self.decoration.hasFocus():
            return
        found = self._beside()
        self._place = found.selectionStart() if found is not None else -1
        if found is None:
            self.hide()
            return
        made = found.charFormat()
        picture = picture_of(made)
        if picture is not None:
            self._show(say("Bilden visar"), picture[1], picture=True)
            self.decoration.blockSignals(True)
            self.decoration.setChecked(not picture[1])
            self.decoration.blockSignals(False)
            return
        number = self._editor.notes.number(self._place)
        self._show(say("Fotnot {number}", number=number), note_of(made), picture=False)

    def _show(self, name: str, words: str, *, picture: bool) -> None:
        self._name.setText(name)
        self.words.setAccessibleName(name)
        self.words.setText(words)
        self.words.setReadOnly(self._editor.isReadOnly())
        self.decoration.setVisible(picture)
        self.decoration.setEnabled(not self._editor.isReadOnly())
        self._put.setVisible(bool(self._waiting))
        self._drop.setVisible(bool(self._waiting))
        self._refusal.hide()
        self.show()

    def _beside(self) -> QTextCursor | None:
        """Return the footnote or picture before or after the caret, chosen."""
        caret = self._editor.textCursor()
        if caret.hasSelection() and caret.selectedText() != OBJECT:
            return None
        if caret.hasSelection():
            return caret
        for step in (QTextCursor.MoveOperation.PreviousCharacter,
                     QTextCursor.MoveOperation.NextCharacter):  # fmt: skip
            found = QTextCursor(caret)
            found.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
            if found.selectedText() == OBJECT:
                return _forward(found)
        return None

    def _object(self) -> QTextCursor | None:
        """Return the character that the words here are about, chosen."""
        if self._place < 0 or self._editor.isReadOnly():
            return None
        found = QTextCursor(self._editor.document())
        found.setPosition(self._place)
        found.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        return found if found.selectedText() == OBJECT else None

    def _write(self) -> None:
        """Let the text hold the words; a footnote without any is taken away."""
        found = self._object()
        words = " ".join(self.words.text().split())
        if found is None or self._waiting:
            return
        made = found.charFormat()
        if made.objectType() == NOTE_OBJECT:
            if not words:
                found.removeSelectedText()
                self._place = -1
                self.hide()
            elif words != note_of(made):
                rewrite_note(found, note_text(words))
            return
        shown = picture_of(made)
        if shown is None or words == shown[1]:
            return
        if not words and not self.decoration.isChecked():
            self._refuse()
            return
        made.setProperty(SHOWS, words)
        made.setToolTip(plain_tip(words))
        found.setCharFormat(made)

    def _decorate(self, decoration: bool) -> None:
        if decoration:
            self.words.clear()
            self._write()
        self.words.setEnabled(not decoration)
        self._refusal.hide()

    def _refuse(self) -> None:
        self._refusal.setText(
            say(
                "Skriv vad bilden visar, så att den som hör texten läsas får veta, eller "
                "kryssa i att den bara är dekoration."
            )
        )
        self._refusal.show()
        announce(self.words, self._refusal.text())

    def _put_picture(self) -> None:
        words = " ".join(self.words.text().split())
        if not words and not self.decoration.isChecked():
            self._refuse()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        content, self._waiting = self._waiting, b""
        self.words.setEnabled(True)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picture_told.emit(content, words)
        self.follow()

    def _let_go(self) -> None:
        """Forget the picture that waits, and go back to the text."""
        self._waiting = b""
        self.words.setEnabled(True)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and Esc in the words lead back to the text."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self._let_go()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._waiting:
                self._put_picture()
            else:
                self._write()
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)


def _forward(found: QTextCursor) -> QTextCursor:
    """Return the same choice from its start to its end, where the format is that of the letter."""
    start, end = found.selectionStart(), found.selectionEnd()
    found.setPosition(start)
    found.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return found


def note_text(typed: str) -> str:
    """Return what is typed as a footnote's text: as it stands where it can be read back."""
    read = spans(f"^[{typed}]")
    whole = len(read) == 1 and read[0].note == typed
    return typed if whole else marked([Span(typed)])
