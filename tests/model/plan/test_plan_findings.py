"""What is due and late of the plan and the registers beside it."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from hubra_desktop.model.due import Due, in_order
from hubra_desktop.model.findings import Level
from hubra_desktop.model.plan.plan_findings import (
    agreements_due,
    consultations_due,
    custom_due,
    law_due,
    letters_due,
    plan_due,
    ways_out,
)
from hubra_desktop.model.plan.terms import (
    ActivityState,
    AgreementKind,
    ConsultationState,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.records.plan import Agreement, AgreementMeeting, Consultation, Letter, Plan
from tests.model.plan.years import activity, plan

DAY = dt.date(2017, 6, 15)


def later(days: int) -> dt.date:
    return DAY + dt.timedelta(days=days)


def test_in_the_year_only_what_is_late_is_told() -> None:
    late = activity("vandring", "a2", period="våren")
    found = list(plan_due(plan(), [late, activity("kväll", "a2", period="november")], DAY))
    assert found == [
        Due(
            dt.date(2017, 5, 31),
            Level.WARNING,
            "Aktiviteten ”vandring” skulle ha varit genomförd men är det inte.",
            "activity",
            "vandring",
        )
    ]


def test_close_to_the_years_end_empty_areas_are_told() -> None:
    done = [activity(f"i{n}", f"a{n}", state=ActivityState.DONE) for n in range(1, 8)]
    assert list(plan_due(plan(), done, dt.date(2017, 10, 31))) == []
    (found,) = plan_due(plan(), done, dt.date(2017, 11, 1))
    assert (found.kind, found.id, found.level) == ("focus_area", "a8", Level.TIP)
    assert found.day == dt.date(2017, 12, 31)
    (found,) = plan_due(plan(), done, dt.date(2018, 1, 2))
    assert found.level is Level.WARNING


def test_what_was_not_done_for_a_reason_is_for_the_report_and_not_due() -> None:
    done = [activity(f"i{n}", f"a{n}", state=ActivityState.DONE) for n in range(1, 9)]
    left = activity("x", "a4", state=ActivityState.NOT_DONE, reason="Tiden räckte inte.")
    assert list(plan_due(plan(), [*done, left], dt.date(2017, 12, 20))) == []
    (found,) = plan_due(plan(), [*done, replace(left, reason="")], dt.date(2017, 12, 20))
    assert "saknar skäl" in found.sentence


@pytest.mark.parametrize(
    ("days", "level", "words"),
    [
        (-1, Level.WARNING, "Trygghetsbrev 3/2017 skulle ha varit klart den 14 juni 2017."),
        (0, Level.TIP, "Trygghetsbrev 3/2017 ska vara klart den 15 juni 2017."),
        (14, Level.TIP, "Trygghetsbrev 3/2017 ska vara klart den 29 juni 2017."),
    ],
)
def test_a_letters_deadline_is_told(days: int, level: Level, words: str) -> None:
    letter = Letter(id="l", year=2017, number=3, deadline=later(days))
    assert list(letters_due([letter], DAY)) == [Due(later(days), level, words, "letter", "l")]


def test_letters_far_off_sent_or_without_a_day_are_not_told() -> None:
    letters = (
        Letter(deadline=later(15)),
        Letter(deadline=later(-5), state=LetterState.SENT),
        Letter(deadline=later(-5), state=LetterState.PUBLISHED),
        Letter(),
    )
    assert list(letters_due(letters, DAY)) == []


def test_a_letter_without_a_number_is_named_by_its_year() -> None:
    (found,) = letters_due([Letter(year=2017, deadline=DAY)], DAY)
    assert found.sentence.startswith("Trygghetsbrev 2017 ska")


def iop(**changes: Any) -> Agreement:
    made = Agreement(id="iop", kind=AgreementKind.IOP, title="IOP Grannstöd")
    return replace(made, **changes)


def test_an_agreement_warns_so_many_months_before_it_ends() -> None:
    ends = dt.date(2017, 9, 15)
    assert list(agreements_due([iop(valid_to=ends)], dt.date(2017, 6, 14))) == []
    (found,) = agreements_due([iop(valid_to=ends)], dt.date(2017, 6, 15))
    assert found == Due(
        ends,
        Level.WARNING,
        "”IOP Grannstöd” går ut den 15 september 2017. Bestäm om den ska förlängas.",
        "agreement",
        "iop",
    )
    (found,) = agreements_due([iop(valid_to=ends, warn_months=6)], dt.date(2017, 3, 15))
    assert "går ut" in found.sentence
    assert list(agreements_due([iop(valid_to=ends, warn_months=0)], dt.date(2017, 9, 14))) == []


def test_an_agreement_that_ended_is_told_for_a_while() -> None:
    ends = dt.date(2017, 5, 31)
    (found,) = agreements_due([iop(valid_to=ends, title="")], DAY)
    assert found.sentence.startswith("Idéburet offentligt partnerskap gick ut den 31 maj 2017.")
    assert list(agreements_due([iop(valid_to=ends)], dt.date(2017, 9, 1))) == []
    assert list(agreements_due([iop()], DAY)) == []


def test_follow_up_meetings_are_told_until_they_are_held() -> None:
    meetings = (
        AgreementMeeting(date=later(-3)),
        AgreementMeeting(date=later(30)),
        AgreementMeeting(date=later(31)),
        AgreementMeeting(date=later(-3), held=True),
        AgreementMeeting(),
    )
    first, second = agreements_due([iop(meetings=meetings)], DAY)
    assert first.sentence.endswith("var planerat till den 12 juni 2017. Hölls det?")
    assert (first.level, second.level) == (Level.WARNING, Level.TIP)
    assert second.sentence == "Uppföljningsmöte om ”IOP Grannstöd” den 15 juli 2017."
    ended = iop(meetings=meetings, valid_to=dt.date(2010, 1, 1))
    assert list(agreements_due([ended], DAY)) == []


def remiss(**changes: Any) -> Consultation:
    made = Consultation(id="r", title="Ordningsföreskrifter", sender="Länsstyrelsen")
    return replace(made, **changes)


def told(sheet: Consultation, meeting: dt.date | None) -> list[Due]:
    return list(consultations_due([sheet], meeting, DAY))


def test_an_answer_due_before_the_next_meeting_comes_with_three_ways_out() -> None:
    (found,) = told(remiss(due=later(60)), later(90))
    assert (found.day, found.level, found.id) == (later(60), Level.TIP, "r")
    assert "före rådets nästa sammanträde" in found.sentence
    ways = ways_out(remiss(due=later(60)), later(90), DAY)
    assert len(ways) == 3
    assert ways[0].endswith("senast den 14 augusti 2017.")
    assert ways[1] == "Be Länsstyrelsen om förlängd tid till efter den 13 september 2017."
    unknown = ways_out(remiss(due=later(60), sender=" "), later(90), DAY)
    assert unknown[1].startswith("Be avsändaren om")


def test_without_a_planned_meeting_every_answer_is_due_before_it() -> None:
    (found,) = told(remiss(due=later(200)), None)
    assert "före rådets nästa sammanträde" in found.sentence
    assert ways_out(remiss(due=later(200)), None, DAY)[1] == "Be om förlängd tid."


def test_an_answer_that_the_next_meeting_can_give_is_told_when_it_is_near() -> None:
    assert told(remiss(due=later(60)), later(20)) == []
    (found,) = told(remiss(due=later(30)), later(30))
    assert found.sentence == "Remissen ”Ordningsföreskrifter” ska besvaras den 15 juli 2017."


def test_an_extension_counts() -> None:
    assert told(remiss(due=later(-5), extended_to=later(60)), later(20)) == []
    (found,) = told(remiss(due=later(-9), extended_to=later(-1)), later(20))
    assert found.sentence.endswith("skulle ha besvarats den 14 juni 2017.")
    assert found.level is Level.WARNING
    assert ways_out(remiss(due=later(-1)), None, DAY) == ()


@pytest.mark.parametrize(
    ("state", "count"),
    [
        (ConsultationState.ANSWERED, 0),
        (ConsultationState.DECLINED, 0),
        (ConsultationState.COUNCIL_DECIDED, 1),
        (ConsultationState.CHAIR_DECIDED, 1),
        (ConsultationState.DRAFT, 1),
    ],
)
def test_what_is_answered_is_not_due_and_what_is_decided_waits_to_be_sent(
    state: ConsultationState, count: int
) -> None:
    found = told(remiss(due=later(10), state=state), later(60))
    assert len(found) == count
    if state in (ConsultationState.COUNCIL_DECIDED, ConsultationState.CHAIR_DECIDED):
        assert found[0].sentence.endswith("ska besvaras den 25 juni 2017.")


def test_a_consultation_without_a_day_is_not_due() -> None:
    assert told(remiss(), None) == []
    assert ways_out(remiss(), None, DAY) == ()


def measures(**changes: Any) -> Plan:
    return replace(Plan(id="å", kind=PlanKind.MEASURES, year=2024), **changes)


NEW = dt.date(2024, 9, 1)
UPDATED = dt.date(2024, 3, 1)


def test_only_a_register_that_lives_after_the_law_is_told_to_have_a_plan() -> None:
    (found,) = law_due([], NEW, NEW)
    assert (found.day, found.kind, found.id) == (None, "plan", "")
    assert "sedan den 1 juli 2024" in found.sentence
    assert list(law_due([], dt.date(2018, 3, 7), NEW)) == []
    assert list(law_due([], None, NEW)) == []
    assert list(law_due([], NEW, dt.date(2024, 6, 30))) == []


def test_the_two_years_of_the_law_are_watched_six_months_ahead() -> None:
    own = [measures(situation_date=UPDATED, decided_on=dt.date(2024, 6, 1)), plan()]
    assert list(law_due(own, NEW, dt.date(2025, 8, 31))) == []
    (found,) = law_due(own, NEW, dt.date(2025, 9, 1))
    assert found == Due(
        dt.date(2026, 3, 1),
        Level.TIP,
        "Lägesbilden ska uppdateras senast den 1 mars 2026 (lag 2023:196, 6 §).",
        "plan",
        "å",
    )
    first, second = law_due(own, NEW, dt.date(2026, 3, 2))
    assert (first.level, second.level) == (Level.WARNING, Level.TIP)
    assert "skulle ha uppdaterats" in first.sentence
    assert second.sentence.startswith("Åtgärdsplanen ska följas upp senast den 1 juni 2026")


def test_the_last_day_of_the_two_years_is_in_time_and_the_next_is_late() -> None:
    own = [measures(situation_date=dt.date(2024, 2, 29), decided_on=NEW)]
    for today, level in ((dt.date(2026, 2, 28), Level.TIP), (dt.date(2026, 3, 1), Level.WARNING)):
        found = next(iter(law_due(own, NEW, today)))
        assert (found.day, found.level) == (dt.date(2026, 2, 28), level)


def test_two_years_with_a_leap_day_are_a_day_longer() -> None:
    own = [measures(situation_date=dt.date(2023, 9, 1), decided_on=NEW)]
    found = next(iter(law_due(own, NEW, dt.date(2025, 9, 1))))
    assert (found.day, found.level) == (dt.date(2025, 9, 1), Level.TIP)


def test_a_follow_up_begins_the_two_years_anew_in_any_version() -> None:
    old = measures(situation_date=UPDATED, decided_on=dt.date(2022, 1, 1))
    new = measures(id="ny", version=2, followed_up=dt.date(2024, 6, 1))
    assert list(law_due([old, new], NEW, NEW)) == []


def test_a_plan_without_days_is_told_so() -> None:
    first, second = law_due([measures()], None, NEW)
    assert "Lägesbilden har inget datum" in first.sentence
    assert "varken beslutad eller uppföljd" in second.sentence
    assert (first.day, second.day) == (None, None)


@pytest.mark.parametrize(
    ("today", "plans", "reports", "wanted"),
    [
        (dt.date(2018, 2, 16), (2017,), (), []),
        (dt.date(2018, 2, 17), (2017,), (), ["report"]),
        (dt.date(2018, 6, 30), (2017,), (), ["report"]),
        (dt.date(2018, 7, 1), (2017,), (), []),
        (dt.date(2018, 3, 1), (2017,), (2017,), []),
        (dt.date(2018, 3, 1), (), (), []),
        (dt.date(2017, 11, 18), (2017,), (), []),
        (dt.date(2017, 11, 19), (2017,), (), ["plan"]),
        (dt.date(2017, 12, 1), (2017, 2018), (), []),
    ],
)
def test_the_years_two_papers_are_asked_for_six_weeks_ahead(
    today: dt.date, plans: tuple[int, ...], reports: tuple[int, ...], wanted: list[str]
) -> None:
    assert [each.kind for each in custom_due(plans, reports, today)] == wanted


def test_a_late_annual_report_is_a_warning() -> None:
    (before,) = custom_due((2017,), (), dt.date(2018, 3, 31))
    (after,) = custom_due((2017,), (), dt.date(2018, 4, 1))
    assert (before.level, after.level) == (Level.TIP, Level.WARNING)
    assert before.sentence.startswith("Verksamhetsberättelsen för 2017")


def test_what_weighs_most_comes_first_then_the_first_day() -> None:
    tip, late = Due(DAY, Level.TIP, "a", "x", ""), Due(later(1), Level.WARNING, "b", "x", "")
    never, first = Due(None, Level.WARNING, "c", "x", ""), Due(DAY, Level.WARNING, "d", "x", "")
    assert in_order([tip, never, late, first]) == (first, late, never, tip)
