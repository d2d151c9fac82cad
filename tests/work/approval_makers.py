"""How the commands of the approval of minutes are drawn at random, by their names."""

from collections.abc import Mapping

from hubra_desktop.model.records.minutes import Approval, Approver
from hubra_desktop.work.commands.approval import (
    ApprovedElsewhere,
    ArchiveMeeting,
    PostAnnouncement,
    ProposeApprovers,
    ReopenMinutes,
    TakeDownAnnouncement,
)
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.minutes_approving import ApproveUnrendered
from tests.work.paper_makers import Maker

APPROVAL: Mapping[str, Maker] = {
    "AddApprover": lambda d: Add(Approver, d.values("approver"), d.id("minutes"), d.place()),
    "ApprovedElsewhere": lambda d: ApprovedElsewhere(d.id("meeting"), d.day(), d.text()),
    "ApproveMinutes": lambda d: ApproveUnrendered(
        d.id("meeting"), d.one((), (), (d.id("section"),)), d.day()
    ),
    "ArchiveMeeting": lambda d: ArchiveMeeting(d.id("meeting"), d.day()),
    "ChangeApproval": lambda d: Change(Approval, d.id("approval"), {"planned": d.day_or_none()}),
    "ChangeApprover": lambda d: Change(Approver, d.id("approver"), d.values("approver")),
    "PostAnnouncement": lambda d: PostAnnouncement(d.id("approval"), d.day(), d.text()),
    "ProposeApprovers": lambda d: ProposeApprovers(d.id("meeting")),
    "RemoveApprover": lambda d: Remove(Approver, d.id("approver")),
    "ReopenMinutes": lambda d: ReopenMinutes(d.id("meeting"), d.day(), d.text(), d.text()),
    "TakeDownAnnouncement": lambda d: TakeDownAnnouncement(d.id("approval"), d.day(), d.text()),
}
