"""A register of which a part cannot be read: each page is there, and the sentence is told."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.ui import crash_handler as mishaps
from hubra_desktop.ui.actions import PAGE_ACTIONS
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.program import Program
from hubra_desktop.work import crash
from tests.ui.hands import settle


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every register be one that there is no time to look through."""
    monkeypatch.setattr("hubra_desktop.store.inspection._BRIEF_SECONDS", 0)
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_STEPS", 1)
    monkeypatch.setattr("hubra_desktop.ui.late_look.BEGIN_AFTER_MS", 3_600_000)


@pytest.fixture
def watched(
    large: None, empty_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """The window watched, its reports in a folder of the test's own."""
    monkeypatch.setattr(mishaps, "_seen", set())
    monkeypatch.setattr(crash, "_log_folder", lambda: tmp_path / "log")
    hook = sys.excepthook
    program = Program(empty_window)
    program.mishaps.watch()
    yield tmp_path / "log"
    sys.excepthook = hook
    program.deleteLater()


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        ("UPDATE agenda_item SET kind = 'kafferep'", "sammanträdena"),
        ("DROP TABLE activity", "planerna"),
    ],
)
def test_a_page_that_cannot_read_says_so_and_the_window_lives_on(
    register: Path, watched: Path, empty_window: MainWindow, statement: str, part: str
) -> None:
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("PRAGMA ignore_check_constraints=ON")
        database.execute(statement)
    assert empty_window.registers.open(register)
    for action in PAGE_ACTIONS:
        empty_window.actions_[action].trigger()
        settle()
        assert empty_window.actions_[action].isChecked()
    told = [each.text for each in empty_window.messages.history]
    assert any(f"är skadat: {part}" in text for text in told)
    assert not any("Något gick fel i programmet" in text for text in told)
    assert not watched.exists()
