"""The approval of a meeting's minutes: what is missing, done, announced, signed."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.model.minutes.approving import last_approval, may_approve, open_approval
from hubra_desktop.model.minutes.minutes_findings import MinutesFinding, holds_up, minutes_findings
from hubra_desktop.model.minutes.minutes_terms import ApprovalKind
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Approval, Approver
from hubra_desktop.model.terms import APPROVED_STATES, HELD_STATES, MeetingState
from hubra_desktop.work.approving import IssuedMinutes, approved_minutes
from hubra_desktop.work.at_once import AtOnce, approved_at_once, numbers_approved
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.signed import SignedRow, signed_papers_of


class ApprovalView(NamedTuple):
    """All that is known of the approval of one meeting; ``stops`` is what hinders it."""

    minutes: MinutesView
    stops: tuple[MinutesFinding, ...]
    issued: tuple[IssuedMinutes, ...]
    signed: tuple[SignedRow, ...]
    at_once: tuple[AtOnce, ...] = ()

    @property
    def state(self) -> MeetingState:
        """Return how far the meeting has come."""
        return self.minutes.meeting.state

    @property
    def is_approved(self) -> bool:
        """Tell whether all the minutes are approved."""
        return self.state in APPROVED_STATES and self.approval is not None

    @property
    def approval(self) -> Approval | None:
        """Return the approval of all the minutes that was done last, None before."""
        return last_approval(self.minutes.minutes) if self.minutes.minutes else None

    @property
    def is_held(self) -> bool:
        """Tell whether the meeting has been held."""
        return self.state in HELD_STATES

    @property
    def approvers(self) -> tuple[Approver, ...]:
        """Return who is to approve."""
        return self.minutes.minutes.approvers if self.minutes.minutes else ()

    @property
    def candidates(self) -> tuple[Attendance, ...]:
        """Return those who were there, and can approve."""
        return may_approve(self.minutes.attendances)

    @property
    def planned(self) -> Approval | None:
        """Return the approval that is planned and not done."""
        return open_approval(self.minutes.minutes) if self.minutes.minutes else None

    @property
    def done(self) -> tuple[Approval, ...]:
        """Return the approvals that were done, the latest first."""
        every = self.minutes.minutes.approvals if self.minutes.minutes else ()
        found = [each for each in reversed(every) if each.done is not None]
        return tuple(sorted(found, key=lambda each: each.done or dt.date.min, reverse=True))

    def numbers_of(self, approval: Approval) -> str:
        """Return which §§ an approval was of, whether they stand by it still: ``§§ 14–15``."""
        if approval.kind is ApprovalKind.ORDINARY:
            return self.minutes.numbers
        return numbers_approved(self.at_once, self.minutes, approval)

    @property
    def open_sections(self) -> tuple[SectionView, ...]:
        """Return the §§ that can be approved at once: with a number, and not approved yet."""
        return tuple(
            each
            for each in self.minutes.sections
            if each.section.approval_id is None and each.section.number is not None
        )


def approval_view(reader: Connection, meeting_id: str) -> ApprovalView:
    """Return the approval of a meeting's minutes; raises InputError when it is gone."""
    view = minutes_of(reader, meeting_id)
    return ApprovalView(
        minutes=view,
        stops=holds_up(minutes_findings(view)),
        issued=approved_minutes(reader, meeting_id),
        signed=signed_papers_of(reader, meeting_id),
        at_once=approved_at_once(reader, meeting_id),
    )
