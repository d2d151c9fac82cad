"""One person with everything about them: mandates, meetings, items, matters, what was sent."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.dispatch.dispatch_terms import DispatchKind
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    AGENDA_ITEM,
    LETTER,
    LETTER_RECIPIENT,
    MANDATE,
    MATTER,
    MEETING,
    PERSON,
    PRESENTER,
    TABLES,
)
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.people import MandateRow, mandate_rows, person_names


@dataclass(frozen=True, kw_only=True)
class MeetingLine:
    """A meeting that somebody led or wrote for."""

    id: str
    day: dt.date
    role: Role


@dataclass(frozen=True, kw_only=True)
class ItemLine:
    """An item that somebody presents, and the day of its meeting."""

    id: str
    day: dt.date
    title: str


@dataclass(frozen=True, kw_only=True)
class ResponsibleFor:
    """A matter that somebody is responsible for."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, kw_only=True)
class SentLine:
    """Something that was sent to somebody: ``kind`` and ``id`` are those of its record.

    ``what`` is the sort of a dispatch, None of a letter.
    """

    kind: str
    id: str
    day: dt.date | None
    what: DispatchKind | None
    title: str


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """A person with all that the register knows of them, the latest first."""

    person: Person
    label: str
    mandates: tuple[MandateRow, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    items: tuple[ItemLine, ...] = ()
    matters: tuple[ResponsibleFor, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()
    sent: tuple[SentLine, ...] = ()


def person_view(reader: Connection, person_id: str) -> PersonView:
    """Return a person with everything; raises LookupError when the person is gone."""
    found = records(reader, Person, PERSON.c.id == person_id)
    if not found:
        raise LookupError(person_id)
    person = found[0]
    return PersonView(
        person=person,
        label=person_names(reader)[person_id],
        mandates=mandate_rows(reader, MANDATE.c.person_id == person_id)[::-1],
        meetings=tuple(_meetings(reader, person_id)),
        items=tuple(_items(reader, person, alone=_is_alone(reader, person))),
        matters=tuple(_matters(reader, person_id)),
        lists=tuple(_lists(reader, person_id)),
        sent=tuple(_sent(reader, person)),
    )


def _is_alone(reader: Connection, person: Person) -> bool:
    """Tell whether nobody else bears the name, so that a name that was typed is theirs."""
    other = select(PERSON.c.id).where(PERSON.c.name == person.name, PERSON.c.id != person.id)
    return bool(person.name) and reader.scalar(other.limit(1)) is None


def _meetings(reader: Connection, person_id: str) -> Iterator[MeetingLine]:
    meeting = MEETING.c
    led = or_(meeting.chair_id == person_id, meeting.secretary_id == person_id)
    columns = (meeting.id, meeting.date, meeting.chair_id)
    for row in reader.execute(select(*columns).where(led).order_by(meeting.date.desc())):
        role = Role.CHAIR if row.chair_id == person_id else Role.SECRETARY
        yield MeetingLine(id=row.id, day=row.date, role=role)


def _items(reader: Connection, person: Person, *, alone: bool) -> Iterator[ItemLine]:
    """Yield the items that name the person, by name alone where nobody else bears it."""
    presenter, item = PRESENTER.c, AGENDA_ITEM.c
    theirs = presenter.person_id == person.id
    if alone:
        typed = and_(presenter.person_id.is_(None), presenter.name == person.name)
        theirs = or_(theirs, typed)
    found = (
        select(item.id, item.title, MEETING.c.date)
        .join(AGENDA_ITEM, item.id == presenter.item_id)
        .join(MEETING, MEETING.c.id == item.meeting_id)
        .where(theirs)
        .order_by(MEETING.c.date.desc(), item.position)
    )
    for row in reader.execute(found):
        yield ItemLine(id=row.id, day=row.date, title=row.title)


def _matters(reader: Connection, person_id: str) -> Iterator[ResponsibleFor]:
    matter = MATTER.c
    found = select(matter.id, matter.case_number, matter.title)
    theirs = reader.execute(found.where(matter.responsible_id == person_id)).all()
    for row in by_words(theirs, lambda row: str(row.case_number)):
        yield ResponsibleFor(id=row.id, number=row.case_number, title=row.title)


def _lists(reader: Connection, person_id: str) -> Iterator[tuple[str, str]]:
    named, member = TABLES["mailing_list"].c, TABLES["list_member"].c
    on = select(member.mailing_list_id).where(member.person_id == person_id)
    for row in reader.execute(select(named.name, named.id).where(named.id.in_(on))):
        yield row.name, row.id


def _sent(reader: Connection, person: Person) -> Iterator[SentLine]:
    sent, to = TABLES["dispatch"], TABLES["dispatch_recipient"]
    columns = (sent.c.id, sent.c.kind, sent.c.subject, sent.c.day)
    dispatched = (
        select(*columns, to.c.sent)
        .join(sent, sent.c.id == to.c.dispatch_id)
        .where(to.c.person_id == person.id)
        .order_by(sent.c.day.desc(), sent.c.id)
    )
    for row in reader.execute(dispatched):
        yield SentLine(
            kind="dispatch",
            id=row.id,
            day=row.sent or row.day,
            what=row.kind,
            title=row.subject,
        )
    letter, named = LETTER.c, LETTER_RECIPIENT.c
    letters = (
        select(letter.id, letter.title, letter.sent_on)
        .join(LETTER_RECIPIENT, named.letter_id == letter.id)
        .where(named.name == person.name, letter.sent_on.is_not(None))
        .order_by(letter.sent_on.desc().nulls_last())
    )
    for each in reader.execute(letters):
        yield SentLine(kind="letter", id=each.id, day=each.sent_on, what=None, title=each.title)
