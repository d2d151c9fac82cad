"""People as the lists and fields show them."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnCollection

from hubra_desktop.model.council.composition import Seated, holds_on
from hubra_desktop.model.council.people_names import not_told_apart, person_labels
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import BODY, MANDATE, PERSON
from hubra_desktop.work.queries.in_order import by_words, unknown_first


@dataclass(frozen=True)
class PersonRow:
    """A person in the register; ``label`` tells those of the same name apart."""

    id: str
    name: str
    title: str
    unit: str
    distinction: str = ""
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class MandateRow(Seated):
    """A mandate with the names of what it refers to; ``person`` is the person's label.

    ``body`` is the body's name, ``body_short`` its short one where it has one, and
    ``body_kind`` what sort of body it is.
    """

    body: str
    body_short: str
    body_kind: BodyKind = BodyKind.OTHER


@dataclass(frozen=True, kw_only=True)
class PersonLine:
    """A person in the list of people: the mandates that hold on the day, and whether any ended.

    ``alike`` tells that nothing tells the person from another of the name.
    """

    person: Person
    label: str
    serving: tuple[MandateRow, ...] = ()
    served: bool = False
    alike: bool = False

    @property
    def id(self) -> str:
        """Return the person's id."""
        return self.person.id


def person_label(person: Person | PersonRow) -> str:
    """Return who a person is: ``Åsa Ek, utredare, KSF``, with what tells namesakes apart."""
    apart = getattr(person, "distinction", "")
    return ", ".join(filter(None, (person.name, person.title, person.unit, apart)))


def serves_on(day: dt.date, mandate: ColumnCollection[str, Any]) -> ColumnElement[bool]:
    """Choose the mandates that hold on a day; one without a beginning or an end always did."""
    first, last = mandate["valid_from"], mandate["valid_to"]
    return and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day))


def persons(reader: Connection) -> tuple[PersonRow, ...]:
    """Return everybody, in Swedish order of their names."""
    people = PERSON.c
    columns = (people.id, people.name, people.title, people.unit, people.distinction)
    found = [PersonRow(*row) for row in reader.execute(select(*columns))]
    labels = person_labels(found)
    rows = [PersonRow(*_plain(row), label=labels[row.id]) for row in found]
    return by_words(rows, lambda row: row.label)


def _plain(row: PersonRow) -> tuple[str, str, str, str, str]:
    return row.id, row.name, row.title, row.unit, row.distinction


def person_names(reader: Connection) -> dict[str, str]:
    """Return what each person is called among the others, by id."""
    return {row.id: row.label for row in persons(reader)}


def mandate_rows(reader: Connection, *where: ColumnElement[bool]) -> tuple[MandateRow, ...]:
    """Return the mandates that ``where`` leaves, the earliest first, those of no day before."""
    everybody = persons(reader)
    people = {row.id: row.label for row in everybody}
    places = {row.id: place for place, row in enumerate(everybody)}
    bodies = {
        row.id: row
        for row in reader.execute(select(BODY.c.id, BODY.c.name, BODY.c.short_name, BODY.c.kind))
    }
    names = {each: row.name for each, row in bodies.items()}
    holders = {
        row.id: people[row.person_id]
        for row in reader.execute(select(MANDATE.c.id, MANDATE.c.person_id))
    }
    rows = (
        MandateRow(
            mandate=each,
            person=people[each.person_id],
            body=names[each.body_id],
            body_short=bodies[each.body_id].short_name or names[each.body_id],
            body_kind=bodies[each.body_id].kind,
            represents=names.get(each.represents_id or "", ""),
            substitute_for=holders.get(each.substitute_for_id or "", ""),
        )
        for each in records(reader, Mandate, *where)
    )

    def place(row: MandateRow) -> tuple[int, int]:
        return unknown_first(row.mandate.valid_from), places[row.mandate.person_id]

    return tuple(sorted(rows, key=place))


def person_lines(reader: Connection, day: dt.date) -> tuple[PersonLine, ...]:
    """Return everybody with what they serve in on a day."""
    labels = person_names(reader)
    order = {each: place for place, each in enumerate(labels)}
    alike = not_told_apart(labels)
    theirs: dict[str, list[MandateRow]] = defaultdict(list)
    for row in mandate_rows(reader):
        theirs[row.mandate.person_id].append(row)
    lines = (
        PersonLine(
            person=each,
            label=labels[each.id],
            serving=tuple(row for row in theirs[each.id] if holds_on(row.mandate, day)),
            served=bool(theirs[each.id]),
            alike=each.id in alike,
        )
        for each in records(reader, Person)
    )
    return tuple(sorted(lines, key=lambda line: order[line.id]))


def mandate_row(reader: Connection, mandate_id: str) -> MandateRow:
    """Return a mandate with the names of what it refers to; it must be there."""
    [row] = mandate_rows(reader, MANDATE.c.id == mandate_id)
    return row


def mandate_owner(reader: Connection, mandate_id: str) -> str | None:
    """Return the id of the person whose mandate it is, None when it is gone."""
    return reader.scalar(select(MANDATE.c.person_id).where(MANDATE.c.id == mandate_id))
