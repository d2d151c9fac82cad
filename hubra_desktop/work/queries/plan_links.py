"""What an activity can be joined to, and where in the plan a record is mended."""

import datetime as dt
from typing import NamedTuple

from sqlalchemy import extract, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.plan.terms import PlanKind
from hubra_desktop.model.records.catalogue import owner_of
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.store.tables import (
    ACTIVITY,
    AGENDA_ITEM,
    AGREEMENT,
    BODY,
    CONSULTATION,
    FOCUS_AREA,
    GRANT,
    LETTER,
    MEETING,
    PLAN,
    REPORT,
    REPORT_SECTION,
    TABLES,
)
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.minuted import minuted_decisions


class Target(NamedTuple):
    """Something to be joined to: ``field`` of the link, its id, and its names in order."""

    field: str
    id: str
    date: dt.date | None
    names: tuple[str, ...]


def link_targets(reader: Connection, year: int) -> tuple[Target, ...]:
    """Return what an activity of the year can be joined to, kind by kind.

    Meetings, their decisions, grants and letters are those of the year and of the years
    next to it; agreements are all.
    """
    near = (year - 1, year, year + 1)
    return (
        *_meetings(reader, near),
        *_decisions(reader, near),
        *_minuted(reader, near),
        *_others(reader, near),
    )


def _meetings(reader: Connection, near: tuple[int, ...]) -> list[Target]:
    meeting = MEETING.c
    rows = reader.execute(
        select(meeting.id, meeting.date, meeting.place)
        .where(extract("year", meeting.date).in_(near))
        .order_by(meeting.date)
    )
    return [Target("meeting_id", row.id, row.date, (row.place,)) for row in rows]


def _decisions(reader: Connection, near: tuple[int, ...]) -> list[Target]:
    item, meeting = AGENDA_ITEM.c, MEETING.c
    rows = reader.execute(
        select(item.id, meeting.date, item.title, item.case_number)
        .join(MEETING, meeting.id == item.meeting_id)
        .where(item.kind == ItemKind.DECISION, extract("year", meeting.date).in_(near))
        .order_by(meeting.date, item.position)
    )
    return [Target("item_id", row.id, row.date, (row.title, row.case_number)) for row in rows]


def _minuted(reader: Connection, near: tuple[int, ...]) -> list[Target]:
    """Return the decisions of the minutes: the § and its heading, and the day."""
    return [
        Target(
            "decision_id",
            each.id,
            each.day,
            (f"§\u00a0{each.number}" if each.number is not None else "", each.heading),
        )
        for each in minuted_decisions(reader, *near)
    ]


def _others(reader: Connection, near: tuple[int, ...]) -> list[Target]:
    grant, body = GRANT.c, BODY.c
    agreement, letter = AGREEMENT.c, LETTER.c
    grants = reader.execute(
        select(grant.id, body.name, grant.title, grant.year)
        .join(BODY, body.id == grant.body_id)
        .where(grant.year.in_(near))
        .order_by(grant.year, grant.id)
    )
    named = sorted(grants, key=lambda row: (row.year, sort_key(row.name), sort_key(row.title)))
    found = [Target("grant_id", r.id, None, (r.name, r.title, str(r.year))) for r in named]
    chosen = reader.execute(select(agreement.id, agreement.title).order_by(agreement.id))
    agreements = by_words(chosen, lambda row: row.title)
    found += [Target("agreement_id", row.id, None, (row.title,)) for row in agreements]
    letters = reader.execute(
        select(letter.id, letter.number, letter.year, letter.title)
        .where(letter.year.in_(near))
        .order_by(letter.year, letter.number.nulls_first())
    )
    found += [
        Target("letter_id", row.id, None, (f"{row.number or '–'}/{row.year}", row.title))
        for row in letters
    ]
    return found


def paper_of_section(reader: Connection, section_id: str) -> str:
    """Return the paper that a section belongs to, "" when it is gone."""
    found = select(REPORT_SECTION.c.report_id).where(REPORT_SECTION.c.id == section_id)
    return reader.scalar(found) or ""


def meeting_of_item(reader: Connection, item_id: str) -> str | None:
    """Return the meeting that an item stands on the agenda of, None when it is gone."""
    found: str | None = reader.scalar(
        select(AGENDA_ITEM.c.meeting_id).where(AGENDA_ITEM.c.id == item_id)
    )
    return found


def meeting_of_part(reader: Connection, kind: str, record_id: str) -> str | None:
    """Return the meeting that a record, or what owns it, names as ``meeting_id``, if any.

    The list of the diary is asked for by the meeting itself.
    """
    if kind == "diary_tick":
        return record_id or None
    columns, owner = TABLES[kind].c, owner_of(kind)
    if "meeting_id" not in columns and owner is not None:
        above = reader.scalar(select(columns[owner.column]).where(columns.id == record_id))
        return meeting_of_part(reader, owner.kind, above) if above else None
    found: str | None = reader.scalar(select(columns.meeting_id).where(columns.id == record_id))
    return found


class RecordPlace(NamedTuple):
    """The year (0: any) and the kind of plan that a record is shown with."""

    year: int
    kind: PlanKind


def find_place(reader: Connection, kind: str, record_id: str) -> RecordPlace | None:
    """Return where a record of the table ``kind`` is shown, None when it is gone."""
    plan, area = PLAN.c, FOCUS_AREA.c
    own = PlanKind.ACTIVITY
    if kind in ("plan", "focus_area"):
        wanted = select(plan.year, plan.kind)
        if kind == "focus_area":
            wanted = wanted.join(FOCUS_AREA, area.plan_id == plan.id).where(area.id == record_id)
        else:
            wanted = wanted.where(plan.id == record_id)
        row = reader.execute(wanted).first()
        return None if row is None else RecordPlace(row.year, row.kind)
    if kind == "report_section":
        kind, record_id = "report", paper_of_section(reader, record_id)
    yearly = {"activity": ACTIVITY, "letter": LETTER, "report": REPORT}
    if kind in yearly:
        table = yearly[kind].c
        year = reader.scalar(select(table.year).where(table.id == record_id))
        return None if year is None else RecordPlace(int(year), own)
    lasting = {"agreement": AGREEMENT, "consultation": CONSULTATION}
    if kind not in lasting:
        return None
    table = lasting[kind].c
    there = reader.scalar(select(table.id).where(table.id == record_id))
    return None if there is None else RecordPlace(0, own)
