"""The register itself: what it is called and how its papers look."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.store.reading import record_of
from hubra_desktop.store.tables import BODY, HOUSE_STYLE, REGISTER


class RegisterInfo(NamedTuple):
    """A register's names; ``practice`` marks an exercise copy."""

    name: str
    municipality: str
    own_body_id: str | None
    body: str
    body_short: str
    practice: bool


def register_info(reader: Connection) -> RegisterInfo:
    """Return the register's names and those of its own body."""
    register = reader.execute(select(REGISTER)).one()
    own = select(BODY).where(BODY.c.id == register.own_body_id)
    body = reader.execute(own).one_or_none()
    return RegisterInfo(
        name=register.name,
        municipality=register.municipality,
        own_body_id=register.own_body_id,
        body=body.name if body else register.name,
        body_short=body.short_name if body else "",
        practice=register.practice,
    )


def house_style(reader: Connection) -> HouseStyle:
    """Return how the municipality prints."""
    return record_of(HouseStyle, reader.execute(select(HOUSE_STYLE)).one())


def body_names(reader: Connection) -> dict[str, str]:
    """Return the name of every body by its id."""
    return {row.id: row.name for row in reader.execute(select(BODY.c.id, BODY.c.name))}
