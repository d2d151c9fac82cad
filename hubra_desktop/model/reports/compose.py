"""The papers composed from a year: proposed sections, in the order of the council's own.

What is proposed is a draft. Once stored it is the author's; it is proposed anew only when
the author asks. Pure: records in, sections out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hubra_desktop.model.indicators.change import asks_for_caution, change_words
from hubra_desktop.model.indicators.reading import active, years_shown
from hubra_desktop.model.language import say, swedish
from hubra_desktop.model.narrative import (
    FactText,
    Value,
    Words,
    fill_template,
    join_words,
    list_words,
    plain_words,
    stored,
    stored_item,
)
from hubra_desktop.model.plan.areas import area_name, areas_with, main_area, outside
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState
from hubra_desktop.model.records.plan import Activity, FocusArea
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.counts_draft import (
    analysis_draft,
    count_words,
    counts_draft,
    letters_words,
    occasions_words,
    times,
)
from hubra_desktop.model.reports.drafts import activity_draft
from hubra_desktop.model.reports.facts import (
    ACTIVITIES,
    ATTACHMENT,
    CARRIED_OUT,
    DATE,
    DIALOGUE_PLACES,
    LARGELY,
    MEETINGS,
    SHARE_CARRIED_OUT,
    Facts,
    area_key,
    facts,
    state_key,
)
from hubra_desktop.model.reports.facts import AREAS as AREA_COUNT
from hubra_desktop.model.reports.money_draft import budget_draft
from hubra_desktop.model.reports.templates import (
    ADOPTED,
    ANALYSIS,
    AREA,
    AREAS,
    BUDGET,
    CHANGES,
    DESCRIPTION,
    INTRO,
    NOTHING_DONE,
    PLAN_STATEMENT,
    TEMPLATES,
    ReportTemplate,
)
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.structured import verbatim
from hubra_desktop.model.swedish import capitalised, date_in_text, listed
from hubra_desktop.model.words import swedish_word

_GOALS = re.compile(r"(?:^|[,;] |samt |och )att ")
"""Where each of a plan's goals begins."""
OUTSIDE = f"{AREA}-"
"""The key of the section for what belongs to no area."""
_INVITED = " Förvaltningar och olika verksamheter har bjudits in till rådets möten."
_THE_PLAN = "verksamhetsplanen"
_PLANNED = "de aktiviteter som finns med i planen"
_YEARS = "årets aktiviteter"
_CAUTION = "Små skillnader mellan åren bör tolkas med försiktighet."


def proposed(
    report: Report, year: YearSheets, template: ReportTemplate | None = None,
    known: Facts | None = None,
) -> tuple[ReportSection, ...]:  # fmt: skip
    """Return the sections that ``report`` would begin with today, without ids.

    ``known`` are the facts of the year, where they are at hand.
    """
    return tuple(_Composer(report, year, template or TEMPLATES[report.kind], known).sections())


def proposed_title(report: Report, year: YearSheets) -> str:
    """Return the title that a paper is given when it is made."""
    return _Composer(report, year, TEMPLATES[report.kind]).title()


