"""How follow-ups are made, changed, reported on and put on agendas at random."""

from collections.abc import Mapping

from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.work.commands.follow_ups import PlaceFollowUps, ReportFollowUp, TakeUp
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.paper_makers import Maker

FOLLOW_UPS: Mapping[str, Maker] = {
    "AddFollowUp": lambda d: Add(FollowUp, d.values("follow_up", "text")),
    "ChangeFollowUp": lambda d: Change(
        FollowUp, d.id("follow_up"), d.values("follow_up"), d.visit()
    ),
    "PlaceFollowUps": lambda d: PlaceFollowUps(d.ids("follow_up"), d.id("meeting")),
    "RemoveFollowUp": lambda d: Remove(FollowUp, d.id("follow_up")),
    "TakeUp": lambda d: TakeUp(d.ids("backlog_item"), d.ids("follow_up"), d.id("meeting")),
    "ReportFollowUp": lambda d: ReportFollowUp(
        d.id("follow_up"), d.day(), d.text(), d.text(), d.id_or_none("meeting"),
        d.one(None, *FollowUpState), d.one(None, "Pengarna räckte inte"),
    ),
}  # fmt: skip
