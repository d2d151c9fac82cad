"""What is done only on purpose: asked about what a transaction wrote, after its rules.

A form asks whether it is to be done and whether it is right. A file tells what has been
done: only whether it is right is asked, in its preview. Undo and redo ask nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import ConfirmationError
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.money_questions import (
    SPENDING,
    large_amount,
    payment_before_decision,
    payment_without_decision,
    same_voucher,
    transfer_below_nothing,
    voucher_key,
)
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.money import Grant, LedgerEntry
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.reading import records, some_at_a_time
from hubra_desktop.store.tables import GRANT, LEDGER_ENTRY
from hubra_desktop.work.invariants.kinds import Asking, RowQuestion, Touched
from hubra_desktop.work.queries.entries import entries_with
from hubra_desktop.work.queries.money import budget, planned_budget

if TYPE_CHECKING:
    from hubra_desktop.store.journal import Journal

_RAISING: Final = frozenset({DecisionKind.GRANT, DecisionKind.RAISE})


def refuse_unconfirmed(
    connection: Connection, journal: "Journal", confirmed: Collection[str]
) -> None:
    """Raise ConfirmationError for the questions that nobody has said yes to."""
    open_ones = [each for each in questions(connection, journal) if each not in confirmed]
    if open_ones:
        raise ConfirmationError(open_ones)


def questions(
    connection: Connection, journal: "Journal", *, done: bool = False
) -> Mapping[str, tuple[str, ...]]:
    """Return what is to be confirmed of what was written, with the ids of the rows that ask it.

    ``done``: what is written was done already, and is told by a file.
    """
    changed = journal.net()
    asked: dict[str, tuple[str, ...]] = {}
    for each in ASKED:
        if each.act and done:
            continue
        rows = [row for row in changed if row.kind in each.kinds]
        if rows:
            for row_id, sentence in each.rule(Touched(connection, rows, replayed=False)):
                asked[sentence] = (*asked.get(sentence, ()), row_id)
    return asked


def _booked(touched: Touched) -> list[LedgerEntry]:
    """Return the rows of the ledger that were added, by their numbers."""
    ids = [each.row_id for each in touched.rows if each.before is None and each.after is not None]
    return entries_with(touched.reader, LEDGER_ENTRY.c.id, ids)


def _ask_voucher(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a voucher that a row booked earlier has; one file may part it over rows.

    A row that was taken back whole is booked anew with its voucher, as it should be.
    """
    booked = [each for each in _booked(touched) if voucher_key(each.voucher)]
    if not booked:
        return
    new = {each.id for each in booked}
    entry = LEDGER_ENTRY.c
    earlier = (
        select(entry.id, entry.year, entry.voucher)
        .where(entry.year.in_({each.year for each in booked}), entry.voucher != "")
        .order_by(entry.number)
    )
    ids: dict[tuple[int, str], list[str]] = {}
    for row_id, year, voucher in touched.reader.execute(earlier).all():
        if row_id not in new:
            ids.setdefault((year, voucher_key(voucher)), []).append(row_id)
    for row in booked:
        same = ids.get((row.year, voucher_key(row.voucher)), ())
        others = entries_with(touched.reader, entry.id, same)
        for other in _standing(touched, others)[:1]:
            yield RowQuestion(row.id, same_voucher(row, other))


def _standing(touched: Touched, rows: list[LedgerEntry]) -> list[LedgerEntry]:
    """Return those of the rows that corrections have not taken back whole."""
    taken_back = entries_with(touched.reader, LEDGER_ENTRY.c.original_id, [row.id for row in rows])
    left = effective([*rows, *taken_back])
    return [row for row in rows if left[row.id]]


def _ask_amount(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a row above its post or the frame."""
    budgets = _Budgets(touched.reader, planned_budget)
    for row in _booked(touched):
        if row.kind in SPENDING:
            asked = large_amount(row.amount_ore, row.post_id, budgets[row.year])
            yield from _asked(row.id, asked)


def _ask_transfer(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a transfer that takes a post below nothing."""
    budgets = _Budgets(touched.reader, budget)
    for row in _booked(touched):
        if row.kind is EntryKind.TRANSFER_OUT:
            yield from _asked(row.id, transfer_below_nothing(row.post_id, budgets[row.year]))


def _ask_granted(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a decision above its post or the frame."""
    raised = [(each.row_id, each.after) for each in touched.rows if each.after and _is_raised(each)]
    grants = _grants(touched, (after["grant_id"] for _, after in raised))
    budgets = _Budgets(touched.reader, planned_budget)
    for row_id, after in raised:
        grant = grants[after["grant_id"]]
        asked = large_amount(after["amount_ore"], grant.post_id, budgets[grant.year])
        yield from _asked(row_id, asked)


def _is_raised(row: Recorded) -> bool:
    """Tell whether a decision that gives money is new, or gives another amount than before."""
    before, after = row.before, row.after
    if after is None or after["kind"] not in _RAISING or not after["amount_ore"]:
        return False
    return before is None or before["amount_ore"] != after["amount_ore"]


def _ask_decided(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a payment that no formal decision stands behind."""
    for grant, row in _paid(touched):
        yield from _asked(row.id, payment_without_decision(grant))


def _ask_payment(touched: Touched) -> Iterator[RowQuestion]:
    """Ask about a payment before the day of its formal decision."""
    for grant, row in _paid(touched):
        yield from _asked(row.id, payment_before_decision(grant, row.date))


def _paid(touched: Touched) -> Iterator[tuple[Grant, LedgerEntry]]:
    """Yield the payments of grants that were added, each with its grant."""
    booked = [each for each in _booked(touched) if each.kind is EntryKind.PAYMENT]
    grants = _grants(touched, (each.grant_id for each in booked if each.grant_id))
    yield from ((grants[each.grant_id], each) for each in booked if each.grant_id is not None)


class _Budgets(dict[int, BudgetTable]):
    """The budgets of years, each read once as far as is needed."""

    def __init__(self, reader: Connection, read: Callable[[Connection, int], BudgetTable]) -> None:
        super().__init__()
        self._reader, self._read = reader, read

    def __missing__(self, year: int) -> BudgetTable:
        self[year] = self._read(self._reader, year)
        return self[year]


def _grants(touched: Touched, ids: Iterable[str]) -> dict[str, Grant]:
    return {
        each.id: each
        for some in some_at_a_time(ids)
        for each in records(touched.reader, Grant, GRANT.c.id.in_(some))
    }


def _asked(row_id: str, sentence: str | None) -> Iterator[RowQuestion]:
    if sentence is not None:
        yield RowQuestion(row_id, sentence)


ASKED: Final[tuple[Asking, ...]] = (
    Asking(frozenset({"ledger_entry"}), _ask_voucher),
    Asking(frozenset({"ledger_entry"}), _ask_amount),
    Asking(frozenset({"ledger_entry"}), _ask_transfer, act=True),
    Asking(frozenset({"ledger_entry"}), _ask_decided, act=True),
    Asking(frozenset({"ledger_entry"}), _ask_payment),
    Asking(frozenset({"grant_decision"}), _ask_granted),
)
"""All questions, in the order in which they are asked."""
