"""The rail's bars are as long as the minutes of the list, wherever they stand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.rules import LONGEST_ROW
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.model.time_rail import Rail, between, dragged, rail_of
from hubra_desktop.model.timetable import timetable
from tests.model.agendas import meeting, row, source_agenda


def rail(sheet: Meeting) -> Rail:
    found = rail_of(sheet)
    assert found is not None
    return found


def test_every_timed_row_is_a_bar_as_long_as_in_the_list() -> None:
    sheet = source_agenda()
    slots = timetable(sheet).slots
    bars = {bar.item_id: bar for bar in rail(sheet).bars}
    timed = {item.id for item in sheet.items if slots[item.id].start is not None}
    assert set(bars) == timed
    for item_id, bar in bars.items():
        assert bar.start == slots[item_id].start
        assert bar.end == (slots[item_id].end or bar.start)


def test_a_pixel_is_the_same_time_all_along() -> None:
    shown = rail(source_agenda())
    height = 400.0
    for bar in shown.bars:
        high = shown.y(bar.end, height) - shown.y(bar.start, height)
        assert high == pytest.approx((bar.end - bar.start) * height / (shown.end - shown.start))
    assert shown.y(shown.start, height) == 0
    assert shown.y(shown.end, height) == height


def test_pins_pauses_and_collisions_are_told() -> None:
    sheet = meeting(
        row("a", duration=60), row("b", ItemKind.BREAK, 10, pin="16:20"), row("c", duration=5)
    )
    first, pause, last = rail(sheet).bars
    assert (pause.pinned, pause.pause, pause.clash) == (True, True, 10)
    assert (first.clash, last.clash, last.pinned) == (0, 0, False)


def test_rows_in_parallel_stand_in_lanes() -> None:
    sheet = meeting(
        row("a", duration=20), row("b", duration=30, parallel=True), row("c", duration=5)
    )
    assert [(bar.lane, bar.lanes) for bar in rail(sheet).bars] == [(0, 2), (1, 2), (0, 1)]


def test_sub_items_stand_within_and_what_takes_no_time_is_left_out() -> None:
    sheet = meeting(
        row("a", duration=20),
        row("b", duration=10, level=1),
        row("h", ItemKind.HEADING),
        row("w", duration=10, withdrawn=True),
        row("o"),
    )
    bars = rail(sheet).bars
    assert [bar.item_id for bar in bars] == ["a", "b", "o"]
    assert [bar.inner for bar in bars] == [False, True, False]
    assert bars[-1].open


def test_the_planned_end_is_within_the_rail() -> None:
    shown = rail(meeting(row("a", duration=20), end="17:30"))
    assert (shown.start, shown.end, shown.planned) == (930, 1050, 1050)
    assert rail(meeting()).end - rail(meeting()).start == 30
    assert rail_of(replace(meeting(), start=None)) is None


def test_ticks_are_round_and_apart() -> None:
    shown = rail(meeting(row("a", duration=120)))
    assert shown.ticks(400, 40) == (930, 945, 960, 975, 990, 1005, 1020, 1035, 1050)
    assert shown.ticks(100, 40) == (960, 1020)
    assert shown.ticks(10, 40) == (960,)


@pytest.mark.parametrize(
    ("minutes", "pixels", "fine", "wanted"),
    [
        (20, 0, False, 20),
        (20, 12, False, 25),
        (20, 12, True, 26),
        (20, -400, False, 5),
        (20, -400, True, 1),
        (20, 9999, False, LONGEST_ROW),
        (23, 0.2, False, 25),
    ],
)
def test_a_dragged_edge_goes_by_fives(minutes: int, pixels: float, fine: bool, wanted: int) -> None:
    assert dragged(minutes, pixels, 2.0, fine=fine) == wanted


@given(st.floats(0, 1))
def test_bars_glide_between_where_they_stood_and_where_they_go(part: float) -> None:
    old = rail(meeting(row("a", duration=20), row("b", duration=10)))
    new = rail(meeting(row("b", duration=10), row("a", duration=40), row("c", duration=5)))
    way = {bar.item_id: bar for bar in between(old, new, part).bars}
    ends = {bar.item_id: bar for bar in new.bars}
    assert set(way) == set(ends)
    assert way["c"] == ends["c"]
    low, high = sorted((930 + 20, 930))
    assert low <= way["b"].start <= high


def test_the_way_begins_and_ends_where_it_should() -> None:
    old = rail(meeting(row("a", duration=20), row("b", duration=10)))
    new = rail(meeting(row("b", duration=10), row("a", duration=40)))
    assert between(old, new, 1.0) == new
    assert {b.item_id: b.start for b in between(old, new, 0.0).bars} == {"a": 930, "b": 950}
