"""Due and late dates of the plan and its registers, as lines for the overview.

Pure: each function takes records and today's date, and yields ``Due`` lines. The
intervals are those of the law (2023:196 6 §: at least every second year) and of the
council's custom: the annual report in the first quarter, the next plan in the fourth.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from hubra_desktop.model.due import Due, day_in_words
from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.plan.areas import GapKind, area_gaps
from hubra_desktop.model.plan.periods import last_day, moved_months
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    SETTLED_CONSULTATIONS,
    ConsultationState,
    PlanKind,
)
from hubra_desktop.model.records.plan import Activity, Agreement, Consultation, Letter, Plan
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.wording import quoted
from hubra_desktop.model.words import word

MEASURES_BEGIN: Final = dt.date(2024, 7, 1)
"""From when there must be an åtgärdsplan (the law's transitional rule)."""
LAW_MONTHS: Final = 24
"""How long a lägesbild and a follow-up hold: at least every second year (2023:196 6 §)."""
LEAD_MONTHS: Final = 6
"""So long before that it is reminded of: a council meets a few times in half a year."""
LETTER_DAYS: Final = 14
"""How long before its deadline a letter is reminded of: two weeks to write it in."""
MEETING_DAYS: Final = 30
"""How long before its day a follow-up meeting or an answer is reminded of: a month."""
CUSTOM_DAYS: Final = 42
"""How long before their days the year's two papers are reminded of: six weeks."""
YEAR_END_MONTH: Final = 11
"""From November on there is little time left to fill an area of the year's plan."""
_LATE: Final = frozenset({GapKind.LATE, GapKind.STILL_PLANNED, GapKind.NO_REASON})


def plan_due(plan: Plan, activities: Sequence[Activity], today: dt.date) -> Iterator[Due]:
    """Report what is late, and from November on the areas of the year that nothing is said of."""
    by_id = {activity.id: activity for activity in activities}
    close = today >= dt.date(plan.year, YEAR_END_MONTH, 1)
    for gap in area_gaps(plan, activities, today=today):
        if gap.activity_id is not None and gap.kind in _LATE:
            day = last_day(by_id[gap.activity_id])
            yield Due(day, Level.WARNING, gap.sentence, "activity", gap.activity_id)
        elif gap.activity_id is None and gap.area_id is not None and close:
            day = dt.date(plan.year, 12, 31)
            yield Due(day, _level(day, today), gap.sentence, "focus_area", gap.area_id)


class _Words(NamedTuple):
    """What is said of a ``{day}`` that is past, and of one to come."""

    late: str
    coming: str


_LETTER: Final = _Words(
    N_("{name} skulle ha varit klart {day}."), N_("{name} ska vara klart {day}.")
)
_MEETING: Final = _Words(
    N_("Uppföljningsmötet om {name} var planerat till {day}. Hölls det?"),
    N_("Uppföljningsmöte om {name} {day}."),
)
_ENDS: Final = _Words(
    N_("{name} gick ut {day}. Förläng den, eller skriv en ny."),
    N_("{name} går ut {day}. Bestäm om den ska förlängas."),
)


def _due(words: _Words, day: dt.date, today: dt.date, row: tuple[str, str], name: str = "") -> Due:
    """Return the line about the row (its kind and id) that is due or late on ``day``."""
    words_now = words.late if day < today else words.coming
    sentence = say(words_now, day=day_in_words(day), name=name)
    return Due(day, _level(day, today), sentence, *row)


def letters_due(letters: Iterable[Letter], today: dt.date) -> Iterator[Due]:
    """Report letters whose deadline is near or past and that have not gone out."""
    for letter in letters:
        day = letter.deadline
        if letter.state not in SENT_STATES and day and day <= _later(today, LETTER_DAYS):
            yield _due(_LETTER, day, today, ("letter", letter.id), letter_name(letter))


def letter_name(letter: Letter) -> str:
    """Name a letter in a sentence: ``Trygghetsbrev 3/2017``."""
    number = f"{letter.number}/{letter.year}" if letter.number is not None else str(letter.year)
    return say("Trygghetsbrev {number}", number=number)


def agreements_due(agreements: Iterable[Agreement], today: dt.date) -> Iterator[Due]:
    """Report agreements that end within their months of warning, and meetings about them."""
    for agreement in agreements:
        ended = agreement.valid_to is not None and agreement.valid_to < today
        yield from _ending(agreement, today)
        for meeting in agreement.meetings:
            day = meeting.date
            if meeting.held or ended or day is None or day > _later(today, MEETING_DAYS):
                continue
            name = agreement_name(agreement)
            yield _due(_MEETING, day, today, ("agreement", agreement.id), name)


def agreement_name(agreement: Agreement) -> str:
    """Name an agreement in a sentence."""
    return quoted(agreement.title) if agreement.title.strip() else word(agreement.kind)


def _ending(agreement: Agreement, today: dt.date) -> Iterator[Due]:
    """Warn before the end; for as many months after it the end itself is reported."""
    ends = agreement.valid_to
    if ends is None:
        return
    months = max(agreement.warn_months, 1)
    if not moved_months(ends, -agreement.warn_months) <= today <= moved_months(ends, months):
        return
    name = capitalised(agreement_name(agreement))
    due = _due(_ENDS, ends, today, ("agreement", agreement.id), name)
    yield due._replace(level=Level.WARNING)


def answer_day(consultation: Consultation) -> dt.date | None:
    """Return the day when the answer is due, as extended."""
    return consultation.extended_to or consultation.due


def consultations_due(
    consultations: Iterable[Consultation], next_meeting: dt.date | None, today: dt.date
) -> Iterator[Due]:
    """Report unanswered consultations: late, due before the next meeting, or near.

    ``next_meeting`` is the council's next day, None when none is planned. A
    consultation that the council has decided on only waits to be sent.
    """
    for each in consultations:
        day = answer_day(each)
        if each.state in SETTLED_CONSULTATIONS or day is None:
            continue
        sentence = _of_consultation(each, day, next_meeting, today)
        if sentence:
            yield Due(day, _level(day, today), sentence, "consultation", each.id)


def _of_consultation(
    each: Consultation, day: dt.date, next_meeting: dt.date | None, today: dt.date
) -> str:
    name, when = consultation_name(each), day_in_words(day)
    if day < today:
        return say("{name} skulle ha besvarats {day}.", name=name, day=when)
    if ways_out(each, next_meeting, today):
        return say(
            "{name} ska besvaras {day}, före rådets nästa sammanträde. "
            "Kalla till ett extra, be om förlängd tid eller låt ordföranden svara.",
            name=name,
            day=when,
        )
    if day <= _later(today, MEETING_DAYS):
        return say("{name} ska besvaras {day}.", name=name, day=when)
    return ""


def consultation_name(consultation: Consultation) -> str:
    """Name a consultation in a sentence: ``Remissen ”…”``."""
    return say("Remissen {title}", title=quoted(consultation.title))


_DECIDED: Final = (ConsultationState.COUNCIL_DECIDED, ConsultationState.CHAIR_DECIDED)


def ways_out(
    consultation: Consultation, next_meeting: dt.date | None, today: dt.date
) -> tuple[str, ...]:
    """Propose what can be done when the answer is due before the council meets; else nothing."""
    day = answer_day(consultation)
    decided = consultation.state in SETTLED_CONSULTATIONS or consultation.state in _DECIDED
    if day is None or decided or day < today or (next_meeting and next_meeting <= day):
        return ()
    longer = say("Be om förlängd tid.")
    if next_meeting:
        longer = say(
            "Be {sender} om förlängd tid till efter {day}.",
            sender=consultation.sender.strip() or say("avsändaren"),
            day=day_in_words(next_meeting),
        )
    extra = say("Kalla till ett extra sammanträde senast {day}.", day=day_in_words(day))
    chair = say("Låt ordföranden svara på rådets vägnar, om rådet har delegerat det.")
    return (extra, longer, chair)


def law_due(plans: Sequence[Plan], latest: dt.date | None, today: dt.date) -> Iterator[Due]:
    """Watch the law's two years (2023:196 6 §) over the law's plans, in their latest versions.

    ``latest`` is the newest day in the register. One that ended before the
    law, or is opened to read of the past, is not asked for a plan.
    """
    own = [plan for plan in plans if plan.kind is PlanKind.MEASURES]
    if not own:
        if today >= MEASURES_BEGIN and latest is not None and latest >= MEASURES_BEGIN:
            yield Due(None, Level.WARNING, _no_measures(), "plan", "")
        return
    newest = max(own, key=lambda plan: (plan.year, plan.version))
    situation = max((plan.situation_date for plan in own if plan.situation_date), default=None)
    days = [day for plan in own for day in (plan.followed_up, plan.decided_on) if day]
    yield from _two_years(situation, _SITUATION, newest.id, today)
    yield from _two_years(max(days, default=None), _FOLLOW_UP, newest.id, today)


class _Duty(NamedTuple):
    """A duty of the law, said when it has no day, and when it has one."""

    never: str
    words: _Words


_SITUATION: Final = _Duty(
    N_("Lägesbilden har inget datum. Skriv när den senast uppdaterades (lag 2023:196, 6 §)."),
    _Words(
        N_("Lägesbilden skulle ha uppdaterats senast {day} (lag 2023:196, 6 §)."),
        N_("Lägesbilden ska uppdateras senast {day} (lag 2023:196, 6 §)."),
    ),
)
_FOLLOW_UP: Final = _Duty(
    N_("Åtgärdsplanen är varken beslutad eller uppföljd. Skriv dagen (lag 2023:196, 5–6 §§)."),
    _Words(
        N_("Åtgärdsplanen skulle ha följts upp senast {day} (lag 2023:196, 6 §)."),
        N_("Åtgärdsplanen ska följas upp senast {day} (lag 2023:196, 6 §)."),
    ),
)


def _two_years(last: dt.date | None, duty: _Duty, plan_id: str, today: dt.date) -> Iterator[Due]:
    if last is None:
        yield Due(None, Level.WARNING, say(duty.never), "plan", plan_id)
        return
    day = moved_months(last, LAW_MONTHS)
    if today >= moved_months(day, -LEAD_MONTHS):
        yield _due(duty.words, day, today, ("plan", plan_id))


def _no_measures() -> str:
    return say(
        "Det finns ingen åtgärdsplan. En sådan ska finnas sedan den 1 juli 2024 "
        "(lag 2023:196, 5 §)."
    )


def custom_due(
    plan_years: Iterable[int], report_years: Iterable[int], today: dt.date
) -> Iterator[Due]:
    """Report the year's two papers: the annual report by 31 March, the next plan by 31 December.

    ``plan_years`` have a plan and ``report_years`` an annual report. Only a council
    that has had a plan is reminded, six weeks before; the report until the middle of the year.
    """
    planned, reported = set(plan_years), set(report_years)
    report, plan = dt.date(today.year, 3, 31), dt.date(today.year, 12, 31)
    begun = dt.timedelta(days=CUSTOM_DAYS)
    last = today.year - 1
    if last in planned - reported and report - begun <= today <= dt.date(today.year, 6, 30):
        sentence = say(
            "Verksamhetsberättelsen för {year} ska vara klar under första kvartalet.", year=last
        )
        yield Due(report, _level(report, today), sentence, "report", "")
    if today.year in planned and today.year + 1 not in planned and today >= plan - begun:
        sentence = say(
            "Det finns ingen verksamhetsplan för {year}. Kopiera årets plan, eller börja en ny.",
            year=today.year + 1,
        )
        yield Due(plan, Level.TIP, sentence, "plan", "")


def _later(day: dt.date, days: int) -> dt.date:
    return day + dt.timedelta(days=days)


def _level(day: dt.date, today: dt.date) -> Level:
    """Weigh a day: what is late should be looked at, what comes may be."""
    return Level.WARNING if day < today else Level.TIP
