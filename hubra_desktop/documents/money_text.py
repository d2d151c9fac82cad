"""Words and rows that all papers about money share: missing values, examples, posts."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.figure_table import Columns, FigureGroup, FigureLine
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.figures import (
    COMMITTED,
    EXAMPLE,
    LEFT,
    NET,
    PLANNED,
    MoneyFigure,
    post_called,
)
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.records.money import BudgetPost
from hubra_desktop.model.swedish import listed

UNKNOWN: Final = "saknas"


def at_least(ore: int, *, known: bool, write: Callable[[int], str] = digits) -> str:
    """Write an amount that is known, or known at least."""
    return write(ore) if known else f"minst {write(ore)}"


def post_name(row: BudgetRow, name: str) -> list[Piece]:
    """Write a post's name, marked when its amount is an example."""
    mark = [Piece(f" ({EXAMPLE})", quiet=True)] if row.example and row.leaf else []
    return [Piece(name), *mark]


def post_line(row: BudgetRow, name: str, figures: Sequence[MoneyFigure]) -> FigureLine:
    """Write a post's row; what depends on a plan without amounts is missing."""
    sums = [_sum(figure, row.sums, stated=row.stated) for figure in figures]
    return FigureLine((post_name(row, name), *sums), depth=row.depth, strong=not row.leaf)


class PostsTable(NamedTuple):
    """Posts with some of their figures: columns, rows, and the sums of all."""

    columns: Columns
    groups: tuple[FigureGroup, ...]
    total: tuple[str, ...]


def posts_table(table: BudgetTable, figures: Sequence[MoneyFigure]) -> PostsTable:
    """Set out a year's posts with the ``figures`` of each, in their tree."""
    lines = [post_line(row, post_in_print(row.post), figures) for row in table.rows]
    return PostsTable(
        {"Post": 1.0, **{each.heading: 0.0 for each in figures}},
        (FigureGroup("", lines),),
        post_total(table, figures) if lines else (),
    )


def outcome_and_budget(
    table: BudgetTable, figures: Sequence[MoneyFigure]
) -> tuple[PostsTable, PostsTable]:
    """Part a table that is too wide: how net is made, and how left is; each adds up."""
    budget = (PLANNED, NET, COMMITTED, LEFT)
    outcome = [each for each in figures if each is NET or each not in budget]
    return posts_table(table, outcome), posts_table(table, budget)


def post_in_print(post: BudgetPost) -> str:
    """Return what a post is called, with its code."""
    return f"{post.code.strip()} {post_called(post, swedish)}".lstrip()


def post_total(table: BudgetTable, figures: Sequence[MoneyFigure]) -> tuple[str, ...]:
    """Write the sum row; nothing is planned where no post has an amount."""
    stated = any(row.stated for row in table.rows)
    return ("Summa", *(_sum(figure, table.total, stated=stated) for figure in figures))


def _sum(figure: MoneyFigure, sums: PostSums, *, stated: bool) -> str:
    return UNKNOWN if figure.planned and not stated else digits(figure.of(sums))


def sums_explained(figures: Sequence[MoneyFigure]) -> str:
    """Tell how the columns that a table shows add up."""
    shown = [each.name for each in figures]
    plus = [name for key, name in (("paid", "det som är utbetalt"), ("cost", "kostnader"))
            if key in shown]  # fmt: skip
    minus = [name for key, name in (("repaid", "det som är återbetalt"), ("income", "intäkter"))
             if key in shown]  # fmt: skip
    less = f" minus {listed(minus)}" if minus else ""
    return (
        f"Netto är {listed(plus)}{less}. Intecknat är det som är beviljat eller reserverat men "
        "inte utbetalt. Kvar är det planerade minus netto och intecknat."
    )
