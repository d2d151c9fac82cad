"""The register looked after from the window: looked through, with a report to send."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.progress import Progress
from hubra_desktop.paths import settings_file
from hubra_desktop.store import keys
from hubra_desktop.store.passphrase import lock_register, new_key, unlock
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs.report import ReportDialog
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.moving import take_along
from tests.store.registers import spoilt


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


def test_the_settings_are_taken_from_where_qt_keeps_them(monkeypatch: pytest.MonkeyPatch) -> None:
    settings.redirect(None)
    monkeypatch.setattr("hubra_desktop.ui.settings._looked", set())
    assert settings_file() == Path(settings._store().fileName())


def test_a_register_goes_to_another_computer_by_one_file(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, target = tmp_path / "råd.hubra-flytt", tmp_path / "nya" / "råd.hubra"
    files = "hubra_desktop.ui.dialogs.files"
    monkeypatch.setattr(f"{files}.ask_move_out", lambda *_: file)
    monkeypatch.setattr(f"{files}.ask_move_in", lambda *_: file)
    monkeypatch.setattr(f"{files}.ask_new_register", lambda *_: target)
    window.actions_["take-along"].trigger()
    assert "råd.hubra-flytt" in window.messages.history[-1].text
    window.actions_["move-in"].trigger()
    assert window.desk.path == target
    assert "därefter finns inte med" in window.messages.history[-1].text


@pytest.mark.parametrize("way", [0, 1])
def test_a_damaged_register_is_offered_rescue_and_its_backup(
    empty_window: MainWindow, register: Path, monkeypatch: pytest.MonkeyPatch, way: int
) -> None:
    back_up(register, BackupReason.BY_HAND)
    spoilt(register, "agenda_item")
    asked: list[str] = []

    def which(_: QWidget, __: str, *answers: str) -> int:
        asked.extend(answers)
        return way

    shown: list[str] = []
    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", which)
    monkeypatch.setattr(ReportDialog, "exec", lambda each: shown.append(each.windowTitle()))
    assert not empty_window.registers.open(register)
    offered = empty_window.messages.history[-1]
    assert offered.action == "salvage"
    assert "rädda det som går" in offered.text
    empty_window.bar._answer()
    assert asked[0] == "Rädda det som går"
    assert asked[1].startswith("Öppna säkerhetskopian från i dag")
    opened = empty_window.desk.path
    assert opened is not None
    if way:
        assert opened == register
        assert "finns inte med. Den skadade filen" in empty_window.messages.history[-1].text
    else:
        assert "(räddat " in opened.name
        assert shown == ["Räddning av registret"]


@pytest.mark.parametrize("way", [0, 1])
def test_a_register_that_is_open_is_closed_while_it_is_rescued(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, way: int
) -> None:
    path = window.desk.path
    assert path is not None
    back_up(path, BackupReason.BY_HAND)
    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_register", lambda *_: path)
    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", lambda *_: way)
    monkeypatch.setattr(ReportDialog, "exec", lambda _: None)
    open_meanwhile: list[Path | None] = []
    run = WorkDialog.run

    def noted(parent: QWidget, title: str, work: Callable[[Progress], object]) -> object:
        open_meanwhile.append(window.desk.path)
        return run(parent, title, work)

    monkeypatch.setattr(WorkDialog, "run", noted)
    window.actions_["salvage"].trigger()
    assert open_meanwhile == [path, None]
    assert window.desk.path is not None
    assert (window.desk.path == path) == bool(way)


def test_a_rescue_that_comes_to_nothing_leaves_the_register_open(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.desk.path

    def refused(*_: object, **__: object) -> None:
        raise InputError("Det gick inte.")

    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_register", lambda *_: path)
    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", lambda *_: 0)
    monkeypatch.setattr("hubra_desktop.work.salvage.salvage", refused)
    window.actions_["salvage"].trigger()
    assert window.desk.path == path
    assert window.messages.history[-1].text == "Det gick inte."


def test_what_came_along_is_told_when_a_locked_register_is_opened(
    empty_window: MainWindow,
    register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    cheap_keys: None,
) -> None:
    del cheap_keys
    file, target = tmp_path / "råd.hubra-flytt", tmp_path / "nya" / "råd.hubra"
    key = new_key(register, "fyra lugna räkor")
    lock_register(register, key)
    take_along(register, file)
    keys.forget(key)
    asked: list[Path] = []
    files = "hubra_desktop.ui.dialogs.files"
    monkeypatch.setattr(f"{files}.ask_move_in", lambda *_: file)
    monkeypatch.setattr(f"{files}.ask_new_register", lambda *_: target)
    registers = empty_window.registers.passphrases
    monkeypatch.setattr(registers, "unlock_soon", lambda path, *_, **__: asked.append(path))
    empty_window.actions_["move-in"].trigger()
    assert asked == [target]
    unlock(target, "fyra lugna räkor")
    assert empty_window.registers.open(target)
    assert "samma lösenfras" in empty_window.messages.history[-1].text