class _Composer:
    """Composes one paper; used once."""

    def __init__(
        self, report: Report, year: YearSheets, template: ReportTemplate,
        known: Facts | None = None,
    ) -> None:  # fmt: skip
        self.report, self.year, self.template = report, year, template
        self.facts: Facts = facts(year, report) if known is None else known
        attached = year.attached_to(report)
        self.about = attached[0].kind if attached else ReportKind.ANNUAL_REPORT
        self.words = self._words()

    def title(self) -> str:
        return plain_words(fill_template(self.template.title, **self.words))

    def sections(self) -> Iterator[ReportSection]:
        for part in self.template.sections:
            text = self._text(part.key)
            yield ReportSection(key=part.key, heading=part.heading, level=2, text=text)
            if part.key == AREAS:
                yield from self._areas()

    def _words(self) -> Mapping[str, Value]:
        year = self.year
        council = year.council or "Rådet"
        return {
            "council": council,
            "council_with_short": f"{council} ({year.short})" if year.short else council,
            "name": year.name,
            "year": str(year.year),
            "administration": self.report.administration or "Förvaltningen",
            "paper": swedish_word(self.about),
            "the_paper": swedish_word(self.about).lower(),
            "by_plan": self._by_plan(),
            "set_up": self._set_up(),
            "followed_up": self._followed_up(),
            "carried_out": self._carried_out(),
            "invited": _INVITED if self.facts[MEETINGS].value else "",
            "judged": self._judged(year.name),
            "judged_whole": self._judged(council),
            "meetings": self._meetings(),
            "attachment": self._fact(ATTACHMENT) if ATTACHMENT in self.facts else "1",
            "dated": (" daterat ", self._fact(DATE)) if DATE in self.facts else "",
            "within": self._within(),
            "told_by_area": self._told_by_area(),
            "nothing_planned": self._nothing_planned(),
        }

    def _fact(self, key: str) -> FactText:
        return FactText(self.facts[key].form, key)

    def _is_adopted(self) -> bool:
        """Tell whether somebody has written when, or at which meeting, the plan was adopted."""
        plan = self.year.plan
        return plan is not None and (plan.decided_on is not None or plan.meeting_id is not None)

    def _by_plan(self) -> str:
        if self.year.plan is None:
            return ""
        return f", enligt {'fastställd verksamhetsplan' if self._is_adopted() else _THE_PLAN},"

    def _measures(self) -> bool:
        return any(active(each, self.year.year) for each in self.year.indicators)

    def _followed_up(self) -> str:
        if not self._measures():
            return f"Inga mått redovisas för {self.year.year}."
        return "Resultatet av insatserna följs upp med nedanstående mått."

    def _set_up(self) -> str:
        year = self.year.year
        if not self._measures():
            return f"Inga mått redovisas för {year}."
        measured = (
            "ett antal mått/indikatorer satts upp för att mäta resultatet av de olika insatserna"
        )
        if self.year.plan is None:
            return f"För {year} har {measured}."
        return f"Enligt verksamhetsplanen för {year} har {measured}."

    def _carried_out(self) -> Words:
        """Tell how large a part of the activities was carried out, also when none was."""
        fact = self.facts[SHARE_CARRIED_OUT]
        whole = _PLANNED if self.year.plan else _YEARS
        if not fact.value:
            never = FactText("inte", SHARE_CARRIED_OUT)
            return fill_template(
                "{never} genomfört någon av {whole}. Dessa beskrivs", never=never, whole=whole
            )
        of = "" if fact.form == "samtliga" else "av "
        return fill_template(
            "genomfört {share} {whole} och dessa beskrivs",
            share=self._fact(SHARE_CARRIED_OUT), whole=f"{of}{whole}",
        )  # fmt: skip

    def _within(self) -> Words:
        """Tell how many areas the plan has: inom ett fokusområde, inom åtta fokusområden."""
        if not self.facts[AREA_COUNT].value:
            return ()
        areas = count_words(self.facts, AREA_COUNT, "ett", "fokusområde", "fokusområden")
        return " inom ", *areas

    def _nothing_planned(self) -> Words:
        """Tell the areas of a plan without activities."""
        if not self.facts[AREA_COUNT].value:
            return (f"Inga aktiviteter är planerade för {self.year.year}.",)
        year, name = str(self.year.year), self.year.name
        template = "Under {year} arbetar {name}{within}."
        return fill_template(template, year=year, name=name, within=self._within())

    def _told_by_area(self) -> Words:
        """Tell what the plan holds."""
        year, name = str(self.year.year), self.year.name
        count = self.facts[AREA_COUNT].value
        if not count:
            return (f"Nedan anges vad {name} ska göra under {year}, av vem och när.",)
        each = "området" if count == 1 else "varje område"
        areas = self.year.plan.areas if self.year.plan else ()
        goals = "mål och " if all(area.goal.strip() for area in areas) else ""
        return fill_template(
            "Under {year} arbetar {name}{within}. För {each} anges {goals}vad som ska göras, "
            "av vem och när.", year=year, name=name, within=self._within(), each=each, goals=goals,
        )  # fmt: skip

    def _judged(self, council: str) -> Words:
        """Judge the work as the source does only where the records bear it.

        More than half of a plan's activities must be carried out; else it is the author's
        to judge.
        """
        done, whole = self.facts[CARRIED_OUT].value, self.facts[ACTIVITIES].value
        if self.year.plan is None or 2 * done <= whole:
            return ()
        adopted = f"den verksamhetsplan som beslutats av {council}"
        plan = adopted if self._is_adopted() else _THE_PLAN
        largely = FactText(LARGELY, SHARE_CARRIED_OUT)
        return fill_template(
            "bedömer att arbetet {largely} skett enligt {plan} och ", largely=largely, plan=plan
        )

    def _meetings(self) -> Words:
        if not self.facts[MEETINGS].value:
            never = FactText("inte", MEETINGS)
            return fill_template("Rådet har {never} sammanträtt under året.", never=never)
        held = times(self.facts, MEETINGS)
        return fill_template("Rådet har sammanträtt vid {times}.", times=held)

    def _text(self, key: str) -> str:
        standing = self.template.text(key)
        if not self.year.activities:
            standing = NOTHING_DONE[self.report.kind].get(key, standing)
        if self.report.kind is ReportKind.STATEMENT and self.about is ReportKind.ACTIVITY_PLAN:
            standing = PLAN_STATEMENT.get(key, standing)
        parts = [stored(fill_template(standing, **self.words)), *self._more(key)]
        return "\n\n".join(part for part in parts if part)

    def _more(self, key: str) -> Iterator[str]:
        """Yield what the year adds to a section's standing sentences."""
        kind = self.report.kind
        if key == INTRO:
            yield self._goal()
        elif key == DESCRIPTION and self.about is ReportKind.ANNUAL_REPORT:
            yield stored(self._done())
        elif key == AREAS and kind is ReportKind.ANNUAL_REPORT:
            yield stored(counts_draft(self.year, self.facts))
        elif key == BUDGET:
            yield self._budget()
        elif key == CHANGES:
            yield from self._indicators()
        elif key == ANALYSIS:
            yield from map(stored, analysis_draft(self.year, self.facts))
        elif key == ADOPTED:
            yield stored((self._adopted(),))

    def _budget(self) -> str:
        if self.year.budget_table is None and not self.year.grants:
            return f"Ingen budget redovisas för {self.year.year}."
        if self.report.kind is not ReportKind.ANNUAL_REPORT:
            return ""
        return budget_draft(self.year, self.facts)

    def _goal(self) -> str:
        goal = self.year.plan.goal if self.year.plan else ""
        return _goal_text(goal, " för det trygghetsskapande och brottsförebyggande arbetet")

    def _areas(self) -> Iterator[ReportSection]:
        plan = self.year.plan
        shown = [each for each in self.year.activities if not each.closed]
        if plan is None:
            if shown:
                yield self._area(OUTSIDE, "Aktiviteter", self._each(shown))
            return
        for area, main, further in areas_with(plan, shown):
            text = self._area_text(area, main, further)
            yield self._area(f"{AREA}{area.id}", area_name(area), text)
        without = outside(plan, shown)
        if without and self.report.kind is ReportKind.ANNUAL_REPORT:
            yield self._area(OUTSIDE, "Aktiviteter utanför planens områden", self._each(without))

    def _area(self, key: str, heading: str, text: str) -> ReportSection:
        return ReportSection(key=key, heading=heading, level=3, text=text)

    def _area_text(
        self, area: FocusArea, main: tuple[Activity, ...],
        further: tuple[Activity, ...],
    ) -> str:  # fmt: skip
        if self.report.kind is ReportKind.ACTIVITY_PLAN:
            parts = [verbatim(area.problem), _goal_text(area.goal)]
            return "\n\n".join(part for part in parts if part)
        parts = [self._each(main), verbatim(area.comment)]
        if not area.comment.strip():
            parts += [stored(each) for each in self._shared(further)]
        return "\n\n".join(part for part in parts if part)

    def _each(self, activities: Sequence[Activity]) -> str:
        return "\n\n".join(activity_draft(each, self.facts) for each in activities)

    def _shared(self, activities: Iterable[Activity]) -> Iterator[Words]:
        """Point at activities that are described under their main area: each counts once."""
        plan = self.year.plan
        areas = {area.id: area_name(area) for area in plan.areas} if plan else {}
        by_area: dict[str, list[Words]] = {}
        for each in activities:
            main = main_area(plan, each) if plan else None
            by_area.setdefault(main or "", []).append(_titled(each))
        for area, titles in by_area.items():
            what = "aktiviteterna" if len(titles) > 1 else "aktiviteten"
            named = FactText(areas[area], area_key(area)) if area in areas else ""
            where: Words = (", som beskrivs under ", named, ",") if named else ()
            yield (f"Även {what} ", *list_words(titles), *where, " hör till området.")

    def _done(self) -> Words:
        """Tell meetings, letters and dialogues as the council's own statement does."""
        found = [self._meetings()]
        events = [
            f"”{each.title}”" for each in self.year.activities
            if each.kind is ActivityKind.EVENT and each.state is ActivityState.DONE
            and not each.closed
        ]  # fmt: skip
        if events:
            beside = "Utöver detta har rådet" if self.facts[MEETINGS].value else "Rådet har"
            found.append((f"{beside} genomfört eller deltagit i {listed(events)}.",))
        about = " med information om det brottsförebyggande arbetet i kommunen"
        found.append(letters_words(self.facts, about))
        places = self.facts.get(DIALOGUE_PLACES)
        if places and places.value > 1:
            found.append(fill_template(
                "Trygghetsdialoger har genomförts i {number} av kommunens områden.",
                number=self._fact(DIALOGUE_PLACES),
            ))  # fmt: skip
        else:
            found.append(occasions_words(self.facts))
        return join_words(found)

    def _indicators(self) -> Iterator[str]:
        """Tell each indicator's change; the caution that many ask for is said once for all."""
        year = self.year.year
        shown = [(each, years_shown(each, year)) for each in self.year.indicators
                 if active(each, year)]  # fmt: skip
        once = sum(asks_for_caution(each, *years) for each, years in shown) > 1
        yield "\n".join(
            stored_item(each.name, change_words(each, *years, swedish, cautious=not once))
            for each, years in shown
        )
        if once:
            yield _CAUTION

    def _adopted(self) -> str:
        plan = self.year.plan
        if plan is None or plan.decided_on is None:
            return "Verksamhetsplanen är ännu inte fastställd."
        body = self.year.council or "rådet"
        return f"Verksamhetsplanen fastställdes av {body} {date_in_text(plan.decided_on)}."


def section_name(section: ReportSection) -> str:
    """Return what a section is called in a sentence: its heading, else what it tells."""
    changes = say("Måttens förändring")
    return section.heading.strip() or (
        changes if section.key == CHANGES else capitalised(section.key)
    )


def _titled(activity: Activity) -> Words:
    """Name an activity in a text, so that another title or its removal is found there."""
    return ("”", FactText(activity.title, state_key(activity.id, "namn")), "”")


def _goal_text(goal: str, of: str = "") -> str:
    """Return a goal as a sentence where it is written as *att …*, else as it was written."""
    goal = goal.strip()
    if not goal.startswith("att "):
        return verbatim(goal)
    lead = "Målen" if len(_GOALS.findall(goal)) > 1 else "Målet"
    return stored((f"{lead}{of} är {goal}" + ("" if goal.endswith(".") else "."),))
