"""How the commands of the allowances are drawn at random, by their names."""

from collections.abc import Mapping

from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.records.attendance import AllowancePeriod, AllowanceRate, AllowanceRow
from hubra_desktop.work.commands.allowances import (
    BookAllowances,
    CloseAllowancePeriod,
    CopyRates,
    CorrectAllowance,
    PayAfterwards,
    SettleAllowance,
)
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def _period(d: Drawn) -> Command:
    return Add(AllowancePeriod, d.values("allowance_period") | {"first": d.day(), "last": d.day()})


ALLOWANCES: Mapping[str, Maker] = {
    "AddAllowancePeriod": _period,
    "AddAllowanceRate": lambda d: Add(AllowanceRate, d.values("allowance_rate")),
    "BookAllowances": lambda d: BookAllowances(
        d.id("allowance_period"), d.id("budget_post"), d.day()
    ),
    "ChangeAllowancePeriod": lambda d: Change(
        AllowancePeriod, d.id("allowance_period"), d.values("allowance_period"), d.visit()
    ),
    "ChangeAllowanceRate": lambda d: Change(
        AllowanceRate, d.id("allowance_rate"), d.values("allowance_rate"), d.visit()
    ),
    "ChangeAllowanceRow": lambda d: Change(
        AllowanceRow, d.id("allowance_row"), d.values("allowance_row"), d.visit()
    ),
    "CloseAllowancePeriod": lambda d: CloseAllowancePeriod(d.id("allowance_period"), d.day()),
    "CopyRates": lambda d: CopyRates(d.year(), d.year()),
    "CorrectAllowance": lambda d: CorrectAllowance(
        d.id("allowance_row"), d.id("allowance_period"), d.amount(), d.one(True, False), d.text()
    ),
    "PayAfterwards": lambda d: PayAfterwards(
        d.id("meeting"),
        d.id("person"),
        d.id("allowance_period"),
        d.one(*AllowanceKind),
        d.amount(),
        d.text(),
    ),
    "SettleAllowance": lambda d: SettleAllowance("shut", "", d.id("allowance_period"), d.text()),
    "RemoveAllowancePeriod": lambda d: Remove(AllowancePeriod, d.id("allowance_period")),
    "RemoveAllowanceRate": lambda d: Remove(AllowanceRate, d.id("allowance_rate")),
    "RemoveAllowanceRow": lambda d: Remove(AllowanceRow, d.id("allowance_row")),
}
