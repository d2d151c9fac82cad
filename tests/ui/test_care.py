"""The register looked after from the window: looked through, with a report to send."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.progress import Progress
from hubra_desktop.ui.dialogs.report import ReportDialog
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.ui.main_window import MainWindow


def test_the_report_of_the_check_is_copied_and_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rapport.txt"
    shown: list[str] = []

    def read(dialog: ReportDialog) -> None:
        text = dialog.findChild(QPlainTextEdit, "report-text")
        assert text is not None
        shown.append(text.toPlainText())
        for name in ("report-copy", "report-save"):
            button = dialog.findChild(QPushButton, name)
            assert button is not None
            button.click()

    monkeypatch.setattr(ReportDialog, "exec", read)
    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_report", lambda *_: path)
    window.actions_["check-register"].trigger()
    assert "Registret är helt." in shown[0]
    assert QApplication.clipboard().text() == shown[0]
    assert path.read_text(encoding="utf-8") == shown[0]


def test_work_that_is_stopped_gives_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def wait_for_ever(told: Progress) -> str:
        while True:
            told.at("Väntar", 1, 2)

    def stop(dialog: WorkDialog) -> None:
        dialog.reject()

    monkeypatch.setattr("hubra_desktop.ui.dialogs.work._SHOWN_AFTER_MS", 0)
    monkeypatch.setattr(WorkDialog, "exec", stop)
    assert WorkDialog.run(window, "Prov", wait_for_ever) is None


def test_what_work_refuses_is_raised_in_the_window(window: MainWindow) -> None:
    def refused(_: Progress) -> None:
        raise InputError("Det gick inte.")

    with pytest.raises(InputError, match="Det gick inte"):
        WorkDialog.run(window, "Prov", refused)
