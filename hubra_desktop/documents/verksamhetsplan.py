"""The verksamhetsplan: a year's goals, activities, indicators and budget."""

from typing import Final

from hubra_desktop.documents.kit.compose import data_table
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.written import WrittenPaper
from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.money.figures import PLANNED
from hubra_desktop.model.plan.areas import areas_with, outside
from hubra_desktop.model.plan.periods import when_text
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.reports.compose import OUTSIDE
from hubra_desktop.model.reports.templates import AREA, BUDGET, INDICATORS
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import swedish_word

_SHARES: Final = (0.43, 0.38, 0.19)
"""The columns of what, who and when, as shares of the measure."""
_ROW: Final = 0.04
"""How much of a page an activity's row fills, about."""


def verksamhetsplan_manuscript(
    report: Report, year: YearSheets, style: HouseStyle, *, draft: bool,
    text_size: float | None = None,
) -> Manuscript:  # fmt: skip
    """Compose the plan."""
    paper = WrittenPaper(
        report, year, style, draft=draft, text_size=text_size,
        figures=_ROW * len(year.activities),
    )  # fmt: skip
    planned = _planned(year)
    for section in report.sections:
        paper.text(section)
        if section.key in planned:
            _activities(paper, planned[section.key])
        if section.key == INDICATORS:
            _indicators(paper)
        if section.key == BUDGET:
            _budget(paper)
    paper.signatures()
    return paper.manuscript()


def _planned(year: YearSheets) -> dict[str, tuple[Activity, ...]]:
    """Return the activities by the key of the section that lists them."""
    shown = [
        each for each in year.activities
        if not each.closed and each.state is not ActivityState.STRUCK
    ]  # fmt: skip
    if year.plan is None:
        return {OUTSIDE: tuple(shown)}
    listed = {f"{AREA}{each.area.id}": each.activities for each in areas_with(year.plan, shown)}
    return {**listed, OUTSIDE: outside(year.plan, shown)}


def _activities(paper: WrittenPaper, activities: tuple[Activity, ...]) -> None:
    """Add what is to be done: what, who, when."""
    rows = [(each.title, _who(each), capitalised(when_text(each))) for each in activities]
    _table(paper, ("Vad", "Vem", "När"), rows)


def _table(
    paper: WrittenPaper, header: tuple[str, str, str], rows: list[tuple[str, str, str]]
) -> None:
    """Add a table of three columns, if there are rows."""
    if rows:
        widths = tuple(share * paper.measure for share in _SHARES)
        paper.add(data_table(paper.root, header, rows, widths, paper.look))


def _who(activity: Activity) -> str:
    """Tell who is responsible, and together with whom: a partner is nobody's title."""
    partners = " ".join(activity.partners.split())
    together = f"tillsammans med {partners}" if partners else ""
    return capitalised(" ".join(part for part in (activity.responsible.strip(), together) if part))


def _indicators(paper: WrittenPaper) -> None:
    """Add what will be measured: what, from where, and which way is good."""
    rows = [
        (each.name, each.source.strip(), capitalised(swedish_word(each.direction)))
        for each in paper.year.indicators
        if active(each, paper.year.year)
    ]
    _table(paper, ("Mått", "Källa", "Riktning"), rows)


def _budget(paper: WrittenPaper) -> None:
    """Add what every post is planned to cost, with the frame as the sum."""
    budget = paper.year.budget_table
    if budget is not None and any(row.stated for row in budget.rows):
        paper.budget([PLANNED._replace(heading="Kronor")])
