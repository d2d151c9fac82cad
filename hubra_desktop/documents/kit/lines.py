"""Words into lines: division and the breaking of a paragraph.

A paragraph is set ragged right. A word is divided only when leaving it whole would
leave much of the line empty, so that most lines end with a whole word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from hubra_desktop.documents.kit.fonts import advance, styled
from hubra_desktop.documents.kit.hyphens import SOFT, divisions
from hubra_desktop.documents.kit.shaping import cut
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.documents.kit.words import Run, Word, join

RAGGED: Final = 0.16
"""The share of a line that may stay empty before its next word is divided."""

_WIDOW: Final = 0.12
"""A last line narrower than this share of the measure is that of one short word."""
_SPARED: Final = 0.3
"""The share of its width that the line above may be shortened by for it."""
_EVENED: Final = 2
"""Two lines are as even as they can be when the longer one is as short as it can be."""
_FRONT: Final = 256
"""Characters of a word that are looked at for one line, at least: more than words have."""

End = Literal["space", "soft", "none"]


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set line: runs as they are read with their left edges, its width, how it ends."""

    runs: tuple[tuple[float, Run], ...]
    width: float
    end: End


def break_lines(words: Sequence[Word], width: float, hyphens: bool) -> list[SetLine]:
    """Fill lines of ``width`` points with ``words``; no word is lost, however long."""
    lines: list[SetLine] = []
    queue = list(reversed(words))
    row: list[Word] = []
    used, most = 0.0, width + 0.01
    while queue:
        word, rest = _front(queue.pop(), width)
        wide = word.width
        if wide > width and word.bound:
            queue += reversed(_unbound(_rejoined(word, rest)))
            continue
        gap = _space(row[-1]) if row else 0.0
        if used + gap + wide <= most or not word.runs:
            row.append(word)
            used += gap + wide
            if word.ends:
                lines.append(_line(row, "space"))
                row, used = [], 0.0
            continue
        head, tail, end = _divide(word, width - used - gap, width, hyphens, bool(row))
        if head:
            row.append(head)
        lines.append(_line(row, end))
        queue.append(_rejoined(tail, rest))
        row, used = [], 0.0
    if row or not lines:
        lines.append(_line(row, "none"))
    return lines


def _front(word: Word, width: float) -> tuple[Word, list[Run]]:
    """Part a word that goes on over several lines: what one line is cut from, and the rest.

    Were all of it measured and hyphenated for every line, time would grow with the square
    of its length. What is cut from is twice as wide as the line, so that the marks and
    letters around every place where it may be cut are there.
    """
    runs = word.runs
    if len(runs) == 1 and not runs[0].shaped and len(runs[0].text) <= _FRONT:
        return word, []
    if sum(len(run.text) or _FRONT * bool(run.shaped) for run in runs) <= _FRONT:
        return word, []
    front, count, wide = Word(ends=word.ends), 0, 0.0
    for place, run in enumerate(word.runs):
        for start in range(0, len(run.text), _FRONT):
            if count >= _FRONT and wide > 2 * width:
                begun = [run.with_text(run.text[:start])] if start else []
                front.runs += begun
                return front, [run.with_text(run.text[start:]), *word.runs[place + 1 :]]
            part = run.with_text(run.text[start : start + _FRONT])
            count, wide = count + len(part.text), wide + part.width
        front.runs.append(run)
        if run.shaped:
            wide += run.width
    return word, []


def _rejoined(word: Word, rest: Sequence[Run]) -> Word:
    """Return a word with the rest of it that ``_front`` put aside."""
    if not rest:
        return word
    runs = list(word.runs)
    join(runs, rest[0])
    return Word([*runs, *rest[1:]], word.ends)


def _unbound(word: Word) -> list[Word]:
    """Part what is wider than a line at its bound spaces."""
    parts = [Word()]
    for run in word.runs:
        for place, text in enumerate(run.text.split(" ")):
            if place:
                parts.append(Word())
            if text:
                parts[-1].runs.append(run.with_text(text))
    parts[-1].ends = word.ends
    return [part for part in parts if part.runs or part.ends]


