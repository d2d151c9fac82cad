"""References to a row from elsewhere, cleared before the row is removed.

Plans, grants, papers and agreements may name a meeting, a person or an item; that they
did is told by the text they keep, and where there is a place for it the name that was
meant is written there. A row that only joins two others goes with either. What refers to
what is known from the records.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from sqlalchemy import Column, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.records.catalogue import KINDS, references_of, values_of
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.plan import ActivityLink
from hubra_desktop.model.terms import BacklogState
from hubra_desktop.model.wording import joined
from hubra_desktop.store.reading import table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.invariants.plan import leads_anywhere
from hubra_desktop.work.stay_ends import lead_stays_on

_Pointer = tuple[type, Column[Any]]

_KEPT: Final = frozenset(
    {
        ("agreement_party", "body_id"),
        ("evidence", "entry_id"),
        ("evidence", "grant_id"),
        ("body", "parent_id"),
        ("register", "own_body_id"),
        ("ledger_entry", "counterpart_id"),
        ("ledger_entry", "grant_id"),
        ("ledger_entry", "original_id"),
        ("list_member", "member_body_id"),
        ("mailing_list", "body_id"),
        ("rules_committee", "body_id"),
    }
)
"""References that may be empty and are still never emptied: the row they name must stay."""

NAME_KEPT_IN: Final[Mapping[tuple[str, str], str]] = {
    ("activity", "responsible_id"): "responsible",
    ("attendance", "person_id"): "name",
    ("decision", "executor_id"): "executor",
    ("follow_up", "owner_id"): "owner",
    ("backlog_item", "raised_by_id"): "raised_by",
    ("matter", "responsible_id"): "responsible",
    ("meeting_paper", "author_id"): "author",
}
"""Where the name of the row that was referred to is kept."""

NAMED_BESIDE: Final = frozenset({("attendance", "person_id")})
"""Where the name always stands beside the reference: as somebody was called on the day."""

_STATE_BESIDE: Final = {
    ("backlog_item", "placed_item_id"): (BacklogState.WAITING, BacklogState.PLACED),
}
"""What a row's state is without the row that it refers to, and with it."""

NUMBERED_BY: Final[Mapping[tuple[str, str], str]] = {
    ("report", "attached_to_id"): "attachment_number",
}
"""The number that stands beside a reference, and goes with it."""

_USERS: Final[Mapping[str, str]] = {
    "agenda_run": N_("det hållna sammanträdet"),
    "attendance": N_("närvarolistor"),
    "minutes": N_("protokoll"),
    "section": N_("paragrafer"),
    "signed_paper": N_("undertecknade handlingar"),
    "activity_area": N_("aktiviteter"),
    "agreement_party": N_("överenskommelser"),
    "allocation": N_("budgetversioner"),
    "association": N_("föreningar"),
    "body": N_("andra organ"),
    "closing_commitment": N_("stängda år"),
    "evidence": N_("underlag"),
    "body_rules": N_("regelverk"),
    "grant": N_("bidrag"),
    "ledger_entry": N_("bokförda rader"),
    "list_member": N_("sändlistor"),
    "mailing_list": N_("sändlistor"),
    "mandate": N_("uppdrag"),
    "matter_alias": N_("andra diarienummer"),
    "meeting": N_("sammanträden"),
    "meeting_template": N_("mallen för sammanträden"),
    "register": N_("registret självt"),
    "rules_committee": N_("regelverk"),
}


def clear_references(rows: Rows, record: type, ids: Collection[str]) -> None:
    """Empty every field that refers to these rows and can do without; stays are led on."""
    if record is Item:
        lead_stays_on(rows, ids)
    for kind, column in _pointers(record):
        if _keeps(column):
            continue
        pointing = select(table_of(kind).c.id).where(column.in_(ids))
        for row_id in rows.connection.scalars(pointing).all():
            _empty(rows, rows.get(kind, row_id), column.name, record)


def can_be_emptied(record: type, name: str) -> bool:
    """Tell whether a reference is emptied when the row that it names is removed."""
    return not _keeps(table_of(record).c[name])


def pointing_at(
    reader: Connection, record: type, ids: Collection[str]
) -> Iterator[tuple[type, str, str, str]]:
    """Yield what refers to these rows: record, id, column, and the id that it names."""
    for kind, column in _pointers(record):
        own = table_of(kind).c.id
        for row in reader.execute(select(own, column.label("to")).where(column.in_(ids))):
            yield kind, row.id, column.name, row.to


def users_of(rows: Rows, record: type, row_id: str) -> str:
    """Say in words what keeps a row from being removed; "" when nothing does."""
    kept = [
        KINDS[kind]
        for kind, column in _pointers(record)
        if _keeps(column) and _is_referenced(rows, kind, column, row_id)
    ]
    return users_called(kept)


def refuse_if_referenced(rows: Rows, record: type, row_id: str) -> None:
    """Raise InputError, with what it is used by, when a row must stay."""
    users = users_of(rows, record, row_id)
    if users:
        raise used_by(users)


def used_by(users: str) -> InputError:
    """Return the refusal of a removal, with what the row is used by."""
    return refusal("Uppgiften används av {users}. Ta bort dem först.", users=users)


def users_called(kinds: Iterable[str]) -> str:
    """Name the kinds of rows that use one, each once."""
    return joined([say(_USERS.get(name, name)) for name in dict.fromkeys(kinds)])


def _is_referenced(rows: Rows, kind: type, column: Column[Any], row_id: str) -> bool:
    """Tell whether a row other than itself refers to a row."""
    own = table_of(kind).c.id
    pointing = select(own).where(column == row_id, own != row_id).limit(1)
    return rows.connection.scalar(pointing) is not None


def state_beside(kind: str, column: str, *, there: bool) -> Mapping[str, object]:
    """Return the state that goes with a reference, by whether what it names is there."""
    states = _STATE_BESIDE.get((kind, column))
    return {"state": states[there]} if states else {}


def _empty(rows: Rows, row: Any, name: str, record: type) -> None:  # noqa: ANN401
    """Empty the field ``name``, which refers to a row of ``record``."""
    values: dict[str, Any] = {name: None}
    values |= state_beside(KINDS[type(row)], name, there=False)
    place = NAME_KEPT_IN.get((KINDS[type(row)], name))
    if place is not None and not getattr(row, place).strip():
        target: Any = rows.get(record, getattr(row, name))
        values[place] = target.name if target is not None else ""
    rows.change(type(row), row.id, values)
    if isinstance(row, ActivityLink) and not leads_anywhere(values_of(replace(row, **values))):
        rows.remove(ActivityLink, row.id)


def _keeps(column: Column[Any]) -> bool:
    return not column.nullable or (column.table.name, column.name) in _KEPT


def _pointers(record: type) -> Iterator[_Pointer]:
    """Yield the records whose rows may refer to rows of a kind, each with its column."""
    return iter(_all_pointers().get(KINDS[record], ()))


@cache
def _all_pointers() -> Mapping[str, tuple[_Pointer, ...]]:
    """Find what refers to what, but for rows that belong to what they refer to and go with it."""
    found: dict[str, list[_Pointer]] = {}
    for kind in KINDS:
        for name, target in references_of(kind).items():
            found.setdefault(target, []).append((kind, table_of(kind).c[name]))
    return {name: tuple(each) for name, each in found.items()}
