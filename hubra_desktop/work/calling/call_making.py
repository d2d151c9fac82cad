"""How a paper of a meeting is made: the kallelse in its versions, and what tells of it."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.model.closed_rows import meeting_for
from hubra_desktop.model.dispatch.call_changes import call_changes, printed_meeting
from hubra_desktop.model.dispatch.call_sides import CallChange, CallChangeKind
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.language import N_, swedish
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.redaction import public_view
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, MeetingState
from hubra_desktop.work.calling.call_papers import KallelseContent
from hubra_desktop.work.queries.bundles import meetings_bundle
from hubra_desktop.work.queries.sheets import meeting_sheet


class CallBase(NamedTuple):
    """A kallelse that was issued: which version, when, and what it said."""

    version: int
    day: dt.date
    content: KallelseContent


@dataclass(frozen=True)
class CallMaking:
    """Makes what one paper says.

    ``own`` is the kallelse that its audience has, ``latest`` the newest that any has. What
    is ``loose`` is only looked at: it is made whether there is cause for it or not. What is
    ``bare`` carries no data.
    """

    reader: Connection
    meeting: Meeting
    style: HouseStyle
    audience: Audience
    day: dt.date
    own: CallBase | None
    latest: CallBase | None
    loose: bool = False
    bare: bool = False

    def content(self, kind: DispatchKind) -> KallelseContent:
        """Return what a paper says; raises InputError where there is no cause for it."""
        if kind is DispatchKind.CALL:
            return self._call()
        if kind in _NOT_LIFTED:
            return self._notice(kind)
        return self._letter(kind)

    def _call(self) -> KallelseContent:
        """Make the kallelse: version 1, or the next one with what is otherwise since."""
        if not self.loose:
            _refuse_uncalled(self.meeting)
        changes, version = self._since(self.own), self._version()
        if self.own is not None and not changes and not self.loose:
            raise refusal("Inget är ändrat sedan kallelsen som gäller. Skriv ut den igen.")
        given = self.meeting.notice_date if version == 1 else self.day
        meeting = self._frozen(replace(self.meeting, notice_date=given or self.day))
        return KallelseContent(
            meeting, data=None if self.bare else self._data(meeting), audience=self.audience,
            version=version, day=self.day, replaces=self.own.day if self.own else None,
            changes=changes, draft=False,
        )  # fmt: skip

    def _letter(self, kind: DispatchKind) -> KallelseContent:
        """Make a letter of changes, or the list of what has been added."""
        base = self.own or self.latest
        if base is None and not self.loose:
            raise refusal("Sammanträdet är inte kallat än. Utfärda kallelsen först.")
        changes = self._since(base)
        if kind is DispatchKind.ADDITION:
            changes = tuple(each for each in changes if each.kind is CallChangeKind.ADDED)
        if not changes and not self.loose:
            raise refusal("Inget är ändrat sedan kallelsen. Det finns inget att skicka ut.")
        return KallelseContent(
            self._frozen(self.meeting), audience=self.audience,
            version=(base.version if base else 1) + 1, day=self.day,
            called=base.day if base else None, changes=changes, draft=False,
        )  # fmt: skip

    def _notice(self, kind: DispatchKind) -> KallelseContent:
        """Make the notice of a meeting that does not take place on its day."""
        if self.meeting.state is not MeetingState(kind.value) and not self.loose:
            raise refusal(_NOT_LIFTED[kind])
        base, moved = self.own or self.latest, self.meeting.moved_to
        return KallelseContent(
            meeting_for(printed_meeting(self.meeting), self.audience),
            meeting_sheet(self.reader, moved) if moved else None,
            audience=self.audience, version=base.version if base else 1, day=self.day,
            called=base.day if base else None, reason=self.meeting.lifted_reason, draft=False,
        )  # fmt: skip

    def _frozen(self, meeting: Meeting) -> Meeting:
        """Return the meeting as this audience is told of it, called, its numbers fixed."""
        called = replace(meeting, state=MeetingState.CALLED)
        return printed_meeting(meeting_for(with_numbers(called, self.style), self.audience))

    def _data(self, meeting: Meeting) -> Bundle:
        """Return what the PDF can carry: what is printed for everybody."""
        bundle = meetings_bundle(self.reader, [meeting.id])
        meetings = (meeting if each.id == meeting.id else each for each in bundle.meetings)
        return public_view(replace(bundle, meetings=tuple(meetings)), meeting.id)

    def _since(self, base: CallBase | None) -> tuple[CallChange, ...]:
        """Return what is otherwise since a kallelse, as this audience may know it."""
        if base is None:
            return ()
        was = meeting_for(base.content.meeting, self.audience)
        now = replace(self._frozen(self.meeting), notice_date=was.notice_date)
        return call_changes(was, now, self.style, swedish)

    def _version(self) -> int:
        """Return the next version; of what another audience has been told already, that."""
        if self.latest is None:
            return 1
        behind = self.own is None or self.own.version < self.latest.version
        same = behind and not self._since(self.latest)
        return self.latest.version + (0 if same else 1)


def with_numbers(meeting: Meeting, style: HouseStyle) -> Meeting:
    """Return a meeting whose rows keep the numbers that they are printed with."""
    numbers = printed_numbers(meeting.items, style.sub_numbers)
    return replace(
        meeting,
        items=tuple(
            replace(each, number_typed=numbers.get(each.id, each.number_typed))
            for each in meeting.items
        ),
    )


_NOT_LIFTED: Final = {
    DispatchKind.CANCELLED: N_("Sammanträdet är inte inställt. Ställ in det först."),
    DispatchKind.MOVED: N_("Sammanträdet är inte flyttat. Flytta det först."),
}


def _refuse_uncalled(meeting: Meeting) -> None:
    """Refuse to call to a meeting that does not take place, or has been held."""
    if meeting.state in LIFTED_STATES:
        raise refusal(
            "Sammanträdet är inställt eller flyttat. Utfärda ett meddelande om det i stället."
        )
    if meeting.state in HELD_STATES:
        raise refusal("Sammanträdet har hållits. Ingen kallas till det i efterhand.")
