"""The papers composed from a year: proposed sections, in the order of the council's own.

What is proposed is a draft. Once stored it is the author's; it is proposed anew only when
the author asks. Pure: records in, sections out.
"""

from collections.abc import Iterator, Mapping, Sequence

from hubra_desktop.model.indicators.change import change_words
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
from hubra_desktop.model.plan.areas import area_name, areas_with, outside
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState
from hubra_desktop.model.records.plan import Activity, FocusArea
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.drafts import activity_draft
from hubra_desktop.model.reports.facts import (
    ACTIVITIES,
    ATTACHMENT,
    CARRIED_OUT,
    DATE,
    DIALOGUES,
    LARGELY,
    LETTERS,
    MEETINGS,
    SHARE_CARRIED_OUT,
    UNFINISHED,
    Facts,
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

OUTSIDE = f"{AREA}-"
"""The key of the section for what belongs to no area."""
_INVITED = " Förvaltningar och olika verksamheter har bjudits in till rådets möten."
_THE_PLAN = "verksamhetsplanen"
_YEARS = "årets aktiviteter"


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
            "by_plan": self._by_plan(),
            "set_up": self._set_up(),
            "share": self._share(),
            "invited": _INVITED if self.facts[MEETINGS].value else "",
            "judged": self._judged(year.name),
            "judged_whole": self._judged(council),
            "meetings": self._meetings(),
            "attachment": self._fact(ATTACHMENT) if ATTACHMENT in self.facts else "1",
            "dated": (" daterat ", self._fact(DATE)) if DATE in self.facts else "",
            "area_count": self._fact(AREA_COUNT),
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

    def _set_up(self) -> str:
        if self.year.plan is None:
            return "Ett antal mått/indikatorer har satts upp"
        year = self.year.year
        return f"Enligt verksamhetsplanen för {year} har ett antal mått/indikatorer satts upp"

    def _share(self) -> Words:
        fact = self.facts[SHARE_CARRIED_OUT]
        whole = f"de aktiviteter som finns med i {_THE_PLAN}" if self.year.plan else _YEARS
        of = "" if fact.form == "samtliga" else "av "
        return self._fact(SHARE_CARRIED_OUT), f" {of}{whole}"

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
        return fill_template("Rådet har sammanträtt vid {times}.", times=self._times(MEETINGS))

    def _times(self, key: str) -> Words:
        """Tell how many times: ett tillfälle, två tillfällen."""
        if self.facts[key].value == 1:
            return FactText("ett", key), " tillfälle"
        return self._fact(key), " tillfällen"

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
        elif key == BUDGET:
            yield budget_draft(self.year, self.facts) if kind is ReportKind.ANNUAL_REPORT else ""
        elif key == CHANGES:
            yield "\n".join(self._indicators())
        elif key == ANALYSIS:
            yield from map(stored, self._analysis())
        elif key == ADOPTED:
            yield stored((self._adopted(),))

    def _goal(self) -> str:
        goal = self.year.plan.goal.strip() if self.year.plan else ""
        if goal.startswith("att "):
            lead = "Målen för det trygghetsskapande och brottsförebyggande arbetet är"
            return stored((f"{lead} {goal}" + ("" if goal.endswith(".") else "."),))
        return verbatim(goal)

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
            parts = [verbatim(area.problem), verbatim(area.goal)]
            return "\n\n".join(part for part in parts if part)
        parts = [self._each(main), verbatim(area.comment)]
        if not area.comment.strip():
            parts += [stored((self._shared(each),)) for each in further]
        return "\n\n".join(part for part in parts if part)

    def _each(self, activities: Sequence[Activity]) -> str:
        return "\n\n".join(activity_draft(each) for each in activities)

    def _shared(self, activity: Activity) -> str:
        """Point at an activity that is described under its main area: it is counted once."""
        plan = self.year.plan
        mains = {each.area_id for each in activity.areas if each.main}
        names = [area_name(area) for area in plan.areas if area.id in mains] if plan else []
        where = f", som beskrivs under {names[0]}," if names else ""
        return f"Även aktiviteten ”{activity.title}”{where} hör till området."

    def _done(self) -> Words:
        """Tell meetings, letters and dialogues as the council's own statement does."""
        found = [self._meetings()]
        dialogues = self.facts.get(DIALOGUES)
        events = [
            f"”{each.title}”" for each in self.year.activities
            if each.kind is ActivityKind.EVENT and each.state is ActivityState.DONE
            and not each.closed
        ]  # fmt: skip
        if events:
            text = f"Utöver detta har rådet genomfört eller deltagit i {listed(events)}."
            found.append((text,))
        if self.facts[LETTERS].value:
            found.append(fill_template(
                "Ett trygghetsbrev har skickats ut vid {times} med information om det "
                "brottsförebyggande arbetet i kommunen.", times=self._times(LETTERS),
            ))  # fmt: skip
        if dialogues and dialogues.value > 1:
            found.append(fill_template(
                "Trygghetsdialoger/vandringar har genomförts i {number} av kommunens områden.",
                number=self._fact(DIALOGUES),
            ))  # fmt: skip
        return join_words(found)

    def _indicators(self) -> Iterator[str]:
        for indicator in self.year.indicators:
            if active(indicator, self.year.year):
                shown = years_shown(indicator, self.year.year)
                yield stored_item(indicator.name, change_words(indicator, *shown, swedish))

    def _analysis(self) -> Iterator[Words]:
        if not self.facts[ACTIVITIES].value:
            return
        yield fill_template(
            "Av årets {whole} aktiviteter har {done} genomförts.",
            whole=self._fact(ACTIVITIES), done=self._fact(CARRIED_OUT),
        )  # fmt: skip
        left: list[Words] = [
            (FactText(each.title, state_key(each.id, "ofardig")),) for each in self.year.activities
            if each.state in UNFINISHED and not each.closed
        ]  # fmt: skip
        if left:
            yield fill_template("Följande blev inte färdigt: {left}.", left=list_words(left))

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
