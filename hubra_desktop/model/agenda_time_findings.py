"""Findings about an agenda's times: gaps, clashes, open times, breaks, double booking."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from hubra_desktop.model.findings import Agenda, Finding, Level, agenda_finding
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import Item, Presenter
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import planned_end
from hubra_desktop.model.wording import minutes_in_words

LONGEST_WITHOUT_BREAK = 90
"""Minutes that people can be expected to sit; the exercise's meeting breaks after fifty."""

_REST = 5
"""Free minutes that are as good as a break; fewer go to changing speakers."""


def time_findings(agenda: Agenda) -> Iterator[Finding]:
    """Find what does not add up in the times, in the order of the agenda."""
    yield from _seams(agenda)
    yield from _end(agenda)
    yield from _open_times(agenda)
    yield from _frames(agenda)
    yield from _double_booked(agenda)
    yield from _unbroken(agenda)


def _seams(agenda: Agenda) -> Iterator[Finding]:
    """Compare where pinned rows start with where the rows before them end."""
    for item in agenda.active():
        gap = agenda.slot(item).gap
        if gap > 0 and not item.parallel:
            yield agenda_finding(
                "gap",
                item,
                minutes=minutes_in_words(gap),
                before=_before(agenda, item),
                name=agenda.name(item),
                start=agenda.at(agenda.slot(item).start or 0),
            )
        elif gap < 0:
            yield _clash(agenda, item, -gap)


def _before(agenda: Agenda, item: Item) -> str:
    """Write what a row follows on, with the time: ``ärende 3 (slutar 16.20)``."""
    slot = agenda.slot(item)
    time = agenda.at(slot.flow or 0)
    if slot.after is None:
        return say("sammanträdets början ({time})", time=time)
    before = agenda.rows[slot.after]
    return f"{agenda.name(before)} ({_verb(ends=_ends(agenda, before, slot.flow))} {time})"


def _ends(agenda: Agenda, before: Item, flow: int | None) -> bool:
    """Tell whether a row ends where the flow is; a parent or heading starts there."""
    return agenda.slot(before).end == flow


def _verb(*, ends: bool) -> str:
    return say("slutar") if ends else say("börjar")


def _clash(agenda: Agenda, item: Item, minutes: int) -> Finding:
    slot = agenda.slot(item)
    before = agenda.rows.get(slot.after or "")
    ends = before is not None and _ends(agenda, before, slot.flow)
    found = agenda_finding(
        "clash",
        item,
        name=agenda.name(item),
        start=agenda.at(slot.start or 0),
        before=say("sammanträdet") if before is None else agenda.name(before),
        verb=_verb(ends=ends),
        flow=agenda.at(slot.flow or 0),
        minutes=minutes_in_words(minutes),
        wrong=say("sent") if ends else say("tidigt"),
    )
    return replace(found, other_id=before.id if before else None)


def _end(agenda: Agenda) -> Iterator[Finding]:
    end, planned = agenda.timetable.end, planned_end(agenda.meeting)
    if end is None or planned is None:
        return
    untimed = any(agenda.slot(item).open for item in agenda.active())
    over = end - planned
    times = {"end": agenda.at(end), "planned": agenda.at(planned)}
    if over > 0:
        yield agenda_finding("too_long", minutes=minutes_in_words(over), **times)
    elif over < 0 and not untimed:
        yield agenda_finding("ends_early", minutes=minutes_in_words(-over), **times)


def _open_times(agenda: Agenda) -> Iterator[Finding]:
    """Find the open rows that hide when the rows after them start."""
    culprit: Item | None = None
    for item in agenda.active():
        slot = agenda.slot(item)
        if slot.open and slot.start is not None:
            culprit = item
        elif slot.stranded and culprit is not None:
            names = {"culprit": agenda.name(culprit), "name": agenda.name(item)}
            yield agenda_finding("open_time", culprit, **names)
            culprit = None
    if agenda.timetable.total:
        yield from _untimed_questions(agenda)


