"""How rows parked, and taken up again, and notes of the law are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.rulebook import LawNote
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.work.commands.backlog import ParkItem, PlaceItem, PlaceItems
from hubra_desktop.work.commands.matters import ListNumbers
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.paper_makers import Maker

BACKLOG: Mapping[str, Maker] = {
    "AddLawNote": lambda d: Add(LawNote, d.values("law_note", "text")),
    "ChangeLawNote": lambda d: Change(LawNote, d.id("law_note"), d.values("law_note"), d.visit()),
    "RemoveLawNote": lambda d: Remove(LawNote, d.id("law_note")),
    "ListNumbers": lambda _: ListNumbers(),
    "AddBacklogItem": lambda d: Add(BacklogItem, d.values("backlog_item", "title")),
    "ChangeBacklogItem": lambda d: Change(
        BacklogItem, d.id("backlog_item"), d.values("backlog_item"), d.visit()
    ),
    "ParkItem": lambda d: ParkItem(d.id("agenda_item"), d.one(*BacklogKind), d.text()),
    "PlaceItem": lambda d: PlaceItem(d.id("backlog_item"), d.id("meeting"), d.place()),
    "PlaceItems": lambda d: PlaceItems(d.ids("backlog_item"), d.id("meeting")),
    "RemoveBacklogItem": lambda d: Remove(BacklogItem, d.id("backlog_item")),
}
