"""Running text with a little structure, as it is typed: headings, lists, quotes, emphasis.

The marks are those that people write in plain text anyway: ``# Rubrik``, ``- punkt``,
``1. punkt``, ``> citat``, ``**fet**``, ``*kursiv*``, ``[ord](https://…)``. Two spaces
before a list mark put the item below the one above. A backslash makes the next mark an
ordinary character. What is not such a mark is printed as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.compose import Entry, Headings, Level, listing, quote
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Element, Piece

_LINE: Final = re.compile(
    r"(?P<heading>#{1,2})[ \t]+(?P<title>.+)"
    r"|(?P<indent>\s*)(?:[-•]|(?P<number>\d{1,3}[.)]))[ \t]+(?P<item>.+)"
    r"|>[ \t]*(?P<quote>\S.*)"
)
_MARK: Final = re.compile(
    r"\\(?P<plain>[\\*\[\]#>-])"
    r"|\*\*(?=[^\s*])(?P<bold>(?:\\.|[^\\])+?)(?<=\S)\*\*(?!\*)"
    r"|\*(?=[^\s*])(?P<italic>(?:\\.|[^\\*])+?)(?<=\S)\*"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<address>(?:https?://|mailto:|www\.)[^\s()]+)\)",
    re.IGNORECASE,
)

Kind = Literal["heading", "paragraph", "list", "quote"]


class Line(NamedTuple):
    """A line of text; an item of a list with how deep it stands (0 or 1) and its mark."""

    text: str
    depth: int = 0
    numbered: bool = False


@dataclass(slots=True)
class Part:
    """A block of the text: a heading with its level from 1, or the lines of something else."""

    kind: Kind
    lines: list[Line]
    level: int = 1


def parts(text: str) -> list[Part]:
    """Cut ``text`` into headings, paragraphs, lists and quotes; nothing typed is lost."""
    found: list[Part] = []
    fresh = True
    for typed in clean(text).split("\n"):
        if not typed.strip():
            fresh = True
            continue
        part = _part(typed)
        if found and not fresh and _continues(found[-1], part):
            found[-1].lines += part.lines
        else:
            found.append(part)
        fresh = False
    return found


def _part(typed: str) -> Part:
    match = _LINE.fullmatch(typed.rstrip())
    if match is None:
        return Part("paragraph", [Line(typed.strip())])
    if match["heading"]:
        return Part("heading", [Line(match["title"].strip())], len(match["heading"]))
    if match["quote"]:
        return Part("quote", [Line(match["quote"].strip())])
    depth = 1 if len(match["indent"].expandtabs(2)) >= 2 else 0
    return Part("list", [Line(match["item"].strip(), depth, bool(match["number"]))])


def _continues(last: Part, part: Part) -> bool:
    if part.kind != last.kind or part.kind == "heading":
        return False
    line = part.lines[0]
    return part.kind != "list" or line.depth > 0 or line.numbered == last.lines[0].numbered


def emphasised(text: str) -> tuple[Piece, ...]:
    """Cut a line into pieces: bold, italic, links, and what is plain."""
    return tuple(piece for piece in _pieces(text) if piece.text) or (Piece(""),)


def _pieces(text: str) -> Iterator[Piece]:
    plain = ""
    done = 0
    for match in _MARK.finditer(text):
        plain += text[done : match.start()]
        done = match.end()
        if match["plain"]:
            plain += match["plain"]
            continue
        yield from linked(plain) if plain else ()
        plain = ""
        if match["words"]:
            yield Piece(match["words"], href=match["address"])
        elif match["bold"]:
            yield from (replace(piece, bold=True) for piece in _pieces(match["bold"]))
        else:
            yield from (replace(piece, italic=True) for piece in _pieces(match["italic"]))
    plain += text[done:]
    yield from linked(plain) if plain else ()


def rich(
    parent: Element, text: str, look: Look, headings: Headings, below: Level = 1
) -> list[Block]:
    """Add structured text; its headings stand one and two levels under ``below``.

    A heading deeper than the third level is set as the third, and one that would skip
    a level as the next.
    """
    blocks: list[Block] = []
    for part in parts(text):
        lines = [emphasised(line.text) for line in part.lines]
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


def _entries(part: Part) -> list[Entry]:
    entries: list[Entry] = []
    for line in part.lines:
        entry = Entry(emphasised(line.text))
        if line.depth and entries:
            above = entries[-1]
            numbered = above.numbered if above.below else line.numbered
            entries[-1] = replace(above, below=(*above.below, entry), numbered=numbered)
        else:
            entries.append(entry)
    return entries