def _untimed_questions(agenda: Agenda) -> Iterator[Finding]:
    for item in agenda.matters():
        if item.kind is ItemKind.OTHER and agenda.slot(item).open:
            name = item.title.strip() or capitalised(agenda.name(item))
            yield agenda_finding("other_questions_untimed", item, name=name)


def _frames(agenda: Agenda) -> Iterator[Finding]:
    """Compare a row's own duration with the sum of its sub-items; to fall short is no fault."""
    for item in agenda.matters():
        excess, own = agenda.slot(item).excess, item.duration or 0
        if excess:
            found = agenda_finding(
                "sum_differs",
                item,
                name=agenda.name(item),
                total=minutes_in_words(own + excess),
                own=minutes_in_words(own),
            )
            yield found if excess > 0 else replace(found, level=Level.TIP)


@dataclass(frozen=True)
class _Booking:
    item: Item
    presenter: Presenter
    start: int
    end: int
    parent: str | None


def _bookings(agenda: Agenda) -> Iterator[_Booking]:
    parents = {child.id: b.item.id for b in agenda.branches for child in b.children}
    for item in agenda.active():
        slot = agenda.slot(item)
        if slot.start is None or slot.end is None:
            continue
        for presenter in item.presenters:
            if presenter.name.strip():
                yield _Booking(item, presenter, slot.start, slot.end, parents.get(item.id))


def _double_booked(agenda: Agenda) -> Iterator[Finding]:
    """Find people who present in two rows at once; a sub-item is within its parent."""
    for one, other in combinations(_bookings(agenda), 2):
        if _at_once(one, other) and _same(one.presenter, other.presenter):
            found = agenda_finding(
                "presenter_twice",
                other.item,
                person=other.presenter.name.strip(),
                one=_booked(agenda, one),
                other=_booked(agenda, other),
            )
            yield replace(found, other_id=one.item.id)


def _booked(agenda: Agenda, booking: _Booking) -> str:
    times = f"{agenda.at(booking.start)}–{agenda.at(booking.end)}"
    return f"{agenda.name(booking.item)} ({times})"


def _at_once(one: _Booking, other: _Booking) -> bool:
    related = one.item.id in (other.item.id, other.parent) or one.parent == other.item.id
    return not related and one.start < other.end and other.start < one.end


def _same(one: Presenter, other: Presenter) -> bool:
    if one.person_id and other.person_id:
        return one.person_id == other.person_id
    return folded(one.name) == folded(other.name)


def _unbroken(agenda: Agenda) -> Iterator[Finding]:
    """Find the stretches of more than 90 minutes without a break."""
    for start, end, last in _stretches(agenda):
        if end - start > LONGEST_WITHOUT_BREAK:
            yield agenda_finding(
                "no_break",
                last,
                minutes=minutes_in_words(end - start),
                start=agenda.at(start),
                end=agenda.at(end),
            )


def _stretches(agenda: Agenda) -> Iterator[tuple[int, int, Item]]:
    """Return start, end and last row of every stretch between breaks.

    Five free minutes or more part stretches as a break does, unless the row before
    is open and may fill them.
    """
    stretch: tuple[int, int, Item] | None = None
    filled = False
    for item in _occupying(agenda):
        slot = agenda.slot(item)
        start = slot.start or 0
        if stretch is not None and filled and start > stretch[1]:
            stretch = (stretch[0], start, stretch[2])
        if stretch is not None and (item.kind is ItemKind.BREAK or start - stretch[1] >= _REST):
            yield stretch
            stretch = None
        if item.kind is not ItemKind.BREAK:
            first, latest = (start, start) if stretch is None else stretch[:2]
            stretch = (first, max(latest, slot.end or start), item)
        filled = slot.open
    if stretch is not None:
        yield stretch


def _occupying(agenda: Agenda) -> Iterator[Item]:
    """Return the rows with a known time, a parent represented by its timed sub-items."""
    parents = {
        branch.item.id
        for branch in agenda.branches
        if any(agenda.slot(child).end is not None for child in branch.children)
    }
    for item in agenda.active():
        known = agenda.slot(item).start is not None
        if known and item.id not in parents and item.kind is not ItemKind.HEADING:
            yield item
