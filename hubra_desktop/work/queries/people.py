"""People as the lists and fields show them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnCollection

from hubra_desktop.model.records.council import Person
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.queries.in_order import by_words


@dataclass(frozen=True)
class PersonRow:
    """A person in the register."""

    id: str
    name: str
    title: str
    unit: str


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
    found = reader.execute(select(people.id, people.name, people.title, people.unit))
    rows = [PersonRow(*row) for row in found]
    return by_words(rows, lambda row: row.name)
