"""One stage of a meeting with what is computed of it, and what one change of it is.

Two stages are compared: the meeting that was called, and the one that stands now.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from hubra_desktop.model.footnotes import footnotes
from hubra_desktop.model.language import Tell
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import Anchor, ItemKind
from hubra_desktop.model.timetable import Slot, printed_time, timetable

NOTHING: Final = "–"
"""What stands where there was nothing, or is nothing now."""


class CallChangeKind(StrEnum):
    """What a change is about."""

    LIFTED = "lifted"
    TIME = "time"
    PLACE = "place"
    HEAD = "head"
    ADDED = "added"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    ITEM_TIME = "item_time"
    TITLE = "title"
    PRESENTER = "presenter"
    ORDER = "order"
    NUMBER = "number"
    ROOM = "room"
    DETAIL = "detail"
    PAPER = "paper"


OF_ALL: Final = frozenset(
    {CallChangeKind.LIFTED, CallChangeKind.TIME, CallChangeKind.PLACE, CallChangeKind.HEAD}
)
"""Changes that concern everybody who was called, whatever they present."""


class CallChange(NamedTuple):
    """One change: a whole sentence, and what it was and is now for a table.

    ``what`` names the thing and what of it ("Ärende 4, Lägesbild: tiden"). ``item_id`` is
    the row, None for the meeting itself; ``names`` and ``person_ids`` are those who
    presented it before or do now. ``row`` is the row's short name ("Ärende 4").
    """

    kind: CallChangeKind
    sentence: str
    what: str
    old: str = ""
    new: str = ""
    item_id: str | None = None
    names: tuple[str, ...] = ()
    person_ids: tuple[str, ...] = ()
    row: str = ""


class MeetingSide:
    """A meeting with its printed numbers, times and footnotes; ``tell`` names its rows."""

    def __init__(self, meeting: Meeting, style: HouseStyle, tell: Tell) -> None:
        self.meeting, self.separator, self.tell = meeting, style.time_separator, tell
        self.numbers = printed_numbers(meeting.items, style.sub_numbers)
        self.slots = timetable(meeting).slots
        self.notes = footnotes(meeting, style)
        self.items = {each.id: each for each in meeting.items}

    def time(self, item: Item) -> str:
        """Return the time that is printed of a row."""
        return "" if item.withdrawn else printed_time(item, self.slot(item), self.separator)

    def slot(self, item: Item) -> Slot:
        """Return when a row is on."""
        return self.slots.get(item.id, Slot())

    def start(self) -> str:
        """Return when the meeting begins."""
        start = self.meeting.start
        return "" if start is None else clock(start, self.separator)

    def notes_of(self, item_id: str | None) -> list[str]:
        """Return the footnotes at one row; None: those at the head."""
        return [
            each.text
            for each in self.notes
            if (each.item_id == item_id if item_id else each.anchor is not Anchor.ITEM)
        ]

    def name(self, item: Item) -> str:
        """Name a row in running text: by its number, else by its title."""
        if item.id in self.numbers:
            return self.tell("ärende {number}", number=self.numbers[item.id])
        title = on_one_line(item.title)
        if item.kind is ItemKind.BREAK:
            return title or self.tell("pausen")
        if item.kind is ItemKind.HEADING:
            return self.tell("rubriken ”{title}”", title=title) if title else self.tell("rubriken")
        if title:
            return self.tell("punkten ”{title}”", title=title)
        return self.tell("en punkt utan nummer")


def on_one_line(text: str) -> str:
    """Write a text on one line."""
    return " ".join(text.split())


def people_text(presenters: Sequence[Presenter]) -> str:
    """Name presenters with title and unit, as they are printed."""
    named = (
        ", ".join(part for part in map(str.strip, (each.name, each.title, each.unit)) if part)
        for each in presenters
    )
    return "; ".join(each for each in named if each)


def presenters_of(
    sides: Sequence[MeetingSide], item_id: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and the ids of who presents a row on any of the sides, each once."""
    found = [
        each for side in sides if item_id in side.items for each in side.items[item_id].presenters
    ]
    names = (on_one_line(each.name or each.unit) for each in found)
    ids = (each.person_id for each in found if each.person_id)
    return tuple(dict.fromkeys(each for each in names if each)), tuple(dict.fromkeys(ids))
