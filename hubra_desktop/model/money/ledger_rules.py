"""Rules of the ledger and the budget, each with the sentence of its refusal.

The rules check rows as they would become, so that the same ones hold for bookings,
decisions and imports. They raise InputError and change nothing.
"""

from collections.abc import Collection, Iterable, Mapping

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import leaves_of
from hubra_desktop.model.money.expected import read_expected
from hubra_desktop.model.money.ledger import TRANSFERS, effective
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import BudgetPost, BudgetYear, LedgerEntry
from hubra_desktop.model.wording import quoted

_WITH_GRANT = frozenset(
    {EntryKind.RESERVATION, EntryKind.PAYMENT, EntryKind.REPAYMENT, EntryKind.CORRECTION}
)
_CONSUMING = frozenset({EntryKind.PAYMENT, EntryKind.COST})


def check_entry(
    entry: LedgerEntry,
    posts: Mapping[str, BudgetPost],
    original: LedgerEntry | None = None,
) -> None:
    """Refuse a row that breaks a rule by itself.

    ``posts`` are those of the budget of the row's year by their ids; ``original`` is the
    row that it points to.
    """
    if entry.amount_ore <= 0:
        raise refusal("Beloppet ska vara större än 0 kr.")
    if entry.date is not None and entry.date.year != entry.year:
        raise refusal(
            "Datumet {date} ligger inte i år {year}. Ändra datumet eller året.",
            date=entry.date,
            year=entry.year,
            field="date",
        )
    _check_post(entry, posts)
    _check_pointing(entry, original)


def _check_post(entry: LedgerEntry, posts: Mapping[str, BudgetPost]) -> None:
    if not posts:
        raise refusal(
            "Det finns ingen budget för {year}. Lägg upp den först.", year=entry.year, field="date"
        )
    post = posts.get(entry.post_id)
    if post is None:
        raise refusal(
            "Posten hör inte till budgeten för {year}. Välj en post där.",
            year=entry.year,
            field="post_id",
        )
    if any(each.parent_id == post.id for each in posts.values()):
        raise refusal(
            "{name} har underposter. Bokför på en av dem.", name=quoted(post.name), field="post_id"
        )


def _check_pointing(entry: LedgerEntry, original: LedgerEntry | None) -> None:
    if entry.grant_id is not None and entry.kind not in _WITH_GRANT:
        raise refusal("Bara reservation, utbetalning och återbetalning kan höra till ett bidrag.")
    wanted = _points_to(entry, original)
    if wanted is not None:
        raise InputError(wanted)
    if original is not None:
        _check_beside(entry, original)


def _points_to(entry: LedgerEntry, original: LedgerEntry | None) -> str | None:
    """Return the sentence that refuses the row's reference, or None."""
    kind = original.kind if original else None
    if entry.kind is EntryKind.REPAYMENT and kind is not EntryKind.PAYMENT:
        return say("En återbetalning hör alltid till en utbetalning. Välj vilken den gäller.")
    if entry.kind is EntryKind.CORRECTION and kind in (None, EntryKind.CORRECTION):
        return say(
            "En rättelse hör till raden som blev fel, och en rättelse rättas inte. "
            "Välj raden, eller bokför den på nytt."
        )
    if entry.kind is EntryKind.TRANSFER_IN and kind is not EntryKind.TRANSFER_OUT:
        return say("En omföring är två rader, en ut och en in. Den ena saknas.")
    pointing = (EntryKind.REPAYMENT, EntryKind.CORRECTION, EntryKind.TRANSFER_IN)
    uses = entry.kind in _CONSUMING and kind is EntryKind.RESERVATION
    if original is not None and entry.kind not in pointing and not uses:
        return say("Raden kan inte peka på en annan rad.")
    return None


