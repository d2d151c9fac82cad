"""What would mend a finding of an agenda, where the right value can be computed.

A cure is an offer in words and the values that it would write: pure data, so that the
window offers it in one press and takes it back like any other step.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any, Final

from hubra_desktop.model.findings import Agenda, Finding
from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import is_plain_break
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.rules import LONGEST_ROW
from hubra_desktop.model.swedish import WEEKDAYS, short_date
from hubra_desktop.model.templates import NOTICE_DAYS
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.timetable import planned_end
from hubra_desktop.model.weekdays import wrong_weekdays
from hubra_desktop.model.wording import minutes_in_words

BREAK_MINUTES = 10
"""How long a break is that is proposed: that of the council's own standing items."""
_FROM: Final = re.compile(r"\bfrån ([\wåäöÅÄÖ][\wåäöÅÄÖ -]*)$")


@dataclass(frozen=True, kw_only=True)
class Cure:
    """An offer: ``said`` on its button, and what it writes.

    ``values`` are new values of the row ``item_id``, of the meeting's head when that is
    None. A cure with an ``index`` puts in a new row of ``values`` before that row of the
    list instead.
    """

    said: str
    item_id: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    index: int | None = None


def cured(meeting: Meeting, cure: Cure) -> Meeting:
    """Return the meeting as it would be with a cure."""
    if cure.index is not None:
        rows = list(meeting.items)
        rows.insert(cure.index, Item(id="cure", **cure.values))
        return replace(meeting, items=tuple(rows))
    if cure.item_id is None:
        return replace(meeting, **cure.values)
    items = (
        replace(item, **cure.values) if item.id == cure.item_id else item for item in meeting.items
    )
    return replace(meeting, items=tuple(items))


def cure_of(agenda: Agenda, finding: Finding, notice_days: int = NOTICE_DAYS) -> Cure | None:
    """Return what would mend a finding, None where only a person can know."""
    if finding.id == "notice_date_missing":
        return _date_notice(agenda, notice_days)
    if finding.id in _OF_HEAD:
        return _OF_HEAD[finding.id](agenda)
    item = agenda.rows.get(finding.item_id or "")
    if finding.id == "wrong_weekday":
        return _name_weekday(agenda.meeting, finding, item)
    mend = _OF_ROW.get(finding.id)
    return mend(agenda, item) if mend is not None and item is not None else None


def _named(agenda: Agenda, item: Item) -> str:
    return say("pausen") if is_plain_break(item) else agenda.name(item)


def _follow(agenda: Agenda, item: Item) -> Cure | None:
    """Hold a row to the time at which the row before it ends."""
    flow = agenda.slot(item).flow
    if flow is None:
        return None
    said = say("Flytta {name} till {time}", name=_named(agenda, item), time=agenda.at(flow))
    return Cure(said=said, item_id=item.id, values={"pin": flow})


def _move_end(agenda: Agenda) -> Cure | None:
    end = agenda.timetable.end
    if end is None:
        return None
    said = say("Flytta sluttiden till {time}", time=agenda.at(end))
    return Cure(said=said, values={"end": end})


def _fit_minutes(agenda: Agenda, item: Item) -> Cure | None:
    """Give a row the minutes that its sub-items take."""
    minutes = (item.duration or 0) + agenda.slot(item).excess
    if not 0 < minutes <= LONGEST_ROW:
        return None
    return _give(agenda, item, minutes)


def _fill_to_end(agenda: Agenda, item: Item) -> Cure | None:
    """Give the last row, which has no time, what is left before the planned end."""
    start, planned = agenda.slot(item).start, planned_end(agenda.meeting)
    last = [row for row in agenda.active() if row.kind is not ItemKind.HEADING][-1:]
    if start is None or planned is None or [row.id for row in last] != [item.id]:
        return None
    return _give(agenda, item, planned - start) if 0 < planned - start <= LONGEST_ROW else None


