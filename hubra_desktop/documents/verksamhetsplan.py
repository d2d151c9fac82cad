"""The verksamhetsplan: a year's goals, activities, indicators and budget."""

from collections.abc import Sequence
from typing import Final

from hubra_desktop.documents.kit.figure_table import (
    Columns,
    FigureGroup,
    FigureLine,
    filled_columns,
)
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.kit.tree import Piece
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
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import capitalised, listed, short_date
from hubra_desktop.model.words import swedish_word

_ACTIVITIES: Final[Columns] = {"Vad": 0.5, "Vem": 0.35, "När": 0.15}
_INDICATORS: Final[Columns] = {"Mått": 0.6, "Källa": 0.2, "Riktning": 0.2}
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
    _changed(paper)
    planned = _planned(year)
    alike = [_row(each) for activities in planned.values() for each in activities]
    for section in report.sections:
        paper.text(section)
        if section.key in planned:
            _activities(paper, planned[section.key], alike)
        if section.key == INDICATORS:
            _indicators(paper)
        if section.key == BUDGET:
            _budget(paper)
    paper.signatures()
    return paper.manuscript()


def _changed(paper: WrittenPaper) -> None:
    """Say what has changed since the plan was adopted, before all else."""
    plan, changes = paper.year.plan, paper.year.plan_changes
    if plan is None or plan.decided_on is None or not changes:
        return
    paper.line((Piece(f"Ändrad efter antagandet {short_date(plan.decided_on)}:", bold=True),))
    paper.rich("\n".join(f"- {verbatim(each)}" for each in changes), 2)


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


def _row(activity: Activity) -> tuple[str, str, str]:
    return activity.title, _who(activity), capitalised(when_text(activity))


def _activities(
    paper: WrittenPaper, activities: tuple[Activity, ...], alike: Sequence[tuple[str, str, str]]
) -> None:
    """Add what is to be done: what, who, when; in the same columns as all the others."""
    if activities:
        lines = [FigureLine(_row(each)) for each in activities]
        paper.table(_ACTIVITIES, [FigureGroup("", lines)], alike=alike)


def _who(activity: Activity) -> str:
    """Tell who is responsible, and together with whom: a partner is nobody's title."""
    partners = [" ".join(each.split()) for each in activity.partners.split("\n")]
    named = listed([each for each in partners if each])
    together = f"tillsammans med {named}" if named else ""
    return capitalised(" ".join(part for part in (activity.responsible.strip(), together) if part))


def _indicators(paper: WrittenPaper) -> None:
    """Add what will be measured: what, from where, and which way is good."""
    lines = [
        FigureLine((each.name, each.source.strip(), capitalised(swedish_word(each.direction))))
        for each in paper.year.indicators
        if active(each, paper.year.year)
    ]
    if lines:
        paper.table(*filled_columns(_INDICATORS, [FigureGroup("", lines)]))


def _budget(paper: WrittenPaper) -> None:
    """Add what every post is planned to cost, with the frame as the sum."""
    budget = paper.year.budget_table
    if budget is not None and any(row.stated for row in budget.rows):
        paper.budget([PLANNED._replace(heading="Kronor")])
