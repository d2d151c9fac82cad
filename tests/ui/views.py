"""Every view of the window: its pages, the parts of each, and what opens beside them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.terms import UNCALLED_STATES, MeetingState
from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.matters.page import BACKLOG, FOLLOW_UPS, MattersPage
from hubra_desktop.ui.pages.meetings.parts import PARTS
from hubra_desktop.ui.pages.meetings.running.act_keys import ACTS
from hubra_desktop.ui.pages.meetings.running.running_window import RunningWindow
from hubra_desktop.work.commands.attendance import Tick
from hubra_desktop.work.commands.running import StartMeeting
from hubra_desktop.work.queries.meetings import meetings_of
from tests.ui import indicator_hands
from tests.ui.hands import trigger
from tests.ui.money import page as money_page
from tests.ui.plan_hands import opened, plan_page

Show = Callable[[MainWindow], object]
Beside = Callable[[MainWindow], QWidget]
HELD = "ex-meeting"
"""The meeting of the demo that was held and has its minutes."""
_AHEAD = UNCALLED_STATES | {MeetingState.CALLED, MeetingState.ONGOING}


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


def _going_on(window: MainWindow) -> RunningWindow:
    """Show a meeting that goes on, its roll called."""
    desk, running = window.desk, window.meetings_actions.running
    window.show_page("page-meetings")
    with desk.read() as reader:
        sheet = next(each for each in meetings_of(reader, 2018) if each.state in _AHEAD)
    if sheet.state is not MeetingState.ONGOING:
        desk.run(StartMeeting(sheet.id, 15 * 60 + 30))
    running.show(sheet.id)
    view = running.window
    assert view is not None
    for each in view.state.people.rows:
        desk.run(Tick(each.id, AttendanceStatus.PRESENT))
    return view


def running_with(act_id: str) -> Beside:
    """Show what an act brings into the view of a meeting that goes on."""

    def show(window: MainWindow) -> QWidget:
        view = _going_on(window)
        if act_id:
            view.acts.do(next(act for act in ACTS if act.id == act_id))
        return view

    return show


def projector(window: MainWindow) -> QWidget:
    view = _going_on(window)
    view.project()
    assert view.projector is not None
    return view.projector


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
WINDOWS: dict[str, Beside] = {
    "a meeting that goes on": running_with(""),
    "a vote of a meeting": running_with("vote"),
    "a question at a meeting": running_with("arrive"),
}
"""What fills a window of its own."""
STILL: dict[str, Beside] = {"the view for all": projector}
"""Windows that are only looked at: the keys are in the window beside."""
