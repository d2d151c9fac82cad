"""What hands do at the page Mått: choose an indicator, type in a cell, look at what is stored."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.indicators.models import Part
from hubra_desktop.ui.pages.indicators.page import IndicatorsPage
from hubra_desktop.ui.pages.indicators.years_view import ValueEditor
from hubra_desktop.work.queries.indicators import indicators
from tests.ui.hands import settle

NBSP = "\u00a0"


def page_of(window: MainWindow) -> IndicatorsPage:
    window.show_page("page-indicators")
    settle()
    page = window._pages.page("page-indicators")
    assert isinstance(page, IndicatorsPage)
    return page


def stored(page: IndicatorsPage) -> tuple[Indicator, ...]:
    with page._desk.read() as reader:
        return indicators(reader)


def choose(page: IndicatorsPage, beginning: str) -> Indicator:
    sheet = next(each for each in stored(page) if each.name.startswith(beginning))
    assert page.view.choose(sheet.id)
    settle()
    return sheet


def current(page: IndicatorsPage) -> Indicator:
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
