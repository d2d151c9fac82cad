"""The kallelse: the notice that calls a council to a meeting, with its agenda.

It prints what the council's own notice of 7 March 2018 prints, in that order:
head, time and place, agenda with times after the presenters, footnotes, place and
date, signature lines. Numbers, times and marks come from the model; nothing is
computed here. It is set on one page when that can be done without shrinking the
text below what reads well.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.agenda_table import agenda
from hubra_desktop.documents.kit.blocks import Block, Paragraph, Space, Stack, paragraph
from hubra_desktop.documents.kit.blocks import Rule as RuleBlock
from hubra_desktop.documents.kit.frames import Banner, Columns, Hanging
from hubra_desktop.documents.kit.house import Letterhead
from hubra_desktop.documents.kit.html import to_html
from hubra_desktop.documents.kit.links import linked
from hubra_desktop.documents.kit.metadata import Attachment, Metadata
from hubra_desktop.documents.kit.render import Manuscript, filled_pages, to_pdf
from hubra_desktop.documents.kit.style import ALARM, BODY, INK, SMALLEST, Look
from hubra_desktop.documents.kit.table import Cell, Row, Table
from hubra_desktop.documents.kit.tree import Piece, document
from hubra_desktop.documents.notes import Notes
from hubra_desktop.model.sheet import HouseStyle, MeetingSheet, SignatureSheet
from hubra_desktop.model.swedish import capitalised, clock, date_in_text, long_date
from hubra_desktop.model.terms import Anchor, MeetingKind, MeetingState

_SMALLER: Final = (10.5, 10.0, SMALLEST)
_LARGEST: Final = 28.0
_SHRINKS: Final = (BODY / SMALLEST) ** 2
"""How many pages' worth the smallest size could at best bring down to one."""
_KINDS: Final = {
    MeetingKind.ORDINARY: "",
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.THEME: "Temasammanträde",
}


def kallelse(
    meeting: MeetingSheet,
    style: HouseStyle,
    *,
    draft: bool,
    text_size: float | None = None,
    data: bytes | None = None,
    replacement: MeetingSheet | None = None,
) -> bytes:
    """Print the kallelse of ``meeting`` as PDF/A-2a and PDF/UA-1 (3a when ``data`` is carried).

    ``text_size`` in points (16 or 20 for large print) turns fitting to one page off.
    ``data`` is the agenda as JSON. ``replacement`` is the meeting that took a moved
    one's place. Raises MissingGlyphsError for characters that cannot be printed and
    BadPictureError for an unreadable logotype.
    """
    manuscript = kallelse_manuscript(
        meeting, style, draft=draft, text_size=text_size, data=data, replacement=replacement
    )
    return to_pdf(manuscript)


def kallelse_html(
    meeting: MeetingSheet,
    style: HouseStyle,
    *,
    draft: bool,
    text_size: float | None = None,
    replacement: MeetingSheet | None = None,
) -> str:
    """Write the kallelse of ``meeting`` as one HTML page: the same words in the same order.

    ``text_size`` in points is the size the page asks for, else the reader's own.
    """
    manuscript = kallelse_manuscript(meeting, style, draft=draft, replacement=replacement)
    return to_html(manuscript, text_size)


def kallelse_manuscript(
    meeting: MeetingSheet,
    style: HouseStyle,
    *,
    draft: bool,
    text_size: float | None = None,
    data: bytes | None = None,
    replacement: MeetingSheet | None = None,
) -> Manuscript:
    """Tell the kallelse once, for print and for text: the largest size that fits one page."""

    def at(size: float) -> Manuscript:
        look = Look(body=size, accent=style.accent, kerning=style.kerning)
        return _Kallelse(meeting, style, look, draft, replacement).manuscript(data)

    ordinary = at(min(text_size or BODY, _LARGEST))
    if text_size or not 1 < filled_pages(ordinary) < _SHRINKS:
        return ordinary
    smaller = (at(size) for size in _SMALLER)
    return next((fitted for fitted in smaller if filled_pages(fitted) <= 1), ordinary)


