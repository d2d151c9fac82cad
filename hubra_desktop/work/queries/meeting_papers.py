"""The papers of meetings as lines of lists: which there are, who owes them, and their files."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.deadline_words import LEAD_DAYS
from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.meeting_papers import (
    OwedBy,
    PaperGroup,
    PaperStanding,
    attachment_numbers,
    by_author,
    paper_groups,
    paper_standing,
    paper_title,
    standing_text,
)
from hubra_desktop.model.paper_deadlines import due_day, stop_day
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.swedish import short_date
from hubra_desktop.model.terms import LIFTED_STATES
from hubra_desktop.model.wording import joined, quoted
from hubra_desktop.store.pictures import hash_of, kept_picture
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MEETING, MEETING_PAPER
from hubra_desktop.work.queries.evidence import EvidenceFile
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.sheets import meeting_sheets


@dataclass(frozen=True)
class PaperLine:
    """A paper with what follows from its meeting: its number, its last day, whether it is in.

    ``item`` is the title of its item, "" for a paper of the meeting itself.
    """

    id: str
    paper: MeetingPaper
    meeting_id: str
    meeting_day: dt.date
    item_number: str
    item: str
    number: str
    due: dt.date | None
    standing: PaperStanding

    @property
    def title(self) -> str:
        """Return what the paper is called."""
        return paper_title(self.paper)

    @property
    def standing_text(self) -> str:
        """Say whether the paper is in."""
        return standing_text(self.paper, self.standing, self.due)


def meeting_stop_day(reader: Connection, meeting: Meeting) -> dt.date | None:
    """Return the day by which a meeting's papers must be in; None: nothing says one."""
    return stop_day(meeting, rules_on(reader, meeting.body_id, meeting.date))


def paper_lines(reader: Connection, meeting: Meeting, today: dt.date) -> tuple[PaperLine, ...]:
    """Return a meeting's papers in the order of its agenda."""
    stop, numbers = meeting_stop_day(reader, meeting), attachment_numbers(meeting)
    return tuple(
        PaperLine(
            paper.id,
            paper,
            meeting.id,
            meeting.date,
            group.number,
            _title(group),
            numbers.get(paper.id, ""),
            due_day(paper, stop),
            paper_standing(paper, stop, meeting.date, today),
        )
        for group in paper_groups(meeting)
        for paper in group.papers
    )


def _title(group: PaperGroup) -> str:
    return " ".join(group.item.title.split()) if group.item else ""


def papers_on(reader: Connection, day: dt.date | None, today: dt.date) -> tuple[PaperLine, ...]:
    """Return the papers of the meetings on a day, or of all that are to come (None)."""
    where = MEETING.c.date >= today if day is None else MEETING.c.date == day
    return _lines(reader, today, where)


def papers_in(reader: Connection, year: int | None, today: dt.date) -> tuple[PaperLine, ...]:
    """Return the papers of a year's meetings, or of all that are to come (None)."""
    if year is None:
        return papers_on(reader, None, today)
    return _lines(reader, today, MEETING.c.date.between(dt.date(year, 1, 1), dt.date(year, 12, 31)))


def _lines(reader: Connection, today: dt.date, where: ColumnElement[bool]) -> tuple[PaperLine, ...]:
    meetings = meeting_sheets(reader, list(reader.scalars(select(MEETING.c.id).where(where))))
    return tuple(line for each in meetings for line in paper_lines(reader, each, today))


def papers_owed(reader: Connection, today: dt.date) -> tuple[PaperLine, ...]:
    """Return the papers not yet in of all coming meetings, the nearest meeting's first.

    Nothing is owed of a meeting that is cancelled or moved, or to an item that is withdrawn.
    Asks only for meetings that somebody owes something to.
    """
    paper, meeting = MEETING_PAPER.c, MEETING.c
    owing = (
        select(paper.meeting_id)
        .join(MEETING, meeting.id == paper.meeting_id)
        .where(
            paper.received.is_(None),
            paper.left_out.is_(False),
            meeting.date >= today,
            meeting.state.not_in(LIFTED_STATES),
        )
        .distinct()
    )
    meetings = meeting_sheets(reader, list(reader.scalars(owing)))
    return tuple(line for each in meetings for line in _owed(reader, each, today))


