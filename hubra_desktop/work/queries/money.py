"""Budget and ledger as screens, papers and the command line are given them.

The sums are added up by the database, so that a year opens as fast however long the
ledger is; what they mean is told by the same pure functions as elsewhere.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, ScalarSelect, case, func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.money.budget import (
    TRANSFERS,
    BudgetTable,
    Counted,
    homes_of,
    table_of,
)
from hubra_desktop.model.money.grants import Moved
from hubra_desktop.model.money.ledger import CONSUMING, Sum
from hubra_desktop.model.money.sheets import BudgetYearSheet, LedgerEntrySheet
from hubra_desktop.model.money.terms import Basis, EntryKind
from hubra_desktop.model.tables import BODY
from hubra_desktop.model.tables.money import BUDGET_POST, BUDGET_YEAR, GRANT, LEDGER_ENTRY
from hubra_desktop.work.queries.trees import trees
from hubra_desktop.work.rows import sheet


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """A row of the ledger with the names of what it refers to.

    ``left_ore`` is what the row amounts to after its corrections; ``original_number`` the
    number of the row that it points to.
    """

    entry: LedgerEntrySheet
    post: str
    counterpart: str
    grant: str
    original_number: int | None
    left_ore: int


def budget_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a budget, the latest first."""
    year = BUDGET_YEAR.c.year
    return tuple(reader.scalars(select(year).distinct().order_by(year.desc())))


def budget_year(reader: Connection, year: int) -> BudgetYearSheet | None:
    """Return a year's budget with its posts and versions, or None."""
    found = trees(reader, BudgetYearSheet, BUDGET_YEAR.c.year == year)
    return found[0] if found else None


def budget(
    reader: Connection, year: int, on: dt.date | None = None, *, basis: Basis | None = None
) -> BudgetTable:
    """Return a year's budget on a day; an empty table when the year has none."""
    told = budget_year(reader, year) or BudgetYearSheet(year=year)
    wanted = basis or told.basis
    chosen = _counted(told, on, wanted)
    notes = _notes(reader, told, on)
    sums = _sums(reader, chosen)
    homes = homes_of(told, _others(reader, told, (*sums, *notes)))
    counted = Counted(
        sums=tuple(each._replace(post_id=homes.get(each.post_id, "")) for each in sums),
        transfers=_transfers(reader, chosen),
        notes=notes,
    )
    return table_of(told, counted, wanted, homes, on)


def _counted(year: BudgetYearSheet, on: dt.date | None, basis: Basis) -> ColumnElement[bool]:
    """Choose the rows that count in the year, as the pure ``counts`` does."""
    entry = LEDGER_ENTRY.c
    chosen = entry.year == year.year
    if basis is Basis.ACCRUAL:
        elsewhere = entry.year_concerned == year.year
        if basis is year.basis and year.closed_on is not None:
            elsewhere &= _by(year.closed_on)
        here = chosen & (entry.year_concerned.is_(None) | (entry.year_concerned == year.year))
        chosen = here | ((entry.year != year.year) & elsewhere)
    return chosen if on is None else chosen & _by(on)


def _by(day: dt.date) -> ColumnElement[bool]:
    """Choose the rows that count from a day or before; one without a date from its year's last."""
    entry = LEDGER_ENTRY.c
    last_year = day.year if (day.month, day.day) == (12, 31) else day.year - 1
    return (entry.date <= day) | (entry.date.is_(None) & (entry.year <= last_year))


@cache
def _told() -> tuple[FromClause, ColumnElement[Any], ColumnElement[Any]]:
    """Return the rows beside what they correct, with the kind and use of what is told.

    As the pure ``told_of`` and ``use_of`` do.
    """
    entry, other = LEDGER_ENTRY.c, LEDGER_ENTRY.alias()
    fixes = (other.c.id == entry.original_id) & (entry.kind == EntryKind.CORRECTION)
    both = LEDGER_ENTRY.outerjoin(other, fixes)
    kind = func.coalesce(other.c.kind, entry.kind)
    row_id = func.coalesce(other.c.id, entry.id)
    grant = case((other.c.id.is_not(None), other.c.grant_id), else_=entry.grant_id)
    original = case((other.c.id.is_not(None), other.c.original_id), else_=entry.original_id)
    use = case(
        (kind == EntryKind.RESERVATION, func.coalesce(grant, row_id)),
        (kind.in_(CONSUMING), func.coalesce(grant, original)),
    )
    return both, kind, use


