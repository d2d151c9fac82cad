"""Which generations of a register are kept, and what they are called."""

import unicodedata
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import (
    BOUND,
    BackupReason,
    Generation,
    generation_called,
    generation_name,
    named_generation,
    newest_first,
    thinning,
)

NOW = datetime(2026, 11, 30, 16, 0)
HOUR = BackupReason.HOUR


def made(
    moment: datetime, reason: BackupReason = HOUR, size: int = 1, number: int = 1
) -> Generation:
    return Generation(Path(generation_name(moment, reason, number)), moment, reason, size)


def years_of_work(now: datetime, years: float) -> list[Generation]:
    """A generation for each hour of every working day, as far back as asked."""
    days = (now - timedelta(days=number) for number in range(int(years * 365)))
    return [
        made(day.replace(hour=hour, minute=10))
        for day in days
        if day.weekday() < 5
        for hour in range(8, 16)
    ]


def live(days: int, start: datetime) -> list[Generation]:
    """What is kept after so many days of work, thinned each time as the program does."""
    kept: list[Generation] = []
    for number in range(days):
        for hour in (8, 12, 16):
            moment = start + timedelta(days=number, hours=hour)
            new = made(moment)
            kept = thinning([*kept, new], moment, new.path).kept
    return kept


@pytest.mark.parametrize("reason", BackupReason)
@pytest.mark.parametrize("number", [1, 2, 13])
def test_a_name_tells_what_it_was_made_of(reason: BackupReason, number: int) -> None:
    moment = datetime(2026, 3, 29, 2, 30, 5)
    name = generation_name(moment, reason, number)
    for written in (name, unicodedata.normalize("NFD", name)):
        path = Path("/råd (säkerhetskopior)") / written
        assert named_generation(path, 7) == Generation(path, moment, reason, 7)


@pytest.mark.parametrize(
    "name",
    [
        "råd.hubra",
        "2026-11-30 09.10.05 (timme).hubra.new",
        ".2026-11-30 09.10.05 (timme).hubra",
        "2026-11-30 09.10.05 (timme, 0).hubra",
        "2026-11-30 09.10.05 (annat).hubra",
        "2026-13-30 09.10.05 (timme).hubra",
        "2026-11-30 09.10 (timme).hubra",
    ],
)
def test_other_files_are_no_generations(name: str) -> None:
    assert named_generation(Path(name), 1) is None


def test_generations_lie_close_near_the_present_and_far_apart_long_ago() -> None:
    kept = thinning(years_of_work(NOW, 3), NOW, bound=BOUND).kept
    ages = [(NOW.date() - each.moment.date()).days for each in kept]
    assert ages.count(0) == 8
    assert sorted(age for age in ages if 0 < age <= 14) == [3, 4, 5, 6, 7, 10, 11, 12, 13, 14]
    weeks = [age for age in ages if 14 < age <= 365]
    assert 50 <= len(weeks) <= 51
    months = {(each.moment.year, each.moment.month) for each in kept}
    long_ago = [age for age in ages if age > 365]
    assert 23 <= len(long_ago) <= 25
    assert len(months) >= 36
    assert kept == newest_first(kept)
    assert all(each.moment.hour == 15 for each in kept if each.moment.date() != NOW.date())


def test_thinned_day_by_day_as_at_once() -> None:
    kept = live(420, datetime(2025, 1, 1))
    now = kept[0].moment
    ages = [(now.date() - each.moment.date()).days for each in kept]
    assert [age for age in ages if age <= 14] == [0, 0, 0, *range(1, 15)]
    gaps = [older - newer for newer, older in pairwise(ages)]
    assert max(gaps[:60]) <= 13
    assert max(gaps) <= 61
    assert len([age for age in ages if age > 365]) >= 2


