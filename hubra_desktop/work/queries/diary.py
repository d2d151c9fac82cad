"""What is to be entered in the diary, gathered from where it stands in the register."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.diary import DiaryDirection, DiaryEntry, told_openly
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.due import Due
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say_count
from hubra_desktop.model.records.dispatch import DiaryTick, Dispatch
from hubra_desktop.model.records.meeting import MeetingPaper
from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.model.swedish import capitalised, sort_key
from hubra_desktop.model.words import swedish_word
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import GRANT, ISSUED_PAPER, MEETING, TABLES
from hubra_desktop.work.issued_papers import MINUTES_PAPERS
from hubra_desktop.work.queries.register import body_names

_WAITING_DAYS = 365
"""How far back the overview asks: what is older was entered before there was a list of it."""


def diary(
    reader: Connection,
    year: int | None = None,
    *,
    meeting_id: str | None = None,
    waiting: bool = False,
    openly: bool = True,
    since: dt.date = dt.date.min,
) -> tuple[DiaryEntry, ...]:
    """Return what belongs in the diary, the latest first: of a year, or of one meeting.

    ``waiting`` leaves out what is entered. ``openly`` tells secret ones without sender and
    subject. What is older than ``since`` is not read.
    """
    ticks = {each.source: each for each in records(reader, DiaryTick)}
    made = (replace(each, tick=ticks.get(each.source)) for each in _entries(reader, since))
    chosen = (
        told_openly(each) if openly else each
        for each in made
        if year in (None, each.day.year)
        and meeting_id in (None, each.meeting_id)
        and (each.waits or not waiting)
    )
    return tuple(sorted(chosen, key=_order))


def diary_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the line that tells how much of the last year is not entered yet."""
    begun = today - dt.timedelta(days=_WAITING_DAYS)
    waiting = [each for each in diary(reader, waiting=True, since=begun) if each.day <= today]
    if not waiting:
        return
    oldest = waiting[-1]
    sentence = say_count(
        "{n} handling är inte markerad som diarieförd.",
        "{n} handlingar är inte markerade som diarieförda.",
        len(waiting),
    )
    about = next((each.meeting_id for each in reversed(waiting) if each.meeting_id), "")
    yield Due(oldest.day, Level.TIP, sentence, "diary_tick", about or "")


def _order(entry: DiaryEntry) -> tuple[int, object, str]:
    return -entry.day.toordinal(), sort_key(entry.what), entry.source


def _entries(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    days = {row.id: row.date for row in reader.execute(select(MEETING.c.id, MEETING.c.date))}
    of_meetings = (_papers, _issued, _sent, _consultations)
    for each in (entry for read in of_meetings for entry in read(reader, since)):
        yield replace(each, meeting_day=days.get(each.meeting_id or ""))
    yield from _applications(reader, since)


def _papers(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    """Yield the papers that came in to meetings, and those that were written here for them.

    One to an item behind closed doors is secret: its title may tell what the item's must not.
    """
    item, paper = TABLES["agenda_item"].c, TABLES["meeting_paper"]
    told = select(item.id, item.case_number, item.closed)
    items = {
        row.id: row for row in reader.execute(told.where(item.id.in_(select(paper.c.item_id))))
    }
    came = paper.c.received >= since
    belong = reader.execute(select(paper.c.id, paper.c.meeting_id).where(came))
    owners = {row.id: row.meeting_id for row in belong}
    for each in records(reader, MeetingPaper, came):
        assert each.received is not None
        of = items.get(each.item_id or "")
        yield DiaryEntry(
            source=f"paper:{each.id}",
            day=each.received,
            direction=DiaryDirection.MADE if each.report_id else DiaryDirection.IN,
            who=each.author,
            what=each.title or each.name or capitalised(swedish_word(each.kind)),
            case_number="" if of is None else of.case_number,
            secret=each.secret or (of is not None and of.closed),
            meeting_id=owners[each.id],
        )


def _issued(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    """Yield what was issued; of one issue for two audiences that for those who are called.

    Minutes are issued once, whole.
    """
    paper = ISSUED_PAPER.c
    whole: ColumnElement[bool] = or_(
        paper.audience != Audience.PUBLIC, paper.paper.in_(MINUTES_PAPERS)
    )
    columns = (paper.id, paper.day, paper.title, paper.version, paper.issued_by, paper.meeting_id)
    section, item = TABLES["section"], TABLES["agenda_item"]
    told = (section.c.case_number.label("of_section"), item.c.closed)
    wanted = (
        select(*columns, GRANT.c.case_number, *told)
        .outerjoin(GRANT, GRANT.c.id == paper.grant_id)
        .outerjoin(section, section.c.id == paper.section_id)
        .outerjoin(item, item.c.id == section.c.item_id)
        .where(whole, paper.day >= since)
    )
    for row in reader.execute(wanted):
        later = f", version {row.version}" if row.version > 1 and "version" not in row.title else ""
        yield DiaryEntry(
            source=f"issued:{row.id}",
            day=row.day,
            direction=DiaryDirection.MADE,
            who=row.issued_by,
            what=f"{row.title}{later}",
            case_number=row.case_number or row.of_section or "",
            secret=bool(row.closed),
            meeting_id=row.meeting_id,
        )


def _sent(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    """Yield what was sent; an extract has the number of its §, and its secrecy."""
    section, item = TABLES["section"], TABLES["agenda_item"]
    told = (
        select(ISSUED_PAPER.c.id, section.c.case_number, item.c.closed)
        .join(section, section.c.id == ISSUED_PAPER.c.section_id)
        .outerjoin(item, item.c.id == section.c.item_id)
    )
    of = {row.id: row for row in reader.execute(told)}
    for each in records(reader, Dispatch, TABLES["dispatch"].c.day >= since):
        version = f", version {each.version}" if each.version > 1 else ""
        kind = capitalised(swedish_word(each.kind))
        yield DiaryEntry(
            source=f"dispatch:{each.id}",
            day=each.day,
            direction=DiaryDirection.OUT,
            who="; ".join(one.name for one in each.recipients),
            what=each.subject or f"{kind}{version}",
            case_number=of[each.issued_id].case_number if each.issued_id in of else "",
            secret=each.issued_id in of and bool(of[each.issued_id].closed),
            meeting_id=each.meeting_id,
        )


def _consultations(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    """Yield the remisser that came, and their answers."""
    for each in records(reader, Consultation):
        ends = (
            (each.received, DiaryDirection.IN, ""),
            (each.answered_on, DiaryDirection.OUT, "Svar: "),
        )
        for day, direction, begins in ends:
            if day is not None and day >= since:
                yield DiaryEntry(
                    source=f"consultation-{direction.value}:{each.id}",
                    day=day,
                    direction=direction,
                    who=each.sender,
                    what=f"{begins}{each.title}",
                    case_number=each.case_number,
                    meeting_id=each.meeting_id,
                )


def _applications(reader: Connection, since: dt.date) -> Iterator[DiaryEntry]:
    grant = GRANT.c
    names = body_names(reader)
    applied = select(grant.id, grant.applied_on, grant.title, grant.body_id, grant.case_number)
    for row in reader.execute(applied.where(grant.applied_on >= since)):
        yield DiaryEntry(
            source=f"application:{row.id}",
            day=row.applied_on,
            direction=DiaryDirection.IN,
            who=names.get(row.body_id, ""),
            what=f"Ansökan: {row.title}",
            case_number=row.case_number,
        )
