"""The columns of the list of activities."""

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.counts import count_of, participants_in_language
from hubra_desktop.model.plan.periods import period_of, when_text
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.plan.open_plan import OpenPlan
from hubra_desktop.ui.widgets.state_bar import PICTURES

STATES = list(ActivityState)
Column = ColumnOf[Activity]


def columns(plan: OpenPlan) -> tuple[Column, ...]:
    """Return the columns, which name areas by the plan that is open."""
    return (
        Column(say("Aktivitet"), lambda row: row.title),
        Column(say("Område"), lambda row: _areas(plan, row), 64, needs=520),
        Column(say("När"), when_text, 104, needs=460, sorts=_when),
        Column(say("Ansvarig"), lambda row: row.responsible, 132, needs=720),
        Column(
            say("Deltagare"), participants_in_language, 124, right=True, needs=860, sorts=_people
        ),
        Column(
            say("Läge"),
            lambda row: capitalised(word(row.state)),
            156,
            sorts=lambda row: STATES.index(row.state),
            picture=lambda row: PICTURES[row.state],
        ),
    )


def _areas(plan: OpenPlan, row: Activity) -> str:
    """Name the areas by their numbers, the main one first."""
    served = sorted(row.areas, key=lambda each: not each.main)
    areas = [plan.area(each.area_id) for each in served]
    return ", ".join(area.number or area.title for area in areas if area is not None)


def _when(row: Activity) -> tuple[int, ...]:
    period = period_of(row)
    if not period.months:
        return (2,)
    first = period.days[0] if period.days else None
    day = first.day if first and first.year == row.year else 0
    return (len(period.months) == 12, period.months[0], day, *period.months)


def _people(row: Activity) -> int:
    count = count_of(row)
    return -1 if count is None else count.number
