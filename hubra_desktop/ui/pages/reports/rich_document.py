"""Structured text as an editor's document; ``rich_reading`` is the way back.

The text's grammar is ``model.structured``; a document's blocks and characters carry no
more than that grammar can say.
"""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from hubra_desktop.model.structured import (
    FACT,
    Span,
    TextBlock,
    TextLine,
    parts,
    seen_words,
    spans,
)
from hubra_desktop.ui.pages.reports.rich_objects import insert_note, insert_picture, table_format
from hubra_desktop.ui.theme import theme

QUOTE = int(QTextFormat.Property.UserProperty) + 1
FRESH = QUOTE + 1
"""On the first item of a list that begins right after another one."""
LINE_BREAK = "\u2028"
_STEP = 24
_SIZES = {1: 3, 2: 2}


def block_format(level: int = 0, *, quote: bool = False, fresh: bool = False) -> QTextBlockFormat:
    """Return how a paragraph, a heading of a level from 1, or a quotation is set."""
    made = QTextBlockFormat()
    made.setHeadingLevel(level)
    made.setTopMargin(12 if level else 0)
    made.setBottomMargin(4 if level else 8)
    if quote:
        made.setProperty(QUOTE, True)
        made.setLeftMargin(_STEP)
    if fresh:
        made.setProperty(FRESH, True)
    return made


def char_format(span: Span, level: int = 0) -> QTextCharFormat:
    """Return how words of one sort are set, in a heading of a level from 1 or in text."""
    made = QTextCharFormat()
    strong = span.bold or bool(level)
    made.setFontWeight(QFont.Weight.Bold if strong else QFont.Weight.Normal)
    made.setFontItalic(span.italic)
    if level:
        made.setProperty(int(QTextFormat.Property.FontSizeAdjustment), _SIZES[level] - 1)
    target = FACT + span.fact if span.fact else span.address
    if target:
        made.setAnchor(True)
        made.setAnchorHref(target)
    return made


def fact_format(*, stale: bool) -> QTextCharFormat:
    """Return how words tied to a fact are tinted; stale ones are underlined as well."""
    made = QTextCharFormat()
    made.setForeground(theme().colour("warning" if stale else "text"))
    made.setBackground(theme().colour("warning_soft" if stale else "accent_soft"))
    if stale:
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        made.setUnderlineColor(theme().colour("warning"))
    return made


def wrong_format() -> QTextCharFormat:
    """Return how a word that is perhaps misspelled is underlined."""
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    made.setUnderlineColor(theme().colour("danger"))
    return made


def found_format() -> QTextCharFormat:
    """Return how words that are looked for stand out."""
    made = QTextCharFormat()
    made.setBackground(theme().colour("selection"))
    made.setForeground(theme().colour("text"))
    return made


def fill(document: QTextDocument, text: str) -> None:
    """Put structured text in the place of what the document holds; its undo is forgotten."""
    document.clear()
    cursor = QTextCursor(document)
    before: TextBlock | None = None
    for part in parts(text):
        _add(cursor, part, fresh=before is not None and before.kind == part.kind == "list")
        before = part
    if before is None:
        cursor.setBlockFormat(block_format())
    document.clearUndoRedoStacks()
    document.setModified(False)


def _add(cursor: QTextCursor, part: TextBlock, *, fresh: bool) -> None:
    level = min(part.level, 2) if part.kind == "heading" else 0
    if part.kind == "list":
        _add_list(cursor, part.lines, fresh=fresh)
        return
    if part.kind == "table":
        _add_table(cursor, part.rows)
        return
    _begin(cursor, block_format(level, quote=part.kind == "quote"), char_format(Span(""), level))
    if part.kind == "picture":
        insert_picture(cursor, part.picture, seen_words(part.lines[0].text))
        return
    for place, line in enumerate(part.lines):
        if place:
            cursor.insertText(LINE_BREAK)
        _write(cursor, line.text, level)


def _add_table(cursor: QTextCursor, rows: list[list[TextLine]]) -> None:
    """Add a table, and the block after it, where the cursor is left."""
    made = cursor.insertTable(len(rows), len(rows[0]), table_format())
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            inside = made.cellAt(row, column).firstCursorPosition()
            inside.setBlockFormat(QTextBlockFormat())
            inside.setBlockCharFormat(char_format(Span("", bold=not row)))
            _write(inside, cell.text, 0, strong=not row)
    cursor.setPosition(made.lastPosition() + 1)
    cursor.setBlockFormat(block_format())
    cursor.setBlockCharFormat(char_format(Span("")))


def _add_list(cursor: QTextCursor, lines: list[TextLine], *, fresh: bool) -> None:
    kept: dict[int, tuple[bool, QTextList]] = {}
    for place, line in enumerate(lines):
        first = fresh and not place
        _begin(cursor, block_format(fresh=first), char_format(Span("")))
        known = kept.get(line.depth)
        if known is not None and known[0] == line.numbered:
            known[1].add(cursor.block())
        else:
            made = cursor.createList(list_format(line.depth, numbered=line.numbered))
            kept[line.depth] = (line.numbered, made)
        for deeper in [depth for depth in kept if depth > line.depth]:
            del kept[deeper]
        _write(cursor, line.text, 0)


def list_format(depth: int, *, numbered: bool) -> QTextListFormat:
    """Return how the items of a list are marked."""
    made = QTextListFormat()
    dots = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)
    made.setStyle(QTextListFormat.Style.ListDecimal if numbered else dots[min(depth, 1)])
    made.setIndent(depth + 1)
    return made


def listed_in(block: QTextBlock) -> QTextList | None:
    """Return the list that a block is an item of, if it is one."""
    listed: QTextList | None = block.textList()
    return listed


def _begin(cursor: QTextCursor, block: QTextBlockFormat, characters: QTextCharFormat) -> None:
    """Begin a block; the first one of a document, and after a table, is there already."""
    if cursor.block().text() or listed_in(cursor.block()) is not None:
        cursor.insertBlock(block, characters)
        listed = listed_in(cursor.block())
        if listed is not None:
            listed.remove(cursor.block())
            cursor.setBlockFormat(block)
    else:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(characters)


def _write(cursor: QTextCursor, text: str, level: int, *, strong: bool = False) -> None:
    for span in spans(text):
        if span.note:
            insert_note(cursor, span.note)
        else:
            cursor.insertText(
                span.text, char_format(span._replace(bold=span.bold or strong), level)
            )


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the words of a block, parted where they are set in another way."""
    walk = block.begin()
    while not walk.atEnd():
        yield walk.fragment()
        walk += 1
