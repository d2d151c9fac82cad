"""Deadlines of a meeting, worked by hand: each case with the source that it is worked from."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis.strategies import dates, integers, sampled_from

from hubra_desktop.model.council.rulebook_terms import DayCount
from hubra_desktop.model.deadlines import (
    Deadline,
    DeadlineKind,
    DeadlineState,
    MeetingDone,
    appeal_period,
    dated_notice,
    meeting_deadlines,
    notice_day,
)
from hubra_desktop.model.holidays_sweden import is_workday
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState

MEETING = Meeting(id="m", date=date(2018, 3, 7))
USUAL = BodyRules(id="usual", body_id="b")
COUNCIL = BodyRules(
    id="r", body_id="b", decision="Reglemente den 1 mars 2015", papers_days=14, preparation_days=10
)
COMMITTEE = BodyRules(id="n", body_id="b", local_government_act=True, announced=True)
LONG_AGO = date(2018, 1, 2)


def found(
    meeting: Meeting = MEETING,
    rules: BodyRules = USUAL,
    today: date = LONG_AGO,
    done: MeetingDone | None = None,
) -> dict[DeadlineKind, Deadline]:
    lines = meeting_deadlines(meeting, rules, today, done or MeetingDone())
    assert [each.day for each in lines] == sorted(each.day for each in lines)
    return {each.kind: each for each in lines}


def test_a_body_without_rules_has_what_is_usual_and_nothing_more() -> None:
    # practice.md 0.3: all three kallelser that were found are dated exactly one week before
    lines = found()
    assert list(lines) == [DeadlineKind.CALL]
    call = lines[DeadlineKind.CALL]
    assert (call.raw, call.day, call.note) == (date(2018, 2, 28), date(2018, 2, 28), "")
    assert call.rule == "7 dagar före sammanträdet"
    assert call.source == "brukligt; inga egna regler är inlagda"


def test_the_days_of_a_body_with_rules() -> None:
    lines = found(rules=COUNCIL)
    assert [(each.kind.value, each.day) for each in lines.values()] == [
        ("papers", date(2018, 2, 21)),
        ("preparation", date(2018, 2, 23)),  # the 25th is a Sunday
        ("call", date(2018, 2, 28)),
    ]
    assert {each.source for each in lines.values()} == {"Reglemente den 1 mars 2015"}
    assert found(rules=replace(COUNCIL, decision=""))[DeadlineKind.CALL].source == (
        "organets egna regler"
    )
    assert not found(rules=replace(USUAL, notice_days=None))
    assert notice_day(MEETING.date, replace(USUAL, notice_days=None)) is None
    assert dated_notice(MEETING.date, replace(USUAL, notice_days=None)) is None


def test_a_backward_day_is_never_moved_forward() -> None:
    # Maundy Thursday 2018 is the last working day a week before Friday 6 April (Good Friday)
    call = found(replace(MEETING, date=date(2018, 4, 6)))[DeadlineKind.CALL]
    assert (call.raw, call.day) == (date(2018, 3, 30), date(2018, 3, 29))
    assert call.note == (
        "30 mars är långfredagen. Gör det senast 29 mars, dagen flyttas inte framåt."
    )
    assert dated_notice(date(2018, 4, 6), USUAL) == date(2018, 3, 29)


def test_working_days_are_counted_where_the_rules_say_so() -> None:
    rules = replace(COUNCIL, notice_count=DayCount.WORKDAYS, notice_days=5, papers_days=1)
    # Five working days before Monday 14 May 2018: Ascension Day (10 May) is none, 11 May is
    lines = found(replace(MEETING, date=date(2018, 5, 14)), rules)
    assert lines[DeadlineKind.CALL].raw == date(2018, 5, 4)
    assert lines[DeadlineKind.CALL].rule == "5 arbetsdagar före sammanträdet"
    assert lines[DeadlineKind.PAPERS].rule == "1 arbetsdag före sammanträdet"
    # and over Christmas: five before Thursday 3 January 2019 are 2, 28, 27 and 21, 20
    assert notice_day(date(2019, 1, 3), rules) == date(2018, 12, 20)


def test_a_day_set_for_the_meeting_stands() -> None:
    own = replace(MEETING, papers_due=date(2018, 2, 19), preparation_day=date(2018, 2, 20))
    lines = found(own)
    assert lines[DeadlineKind.PAPERS].day == date(2018, 2, 19)
    assert lines[DeadlineKind.PREPARATION].day == date(2018, 2, 20)
    assert lines[DeadlineKind.PAPERS].rule == "dagen är satt för sammanträdet"


def test_the_chain_over_easter() -> None:
    # practice.md 1.6: posted Friday 9 March 2018, three weeks end on Good Friday 30 March,
    # the last day is Tuesday 3 April (lag 1930:173, 2 §) and it is taken down on 4 April.
    assert appeal_period(date(2018, 3, 9)) == (
        date(2018, 3, 30), date(2018, 4, 3), date(2018, 4, 4),
    )  # fmt: skip
    done = MeetingDone(approved_on=date(2018, 3, 8), announced_on=date(2018, 3, 9))
    lines = found(rules=COMMITTEE, today=date(2018, 3, 20), done=done)
    assert lines[DeadlineKind.APPROVAL].state is DeadlineState.KEPT
    assert lines[DeadlineKind.ANNOUNCEMENT].raw == date(2018, 3, 10)
    assert lines[DeadlineKind.ANNOUNCEMENT].day == date(2018, 3, 12)
    assert lines[DeadlineKind.ANNOUNCEMENT].state is DeadlineState.KEPT
    appeal = lines[DeadlineKind.APPEAL]
    assert (appeal.raw, appeal.day) == (date(2018, 3, 30), date(2018, 4, 3))
    assert appeal.note == (
        "30 mars är långfredagen. Sista dagen flyttas till 3 april (lag 1930:173, 2 §)."
    )
    assert lines[DeadlineKind.TAKE_DOWN].day == date(2018, 4, 4)


@pytest.mark.parametrize(
    ("announced", "last", "down"),
    [
        # all: KL 13 kap. 5 § (three weeks from the announcement) and lag (1930:173) 2 §
        (date(2018, 6, 1), date(2018, 6, 25), date(2018, 6, 26)),  # Midsummer Eve
        (date(2018, 12, 3), date(2018, 12, 27), date(2018, 12, 28)),  # Christmas Eve
        (date(2018, 12, 10), date(2019, 1, 2), date(2019, 1, 3)),  # New Year's Eve
        (date(2020, 2, 8), date(2020, 3, 2), date(2020, 3, 3)),  # a leap day on a Saturday
        (date(2018, 4, 19), date(2018, 5, 11), date(2018, 5, 12)),  # Ascension Day; klämdag
        (date(2018, 11, 14), date(2018, 12, 5), date(2018, 12, 6)),  # nothing in the way
    ],
)
def test_the_last_day_of_appeal(announced: date, last: date, down: date) -> None:
    assert appeal_period(announced)[1:] == (last, down)


def test_the_minutes_of_a_committee_by_law() -> None:
    lines = found(rules=COMMITTEE)
    approval = lines[DeadlineKind.APPROVAL]
    assert (approval.day, approval.source) == (date(2018, 3, 21), "KL 5 kap. 69 § och 6 kap. 35 §")
    assert lines[DeadlineKind.EXTRACTS].day == date(2018, 3, 21)
    assert lines[DeadlineKind.ANNOUNCEMENT].source == "KL 8 kap. 12 §"
    assert lines[DeadlineKind.APPEAL].rule == "tre veckor från anslaget"


def test_the_body_s_own_days_of_approval_hold_when_they_are_shorter() -> None:
    shorter = found(rules=replace(COMMITTEE, approval_days=1))[DeadlineKind.APPROVAL]
    assert (shorter.day, shorter.rule) == (date(2018, 3, 8), "senast 1 dag efter sammanträdet")
    assert shorter.source == "organets egna regler"
    longer = found(rules=replace(COMMITTEE, approval_days=30))[DeadlineKind.APPROVAL]
    assert longer.day == date(2018, 3, 21)
    council = found(rules=replace(COUNCIL, approval_days=30))
    assert council[DeadlineKind.APPROVAL].raw == date(2018, 4, 6)
    assert DeadlineKind.ANNOUNCEMENT not in council


def test_a_council_that_posts_its_minutes_has_no_appeal() -> None:
    lines = found(rules=replace(COUNCIL, approval_days=14, announced=True))
    assert lines[DeadlineKind.ANNOUNCEMENT].source == "brukligt, som i KL 8 kap. 12 §"
    assert DeadlineKind.APPEAL not in lines
    assert not found(rules=replace(USUAL, notice_days=None, announced=True))


CALLED = replace(MEETING, state=MeetingState.CALLED)
HELD = replace(MEETING, state=MeetingState.HELD, notice_date=date(2018, 2, 27))


@pytest.mark.parametrize(
    ("meeting", "today", "called_on", "state"),
    [
        (MEETING, date(2018, 2, 28), None, DeadlineState.COMING),
        (MEETING, date(2018, 3, 1), None, DeadlineState.MISSED),
        (MEETING, date(2018, 3, 1), date(2018, 2, 28), DeadlineState.KEPT),
        (MEETING, date(2018, 3, 2), date(2018, 3, 1), DeadlineState.MISSED),
        (CALLED, date(2018, 3, 1), None, DeadlineState.KEPT),
        (replace(CALLED, notice_date=date(2018, 3, 1)), date(2018, 3, 1), None,
         DeadlineState.MISSED),
        (HELD, date(2018, 3, 8), None, DeadlineState.PASSED),
        (HELD, date(2018, 2, 28), None, DeadlineState.COMING),
        (HELD, date(2018, 3, 8), date(2018, 2, 27), DeadlineState.KEPT),
    ],
)  # fmt: skip
def test_the_state_of_the_kallelse(
    meeting: Meeting, today: date, called_on: date | None, state: DeadlineState
) -> None:
    lines = found(meeting, today=today, done=MeetingDone(called_on=called_on))
    assert lines[DeadlineKind.CALL].state is state


@pytest.mark.parametrize(
    ("papers", "today", "state"),
    [
        ((), date(2018, 2, 21), DeadlineState.COMING),
        ((), date(2018, 2, 22), DeadlineState.PASSED),
        ((MeetingPaper(id="p"),), date(2018, 2, 21), DeadlineState.COMING),
        ((MeetingPaper(id="p"),), date(2018, 2, 22), DeadlineState.MISSED),
        ((MeetingPaper(id="p", left_out=True),), date(2018, 2, 22), DeadlineState.PASSED),
        ((MeetingPaper(id="p", received=date(2018, 2, 20)),), date(2018, 2, 22),
         DeadlineState.KEPT),
        ((MeetingPaper(id="p", received=date(2018, 2, 22)),), date(2018, 2, 22),
         DeadlineState.MISSED),
        ((MeetingPaper(id="p", received=date(2018, 2, 22), due=date(2018, 2, 23)),),
         date(2018, 2, 22), DeadlineState.KEPT),
    ],
)  # fmt: skip
def test_the_state_of_the_papers(
    papers: tuple[MeetingPaper, ...], today: date, state: DeadlineState
) -> None:
    lines = found(replace(MEETING, papers=papers), COUNCIL, today)
    assert lines[DeadlineKind.PAPERS].state is state


def test_the_states_of_what_follows() -> None:
    later = date(2018, 6, 1)
    held = replace(MEETING, state=MeetingState.HELD)
    lines = found(held, COMMITTEE, later)
    assert lines[DeadlineKind.APPROVAL].state is DeadlineState.MISSED
    assert lines[DeadlineKind.APPEAL].state is DeadlineState.PASSED
    assert lines[DeadlineKind.TAKE_DOWN].state is DeadlineState.PASSED
    approved = replace(MEETING, state=MeetingState.APPROVED)
    assert found(approved, COMMITTEE, later)[DeadlineKind.APPROVAL].state is DeadlineState.KEPT
    done = MeetingDone(approved_on=date(2018, 3, 22))
    assert found(held, COMMITTEE, later, done)[DeadlineKind.APPROVAL].state is DeadlineState.MISSED
    assert found(held, COUNCIL, later)[DeadlineKind.PREPARATION].state is DeadlineState.PASSED


def test_a_lifted_meeting_demands_nothing() -> None:
    assert not found(replace(MEETING, state=MeetingState.CANCELLED), COUNCIL)


@given(
    dates(date(1995, 1, 1), date(2090, 1, 1)), integers(0, 40), sampled_from(tuple(DayCount)),
)  # fmt: skip
def test_notice_is_never_shorter_than_the_rule(day: date, days: int, count: DayCount) -> None:
    rules = replace(COMMITTEE, notice_days=days, notice_count=count)
    last, dated = notice_day(day, rules), dated_notice(day, rules)
    assert last is not None
    assert dated is not None
    assert dated <= last <= day - timedelta(days=days)
    assert is_workday(dated)
    lines = found(replace(MEETING, date=day), rules, today=day)
    for kind in (DeadlineKind.APPROVAL, DeadlineKind.ANNOUNCEMENT, DeadlineKind.APPEAL):
        assert lines[kind].day >= lines[kind].raw
        assert is_workday(lines[kind].day)
