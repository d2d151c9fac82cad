"""Who of the register is protected: the guard that all passes which leaves the program."""

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.council.protection import NOBODY_PROTECTED, Guard, guard_of
from hubra_desktop.model.language import say_count
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.queries.register import house_style


def guard(reader: Connection) -> Guard:
    """Return the guard of the register's people; that of nobody where none is protected."""
    if not protected_people(reader):
        return NOBODY_PROTECTED
    style = house_style(reader)
    bodies = records(reader, Body)
    told = (word for body in bodies for word in (body.email, body.phone, body.postal_address))
    return guard_of(records(reader, Person), (style.email, style.phone, *told))


def protected_people(reader: Connection) -> dict[str, str]:
    """Return the names of the people whose data are protected, by their ids."""
    found = reader.execute(select(PERSON.c.id, PERSON.c.name).where(PERSON.c.protected))
    return {row.id: row.name for row in found}


def told_of_protected(reader: Connection) -> str:
    """Say of how many people an export leaves out how they are reached; "" for none."""
    count = len(protected_people(reader))
    if not count:
        return ""
    return say_count(
        "Kontaktuppgifterna till {n} person med skyddade uppgifter är inte med.",
        "Kontaktuppgifterna till {n} personer med skyddade uppgifter är inte med.",
        count,
    )
