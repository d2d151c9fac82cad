"""What the window says: over the page, one thing at a time, and only while it is so."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.widgets import message_bar
from hubra_desktop.work.edits import Change
from tests.ui.hands import settle, sheet, trigger


def said(window: MainWindow) -> str:
    """Return what stands in the message that is shown, "" when none is."""
    found = window.bar.findChild(QLabel, "message-text")
    assert found is not None
    return found.text() if window.bar.isVisible() else ""


def offer(window: MainWindow) -> QPushButton:
    found = window.bar.findChild(QPushButton, "message-action")
    assert found is not None
    return found


def place_in(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def change_place(window: MainWindow, text: str) -> None:
    window.desk.run(Change(Meeting, sheet(window).id, {"place": text}))


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_a_message_lies_over_the_page_and_moves_nothing(
    window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle()
    watched = (window.meetings.head.title, window.meetings.agenda.view, window.meetings.agenda)
    stood = [place_in(window, each) for each in watched]
    window.messages.refuse("Filen kan inte skrivas. Stäng den i det andra programmet. " * 3)
    settle()
    assert [place_in(window, each) for each in watched] == stood
    text = window.bar.findChild(QLabel, "message-text")
    assert text is not None
    assert text.height() >= text.heightForWidth(text.width())
    assert window.rect().contains(place_in(window, window.bar))
    top = window.childAt(place_in(window, window.bar).center())
    assert top is not None
    assert top is window.bar or window.bar.isAncestorOf(top)


def test_one_message_at_a_time(window: MainWindow) -> None:
    window.messages.tell("Det första.", "undo")
    window.messages.warn("Det andra.")
    assert said(window) == "Det andra."
    assert not offer(window).isVisible()


def test_an_offered_undo_is_gone_when_it_would_take_back_something_else(
    window: MainWindow,
) -> None:
    change_place(window, "Sal 1")
    window.messages.tell("Platsen är ändrad.", "undo")
    change_place(window, "Sal 2")
    assert said(window) == ""
    window.messages.tell("Platsen är ändrad.", "undo")
    trigger(window, "undo")
    assert said(window) == ""
    assert sheet(window).place == "Sal 1"


def test_the_button_in_the_message_takes_back_what_it_tells_of(window: MainWindow) -> None:
    before = sheet(window).place
    change_place(window, "Sal 1")
    window.messages.tell("Platsen är ändrad.", "undo")
    offer(window).setFocus()
    QTest.keyClick(offer(window), Qt.Key.Key_Return)
    assert sheet(window).place == before
    assert said(window) == ""


def test_a_message_goes_with_the_page_that_it_was_said_on(window: MainWindow) -> None:
    window.messages.refuse("Det går inte här.")
    window.show_page("page-plan")
    assert said(window) == ""


def test_what_could_not_be_used_is_told_until_it_is_mended_or_taken_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    trigger(window, "show-facts")
    end = window.meetings.facts.texts["end"]
    for mended in ("17.30", None):
        type_over_field(end, "25.99")
        assert not window.desk.flush_or_say()
        assert "”Planerat slut”" in said(window)
        qtbot.wait(message_bar.LOOKS_AGAIN_MS * 2)
        assert said(window), "what is still refused is still told"
        if mended is None:
            QTest.keyClick(end, Qt.Key.Key_Escape)
        else:
            type_over_field(end, mended)
            assert window.desk.flush()
        qtbot.waitUntil(lambda: said(window) == "", timeout=3000)


def type_over_field(field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)


def test_news_grows_old_and_what_asks_for_something_does_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.bar._old.setInterval(30)
    window.messages.tell("Sparat 14.32")
    qtbot.waitUntil(lambda: said(window) == "", timeout=3000)
    for tell in (window.messages.warn, window.messages.refuse):
        tell("Se över det här.")
        qtbot.wait(100)
        assert said(window) == "Se över det här."
    window.messages.tell("Raden togs bort.", "undo")
    qtbot.wait(100)
    assert said(window) == "Raden togs bort."


def test_f6_leads_to_the_message_and_esc_back_to_where_one_was(window: MainWindow) -> None:
    window.activateWindow()
    window.meetings.agenda.view.setFocus()
    change_place(window, "Sal 1")
    window.messages.tell("Platsen är ändrad.", "undo")
    within = []
    for _ in range(6):
        trigger(window, "next-pane")
        within.append(window.bar.isAncestorOf(QApplication.focusWidget() or window))
    assert any(within)
    while not window.bar.isAncestorOf(QApplication.focusWidget() or window):
        trigger(window, "next-pane")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert said(window) == ""
    assert window.meetings.agenda.view.hasFocus()


def test_a_message_is_read_aloud_with_its_words(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(message_bar, "announce", lambda _, sentence: read.append(sentence))
    window.messages.warn("Se över det här.")
    assert read == ["Se över det här."]
    assert window.bar.accessibleName()
    assert window.bar.accessibleDescription() == "Se över det här."
