"""Keys while words are offered: Tab and Enter leave the field as they do without the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.meetings.agenda.cell_editor import CellEditor
from tests.ui.hands import edit, items, settle


def words_of(cell: CellEditor) -> QAbstractItemView:
    """Return the list of words that a cell offers."""
    completer = cell.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


@pytest.mark.parametrize("chosen", [False, True])
def test_tab_takes_the_word_that_is_chosen_and_goes_on_in_the_row(
    window: MainWindow, *, chosen: bool
) -> None:
    window.activateWindow()
    cell = edit(window, 5, AgendaColumn.PRESENTERS)
    QTest.keyClicks(cell, "Bj")
    settle()
    popup = words_of(cell)
    assert popup.isVisible()
    if chosen:
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    settle()
    name, title = ("Björn Rosborg", "utredare") if chosen else ("Bj", "")
    last = items(window)[5].presenters[-1]
    assert (last.name, last.title) == (name, title)
    assert window.meetings.agenda.view.current_column() is AgendaColumn.MINUTES


def test_enter_without_a_chosen_word_ends_the_cell(window: MainWindow) -> None:
    window.activateWindow()
    cell = edit(window, 5, AgendaColumn.PRESENTERS)
    QTest.keyClicks(cell, "Bj")
    settle()
    QTest.keyClick(words_of(cell), Qt.Key.Key_Return)
    settle()
    assert items(window)[5].presenters[-1].name == "Bj"
    assert window.meetings.agenda.view.open_editor() is None
