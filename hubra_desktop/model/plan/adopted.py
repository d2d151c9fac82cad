"""What has changed in a plan since it was adopted: told on its page and in its paper.

The adopted plan is kept as it was. Names, numbers, places, times and what is planned to
cost are compared; how it went (states, follow-up) is no change of the plan, but for an
activity that is struck.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from hubra_desktop.model.indicators.reading import active
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.plan.areas import area_name, main_area
from hubra_desktop.model.plan.periods import when_text
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.marks import strip_links
from hubra_desktop.model.reports.year import YearSheets


class PlanChange(NamedTuple):
    """One change: a sentence with its values, in the window's language or in Swedish.

    ``kind`` and ``row_id`` are the record that it is about, the plan itself for what is gone.
    """

    template: str
    values: Mapping[str, object]
    kind: str = "plan"
    row_id: str = ""

    @property
    def sentence(self) -> str:
        """Say it in the window's language."""
        return say(self.template, **self.values)

    @property
    def swedish(self) -> str:
        """Say it in Swedish, for papers."""
        return self.template.format(**self.values)


_UNTITLED: Final = "utan rubrik"


def printed_year(year: YearSheets) -> YearSheets:
    """Return what the plan's paper prints of a year: nothing else of it is kept with it."""
    shown = tuple(
        replace(each, occasions=(), links=(), notes=(), report_text="", reason="")
        for each in year.activities
        if not each.closed
    )
    return YearSheets(
        year=year.year, council=year.council, short=year.short, municipality=year.municipality,
        plan=year.plan, activities=shown, indicators=year.indicators,
        budget_table=year.budget_table,
    )  # fmt: skip


def changes_since(
    adopted: tuple[Report, YearSheets], now: tuple[Report | None, YearSheets]
) -> tuple[PlanChange, ...]:
    """Return what differs between the adopted plan and the one that stands now, in its order.

    ``now``'s budget is that of today. Without a written plan now, texts are not compared.
    """
    (was, before), (written, after) = adopted, now
    return (
        *_of_plan(before.plan, after.plan),
        *_of_activities(before, after),
        *_of_indicators(before, after),
        *_of_budget(before, after),
        *(_of_texts(was, written) if written is not None else ()),
    )


def _change(template: str, **values: object) -> PlanChange:
    return PlanChange(template, values)


def _of_plan(before: Plan | None, after: Plan | None) -> Iterator[PlanChange]:
    if before is None or after is None:
        return
    if before.goal.strip() != after.goal.strip():
        yield _change(N_("Planens mål är ändrat."))
    known = {each.id: each for each in before.areas}
    for area in after.areas:
        was = known.pop(area.id, None)
        new = _change(N_("Området ”{name}” är nytt."), name=area_name(area))
        for each in (new,) if was is None else _of_area(was, area):
            yield each._replace(kind="focus_area", row_id=area.id)
    for gone in known.values():
        yield _change(N_("Området ”{name}” är borttaget."), name=area_name(gone))


def _of_area(was: FocusArea, area: FocusArea) -> Iterator[PlanChange]:
    if was.title.strip() != area.title.strip():
        yield _change(
            N_("Området ”{old}” heter nu ”{new}”."), old=area_name(was), new=area_name(area)
        )
    elif was.number.strip() != area.number.strip():
        yield _change(
            N_("Området ”{name}” har nu nummer {new} (var {old})."), name=area.title.strip(),
            new=area.number.strip() or "–", old=was.number.strip() or "–",
        )  # fmt: skip
    if was.goal.strip() != area.goal.strip():
        yield _change(N_("Målet för området ”{name}” är ändrat."), name=area_name(area))


def _of_activities(before: YearSheets, after: YearSheets) -> Iterator[PlanChange]:
    known = {each.id: each for each in before.activities if _planned(each)}
    for activity in after.activities:
        was = known.pop(activity.id, None)
        if activity.closed or (was is None and not _planned(activity)):
            continue
        new = _change(N_("Aktiviteten ”{name}” är ny."), name=_title(activity))
        plans = (before.plan, after.plan)
        for each in (new,) if was is None else _of_activity(was, activity, plans):
            yield each._replace(kind="activity", row_id=activity.id)
    for gone in known.values():
        yield _change(N_("Aktiviteten ”{name}” är borttagen."), name=_title(gone))


def _planned(activity: Activity) -> bool:
    return activity.state is not ActivityState.STRUCK and not activity.closed


def _title(activity: Activity) -> str:
    return activity.title.strip() or _UNTITLED


