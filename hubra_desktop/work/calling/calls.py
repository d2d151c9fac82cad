"""What is issued of a meeting: the kallelse, its versions, and what tells of changes in it.

A paper is prepared in two steps. ``prepare_call`` reads all that it says, in one short
transaction; ``rendered_call`` makes the PDF of it and needs no register, so that it can be
done beside the window. ``IssueCall`` then keeps both, if the meeting is still the same.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.closed_rows import meeting_for
from hubra_desktop.model.dispatch.call_changes import call_changes, printed_meeting
from hubra_desktop.model.dispatch.call_sides import CallChange
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.language import Tell, say
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.store.tables import ISSUED_PAPER
from hubra_desktop.work.calling.call_making import CallBase, CallMaking
from hubra_desktop.work.calling.call_papers import KallelseContent
from hubra_desktop.work.issued_papers import CALL_PAPER, issued_content, issued_paper
from hubra_desktop.work.papers import PAPERS, Collected, render_counted
from hubra_desktop.work.queries.protection import guard
from hubra_desktop.work.queries.register import paper_style, today
from hubra_desktop.work.queries.sheets import meeting_sheet

PAPER_OF: Final[Mapping[DispatchKind, str]] = {
    DispatchKind.CALL: CALL_PAPER,
    DispatchKind.CHANGES: "andring",
    DispatchKind.ADDITION: "tillagg",
    DispatchKind.CANCELLED: "installt",
    DispatchKind.MOVED: "flyttat",
}
"""What can be issued of a meeting, by its name in the table of papers."""

_KIND_OF: Final = {paper: kind for kind, paper in PAPER_OF.items()}


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
    where = [ISSUED_PAPER.c.meeting_id == meeting_id, ISSUED_PAPER.c.paper == CALL_PAPER]
    if audience is not None:
        where.append(ISSUED_PAPER.c.audience == audience)
    found = _issued(reader, *where, ISSUED_PAPER.c.state == IssueState.ISSUED)
    return max(found, key=_telling, default=None)


def frozen_call(reader: Connection, issued_id: str) -> KallelseContent:
    """Return what an issued paper says; raises InputError when it cannot be read."""
    content: KallelseContent = issued_content(reader, issued_id).content
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
    making = _making(reader, meeting_sheet(reader, meeting_id), kind, audience, day)
    content = making.content(kind)
    content = replace(content, reason=reason or content.reason)
    paper = Collected(PAPER_OF[kind], guard(reader).value(content), making.style)
    changes = tuple(each.sentence for each in content.changes)
    return PreparedCall(kind, making.day, paper, changes)


def draft_call(
    reader: Connection,
    meeting_id: str,
    *,
    kind: DispatchKind = DispatchKind.CALL,
    audience: Audience | None = None,
    pro_forma: bool = False,
    meeting: Meeting | None = None,
) -> KallelseContent:
    """Return what would be issued now, marked as a draft on every page.

    One that is ``pro_forma`` says so too, and may be looked at before there is cause for it.
    ``meeting`` is the meeting as it is being typed, where it is not stored yet. Without an
    ``audience`` it is for those who have the kallelse that everybody is given, if there is one.
    """
    if audience is None:
        call = _given(reader, meeting_id)
        audience = call.audience if call else Audience.PUBLIC
    sheet = meeting or meeting_sheet(reader, meeting_id)
    loose = pro_forma or kind is DispatchKind.CALL
    making = _making(reader, sheet, kind, audience, None, loose=loose)
    # What is being typed is looked at only: no file of it is made, so it carries no data.
    making = replace(making, bare=meeting is not None)
    stamp = _PRO_FORMA if pro_forma else ""
    return replace(guard(reader).value(making.content(kind)), draft=True, stamp=stamp)


def standing_call(reader: Connection, meeting: Meeting) -> Collected | None:
    """Return the kallelse that went out, or the draft of the next where something is otherwise.

    ``meeting`` is as it is stored or being typed. None for one that nobody was called to.
    """
    call = _given(reader, meeting.id)
    if call is None:
        return None
    draft = draft_call(reader, meeting.id, audience=call.audience, meeting=meeting)
    if not draft.changes:
        return issued_paper(reader, call.id)
    return Collected(CALL_PAPER, draft, paper_style(reader))


def _given(reader: Connection, meeting_id: str) -> IssuedCall | None:
    """Return the kallelse that is given where no audience is asked for, as ``issued_about``."""
    return current_call(reader, meeting_id, Audience.PUBLIC) or current_call(reader, meeting_id)


def replaced_copy(reader: Connection, issued_id: str) -> Collected:
    """Return an issued paper to be composed anew, with ERSATT on every page.

    The reprint of what was issued is its very bytes; this is for the shelf and the reader.
    """
    paper = issued_content(reader, issued_id)
    return replace(paper, content=replace(paper.content, stamp=_REPLACED))


def rendered_call(prepared: PreparedCall) -> PreparedCall:
    """Return the paper with its PDF; needs no register. Raises InputError for odd characters."""
    pdf, pages = render_counted(prepared.paper)
    return replace(prepared, pdf=pdf, pages=pages)


_REPLACED, _PRO_FORMA = "Ersatt", "Pro forma"
"""What the paper's marks are called."""


def _making(
    reader: Connection,
    meeting: Meeting,
    kind: DispatchKind,
    audience: Audience,
    day: dt.date | None,
    *,
    loose: bool = False,
) -> CallMaking:
    calls = [each for each in issued_calls(reader, meeting.id) if each.kind is DispatchKind.CALL]
    if kind is DispatchKind.CHANGES and not changes_since_call(reader, meeting.id):
        # The newest version says what is so now: the letter tells how it came about.
        newest = max((each.version for each in calls), default=0)
        calls = [each for each in calls if each.version < newest]
    own = [each for each in calls if each.audience is audience]
    return CallMaking(
        reader, meeting, paper_style(reader), audience, day or today(reader),
        _base(reader, own), _base(reader, calls), loose,
    )  # fmt: skip


def _base(reader: Connection, calls: Sequence[IssuedCall]) -> CallBase | None:
    """Return the newest of some kallelser with what it said; one for those called first."""
    if not calls:
        return None
    call = max(calls, key=_telling)
    return CallBase(call.version, call.day, frozen_call(reader, call.id))


def _telling(call: IssuedCall) -> tuple[int, bool]:
    # Of one version for both audiences, that for those who are called tells more.
    return call.version, call.audience is Audience.INTERNAL


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
