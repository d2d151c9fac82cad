"""Tab goes in the order of the eye: row by row from the left, on every page and in every dialog."""

import re

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.widgets.tab_order import reading_order
from tests.architecture import source
from tests.ui.dialogs import DIALOGS
from tests.ui.eye import against_the_eye, names, reachable, walked
from tests.ui.hands import settle
from tests.ui.views import VIEWS, WINDOWS

LAPTOP = (1366, 768)


@pytest.mark.parametrize("view", VIEWS)
def test_tab_goes_as_the_eye_on_every_page(window: MainWindow, view: str, qtbot: QtBot) -> None:
    window.resize(*LAPTOP)
    VIEWS[view](window)
    qtbot.wait(300)
    look(window)


@pytest.mark.parametrize("view", WINDOWS)
def test_tab_goes_as_the_eye_at_a_meeting(window: MainWindow, view: str) -> None:
    shown = WINDOWS[view](window)
    shown.resize(*LAPTOP)
    settle()
    look(shown)


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
    # The base of others, one of the system's, and one with a single button.
    assert declared - walked_ones == {"FormDialog", "_Asking", "WorkDialog"}


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
