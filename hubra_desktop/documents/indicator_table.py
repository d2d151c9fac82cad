"""Indicators as blocks of any document: the table and the charts, always in Swedish.

The table is that of the council's annual report: name and source, then the latest value
and the one it is compared with, each with its own year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.compose import column_headings_row, diagram
from hubra_desktop.documents.kit.style import MM, QUIET, Look
from hubra_desktop.documents.kit.table import CellRow, Table, TableCell
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.model.indicators.charts import chart_description, charts
from hubra_desktop.model.indicators.table import TableRow, YearValues, column_headings
from hubra_desktop.model.records.indicators import Indicator

CHART_HEIGHT = 52 * MM
_SHARES = (0.54, 0.23, 0.23)


def indicator_table(parent: Element, rows: Sequence[TableRow], look: Look, measure: float) -> Table:
    """Add the table *Mått senaste / Jämförs med*, ``measure`` points wide.

    ``rows`` are those of ``indicator_rows``, at least one.
    """
    element = parent.add("Table")
    head = element.add("THead").add("TR")
    made = [column_headings_row(head, column_headings(), look)]
    body = element.add("TBody")
    made += [_row(body.add("TR"), row, look) for row in rows]
    widths = tuple(share * measure for share in _SHARES)
    return Table(
        made, widths, header=1, padding=0.45 * look.body, gutter=look.body,
        before=0.5 * look.body, after=look.body,
    )  # fmt: skip


def _row(line: Element, row: TableRow, look: Look) -> CellRow:
    return CellRow([_name(line, row, look), *(_value(line, each, look) for each in row[3:])])


def _name(line: Element, row: TableRow, look: Look) -> TableCell:
    cell = line.cell("TH", scope="Row")
    blocks: list[Block] = [paragraph(cell.add("P"), row.name or "Mått utan namn", look.cell)]
    if row.source:
        style = replace(look.small, colour=QUIET)
        blocks.append(paragraph(cell.add("P"), row.source, style))
    return TableCell(Stack(blocks))


def _value(line: Element, shown: YearValues, look: Look) -> TableCell:
    """Set a line for each group and the year below them."""
    cell = line.cell("TD")
    plain = replace(look.cell, hyphens=False)
    style = plain if shown.known else replace(plain, colour=QUIET)
    blocks: list[Block] = [paragraph(cell.add("P"), text, style) for text in shown.lines]
    if shown.year is not None:
        year = (Piece(str(shown.year), bold=True),)
        blocks.append(paragraph(cell.add("P"), year, plain))
    return TableCell(Stack(blocks))


def indicator_charts(
    parent: Element,
    indicators: Iterable[Indicator],
    look: Look,
    measure: float,
    *,
    until: int | None = None,
) -> list[Block]:
    """Add a chart for each indicator that has a value, of years up to ``until``."""
    blocks: list[Block] = []
    for indicator in indicators:
        for chart in charts(indicator, until):
            alt = chart_description(indicator, chart)
            blocks.append(diagram(parent, chart, look, measure, CHART_HEIGHT, alt))
    return blocks
