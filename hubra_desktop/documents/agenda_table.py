"""The agenda as a table: number, matter with presenters and time, case number.

A heading stays with its first row and a matter with its first sub-item. The meeting comes
as its readers may know it, and the inner note is never read here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from hubra_desktop.documents.kit.blocks import (
    Block,
    Paragraph,
    Space,
    Stack,
    natural_width,
    paragraph,
)
from hubra_desktop.documents.kit.links import link_addresses
from hubra_desktop.documents.kit.style import HAIRLINE, Look, TextStyle
from hubra_desktop.documents.kit.table import CellRow, Table, TableCell, text_cell
from hubra_desktop.documents.kit.tree import HEADINGS, Element, Piece, Tag
from hubra_desktop.documents.notes import PrintedNotes
from hubra_desktop.model.footnotes import in_place
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import Anchor, ItemKind
from hubra_desktop.model.timetable import Slot, printed_time, timetable

CLOSED = "Stängda dörrar"
CLOSED_TITLE = "Ärende bakom stängda dörrar"
CASE_NUMBER = "Diarienummer"
LATE = "Tillkommande ärende"
WITHDRAWN = "Utgår"
_GUTTER = 1.0
_Line = tuple[str | Sequence[Piece], TextStyle]


class AgendaTable:
    """The agenda of one meeting as a table ``width`` points wide; used once.

    The case numbers stand in a column of their own, in large print below the matters.
    """

    def __init__(
        self, root: Element, meeting: Meeting, style: HouseStyle, look: Look,
        notes: PrintedNotes, width: float, marked: Mapping[str, str] | None = None,
        only: Collection[str] | None = None, papers: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        """Add an empty table to ``root``.

        The meeting is printed as it is given, so give it as its readers may know it.
        ``marked`` says of rows, by their ids, what of them is changed; ``only`` the rows with
        some ids are printed, with the numbers and times that they have among all. ``papers``
        names the papers of rows.
        """
        self.meeting, self.style, self.look, self.notes = meeting, style, look, notes
        self.marked, self.papers = marked or {}, papers or {}
        self.items = tuple(each for each in meeting.items if only is None or each.id in only)
        self.width = width
        self.beside = not look.large
        self.span = 4 if self.beside else 3
        self.padding = (0.28 if look.large else 0.48) * look.body
        self.numbers = printed_numbers(meeting.items, style.sub_numbers)
        self.slots = timetable(meeting).slots
        self.element = root.add("Table")
        self.element.name = "Ärenden"
        self.thead = self.element.add("THead")
        self.tbody: Element | None = None
        self._level = self._group = 1

    def table(self) -> Table:
        """Add the rows and return the table."""
        rows = [self._header()]
        items = self.items
        following = (*items[1:], None)
        for item, after in zip(items, following, strict=True):
            parent = item.level == 0 and after is not None and after.level > 0
            heads = parent or item.kind is ItemKind.HEADING
            rows += self._rows(item, keep=after is not None and heads)
        rows[-1] = replace(rows[-1], rule=0.0)
        # Where all stands in one column, its name need not be said again on the next page.
        header = 1 if self.beside else 0
        return Table(
            rows, self._widths(), header, padding=self.padding, gutter=_GUTTER * self.look.body
        )

    def _widths(self) -> tuple[float, ...]:
        """Give the numbers and case numbers what they need and the matters the rest."""
        body, gutter = self.look.body, _GUTTER * self.look.body
        numbers = [
            self._indent(item) + natural_width(self.numbers.get(item.id, ""), self.look.cell)
            for item in self.items
        ]
        cases = [natural_width(item.case_number, self.look.cell) for item in self.items]
        label = natural_width(CASE_NUMBER, self.look.label)
        number = min(max(1.3 * body, *numbers) + gutter, 0.22 * self.width)
        if not self.beside:
            return (number, self.width - number)
        case = min(max(8.5 * body, label, *cases) + 1, 0.4 * self.width)
        return (number, self.width - number - case, case)

    def _header(self) -> CellRow:
        line, label = self.thead.add("TR"), self.look.label
        cells = [text_cell(line, "Ärenden", label, scope="Column", colspan=3)]
        cells[0].colspan = 2
        if self.beside:
            cells.append(text_cell(line, CASE_NUMBER, label, scope="Column"))
        return CellRow(cells, keep=True, rule=0.9, colour=self.look.accent)

    def _rows(self, item: Item, keep: bool) -> list[CellRow]:
        look = self.look
        if item.kind is ItemKind.HEADING:
            return self._heading(item, keep)
        line, indent = self._line(), self._indent(item)
        first = text_cell(line, self.numbers.get(item.id, ""), look.cell, indent=indent)
        cells = [first, TableCell(Stack(self._matter(line, item)), indent=indent)]
        if self.beside:
            cells.append(text_cell(line, item.case_number.strip(), look.cell))
        return [CellRow(cells, keep=keep, colour=HAIRLINE)]

    def _line(self) -> Element:
        """Add a row to the rows that stand under the latest heading."""
        if self.tbody is None:
            self.tbody = self.element.add("TBody")
        return self.tbody.add("TR")

    def _heading(self, item: Item, keep: bool) -> list[CellRow]:
        """Set a heading across, but for its numbers; what else it says is a row below it."""
        self.tbody = None
        self._level = self._group = 2
        line = self._line()
        style = replace(self.look.cell, bold=True, colour=self.look.accent_ink)
        above = 0.5 * self.look.body
        number = self.numbers.get(item.id, "")
        case_number = item.case_number.strip() if self.beside else ""
        cells = [text_cell(line, number, style, above=above)] if number else []
        text = (*link_addresses(_public(item, CLOSED) or "Rubrik"), *self._marks(item))
        title = line.cell("TH", self.span - len(cells) - bool(case_number), "Group")
        shown = self._titled(title.add("H2"), text, style, number)
        cells.append(TableCell(Stack([Space(above), shown]), title.colspan - 1))
        if case_number:
            cells.append(text_cell(line, case_number, self.look.cell, above=above))
        lines = self._lines(item)
        if not lines:
            return [CellRow(cells, keep=keep, rule=0.6)]
        below = self._below(lines, 1 if number else 0)
        return [CellRow(cells, keep=True, rule=0.0), CellRow(below, keep=keep, rule=0.6)]

    def _below(self, lines: Sequence[_Line], column: int) -> list[TableCell]:
        """Add a row that stands close under a heading, from its title's column on."""
        line = self._line()
        before = [text_cell(line, "", self.look.cell) for _ in range(column)]
        said = line.cell("TD", colspan=self.span - column)
        close = Space(-1.5 * self.padding)
        return [*before, TableCell(Stack([close, *_paragraphs(said, lines)]), said.colspan - 1)]

    def _indent(self, item: Item) -> float:
        return 1.1 * self.look.body if item.level > 0 else 0.0

    def _marks(self, item: Item) -> tuple[Piece, ...]:
        return self.notes.marks(Anchor.ITEM, item.id)

    def _matter(self, line: Element, item: Item) -> list[Block]:
        """Set title, standing, presenters, room, note and time, a paragraph each.

        The title heads the row; the others are a cell of their own, set below it. The time
        of a break stands beside its title.
        """
        time = self._time(item) if item.kind is ItemKind.BREAK else ""
        text = (
            *self._title(item), *self._marks(item),
            *([Piece(f" {time}", quiet=True)] if time else []),
        )  # fmt: skip
        title = line.cell("TH", scope="Row") if text else line.cell("TD")
        title.depth = int(item.level > 0)
        blocks: list[Block] = []
        if text and item.kind is ItemKind.BREAK:
            blocks.append(paragraph(title.add("P"), text, self.look.cell))
        elif text:
            heading = title.add(self._heading_tag(item))
            number = self.numbers.get(item.id, "")
            blocks.append(self._titled(heading, text, self.look.cell, number))
        return [*blocks, *_paragraphs(line.cell("TD"), self._lines(item))]

    def _heading_tag(self, item: Item) -> Tag:
        """Return what a matter is among the paper's headings; no level is skipped."""
        wanted = self._group + (2 if item.level > 0 else 1)
        self._level = min(wanted, self._level + 1)
        return next(tag for tag, level in HEADINGS.items() if level == self._level)

    def _titled(
        self, heading: Element, text: Sequence[Piece], style: TextStyle, number: str
    ) -> Paragraph:
        """Set a title that one can jump to, in the outline after its number."""
        words = "".join(piece.text for piece in text if piece.note is None)
        heading.name = f"{number} {words}".strip()
        return paragraph(heading, text, style)

    def _lines(self, item: Item) -> list[_Line]:
        """Return what stands under a row's title, with its style."""
        quiet = replace(self.look.cell, colour=self.look.small.colour)
        note = item.note.strip()
        standing = " · ".join(
            word for word in (_standing(item), self.marked.get(item.id, "")) if word
        )
        lines: list[_Line] = [(standing, self.look.label)]
        lines += [(line, quiet) for line in (*self._people(item), *_room(item))]
        lines.append((link_addresses(note) if note else "", quiet))
        lines.append((self.papers.get(item.id, ""), quiet))
        if item.case_number.strip() and not self.beside:
            lines.append((f"{CASE_NUMBER} {item.case_number.strip()}", quiet))
        if item.kind is not ItemKind.BREAK:
            lines.append((self._time(item), quiet))
        return [(text, style) for text, style in lines if text]

    def _title(self, item: Item) -> tuple[Piece, ...]:
        if item.kind is ItemKind.BREAK:
            return (Piece(_public(item, "") or "Paus"),)
        title = _public(item, CLOSED_TITLE)
        return link_addresses(title, bold=item.level == 0) if title else ()

    def _people(self, item: Item) -> list[str]:
        return [text for text in (_presenter(person) for person in item.presenters) if text]

    def _time(self, item: Item) -> str:
        if item.withdrawn:
            return ""
        text = printed_time(item, self.slots.get(item.id, Slot()), self.style.time_separator)
        prefix = f"{self.style.item_prefix}\u00a0" if self.style.item_prefix else ""
        return f"({prefix}{text})" if text else ""


def _paragraphs(cell: Element, lines: Sequence[_Line]) -> list[Block]:
    return [paragraph(cell.add("P"), text, style) for text, style in lines if text]


def _public(item: Item, closed: str) -> str:
    """Return the title, ``closed`` where a closed row has none for its readers."""
    return item.title.strip() or (closed if item.closed else "")


def _presenter(person: Presenter) -> str:
    parts = (" ".join(part.split()) for part in (person.name, person.title, person.unit))
    return ", ".join(part for part in parts if part)


def _standing(item: Item) -> str:
    """Say what sets the item apart, in words, so that it never hangs on colour.

    A heading without words for the public says in their place that it is closed.
    """
    said = item.kind is ItemKind.HEADING and not item.title.strip()
    words = (
        WITHDRAWN if item.withdrawn else "",
        LATE if item.added_late else "",
        CLOSED if item.closed and not said else "",
    )
    return " · ".join(word for word in words if word)


def _room(item: Item) -> list[str]:
    place = in_place(item.place)
    if item.parallel:
        return [f"Parallellt med föregående ärende{', ' + place if place else ''}"]
    return [capitalised(place)] if place else []
