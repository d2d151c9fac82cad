"""The disposals (gallring) that the register has seen, and what one of a person would take."""

from typing import NamedTuple

from sqlalchemy import Table, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.rulebook import Disposal
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    BACKLOG_ITEM,
    DISPATCH_RECIPIENT,
    DISPOSAL,
    ISSUED_PAPER,
    LIST_MEMBER,
    MANDATE,
    MEETING,
    PRESENTER,
    TABLES,
)


class Disposed(NamedTuple):
    """How many rows go with a person, and how many keep the name or stay as they are."""

    mandates: int
    lists: int
    ideas: int
    agendas: int
    dispatches: int
    issued: int
    attendances: int = 0


def disposals(reader: Connection) -> tuple[Disposal, ...]:
    """Return all disposals, oldest first."""
    return records(reader, Disposal, order=(DISPOSAL.c.day, DISPOSAL.c.id))


def disposed_with(reader: Connection, person_id: str) -> Disposed:
    """Return what a disposal of a person would take, and what it would leave."""
    return Disposed(
        mandates=_count(reader, MANDATE, "person_id", person_id),
        lists=_count(reader, LIST_MEMBER, "person_id", person_id),
        ideas=_count(reader, BACKLOG_ITEM, "raised_by_id", person_id),
        agendas=_count(reader, PRESENTER, "person_id", person_id)
        + _count(reader, MEETING, "chair_id", person_id)
        + _count(reader, MEETING, "secretary_id", person_id),
        dispatches=_count(reader, DISPATCH_RECIPIENT, "person_id", person_id),
        attendances=_count(reader, TABLES["attendance"], "person_id", person_id),
        issued=int(reader.execute(select(func.count()).select_from(ISSUED_PAPER)).scalar_one()),
    )


def _count(reader: Connection, table: Table, column: str, row_id: str) -> int:
    naming = select(func.count()).select_from(table).where(table.c[column] == row_id)
    return int(reader.execute(naming).scalar_one())
