"""A letter that reminds somebody of the papers that they owe, with the days and the meetings.

It is a letter, and therefore Swedish whatever the window speaks. An item behind closed doors
goes by its public title: nobody knows who reads a mail.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.swedish import capitalised, date_in_text, long_date
from hubra_desktop.model.words import swedish_word


class OwedPaper(NamedTuple):
    """A paper that is owed: its meeting, its item with the number, and the day it is due."""

    meeting: Meeting
    item: Item | None
    number: str
    paper: MeetingPaper
    due: dt.date | None


def reminder_subject(owed: Sequence[OwedPaper]) -> str:
    """Return ``Handlingar till Trygghetsrådet onsdag den 7 mars 2018``."""
    meetings = {each.meeting.id: each.meeting for each in owed}
    first = next(iter(meetings.values()))
    if len(meetings) == 1:
        return f"Handlingar till {first.body} {long_date(first.date)}"
    return f"Handlingar till {first.body}, {len(meetings)} sammanträden"


def reminder_text(owed: Sequence[OwedPaper], today: dt.date, sender: Iterable[str]) -> str:
    """Return the letter: what is missing of each meeting, and by when."""
    of_meetings = groupby(owed, key=lambda each: each.meeting)
    asked = "Säg till om någon av dem inte blir av, eller blir sen."
    if len(owed) == 1:
        asked = "Säg till om den inte blir av, eller blir sen."
    closing = "\n".join(("Vänliga hälsningar", *(each for each in sender if each)))
    parts = ("Hej!", *(_missing(m, list(of), today) for m, of in of_meetings), asked, closing)
    return "\n\n".join(parts)


def _missing(meeting: Meeting, owed: Sequence[OwedPaper], today: dt.date) -> str:
    whole = f"Till sammanträdet med {meeting.body} {long_date(meeting.date)} saknas"
    return "\n".join((f"{whole}:", *(f"– {_line(each, today)}" for each in owed)))


def _line(each: OwedPaper, today: dt.date) -> str:
    typed = each.paper.title.strip()
    what = f"{swedish_word(each.paper.kind)} ”{typed}”" if typed else swedish_word(each.paper.kind)
    if each.paper.secret:
        what = swedish_word(each.paper.kind)
    parts = [capitalised(what), _about(each.item, each.number), _when(each.due, today)]
    return f"{', '.join(part for part in parts if part)}."


def _about(item: Item | None, number: str) -> str:
    if item is None:
        return ""
    title = " ".join((item.public_title if item.closed else item.title).split())
    named = f" (”{title}”)" if title else ""
    return f"till ärende {number}{named}" if number else f"till ärendet ”{title}”" if title else ""


def _when(due: dt.date | None, today: dt.date) -> str:
    if due is None:
        return ""
    if due < today:
        return f"skulle ha varit inne {date_in_text(due)}"
    return f"ska vara inne senast {date_in_text(due)}"
