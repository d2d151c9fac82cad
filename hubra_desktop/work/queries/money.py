"""Budget and ledger as screens, papers and the command line are given them.

The sums are added up by the database, so that a year opens as fast however long the
ledger is; what they mean is told by the same pure functions as elsewhere.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ScalarSelect,
    Select,
    case,
    cast,
    func,
    select,
)
from sqlalchemy.engine import Connection
from sqlalchemy.sql import ColumnCollection

from hubra_desktop.model.money.booked import BookedAmount, booked_amount
from hubra_desktop.model.money.budget import BudgetTable, Counted, budget_table_of, homes_of
from hubra_desktop.model.money.commitments import (
    Commitment,
    Commitments,
    closing_of,
    commitments,
    is_as_closed,
)
from hubra_desktop.model.money.grants import SIGNS, Moved, moved_by
from hubra_desktop.model.money.ledger import (
    EFFECTS,
    TRANSFERS,
    USES,
    Booked,
    Sum,
    counted_in,
    effective,
    last_whole_year,
    open_reservations,
)
from hubra_desktop.model.money.terms import Basis, EntryKind
from hubra_desktop.model.records.money import BudgetYear, ClosingCommitment, Grant, LedgerEntry
from hubra_desktop.model.swedish import folded
from hubra_desktop.store.reading import record_maker, records, some_at_a_time
from hubra_desktop.store.tables import (
    BODY,
    BUDGET_POST,
    BUDGET_YEAR,
    GRANT,
    GRANT_DECISION,
    LEDGER_ENTRY,
)
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.register import today as register_day


@dataclass(frozen=True, kw_only=True)
class LedgerRow:
    """A row of the ledger with the names of what it refers to.

    ``left_ore`` is what the row amounts to after its corrections; ``original_number`` the
    number of the row that it points to, ``original_kind`` its kind.
    """

    entry: LedgerEntry
    post: str
    counterpart: str
    grant: str
    original_number: int | None
    original_kind: EntryKind | None
    left_ore: int

    @property
    def booked(self) -> BookedAmount | None:
        """Return where the row counts, with its sign."""
        return booked_amount(self.entry.kind, self.entry.amount_ore, self.original_kind)


def budget_years(reader: Connection) -> tuple[int, ...]:
    """Return the years that have a budget, the latest first."""
    year = BUDGET_YEAR.c.year
    return tuple(reader.scalars(select(year).distinct().order_by(year.desc())))


def budget_year(reader: Connection, year: int) -> BudgetYear | None:
    """Return a year's budget with its posts and versions, or None."""
    found = records(reader, BudgetYear, BUDGET_YEAR.c.year == year)
    return found[0] if found else None


def budget(
    reader: Connection,
    year: int,
    on: dt.date | None = None,
    *,
    basis: Basis | None = None,
    sheet: BudgetYear | None = None,
    today: dt.date | None = None,
) -> BudgetTable:
    """Return a year's budget on a day; an empty table when the year has none.

    ``sheet`` is the year's, where it has been read already.
    """
    sheet = sheet or budget_year(reader, year) or BudgetYear(year=year)
    wanted = basis or sheet.basis
    chosen = _counted(sheet, on, wanted)
    notes = _notes(reader, sheet, on)
    sums, transfers = _sums(reader, chosen)
    promised = _commitments(reader, sheet, wanted, on, sums)
    homes = homes_of(sheet, _others(reader, sheet, (*sums, *notes, *promised.rows)))
    counted = Counted(
        sums=tuple(_at_home(each, homes) for each in sums),
        transfers=transfers,
        notes=notes,
        commitments=promised,
    )
    return budget_table_of(sheet, counted, wanted, homes, on, today=today or register_day(reader))


def planned_budget(reader: Connection, year: int) -> BudgetTable:
    """Return a year's budget as it is planned, with its transfers, and nothing of what was used.

    A question about an amount asks no more, and must not add a year's rows up at each booking.
    """
    sheet = budget_year(reader, year) or BudgetYear(year=year)
    _, transfers = _apart_of(reader, _counted(sheet, None, sheet.basis))
    homes = homes_of(sheet, _others(reader, sheet, transfers))
    today = register_day(reader)
    return budget_table_of(
        sheet, Counted(sums=(), transfers=transfers, notes=()), sheet.basis, homes, today=today
    )


def _at_home(each: Sum, homes: Mapping[str, str]) -> Sum:
    """Put a sum on the post of the year where it is at home; most stand there already."""
    home = homes.get(each.post_id, "")
    return each if home == each.post_id else each._replace(post_id=home)


