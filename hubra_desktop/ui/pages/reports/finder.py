"""Words looked for in the texts of a paper and their footnotes, and exchanged for others."""

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument

from hubra_desktop.model.structured import FACT, seen_words
from hubra_desktop.ui.pages.reports.rich_document import LINE_BREAK, blocks_of, fill
from hubra_desktop.ui.pages.reports.rich_objects import (
    OBJECT,
    note_chosen,
    objects_in,
    rewrite_note,
)
from hubra_desktop.ui.pages.reports.rich_reading import structured

_SPACES: Final = "[ \u00a0\u202f]"


def places_found(document: QTextDocument, words: str) -> list[QTextCursor]:
    """Return where words stand in a document, each chosen; capitals do not matter.

    A footnote or picture within them does not part them, a new line does. A footnote that
    has the words, once or more, is one place: its character.
    """
    typed = re.split(_SPACES, words)
    if not words.strip():
        return []
    between = f"[{OBJECT}]*"
    pieces = (between.join(map(re.escape, each)) for each in typed)
    pattern = re.compile(f"{between}{_SPACES}{between}".join(pieces), re.IGNORECASE)
    return list(_chosen(document, pattern))


def _chosen(document: QTextDocument, pattern: re.Pattern[str]) -> Iterator[QTextCursor]:
    noted = [each for each in objects_in(document) if pattern.search(_noted(each))]
    written = list(_written(document, pattern))
    yield from sorted((*noted, *written), key=lambda each: each.selectionStart())


def _noted(cursor: QTextCursor) -> str:
    return seen_words(note_chosen(cursor))


def _written(document: QTextDocument, pattern: re.Pattern[str]) -> Iterator[QTextCursor]:
    for block in blocks_of(document):
        for match in pattern.finditer(_units(block.text())):
            if LINE_BREAK not in match[0]:
                cursor = QTextCursor(document)
                cursor.setPosition(block.position() + match.start())
                end = block.position() + match.end()
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                yield cursor


def _units(text: str) -> str:
    """Return a text with as many letters as Qt counts: two where a letter takes two units."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return text
    return "".join(each if each <= "\uffff" else "\ufffd\ufffd" for each in text)


def exchange(cursor: QTextCursor, words: str, others: str) -> bool:
    """Put others in the place of the words that are chosen, or everywhere in the footnote that is.

    False for the words of a fact, which stay.
    """
    note = note_chosen(cursor)
    if note:
        made_note, done = exchanged_everywhere(note, words, others)
        if done:
            rewrite_note(cursor, made_note)
        return bool(done)
    first = QTextCursor(cursor)
    first.setPosition(cursor.selectionStart())
    first.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    made = first.charFormat()
    if made.anchorHref().startswith(FACT) or OBJECT in cursor.selectedText():
        return False
    cursor.insertText(others, made)
    return True


def exchanged_everywhere(text: str, words: str, others: str) -> tuple[str, int]:
    """Return a structured text with words exchanged for others, and how many were."""
    document = QTextDocument()
    fill(document, text)
    done = sum(exchange(cursor, words, others) for cursor in places_found(document, words))
    return (structured(document) if done else text), done
