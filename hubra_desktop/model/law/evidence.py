"""How each section of the law is followed, by what the register holds on a day.

Nothing is taken for granted: what no record shows is said to be unknown until somebody has
written it. The council is not taken to be the law's strategic council because of its name.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.law.sections import LawSection, sections_on
from hubra_desktop.model.plan.periods import moved_months
from hubra_desktop.model.plan.plan_findings import LAW_MONTHS
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.records.plan import Agreement, Plan
from hubra_desktop.model.records.reports import Report
from hubra_desktop.model.records.rulebook import LawNote
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.words import Term


class LawState(Term):
    """How a section is followed."""

    IN_PLACE = "in_place", N_("på plats")
    LOOK = "look", N_("bör ses över")
    LATE = "late", N_("försenat")
    MISSING = "missing", N_("saknas")
    UNKNOWN = "unknown", N_("framgår inte av registret")


@dataclass(frozen=True, kw_only=True)
class LawFacts:
    """What is held against the law: ``day`` is when, ``measures`` the plans that the law asks for.

    ``meetings`` are the days of the council's held meetings the year before. ``told`` are the
    annual reports that have been delivered to somebody.
    """

    day: dt.date
    council: str = ""
    council_id: str = ""
    measures: tuple[Plan, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    meetings: tuple[dt.date, ...] = ()
    told: tuple[Report, ...] = ()
    notes: Mapping[str, LawNote] = field(default_factory=dict)


class LawEvidence(NamedTuple):
    """A record that shows how a section is followed, in words, and where it stands."""

    sentence: str
    kind: str
    id: str


class LawAnswer(NamedTuple):
    """A section's answer: how it stands, since when, by what, and what is missing."""

    section: LawSection
    state: LawState
    since: dt.date | None = None
    evidence: tuple[LawEvidence, ...] = ()
    lacking: str = ""
    note: LawNote | None = None


def answers(facts: LawFacts, tell: Tell = say) -> tuple[LawAnswer, ...]:
    """Return the answer to each section that holds on the day."""
    told = _Told(facts, tell)
    return tuple(_noted(told.answer(each), facts.notes) for each in sections_on(facts.day))


def _noted(answer: LawAnswer, notes: Mapping[str, LawNote]) -> LawAnswer:
    """Add what somebody has written; where nothing else shows it, the note answers."""
    note = notes.get(answer.section.number)
    if note is None or not note.text.strip():
        return answer
    answer = answer._replace(note=note, since=answer.since or note.since)
    if answer.section.by_note:
        return answer._replace(state=LawState.IN_PLACE, lacking="")
    return answer


