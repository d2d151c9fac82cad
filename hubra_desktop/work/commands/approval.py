"""The approval of minutes (justering): who approves, the announcement, reopening, the archive."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.approval_days import (
    DAY,
    refuse_announced,
    refuse_approved_on,
    refuse_archived_on,
    refuse_reopened_on,
    with_put_up_by,
    with_taken_down_by,
)
from hubra_desktop.model.minutes.approving import (
    last_approval,
    open_approval,
    planned_approval,
    posted_until,
    proposed_approvers,
    wholes_done,
)
from hubra_desktop.model.minutes.kept_as import refusal_of
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Approval, Minutes, Reopening, Section
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.records.rules import day as checked_day
from hubra_desktop.model.terms import APPROVED_STATES, HELD_STATES, MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.approving import PreparedMinutes, prepare_minutes, superseded
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.commands.follow_ups import follow_meeting
from hubra_desktop.work.commands.last_minutes import bring_minutes
from hubra_desktop.work.issued_papers import kept, look_of
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.queries.rulebook import rules_on


@dataclass(frozen=True)
class ProposeApprovers(Step):
    """Let the chair and as many as the rules say approve, of those present, and plan the day.

    Those who are chosen already stay, and so does a day that is planned. Raises InputError
    when nobody can be proposed.
    """

    meeting_id: str
    label: ClassVar[str] = "propose-approvers"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        minutes = minutes_written(rows, self.meeting_id)
        rules = _rules(rows, meeting)
        attendances = attendance_of(rows.connection, self.meeting_id).rows
        approvers = proposed_approvers(attendances, minutes, rules)
        if not approvers:
            raise refusal("Ingen är avprickad som närvarande. Pricka av dem i delen Närvaro.")
        approvals = minutes.approvals
        if open_approval(minutes) is None:
            # No rule says by when what was opened again is approved.
            day = None if minutes.reopenings else planned_approval(meeting.date, rules)
            approvals = (*approvals, Approval(id=new_id(), planned=day))
        rows.put(replace(minutes, approvers=approvers, approvals=approvals), was=minutes)
        return minutes.id


@dataclass(frozen=True)
class ApproveMinutes(Step):
    """Approve the minutes of a meeting, or some §§ at once: kept to the byte from now on.

    They are ``prepared`` and rendered before. Raises InputError when something has changed
    since, or is missing. The whole minutes make the meeting approved and replace an earlier
    version. Nothing before it can be undone.
    """

    prepared: PreparedMinutes
    by: str
    at: dt.datetime
    label: ClassVar[str] = "approve-minutes"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        prepared = self.prepared
        _check_prepared_minutes(rows, prepared)
        minutes = minutes_written(rows, prepared.meeting_id)
        approval = prepared.approval
        others = tuple(each for each in minutes.approvals if each.id != approval.id)
        rows.put(replace(minutes, approvals=(*others, approval)), was=minutes)
        for section_id in prepared.section_ids:
            rows.change(Section, section_id, {"approval_id": approval.id})
        made = self._issue(rows, minutes)
        follow_meeting(rows, prepared.meeting_id)
        if not prepared.section_ids:
            rows.change(Meeting, prepared.meeting_id, {"state": MeetingState.APPROVED})
            bring_minutes(rows, found(rows, Meeting, prepared.meeting_id))
        return made

    def _issue(self, rows: Rows, minutes: Minutes) -> str:
        prepared = self.prepared
        meeting = found(rows, Meeting, prepared.meeting_id)
        for each in superseded(rows.connection, prepared):
            rows.change(IssuedPaper, each, {"state": IssueState.REPLACED})
        again = prepared.version > 1 and minutes.reopenings
        return rows.add(
            kept(
                prepared.paper,
                title=prepared.title,
                year=meeting.date.year,
                day=prepared.day,
                version=prepared.version,
                meeting_id=prepared.meeting_id,
                audience=Audience.INTERNAL if prepared.paper.content.secret else Audience.PUBLIC,
                sha256=rows.keep(prepared.pdf),
                size=len(prepared.pdf),
                pages=prepared.pages,
                issued_at=self.at.isoformat(timespec="seconds"),
                issued_by=self.by,
                reason=minutes.reopenings[-1].reason if again else "",
            )
        )


def _check_prepared_minutes(rows: Rows, prepared: PreparedMinutes) -> None:
    """Refuse what was not rendered, or is not what the register says now."""
    now = prepare_minutes(
        rows.connection, prepared.meeting_id, section_ids=prepared.section_ids,
        day=prepared.day, approval_id=prepared.approval.id,
    )  # fmt: skip
    if not prepared.pdf:
        raise refusal("Handlingen är inte färdig än. Gör den först.")
    same = now.paper.content == prepared.paper.content and now.version == prepared.version
    if not same or look_of(now.paper.style) != look_of(prepared.paper.style):
        raise refusal_of(
            now.paper.content.view.kind,
            "Något har ändrats sedan protokollet gjordes. Titta på det igen och justera sedan.",
        )


@dataclass(frozen=True)
class PostAnnouncement(Step):
    """Tell that an approval was announced on a day, and by whom.

    Where the local government act holds it stays up until the last day of appeal.
    """

    approval_id: str
    day: dt.date
    by: str = ""
    label: ClassVar[str] = "post-announcement"

    def apply(self, rows: Rows) -> None:
        approval = found(rows, Approval, self.approval_id)
        if approval.done is None:
            raise refusal("Justera först: det är justeringen som anslås.")
        refuse_announced(replace(approval, posted_on=self.day))
        _refuse_to_come(rows, self.day)
        minutes: Minutes = found_owner(rows, Approval, self.approval_id)
        rules = _rules(rows, found(rows, Meeting, minutes.meeting_id))
        until = posted_until(self.day, rules) or approval.posted_until
        proof = with_put_up_by(approval.proof, self.by)
        values = {"posted_on": self.day, "posted_until": until, "proof": proof}
        rows.change(Approval, self.approval_id, values)


@dataclass(frozen=True)
class TakeDownAnnouncement(Step):
    """Tell that an announcement was taken down on a day, and by whom."""

    approval_id: str
    day: dt.date
    by: str = ""
    label: ClassVar[str] = "take-down-announcement"

    def apply(self, rows: Rows) -> None:
        approval = found(rows, Approval, self.approval_id)
        if approval.posted_on is None:
            raise refusal("Justeringen är inte anslagen än. Ange först när det gjordes.")
        refuse_announced(replace(approval, taken_down_on=self.day))
        _refuse_to_come(rows, self.day)
        proof = with_taken_down_by(approval.proof, self.by)
        rows.change(Approval, self.approval_id, {"taken_down_on": self.day, "proof": proof})


@dataclass(frozen=True)
class ReopenMinutes(Step):
    """Open approved minutes again, all of them or what was approved at once.

    ``reason`` says why and ``agreed_by`` who agreed; both are kept. What was issued stands
    and can be read; a new approval makes the next version. Nothing before it can be undone.
    """

    meeting_id: str
    day: dt.date
    reason: str
    agreed_by: str
    label: ClassVar[str] = "reopen-minutes"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        minutes = minutes_written(rows, self.meeting_id)
        if not any(each.done for each in minutes.approvals):
            raise refusal_of(minutes.kind, "Protokollet är inte justerat, så det är öppet redan.")
        if not self.reason.strip():
            raise refusal_of(
                minutes.kind, "Skriv varför protokollet öppnas på nytt.", field="reason"
            )
        if not self.agreed_by.strip():
            raise refusal("Skriv vem som har gått med på det.", field="agreed_by")
        refuse_reopened_on(self.day, minutes)
        _refuse_to_come(rows, self.day)
        opened = Reopening(
            id=new_id(), day=self.day, reason=self.reason.strip(),
            agreed_by=self.agreed_by.strip(), version=len(wholes_done(minutes)) + 1,
        )  # fmt: skip
        reopenings = (*minutes.reopenings, opened)
        rows.put(replace(minutes, reopenings=reopenings, archived_on=None), was=minutes)
        for section in rows.all(Section, TABLES["section"].c.meeting_id == self.meeting_id):
            if section.approval_id is not None:
                rows.change(Section, section.id, {"approval_id": None})
        if meeting.state in APPROVED_STATES:
            rows.change(Meeting, meeting.id, {"state": MeetingState.HELD})
        return opened.id


@dataclass(frozen=True)
class ArchiveMeeting(Step):
    """Let a meeting whose minutes are approved be archived. Nothing before it can be undone."""

    meeting_id: str
    day: dt.date
    label: ClassVar[str] = "archive-meeting"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        meeting = found(rows, Meeting, self.meeting_id)
        minutes = minutes_written(rows, self.meeting_id)
        if meeting.state is MeetingState.ARCHIVED:
            raise refusal("Sammanträdet är redan arkiverat.")
        approval = last_approval(minutes)
        if meeting.state is not MeetingState.APPROVED or approval is None:
            raise refusal_of(minutes.kind, "Protokollet är inte justerat än. Justera det först.")
        refuse_archived_on(self.day, approval, minutes.kind)
        _refuse_to_come(rows, self.day)
        rows.change(Minutes, minutes.id, {"archived_on": self.day})
        rows.change(Meeting, meeting.id, {"state": MeetingState.ARCHIVED})


@dataclass(frozen=True)
class ApprovedElsewhere(Step):
    """Tell that the minutes of a meeting were written and approved outside the program.

    ``kept_at`` says where they are. Raises InputError where §§ are written here.
    """

    meeting_id: str
    day: dt.date
    kept_at: str
    label: ClassVar[str] = "approved-elsewhere"
    barrier: bool = True

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        if meeting.state not in HELD_STATES:
            raise refusal("Sammanträdet är inte hållet än.")
        minutes = _minutes_of(rows, self.meeting_id) or Minutes(
            id=new_id(), meeting_id=self.meeting_id,
            kind=_rules(rows, meeting).minutes_kind,
        )  # fmt: skip
        kind = minutes.kind
        if rows.all(Section, TABLES["section"].c.meeting_id == self.meeting_id):
            raise refusal_of(kind, "Protokollet skrivs här, så det justeras här.")
        if not self.kept_at.strip():
            raise refusal_of(kind, "Skriv var protokollet förvaras.", field="kept_at")
        if meeting.state in APPROVED_STATES and last_approval(minutes) is not None:
            raise refusal_of(kind, "Protokollet är redan justerat.")
        refuse_approved_on(self.day, meeting.date, minutes, ApprovalKind.ORDINARY)
        _refuse_to_come(rows, self.day)
        done = replace(open_approval(minutes) or Approval(id=new_id()), done=self.day)
        others = tuple(each for each in minutes.approvals if each.id != done.id)
        kept_at = self.kept_at.strip()
        rows.put(replace(minutes, kept_at=kept_at, approvals=(*others, done)))
        if meeting.state is MeetingState.HELD:
            rows.change(Meeting, meeting.id, {"state": MeetingState.APPROVED})
        return minutes.id


def minutes_written(rows: Rows, meeting_id: str) -> Minutes:
    """Return the minutes of a meeting; raises InputError before they are begun."""
    minutes = _minutes_of(rows, meeting_id)
    if minutes is None:
        kind = _rules(rows, found(rows, Meeting, meeting_id)).minutes_kind
        raise refusal_of(kind, "Protokollet är inte påbörjat. Gör det i delen Protokoll.")
    return minutes


def _minutes_of(rows: Rows, meeting_id: str) -> Minutes | None:
    return next(iter(rows.all(Minutes, TABLES["minutes"].c.meeting_id == meeting_id)), None)


def _rules(rows: Rows, meeting: Meeting) -> BodyRules:
    return rules_on(rows.connection, meeting.body_id, meeting.date)


def _refuse_to_come(rows: Rows, day: dt.date) -> None:
    checked_day(day)
    if day > today(rows.connection):
        raise refusal("Dagen har inte varit än. Ange den dag då det gjordes.", field=DAY)
