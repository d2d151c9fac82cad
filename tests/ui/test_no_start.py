"""A meeting whose start is not known, in the window: what is missing is said, never 00.00."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.work.edits import Change
from tests.ui.hands import items, settle, sheet, shown, trigger


def take_start(window: MainWindow) -> None:
    window.desk.run(Change(Meeting, sheet(window).id, {"start": None}))
    settle()


def test_the_head_the_rows_and_the_findings_say_what_is_missing(window: MainWindow) -> None:
    take_start(window)
    assert window.meetings.head.summary.text().startswith("Starttid saknas · 100 min")
    times = {shown(window, place, AgendaColumn.TIME) for place in range(len(items(window)))}
    assert times == {""}
    window.actions_["show-facts"].setChecked(True)
    field = window.meetings.facts.texts["start"]
    assert (field.text(), field.placeholderText()) == ("", "Inte satt")


def test_the_start_is_typed_and_taken_away_in_the_facts(window: MainWindow) -> None:
    window.activateWindow()
    window.actions_["show-facts"].setChecked(True)
    field = window.meetings.facts.texts["start"]
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert sheet(window).start is None
    QTest.keyClicks(field, "18.30")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert sheet(window).start == 18 * 60 + 30
    field.selectAll()
    QTest.keyClicks(field, "00.00")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert sheet(window).start == 18 * 60 + 30
    assert window.meetings.facts.entries["start"].refused
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_the_overview_says_that_the_start_is_missing(window: MainWindow) -> None:
    take_start(window)
    trigger(window, "page-overview")
    settle()
    words = [each.text() for each in window.overview.findChildren(QLabel)]
    assert [each for each in words if "00.00" in each or "Börjar" in each] == []
    assert any(each.startswith("Starttid saknas") for each in words)
