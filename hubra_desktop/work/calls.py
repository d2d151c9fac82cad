"""What is issued of a meeting: the kallelse, its versions, and what tells of changes in it.

A paper is prepared in two steps. ``prepare_call`` reads all that it says, in one short
transaction; ``rendered_call`` makes the PDF of it and needs no register, so that it can be
done beside the window. ``IssueCall`` then keeps both, if the meeting is still the same.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.call_changes import call_changes, printed_meeting
from hubra_desktop.model.call_sides import CallChange, CallChangeKind
from hubra_desktop.model.closed_rows import meeting_for
from hubra_desktop.model.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import N_, Tell, say, swedish
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.redaction import public_view
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, MeetingState
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.issued_papers import issued_paper
from hubra_desktop.work.paper_contents import KallelseContent
from hubra_desktop.work.papers import PAPERS, Collected, render_counted
from hubra_desktop.work.queries.bundles import meetings_bundle
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import paper_style, today
from hubra_desktop.work.queries.sheets import meeting_sheet

PAPER_OF: Final[Mapping[DispatchKind, str]] = {
    DispatchKind.CALL: "kallelse",
    DispatchKind.CHANGES: "andring",
    DispatchKind.ADDITION: "tillagg",
    DispatchKind.CANCELLED: "installt",
    DispatchKind.MOVED: "flyttat",
}
"""What can be issued of a meeting, by its name in the table of papers."""

_KIND_OF: Final = {paper: kind for kind, paper in PAPER_OF.items()}
_CALL: Final = PAPER_OF[DispatchKind.CALL]


class IssuedCall(NamedTuple):
    """An issued paper of a meeting, without its content; ``changes`` is what it told, by line."""

    id: str
    kind: DispatchKind
    title: str
    day: dt.date
    version: int
    audience: Audience
    state: IssueState
    sha256: str
    size: int
    pages: int | None
    issued_at: str
    issued_by: str
    changes: tuple[str, ...]


@dataclass(frozen=True)
class PreparedCall:
    """A paper that is about to be issued; ``pdf`` and ``pages`` are there once it is rendered.

    ``paper`` is all that it says. ``changes`` are the lines that the list of issues keeps.
    """

    kind: DispatchKind
    day: dt.date
    paper: Collected
    changes: tuple[str, ...] = ()
    pdf: bytes = b""
    pages: int = 0

    @property
    def meeting_id(self) -> str:
        """Return the meeting that it is about."""
        return self._content.meeting.id

    @property
    def audience(self) -> Audience:
        """Return for whom it is."""
        return self._content.audience

    @property
    def version(self) -> int:
        """Return which version of the kallelse it is, or tells of."""
        return self._content.version

    @property
    def title(self) -> str:
        """Return what it is called: ``Kallelse 2018-03-07 version 2``."""
        return PAPERS[self.paper.name].title(self.paper.content)

    @property
    def draft(self) -> Collected:
        """Return the paper as it may be looked at before: every page of it says so."""
        return replace(self.paper, content=replace(self._content, draft=True))

    @property
    def _content(self) -> KallelseContent:
        content: KallelseContent = self.paper.content
        return content


def issued_calls(reader: Connection, meeting_id: str) -> tuple[IssuedCall, ...]:
    """Return all that was issued of a meeting, the newest first."""
    return _issued(reader, ISSUED_PAPER.c.meeting_id == meeting_id)


def current_call(
    reader: Connection, meeting_id: str, audience: Audience | None = None
) -> IssuedCall | None:
    """Return the kallelse that holds: for one audience, or the latest for any."""
    where = [ISSUED_PAPER.c.meeting_id == meeting_id, ISSUED_PAPER.c.paper == _CALL]
    if audience is not None:
        where.append(ISSUED_PAPER.c.audience == audience)
    found = _issued(reader, *where, ISSUED_PAPER.c.state == IssueState.ISSUED)
    # Of one issue for both audiences, that for those who are called tells more.
    return max(
        found, key=lambda each: (each.version, each.audience is Audience.INTERNAL), default=None
    )


def frozen_call(reader: Connection, issued_id: str) -> KallelseContent:
    """Return what an issued paper says; raises InputError when it cannot be read."""
    content: KallelseContent = issued_paper(reader, issued_id).content
    return content


def changes_since_call(
    reader: Connection, meeting_id: str, tell: Tell = say
) -> tuple[CallChange, ...]:
    """Return what has changed since the kallelse that holds; nothing where there is none."""
    call = current_call(reader, meeting_id)
    if call is None:
        return ()
    was = frozen_call(reader, call.id)
    now = printed_meeting(meeting_for(meeting_sheet(reader, meeting_id), was.audience))
    return call_changes(was.meeting, now, paper_style(reader), tell)


def prepare_call(
    reader: Connection,
    meeting_id: str,
    *,
    kind: DispatchKind = DispatchKind.CALL,
    audience: Audience = Audience.INTERNAL,
    day: dt.date | None = None,
    reason: str = "",
) -> PreparedCall:
    """Read what a paper will say; raises InputError where there is nothing to issue.

    ``day`` is that of the issue, None for today; a notice of a cancelled or moved meeting
    gives the meeting's own reason unless there is another.
    """
    day = day or today(reader)
    style = paper_style(reader)
    meeting = meeting_sheet(reader, meeting_id)
    base = _base(reader, meeting_id, kind)
    made = _Making(reader, meeting, style, audience, day, base)
    content = replace(made.content(kind), reason=reason or meeting.lifted_reason)
    content = guard(reader).value(content)
    paper = Collected(PAPER_OF[kind], content, style)
    return PreparedCall(kind, day, paper, tuple(each.sentence for each in content.changes))


def rendered_call(prepared: PreparedCall) -> PreparedCall:
    """Return the paper with its PDF; needs no register. Raises InputError for odd characters."""
    pdf, pages = render_counted(prepared.paper)
    return replace(prepared, pdf=pdf, pages=pages)


def issued_rows(reader: Connection, meeting_id: str) -> Mapping[str, str]:
    """Return the rows of the kallelse that holds, by their ids, with their numbers."""
    call = current_call(reader, meeting_id)
    if call is None:
        return {}
    meeting = frozen_call(reader, call.id).meeting
    return {each.id: each.number_typed for each in meeting.items}


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


class _Base(NamedTuple):
    """The kallelse that a paper changes or tells of, and what it said."""

    call: IssuedCall
    content: KallelseContent


@dataclass(frozen=True)
class _Making:
    """Makes what one paper says; ``base`` is the kallelse before it, where there is one."""

    reader: Connection
    meeting: Meeting
    style: HouseStyle
    audience: Audience
    day: dt.date
    base: _Base | None

    def content(self, kind: DispatchKind) -> KallelseContent:
        if kind is DispatchKind.CALL:
            return self.call()
        if kind in (DispatchKind.CANCELLED, DispatchKind.MOVED):
            return self.notice(kind)
        return self.letter(kind)

    def call(self) -> KallelseContent:
        """Make the kallelse: version 1, or the next one with what is otherwise since."""
        _refuse_uncalled(self.meeting)
        version = self._version()
        given = self.meeting.notice_date if version == 1 else self.day
        meeting = self._frozen(replace(self.meeting, notice_date=given or self.day))
        return KallelseContent(
            meeting, None, self._data(meeting), self.audience, version, self.day,
            self.base.call.day if self.base and version > 1 else None,
            changes=self._changes(), draft=False,
        )  # fmt: skip

    def letter(self, kind: DispatchKind) -> KallelseContent:
        """Make a letter of changes, or the list of what has been added."""
        if self.base is None:
            raise refusal("Sammanträdet är inte kallat än. Utfärda kallelsen först.")
        changes = self._changes()
        if kind is DispatchKind.ADDITION:
            changes = tuple(each for each in changes if each.kind is CallChangeKind.ADDED)
        if not changes:
            raise refusal("Inget är ändrat sedan kallelsen. Det finns inget att skicka ut.")
        return KallelseContent(
            self._frozen(self.meeting), audience=self.audience, version=self.base.call.version + 1,
            day=self.day, called=self.base.call.day, changes=changes, draft=False,
        )  # fmt: skip

    def notice(self, kind: DispatchKind) -> KallelseContent:
        """Make the notice of a meeting that does not take place on its day."""
        wanted = MeetingState(kind.value)
        if self.meeting.state is not wanted:
            raise refusal(_NOT_LIFTED[kind])
        moved = self.meeting.moved_to
        return KallelseContent(
            meeting_for(printed_meeting(self.meeting), self.audience),
            meeting_sheet(self.reader, moved) if moved else None,
            audience=self.audience, version=self.base.call.version if self.base else 1,
            day=self.day, called=self.base.call.day if self.base else None, draft=False,
        )  # fmt: skip

    def _frozen(self, meeting: Meeting) -> Meeting:
        """Return the meeting as this audience is told of it, called, its numbers fixed."""
        called = replace(meeting, state=MeetingState.CALLED)
        numbered = with_numbers(called, self.style)
        return printed_meeting(meeting_for(numbered, self.audience))

    def _data(self, meeting: Meeting) -> Any:  # noqa: ANN401
        """Return what the PDF can carry: what is printed for everybody."""
        bundle = meetings_bundle(self.reader, [meeting.id])
        meetings = (meeting if each.id == meeting.id else each for each in bundle.meetings)
        return public_view(replace(bundle, meetings=tuple(meetings)), meeting.id)

    def _changes(self) -> tuple[CallChange, ...]:
        """Return what is otherwise since the kallelse before, as this audience may know it."""
        if self.base is None:
            return ()
        was = meeting_for(self.base.content.meeting, self.audience)
        now = replace(self._frozen(self.meeting), notice_date=was.notice_date)
        return call_changes(was, now, self.style, swedish)

    def _version(self) -> int:
        """Return the next version; of one that another audience has already, the same."""
        if self.base is None:
            return 1
        latest = self.base.call.version
        own = current_call(self.reader, self.meeting.id, self.audience)
        behind = own is None or own.version < latest
        return latest if behind and not self._changes() else latest + 1


_NOT_LIFTED: Final = {
    DispatchKind.CANCELLED: N_("Sammanträdet är inte inställt. Ställ in det först."),
    DispatchKind.MOVED: N_("Sammanträdet är inte flyttat. Flytta det först."),
}


def _base(reader: Connection, meeting_id: str, kind: DispatchKind) -> _Base | None:
    """Return the kallelse that a paper is about.

    For a letter of changes it is the version before, where the newest says what is so now.
    """
    call = current_call(reader, meeting_id)
    if call is None:
        return None
    if kind is DispatchKind.CHANGES and not changes_since_call(reader, meeting_id):
        earlier = (
            each
            for each in issued_calls(reader, meeting_id)
            if each.kind is DispatchKind.CALL and each.version < call.version
        )
        call = next(earlier, call)
    return _Base(call, frozen_call(reader, call.id))


def _refuse_uncalled(meeting: Meeting) -> None:
    """Refuse to call to a meeting that does not take place, or has been held."""
    if meeting.state in LIFTED_STATES:
        raise refusal(
            "Sammanträdet är inställt eller flyttat. Utfärda ett meddelande om det i stället."
        )
    if meeting.state in HELD_STATES:
        raise refusal("Sammanträdet har hållits. Ingen kallas till det i efterhand.")


def _issued(reader: Connection, *where: ColumnElement[bool]) -> tuple[IssuedCall, ...]:
    columns = ISSUED_PAPER.c
    wanted = select(
        columns.id, columns.paper, columns.title, columns.day, columns.version, columns.audience,
        columns.state, columns.sha256, columns.size, columns.pages, columns.issued_at,
        columns.issued_by, columns.changes,
    ).where(columns.paper.in_(_KIND_OF), *where)  # fmt: skip
    found = (
        IssuedCall(
            row.id, _KIND_OF[row.paper], row.title, row.day, row.version, row.audience, row.state,
            row.sha256 or "", row.size, row.pages, row.issued_at, row.issued_by,
            tuple(row.changes.splitlines()),
        )
        for row in reader.execute(wanted)
    )  # fmt: skip
    return tuple(sorted(found, key=_newest, reverse=True))


def _newest(call: IssuedCall) -> tuple[str, int, bool, str]:
    return call.issued_at, call.version, call.kind is DispatchKind.CALL, call.id
