"""The page Mått: the table, the facts of an indicator, moving, copying, reading only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hubra_desktop.model.indicators.table import table_row
from hubra_desktop.model.indicators.terms import Direction, Unit
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.forms.inputs import TextArea
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.indicators.models import IndicatorsModel, Line, Part, YearsModel
from hubra_desktop.ui.pages.indicators.page import IndicatorsPage
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.workspace import Workspace
from tests.model.indicator_samples import BY_ID, LIVING, SOURCE, with_lines
from tests.ui.hands import settle, trigger
from tests.ui.indicator_hands import (
    cells,
    choose,
    current,
    edit,
    page_of,
    stored,
    take_back,
    type_in,
    values,
)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def page(window: MainWindow) -> IndicatorsPage:
    """The page over the demo register, its second indicator in view."""
    shown = page_of(window)
    choose(shown, "Andel elever i årskurs nio som upplever")
    return shown


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
    line = page.details.found.findChild(WrappedLine, "finding-0")
    assert isinstance(line, WrappedLine)
    assert "har inget värde" in line.accessibleName()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert page.details.values.view.hasFocus()


def test_the_chart_tells_its_values_in_words(page: IndicatorsPage) -> None:
    first, second = page.details.charts
    assert first.isVisible()
    assert "Flickor, år 2012: 68, år 2015: 33,5" in first.accessibleDescription()
    assert not second.isVisible()
    choose(page, "Andel personer")
    assert second.isVisible()
    choose(page, "Andel elever i årskurs nio som trivs")
    assert not first.isVisible()


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
    page.details.bring(unit)
    settle()
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
    field.setText("snart")
    assert not field.flush()
    assert "fyra siffror" in field.accessibleDescription()
    field.setText("")
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
    assert isinstance(name, TextArea)
    assert name.hasFocus()
    name.setPlainText("Antal vandringar")
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
    window.navigation.go_to("indicator", sheet.id)
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
    window.desk.run(Remove(Indicator, page.view.current_id()))
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
    assert page.meets() == Needs.INDICATORS | Needs.INDICATOR | Needs.ITEM


def line(sheet: Indicator) -> Line:
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
