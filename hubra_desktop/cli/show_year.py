"""A year's budget, grants, plan and indicators in the terminal, as text or JSON.

The same queries as the pages and the papers ask, so that every figure is the same.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hubra_desktop.cli.output import json_values
from hubra_desktop.cli.show_allowances import show_allowances
from hubra_desktop.cli.show_money import show_forecast, show_reconciliation
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.indicators.table import indicator_rows
from hubra_desktop.model.indicators.terms import Missing
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.budget_outcome import commitment_lines
from hubra_desktop.model.money.commitments import Commitment
from hubra_desktop.model.money.figures import (
    OF_EXAMPLES,
    MoneyFigure,
    figures_shown,
    post_called,
    post_marked,
)
from hubra_desktop.model.money.grant_list import decision_texts, elsewhere, elsewhere_text
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.money.totals import granted_text, sum_text, totals
from hubra_desktop.model.plan.areas import AreaWith, area_gaps, area_name, areas_with, outside
from hubra_desktop.model.plan.counts import participants_in_words
from hubra_desktop.model.records.plan import Activity, Plan
from hubra_desktop.model.words import swedish_word
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.grants import GrantRow, grant_rows
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.queries.money import budget, budget_years
from hubra_desktop.work.queries.plan import activities_of, plan_of

_WIDTH = 12


def show_year(reader: Reader, what: str, year: int) -> tuple[str, dict[str, Any]]:
    """Return what is known of a year as text and for JSON; raises InputError for nothing."""
    return _SHOWN[what](reader, year)


def _budget(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    if year not in budget_years(reader):
        raise InputError(f"Det finns ingen budget för {year}.")
    shown = budget(reader, year)
    return _budget_text(shown), _budget_json(shown)


def _budget_text(shown: BudgetTable) -> str:
    names = [_post_name(row) for row in shown.rows]
    width = max(len("Summa"), *map(len, names))
    frame = "ramen anges inte" if shown.frame_ore is None else f"ram {kronor(shown.frame_ore)}"
    closed = f", stängt {shown.closed_on.isoformat()}" if shown.closed_on else ""
    lines = [f"Budget {shown.year}, {frame}{closed}", ""]
    figures = figures_shown(shown)
    lines.append(f"{'':{width}}" + "".join(f"{each.heading:>{_WIDTH}}" for each in figures))
    for name, row in zip(names, shown.rows, strict=True):
        lines.append(f"{name:{width}}{_sums(row.sums, figures, stated=row.stated)}")
    stated = any(row.stated for row in shown.rows)
    lines.append(f"{'Summa':{width}}{_sums(shown.total, figures, stated=stated)}")
    lines += _committed(shown)
    if shown.has_example:
        lines += ["", OF_EXAMPLES]
    if not shown.balanced and shown.frame_ore is not None:
        lines += ["", f"Posterna är på {kronor(shown.allocated_ore)}, inte ramen."]
    return "\n".join(lines)


def _post_name(row: BudgetRow) -> str:
    return f"{'  ' * row.depth}{post_marked(row, swedish)}"


def _sums(sums: PostSums, figures: Iterable[MoneyFigure], *, stated: bool) -> str:
    texts = ("saknas" if each.planned and not stated else digits(each.of(sums)) for each in figures)
    return "".join(f"{each:>{_WIDTH}}" for each in texts)


def _committed(shown: BudgetTable) -> list[str]:
    """Tell what is committed, grant by grant, with its arithmetic."""
    rows = [f"  {each}" for each in commitment_lines(shown.commitments, shown.year, swedish)]
    if shown.total.reserved:
        rows.append(f"  Reserverat för hand: {kronor(shown.total.reserved)}")
    return ["", "Intecknat", *rows] if rows else []


def _budget_json(shown: BudgetTable) -> dict[str, Any]:
    posts = [
        {
            **json_values(row.post, "id", "code"),
            "name": post_called(row.post, swedish),
            **json_values(row, "depth", "leaf", "example", "deviates"),
            **_sums_json(row.sums),
        }
        for row in shown.rows
    ]
    return {
        **json_values(shown, "year", "basis", "frame_ore", "balanced", "closed_on"),
        "posts": posts,
        "total": _sums_json(shown.total),
        "commitments": [_commitment_json(each) for each in shown.commitments],
    }


def _commitment_json(each: Commitment) -> dict[str, Any]:
    return {
        **json_values(each, "grant_id", "title", "post_id"),
        "granted_ore": each.granted,
        "paid_ore": each.paid,
        "committed_ore": each.ore,
        "decided": [{"year": year, "committed_ore": ore} for year, ore in each.parts],
    }


def _sums_json(sums: PostSums) -> dict[str, int]:
    names = ("planned", "reserved", "unpaid", "carried", "committed", "paid", "cost", "repaid",
             "income", "net", "left")  # fmt: skip
    return {f"{name}_ore": getattr(sums, name) for name in names}


def _grants(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    rows = grant_rows(reader, year)
    if not rows:
        raise InputError(f"Det finns inga bidrag för {year}.")
    told = [line for row in rows for line in _grant_lines(row)]
    text = "\n".join([f"Bidrag {year}", "", *told, "", *_grants_sum(rows)])
    return text, {"year": year, "grants": [_grant_json(row) for row in rows]}


def _grant_lines(row: GrantRow) -> Iterable[str]:
    now = row.standing
    yield f"{row.sheet.title}, {row.applicant}: {swedish_word(now.state)}  [{row.sheet.id}]"
    yield (
        f"  beviljat {granted_text(now)}, utbetalt {kronor(now.paid)}, "
        f"återbetalt {kronor(now.repaid)}, netto {kronor(now.net)}"
    )
    for decision in decision_texts(row.sheet):
        yield f"  {decision}"
    apart = elsewhere_text(elsewhere([(row.sheet, row.ledger)]))
    if apart:
        yield f"  {apart}"


def _grants_sum(rows: Sequence[GrantRow]) -> Iterable[str]:
    """Yield the sums of grants, and what of them was booked in other years."""
    sums = totals(row.standing for row in rows)
    yield (
        f"Summa: beviljat {sum_text(sums.granted, known=sums.granted_known)}, utbetalt "
        f"{kronor(sums.paid)}, återbetalt {kronor(sums.repaid)}, netto {kronor(sums.net)}"
    )
    apart = elsewhere_text(elsewhere((row.sheet, row.ledger) for row in rows))
    if apart:
        yield apart


def _grant_json(row: GrantRow) -> dict[str, Any]:
    now = row.standing
    sums = json_values(
        now,
        "applied",
        "granted",
        "paid",
        "repaid",
        "written_off",
        "rest",
        "net",
        "accounted",
        "unaccounted",
    )
    sums |= {"granted": now.granted if now.granted_known else None, "granted_least": now.granted}
    names = ("kind", "year", "date", "amount_ore", "decided_by", "formal", "section")
    return {
        **json_values(row.sheet, "id", "title"),
        "applicant": row.applicant,
        "kind": row.sheet.kind.value,
        "post": row.post or None,
        "state": now.state.value,
        **{f"{name}_ore": ore for name, ore in sums.items()},
        "decisions": [json_values(each, *names) for each in row.sheet.decisions],
        "booked": [
            {"year": each.year, "paid_ore": each.paid, "repaid_ore": each.repaid}
            for each in row.ledger.years
        ],
    }


def _plan(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    plan, activities = plan_of(reader, year), activities_of(reader, year)
    if plan is None and not activities:
        raise InputError(f"Det finns ingen verksamhetsplan för {year}.")
    shown = plan or Plan(year=year)
    areas = areas_with(shown, activities)
    rest = outside(shown, activities)
    return _plan_text(shown, areas, rest), {
        "year": year,
        "title": shown.title,
        "goal": shown.goal,
        "areas": [_area_json(each) for each in areas],
        "outside": [_activity_json(each) for each in rest],
        "gaps": [gap.swedish for gap in area_gaps(shown, activities)],
    }


def _plan_text(plan: Plan, areas: tuple[AreaWith, ...], rest: tuple[Activity, ...]) -> str:
    lines = [plan.title or f"Verksamhetsplan {plan.year}"]
    for each in areas:
        lines += ["", area_name(each.area)]
        lines += [_activity_line(activity) for activity in each.main]
        lines += [f"{_activity_line(activity)} (även här)" for activity in each.further]
        if not each.activities and not each.area.comment:
            lines.append("  ingen aktivitet och ingen kommentar")
    if rest:
        lines += ["", "Utanför områdena", *(_activity_line(activity) for activity in rest)]
    return "\n".join(lines)


def _activity_line(activity: Activity) -> str:
    details = (activity.period, participants_in_words(activity), activity.reason)
    return "  ".join(
        part for part in (f"  {swedish_word(activity.state):18}{activity.title}", *details) if part
    )


def _area_json(each: AreaWith) -> dict[str, Any]:
    return {
        **json_values(each.area, "number", "title"),
        "activities": [_activity_json(activity) for activity in each.main],
        "further": [activity.id for activity in each.further],
    }


def _activity_json(activity: Activity) -> dict[str, Any]:
    return {
        **json_values(activity, "id", "title", "kind", "state"),
        "reason": activity.reason or None,
        "period": activity.period or None,
        "places": [each.place for each in activity.occasions if each.place],
        "participants": activity.participants,
        "exactness": None if activity.participants is None else activity.exactness.value,
    }


def _indicators(reader: Reader, year: int) -> tuple[str, dict[str, Any]]:
    found = indicators(reader)
    if not found:
        raise InputError("Det finns inga mått i registret.")
    rows = indicator_rows(found, until=year)
    lines = [f"Mått till och med {year}"]
    for row in rows:
        lines += ["", f"{row.name} ({row.source})" if row.source else row.name]
        lines += [f"  senaste      {row.latest.text}", f"  jämförs med  {row.compared.text}"]
    shown = [
        {
            "id": row.indicator.id,
            "name": row.name,
            "unit": row.indicator.unit.value,
            "source": row.indicator.source,
            "latest_year": row.latest.year,
            "compared_year": row.compared.year,
            "values": [
                {
                    "year": each.year,
                    "group": each.group.value,
                    "value": _number(each.value_thousandths),
                    "missing": None if each.missing is Missing.NO else each.missing.value,
                }
                for each in row.indicator.measurements
                if each.year <= year
            ],
        }
        for row in rows
    ]
    return "\n".join(lines), {"year": year, "indicators": shown}


def _number(thousandths: int | None) -> float | int | None:
    if thousandths is None:
        return None
    return thousandths / 1000 if thousandths % 1000 else thousandths // 1000


_SHOWN: dict[str, Callable[[Reader, int], tuple[str, dict[str, Any]]]] = {
    "budget": _budget,
    "forecast": show_forecast,
    "reconciliation": show_reconciliation,
    "grants": _grants,
    "allowances": show_allowances,
    "plan": _plan,
    "indicators": _indicators,
}
