"""Structured running text (see ``model.structured``) as blocks of a document."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.compose import (
    Headings,
    Level,
    NestedItem,
    listing,
    note_blocks,
    note_element,
    quote,
)
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.links import link_addresses, linked
from hubra_desktop.documents.kit.photo import photo
from hubra_desktop.documents.kit.pictures import can_be_shown
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.structured import Span, TextBlock, parts, seen_words, spans

_FIGURE: Final = re.compile(
    r"[-−+]?\d[\d \u00a0\u202f]*(?:[.,:]\d+)?[ \u00a0]?(?:%|kr|st|h|tkr)?|–"
)
_WIDEST: Final = 40
"""A column of words counts as so many letters wide at most when columns share the page."""


@dataclass
class Apparatus:
    """What the texts of one paper refer to: its pictures by their marks, and its footnotes.

    The notes are numbered through the paper; those of a text are printed below it.
    """

    pictures: Mapping[str, bytes] = field(default_factory=dict)
    count: int = 0
    waiting: list[Element] = field(default_factory=list)

    def mark(self, note: str) -> Piece:
        """Count a footnote and return the piece that refers to it."""
        self.count += 1
        made = note_element(str(self.count), inline_pieces(note))
        self.waiting.append(made)
        return Piece(str(self.count), note=made)

    def printed(self, parent: Element, look: Look) -> list[Block]:
        """Add the notes that have not been printed."""
        notes, self.waiting = self.waiting, []
        blocks = note_blocks(parent, notes, look)
        if blocks:
            blocks[-1].after = look.body
        return blocks


def inline_pieces(text: str, apparatus: Apparatus | None = None) -> tuple[Piece, ...]:
    """Cut a line into pieces: bold, italic, links, footnotes, and what is plain.

    Words that are linked to a fact are printed as words. Where there is no ``apparatus``, a
    footnote stands in the text.
    """
    made = (piece for span in spans(text) for piece in _pieces(span, apparatus))
    return tuple(made) or (Piece(""),)


def _pieces(span: Span, apparatus: Apparatus | None) -> tuple[Piece, ...]:
    if span.note:
        if apparatus is None:
            return (Piece(" ("), *inline_pieces(span.note), Piece(")"))
        return (apparatus.mark(span.note),)
    if span.address:
        cut: tuple[Piece, ...] = (linked(span.text, span.address),)
    elif span.fact:
        cut = (Piece(span.text),)
    else:
        cut = link_addresses(span.text)
    if not (span.bold or span.italic):
        return cut
    return tuple(replace(piece, bold=span.bold, italic=span.italic) for piece in cut)


def rich(
    parent: Element, text: str, look: Look, headings: Headings, measure: float,
    below: Level = 1, apparatus: Apparatus | None = None, source: str = "",
) -> list[Block]:  # fmt: skip
    """Add structured text; its headings stand one and two levels under ``below``.

    A heading deeper than the third level is set as the third, and one that would skip
    a level as the next. Its footnotes follow it. ``source`` is the id of what is written.
    """
    known = apparatus or Apparatus()
    setter = _Setter(parent, look, headings, measure, below, known)
    blocks: list[Block] = []
    for place, part in enumerate(parts(clean(text))):
        first = len(parent.kids)
        blocks += setter.blocks(part)
        for made in parent.kids[first:]:
            made.source = (source, place) if source else None
    return [*blocks, *known.printed(parent, look)]


@dataclass(frozen=True)
class _Setter:
    """Sets one text out, block by block."""

    parent: Element
    look: Look
    headings: Headings
    measure: float
    below: Level
    apparatus: Apparatus

    def blocks(self, part: TextBlock) -> list[Block]:
        if part.kind == "heading":
            level = self.headings.nearest(self.below + part.level)
            title, notes = _parted(self._line(part.lines[0].text))
            made = self.headings.add(level, [Piece(title), *notes] if notes else title)
            made.element.name = title if notes else ""
            return [made]
        if part.kind == "paragraph":
            return [paragraph(self.parent.add("P"), self._joined(part), self.look.text)]
        if part.kind == "quote":
            return [quote(self.parent, [self._joined(part)], self.look)]
        if part.kind == "picture":
            return [self._picture(part)]
        if part.kind == "table":
            return self._table(part)
        return [listing(self.parent, self._entries(part), self.look, part.lines[0].numbered)]

    def _line(self, text: str) -> tuple[Piece, ...]:
        return inline_pieces(text, self.apparatus)

    def _joined(self, part: TextBlock) -> list[Piece]:
        """Join lines that the writer broke; each break is kept."""
        pieces: list[Piece] = []
        for place, line in enumerate(part.lines):
            cut = self._line(line.text)
            pieces += [Piece("\n"), *cut] if place else cut
        return pieces

    def _entries(self, part: TextBlock) -> list[NestedItem]:
        entries: list[NestedItem] = []
        for line in part.lines:
            entry = NestedItem(self._line(line.text))
            if line.depth and entries:
                above = entries[-1]
                numbered = above.numbered if above.below else line.numbered
                entries[-1] = replace(above, below=(*above.below, entry), numbered=numbered)
            else:
                entries.append(entry)
        return entries

    def _picture(self, part: TextBlock) -> Block:
        """Add a picture; of one that the paper lacks, what it shows is told."""
        shows = seen_words(part.lines[0].text)
        content = self.apparatus.pictures.get(part.picture)
        if content and can_be_shown(content):
            return photo(self.parent, content, shows, self.look)
        told = Piece(f"[Bild: {shows or 'saknas'}]", italic=True)
        return paragraph(self.parent.add("P"), (told,), self.look.text)

    def _table(self, part: TextBlock) -> list[Block]:
        head, *rows = part.rows
        columns: dict[str, float] = {}
        for place, cell in enumerate(head):
            share = _share([row[place].text for row in rows], place)
            columns[_unlike(seen_words(cell.text), columns)] = share
        lines = [FigureLine([self._line(cell.text) for cell in row]) for row in rows]
        return figure_table(self.parent, columns, [FigureGroup("", lines)], self.look, self.measure)


def _parted(pieces: Sequence[Piece]) -> tuple[str, tuple[Piece, ...]]:
    """Part the words of a heading, which is bold as it is, from its footnotes."""
    words = "".join(piece.text for piece in pieces if piece.note is None)
    return words, tuple(piece for piece in pieces if piece.note is not None)


def _unlike(name: str, known: Mapping[str, float]) -> str:
    """Return a column's name, with spaces that are not seen where another is called the same."""
    while name in known or not name:
        name += " "
    return name


def _share(cells: Sequence[str], place: int) -> float:
    """Return what a column takes of the page for its words: nothing when it holds figures."""
    filled = [words for cell in cells if (words := seen_words(cell).strip())]
    if place and filled and all(map(_FIGURE.fullmatch, filled)):
        return 0.0
    return float(min(max([6, *map(len, filled)]), _WIDEST))
