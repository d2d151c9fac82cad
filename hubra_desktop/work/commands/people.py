"""People, bodies and matters: what goes with one that is removed, and what keeps it."""

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Body, Mandate, Matter, MatterAlias, Person
from hubra_desktop.model.records.dispatch import ListMember
from hubra_desktop.store.reading import table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.references import clear_references, users_of


def remove_person(rows: Rows, person: Person) -> None:
    """Remove a person's mandates and places on lists; agendas keep the name as text."""
    _remove_those(rows, Mandate, "person_id", person.id)
    _remove_those(rows, ListMember, "person_id", person.id)


def remove_matter(rows: Rows, matter: Matter) -> None:
    """Remove a matter's other numbers; agendas keep the number as text."""
    _remove_those(rows, MatterAlias, "matter_id", matter.id)


def remove_body(rows: Rows, body: Body) -> None:
    """Raise InputError when something refers to a body."""
    users = users_of(rows, Body, body.id)
    if users:
        raise refusal(
            "Organet används av {users}. Ta bort dem först, eller ange när organet upphörde.",
            users=users,
        )


def _remove_those(rows: Rows, record: type, column: str, row_id: str) -> None:
    """Remove the rows that name a row in their column."""
    columns = table_of(record).c
    naming = select(columns.id).where(columns[column] == row_id)
    ids = rows.connection.scalars(naming).all()
    clear_references(rows, record, ids)
    for each in ids:
        rows.remove(record, each)
