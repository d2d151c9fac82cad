"""The kallelse: the notice that calls a council to a meeting, with its agenda.

It has the parts and the order of the council's own notice of 7 March 2018. Numbers, times
and marks come from the model. It is set on one page when the text stays readable.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.agenda_table import AgendaTable
from hubra_desktop.documents.edition import Edition
from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph, spaced
from hubra_desktop.documents.kit.compose import heading, listing, note_blocks, subtitle
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    dateline,
    stated_facts,
)
from hubra_desktop.documents.kit.frames import alarm
from hubra_desktop.documents.kit.letterhead import Letterhead, marked_title
from hubra_desktop.documents.kit.links import link_addresses
from hubra_desktop.documents.kit.metadata import Attachment, Metadata
from hubra_desktop.documents.kit.render import Manuscript, fitted
from hubra_desktop.documents.kit.style import ALARM, LARGEST, Look
from hubra_desktop.documents.kit.tree import Piece, document
from hubra_desktop.documents.meeting_facts import joining, moment_text
from hubra_desktop.documents.notes import PrintedNotes
from hubra_desktop.documents.paper_lists import OF_MEETING, papers_named
from hubra_desktop.model.closed_rows import meeting_for
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import capitalised, long_date
from hubra_desktop.model.terms import LIFTED_STATES, Anchor, MeetingKind, MeetingState

_MOST_HELD: Final = 6
"""Footnotes and signatures; a longer end fills a page of its own well enough."""

_KINDS: Final = {
    MeetingKind.ORDINARY: "",
    MeetingKind.EXTRA: "Extra sammanträde",
    MeetingKind.THEME: "Temasammanträde",
}


def kallelse_manuscript(
    meeting: Meeting,
    style: HouseStyle,
    *,
    draft: bool,
    text_size: float | None = None,
    data: bytes | None = None,
    replacement: Meeting | None = None,
    edition: Edition | None = None,
) -> Manuscript:
    """Compose the kallelse at the largest text size that fits one page.

    Without an ``edition`` it is the first version, for everybody.
    """
    told = replace(edition or Edition(), draft=draft)

    def at(size: float) -> Manuscript:
        look = Look(body=min(size, LARGEST), accent=style.accent, kerning=style.kerning)
        return _Kallelse(meeting, style, look, told, replacement).manuscript(data)

    return fitted(at, text_size)


class _Kallelse:
    """Builds one kallelse at one text size; used once."""

    def __init__(
        self, meeting: Meeting, style: HouseStyle, look: Look, edition: Edition,
        replacement: Meeting | None,
    ) -> None:  # fmt: skip
        self.marks, self.edition = edition.marks(meeting), edition
        shown = meeting_for(meeting, edition.audience)
        self.papers = papers_named(meeting, shown) if style.list_papers else {}
        meeting = shown
        self.meeting, self.style, self.look, self.draft = meeting, style, look, edition.draft
        self.replacement = replacement
        self.root = document()
        issuer = meeting.body or style.organisation
        self.head = Letterhead(self.root, style, look, issuer, "Kallelse", self.draft, self.marks)
        self.notes = PrintedNotes(meeting, style)

    def manuscript(self, data: bytes | None) -> Manuscript:
        blocks: list[Block] = [heading(self.root, 1, self._name(), self.look)]
        blocks += [*self._subtitle(), *self._state()]
        blocks.append(stated_facts(self.root, self._fields(), self.look, self.head.measure))
        blocks += [*self._remark(), *self._changed()]
        if self.meeting.items:
            agenda = AgendaTable(
                self.root, self.meeting, self.style, self.look, self.notes, self.head.measure,
                self.edition.marked_rows(), papers=self.papers,
            )  # fmt: skip
            blocks.append(agenda.table())
        end = [
            *self._own_papers(),
            *note_blocks(self.root, self.notes.all(), self.look),
            *self._closing(),
        ]
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
        version = f", version {self.edition.version}" if self.edition.version > 1 else ""
        return Metadata(
            title=marked_title(
                f"{self._name()}, {day}{version}", self.style, self.draft, self.marks
            ),
            author=self.style.organisation or self.meeting.body or "HuBrå",
            subject=f"Kallelse till sammanträde {day}",
            day=self.meeting.notice_date or self.meeting.date,
            kind="Kallelse",
            publisher=self.style.organisation,
        )

    def _name(self) -> str:
        return f"Kallelse till {self.meeting.body}" if self.meeting.body else "Kallelse"

    def _subtitle(self) -> list[Block]:
        texts = (_KINDS[self.meeting.kind], self.edition.version_text())
        return [subtitle(self.root, text, self.look) for text in texts if text]

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
        return f"Sammanträdet är flyttat till {moment_text(self.replacement, self.style)}{place}."

    def _fields(self) -> list[StatedFact]:
        meeting = self.meeting
        missing = meeting.start is None and meeting.state not in LIFTED_STATES
        moment = capitalised(moment_text(meeting, self.style)) + (
            ", starttid saknas" if missing else ""
        )
        time = (Piece(moment), *self.notes.marks(Anchor.TIME))
        fields = [StatedFact("Tid", time)]
        place_marks = self.notes.marks(Anchor.PLACE)
        if meeting.place.strip() or place_marks:
            fields.append(
                StatedFact("Plats", (*link_addresses(meeting.place.strip()), *place_marks))
            )
        link = meeting.link.strip()
        if link and link not in meeting.place:
            fields.append(StatedFact("Länk", joining(link)))
        return fields

    def _remark(self) -> list[Block]:
        note = self.meeting.note.strip()
        style = replace(self.look.text, after=1.4 * self.look.body)
        return [paragraph(self.root.add("P"), link_addresses(note), style)] if note else []

    def _changed(self) -> list[Block]:
        """Tell what is otherwise than before: what no row can be marked for, and that rows are."""
        told, blocks = self.edition.told_above(self.meeting), list[Block]()
        if told:
            lead = f"Ändrat sedan version {self.edition.version - 1}:"
            style = replace(self.look.text, keep=True)
            blocks.append(paragraph(self.root.add("P"), lead, style))
            blocks.append(listing(self.root, told, self.look))
        if self.edition.marked_rows():
            style = replace(self.look.text, after=self.look.body)
            marked = "Ändrade ärenden är märkta i listan."
            blocks.append(paragraph(self.root.add("P"), marked, style))
        return blocks

    def _own_papers(self) -> list[Block]:
        """Name the papers of the meeting itself, where papers are named."""
        named = self.papers.get(OF_MEETING, "")
        if not named:
            return []
        style = replace(self.look.text, before=self.look.body)
        return [paragraph(self.root.add("P"), named, style)]

    def _closing(self) -> list[Block]:
        meeting = self.meeting
        line = dateline(meeting.notice_place, meeting.notice_date)
        signatures = [SignatureLine(sign.name, sign.role) for sign in meeting.signatures]
        return closing(self.root, line, signatures, self.look)
