"""What points to a row from elsewhere, let go of before the row is taken away.

Plans, grants, papers and agreements may name a meeting, a person or an item; that they
did is told by the text they keep. A row that only joins two others goes with either.
"""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Column, inspect, select
from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import ActivityLink, Base

_Pointer = tuple[type[Base], Column[Any]]


def lift(session: Session, table: str, ids: Collection[str]) -> None:
    """Empty every field that may be empty and refers to rows of ``table`` with these ids."""
    for kind, column in _pointers(table):
        if column.nullable:
            for row in session.scalars(select(kind).where(column.in_(ids))):
                setattr(row, column.name, None)
                _let_go(session, row)


def used(session: Session, table: str, row_id: str) -> bool:
    """Tell whether anything refers to the row."""
    return any(
        session.scalars(select(kind).where(column == row_id).limit(1)).first() is not None
        for kind, column in _pointers(table)
    )


def _pointers(table: str) -> Iterator[_Pointer]:
    """Yield the classes whose rows may refer to rows of ``table``, each with its column."""
    for mapper in Base.registry.mappers:
        for column in inspect(mapper.class_).local_table.columns:
            if any(key.column.table.name == table for key in column.foreign_keys):
                yield mapper.class_, column


def _let_go(session: Session, row: Base) -> None:
    """Take away a link that no longer joins an activity to anything."""
    if not isinstance(row, ActivityLink):
        return
    joined = ("meeting_id", "item_id", "grant_id", "agreement_id", "letter_id", "title", "address")
    if not any(getattr(row, name) for name in joined):
        session.delete(row)
