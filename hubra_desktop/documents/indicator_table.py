"""Indicators as blocks of any document: the table and the charts, always in Swedish.

The table holds what that of the council's annual report does: name and source, the latest
value and the one it is compared with, each with its own year; and how far they are apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, paragraph
from hubra_desktop.documents.kit.charts import DescribedChart, diagrams
from hubra_desktop.documents.kit.figure_table import (
    Columns,
    FigureGroup,
    FigureLine,
    figure_table,
)
from hubra_desktop.documents.kit.style import MM, Look
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.indicators.charts import chart_description, charts
from hubra_desktop.model.indicators.table import GroupRow, TableRow, group_rows
from hubra_desktop.model.indicators.terms import Unit
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.swedish import capitalised

CHART_HEIGHT: Final = 38 * MM
_COLUMNS: Final[Columns] = {
    "Indikator": 1.0, "Jämförs med": 0.0, "Mått senaste": 0.0, "Skillnad": 0.0,
}  # fmt: skip
_POINTS: Final = "Skillnaden mellan två andelar är i procentenheter."


def indicator_table(
    parent: Element, rows: Sequence[TableRow], look: Look, measure: float
) -> list[Block]:
    """Add the table of indicators, ``measure`` points wide: a row for each of their groups.

    ``rows`` are those of ``indicator_rows``, at least one.
    """
    groups = [FigureGroup(_name(row), [_line(row, each) for each in group_rows(row)], ruled=False)
              for row in rows]  # fmt: skip
    blocks = figure_table(parent, _COLUMNS, groups, look, measure)
    if any(_in_points(row) for row in rows):
        style = replace(look.small, after=look.body)
        blocks[-1].tail = True
        blocks.append(paragraph(parent.add("P"), _POINTS, style))
    return blocks


def _name(row: TableRow) -> tuple[Piece, ...]:
    name = Piece(row.name or "Mått utan namn", bold=True)
    return (name, Piece(f" {row.source}", quiet=True)) if row.source else (name,)


def _line(row: TableRow, group: GroupRow) -> FigureLine:
    cells = (
        (Piece(capitalised(group.group)),), _valued(group.compared, row.compared.year),
        _valued(group.latest, row.latest.year), (Piece(group.difference),),
    )  # fmt: skip
    return FigureLine(cells, depth=1)


def _valued(value: str, year: int | None) -> tuple[Piece, ...]:
    return (Piece(value),) if year is None else (Piece(value), Piece(f" ({year})", quiet=True))


def _in_points(row: TableRow) -> bool:
    """Say whether a difference of the row is one of shares."""
    indicator = row.indicator
    shares = indicator.shares or indicator.unit is Unit.PERCENT
    return shares and row.latest.year is not None and row.compared.year is not None


def indicator_charts(
    parent: Element,
    indicators: Iterable[Indicator],
    look: Look,
    measure: float,
    *,
    until: int | None = None,
) -> list[Block]:
    """Add a chart for each indicator that has a value, of years up to ``until``."""
    shown = [
        DescribedChart(chart, chart_description(indicator, chart))
        for indicator in indicators
        for chart in charts(indicator, until)
    ]
    return diagrams(parent, shown, look, measure, CHART_HEIGHT)