def _owed(reader: Connection, meeting: Meeting, today: dt.date) -> Iterator[PaperLine]:
    withdrawn = {item.id for item in meeting.items if item.withdrawn}
    for line in paper_lines(reader, meeting, today):
        awaited = line.standing in (PaperStanding.AWAITED, PaperStanding.LATE)
        if awaited and line.paper.item_id not in withdrawn:
            yield line


def papers_due(owed: Iterable[PaperLine], today: dt.date) -> Iterator[Due]:
    """Yield what is late, or due within days, of each meeting and whoever owes it."""
    told: dict[tuple[str, OwedBy], list[PaperLine]] = {}
    for line in owed:
        near = line.due is not None and (line.due - today).days <= LEAD_DAYS
        if near or line.standing is PaperStanding.LATE:
            [owner] = by_author([line.paper])
            told.setdefault((line.meeting_id, owner), []).append(line)
    for lines in told.values():
        yield _due(lines)


def _due(lines: list[PaperLine]) -> Due:
    """Return a line of the papers that somebody owes to a meeting."""
    first = min(lines, key=lambda line: line.due or dt.date.max)
    late = any(line.standing is PaperStanding.LATE for line in lines)
    titles = joined([quoted(line.title) for line in lines])
    who = first.paper.author or say("Någon")
    when = {"who": who, "titles": titles, "meeting": day_in_words(first.meeting_day)}
    if late:
        text = say("{who} har inte lämnat {titles} till sammanträdet {meeting}.", **when)
    else:
        day = day_in_words(first.due) if first.due else ""
        text = say(
            "{who} ska lämna {titles} till sammanträdet {meeting} senast {day}.", day=day, **when
        )
    level = Level.WARNING if late else Level.TIP
    return Due(first.due, level, text, "meeting_paper", first.id)


def paper_by_id(reader: Connection, paper_id: str) -> MeetingPaper | None:
    """Return a paper, or None when there is none of that id."""
    return next(iter(records(reader, MeetingPaper, MEETING_PAPER.c.id == paper_id)), None)


def paper_file(reader: Connection, paper_id: str) -> EvidenceFile:
    """Return a paper's file as it was added; raises InputError when it is gone or not whole."""
    found = paper_by_id(reader, paper_id)
    if found is None or found.sha256 is None:
        raise refusal("Handlingen finns inte längre.")
    wrong = _wrong(reader, found)
    if wrong:
        raise refusal(
            "{wrong} Hämta filen ur en säkerhetskopia, eller lägg till den på nytt.", wrong=wrong
        )
    return EvidenceFile(found.name, kept_picture(reader, found.sha256) or b"")


def kept_papers(reader: Connection) -> tuple[MeetingPaper, ...]:
    """Return the papers that are files, of all meetings."""
    return records(reader, MeetingPaper, MEETING_PAPER.c.sha256.is_not(None))


def unfit_papers(reader: Connection) -> Iterator[str]:
    """Yield a sentence for each paper whose file is gone, or is not what was added."""
    days = select(MEETING_PAPER.c.id, MEETING.c.date).join(
        MEETING, MEETING.c.id == MEETING_PAPER.c.meeting_id
    )
    day_of = {row.id: row.date for row in reader.execute(days)}
    for each in kept_papers(reader):
        wrong = _wrong(reader, each)
        if wrong:
            yield say("Sammanträdet {day}: {wrong}", day=short_date(day_of[each.id]), wrong=wrong)


def _wrong(reader: Connection, paper: MeetingPaper) -> str:
    content = kept_picture(reader, paper.sha256 or "")
    if content is None:
        return say("Handlingen {name} saknar sitt innehåll.", name=quoted(paper.name))
    if hash_of(content) != paper.sha256:
        return say(
            "Handlingen {name} är inte det som lades till: kontrollsumman stämmer inte.",
            name=quoted(paper.name),
        )
    return ""


def paper_marks(papers: Iterable[MeetingPaper]) -> frozenset[str]:
    """Return the items of an agenda that have papers."""
    return frozenset(each.item_id for each in papers if each.item_id)
