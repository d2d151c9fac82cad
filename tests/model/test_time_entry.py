"""What people type in time cells, and what is made of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.rules import LONGEST_ROW
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.time_entry import (
    TimeEntry,
    parse_clock,
    parse_time_entry,
)


def minutes(duration: int | None) -> TimeEntry:
    return TimeEntry(duration=duration, duration_given=True)


def pinned(duration: int | None, pin: int | None) -> TimeEntry:
    return TimeEntry(duration=duration, duration_given=True, pin=pin, pin_given=True)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("20", 20),
        ("16", 16),
        ("480", 480),
        ("0:20", 20),
        ("0.20", 20),
        ("1:30", 90),
        ("20 min", 20),
        ("20min.", 20),
        ("5 m", 5),
        ("1 minut", 1),
        ("1 h 15", 75),
        ("1h15", 75),
        ("1 h 15 min", 75),
        ("1 tim", 60),
        ("2 timmar och 5 minuter", 125),
        ("1,5 h", 90),
        ("1.25 tim", 75),
        ("1½ timme", 90),
        ("½ h", 30),
        (" 1  TIM 35 Min ", 95),
    ],
)
def test_durations(text: str, duration: int) -> None:
    assert parse_time_entry(text, flow_start=960) == minutes(duration)


@pytest.mark.parametrize(
    "text",
    [
        "16.00–16.20",
        "16:00-16:20",
        "16-16.20",
        "16,00 — 16,20",
        "1600-1620",
        "kl 16-16.20",
        "kl. 16.00 till kl. 16.20",
        "(Kl.16:00-16:20)",
        "från kl. 16.00 till 16.20",
    ],
)
def test_ranges_set_the_duration_or_pin(text: str) -> None:
    assert parse_time_entry(text, flow_start=960) == minutes(20)
    assert parse_time_entry(text, flow_start=950) == pinned(20, 960)
    assert parse_time_entry(text, flow_start=None) == pinned(20, 960)


def test_a_range_and_the_pin_that_was() -> None:
    assert parse_time_entry("16.00-16.20", flow_start=950, pinned=960) == minutes(20)
    assert parse_time_entry("16.00-16.20", flow_start=960, pinned=960) == minutes(20)
    assert parse_time_entry("16.00-16.20", flow_start=960, pinned=990) == pinned(20, None)
    assert parse_time_entry("00.05-00.20", flow_start=1430, pinned=5) == minutes(15)


@pytest.mark.parametrize("text", ["kl 16", "kl. 16.00", "klockan 16:00", "1600", "16.00", "16:00"])
def test_clock_times_pin_and_leave_the_duration(text: str) -> None:
    assert parse_time_entry(text, flow_start=960) == TimeEntry(pin=960, pin_given=True)


def test_a_start_without_an_end_is_open() -> None:
    assert parse_time_entry("16.00–", flow_start=960) == minutes(None)
    assert parse_time_entry("16.30 –", flow_start=960) == pinned(None, 990)


def test_nothing_is_open_and_following() -> None:
    assert parse_time_entry("  ", flow_start=960) == pinned(None, None)
    assert parse_clock(" ") is None


def test_past_midnight() -> None:
    assert parse_time_entry("23.50–00.05", flow_start=1430) == minutes(15)
    assert parse_time_entry("23.50–24.00", flow_start=1430) == minutes(10)
    assert parse_time_entry("00.05–01.00", flow_start=1445) == minutes(55)
    assert parse_time_entry("kl 00.05", flow_start=1430) == TimeEntry(pin=1445, pin_given=True)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("25:00", "Klockan 25.00 finns inte. Skriv en tid mellan 0.00 och 24.00."),
        ("kl 25", "Klockan 25 finns inte. Skriv en tid mellan 0.00 och 24.00."),
        ("16.75", "Klockan 16.75 finns inte. Minuterna går från 00 till 59."),
        ("1675-17", "Klockan 16.75 finns inte. Minuterna går från 00 till 59."),
        ("0.75", "0.75 är ingen tid. Minuterna går från 00 till 59."),
        (
            "16-16.00",
            "Tiden börjar och slutar 16.00. Skriv en sluttid som är senare än starttiden.",
        ),
        (
            "16.20-16.00",
            (
                "Sluttiden 16.00 ligger före starttiden 16.20. Byt plats på dem, "
                "eller skriv en senare sluttid."
            ),
        ),
        ("-20", "En tid kan inte vara negativ. Skriv antalet minuter, till exempel 20."),
        ("0", "En punkt kan inte ta 0 minuter. Lämna rutan tom om tiden är öppen."),
        (
            "481",
            (
                "481 minuter är för långt. En punkt kan ta högst 480 minuter (8 timmar). "
                "Dela upp den, eller skriv en kortare tid."
            ),
        ),
        (
            "8-17",
            (
                "540 minuter är för långt. En punkt kan ta högst 480 minuter (8 timmar). "
                "Dela upp den, eller skriv en kortare tid."
            ),
        ),
        (" abc ", "Jag förstår inte ”abc”. Skriv till exempel 20, 0:20 eller 16.00–16.20."),
        ("16:5", "Jag förstår inte ”16:5”. Skriv till exempel 20, 0:20 eller 16.00–16.20."),
    ],
)
def test_refusals_say_what_is_wrong(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_time_entry(text, flow_start=960)
    assert refusal.value.sentence == sentence


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("16", 960),
        ("7", 420),
        ("16.30", 990),
        ("16:30", 990),
        ("16,30", 990),
        ("1630", 990),
        ("930", 570),
        ("kl 16", 960),
        ("Kl. 16.30", 990),
        ("klockan 15:30", 930),
        ("24.00", 1440),
        ("0", 0),
    ],
)
def test_start_fields_take_bare_hours(text: str, clock: int) -> None:
    assert parse_clock(text) == clock


@pytest.mark.parametrize("text", ["24.01", "16.60", "abc", "16-17", "20 min", "-1"])
def test_start_fields_refuse_what_is_no_time(text: str) -> None:
    with pytest.raises(InputError, match=r"\.$"):
        parse_clock(text)


def test_a_start_field_says_how_to_write() -> None:
    with pytest.raises(InputError) as refusal:
        parse_clock("strax")
    assert refusal.value.sentence == (
        "Jag förstår inte ”strax”. Skriv klockslaget till exempel 16, 16.30 eller 1630."
    )


@given(st.integers(1, LONGEST_ROW), st.integers(0, 1439), st.sampled_from([".", ":"]))
def test_what_is_shown_can_be_typed(duration: int, start: int, separator: str) -> None:
    shown = time_range(start, start + duration, separator)
    assert parse_time_entry(shown, flow_start=start) == minutes(duration)
    assert parse_time_entry(shown, flow_start=start + 700, pinned=start) == minutes(duration)


@given(st.text(alphabet="0123456789.:,-– hkltimn½", max_size=12) | st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    entry, sentence = TimeEntry(), "."
    try:
        entry = parse_time_entry(text, flow_start=960)
    except InputError as refusal:
        sentence = refusal.sentence
    assert sentence.endswith(".")
    assert entry.duration is None or 0 < entry.duration <= LONGEST_ROW
    assert entry.pin is None or 240 <= entry.pin < 2400
