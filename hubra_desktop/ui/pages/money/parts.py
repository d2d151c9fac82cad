"""Where on the page of the money each record is shown, and what each part prints."""

from collections.abc import Set as AbstractSet
from typing import Final

from hubra_desktop.ui.pages.money.allowances.panel import AllowancesPanel
from hubra_desktop.ui.pages.money.associations_list import AssociationsList
from hubra_desktop.ui.pages.money.forecast_panel import ForecastPanel
from hubra_desktop.ui.pages.money.grants_panel import GrantsPanel
from hubra_desktop.ui.pages.money.head import (
    ALLOWANCES,
    ASSOCIATIONS,
    FORECAST,
    GRANTS,
    LEDGER,
    RECONCILIATION,
)
from hubra_desktop.ui.pages.money.ledger_panel import LedgerPanel
from hubra_desktop.ui.pages.money.reconciliation_panel import ReconciliationPanel

EVIDENCE_TABLES: Final = frozenset({"evidence"})
ALLOWANCE_TABLES: Final = frozenset(
    {
        "agenda_run",
        "allowance_period",
        "allowance_rate",
        "allowance_row",
        "attendance",
        "attendance_stay",
        "mandate",
        "meeting",
    }
)
"""What allowances are computed from, beside the ledger and the budget."""
_SHOWN: Final = {
    LEDGER: EVIDENCE_TABLES,
    ALLOWANCES: ALLOWANCE_TABLES,
    RECONCILIATION: frozenset({"account_statement", "report", "report_section"}),
}
"""What parts show of other things than budget, ledger and grants."""
ReadPart = (
    LedgerPanel
    | GrantsPanel
    | AssociationsList
    | AllowancesPanel
    | ForecastPanel
    | ReconciliationPanel
)
"""What stands in the page and is read when it comes into view."""
PAPERS: Final = {FORECAST: "prognos", RECONCILIATION: "avstamning"}
"""The papers of the parts that have one of their own."""
WITHOUT_BUDGET: Final = frozenset({GRANTS, ASSOCIATIONS, ALLOWANCES})
"""The parts that a year without a budget has too."""
OF_ALLOWANCES: Final = ("allowance_period", "allowance_rate", "allowance_row")
YEARLY_KINDS: Final = (
    "ledger_entry",
    "budget_year",
    "budget_version",
    "budget_post",
    "account_statement",
    *OF_ALLOWANCES,
)
PART_OF: Final = {
    "ledger_entry": LEDGER,
    "account_statement": RECONCILIATION,
    **dict.fromkeys(OF_ALLOWANCES, ALLOWANCES),
}
"""The parts where records of a year are shown; others are parts of its budget."""


def parts_showing(kinds: AbstractSet[str]) -> tuple[str, ...]:
    """Return the parts that show any of these kinds, which no other part does."""
    return tuple(part for part, shown in _SHOWN.items() if shown & kinds)
