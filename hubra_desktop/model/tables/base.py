"""How a table of the register is declared: ids, texts, terms, references.

Rows are undone by writing back recorded images; therefore there are no server
defaults and no database cascades, and every constraint has a name.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
)

from hubra_desktop.model.ids import new_id

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table(name: str, *columns: Column[Any]) -> Table:
    """Declare a table; each row has an id made by the program."""
    key: Column[Any] = Column("id", String(32), primary_key=True, default=new_id)
    return Table(name, METADATA, key, *columns)


def text(name: str, default: str = "", *, index: bool = False) -> Column[Any]:
    """Hold text, empty when nothing is said."""
    return Column(name, String, nullable=False, default=default, index=index)


def flag(name: str) -> Column[Any]:
    """Hold yes or no, no at first."""
    return Column(name, Boolean, nullable=False, default=False)


def number(name: str, default: int = 0, *, index: bool = False) -> Column[Any]:
    """Hold a whole number."""
    return Column(name, Integer, nullable=False, default=default, index=index)


def number_or_none(name: str) -> Column[Any]:
    """Hold a whole number, or nothing."""
    return Column(name, Integer)


def index_given(table: Table, name: str) -> None:
    """Index a column that is seldom given, for the rows alone that have it."""
    given = table.c[name].is_not(None)
    Index(f"ix_{table.name}_{name}", table.c[name], sqlite_where=given, postgresql_where=given)


def large(name: str) -> Column[Any]:
    """Hold a whole number that may be very large, such as an amount in öre."""
    return Column(name, BigInteger, nullable=False, default=0)


def large_or_none(name: str) -> Column[Any]:
    """Hold a whole number that may be very large, or nothing."""
    return Column(name, BigInteger)


def day_or_none(name: str) -> Column[Any]:
    """Hold a date, or nothing."""
    return Column(name, Date)


def term(name: str, default: StrEnum) -> Column[Any]:
    """Store a closed vocabulary by its values, as text."""
    kind = Enum(
        type(default),
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda terms: [each.value for each in terms],
    )
    return Column(name, kind, nullable=False, default=default)


def reference(name: str, table: str, *, optional: bool = False, index: bool = False) -> Column[Any]:
    """Refer to another row; checked when a transaction ends, so that order does not matter."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, String, key, nullable=optional, index=index)


def owner(name: str, table: str) -> Column[Any]:
    """Refer to the row that this one belongs to and goes with."""
    return reference(name, table, index=True)
