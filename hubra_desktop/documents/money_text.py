"""Words and rows that all papers about money share: missing values, examples, posts."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

from hubra_desktop.documents.kit.figure_table import FigureLine
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.swedish import short_date

UNKNOWN: Final = "saknas"
NO_DAY: Final = "dag saknas"
EXAMPLE: Final = "exempel"

PostFigure = tuple[str, Callable[[PostSums], int]]
"""A column's name and its sum of a post, in öre."""
PLANNED: Final[PostFigure] = ("Planerat", lambda sums: sums.planned)
REPAID: Final[PostFigure] = ("Återbetalt", lambda sums: sums.repaid)
NET: Final[PostFigure] = ("Netto", lambda sums: sums.net)
LEFT: Final[PostFigure] = ("Kvar", lambda sums: sums.left)


def day_of(day: dt.date | None, year: int) -> str:
    """Write a day, or its year and that the day is missing."""
    return short_date(day) if day else f"{year}, {NO_DAY}"


def post_name(row: BudgetRow, name: str) -> list[Piece]:
    """Write a post's name, marked when its amount is an example."""
    mark = [Piece(f" ({EXAMPLE})", quiet=True)] if row.example and row.leaf else []
    return [Piece(name), *mark]


def post_line(row: BudgetRow, name: str, figures: Sequence[PostFigure]) -> FigureLine:
    """Write a post's row; what hangs on a plan that nobody has stated is said to be missing."""
    sums = [_sum(figure, row.sums, stated=row.stated) for figure in figures]
    return FigureLine((post_name(row, name), *sums), depth=row.depth, strong=not row.leaf)


def post_total(table: BudgetTable, figures: Sequence[PostFigure]) -> tuple[str, ...]:
    """Write the sum row; nothing is planned where no post has an amount."""
    stated = any(row.stated for row in table.rows)
    return ("Summa", *(_sum(figure, table.total, stated=stated) for figure in figures))


def _sum(figure: PostFigure, sums: PostSums, *, stated: bool) -> str:
    needs_plan = figure[0] in {PLANNED[0], LEFT[0], "Kronor"}
    return UNKNOWN if needs_plan and not stated else digits(figure[1](sums))
