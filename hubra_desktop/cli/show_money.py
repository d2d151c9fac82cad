"""A year's forecast and reconciliation in the terminal, as text or JSON."""

from collections.abc import Iterator
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.documents.prognos import month_name
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.figures import OF_EXAMPLES, post_called, post_marked
from hubra_desktop.model.money.forecast import ForecastRow
from hubra_desktop.model.money.forecast_figures import (
    FIGURES,
    MONTH_FIGURES,
    forecast_shown,
    forecast_text,
    month_figures_shown,
    shown_months,
)
from hubra_desktop.model.money.reconciliation import Check, Compared
from hubra_desktop.model.money.reconciliation_text import outcome_of, verdict
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.forecast import forecast_of
from hubra_desktop.work.queries.reconciliation import reconciliation
from hubra_desktop.work.queries.register import today as register_day

_WIDTH = 14


def show_forecast(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    """Return a year's forecast as of today, as text and for JSON."""
    shown = forecast_of(reader, year, register_day(reader))
    names = [f"{'  ' * each.row.depth}{post_marked(each.row, swedish)}" for each in shown.rows]
    figures, by_month = forecast_shown(shown), month_figures_shown(shown)
    rows = [[each.of(row) for each in figures] for row in (*shown.rows, shown.total)]
    in_months = shown_months(shown)
    months = [[each.of(one) for each in by_month] for one in in_months]
    sums = [sum(map(each.of, in_months)) for each in by_month]
    lines = [
        f"Prognos {year} per den {shown.on.isoformat()}", "", forecast_text(shown, swedish), "",
        *_table([each.heading for each in figures], [*names, "Summa"], rows), "",
        *_table([each.heading for each in by_month],
                [*(month_name(one.month) for one in in_months), "Summa"],
                [*months, sums]),
    ]  # fmt: skip
    if shown.total.row.example:
        lines += ["", OF_EXAMPLES]
    return "\n".join(lines), {
        **json_values(shown, "year", "on", "over"),
        "posts": [_row_json(each) for each in shown.rows],
        "total": _row_json(shown.total),
    }


def _table(headings: list[str], names: list[str], rows: list[list[int]]) -> Iterator[str]:
    width = max(map(len, names))
    yield f"{'':{width}}" + "".join(f"{each:>{_WIDTH}}" for each in headings)
    for name, row in zip(names, rows, strict=True):
        yield f"{name:{width}}" + "".join(f"{digits(ore):>{_WIDTH}}" for ore in row)


def _row_json(row: ForecastRow) -> dict[str, Any]:
    return {
        "id": row.row.post.id or None,
        "name": post_called(row.row.post, swedish),
        "depth": row.row.depth,
        **{f"{each.key}_ore": each.of(row) for each in FIGURES},
        "months": [
            {"month": one.month, **{f"{each.key}_ore": each.of(one) for each in MONTH_FIGURES}}
            for one in row.months
        ],
    }


def show_reconciliation(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    """Return a year held against itself, as text and for JSON."""
    shown = reconciliation(reader, year)
    lines = [f"Avstämning {year}", "", verdict(shown, swedish), ""]
    for check in shown.checks:
        lines += _check_lines(check)
    return "\n".join(lines), {
        "year": year,
        "agrees": shown.agrees,
        "checks": [_check_json(each) for each in shown.checks],
    }


def _check_lines(check: Check) -> Iterator[str]:
    sides = f"{check.ours} – {check.theirs}"
    if check.missing:
        yield f"{sides}: {check.missing}"
        return
    amounts = f"{kronor(check.ours_ore)} mot {kronor(check.theirs_ore)}"
    yield f"{sides}: {outcome_of(check, swedish).lower()}, {amounts}"
    for row in check.differing:
        one, other = (_amount(ore) for ore in (row.ours, row.theirs))
        yield f"  {row.name}: {one} mot {other}, skillnad {kronor(row.difference)}"


def _amount(ore: int | None) -> str:
    return "saknas" if ore is None else kronor(ore)


def _check_json(check: Check) -> dict[str, Any]:
    return {
        **json_values(check, "key", "ours", "theirs", "agrees"),
        "missing": check.missing or None,
        "ours_ore": check.ours_ore,
        "theirs_ore": check.theirs_ore,
        "differing": [_row_of(each) for each in check.differing],
    }


def _row_of(row: Compared) -> dict[str, Any]:
    return {
        "name": row.name,
        "ours_ore": row.ours,
        "theirs_ore": row.theirs,
        "difference_ore": row.difference,
        "kind": row.kind or None,
        "id": row.row_id or None,
    }