_ENTRY = record_maker(LedgerEntry, LEDGER_ENTRY)
APART = (*TRANSFERS, EntryKind.CORRECTION)
"""The rows that are not added up by what they are themselves."""


def _counted(year: BudgetYear, on: dt.date | None, basis: Basis) -> ColumnElement[bool]:
    """Choose the rows that count in the year on the basis."""
    chosen = counted_in(year, basis, LEDGER_ENTRY.c, _by)
    return chosen if on is None else chosen & _by(on)


def _by(day: dt.date) -> ColumnElement[bool]:
    """Choose the rows that count on a day, as the pure ``by`` tells of one."""
    entry = LEDGER_ENTRY.c
    return (entry.date <= day) | (entry.date.is_(None) & (entry.year <= last_whole_year(day)))


def _use(entry: ColumnCollection[str, Any]) -> ColumnElement[Any]:
    """Return which reservation a row makes or uses up, made of ``USES``."""
    return case(
        *(
            (entry.kind == kind, func.coalesce(*(entry[name] for name in names)))
            for kind, names in USES.items()
        )
    )


def _summed(column: ColumnElement[int]) -> ColumnElement[int]:
    """Add a column up to a whole number: some databases make a decimal of a sum."""
    return cast(func.sum(column), BigInteger)


@cache
def _added() -> Select[Any]:
    """Ask for the rows added up by post, kind and use, but for those of ``_apart``."""
    entry = LEDGER_ENTRY.c
    return (
        select(entry.post_id, entry.kind, _use(entry).label("use"), _summed(entry.amount_ore))
        .where(entry.kind.not_in(APART))
        .group_by(entry.post_id, entry.kind, "use")
    )


@cache
def _apart() -> Select[Any]:
    """Ask for transfers and corrections one by one, with the kind and use of what is told.

    They are few, and what a correction corrects is looked up for them alone.
    """
    entry, other = LEDGER_ENTRY.c, LEDGER_ENTRY.alias()
    fixes = (other.c.id == entry.original_id) & (entry.kind == EntryKind.CORRECTION)
    kind = func.coalesce(other.c.kind, entry.kind)
    return (
        select(LEDGER_ENTRY, kind, _use(other.c))
        .select_from(LEDGER_ENTRY.outerjoin(other, fixes))
        .where(entry.kind.in_(APART))
    )


def _sums(
    reader: Connection, chosen: ColumnElement[bool]
) -> tuple[list[Sum], tuple[LedgerEntry, ...]]:
    """Add the rows up by post, kind and use; return the transfers apart, with their corrections.

    As the pure ``sums_of`` does.
    """
    corrected, transfers = _apart_of(reader, chosen)
    return [
        *(Sum(*row) for row in reader.execute(_added().where(chosen)).all()),
        *corrected,
    ], transfers


def _apart_of(
    reader: Connection, chosen: ColumnElement[bool]
) -> tuple[list[Sum], tuple[LedgerEntry, ...]]:
    """Return what corrections take back, and the transfers with their corrections."""
    sums, transfers = [], []
    for row in reader.execute(_apart().where(chosen)).all():
        entry, (kind, use) = _ENTRY(row, {}), row[-2:]
        if kind in TRANSFERS:
            transfers.append(entry)
        elif kind in EFFECTS:
            sums.append(Sum(entry.post_id, kind, use, entry.amount_ore, back=True))
    return sums, tuple(transfers)


def _notes(reader: Connection, year: BudgetYear, on: dt.date | None) -> tuple[LedgerEntry, ...]:
    """Return the rows of other years that concern this one."""
    entry = LEDGER_ENTRY.c
    where = (entry.year_concerned == year.year) & (entry.year != year.year)
    return _entries(reader, where if on is None else where & _by(on))


def _commitments(
    reader: Connection, year: BudgetYear, basis: Basis, on: dt.date | None, sums: Iterable[Sum]
) -> Commitments:
    """Return what grants commit of the year; ``sums`` are of the rows that count in it.

    Only grants are read that more was granted of than was paid in the years that have
    ended by then, or that more is reserved for by hand than is used.
    """
    if is_as_closed(year, basis, on):
        kept = dict.fromkeys(each.grant_id for each in year.closing)
        return commitments(year, basis, _grants(reader, kept), (), on)
    ended = year.year if on is None else min(year.year, last_whole_year(on))
    ids = {*reader.scalars(_may_be_unpaid(year.year, ended)).all(), *open_reservations(sums)}
    grants = sorted(_grants(reader, ids), key=_first_decided)
    entries = entries_with(reader, LEDGER_ENTRY.c.grant_id, ids)
    return commitments(year, basis, grants, entries, on)


