"""Drawings: the shapes close, hatching covers what it hatches, widths leave room."""

from math import atan2, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.drawing import (
    Curve,
    Hatch,
    MoveTo,
    Path,
    Straight,
    bounds,
    circle,
    hatching,
    on_circle,
    polyline,
    rectangle,
    sector,
    text_width,
)

ANGLES = st.floats(-360, 360).map(lambda angle: round(angle, 3))


def test_a_line_goes_from_point_to_point() -> None:
    assert polyline(((0, 0), (1, 2), (3, 4))) == (MoveTo(0, 0), Straight(1, 2), Straight(3, 4))


def test_angles_are_clockwise_from_twelve() -> None:
    assert on_circle((10, 10), 5, 0) == pytest.approx((10, 5))
    assert on_circle((10, 10), 5, 90) == pytest.approx((15, 10))
    assert on_circle((10, 10), 5, 180) == pytest.approx((10, 15))


def _middle(start: tuple[float, float], curve: Curve) -> tuple[float, float]:
    x = (start[0] + 3 * curve.x1 + 3 * curve.x2 + curve.x) / 8
    y = (start[1] + 3 * curve.y1 + 3 * curve.y2 + curve.y) / 8
    return x, y


@given(start=ANGLES, end=ANGLES)
def test_an_arc_stays_on_its_circle(start: float, end: float) -> None:
    steps = sector((0, 0), 0, 100, start, end)
    here = (steps[0].x, steps[0].y)
    for step in steps[1:]:
        if isinstance(step, Curve):
            assert hypot(*_middle(here, step)) == pytest.approx(100, abs=0.03)
            assert hypot(step.x, step.y) == pytest.approx(100)
        here = (step.x, step.y)


def test_a_circle_is_whole_and_a_ring_has_a_hole() -> None:
    assert bounds(circle(5, 5, 3)) == pytest.approx((2, 2, 8, 8))
    ring = sector((0, 0), 5, 10, 0, 360)
    assert [type(step) for step in ring].count(MoveTo) == 2
    assert not any(isinstance(step, Straight) for step in ring)


def test_a_piece_of_a_ring_begins_and_ends_on_both_circles() -> None:
    steps = sector((0, 0), 5, 10, 0, 90)
    assert [type(step) for step in steps] == [MoveTo, Curve, Straight, Curve]
    assert [round(hypot(step.x, step.y), 6) for step in steps] == [10, 10, 5, 5]


def test_a_piece_of_pie_passes_the_centre() -> None:
    last = sector((1, 2), 0, 10, 0, 45)[-1]
    assert last == Straight(1, 2)


@pytest.mark.parametrize(
    ("hatch", "directions"),
    [("", 0), ("rising", 1), ("falling", 1), ("cross", 2), ("level", 1), ("upright", 1)],
)
def test_every_hatching_has_its_directions(hatch: Hatch, directions: int) -> None:
    lines = hatching(Path(steps=rectangle(0, 0, 60, 60), closed=True, hatch=hatch))
    assert len({round(atan2(by - ay, bx - ax), 6) for (ax, ay), (bx, by) in lines}) == directions


def test_a_rising_line_rises_to_the_right() -> None:
    (ax, ay), (bx, by) = hatching(Path(steps=rectangle(0, 0, 60, 60), hatch="rising"))[0]
    assert bx > ax
    assert by < ay


def test_hatching_reaches_every_corner() -> None:
    lines = hatching(Path(steps=rectangle(10, 20, 30, 8), hatch="level"))
    assert min(a[0] for a, _ in lines) <= 10
    assert max(b[0] for _, b in lines) >= 40
    heights = sorted({a[1] for a, _ in lines})
    assert heights[0] <= 24.5
    assert heights[-1] >= 23.5


def test_estimated_widths_follow_the_letters() -> None:
    assert text_width("iii", 10) < text_width("mmm", 10) < text_width("mmm", 10, bold=True)
    assert text_width("2 400", 10) == text_width("8 600", 10)
