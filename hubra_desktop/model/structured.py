"""Running text with a little structure, as it is typed: headings, lists, quotes, emphasis.

The marks are those that people write in plain text anyway: ``# Rubrik``, ``- punkt``,
``1. punkt``, ``> citat``, ``**fet**``, ``*kursiv*``, ``[ord](https://…)``. Two spaces
before a list mark put the item below the one above. A backslash makes the next mark an
ordinary character. What is not such a mark stands for itself. ``[sju](fakta:nyckel)``
links words to a fact of the register; a reader sees the words alone. ``^[ord]`` is a
footnote, numbered where it is printed. A line ``![vad bilden visar](bild:…)`` is a picture
known by its hash; without words it is decoration. Rows ``| a | b |`` are a table when
``| --- | --- |`` stands below the first, which heads the columns. Whoever writes such
text gives ``marked`` and ``plain_line`` the words as they are: what looks like a mark in
them is escaped, and ``spans`` reads the same words back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from hubra_desktop.model.text_tables import cells_in, is_ruler

FACT: Final = "fakta:"
PICTURE: Final = "bild:"
_LINE: Final = re.compile(
    r"(?P<heading>#{1,2})[ \t]+(?P<title>.+)"
    r"|(?P<indent>\s*)(?:[-•]|(?P<number>\d{1,3}[.)]))[ \t]+(?P<item>.+)"
    r"|>[ \t]*(?P<quote>\S.*)"
)
_ESCAPED: Final = r"\\(?P<plain>[\\*\[\]#>.)•-])"
_TARGET: Final = r"(?:https?://|mailto:|tel:|www\.|fakta:)[^\s()]+"
_WORDS: Final = r"(?:\\[\\*\[\]]|\\(?![\\*\[\]])|[^\\\[\]])+"
_LINK: Final = rf"\[(?P<words>{_WORDS})\]\((?P<address>{_TARGET})\)"
_NOTE: Final = rf"\^\[(?P<note>(?:\\.|\[{_WORDS}\]\({_TARGET}\)|[^\[\]\\\n])+)\]"
_PICTURE_LINE: Final = re.compile(
    rf"[ \t]*!\[(?P<alt>(?:\\.|[^\\\[\]])*)\]\({PICTURE}(?P<picture>[0-9a-f]{{8,64}})\)[ \t]*"
)
_MARK: Final = re.compile(
    rf"{_ESCAPED}"
    rf"|{_NOTE}"
    r"|\*\*\*(?=[^\s*])(?P<both>(?:\\.|[^\\*])+?)(?<=\S)\*\*\*"
    r"|\*\*(?=[^\s*])(?P<bold>(?:\\.|[^\\])+?)(?<=\S)\*\*(?!\*)"
    r"|\*(?=[^\s*])(?P<italic>(?:\\.|[^\\*])+?)(?<=\S)\*"
    rf"|{_LINK}",
    re.IGNORECASE,
)
_LINKS: Final = re.compile(rf"{_ESCAPED}|{_LINK}", re.IGNORECASE)
_PICTURE_MARK: Final = re.compile(rf"\({PICTURE}[0-9a-f]{{8,64}}\)")
_NOTES: Final = re.compile(rf"{_ESCAPED}|{_NOTE}")
_TO_ESCAPE: Final = re.compile(r"([\\*\[\]])")
_UNESCAPE: Final = re.compile(r"\\([\\*\[\]])")
_ADDRESS: Final = re.compile(_TARGET, re.IGNORECASE)

Kind = Literal["heading", "paragraph", "list", "quote", "picture", "table"]


class Span(NamedTuple):
    """Words of one sort; ``address`` is where a link leads, ``fact`` what the words tell.

    A footnote has no words here: ``note`` is its own line of structured text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""
    fact: str = ""
    note: str = ""


class TextLine(NamedTuple):
    """A line of text; an item of a list with how deep it stands (0 or 1) and its mark."""

    text: str
    depth: int = 0
    numbered: bool = False


