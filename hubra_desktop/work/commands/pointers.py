"""What points to a row from elsewhere, let go of before the row is taken away.

Plans, grants, papers and agreements may name a meeting, a person or an item; that they
did is told by the text they keep, and where there is a place for it the name that was
meant is written there. A row that only joins two others goes with either. The tables say
themselves what refers to what.
"""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Activity, ActivityLink, Base
from hubra_desktop.model.tables.whole import TABLES
from hubra_desktop.model.wording import joined

_Pointer = tuple[type[Base], Column[Any]]

_KEPT: Final = frozenset(
    {
        ("agreement_party", "body_id"),
        ("body", "parent_id"),
        ("register", "own_body_id"),
        ("ledger_entry", "counterpart_id"),
        ("ledger_entry", "grant_id"),
        ("ledger_entry", "original_id"),
    }
)
"""References that may be empty and are still never emptied: the row they name must stay."""

_NAMED_BY: Final[Mapping[tuple[str, str], str]] = {
    ("activity", "responsible_id"): "responsible",
}
"""Where the name of the row that was referred to is kept."""

_USERS: Final[Mapping[str, tuple[str, str]]] = {
    "activity_area": ("aktiviteter", "activities"),
    "agreement_party": ("överenskommelser", "agreements"),
    "allocation": ("budgetversioner", "budget versions"),
    "association": ("föreningar", "associations"),
    "body": ("andra organ", "other bodies"),
    "grant": ("bidrag", "grants"),
    "ledger_entry": ("bokförda rader", "booked rows"),
    "mandate": ("uppdrag", "mandates"),
    "matter_alias": ("andra diarienummer", "other case numbers"),
    "meeting": ("sammanträden", "meetings"),
    "register": ("registret självt", "the register itself"),
}


def lift(session: Session, table: str, ids: Collection[str]) -> None:
    """Empty every field that refers to rows of ``table`` with these ids and can do without."""
    names: dict[str, str] = {}
    for kind, column in _pointers(table):
        if _keeps(column):
            continue
        place = (column.table.name, column.name)
        for row in session.scalars(select(kind).where(column.in_(ids))):
            if place in _NAMED_BY and not names:
                names.update(_names(session, table, ids))
            _empty(session, row, column, names.get(getattr(row, column.name), ""))


def users_of(session: Session, table: str, row_id: str) -> str:
    """Say in words what keeps a row from being taken away; "" when nothing does."""
    kept = [
        kind.stored_as()
        for kind, column in _pointers(table)
        if _keeps(column) and _points(session, kind, column, row_id)
    ]
    return joined([say(*_USERS.get(name, (name, name))) for name in dict.fromkeys(kept)])


def refuse_used(session: Session, table: str, row_id: str) -> None:
    """Raise InputError, with what it is used by, when a row must stay."""
    users = users_of(session, table, row_id)
    if users:
        raise InputError(
            say(
                "Uppgiften används av {users}. Ta bort dem först.",
                "The entry is used by {users}. Remove them first.",
                users=users,
            )
        )


def _points(session: Session, kind: type[Base], column: Column[Any], row_id: str) -> bool:
    """Tell whether a row other than itself refers to a row; its own list goes with it."""
    pointing = session.scalars(select(kind).where(column == row_id))
    return any(row.id != row_id and row not in session.deleted for row in pointing)


def _names(session: Session, table: str, ids: Collection[str]) -> dict[str, str]:
    columns = TABLES[table].c
    found = session.execute(select(columns.id, columns.name).where(columns.id.in_(ids)))
    return {row.id: row.name for row in found}


def _empty(session: Session, row: Any, column: Column[Any], name: str) -> None:  # noqa: ANN401
    setattr(row, column.name, None)
    place = _NAMED_BY.get((row.stored_as(), column.name))
    if place is not None and not getattr(row, place).strip():
        setattr(row, place, name)
    if isinstance(row, ActivityLink):
        _let_go(session, row)


def _let_go(session: Session, link: Any) -> None:  # noqa: ANN401
    """Take away a link that no longer joins its activity to anything."""
    joins = ("meeting_id", "item_id", "grant_id", "agreement_id", "letter_id", "title", "address")
    activity = session.get(Activity, link.activity_id)
    if activity is not None and not any(getattr(link, name) for name in joins):
        activity.links.remove(link)


def _keeps(column: Column[Any]) -> bool:
    return not column.nullable or (column.table.name, column.name) in _KEPT


def _pointers(table: str) -> Iterator[_Pointer]:
    """Yield the classes whose rows may refer to rows of ``table``, each with its column."""
    return iter(_all_pointers().get(table, ()))


@cache
def _all_pointers() -> Mapping[str, tuple[_Pointer, ...]]:
    """Find what refers to what, but for rows that belong to what they refer to and go with it."""
    mappers = sorted(Base.registry.mappers, key=str)
    owned = {
        column for each in mappers for list_ in each.relationships for column in list_.remote_side
    }
    found: dict[str, list[_Pointer]] = {}
    for mapper in mappers:
        for column in TABLES[mapper.class_.stored_as()].c:
            for key in column.foreign_keys if column not in owned else ():
                found.setdefault(key.column.table.name, []).append((mapper.class_, column))
    return {name: tuple(each) for name, each in found.items()}
