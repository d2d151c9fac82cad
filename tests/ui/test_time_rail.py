"""The time rail: bars as high as the minutes of the list, whose lower edge is dragged."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.time_rail import Bar
from hubra_desktop.ui import settings
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda import time_rail
from hubra_desktop.ui.pages.meetings.agenda.time_rail import TimeRail
from hubra_desktop.ui.pages.meetings.agenda.time_rail_paint import RailPainter
from hubra_desktop.ui.widgets.motion import REDUCED, may_move
from hubra_desktop.work.edits import Change
from tests.ui.hands import items, settle, trigger


@pytest.fixture
def rail(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> TimeRail:
    """The rail in view, its bars where they belong at once."""
    monkeypatch.setenv(REDUCED, "1")
    window.resize(1366, 768)
    settle()
    found = window.meetings.agenda.rail
    assert found.isVisible()
    return found


def bar(rail: TimeRail, place: int) -> Bar:
    assert rail.shown is not None
    return rail.shown.bars[place]


def drag(rail: TimeRail, item: Bar, minutes: int, *, key: Qt.Key | None = None) -> None:
    """Drag the lower edge of a bar so many minutes down, and let go or press a key."""
    place = rail.place(item)
    start = QPoint(round(place.center().x()), round(place.bottom()))
    end = start + QPoint(0, round(minutes * rail._minute_high))
    QTest.mousePress(rail, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rail, end)
    settle()
    if key is not None:
        QTest.keyClick(rail, key)
    QTest.mouseRelease(rail, Qt.MouseButton.LeftButton, pos=end)
    settle()


def test_bars_are_as_high_as_their_minutes(rail: TimeRail, window: MainWindow) -> None:
    lengths = [item.duration for item in items(window)]
    for place in (1, 2, 3):
        shown = bar(rail, place)
        assert shown.end - shown.start == lengths[place]
    one, other = bar(rail, 1), bar(rail, 3)
    high = rail.place(one).height() + 1
    assert high == pytest.approx((rail.place(other).height() + 1) * 25 / 10, rel=0.01)


def test_an_edge_is_dragged_in_one_step_that_is_undone(rail: TimeRail, window: MainWindow) -> None:
    before = items(window)[2].duration or 0
    drag(rail, bar(rail, 2), 10)
    assert items(window)[2].duration == before + 10
    shown = window.meetings.agenda.model.row_at(3)
    assert shown.start == 990, "what follows has moved"
    trigger(window, "undo")
    assert items(window)[2].duration == before
    assert not window.actions_["undo"].isEnabled()


def test_the_list_and_the_page_follow_while_an_edge_is_held(
    rail: TimeRail, window: MainWindow
) -> None:
    item = bar(rail, 2)
    place = rail.place(item)
    start = QPoint(round(place.center().x()), round(place.bottom()))
    QTest.mousePress(rail, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(rail, start + QPoint(0, round(15 * rail._minute_high)))
    draft = window.meeting.draft
    assert draft is not None
    assert draft.items[2].duration == (items(window)[2].duration or 0) + 15
    QTest.mouseRelease(rail, Qt.MouseButton.LeftButton, pos=start)
    assert window.meeting.draft is window.meeting.sheet


def test_esc_lets_go_of_an_edge_and_changes_nothing(rail: TimeRail, window: MainWindow) -> None:
    before = items(window)
    drag(rail, bar(rail, 2), 20, key=Qt.Key.Key_Escape)
    assert items(window) == before
    assert not window.actions_["undo"].isEnabled()


def test_a_press_on_a_bar_chooses_its_row(rail: TimeRail, window: MainWindow) -> None:
    middle = rail.place(bar(rail, 4)).center().toPoint()
    QTest.mouseClick(rail, Qt.MouseButton.LeftButton, pos=middle)
    assert window.meetings.agenda.current_id() == bar(rail, 4).item_id
    assert rail._current == bar(rail, 4).item_id


def test_a_row_without_a_length_has_no_edge(rail: TimeRail, window: MainWindow) -> None:
    last = bar(rail, 7)
    assert last.open
    assert rail.edge_at(QPointF(rail.place(last).center().x(), rail.place(last).bottom())) != last


def test_nothing_is_dragged_in_a_register_open_for_reading(
    rail: TimeRail, window: MainWindow
) -> None:
    window.meetings.set_editable(False)
    place = rail.place(bar(rail, 2))
    assert rail.edge_at(QPointF(place.center().x(), place.bottom())) is None


def test_the_rail_is_said_in_words(rail: TimeRail, window: MainWindow) -> None:
    assert rail.accessibleName() == "Tidslinje"
    assert "7 punkter med tid" in rail.accessibleDescription()
    window.desk.run(Change(Item, items(window)[3].id, {"pin": 970}))
    assert "1 krock" in rail.accessibleDescription()
    rail.repaint()


def test_the_rail_is_painted_anew_only_when_it_changes(
    rail: TimeRail, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    rail.repaint()
    painted: list[RailPainter] = []

    def note(painter: RailPainter) -> None:
        painted.append(painter)

    monkeypatch.setattr(RailPainter, "paint", note)
    item = items(window)[2]
    window.meeting.type_item(item.id, {"title": f"{item.title}a"})
    settle()
    assert painted == []
    window.meeting.type_item(item.id, {"duration": (item.duration or 0) + 10})
    settle()
    assert len(painted) == 1


def test_bars_glide_unless_less_movement_is_asked_for(
    rail: TimeRail, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    item = items(window)[1]
    window.desk.run(Change(Item, item.id, {"duration": 60}))
    assert rail.shown == rail.rail
    monkeypatch.delenv(REDUCED)
    monkeypatch.setattr(time_rail, "may_move", lambda: True)
    window.desk.run(Change(Item, item.id, {"duration": 25}))
    assert rail.shown != rail.rail
    qtbot.waitUntil(lambda: rail.shown == rail.rail, timeout=3000)


def test_the_environment_can_ask_for_less_movement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REDUCED, "1")
    assert not may_move()
    monkeypatch.setenv(REDUCED, "0")
    assert may_move()


def test_the_rail_is_put_away_remembered_and_gives_way_where_there_is_no_room(
    rail: TimeRail, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(683, 384)
    qtbot.waitUntil(lambda: not rail.isVisible())
    window.resize(1366, 768)
    qtbot.waitUntil(rail.isVisible)
    trigger(window, "show-rail")
    assert not rail.isVisible()
    window.meetings.remember()
    assert not settings.stored_flag("view/show-rail", default=True)
