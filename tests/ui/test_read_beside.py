"""A file that takes long is read beside the window, which can give it up."""

from pathlib import Path

import pytest

from hubra_desktop.model.progress import Progress
from hubra_desktop.ui.dialogs import work
from hubra_desktop.ui.dialogs.work import WorkDialog
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


@pytest.mark.usefixtures("given_up")
def test_a_table_that_is_given_up_asks_nothing(window: MainWindow, tmp_path: Path) -> None:
    rows = b"2017-01-01;Fika;kostnad;5\n" * 50_000
    (tmp_path / "a.csv").write_bytes(b"Datum;Post;Slag;Belopp\n" + rows)
    told = window.messages.history
    window.registers.import_file(tmp_path / "a.csv")
    assert window.messages.history == told
