"""Who approves minutes and by when, of those who were there; pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.attendance.presence import VOTING_ROLES, is_away
from hubra_desktop.model.deadlines import APPROVAL_DAYS, appeal_period
from hubra_desktop.model.holidays_sweden import next_weekday
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind, MinutesKind
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Approval, Approver, Minutes
from hubra_desktop.model.records.rulebook import BodyRules

CHAIR_ROLE: Final = "Ordförande"
ADJUSTER_ROLE: Final = "Justerare"
"""What approvers are called in the minutes, which are in Swedish."""

_PRESIDING: Final = (AttendanceRole.CHAIR, AttendanceRole.VICE_CHAIR)


def may_approve(attendances: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """Return those who can approve: members and serving substitutes who were there."""
    return tuple(
        each
        for each in attendances
        if each.status is AttendanceStatus.PRESENT
        and (each.role in VOTING_ROLES or any(stay.serves_for_id for stay in each.stays))
    )


def presiding(attendances: Sequence[Attendance]) -> Attendance | None:
    """Return the chair if she was there, else the vice chair; None where neither was."""
    present = [each for each in attendances if each.status is AttendanceStatus.PRESENT]
    return next((each for role in _PRESIDING for each in present if each.role is role), None)


def officer(
    attendances: Sequence[Attendance], person_id: str | None, role: AttendanceRole
) -> Attendance | None:
    """Return who led or wrote a meeting: the one that its head names, else by the role.

    Nobody does who was away: the vice chair leads where the chair is not there. Before the
    roll is called, they are those who have not said that they cannot come.
    """
    roles = _PRESIDING if role is AttendanceRole.CHAIR else (role,)
    ticked = [each for each in attendances if each.status is AttendanceStatus.PRESENT]
    for there in (ticked, [each for each in attendances if not is_away(each)]):
        named = [each for each in there if person_id is not None and each.person_id == person_id]
        by_role = [each for one in roles for each in there if each.role is one]
        if named or by_role:
            return [*named, *by_role][0]
    return None


def proposed_approvers(
    attendances: Sequence[Attendance], minutes: Minutes, rules: BodyRules
) -> tuple[Approver, ...]:
    """Return those who are to approve: the chair, and as many more as the rules say.

    Those who are chosen already stay. Notes are approved by the chair alone.
    """
    chosen = list(minutes.approvers)
    chair = presiding(attendances)
    if chair is not None and not any(each.role == CHAIR_ROLE for each in chosen):
        chosen.insert(0, _approver(chair, CHAIR_ROLE))
    wanted = wanted_adjusters(minutes, rules)
    named = {each.attendance_id for each in chosen}
    for each in may_approve(attendances):
        if sum(one.role != CHAIR_ROLE for one in chosen) >= wanted:
            break
        if each.id not in named:
            chosen.append(_approver(each, ADJUSTER_ROLE))
    return tuple(chosen)


def wanted_adjusters(minutes: Minutes, rules: BodyRules) -> int:
    """Return how many approve beside the chair; of notes nobody does."""
    return 0 if minutes.kind is MinutesKind.NOTES else rules.adjusters or 0


def _approver(attendance: Attendance, role: str) -> Approver:
    return Approver(attendance_id=attendance.id, name=attendance.name, role=role)


def planned_approval(held: dt.date, rules: BodyRules) -> dt.date | None:
    """Return the last day of approval, on a weekday; None where no rule says."""
    days = rules.approval_days
    if rules.local_government_act:
        days = min(APPROVAL_DAYS, days if days is not None else APPROVAL_DAYS)
    return None if days is None else next_weekday(held + dt.timedelta(days=days))


def posted_until(posted: dt.date, rules: BodyRules) -> dt.date | None:
    """Return the last day that an announcement is up; None where no law says how long."""
    return appeal_period(posted)[1] if rules.local_government_act else None


def open_approval(minutes: Minutes) -> Approval | None:
    """Return the approval of all that is left which is planned and not yet done."""
    return next(
        (
            each
            for each in minutes.approvals
            if each.kind is ApprovalKind.ORDINARY and each.done is None
        ),
        None,
    )


def last_approval(minutes: Minutes) -> Approval | None:
    """Return the latest approval of all the minutes that was done, None before."""
    # Of two on one day it is the one that was done after the reopening.
    latest = reversed(wholes_done(minutes))
    return max(latest, key=lambda each: str(each.done), default=None)


def wholes_done(minutes: Minutes) -> tuple[Approval, ...]:
    """Return the approvals of all the minutes that were done, one for each version of them.

    §§ that are approved at once are papers of their own.
    """
    whole = ApprovalKind.ORDINARY
    return tuple(each for each in minutes.approvals if each.kind is whole and each.done)


def being_written(minutes: Minutes) -> Minutes:
    """Return minutes that are not approved: what was approved before is an earlier version."""
    earlier = wholes_done(minutes)
    left = tuple(each for each in minutes.approvals if each not in earlier)
    return replace(minutes, approvals=left)
