"""The notes of a § while the meeting goes on: stored at every pause in typing."""

from itertools import count

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.phrases import offered
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.ui.pages.meetings.running.phrase_list import PhraseList
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.pasting import plain_paste
from hubra_desktop.ui.widgets.saving import SaveTimer
from hubra_desktop.ui.widgets.undo_keys import leave_to_window
from hubra_desktop.work.edits import Change

PAUSE_MS = 350
"""How long nothing is typed before it is stored: shorter than the word that is thought of."""
_VISITS = count(1)


class NoteEdit(QPlainTextEdit):
    """Writes one field of the section that goes on; ``left`` is Esc.

    ``told`` says how it stands with what is typed: nothing, not stored yet, or stored. Where
    nothing may be changed it is read alone. Esc leaves, and takes back what was refused.
    """

    left = Signal()
    told = Signal(str)

    def __init__(self, state: RunningState, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"note-{field}")
        self.setTabChangesFocus(True)
        self._state, self._field = state, field
        self._section: Section | None = None
        self._stored = ""
        self._visit = ""
        self._pause = later(PAUSE_MS, self.flush, self)
        self._latest = SaveTimer(self.flush, self)
        self._showing = False
        self._hint = ""
        self.phrases = PhraseList(self, self._offered)
        self.textChanged.connect(self._note)

    def set_hint(self, hint: str) -> None:
        """Say in the empty field what it is for, where it may be written in."""
        self._hint = hint
        self.setPlaceholderText(hint)

    def show_section(self, section: Section | None) -> None:
        """Show the field of a section; what is typed and not stored yet stays."""
        before, self._section = self._section, section
        self.setEnabled(section is not None)
        closed = bool(self._state.closed_told)
        self.setPlaceholderText("" if closed else self._hint)
        # What was typed before it was closed can still be taken back, or copied.
        self.setReadOnly(closed)
        same = before is not None and section is not None and before.id == section.id
        text = getattr(section, self._field) if section is not None else ""
        if same and (self._unsaved() or text == self.toPlainText()):
            self._stored = text
            return
        self._visit = f"note-{next(_VISITS)}"
        self._stored = text
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        mark(self, "refused", False)
        self.told.emit("")

    def flush(self) -> bool:
        """Store what was typed; False when it cannot be used and still stands there."""
        self._pause.stop()
        self._latest.stop()
        if self._section is None or not self._unsaved():
            return True
        text = self.toPlainText()
        edit = Change(Section, self._section.id, {self._field: text}, self._visit)
        try:
            self._state.desk.attempt_now(edit)
        except InputError as refused:
            mark(self, "refused", True)
            self.told.emit(refused.sentence)
            return False
        self._stored = text
        mark(self, "refused", False)
        self.told.emit(say("Sparat"))
        return True

    def text_typed(self) -> str:
        """Return what stands in it."""
        return self.toPlainText()

    def take_back(self) -> None:
        """Put back what is stored; undo in the text brings what was typed."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._showing = True
        cursor.insertText(self._stored)
        self._showing = False
        mark(self, "refused", False)
        self.told.emit("")

    @property
    def refused(self) -> bool:
        """Tell whether what is typed could not be stored."""
        return bool(self.property("refused")) and self._unsaved()

    def _unsaved(self) -> bool:
        return self.toPlainText() != self._stored

    def _note(self) -> None:
        if self._showing or not self._unsaved():
            return
        self.told.emit(say("Skriver …"))
        self._pause.start()
        self._latest.note_key()

    def _offered(self, typed: str) -> tuple[str, ...]:
        item = self._state.item
        kind = None if item is None else item.kind
        return offered(self._state.phrases, typed, kind, self._state.facts())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.refused:
                self.take_back()
            elif not self.flush():
                return
            self.left.emit()
            return
        if self.isReadOnly() and event.text().isprintable() and event.text():
            announce(self, self._state.closed_told)
        text = self.document()
        undo, redo = text.isUndoAvailable(), text.isRedoAvailable()
        if not leave_to_window(event, undo=undo, redo=redo):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(plain_paste(source))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
