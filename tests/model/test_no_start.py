"""A meeting whose start is not known, and one that will not take place."""

from dataclasses import replace

import pytest

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.findings import Level
from hubra_desktop.model.meeting_rules import check_meeting_times, end_after, end_kept
from hubra_desktop.model.records.meeting import HouseStyle, Meeting, PreMeeting
from hubra_desktop.model.templates import at_another_start
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, MeetingState
from hubra_desktop.model.timetable import planned_end, timetable
from tests.model.agendas import at, meeting, row, source_agenda

STYLE = HouseStyle()


def without_start() -> Meeting:
    return replace(source_agenda(), start=None)


def test_only_rows_held_to_a_time_have_one() -> None:
    table = timetable(replace(meeting(row("a", duration=20), row("b", duration=10, pin="16:00"),
                                      row("c", duration=5)), start=None))  # fmt: skip
    assert table.start is None
    assert [table.slots[each].start for each in "abc"] == [None, at("16:00"), at("16:10")]
    assert (table.end, table.total) == (at("16:15"), 35)


def test_a_missing_start_stops_the_kallelse_and_says_how_to_mend_it() -> None:
    first = findings(without_start(), STYLE)[0]
    assert (first.id, first.level, first.field) == ("no_start", Level.STOP, "head.start")
    assert first.sentence == "Sammanträdet har ingen starttid. Skriv när det börjar."
    assert "no_start" not in {each.id for each in findings(source_agenda(), STYLE)}


def test_nothing_is_said_of_times_that_are_not_known() -> None:
    known = {each.id for each in findings(source_agenda(), STYLE)}
    groups = (PreMeeting(id="f", group="Koalitionen", start=at("23:00")),)
    unknown = replace(without_start(), pre_meetings=groups)
    assert {each.id for each in findings(unknown, STYLE)} == known | {"no_start"}


def test_an_end_without_a_start_is_kept_as_it_is() -> None:
    check_meeting_times(None, 60)
    assert end_after(None, 60) == 60
    assert end_kept(None, 1050, 930) == end_kept(930, 1050, None) == 1050
    assert planned_end(replace(meeting(end="00:30"), start=None)) == 30
    begun = at_another_start(without_start(), 960)
    assert begun == replace(without_start(), start=960)


@pytest.mark.parametrize("state", sorted(HELD_STATES))
def test_of_a_meeting_that_has_been_held_nothing_is_missing(state: MeetingState) -> None:
    wrong = "Nästa möte är måndagen den 15 maj 2018."
    assert findings(replace(without_start(), state=state, note=wrong), STYLE) == ()


@pytest.mark.parametrize("state", sorted(LIFTED_STATES))
def test_a_meeting_that_is_not_held_needs_no_agenda(state: MeetingState) -> None:
    bare = Meeting(id="m", date=source_agenda().date, state=state)
    assert findings(bare, STYLE) == ()
    wrong = replace(bare, note="Nytt datum är måndagen den 15 maj 2018.")
    assert [each.id for each in findings(wrong, STYLE)] == ["wrong_weekday"]
