"""The minutes of a meeting, and its notes: first page, one § after another, approval.

The first page has the parts that Swedish minutes have by custom; the last one has the
signatures and, where the body's rules want an announcement, its proof. Notes have no §§ and
begin at once.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Break, Stack, paragraph
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.compose import Headings, data_table, subtitle
from hubra_desktop.documents.kit.contents import Contents
from hubra_desktop.documents.kit.formal import (
    SignatureLine,
    StatedFact,
    closing,
    stated_facts,
)
from hubra_desktop.documents.kit.letterhead import Letterhead, PaperMark, marked_title
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript, PageSize
from hubra_desktop.documents.kit.rich import rich
from hubra_desktop.documents.kit.style import BODY, HAIRLINE, LARGEST, MM, Look
from hubra_desktop.documents.kit.tree import Element, Piece, document
from hubra_desktop.documents.minutes_sections import SectionPrinter
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.minutes.approval_days import comes_down
from hubra_desktop.model.minutes.approving import CHAIR_ROLE
from hubra_desktop.model.minutes.kept_as import minutes_name
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.minutes.minutes_view import MinutesView
from hubra_desktop.model.minutes.minutes_words import (
    Groups,
    groups,
    meeting_times,
    pauses,
    sections_named,
)
from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.minutes.public_minutes import holds_closed, public_minutes
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.minutes import Approval, Approver
from hubra_desktop.model.swedish import capitalised, folded, listed, long_date, short_date

_FEW: Final = 3
"""Minutes of fewer §§ than this have no contents."""
_SIGNING: Final = 11 * MM
"""The room at the foot of each page for the approvers' marks."""
CHAIR: Final = "Ordförande"
SECRETARY: Final = "Sekreterare"


@dataclass(frozen=True)
class MinutesContent:
    """What the paper of a meeting's minutes says.

    ``version`` counts those that were approved: minutes that were opened again make the
    next. ``draft`` marks what is not approved. The print for everybody (``audience``) has
    nothing of what was handled behind closed doors.
    """

    view: MinutesView
    version: int = 1
    draft: bool = True
    audience: Audience = Audience.INTERNAL

    @property
    def secret(self) -> bool:
        """Tell whether it says what not everybody may read."""
        return self.audience is Audience.INTERNAL and holds_closed(self.view)

    def for_everybody(self) -> "MinutesContent":
        """Return the print that everybody may read: the same where nothing is secret."""
        if not self.secret:
            return self
        return replace(self, view=public_minutes(self.view), audience=Audience.PUBLIC)


class MinutesLetterhead(Letterhead):
    """The head of minutes; with room for the approvers' marks at the foot of each page."""

    signed = True

    def page(self) -> PageSize:
        """Return the page, with the room that the marks take."""
        page, room = super().page(), _SIGNING if self.signed else 0.0
        return replace(page, bottom=page.bottom + room, first_bottom=page.first_bottom + room)

    def draw(self, canvas: TaggedCanvas, number: int, count: int) -> None:
        """Draw head and foot; the line for the marks stands above the address."""
        super().draw(canvas, number, count)
        if self.signed:
            with canvas.furniture("Footer"):
                self._draw_marks(canvas, number)

    def _draw_marks(self, canvas: TaggedCanvas, number: int) -> None:
        page = super().page()
        low = page.first_bottom if number == 1 else page.bottom
        top = low + _SIGNING - 3 * MM
        canvas.rule(self.left, top, self.measure, 0.4, HAIRLINE)
        half = self.measure / 2
        for place, words in enumerate(("Justerandes signatur", "Utdragsbestyrkande")):
            shown = paragraph(Element("P"), words, self.look.small)
            shown.draw(canvas, self.left + place * half, top - 1 * MM, half)


def minutes_manuscript(
    content: MinutesContent,
    style: HouseStyle,
    *,
    text_size: float | None = None,
    at_once: bool = False,
) -> Manuscript:
    """Compose minutes or notes, or the part of them that was approved ``at_once``."""
    size = min(text_size or BODY, LARGEST)
    look = Look(body=size, accent=style.accent, kerning=style.kerning)
    return _Minutes(content, style, look, at_once=at_once).manuscript()


