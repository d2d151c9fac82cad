"""A register too large to be looked through at its opening is looked through soon after."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.main_window import MainWindow
from tests.store.registers import spoilt


@pytest.fixture
def cut_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """No opening has time to look for damage."""
    monkeypatch.setattr("hubra_desktop.store.inspection._BRIEF_SECONDS", 0)
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_STEPS", 1)
    monkeypatch.setattr("hubra_desktop.ui.late_look.BEGIN_AFTER_MS", 0)


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
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        database.execute("INSERT INTO filler (text) VALUES ('å')")
    spoilt(register, "filler")
    damaged = register.read_bytes()
    assert empty_window.registers.open(register)
    qtbot.waitUntil(lambda: empty_window.desk.workspace is None)
    assert "”radet.hubra” är skadat och har stängts" in empty_window.messages.history[-1].text
    assert register.read_bytes() == damaged
