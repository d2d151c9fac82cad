"""A meeting's papers: their order, their bilaga numbers, and which of them have come.

Nothing of this is stored: it follows from the agenda and from what is known of each paper.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from hubra_desktop.model.language import say
from hubra_desktop.model.numbering import leading_number, printed_numbers
from hubra_desktop.model.paper_deadlines import due_day
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word


class PaperStanding(Enum):
    """Whether a paper is in; it follows from its days and is never chosen."""

    IN = "in"
    AWAITED = "awaited"
    LATE = "late"
    LEFT_OUT = "left-out"


class PaperGroup(NamedTuple):
    """An item of the agenda (None: the meeting itself) with its papers and its number."""

    item: Item | None
    number: str
    papers: tuple[MeetingPaper, ...]


def paper_groups(meeting: Meeting, sub_numbers: str = "letters") -> tuple[PaperGroup, ...]:
    """Return the papers under each item of the agenda in its order, those of the meeting last.

    Items without papers are among them; a paper whose item is gone is the meeting's.
    """
    numbers = printed_numbers(meeting.items, sub_numbers)
    items = {item.id for item in meeting.items}
    own = tuple(each for each in meeting.papers if each.item_id not in items)
    of_items = (
        PaperGroup(item, numbers.get(item.id, ""), papers_of(meeting, item.id))
        for item in meeting.items
    )
    return (*of_items, PaperGroup(None, "", own))


def papers_of(meeting: Meeting, item_id: str) -> tuple[MeetingPaper, ...]:
    """Return the papers of an item, in their order."""
    return tuple(each for each in meeting.papers if each.item_id == item_id)


def in_agenda_order(meeting: Meeting) -> tuple[MeetingPaper, ...]:
    """Return the papers as they go out: by the agenda's order, those of the meeting last."""
    return tuple(paper for group in paper_groups(meeting) for paper in group.papers)


def attachment_numbers(meeting: Meeting) -> Mapping[str, str]:
    """Return the bilaga number of each paper by its id.

    A typed number is printed verbatim, and a whole one carries the series on. What is left out
    of the dispatch has none, unless it is typed.
    """
    numbers: dict[str, str] = {}
    latest = 0
    for paper in in_agenda_order(meeting):
        typed = paper.number_typed.strip()
        if typed:
            latest = max(latest, leading_number(typed) or 0)
        elif paper.left_out:
            continue
        else:
            latest += 1
        numbers[paper.id] = typed or str(latest)
    return numbers


def paper_standing(
    paper: MeetingPaper, stop: dt.date | None, meeting_day: dt.date, today: dt.date
) -> PaperStanding:
    """Return whether a paper is in; without any day it is late from the meeting on."""
    if paper.left_out:
        return PaperStanding.LEFT_OUT
    if paper.received is not None:
        return PaperStanding.IN
    late = today > (due_day(paper, stop) or meeting_day)
    return PaperStanding.LATE if late else PaperStanding.AWAITED


def standing_text(paper: MeetingPaper, standing: PaperStanding, due: dt.date | None) -> str:
    """Say whether a paper is in: ``Väntas 2018-02-21``, ``Skickas inte med: sekretess``."""
    match standing:
        case PaperStanding.LEFT_OUT:
            why = paper.left_out_reason.strip()
            return say("Skickas inte med: {why}", why=why) if why else say("Skickas inte med")
        case PaperStanding.IN if paper.received is not None:
            return say("Kom in {day}", day=short_date(paper.received))
        case PaperStanding.LATE if due is not None:
            return say("Försenad sedan {day}", day=short_date(due))
        case PaperStanding.LATE:
            return say("Försenad")
    return say("Väntas {day}", day=short_date(due)) if due is not None else say("Väntas")


def paper_title(paper: MeetingPaper) -> str:
    """Return what a paper is called: its title, else its kind."""
    return paper.title.strip() or capitalised(word(paper.kind))


class OwedBy(NamedTuple):
    """Somebody who owes papers: a person of the register, or only what is typed."""

    author_id: str | None
    author: str


def by_author(papers: Iterable[MeetingPaper]) -> Mapping[OwedBy, tuple[MeetingPaper, ...]]:
    """Return papers by who owes them, as they come; a person is one whatever is typed."""
    found: dict[OwedBy, list[MeetingPaper]] = {}
    for paper in papers:
        typed = " ".join(paper.author.split())
        owner = OwedBy(paper.author_id, "" if paper.author_id else typed)
        found.setdefault(owner, []).append(paper)
    return {owner: tuple(each) for owner, each in found.items()}


def place_in_list(papers: Sequence[MeetingPaper], paper_id: str, by: int) -> int | None:
    """Return the place in the meeting's list for a paper moved up or down under its item.

    Counted without the paper itself; None at the end of its item's papers.
    """
    moving = next(each for each in papers if each.id == paper_id)
    under = [each.id for each in papers if each.item_id == moving.item_id]
    place = under.index(paper_id) + by
    if not 0 <= place < len(under):
        return None
    rest = [each.id for each in papers if each.id != paper_id]
    return rest.index(under[place]) + (1 if by > 0 else 0)


def sent_papers(meeting: Meeting, *, public: bool = False) -> Iterator[MeetingPaper]:
    """Yield the papers that go out with the kallelse; no ``secret`` one in a public print."""
    for paper in in_agenda_order(meeting):
        if not paper.left_out and not (public and paper.secret):
            yield paper
