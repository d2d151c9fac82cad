"""The page Historik: steps in plain words, searched, opened at their place and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.records.catalogue import RECORDS, stored_fields
from hubra_desktop.model.records.field_words import field_word
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.plan import Activity
from hubra_desktop.ui.dialogs.help import HelpDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.history.labels import kind_name
from hubra_desktop.ui.pages.history.page import HistoryPage
from hubra_desktop.work.commands.agenda import SendItems
from hubra_desktop.work.edits import Change, Remove
from tests.ui.hands import items, settle, sheet, trigger
from tests.ui.plan_hands import named, plan_page

MARCH = "meeting-01"


@pytest.fixture
def page(window: MainWindow) -> HistoryPage:
    return shown(window)


def shown(window: MainWindow) -> HistoryPage:
    trigger(window, "page-history")
    settle()
    page = window._pages.page("page-history")
    assert isinstance(page, HistoryPage)
    return page


def told(page: HistoryPage) -> list[str]:
    return [str(page.model.index(row, 2).data()) for row in range(page.model.rowCount())]


def run(window: MainWindow, command: object) -> None:
    assert window.desk.run(command) is not None  # type: ignore[arg-type]
    settle()


def test_every_kind_and_field_has_words() -> None:
    for kind in RECORDS:
        assert kind_name(kind)
        for field in stored_fields(kind):
            assert field_word(kind, field.name)


def test_a_removed_meeting_is_found_and_taken_back(window: MainWindow, page: HistoryPage) -> None:
    run(window, Remove(Meeting, MARCH))
    assert told(page)[0].startswith("Borttaget sammanträde: 7 mars 2018 (och ")
    page.view.choose(page.model.id_at(0))
    assert "plats: ”A-salen”" in page.details.text.toPlainText()
    page.details.take_back.click()
    settle()
    assert told(page)[0].startswith("Återtaget steg: 7 mars 2018")
    page.details.show_place.click()
    settle()
    assert window._pages.shown == "page-meetings"
    assert sheet(window).id == MARCH
    trigger(window, "undo")
    trigger(window, "redo")
    assert sheet(window).id == MARCH


def test_rows_sent_to_another_meeting_are_told(window: MainWindow, page: HistoryPage) -> None:
    item = items(window)[0]
    run(window, SendItems((item.id,), "meeting-2017-4"))
    assert told(page)[0].startswith(f"Flyttad rad: ”{item.title}”")
    page.view.choose(page.model.id_at(0))
    assert "sammanträde: 7 mars 2018 → " in page.details.text.toPlainText()


def test_a_field_is_told_as_it_was_and_is(window: MainWindow, page: HistoryPage) -> None:
    run(window, Change(Meeting, MARCH, {"place": "B-salen"}))
    assert told(page)[0] == "Ändrad plats: 7 mars 2018 · plats: ”A-salen” → ”B-salen”"
    run(window, Change(Meeting, MARCH, {"start": 16 * 60}))
    assert told(page)[0].endswith("starttid: 15:30 → 16:00")
    item = items(window)[0]
    run(window, Change(Item, item.id, {"title": "Ny rubrik"}))
    assert told(page)[0].startswith("Ändrad rubrik: ”Ny rubrik” · sammanträde 7 mars 2018")
    window.desk.undo()
    settle()
    assert told(page)[0].startswith("Ångrat: ändrad rubrik")
    assert window._pages.shown == "page-history"


def test_a_change_since_is_named_where_it_hinders(window: MainWindow, page: HistoryPage) -> None:
    run(window, Change(Meeting, MARCH, {"place": "B-salen"}))
    step = page.model.id_at(0)
    run(window, Change(Meeting, MARCH, {"place": "C-salen"}))
    page.view.choose(step)
    page.details.take_back.click()
    assert page.details.refusal.isVisible()
    sentence = page.details.refusal.text()
    assert sentence.startswith("Sammanträde 7 mars 2018 har ändrats sedan dess: plats är nu ")
    assert "”C-salen”" in sentence
    page.view.choose(page.model.id_at(0))
    assert not page.details.refusal.isVisible()


def test_the_list_is_narrowed_by_word_kind_and_day(window: MainWindow, page: HistoryPage) -> None:
    activity = named(plan_page(window), "Lokala trygghetsnätverk")
    page = shown(window)
    run(window, Change(Activity, activity.id, {"period": "hela våren"}))
    run(window, Change(Meeting, MARCH, {"place": "B-salen"}))
    page.search.setText("hela våren")
    page._narrow()
    assert told(page)[0].startswith("Ändrad period")
    page.search.clear()
    page.kinds.setCurrentIndex(page.kinds.findText("Sammanträden"))
    page.kinds.activated.emit(page.kinds.currentIndex())
    assert told(page)[0].startswith("Ändrad plats")
    assert not any("period" in each for each in told(page))
    page.day.setText("32 mars")
    page._narrow()
    assert page.day.property("refused")
    page.day.setText("1 januari 2018")
    page._narrow()
    assert not page.day.property("refused")
    assert told(page) == []
    assert page._stack.currentWidget() is page._none


def test_escape_clears_the_search_and_then_leads_back(
    window: MainWindow, page: HistoryPage
) -> None:
    page.search.setText("nattvandring")
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert window._pages.shown == "page-history"
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    settle()
    assert window._pages.shown == "page-meetings"
    assert window.actions_["page-meetings"].isChecked()


def test_the_page_chosen_in_the_sidebar_takes_its_place(
    window: MainWindow, page: HistoryPage
) -> None:
    """Also the one that was left last, whose row is the current one still."""
    pages = window.sidebar.pages
    assert window._pages.shown == "page-history"
    assert not pages.selectedItems()
    pages.setFocus()
    assert window._pages.shown == "page-history"
    place = pages.visualItemRect(pages.item(1)).center()
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert window._pages.shown == "page-meetings"
    assert window.actions_["page-meetings"].isChecked()
    shown(window)
    pages.setCurrentRow(0)
    assert window._pages.shown == "page-overview"


def test_its_help_is_its_own(window: MainWindow, page: HistoryPage) -> None:
    trigger(window, "help")
    settle()
    dialog = window.help._dialog
    assert isinstance(dialog, HelpDialog)
    assert "Ta tillbaka" in dialog.text.toPlainText()
    dialog.close()


def test_nothing_is_taken_back_in_a_register_that_is_only_read(first_page: MainWindow) -> None:
    path = first_page.desk.path
    assert path is not None
    assert first_page.registers.open(path, read_only=True)
    page = shown(first_page)
    assert told(page)
    assert not page.details.take_back.isEnabled()
