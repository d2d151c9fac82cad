"""Papers that tell of a meeting after it was called: changes, additions, cancelled, moved.

They have the kallelse's head, and each says which kallelse it is about.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.agenda_table import AgendaTable
from hubra_desktop.documents.edition import Edition, affected, told_once
from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.compose import data_table, heading, listing, note_blocks
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
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript, fitted
from hubra_desktop.documents.kit.style import ALARM, LARGEST, Look
from hubra_desktop.documents.kit.tree import document
from hubra_desktop.documents.meeting_facts import joining, moment_text
from hubra_desktop.documents.notes import PrintedNotes
from hubra_desktop.documents.paper_lists import papers_named
from hubra_desktop.model.closed_rows import meeting_for
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import capitalised, date_in_text, listed, long_date
from hubra_desktop.model.terms import MeetingState

_COLUMNS: Final = {"Gäller": 0.32, "Tidigare": 0.22, "Nu": 0.26, "Berör": 0.2}
"""The columns of changes, with their shares of the width."""

_OF_ROWS: Final = frozenset({"andring", "tillagg"})
"""The papers that say nothing of other rows than those that are otherwise."""

TITLES: Final = {
    "andring": "Ändring i kallelsen",
    "tillagg": "Tilläggslista",
    "installt": "Inställt sammanträde",
    "flyttat": "Flyttat sammanträde",
}


def notice_manuscript(
    name: str,
    meeting: Meeting,
    style: HouseStyle,
    edition: Edition,
    *,
    text_size: float | None = None,
    replacement: Meeting | None = None,
) -> Manuscript:
    """Compose the paper of a ``name`` in ``TITLES``; raises KeyError for another."""

    def at(size: float) -> Manuscript:
        look = Look(body=min(size, LARGEST), accent=style.accent, kerning=style.kerning)
        return _Notice(name, meeting, style, look, edition, replacement).manuscript()

    return fitted(at, text_size)


class _Notice:
    """Builds one paper at one text size; used once."""

    def __init__(
        self, name: str, meeting: Meeting, style: HouseStyle, look: Look, edition: Edition,
        replacement: Meeting | None,
    ) -> None:  # fmt: skip
        # The title says that it is cancelled or moved; it need not stand in the strip too.
        stands = replace(meeting, state=MeetingState.CALLED)
        only = edition.rows() if name in _OF_ROWS else None
        self.marks, self.edition, self.name = edition.marks(stands, only), edition, name
        self.meeting = meeting_for(meeting, edition.audience)
        self.papers = papers_named(meeting, self.meeting) if style.list_papers else {}
        self.style, self.look, self.replacement = style, look, replacement
        self.root = document()
        self.head = Letterhead(
            self.root, style, look, meeting.body or style.organisation, TITLES[name],
            edition.draft, self.marks,
        )  # fmt: skip

    def manuscript(self) -> Manuscript:
        blocks: list[Block] = [heading(self.root, 1, self._title(), self.look)]
        blocks += _BODIES[self.name](self)
        signatures = self._closing()
        blocks[-1].tail = blocks[-1].tail or bool(signatures)  # no signature stands alone on a page
        blocks += [*signatures, *self.head.close()]
        return Manuscript(
            self.root, blocks, self._metadata(), self.head.page(), (self.head.draw,), None
        )

    def _title(self) -> str:
        title, body = TITLES[self.name], self.meeting.body
        if not body:
            return title
        return f"{title} till {body}" if self.name == "andring" else f"{title}, {body}"

    def _metadata(self) -> Metadata:
        day = long_date(self.meeting.date)
        version = f", version {self.edition.version}" if self.name == "andring" else ""
        title = f"{self._title()}, {day}{version}"
        return Metadata(
            title=marked_title(title, self.style, self.edition.draft, self.marks),
            author=self.style.organisation or self.meeting.body or "HuBrå",
            subject=f"{TITLES[self.name]}: sammanträde {day}",
            day=self.edition.day or self.meeting.date,
            kind=TITLES[self.name],
            publisher=self.style.organisation,
        )

    def changes(self) -> list[Block]:
        """Tell each change: what it was, what it is now, and whom it concerns."""
        version = self.edition.version
        return [
            self._facts(StatedFact("Gäller nu", f"Kallelsen, version {version}")),
            self._prose(
                f"Kallelsen{self._called()} är ändrad. Här står vad som är annorlunda i version "
                f"{version}, som gäller i stället för version {version - 1}."
            ),
            self._changes(),
        ]

    def _changes(self) -> Block:
        """Set the changes in columns, in large print as sentences."""
        told = self.edition.changes
        if not told:
            return self._prose("Inget är ändrat än.")
        if self.look.large:
            return listing(self.root, [each.sentence for each in told], self.look)
        rows = [
            (what, each.old, each.new, listed([*affected(each)]))
            for what, each in zip(told_once(told), told, strict=True)
        ]
        widths = [share * self.head.measure for share in _COLUMNS.values()]
        return data_table(self.root, list(_COLUMNS), rows, widths, self.look)

    def additions(self) -> list[Block]:
        """Tell the rows that were added, as the kallelse would, with their numbers and times."""
        added = self.edition.rows()
        if not added:
            return [self._facts(), self._prose("Inget ärende har tillkommit än.")]
        own = tuple(each for each in self.meeting.footnotes if each.item_id in added)
        beside = replace(self.meeting, footnotes=own, pre_meetings=())
        notes = PrintedNotes(beside, self.style)
        blocks = [
            self._facts(),
            self._prose(
                f"De här ärendena har tillkommit efter kallelsen{self._called()}. Numren på de "
                "andra ärendena är desamma."
            ),
        ]
        table = AgendaTable(
            self.root, self.meeting, self.style, self.look, notes, self.head.measure, only=added,
            papers=self.papers,
        )  # fmt: skip
        return [*blocks, table.table(), *note_blocks(self.root, notes.all(), self.look)]

    def cancelled(self) -> list[Block]:
        """Tell that the meeting does not take place, why, and who is told."""
        return [
            self._alarm(f"Sammanträdet {self._moment()} är inställt."),
            self._facts(*self._decided()),
            *self._informed(),
        ]

    def moved(self) -> list[Block]:
        """Tell from when to when the meeting is moved, why, and who is told."""
        if self.replacement is None:
            return [
                self._alarm(f"Sammanträdet {self._moment()} är flyttat."),
                self._facts(*self._decided()), *self._informed(),
            ]  # fmt: skip
        new = moment_text(self.replacement, self.style)
        facts = [
            StatedFact("Från", capitalised(self._moment())),
            StatedFact("Till", capitalised(new)),
        ]
        facts += self._where(self.replacement)
        told = f"Sammanträdet är flyttat från {self._moment()} till {new}."
        return [
            self._alarm(told),
            stated_facts(self.root, [*facts, *self._decided()], self.look, self.head.measure),
            *self._informed("En ny kallelse skickas ut till den nya dagen."),
        ]

    def _moment(self) -> str:
        return moment_text(self.meeting, self.style)

    def _called(self) -> str:
        return f" av {date_in_text(self.edition.called)}" if self.edition.called else ""

    def _facts(self, *more: StatedFact) -> Block:
        """State when and where the meeting is, or was to be."""
        facts = [StatedFact("Tid", capitalised(self._moment())), *self._where(self.meeting), *more]
        return stated_facts(self.root, facts, self.look, self.head.measure)

    def _where(self, meeting: Meeting) -> list[StatedFact]:
        place, link = meeting.place.strip(), meeting.link.strip()
        facts = [StatedFact("Plats", link_addresses(place))] if place else []
        if link and link not in place:
            facts.append(StatedFact("Länk", joining(link)))
        return facts

    def _decided(self) -> list[StatedFact]:
        """State why the meeting is not held then, and when that was decided."""
        reason, day = self.edition.reason.strip(), self.meeting.lifted_on
        facts = [StatedFact("Skäl", reason)] if reason else []
        return [*facts, StatedFact("Beslutat", capitalised(date_in_text(day)))] if day else facts

    def _informed(self, *more: str) -> list[Block]:
        """Say which kallelse no longer holds and whom the paper concerns."""
        people = dict.fromkeys(
            " ".join((each.name or each.unit).split())
            for item in self.meeting.items
            if not item.withdrawn
            for each in item.presenters
        )
        names = [each for each in people if each]
        told = [f"Kallelsen{self._called()} gäller inte längre."] if self.edition.called else []
        presenting = f" och dem som skulle ha föredragit ärenden: {listed(names)}" if names else ""
        told.append(f"Det här gäller alla som har kallats{presenting}.")
        return [self._prose(" ".join([*told, *more]))]

    def _alarm(self, text: str) -> Block:
        style = replace(self.look.style(1.1), bold=True, colour=ALARM, hyphens=False)
        stack = Stack([paragraph(self.root.add("P"), text, style)])
        return alarm(stack, self.look, after=1.4)

    def _prose(self, text: str) -> Block:
        style = replace(self.look.text, after=self.look.body)
        return paragraph(self.root.add("P"), link_addresses(text), style)

    def _closing(self) -> list[Block]:
        line = dateline(self.meeting.notice_place, self.edition.day)
        signatures = [SignatureLine(sign.name, sign.role) for sign in self.meeting.signatures]
        return closing(self.root, line, signatures, self.look)


_BODIES: Final[Mapping[str, Callable[[_Notice], list[Block]]]] = {
    "andring": _Notice.changes,
    "tillagg": _Notice.additions,
    "installt": _Notice.cancelled,
    "flyttat": _Notice.moved,
}
