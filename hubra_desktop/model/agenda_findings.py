"""What is missing or contradictory in an agenda.

The same findings stand beside the agenda while it is written and before it is
issued. Each has a stable id, a level, one sentence that says what is wrong
and where, and the place to go to mend it. Only what would make the kallelse false
or incomplete stops; the rest is for the person to judge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from hubra_desktop.model.agenda_time_findings import time_findings
from hubra_desktop.model.case_number import looks_like_case_number
from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.copied_findings import left_from
from hubra_desktop.model.findings import LEVELS, Agenda, Finding, Level, agenda_finding
from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import leading_number, row_names
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.templates import NOTICE_DAYS
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, ItemKind
from hubra_desktop.model.weekdays import wrong_weekdays
from hubra_desktop.model.wording import days_in_words, quoted

NOBODY: Final[Mapping[str, str]] = {}
"""The people whose data are protected where there are none."""


def findings(
    meeting: Meeting,
    style: HouseStyle,
    notice_days: int = NOTICE_DAYS,
    source: Meeting | None = None,
    protected: Mapping[str, str] = NOBODY,
) -> tuple[Finding, ...]:
    """Return all findings of a meeting's kallelse: stops first, then warnings, then tips.

    ``notice_days`` is how many days before the meeting the body's rules want the
    kallelse. Within a level the head comes first, then numbers, rows and times. A
    meeting that is cancelled or moved needs no agenda, time or place: only a date that
    its paper gets wrong is found. Of one that has been held nothing is: it was called as it
    was. ``source`` is the meeting that this one was copied from; ``protected`` are the
    names of the people whose data are protected, by their ids.
    """
    if meeting.state in HELD_STATES:
        return ()
    if meeting.state in LIFTED_STATES:
        return tuple(_weekdays(meeting))
    agenda = Agenda(meeting, style)
    found = (
        *_head(agenda),
        *_notice(agenda, notice_days),
        *_pre_meetings(agenda),
        *_numbers(agenda),
        *_rows(agenda),
        *_protected(agenda, protected),
        *_weekdays(agenda.meeting),
        *left_from(agenda, source),
        *time_findings(agenda),
    )
    return tuple(sorted(found, key=lambda finding: LEVELS.index(finding.level)))


def _head(agenda: Agenda) -> Iterator[Finding]:
    meeting = agenda.meeting
    if meeting.start is None:
        yield agenda_finding("no_start")
    if not (meeting.place.strip() or meeting.link.strip()):
        yield agenda_finding("no_place")
    if not any(True for _ in agenda.matters()):
        yield agenda_finding("no_items")


def _weekdays(meeting: Meeting) -> Iterator[Finding]:
    """Find dates in what is printed whose weekday is another."""
    year = meeting.date.year
    texts: list[tuple[str | None, str, str]] = [(None, "head.note", meeting.note)]
    texts += [(note.item_id, "head.footnotes", note.text) for note in meeting.footnotes]
    for item in meeting.items:
        texts += [(item.id, "title", item.title), (item.id, "note", item.note)]
    for item_id, field, text in texts:
        for wrong in wrong_weekdays(text, year):
            yield Finding(
                id="wrong_weekday", level=Level.WARNING, sentence=wrong.sentence,
                item_id=item_id, field=field,
            )  # fmt: skip


def _protected(agenda: Agenda, protected: Mapping[str, str]) -> Iterator[Finding]:
    """Find people whose data are protected and whose names everybody will read."""
    if not protected:
        return
    for officer in ("chair_id", "secretary_id"):
        person_id = getattr(agenda.meeting, officer)
        if person_id in protected:
            yield agenda_finding("protected_officer", person=protected[person_id])
    for item in agenda.active():
        for each in public_row(item).presenters:
            if each.person_id in protected:
                yield agenda_finding(
                    "protected_person", item, person=each.name, name=agenda.name(item)
                )


def _notice(agenda: Agenda, notice_days: int) -> Iterator[Finding]:
    meeting = agenda.meeting
    if meeting.notice_date is None:
        yield agenda_finding("notice_date_missing")
    elif (days := (meeting.date - meeting.notice_date).days) < notice_days:
        notice = days_in_words(notice_days)
        yield agenda_finding("short_notice", when=_days_before(days), notice=notice)
    yield from _late_additions(agenda, notice_days)


def _days_before(days: int) -> str:
    if days < 0:
        return say("efter sammanträdet")
    if not days:
        return say("samma dag som sammanträdet")
    return say("{days} före sammanträdet", days=days_in_words(days))


def _late_additions(agenda: Agenda, notice_days: int) -> Iterator[Finding]:
    """Find rows added when less than the notice was left (a supplementary list)."""
    late: dict[int, list[Item]] = {}
    for item in agenda.matters():
        if item.added_late is not None:
            late.setdefault((agenda.meeting.date - item.added_late).days, []).append(item)
    for days, items in late.items():
        if days < notice_days:
            yield agenda_finding(
                "late_addition",
                items[0],
                names=row_names(items, agenda.numbers),
                when=_days_before(days),
                notice=days_in_words(notice_days),
            )


def _pre_meetings(agenda: Agenda) -> Iterator[Finding]:
    start = agenda.meeting.start
    if start is None:
        return
    for pre_meeting in agenda.meeting.pre_meetings:
        if pre_meeting.start is not None and pre_meeting.start >= start:
            yield agenda_finding(
                "pre_meeting_after_start",
                group=_of_group(pre_meeting.group.strip()),
                time=agenda.at(pre_meeting.start),
                start=agenda.at(start),
            )


def _of_group(group: str) -> str:
    return say(" för {group}", group=group) if group else ""


def _numbers(agenda: Agenda) -> Iterator[Finding]:
    """Find numbers that two rows share, and gaps in the series of whole numbers."""
    seen: dict[str, Item] = {}
    for item in agenda.meeting.items:
        number = agenda.numbers.get(item.id)
        if number is not None and number in seen:
            yield agenda_finding("number_twice", item, number=number)
        elif number is not None:
            seen[number] = item
    yield from _number_gaps(agenda)


def _number_gaps(agenda: Agenda) -> Iterator[Finding]:
    rows = [branch.item for branch in agenda.branches if branch.item.id in agenda.numbers]
    for one, other in pairwise(rows):
        first, second = (leading_number(agenda.numbers[row.id]) for row in (one, other))
        if first is not None and second is not None and second > first + 1:
            yield agenda_finding(
                "number_gap",
                other,
                one=agenda.name(one),
                other=agenda.name(other),
                missing=_missing(first + 1, second - 1),
            )


def _missing(first: int, last: int) -> str:
    if first == last:
        return str(first)
    between = say("och") if last == first + 1 else say("till")
    return f"{first} {between} {last}"


def _rows(agenda: Agenda) -> Iterator[Finding]:
    parents = {branch.item.id for branch in agenda.branches if branch.children}
    for item in agenda.active():
        yield from _titles(agenda, item)
        silent = item.kind is ItemKind.INFORMATION and not item.presenters
        if silent and item.id not in parents:
            yield agenda_finding("no_presenter", item, name=capitalised(agenda.name(item)))
        typed = item.case_number.strip()
        if typed and not looks_like_case_number(typed):
            name = agenda.name(item)
            yield agenda_finding("case_number_form", item, number=quoted(typed), name=name)


def _titles(agenda: Agenda, item: Item) -> Iterator[Finding]:
    name = capitalised(agenda.name(item))
    if item.closed and not item.public_title.strip():
        yield agenda_finding("closed_without_public_title", item, name=name)
    if not item.title.strip() and item.kind is not ItemKind.BREAK:
        found = agenda_finding("no_title", item, name=name)
        heading = item.kind is ItemKind.HEADING
        yield replace(found, sentence=say("En rubrik saknar text.")) if heading else found
