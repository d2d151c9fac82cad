"""What the register already knows: the words that fields complete while one types.

Registered people and matters come first; what has been typed in the latest meetings'
agendas is known too, the latest use first. Older meetings are not searched, so that
this takes no longer the more of them there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, ScalarSelect, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.store.tables import (
    AGENDA_ITEM,
    BODY,
    MATTER,
    MEETING,
    PERSON,
    PRE_MEETING,
    PRESENTER,
)
from hubra_desktop.work.queries.in_order import by_words

_ENOUGH = 500
"""Words of a kind that are offered for completion: nobody reads through more."""

_SEARCHED = 200
"""How many of the latest meetings are searched: those of a busy council's ten years."""


@dataclass(frozen=True)
class KnownPerson:
    """Somebody who can present: as registered, or as typed before (no ``person_id``)."""

    name: str
    title: str
    unit: str
    person_id: str | None


@dataclass(frozen=True)
class KnownMatter:
    """A case number and what its matter is called."""

    case_number: str
    title: str


@dataclass(frozen=True)
class Completions:
    """Everything that fields offer while one types, each in the order to offer it."""

    people: tuple[KnownPerson, ...] = ()
    organisations: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    item_titles: tuple[str, ...] = ()
    matters: tuple[KnownMatter, ...] = ()
    places: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


def completions(reader: Connection) -> Completions:
    """Gather what is known; one visit to the register, kept by the window until it changes."""
    people = _people(reader)
    return Completions(
        people=people,
        organisations=_organisations(reader),
        titles=_distinct(person.title for person in people),
        units=_distinct(person.unit for person in people),
        item_titles=_latest(reader, AGENDA_ITEM.c.title, AGENDA_ITEM.c.meeting_id),
        matters=_matters(reader),
        places=_latest(reader, MEETING.c.place, MEETING.c.id),
        groups=_latest(reader, PRE_MEETING.c.group, PRE_MEETING.c.meeting_id),
    )


def _searched() -> ScalarSelect[str]:
    """Return the ids of the meetings whose words are known."""
    return select(MEETING.c.id).order_by(MEETING.c.date.desc()).limit(_SEARCHED).scalar_subquery()


def _typed() -> ColumnElement[bool]:
    """Choose the presenters of those meetings."""
    items = select(AGENDA_ITEM.c.id).where(AGENDA_ITEM.c.meeting_id.in_(_searched()))
    return PRESENTER.c.item_id.in_(items.scalar_subquery())


def _people(reader: Connection) -> tuple[KnownPerson, ...]:
    registered = reader.execute(select(PERSON.c.name, PERSON.c.title, PERSON.c.unit, PERSON.c.id))
    known = {row[:3]: KnownPerson(*row) for row in registered}
    typed = reader.execute(
        select(PRESENTER.c.name, PRESENTER.c.title, PRESENTER.c.unit)
        .where(PRESENTER.c.name != "", _typed())
        .group_by(PRESENTER.c.name, PRESENTER.c.title, PRESENTER.c.unit)
        .order_by(func.max(PRESENTER.c.id).desc())
        .limit(_ENOUGH)
    )
    for row in typed:
        known.setdefault(row, KnownPerson(*row, None))
    return by_words(known.values(), lambda person: person.name)


def _organisations(reader: Connection) -> tuple[str, ...]:
    bodies = reader.scalars(select(BODY.c.name))
    typed = reader.scalars(
        select(PRESENTER.c.unit).where(PRESENTER.c.name == "", _typed()).distinct().limit(_ENOUGH)
    )
    return _distinct([*bodies, *typed])


def _matters(reader: Connection) -> tuple[KnownMatter, ...]:
    registered = reader.execute(select(MATTER.c.case_number, MATTER.c.title))
    known = {number: KnownMatter(number, title) for number, title in registered}
    typed = reader.execute(
        select(AGENDA_ITEM.c.case_number, func.max(AGENDA_ITEM.c.title))
        .where(AGENDA_ITEM.c.case_number != "", AGENDA_ITEM.c.meeting_id.in_(_searched()))
        .group_by(AGENDA_ITEM.c.case_number)
        .limit(_ENOUGH)
    )
    for number, title in typed:
        known.setdefault(number, KnownMatter(number, title))
    return by_words(known.values(), lambda matter: matter.case_number)


def _latest(reader: Connection, column: Column[Any], meeting: Column[Any]) -> tuple[str, ...]:
    """Return the column's words, those used last first; ``meeting`` tells whose they are."""
    rows = reader.scalars(
        select(column)
        .where(column != "", meeting.in_(_searched()))
        .group_by(column)
        .order_by(func.max(column.table.c.id).desc())
        .limit(_ENOUGH)
    )
    return tuple(rows)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return by_words({word for word in words if word}, str)
