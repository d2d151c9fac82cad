"""A locked register in the window: asked for, opened, locked anew, and nothing lost on the way."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.recovery_key import recovery_groups
from hubra_desktop.store.passphrase import new_key, salt_of_register
from hubra_desktop.ui.dialogs.passphrase import NewPassphraseDialog, UnlockDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.passphrases import check_passphrase, has_passphrase, passphrase_hint
from tests.store.registers import PHRASE

pytestmark = pytest.mark.usefixtures("cheap_keys")


def top(kind: type[QWidget]) -> QWidget | None:
    """The dialog of a kind that is in view."""
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return next((each for each in shown if each.isVisible()), None)


def line(dialog: QWidget, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def press(dialog: QWidget, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def said(dialog: QWidget, name: str = "dialog-refusal") -> str:
    found = dialog.findChild(QLabel, name)
    return found.text() if found is not None and found.isVisible() else ""


def pressed(letter: str, modifier: Qt.KeyboardModifier) -> QKeyEvent:
    """A key that gives a letter."""
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(letter.upper())), modifier, letter)


def when(qtbot: QtBot, kind: type[QWidget], do: Callable[[QWidget], object]) -> list[BaseException]:
    """Do something in the next dialog of a kind as soon as it is in view."""
    wrong: list[BaseException] = []
    timer = QTimer(interval=10)

    def look() -> None:
        dialog = top(kind)
        if dialog is None:
            return
        timer.stop()
        try:
            do(dialog)
        except BaseException as error:
            wrong.append(error)
            dialog.close()

    timer.timeout.connect(look)
    timer.start()
    return wrong


def test_a_locked_register_is_asked_for_until_it_opens(
    locked: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    def answer(dialog: QWidget) -> None:
        typed = line(dialog, "unlock-passphrase")
        assert typed.echoMode() is QLineEdit.EchoMode.Password
        typed.setText("fel")
        press(dialog, "dialog-accept")
        qtbot.waitUntil(lambda: "återställningsbladet" in said(dialog))
        shown = dialog.findChild(QCheckBox)
        assert shown is not None
        shown.setChecked(True)
        assert typed.echoMode() is QLineEdit.EchoMode.Normal
        typed.setText(PHRASE)
        press(dialog, "dialog-accept")

    wrong = when(qtbot, UnlockDialog, answer)
    assert not empty_window.registers.open(locked)
    qtbot.waitUntil(lambda: bool(wrong) or empty_window.desk.workspace is not None)
    assert wrong == []
    assert empty_window.desk.path == locked.resolve()


def test_a_question_may_be_left_and_the_recovery_sheet_opens_it(
    locked: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    key = new_key(locked, PHRASE, salt_of_register(locked))
    groups = list(recovery_groups(key.key))

    def answer(dialog: QWidget) -> None:
        press(dialog, "unlock-sheet")
        typed = line(dialog, "unlock-passphrase")
        assert typed.echoMode() is QLineEdit.EchoMode.Normal
        typed.setText(" ".join([*groups[:2], "00000", *groups[3:]]))
        press(dialog, "dialog-accept")
        qtbot.waitUntil(lambda: said(dialog).startswith("Grupp 3 "))
        typed.setText("".join(groups).lower())
        press(dialog, "dialog-accept")

    when(qtbot, UnlockDialog, lambda dialog: dialog.close())
    empty_window.registers.open(locked)
    qtbot.waitUntil(lambda: bool(empty_window.messages.history))
    assert "är låst. Skriv lösenfrasen" in empty_window.messages.history[-1].text
    assert empty_window.desk.workspace is None

    wrong = when(qtbot, UnlockDialog, answer)
    empty_window.registers.open(locked)
    qtbot.waitUntil(lambda: bool(wrong) or empty_window.desk.workspace is not None)
    assert wrong == []


def test_an_open_register_is_locked_and_unlocked_for_good(
    register: Path, empty_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    file = register.with_name("blad.pdf")
    chosen = [None, file]

    def ask(_parent: QWidget, question: str, *_answers: str) -> int:
        asked.append(question)
        return 1

    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", ask)
    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_pdf", lambda *_: chosen.pop(0))
    empty_window.registers.open(register)

    def choose(dialog: QWidget) -> None:
        line(dialog, "passphrase-new").setText("kort")
        assert said(dialog, "passphrase-dialog-hint").startswith("Tips: fyra eller fem")
        press(dialog, "dialog-accept")
        assert "inte lika" in said(dialog)
        for name in ("passphrase-new", "passphrase-again"):
            line(dialog, name).setText(PHRASE)
        assert said(dialog, "passphrase-dialog-hint") == ""
        press(dialog, "dialog-accept")

    wrong = when(qtbot, NewPassphraseDialog, choose)
    empty_window.actions_["passphrase"].trigger()
    assert wrong == []
    assert empty_window.desk.path == register.resolve()
    assert has_passphrase(register)
    assert "Registret är låst." in empty_window.messages.history[-1].text
    assert len(asked) == 2, "a sheet that was not saved is asked about again"
    assert file.read_bytes().startswith(b"%PDF")

    wrong = when(qtbot, NewPassphraseDialog, lambda dialog: press(dialog, "passphrase-remove"))
    empty_window.actions_["passphrase"].trigger()
    assert wrong == []
    assert empty_window.desk.path == register.resolve()
    assert not has_passphrase(register)
    assert len(asked) == 2


def test_caps_lock_is_told_from_the_letters(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = NewPassphraseDialog(passphrase_hint, check_passphrase, parent, locked=False)
    dialog.show()
    assert dialog.height() == dialog.column.totalHeightForWidth(dialog.width()), "room to spare"
    typed = line(dialog, "passphrase-new")
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for letter, modifier, on in (("A", shift, False), ("B", plain, True), ("b", plain, False)):
        QApplication.sendEvent(typed, pressed(letter, modifier))
        hint = said(dialog, "passphrase-dialog-hint")
        assert hint.startswith("Caps Lock är på." if on else "Tips:")
    dialog.close()