def _of_activity(
    was: Activity, activity: Activity, plans: tuple[Plan | None, Plan | None]
) -> Iterator[PlanChange]:
    name = _title(activity)
    if not _planned(activity):
        yield _change(N_("Aktiviteten ”{name}” utgår."), name=name)
        return
    if _title(was) != name:
        yield _change(N_("Aktiviteten ”{old}” heter nu ”{new}”."), old=_title(was), new=name)
    places = [_area_of(each, plan) for each, plan in zip((was, activity), plans, strict=True)]
    if places[0][0] != places[1][0]:
        yield _change(
            N_("Aktiviteten ”{name}” är flyttad från ”{old}” till ”{new}”."),
            name=name, old=places[0][1], new=places[1][1],
        )  # fmt: skip
    times = [when_text(each).strip() or "utan tid" for each in (was, activity)]
    if times[0] != times[1]:
        yield _change(
            N_("Aktiviteten ”{name}”: {new} (var {old})."), name=name, old=times[0], new=times[1]
        )
    if _who(was) != _who(activity):
        yield _change(N_("Aktiviteten ”{name}” har fått andra ansvariga."), name=name)


def _area_of(activity: Activity, plan: Plan | None) -> tuple[str, str]:
    """Return the id and the name of an activity's main area."""
    found = main_area(plan, activity) if plan is not None else None
    areas = plan.areas if plan is not None else ()
    area = next((each for each in areas if each.id == found), None)
    return ("", "utan område") if area is None else (area.id, area_name(area))


def _who(activity: Activity) -> tuple[str, str]:
    return activity.responsible.strip(), activity.partners.strip()


def _of_indicators(before: YearSheets, after: YearSheets) -> Iterator[PlanChange]:
    old, new = _measured(before), _measured(after)
    for each in new.values():
        if each.id not in old:
            yield _change(N_("Måttet ”{name}” är nytt."), name=each.name.strip())
        elif old[each.id].name.strip() != each.name.strip():
            yield _change(
                N_("Måttet ”{old}” heter nu ”{new}”."),
                old=old[each.id].name.strip(), new=each.name.strip(),
            )  # fmt: skip
    for gone in (each for each in old.values() if each.id not in new):
        yield _change(N_("Måttet ”{name}” är borttaget."), name=gone.name.strip())


def _measured(year: YearSheets) -> dict[str, Indicator]:
    return {each.id: each for each in year.indicators if active(each, year.year)}


def _of_budget(before: YearSheets, after: YearSheets) -> Iterator[PlanChange]:
    """Tell what posts are planned to cost now: by transfers, or by a later budget."""
    old, new = _posts(before), _posts(after)
    for post_id, (name, ore) in new.items():
        was = old.get(post_id)
        if was is None and ore:
            yield _change(N_("Budgetposten ”{name}” är ny: {new}."), name=name, new=kronor(ore))
        elif was is not None and was[1] != ore:
            yield _change(
                N_("Budgetposten ”{name}”: {new} (var {old})."), name=name, new=kronor(ore),
                old=kronor(was[1]),
            )  # fmt: skip
    for post_id, (name, ore) in old.items():
        if post_id not in new and ore:
            yield _change(
                N_("Budgetposten ”{name}” är borttagen (var {old})."), name=name, old=kronor(ore)
            )


def _posts(year: YearSheets) -> dict[str, tuple[str, int]]:
    """Return the posts that carry money, with their names and what is planned for each."""
    rows = year.budget_table.rows if year.budget_table is not None else ()
    return {
        row.post.id: (row.post.name.strip(), row.sums.planned)
        for row in rows
        if row.post.id and row.leaf
    }


def _of_texts(was: Report, now: Report) -> Iterator[PlanChange]:
    old = {_key(each): each for each in was.sections}
    for section in now.sections:
        before = old.get(_key(section))
        heading = section.heading.strip() or _UNTITLED
        if before is None and section.text.strip():
            yield _change(N_("Avsnittet ”{name}” är nytt."), name=heading)
        elif (
            before is not None
            and strip_links(before.text).strip() != strip_links(section.text).strip()
        ):
            yield _change(N_("Texten under ”{name}” är ändrad."), name=heading)
    kept = {_key(each) for each in now.sections}
    for gone in (each for key, each in old.items() if key not in kept and each.text.strip()):
        yield _change(
            N_("Avsnittet ”{name}” är borttaget."), name=gone.heading.strip() or _UNTITLED
        )


def _key(section: ReportSection) -> str:
    return section.key or section.id
