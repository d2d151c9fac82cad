"""A year's budget added up row by row: what the sums of the database are held against."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from hubra_desktop.model.money.budget import BudgetTable, Counted, budget_table_of, homes_of
from hubra_desktop.model.money.commitments import closing_of, commitments
from hubra_desktop.model.money.ledger import (
    TRANSFERS,
    corrected_entry,
    counted_in,
    last_whole_year,
    sums_of,
)
from hubra_desktop.model.money.terms import Basis
from hubra_desktop.model.records.money import BudgetYear, Grant, LedgerEntry


def budget_table(
    year: BudgetYear,
    entries: Iterable[LedgerEntry],
    on: dt.date | None = None,
    *,
    basis: Basis | None = None,
    others: Iterable[BudgetYear] = (),
    grants: Iterable[Grant] = (),
    today: dt.date | None = None,
) -> BudgetTable:
    """Return the year's table on a day (None: with all that is known), on its own basis.

    ``entries`` may hold rows of any year and must hold what corrections point to;
    ``others`` are the budgets of the years that they stand in.
    """
    entries = tuple(entries)
    homes = homes_of(year, others)
    promised = commitments(year, basis or year.basis, grants, entries, on)
    counted = replace(count(year, entries, on, basis or year.basis, homes), commitments=promised)
    return budget_table_of(year, counted, basis or year.basis, homes, on, today=today)


def closed(
    year: BudgetYear, entries: Iterable[LedgerEntry], grants: Iterable[Grant], day: dt.date
) -> BudgetYear:
    """Return a year closed on a day, with what grants commit of it then."""
    made = commitments(replace(year, closed_on=None), year.basis, grants, entries, day)
    return replace(year, closed_on=day, closing=closing_of(year, made, homes_of(year)))


def count(
    year: BudgetYear,
    entries: tuple[LedgerEntry, ...],
    on: dt.date | None,
    basis: Basis,
    homes: Mapping[str, str],
) -> Counted:
    """Choose the rows that count, and add them to the posts where they are at home."""
    by_id = {entry.id: entry for entry in entries}
    known = [entry for entry in entries if on is None or by(entry, on)]
    chosen = [each for each in known if counted_in(year, basis, each, partial(by, each))]
    moved = tuple(each for each in chosen if corrected_entry(each, by_id).kind in TRANSFERS)
    rest = (each for each in chosen if corrected_entry(each, by_id).kind not in TRANSFERS)
    notes = (e for e in known if e.year_concerned == year.year and e.year != year.year)
    return Counted(
        sums=tuple(
            each._replace(post_id=homes.get(each.post_id, "")) for each in sums_of(rest, by_id)
        ),
        transfers=moved,
        notes=tuple(sorted(notes, key=lambda entry: entry.number)),
    )


def by(entry: LedgerEntry, day: dt.date) -> bool:
    """Tell whether a row counts on a day: it moved by then, or its year has ended."""
    return entry.date <= day if entry.date else entry.year <= last_whole_year(day)