def _sums(reader: Connection, chosen: ColumnElement[bool]) -> list[Sum]:
    """Add the rows up by post, kind and use; transfers apart."""
    entry = LEDGER_ENTRY.c
    both, kind, use = _told()
    signed = case((entry.kind == EntryKind.CORRECTION, -entry.amount_ore), else_=entry.amount_ore)
    left_out = (*TRANSFERS, EntryKind.CORRECTION)
    found = reader.execute(
        select(entry.post_id, kind, use, func.sum(signed))
        .select_from(both)
        .where(chosen, kind.not_in(left_out))
        .group_by(entry.post_id, kind, use)
    )
    return [Sum(post, EntryKind(told), used, int(amount)) for post, told, used, amount in found]


def _transfers(reader: Connection, chosen: ColumnElement[bool]) -> tuple[LedgerEntrySheet, ...]:
    """Return the transfers one by one, with what corrects them."""
    both, kind, _ = _told()
    found = reader.execute(
        select(LEDGER_ENTRY).select_from(both).where(chosen, kind.in_(TRANSFERS))
    )
    return tuple(sheet(LedgerEntrySheet, row) for row in found)


def _notes(
    reader: Connection, year: BudgetYearSheet, on: dt.date | None
) -> tuple[LedgerEntrySheet, ...]:
    """Return the rows of other years that concern this one."""
    entry = LEDGER_ENTRY.c
    where = (entry.year_concerned == year.year) & (entry.year != year.year)
    return _entries(reader, where if on is None else where & _by(on))


def _others(
    reader: Connection, year: BudgetYearSheet, rows: Iterable[Sum | LedgerEntrySheet]
) -> tuple[BudgetYearSheet, ...]:
    """Return the budgets of other years that the rows stand in."""
    foreign = {each.post_id for each in rows} - {post.id for post in year.posts}
    if not foreign:
        return ()
    owners = select(BUDGET_POST.c.budget_year_id).where(BUDGET_POST.c.id.in_(foreign))
    return trees(reader, BudgetYearSheet, BUDGET_YEAR.c.id.in_(owners))


def ledger(reader: Connection, year: int, post_id: str | None = None) -> tuple[LedgerRow, ...]:
    """Return a year's rows by their numbers; those of a post, and of the posts below it."""
    entry = LEDGER_ENTRY.c
    where = [entry.year == year]
    if post_id is not None:
        below = select(BUDGET_POST.c.id).where(BUDGET_POST.c.parent_id == post_id)
        where.append((entry.post_id == post_id) | entry.post_id.in_(below))
    return ledger_rows(reader, *where)


def ledger_rows(reader: Connection, *where: ColumnElement[bool]) -> tuple[LedgerRow, ...]:
    """Return the rows that ``where`` leaves, by their numbers, with names resolved."""
    entry = LEDGER_ENTRY.c
    original = LEDGER_ENTRY.alias()
    found = reader.execute(
        select(
            LEDGER_ENTRY,
            BUDGET_POST.c.name.label("post_name"),
            BODY.c.name.label("body_name"),
            GRANT.c.title.label("grant_title"),
            original.c.number.label("original_number"),
        )
        .join(BUDGET_POST, BUDGET_POST.c.id == entry.post_id)
        .outerjoin(BODY, BODY.c.id == entry.counterpart_id)
        .outerjoin(GRANT, GRANT.c.id == entry.grant_id)
        .outerjoin(original, original.c.id == entry.original_id)
        .where(*where)
        .order_by(entry.number, entry.id)
    ).all()
    entries = {row[0]: _entry(row) for row in found}
    fixes = reader.execute(
        select(entry.original_id, func.sum(entry.amount_ore))
        .where(
            entry.kind == EntryKind.CORRECTION,
            entry.original_id.in_(select(entry.id).where(*where)),
        )
        .group_by(entry.original_id)
    )
    less = {original_id: int(amount) for original_id, amount in fixes}
    return tuple(
        LedgerRow(
            entry=entries[row[0]],
            post=row.post_name,
            counterpart=row.body_name or row.counterpart,
            grant=row.grant_title or "",
            original_number=row.original_number,
            left_ore=row.amount_ore - less.get(row[0], 0),
        )
        for row in found
    )


