"""Text into words: the runs of one face that a paragraph's lines are filled with."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.fonts import Face, advance, split_by_face, styled
from hubra_desktop.documents.kit.kerning import adjustments, kerned_advance
from hubra_desktop.documents.kit.no_break import BOUND, mark_bound_spaces
from hubra_desktop.documents.kit.shaping import (
    Shaped,
    directions,
    in_stretches,
    language_of_script,
    shape,
)
from hubra_desktop.documents.kit.style import QUIET, TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.addresses import spoken_link, uri

_RAISED: Final = 0.68
"""The size of a footnote's number in the text, and how far it is raised, in sizes of the text."""
_RISE: Final = 0.33


class Run(NamedTuple):
    """Text in one face, size, ink and element; ``shaped`` runs are drawn glyph by glyph.

    It stands ``rise`` points above the line.

    A tuple, which costs least to make: every word is at least one.
    """

    text: str
    font: Face
    size: float
    colour: str
    element: Element
    tracking: float = 0.0
    shaped: Shaped | None = None
    kerned: bool = False
    capitals: bool = False
    rise: float = 0.0

    @property
    def width(self) -> float:
        """The advance in points."""
        text, font, size, _, _, tracking, shaped, kerning, capitals, _ = self
        if shaped:
            return shaped.width * size
        if capitals:
            text = font.capitals(text)
        natural = kerned_advance(text, font) if kerning else advance(text, font)
        return natural * size + tracking * len(text)

    @property
    def pairs(self) -> tuple[int, ...]:
        """What kerning adds after each character, in thousandths of the size; () for nothing."""
        return adjustments(self.drawn, self.font) if self.kerned else ()

    @property
    def drawn(self) -> str:
        """The marks that are drawn, one for each of ``text``."""
        return self.font.capitals(self.text) if self.capitals else self.text

    def with_text(self, text: str) -> "Run":
        """Return this run with another text."""
        return tuple.__new__(Run, (text, *self[1:]))

    def joins(self, other: "Run") -> bool:
        """Say whether ``other`` can be drawn in one go with this: face, size, ink, element."""
        return self[1:5] == other[1:5] and not (self.shaped or other.shaped)


@dataclass(slots=True)
class Word:
    """Runs that stay on one line when it can hold them; ``ends`` is a forced line end.

    The only spaces in it are bound ones ("45 080 kr").
    """

    runs: list[Run] = field(default_factory=list)
    ends: bool = False

    @property
    def width(self) -> float:
        """The advance in points."""
        runs = self.runs
        if len(runs) == 1:
            return runs[0].width
        wide = 0.0
        for run in runs:
            wide += run.width
        return wide

    @property
    def bound(self) -> bool:
        """Say whether there is a bound space in it."""
        return any(" " in run.text for run in self.runs)


def typeset(element: Element, style: TextStyle) -> list[Word]:
    """Cut the pieces of ``element`` into words, making its inline elements.

    Raises MissingGlyphsError for characters that cannot be printed.
    """
    words = [Word()]
    for piece in element.pieces:
        for run in _runs(piece, element, style):
            _append(words, run)
    return words if words[-1].runs or len(words) == 1 else words[:-1]


def _append(words: list[Word], run: Run) -> None:
    if run.shaped:
        words[-1].runs.append(run)
        return
    word, like = words[-1], run[1:]
    for row, paragraph in enumerate(run.text.split("\n")):
        if row:
            word.ends = True
            words.append(word := Word())
        marked = mark_bound_spaces(paragraph)
        bound = BOUND in marked
        for place, part in enumerate(marked.split(" ")):
            if place and word.runs:
                words.append(word := Word())
            if part:
                text = part.replace(BOUND, " ") if bound else part
                join(word.runs, tuple.__new__(Run, (text, *like)))


def join(runs: list[Run], run: Run) -> None:
    """Add ``run`` to those of a word or line, to the last of them where that is drawn alike."""
    if not runs:
        runs.append(run)
    elif runs[-1].joins(run):
        runs[-1] = runs[-1].with_text(runs[-1].text + run.text)
    else:
        runs.append(run)


def _runs(piece: Piece, block: Element, style: TextStyle) -> Iterator[Run]:
    element = _inline(piece, block)
    colour = QUIET if piece.quiet else style.colour
    first = styled(style.bold or piece.bold, style.italic or piece.italic)
    if piece.note is not None and piece.text.isdigit():
        size, rise = _RAISED * style.size, _RISE * style.size
        yield Run(piece.text, first, size, colour, element, rise=rise)
        return
    for backwards, text in directions(clean(piece.text)):
        if backwards:
            yield from _backwards(text, element, first, style.size, colour)
            continue
        for font, part in split_by_face_and_lines(text, first):
            yield Run(
                part, font, style.size, colour, element, style.tracking, None, style.kerning,
                style.capitals,
            )  # fmt: skip


def split_by_face_and_lines(text: str, first: Face) -> Iterator[tuple[Face, str]]:
    """Cut ``text`` by face; line breaks and soft hyphens need no glyph."""
    for row, paragraph in enumerate(text.split("\n")):
        if row:
            yield first, "\n"
        if paragraph:
            yield from split_by_face(paragraph, first)


def _backwards(text: str, block: Element, first: Face, size: float, colour: str) -> Iterator[Run]:
    span = block.add("Span")
    span.actual, span.lang = text, language_of_script(text)
    for stretch in in_stretches(text):
        for shaped in shape(stretch, first):
            yield Run("", shaped.font, size, colour, span, shaped=shaped)


def _inline(piece: Piece, block: Element) -> Element:
    """Make the inline element that a piece stands in; plain text stands in its block."""
    if piece.note is not None:
        link = block.add("Reference").add("Link")
        link.alt = f"Fotnot: {piece.note.kids[-1].text}"
    elif piece.goto is not None:
        link = block.add("Reference").add("Link")
        link.alt = f"Till {piece.goto.text}"
    elif uri(piece.href):
        link = block.add("Link")
        link.alt = spoken_link(piece.text, piece.href)
    else:
        return block
    link.pieces = (piece,)
    return link
