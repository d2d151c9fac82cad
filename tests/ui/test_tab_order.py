"""Tab goes in the order of the eye: row by row from the left, on every page and in every dialog."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.widgets.tab_order import reading_order
from tests.architecture import source
from tests.ui import indicator_hands
from tests.ui.dialogs import DIALOGS
from tests.ui.eye import against_the_eye, names, reachable, walked
from tests.ui.hands import settle, trigger
from tests.ui.money import page as money_page
from tests.ui.plan_hands import opened, plan_page

LAPTOP = (1366, 768)
Show = Callable[[MainWindow], object]


def part_of_plan(name: str) -> Show:
    return lambda window: plan_page(window).show_part(name)


def part_of_money(name: str) -> Show:
    return lambda window: money_page(window).show_part(name)


def page(action_id: str) -> Show:
    return lambda window: window.show_page(action_id)


def facts(window: MainWindow) -> None:
    window.show_page("page-meetings")
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
    **{f"money {n}": part_of_money(n) for n in ("ledger", "grants")},
}  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_tab_goes_as_the_eye_on_every_page(window: MainWindow, view: str, qtbot: QtBot) -> None:
    window.resize(*LAPTOP)
    VIEWS[view](window)
    qtbot.wait(300)
    look(window)


def look(window: QWidget) -> None:
    """Walk a window by Tab: everything is reached, and nothing against the eye."""
    wanted = reachable(window)
    assert wanted
    stops = walked(window)
    missing = [each for each in wanted if each not in stops]
    assert not missing, f"{names(missing)} not in {names(stops)}"
    assert against_the_eye(window, stops) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_as_the_eye_in_every_dialog(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    dialog.show()
    settle()
    try:
        look(dialog)
    finally:
        dialog.close()
        dialog.deleteLater()


def test_every_dialog_is_walked(window: MainWindow) -> None:
    made = [make(window) for make in DIALOGS.values()]
    walked_ones = {type(each).__name__ for each in made}
    for each in made:
        each.done(0)
        each.deleteLater()
    declared = {
        name
        for path in source.modules("ui")
        for name in re.findall(r"class (\w+)\(.*\b\w*Dialog\)", path.read_text(encoding="utf-8"))
    }
    assert declared - walked_ones == {"FormDialog"}


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ([(0, 0), (0, 40), (60, 0), (60, 40)], [0, 2, 1, 3]),
        ([(0, 0, 50, 90), (60, 40), (60, 0)], [0, 2, 1]),
        ([(60, 0, 50, 90), (0, 40), (0, 0)], [2, 1, 0]),
        ([(0, 50, 50, 90), (60, 50), (60, 90), (0, 0, 110, 30)], [3, 0, 1, 2]),
        ([(5, 5), (0, 0)], [1, 0]),
        ([], []),
    ],
)
def test_places_are_read_as_rows_and_columns(
    places: list[tuple[int, ...]], order: list[int]
) -> None:
    assert reading_order([QRect(*each, *(50, 30)[len(each) - 2 :]) for each in places]) == order
