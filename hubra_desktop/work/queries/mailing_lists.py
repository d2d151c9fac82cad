"""The lists that things are sent by: what each is, and whom it reaches on a day."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import MANDATE, TABLES
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.people import MandateRow, mandate_rows, person_names, serves_on
from hubra_desktop.work.queries.register import body_names


@dataclass(frozen=True, kw_only=True)
class NamedMember:
    """Somebody on a list: the name that is shown, and the kind and id of the record, if any."""

    member: ListMember
    name: str
    kind: str = ""
    record_id: str = ""
    protected: bool = False


@dataclass(frozen=True, kw_only=True)
class MailingListView:
    """A list: the name of the body whose people it takes in, and those, on a day."""

    named: MailingList
    body: str = ""
    serving: tuple[MandateRow, ...] = ()
    members: tuple[NamedMember, ...] = ()

    @property
    def id(self) -> str:
        """Return the list's id."""
        return self.named.id

    @property
    def reached(self) -> int:
        """Return how many the list reaches, each person once."""
        people = {row.mandate.person_id for row in self.serving}
        people |= {each.member.person_id for each in self.members if each.member.person_id}
        others = sum(each.member.person_id is None for each in self.members)
        return len(people) + others


def mailing_lists(reader: Connection, day: dt.date) -> tuple[MailingListView, ...]:
    """Return every list by name, with those whom it reaches on a day."""
    names, bodies = person_names(reader), body_names(reader)
    protected = {each.id for each in records(reader, Person) if each.protected}

    def named(member: ListMember) -> NamedMember:
        person, body = member.person_id, member.member_body_id
        if person is not None:
            return NamedMember(
                member=member,
                name=names[person],
                kind="person",
                record_id=person,
                protected=person in protected,
            )
        if body is not None:
            return NamedMember(member=member, name=bodies[body], kind="body", record_id=body)
        return NamedMember(member=member, name=member.name)

    lists = (
        MailingListView(
            named=each,
            body=bodies.get(each.body_id or "", ""),
            serving=_serving(reader, each, day),
            members=tuple(map(named, each.members)),
        )
        for each in records(reader, MailingList)
    )
    return by_words(lists, lambda view: view.named.name)


def _serving(reader: Connection, named: MailingList, day: dt.date) -> tuple[MandateRow, ...]:
    if named.body_id is None or not named.serving:
        return ()
    rows = mandate_rows(reader, MANDATE.c.body_id == named.body_id, serves_on(day, MANDATE.c))
    return by_words(rows, lambda row: row.person)


def list_of_member(reader: Connection, member_id: str) -> str | None:
    """Return the id of the list that somebody is on, None when they are on none any more."""
    columns = TABLES["list_member"].c
    found: str | None = reader.scalar(
        select(columns.mailing_list_id).where(columns.id == member_id)
    )
    return found
