"""Documents of any shape, drawn by Hypothesis: every part of the kit in any order.

Words come from four scripts, with symbols, addresses, groups that must not be parted and
words that no line can hold. What a document must say is known from its tree, with the
page numbers that its contents list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hypothesis import strategies as st

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.charts import diagram
from hubra_desktop.documents.kit.compose import (
    Headings,
    NestedItem,
    data_table,
    illustration,
    listing,
    prose,
    quote,
    subtitle,
)
from hubra_desktop.documents.kit.contents import Contents
from hubra_desktop.documents.kit.coverage import clean
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    stated_facts,
)
from hubra_desktop.documents.kit.letterhead import Letterhead
from hubra_desktop.documents.kit.metadata import Attachment
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.table import CellRow, Table, text_cell
from hubra_desktop.documents.kit.tree import Element, Piece, document
from hubra_desktop.model.chart import Chart, Series
from tests.documents.reports import META, SURFACE, WORDS, Notes, figures
from tests.documents.samples import HOUSE

LATIN = (*WORDS, "Łukasz", "Źdźbło", "Gülşah", "İnönü", "Şêrîn", "Çiya", "e\u0301te\u0301",
         "45 080 kr", "den 7 mars kl. 15.30", "§ 12", "KS-2018/451.181", "A. B. Ek",
         "sam\u00adverkans\u00adarbete", "Tovar", "AV-salen")  # fmt: skip
ARABIC = ("شیرین", "ئەحمەد", "محمد علي", "ڕێبوار", "می\u200cخواهم", "قاعة")  # noqa: RUF001
GREEK = ("Ελένη", "Παπαδοπούλου", "και")
CYRILLIC = ("Алёна", "Щербакова", "и", "Україна")
SYMBOLS = ("☐", "✓", "🙂", "→", "½", "m²", "”ja”", "–", "…", "(", "a\u00a0b")
ADDRESSES = ("https://www.example.se/a?b=1&c=%7b", "hubra@example.se", "www.lovstabro.example,")
LONG = ("Överenskommelse" * 7, "x" * 300, "0123456789" * 12, "a/b-c.d" * 20, "شیرین" * 20)

words = st.one_of(
    st.sampled_from(LATIN),
    st.sampled_from(LATIN),
    st.sampled_from((*ARABIC, *GREEK, *CYRILLIC, *SYMBOLS)),
    st.sampled_from((*ADDRESSES, *LONG)),
)


def running(most: int) -> st.SearchStrategy[str]:
    """Draw a text of at most ``most`` words."""
    return st.lists(words, min_size=1, max_size=most).map(" ".join)


@dataclass
class Paper:
    """A document being made: what its parts need to add themselves."""

    root: Element
    look: Look
    measure: float
    blocks: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin counting notes and headings."""
        self.notes = Notes(self.look)
        self.headings = Headings(self.root, self.look)
        self.level = 0


Part = Callable[[Paper], list[Block]]


@dataclass(frozen=True)
class Shape:
    """How a document is set: text size in points, kerning, draft, data and contents."""

    body: float = 11.0
    kerning: bool = False
    draft: bool = False
    data: bytes | None = None
    contents: bool = False


SHAPES = st.builds(
    Shape,
    st.sampled_from([9.5, 11.0, 16.0, 20.0, 28.0]),
    st.booleans(),
    st.booleans(),
    st.none() | st.binary(max_size=40),
    st.booleans(),
)


def made(parts: list[Part], shape: Shape) -> Manuscript:
    """Put ``parts`` on the house's paper."""
    root, look = document(), Look(body=shape.body, kerning=shape.kerning)
    head = Letterhead(root, HOUSE, look, "Lövstabro kommun", "Rapport", draft=shape.draft)
    paper = Paper(root, look, head.measure)
    blocks: list[Block] = [paper.headings.add(1, "Rapport om allt möjligt")]
    contents = Contents(root, look) if shape.contents else None
    if contents:
        blocks.append(contents.block)
    for part in parts:
        blocks += part(paper)
    blocks += paper.notes.close(root)
    if contents:
        contents.close()
    blocks += head.close()
    carried = None
    if shape.data is not None:
        carried = Attachment("rapport.json", shape.data, "Rapporten som data")
    return Manuscript(root, blocks, META, head.page(), (head.draw,), carried)


def told(element: Element, pages: Mapping[Element, int]) -> str:
    """Read a manuscript's tree: what the file must say, with the pages of its headings."""
    if element.tag == "Figure":
        return clean(element.alt)
    own = clean("".join(piece.text for piece in element.pieces))
    listed = next((piece.goto for piece in element.pieces if piece.goto), None)
    number = str(pages[listed]) if listed else ""
    return own + number + "".join(told(kid, pages) for kid in element.kids)


def heading(wanted: Literal[2, 3], text: str) -> Part:
    """Add a heading, of the level ``wanted`` where none is skipped."""

    def add(paper: Paper) -> list[Block]:
        level: Literal[2, 3] = 2 if paper.level < 2 else wanted
        paper.level = level
        return [paper.headings.add(level, text)]

    return add


def appendix(text: str) -> Part:
    """Begin an appendix."""

    def add(paper: Paper) -> list[Block]:
        paper.level = 2
        return paper.headings.appendix(text)

    return add


def table(header: list[str], rows: list[list[str]]) -> Part:
    """Add a table."""

    def add(paper: Paper) -> list[Block]:
        count = len(header)
        content = [(row * count)[:count] for row in rows]
        widths = (paper.measure / count,) * count
        return [data_table(paper.root, header, content, widths, paper.look)]

    return add


