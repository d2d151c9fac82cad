"""What should be looked at: few lines, whole sentences, and a press that mends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.cures import Cure
from hubra_desktop.model.findings import Finding, Level
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.terms import ItemKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.widgets.findings_list import FindingsList, GroupLine
from hubra_desktop.work.edits import Change
from tests.ui.hands import items, settle, sheet, trigger


def tip(number: int) -> Finding:
    return Finding(
        id="no_presenter", level=Level.TIP, sentence=f"Ärende {number} saknar föredragande."
    )


@pytest.fixture
def shown(dressed: QApplication, qtbot: QtBot) -> FindingsList:
    """A list of twenty findings, nineteen of them of a kind."""
    made = FindingsList("checks", most=200)
    qtbot.addWidget(made)
    stop = Finding(id="no_place", level=Level.STOP, sentence="Platsen saknas.")
    made.show_findings([*map(tip, range(19)), stop])
    made.resize(400, 200)
    made.show()
    settle()
    return made


def test_nineteen_of_a_kind_are_one_line_that_unfolds(shown: FindingsList) -> None:
    stop, many = shown.lines()
    assert stop.text() == "Stopp: Platsen saknas."
    assert many.text() == "Tips: 19 punkter saknar föredragande."
    assert isinstance(many, GroupLine)
    assert many.accessibleName().endswith("Hopfällt.")
    low = shown.height()
    QTest.keyClick(many, Qt.Key.Key_Return)
    settle()
    assert len(shown.lines()) == 21
    assert many.accessibleName().endswith("Utfällt.")
    assert shown.height() > low
    assert shown.height() <= 200


def test_what_is_unfolded_stays_so_when_something_else_changes(shown: FindingsList) -> None:
    shown.lines()[1].click()
    shown.show_findings([tip(number) for number in range(18)])
    assert len(shown.lines()) == 19


def test_a_sentence_wraps_and_is_never_cut(shown: FindingsList) -> None:
    long = "Krock: pausen börjar 16.20 men ärende 3 slutar 16.45, 25 minuter för sent. " * 2
    shown.show_findings([Finding(id="clash", level=Level.WARNING, sentence=long)])
    shown.resize(300, 200)
    settle()
    (line,) = shown.lines()
    assert line.height() >= line.heightForWidth(line.width())
    assert line.height() > 2 * shown.fontMetrics().height()


def test_arrows_go_between_the_lines_and_enter_leads_to_the_place(shown: FindingsList) -> None:
    led: list[Finding] = []
    shown.chosen.connect(led.append)
    shown.activateWindow()
    first = shown.lines()[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert shown.lines()[1].hasFocus()
    QTest.keyClick(shown.lines()[1], Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert [each.id for each in led] == ["no_place"]


def test_a_cure_stands_beside_its_finding(shown: FindingsList) -> None:
    cure = Cure(said="Flytta pausen till 16.30")
    asked: list[Cure] = []
    shown.cured.connect(asked.append)
    shown.show_findings([tip(1), tip(2)], lambda each: cure if each == tip(2) else None)
    (button,) = shown.findChildren(QPushButton)
    assert button.text() == "Flytta pausen till 16.30"
    button.click()
    assert asked == [cure]


def clash(window: MainWindow) -> Item:
    """Let the item before the break take too long, and return the break."""
    pause = next(item for item in items(window) if item.kind is ItemKind.BREAK)
    before = items(window)[items(window).index(pause) - 1]
    window.desk.run(Change(Item, pause.id, {"pin": 980}))
    window.desk.run(Change(Item, before.id, {"duration": 30}))
    settle()
    return pause


def cure_button(window: MainWindow, said: str) -> QPushButton:
    found = window.meetings.agenda.checks.findChildren(QPushButton)
    return next(each for each in found if each.text() == said)


def test_a_break_that_collides_is_moved_in_one_press_and_back_in_one(window: MainWindow) -> None:
    pause = clash(window)
    panel = window.meetings.agenda.checks
    found = next(each for each in panel.list.findings if each.id == "clash")
    assert found.item_id == pause.id
    ids = [item.id for item in items(window)]
    assert found.other_id == ids[ids.index(pause.id) - 1]
    cure_button(window, "Flytta pausen till 16:30").click()
    settle()
    moved = next(item for item in items(window) if item.id == pause.id)
    assert moved.pin == 990
    assert all(each.id != "clash" for each in panel.list.findings)
    trigger(window, "undo")
    assert next(item for item in items(window) if item.id == pause.id).pin == 980


def test_the_focus_stays_in_the_list_when_a_line_is_mended(window: MainWindow) -> None:
    window.activateWindow()
    clash(window)
    button = cure_button(window, "Flytta pausen till 16:30")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.meetings.agenda.checks.isAncestorOf(focus)


def test_a_break_is_put_in_where_there_is_none(window: MainWindow) -> None:
    pause = next(item for item in items(window) if item.kind is ItemKind.BREAK)
    window.desk.run(Change(Item, pause.id, {"kind": ItemKind.OTHER}))
    settle()
    offers = window.meetings.agenda.checks.findChildren(QPushButton)
    button = next(each for each in offers if each.text().startswith("Lägg in en paus"))
    button.click()
    settle()
    assert sum(item.kind is ItemKind.BREAK for item in sheet(window).items) == 1
