"""Charts: the drawing and the words say the same, and both can do without colour."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubra_desktop.model.chart import Chart, Series, chart_drawing, chart_text, names_height, scale
from hubra_desktop.model.drawing import Drawing, Label, Path, bounds

YEARS = ("2021", "2022", "2023", "2024")
BARS = Chart(
    title="Anmälda brott", unit="antal per år", years=YEARS,
    series=(Series("Centrum", (12, 18, None, 25)), Series("Norrby", (10, 10, 10, 10))),
)  # fmt: skip
LINES = replace(BARS, kind="lines")


def labels(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Label)]


def paths(drawing: Drawing) -> list[Path]:
    return [shape for shape in drawing.shapes if isinstance(shape, Path)]


def test_every_value_is_told_and_what_is_missing() -> None:
    assert chart_text(BARS) == (
        "Stapeldiagram: Anmälda brott. Antal per år, 2021–2024. "
        "Centrum, år 2021: 12, år 2022: 18, år 2024: 25; ökning med 13; högst 2024, lägst 2021; "
        "uppgift saknas för 2023. "
        "Norrby, år 2021: 10, år 2022: 10, år 2023: 10, år 2024: 10; oförändrat."
    )


def test_a_lone_group_is_told_without_its_name() -> None:
    lone = Chart(title="Bidrag", unit="kronor", years=("2024",), series=(Series("Alla", (5,)),))
    assert chart_text(lone) == "Stapeldiagram: Bidrag. Kronor, 2024. År 2024: 5."


def test_a_group_without_values_says_so() -> None:
    empty = replace(LINES, series=(BARS.series[0], Series("Sjövik", (None,) * 4)))
    assert chart_text(empty).endswith("Sjövik, uppgift saknas.")
    assert "Sjövik" not in labels(chart_drawing(empty, 400, 200))


def test_several_missing_years_are_listed() -> None:
    gaps = replace(LINES, series=(Series("Alla", (None, 1, None, None)),))
    assert "uppgift saknas för 2021, 2023 och 2024" in chart_text(gaps)


@pytest.mark.parametrize(
    "wrong",
    [
        {"series": ()},
        {"series": BARS.series * 4},
        {"kind": "lines", "series": BARS.series * 3},
        {"series": (Series("Kort", (1,)),)},
        {"series": (Series("Tom", (None,) * 4),)},
    ],
)
def test_what_cannot_be_shown_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"chart|group"):
        replace(BARS, **wrong)  # type: ignore[arg-type]


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=5))
@example([5e-324])
@example([-1e-12, 0.0])
def test_an_axis_holds_zero_and_all_values_in_few_even_steps(values: list[float]) -> None:
    low, high, step = scale(min(values), max(values))
    assert low <= 0 <= high
    assert low <= min(values) + step * 1e-6
    assert high >= max(values) - step * 1e-6
    count = (high - low) / step
    assert count == pytest.approx(round(count), abs=1e-6)
    assert 1 <= round(count) <= 7


def test_bars_of_different_groups_look_different_without_colour() -> None:
    six = replace(BARS, series=tuple(Series(f"G{place}", (5,) * 4) for place in range(6)))
    drawing = chart_drawing(six, 440, 200)
    surfaces = {(path.fill, path.hatch) for path in paths(drawing) if path.closed and path.stroke}
    assert len(surfaces) == 6


def test_lines_have_their_own_dash_marker_and_name() -> None:
    four = replace(LINES, series=tuple(Series(f"G{place}", (5, 6, 7, 8)) for place in range(4)))
    drawing = chart_drawing(four, 440, 200)
    assert len({path.dash for path in paths(drawing) if path.width == 1.5}) == 4
    assert {"G0", "G1", "G2", "G3"} <= set(labels(drawing))
    names = [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text[0] == "G"]
    heights = sorted(name.y for name in names)
    assert min(b - a for a, b in pairwise(heights)) >= 8


def test_a_missing_value_breaks_the_line_and_leaves_no_bar() -> None:
    gap = replace(LINES, series=(BARS.series[0],))
    assert sum(path.width == 1.5 for path in paths(chart_drawing(gap, 440, 200))) == 1
    bars = [
        path
        for path in paths(chart_drawing(replace(gap, kind="bars"), 440, 200))
        if path.stroke and path.closed
    ]
    assert len(bars) == 3


def test_values_below_zero_hang_from_the_axis() -> None:
    chart = replace(BARS, series=(Series("Netto", (-40, 20, 0, 35)),))
    drawing = chart_drawing(chart, 440, 200)
    assert "−40" in labels(drawing)
    assert "0" in labels(drawing)


def test_many_years_leave_out_labels_counted_from_the_last() -> None:
    years = tuple(str(year) for year in range(1980, 2025))
    long = Chart(title="T", unit="antal", years=years, series=(Series("A", (1.0,) * 45),))
    shown = [text for text in labels(chart_drawing(long, 300, 150)) if len(text) == 4]
    assert shown[-1] == "2024"
    assert len(shown) < 15


def test_long_group_names_break_the_legend_into_rows() -> None:
    wordy = replace(
        BARS, series=tuple(Series("Ett långt namn på en grupp", (5,) * 4) for _ in range(4))
    )
    names = [
        s
        for s in chart_drawing(wordy, 300, 200).shapes
        if isinstance(s, Label) and "långt" in s.text
    ]
    assert len({name.y for name in names}) > 1
    assert names_height(wordy, 300) > names_height(BARS, 600) == 0


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=1, max_size=30).filter(
        lambda values: any(value is not None for value in values)
    ),
    st.sampled_from(["bars", "lines"]),
)
def test_nothing_is_drawn_outside_the_drawing(values: list[float | None], kind: str) -> None:
    years = tuple(str(1990 + place) for place in range(len(values)))
    chart = Chart(
        title="T", unit="antal", years=years, series=(Series("A", tuple(values)),),
        kind="bars" if kind == "bars" else "lines",
    )  # fmt: skip
    drawing = chart_drawing(chart, 440, 190)
    for shape in drawing.shapes:
        box = (shape.x, shape.y) * 2 if isinstance(shape, Label) else bounds(shape.steps)
        assert box[0] >= -0.1
        assert box[1] >= -0.1
        assert box[2] <= 440.1
        assert box[3] <= 190.1