def without_widow(words: Sequence[Word], width: float, hyphens: bool) -> list[SetLine]:
    """Break ``words`` so that no short word stands alone on the last line.

    It takes the word before it along, where the line above can spare that.
    """
    lines = break_lines(words, width, hyphens)
    if len(lines) < 2 or lines[-1].width > _WIDOW * width or len(words) < 3:
        return lines
    last, before = words[-1], words[-2]
    if before.ends or not last.runs or not before.runs or last.runs[0].shaped:
        return lines
    if before.runs[-1].shaped or before.width > _SPARED * width:
        return lines
    space = before.runs[-1].with_text(" ")
    runs = list(before.runs)
    for run in (space, *last.runs):
        join(runs, run)
    tried = break_lines([*words[:-2], Word(runs, last.ends)], width, hyphens)
    return tried if len(tried) == len(lines) else lines


def balanced(words: Sequence[Word], width: float, hyphens: bool) -> list[SetLine]:
    """Break ``words`` into as few lines as ``width`` allows, of about the same length."""
    lines = break_lines(words, width, hyphens)
    whole = all(word.runs and word.width <= width and not word.ends for word in words)
    if len(lines) > _EVENED and whole and len(words) <= _FRONT:
        even = _evened(words, width, len(lines))
        if even:
            return even
    longest = max((word.width for word in words), default=0.0)
    narrow, wide = max(width / len(lines), min(longest, width)), width
    while len(lines) > 1 and wide - narrow > 2:
        middle = (narrow + wide) / 2
        tried = break_lines(words, middle, hyphens)
        if len(tried) == len(lines) and all(line.end != "none" for line in tried[:-1]):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _evened(words: Sequence[Word], width: float, count: int) -> list[SetLine]:
    """Break ``words`` into ``count`` lines with the least empty room, squared and summed.

    That of the last counts half: a short line looks better there than between two long ones.
    None are returned where it takes a divided word.
    """
    edges = [0.0]
    for place, word in enumerate(words):
        edges.append(edges[-1] + (_space(words[place - 1]) if place else 0.0) + word.width)
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for line in range(count):
        share = 0.5 if line == count - 1 else 1.0
        found: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, starts) in best.items():
            begun = edges[start] + (_space(words[start - 1]) if start else 0.0)
            for end in range(start + 1, len(words) + 1):
                room = width + 0.01 - (edges[end] - begun)
                if room < 0:
                    break
                total = cost + share * room**2
                if end not in found or total < found[end][0]:
                    found[end] = (total, [*starts, start])
        best = found
    if len(words) not in best:
        return []
    starts = [*best[len(words)][1], len(words)]
    rows = [words[start:end] for start, end in pairwise(starts)]
    return [_line(row, "space" if row is not rows[-1] else "none") for row in rows]


def _space(word: Word) -> float:
    if not word.runs:
        return 0.0
    _, font, size, _, _, tracking, shaped, *_ = word.runs[-1]
    return 0.28 * size if shaped else advance(" ", font) * size + tracking


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
        if run.shaped or used[place] > room or (_telephone(run) and not desperate):
            continue
        long = len(run.text) >= _FRONT and SOFT not in run.text
        most = _fitting(run, room - used[place]) if long else len(run.text)
        for head, tail, soft in divisions(
            run.text, hyphens and not word.bound, desperate, _in_address(run)
        ):
            shown = head + SOFT if soft else head
            if len(head) <= most and used[place] + run.with_text(shown).width <= room:
                left = Word([*word.runs[:place], run.with_text(head)])
                right = Word([run.with_text(tail), *word.runs[place + 1 :]], word.ends)
                return left, right, "soft" if soft else "none"
    return None


def _in_address(run: Run) -> bool:
    element = run.element
    return element.tag == "Link" and any(piece.href for piece in element.pieces)


