"""What is said of deadlines: how long is left, and what the overview tells of a meeting."""

from dataclasses import replace
from datetime import date

import pytest

from hubra_desktop.model.deadline_words import deadlines_due, left_text, state_text
from hubra_desktop.model.deadlines import meeting_deadlines
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.meeting import Meeting, MeetingPaper
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState

RULES = BodyRules(id="r", body_id="b", papers_days=14, preparation_days=10, approval_days=14)
MEETING = Meeting(id="m", date=date(2018, 3, 7), papers=(MeetingPaper(id="p"),))
OURS = "sammanträdet den 7 mars 2018"
HELD = replace(MEETING, state=MeetingState.HELD)


def said(meeting: Meeting, today: date) -> list[tuple[str, str]]:
    found = deadlines_due(meeting, meeting_deadlines(meeting, RULES, today), today)
    return [(each.level.value, each.sentence) for each in found]


def test_how_long_is_left() -> None:
    day = date(2018, 2, 28)
    assert left_text(day, day) == "i dag"
    assert left_text(day, date(2018, 2, 27)) == "om 1 dag"
    assert left_text(day, date(2018, 3, 2)) == "för 2 dagar sedan"


@pytest.mark.parametrize(
    ("meeting", "today", "lines"),
    [
        (MEETING, date(2018, 2, 1), []),
        (
            MEETING,
            date(2018, 2, 21),
            [
                ("warning", "Handlingarna till sammanträdet den 7 mars 2018 ska vara inne i dag."),
                ("tip", "Sammanträdet den 7 mars 2018 bereds den 23 februari 2018."),
                ("tip", "Kallelsen till sammanträdet den 7 mars 2018 ska ut den 28 februari 2018."),
            ],
        ),
        (
            MEETING,
            date(2018, 3, 1),
            [
                ("warning", f"Kallelsen till {OURS} skulle ha gått ut den 28 februari 2018."),
            ],
        ),
        (
            HELD,
            date(2018, 3, 21),
            [("warning", "Sammanträdet den 7 mars 2018 ska vara justerat i dag.")],
        ),
        (HELD, date(2018, 5, 1), []),
    ],
)  # fmt: skip
def test_what_the_overview_tells(
    meeting: Meeting, today: date, lines: list[tuple[str, str]]
) -> None:
    assert said(meeting, today) == lines


def test_a_day_moved_back_is_late_on_the_free_day_itself() -> None:
    # Good Friday 2018 is the rule's day for Friday 6 April: Maundy Thursday is proposed
    easter = replace(MEETING, date=date(2018, 4, 6), papers=())
    assert said(easter, date(2018, 3, 30))[-1] == (
        Level.WARNING.value,
        "Kallelsen till sammanträdet den 6 april 2018 skulle ha gått ut den 29 mars 2018.",
    )


def test_states_in_words() -> None:
    called = replace(MEETING, state=MeetingState.CALLED)
    found = meeting_deadlines(called, RULES, date(2018, 2, 28))
    assert [state_text(each, date(2018, 2, 28)) for each in found] == [
        "för sent", "har passerat", "klart i tid", "om 21 dagar", "om 21 dagar",
    ]  # fmt: skip
