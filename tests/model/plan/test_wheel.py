"""The year's wheel: nothing lies over anything else, and the words tell all that it shows."""

import datetime as dt
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.drawing import Drawing, Label, Path, bounds, text_width
from hubra_desktop.model.plan.periods import When
from hubra_desktop.model.plan.terms import ActivityState, LetterState
from hubra_desktop.model.plan.wheel import WIDTH, Key, wheel
from hubra_desktop.model.plan.wheel_key import wrapped
from hubra_desktop.model.plan.wheel_looks import TONES, tone_of
from hubra_desktop.model.plan.wheel_places import (
    Laid,
    angle_of,
    days_stretches,
    lay_out,
    spread,
    stretches_of,
)
from hubra_desktop.model.plan.year import Wheel, wheel_text, yearly_duties
from hubra_desktop.model.records.plan import Letter, Plan
from hubra_desktop.model.swedish import MONTHS
from tests.model.plan.years import YEAR, activity, plan

PERIODS = (
    "juni", "våren", "hösten", "november", "varje vecka", "2017", "mars–maj", "vintern",
    "februari och oktober", "hela året", "", "första halvåret", "maj", "september",
)  # fmt: skip
SMALLEST = 8.5


def letters() -> tuple[Letter, ...]:
    sent = (dt.date(YEAR, month, 15) for month in range(2, 9))
    return tuple(
        Letter(id=f"l{n}", year=YEAR, number=n, state=LetterState.SENT, sent_on=day)
        for n, day in enumerate(sent, 1)
    )


def year(count: int, periods: tuple[str, ...] = PERIODS) -> Wheel:
    """A year with so many activities, spread over areas and periods."""
    activities = tuple(
        activity(f"Aktivitet {n}", f"a{n % 8 + 1}", period=periods[n % len(periods)])
        for n in range(count)
    )
    meetings = (
        dt.date(2017, 3, 8),
        dt.date(2017, 5, 17),
        dt.date(2017, 9, 13),
        dt.date(2017, 11, 22),
    )
    return Wheel(
        year=YEAR, plan=plan(), activities=activities, meetings=meetings, letters=letters(),
        duties=yearly_duties(YEAR),
    )  # fmt: skip


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


Box = tuple[float, float, float, float]


def box(label: Label) -> Box:
    """Return the room of a level label."""
    width = text_width(label.text, label.size, bold=label.bold)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - 0.75 * label.size, left + width, label.y + 0.2 * label.size


def overlap(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - 0.1
        and other[0] < one[2] - 0.1
        and one[1] < other[3] - 0.1
        and other[1] < one[3] - 0.1
    )


@pytest.mark.parametrize("count", [0, 1, 28, 60])
@pytest.mark.parametrize("key", ["below", "beside", "none"])
def test_everything_lies_inside_and_can_be_read(count: int, key: Key) -> None:
    drawing = wheel(year(count), width=760 if key == "beside" else WIDTH, key=key)
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            left, top, right, bottom = bounds(shape.steps)
        elif shape.turn:
            left, top, right, bottom = shape.x, shape.y, shape.x, shape.y
        else:
            left, top, right, bottom = box(shape)
        assert min(left, top) >= -3.0, shape
        assert max(right - drawing.width, bottom - drawing.height) <= 3.0, shape
    assert all(each.size >= SMALLEST for each in drawing.shapes if isinstance(each, Label))


@pytest.mark.parametrize("count", [1, 28, 60])
def test_no_level_label_lies_over_another(count: int) -> None:
    level = [
        box(each)
        for each in wheel(year(count)).shapes
        if isinstance(each, Label) and not each.turn and each.text
    ]
    clashes = [
        (one, other)
        for place, one in enumerate(level)
        for other in level[place + 1 :]
        if overlap(one, other)
    ]
    assert clashes == []


@pytest.mark.parametrize("count", [1, 28, 60])
def test_every_activity_stands_in_the_wheel_and_in_its_key(count: int) -> None:
    own = year(count)
    shown, alone = words(wheel(own)), words(wheel(own, width=460.0, key="none"))
    for entry in own.entries:
        times = len(stretches_of(entry.period.months)) if entry.period.when is When.MONTHS else 1
        assert 1 <= alone.count(entry.number) <= times, entry
        assert shown.count(entry.number) == alone.count(entry.number) + 1, entry


def test_the_wheel_names_the_months_meetings_letters_and_duties() -> None:
    alone = words(wheel(year(0), key="none"))
    assert [each for each in alone if each in MONTHS] == list(MONTHS)
    assert {"8", "17", "13", "22", "VB", "VP", "2017"} <= set(alone)
    assert {str(n) for n in range(1, 8)} <= set(alone)


def test_an_empty_year_says_so() -> None:
    alone = words(wheel(Wheel(year=YEAR)))
    assert set(alone) == {*MONTHS, "2017", "inget planerat"}
    assert "inget planerat" not in words(wheel(year(0)))