@dataclass(slots=True)
class TextBlock:
    """A block of the text: a heading with its level from 1, or the lines of something else.

    The lines of a table are its cells, row by row, ``columns`` to each; the first row heads
    the columns. The one line of a ``picture`` is what it shows, empty when it is decoration.
    """

    kind: Kind
    lines: list[TextLine]
    level: int = 1
    columns: int = 0
    picture: str = ""

    @property
    def rows(self) -> list[list[TextLine]]:
        """The rows of a table, its heading first."""
        starts = range(0, len(self.lines), self.columns) if self.columns else ()
        return [self.lines[start : start + self.columns] for start in starts]


def parts(text: str) -> list[TextBlock]:
    """Cut ``text`` into headings, paragraphs, lists, tables and so on; nothing typed is lost."""
    found: list[TextBlock] = []
    fresh = True
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        typed = lines[place]
        rows = _table_rows(lines, place)
        place += rows or 1
        if not typed.strip():
            fresh = True
            continue
        part = _table(lines[place - rows : place]) if rows else _part(typed)
        if found and not fresh and _continues(found[-1], part):
            found[-1].lines += part.lines
        else:
            found.append(part)
        fresh = False
    return found


def _table_rows(lines: list[str], place: int) -> int:
    """Count the lines of the table that begins at ``place``, its ruler too; 0 for none."""
    cells = cells_in(lines[place])
    if not cells or place + 1 == len(lines) or not is_ruler(lines[place + 1], len(cells)):
        return 0
    end = place + 2
    while end < len(lines) and cells_in(lines[end]):
        end += 1
    return end - place


def _table(lines: list[str]) -> TextBlock:
    rows = [cells_in(line) for place, line in enumerate(lines) if place != 1]
    wide = max(map(len, rows))
    cells = (cell for row in rows for cell in (*row, *[""] * (wide - len(row))))
    return TextBlock("table", [TextLine(cell) for cell in cells], columns=wide)


def _part(typed: str) -> TextBlock:
    picture = _PICTURE_LINE.fullmatch(typed)
    if picture is not None:
        return TextBlock("picture", [TextLine(picture["alt"].strip())], picture=picture["picture"])
    match = _LINE.fullmatch(typed.rstrip())
    if match is None:
        return TextBlock("paragraph", [TextLine(typed.strip())])
    if match["heading"]:
        return TextBlock("heading", [TextLine(match["title"].strip())], len(match["heading"]))
    if match["quote"]:
        return TextBlock("quote", [TextLine(match["quote"].strip())])
    depth = 1 if len(match["indent"].expandtabs(2)) >= 2 else 0
    return TextBlock("list", [TextLine(match["item"].strip(), depth, bool(match["number"]))])


def _continues(last: TextBlock, part: TextBlock) -> bool:
    if part.kind != last.kind or part.kind in ("heading", "picture", "table"):
        return False
    line = part.lines[0]
    return part.kind != "list" or line.depth > 0 or line.numbered == last.lines[0].numbered


