"""The logical tree: the structure of a document before layout.

Document modules build it; blocks only point into it, so that a table cut over six pages is
still one table. PDF tags and the HTML twin are both written from this tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from hubra_desktop.model.drawing import Drawing, LegendEntry

Tag = Literal[
    "Document", "Div", "H1", "H2", "H3", "H4", "P", "BlockQuote", "TOC", "TOCI", "L", "LI", "Lbl",
    "LBody", "Table", "Caption", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Note", "Figure",
    "Reference", "Link", "Span", "Artifact",
]  # fmt: skip

Scope = Literal["", "Row", "Column", "Group"]
"""What a header cell heads: its row, its column, or all rows of its TBody."""

Role = Literal["", "head", "foot", "mark", "alarm", "label", "line"]
"""What an element is to the whole paper: its head, its foot, a mark such as *Inställt*.

A ``label`` says what the ``line``s below it are: an addressee's name and address.
"""

Source = tuple[str, int]
INLINE: Final[frozenset[Tag]] = frozenset({"Reference", "Link", "Span"})
MAY_BE_EMPTY: Final[frozenset[Tag]] = frozenset({"TH", "TD"})
HEADINGS: Final[dict[Tag, int]] = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph's text in one style.

    ``text`` is printed verbatim. ``href`` makes it a link to an address, ``note`` a
    reference to that Note, ``goto`` a link to that heading. ``quiet`` is the second ink.
    """

    text: str
    bold: bool = False
    italic: bool = False
    quiet: bool = False
    href: str = ""
    note: "Element | None" = None
    goto: "Element | None" = None


@dataclass(slots=True, eq=False)
class Element:
    """A node of the logical tree; identity, not value, makes it the same.

    Block elements stand in their parent's ``kids``. Inline elements (``INLINE``)
    only know their parent: they take their place by the order of drawing. ``pieces``
    is the text of an element that holds text itself. ``scope`` is a header cell's.
    ``alt`` is a figure's alternative text, ``actual`` what is read in
    place of drawn glyphs, ``expansion`` what an abbreviation stands for; ``name`` is what
    a table is called (see ``table_headings``) and a heading in the outline, where that is
    another than its own words; ``depth`` is how far a row's heading stands below the one
    that it is a part of. A figure shows its ``image`` or its ``drawing``; where
    its key can be a list, it is shown ``bare`` with its ``legend`` below, and a drawing of
    the key alone as its ``legend``. A cell of
    ``figures`` is set to the right. An ``Artifact`` is decoration: seen, and never read.
    ``source`` is where what stands here is written: a section's id and its block there.
    """

    tag: Tag
    parent: "Element | None" = field(default=None, repr=False)
    kids: "list[Element]" = field(default_factory=list)
    pieces: tuple[Piece, ...] = ()
    scope: Scope = ""
    colspan: int = 1
    figures: bool = False
    numbering: Literal["", "Decimal", "Disc"] = ""
    alt: str = ""
    actual: str = ""
    lang: str = ""
    expansion: str = ""
    name: str = ""
    depth: int = 0
    role: Role = ""
    image: bytes = b""
    drawing: Drawing | None = None
    bare: Drawing | None = None
    legend: tuple[LegendEntry, ...] = ()
    source: Source | None = None

    def add(self, tag: Tag) -> "Element":
        """Append a new element ``tag`` and return it."""
        kid = Element(tag, parent=self)
        if tag not in INLINE:
            self.kids.append(kid)
        return kid

    def adopt(self, kid: "Element") -> None:
        """Append ``kid``, made earlier because something already refers to it."""
        kid.parent = self
        self.kids.append(kid)

    def cell(
        self, tag: Literal["TH", "TD"], colspan: int = 1,
        scope: Scope = "",
    ) -> "Element":  # fmt: skip
        """Append a table cell to this row."""
        kid = self.add(tag)
        kid.colspan, kid.scope = colspan, scope
        return kid

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all block elements below it in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.kids)

    @property
    def text(self) -> str:
        """The text of this element and those below it, as typed."""
        own = "".join(piece.text for piece in self.pieces)
        return own + "".join(kid.text for kid in self.kids)


def notes_of(root: Element) -> list[Element]:
    """List the notes of a tree in the order they are read."""
    return [element for element in root.walk() if element.tag == "Note"]


def document() -> Element:
    """Start a new logical tree."""
    return Element("Document")
