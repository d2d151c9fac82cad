"""Calling to a meeting, moving and cancelling it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.deadlines import dated_notice
from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind, IssueState
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.meeting_rules import end_after
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.reports import IssuedPaper, Report
from hubra_desktop.model.records.rules import day as checked_day
from hubra_desktop.model.templates import at_another_start, moved_copy
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, MeetingState
from hubra_desktop.store.reading import records
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ISSUED_PAPER, REPORT
from hubra_desktop.work.calling.calls import PreparedCall, prepare_call
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.commands.officers import officers_of
from hubra_desktop.work.issued_papers import kept, look_of
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.templates import template_of

_UNCALLED = frozenset({MeetingState.PLANNED, MeetingState.PREPARING})


@dataclass(frozen=True)
class IssueCall(Step):
    """Keep papers of a meeting as they go out: bytes, data, who and when.

    All are ``prepared`` and rendered before, of one meeting and one audience each. Raises
    InputError when the meeting has changed since. The earlier issue of the same paper for the
    same audience is replaced; a kallelse makes its meeting called, and its rows keep their
    numbers.
    """

    prepared: tuple[PreparedCall, ...]
    by: str
    at: dt.datetime
    label: ClassVar[str] = "issue-call"
    barrier = True

    def apply(self, rows: Rows) -> str | None:
        for each in self.prepared:
            _check_prepared(rows, each)
        made = [self._issue(rows, each) for each in self.prepared]
        for each in self.prepared:
            _follow_call(rows, each)
        return made[0] if made else None

    def _issue(self, rows: Rows, prepared: PreparedCall) -> str:
        _replace_earlier(rows, prepared)
        content = prepared.paper.content
        return rows.add(
            kept(
                prepared.paper,
                title=prepared.title,
                year=content.meeting.date.year,
                day=prepared.day,
                version=prepared.version,
                meeting_id=prepared.meeting_id,
                audience=prepared.audience,
                sha256=rows.keep(prepared.pdf),
                size=len(prepared.pdf),
                pages=prepared.pages,
                issued_at=self.at.isoformat(timespec="seconds"),
                issued_by=self.by,
                changes="\n".join(prepared.changes),
                reason=content.reason,
            )
        )


def _check_prepared(rows: Rows, prepared: PreparedCall) -> None:
    """Refuse what was not rendered, or is not what the register says now."""
    if not prepared.pdf:
        raise refusal("Handlingen är inte färdig än. Gör den först.")
    now = prepare_call(
        rows.connection, prepared.meeting_id, kind=prepared.kind, audience=prepared.audience,
        day=prepared.day, reason=prepared.paper.content.reason,
    )  # fmt: skip
    same_style = look_of(now.paper.style) == look_of(prepared.paper.style)
    if now.paper.content != prepared.paper.content or not same_style:
        raise refusal(
            "Något har ändrats sedan handlingen gjordes. Titta på den igen och utfärda den sedan."
        )


def _replace_earlier(rows: Rows, prepared: PreparedCall) -> None:
    columns = ISSUED_PAPER.c
    earlier = records(
        rows.connection, IssuedPaper, columns.meeting_id == prepared.meeting_id,
        columns.paper == prepared.paper.name, columns.audience == prepared.audience,
        columns.state == IssueState.ISSUED,
    )  # fmt: skip
    for each in earlier:
        rows.change(IssuedPaper, each.id, {"state": IssueState.REPLACED})


def _follow_call(rows: Rows, prepared: PreparedCall) -> None:
    """Let the meeting be called, its rows keep their numbers, and its notice have its day."""
    if prepared.kind in (DispatchKind.CANCELLED, DispatchKind.MOVED):
        return
    issued: Meeting = prepared.paper.content.meeting
    meeting = found(rows, Meeting, prepared.meeting_id)
    for item, kept_row in zip(meeting.items, issued.items, strict=True):
        if item.number_typed != kept_row.number_typed:
            rows.change(Item, item.id, {"number_typed": kept_row.number_typed})
    if prepared.kind is not DispatchKind.CALL:
        return
    values: dict[str, Any] = {}
    if meeting.state in _UNCALLED:
        values["state"] = MeetingState.CALLED
    if meeting.notice_date != issued.notice_date:
        values["notice_date"] = issued.notice_date
    if values:
        rows.change(Meeting, meeting.id, values)


@dataclass(frozen=True)
class CancelMeeting(Step):
    """Let a meeting not take place: ``day`` is when it was decided, ``reason`` why."""

    meeting_id: str
    day: dt.date
    reason: str = ""
    label: ClassVar[str] = "cancel-meeting"

    def apply(self, rows: Rows) -> None:
        checked_day(self.day)
        meeting = _standing(rows, self.meeting_id)
        values = {"lifted_on": self.day, "lifted_reason": self.reason.strip()}
        rows.change(Meeting, meeting.id, {"state": MeetingState.CANCELLED, **values})


@dataclass(frozen=True)
class MoveMeeting(Step):
    """Make a meeting on another day of one that does not take place, and let it lead there.

    The new one has its rows with presenters, footnotes and papers (the same files), and
    what was written for the old one is for the new.
    ``values`` are fields of its head that are to be others, as ``start`` and ``place``.
    ``day`` is when it was decided, ``reason`` why. The old meeting stays as it was called.
    """

    meeting_id: str
    date: dt.date
    day: dt.date
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "move-meeting"

    def apply(self, rows: Rows) -> str:
        checked_day(self.date)
        checked_day(self.day)
        meeting = _standing(rows, self.meeting_id)
        start = self.values.get("start", meeting.start)
        if (self.date, start) == (meeting.date, meeting.start):
            raise refusal("Sammanträdet är redan den dagen och tiden. Välj en annan.")
        made = rows.put(self._made(rows, meeting))
        written = select(REPORT.c.id).where(REPORT.c.meeting_id == meeting.id)
        for report_id in rows.connection.scalars(written).all():
            rows.change(Report, report_id, {"meeting_id": made})
        values = {"lifted_on": self.day, "lifted_reason": self.reason.strip(), "moved_to": made}
        rows.change(Meeting, meeting.id, {"state": MeetingState.MOVED, **values})
        return made

    def _made(self, rows: Rows, meeting: Meeting) -> Meeting:
        """Return the new meeting, with the officers of its day."""
        rules = rules_on(rows.connection, meeting.body_id, self.date)
        copy = moved_copy(meeting, self.date, new_id, dated_notice(self.date, rules))
        begun = at_another_start(copy, self.values.get("start", copy.start))
        template = template_of(rows.connection, meeting.body_id)
        officers = officers_of(rows, meeting.body_id, self.date).with_named(rows, template)
        made = replace(officers.on_copy(rows, begun, self.date), **self.values)
        notice = max(made.notice_date or self.day, self.day)
        return replace(made, end=end_after(made.start, made.end), notice_date=notice)


def _standing(rows: Rows, meeting_id: str) -> Meeting:
    """Return a meeting that can still be cancelled or moved; raises InputError."""
    meeting: Meeting = found(rows, Meeting, meeting_id)
    if meeting.state in LIFTED_STATES:
        raise refusal("Sammanträdet är redan inställt eller flyttat.")
    if meeting.state in HELD_STATES or meeting.state is MeetingState.ONGOING:
        raise refusal("Sammanträdet har redan börjat eller hållits.")
    return meeting
