"""What sort of block stands where in an editor's document, and making it another."""

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextListFormat

from hubra_desktop.model.structured import FACT, Span
from hubra_desktop.ui.pages.reports.rich_document import (
    QUOTE,
    block_format,
    blocks_of,
    char_format,
    fragments_of,
    list_format,
    listed_in,
)


def shape_of(block: QTextBlock) -> str:
    """Return text, heading, subheading, dots, numbers or quote."""
    listed = listed_in(block)
    if listed is not None:
        numbered = listed.format().style() is QTextListFormat.Style.ListDecimal
        return "numbers" if numbered else "dots"
    level = block.blockFormat().headingLevel()
    if level:
        return "heading" if level == 1 else "subheading"
    return "quote" if block.blockFormat().hasProperty(QUOTE) else "text"


def give_shape(cursor: QTextCursor, shape: str) -> None:
    """Give one block another sort; bold goes with a heading."""
    block = cursor.block()
    listed = listed_in(block)
    if listed is not None:
        listed.remove(block)
    level = {"heading": 1, "subheading": 2}.get(shape, 0)
    was = block.blockFormat().headingLevel()
    cursor.setBlockFormat(block_format(level, quote=shape == "quote"))
    if level != was:
        made = char_format(Span(""), level)
        cursor.setBlockCharFormat(made)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(made)
        cursor.setPosition(block.position())
    if shape in ("dots", "numbers"):
        before = listed_in(block.previous()) if block.previous().isValid() else None
        wanted = list_format(0, numbered=shape == "numbers")
        if before is not None and before.format().style() is wanted.style():
            before.add(block)
        else:
            cursor.createList(wanted)


def in_table(block: QTextBlock) -> bool:
    """Tell whether a block stands in a cell, where there is one sort of block alone."""
    return QTextCursor(block).currentTable() is not None


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks that the cursor stands in or has chosen."""
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    found: list[QTextBlock] = []
    while block.isValid() and (block.position() < end or not found):
        found.append(block)
        block = block.next()
    return found


def facts_in(document: QTextDocument) -> list[tuple[QTextCursor, str]]:
    """Return where words are tied to facts, each with the fact's key."""
    found: list[tuple[QTextCursor, str]] = []
    for fragment in (each for block in blocks_of(document) for each in fragments_of(block)):
        target = fragment.charFormat().anchorHref()
        if target.startswith(FACT):
            cursor = QTextCursor(document)
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            found.append((cursor, target.removeprefix(FACT)))
    return found


def fact_at(cursor: QTextCursor) -> str:
    """Return the key of the fact that the cursor's words are tied to, "" for none."""
    target = cursor.charFormat().anchorHref()
    return target.removeprefix(FACT) if target.startswith(FACT) else ""
