"""A plan's areas with their activities, and where the plan has gaps.

An activity serves any number of areas, one of them as its main one, and may belong to
two plans at once: the council's own and the one that the law asks for (2023:196).
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from hubra_desktop.model.findings import LEVELS, Level
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.plan.periods import last_day
from hubra_desktop.model.plan.terms import STATES_WITH_REASON, ActivityState, PlanKind
from hubra_desktop.model.records.plan import Activity, FocusArea, Plan

DEFAULT_AREAS: Final = (
    "Genomföra insatser utifrån lokal lägesbild och samverkansöverenskommelse",
    "Lokal samverkan",
    "Ren och trygg utemiljö med fokus på klotter",
    "Arbete mot organiserad brottslighet",
    "Våldsbejakande extremism",
    "Förebyggande arbete gentemot barn och ungdomar",
    "Trygghetsperspektiv i samhällsplaneringen",
    "Övrigt",
)


class AreaWith(NamedTuple):
    """An area with the activities it is the main one of, and those it shares."""

    area: FocusArea
    main: tuple[Activity, ...]
    further: tuple[Activity, ...]

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Return all that the area is served by, its own first."""
        return self.main + self.further


class GapKind(StrEnum):
    """What sort of gap it is; part of its key, so the values never change."""

    EMPTY_AREA = "empty-area"
    NO_PROBLEM = "no-problem"
    NO_AREA = "no-area"
    NO_REASON = "no-reason"
    UNFINISHED = "unfinished"
    LATE = "late"
    STILL_PLANNED = "still-planned"
    STILL_ONGOING = "still-ongoing"


_KINDS: Final = {
    GapKind.EMPTY_AREA: (
        Level.STOP, N_("Området ”{name}” har ingen aktivitet och ingen kommentar."),
    ),
    GapKind.NO_PROBLEM: (
        Level.WARNING, N_("Området ”{name}” är inte kopplat till något problem i lägesbilden."),
    ),
    GapKind.NO_AREA: (Level.TIP, N_("Aktiviteten ”{name}” hör inte till något område i planen.")),
    GapKind.NO_REASON: (
        Level.STOP,
        N_("Aktiviteten ”{name}” saknar skäl till att den inte genomfördes som planerat."),
    ),
    GapKind.UNFINISHED: (Level.WARNING, N_("Aktiviteten ”{name}” blev inte färdig.")),
    GapKind.LATE: (
        Level.WARNING, N_("Aktiviteten ”{name}” skulle ha varit genomförd men är det inte."),
    ),
    GapKind.STILL_PLANNED: (
        Level.WARNING, N_("Aktiviteten ”{name}” står kvar som planerad fast året är slut."),
    ),
    GapKind.STILL_ONGOING: (
        Level.TIP, N_("Aktiviteten ”{name}” pågår fortfarande vid årets slut."),
    ),
}  # fmt: skip
_PRINTED: Final = {
    GapKind.EMPTY_AREA: "Inga aktiviteter redovisas inom området ”{name}”.",
    GapKind.NO_REASON: "Aktiviteten ”{name}” genomfördes inte som planerat.",
    GapKind.STILL_PLANNED: "Det är inte redovisat om aktiviteten ”{name}” genomfördes.",
}
"""How a paper tells what the register is asked to mend."""
_STILL: Final = {
    ActivityState.PLANNED: GapKind.STILL_PLANNED,
    ActivityState.ONGOING: GapKind.STILL_ONGOING,
}

