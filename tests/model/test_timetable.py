"""The agenda's clock against the source, against agendas with quirks, and as laws."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.terms import ItemKind, PrintTime
from hubra_desktop.model.timetable import (
    Slot,
    Timetable,
    next_day,
    planned_end,
    printed_time,
    timetable,
)
from tests.model.agendas import (
    BREAK,
    DECISION,
    FORMALITY,
    HEADING,
    INFORMATION,
    OTHER,
    at,
    digital_place,
    meeting,
    past_midnight,
    row,
    source_agenda,
    sub_items,
    supplementary_list,
)


def times(table: Timetable) -> dict[str, str]:
    return {
        item_id: "" if slot.start is None else time_range(slot.start, slot.end, ":")
        for item_id, slot in table.slots.items()
    }


def test_the_source_to_the_minute() -> None:
    table = timetable(source_agenda())
    assert times(table) == {
        "1": "15:30–15:35",
        "2": "15:35–16:00",
        "3": "16:00–16:20",
        "paus": "16:20–16:30",
        "4": "16:30–16:50",
        "5": "16:50–17:00",
        "6": "17:00–17:10",
        "7": "17:10",
    }
    assert (table.total, table.net, table.information) == (100, 90, 65)
    assert (table.start, table.end) == (at("15:30"), at("17:10"))
    assert table.slots["7"].open


def test_what_the_source_prints() -> None:
    sheet = source_agenda()
    table = timetable(sheet)
    printed = {item.id: printed_time(item, table.slots[item.id], ":") for item in sheet.items}
    assert printed["1"] == printed["7"] == ""
    assert printed["2"] == "15:35–16:00"


def test_a_longer_item_moves_what_follows() -> None:
    table = timetable(source_agenda(second=35))
    assert times(table)["2"] == "15:35–16:10"
    assert times(table)["3"] == "16:10–16:30"
    assert times(table)["paus"] == "16:30–16:40"
    assert times(table)["6"] == "17:10–17:20"
    assert table.end == at("17:20")


def test_a_pinned_pause_stays_and_the_clash_is_known() -> None:
    table = timetable(source_agenda(second=35, pause_pin="16:20"))
    assert times(table)["paus"] == "16:20–16:30"
    assert table.slots["paus"].gap == -10
    assert table.slots["paus"].after == "3"
    assert times(table)["4"] == "16:30–16:50"
    assert table.end == at("17:10")


def test_a_pin_after_the_flow_leaves_a_gap() -> None:
    table = timetable(meeting(row("1", duration=20), row("2", duration=10, pin="16:00")))
    assert table.slots["2"] == Slot(
        start=at("16:00"), end=at("16:10"), used=10, flow=950, after="1"
    )
    assert table.slots["2"].gap == 10
    assert table.total == 30


def test_sub_items_flow_inside_the_frame_of_their_parent() -> None:
    table = timetable(sub_items())
    assert times(table) == {
        "a": "15:30",
        "b": "15:35–16:15",
        "b1": "15:35–15:50",
        "b2": "15:50–16:00",
        "b3": "16:00–16:15",
        "c": "16:15",
        "c1": "16:15",
        "c2": "",
        "c3": "",
        "d": "",
        "e": "",
    }
    assert table.slots["b"].excess == 0
    assert (table.total, table.net, table.information) == (40, 40, 40)
    assert table.end == at("16:15")


def test_a_parent_without_duration_takes_the_sum_of_its_sub_items() -> None:
    table = timetable(
        meeting(
            row("1"),
            row("1a", DECISION, 10, level=1),
            row("p", BREAK, 5, level=1),
            row("1b", duration=20, level=1),
            row("2", duration=5),
        )
    )
    assert times(table)["1"] == "15:30–16:05"
    assert times(table)["2"] == "16:05–16:10"
    assert table.slots["1"].used == 35
    assert not table.slots["1"].open
    assert table.slots["1a"].after == "1"
    assert (table.total, table.net, table.information) == (40, 35, 25)


@pytest.mark.parametrize(
    ("frame", "excess", "counted"), [(30, 10, (30, 30, 30)), (60, -20, (60, 60, 20))]
)
def test_a_frame_keeps_its_length_whatever_its_sub_items_take(
    frame: int, excess: int, counted: tuple[int, int, int]
) -> None:
    kind = INFORMATION if frame == 30 else DECISION
    table = timetable(
        meeting(
            row("1", kind, frame),
            row("1a", duration=20, level=1),
            row("1b", kind, 20, level=1),
            row("2", duration=1),
        )
    )
    assert table.slots["1"].excess == excess
    assert table.slots["2"].start == at("15:30") + frame
    assert (table.total - 1, table.net - 1, table.information - 1) == counted


def test_an_open_sub_item_may_fill_the_frame() -> None:
    rows = (row("1", duration=30), row("1a", duration=20, level=1), row("1b", level=1))
    assert timetable(meeting(*rows)).slots["1"].excess == 0
    withdrawn = (*rows[:2], replace(rows[2], withdrawn=True))
    assert timetable(meeting(*withdrawn)).slots["1"].excess == -10


def test_an_open_sub_item_opens_a_parent_without_duration() -> None:
    table = timetable(
        meeting(row("1"), row("1a", duration=20, level=1), row("1b", level=1), row("2", duration=5))
    )
    assert table.slots["1"].open
    assert table.slots["1"].end is None
    assert table.slots["2"].stranded
    assert table.end is None
    assert table.total == 25


def test_an_open_row_stops_the_flow_until_the_next_pin() -> None:
    table = timetable(
        meeting(
            row("1", duration=10),
            row("2"),
            row("3", duration=10),
            row("4"),
            row("4a", duration=5, level=1),
            row("5", duration=10, pin="16:30"),
            row("6", duration=5),
        )
    )
    assert times(table)["2"] == "15:40"
    assert table.slots["3"].stranded
    assert table.slots["4"].stranded
    assert not table.slots["4"].open
    assert table.slots["3"].gap == table.slots["5"].gap == 0
    assert times(table)["6"] == "16:40–16:45"
    assert table.end == at("16:45")
    assert table.total == 40


def test_a_pinned_first_sub_item_places_a_parent_that_nothing_else_places() -> None:
    table = timetable(
        meeting(
            row("1"),
            row("2", duration=30),
            row("2a", duration=10, level=1, withdrawn=True),
            row("2b", duration=10, level=1, pin="16:00"),
            row("3"),
            row("4"),
            row("4a", duration=10, level=1),
            row("4b", duration=10, level=1, pin="17:00"),
        )
    )
    assert times(table)["2"] == "16:00–16:30"
    assert times(table)["2b"] == "16:00–16:10"
    assert times(table)["3"] == "16:30"
    assert times(table)["4b"] == "17:00–17:10"
    assert table.slots["4"].stranded
    assert table.slots["4"].end is None


def test_parallel_rows_start_together_and_the_longest_decides() -> None:
    table = timetable(
        meeting(
            row("1", duration=20),
            row("2", DECISION, 30, parallel=True),
            row("3", duration=10, parallel=True),
            row("4", duration=10),
        )
    )
    assert times(table) == {
        "1": "15:30–15:50",
        "2": "15:30–16:00",
        "3": "15:30–15:40",
        "4": "16:00–16:10",
    }
    assert table.slots["4"].after == "2"
    assert (table.total, table.net, table.information) == (40, 40, 30)


def test_parallel_rows_with_pins_and_open_leaders() -> None:
    table = timetable(
        meeting(
            row("1"),
            row("2", duration=30, parallel=True),
            row("3", duration=15, parallel=True, pin="15:45"),
            row("4", duration=10),
        )
    )
    assert times(table)["3"] == "15:45–16:00"
    assert times(table)["4"] == "16:00–16:10"
    assert table.slots["4"].after == "2"


def test_a_parallel_row_beside_nothing_follows() -> None:
    assert times(timetable(meeting(row("1", duration=5, parallel=True))))["1"] == "15:30–15:35"
    table = timetable(
        meeting(
            row("1", duration=10),
            row("2", duration=10, withdrawn=True),
            row("3", duration=10, parallel=True),
        )
    )
    assert times(table)["3"] == "15:40–15:50"


def test_withdrawn_rows_take_no_time() -> None:
    table = timetable(
        meeting(
            row("1", duration=10),
            row("2", duration=10, withdrawn=True, pin="16:30"),
            row("2a", duration=10, level=1),
            row("3", duration=10),
            row("4", duration=10, withdrawn=True, parallel=True),
            row("5", duration=20, parallel=True),
        )
    )
    assert table.slots["2"] == table.slots["2a"] == table.slots["4"] == Slot()
    assert times(table)["3"] == "15:40–15:50"
    assert times(table)["5"] == "15:40–16:00"


def test_headings_take_no_time_but_may_be_pinned() -> None:
    table = timetable(
        meeting(
            row("h", HEADING, 30),
            row("1", duration=10, level=1),
            row("i", HEADING, pin="16:00"),
            row("2", duration=10),
        )
    )
    assert times(table) == {"h": "15:30", "1": "15:30–15:40", "i": "16:00", "2": "16:00–16:10"}
    assert table.slots["i"].gap == 20
    assert table.slots["2"].after == "i"
    assert table.total == 20


def test_past_midnight_is_not_backwards() -> None:
    table = timetable(past_midnight())
    assert times(table)["4"] == "23:50–00:05"
    assert times(table)["5"] == "00:05–01:00"
    assert all(slot.gap == 0 for slot in table.slots.values())
    assert table.total == 410
    assert table.slots["4"].used == 15
    assert table.end == planned_end(past_midnight()) == 1440 + 80


def test_an_untimed_agenda_has_no_end() -> None:
    table = timetable(supplementary_list())
    assert table.end is None
    assert table.total == 0
    assert times(table)["1"] == "15:30"


def test_open_rows_at_the_end_hide_nothing() -> None:
    table = timetable(digital_place())
    assert table.end == at("16:10")
    assert table.slots["3"].start == at("16:10")


def test_planned_end() -> None:
    assert planned_end(meeting()) is None
    assert planned_end(meeting(end="17:30")) == at("17:30")


def test_printed_times() -> None:
    slot = Slot(start=960, end=980)
    assert printed_time(row("1"), slot) == "16.00–16.20"
    assert printed_time(row("1", print_time=PrintTime.START), slot) == "16.00"
    assert printed_time(row("1", print_time=PrintTime.NONE), slot) == ""
    assert printed_time(row("1"), Slot(start=960)) == "16.00"
    assert printed_time(row("1"), Slot()) == ""
    assert printed_time(row("h", HEADING), Slot(start=960)) == ""
    assert printed_time(row("h", HEADING, pin="16:00"), Slot(start=960)) == "16.00"


def test_next_day() -> None:
    assert next_day(5, 1430) == 1445
    assert next_day(5, 1430 + 1440) == 5 + 2880
    assert next_day(980, 990) == 980
    assert (next_day(0, 720), next_day(0, 721)) == (0, 1440)  # twelve hours back, and more


_kinds = st.sampled_from([FORMALITY, INFORMATION, DECISION, BREAK, HEADING, OTHER])
_flowing = st.builds(Item, kind=_kinds, duration=st.integers(1, 120), level=st.integers(0, 1))
_any = st.builds(
    Item,
    kind=_kinds,
    duration=st.none() | st.integers(0, 480),
    pin=st.none() | st.integers(0, 2000),
    level=st.integers(0, 1),
    parallel=st.booleans(),
    withdrawn=st.booleans(),
)


def _meeting_of(items: list[Item]) -> Meeting:
    return meeting(*(replace(item, id=str(place)) for place, item in enumerate(items)))


@given(st.lists(_any, max_size=12))
def test_every_row_has_a_slot_that_agrees_with_itself(items: list[Item]) -> None:
    sheet = _meeting_of(items)
    table = timetable(sheet)
    assert list(table.slots) != [] or not items
    assert set(table.slots) == {item.id for item in sheet.items}
    assert 0 <= table.information <= table.net <= table.total
    for item in sheet.items:
        slot = table.slots[item.id]
        assert slot.end is None or (slot.start is not None and slot.start <= slot.end)
        assert not (slot.open and slot.stranded)
        assert not (slot.stranded and slot.start is not None)
        if item.withdrawn or item.kind is ItemKind.HEADING:
            assert slot.used == 0
        elif item.duration and slot.start is not None:
            assert slot.end == slot.start + item.duration


@given(st.lists(_flowing, min_size=1, max_size=12))
def test_without_pins_the_agenda_is_unbroken(items: list[Item]) -> None:
    sheet = _meeting_of([replace(item, level=0) for item in items])
    table = timetable(sheet)
    assert all(slot.gap == 0 and not slot.stranded for slot in table.slots.values())
    timed = sum(item.duration or 0 for item in sheet.items if item.kind is not HEADING)
    assert table.total == timed
    assert table.start is not None
    assert table.end == (table.start + timed if timed else None)


@given(st.lists(_flowing, min_size=1, max_size=8), st.integers(1, 60))
def test_lengthening_the_first_row_moves_all_others_alike(items: list[Item], minutes: int) -> None:
    first = replace(items[0], kind=DECISION, level=0)
    rest = [replace(item, level=0) for item in items[1:]]
    before = timetable(_meeting_of([first, *rest]))
    longer = replace(first, duration=(first.duration or 0) + minutes)
    after = timetable(_meeting_of([longer, *rest]))
    for item_id in list(before.slots)[1:]:
        old, new = before.slots[item_id].start, after.slots[item_id].start
        assert old is not None
        assert new == old + minutes


def test_a_sub_item_set_before_its_parent_does_not_turn_time_backwards() -> None:
    table = timetable(meeting(row("1"), row("1a", duration=5, level=1, pin="15:00")))
    assert times(table) == {"1": "15:30–15:30", "1a": "15:00–15:05"}
    assert table.slots["1a"].gap == -30
