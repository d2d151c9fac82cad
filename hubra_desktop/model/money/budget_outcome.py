"""Outcome of a budget with its arithmetic, and the deviations to explain."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.money.amounts import MINUS, digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.commitments import Commitment, by_year
from hubra_desktop.model.money.figures import post_called
from hubra_desktop.model.money.grant_findings import MoneyFinding
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.wording import cut_lines, joined


def arithmetic(sums: PostSums, year: int, commitments: Iterable[Commitment] = ()) -> str:
    """Write how a year's sums lead to what is left: ``80 000 planerat − … = … kr kvar``.

    What ``commitments`` carry over from earlier years is told apart, year by year.
    """
    earlier = N_("{amount} beviljat {year}, inte utbetalt")
    steps = (
        (MINUS, sums.paid, N_("{amount} utbetalt")),
        (MINUS, sums.cost, N_("{amount} kostnader")),
        ("+", sums.repaid, N_("{amount} återbetalt")),
        ("+", sums.income, N_("{amount} intäkter")),
        (MINUS, sums.unpaid, N_("{amount} beviljat, inte utbetalt")),
        (MINUS, sums.reserved, N_("{amount} reserverat")),
    )
    shown = [f"{sign} {say(words, amount=digits(ore))}" for sign, ore, words in steps if ore]
    carried = [(decided, ore) for decided, ore in by_year(commitments) if decided < year]
    shown += [
        f"{MINUS} {say(earlier, amount=digits(ore), year=decided)}" for decided, ore in carried
    ]
    start = say("{amount} planerat", amount=digits(sums.planned))
    return " ".join([start, *shown, say("= {amount} kvar", amount=kronor(sums.left))])


def commitment_text(each: Commitment, year: int, tell: Tell = say) -> str:
    """Write what a grant commits of a year: ``45 080 beviljat − 20 000 utbetalt = … kr``.

    What was decided before the year is told apart: ``(från 2016)``.
    """
    steps = [tell("{amount} beviljat", amount=digits(each.granted))]
    if not each.known:
        steps = [tell("minst {amount} beviljat", amount=digits(each.granted))]
    if each.paid:
        steps.append(f"{MINUS} {tell('{amount} utbetalt', amount=digits(each.paid))}")
    text = f"{' '.join(steps)} = {kronor(each.ore)}" if each.paid else " ".join(steps)
    earlier = [decided for decided, _ in each.parts if decided < year]
    return f"{text} ({decided_text(each, tell)})" if earlier else text


def commitment_lines(rows: Sequence[Commitment], year: int, tell: Tell = say) -> Iterator[str]:
    """Yield what each grant commits of a year, by its title."""
    for each in rows:
        title = each.title.strip() or tell("Bidrag utan namn")
        yield f"{title}: {commitment_text(each, year, tell)}"


def post_text(row: BudgetRow, year: int) -> str:
    """Write how a post's sums lead to what is left, and the first grants that commit it."""
    lines = cut_lines(commitment_lines(row.commitments, year))
    return "\n".join([arithmetic(row.sums, year, row.commitments), *lines])


def decided_text(each: Commitment, tell: Tell = say) -> str:
    """Tell in which years what is left of a grant was decided: ``från 2016``."""
    if len(each.parts) == 1:
        return tell("från {year}", year=each.parts[0][0])
    parts = [
        tell("{amount} från {year}", amount=kronor(ore), year=year) for year, ore in each.parts
    ]
    return joined(parts, tell)


def budget_findings(table: BudgetTable, today: dt.date) -> tuple[MoneyFinding, ...]:
    """Return the imbalance and the unexplained deviations of a year's budget."""
    return (*imbalance(table), *_unexplained(table, today))


def imbalance(table: BudgetTable) -> Iterator[MoneyFinding]:
    """Find a frame that the posts do not add up to."""
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
                name=post_called(row.post),
                year=table.year,
                amount=kronor(abs(row.sums.left)),
                way=say("mer") if more else say("mindre"),
            )
            yield MoneyFinding("deviation_unexplained", Level.WARNING, sentence)
