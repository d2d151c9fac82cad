"""Matters: the list of them, and one with its whole life."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import case, func, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.matter_life import MatterLine, MatterStep, in_order_of_time
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    AGENDA_ITEM,
    MATTER,
    MATTER_ALIAS,
    MEETING,
)
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows
from hubra_desktop.work.queries.matter_life import Life
from hubra_desktop.work.queries.people import person_names

NumberKey = tuple[object, ...]


class MatterRow(NamedTuple):
    """A matter as one line of a list. ``met_on`` is the day of its latest meeting."""

    matter: Matter
    aliases: tuple[MatterAlias, ...]
    responsible: str
    met_on: dt.date | None

    @property
    def id(self) -> str:
        """Return the matter's id."""
        return self.matter.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return the numbers that the matter goes by, its own first."""
        return tuple(filter(None, (self.matter.case_number, *self.other_numbers)))

    @property
    def other_numbers(self) -> tuple[str, ...]:
        """Return the numbers beside its own."""
        return tuple(each.case_number for each in self.aliases)


class MatterView(NamedTuple):
    """A matter with its life in order of time, and what of it waits."""

    row: MatterRow
    life: tuple[MatterLine, ...]
    waiting: tuple[BacklogRow, ...]


def matter_rows(reader: Connection) -> tuple[MatterRow, ...]:
    """Return all matters, those of the latest meetings first, then by number."""
    met = _latest_meetings(reader)
    rows = [_row(each, met) for each in _with_aliases(reader, records(reader, Matter))]
    rows.sort(key=lambda row: sort_key(row.matter.case_number or row.matter.title))
    return tuple(sorted(rows, key=lambda row: row.met_on or dt.date.min, reverse=True))


def unlisted_numbers(reader: Connection) -> tuple[tuple[str, str], ...]:
    """Return numbers that agendas name and no matter has, each with the title of a row.

    Of a closed row it is the public title; one whose number is not printed is left out.
    """
    known = {number_key(each) for each in _registered(reader)}
    item = AGENDA_ITEM.c
    title = case((item.closed, item.public_title), else_=item.title)
    typed = reader.execute(
        select(item.case_number, func.max(title))
        .where(item.case_number != "", or_(~item.closed, item.print_case_number))
        .group_by(item.case_number)
    )
    found = {number_key(number): (number, title) for number, title in typed}
    return tuple(
        sorted((each for key, each in found.items() if key not in known), key=lambda e: e[0])
    )


def matter_view(reader: Connection, matter_id: str) -> MatterView:
    """Return a matter with all that names it; raises InputError when it is gone."""
    found = records(reader, Matter, MATTER.c.id == matter_id)
    if not found:
        raise refusal("Ärendet finns inte längre. Välj ett annat i listan.")
    ((matter, aliases, responsible),) = _with_aliases(reader, found)
    life = Life(reader, matter, aliases)
    lines = in_order_of_time(life.lines())
    met = max(
        (each.day for each in lines if each.day and each.step is MatterStep.ITEM), default=None
    )
    waiting = tuple(each for each in backlog_rows(reader) if each.waits and life.is_own(each.item))
    return MatterView(MatterRow(matter, aliases, responsible, met), lines, waiting)


def matter_numbered(reader: Connection, number: str) -> str | None:
    """Return the id of the matter that has a number, however it is written."""
    wanted = number_key(number)
    columns = (
        (MATTER.c.id, MATTER.c.case_number),
        (
            MATTER_ALIAS.c.matter_id,
            MATTER_ALIAS.c.case_number,
        ),
    )
    for pair in columns:
        for row_id, other in reader.execute(select(*pair)):
            if other.strip() and number_key(other) == wanted:
                return str(row_id)
    return None


def matter_of_alias(reader: Connection, alias_id: str) -> str | None:
    """Return the id of the matter that another number is of."""
    found: str | None = reader.scalar(
        select(MATTER_ALIAS.c.matter_id).where(MATTER_ALIAS.c.id == alias_id)
    )
    return found


def _registered(reader: Connection) -> Iterator[str]:
    yield from reader.scalars(select(MATTER.c.case_number))
    yield from reader.scalars(select(MATTER_ALIAS.c.case_number))


def _with_aliases(
    reader: Connection, matters: Iterable[Matter]
) -> list[tuple[Matter, tuple[MatterAlias, ...], str]]:
    aliases: dict[str, list[MatterAlias]] = {}
    for each in records(reader, MatterAlias):
        aliases.setdefault(each.matter_id, []).append(each)
    names = person_names(reader)
    return [
        (
            matter,
            tuple(aliases.get(matter.id, ())),
            names.get(matter.responsible_id or "", matter.responsible),
        )
        for matter in matters
    ]


def _row(
    found: tuple[Matter, tuple[MatterAlias, ...], str], met: Mapping[NumberKey, dt.date]
) -> MatterRow:
    row = MatterRow(*found, met_on=None)
    days = [met[key] for key in map(number_key, row.numbers) if key in met]
    return row._replace(met_on=max(days, default=None))


def _latest_meetings(reader: Connection) -> dict[NumberKey, dt.date]:
    """Return, by number, the day of the latest meeting whose agenda names it."""
    item = AGENDA_ITEM.c
    rows = reader.execute(
        select(item.case_number, func.max(MEETING.c.date))
        .join(MEETING, MEETING.c.id == item.meeting_id)
        .where(item.case_number != "")
        .group_by(item.case_number)
    )
    found: dict[NumberKey, dt.date] = {}
    for number, day in rows:
        key = number_key(number)
        found[key] = max(day, found.get(key, day))
    return found
