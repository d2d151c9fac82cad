"""The kallelse: the notice that calls a council to a meeting, with its agenda.

It has the parts and the order of the council's own notice of 7 March 2018. Numbers, times
and marks come from the model. It is set on one page when the text stays readable.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.agenda_table import AgendaTable
from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph, spaced
from hubra_desktop.documents.kit.compose import heading, note_blocks, subtitle
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    stated_facts,
)
from hubra_desktop.documents.kit.frames import alarm
from hubra_desktop.documents.kit.letterhead import Letterhead, PaperMark, marked_title
from hubra_desktop.documents.kit.links import link_addresses, linked
from hubra_desktop.documents.kit.metadata import Attachment, Metadata
from hubra_desktop.documents.kit.render import Manuscript, fitted
from hubra_desktop.documents.kit.style import ALARM, LARGEST, Look
from hubra_desktop.documents.kit.tree import Piece, document
from hubra_desktop.documents.notes import PrintedNotes
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import capitalised, clock, long_date
from hubra_desktop.model.terms import LIFTED_STATES, Anchor, MeetingKind, MeetingState

_MOST_HELD: Final = 6
"""Footnotes and signatures; a longer end fills a page of its own well enough."""

_JOIN: Final = "Delta i mötet på webben"
_TYPED: Final = 25
"""The longest address that somebody types from a paper."""

_KINDS: Final = {
    MeetingKind.ORDINARY: "",
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.THEME: "Temasammanträde",
}
_MARKS: Final = {MeetingState.CANCELLED: PaperMark.CANCELLED, MeetingState.MOVED: PaperMark.MOVED}


def kallelse_manuscript(
    meeting: Meeting,
    style: HouseStyle,
    *,
    draft: bool,
    text_size: float | None = None,
    data: bytes | None = None,
    replacement: Meeting | None = None,
) -> Manuscript:
    """Compose the kallelse at the largest text size that fits one page."""

    def at(size: float) -> Manuscript:
        look = Look(body=min(size, LARGEST), accent=style.accent, kerning=style.kerning)
        return _Kallelse(meeting, style, look, draft, replacement).manuscript(data)

    return fitted(at, text_size)


def _joining(link: str) -> tuple[Piece, ...]:
    """Name the link to a meeting; one that is short enough to be typed is printed too."""
    name = linked(_JOIN, link)
    if not name.href:
        return (Piece(link),)
    return (name, Piece(f" ({link})")) if len(link) <= _TYPED else (name,)


class _Kallelse:
    """Builds one kallelse at one text size; used once."""

    def __init__(
        self, meeting: Meeting, style: HouseStyle, look: Look, draft: bool,
        replacement: Meeting | None,
    ) -> None:  # fmt: skip
        self.meeting, self.style, self.look, self.draft = meeting, style, look, draft
        self.replacement = replacement
        self.root = document()
        issuer = meeting.body or style.organisation
        self.mark = _MARKS.get(meeting.state)
        self.head = Letterhead(self.root, style, look, issuer, "Kallelse", draft, self.mark)
        self.notes = PrintedNotes(meeting, style)

    def manuscript(self, data: bytes | None) -> Manuscript:
        blocks: list[Block] = [heading(self.root, 1, self._name(), self.look)]
        blocks += [*self._subtitle(), *self._state()]
        blocks.append(stated_facts(self.root, self._fields(), self.look, self.head.measure))
        blocks += self._remark()
        if self.meeting.items:
            agenda = AgendaTable(
                self.root, self.meeting, self.style, self.look, self.notes, self.head.measure
            )
            blocks.append(agenda.table())
        end = [*note_blocks(self.root, self.notes.all(), self.look), *self._closing()]
        end += self.head.close()
        self._hold(blocks[-1], end)
        blocks += end
        attachment = None
        if data is not None:
            attachment = Attachment("kallelse.json", data, "Kallelsen som data (JSON)")
        return Manuscript(
            self.root, blocks, self._metadata(), self.head.page(), (self.head.draw,), attachment
        )

    def _hold(self, last: Block, end: Sequence[Block]) -> None:
        """Keep the end off a page of its own: the last matter goes with notes and signatures.

        So it is with the address, where that stands last.
        """
        if not end or len(end) > _MOST_HELD:
            return
        for note in end[:-1]:
            note.keep = True
        tall = sum(gap + block.height(self.head.measure) for gap, block in spaced(end))
        last.tail = tall < self.head.page().room(2) / 2

    def _metadata(self) -> Metadata:
        day = long_date(self.meeting.date)
        return Metadata(
            title=marked_title(f"{self._name()}, {day}", self.draft, self.mark),
            author=self.style.organisation or self.meeting.body or "HuBrå",
            subject=f"Kallelse till sammanträde {day}",
            day=self.meeting.notice_date or self.meeting.date,
            kind="Kallelse",
            publisher=self.style.organisation,
        )

    def _name(self) -> str:
        return f"Kallelse till {self.meeting.body}" if self.meeting.body else "Kallelse"

    def _subtitle(self) -> list[Block]:
        text = _KINDS[self.meeting.kind]
        return [subtitle(self.root, text, self.look)] if text else []

    def _state(self) -> list[Block]:
        text = self._state_text()
        if not text:
            return []
        style = replace(self.look.style(1.1), bold=True, colour=ALARM, hyphens=False)
        stack = Stack([paragraph(self.root.add("P"), text, style)])
        return [alarm(stack, self.look, after=1.4)]

    def _state_text(self) -> str:
        if self.meeting.state is MeetingState.CANCELLED:
            return "Sammanträdet är inställt."
        if self.meeting.state is not MeetingState.MOVED:
            return ""
        if self.replacement is None:
            return "Sammanträdet är flyttat. En ny kallelse skickas ut."
        place = f", {self.replacement.place.strip()}" if self.replacement.place.strip() else ""
        return f"Sammanträdet är flyttat till {self._moment(self.replacement)}{place}."

    def _moment(self, meeting: Meeting) -> str:
        """Write when a meeting begins, as far as it is known."""
        day = long_date(meeting.date)
        if meeting.start is None:
            return day
        time = clock(meeting.start, self.style.time_separator)
        words = f"{self.style.head_prefix}\u00a0{time}" if self.style.head_prefix else time
        return f"{day}, {words}"

    def _fields(self) -> list[StatedFact]:
        meeting = self.meeting
        missing = meeting.start is None and meeting.state not in LIFTED_STATES
        moment = capitalised(self._moment(meeting)) + (", starttid saknas" if missing else "")
        time = (Piece(moment), *self.notes.marks(Anchor.TIME))
        fields = [StatedFact("Tid", time)]
        place_marks = self.notes.marks(Anchor.PLACE)
        if meeting.place.strip() or place_marks:
            fields.append(
                StatedFact("Plats", (*link_addresses(meeting.place.strip()), *place_marks))
            )
        link = meeting.link.strip()
        if link and link not in meeting.place:
            fields.append(StatedFact("Länk", _joining(link)))
        return fields

    def _remark(self) -> list[Block]:
        note = self.meeting.note.strip()
        style = replace(self.look.text, after=1.4 * self.look.body)
        return [paragraph(self.root.add("P"), link_addresses(note), style)] if note else []

    def _closing(self) -> list[Block]:
        meeting = self.meeting
        line = dateline(meeting.notice_place, meeting.notice_date)
        signatures = [SignatureLine(sign.name, sign.role) for sign in meeting.signatures]
        return closing(self.root, line, signatures, self.look)
