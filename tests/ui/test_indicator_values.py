"""An indicator's values and words on the page Mått: typed, refused, corrected, undone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.indicators.terms import GroupSet, Missing
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.indicators.models import Part, year_rows
from hubra_desktop.ui.pages.indicators.page import IndicatorsPage
from hubra_desktop.ui.widgets.callout import Callout
from tests.model.indicator_samples import BY_ID
from tests.ui.hands import settle, trigger
from tests.ui.indicator_hands import (
    cells,
    choose,
    current,
    edit,
    editor,
    page_of,
    stored,
    take_back,
    type_in,
    values,
)

NBSP = "\u00a0"


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def page(window: MainWindow) -> IndicatorsPage:
    """The page over the demo register, its second indicator in view."""
    shown = page_of(window)
    choose(shown, "Andel elever i årskurs nio som upplever")
    return shown


def test_a_year_is_typed_cell_by_cell(page: IndicatorsPage) -> None:
    before = current(page)
    type_in(edit(page, None), "2018")
    assert current(page) == before
    for typed in ("56", "79,5", "36 %"):
        type_in(editor(page), typed)
    assert values(page, 2018) == {"all": 56_000, "boys": 79_500, "girls": 36_000}
    assert editor(page).text() == ""
    take_back(page)
    place = page.view.currentIndex().row()
    assert cells(page, place)[0] == "alla 56, pojkar 79,5, flickor 36 (2018)"
    assert cells(page, place)[1] == "alla 54, pojkar 78, flickor 33,5 (2015)"


def test_each_cell_is_a_step_that_can_be_undone(page: IndicatorsPage, window: MainWindow) -> None:
    type_in(edit(page, 2015, 1), "55", Qt.Key.Key_Return)
    type_in(edit(page, 2015, 3), "34", Qt.Key.Key_Return)
    trigger(window, "undo")
    assert values(page, 2015) == {"all": 55_000, "boys": 78_000, "girls": 33_500}
    trigger(window, "undo")
    assert values(page, 2015)["all"] == 54_000
    trigger(window, "redo")
    assert values(page, 2015)["all"] == 55_000
    assert str(page.details.values.model.index(1, 1).data()).startswith("55")


def test_a_whole_year_is_typed_on_one_line(page: IndicatorsPage) -> None:
    type_in(edit(page, None), "2018: alla 56 pojkar 79 flickor 36", Qt.Key.Key_Return)
    assert values(page, 2018) == {"all": 56_000, "boys": 79_000, "girls": 36_000}


def test_enter_goes_to_the_next_row(page: IndicatorsPage) -> None:
    type_in(edit(page, 2012, 2), "88", Qt.Key.Key_Return)
    index = page.details.values.view.currentIndex()
    assert (index.row(), index.column()) == (1, 2)


def test_a_gap_asks_for_its_reason_where_it_was_typed(page: IndicatorsPage) -> None:
    type_in(edit(page, 2015, 3), "–")
    cell = editor(page)
    assert "varför värdet saknas" in cell.refusal
    completer = cell.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    popup.hide()
    assert values(page, 2015)["girls"] == 33_500
    type_in(cell, "för få svar")
    assert values(page, 2015)["girls"] is Missing.TOO_FEW
    take_back(page)


def test_what_is_said_over_a_cell_stays_over_it_when_the_page_is_moved(
    window: MainWindow, page: IndicatorsPage
) -> None:
    type_in(edit(page, 2015, 3), "–")
    cell = editor(page)
    callout = next(each for each in window.findChildren(Callout) if each.isVisible())
    assert callout.geometry().bottom() < cell.mapTo(window, QPoint()).y()
    window.messages.refuse("Något står i vägen.")
    settle()
    assert callout.isVisible()
    assert callout.geometry().bottom() < cell.mapTo(window, QPoint()).y()
    take_back(page)


def test_tab_leads_on_also_while_reasons_are_offered(page: IndicatorsPage) -> None:
    cell = edit(page, 2015, 2)
    QTest.keyClicks(cell, "saknas")
    completer = cell.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    settle()
    assert "varför värdet saknas" in cell.refusal
    cell.setText("")
    QTest.keyClicks(cell, "uppg")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert cell.text() == "uppgift saknas"
    QTest.keyClick(cell, Qt.Key.Key_Tab)
    settle()
    assert values(page, 2015)["boys"] is Missing.NOT_STATED
    assert editor(page).place.column() == 3
    take_back(page)


@pytest.mark.parametrize(
    ("year", "column", "typed", "sentence"),
    [
        (2015, 1, "101", "mellan 0 och 100"),
        (2015, 1, "många", "förstår inte värdet"),
        (None, 1, "55", "Skriv året först"),
        (None, 0, "alla 55 pojkar 56 flickor 54", "Skriv året först"),
        (None, 0, "1066", "mellan 1900 och 2199"),
        (2015, 0, "2012", "2012 finns redan"),
        (None, 0, "2018: män 55", "delas inte upp på män"),
    ],
)
def test_what_cannot_be_stored_is_refused_at_its_cell(
    page: IndicatorsPage, year: int | None, column: int, typed: str, sentence: str
) -> None:
    before = stored(page)
    type_in(edit(page, year, column), typed)
    assert sentence in editor(page).refusal
    assert editor(page).accessibleDescription() == editor(page).refusal
    assert not page.flush()
    assert stored(page) == before
    take_back(page)
    assert page.flush()


def test_a_year_is_corrected_in_its_own_cell(page: IndicatorsPage) -> None:
    type_in(edit(page, 2015), "2016", Qt.Key.Key_Return)
    assert values(page, 2016) == {"all": 54_000, "boys": 78_000, "girls": 33_500}
    assert values(page, 2015) == {}


def test_a_year_that_waits_is_corrected_too(page: IndicatorsPage) -> None:
    type_in(edit(page, None), "2108", Qt.Key.Key_Return)
    type_in(edit(page, 2108), "2018")
    type_in(editor(page), "56", Qt.Key.Key_Return)
    assert values(page, 2018) == {"all": 56_000}
    assert page.details.values.model.place_of_year(2108) is None


def test_a_year_that_waits_is_dropped_when_another_indicator_is_shown(page: IndicatorsPage) -> None:
    type_in(edit(page, None), "2018", Qt.Key.Key_Return)
    model = page.details.values.model
    assert model.place_of_year(2018) == 2
    choose(page, "Antal")
    choose(page, "Andel elever i årskurs nio som upplever")
    assert model.place_of_year(2018) is None


def test_del_empties_a_cell_and_ctrl_del_a_whole_year(
    page: IndicatorsPage, window: MainWindow
) -> None:
    view = page.details.values.view
    view.choose(2015, 3)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "girls" not in values(page, 2015)
    assert window.messages.history[-1].text.startswith("Värdet för 2015 tömdes. Där stod ")
    view.choose(2015, 0)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "Ctrl+Del" in window.messages.history[-1].text
    assert values(page, 2015)
    QTest.keyClick(view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert values(page, 2015) == {}
    assert window.messages.history[-1].text == "Värdena för 2015 togs bort."
    trigger(window, "undo")
    assert values(page, 2015) == {"all": 54_000, "boys": 78_000}


def test_what_a_year_says_is_kept_with_it(page: IndicatorsPage, window: MainWindow) -> None:
    box = page.details.values
    box.view.choose(2015)
    settle()
    evidence = box.facts.texts["evidence"]
    assert evidence.isVisible()
    evidence.setText("Rapport  2015")
    assert evidence.flush()
    box.facts.entries["incomparable"].field.click()
    rows = [row for row in current(page).measurements if row.year == 2015]
    assert {(row.evidence, row.incomparable) for row in rows} == {("Rapport 2015", True)}
    assert box.model.index(1, 0).data() == "2015*"
    assert "inte jämförbara" in page.details.change.toPlainText()
    box.view.choose(None)
    assert not evidence.isVisible()


def test_any_two_years_are_compared(page: IndicatorsPage) -> None:
    choose(page, "Invånarnas")
    type_in(edit(page, None), "2013: 50/50/50", Qt.Key.Key_Return)
    picks = page.details.picks
    picks["compared"].setCurrentIndex(picks["compared"].findText("2013"))
    picks["compared"].activated.emit(picks["compared"].currentIndex())
    settle()
    assert cells(page, 0)[1] == "alla 50, män 50, kvinnor 50 (2013)"
    assert "än 2013, då det var 50" in page.details.change.toPlainText()
    picks["latest"].setCurrentIndex(picks["latest"].findText("2013"))
    picks["latest"].activated.emit(picks["latest"].currentIndex())
    settle()
    assert [cell[-5:-1] for cell in cells(page, 0)] == ["2013", "2017"]
    page.details._default.click()
    settle()
    assert [cell[-5:-1] for cell in cells(page, 0)] == ["2017", "2015"]


def test_the_sentence_is_edited_and_given_back(page: IndicatorsPage) -> None:
    choose(page, "Invånarnas")
    change = page.details.change
    derived = change.toPlainText()
    assert derived.startswith("2017 var indexet för alla 55")
    assert change.flush()
    assert current(page).change_texts == ()
    change.setPlainText("Ungefär som 2015, då det var 57.")
    assert change.flush()
    (own,) = current(page).change_texts
    assert (own.year, own.compared_year, own.text) == (
        2017,
        2015,
        "Ungefär som 2015, då det var 57.",
    )
    assert page.details.derive.isVisible()
    assert not page.details.stale.isVisible()
    type_in(edit(page, 2015, 1), "59", Qt.Key.Key_Return)
    assert page.details.stale.isVisible()
    assert "57" in page.details.stale.text()
    page.details.derive.click()
    settle()
    assert current(page).change_texts == ()
    assert "än 2015, då det var 59" in change.toPlainText()


def test_typing_the_programs_own_words_stores_nothing(page: IndicatorsPage) -> None:
    change = page.details.change
    derived = change.toPlainText()
    change.setPlainText("Annat")
    change.flush()
    change.setPlainText(f" {derived} ")
    assert change.flush()
    assert current(page).change_texts == ()
    settle()
    assert change.toPlainText() == derived


def test_the_rows_of_years_end_with_a_blank_one() -> None:
    rows = year_rows(BY_ID["evening"], pending=2018)
    assert [row.year for row in rows] == [2012, 2015, 2018, None]
    assert rows[1].typed == ("2015", "54", "78", "33,5")
    assert rows[1].shown[3] == f"33,5{NBSP}%"
    assert rows[-1].typed == ("", "", "", "")
    assert len(year_rows(Indicator(groups=GroupSet.NONE))[0].typed) == 2


def test_a_refused_value_keeps_its_row_and_is_led_to(page: IndicatorsPage) -> None:
    """The list shows the row of the details, whichever row was clicked."""
    shown = current(page)
    type_in(edit(page, 2015, 1), "abc")
    cell = editor(page)
    other = page.model.index(0, Part.NAME)
    view = page.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(other).center()
    )
    settle()
    assert (page.details.record.id, view.current_id()) == (shown.id, shown.id)
    assert {each.row() for each in view.selectedIndexes()} == {view.currentIndex().row()}
    assert cell.hasFocus()
    assert cell.refusal
    take_back(page)