def test_struck_and_secret_activities_are_not_in_the_wheel() -> None:
    own = year(8)
    struck = replace(own.activities[0], state=ActivityState.STRUCK, reason="Utgår")
    secret = replace(own.activities[1], closed=True)
    left = replace(own, activities=(struck, secret, *own.activities[2:]))
    assert len(list(left.entries)) == 6
    assert "Aktivitet 0" not in wheel_text(left)
    assert "Aktivitet 1" not in wheel_text(left)


def test_numbers_follow_the_areas() -> None:
    own = Wheel(
        year=YEAR,
        plan=plan(),
        activities=(activity("dag", "a2", "a6"), activity("kväll", "a2"), activity("ensam")),
    )
    numbers = {entry.activity.id: entry.number for entry in own.entries}
    assert numbers == {"dag": "2.1", "kväll": "2.2", "ensam": "–1"}
    assert own.groups[5].shared == ("2.1",)
    assert own.groups[-1].title == "Utan område"
    assert "Även 2.1" in words(wheel(own))
    assert own.groups[0].title == f"1. {plan().areas[0].title}"


def test_areas_whose_numbers_are_missing_or_doubled_are_numbered_by_place() -> None:
    own = plan()
    areas = (replace(own.areas[0], number=""), *own.areas[1:])
    told = Wheel(year=YEAR, plan=replace(own, areas=areas), activities=(activity("dag", "a1"),))
    assert next(told.entries).number == "1.1"
    lettered = tuple(replace(area, number="A.") for area in own.areas[:1])
    told = replace(told, plan=replace(own, areas=lettered))
    assert next(told.entries).number == "A.1"


def test_without_a_plan_the_activities_are_still_there() -> None:
    own = Wheel(year=YEAR, activities=(activity("dag", period="juni"),))
    assert "–1" in words(wheel(own))
    assert "Juni: –1 dag (juni)." in wheel_text(own)


def test_the_words_tell_everything_by_month() -> None:
    told = wheel_text(year(28)).split("\n")
    assert told[0] == "Årshjul 2017."
    assert [line.split(":")[0].lower() for line in told[1:13]] == list(MONTHS)
    assert told[1].startswith("Januari: ")
    assert "sammanträde 8 mars; Trygghetsbrev nr 2 skickat 15 mars" in told[3]
    assert "Verksamhetsberättelse för 2016 klar senast 31 mars" in told[3]
    text = "\n".join(told)
    for entry in year(28).entries:
        assert f"{entry.number} {entry.activity.title}" in text
    assert any(line.startswith("Hela året: ") for line in told)
    assert any(line.startswith("Någon gång under året: ") for line in told)
    assert any(line.startswith("Utan angiven tid: ") for line in told)


def test_the_words_tell_how_it_went_and_when_by_days() -> None:
    parts = (
        activity("a", "a1", starts=dt.date(2017, 6, 1), ends=dt.date(2017, 6, 2)),
        activity("b", "a1", starts=dt.date(2017, 6, 7), state=ActivityState.PARTLY, reason="x"),
        activity("", "a1", period="juni"),
    )
    told = wheel_text(Wheel(year=YEAR, plan=plan(), activities=parts))
    assert "1.1 a (1 juni–2 juni)" in told
    assert "1.2 b (7 juni), delvis genomförd" in told
    assert "1.3 utan rubrik (juni)" in told


def test_letters_that_no_day_is_known_of_are_told_without() -> None:
    loose = (Letter(id="x", year=YEAR, number=9), Letter(id="y", year=YEAR),
             Letter(id="z", year=YEAR, number=3, deadline=dt.date(2017, 4, 2)))  # fmt: skip
    own = Wheel(year=YEAR, letters=loose)
    told = wheel_text(own)
    assert "Utan angiven tid: Trygghetsbrev nr 9; Trygghetsbrev." in told
    assert "April: Trygghetsbrev nr 3 klart 2 april." in told
    assert "Trygghetsbrev, numrerade: 3 planerade, 2 utan dag" in words(wheel(own))


def test_a_day_has_its_place_in_the_month() -> None:
    assert 0 < angle_of(dt.date(2017, 1, 1)) < 1
    assert 59 < angle_of(dt.date(2017, 2, 28)) < 60
    assert 359 < angle_of(dt.date(2017, 12, 31)) < 360


def test_winter_is_one_stretch_at_either_end() -> None:
    assert stretches_of((1, 2, 12)) == ((0.0, 60.0), (330.0, 360.0))


MONTH_SETS = st.lists(st.integers(1, 12), min_size=1, max_size=6, unique=True).map(
    lambda months: tuple(sorted(months))
)


@given(st.lists(MONTH_SETS, max_size=70), st.integers(1, 12), st.integers(1, 3))
def test_what_is_laid_out_never_overlaps(
    wanted: list[tuple[int, ...]], tracks: int, finest: int
) -> None:
    laid = lay_out(wanted, tracks, finest)
    assert len(laid) == len(wanted)
    by_track: dict[int, list[tuple[float, float]]] = {}
    for months, place in zip(wanted, laid, strict=True):
        if place is None:
            continue
        assert place.track < tracks
        whole = stretches_of(months)
        for start, end in place.stretches:
            assert any(low <= start + 1e-6 and end <= high + 1e-6 for low, high in whole)
        by_track.setdefault(place.track, []).extend(place.stretches)
    for row in by_track.values():
        for one, other in pairwise(sorted(row)):
            assert one[1] <= other[0] + 1e-6


