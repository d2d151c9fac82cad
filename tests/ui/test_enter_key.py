"""Enter presses the button that has the focus: on every page, in every dialog and message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.ledger_forms import BookForm
from hubra_desktop.ui.widgets import enter_key
from tests.ui.dialogs import DIALOGS
from tests.ui.hands import settle, trigger
from tests.ui.money import form as money_form
from tests.ui.money import page as money_page
from tests.ui.views import VIEWS

Button = QPushButton | QToolButton


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> list[Button]:
    """The buttons that Enter pressed; nothing is done."""
    found: list[Button] = []
    monkeypatch.setattr(enter_key, "press", found.append)
    return found


def press_all(window: QWidget, pressed: list[Button]) -> None:
    """Give each button the focus and press Enter."""
    kinds = (QPushButton, QToolButton)
    buttons = [each for kind in kinds for each in window.findChildren(kind)]
    usable = [b for b in buttons if b.isVisible() and b.isEnabled() and b.focusPolicy()]
    for button in usable:
        button.setFocus()
        if not button.hasFocus():
            continue
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed.clear()
            QTest.keyClick(button, key)
            assert pressed == [button], button.objectName()


@pytest.mark.parametrize("view", VIEWS)
def test_enter_presses_what_has_the_focus_on_every_page(
    window: MainWindow, view: str, pressed: list[Button], qtbot: QtBot
) -> None:
    window.activateWindow()
    VIEWS[view](window)
    window.desk.messages.tell("Klart.", "undo")
    qtbot.wait(100)
    press_all(window, pressed)


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_presses_what_has_the_focus_in_every_dialog(
    window: MainWindow, name: str, pressed: list[Button]
) -> None:
    dialog = DIALOGS[name](window)
    dialog.show()
    dialog.activateWindow()
    settle()
    try:
        press_all(dialog, pressed)
    finally:
        dialog.done(0)
        dialog.deleteLater()


def test_enter_on_cancel_books_nothing(window: MainWindow) -> None:
    window.activateWindow()
    money = money_page(window)
    trigger(window, "book-entry")
    form = money_form(money)
    assert isinstance(form, BookForm)
    cancel = form.findChild(QPushButton, "form-cancel")
    assert cancel is not None
    cancel.setFocus()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    settle()
    assert money.side.form is None
    assert window.desk.workspace is not None
    assert window.desk.workspace.undo_label is None
