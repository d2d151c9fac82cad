"""Text into lines: faces, words, division and the breaking of a paragraph.

A paragraph is set ragged right. A word is divided only when leaving it whole would
leave much of the line empty, so that most lines end with a whole word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.fonts import Face, advance, split_by_face, styled
from hubra_desktop.documents.kit.hyphens import SOFT, divisions
from hubra_desktop.documents.kit.kerning import adjustments, kerned
from hubra_desktop.documents.kit.shaping import Shaped, directions, language, shape
from hubra_desktop.documents.kit.style import QUIET, TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece

RAGGED: Final = 0.16
"""The share of a line that may stay empty before its next word is divided."""

End = Literal["space", "soft", "none"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one face, size, ink and element; ``shaped`` runs are drawn glyph by glyph."""

    text: str
    font: Face
    size: float
    colour: str
    element: Element
    tracking: float = 0.0
    shaped: Shaped | None = None
    kerned: bool = False

    @property
    def width(self) -> float:
        """The advance in points."""
        if self.shaped:
            return self.shaped.width * self.size
        natural = advance(self.text, self.font)
        if self.kerned:
            natural += kerned(self.text, self.font)
        return natural * self.size + self.tracking * len(self.text)

    @property
    def pairs(self) -> list[int]:
        """What kerning adds after each character, in thousandths of the size; [] for nothing."""
        return adjustments(self.text, self.font) if self.kerned else []

    def with_text(self, text: str) -> "Run":
        """Return this run with another text."""
        return Run(
            text, self.font, self.size, self.colour, self.element, self.tracking, self.shaped,
            self.kerned,
        )  # fmt: skip

    def joins(self, other: "Run") -> bool:
        """Say whether ``other`` can be drawn in one go with this."""
        return (
            self.element is other.element
            and self.font is other.font
            and self.colour == other.colour
            and self.size == other.size
            and not (self.shaped or other.shaped)
        )


