"""The verksamhetsberättelse: what became of the year's plan, as the council's own reads.

Inledning, uppföljning per focus area, redovisning av budget, uppföljning och indikatorer,
analys och slutsatser, on the municipality's official paper. The text is the author's; the
budget's table and the indicators' table and charts come from the same sheets that the
screen shows.
"""

from typing import Final

from hubra_desktop.documents.indicator_table import indicator_charts, indicator_table
from hubra_desktop.documents.kit.figure_table import FigureColumn, FigureGroup, FigureLine, accounts
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
from hubra_desktop.documents.written import WrittenPaper, keys_of
from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.indicators.table import indicator_rows
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.templates import BUDGET, CHANGES, INDICATORS
from hubra_desktop.model.reports.year import YearSheets

_CHART: Final = 0.3
"""How much of a page a chart fills, about."""
_EXAMPLE: Final = "exempel"
_UNKNOWN: Final = "saknas"


def verksamhetsberattelse_manuscript(
    report: Report, year: YearSheets, style: HouseStyle, *, draft: bool,
    text_size: float | None = None,
) -> Manuscript:  # fmt: skip
    """Tell the report once, for print and for text."""
    shown = [each for each in year.indicators if active(each, year.year)]
    paper = WrittenPaper(
        report, year, style, draft=draft, text_size=text_size, figures=_CHART * len(shown)
    )
    keys = keys_of(report.sections)
    for section in report.sections:
        paper.section(section)
        if section.key == BUDGET:
            _budget(paper)
        if section.key == INDICATORS and shown:
            rows = indicator_rows(shown, until=year.year)
            paper.add(indicator_table(paper.root, rows, paper.look, paper.measure))
        if section.key == CHANGES or (section.key == INDICATORS and CHANGES not in keys):
            paper.add(
                *indicator_charts(paper.root, shown, paper.look, paper.measure, until=year.year)
            )
    paper.signatures()
    return paper.manuscript()


def _budget(paper: WrittenPaper) -> None:
    """Add the year's posts with their sums, when anything is booked on them."""
    budget = paper.year.budget_table
    booked = any(entry.year == paper.year.year for entry in paper.year.entries)
    if budget is None or not booked:
        return
    columns = [FigureColumn("Post", 1.0), *(FigureColumn(name) for name in _COLUMNS)]
    lines = [_line(row) for row in budget.rows]
    sums = budget.total
    known = any(row.stated for row in budget.rows)
    total = (
        "Summa", digits(sums.planned) if known else _UNKNOWN, digits(sums.paid + sums.cost),
        digits(sums.repaid), digits(sums.net), digits(sums.left) if known else _UNKNOWN,
    )  # fmt: skip
    paper.add(
        *accounts(
            paper.root, columns, [FigureGroup("", lines)], paper.look, paper.measure, total=total,
            caption=_caption(budget),
        )
    )  # fmt: skip


_COLUMNS: Final = ("Planerat", "Utbetalt", "Återbetalt", "Netto", "Kvar")


def _caption(budget: BudgetTable) -> str:
    words = f"Bokfört {budget.year}, kronor"
    if budget.has_example:
        words += f". Belopp märkta ”{_EXAMPLE}” har ingen beslutat"
    return words


def _line(row: BudgetRow) -> FigureLine:
    name = [Piece(row.post.name.strip() or "Övriga poster")]
    if row.example and row.leaf:
        name.append(Piece(f" ({_EXAMPLE})", quiet=True))
    sums = row.sums
    figures = (
        digits(sums.planned) if row.stated else _UNKNOWN, digits(sums.paid + sums.cost),
        digits(sums.repaid), digits(sums.net), digits(sums.left) if row.stated else _UNKNOWN,
    )  # fmt: skip
    return FigureLine((name, *figures), depth=row.depth, strong=not row.leaf)
