"""What the overview tells of the year's work, each line a way to where it is mended."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.due import Due
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.money import BudgetYear
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.overview import page as overview
from hubra_desktop.ui.pages.overview.council import (
    SHOWN_LINES,
    AreaLine,
    Council,
    CouncilColumn,
    read_council,
)
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.edits import Add
from tests.ui.hands import settle, trigger
from tests.ui.plan_hands import plan_page, sheet


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


def column(window: MainWindow, qtbot: QtBot) -> CouncilColumn:
    window.show_page("page-overview")
    qtbot.waitUntil(lambda: window.overview._council is not None)
    found = window.overview._council
    assert found is not None
    return found


def test_the_first_picture_waits_for_nothing_of_it(window: MainWindow, qtbot: QtBot) -> None:
    assert window.overview._council is None
    first = window.overview._first.geometry()
    column(window, qtbot)
    assert window.overview._first.geometry().topLeft() == first.topLeft()


def test_every_area_has_a_small_bar_that_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    found = column(window, qtbot)
    lines = found.findChildren(AreaLine)
    assert len(lines) == 8
    assert lines[3].accessibleName().startswith("4. Arbete mot organiserad brottslighet. ")
    QTest.keyClick(lines[3], Qt.Key.Key_Return)
    page = plan_page(window)
    assert page.activities.chosen == ("focus_area", sheet(page).areas[3].id)
    assert page.activities.area.isVisible()


def test_the_budget_is_told_in_three_figures(window: MainWindow, qtbot: QtBot) -> None:
    found = column(window, qtbot)
    card = found.findChild(QWidget, "budget-card")
    assert card is not None
    told = [label.text() for label in card.findChildren(QLabel)]
    assert [text for text in told if text in ("Använt", "Bundet", "Kvar")]
    assert sum(text.endswith("kr") for text in told) == 3
    way = found.findChild(QPushButton, "overview-budget")
    assert way is not None
    way.click()
    assert window.shown_page() == "page-money"


def test_what_is_due_is_a_line_that_leads_to_its_place(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hubra_desktop.ui.pages.overview import council as overview_council

    page = plan_page(window)
    activity = page.plan.activities[0]
    told = Due(date(2017, 3, 1), Level.WARNING, "Aktiviteten är sen.", "activity", activity.id)
    monkeypatch.setattr(overview_council, "due", answering((told,)))
    found = column(window, qtbot)
    line = found.findChild(WrappedLine, "overview-due-0")
    assert line is not None
    assert line.accessibleName() == "Varning: Aktiviteten är sen."
    line.click()
    assert page.activities.chosen == ("activity", activity.id)
    assert page.activities.activity.isVisible()


def answering(found: tuple[Due, ...]) -> Callable[..., tuple[Due, ...]]:
    def answer(*_: object) -> tuple[Due, ...]:
        return found

    return answer


def test_many_lines_are_folded_and_unfolded(window: MainWindow, qtbot: QtBot) -> None:
    lines = tuple(Due(None, Level.TIP, f"Sak {place}.", "plan", "") for place in range(12))
    shown = CouncilColumn()
    qtbot.addWidget(shown)
    shown.show_council(Council(0, lines, None, (), None))
    shown.show()

    def visible() -> int:
        return sum(each.isVisibleTo(shown) for each in shown.findChildren(WrappedLine))

    assert visible() == SHOWN_LINES
    more = shown.findChildren(QPushButton, "overview-due-more")[-1]
    assert more.text() == "Visa 5 till"
    more.click()
    settle()
    assert visible() == len(lines)


def test_other_work_is_told_of_without_any_meeting(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "nearest_meeting", lambda *_: None)
    window.overview.refresh()
    assert len(column(window, qtbot).findChildren(AreaLine)) == 8
    buttons = [each.objectName() for each in window.overview._first.findChildren(QPushButton)]
    assert "empty-new-meeting" in buttons


def test_nothing_due_is_said(qtbot: QtBot) -> None:
    shown = CouncilColumn()
    qtbot.addWidget(shown)
    shown.show_council(Council(0, (), None, (), None))
    assert "Inget väntar." in [label.text() for label in shown.findChildren(QLabel)]


def test_the_year_that_it_is_goes_before_the_latest(window: MainWindow) -> None:
    with window.desk.read() as reader:
        assert read_council(reader, date(2017, 5, 2)).plan.year == 2017  # type: ignore[union-attr]
        late = read_council(reader, date(2030, 5, 2))
    assert late.plan is not None
    assert late.plan.year == 2017
    assert len(late.areas) == 8


def test_plan_and_budget_are_of_one_year(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.run(Add(BudgetYear, {"year": 2019}))
    with window.desk.read() as reader:
        council = read_council(reader, date(2019, 1, 5))
    assert (council.year, council.plan) == (2019, None)
    assert council.budget is not None
    assert council.budget.year == 2019
    shown = CouncilColumn()
    qtbot.addWidget(shown)
    shown.show_council(council)
    told = [label.text() for label in shown.findChildren(QLabel)]
    assert "Det finns ingen plan för 2019 än." in told


def test_the_columns_stand_under_each_other_where_there_is_no_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    found = column(window, qtbot)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: found.mapTo(window, found.rect().topLeft()).x() > 500)
    window.resize(860, 700)
    qtbot.waitUntil(lambda: found.mapTo(window, found.rect().topLeft()).x() < 400)


def test_the_overview_leads_to_what_is_to_be_mended(window: MainWindow) -> None:
    trigger(window, "page-overview")
    line = window.overview.findChild(WrappedLine, "overview-finding-0")
    assert line is not None
    line.click()
    assert window.shown_page() == "page-meetings"
    index = window.meetings.agenda.view.currentIndex()
    assert index.column() == AgendaColumn.PRESENTERS
