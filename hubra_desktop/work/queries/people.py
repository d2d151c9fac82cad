"""People as the lists and fields show them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.tables import PERSON


@dataclass(frozen=True)
class PersonRow:
    """A person in the register."""

    id: str
    name: str
    title: str
    unit: str


def persons(reader: Connection) -> tuple[PersonRow, ...]:
    """Return everybody, in Swedish order of their names."""
    people = PERSON.c
    found = reader.execute(select(people.id, people.name, people.title, people.unit))
    rows = [PersonRow(*row) for row in found]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))
