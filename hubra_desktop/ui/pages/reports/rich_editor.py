"""The editor of a paper's text: headings, lists, quotations, bold, and words tied to facts.

It holds no more than structured text can say. What is typed is committed by itself, as
in every field. Words tied to a fact are tinted; those that no longer say what the
register says are marked, in words too.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.structured import FACT, Span
from hubra_desktop.ui.pages.reports.rich_clipboard import MIME, copied, paste, picture_data
from hubra_desktop.ui.pages.reports.rich_document import (
    char_format,
    fact_format,
    fill,
    found_format,
    wrong_format,
)
from hubra_desktop.ui.pages.reports.rich_keys import enter_cell, shaped_by, step_cell
from hubra_desktop.ui.pages.reports.rich_objects import NoteNumbers, no_picture, shown_picture
from hubra_desktop.ui.pages.reports.rich_reading import structured
from hubra_desktop.ui.pages.reports.rich_shapes import (
    chosen_blocks,
    facts_in,
    give_shape,
    in_table,
    shape_of,
)
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.ui.widgets.marks import mark
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.ui.widgets.saving import SaveTimer

Commit = Callable[[str, str], None]


class RichEditor(QTextEdit):
    """Edits structured text; ``commit(text, edit)`` writes it, or raises InputError.

    The sentence of a refusal stands at the editor, which keeps its text. ``shaped`` tells
    that the cursor stands in a block or words of another sort. ``fact_asked(key)`` asks for
    the records behind a fact: Ctrl and a click on its words, Ctrl+Enter within them, or
    the context menu. ``picture_asked(bytes)``: a picture was pasted or dropped, and is to be
    told before it stands here. ``menu_asked(menu, place)``: others may add to a context menu.
    ``pictures`` gives a picture by its mark, for what is shown. ``wrong`` and ``found`` are
    the words that are misspelled and looked for.
    """

    shaped = Signal()
    fact_asked = Signal(str)
    picture_asked = Signal(bytes)
    menu_asked = Signal(object, QPoint)

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "prose")
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self._given = ""
        self._edit = uuid4().hex
        self._commit: Commit | None = None
        self._callout: Callout | None = None
        self._told: Mapping[str, str] = {}
        self._stale: frozenset[str] = frozenset()
        self.wrong: list[QTextCursor] = []
        self.found: list[QTextCursor] = []
        self.pictures: Callable[[str], bytes] = no_picture
        self.notes = NoteNumbers(self.document())
        self._timer = SaveTimer(self.flush, self)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._leave_fact)
        self.selectionChanged.connect(self._leave_fact)
        self.cursorPositionChanged.connect(self.shaped)
        theme().changed.connect(self.tint)

    def commit_by(self, commit: Commit) -> None:
        """Give the editor the one who writes what is typed."""
        self._commit = commit

    def text_typed(self) -> str:
        """Return what stands here, as structured text."""
        return structured(self.document())

    @property
    def dirty(self) -> bool:
        """Return whether the text differs from what the register gave."""
        return self.document().isModified() and self.text_typed() != self._given

    @property
    def refused(self) -> bool:
        """Return whether a refused text stands here."""
        return bool(self.accessibleDescription())

    def show_text(self, text: str) -> None:
        """Show the register's text where the reader was, unless another is typed or refused."""
        if self.refused:
            self._given = text
            return
        if self._timer.isActive() and text == self._given:
            return
        if text == self.text_typed():
            self._given = text
            return
        self._put(text)

    def begin(self, text: str) -> None:
        """Show another text, from its beginning."""
        self._timer.stop()
        self._accept()
        self._put(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _put(self, text: str) -> None:
        """Put a text in the place of another, the cursor and the view where they were."""
        self._given = text
        self.wrong, self.found = [], []
        place, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self.blockSignals(True)
        fill(self.document(), text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self.tint()

    def take_as_stored(self, text: str) -> None:
        """Know that somebody else stores what stands here."""
        self._timer.stop()
        self._given = text

    def flush(self) -> bool:
        """Commit the text; False when it is refused and still stands here."""
        self._timer.stop()
        if not self.dirty or self._commit is None or self.isReadOnly():
            return True
        typed = self.text_typed()
        try:
            self._commit(typed, self._edit)
        except InputError as refusal:
            self._refuse(refusal.where_typed)
            return False
        self._given = typed
        self._accept()
        return True

    def _refuse(self, sentence: str) -> None:
        if self._callout is None:
            self._callout = Callout(self.window())
        self.setAccessibleDescription(sentence)
        mark(self, "refused", True)
        self._callout.show_at(self, sentence)

    def _accept(self) -> None:
        self.setAccessibleDescription("")
        mark(self, "refused", False)
        if self._callout is not None:
            self._callout.hide()

    def _changed(self) -> None:
        self._accept()
        self._timer.note_key()
        self.tint()

    def show_facts(self, told: Mapping[str, str], stale: frozenset[str]) -> None:
        """Say of each fact's key what the register tells, and which words are out of date."""
        self._told, self._stale = told, stale
        self.tint()

    def tint(self) -> None:
        """Colour the words tied to facts, those that are wrong and those that are looked for."""
        facts = [(cursor, fact_format(stale=key in self._stale)) for cursor, key in facts_in(
            self.document()
        )]  # fmt: skip
        wrong = [(cursor, wrong_format()) for cursor in self.wrong]
        found = [(cursor, found_format()) for cursor in self.found]
        made = []
        for cursor, look in (*facts, *wrong, *found):
            each = QTextEdit.ExtraSelection()
            each.cursor, each.format = cursor, look
            made.append(each)
        self.setExtraSelections(made)

    def shape(self) -> str:
        """Return the sort of block that the cursor stands in."""
        return shape_of(self.textCursor().block())

    def set_shape(self, shape: str) -> None:
        """Make the chosen blocks text, heading, subheading, dots, numbers or quote."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for block in [each for each in chosen_blocks(cursor) if not in_table(each)]:
            give_shape(QTextCursor(block), shape)
        cursor.endEditBlock()
        self.shaped.emit()

    def toggle_bold(self) -> None:
        """Make the chosen words bold, or no longer."""
        made = QTextCharFormat()
        bold = self.fontWeight() >= QFont.Weight.Bold
        made.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(made)

    def toggle_italic(self) -> None:
        """Make the chosen words italic, or no longer."""
        made = QTextCharFormat()
        made.setFontItalic(not self.fontItalic())
        self.mergeCurrentCharFormat(made)

    def insert_fact(self, words: str, key: str) -> None:
        """Write words that are tied to a fact, in the place of what is chosen."""
        cursor = self.textCursor()
        plain = cursor.charFormat()
        plain.setAnchor(False)
        plain.setAnchorHref("")
        cursor.insertText(words, char_format(Span(words, fact=key)))
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(plain)

    def go_to_fact(self, key: str) -> bool:
        """Choose the words tied to a fact; False when none are."""
        found = next((cursor for cursor, each in facts_in(self.document()) if each == key), None)
        if found is not None:
            self.setTextCursor(found)
            self.setFocus()
            self.ensureCursorVisible()
        return found is not None

    def go_to(self, words: str) -> None:
        """Choose the first place where these words stand."""
        found = self.document().find(words)
        if not found.isNull():
            self.setTextCursor(found)
        self.setFocus()

    def _leave_fact(self) -> None:
        """Let words typed right after a fact be words of their own."""
        cursor = self.textCursor()
        made = cursor.charFormat()
        if cursor.hasSelection() or not made.isAnchor():
            return
        ahead = QTextCursor(cursor)
        inside = ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if inside and ahead.charFormat().anchorHref() == made.anchorHref():
            return
        made.setAnchor(False)
        made.setAnchorHref("")
        self.setCurrentCharFormat(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif event.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif not (enter_cell(self, event) or shaped_by(self, event)):
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        return copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasFormat(MIME) or bool(picture_data(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a picture, whose words are asked for first, or text."""
        content = b"" if source.hasFormat(MIME) else picture_data(source)
        if content:
            self.picture_asked.emit(content)
        else:
            paste(self.textCursor(), source)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when nothing is left to undo here; tell of facts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            document = self.document()
            if _means_more(event):
                event.accept()
                return True
            if (undo and not document.isUndoAvailable()) or (
                redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.anchorAt(event.pos()).removeprefix(FACT)
            QToolTip.showText(event.globalPos(), plain_tip(self._told.get(key, "")), self)
            return True
        return super().viewportEvent(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give a picture of the text, at the size that it is shown here."""
        return shown_picture(self.pictures, QUrl(name)) or super().loadResource(kind, name)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from cell to cell within a table, and on from elsewhere."""
        if not self.isReadOnly() and step_cell(self, forward):
            return True
        return super().focusNextPrevChild(forward)

    def ask_fact(self, key: str) -> bool:
        """Ask for the records behind a fact; False without one."""
        if key:
            self.fact_asked.emit(key)
        return bool(key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ask_fact(self._fact_under(event.position().toPoint()))

    def _fact_under(self, place: QPoint) -> str:
        target = self.anchorAt(place)
        return target.removeprefix(FACT) if target.startswith(FACT) else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        key = self._fact_under(event.pos())
        if key:
            first = menu.actions()[0] if menu.actions() else None
            show = QAction(say("Visa i registret"), menu)
            show.triggered.connect(partial(self.ask_fact, key))
            menu.insertAction(first, show)  # type: ignore[arg-type]
        self.menu_asked.emit(menu, event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._edit = uuid4().hex
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()


def _means_more(event: QKeyEvent) -> bool:
    """Tell whether a key is bold or italic, which elsewhere mean other things."""
    keys = QKeySequence.StandardKey
    return event.matches(keys.Bold) or event.matches(keys.Italic)
