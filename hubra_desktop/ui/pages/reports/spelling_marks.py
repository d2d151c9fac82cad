"""Misspelled words in the editor: underlined, told, walked through, and exchanged."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.spelled_words import HIDDEN, spelled_words, words_to_spell
from hubra_desktop.model.wording import quoted
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.reports.rich_document import blocks_of, fill, fragments_of
from hubra_desktop.ui.pages.reports.rich_editor import RichEditor
from hubra_desktop.ui.pages.reports.rich_objects import (
    OBJECT,
    note_chosen,
    objects_in,
    rewrite_note,
)
from hubra_desktop.ui.pages.reports.rich_reading import structured
from hubra_desktop.ui.pages.reports.speller import Speller
from hubra_desktop.ui.widgets.callout import announce
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.report_texts import LearnWord
from hubra_desktop.work.queries.spelling_words import KINDS, spelling_words

PAUSE_MS = 300
"""How long after the last key the words are looked at."""


class WrittenTexts(Protocol):
    """What has texts to spell."""

    @property
    def shown(self) -> SignalInstance:
        """Return the signal that other texts are in view."""

    @property
    def texts(self) -> Sequence[tuple[str, str]]:
        """Return the texts in their order, each with the id that it is known by."""


class SpellingMarks(QObject):
    """Keeps ``editor.wrong``; ``section_asked(id)``: the next word is in another text.

    ``section_id`` is the text that the editor shows, of those that are ``written``. Editors
    that stand together share a ``speller``, which then knows names by whoever owns it.
    """

    section_asked = Signal(str)

    def __init__(
        self, desk: Desk, written: WrittenTexts, editor: RichEditor, speller: Speller | None = None
    ) -> None:
        super().__init__(editor)
        self._desk, self._written, self._editor = desk, written, editor
        self.section_id = ""
        self._spoken = ""
        self.speller = speller or Speller(self)
        self._wait = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._wait.timeout.connect(self.mark)
        self.speller.told.connect(self.mark)
        editor.textChanged.connect(self._wait.start)
        editor.menu_asked.connect(self._offer_at)
        editor.cursorPositionChanged.connect(self._speak)
        if speller is None:
            written.shown.connect(self.ask_all)
            desk.changed.connect(self._learn_names)
            desk.replaced.connect(self._read_names)

    def ask_all(self) -> None:
        """Look up the words of all that is written, and know the register's own."""
        self._read_names()
        texts = self._written.texts
        self.speller.ask(word for _, text in texts for word in words_to_spell(text))

    def _learn_names(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self._read_names()
            self.mark()

    def _read_names(self) -> None:
        if self._desk.workspace is not None:
            with self._desk.read() as reader:
                self.speller.known = spelling_words(reader)

    def mark(self) -> None:
        """Underline what is wrong; a word that is being written is let be."""
        words = sorted(_words_in(self._editor.document()), key=QTextCursor.selectionStart)
        self.speller.ask(word for cursor in words for word in _spelled(cursor))
        caret = self._editor.textCursor()
        writing = -1 if caret.hasSelection() or not self._editor.dirty else caret.position()
        self._editor.wrong = [
            cursor for cursor in words
            if self._wrong_word(cursor) and cursor.selectionEnd() != writing
        ]  # fmt: skip
        self._editor.tint()

    def _wrong_word(self, found: QTextCursor) -> str:
        """Return the word that is chosen if it is wrong, or the first that is so in a footnote."""
        return next((word for word in _spelled(found) if self.speller.wrong(word)), "")

    def _speak(self) -> None:
        """Let a screen reader hear that the caret has come to a misspelled word."""
        found = self._wrong_at(self._editor.textCursor().position())
        word = self._wrong_word(found) if found is not None else ""
        if word and word != self._spoken:
            announce(self._editor, say("Kanske felstavat: {word}", word=word))
        self._spoken = word

    def _wrong_at(self, place: int) -> QTextCursor | None:
        wrong = self._editor.wrong
        return next((c for c in wrong if c.selectionStart() <= place <= c.selectionEnd()), None)

    def walk(self) -> None:
        """Choose the next misspelled word of the paper and offer what was perhaps meant."""
        self.mark()
        after = self._editor.textCursor().selectionEnd()
        here = [cursor for cursor in self._editor.wrong if cursor.selectionStart() >= after]
        section = self._next_section()
        if not here and section and self.goes_on_elsewhere(section):
            return
        here = here or self._editor.wrong
        if not here:
            self._desk.messages.tell(say("Stavningen är genomgången: inget mer att se över."))
            return
        cursor = QTextCursor(here[0])
        self._editor.setTextCursor(cursor)
        self._editor.setFocus()
        self._editor.ensureCursorVisible()
        menu = QMenu(self._editor)
        self._offer(menu, None, cursor)
        menu.aboutToHide.connect(menu.deleteLater)
        under = self._editor.cursorRect().bottomLeft()
        menu.popup(self._editor.viewport().mapToGlobal(under))
        count = len(menu.actions()) - 3
        told = say_count("{n} förslag", "{n} förslag", max(0, count))
        announce(
            self._editor,
            f"{say('Kanske felstavat: {word}', word=self._wrong_word(cursor))}, {told}",
        )

    def goes_on_elsewhere(self, section_id: str) -> bool:
        """Go to another text, which the same editor shows then; True where another one goes on."""
        self.section_asked.emit(section_id)
        self.mark()
        return False

    def _next_section(self) -> str:
        """Return the next text after this one, round all that is written, with a wrong word."""
        texts = self._written.texts
        ids = [each for each, _ in texts]
        at = ids.index(self.section_id) if self.section_id in ids else -1
        others = [*texts[at + 1 :], *texts[: max(at, 0)]]
        wrong = self.speller.wrong
        return next((each for each, text in others if any(map(wrong, words_to_spell(text)))), "")

    def _offer_at(self, menu: QMenu, place: QPoint) -> None:
        found = self._wrong_at(self._editor.cursorForPosition(place).position())
        if found is not None:
            first = menu.actions()[0] if menu.actions() else None
            self._offer(menu, first, QTextCursor(found))

    def _offer(self, menu: QMenu, before: QAction | None, found: QTextCursor) -> None:
        """Put what was perhaps meant by a word, and what else can be done with it, in a menu."""
        word = self._wrong_word(found)
        entries: list[tuple[str, partial[None]]] = []
        if not self._editor.isReadOnly():
            entries += [
                (each, partial(self._exchange, found, each))
                for each in self.speller.suggestions(word)
            ]
        learn = say("Lägg till {word} i ordlistan", word=quoted(word))
        for text, do in (*entries, (learn, partial(self._learn, word)),
                         (say("Hoppa över ordet"), partial(self._pass, word))):  # fmt: skip
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(do)
            menu.insertAction(before, action)  # type: ignore[arg-type]
            if entries and (text, do) == entries[-1]:
                menu.insertSeparator(before)  # type: ignore[arg-type]
        menu.insertSeparator(before)  # type: ignore[arg-type]

    def _exchange(self, found: QTextCursor, word: str, *_: object) -> None:
        note = note_chosen(found)
        if note:
            rewrite_note(found, _respelled(note, self._wrong_word(found), word))
        else:
            found.insertText(word, found.charFormat())
        self._editor.setTextCursor(found)

    def _learn(self, word: str, *_: object) -> None:
        if self._desk.run(LearnWord(word)) is not None:
            told = say("{word} finns nu i ordlistan.", word=quoted(word))
            self._desk.messages.tell(told, "undo")

    def _pass(self, word: str, *_: object) -> None:
        self.speller.passed.add(word)
        self.mark()


def _words_in(document: QTextDocument) -> Iterator[QTextCursor]:
    """Yield the words of a document that are spelled, each chosen, and footnotes with such."""
    for block in blocks_of(document):
        shown = "".join(
            HIDDEN * fragment.length() if fragment.charFormat().isAnchor() else fragment.text()
            for fragment in fragments_of(block)
        ).replace(OBJECT, " ")
        for each in spelled_words(shown):
            cursor = QTextCursor(document)
            cursor.setPosition(block.position() + each.start)
            end = block.position() + each.end
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            yield cursor
    yield from (each for each in objects_in(document) if note_chosen(each))


def _spelled(found: QTextCursor) -> Iterator[str]:
    """Yield the word that is chosen, or those of the footnote that is."""
    note = note_chosen(found)
    yield from words_to_spell(note) if note else (found.selectedText(),)


def _respelled(note: str, wrong: str, word: str) -> str:
    """Return a footnote's text with a word spelled otherwise, wherever it stands there."""
    document = QTextDocument()
    fill(document, note)
    for found in _words_in(document):
        if found.selectedText() == wrong:
            found.insertText(word, found.charFormat())
    return structured(document)
