"""A click out of a field with completions is that click, and no other."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from tests.ui.hands import edit, items, settle
from tests.ui.plan_hands import plan_page


def popup_of(line: QLineEdit) -> QAbstractItemView:
    popup = line.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    return popup


def click_beside(popup: QAbstractItemView, target: QWidget, place: QPoint | None = None) -> None:
    """Press and let go over a widget while the list of completions has the mouse."""
    inside = place or target.rect().center()
    button = Qt.MouseButton.LeftButton
    there = popup.mapFromGlobal(target.mapToGlobal(inside))
    QTest.mousePress(popup, button, pos=there)
    settle()
    QTest.mouseRelease(target, button, pos=inside)
    settle()


def opened(window: MainWindow) -> RegisterPanel:
    window.activateWindow()
    page = plan_page(window)
    page.show_part("agreements")
    panel = page._registers["agreements"]
    panel.go_to(panel.rows.id_at(1))
    settle()
    return panel


def new_party(panel: RegisterPanel) -> QLineEdit:
    """Add a party and type the beginning of a name that is known."""
    (parties,) = (each for each in panel.form.lists if each.of == "parties")
    parties.add.click()
    settle()
    line = list(parties.lines.values())[-1].entries[0].field
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    QTest.keyClicks(line, "Poli")
    return line


def test_the_words_after_a_click_go_where_it_was(first_page: MainWindow) -> None:
    panel = opened(first_page)
    line = new_party(panel)
    field = panel.form.texts["contributions"]
    panel.form.ensureWidgetVisible(field)
    click_beside(popup_of(line), field)
    assert field.hasFocus()
    QTest.keyClicks(field, "Lokaler")
    assert line.text() == "Poli"
    assert field.toPlainText() == "Lokaler"
    assert first_page.desk.flush()
    record = panel.form.record
    assert record.parties[-1].name == "Poli"
    assert record.contributions == "Lokaler"


def test_a_button_is_pressed_by_the_first_click(first_page: MainWindow) -> None:
    panel = opened(first_page)
    before = len(panel.form.record.parties)
    line = new_party(panel)
    (parties,) = (each for each in panel.form.lists if each.of == "parties")
    click_beside(popup_of(line), parties.add)
    assert len(panel.form.record.parties) == before + 2


def test_a_click_in_another_row_of_the_agenda_chooses_it(window: MainWindow) -> None:
    window.activateWindow()
    view = window.meetings.agenda.view
    cell = edit(window, 4, AgendaColumn.PRESENTERS)
    cell.selectAll()
    QTest.keyClicks(cell, "An")
    settle()
    place = view.visualRect(view.model().index(1, AgendaColumn.TITLE)).center()
    click_beside(popup_of(cell), view.viewport(), place)
    assert view.currentIndex().row() == 1
    assert view.open_editor() is None
    assert items(window)[4].presenters[0].name == "An"
