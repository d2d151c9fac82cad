"""What is in the way of a register is told: another program's lock is waited for, beside."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import NotSavedError
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.work.workspace import Workspace
from tests.ui.hands import edit, settle, type_over


@contextmanager
def held(register: Path) -> Iterator[None]:
    """Another program has all of the register for itself."""
    with closing(sqlite3.connect(register, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


def titles(register: Path) -> set[str]:
    with closing(sqlite3.connect(register)) as database:
        return {row[0] for row in database.execute("SELECT title FROM agenda_item")}


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BRIEF_PATIENCE", 0.02)
    monkeypatch.setattr("hubra_desktop.ui.waiting.AGAIN_MS", 20)
    monkeypatch.setattr("hubra_desktop.ui.register_actions.OPEN_AGAIN_MS", 20)


def test_what_is_typed_stays_and_is_saved_when_the_lock_goes(
    register: Path, window: MainWindow, qtbot: QtBot
) -> None:
    cell = edit(window, 1, AgendaColumn.TITLE)
    with held(register):
        type_over(cell, "Skrivet under tiden", None)
        assert not window.desk.flush()
        assert "Skrivet under tiden" in cell.text()
        told = window.messages.history[-1].text
        assert "ett annat program använder filen" in told
        assert "sparas så snart det går" in told
        assert window.bar.message is not None
        assert not window.close()
        assert "sparas så snart det går" in window.messages.history[-1].text
        assert window.desk.workspace is not None
        assert window.desk.workspace.last_saved is None
        qtbot.wait(60)  # some tries in vain
        assert "Skrivet under tiden" not in titles_of(window)
    qtbot.waitUntil(lambda: "Skrivet under tiden" in titles(register))
    settle()
    qtbot.waitUntil(lambda: window.bar.message is None)


def titles_of(window: MainWindow) -> set[str]:
    """What the window knows to be saved."""
    workspace = window.desk.workspace
    return set() if workspace is None or workspace.last_saved is None else {"saved"}


def test_a_register_that_is_held_is_opened_by_itself_when_the_lock_goes(
    register: Path, empty_window: MainWindow, qtbot: QtBot
) -> None:
    with held(register):
        assert not empty_window.registers.open(register)
        told = [each.text for each in empty_window.messages.history]
        assert len(told) == 1
        assert "Det öppnas av sig självt så snart det går" in told[0]
        qtbot.wait(60)
        assert len(empty_window.messages.history) == 1
    qtbot.waitUntil(lambda: empty_window.desk.path == register)
    assert empty_window.bar.message is None


def test_what_was_found_at_the_opening_is_told(
    register: Path, empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workspace, "told", ["En annan fil har lagts i dess ställe."])
    assert empty_window.registers.open(register)
    assert empty_window.bar.message is not None
    assert empty_window.bar.message.text == "En annan fil har lagts i dess ställe."


def test_what_cannot_be_saved_is_kept_beside_when_the_window_is_closed_all_the_same(
    register: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Workspace, *__: object) -> None:
        raise NotSavedError(OSError(28, "No space left on device"))

    cell = edit(window, 1, AgendaColumn.TITLE)
    type_over(cell, "Skrivet i onödan?", None)
    monkeypatch.setattr(Workspace, "run", full)
    assert not window.close()
    told = window.messages.history[-1].text
    assert "disken är full" in told
    assert "läggs då i en textfil bredvid registret" in told
    assert window.close()
    (kept,) = register.parent.glob("radet (osparat *).txt")
    assert "Skrivet i onödan?" in kept.read_text("utf-8")
    assert kept.stat().st_mode & 0o077 == 0


def test_a_register_that_may_only_be_read_is_offered_to_be_read(
    register: Path, empty_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def read_it(_: object, told: str, *__: str) -> int:
        asked.append(told)
        return 0

    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", read_it)
    monkeypatch.setattr("os.access", lambda _, mode: mode != os.W_OK)
    assert empty_window.registers.open(register)
    assert "inte rätt att ändra" in asked[0]
    assert empty_window.desk.read_only
