"""The list of what is reported to a meeting, in its part Handlingar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.minutes.minutes_terms import ReportedKind
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.papers.papers_panel import PapersPanel
from hubra_desktop.ui.pages.meetings.papers.reported_list import ReportedList
from hubra_desktop.work.queries.reported import ReportedRow, reported_rows
from tests.ui.hands import settle, sheet, trigger


def reported(window: MainWindow) -> ReportedList:
    window.meetings.parts.show_part("papers")
    settle()
    panel = window.findChild(PapersPanel)
    assert panel is not None
    panel.show_view("reported")
    settle()
    return panel.reported


def written(window: MainWindow) -> list[ReportedRow]:
    """Return what is reported beside the demo's own examples."""
    with window.desk.read() as reader:
        return [each for each in reported_rows(reader) if "Exempel" not in each.title]


def test_a_decision_is_written_put_off_and_removed(window: MainWindow) -> None:
    part = reported(window)
    assert part.empty.isVisible()
    assert not part.save.isEnabled()
    part.new_decision.click()
    settle()
    field = part.form.texts["title"]
    QTest.keyClicks(field, "Bidrag till lysen")
    window.desk.flush()
    settle()
    (row,) = written(window)
    assert (row.title, row.matter.kind) == ("Bidrag till lysen", ReportedKind.DELEGATED)
    assert row.meeting_day == sheet(window).date
    assert part.save.isEnabled()
    choice = part.form.choices["meeting_id"]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Down)
    window.desk.flush()
    settle()
    (row,) = written(window)
    assert row.meeting_day is None
    assert part.view.current_id() == row.id
    assert not part.save.isEnabled()
    assert "1 väntar" in part.summary.text()
    trigger(window, "remove-item")
    settle()
    assert part.empty.isVisible()
    trigger(window, "undo")
    settle()
    assert part.view.isVisible()


def test_one_is_led_to_from_elsewhere(window: MainWindow) -> None:
    part = reported(window)
    part.new_message.click()
    settle()
    row_id = part.view.current_id()
    window.meetings.parts.show_part("agenda")
    assert window.meetings.go_to("reported_matter", row_id)
    settle()
    assert part.isVisible()
    assert part.chosen == ("reported_matter", row_id)
