"""People as the lists and fields show them."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.swedish import sort_key
from hubra_desktop.model.tables import Person


@dataclass(frozen=True)
class PersonRow:
    """A person in the register."""

    id: str
    name: str
    title: str
    unit: str


def persons(session: Session) -> tuple[PersonRow, ...]:
    """Return everybody, in Swedish order of their names."""
    found = session.execute(select(Person.id, Person.name, Person.title, Person.unit))
    rows = [PersonRow(*row) for row in found]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))