def _give(agenda: Agenda, item: Item, minutes: int) -> Cure:
    words = minutes_in_words(minutes)
    said = say("Ge {name} {minutes}", name=_named(agenda, item), minutes=words)
    return Cure(said=said, item_id=item.id, values={"duration": minutes})


def _put_in_break(agenda: Agenda, last: Item) -> Cure | None:
    """Put a break nearest to the middle of the stretch that ends with a row."""
    rows = [branch.item for branch in agenda.branches if not branch.item.withdrawn]
    here = next((p for p, row in enumerate(rows) if row.id == last.id), None)
    if here is None:
        return None
    first = here
    while first and rows[first - 1].kind is not ItemKind.BREAK:
        first -= 1
    starts = {row.id: agenda.slot(row).start for row in rows[first : here + 1]}
    known = {row_id: start for row_id, start in starts.items() if start is not None}
    if len(known) < 2:
        return None
    ends = (agenda.slot(row).end for row in rows[first : here + 1])
    latest = max(end for end in (*ends, *known.values()) if end is not None)
    middle = (min(known.values()) + latest) / 2
    free = [row for row in rows[first + 1 : here + 1] if row.id in known and not row.parallel]
    if not free:
        return None
    chosen = min(free, key=lambda row: abs(known[row.id] - middle))
    place = [item.id for item in agenda.meeting.items].index(chosen.id)
    said = say("Lägg in en paus {time}", time=agenda.at(known[chosen.id]))
    values = {"kind": ItemKind.BREAK, "title": say("Paus"), "duration": BREAK_MINUTES}
    return Cure(said=said, values=values, index=place)


def _number_by_order(_: Agenda, item: Item) -> Cure | None:
    """Let go of a number that was typed, so that the row is numbered by its place."""
    if not item.number_typed:
        return None
    said = say("Ta bort numret {number} som är skrivet", number=item.number_typed)
    return Cure(said=said, item_id=item.id, values={"number_typed": ""})


def _present(_: Agenda, item: Item) -> Cure | None:
    """Let the organisation present that a title says the information is from."""
    match = _FROM.search(item.title.strip())
    if match is None:
        return None
    unit = match[1].strip()
    said = say("Skriv {name} som föredragande", name=unit)
    presenter = Presenter(unit=unit)
    return Cure(said=said, item_id=item.id, values={"presenters": (presenter,)})


def _date_notice(agenda: Agenda, notice_days: int) -> Cure:
    day = agenda.meeting.date - timedelta(days=notice_days)
    said = say("Datera kallelsen {day}", day=short_date(day))
    return Cure(said=said, values={"notice_date": day})


def _name_weekday(meeting: Meeting, finding: Finding, item: Item | None) -> Cure | None:
    """Write the weekday that the date is."""
    name = finding.field.removeprefix("head.")
    held: Item | Meeting = meeting if item is None else item
    text = getattr(held, name, None)
    if not isinstance(text, str):
        return None
    dates = wrong_weekdays(text, meeting.date.year)
    wrong = next((each for each in dates if each.sentence == finding.sentence), None)
    if wrong is None:
        return None
    right = WEEKDAYS[wrong.day.weekday()]
    old = text[wrong.start : wrong.start + len(wrong.weekday)]
    new = right.capitalize() if old[:1].isupper() else right
    mended = text[: wrong.start] + new + text[wrong.start + len(wrong.weekday) :]
    said = say("Skriv {word} i stället för {other}", word=right, other=wrong.weekday)
    return Cure(said=said, item_id=item.id if item else None, values={name: mended})


_OF_HEAD: Final[Mapping[str, Callable[[Agenda], Cure | None]]] = {
    "too_long": _move_end,
    "ends_early": _move_end,
}
_OF_ROW: Final[Mapping[str, Callable[[Agenda, Item], Cure | None]]] = {
    "gap": _follow,
    "clash": _follow,
    "sum_differs": _fit_minutes,
    "other_questions_untimed": _fill_to_end,
    "no_break": _put_in_break,
    "number_twice": _number_by_order,
    "number_gap": _number_by_order,
    "no_presenter": _present,
}