@dataclass(slots=True)
class Word:
    """Runs without a space between; ``ends`` tells a forced line end after it."""

    runs: list[Run] = field(default_factory=list)
    ends: bool = False

    @property
    def width(self) -> float:
        """The advance in points."""
        return sum(run.width for run in self.runs)


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: runs with their left edges, its natural width and how it ends."""

    runs: tuple[tuple[float, Run], ...]
    width: float
    end: End


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
    for row, paragraph in enumerate(run.text.split("\n")):
        if row:
            words[-1].ends = True
            words.append(Word())
        for place, part in enumerate(paragraph.split(" ")):
            if place and words[-1].runs:
                words.append(Word())
            if part:
                _join(words[-1].runs, run.with_text(part))


def _join(runs: list[Run], run: Run) -> None:
    """Add ``run`` to those of a word or line, to the last of them where that is drawn alike."""
    if runs and runs[-1].joins(run):
        runs[-1] = runs[-1].with_text(runs[-1].text + run.text)
    else:
        runs.append(run)


def _runs(piece: Piece, block: Element, style: TextStyle) -> Iterator[Run]:
    element = _inline(piece, block)
    colour = QUIET if piece.quiet else style.colour
    first = styled(style.bold or piece.bold, style.italic or piece.italic)
    for backwards, text in directions(clean(piece.text)):
        if backwards:
            yield from _backwards(text, element, first, style.size, colour)
            continue
        for font, part in split_by_face_and_lines(text, first):
            yield Run(part, font, style.size, colour, element, style.tracking, kerned=style.kerning)


def split_by_face_and_lines(text: str, first: Face) -> Iterator[tuple[Face, str]]:
    """Cut ``text`` by face; line breaks and soft hyphens need no glyph."""
    for row, paragraph in enumerate(text.split("\n")):
        if row:
            yield first, "\n"
        if paragraph:
            yield from split_by_face(paragraph, first)


def _backwards(text: str, block: Element, first: Face, size: float, colour: str) -> Iterator[Run]:
    span = block.add("Span")
    span.actual, span.lang = text, language(text)
    for shaped in shape(text.replace(" ", "\u00a0"), first):
        drawn = "".join(glyph.mark for glyph in shaped.glyphs)
        yield Run(drawn, shaped.font, size, colour, span, shaped=shaped)


def _inline(piece: Piece, block: Element) -> Element:
    """Make the inline element that a piece stands in; plain text stands in its block."""
    if piece.note is not None:
        link = block.add("Reference").add("Link")
        link.alt = f"Fotnot: {piece.note.kids[-1].text}"
    elif piece.href:
        link = block.add("Link")
        link.alt = f"Länk till {piece.href}"
    elif piece.lang:
        span = block.add("Span")
        span.lang = piece.lang
        return span
    else:
        return block
    link.pieces = (piece,)
    return link


def break_lines(words: Sequence[Word], width: float, hyphens: bool) -> list[Line]:
    """Fill lines of ``width`` points with ``words``; no word is lost, however long."""
    lines: list[Line] = []
    queue = list(reversed(words))
    row: list[Word] = []
    used = 0.0
    while queue:
        word = queue.pop()
        gap = _space(row[-1]) if row else 0.0
        if used + gap + word.width <= width + 0.01 or not word.runs:
            row.append(word)
            used += gap + word.width
            if word.ends:
                lines.append(_line(row, "space"))
                row, used = [], 0.0
            continue
        head, tail, end = _divide(word, width - used - gap, width, hyphens, bool(row))
        if head:
            row.append(head)
        lines.append(_line(row, end))
        queue.append(tail)
        row, used = [], 0.0
    if row or not lines:
        lines.append(_line(row, "none"))
    return lines


def balanced(words: Sequence[Word], width: float, hyphens: bool) -> list[Line]:
    """Break ``words`` into as few lines as ``width`` allows, of about the same length."""
    lines = break_lines(words, width, hyphens)
    narrow, wide = width / len(lines), width
    while len(lines) > 1 and wide - narrow > 2:
        middle = (narrow + wide) / 2
        tried = break_lines(words, middle, hyphens)
        if len(tried) == len(lines) and all(line.end != "none" for line in tried[:-1]):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _space(word: Word) -> float:
    last = word.runs[-1] if word.runs else None
    if last is None:
        return 0.0
    if last.shaped:
        return 0.28 * last.size
    return advance(" ", last.font) * last.size + last.tracking


def _divide(
    word: Word, room: float, width: float, hyphens: bool, begun: bool
) -> tuple[Word | None, Word, End]:
    """Cut ``word`` to fit ``room``: the head for this line, the rest, how the line ends."""
    whole_line = word.width > width
    if begun and not whole_line and room < RAGGED * width:
        return None, word, "space"
    found = _at_division(word, room, hyphens, desperate=whole_line and not begun)
    if found:
        return found
    if begun:
        return None, word, "space"
    return _anywhere(word, room)


def _at_division(
    word: Word, room: float, hyphens: bool, desperate: bool
) -> tuple[Word, Word, End] | None:
    used = [0.0]
    for run in word.runs:
        used.append(used[-1] + run.width)
    for place in range(len(word.runs) - 1, -1, -1):
        run = word.runs[place]
        if run.shaped or used[place] > room:
            continue
        for head, tail, soft in divisions(run.text, hyphens, desperate):
            shown = head + SOFT if soft else head
            if used[place] + run.with_text(shown).width <= room:
                left = Word([*word.runs[:place], run.with_text(head)])
                right = Word([run.with_text(tail), *word.runs[place + 1 :]], word.ends)
                return left, right, "soft" if soft else "none"
    return None


def _anywhere(word: Word, room: float) -> tuple[Word, Word, End]:
    """Cut a word that is wider than the line where the line ends; at least one character stays."""
    head = Word()
    for place, run in enumerate(word.runs):
        if head.width + run.width <= room and place < len(word.runs) - 1:
            head.runs.append(run)
            continue
        if run.shaped:
            keep = [*head.runs] if head.runs else [run]
            return Word(keep), Word(word.runs[len(keep) :], word.ends), "none"
        count = _fitting(run, room - head.width)
        if count == 0 and head.runs:
            return head, Word(word.runs[place:], word.ends), "none"
        count = max(1, count)
        head.runs.append(run.with_text(run.text[:count]))
        rest = [run.with_text(run.text[count:])] if run.text[count:] else []
        return head, Word([*rest, *word.runs[place + 1 :]], word.ends), "none"
    return head, Word(ends=word.ends), "none"


def _fitting(run: Run, room: float) -> int:
    used = 0.0
    pairs = run.pairs or [0] * len(run.text)
    for count, (mark, pair) in enumerate(zip(run.text, pairs, strict=True)):
        used += advance(mark, run.font) * run.size + run.tracking
        if used > room:
            return count
        used += pair * run.size / 1000
    return len(run.text)


def _line(row: Sequence[Word], end: End) -> Line:
    """Join the words of a line, merging what is drawn alike; spaces belong to what they follow."""
    runs: list[Run] = []
    for place, word in enumerate(row):
        for run in word.runs:
            _join(runs, run if run.shaped else run.with_text(run.text.replace(SOFT, "")))
        if place < len(row) - 1 and runs:
            runs = _spaced(runs)
    return _placed(runs, end)


def _spaced(runs: list[Run]) -> list[Run]:
    last = runs[-1]
    if not last.shaped:
        return [*runs[:-1], last.with_text(last.text + " ")]
    block = last.element.parent or last.element
    return [*runs, Run(" ", styled(), last.size, last.colour, block)]


def _placed(runs: Sequence[Run], end: End) -> Line:
    placed: list[tuple[float, Run]] = []
    x = 0.0
    for run in runs:
        placed.append((x, run))
        x += run.width
    return Line(tuple(placed), x, end)
