"""The register's tables, derived from the records: nothing stored is declared twice.

A table has its row's id, the owner's id and the place where the record stands in a list,
then the record's stored fields in their order. Rows are undone by writing back what was
recorded; therefore there are no server defaults and no database cascades, and every
constraint has a name.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Enum,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from hubra_desktop.model.ids import new_id
from hubra_desktop.model.records.catalogue import (
    ABOVE_ZERO,
    SINGLE,
    UNIQUE,
    ByKind,
    owner_of,
    stored_fields,
)
from hubra_desktop.model.records.fields import Indexed, RecordField, Ref
from hubra_desktop.model.records.rules import LONGEST_ID
from hubra_desktop.store.pictures import PictureType

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_LONGEST_TERM: Final = 32
"""Room for terms to come: the column's type must not change with its vocabulary."""

_LARGEST_INTEGER: Final = 2**31 - 1
"""What an INTEGER of other databases holds."""

_PLAIN: Final[Mapping[type, type[TypeEngine[Any]]]] = {
    str: String,
    bool: Boolean,
    bytes: PictureType,
    dt.date: Date,
}


def _type(field: RecordField) -> TypeEngine[Any]:
    """Return the column's type; a whole number that may be very large gets a large one."""
    if issubclass(field.kind, StrEnum):
        return Enum(
            field.kind,
            native_enum=False,
            create_constraint=False,
            length=_LONGEST_TERM,
            values_callable=lambda terms: [each.value for each in terms],
        )
    if field.kind is int:
        highest: Any = field.rule.limits["maximum"]
        return BigInteger() if highest > _LARGEST_INTEGER else Integer()
    return _PLAIN[field.kind]()


def _reference(name: str, to: str, *, optional: bool = False) -> Column[Any]:
    """Name another row; checked when a transaction ends, so that order does not matter."""
    key = ForeignKey(f"{to}.id", deferrable=True, initially="DEFERRED")
    return Column(name, String(LONGEST_ID), key, nullable=optional)


def _column(field: RecordField) -> Column[Any]:
    ref = field.mark(Ref)
    if ref is not None:
        return _reference(field.name, ref.to, optional=field.optional)
    default = None if field.default is MISSING else field.default
    return Column(field.name, _type(field), nullable=field.optional, default=default)


def _columns(kind: str) -> Iterator[Column[Any]]:
    yield Column("id", String(LONGEST_ID), primary_key=True, default=new_id)
    owner = owner_of(kind)
    if owner is not None:
        yield _reference(owner.column, owner.kind)
        yield Column("position", Integer, nullable=False, default=0)
    yield from map(_column, stored_fields(kind))


def _checks(kind: str) -> Iterator[CheckConstraint]:
    """Yield what the file itself refuses: other words, numbers out of bounds, rings of one."""
    for field in stored_fields(kind):
        check = _check(kind, field)
        if check:
            yield CheckConstraint(f'"{field.name}" {check}', name=field.name)


def _check(kind: str, field: RecordField) -> str:
    limits: Mapping[str, Any] = field.rule.limits
    ref = field.mark(Ref)
    if ref is not None:
        return "<> id" if ref.to == kind else ""
    if issubclass(field.kind, StrEnum):
        return _among(field.kind)
    if field.kind is bool:
        return "IN (0, 1)"
    if "enum" in limits:
        return _among(limits["enum"])
    if field.kind is int:
        lowest = 1 if (kind, field.name) in ABOVE_ZERO else limits["minimum"]
        return f"BETWEEN {lowest} AND {limits['maximum']}"
    return ""


def _among(words: Iterable[str]) -> str:
    return f"IN ({', '.join(repr(str(each)) for each in words)})"


def _index(table: Table) -> None:
    """Index each column that rows are found by, unless what is unique begins with it."""
    unique = UNIQUE.get(table.name, ())
    marks = {field.name: field.mark(Indexed) for field in stored_fields(table.name)}
    for column in table.c:
        mark = marks.get(column.name)
        if (mark or column.foreign_keys) and column.name not in unique[:1]:
            # An option of another database would load that database's dialect at each start.
            given: dict[str, Any] = (
                {"sqlite_where": column.is_not(None)} if mark and mark.given else {}
            )
            Index(None, column, **given)


def _table(kind: str) -> Table:
    constraints: list[SchemaItem] = [*_columns(kind), *_checks(kind)]
    if kind in UNIQUE:
        constraints.append(UniqueConstraint(*UNIQUE[kind]))
    if kind in SINGLE:
        constraints.append(Index(f"uq_{kind}", text("1"), unique=True))
    table = Table(kind, METADATA, *constraints)
    _index(table)
    return table


TABLES: Final[Mapping[str, Table]] = ByKind(_table)
"""The table of each kind of record."""

REGISTER: Table
HOUSE_STYLE: Table
BODY: Table
PERSON: Table
MANDATE: Table
MATTER: Table
MEETING: Table
MEETING_TEMPLATE: Table
AGENDA_ITEM: Table
PRESENTER: Table
PRE_MEETING: Table
FOOTNOTE: Table
SIGNATURE: Table
PLAN: Table
FOCUS_AREA: Table
ACTIVITY: Table
OCCASION: Table
ACTIVITY_AREA: Table
ACTIVITY_LINK: Table
FOLLOW_UP_NOTE: Table
LETTER: Table
LETTER_RECIPIENT: Table
AGREEMENT: Table
AGREEMENT_PARTY: Table
AGREEMENT_MEETING: Table
CONSULTATION: Table
BUDGET_YEAR: Table
BUDGET_POST: Table
BUDGET_VERSION: Table
ALLOCATION: Table
LEDGER_ENTRY: Table
ACCOUNT_STATEMENT: Table
ACCOUNT_LINE: Table
EVIDENCE: Table
ASSOCIATION: Table
GRANT: Table
GRANT_DECISION: Table
INSTALMENT: Table
INDICATOR: Table
MEASUREMENT: Table
CHANGE_TEXT: Table
REPORT: Table
REPORT_SECTION: Table
REPORT_SIGNATURE: Table
REPORT_ANSWER: Table
ISSUED_PAPER: Table
REPORT_PICTURE: Table
KNOWN_WORD: Table
MATTER_ALIAS: Table


def metadata() -> MetaData:
    """Return the tables of all kinds together."""
    tuple(TABLES.values())
    return METADATA


def __getattr__(name: str) -> Table:
    """Return a kind's table by its name in capitals, made when it is first asked for.

    A start reads few kinds; what the others are is not worked out before they are read.
    """
    try:
        table = TABLES[name.lower()] if name.isupper() else None
    except KeyError:
        table = None
    if table is None:
        raise AttributeError(name)
    globals()[name] = table
    return table
