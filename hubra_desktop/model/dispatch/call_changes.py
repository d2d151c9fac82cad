"""What has changed since a meeting was called: told in the meeting's head and in its letter.

What was issued is kept as it was; it is compared with the meeting as it stands now. All
that a kallelse prints is compared, and each difference is one sentence, with what it was
and what it is. What concerns a row names its presenters, so that they can be told.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.model.dispatch.call_row_changes import RowComparison
from hubra_desktop.model.dispatch.call_sides import (
    NOTHING,
    CallChange,
    CallChangeKind,
    MeetingSide,
    on_one_line,
    presenters_of,
)
from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import date_in_text, long_date
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word


def call_changes(
    was: Meeting, now: Meeting, style: HouseStyle, tell: Tell = say
) -> tuple[CallChange, ...]:
    """Return what differs between the meeting that was called and the one that stands now.

    The head comes first, then the rows in their order, then footnotes and papers. Equal
    meetings give nothing. ``tell`` says the sentences: in the window's language, or in Swedish.
    """
    sides = MeetingSide(was, style, tell), MeetingSide(now, style, tell)
    head = _HeadComparison(*sides, tell)
    rows = RowComparison(*sides, tell)
    return (*head.changes(), *rows.changes(), *head.rest())


class _HeadComparison:
    """Compares all but the rows of two stages of one meeting; used once."""

    def __init__(self, was: MeetingSide, now: MeetingSide, tell: Tell) -> None:
        self.was, self.now, self.tell = was, now, tell

    def changes(self) -> Iterator[CallChange]:
        """Yield what is otherwise of the head."""
        yield from self._state()
        for kind, what, template, text in _HEAD:
            old, new = text(self.was, self.tell) or NOTHING, text(self.now, self.tell) or NOTHING
            if old != new:
                said = self.tell(template, old=old, new=new)
                yield CallChange(kind, said, self.tell(what), old, new)
        yield from self._notes(None)

    def rest(self) -> Iterator[CallChange]:
        """Yield what is otherwise of the rows' footnotes and of the papers."""
        for item in self.now.meeting.items:
            if item.id in self.was.items:
                yield from self._notes(item.id)
        yield from self._papers()

    def _state(self) -> Iterator[CallChange]:
        now = self.now.meeting.state
        if now is self.was.meeting.state or now not in _LIFTED:
            return
        what, said = self.tell("Sammanträdet"), self.tell(_LIFTED[now])
        yield CallChange(CallChangeKind.LIFTED, said, what, NOTHING, word(now, self.tell).lower())

    def _notes(self, item_id: str | None) -> Iterator[CallChange]:
        """Tell the footnotes that came, went or changed, at the head or at one row."""
        old, new = self.was.notes_of(item_id), self.now.notes_of(item_id)
        gone = [each for each in old if each not in new]
        come = [each for each in new if each not in old]
        for place in range(max(len(gone), len(come))):
            before, after = (each[place] if place < len(each) else "" for each in (gone, come))
            yield self._note(before, after, item_id)
        if not gone and not come and old != new:
            yield self._note("; ".join(old), "; ".join(new), item_id)

    def _note(self, old: str, new: str, item_id: str | None) -> CallChange:
        if not old:
            said = self.tell("Fotnoten ”{text}” tillkommer.", text=new)
        elif not new:
            said = self.tell("Fotnoten ”{text}” utgår.", text=old)
        else:
            said = self.tell("Fotnoten ”{old}” ändras till ”{new}”.", old=old, new=new)
        kind = CallChangeKind.DETAIL if item_id else CallChangeKind.HEAD
        return self._about(kind, said, self.tell("Fotnot"), (old, new), item_id)

    def _about(
        self, kind: CallChangeKind, said: str, what: str, pair: tuple[str, str], item_id: str | None
    ) -> CallChange:
        old, new = (each or NOTHING for each in pair)
        people = presenters_of((self.was, self.now), item_id)
        return CallChange(kind, said, what, old, new, item_id, *people)

    def _papers(self) -> Iterator[CallChange]:
        """Tell the papers that came, went or were replaced since."""
        old, new = _papers_of(self.was.meeting), _papers_of(self.now.meeting)
        for key, (title, item_id, content) in new.items():
            before = old.pop(key, None)
            if before is None:
                said = self.tell("Handlingen ”{title}” tillkommer.", title=title)
                yield self._paper(said, "", title, item_id)
            elif before[0] != title:
                said = self.tell("Handlingen ”{old}” heter nu ”{new}”.", old=before[0], new=title)
                yield self._paper(said, before[0], title, item_id)
            elif before[1:] != (item_id, content):
                said = self.tell("Handlingen ”{title}” är utbytt.", title=title)
                yield self._paper(said, title, title, item_id)
        for title, item_id, _ in old.values():
            said = self.tell("Handlingen ”{title}” utgår.", title=title)
            yield self._paper(said, title, "", item_id)

    def _paper(self, said: str, old: str, new: str, item_id: str | None) -> CallChange:
        what = self.tell("Handling")
        return self._about(CallChangeKind.PAPER, said, what, (old, new), item_id)


