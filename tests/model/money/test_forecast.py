"""A forecast: every row and sum adds up, months make the year, and what is said is heeded."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.budget import homes_of
from hubra_desktop.model.money.expected import Expected, read_expected
from hubra_desktop.model.money.forecast import (
    AFTER,
    Forecast,
    ForecastGround,
    forecast,
    net_by_month,
    parted,
)
from hubra_desktop.model.money.forecast_figures import FIGURES, MONTH_FIGURES
from hubra_desktop.model.records.money import Grant, GrantDecision, Instalment
from tests.model.money.drawn_years import KR, YEAR, DrawnYear, drawn_years, sheet_of

SAID = ("", "jämnt", "inget", "mars, september", "oktober–december", "juni 20 000, maj 5 000,50")


def made(year: DrawnYear, on: dt.date, last: dict[str, dict[int, int]] | None = None) -> Forecast:
    ground = ForecastGround(
        sheet=year.sheet,
        table=year.table,
        booked=net_by_month(year.sheet, year.entries, homes_of(year.sheet)),
        last_year=last or {},
        instalments={each.id: each.instalments for each in year.grants},
    )
    return forecast(ground, on)


def saying(year: DrawnYear, text: str) -> DrawnYear:
    posts = tuple(replace(each, expected=text) for each in year.sheet.posts)
    return replace(year, sheet=replace(year.sheet, posts=posts))


DAYS = st.dates(dt.date(YEAR - 1, 11, 1), dt.date(YEAR + 1, 2, 1))
LAST = st.dictionaries(
    st.sampled_from(("fees", "groups", "day")),
    st.dictionaries(st.integers(1, 12), st.integers(-500, 90_000)),
)


@given(drawn_years(), DAYS, st.sampled_from(SAID), LAST)
def test_every_row_and_every_sum_adds_up(
    year: DrawnYear, on: dt.date, said: str, last: dict[str, dict[int, int]]
) -> None:
    shown = made(saying(year, said), on, last)
    tops = [row for row in shown.rows if row.row.depth == 0]
    for figure in FIGURES:
        assert figure.of(shown.total) == sum(map(figure.of, tops))
    for row in (*shown.rows, shown.total):
        assert row.left == row.planned - row.net - row.committed
        assert row.forecast == row.net + row.committed + row.expected
        assert row.deviation == row.planned - row.forecast
        sums = {each.key: sum(map(each.of, row.months)) for each in MONTH_FIGURES}
        wanted = {"booked": row.net, "due": row.committed, "expected": row.expected,
                  "sum": row.forecast, "last_year": row.last_year}  # fmt: skip
        assert sums == wanted
        assert all(each.sum == each.booked + each.due + each.expected for each in row.months)
    below = [row for row in shown.rows if row.row.depth == 1]
    other = next(row for row in shown.rows if row.row.post.id == "other")
    assert other.forecast == sum(row.forecast for row in below)


@given(drawn_years(), DAYS)
def test_nothing_is_expected_of_months_that_have_passed(year: DrawnYear, on: dt.date) -> None:
    shown = made(year, on)
    for row in shown.rows:
        for each in row.months:
            to_come = not shown.over and (on.year < YEAR or each.month >= on.month)
            assert to_come or each.month == AFTER or (each.due, each.expected) == (0, 0)
        assert not (shown.over and row.expected)


def only(said: str, month: int, planned: int = 12) -> dict[int, int]:
    """What is expected by month of a post that nothing is booked on."""
    sheet = sheet_of({"fees": planned, "groups": 0, "day": 0, "income": 0})
    year = saying(DrawnYear(sheet, (), (), None), said)  # type: ignore[arg-type]
    row = made(year, dt.date(YEAR, month, 3), {"fees": {3: 200, 11: 600, 12: 200}}).rows[0]
    return {each.month: each.expected for each in row.months if each.expected}


def test_the_rest_follows_what_is_said_else_last_year() -> None:
    assert only("", 10) == {11: 900, 12: 300}
    assert only("jämnt", 11) == {11: 600, 12: 600}
    assert only("oktober, december", 6) == {10: 600, 12: 600}
    assert only("mars, december", 6) == {12: 1200}
    assert only("inget", 6) == {}
    assert only("juli 5, mars 4", 6) == {7: 500}
    assert only("mars", 6) == parted(1200, dict.fromkeys(range(6, 13), 1))


def test_instalments_fall_due_in_their_months_and_overdue_ones_now() -> None:
    dues = (dt.date(YEAR, 3, 1), dt.date(YEAR, 9, 1), dt.date(YEAR + 1, 1, 15), None)
    plan = tuple(Instalment(id=str(n), due=due, amount_ore=10 * KR) for n, due in enumerate(dues))
    year = next_year_of(60 * KR, plan)
    months = {each.month: each.due for each in made(year, dt.date(YEAR, 5, 2)).total.months}
    assert (months[5], months[9], months[AFTER]) == (10 * KR + months[6], 10 * KR + months[6], 1000)
    assert sum(months.values()) == 60 * KR


def next_year_of(granted: int, plan: tuple[Instalment, ...]) -> DrawnYear:
    decision = GrantDecision(id="d", year=YEAR, amount_ore=granted)
    grant = Grant(
        id="g", year=YEAR, body_id="b", post_id="groups", decisions=(decision,), instalments=plan
    )
    sheet = sheet_of({"fees": 0, "groups": 100, "day": 0, "income": 0})
    return DrawnYear(sheet, (), (grant,), None)  # type: ignore[arg-type]


def test_income_that_is_planned_is_expected_and_lessens_what_the_year_costs() -> None:
    sheet = sheet_of({"fees": 100, "groups": 0, "day": 0, "income": 40})
    shown = made(DrawnYear(sheet, (), (), None), dt.date(YEAR, 12, 1))  # type: ignore[arg-type]
    income = shown.rows[-1]
    assert (income.planned, income.expected, income.deviation) == (-40 * KR, -40 * KR, 0)
    assert (shown.total.planned, shown.total.forecast) == (60 * KR, 60 * KR)


@given(
    st.integers(-(10**9), 10**9),
    st.dictionaries(st.integers(1, 13), st.integers(1, 10**6), min_size=1),
)
def test_what_is_parted_makes_the_whole(ore: int, shares: dict[int, int]) -> None:
    assert sum(parted(ore, shares).values()) == ore


def test_what_is_written_is_understood_or_refused_with_examples() -> None:
    assert read_expected("") is None
    assert read_expected("Inget.") == Expected()
    assert read_expected("mars–maj") == Expected(months=(3, 4, 5))
    assert read_expected("mars, sept och dec") == Expected(months=(3, 9, 12))
    assert read_expected("mars 20 000, juni 5 000,50") == Expected(
        amounts=((3, 2_000_000), (6, 500_050))
    )
    assert read_expected("mars–maj 100") == Expected(amounts=((3, 3_334), (4, 3_333), (5, 3_333)))
    for text in ("snart", "mars 20 000, juni", "ma 100", "maj–mars", "mars tjugo", "2017"):
        with pytest.raises(InputError, match="Skriv månader") as refused:
            read_expected(text)
        assert refused.value.field == "expected"