class _Minutes:
    """Builds one paper at one text size; used once."""

    def __init__(
        self, content: MinutesContent, style: HouseStyle, look: Look, *, at_once: bool
    ) -> None:
        self.at_once = at_once
        self.content, self.view, self.style, self.look = content, content.view, style, look
        self.numbered = self.view.kind is MinutesKind.PROTOCOL
        self.name = minutes_name(self.view.kind)
        self.root = document()
        self.body = self.view.meeting.body or style.organisation
        kind = f"{self.name} {short_date(self.view.meeting.date)}"
        self.marks = (PaperMark.SECRET,) if content.secret else ()
        self.head = MinutesLetterhead(
            self.root, style, look, self.body, kind, content.draft, self.marks
        )
        self.head.signed = self.numbered and not look.large
        self.headings = Headings(self.root, look)
        self.blocks: list[Block] = []
        self.separator = style.time_separator

    def manuscript(self) -> Manuscript:
        contents = self._first_page()
        printer = SectionPrinter(
            self.view, self.root, self.look, self.headings, self.head.measure, self.separator
        )
        minutes = self.view.minutes
        self._text(minutes.opening if minutes else "", "opening")
        for section in self.view.sections:
            self.blocks += printer.blocks(section)
        self._text(minutes.closing if minutes else "", "closing")
        if self.numbered:
            self._approval()
        else:
            self._to_do()
            self._noted()
        if contents is not None:
            contents.close()
        self.blocks += self.head.close()
        return Manuscript(
            self.root, self.blocks, self._metadata(), self.head.page(), (self.head.draw,)
        )

    def _metadata(self) -> Metadata:
        day = long_date(self.view.meeting.date)
        title = ", ".join(filter(None, (self.name, self.body, day, *self._which())))
        return Metadata(
            title=marked_title(title, self.style, self.content.draft, self.marks),
            author=self.style.organisation or self.body or "HuBrå",
            subject=f"{self.name} från sammanträde {day}",
            day=self._approved_on() or self.view.meeting.date,
            kind=self.name,
            publisher=self.style.organisation,
        )

    def _approved_on(self) -> dt.date | None:
        approval = self.view.approval
        return approval.done if approval else None

    def _first_page(self) -> Contents | None:
        """Add the facts, and the contents of minutes that have more than a few §§."""
        title = f"{self.name} för {self.body}" if self.body else self.name
        self.blocks.append(self.headings.add(1, title))
        self.blocks.append(subtitle(self.root, self._subtitle(), self.look))
        self._stated(self._facts())
        if not self.numbered or len(self.view.sections) < _FEW:
            return None
        contents = Contents(self.root, self.look, deepest=2)
        self.blocks.append(contents.block)
        # In large print the contents go on over the page, which would be left half empty.
        if not self.look.large:
            self.blocks.append(Break())
        return contents

    def _subtitle(self) -> str:
        return ", ".join([capitalised(long_date(self.view.meeting.date)), *self._which()])

    def _which(self) -> list[str]:
        """Tell this paper from others of the same meeting."""
        said = []
        if self.at_once:
            said.append(f"omedelbar justering av {sections_named(self.view.sections)}")
        if self.content.version > 1:
            said.append(f"version {self.content.version}")
        if self.content.audience is Audience.PUBLIC:
            said.append("publik version")
        return said

    def _facts(self) -> list[StatedFact]:
        there = groups(self.view)
        facts = [
            StatedFact("Tid", self._time()),
            StatedFact("Plats", self.view.meeting.place.strip()),
            *self._people(there),
        ]
        if not self.numbered:
            return facts
        facts += [
            StatedFact("Utses att justera", self._approvers()),
            StatedFact("Justeringens plats och tid", self._approved_where()),
            StatedFact("Paragrafer", self.view.numbers),
        ]
        return facts

    def _time(self) -> str:
        said = [meeting_times(self.view, self.separator), pauses(self.view.pauses, self.separator)]
        return ", ".join(capitalised(each) if not place else each
                         for place, each in enumerate(filter(None, said)))  # fmt: skip

    def _people(self, there: Groups) -> list[StatedFact]:
        deciding = "Beslutande" if self.numbered else "Närvarande"
        return [
            StatedFact(deciding, _lines(there.deciding)),
            StatedFact("Närvarande ersättare", _lines(there.substitutes)),
            StatedFact("Övriga deltagande", _lines(there.others)),
            StatedFact("Frånvarande", _lines(there.away)),
        ]

    def _approvers(self) -> str:
        every = self.view.minutes.approvers if self.view.minutes else ()
        # Who leads the meeting approves by that; where nobody else does, the chair is named.
        named = [each for each in every if each.role != CHAIR_ROLE] or every
        return listed([each.name for each in named if each.name.strip()])

    def _approved_where(self) -> str:
        minutes, approval = self.view.minutes, self.view.approval
        place = minutes.place.strip() if minutes else ""
        day = (approval.done or approval.planned) if approval else None
        return ", ".join(each for each in (place, short_date(day) if day else "") if each)

    def _text(self, text: str, field: str) -> None:
        """Add what the minutes say before the first § or after the last."""
        assert self.view.minutes is not None or not text
        row_id = self.view.minutes.id if self.view.minutes else ""
        self.blocks += rich(
            self.root, text, self.look, self.headings, self.head.measure, 1,
            source=field_source(row_id, field),
        )  # fmt: skip

    def _approval(self) -> None:
        """Add the last page: signatures, and the proof of the announcement."""
        before, self.blocks = self.blocks, [self.headings.add(2, "Justering")]
        facts = [
            StatedFact("Organ", self.body),
            StatedFact("Sammanträdesdatum", short_date(self.view.meeting.date)),
            StatedFact("Paragrafer", self.view.numbers),
            StatedFact("Omedelbart justerade", self._at_once()),
            StatedFact("Justerat", short_date(day) if (day := self._approved_on()) else ""),
        ]
        self._stated(facts)
        self.blocks += closing(self.root, "", self._signing(), self.look)
        if self.view.rules.announced:
            self._announcement()
        # The signatures stand on one page, on the last one of the §§ where that has room.
        whole = Stack(self.blocks, before=2 * self.look.body, together=not self.look.large)
        self.blocks = [*before, whole]

    def _stated(self, facts: list[StatedFact]) -> None:
        shown = [each for each in facts if each.blank or each.text]
        if shown:
            self.blocks.append(stated_facts(self.root, shown, self.look, self.head.measure))

    def _at_once(self) -> str:
        """Say which §§ were approved at once, and when."""
        minutes = self.view.minutes
        said = []
        for each in minutes.approvals if minutes else ():
            mine = [one for one in self.view.sections if one.section.approval_id == each.id]
            if each.kind is ApprovalKind.IMMEDIATE and mine:
                done = f" ({short_date(each.done)})" if each.done else ""
                said.append(f"{sections_named(mine)}{done}")
        return listed(said)

    def _signing(self) -> list[SignatureLine]:
        """Return the signature lines: who wrote, who led, who approves."""
        named: tuple[Approver, ...] = self.view.minutes.approvers if self.view.minutes else ()
        led = any(folded(each.name) == folded(self.view.chair) for each in named)
        lines = [SignatureLine(self.view.secretary, SECRETARY)]
        if not led:
            lines.append(SignatureLine(self.view.chair, CHAIR))
        for each in named:
            chair = folded(each.name) == folded(self.view.chair)
            role = capitalised(each.role.strip()) or (CHAIR if chair else "Justerare")
            lines.append(SignatureLine(each.name, role))
        return lines

    def _announcement(self) -> None:
        """Add the proof that the approval was announced (KL 8 kap. 12 §)."""
        approval = self.view.approval or Approval()
        self.blocks.append(self.headings.add(2, "Anslag och bevis"))
        said = "Justeringen tillkännages på den digitala anslagstavlan."
        self.blocks.append(paragraph(self.root.add("P"), (Piece(said),), self.look.text))
        kept_at = self.view.minutes.kept_at.strip() if self.view.minutes else ""
        self._stated(
            [
                StatedFact("Organ", self.body),
                StatedFact("Sammanträdesdatum", short_date(self.view.meeting.date)),
                _day("Anslaget sätts upp", approval.posted_on),
                _day("Anslaget tas ned", approval.taken_down_on or comes_down(approval)),
                StatedFact("Protokollet förvaras", kept_at or "plats", blank=not kept_at),
                StatedFact("Bevis", approval.proof.strip()),
                StatedFact("Underskrift", "namnförtydligande", blank=True),
            ]
        )

    def _to_do(self) -> None:
        """List who does what until when, from the decisions that name somebody."""
        rows = [
            (each.adopted.strip(), each.executor.strip(), short_date(each.due) if each.due else "")
            for section in self.view.sections
            for each in section.section.decisions
            if each.executor.strip()
        ]
        if not rows:
            return
        self.blocks.append(self.headings.add(2, "Att göra"))
        shares = (0.55, 0.27, 0.18) if any(due for *_, due in rows) else (0.65, 0.35)
        widths = [share * self.head.measure for share in shares]
        header = ("Vad", "Vem", "Senast")[: len(shares)]
        shown = [row[: len(shares)] for row in rows]
        self.blocks.append(data_table(self.root, header, shown, widths, self.look))

    def _noted(self) -> None:
        """End notes with who wrote and who approved them, or is to."""
        named = self.view.minutes.approvers if self.view.minutes else ()
        day = None if self.content.draft else self._approved_on()
        facts = [
            StatedFact("Antecknat av", self.view.secretary),
            StatedFact(
                "Godkänns av" if self.content.draft else "Godkänt av",
                listed([each.name for each in named]),
            ),
            StatedFact("Godkänt den", short_date(day) if day else ""),
        ]
        self._stated(facts)


def _lines(names: tuple[str, ...]) -> str:
    return "\n".join(names)


def _day(name: str, day: dt.date | None) -> StatedFact:
    return StatedFact(name, short_date(day)) if day else StatedFact(name, "dag", blank=True)