def _telephone(run: Run) -> bool:
    """Tell whether a run is a number to call, which is read and typed in one go."""
    return run.element.tag == "Link" and any(
        piece.href.startswith("tel:") for piece in run.element.pieces
    )


def _anywhere(word: Word, room: float) -> tuple[Word, Word, End]:
    """Cut a word that is wider than the line where the line ends; at least one character stays."""
    head = Word()
    for place, run in enumerate(word.runs):
        if head.width + run.width <= room and place < len(word.runs) - 1:
            head.runs.append(run)
            continue
        if run.shaped:
            left = room - head.width
            first, rest = _cut_name(run, left)
            if head.runs and sum(part.width for part in first) > left:
                return head, Word(word.runs[place:], word.ends), "none"
            tail = Word([*rest, *word.runs[place + 1 :]], word.ends)
            return Word([*head.runs, *first]), tail, "none"
        count = _fitting(run, room - head.width)
        if count == 0 and head.runs:
            return head, Word(word.runs[place:], word.ends), "none"
        count = max(1, count)
        head.runs.append(run.with_text(run.text[:count]))
        rest = [run.with_text(run.text[count:])] if run.text[count:] else []
        return head, Word([*rest, *word.runs[place + 1 :]], word.ends), "none"
    return head, Word(ends=word.ends), "none"


def _cut_name(run: Run, room: float) -> tuple[list[Run], list[Run]]:
    """Cut a shaped run that is wider than ``room``, at a space (which ends the line) if it can."""
    assert run.shaped is not None
    space = Run(" ", styled(), run.size, run.colour, run.element)
    first, rest = (
        [run._replace(font=part.font, shaped=part) for part in parts]
        for parts in cut(run.shaped, (room - space.width) / run.size)
    )
    letters = sum(len(part.shaped.text) for part in (*first, *rest) if part.shaped)
    return [*first, space] if letters < len(run.shaped.text) else first, rest


def _fitting(run: Run, room: float) -> int:
    used = 0.0
    pairs = run.pairs or [0] * len(run.text)
    for count, (mark, pair) in enumerate(zip(run.drawn, pairs, strict=True)):
        used += advance(mark, run.font) * run.size + run.tracking
        if used > room:
            return count
        used += pair * run.size / 1000
    return len(run.text)


def _line(row: Sequence[Word], end: End) -> SetLine:
    """Join the words of a line, merging what is drawn alike; spaces belong to what they follow."""
    stretches: list[tuple[Run, list[str]]] = []
    last: Run | None = None
    parts: list[str] = []
    for word in row:
        if last and last.shaped:
            last, parts = space_after(last), [" "]
            stretches.append((last, parts))
        elif last:
            parts.append(" ")
        for run in word.runs:
            if last and last.joins(run):
                parts.append(run.text)
            else:
                last, parts = run, [run.text]
                stretches.append((last, parts))
    return _placed([_whole(first, parts) for first, parts in stretches], end)


def _whole(first: Run, parts: list[str]) -> Run:
    return first if first.shaped else first.with_text("".join(parts).replace(SOFT, ""))


def space_after(name: Run) -> Run:
    """Return the space that parts a shaped ``name`` from what is read next."""
    return Run(" ", styled(), name.size, name.colour, name.element.parent or name.element)


def _shaped_element(run: Run) -> Element | None:
    return run.element if run.shaped else None


def _placed(runs: Sequence[Run], end: End) -> SetLine:
    """Place the runs, in the order they are read; a name in several faces begins at its right."""
    placed: list[tuple[float, Run]] = []
    x = 0.0
    if len(runs) == 1:
        placed.append((x, runs[0]))
        x = runs[0].width
    else:
        for name, group in groupby(runs, key=_shaped_element):
            together = list(group)
            for run in reversed(together) if name else together:
                placed.append((x, run))
                x += run.width
            if name:
                placed[-len(together) :] = reversed(placed[-len(together) :])
    if end == "soft":
        x += placed[-1][1].with_text(SOFT).width
    return SetLine(tuple(placed), x, end)
