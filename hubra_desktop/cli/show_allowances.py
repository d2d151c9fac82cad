"""A year's lists of allowances in the terminal, as text or JSON."""

from collections.abc import Iterator
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.model.attendance.allowance import by_person, signed_ore, sum_ore
from hubra_desktop.model.attendance.allowance_text import forecast_arithmetic, forecast_verdict
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.records.attendance import AllowanceRow
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.allowance_forecast import allowance_forecast
from hubra_desktop.work.queries.allowances import AllowanceList, allowance_lists
from hubra_desktop.work.queries.protection import guard

_WIDTH = 14


def show_allowances(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    """Return a year's lists and what it is heading for, as text and for JSON."""
    lists = guard(reader).value(allowance_lists(reader, year))
    if not lists:
        raise refusal("Det finns ingen arvodeslista för {year}.", year=year)
    made = allowance_forecast(reader, year)
    lines = [
        f"Arvoden {year}", "", forecast_verdict(made, swedish), forecast_arithmetic(made, swedish),
    ]  # fmt: skip
    for each in lists:
        lines += ["", *_list_lines(each)]
    return "\n".join(lines), {
        **json_values(made, "year", "planned", "booked", "closed", "held", "coming", "total"),
        "lists": [_list_json(each) for each in lists],
    }


def _list_lines(shown: AllowanceList) -> Iterator[str]:
    period = shown.period
    state = "öppen" if period.closed_on is None else f"stängd {period.closed_on.isoformat()}"
    booked = f", bokförd på rad {shown.number}" if shown.booked else ""
    yield f"{period.name} ({period.first} – {period.last}), {state}{booked}"
    people = by_person(shown.rows)
    width = max((len(own[0].name) for own in people), default=0)
    for own in people:
        yield f"  {own[0].name:{max(width, 5)}}{_kronor_of(own):>{_WIDTH}}"
    yield f"  {'Summa':{max(width, 5)}}{_kronor_of(shown.rows):>{_WIDTH}}"
    yield from (f"  {each.sentence}" for each in shown.findings)


def _kronor_of(rows: tuple[AllowanceRow, ...]) -> str:
    """Write what rows come to."""
    ore = sum_ore(rows)
    return f"{'−' if ore < 0 else ''}{kronor(abs(ore))}"


def _list_json(shown: AllowanceList) -> dict[str, Any]:
    return {
        **json_values(shown.period, "id", "name", "first", "last", "closed_on"),
        "total_ore": shown.total,
        "booked_ore": shown.booked,
        "rows": [
            {
                **json_values(row, "name", "role", "kind", "units", "rate_ore"),
                "amount_ore": signed_ore(row),
                "day": _day(shown, row),
                "reason": row.reason or None,
            }
            for row in shown.rows
        ],
        "findings": [json_values(each, "level", "sentence") for each in shown.findings],
    }


def _day(shown: AllowanceList, row: AllowanceRow) -> str | None:
    day = shown.days.get(row.meeting_id or "")
    return None if day is None else day.isoformat()