_LIFTED: Final = {
    MeetingState.CANCELLED: N_("Sammanträdet är inställt."),
    MeetingState.MOVED: N_("Sammanträdet är flyttat."),
}


def _dateline(side: MeetingSide, _tell: Tell) -> str:
    day = side.meeting.notice_date
    parts = (side.meeting.notice_place.strip(), date_in_text(day) if day else "")
    return " ".join(part for part in parts if part)


def _signed(side: MeetingSide, _tell: Tell) -> str:
    names = (
        ", ".join(part for part in (each.name.strip(), each.role.strip()) if part)
        for each in side.meeting.signatures
    )
    return "; ".join(each for each in names if each)


_HEAD: Final[tuple[tuple[CallChangeKind, str, str, Callable[[MeetingSide, Tell], str]], ...]] = (
    (CallChangeKind.TIME, N_("Dagen"), N_("Sammanträdet flyttas från {old} till {new}."),
     lambda side, _: long_date(side.meeting.date)),
    (CallChangeKind.TIME, N_("Starttiden"), N_("Starttiden ändras från {old} till {new}."),
     lambda side, _: side.start()),
    (CallChangeKind.PLACE, N_("Platsen"), N_("Platsen ändras från {old} till {new}."),
     lambda side, _: on_one_line(side.meeting.place)),
    (CallChangeKind.PLACE, N_("Länken"), N_("Länken till mötet ändras till {new} (var {old})."),
     lambda side, _: side.meeting.link.strip()),
    (CallChangeKind.HEAD, N_("Organet"), N_("Organet ändras från {old} till {new}."),
     lambda side, _: side.meeting.body.strip()),
    (CallChangeKind.HEAD, N_("Slaget av sammanträde"),
     N_("Slaget av sammanträde ändras från {old} till {new}."),
     lambda side, tell: word(side.meeting.kind, tell).lower()),
    (CallChangeKind.HEAD, N_("Texten överst"),
     N_("Texten överst ändras till ”{new}” (var ”{old}”)."),
     lambda side, _: on_one_line(side.meeting.note)),
    (CallChangeKind.HEAD, N_("Ort och dag"),
     N_("Ort och dag på kallelsen ändras från {old} till {new}."), _dateline),
    (CallChangeKind.HEAD, N_("Underskrifterna"),
     N_("Underskrifterna ändras från {old} till {new}."), _signed),
)  # fmt: skip
"""What of the head is compared as text, each with its sentence."""


def _papers_of(meeting: Meeting) -> dict[str, tuple[str, str | None, str | None]]:
    """Return the papers that go out with a meeting: title, row and content by their ids."""
    return {
        each.id: (on_one_line(each.title or each.name), each.item_id, each.sha256 or each.report_id)
        for each in meeting.papers
        if not each.left_out and (each.sha256 or each.report_id)
    }


def changed_words(changes: Sequence[CallChange], tell: Tell = say) -> str:
    """Say in a few words what of a row is changed: ``tiden och föredragande``."""
    words = (tell(_MARKED[each.kind]) for each in changes if each.kind in _MARKED)
    return joined(list(dict.fromkeys(words)), tell)


_MARKED: Final = {
    CallChangeKind.ITEM_TIME: N_("tiden"),
    CallChangeKind.TITLE: N_("rubriken"),
    CallChangeKind.PRESENTER: N_("föredragande"),
    CallChangeKind.ORDER: N_("ordningen"),
    CallChangeKind.NUMBER: N_("numret"),
    CallChangeKind.ROOM: N_("lokalen"),
    CallChangeKind.DETAIL: N_("uppgifterna"),
    CallChangeKind.PAPER: N_("handlingarna"),
    CallChangeKind.RESTORED: N_("utgår inte"),
}
"""What of a row is marked as changed; a row that came or goes has a mark of its own."""


def printed_meeting(meeting: Meeting) -> Meeting:
    """Return a meeting without what no print of it shows: inner notes, and who raised what."""
    return replace(
        meeting,
        items=tuple(
            replace(each, inner_note="", raised_by="", carried_from_id=None)
            for each in meeting.items
        ),
    )
