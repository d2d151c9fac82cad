"""What a finding is, and the agenda as the checks look at it.

Apart from the checks themselves so that the checks of times, numbers and texts can
stand in modules of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hubra_desktop.model.language import N_
from hubra_desktop.model.numbering import printed_numbers, row_name
from hubra_desktop.model.outline import Branch, outline
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import Slot, Timetable, timetable
from hubra_desktop.model.words import Term


class Level(Term):
    """How much a finding weighs: stops the issue, should be looked at, may be."""

    STOP = "stop", N_("Stopp")
    WARNING = "warning", N_("Varning")
    TIP = "tip", N_("Tips")


LEVELS = tuple(Level)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something to look at: ``id`` never changes, ``sentence`` is for the reader.

    ``item_id`` and ``field`` say where it is mended: a field of the row ("time",
    "title", "public_title", "number", "presenters", "case_number"), or without a row
    one of the head ("head.place", "head.end", "head.notice_date",
    "head.pre_meetings") or the list itself ("items").
    """

    id: str
    level: Level
    sentence: str
    item_id: str | None = None
    field: str = ""


class Agenda:
    """A meeting with all that is derived from it, computed once for all checks."""

    def __init__(self, meeting: Meeting, style: HouseStyle) -> None:
        self.meeting = meeting
        self.branches: tuple[Branch, ...] = outline(meeting.items)
        self.rows: dict[str, Item] = {item.id: item for item in meeting.items}
        self.numbers: dict[str, str] = printed_numbers(meeting.items, style.sub_numbers)
        self.timetable: Timetable = timetable(meeting)
        self._separator = style.time_separator

    def at(self, minutes: int) -> str:
        """Write a clock time in the house's way."""
        return clock(minutes, self._separator)

    def name(self, item: Item) -> str:
        """Name a row in running text."""
        return row_name(item, self.numbers)

    def slot(self, item: Item) -> Slot:
        """Return a row's times."""
        return self.timetable.slots[item.id]

    def active(self) -> Iterator[Item]:
        """Return the rows that are not withdrawn, nor under a row that is."""
        for branch in self.branches:
            if not branch.item.withdrawn:
                yield branch.item
                yield from (child for child in branch.children if not child.withdrawn)

    def matters(self) -> Iterator[Item]:
        """Return the active rows that are neither breaks nor headings."""
        unnumbered = (ItemKind.BREAK, ItemKind.HEADING)
        return (item for item in self.active() if item.kind not in unnumbered)