def spans(text: str) -> tuple[Span, ...]:
    """Split a line into spans: bold, italic, links, facts, footnotes and plain words."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    plain = ""
    done = 0
    for match in _MARK.finditer(text):
        plain += text[done : match.start()]
        done = match.end()
        if match["plain"]:
            plain += match["plain"]
            continue
        if plain:
            yield Span(plain)
            plain = ""
        yield from _marked_span(match)
    plain += text[done:]
    if plain:
        yield Span(plain)


def _marked_span(match: re.Match[str]) -> Iterator[Span]:
    """Yield what a mark sets apart; a footnote within it is only a footnote."""
    if match["note"]:
        yield Span("", note=match["note"].strip()) if match["note"].strip() else Span(match[0])
    elif match["words"]:
        yield _linked(match["words"], match["address"])
    else:
        bold, italic = not match["italic"], not match["bold"]
        for span in _spans(match["both"] or match["bold"] or match["italic"]):
            made = span._replace(bold=span.bold or bold, italic=span.italic or italic)
            yield span if span.note else made


def _linked(typed: str, address: str) -> Span:
    words = _UNESCAPE.sub(r"\1", typed)
    if address.casefold().startswith(FACT):
        return Span(words, fact=address[len(FACT) :])
    return Span(words, address=address)


def marked(line: Sequence[Span]) -> str:
    """Write spans with their marks; ``spans`` reads them back without loss.

    Where marks would run into each other, emphasis gives way.
    """
    if not any(span.bold or span.italic for span in line):
        return "".join(map(_written, line))
    told = _told(line)
    for given_up in ({}, {"italic": True}, {"italic": True, "bold": True}):
        kept = _without(line, **given_up) if given_up else line
        written = "".join(map(_written, kept))
        if _told(spans(written)) == told:
            return written
    return escaped("".join(span.text for span in line))


def _told(line: Sequence[Span]) -> tuple[str, ...]:
    """Return the words of a line and its footnotes, each at its place."""
    return tuple(
        "".join(f"\0{span.note}\0" if span.note else span.text for span in line).split("\0")
    )


def escaped(words: str) -> str:
    """Escape the marks in the words of a line."""
    return _TO_ESCAPE.sub(r"\\\1", words)


def verbatim(text: str) -> str:
    """Escape the marks in a text of any number of lines."""
    return "\n".join(plain_line(escaped(line)) for line in text.strip().split("\n"))


def seen_words(line: str) -> str:
    """Return the words of a line, without marks and footnotes."""
    return "".join(span.text for span in spans(line))


def rows_of(line: Iterable[Span], between: str) -> list[list[Span]]:
    """Cut spans into lines where ``between`` stands in their words."""
    lines: list[list[Span]] = [[]]
    for span in line:
        first, *more = span.text.split(between)
        lines[-1].append(span._replace(text=first))
        lines += [[span._replace(text=each)] for each in more]
    return [[span for span in each if span.text or span.note] for each in lines]


def facts_at(text: str) -> Iterator[tuple[int, int, Span]]:
    """Yield the words of a text that are linked to facts, each with where its mark stands."""
    for match in _LINKS.finditer(text):
        if match["words"] and (span := _linked(match["words"], match["address"])).fact:
            yield match.start(), match.end(), span


def hidden_at(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the marks of pictures stand in a text: letters and figures of no meaning."""
    return (match.span() for match in _PICTURE_MARK.finditer(text))


def note_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the footnotes of a text stand."""
    return (match.span() for match in _NOTES.finditer(text) if match["note"])


def _without(line: Sequence[Span], *, italic: bool = False, bold: bool = False) -> list[Span]:
    """Return the spans without emphasis of these sorts, neighbours of one sort joined."""
    kept: list[Span] = []
    for span in line:
        plain = span._replace(italic=span.italic and not italic, bold=span.bold and not bold)
        if kept and not plain.fact and kept[-1]._replace(text="") == plain._replace(text=""):
            kept[-1] = kept[-1]._replace(text=kept[-1].text + plain.text)
        else:
            kept.append(plain)
    return kept


def picture_line(picture: str, shows: str) -> str:
    """Write the line of a picture that ``shows`` something, in plain words; none for decoration."""
    return f"![{escaped(' '.join(shows.split()))}]({PICTURE}{picture})"


def _written(span: Span) -> str:
    if span.note:
        return f"^[{span.note}]"
    target = FACT + span.fact if span.fact else span.address
    words = escaped(span.text)
    if target and _ADDRESS.fullmatch(target):
        words = f"[{words}]({target})"
    core = words.strip()
    if not core or not (span.bold or span.italic):
        return words
    start = words.index(core)
    stars = "**" * span.bold + "*" * span.italic
    return f"{words[:start]}{stars}{core}{stars}{words[start + len(core) :]}"


def plain_line(text: str) -> str:
    """Escape a line that begins like a heading, a list item or a quote, or rules a table."""
    if is_ruler(text):
        return text.replace("-", "\\-", 1)
    match = _LINE.fullmatch(text.rstrip())
    if match is None:
        return text
    place = match.end("number") - 1 if match["number"] else len(text) - len(text.lstrip())
    return f"{text[:place]}\\{text[place:]}"
