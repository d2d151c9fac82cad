"""The root of the mapped classes, and what their lists have in common."""

from typing import Any

from sqlalchemy import Column, inspect
from sqlalchemy.ext.orderinglist import ordering_list
from sqlalchemy.orm import DeclarativeBase, Mapped, Relationship, relationship

from hubra_desktop.model.tables.base import METADATA


class Base(DeclarativeBase):
    """The root of all mapped classes; each row has an id made by the program."""

    metadata = METADATA

    id: Mapped[str]

    @classmethod
    def stored_as(cls) -> str:
        """Return the name of the table."""
        return str(inspect(cls).local_table.description)


def list_by(position: Column[Any]) -> Relationship[Any]:
    """Own rows in the order of ``position``, which is kept without gaps; they go with the owner."""
    return relationship(
        order_by=position,
        collection_class=ordering_list("position", reorder_on_append=True),
        cascade="all, delete-orphan",
    )
