"""What the register already knows: the words that fields complete while one types.

Registered people and matters come first; what has been typed in the latest meetings'
agendas is known too, the latest use first. Older meetings are not searched, so that
this takes no longer the more of them there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.tables import (
    AgendaItem,
    Body,
    Matter,
    Meeting,
    Person,
    PreMeeting,
    Presenter,
)

_ENOUGH = 500
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


def completions(session: Session) -> Completions:
    """Gather what is known; one visit to the register, kept by the window until it changes."""
    people = _people(session)
    return Completions(
        people=people,
        organisations=_organisations(session),
        titles=_distinct(person.title for person in people),
        units=_distinct(person.unit for person in people),
        item_titles=_latest(session, AgendaItem.title, AgendaItem.meeting_id),
        matters=_matters(session),
        places=_latest(session, Meeting.place, Meeting.id),
        groups=_latest(session, PreMeeting.group, PreMeeting.meeting_id),
    )


def _searched() -> ScalarSelect[str]:
    """Return the ids of the meetings whose words are known."""
    return select(Meeting.id).order_by(Meeting.date.desc()).limit(_SEARCHED).scalar_subquery()


def _typed() -> ColumnElement[bool]:
    """Choose the presenters of those meetings."""
    items = select(AgendaItem.id).where(AgendaItem.meeting_id.in_(_searched()))
    return Presenter.item_id.in_(items.scalar_subquery())


def _people(session: Session) -> tuple[KnownPerson, ...]:
    registered = session.execute(select(Person.name, Person.title, Person.unit, Person.id))
    known = {row[:3]: KnownPerson(*row) for row in registered}
    typed = session.execute(
        select(Presenter.name, Presenter.title, Presenter.unit)
        .where(Presenter.name != "", _typed())
        .group_by(Presenter.name, Presenter.title, Presenter.unit)
        .order_by(func.max(Presenter.id).desc())
        .limit(_ENOUGH)
    )
    for row in typed:
        known.setdefault(row, KnownPerson(*row, None))
    return tuple(sorted(known.values(), key=lambda person: sort_key(person.name)))


def _organisations(session: Session) -> tuple[str, ...]:
    bodies = session.scalars(select(Body.name))
    typed = session.scalars(
        select(Presenter.unit).where(Presenter.name == "", _typed()).distinct().limit(_ENOUGH)
    )
    return _distinct([*bodies, *typed])


def _matters(session: Session) -> tuple[KnownMatter, ...]:
    registered = session.execute(select(Matter.case_number, Matter.title))
    known = {number: KnownMatter(number, title) for number, title in registered}
    typed = session.execute(
        select(AgendaItem.case_number, func.max(AgendaItem.title))
        .where(AgendaItem.case_number != "", AgendaItem.meeting_id.in_(_searched()))
        .group_by(AgendaItem.case_number)
        .limit(_ENOUGH)
    )
    for number, title in typed:
        known.setdefault(number, KnownMatter(number, title))
    return tuple(sorted(known.values(), key=lambda matter: sort_key(matter.case_number)))


def _latest(
    session: Session, column: InstrumentedAttribute[str], meeting: InstrumentedAttribute[str]
) -> tuple[str, ...]:
    """Return the column's words, those used last first; ``meeting`` tells whose they are."""
    rows = session.scalars(
        select(column)
        .where(column != "", meeting.in_(_searched()))
        .group_by(column)
        .order_by(func.max(column.class_.id).desc())
        .limit(_ENOUGH)
    )
    return tuple(rows)


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word}, key=sort_key))
