"""Structured running text (see ``model.structured``) as blocks of a document."""

from collections.abc import Sequence
from dataclasses import replace

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.compose import Headings, Level, NestedItem, listing, quote
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.links import link_addresses, linked
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.structured import Span, TextBlock, parts, spans


def inline_pieces(text: str) -> tuple[Piece, ...]:
    """Cut a line into pieces: bold, italic, links, and what is plain.

    Words that are linked to a fact are printed as words.
    """
    return tuple(piece for span in spans(text) for piece in _pieces(span)) or (Piece(""),)


def _pieces(span: Span) -> tuple[Piece, ...]:
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
    parent: Element, text: str, look: Look, headings: Headings, below: Level = 1
) -> list[Block]:
    """Add structured text; its headings stand one and two levels under ``below``.

    A heading deeper than the third level is set as the third, and one that would skip
    a level as the next.
    """
    blocks: list[Block] = []
    for part in parts(clean(text)):
        lines = [inline_pieces(line.text) for line in part.lines]
        if part.kind == "heading":
            title = "".join(piece.text for piece in lines[0])
            blocks.append(headings.add(headings.nearest(below + part.level), title))
        elif part.kind == "paragraph":
            blocks.append(paragraph(parent.add("P"), _joined(lines), look.text))
        elif part.kind == "quote":
            blocks.append(quote(parent, [_joined(lines)], look))
        else:
            blocks.append(listing(parent, _entries(part), look, part.lines[0].numbered))
    return blocks


def _joined(lines: Sequence[Sequence[Piece]]) -> list[Piece]:
    """Join lines that the writer broke; each break is kept."""
    pieces: list[Piece] = []
    for place, line in enumerate(lines):
        pieces += [Piece("\n"), *line] if place else line
    return pieces


def _entries(part: TextBlock) -> list[NestedItem]:
    entries: list[NestedItem] = []
    for line in part.lines:
        entry = NestedItem(inline_pieces(line.text))
        if line.depth and entries:
            above = entries[-1]
            numbered = above.numbered if above.below else line.numbered
            entries[-1] = replace(above, below=(*above.below, entry), numbered=numbered)
        else:
            entries.append(entry)
    return entries
