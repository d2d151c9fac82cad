"""File dialogs ask for names and open no file, least of all the register that is open."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.dialogs import files

IN_OPEN = 0x20
LOOKS_MS = 300


@contextmanager
def watched(path: Path) -> Iterator[list[int]]:
    """Give a list that has an entry when the block has ended if anybody opened the file."""
    system = ctypes.CDLL(None)
    handle = system.inotify_init1(os.O_NONBLOCK)
    assert system.inotify_add_watch(handle, os.fsencode(path), IN_OPEN) >= 0
    seen: list[int] = []
    try:
        yield seen
        with suppress(BlockingIOError):
            seen.append(len(os.read(handle, 4096)))
    finally:
        os.close(handle)


def cancelled(qtbot: QtBot, ask: Callable[[], Path | None]) -> Path | None:
    """Ask, look at the files in detail for a moment, and cancel."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            dialog.setViewMode(QFileDialog.ViewMode.Detail)
            QTimer.singleShot(LOOKS_MS, dialog.reject)

    QTimer.singleShot(200, look)
    return ask()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the dialogs begin: two files whose kind only their content could tell."""
    (tmp_path / "råd.hubra").write_bytes(b"SQLite format 3\x00")
    (tmp_path / "bild.odd").write_bytes(b"\x89PNG")
    monkeypatch.setattr(files, "_folder", lambda: str(tmp_path))
    return tmp_path


def ask_new(parent: QWidget) -> Path | None:
    return files.ask_new_register(parent, Path(files._folder()) / "nytt.hubra")


@pytest.mark.skipif(sys.platform != "linux", reason="looks by inotify")
@pytest.mark.parametrize("ask", [files.ask_register, ask_new, files.ask_import])
def test_the_dialog_opens_no_file(
    qtbot: QtBot, folder: Path, ask: Callable[[QWidget], Path | None]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with watched(folder / "råd.hubra") as opened:
        assert cancelled(qtbot, lambda: ask(window)) is None
    assert opened == []


def test_a_name_without_an_ending_gets_that_of_its_kind(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(folder / "ny")])
    assert files.ask_pdf(window, "kallelse.pdf") == folder / "ny.pdf"
    assert files.ask_register(window) == folder / "ny"


def test_files_and_folders_are_told_apart(qtbot: QtBot, folder: Path) -> None:
    icons = files.PlainIcons()
    a_file, a_folder = QFileInfo(str(folder / "råd.hubra")), QFileInfo(str(folder))
    assert not icons.icon(a_file).isNull()
    assert icons.icon(a_file).cacheKey() != icons.icon(a_folder).cacheKey()
    assert icons.type(a_file) == "hubra"


def test_a_name_of_another_format_is_asked_for_again(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (folder / "råd.json").write_bytes(b"{}")
    typed = iter(["x.ics", "a:b.json", "råd", "till sist.json"])
    asked: list[str] = []
    proposed: list[str] = []

    def choose(dialog: QFileDialog) -> list[str]:
        return [str(folder / next(typed))]

    def ask(_parent: QWidget, sentence: str, *_answers: str) -> int:
        asked.append(sentence)
        return 0

    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", choose)
    monkeypatch.setattr(QFileDialog, "selectFile", lambda _dialog, name: proposed.append(name))
    monkeypatch.setattr(files, "ask_which", ask)
    assert files.ask_export(window, "Råd/Kommun.json") == folder / "till sist.json"
    assert proposed == ["Råd-Kommun.json", "x.json", "a-b.json", "råd.json"]
    assert [sentence.split(". ")[0] for sentence in asked] == [
        "Namnet ”x.ics” slutar på .ics, men filen blir JSON",
        "Namnet ”a:b.json” kan inte sparas på alla datorer",
        "Namnet ”råd” kan inte sparas på alla datorer",
    ]


def test_a_refused_name_can_be_given_up(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(folder / "x.ics")])
    monkeypatch.setattr(files, "ask_which", lambda *_words: None)
    assert files.ask_table(window, "ledger.xlsx") is None
    assert not (folder / "x.xlsx").exists()
