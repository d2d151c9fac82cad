"""Every view of the window: its pages, the parts of each, and what opens beside them."""

from collections.abc import Callable

from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.matters.page import BACKLOG, FOLLOW_UPS, MattersPage
from hubra_desktop.ui.pages.meetings.parts import PARTS
from tests.ui import indicator_hands
from tests.ui.hands import trigger
from tests.ui.money import page as money_page
from tests.ui.plan_hands import opened, plan_page

Show = Callable[[MainWindow], object]
HELD = "ex-meeting"
"""The meeting of the demo that was held and has its minutes."""


def part_of_plan(name: str) -> Show:
    return lambda window: plan_page(window).show_part(name)


def part_of_money(name: str) -> Show:
    return lambda window: money_page(window).show_part(name)


def part_of_meeting(name: str) -> Show:
    """Show a part of the page of a meeting that was held."""

    def show(window: MainWindow) -> None:
        window.show_page("page-meetings")
        assert window.meetings.go_to("meeting", HELD)
        window.actions_["show-facts"].setChecked(False)
        window.meetings.parts.show_part(name)

    return show


def part_of_matters(name: str) -> Show:
    def show(window: MainWindow) -> None:
        window.show_page("page-matters")
        shown = window.findChild(MattersPage)
        assert shown is not None
        shown.show_part(name)

    return show


def page(action_id: str) -> Show:
    return lambda window: window.show_page(action_id)


def facts(window: MainWindow) -> None:
    window.show_page("page-meetings")
    if not window.actions_["show-facts"].isChecked():
        trigger(window, "show-facts")


def activity(window: MainWindow) -> None:
    opened(plan_page(window), "Lokala trygghetsnätverk")


def an_indicator(window: MainWindow) -> None:
    shown = indicator_hands.page_of(window)
    shown.view.choose(indicator_hands.stored(shown)[0].id)


VIEWS: dict[str, Show] = {
    **{each.removeprefix("page-"): page(each) for each in PAGE_ACTIONS},
    "meeting's facts": facts,
    "an activity": activity,
    "history": page("page-history"),
    "an indicator": an_indicator,
    **{f"plan {n}": part_of_plan(n) for n in ("list", "year", "letters", "agreements",
                                               "consultations", "reports")},
    **{f"money {n}": part_of_money(n) for n in ("ledger", "grants", "associations", "forecast",
                                                "allowances", "reconciliation")},
    **{f"matters {n}": part_of_matters(n) for n in (BACKLOG, FOLLOW_UPS)},
    **{f"meeting {n}": part_of_meeting(n) for n in PARTS},
}  # fmt: skip
