"""The municipality's official paper: its head and foot, and one way to write it.

The head is that of the council's own tjänsteutlåtande of 16 February 2018: the kind of
document at the top, the administration, *Datum* and *Diarienummer*, and the page as
``1 (2)``; below it the handläggare and the addressee, at the foot the house's address.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import (
    Block,
    Paragraph,
    Stack,
    natural_width,
    paragraph,
    shortened_to_fit,
)
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.compose import Headings, Level, Text, prose
from hubra_desktop.documents.kit.figure_table import Columns, FigureGroup, figure_table, fits
from hubra_desktop.documents.kit.formal import StatedFact, fact_rows, facts_across, stated_facts
from hubra_desktop.documents.kit.letterhead import Letterhead, marked_title
from hubra_desktop.documents.kit.links import link_contacts
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.rich import Apparatus, rich
from hubra_desktop.documents.kit.style import A4, ACROSS, BODY, LARGEST, QUIET, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, TableCell
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece, document
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import short_date

BARE: Final = "Uppgift saknas."
"""What stands below a heading that the writer has left without a text."""
HANDLER: Final = "Handläggare"
ADDRESSEE: Final = "Till"
CONTACT: Final = "Kontakt"
DATE: Final = "Datum"
CASE_NUMBER: Final = "Diarienummer"


_HEAD_LINES: Final = 3
_MIDDLE: Final = 0.46
"""Where the right half of the head begins, as a share of the measure."""
_FURTHEST: Final = 0.58
"""Where it begins at most, so that a longer issuer has room on its line."""
_TALL: Final = 4.4
"""The height of a row of three lines, in body sizes: the columns of a taller one are narrow."""
_AIR: Final = 0.3
"""The space below the kind of document, in body sizes."""
_PAGE_NUMBER: Final = "88\u00a0(88)"


@dataclass(frozen=True, kw_only=True)
class Sender:
    """What stands in the head: ``kind`` ("Tjänsteutlåtande", "Bilaga"), and from whom to whom.

    ``handler_contact`` is an address or a number, one a line; so is ``addressee``. What is
    empty is not printed.
    """

    kind: str
    administration: str = ""
    date: dt.date | None = None
    case_number: str = ""
    handler: str = ""
    handler_contact: str = ""
    addressee: str = ""


class OfficialHead(Letterhead):
    """The head and foot of one official paper; see Letterhead for the order of calls."""

    def __init__(
        self, root: Element, style: HouseStyle, look: Look, sender: Sender,
        draft: bool = False, size: tuple[float, float] = A4,
    ) -> None:  # fmt: skip
        """Put ``sender`` at the head of ``root``; ``size`` is the sheet's, in points."""
        self.sender = sender
        super().__init__(root, style, look, sender.administration, sender.kind, draft, size=size)

    def _titled(self, issuer: str, kind: str) -> None:
        head = self._capitals()
        self._issuer_width = natural_width(issuer, head) if issuer else 0.0
        shown = shortened_to_fit(kind, head, self._beside(), _HEAD_LINES)
        self._kind = paragraph(self._top_part.add("P"), shown, head)
        self._issuer = None
        if issuer:
            shown = shortened_to_fit(issuer, head, self._aside(), _HEAD_LINES)
            self._issuer = paragraph(self._top_part.add("P"), shown, replace(head, balance=True))
        self._facts = self._fact_table()

    def _middle(self) -> float:
        """Return how far in the kind, the date and the addressee stand.

        They yield to an issuer that then has room on one line.
        """
        if self.look.large:
            return 0.0
        wanted = (self._issuer_width + 2 * self.look.body) / self.measure
        return (wanted if _MIDDLE < wanted <= _FURTHEST else _MIDDLE) * self.measure

    def _aside(self) -> float:
        """Return the room for the administration."""
        return (self._middle() or self.measure) - self.look.body

    def _beside(self) -> float:
        """Return the room beside what stands to the left, the page number left out."""
        return self.measure - self._middle() - self._number_width()

    def _number_width(self) -> float:
        return natural_width(_PAGE_NUMBER, self.look.cell)

    def _fact_table(self) -> Table | None:
        sender, look = self.sender, self.look
        day = short_date(sender.date) if sender.date else ""
        facts = [StatedFact(DATE, day), StatedFact(CASE_NUMBER, sender.case_number.strip())]
        shown = [fact for fact in facts if fact.text]
        if not shown:
            return None
        rows = fact_rows(self._top_part.add("Table"), shown, self._quiet(), look.cell)
        return Table(rows, self._fact_widths(shown), padding=0.0, gutter=look.body)

    def _fact_widths(self, shown: Sequence[StatedFact]) -> tuple[float, ...]:
        room = self.measure - self._middle()
        if len(shown) == 1:
            return (room,)
        first = (
            max(natural_width(str(text), self.look.cell) for text in shown[0][:2])
            + 1.2 * self.look.body
        )
        return (first, room - first)

    def _head(self) -> float:
        gap = _AIR * self.look.body
        kind = self._kind.height(self._beside()) + gap
        facts = self._facts.height(0) if self._facts else 0.0
        issuer = self._issuer.height(self._aside()) if self._issuer else 0.0
        if self.look.large:
            return kind + issuer + (gap + facts if facts else 0.0) - gap
        return max(kind + facts, issuer)

    def _later_head(self) -> float:
        """Measure kind and issuer, and the case number where it has no room beside the kind."""
        kind = self._kind.height(self._beside())
        number = 0.0 if self._number_fits() else self.look.cell.leading
        issuer = self._issuer.height(self._aside()) if self._issuer else 0.0
        right = kind + number
        return right + issuer if self.look.large else max(right, issuer)

    def _number_fits(self) -> bool:
        """Say whether the case number, if any, stands on the line of the kind of document."""
        number = self.sender.case_number.strip()
        kind = natural_width(self.sender.kind, self._capitals()) + 1.5 * self.look.body
        return not number or kind + natural_width(number, self.look.cell) <= self._beside()

    def _draw_later(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw the head of a page after the first: who, what and the case number."""
        middle, beside = self.left + self._middle(), self._beside()
        self._kind.draw(canvas, middle, top, beside)
        below = top - self._kind.height(beside)
        number = self.sender.case_number.strip()
        if number:
            style = replace(self.look.cell, leading=self.look.label.leading)
            shown = paragraph(Element("P"), number, style)
            if self._number_fits():
                kind = natural_width(self.sender.kind, self._capitals())
                shown.draw(canvas, middle + kind + 1.5 * self.look.body, top, beside)
            else:
                shown.draw(canvas, middle, below, beside)
                below -= self.look.cell.leading
        if self._issuer:
            start = below if self.look.large else top
            self._issuer.draw(canvas, self.left, start, self._aside())

    def _draw_titles(self, canvas: TaggedCanvas, top: float, *, _first: bool) -> None:
        if not _first:
            self._draw_later(canvas, top)
            return
        gap = _AIR * self.look.body
        middle = self.left + self._middle()
        self._kind.draw(canvas, middle, top, self._beside())
        below = top - self._kind.height(self._beside())
        if self._issuer:
            large = self.look.large
            self._issuer.draw(canvas, self.left, below if large else top, self._aside())
            below -= self._issuer.height(self._aside()) if large else 0.0
        below -= gap
        if self._facts:
            self._facts.draw(canvas, middle, below, 0.0)

    def _draw_number(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        style = replace(self.look.cell, align="right")
        shown = paragraph(Element("P"), f"{number}\u00a0({count})", style)
        lift = (style.leading - self.look.label.leading) / 2
        shown.draw(canvas, self.left, self._top() - self._strip() + lift, self.measure)

    def opening(self) -> list[Block]:
        """Return the handläggare and the addressee, beside each other."""
        handler, addressee = self._handler(), self._labelled(ADDRESSEE, self.sender.addressee)
        look, after = self.look, 1.6 * self.look.body
        sides = [Stack(list[Block](side), after=look.body) for side in (handler, addressee) if side]
        if look.large or len(sides) < 2:
            return [Stack(list[Block](sides), after=after, together=True)] if sides else []
        cells = [TableCell(Stack(list[Block](side))) for side in (handler, addressee)]
        widths = (self._middle(), self.measure - self._middle())
        return [
            Table([CellRow(cells, rule=0.0)], widths, padding=0.0, gutter=look.body, after=after)
        ]

    def _handler(self) -> list[Paragraph]:
        sender = self.sender
        label = HANDLER if sender.handler.strip() else CONTACT
        return self._labelled(label, f"{sender.handler}\n{sender.handler_contact}")

    def _labelled(self, label: str, text: str) -> list[Paragraph]:
        """Say what the lines of ``text`` are, and then the lines; nothing for no lines."""
        lines = lines_of(text)
        if not lines:
            return []
        named = paragraph(self.root.add("P"), label, self._quiet())
        named.element.role = "label"
        return [named, *(self._line(line) for line in lines)]

    def _quiet(self) -> TextStyle:
        return replace(self.look.label, bold=False, colour=QUIET)

    def _line(self, text: str) -> Paragraph:
        element = self.root.add("P")
        element.role = "line"
        return paragraph(element, link_contacts(text), self.look.cell)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class OfficialPaper:
    """One official paper while it is written; used once.

    Call ``begin``, add its parts in the order they are read, and end with ``finish``.
    ``measure`` is the width of the text, in points. ``stacked`` is set when a table had no
    room for its columns, ``cramped`` when one had little.
    """

    head_kind: type[OfficialHead] = OfficialHead

    def __init__(
        self, style: HouseStyle, sender: Sender, *, draft: bool = False,
        text_size: float | None = None, wide: bool = False,
    ) -> None:  # fmt: skip
        """Make an empty paper; ``text_size`` in points (16 or 20 for large print).

        A ``wide`` one lies on its side.
        """
        self.style, self.sender, self.draft = style, sender, draft
        size = min(text_size or BODY, LARGEST)
        self.look = Look(body=size, accent=style.accent, kerning=style.kerning)
        self.root = document()
        sheet = ACROSS if wide else A4
        self.head = self.head_kind(self.root, style, self.look, sender, draft, sheet)
        self.measure = self.head.measure
        self.headings = Headings(self.root, self.look)
        self.blocks: list[Block] = []
        self._signatures: tuple[Block, ...] = ()
        self.stacked = self.cramped = False
        self.apparatus = Apparatus()

    def add(self, *blocks: Block) -> None:
        """Put blocks last."""
        self.blocks += blocks

    def signed(self, *signatures: Block) -> None:
        """Put signature lines last, on the page where what they stand under ends."""
        if signatures and self.blocks:
            self.blocks[-1].tail = True
        self.add(*signatures)
        self._signatures = signatures

    def begin(self, title: str) -> None:
        """Begin with the handläggare, the addressee and the paper's own heading."""
        self.add(*self.head.opening(), self.headings.add(1, title))

    def section(self, title: str) -> None:
        """Begin a section."""
        self.add(self.headings.add(2, title))

    def prose(self, text: str) -> None:
        """Add running text."""
        self.add(*prose(self.root, text, self.look))

    def line(self, text: str | Sequence[Piece], style: TextStyle | None = None) -> None:
        """Add one paragraph, as running text when it has no ``style`` of its own."""
        self.add(paragraph(self.root.add("P"), text, style or self.look.text))

    def rich(self, text: str, below: Level, source: str = "") -> None:
        """Add structured text, its headings under one of level ``below``, its notes after it."""
        self.blocks += rich(
            self.root, text, self.look, self.headings, self.measure, below, self.apparatus, source
        )

    def facts(self, facts: Sequence[StatedFact], *, across: bool = False) -> None:
        """Add facts below each other, or ``across`` the page; empty ones are left out.

        In large print they always stand below each other.
        """
        shown = [fact for fact in facts if fact.blank or fact.text]
        set_out = facts_across if across and not self.look.large else stated_facts
        if shown:
            self.add(set_out(self.root, shown, self.look, self.measure))

    def table(
        self, columns: Columns, groups: Iterable[FigureGroup], *,
        total: Sequence[Text] = (), caption: str = "", level: Level = 3,
        alike: Sequence[Sequence[Text]] = (),
    ) -> None:  # fmt: skip
        """Add groups of rows with figures; see ``figure_table``."""
        made = figure_table(
            self.root, columns, list(groups), self.look, self.measure, total=total,
            caption=caption, level=level, alike=alike,
        )  # fmt: skip
        self.stacked = self.stacked or len(made) > 1
        tall = max((each.tallest() for each in made if isinstance(each, Table)), default=0.0)
        self.cramped = self.cramped or self.stacked or tall > _TALL * self.look.body
        self.blocks += made

    def fits(self, columns: Columns, groups: Iterable[FigureGroup], total: Sequence[Text]) -> bool:
        """Tell whether a table's rows stand on one line each."""
        return fits(columns, list(groups), self.look, self.measure, total=total)

    def finish(self, *, title: str, subject: str, day: dt.date) -> Manuscript:
        """End with the address; ``day`` is the paper's own when the head has none."""
        meta = Metadata(
            title=marked_title(title, self.style, self.draft),
            author=self.sender.administration or self.style.organisation or "HuBrå",
            subject=subject,
            day=self.sender.date or day,
            kind=self.sender.kind,
            identifier=self.sender.case_number.strip(),
            publisher=self.style.organisation,
        )
        self._fill_bare_headings()
        address = self.head.close()
        if address and self.blocks:
            # What is below signature lines goes with them, and so with what they stand under:
            # in large print that would leave a page half empty, and the address goes alone.
            last, signed = self.blocks[-1], self.blocks[-1] in self._signatures
            last.tail = not (signed and self.look.large)
            last.keep = last.keep or (signed and not self.look.large)
        blocks = [*self.blocks, *address]
        return Manuscript(self.root, blocks, meta, self.head.page(), (self.head.draw,))

    def _fill_bare_headings(self) -> None:
        """Say below a heading that nothing stands under that this is so."""
        kids = self.root.kids
        for heading, after in zip(list(kids), [*kids[1:], None], strict=True):
            level = HEADINGS.get(heading.tag, 1)
            below = HEADINGS.get(after.tag, 9) if after else 0
            if level < 2 or below > level:
                continue
            place = next(
                place for place, block in enumerate(self.blocks, 1)
                if isinstance(block, Paragraph) and block.element is heading
            )  # fmt: skip
            line = Element("P", parent=self.root)
            kids.insert(kids.index(heading) + 1, line)
            said = replace(self.look.text, italic=True)
            self.blocks.insert(place, paragraph(line, BARE, said))


def on_fitting_sheet(write: Callable[[bool], tuple[OfficialPaper, Manuscript]]) -> Manuscript:
    """Write a paper of tables upright where they have room, else on its side.

    ``write`` writes it, on its side or not. Large print stays upright when its tables have
    no room on any sheet.
    """
    paper, manuscript = write(False)
    large = paper.look.large
    if not (paper.stacked if large else paper.cramped):
        return manuscript
    across, other = write(True)
    return manuscript if large and across.stacked else other