def test_what_fits_is_shown_whole() -> None:
    laid = lay_out([(3, 4, 5), (3,), (6,)], 2)
    assert laid == [Laid(0, ((60.0, 150.0),)), Laid(1, ((60.0, 90.0),)), Laid(0, ((150.0, 180.0),))]


def test_months_are_shared_before_anything_is_shortened() -> None:
    laid = lay_out([(3, 4, 5), (3,), (3,), (3,)], 2)
    assert laid[0] == Laid(0, ((60.0, 150.0),))
    assert [each.stretches for each in laid[1:] if each] == [
        ((60.0, 70.0),),
        ((70.0, 80.0),),
        ((80.0, 90.0),),
    ]


def test_a_day_is_drawn_on_its_day() -> None:
    day = dt.date(2017, 3, 7)
    ((start, end),) = days_stretches([(day, day)], 2017, 10.0)
    assert abs((start + end) / 2 - angle_of(day)) < 0.01
    assert end - start == pytest.approx(10.0)
    assert days_stretches([(dt.date(2016, 12, 1), dt.date(2017, 1, 1))], 2017, 10.0)[0][0] == 0.0
    laid = lay_out([(3,), (3,)], 4, 3, {1: ((start, end),)})
    assert laid[1] == Laid(1, ((start, end),))


def test_a_day_typed_in_words_has_its_place_among_the_meetings() -> None:
    parts = (activity("sen", "a1", period="mars"), activity("dag", "a1", period="9 mars"))
    own = Wheel(year=YEAR, plan=plan(), activities=parts, meetings=(dt.date(2017, 3, 14),))
    assert "Mars: 1.2 dag (9 mars); sammanträde 14 mars; 1.1 sen (mars)." in wheel_text(own)


def test_what_has_no_room_at_all_is_left_to_the_key() -> None:
    laid = lay_out([(3,)] * 5, 1)
    assert [each is None for each in laid] == [False, False, False, True, True]


@given(st.lists(st.floats(0, 360), max_size=40), st.floats(1, 30))
def test_marks_are_spread_in_order_and_inside_the_year(angles: list[float], apart: float) -> None:
    placed = spread(angles, apart)
    room = min(apart, (360.0 - apart) / max(1, len(angles) - 1)) if len(angles) > 1 else apart
    in_order = [placed[n] for n in sorted(range(len(angles)), key=lambda n: angles[n])]
    assert all(other - one >= room - 1e-6 for one, other in pairwise(in_order))
    assert all(0 <= each <= 360 for each in placed)


def test_marks_with_room_stay_where_they_are() -> None:
    assert spread([100.0, 40.0, 200.0], 10.0) == [100.0, 40.0, 200.0]
    assert spread([100.0, 100.0], 10.0) == [95.0, 105.0]
    assert spread([], 10.0) == []


def test_areas_differ_in_more_than_hue() -> None:
    looks = [(tone.hatch, tone.fill) for tone in TONES]
    assert len(set(looks)) == len(TONES)
    assert len({tone.hatch for tone in TONES[:6]}) == 6
    assert tone_of(len(TONES)) == TONES[0]
    assert tone_of(None).fill == "#ffffff"


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_edges_of_areas_stand_out_from_the_paper() -> None:
    """An edge is 3:1 against white (WCAG 1.4.11)."""
    for tone in TONES:
        assert 1.05 / (luminance(tone.ink) + 0.05) >= 3.0, tone


@given(st.text(alphabet="abcåäö mW", max_size=80), st.floats(30, 200))
def test_wrapped_text_keeps_every_letter_and_fits(text: str, room: float) -> None:
    lines = wrapped(text, room, 8.0, text_width)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(text_width(line, 8.0) <= room or len(line) == 1 for line in lines)


def test_long_titles_are_cut_before_their_time() -> None:
    long = "Temakväll om grannsamverkan för alla kontaktpersoner i kommunen " * 4
    own = Wheel(year=YEAR, plan=plan(), activities=(activity(long, "a2", period="november"),))
    shown = words(wheel(own))
    assert any(text.endswith("… (november)") for text in shown)


def test_a_measure_of_ones_own_is_used() -> None:
    asked: list[str] = []

    def measure(text: str, size: float, *, bold: bool = False) -> float:
        asked.append(text)
        return text_width(text, size, bold=bold)

    wheel(year(3), measure=measure)
    assert any("Aktivitet" in text for text in asked)


def test_a_plan_without_areas_makes_no_key() -> None:
    own = Wheel(year=YEAR, plan=Plan(year=YEAR))
    assert own.groups == ()
    assert wheel(own).height < WIDTH
