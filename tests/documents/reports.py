"""Made-up reports that use every part of the kit, and the means to make them at random."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st

from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.compose import (
    data_table,
    heading,
    illustration,
    listing,
    note_blocks,
    note_element,
    prose,
)
from hubra_desktop.documents.kit.frames import Banner, Hanging
from hubra_desktop.documents.kit.letterhead import Letterhead
from hubra_desktop.documents.kit.metadata import Attachment, Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.style import Look
from hubra_desktop.documents.kit.tree import Element, Piece, document
from hubra_desktop.model.drawing import Drawing, MoveTo, Path, Straight
from tests.documents.samples import HOUSE

META = Metadata("Rapport om trygghet", "Lövstabro kommun", "Prov", date(2024, 5, 6))
WORDS = [
    "brottsförebyggande",
    "samverkansöverenskommelse",
    "i",
    "Lövstabro",
    "natur-",
    "och",
    "byggnadsnämnden",
    "trygghetsskapande",
    "och",
    "ett",
    "råd",
    "för",
    "åtgärder",
    "264",
    "000",
    "kronor",
    "(2018)",
    "trafik-/landskapsnämnden",
]

Part = Callable[[Element, Look, float], list[Block]]
_EDGE = (MoveTo(0, 0), Straight(300, 0), Straight(300, 200), Straight(0, 200))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SURFACE = Drawing(300.0, 200.0, (Path(steps=_EDGE, closed=True, fill="#2d6a4f"),))
"""A drawing that needs no chart."""


class Notes:
    """The notes of one document, each made where the text refers to it."""

    def __init__(self, look: Look) -> None:
        """Begin counting."""
        self.look = look
        self.made: list[Element] = []

    def add(self, text: str) -> Piece:
        """Make a note that says ``text`` and return the mark that refers to it."""
        mark = str(len(self.made) + 1).translate(_RAISED)
        self.made.append(note_element(mark, text))
        return Piece(mark, note=self.made[-1])

    def close(self, parent: Element) -> list[Block]:
        """Print the notes."""
        return note_blocks(parent, self.made, self.look)


def report(*parts: Part, data: bytes | None = None) -> Manuscript:
    """Put ``parts`` under one heading on the house's paper."""
    root, look = document(), Look()
    head = Letterhead(root, HOUSE, look, "Lövstabro kommun", "Rapport", draft=False)
    blocks: list[Block] = [heading(root, 1, "Rapport", look)]
    for part in parts:
        blocks += part(root, look, head.measure)
    blocks += head.close()
    carried = Attachment("rapport.json", data, "Rapporten som data") if data is not None else None
    return Manuscript(root, blocks, META, head.page(), (head.draw,), carried)


def text(words: str) -> Part:
    """Add running text."""
    return lambda root, look, _measure: prose(root, words, look)


def section(name: str) -> Part:
    """Add a section's heading."""
    return lambda root, look, _measure: [heading(root, 2, name, look)]


def points(*items: str, numbered: bool = False) -> Part:
    """Add a list."""
    return lambda root, look, _measure: [listing(root, items, look, numbered)]


def figures(rows: int, words: int = 3) -> Part:
    """Add a table of ``rows`` with ``words`` in the middle cell."""

    def add(root: Element, look: Look, measure: float) -> list[Block]:
        filling = " ".join(WORDS[place % len(WORDS)] for place in range(words))
        content = [[f"Rad {row}", filling, f"{row * 37}"] for row in range(rows)]
        widths = (0.2 * measure, 0.6 * measure, 0.2 * measure)
        return [data_table(root, ("Namn", "Om", "Antal"), content, widths, look)]

    return add


def shown(spoken: str = "En grön yta") -> Part:
    """Add a drawing."""
    return lambda root, look, _measure: [illustration(root, SURFACE, spoken, look, 300)]


def noted(words: str = "En fotnot") -> Part:
    """Add a paragraph that refers to a note, and the note."""

    def add(root: Element, look: Look, _measure: float) -> list[Block]:
        note = Element("Note")
        mark = paragraph(note.add("Lbl"), "*", look.small)
        body = paragraph(note.add("P"), words, look.small)
        pieces = (Piece("Se noten"), Piece("*", note=note), Piece(" här.", italic=True))
        line = paragraph(root.add("P"), pieces, look.text)
        root.adopt(note)
        return [
            line,
            Banner(Stack([Hanging(Stack([body]), 14.0, mark)]), 11.0, "#336699", padding=8.0),
        ]

    return add


COMPLETE = (
    text("Ett första stycke med en länk till https://www.example.se/a?b=1&c=2 och mer text. " * 6),
    section("Fördelning"),
    figures(4),
    shown(),
    points("Första punkten", "Andra punkten", numbered=True),
    noted(),
    text("شیرین ئەحمەد talade. ☐ ✓ 🙂"),
)

_prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=400).map(" ".join)
PARTS: st.SearchStrategy[Part] = st.one_of(
    _prose.map(text),
    st.sampled_from(WORDS).map(section),
    st.builds(lambda items: points(*items), st.lists(_prose, min_size=1, max_size=6)),
    st.builds(figures, st.integers(1, 40), st.integers(1, 60)),
    st.builds(figures, st.integers(1, 3), st.integers(200, 900)),
    st.just(shown()),
    _prose.map(noted),
)