# Under a heading that names the area already; as the year runs, and when it is over.
_BRIEF: Final = {
    GapKind.EMPTY_AREA: (
        N_("Ingen aktivitet och ingen kommentar än."),
        N_("Ingen aktivitet och ingen kommentar."),
    ),
    GapKind.NO_PROBLEM: (
        N_("Inte kopplat till något problem i lägesbilden än."),
        N_("Inte kopplat till något problem i lägesbilden."),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that the plan does not tell; ``key`` is the same for ever.

    ``over`` tells whether the year is over: an empty area is no fault before that.
    ``name`` is the area or the activity that it concerns. A report demands an answer
    to each, or prints it as it is (``swedish``).
    """

    kind: GapKind
    name: str
    area_id: str | None = None
    activity_id: str | None = None
    over: bool = True

    @property
    def key(self) -> str:
        """Return the name that an answer is stored under."""
        return f"{self.kind}:{self.activity_id or self.area_id}"

    @property
    def level(self) -> Level:
        """Return how much it weighs."""
        if self.kind is GapKind.EMPTY_AREA and not self.over:
            return Level.TIP
        return _KINDS[self.kind][0]

    @property
    def sentence(self) -> str:
        """Say it in the window's language."""
        return say(_KINDS[self.kind][1], name=self.name)

    @property
    def brief(self) -> str:
        """Say it under a heading that names the area; the sentence when it needs its name."""
        brief = _BRIEF.get(self.kind)
        return say(brief[self.over]) if brief else self.sentence

    @property
    def swedish(self) -> str:
        """Say it in Swedish, for papers."""
        return _PRINTED.get(self.kind, _KINDS[self.kind][1]).format(name=self.name)


def default_areas(
    new_id: Callable[[], str], titles: Sequence[str] = DEFAULT_AREAS
) -> tuple[FocusArea, ...]:
    """Return the areas that a plan begins with, numbered from 1."""
    return tuple(
        FocusArea(id=new_id(), number=str(place), title=title)
        for place, title in enumerate(titles, 1)
    )


def area_name(area: FocusArea) -> str:
    """Name an area in running text: ``4. Arbete mot organiserad brottslighet``."""
    return f"{area.number.rstrip('.')}. {area.title}" if area.number else area.title


def main_area(plan: Plan, activity: Activity) -> str | None:
    """Return the id of the activity's main area in this plan.

    It is the area marked as main, or the first of the plan's own when the mark
    stands on an area of another plan.
    """
    own = {area.id for area in plan.areas}
    served = [each for each in activity.areas if each.area_id in own]
    marked = [each.area_id for each in served if each.main]
    return next(iter(marked), served[0].area_id if served else None)


def areas_with(plan: Plan, activities: Sequence[Activity]) -> tuple[AreaWith, ...]:
    """Return the plan's areas in order, each with its activities in the year's order."""
    mains = {activity.id: main_area(plan, activity) for activity in activities}
    return tuple(
        AreaWith(
            area,
            tuple(each for each in activities if mains[each.id] == area.id),
            tuple(
                each for each in activities if mains[each.id] != area.id and _serves(each, area.id)
            ),
        )
        for area in plan.areas
    )


def outside(plan: Plan, activities: Sequence[Activity]) -> tuple[Activity, ...]:
    """Return the activities that serve none of the plan's areas."""
    return tuple(each for each in activities if main_area(plan, each) is None)


def _serves(activity: Activity, area_id: str) -> bool:
    return any(each.area_id == area_id for each in activity.areas)


def area_gaps(
    plan: Plan, activities: Sequence[Activity], *, today: dt.date | None = None
) -> tuple[Gap, ...]:
    """Return the plan's gaps, the heaviest first, then area by area.

    ``today`` asks as the year runs; without it the year is over, as for its report.
    """
    found = (*_by_area(plan, activities, today), *_without_area(plan, activities, today))
    return tuple(sorted(found, key=lambda gap: LEVELS.index(gap.level)))


def _by_area(plan: Plan, activities: Sequence[Activity], today: dt.date | None) -> Iterator[Gap]:
    over = today is None or today.year > plan.year
    for area, main, further in areas_with(plan, activities):
        name = area_name(area)
        if not (main or further or area.comment.strip()):
            yield Gap(kind=GapKind.EMPTY_AREA, name=name, area_id=area.id, over=over)
        if plan.kind is PlanKind.MEASURES and not area.problem.strip():
            yield Gap(kind=GapKind.NO_PROBLEM, name=name, area_id=area.id, over=over)
        for activity in main:
            yield from _of_activity(activity, area.id, today)


def _without_area(
    plan: Plan, activities: Sequence[Activity], today: dt.date | None
) -> Iterator[Gap]:
    """Find what belongs to no area; the law's plan need not hold all that the council does."""
    if plan.kind is PlanKind.MEASURES:
        return
    for activity in outside(plan, activities):
        yield Gap(kind=GapKind.NO_AREA, name=activity.title, activity_id=activity.id)
        yield from _of_activity(activity, None, today)


def _of_activity(activity: Activity, area_id: str | None, today: dt.date | None) -> Iterator[Gap]:
    kind = _kind_of_gap(activity, today)
    if kind is not None:
        yield Gap(kind=kind, name=activity.title, area_id=area_id, activity_id=activity.id)


def _kind_of_gap(activity: Activity, today: dt.date | None) -> GapKind | None:
    state, over = activity.state, today is None or today.year > activity.year
    if state in STATES_WITH_REASON:
        if not activity.reason.strip():
            return GapKind.NO_REASON
        return None if state is ActivityState.STRUCK else GapKind.UNFINISHED
    if state not in _STILL:
        return None
    if over:
        return _STILL[state]
    return GapKind.LATE if today is not None and last_day(activity) < today else None
