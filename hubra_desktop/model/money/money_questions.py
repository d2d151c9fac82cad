"""What is asked about before money moves: unusual, and allowed when it is meant.

Nothing here refuses; the rules that do are in ``ledger_rules`` and ``grant_rules``. Each
function returns the question in the user's language, or None. A form asks them all; those
about whether something is right are told in the preview of an import too, and confirmed on
the command line.
"""

import datetime as dt

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.grants import formal_grants
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.records.money import Grant, LedgerEntry
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted

SPENDING = frozenset({EntryKind.PAYMENT, EntryKind.COST, EntryKind.RESERVATION})
"""The rows that take from what a post is planned to cost."""


def voucher_key(voucher: str) -> str:
    """Return a voucher's number as it is compared, ``a12`` of ``A 12``; "" for none."""
    return "".join(folded(voucher).split())


def same_voucher(entry: LedgerEntry, other: LedgerEntry) -> str:
    """Ask whether a row is another event than one that has its voucher."""
    parts = (kronor(other.amount_ore), other.counterpart.strip() or other.text.strip())
    return say(
        "Verifikatet {voucher} står redan på rad {number} ({what}). Är det här en annan händelse?",
        voucher=quoted(entry.voucher.strip()),
        number=other.number,
        what=", ".join(part for part in parts if part),
    )


def large_amount(ore: int, post_id: str | None, budget: BudgetTable) -> str | None:
    """Ask about an amount above the year's whole frame, else above what its post is planned for.

    Without a frame the posts' sum is meant. A post that nobody has planned for is not compared.
    """
    frame = budget.frame_ore or budget.allocated_ore
    if 0 < frame < ore:
        return say(
            "{amount} är mer än hela ramen för {year}, {frame}. Stämmer det?",
            amount=kronor(ore),
            year=budget.year,
            frame=kronor(frame),
        )
    row = next((each for each in budget.rows if each.post.id == post_id), None)
    if row is None or not 0 < row.sums.planned < ore:
        return None
    return say(
        "{amount} är mer än allt som är planerat för {post} {year}, {planned}. Stämmer det?",
        amount=kronor(ore),
        post=quoted(row.post.name),
        year=budget.year,
        planned=kronor(row.sums.planned),
    )


def transfer_below_nothing(post_id: str, budget: BudgetTable) -> str | None:
    """Ask about a transfer that leaves a post with less than nothing; the table has it booked."""
    row = next((each for each in budget.rows if each.post.id == post_id), None)
    if row is None or min(row.sums.left, row.sums.planned) >= 0:
        return None
    return say(
        "Efter omföringen saknas {amount} på {post} {year}. Ska den göras ändå?",
        amount=kronor(-min(row.sums.left, row.sums.planned)),
        post=quoted(row.post.name),
        year=budget.year,
    )


def payment_without_decision(grant: Grant) -> str | None:
    """Ask about a payment without a formal decision.

    An advisory council cannot decide (KL 6:37); the payment rests on the board's decision
    or an official's by delegation.
    """
    if formal_grants(grant):
        return None
    return say(
        "Det formella beslutet om {name} är inte antecknat. Ska det betalas ut ändå? "
        "Beslutet kan skrivas in efteråt.",
        name=_name_of(grant),
    )


def payment_before_decision(grant: Grant, paid_on: dt.date | None) -> str | None:
    """Ask about a payment before the day of the first formal decision; None without one."""
    decisions = formal_grants(grant)
    days = [each.date for each in decisions if each.date is not None]
    if paid_on is None or not days or len(days) < len(decisions) or paid_on >= min(days):
        return None
    return say(
        "{name} betalas ut {day}, men det formella beslutet är från {decided}. Stämmer det?",
        name=_name_of(grant),
        day=day_in_words(paid_on),
        decided=day_in_words(min(days)),
    )


def _name_of(grant: Grant) -> str:
    return quoted(grant.title.strip()) if grant.title.strip() else say("bidraget")
