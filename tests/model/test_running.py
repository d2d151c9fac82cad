"""The clock of a meeting that goes on: what is late, and what that does to the rest."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.minutes.running import (
    RowPlace,
    RunningMeeting,
    clock_now,
    running_meeting,
    steps_of,
)
from hubra_desktop.model.records.attendance import AgendaRun
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.timetable import timetable
from tests.model.agendas import BREAK, HEADING, at, meeting, row, source_agenda


def run(
    item: str | None, begun: str, ended: str | None = None, *, pause: bool = False
) -> AgendaRun:
    end = None if ended is None else at(ended)
    return AgendaRun(id=f"{item}{begun}", item_id=item, meeting_id="m", started=at(begun),
                     ended=end, pause=pause)  # fmt: skip


def starts(going: RunningMeeting) -> dict[str, str]:
    return {
        each.item.id: "" if each.start is None else clock(each.start, ":") for each in going.rows
    }


def following(going: RunningMeeting) -> str:
    return going.following.item.id if going.following else ""


def opened(sheet: Meeting, begun: str = "15:30") -> Meeting:
    return replace(sheet, opened_at=at(begun))


def test_a_meeting_on_time_has_the_times_of_its_plan() -> None:
    going = running_meeting(opened(source_agenda()), [run("1", "15:30")], at("15:32"))
    assert starts(going) == {
        "1": "15:30", "2": "15:35", "3": "16:00", "paus": "16:20", "4": "16:30", "5": "16:50",
        "6": "17:00", "7": "17:10",
    }  # fmt: skip
    assert going.late == 0
    assert going.current is not None
    assert going.current.left == 3
    assert following(going) == "2"


def test_a_row_that_takes_longer_moves_all_that_come() -> None:
    runs = [run("1", "15:32", "15:40"), run("2", "15:40")]
    going = running_meeting(opened(source_agenda(), "15:32"), runs, at("16:12"))
    assert going.late == 12
    assert starts(going)["3"] == "16:12"
    assert {each.moved for each in going.coming} == {12}
    assert going.current is not None
    assert (going.current.spent, going.current.left) == (32, -7)


def test_a_fixed_pause_waits_for_its_time_and_takes_up_what_is_late() -> None:
    sheet = opened(source_agenda(pause_pin="16:30"))
    runs = [run("1", "15:30", "15:35"), run("2", "15:35", "16:05"), run("3", "16:05")]
    going = running_meeting(sheet, runs, at("16:06"))
    assert (going.late, starts(going)["paus"], starts(going)["4"]) == (5, "16:30", "16:40")


def test_a_pause_counts_for_no_row_and_makes_the_rest_later() -> None:
    runs = [run("1", "15:30", "15:33"), run(None, "15:33", pause=True)]
    going = running_meeting(opened(source_agenda()), runs, at("15:43"))
    assert going.pause is not None
    assert going.current is not None
    assert going.current.spent == 3
    assert going.late == 10
    again = [run("1", "15:30", "15:33"), run(None, "15:33", "15:43", pause=True),
             run("1", "15:43")]  # fmt: skip
    assert starts(running_meeting(opened(source_agenda()), again, at("15:43")))["2"] == "15:45"


def test_a_row_passed_over_is_still_to_come() -> None:
    runs = [run("1", "15:30", "15:35"), run("3", "15:35")]
    going = running_meeting(opened(source_agenda()), runs, at("15:35"))
    assert going.coming[0].item.id == "2"
    assert following(going) == "paus"
    last = running_meeting(opened(source_agenda()), [*runs[:1], run("7", "15:35")], at("15:36"))
    assert following(last) == "2"


def test_after_a_row_without_a_length_times_are_known_from_the_next_fixed_one() -> None:
    sheet = opened(meeting(row("a", duration=10), row("b"), row("c", duration=5),
                           row("d", duration=5, pin="16:30"), row("e", duration=5)))  # fmt: skip
    going = running_meeting(sheet, [run("a", "15:30")], at("15:30"))
    assert starts(going) == {"a": "15:30", "b": "15:40", "c": "", "d": "16:30", "e": "16:35"}
    assert going.end == at("16:40")


def test_rows_beside_each_other_start_together() -> None:
    sheet = opened(meeting(row("a", duration=10), row("b", duration=5),
                           row("c", duration=20, parallel=True), row("d", duration=5)))  # fmt: skip
    going = running_meeting(sheet, [run("a", "15:30")], at("15:45"))
    assert starts(going) == {"a": "15:30", "b": "15:45", "c": "15:45", "d": "16:05"}


def test_before_it_begins_a_late_meeting_tells_the_times_it_can_hold() -> None:
    sheet = source_agenda()
    early = running_meeting(sheet, [], at("15:00"))
    assert (early.late, early.current, starts(early)["1"]) == (0, None, "15:30")
    late = running_meeting(sheet, [], at("15:37"))
    assert (late.late, starts(late)["2"]) == (7, "15:42")


def test_a_meeting_that_has_ended_tells_when() -> None:
    sheet = replace(opened(source_agenda()), ended_at=at("17:20"))
    going = running_meeting(sheet, [run("1", "15:30", "17:20")], at("18:00"))
    assert (going.end, going.current, going.planned_end) == (at("17:20"), None, at("17:10"))


def test_headings_and_rows_that_are_withdrawn_are_not_gone_through() -> None:
    sheet = meeting(row("h", HEADING), row("a"), row("b", withdrawn=True), row("p", BREAK))
    assert [item.id for item in steps_of(sheet.items)] == ["a", "p"]


def test_a_time_after_midnight_follows_the_evening() -> None:
    sheet = opened(meeting(row("a"), start="23:00"), "23:00")
    assert clock_now(at("00:05"), sheet, [run("a", "23:30")]) == at("24:05")
    assert clock_now(at("00:05"), replace(sheet, opened_at=None), []) == at("00:05")


@st.composite
def plans(draw: st.DrawFn) -> Meeting:
    lengths = draw(st.lists(st.integers(1, 60), min_size=1, max_size=9))
    return opened(meeting(*(row(str(each), duration=n) for each, n in enumerate(lengths))))


@given(plans(), st.lists(st.integers(0, 90), min_size=1, max_size=9), st.integers(0, 90))
def test_all_that_comes_is_as_late_as_the_meeting(
    sheet: Meeting, took: list[int], gone: int
) -> None:
    """Without fixed times, the rest is moved by what the rows so far took too much."""
    took = took[: len(sheet.items)]
    begun = at("15:30")
    runs = []
    for item, length in zip(sheet.items, took, strict=False):
        runs.append(AgendaRun(id=item.id, meeting_id="m", item_id=item.id, started=begun,
                              ended=begun + length))  # fmt: skip
        begun += length
    runs[-1] = replace(runs[-1], ended=None)
    now = runs[-1].started + gone
    going = running_meeting(sheet, runs, now)
    row = going.rows[len(runs) - 1]
    assert row.place is RowPlace.NOW
    assert {each.moved for each in going.coming} <= {going.late}
    plan = timetable(sheet)
    assert going.end is not None
    assert plan.end is not None
    assert going.end - plan.end == going.late
    assert sum(each.spent for each in going.rows) == now - at("15:30")