def _check_beside(entry: LedgerEntry, original: LedgerEntry) -> None:
    """Refuse a row that does not fit the row it refers to."""
    before = entry.year < original.year or (
        entry.date is not None and original.date is not None and entry.date < original.date
    )
    if before:
        raise refusal(
            "Raden dateras före rad {number}, som den hör till. Ändra datumet.",
            number=original.number,
            field="date",
        )
    if entry.kind is EntryKind.TRANSFER_IN:
        _check_transfer(entry, original)
        return
    if entry.grant_id != original.grant_id:
        raise refusal("Raden ska höra till samma bidrag som rad {number}.", number=original.number)
    if entry.year == original.year and entry.post_id != original.post_id:
        raise refusal(
            "Raden ska stå på samma post som rad {number}, som den hör till.",
            number=original.number,
        )
    if original.kind in TRANSFERS and entry.year != original.year:
        raise refusal("En omföring rättas i sitt eget år, {year}.", year=original.year)


def _check_transfer(entry: LedgerEntry, original: LedgerEntry) -> None:
    same = (entry.year, entry.date, entry.amount_ore) == (
        original.year,
        original.date,
        original.amount_ore,
    )
    if not same or entry.post_id == original.post_id:
        raise refusal("Omföringens två rader ska ha samma dag och belopp, och var sin post.")


def check_family(rows: Collection[LedgerEntry]) -> None:
    """Refuse corrections and repayments above their rows; ``rows`` hold both ends of references.

    A row cannot be corrected below zero, a payment not be repaid above what it is, and
    the two rows of a transfer always sum to zero.
    """
    amounts = effective(rows)
    for row in rows:
        if amounts[row.id] < 0:
            raise _too_much_corrected(row)
        if row.kind is EntryKind.PAYMENT:
            _check_repaid(row, rows, amounts)
        if row.kind is EntryKind.TRANSFER_OUT:
            _check_pair(row, rows, amounts)


def _check_pair(out: LedgerEntry, rows: Iterable[LedgerEntry], amounts: Mapping[str, int]) -> None:
    ins = [r for r in rows if r.kind is EntryKind.TRANSFER_IN and r.original_id == out.id]
    if len(ins) != 1 or amounts[ins[0].id] != amounts[out.id]:
        raise refusal("Omföringens två rader ska ta ut varandra (rad {number}).", number=out.number)


def _too_much_corrected(row: LedgerEntry) -> InputError:
    return refusal(
        "Rättelsen är större än raden. Rad {number} är på {amount}.",
        number=row.number,
        amount=kronor(row.amount_ore),
    )


def _check_repaid(
    payment: LedgerEntry, rows: Iterable[LedgerEntry], amounts: Mapping[str, int]
) -> None:
    repaid = sum(
        amounts[row.id]
        for row in rows
        if row.kind is EntryKind.REPAYMENT and row.original_id == payment.id
    )
    if repaid > amounts[payment.id]:
        raise refusal(
            "Mer skulle bli återbetalt än vad som betalats ut: {repaid} av {paid} "
            "(rad {number}). Kontrollera beloppet.",
            repaid=kronor(repaid),
            paid=kronor(amounts[payment.id]),
            number=payment.number,
        )


def check_budget(budget: BudgetYear) -> None:
    """Refuse a budget whose posts are no tree or whose sums have amounts of their own."""
    ids = {post.id for post in budget.posts}
    for post in budget.posts:
        if post.parent_id is not None and post.parent_id not in ids:
            raise refusal(
                "{name} ligger under en post i en annan budget. Välj en i samma.",
                name=quoted(post.name),
            )
        read_expected(post.expected)
    _refuse_ring(budget)
    leaves = {post.id for post in leaves_of(budget)}
    for version in budget.versions:
        planned = [each.post_id for each in version.allocations]
        if len(set(planned)) < len(planned) or not ids.issuperset(planned):
            raise refusal("En budget anger varje post en gång, och bara sina egna.")
        if any(each.planned_ore and each.post_id not in leaves for each in version.allocations):
            raise refusal("Bara poster utan underposter har egna belopp; de andra är summor.")


def _refuse_ring(budget: BudgetYear) -> None:
    above = {post.id: post.parent_id for post in budget.posts}
    for post in budget.posts:
        passed: set[str] = set()
        here: str | None = post.id
        while here is not None:
            if here in passed:
                raise refusal("{name} kan inte ligga under sig själv.", name=quoted(post.name))
            passed.add(here)
            here = above.get(here)
