"""A register too large to be looked through at its opening is looked through soon after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from tests.store.registers import spoilt


@pytest.fixture
def cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """No opening has time to look for damage."""
    monkeypatch.setattr("hubra_desktop.store.inspection._BRIEF_SECONDS", 0)
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_STEPS", 1)
    monkeypatch.setattr("hubra_desktop.ui.late_look.BEGIN_AFTER_MS", 0)


def damage(register: Path) -> None:
    """Spoil a page that nothing of the program reads."""
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute("INSERT INTO filler (text) VALUES ('å')")
    spoilt(register, "filler")


class Field(QWidget):
    """A field whose text cannot be used until it is mended."""

    wrong = True

    def flush(self) -> bool:
        self.setProperty("refused", self.wrong)
        return not self.wrong


@pytest.mark.usefixtures("cut_short")
def test_a_sound_register_stays_open(
    register: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    empty_window.registers.open(register)
    workspace = empty_window.desk.workspace
    assert workspace is not None
    assert not workspace.looked_through
    qtbot.waitUntil(lambda: workspace.looked_through)
    assert empty_window.desk.workspace is workspace
    assert empty_window.messages.history == []


@pytest.mark.usefixtures("cut_short")
def test_a_damaged_register_is_closed(
    register: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    damage(register)
    damaged = register.read_bytes()
    assert empty_window.registers.open(register)
    qtbot.waitUntil(lambda: empty_window.desk.workspace is None)
    assert "”radet.hubra” är skadat och har stängts" in empty_window.messages.history[-1].text
    assert register.read_bytes() == damaged


@pytest.mark.usefixtures("cut_short")
def test_what_could_not_be_saved_stays_until_it_is_mended(
    register: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    damage(register)
    desk, field = empty_window.desk, Field(empty_window)
    assert empty_window.registers.open(register)
    desk.hold(field)
    told = "stängs när du har rättat"
    qtbot.waitUntil(lambda: any(told in each.text for each in empty_window.messages.history))
    assert desk.workspace is not None
    field.wrong = False
    field.flush()
    qtbot.waitUntil(lambda: desk.workspace is None)