def _grants(reader: Connection, ids: Iterable[str]) -> list[Grant]:
    return [
        each
        for some in some_at_a_time(ids)
        for each in records(reader, Grant, GRANT.c.id.in_(some))
    ]


def closing_commitments(
    reader: Connection, year: BudgetYear, day: dt.date
) -> tuple[ClosingCommitment, ...]:
    """Return what is kept of an open year's commitments when it is closed on a day."""
    sums, _ = _sums(reader, _counted(year, day, year.basis))
    made = _commitments(reader, year, year.basis, day, sums)
    return closing_of(year, made, homes_of(year, _others(reader, year, made.rows)))


def _first_decided(grant: Grant) -> tuple[int, str, str]:
    return grant.year, folded(grant.title), grant.id


def _may_be_unpaid(year: int, ended: int) -> Select[Any]:
    """Choose grants by what was ever granted by a year's end, and paid by that of another."""
    decision, entry = GRANT_DECISION.c, LEDGER_ENTRY.c
    raises = decision.kind.in_([kind for kind, sign in SIGNS.items() if sign > 0])
    granted = (
        select(decision.grant_id, func.sum(decision.amount_ore).label("ore"))
        .where(raises, decision.year <= year)
        .group_by(decision.grant_id)
        .subquery()
    )
    signs = case((entry.kind == EntryKind.PAYMENT, entry.amount_ore), else_=-entry.amount_ore)
    # Asked of each grant: its few rows are found by it, and those of no grant never touched.
    paid = (
        select(func.sum(signs))
        .where(entry.kind.in_((EntryKind.PAYMENT, EntryKind.CORRECTION)), entry.year <= ended)
        .where(entry.grant_id == granted.c.grant_id)
        .scalar_subquery()
    )
    return select(granted.c.grant_id).where(
        func.coalesce(granted.c.ore, 0) > func.coalesce(paid, 0)
    )


def _others(
    reader: Connection, year: BudgetYear, rows: Iterable[Sum | LedgerEntry | Commitment]
) -> tuple[BudgetYear, ...]:
    """Return the budgets of other years that the rows stand in."""
    foreign = {each.post_id for each in rows} - {post.id for post in year.posts} - {""}
    if not foreign:
        return ()
    owners = select(BUDGET_POST.c.budget_year_id).where(BUDGET_POST.c.id.in_(foreign))
    return records(reader, BudgetYear, BUDGET_YEAR.c.id.in_(owners))


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
            original.c.kind.label("original_kind"),
        )
        .join(BUDGET_POST, BUDGET_POST.c.id == entry.post_id)
        .outerjoin(BODY, BODY.c.id == entry.counterpart_id)
        .outerjoin(GRANT, GRANT.c.id == entry.grant_id)
        .outerjoin(original, original.c.id == entry.original_id)
        .where(*where)
        .order_by(entry.number, entry.id)
    ).all()
    rows = [(_ENTRY(row, {}), *row[-5:]) for row in found]
    corrections = reader.execute(
        select(*(entry[name] for name in Booked._fields)).where(
            entry.kind == EntryKind.CORRECTION,
            entry.original_id.in_(select(entry.id).where(*where)),
        )
    )
    shown = {made.id: made for made, *_ in rows}
    more = (Booked._make(row) for row in corrections if row.id not in shown)
    left = effective((*shown.values(), *more))
    return tuple(
        LedgerRow(
            entry=made,
            post=post,
            counterpart=body or made.counterpart,
            grant=grant or "",
            original_number=number,
            original_kind=original_kind,
            left_ore=left[made.id],
        )
        for made, post, body, grant, number, original_kind in rows
    )


def _entries(reader: Connection, *where: ColumnElement[bool]) -> tuple[LedgerEntry, ...]:
    """Return rows with what their corrections point to."""
    return records(reader, LedgerEntry, *where, order=(LEDGER_ENTRY.c.number,))


def moved_of(reader: Connection, grants: ScalarSelect[str] | Iterable[str]) -> Mapping[str, Moved]:
    """Return what the ledger tells of grants, by their ids; nothing is told of no rows."""
    entry = LEDGER_ENTRY.c
    ids = grants if isinstance(grants, ScalarSelect) else list(grants)
    found = reader.execute(
        select(entry.grant_id, *(entry[name] for name in Booked._fields))
        .where(entry.grant_id.in_(ids))
        .order_by(entry.number)
    )
    rows: dict[str, list[Booked]] = defaultdict(list)
    for row in found.all():
        rows[row[0]].append(Booked._make(row[1:]))
    return {grant_id: moved_by(own) for grant_id, own in rows.items()}
