"""A paper as a screen reader says it: its structure, told in the order that it is heard.

A table is told by its name, a cell by what heads it, an abbreviation by what it stands for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pikepdf import Object, Pdf

from tests.documents.reading import as_list, elements, shown_text

HEADINGS = ("/H1", "/H2", "/H3", "/H4")


@dataclass(frozen=True)
class Cell:
    """A cell as it is told: its words, what heads it, and whether it is a heading itself."""

    words: str
    headed_by: tuple[str, ...]
    head: str = ""
    span: int = 1


@dataclass(frozen=True)
class Heard:
    """What is heard of a paper, by kind: ``tables`` are their names and rows of cells."""

    headings: tuple[tuple[str, str], ...]
    tables: tuple[tuple[str, tuple[tuple[Cell, ...], ...]], ...]
    links: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    paragraphs: tuple[str, ...]
    typed: str = field(repr=False)
    """All text that is read as it is printed: nothing tells what it stands for."""


def heard(data: bytes) -> Heard:
    """Listen to a printed file."""
    with Pdf.open(BytesIO(data)) as pdf:
        return _Listener(pdf).heard()


class _Listener:
    """Listens to one file; used once."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.text = shown_text(pdf)
        self.all = list(elements(pdf))
        self.by_id = {str(each.ID): each for each in self.all if "/ID" in each}

    def heard(self) -> Heard:
        found = [(str(each.S), each) for each in self.all]
        return Heard(
            tuple((tag, self.say(each)) for tag, each in found if tag in HEADINGS),
            tuple((self._attribute(each, "/Summary"), tuple(self._rows(each)))
                  for tag, each in found if tag == "/Table"),
            tuple((self.say(each), str(each.get("/Alt", ""))) for tag, each in found
                  if tag == "/Link"),
            tuple(str(each.get("/Alt", "")) for tag, each in found if tag == "/Figure"),
            tuple(self.say(each) for tag, each in found if tag == "/P"),
            "\n".join(self._printed(each) for tag, each in found if tag in {"/P", *HEADINGS}),
        )  # fmt: skip

    def say(self, element: Object) -> str:
        """Return what is heard of an element."""
        if "/E" in element:
            return str(element.E)
        if "/ActualText" in element:
            return str(element.ActualText)
        if str(element.S) == "/Figure":
            return str(element.get("/Alt", ""))
        between = " " if str(element.S) in {"/TH", "/TD", "/TR", "/LBody", "/LI"} else ""
        return between.join(part for part in self._parts(element) if part).strip()

    def _parts(self, element: Object) -> Iterator[str]:
        for kid in as_list(element.get("/K")):
            if isinstance(kid, Object) and "/S" in kid:
                yield self.say(kid)
            else:
                yield self.text(element, kid)

    def _printed(self, element: Object) -> str:
        """Return the text of an element and its links, without what is told otherwise."""
        told = ""
        for kid in as_list(element.get("/K")):
            if not (isinstance(kid, Object) and "/S" in kid):
                told += self.text(element, kid)
            elif not ({"/E", "/ActualText"} & set(kid.keys())) and str(kid.S) != "/Link":
                told += self._printed(kid)
            else:
                told += "\u2060"
        return told

    def _attribute(self, element: Object, name: str) -> Any:
        for each in as_list(element.get("/A")):
            if name in each:
                value = each.get(name)
                return value if name == "/Headers" else str(value)
        return [] if name == "/Headers" else ""

    def _rows(self, table: Object) -> Iterator[tuple[Cell, ...]]:
        columns: dict[int, str] = {}
        for part in as_list(table.get("/K")):
            if str(part.S) not in {"/THead", "/TBody", "/TFoot"}:
                continue
            for row in as_list(part.get("/K")):
                yield tuple(self._cells(row, columns))

    def _cells(self, row: Object, columns: dict[int, str]) -> Iterator[Cell]:
        """Tell the cells of a row, headed by scope where no headings are named."""
        heads = [each for each in as_list(row.get("/K")) if self._scope(each) == "/Row"]
        column = 0
        for cell in as_list(row.get("/K")):
            words, span = self.say(cell), int(self._attribute(cell, "/ColSpan") or 1)
            named = [self.say(self.by_id[str(each)]) for each in self._attribute(cell, "/Headers")]
            beside = [self.say(each) for each in heads if each != cell]
            above = [columns[place] for place in range(column, column + span) if place in columns]
            if self._scope(cell) == "/Column":
                columns |= dict.fromkeys(range(column, column + span), words)
                above, beside = [], []
            headed = tuple(dict.fromkeys(named or [*above, *beside]))
            yield Cell(words, headed, self._scope(cell).removeprefix("/"), span)
            column += span

    def _scope(self, cell: Object) -> str:
        return str(self._attribute(cell, "/Scope"))


def aloud(paper: Heard) -> Iterator[str]:
    """Write what is heard of a paper's tables and figures, a line for each cell."""
    for tag, words in paper.headings:
        yield f"{tag[1:]}: {words}"
    for name, rows in paper.tables:
        yield f"Tabell: {name}"
        for row in rows:
            for cell in row:
                yield f"  {cell.head or 'cell'} {cell.headed_by} -> {cell.words!r}"
    yield from (f"Länk: {words!r} {told!r}" for words, told in paper.links)
    yield from (f"Bild: {words}" for words in paper.figures)