@given(
    moments=st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), min_size=1),
    now=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    bound=st.integers(0, 40),
    data=st.data(),
)
@settings(max_examples=25)
def test_whatever_the_clock_says_the_newest_and_the_one_just_made_stay(
    moments: list[datetime], now: datetime, bound: int, data: st.DataObject
) -> None:
    every = [
        made(moment.replace(microsecond=0), data.draw(st.sampled_from(BackupReason)), 1, number)
        for number, moment in enumerate(moments, 1)
    ]
    new = data.draw(st.sampled_from(every))
    plan = thinning(every, now, new.path, bound)
    assert newest_first(every)[0] in plan.kept
    assert new in plan.kept
    assert newest_first([*plan.kept, *plan.aged, *plan.crowded]) == newest_first(every)
    assert len(plan.kept) <= max(bound, 2)
    again = thinning(plan.kept, now, new.path, bound)
    assert again.kept == plan.kept


def test_a_clock_set_back_takes_nothing_away() -> None:
    """In autumn one hour comes twice; a wrong year is worse."""
    first, second = datetime(2026, 10, 25, 2, 50), datetime(2026, 10, 25, 2, 10)
    before, after = made(first), made(second)
    plan = thinning([before, after], second, after.path)
    assert (set(plan.kept), plan.aged) == ({before, after}, [])
    wrong = [made(datetime(2031, 5, 6, hour)) for hour in (9, 10)]
    plan = thinning([*wrong, before, after], NOW, after.path)
    assert set(wrong) <= set(plan.kept)


def test_those_of_one_second_stand_as_they_were_made() -> None:
    reasons = [BackupReason.START, BackupReason.PURGE, BackupReason.BY_HAND, BackupReason.CLOSE]
    every = [made(NOW, reason, number=number) for number, reason in enumerate(reasons, 9)]
    assert newest_first(every) == every[::-1]


def test_a_step_back_that_may_be_wanted_is_kept_longer() -> None:
    day = NOW - timedelta(days=60)
    upgrade = made(day.replace(hour=8), BackupReason.MIGRATION)
    back = made(day.replace(hour=9), BackupReason.RESTORE)
    taken_in = made(day.replace(hour=10), BackupReason.IMPORT)
    last = made(day.replace(hour=15))
    plan = thinning([upgrade, back, taken_in, last, made(NOW)], NOW)
    assert plan.aged == [taken_in]
    later = NOW + timedelta(days=40)
    assert back in thinning([upgrade, back, last, made(later)], later).aged


def test_what_takes_too_much_room_goes_where_it_is_missed_least() -> None:
    every = [made(NOW - timedelta(days=days), size=10) for days in range(10)]
    held = made(NOW - timedelta(days=3, hours=1), BackupReason.RESTORE, size=10)
    plan = thinning([*every, held], NOW, bound=60)
    assert sum(each.size for each in plan.kept) == 60
    assert len(plan.crowded) == 5
    assert every[0] in plan.kept
    assert held in plan.kept
    assert every[-1] in plan.kept
    huge = made(NOW, size=100)
    alone = thinning([huge, made(NOW - timedelta(hours=2), size=100)], NOW, bound=60)
    assert alone.kept == [huge]


def test_a_generation_is_called_by_the_beginning_of_its_name() -> None:
    every = [made(NOW - timedelta(hours=hours)) for hours in (0, 1, 30)]
    assert generation_called(every, "2026-11-30") == every[0]
    assert generation_called(every, " 2026-11-30 15:00") == every[1]
    assert generation_called(every, every[2].path.name) == every[2]
    for unknown in ("2025-11-30", "", "timme"):
        with pytest.raises(InputError, match="Det finns ingen säkerhetskopia"):
            generation_called(every, unknown)


def test_a_day_is_still_apart_from_its_week_on_the_fourteenth_day() -> None:
    wednesday = datetime(2026, 12, 2, 16, 0)
    pair = [made(wednesday - timedelta(days=each)) for each in (14, 15)]
    assert thinning(pair, wednesday).kept == pair
    later = [made(wednesday)]
    assert thinning([*later, *pair], wednesday + timedelta(days=1)).kept == [*later, pair[0]]