class _Kallelse:
    """Builds one kallelse at one text size; used once."""

    def __init__(
        self, meeting: MeetingSheet, style: HouseStyle, look: Look, draft: bool,
        replacement: MeetingSheet | None,
    ) -> None:  # fmt: skip
        self.meeting, self.style, self.look, self.draft = meeting, style, look, draft
        self.replacement = replacement
        self.root = document()
        issuer = meeting.body or style.organisation
        self.head = Letterhead(self.root, style, look, issuer, "Kallelse", draft)
        self.notes = Notes(meeting, style)

    def manuscript(self, data: bytes | None) -> Manuscript:
        blocks: list[Block] = [self._title(), *self._subtitle(), *self._state()]
        blocks += [self._time_and_place(), *self._remark()]
        if self.meeting.items:
            columns = self.head.measure
            blocks.append(
                agenda(self.root, self.meeting, self.style, self.look, self.notes, columns)
            )
        blocks += [*self._footnotes(), *self._closing()]
        blocks += self.head.close()
        attachment = None
        if data is not None:
            attachment = Attachment("kallelse.json", data, "Kallelsen som data (JSON)")
        return Manuscript(
            self.root, blocks, self._metadata(), self.head.page(), (self.head.draw,), attachment
        )

    def _metadata(self) -> Metadata:
        day = long_date(self.meeting.date)
        draft = "Utkast: " if self.draft else ""
        return Metadata(
            title=f"{draft}{self._name()}, {day}",
            author=self.style.organisation or self.meeting.body or "HuBrå",
            subject=f"Kallelse till sammanträde {day}",
            day=self.meeting.notice_date or self.meeting.date,
        )

    def _name(self) -> str:
        return f"Kallelse till {self.meeting.body}" if self.meeting.body else "Kallelse"

    def _title(self) -> Paragraph:
        return paragraph(self.root.add("H1"), self._name(), self.look.title)

    def _subtitle(self) -> list[Block]:
        text = _KINDS[self.meeting.kind]
        style = self.look.style(1.1, after=1.0, bold=True, keep=True)
        return [paragraph(self.root.add("P"), text, style)] if text else []

    def _state(self) -> list[Block]:
        text = self._state_text()
        if not text:
            return []
        style = replace(self.look.style(1.1), bold=True, colour=ALARM, hyphens=False)
        stack = Stack([paragraph(self.root.add("P"), text, style)])
        return [Banner(stack, ALARM, 0.8 * self.look.body, after=1.4 * self.look.body)]

    def _state_text(self) -> str:
        if self.meeting.state is MeetingState.CANCELLED:
            return "Sammanträdet är inställt."
        if self.meeting.state is not MeetingState.MOVED:
            return ""
        if self.replacement is None:
            return "Sammanträdet är flyttat. En ny kallelse skickas ut."
        place = f", {self.replacement.place.strip()}" if self.replacement.place.strip() else ""
        return f"Sammanträdet är flyttat till {self._moment(self.replacement)}{place}."

    def _moment(self, meeting: MeetingSheet) -> str:
        time = clock(meeting.start, self.style.time_separator)
        words = f"{self.style.head_prefix}\u00a0{time}" if self.style.head_prefix else time
        return f"{long_date(meeting.date)}, {words}"

    def _time_and_place(self) -> Table:
        table = self.root.add("Table").add("TBody")
        label = replace(self.look.label, size=self.look.cell.size, leading=self.look.cell.leading)
        rows: list[Row] = []
        for name, pieces in self._fields():
            line = table.add("TR")
            heading = paragraph(line.cell("TH", scope="Row").add("P"), name, label)
            cell = line.cell("TD")
            text = paragraph(cell.add("P"), pieces, self.look.cell)
            rows.append(Row([Cell(Stack([heading])), Cell(Stack([text]))], rule=0.0))
        first = 4.6 * self.look.body
        widths = (first, self.head.measure - first)
        after = 1.5 * self.look.body
        return Table(rows, widths, padding=0.16 * self.look.body, after=after, keep=True)

    def _fields(self) -> list[tuple[str, Sequence[Piece]]]:
        meeting = self.meeting
        time = (Piece(capitalised(self._moment(meeting))), *self.notes.marks(Anchor.TIME))
        fields: list[tuple[str, Sequence[Piece]]] = [("Tid", time)]
        place_marks = self.notes.marks(Anchor.PLACE)
        if meeting.place.strip() or place_marks:
            fields.append(("Plats", (*linked(meeting.place.strip()), *place_marks)))
        link = meeting.link.strip()
        if link and link not in meeting.place:
            fields.append(("Länk", (Piece(link, href=link),)))
        return fields

    def _remark(self) -> list[Block]:
        note = self.meeting.note.strip()
        style = replace(self.look.text, after=1.4 * self.look.body)
        return [paragraph(self.root.add("P"), linked(note), style)] if note else []

    def _footnotes(self) -> list[Block]:
        blocks: list[Block] = []
        for note in self.notes.all():
            self.root.adopt(note)
            label = Paragraph(note.kids[0], self.look.small)
            body = Stack([Paragraph(note.kids[1], self.look.small)])
            indent = max(1.1 * self.look.body, label.natural() + 0.4 * self.look.body)
            before = 0.3 * self.look.body if blocks else 1.0 * self.look.body
            blocks.append(Hanging(label, body, indent, before=before))
        return blocks

    def _closing(self) -> list[Block]:
        """Set place, date and signature lines, which stay on one page."""
        blocks: list[Block] = []
        line = self._dateline()
        if line:
            blocks.append(paragraph(self.root.add("P"), line, self.look.cell))
        signatures = [sign for sign in self.meeting.signatures if sign.name or sign.role]
        columns = 2 if len(signatures) in {1, 2, 4} or self.look.body > BODY + 2 else 3
        blocks += [
            self._signatures(signatures[first : first + columns], columns)
            for first in range(0, len(signatures), columns)
        ]
        if not blocks:
            return []
        return [Stack(blocks, before=1.9 * self.look.body, together=len(signatures) <= 9)]

    def _dateline(self) -> str:
        place, day = self.meeting.notice_place.strip(), self.meeting.notice_date
        if day is None:
            return capitalised(place)
        return f"{place} {date_in_text(day)}" if place else capitalised(date_in_text(day))

    def _signatures(self, signatures: Sequence[SignatureSheet], columns: int) -> Columns:
        stacks = [self._signature(signature) for signature in signatures]
        return Columns(stacks, 2.2 * self.look.body, columns)

    def _signature(self, signature: SignatureSheet) -> Stack:
        pieces = [Piece(signature.name.strip())]
        if signature.role.strip():
            pieces.append(Piece("\n" * bool(signature.name.strip()) + signature.role, quiet=True))
        text = paragraph(
            self.root.add("P"), [piece for piece in pieces if piece.text], self.look.cell
        )
        line = RuleBlock(0.5, INK, after=0.35 * self.look.body)
        return Stack([Space(3.2 * self.look.body), line, text], together=True)
