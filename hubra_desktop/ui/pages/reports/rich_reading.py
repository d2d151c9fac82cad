"""An editor's document as structured text: what is typed is what is stored."""

from collections import deque
from collections.abc import Iterator
from itertools import count

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from hubra_desktop.model.structured import FACT, Span, marked, picture_line, plain_line, rows_of
from hubra_desktop.model.text_tables import table_text
from hubra_desktop.ui.pages.reports.rich_document import (
    FRESH,
    LINE_BREAK,
    QUOTE,
    fragments_of,
    listed_in,
)
from hubra_desktop.ui.pages.reports.rich_objects import OBJECT, note_of, picture_of

_Numbers = dict[int, Iterator[int]]


def structured(document: QTextDocument) -> str:
    """Return what the document holds as structured text."""
    reading = _Reading()
    deque(_read(document, reading), maxlen=0)
    return "\n\n".join(each.strip("\n") for each in reading.written)


def _read(document: QTextDocument, reading: "_Reading") -> Iterator[tuple[int, int]]:
    """Read a document; yield where each block or table begins and ends when it has been read."""
    block = document.begin()
    while block.isValid():
        table: QTextTable | None = QTextCursor(block).currentTable()
        if table is not None:
            reading.table(table)
            yield table.firstPosition(), table.lastPosition()
            block = table.lastCursorPosition().block().next()
        else:
            reading.block(block)
            yield block.position(), block.position() + block.length() - 1
            block = block.next()


def part_at(document: QTextDocument, place: int) -> int:
    """Return the block of the structured text, from 0, that stands at a place of the document."""
    reading = _Reading()
    for _, end in _read(document, reading):
        if place <= end:
            break
    return max(0, len(reading.written) - 1)


def place_of(document: QTextDocument, part: int) -> int:
    """Return where a block of the structured text, from 0, begins in the document."""
    reading = _Reading()
    found = (start for start, _ in _read(document, reading) if len(reading.written) > part)
    return next(found, 0)


class _Reading:
    """Writes a document's blocks and tables one after another."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._numbers: _Numbers = {}
        self._listed = False

    def table(self, table: QTextTable) -> None:
        cells = [
            [_cell(table, row, column) for column in range(table.columns())]
            for row in range(table.rows())
        ]
        self.written.append(table_text(cells))
        self._listed = False

    def block(self, block: QTextBlock) -> None:
        """Write a block; a picture that stands in it becomes a block of its own."""
        item = listed_in(block)
        if item is not None:
            text = _lines(_spans(block))
            if any(line.strip() for line in text):
                self._item(block, item, text)
            self._pictures(block)
            return
        spans: list[Span] = []
        for each in _parts(block):
            if isinstance(each, Span):
                spans.append(each)
                continue
            self._plain(block, _lines(spans))
            spans = []
            self._picture(each)
        self._plain(block, _lines(spans))

    def _pictures(self, block: QTextBlock) -> None:
        for each in _parts(block):
            if isinstance(each, str):
                self._picture(each)

    def _picture(self, line: str) -> None:
        self.written.append(line)
        self._listed = False

    def _item(self, block: QTextBlock, item: QTextList, text: list[str]) -> None:
        if not self._listed or block.blockFormat().hasProperty(FRESH):
            self._numbers = {}
            self.written.append("")
        self._listed = True
        self.written[-1] += _item(item, text, self._numbers)

    def _plain(self, block: QTextBlock, lines: list[str]) -> None:
        self._listed = False
        if not any(line.strip() for line in lines):
            return
        level = block.blockFormat().headingLevel()
        if level:
            self.written.append(f"{'#' * min(level, 2)} {' '.join(lines)}")
        elif block.blockFormat().hasProperty(QUOTE):
            self.written.append("\n".join(f"> {line}" for line in lines if line.strip()))
        else:
            self.written.append("\n".join(plain_line(line) for line in lines if line.strip()))


def _item(listed: QTextList, lines: list[str], numbers: _Numbers) -> str:
    depth = min(max(listed.format().indent() - 1, 0), 1)
    for deeper in [each for each in numbers if each > depth]:
        del numbers[deeper]
    numbered = listed.format().style() is QTextListFormat.Style.ListDecimal
    mark = f"{next(numbers.setdefault(depth, count(1)))}." if numbered else "-"
    return f"\n{'  ' * depth}{mark} {' '.join(line for line in lines if line.strip())}"


def _cell(table: QTextTable, row: int, column: int) -> str:
    """Return a cell's line; blocks that were made in it are joined."""
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    lines = _lines(_spans(block, strong=not row))
    while block != last:
        block = block.next()
        lines += _lines(_spans(block, strong=not row))
    return " ".join(line for line in lines if line)


def _lines(spans: list[Span]) -> list[str]:
    """Return the lines of a block as they are typed."""
    return [marked(line).strip() for line in rows_of(spans, LINE_BREAK)]


def _spans(block: QTextBlock, *, strong: bool = False) -> list[Span]:
    """Return the words and footnotes of a block; what is ``strong`` by itself is not bold."""
    return [each for each in _parts(block, strong=strong) if isinstance(each, Span)]


def _parts(block: QTextBlock, *, strong: bool = False) -> Iterator[Span | str]:
    """Yield the words and footnotes of a block, and the lines of its pictures."""
    heading = strong or bool(block.blockFormat().headingLevel())
    for fragment in fragments_of(block):
        made = fragment.charFormat()
        note, picture = note_of(made), picture_of(made)
        for place, words in enumerate(fragment.text().split(OBJECT)):
            if place and note:
                yield Span("", note=note)
            elif place and picture is not None:
                yield picture_line(*picture)
            if words:
                target = made.anchorHref() if made.isAnchor() else ""
                fact = target.startswith(FACT)
                yield Span(
                    words,
                    bold=not heading and made.fontWeight() >= QFont.Weight.Bold,
                    italic=made.fontItalic(),
                    address="" if fact else target,
                    fact=target.removeprefix(FACT) if fact else "",
                )
