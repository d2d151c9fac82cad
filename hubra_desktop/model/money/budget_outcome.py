"""Outcome of the budget per post with its arithmetic, and the deviations to explain.

A surplus and a deficit both show, and so does what a repayment changed.
"""

import datetime as dt
from collections.abc import Iterator

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import MINUS, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.grant_findings import MoneyFinding
from hubra_desktop.model.money.ledger import PostSums


def arithmetic(sums: PostSums) -> str:
    """Write how a post's sums lead to what is left: ``80 000 kr planerat − … = … kvar``."""
    steps = (
        (MINUS, sums.paid, say("utbetalt")),
        (MINUS, sums.cost, say("kostnader")),
        ("+", sums.repaid, say("återbetalt")),
        ("+", sums.income, say("intäkter")),
        (MINUS, sums.reserved, say("reserverat")),
    )
    shown = "".join(f" {sign} {kronor(ore)} {name}" for sign, ore, name in steps if ore)
    start = f"{kronor(sums.planned)} {say('planerat')}"
    return f"{start}{shown} = {kronor(sums.left)} {say('kvar')}"


def outcome_text(row: BudgetRow) -> str:
    """Answer in a sentence whether a post held, with the arithmetic behind it."""
    if not row.stated:
        return say("Vad som var planerat anges inte. Netto {net}.", net=kronor(row.sums.net))
    left = row.sums.left
    if left < 0:
        answer = say("Överskreds med {amount}", amount=kronor(-left))
    elif left:
        answer = say("Hölls, {amount} kvar", amount=kronor(left))
    else:
        answer = say("Hölls på kronan")
    return f"{answer}: {arithmetic(row.sums)}.{_but_for(row.sums)}"


def _but_for(sums: PostSums) -> str:
    """Return how the post would have ended without repayments."""
    without = sums.left - sums.repaid
    if not sums.repaid or (without < 0) == (sums.left < 0):
        return ""
    return say(
        " Utan återbetalningen hade posten överskridits med {amount}.", amount=kronor(-without)
    )


def budget_findings(table: BudgetTable, today: dt.date) -> tuple[MoneyFinding, ...]:
    """Return the imbalance and the unexplained deviations of a year's budget."""
    return (*_unbalanced(table), *_unexplained(table, today))


def _unbalanced(table: BudgetTable) -> Iterator[MoneyFinding]:
    if not table.balanced and table.frame_ore is not None:
        sentence = say(
            "Posterna i budgeten {year} är tillsammans {sum}, men ramen är {frame}. "
            "Det skiljer {difference}.",
            year=table.year,
            sum=kronor(table.allocated_ore),
            frame=kronor(table.frame_ore),
            difference=kronor(abs(table.frame_ore - table.allocated_ore)),
        )
        yield MoneyFinding("budget_unbalanced", Level.WARNING, sentence)


def _unexplained(table: BudgetTable, today: dt.date) -> Iterator[MoneyFinding]:
    """Find a post that misses its budget without a word: a surplus only when the year is over."""
    over = today > dt.date(table.year, 12, 31) or table.closed_on is not None
    for row in table.rows:
        more = row.sums.left < 0
        wants = row.leaf and row.deviates and not row.example and (over or more)
        if wants and not row.post.deviation_text.strip():
            sentence = say(
                "{name} {year}: {amount} {way} än planerat. Skriv varför.",
                name=row.post.name,
                year=table.year,
                amount=kronor(abs(row.sums.left)),
                way=say("mer") if more else say("mindre"),
            )
            yield MoneyFinding("deviation_unexplained", Level.WARNING, sentence)
