"""The verksamhetsberättelse: the year's results against its plan.

The text is the author's; the budget's table and the indicators' table and charts come
from the same records that the screen shows.
"""

from typing import Final

from hubra_desktop.documents.indicator_table import indicator_charts, indicator_table
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.written import WrittenPaper
from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.indicators.table import indicator_rows
from hubra_desktop.model.money.figures import EXAMPLE, figures_shown
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.templates import BUDGET, CHANGES, INDICATORS
from hubra_desktop.model.reports.year import YearSheets

_CHART: Final = 0.3
"""How much of a page a chart fills, about."""


def verksamhetsberattelse_manuscript(
    report: Report, year: YearSheets, style: HouseStyle, *, draft: bool,
    text_size: float | None = None,
) -> Manuscript:  # fmt: skip
    """Compose the report."""
    shown = [each for each in year.indicators if active(each, year.year)]
    paper = WrittenPaper(
        report, year, style, draft=draft, text_size=text_size, figures=_CHART * len(shown)
    )
    keys = {section.key for section in report.sections}
    for section in report.sections:
        paper.text(section)
        if section.key == BUDGET:
            _budget(paper)
        if section.key == INDICATORS and shown:
            rows = indicator_rows(shown, until=year.year)
            paper.add(*indicator_table(paper.root, rows, paper.look, paper.measure))
        if section.key == CHANGES or (section.key == INDICATORS and CHANGES not in keys):
            paper.add(
                *indicator_charts(paper.root, shown, paper.look, paper.measure, until=year.year)
            )
    paper.signatures()
    return paper.manuscript()


def _budget(paper: WrittenPaper) -> None:
    """Add the year's posts with their sums, when anything is booked or committed."""
    budget = paper.year.budget_table
    booked = any(entry.year == paper.year.year for entry in paper.year.entries)
    if budget is None or not (booked or budget.commitments):
        return
    about = f"{budget.year}, kronor"
    if budget.has_example:
        about += f". Belopp märkta ”{EXAMPLE}” har ingen beslutat"
    paper.budget(figures_shown(budget), about)