class _Told:
    """Answers the sections one by one; used once."""

    def __init__(self, facts: LawFacts, tell: Tell) -> None:
        self._facts, self.tell = facts, tell
        self._plans = sorted(facts.measures, key=lambda each: (each.year, each.version))
        self._longest = moved_months(facts.day, -LAW_MONTHS)

    def answer(self, section: LawSection) -> LawAnswer:
        """Return a section's answer, without what has been noted of it."""
        answered = _ANSWERS.get(section.number)
        if answered is not None:
            return answered(self, section)
        lacking = self.tell("Inget i registret visar det. Anteckna hur ni gör, och sedan när.")
        return LawAnswer(section, LawState.UNKNOWN, lacking=lacking)

    def _day(self, day: dt.date) -> str:
        return day_in_words(day) if self.tell is say else date_in_text(day)

    def _known(self, day: dt.date | None) -> bool:
        return day is not None and day <= self._facts.day

    def situation(self, section: LawSection) -> LawAnswer:
        """4 §: a lägesbild with a day."""
        dated = [each for each in self._plans if self._known(each.situation_date)]
        if dated:
            latest = max(dated, key=lambda each: each.situation_date or dt.date.min)
            assert latest.situation_date is not None
            sentence = self.tell(
                "Lägesbilden är daterad {day}.", day=self._day(latest.situation_date)
            )
            found = LawEvidence(sentence, "plan", latest.id)
            return LawAnswer(section, LawState.IN_PLACE, latest.situation_date, (found,))
        written = [each for each in self._plans if each.situation.strip()]
        if written:
            lacking = self.tell("Lägesbilden har inget datum. Skriv när den senast uppdaterades.")
            found = LawEvidence(self.tell("En lägesbild är skriven."), "plan", written[-1].id)
            return LawAnswer(section, LawState.LOOK, None, (found,), lacking)
        lacking = self.tell("Det finns ingen lägesbild i åtgärdsplanen.")
        return LawAnswer(section, LawState.MISSING, lacking=lacking)

    def measures(self, section: LawSection) -> LawAnswer:
        """5 §: a decided plan of measures."""
        decided = [each for each in self._plans if self._known(each.decided_on)]
        if decided:
            first = min(each.decided_on for each in decided if each.decided_on)
            found = tuple(self._decided(each) for each in decided[-2:])
            return LawAnswer(section, LawState.IN_PLACE, first, found)
        if self._plans:
            sentence = self.tell("En åtgärdsplan för {year} finns.", year=self._plans[-1].year)
            found = (LawEvidence(sentence, "plan", self._plans[-1].id),)
            lacking = self.tell("Åtgärdsplanen är inte beslutad. Skriv vilken dag den beslutades.")
            return LawAnswer(section, LawState.LOOK, None, found, lacking)
        return LawAnswer(
            section, LawState.MISSING, lacking=self.tell("Det finns ingen åtgärdsplan.")
        )

    def _decided(self, plan: Plan) -> LawEvidence:
        assert plan.decided_on is not None
        sentence = self.tell(
            "Åtgärdsplanen för {year} beslutades {day}.",
            year=plan.year,
            day=self._day(plan.decided_on),
        )
        return LawEvidence(sentence, "plan", plan.id)

    def every_second_year(self, section: LawSection) -> LawAnswer:
        """6 §: both no older than two years."""
        situations = ((each.situation_date, each) for each in self._plans)
        looked = ((day, p) for p in self._plans for day in (p.followed_up, p.decided_on))
        found, lacking = [], []
        state = LawState.IN_PLACE
        for days, words in ((situations, _UPDATED), (looked, _FOLLOWED_UP)):
            known = [(day, plan) for day, plan in days if day is not None and self._known(day)]
            if not known:
                lacking.append(self.tell(words.never))
                state = LawState.MISSING
                continue
            day, plan = max(known, key=lambda each: each[0])
            found.append(LawEvidence(self.tell(words.done, day=self._day(day)), "plan", plan.id))
            if day < self._longest:
                last = self._day(moved_months(day, LAW_MONTHS))
                lacking.append(self.tell(words.late, day=last))
                state = LawState.LATE if state is LawState.IN_PLACE else state
        return LawAnswer(section, state, None, tuple(found), " ".join(lacking))

    def agreements(self, section: LawSection) -> LawAnswer:
        """9 §: agreements on cooperation that hold, with what they are for."""
        held = [each for each in self._facts.agreements if self._holds(each)]
        if not held:
            lacking = self.tell("Ingen samverkansöverenskommelse gäller.")
            return LawAnswer(section, LawState.MISSING, lacking=lacking)
        found = tuple(self._agreed(each) for each in held)
        begun = min((each.valid_from for each in held if each.valid_from), default=None)
        bare = [each.title for each in held if not each.purpose.strip()]
        if bare:
            lacking = self.tell(
                "Syfte och områden är inte skrivna för: {titles}.", titles=", ".join(bare)
            )
            return LawAnswer(section, LawState.LOOK, begun, found, lacking)
        return LawAnswer(section, LawState.IN_PLACE, begun, found)

    def _holds(self, each: Agreement) -> bool:
        begun = each.valid_from is None or each.valid_from <= self._facts.day
        left = each.valid_to is None or each.valid_to >= self._facts.day
        return each.kind is AgreementKind.COOPERATION and begun and left

    def _agreed(self, each: Agreement) -> LawEvidence:
        parties = ", ".join(party.name for party in each.parties)
        sentence = f"{each.title} ({parties})" if parties else each.title
        return LawEvidence(sentence, "agreement", each.id)

    def council(self, section: LawSection) -> LawAnswer:
        """10 §: a council that meets; whether it is the strategic one is for somebody to say."""
        days = self._facts.meetings
        if not days:
            lacking = self.tell("Rådet har inte hållit något sammanträde det senaste året.")
            return LawAnswer(section, LawState.MISSING, lacking=lacking)
        sentence = self.tell(
            "{council}: {n} hållna sammanträden det senaste året.",
            council=self._facts.council,
            n=len(days),
        )
        found = (LawEvidence(sentence, "body", self._facts.council_id),)
        lacking = self.tell("Anteckna om rådet är kommunens strategiska råd, och sedan när.")
        return LawAnswer(section, LawState.LOOK, None, found, lacking)

    def reported(self, section: LawSection) -> LawAnswer:
        """13 §: an annual report that has been handed on, no longer ago than two years."""
        told = [each for each in self._facts.told if self._known(each.date)]
        told.sort(key=lambda each: each.date or dt.date.min)
        if not told:
            lacking = self.tell("Ingen verksamhetsberättelse är lämnad vidare.")
            return LawAnswer(section, LawState.LOOK, lacking=lacking)
        latest = told[-1]
        assert latest.date is not None
        sentence = self.tell(
            "Verksamhetsberättelsen för {year} ({day}) delges: {whom}.",
            year=latest.year,
            day=self._day(latest.date),
            whom=", ".join(line for line in latest.delivered_to.splitlines() if line.strip()),
        )
        found = (LawEvidence(sentence, "report", latest.id),)
        if latest.date < self._longest:
            lacking = self.tell("Det är mer än två år sedan. Lagen säger löpande.")
            return LawAnswer(section, LawState.LOOK, latest.date, found, lacking)
        return LawAnswer(section, LawState.IN_PLACE, latest.date, found)


class _TwoYears(NamedTuple):
    """What is said of a duty of every second year: never done, done on a day, and late."""

    never: str
    done: str
    late: str


_UPDATED: Final = _TwoYears(
    N_("Lägesbilden har inget datum."),
    N_("Lägesbilden uppdaterades senast {day}."),
    N_("Lägesbilden skulle ha uppdaterats igen senast {day}."),
)
_FOLLOWED_UP: Final = _TwoYears(
    N_("Åtgärdsplanen är varken beslutad eller uppföljd."),
    N_("Åtgärdsplanen beslutades eller följdes upp senast {day}."),
    N_("Åtgärdsplanen skulle ha följts upp senast {day}."),
)
_ANSWERS: Final[Mapping[str, Callable[[_Told, LawSection], LawAnswer]]] = {
    "4": _Told.situation,
    "5": _Told.measures,
    "6": _Told.every_second_year,
    "9": _Told.agreements,
    "10": _Told.council,
    "13": _Told.reported,
}
