"""The figures of a budget: one word for each, with one meaning, on screen and in print.

Every table of posts takes its columns from here, in this order, so that each row adds up
from what is shown: *net* is what stands to its left, and *left* is planned less net less
committed. A column that is nothing everywhere may be left out: its rows add up without it.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.records.money import BudgetPost

EXAMPLE: Final = N_("exempel")
"""What marks an amount that nobody has decided."""
OF_EXAMPLES: Final = "Belopp märkta (exempel) har ingen beslutat."
"""What a Swedish table that holds some says below it."""


class MoneyFigure(NamedTuple):
    """A figure of a post: its name in ``PostSums``, what it is called, and what it means.

    ``heading`` and ``meaning`` are marked for translation. ``rare``: left out of a table
    where every row has nothing in it. ``planned``: it depends on what the budget plans,
    so that it is unknown of a post that no version of the budget tells of.
    """

    name: str
    heading: str
    meaning: str
    rare: bool = False
    planned: bool = False

    def of(self, sums: PostSums) -> int:
        """Return the figure, in öre."""
        ore: int = getattr(sums, self.name)
        return ore


PLANNED: Final = MoneyFigure("planned", N_("Planerat"), N_("Vad budgeten ger posten"), planned=True)
PAID: Final = MoneyFigure("paid", N_("Utbetalt"), N_("Utbetalda bidrag och andra utbetalningar"))
COST: Final = MoneyFigure(
    "cost", N_("Kostnader"), N_("Kostnader som bokförts på posten"), rare=True
)
REPAID: Final = MoneyFigure(
    "repaid", N_("Återbetalt"), N_("Utbetalningar som kommit tillbaka"), rare=True
)
INCOME: Final = MoneyFigure("income", N_("Intäkter"), N_("Andra pengar som kommit in"), rare=True)
NET: Final = MoneyFigure(
    "net", N_("Netto"), N_("Utbetalt och kostnader, minus återbetalt och intäkter")
)
COMMITTED: Final = MoneyFigure(
    "committed", N_("Intecknat"), N_("Beviljat eller reserverat, men inte utbetalt")
)
LEFT: Final = MoneyFigure(
    "left", N_("Kvar"), N_("Planerat, minus netto och intecknat"), planned=True
)

NOT_IN_BUDGET: Final = N_("Utanför budgetens poster")
"""What the row is called of money that the year's budget has no post for."""

UNNAMED: Final = N_("Post utan namn")

FIGURES: Final = (PLANNED, PAID, COST, REPAID, INCOME, NET, COMMITTED, LEFT)


def figures_shown(table: BudgetTable) -> tuple[MoneyFigure, ...]:
    """Return the columns of a year's budget: all but the rare ones that nothing stands in."""
    return figures_of((table.total, *(row.sums for row in table.rows)))


def figures_of(sums: Iterable[PostSums]) -> tuple[MoneyFigure, ...]:
    """Return the columns that rows of these sums need."""
    sums = tuple(sums)
    return tuple(each for each in FIGURES if not each.rare or any(map(each.of, sums)))


def post_called(post: BudgetPost, tell: Tell = say) -> str:
    """Return what a post is called in any table; where there is none, that it is outside."""
    return post.name.strip() or tell(UNNAMED if post.id else NOT_IN_BUDGET)


def post_marked(row: BudgetRow, tell: Tell = say) -> str:
    """Return what a row is called in a table, marked when its amount is an example."""
    name = post_called(row.post, tell)
    return f"{name} ({tell(EXAMPLE)})" if row.example and row.leaf else name
