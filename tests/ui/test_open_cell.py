"""What is done from a menu or by keys while a cell is open: nothing lands on another row."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.text_entry import presenters_text
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.indicators.page import IndicatorsPage
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.money.budget_model import Column
from tests.ui import indicator_hands, money
from tests.ui.hands import edit, editor, items, settle, trigger, type_over

pytestmark = pytest.mark.usefixtures("no_pages")

TYPED = {
    AgendaColumn.TIME: "16.05–16.25",
    AgendaColumn.NUMBER: "3 b",
    AgendaColumn.TITLE: "Rubriken som skrevs",
    AgendaColumn.MINUTES: "25",
    AgendaColumn.PRESENTERS: "Anna Berg, utredare",
    AgendaColumn.CASE_NUMBER: "KS-2018/77",
}
PLACE = 2


def written(item: Item, column: AgendaColumn) -> str:
    """Return what a row holds of what was typed in a column."""
    match column:
        case AgendaColumn.TIME:
            assert item.pin is not None
            start = f"{item.pin // 60}.{item.pin % 60:02}"
            return f"{start}–16.25" if item.duration == 20 else start
        case AgendaColumn.NUMBER:
            return item.number_typed
        case AgendaColumn.TITLE:
            return item.title
        case AgendaColumn.MINUTES:
            return str(item.duration)
        case AgendaColumn.PRESENTERS:
            return presenters_text(item.presenters)
        case AgendaColumn.CASE_NUMBER:
            return item.case_number


def begin(window: MainWindow, column: AgendaColumn) -> str:
    """Type in a cell of a row that stays open; return the id of the row."""
    item_id = items(window)[PLACE].id
    type_over(edit(window, PLACE, column), TYPED[column], None)
    return item_id


def by_id(window: MainWindow, item_id: str) -> Item:
    return next(item for item in items(window) if item.id == item_id)


def others(window: MainWindow, item_id: str) -> list[Item]:
    return [item for item in items(window) if item.id != item_id]


def type_on(text: str) -> None:
    """Type where the keyboard writes now, whatever that is."""
    settle()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused, key)
    settle()


@pytest.mark.parametrize("column", AgendaColumn)
@pytest.mark.parametrize("action_id", ["add-item", "add-break"])
def test_a_new_row_is_current_whatever_was_open(
    window: MainWindow, column: AgendaColumn, action_id: str
) -> None:
    before = others(window, items(window)[PLACE].id)
    item_id = begin(window, column)
    trigger(window, action_id)
    assert written(by_id(window, item_id), column) == TYPED[column]
    made = items(window)[PLACE + 1]
    assert window.meetings.agenda.current_id() == made.id
    assert editor(window).column is AgendaColumn.TITLE
    type_over(editor(window), "Nästa", None)
    type_on(" ärende")
    QTest.keyClick(editor(window), Qt.Key.Key_Tab)
    settle()
    assert by_id(window, made.id).title == "Nästa ärende"
    assert [each for each in others(window, item_id) if each.id != made.id] == before


@pytest.mark.parametrize("column", AgendaColumn)
@pytest.mark.parametrize(("action_id", "by"), [("move-up", -1), ("move-down", 1)])
def test_a_row_that_moves_takes_its_open_cell_along(
    window: MainWindow, column: AgendaColumn, action_id: str, by: int
) -> None:
    before = others(window, items(window)[PLACE].id)
    item_id = begin(window, column)
    trigger(window, action_id)
    assert items(window)[PLACE + by].id == item_id
    assert editor(window).column is column
    assert window.meetings.agenda.current_id() == item_id
    editor(window).selectAll()
    type_on(TYPED[column])
    QTest.keyClick(editor(window), Qt.Key.Key_Return)
    assert written(by_id(window, item_id), column) == TYPED[column]
    assert others(window, item_id) == before


@pytest.mark.parametrize("column", AgendaColumn)
def test_a_row_that_goes_takes_its_open_cell_along(
    window: MainWindow, column: AgendaColumn
) -> None:
    before = others(window, items(window)[PLACE].id)
    item_id = begin(window, column)
    trigger(window, "remove-item")
    assert window.meetings.agenda.view.open_editor() is None
    assert window.meetings.agenda.view.hasFocus()
    assert window.meetings.agenda.current_id() == before[PLACE].id
    assert list(items(window)) == before
    trigger(window, "undo")
    assert written(by_id(window, item_id), column) == TYPED[column]


@pytest.mark.parametrize("column", AgendaColumn)
def test_undo_takes_back_what_stands_in_the_open_cell(
    window: MainWindow, column: AgendaColumn
) -> None:
    window.meetings.agenda.editing.change(items(window)[0].id, {"note": "Skrivet före"})
    before = items(window)
    item_id = begin(window, column)
    trigger(window, "undo")
    assert items(window) == before
    assert not editor(window).dirty
    trigger(window, "redo")
    assert written(by_id(window, item_id), column) == TYPED[column]
    assert editor(window).text() == editor(window).given


def test_undo_of_a_new_row_leaves_the_keyboard_at_the_row_it_came_from(window: MainWindow) -> None:
    before = items(window)
    window.meetings.agenda.view.choose(before[PLACE].id, AgendaColumn.TITLE)
    trigger(window, "add-item")
    trigger(window, "undo")
    assert window.meetings.agenda.view.open_editor() is None
    assert window.meetings.agenda.view.hasFocus()
    assert items(window) == before


def test_a_row_above_another_that_is_open_does_not_take_its_words(window: MainWindow) -> None:
    first, item_id = items(window)[0].id, begin(window, AgendaColumn.TITLE)
    window.meetings.agenda.editing.add_below(first)
    type_on("Ny överst")
    QTest.keyClick(editor(window), Qt.Key.Key_Return)
    assert items(window)[1].title == "Ny överst"
    assert by_id(window, item_id).title == TYPED[AgendaColumn.TITLE]


@pytest.mark.parametrize("action_id", ["add-item", "add-break", "move-down", "remove-item"])
def test_a_refused_cell_stays_open_and_nothing_is_done(window: MainWindow, action_id: str) -> None:
    before = items(window)
    cell = edit(window, PLACE, AgendaColumn.TIME)
    type_over(cell, "25.99", None)
    trigger(window, action_id)
    assert items(window) == before
    assert editor(window) is cell
    assert cell.text() == "25.99"
    assert window.messages.history[-1].text.startswith("Det du har skrivit")


def test_a_click_on_another_row_leads_back_to_what_is_refused(window: MainWindow) -> None:
    cell = edit(window, PLACE, AgendaColumn.TIME)
    type_over(cell, "25.99", None)
    view = window.meetings.agenda.view
    there = view.visualRect(window.meetings.agenda.model.index(0, AgendaColumn.TITLE)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    settle()
    assert editor(window) is cell
    assert cell.text() == "25.99"
    assert window.meetings.agenda.current_id() == items(window)[PLACE].id
    QTest.keyClick(cell, Qt.Key.Key_Escape)
    assert cell.text() == cell.given
    QTest.keyClick(cell, Qt.Key.Key_Escape)
    assert view.open_editor() is None


@pytest.mark.parametrize("column", [Column.POST, Column.PLANNED])
def test_a_new_post_is_named_whatever_was_open(first_page: MainWindow, column: Column) -> None:
    window = first_page
    page = money.page(window)
    page.show_part("budget")
    row = money.post(page, "Trygghetsdagen")
    cell = money.cell(page, row.post.id, column)
    cell.selectAll()
    QTest.keyClicks(cell, "Dagen" if column is Column.POST else "41000")
    trigger(window, "add-post")
    view = page.budget.view
    made = view.current_id()
    assert made != row.post.id
    opened = view.open_editor()
    assert opened is not None
    assert opened.text() == "Ny post"
    type_on("Vandring")
    QTest.keyClick(opened, Qt.Key.Key_Return)
    settle()
    sheet = page.year.sheet
    assert sheet is not None
    names = {each.id: each.name for each in sheet.posts}
    assert names[made] == "Vandring"
    if column is Column.POST:
        assert names[row.post.id] == "Dagen"
    else:
        assert money.post(page, "Trygghetsdagen").sums.planned == 4_100_000


def test_a_year_taken_away_while_a_value_is_open_leaves_the_others(window: MainWindow) -> None:
    page: IndicatorsPage = indicator_hands.page_of(window)
    sheet = indicator_hands.choose(page, indicator_hands.stored(page)[0].name)
    years = sorted({each.year for each in sheet.measurements})
    kept = indicator_hands.values(page, years[1])
    cell = indicator_hands.edit(page, years[0], 1)
    cell.selectAll()
    QTest.keyClicks(cell, "61")
    trigger(window, "remove-year")
    settle()
    assert page.details.values.view.open_editor() is None
    assert indicator_hands.values(page, years[0]) == {}
    assert indicator_hands.values(page, years[1]) == kept
    trigger(window, "undo")
    assert indicator_hands.values(page, years[0])["all"] == 61_000
