"""Every page in a small window: nothing is cut that cannot be read or reached another way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.app import fit
from hubra_desktop.ui import settings
from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.forms.dialog import FormDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.page_stack import Room
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.money.budget_view import BudgetView
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.ui.pages.money.rows_view import MoneyView
from hubra_desktop.ui.pages.plan.page import PlanPage
from hubra_desktop.ui.widgets.part_bar import PartBar
from hubra_desktop.ui.widgets.rows_view import shared
from hubra_desktop.ui.window_layout import keep_on_screen
from tests.ui.hands import edit, settle, trigger, type_over
from tests.ui.room import cut_amounts, cut_texts, out_of_reach

SIZES = {"laptop": (1366, 740), "small": (1024, 672), "double": (683, 356)}
"""What a screen of 1366×768, one of 1024×700 and the first at 200 % leave for a window."""

LAID_OUT_MS = 60


def views(page: QWidget) -> Iterator[str]:
    """Show each part of a page in turn, and the parts in it, and tell what is shown."""
    bars = [bar for bar in page.findChildren(PartBar) if bar.isVisible()]
    yield ""
    for bar in bars:
        first = bar.shown
        for place, name in enumerate(bar.names):
            if bar.isTabVisible(place) and name != first:
                bar.ask_for(name)
                settle()
                yield name
        bar.ask_for(first)
        settle()


def lacking_room(window: QWidget) -> tuple[str, ...]:
    """Return what is cut or out of reach once the layout has come to rest."""
    found: tuple[str, ...] = ()
    for _ in range(5):
        found = (*cut_texts(window), *cut_amounts(window), *out_of_reach(window))
        if not found:
            break
        QTest.qWait(LAID_OUT_MS)
    return found


@pytest.mark.parametrize("page", PAGE_ACTIONS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_a_page(first_page: MainWindow, size: str, page: str) -> None:
    window = first_page
    window.resize(*SIZES[size])
    window.show_page(page)
    QTest.qWait(LAID_OUT_MS)
    wrong = []
    for view in views(window._pages.page(page)):
        wrong += [f"{view}: {each}" for each in lacking_room(window)]
    assert not wrong, "\n".join(wrong)
    assert (window.width(), window.height()) == SIZES[size]


def test_a_narrow_page_shows_one_part_at_a_time_and_a_wide_one_both(window: MainWindow) -> None:
    page = window.meetings
    window.resize(1366, 740)
    settle()
    assert page.agenda.isVisible()
    assert page.page.isVisible()
    assert not page.panes_.bar.isVisible()
    window.resize(1024, 672)
    settle()
    assert page.agenda.isVisible()
    assert not page.page.isVisible()
    page.panes_.bar.ask_for("Kallelsens sida")
    assert page.page.isVisible()
    assert not page.agenda.isVisible()
    page.go_to_row(None, "head.place")
    assert page.facts.isVisible()
    assert not page.page.isVisible()


def test_the_key_of_the_page_leads_to_its_tab_and_back(window: MainWindow) -> None:
    window.resize(1024, 672)
    settle()
    page, action = window.meetings, window.actions_["show-preview"]
    action.trigger()
    assert not page.panes_.bar.isVisible(), "there is one part left"
    action.trigger()
    assert page.page.isVisible()
    action.trigger()
    assert page.agenda.isVisible()


def test_what_is_refused_is_led_to_from_another_tab(window: MainWindow) -> None:
    window.resize(1024, 672)
    settle()
    page = window.meetings
    cell = edit(window, 0, AgendaColumn.MINUTES)
    type_over(cell, "-5", None)
    page.panes_.bar.ask_for("Kallelsens sida")
    assert page.agenda.isVisible()
    assert cell.isVisible()
    assert cell.refusal


def test_the_side_menu_gives_its_room_to_a_narrow_window(first_page: MainWindow) -> None:
    window = first_page
    window.resize(1366, 740)
    settle()
    wide = window.sidebar.width()
    window.resize(683, 356)
    settle()
    assert window.sidebar.width() < wide / 2
    pages = window.sidebar.pages
    names = [pages.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert names[1] == "Sammanträden"
    assert all(pages.item(row).toolTip() for row in range(5))
    trigger(window, "show-sidebar")
    settle()
    assert window.sidebar.width() >= pages.minimumSizeHint().width()
    window.resize(1366, 740)
    settle()
    assert window.sidebar.width() == wide


def test_the_stages_say_only_the_one_in_view_where_there_is_no_room(window: MainWindow) -> None:
    stages = window.meetings.head.stages
    window.resize(1366, 740)
    settle()
    assert [button.text() for button in stages.buttons] == [
        "Planera",
        "Kalla",
        "Genomför",
        "Protokoll",
        "Klart",
    ]
    window.resize(600, 500)
    settle()
    stages.resize(stages.minimumSizeHint())
    said = [button.text() for button in stages.buttons]
    assert [text for text in said if text] == ["Planera"]
    assert all(button.toolTip() for button in stages.buttons)
    assert "Genomför" in stages.buttons[2].accessibleName()


def test_a_window_that_the_screen_cannot_hold_fills_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    for short, filling in ((200, False), (10, True)):
        window.resize(room.width() - 200, room.height() - short)
        fit(window)
        assert window.isMaximized() == filling


@pytest.mark.parametrize("place", [QRect(5000, 4000, 900, 600), QRect(-300, -200, 5000, 4000)])
def test_a_remembered_window_is_put_where_the_screen_is(qtbot: QtBot, place: QRect) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setGeometry(place)
    keep_on_screen(widget)
    assert widget.screen().availableGeometry().contains(widget.geometry())


def test_what_is_left_of_the_budget_stays_in_view_where_columns_are_scrolled(
    window: MainWindow,
) -> None:
    window.resize(*SIZES["double"])
    window.show_page("page-money")
    QTest.qWait(LAID_OUT_MS)
    view = window._pages.page("page-money").findChild(BudgetView)
    assert view is not None
    left = view.visualRect(view.model().index(0, Column.LEFT))
    assert view.viewport().rect().contains(left.center())
    assert left.right() <= view.viewport().width()
    window.resize(1366, 740)
    QTest.qWait(LAID_OUT_MS)
    assert view.header().visualIndex(Column.LEFT) == Column.LEFT


DIALOGS = (
    "new-meeting",
    "copy-meeting",
    "meeting-template",
    "house-style",
    "register-facts",
    "export-table",
    "save-as",
    "new-register",
)


@pytest.mark.parametrize("action", DIALOGS)
@pytest.mark.parametrize("size", [(1320, 700), (640, 320)], ids=["laptop", "double"])
def test_nothing_is_cut_in_a_dialog(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, action: str, size: tuple[int, int]
) -> None:
    wrong: list[str] = []

    def look(dialog: FormDialog, do: object = None) -> FormDialog:
        dialog.show()
        if dialog.minimumWidth() >= dialog.screen().availableSize().width():
            wrong.append("it asks for more than the screen")
        dialog.setMinimumWidth(0)
        dialog.resize(min(dialog.width(), size[0]), min(dialog.height(), size[1]))
        QTest.qWait(LAID_OUT_MS)
        if dialog.width() > size[0]:
            wrong.append(f"{dialog.width()} is wider than the screen")
        wrong.extend(lacking_room(dialog))
        dialog.reject()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(FormDialog, "ended", look)
    # It grows as far as the screen goes; here the screen is the size that is tried.
    monkeypatch.setattr(FormDialog, "_fit", lambda _: None)
    trigger(window, action)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", PAGE_ACTIONS)
def test_no_page_is_scrolled_sideways_at_the_double_size(
    first_page: MainWindow, qtbot: QtBot, page: str
) -> None:
    first_page.resize(*SIZES["double"])
    first_page.show_page(page)
    room = first_page._pages.currentWidget()
    assert isinstance(room, Room)
    qtbot.waitUntil(lambda: room.horizontalScrollBar().maximum() == 0, timeout=2000)


def test_titles_get_the_room_that_other_columns_do_not_need(first_page: MainWindow) -> None:
    window = first_page
    window.resize(*SIZES["laptop"])
    trigger(window, "page-plan")
    page = window._pages.page("page-plan")
    assert isinstance(page, PlanPage)
    page.show_part("agreements")
    settle()
    view = page._register("agreements").rows_view
    assert view.model().rowCount() == 3
    for column in (0, 1):
        assert view.columnWidth(column) >= view.sizeHintForColumn(column)


def test_the_columns_of_a_table_fill_it_when_a_form_opens_beside_it(window: MainWindow) -> None:
    window.resize(*SIZES["laptop"])
    trigger(window, "page-money")
    page = window._pages.page("page-money")
    assert isinstance(page, MoneyPage)
    page.show_part("ledger")
    settle()
    trigger(window, "book-entry")
    settle()
    view = page.findChild(QWidget, "ledger-rows")
    assert isinstance(view, MoneyView)
    shown = sum(view.columnWidth(place) for place in range(view.model().columnCount()))
    assert shown == view.viewport().width()


@pytest.mark.parametrize(
    ("room", "needs", "given"),
    [
        (900, (500, 300), (550, 350)),
        (700, (500, 300), (400, 300)),
        (601, (500, 400), (301, 300)),
    ],
)
def test_room_is_shared_by_need(room: int, needs: tuple[int, int], given: tuple[int, int]) -> None:
    assert shared(room, dict(enumerate(needs))) == dict(enumerate(given))


def test_the_widths_of_the_parts_come_back_with_the_room(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 740)
    settle()
    splitter = window.meetings.panes_.splitter
    splitter.moveSplitter(700, 1)
    settle()
    before = splitter.sizes()
    window.resize(1024, 672)
    settle()
    window.meetings.remember()
    window.resize(1366, 740)
    settle()
    qtbot.waitUntil(lambda: abs(splitter.sizes()[0] - before[0]) <= 2, timeout=2000)
    assert settings.state("meetings/splitter").isEmpty(), "narrow parts have no widths to remember"
