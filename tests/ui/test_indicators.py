"""The page Mått: the table, one indicator's details, values typed in place, undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hubra_desktop.model.indicators.sheets import IndicatorSheet
from hubra_desktop.model.indicators.table import table_row
from hubra_desktop.model.indicators.terms import Direction, GroupSet, Missing, Unit
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.models.indicators import (
    IndicatorsModel,
    Line,
    Part,
    YearsModel,
    year_rows,
)
from hubra_desktop.ui.pages.indicators import IndicatorsPage
from hubra_desktop.ui.widgets.years_view import ValueEditor
from hubra_desktop.work.commands.indicators import RemoveIndicator
from hubra_desktop.work.queries.indicators import indicators
from hubra_desktop.work.workspace import Workspace
from tests.model.indicator_samples import BY_ID, LIVING, SOURCE, with_lines
from tests.ui.hands import settle, trigger

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NBSP = "\u00a0"


def page_of(window: MainWindow) -> IndicatorsPage:
    window.show_page("page-indicators")
    settle()
    page = window._pages.page("page-indicators")
    assert isinstance(page, IndicatorsPage)
    return page


@pytest.fixture
def page(window: MainWindow) -> IndicatorsPage:
    """The page over the demo register, its second indicator in view."""
    shown = page_of(window)
    choose(shown, "Andel elever i årskurs nio som upplever")
    return shown


def stored(page: IndicatorsPage) -> tuple[IndicatorSheet, ...]:
    with page._desk.read() as reader:
        return indicators(reader)


def choose(page: IndicatorsPage, beginning: str) -> IndicatorSheet:
    sheet = next(each for each in stored(page) if each.name.startswith(beginning))
    assert page.view.choose(sheet.id)
    settle()
    return sheet


def current(page: IndicatorsPage) -> IndicatorSheet:
    return next(each for each in stored(page) if each.id == page.view.current_id())


def values(page: IndicatorsPage, year: int) -> dict[str, object]:
    rows = (row for row in current(page).measurements if row.year == year)
    return {
        row.group.value: row.missing if row.value_thousandths is None else row.value_thousandths
        for row in rows
    }


def editor(page: IndicatorsPage) -> ValueEditor:
    found = page.details.values.view.open_editor()
    assert found is not None
    return found


def edit(page: IndicatorsPage, year: int | None, column: int = 0) -> ValueEditor:
    page.details.values.view.choose(year, column, edit=True)
    return editor(page)


def type_in(cell: ValueEditor, text: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    cell.selectAll()
    cell.insert(text)
    cell.textEdited.emit(text)
    QTest.keyClick(cell, key)
    settle()


def take_back(page: IndicatorsPage) -> None:
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    settle()


def cells(page: IndicatorsPage, place: int) -> list[str]:
    model = page.model
    found = (model.index(place, part).data() for part in (Part.LATEST, Part.COMPARED))
    return [str(each).replace(NBSP, " ") for each in found]


def test_the_table_stands_as_the_source_prints_it(page: IndicatorsPage) -> None:
    assert page.model.rowCount() == 7
    assert cells(page, 0) == [
        "alla 55, män 58, kvinnor 53 (2017)",
        "alla 57, män 59, kvinnor 53 (2015)",
    ]
    assert cells(page, 5) == [
        "antal 574, män 41 %, kvinnor 59 % (2017)",
        "antal 556, män 38 %, kvinnor 62 % (2016)",
    ]
    assert cells(page, 3) == ["uppgift saknas", "uppgift saknas"]


def test_the_gaps_are_named_and_read_aloud(page: IndicatorsPage) -> None:
    told = str(page.model.index(3, Part.NAME).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "har inget värde" in told
    choose(page, "Andel elever i årskurs nio som trivs")
    line = page.details.found.findChild(QLabel, "finding-line-0")
    assert isinstance(line, QLabel)
    assert "har inget värde" in line.accessibleName()
    line.linkActivated.emit("measurements")
    settle()
    assert page.details.values.view.hasFocus()


def test_the_chart_tells_its_values_in_words(page: IndicatorsPage) -> None:
    first, second = page.details.charts
    assert first.isVisible()
    assert "flickor: 2012 68, 2015 33,5" in first.accessibleDescription()
    assert not second.isVisible()
    choose(page, "Andel personer")
    assert second.isVisible()
    choose(page, "Andel elever i årskurs nio som trivs")
    assert not first.isVisible()


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
    assert page.details.values.model.place_of(2108) is None


def test_a_year_that_waits_is_dropped_when_another_indicator_is_shown(page: IndicatorsPage) -> None:
    type_in(edit(page, None), "2018", Qt.Key.Key_Return)
    model = page.details.values.model
    assert model.place_of(2018) == 2
    choose(page, "Antal")
    choose(page, "Andel elever i årskurs nio som upplever")
    assert model.place_of(2018) is None


def test_del_empties_a_cell_and_a_whole_year(page: IndicatorsPage, window: MainWindow) -> None:
    view = page.details.values.view
    view.choose(2015, 3)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "girls" not in values(page, 2015)
    trigger(window, "remove-year")
    assert values(page, 2015) == {}
    trigger(window, "undo")
    assert values(page, 2015) == {"all": 54_000, "boys": 78_000}


def test_what_a_year_says_is_kept_with_it(page: IndicatorsPage, window: MainWindow) -> None:
    box = page.details.values
    box.view.choose(2015)
    settle()
    evidence = box.texts["evidence"]
    assert evidence.isVisible()
    evidence.setText("Rapport  2015")
    assert evidence.flush()
    box.broken.click()
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
    assert "50 år 2013" in page.details.change.toPlainText()
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
    assert derived.startswith("Indexet för alla var 55 år 2017")
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
    assert "59 år 2015" in change.toPlainText()


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


def test_the_facts_are_changed_in_place(page: IndicatorsPage) -> None:
    choose(page, "Antal")
    details = page.details
    for name, typed in (
        ("name", "Antal föreningar\nför grannsamverkan"),
        ("source", "Info från Polisen"),
        ("interval_years", "1"),
        ("active_from", "2014"),
    ):
        field = details.texts[name]
        field.setPlainText(typed) if hasattr(field, "setPlainText") else field.setText(typed)
        assert field.flush()
    direction = details.choices["direction"]
    direction.setCurrentIndex(list(Direction).index(Direction.NEUTRAL))
    direction.activated.emit(direction.currentIndex())
    sheet = current(page)
    assert (sheet.name, sheet.source) == (
        "Antal föreningar för grannsamverkan",
        "Info från Polisen",
    )
    assert (sheet.interval_years, sheet.active_from) == (1, 2014)
    assert sheet.direction is Direction.NEUTRAL


def test_a_unit_that_the_values_do_not_fit_is_refused_at_the_choice(page: IndicatorsPage) -> None:
    choose(page, "Antal")
    unit = page.details.choices["unit"]
    unit.setCurrentIndex(list(Unit).index(Unit.PERCENT))
    unit.activated.emit(unit.currentIndex())
    settle()
    assert current(page).unit is Unit.COUNT
    assert unit.value() is Unit.COUNT
    callout = page.window().findChild(QLabel, "callout")
    found = [each for each in page.window().findChildren(QLabel, "callout") if each.isVisible()]
    assert callout is not None
    assert any("mellan 0 och 100 procent" in each.text() for each in found)


def test_a_year_of_nonsense_is_refused_at_its_field(page: IndicatorsPage) -> None:
    field = page.details.texts["active_to"]
    field.setText("snart")  # type: ignore[union-attr]
    assert not field.flush()
    assert "fyra siffror" in field.accessibleDescription()
    field.setText("")  # type: ignore[union-attr]
    assert field.flush()


def test_the_first_one_is_made_from_the_empty_page(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "tom.hubra"
    Workspace.create(path, organisation="Rådet", municipality="Ekköping").close()
    assert empty_window.registers.open(path)
    page = page_of(empty_window)
    assert page._stack.currentWidget() is page._empty
    assert page.meets() == Needs.INDICATORS
    trigger(empty_window, "new-indicator")
    settle()
    name = page.details.texts["name"]
    assert QApplication.focusWidget() is name
    name.setPlainText("Antal vandringar")  # type: ignore[union-attr]
    assert name.flush()
    assert [each.name for each in stored(page)] == ["Antal vandringar"]
    trigger(empty_window, "undo")
    trigger(empty_window, "undo")
    assert page._stack.currentWidget() is page._empty


def test_indicators_are_moved_and_taken_away(page: IndicatorsPage, window: MainWindow) -> None:
    moved = page.view.current_id()
    trigger(window, "indicator-up")
    assert [page.model.place_of(moved), page.view.current_id()] == [0, moved]
    trigger(window, "indicator-up")
    assert page.model.place_of(moved) == 0
    trigger(window, "indicator-down")
    assert page.model.place_of(moved) == 1
    trigger(window, "remove-indicator")
    settle()
    assert page.model.rowCount() == 6
    assert page.details.record.id == page.view.current_id() != moved
    trigger(window, "undo")
    assert page.model.place_of(moved) == 1


def test_the_table_is_copied_as_it_is_shown(page: IndicatorsPage, window: MainWindow) -> None:
    trigger(window, "copy-indicators")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Indikator\tMått senaste\tJämförs med"
    assert len(lines) == 8
    assert lines[5].endswith("\t369 (2017)\t354 (2016)")
    assert window.messages.history


def test_a_register_open_for_reading_is_read_only(
    empty_window: MainWindow, register: Path, qtbot: QtBot
) -> None:
    holder = Workspace.open(register)
    empty_window.desk.use(Workspace.open(register, read_only=True))
    page = page_of(empty_window)
    page.set_editable(False)
    page.details.values.view.choose(2015, 1)
    page.details.values.view.setFocus()
    QTest.keyClick(page.details.values.view, Qt.Key.Key_5)
    assert page.details.values.view.open_editor() is None
    assert all(field.isReadOnly() for field in page.details.texts.values())
    assert page.details.change.isReadOnly()
    assert not empty_window.actions_["new-indicator"].isEnabled()
    assert empty_window.actions_["copy-indicators"].isEnabled()
    holder.close()


def test_the_window_leads_to_an_indicator_and_to_a_value(
    page: IndicatorsPage, window: MainWindow
) -> None:
    sheet = stored(page)[4]
    window.go_to("indicator", sheet.id)
    assert page.view.current_id() == sheet.id
    row = stored(page)[0].measurements[0]
    assert page.go_to("measurement", row.id)
    assert page.view.current_id() == stored(page)[0].id
    assert not page.go_to("indicator", "x")


def test_what_is_typed_is_committed_before_the_page_is_left(
    page: IndicatorsPage, window: MainWindow
) -> None:
    cell = edit(page, 2015, 1)
    cell.setText("60")
    window.show_page("page-overview")
    assert values(page, 2015)["all"] == 60_000
    window.show_page("page-indicators")
    type_in(edit(page, 2015, 1), "600")
    window.show_page("page-overview")
    assert window._pages.shown == "page-indicators"
    take_back(page)


def test_an_indicator_that_is_gone_leaves_the_table(
    page: IndicatorsPage, window: MainWindow
) -> None:
    window.desk.run(RemoveIndicator(page.view.current_id()))
    settle()
    assert page.model.rowCount() == 6
    assert page.details.record is not None
    assert page.details.record.id == page.view.current_id()


def test_the_keyboard_goes_through_the_panes(page: IndicatorsPage, window: MainWindow) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.details.values.view.hasFocus()
    assert page.details.values.view.currentIndex().row() == 2
    assert page.panes()[0] is page.view
    assert page.meets() == Needs.INDICATORS | Needs.INDICATOR


def line(sheet: IndicatorSheet) -> Line:
    return Line(sheet.id, table_row(sheet))


def test_the_models_are_sound(dressed: object) -> None:
    model = IndicatorsModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.show_rows([line(sheet) for sheet in SOURCE])
    kept = QPersistentModelIndex(model.index(2, 0))
    model.show_rows([line(sheet) for sheet in (*SOURCE[2:], SOURCE[0])])
    assert kept.row() == 0
    years = YearsModel()
    QAbstractItemModelTester(years, FATAL, years)
    steps: tuple[Callable[[], None], ...] = (
        lambda: years.show_indicator(BY_ID["living"]),
        lambda: years.show_indicator(BY_ID["living"], 2016),
        lambda: years.show_indicator(with_lines(LIVING, "2016: 1/1/1", "2011: ej mätt")),
        lambda: years.show_indicator(BY_ID["school"]),
        lambda: years.show_indicator(BY_ID["victims"]),
        lambda: years.show_indicator(None),
    )
    for step in steps:
        step()
    assert years.rowCount() == 0


def test_the_rows_of_years_end_with_a_blank_one() -> None:
    rows = year_rows(BY_ID["evening"], pending=2018)
    assert [row.year for row in rows] == [2012, 2015, 2018, None]
    assert [row.pending for row in rows] == [False, False, True, False]
    assert rows[1].typed == ("2015", "54", "78", "33,5")
    assert rows[1].shown[3] == f"33,5{NBSP}%"
    assert rows[-1].typed == ("", "", "", "")
    assert len(year_rows(IndicatorSheet(groups=GroupSet.NONE))[0].typed) == 2
