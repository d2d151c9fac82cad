"""What has changed of the rows of an agenda since the meeting was called, a sentence each."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from hubra_desktop.model.dispatch.call_sides import (
    NOTHING,
    CallChange,
    CallChangeKind,
    MeetingSide,
    on_one_line,
    people_text,
    presenters_of,
)
from hubra_desktop.model.language import N_, Tell
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import Slot
from hubra_desktop.model.words import word


class RowComparison:
    """Compares the rows of two stages of one meeting; used once."""

    def __init__(self, was: MeetingSide, now: MeetingSide, tell: Tell) -> None:
        self.was, self.now, self.tell = was, now, tell
        self.shift = _shift(was.meeting, now.meeting)

    def changes(self) -> Iterator[CallChange]:
        """Yield the changes of the rows in the order of the agenda, then what is gone."""
        moved = _out_of_order(self.was.meeting.items, self.now.meeting.items)
        for item in self.now.meeting.items:
            before = self.was.items.get(item.id)
            if before is None:
                yield from () if item.withdrawn else (self._added(item),)
            else:
                yield from self._item(before, item, moved=item.id in moved)
        for item in self.was.meeting.items:
            if item.id not in self.now.items and not item.withdrawn:
                yield self._gone(self.was, item)

    def _item(self, was: Item, now: Item, *, moved: bool) -> Iterator[CallChange]:
        """Tell what is otherwise of a row; of one that is withdrawn nothing more is told."""
        if now.withdrawn and not was.withdrawn:
            yield self._gone(self.now, now)
            return
        if was.withdrawn and not now.withdrawn:
            said = self.tell("{name} utgår inte längre.", name=self._name(now))
            yield self._of_row(
                now, CallChangeKind.RESTORED, said, "", self.tell("utgår"), self.now.time(now)
            )
        yield from self._number(was, now)
        if moved:
            yield self._order(now)
        yield from self._time(was, now)
        yield from self._presenters(was, now)
        yield from self._texts(was, now)
        yield from self._flags(was, now)

    def _number(self, was: Item, now: Item) -> Iterator[CallChange]:
        old, new = self.was.numbers.get(was.id, ""), self.now.numbers.get(now.id, "")
        if old == new:
            return
        name = capitalised(self.was.name(was))
        if new:
            said = self.tell("{name} får nummer {new}.", name=name, new=new)
        else:
            said = self.tell("{name} får inget nummer längre.", name=name)
        yield self._of_row(
            now, CallChangeKind.NUMBER, said, N_("numret"), old or NOTHING, new or NOTHING
        )

    def _order(self, now: Item) -> CallChange:
        """Tell after which row a row that was moved stands now."""
        rows = self.now.meeting.items
        place = next(place for place, each in enumerate(rows) if each.id == now.id)
        where = self.tell("först")
        if place:
            where = self.tell("efter {name}", name=self.now.name(rows[place - 1]))
        said = self.tell("{name} tas upp {where}.", name=self._name(now), where=where)
        return self._of_row(now, CallChangeKind.ORDER, said, N_("ordningen"), NOTHING, where)

    def _time(self, was: Item, now: Item) -> Iterator[CallChange]:
        old, new = self.was.time(was), self.now.time(now)
        if old == new or was.withdrawn:
            return
        slots = self.was.slot(was), self.now.slot(now)
        if was.print_time is now.print_time and _moved_along(*slots, self.shift):
            return
        name = self._name(now)
        if not old:
            said = self.tell("{name} får tiden {new}.", name=name, new=new)
        elif not new:
            said = self.tell("{name} har ingen tid längre (var {old}).", name=name, old=old)
        elif slots[0].start == slots[1].start:
            said = self.tell("{name} pågår {new} (var {old}).", name=name, old=old, new=new)
        else:
            said = self.tell("{name} flyttas från {old} till {new}.", name=name, old=old, new=new)
        yield self._of_row(
            now, CallChangeKind.ITEM_TIME, said, N_("tiden"), old or NOTHING, new or NOTHING
        )

    def _presenters(self, was: Item, now: Item) -> Iterator[CallChange]:
        old, new = people_text(was.presenters), people_text(now.presenters)
        if old == new:
            return
        name = self._name(now)
        if not old:
            said = self.tell("{name} föredras av {new}.", name=name, new=new)
        elif not new:
            said = self.tell("{name} föredras inte längre av {old}.", name=name, old=old)
        else:
            said = self.tell(
                "{name} föredras av {new} i stället för {old}.", name=name, old=old, new=new
            )
        yield self._of_row(
            now, CallChangeKind.PRESENTER, said, N_("föredragande"), old or NOTHING, new or NOTHING
        )

    def _texts(self, was: Item, now: Item) -> Iterator[CallChange]:
        for kind, what, template, text in _TEXTS:
            old, new = text(was, self.tell) or NOTHING, text(now, self.tell) or NOTHING
            if old != new:
                said = self.tell(template, name=self.now.name(now), old=old, new=new)
                yield self._of_row(now, kind, said, what, old, new)

    def _flags(self, was: Item, now: Item) -> Iterator[CallChange]:
        for kind, what, holds, on, off in _FLAGS:
            old, new = holds(was), holds(now)
            if old != new:
                said = self.tell(on if new else off, name=self._name(now))
                words = (self.tell("ja") if each else self.tell("nej") for each in (old, new))
                yield self._of_row(now, kind, said, what, *words)

    def _added(self, item: Item) -> CallChange:
        title, time = on_one_line(item.title), self.now.time(item)
        told = ", ".join(each for each in (title, people_text(item.presenters), time) if each)
        name = self._name(item)
        if title and item.id in self.now.numbers:
            said = self.tell("{name} tillkommer: {told}.", name=name, told=told)
        else:
            said = self.tell("{name} tillkommer.", name=name)
        return self._of_row(item, CallChangeKind.ADDED, said, "", NOTHING, told or name)

    def _gone(self, side: MeetingSide, item: Item) -> CallChange:
        name, title = capitalised(side.name(item)), on_one_line(item.title)
        if title and item.id in side.numbers:
            said = self.tell("{name}, {title}, utgår.", name=name, title=title)
        else:
            said = self.tell("{name} utgår.", name=name)
        old = self.was.time(self.was.items.get(item.id, item))
        return self._of_row(
            item, CallChangeKind.WITHDRAWN, said, "", old or title, self.tell("utgår")
        )

    def _of_row(
        self, item: Item, kind: CallChangeKind, said: str, what: str, old: str = "", new: str = ""
    ) -> CallChange:
        side = self.now if item.id in self.now.items else self.was
        row, title = capitalised(side.name(item)), on_one_line(item.title)
        about = row
        if title and item.id in side.numbers:
            about = f"{about}, {title}"
        if what:
            about = f"{about}: {self.tell(what)}"
        people = presenters_of((self.was, self.now), item.id)
        return CallChange(kind, capitalised(said), about, old, new, item.id, *people, row)

    def _name(self, item: Item) -> str:
        return capitalised(self.now.name(item))


def _sort(item: Item, tell: Tell) -> str:
    """Name the sort of a row where it is set otherwise than a matter."""
    unlike = item.kind in (ItemKind.BREAK, ItemKind.HEADING)
    return word(item.kind, tell).lower() if unlike else tell("ärende")


_TEXTS: Final[tuple[tuple[CallChangeKind, str, str, Callable[[Item, Tell], str]], ...]] = (
    (CallChangeKind.TITLE, N_("rubriken"),
     N_("Rubriken på {name} ändras från ”{old}” till ”{new}”."),
     lambda item, _: on_one_line(item.title)),
    (CallChangeKind.DETAIL, N_("sorten"), N_("{name} ändras från {old} till {new}."), _sort),
    (CallChangeKind.ROOM, N_("lokalen"), N_("Lokalen för {name} ändras från {old} till {new}."),
     lambda item, _: on_one_line(item.place)),
    (CallChangeKind.DETAIL, N_("diarienumret"),
     N_("Diarienumret för {name} ändras från {old} till {new}."),
     lambda item, _: on_one_line(item.case_number)),
    (CallChangeKind.DETAIL, N_("texten"),
     N_("Texten under {name} ändras till ”{new}” (var ”{old}”)."),
     lambda item, _: on_one_line(item.note)),
)  # fmt: skip
"""What of a row is compared as text, each with its sentence."""

_FLAGS: Final[tuple[tuple[CallChangeKind, str, Callable[[Item], bool], str, str], ...]] = (
    (CallChangeKind.DETAIL, N_("stängda dörrar"), lambda item: item.closed,
     N_("{name} behandlas bakom stängda dörrar."),
     N_("{name} behandlas inte längre bakom stängda dörrar.")),
    (CallChangeKind.ROOM, N_("samtidigt"), lambda item: item.parallel,
     N_("{name} tas upp samtidigt som ärendet före."),
     N_("{name} tas inte längre upp samtidigt som ärendet före.")),
    (CallChangeKind.NUMBER, N_("underpunkt"), lambda item: item.level > 0,
     N_("{name} är nu en underpunkt."), N_("{name} är inte längre en underpunkt.")),
    (CallChangeKind.DETAIL, N_("tillkommande"), lambda item: item.added_late is not None,
     N_("{name} är märkt som tillkommande."), N_("{name} är inte längre märkt som tillkommande.")),
)  # fmt: skip
"""What of a row is so or not, with the sentences for both."""


def _shift(was: Meeting, now: Meeting) -> int:
    """Return by how many minutes the meeting begins later."""
    return 0 if was.start is None or now.start is None else now.start - was.start


def _moved_along(was: Slot, now: Slot, shift: int) -> bool:
    """Tell whether a row only follows the meeting's own start."""
    if not shift or was.start is None or now.start is None or now.start - was.start != shift:
        return False
    if was.end is None or now.end is None:
        return was.end is now.end
    return now.end - was.end == shift


def _out_of_order(was: Sequence[Item], now: Sequence[Item]) -> set[str]:
    """Return the rows that were moved past others: as few as explain the order now."""
    places = {each.id: place for place, each in enumerate(was)}
    rows = [each.id for each in now if each.id in places]
    kept = _longest_rising([places[each] for each in rows])
    return {each for each in rows if places[each] not in kept}


def _longest_rising(places: Sequence[int]) -> set[int]:
    """Return the places of the longest part of a row that stands in order."""
    longest: list[tuple[int, int | None]] = []
    for end, place in enumerate(places):
        before = [at for at in range(end) if places[at] < place]
        latest = max(before, key=lambda at: longest[at][0], default=None)
        longest.append((1 if latest is None else longest[latest][0] + 1, latest))
    at = max(range(len(longest)), key=lambda each: longest[each][0], default=None)
    kept = set()
    while at is not None:
        kept.add(places[at])
        at = longest[at][1]
    return kept