_FIELDS = tuple(each.name for each in fields(LedgerEntrySheet))
_PLACES = tuple(LEDGER_ENTRY.c.keys().index(name) for name in _FIELDS)


def _entry(row: Row[Any]) -> LedgerEntrySheet:
    """Return the sheet of a row that begins with the ledger's columns: there are many of them."""
    return LedgerEntrySheet(**{name: row[at] for name, at in zip(_FIELDS, _PLACES, strict=True)})


def _entries(reader: Connection, *where: ColumnElement[bool]) -> tuple[LedgerEntrySheet, ...]:
    """Return rows with what their corrections point to."""
    return trees(reader, LedgerEntrySheet, *where, order=(LEDGER_ENTRY.c.number,))


def moved_of(reader: Connection, grants: ScalarSelect[str] | Iterable[str]) -> Mapping[str, Moved]:
    """Return what the ledger tells of grants, by their ids; nothing is told of no rows.

    Adds up what the pure ``moved`` does, in the database.
    """
    entry = LEDGER_ENTRY.c
    both, kind, _ = _told()
    signed = case((entry.kind == EntryKind.CORRECTION, -entry.amount_ore), else_=entry.amount_ore)
    ids = grants if isinstance(grants, ScalarSelect) else list(grants)
    undated = case((entry.date.is_(None), entry.year))
    found = reader.execute(
        select(entry.grant_id, kind, func.sum(signed), func.max(entry.date), func.max(undated))
        .select_from(both)
        .where(entry.grant_id.in_(ids))
        .group_by(entry.grant_id, kind)
    )
    sums: dict[str, dict[EntryKind, int]] = defaultdict(dict)
    latest: dict[str, dt.date] = {}
    for grant_id, told, amount, dated, year in found:
        sums[grant_id][told] = int(amount)
        days = (latest.get(grant_id), dated, dt.date(year, 12, 31) if year else None)
        latest[grant_id] = max(day for day in days if day)
    back = _repayments(reader, ids)
    return {
        grant_id: Moved(
            paid=kinds.get(EntryKind.PAYMENT, 0),
            reserved=kinds.get(EntryKind.RESERVATION, 0),
            repayments=tuple(back.get(grant_id, ())),
            latest=latest[grant_id],
        )
        for grant_id, kinds in sums.items()
    }


def _repayments(
    reader: Connection, grants: ScalarSelect[str] | list[str]
) -> dict[str, list[tuple[dt.date, int]]]:
    """Return the repayments of grants one by one, with their days, corrections counted."""
    entry = LEDGER_ENTRY.c
    fixes = reader.execute(
        select(entry.original_id, func.sum(entry.amount_ore))
        .where(entry.grant_id.in_(grants), entry.kind == EntryKind.CORRECTION)
        .group_by(entry.original_id)
    )
    less = {original: int(amount) for original, amount in fixes}
    found = reader.execute(
        select(entry.id, entry.grant_id, entry.date, entry.year, entry.amount_ore)
        .where(entry.grant_id.in_(grants), entry.kind == EntryKind.REPAYMENT)
        .order_by(entry.number)
    )
    back: dict[str, list[tuple[dt.date, int]]] = defaultdict(list)
    for row_id, grant_id, day, year, amount in found:
        back[grant_id].append((day or dt.date(year, 12, 31), amount - less.get(row_id, 0)))
    return back


def entries_of_grant(reader: Connection, grant_id: str) -> tuple[LedgerEntrySheet, ...]:
    """Return the rows of a grant."""
    return _entries(reader, LEDGER_ENTRY.c.grant_id == grant_id)
