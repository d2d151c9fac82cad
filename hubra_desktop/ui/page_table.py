"""Which page is made by what.

A page's module is imported when the page is made, so that the first paint pays for
no page but its own.
"""

from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.actions import HISTORY, Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.page_stack import Factory
from hubra_desktop.ui.pages.page import Page


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

    def matters(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.matters.page import MattersPage

        return MattersPage(desk, actions, parent)

    def people(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.people.page import PeoplePage

        return PeoplePage(desk, actions, parent)

    def history(parent: QWidget) -> Page:
        from hubra_desktop.ui.pages.history.page import HistoryPage

        return HistoryPage(desk, parent)

    return {
        "page-plan": plan,
        "page-money": money,
        "page-indicators": indicators,
        "page-matters": matters,
        "page-people": people,
        HISTORY.id: history,
    }
