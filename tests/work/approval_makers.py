"""How the commands of the approval of minutes are drawn at random, by their names."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.minutes import Approval, Approver, Minutes
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.approval import (
    ApprovedElsewhere,
    ArchiveMeeting,
    PostAnnouncement,
    ProposeApprovers,
    ReopenMinutes,
    TakeDownAnnouncement,
)
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.sections import NumberSections
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.minutes_approving import ApproveUnrendered
from tests.work.paper_makers import Maker


@dataclass(frozen=True)
class Approved(Step):
    """Number and approve the minutes of a meeting where they are not, and do something then."""

    approve: ApproveUnrendered
    then: Callable[[str], tuple[Command, ...]] = lambda _: ()
    label: ClassVar[str] = ApproveUnrendered.label
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        meeting_id = self.approve.meeting_id
        with suppress(InputError):
            NumberSections(meeting_id).apply(rows)
        minutes = rows.all(Minutes, TABLES["minutes"].c.meeting_id == meeting_id)
        if not any(each.done for one in minutes for each in one.approvals):
            self.approve.apply(rows)
            minutes = rows.all(Minutes, TABLES["minutes"].c.meeting_id == meeting_id)
        done = [each.id for each in minutes[0].approvals if each.done]
        for command in self.then(done[-1]):
            command.apply(rows)


@dataclass(frozen=True)
class HeldElsewhere(Step):
    """Hold a meeting without minutes, whose minutes are elsewhere."""

    then: ApprovedElsewhere
    label: ClassVar[str] = ApprovedElsewhere.label
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        if rows.get(Meeting, self.then.meeting_id) is not None:
            rows.change(Meeting, self.then.meeting_id, {"state": MeetingState.HELD})
        self.then.apply(rows)


def approved(d: Drawn, then: Callable[[str], tuple[Command, ...]] = lambda _: ()) -> Command:
    """Draw an approval of a meeting's minutes, or of one § at once, with what comes then."""
    sections = d.one((), (), (d.id("section"),))
    return Approved(ApproveUnrendered(d.one("held", d.id("meeting")), sections, d.day()), then)


def announced(d: Drawn) -> Command:
    """Draw an announcement that goes up, and comes down now and then."""
    day, later, by, down = d.day(), d.day(), d.text(), d.one(True, False)
    return approved(
        d,
        lambda row: (
            PostAnnouncement(row, day, by),
            *((TakeDownAnnouncement(row, later, by),) if down else ()),
        ),
    )


def reopened(d: Drawn) -> Command:
    day, reason, by = d.day(), d.text(), d.text()
    return approved(d, lambda _: (ReopenMinutes("held", day, reason, by),))


def archived(d: Drawn) -> Command:
    day = d.day()
    return approved(d, lambda _: (ArchiveMeeting("held", day),))


APPROVAL: Mapping[str, Maker] = {
    "AddApproval": lambda d: Add(Approval, {"planned": d.day_or_none()}, d.id("minutes")),
    "AddApprover": lambda d: Add(Approver, d.values("approver"), d.id("minutes"), d.place()),
    "ApproveMinutes": approved,
    "ApprovedElsewhere": lambda d: HeldElsewhere(
        ApprovedElsewhere(d.id("meeting"), d.day(), d.text())
    ),
    "ArchiveMeeting": archived,
    "ChangeApproval": lambda d: _planned(d, d.day_or_none()),
    "ChangeApprover": lambda d: Change(Approver, d.id("approver"), d.values("approver")),
    "PostAnnouncement": announced,
    "ProposeApprovers": lambda d: ProposeApprovers(d.id("meeting")),
    "RemoveApproval": lambda d: (
        Remove(Approval, d.id("approval")) if d.rows("approval") else _planned(d, d.day_or_none())
    ),
    "RemoveApprover": lambda d: Remove(Approver, d.id("approver")),
    "ReopenMinutes": reopened,
    "TakeDownAnnouncement": announced,
}


def _planned(d: Drawn, day: object) -> Command:
    """Draw another day of a planned approval; where there is none, one that is planned."""
    if not d.rows("approval"):
        return Add(Approval, {"planned": day}, d.id("minutes"))
    return Change(Approval, d.id("approval"), {"planned": day})
