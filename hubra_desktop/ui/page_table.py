"""Which page is made by what, and on which page a record is mended.

A page's module is imported when the page is made, so that the first paint pays for
no page but its own.
"""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.records.catalogue import owner_of
from hubra_desktop.ui.actions import HISTORY, Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.page_stack import Factory
from hubra_desktop.ui.pages.page import Page

MEETING_KINDS = ("meeting", "agenda_item", "pre_meeting", "footnote", "signature")
PLAN_KINDS = (
    "plan",
    "focus_area",
    "activity",
    "letter",
    "agreement",
    "consultation",
    "report",
    "report_section",
)
MONEY_KINDS = (
    "budget_year",
    "budget_post",
    "budget_version",
    "ledger_entry",
    "association",
    "grant",
    "grant_decision",
    "instalment",
    "account_statement",
)
INDICATOR_KINDS = ("indicator", "measurement", "change_text")
_PLACES = {
    "page-meetings": MEETING_KINDS,
    "page-plan": PLAN_KINDS,
    "page-money": MONEY_KINDS,
    "page-indicators": INDICATOR_KINDS,
}
PAGE_OF = {kind: page for page, kinds in _PLACES.items() for kind in kinds}


def page_of(kind: str, *, parts: bool = False) -> str:
    """Return the page where rows of a kind are mended, "" for none.

    With ``parts`` a row that stands on no page of its own is on that of what it belongs to.
    """
    owner = owner_of(kind) if parts and kind not in PAGE_OF else None
    return PAGE_OF.get(kind, "") if owner is None else page_of(owner.kind, parts=True)


def factories(desk: Desk, actions: Actions) -> dict[str, Factory]:
    """Return what makes each page that needs nothing but the desk and the actions."""

    def plan(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.plan.page import PlanPage

        return PlanPage(desk, actions, parent)

    def money(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.money.page import MoneyPage

        return MoneyPage(desk, actions, parent)

    def indicators(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.indicators.page import IndicatorsPage

        return IndicatorsPage(desk, actions, parent)

    def history(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.history.page import HistoryPage

        return HistoryPage(desk, parent)

    return {
        "page-plan": plan,
        "page-money": money,
        "page-indicators": indicators,
        HISTORY.id: history,
    }