def accounted(names: list[str], rows: list[tuple[str, int]], summed: bool, most: int) -> Part:
    """Add groups of rows with figures and sums; few or many columns of figures."""

    def add(paper: Paper) -> list[Block]:
        columns = {"Namn": 2.0, "Läge": 1.0, **{f"År {year}": 0.0 for year in range(most)}}
        figures = ["45 080"] * most
        lines = [FigureLine((text, "utbetalt", *figures), depth=deep) for text, deep in rows]
        total = ("Summa", "", *figures) if summed else ()
        groups = [FigureGroup(name, lines, total) for name in names]
        return figure_table(
            paper.root, columns, groups, paper.look, paper.measure, total=total,
            caption=names[0] if summed else "", level=paper.headings.nearest(3),
        )  # fmt: skip

    return add


def layered(rows: int, text: str) -> Part:
    """Add a table with two repeated rows of headings."""

    def add(paper: Paper) -> list[Block]:
        element, look = paper.root.add("Table"), paper.look
        head, body = element.add("THead"), element.add("TBody")
        top = text_cell(head.add("TR"), text, look.label, scope="Column", colspan=3)
        made = [CellRow([top], keep=True), _three(head.add("TR"), look, "Column")]
        made += [_three(body.add("TR"), look, "") for _ in range(rows)]
        made[1].keep = True
        return [Table(made, (paper.measure / 3,) * 3, header=2, padding=4)]

    return add


def _three(line: Element, look: Look, scope: Literal["", "Column"]) -> CellRow:
    return CellRow([text_cell(line, "Kolumn", look.label, scope=scope) for _ in range(3)])


def _long_cells(rows: int, count: int) -> Part:
    return lambda paper: figures(rows, count)(paper.root, paper.look, paper.measure)


def noted(text: str, note: str) -> Part:
    """Add a paragraph that refers to a note."""

    def add(paper: Paper) -> list[Block]:
        mark = paper.notes.add(note)
        pieces = (Piece(text, italic=True), mark, Piece(" och "), Piece(text, bold=True))
        return [paragraph(paper.root.add("P"), pieces, paper.look.text)]

    return add


def signed(names: list[str]) -> Part:
    """Add place, date and signature lines."""

    def add(paper: Paper) -> list[Block]:
        signing = [SignatureLine(name, "Ordförande" if place % 2 else "")
                   for place, name in enumerate(names)]  # fmt: skip
        line = dateline("Lövstabro", date(2025, 9, 3))
        return closing(paper.root, line, signing, paper.look)

    return add


def chart(title: str, values: list[float | None], kind: Literal["bars", "lines"]) -> Part:
    """Add a chart of two groups over years."""
    years = tuple(str(2015 + place) for place in range(len(values)))
    series = (Series("Anmälda brott", tuple(values)), Series("Alla", (1.0,) * len(values)))
    shown = Chart(title=title, unit="antal", years=years, series=series, kind=kind)
    return lambda paper: [diagram(paper.root, shown, paper.look, paper.measure)]


def text(words: str) -> Part:
    """Add running text."""
    return lambda paper: prose(paper.root, words, paper.look)


def bulleted(*items: str | NestedItem, numbered: bool = False) -> Part:
    """Add a list, nested as its entries are."""
    return lambda paper: [listing(paper.root, items, paper.look, numbered)]


def quoted(*stretches: str) -> Part:
    """Add somebody else's words."""
    return lambda paper: [quote(paper.root, stretches, paper.look)]


def fact_list(*given: tuple[str, str]) -> Part:
    """Add facts below each other."""
    listed = [StatedFact(*each) for each in given]
    return lambda paper: [stated_facts(paper.root, listed, paper.look, paper.measure)]


def pictured(caption: str) -> Part:
    """Add a drawing, with a caption when there are words for it."""
    return lambda paper: [
        illustration(paper.root, SURFACE, "En grön yta", paper.look, 300, caption)
    ]


entries = st.recursive(
    running(30),
    lambda below: st.builds(
        NestedItem, running(20), st.lists(below, min_size=1, max_size=3), st.booleans()
    ),
    max_leaves=6,
)
_cells = st.lists(running(25), min_size=1, max_size=5)
_short = running(3)
PARTS: st.SearchStrategy[Part] = st.one_of(
    running(200).map(text),
    st.builds(heading, st.sampled_from([2, 3]), running(6)),
    _short.map(appendix),
    _short.map(lambda text: lambda paper: [subtitle(paper.root, text, paper.look)]),
    st.builds(lambda items, numbered: bulleted(*items, numbered=numbered),
              st.lists(entries, min_size=1, max_size=5), st.booleans()),
    st.builds(table, st.lists(_short, min_size=1, max_size=5),
              st.lists(_cells, min_size=1, max_size=20)),
    st.builds(layered, st.integers(1, 50), _short),
    st.builds(_long_cells, st.integers(1, 3), st.integers(200, 900)),
    st.builds(accounted, st.lists(_short, min_size=1, max_size=3),
              st.lists(st.tuples(running(12), st.integers(0, 3)), max_size=25), st.booleans(),
              st.integers(1, 9)),
    st.builds(noted, running(12), running(40)),
    st.lists(running(60), min_size=1, max_size=3).map(lambda texts: quoted(*texts)),
    st.lists(st.tuples(st.sampled_from(["Tid", "Plats"]), _short), min_size=1, max_size=4).map(
        lambda given: fact_list(*given)
    ),
    st.lists(_short, min_size=1, max_size=11).map(signed),
    (st.just("") | running(8)).map(pictured),
    st.builds(chart, running(5), st.lists(st.none() | st.floats(0, 1e5), min_size=1, max_size=6),
              st.sampled_from(["bars", "lines"])),
)  # fmt: skip
DOCUMENTS = st.builds(made, st.lists(PARTS, min_size=1, max_size=5), SHAPES)
