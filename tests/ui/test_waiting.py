"""A file that takes long is read beside the window, which can give it up."""

from pathlib import Path

import pytest

<<<<<<< HEAD
from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import NotSavedError
=======
from hubra_desktop.model.progress import Progress
from hubra_desktop.ui.dialogs import work
from hubra_desktop.ui.dialogs.work import WorkDialog
>>>>>>> 46e7f58e (Tell how far a file has been read by the dialog that tells of other work, and stop it there)
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work import imports


@pytest.fixture
def given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Press the button as soon as the dialog is in view."""
    monkeypatch.setattr(work, "_SHOWN_AFTER_MS", 0)
    monkeypatch.setattr(WorkDialog, "exec", WorkDialog.reject)


def wait_for_ever(_: Path, told: Progress) -> None:
    while True:
        told.at("Väntar", 1, 2)


@pytest.mark.usefixtures("given_up")
def test_an_import_that_is_given_up_changes_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imports, "read_file", wait_for_ever)
    told = window.messages.history
    window.registers.import_file(tmp_path / "export.json")
    assert window.messages.history == told


<<<<<<< HEAD
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
=======
@pytest.mark.usefixtures("given_up")
def test_a_table_that_is_given_up_asks_nothing(window: MainWindow, tmp_path: Path) -> None:
    rows = b"2017-01-01;Fika;kostnad;5\n" * 50_000
    (tmp_path / "a.csv").write_bytes(b"Datum;Post;Slag;Belopp\n" + rows)
    told = window.messages.history
    window.registers.import_file(tmp_path / "a.csv")
    assert window.messages.history == told
>>>>>>> 46e7f58e (Tell how far a file has been read by the dialog that tells of other work, and stop it there)
