"""The window backs the register up by itself, says so, and can put it back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.backup import generations_folder, make_generation
from hubra_desktop.ui import backup_keeper
from hubra_desktop.ui.backup_actions import BackupActions
from hubra_desktop.ui.dialogs.backups import BackupsDialog
from hubra_desktop.ui.dialogs.help import HelpDialog
from hubra_desktop.ui.dialogs.work import WorkDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.backup_choices import backup_choices, keep_choices
from hubra_desktop.work.backups import generations_of
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.people import persons

BY_HAND = BackupReason.BY_HAND


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for the window to be at rest."""
    monkeypatch.setattr(backup_keeper, "START_MS", 0)


@pytest.fixture
def backups(first_page: MainWindow, qtbot: QtBot) -> BackupActions:
    """What backs up the open register, with its first generation made."""
    made = first_page.registers.backups
    made.begin()
    qtbot.waitUntil(lambda: made.keeper.state.newest is not None)
    return made


def reasons(path: Path) -> list[BackupReason]:
    return [each.reason for each in generations_of(path)]


def status(window: MainWindow) -> QPushButton:
    button = window.findChild(QPushButton, "status-backup")
    assert button is not None
    return button


def change(window: MainWindow, name: str = "Ny") -> str:
    made = window.desk.attempt_now(Add(Person, {"name": name})).created
    assert made is not None
    return made


def in_dialog(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, do: Callable[[BackupsDialog], object]
) -> None:
    """Show the dialog, and do something in it."""
    monkeypatch.setattr(BackupsDialog, "exec", do)
    window.actions_["backups"].trigger()


def test_what_is_opened_is_backed_up_and_again_when_an_hour_with_changes_is_over(
    first_page: MainWindow,
    backups: BackupActions,
    register: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reasons(register) == [BackupReason.START]
    assert status(first_page).isVisible()
    assert status(first_page).text().startswith("Säkerhetskopia i dag ")
    assert status(first_page).property("wrong") is False
    keeper = backups.keeper
    change(first_page)
    assert keeper.state.waiting is not None
    assert 3_500_000 < keeper._hour.interval() <= backup_keeper.HOUR_MS
    keeper._hour.stop()
    monkeypatch.setattr(backup_keeper, "LEAST_MS", 0)
    keeper.state = replace(keeper.state, newest=datetime.now() - timedelta(hours=3), waiting=None)
    change(first_page)
    qtbot.waitUntil(lambda: keeper.state.waiting is None)
    assert reasons(register)[0] is BackupReason.HOUR
    assert not keeper._hour.isActive()
    # A computer that slept over the hour makes up for it when it wakes.
    change(first_page)
    keeper._hour.stop()
    keeper.state = replace(keeper.state, waiting=datetime.now() - timedelta(hours=2))
    keeper._look_at_clock()
    qtbot.waitUntil(lambda: keeper.state.waiting is None)


def test_a_backup_that_fails_is_told_in_red_and_tried_again(
    first_page: MainWindow, backups: BackupActions, register: Path, qtbot: QtBot
) -> None:
    folder = generations_folder(register)
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    folder.write_text("en fil i vägen")
    change(first_page)
    backups.keeper.make(BackupReason.HOUR)
    qtbot.waitUntil(lambda: bool(backups.keeper.state.failed))
    assert status(first_page).text() == "Säkerhetskopian blev inte gjord"
    assert status(first_page).property("wrong") is True
    assert "kunde inte säkerhetskopieras" in status(first_page).accessibleName()
    assert backups.keeper._hour.isActive()
    # A purge is done all the same, and what hindered the backup is said.
    first_page.desk.attempt_now(PurgePerson(change(first_page, "Gallrad"), "KS 2026/1"))
    assert "kunde inte säkerhetskopieras" in first_page.messages.history[-1].text
    folder.unlink()
    backups.keeper.make(BackupReason.HOUR)
    qtbot.waitUntil(lambda: not backups.keeper.state.failed)
    assert status(first_page).property("wrong") is False


def test_a_large_step_is_kept_before_and_not_done_when_that_is_stopped(
    first_page: MainWindow,
    backups: BackupActions,
    register: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = change(first_page, "Gallrad")
    with monkeypatch.context() as stopping:
        stopping.setattr(WorkDialog, "run", lambda *_: None)
        with pytest.raises(InputError, match="inget har ändrats"):
            first_page.desk.attempt_now(PurgePerson(person, "KS 2026/1"))
    with first_page.desk.read() as reader:
        assert person in [each.id for each in persons(reader)]
    first_page.desk.attempt_now(PurgePerson(person, "KS 2026/1"))
    assert reasons(register)[0] is BackupReason.PURGE


def test_what_was_changed_is_backed_up_at_close(
    first_page: MainWindow, backups: BackupActions, register: Path
) -> None:
    change(first_page)
    first_page.close()
    assert reasons(register)[0] is BackupReason.CLOSE
    assert not first_page.isVisible()


def test_a_slow_backup_at_close_is_given_up_and_leaves_nothing(
    first_page: MainWindow,
    backups: BackupActions,
    register: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = generations_of(register)

    def slow(*_: object, told: Progress, **__: object) -> None:
        while True:
            told.go_on()

    monkeypatch.setattr(backup_keeper, "CLOSING_MS", 0)
    monkeypatch.setattr(backup_keeper, "keep_up", slow)
    change(first_page)
    first_page.close()
    assert generations_of(register) == before


def test_a_register_that_is_read_is_not_backed_up(
    first_page: MainWindow, register: Path, qtbot: QtBot
) -> None:
    make_generation(register, generations_folder(register), BY_HAND)
    first_page.desk.use(None)
    assert first_page.registers.open(register, read_only=True)
    backups = first_page.registers.backups
    backups.begin()
    qtbot.waitUntil(lambda: backups.keeper.state.newest is not None)
    assert reasons(register) == [BY_HAND]


def test_the_dialog_copies_lists_restores_and_says_what_it_cannot(
    first_page: MainWindow, backups: BackupActions, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(first_page, "Före")
    kept = make_generation(register, generations_folder(register), BY_HAND)
    change(first_page, "Efter")
    asked: list[str] = []

    def look(dialog: BackupsDialog) -> None:
        dialog.copy.click()
        assert dialog.view.current_id() == generations_of(register)[0].path.name
        assert dialog.view.choose(kept.path.name)
        assert dialog.put_back.isEnabled()
        dialog.put_back.click()

    def yes(_: object, sentence: str, *answers: str) -> int:
        asked.append(sentence)
        return 0

    monkeypatch.setattr("hubra_desktop.ui.dialogs.choices.ask_which", yes)
    in_dialog(monkeypatch, first_page, look)
    assert "1 ändring har gjorts i registret sedan kopian i dag" in asked[0]
    assert reasons(register)[0] is BackupReason.RESTORE
    assert first_page.desk.path == register
    assert not first_page.actions_["undo"].isEnabled()
    told = first_page.messages.history[-1]
    assert told.text.startswith("Registret är som det var i dag ")
    assert told.action == "backups"
    change(first_page, "Åter i arbete")
    assert first_page.actions_["undo"].isEnabled()
    # One that is refused leaves the register open.
    backups.keeper.pause()
    spoilt = generations_of(register)[0].path
    spoilt.write_bytes(b"inget register")
    in_dialog(monkeypatch, first_page, lambda dialog: dialog.put_back.click())
    assert first_page.desk.path == register
    assert spoilt.name in first_page.messages.history[-1].text


def test_a_second_place_is_chosen_and_left(
    first_page: MainWindow,
    backups: BackupActions,
    register: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    stick = tmp_path / "minne"
    stick.mkdir()
    answers = [register.parent, None, stick]
    monkeypatch.setattr("hubra_desktop.ui.dialogs.files.ask_folder", lambda *_: answers.pop(0))

    def choose(dialog: BackupsDialog) -> None:
        dialog._choose.click()
        assert "Där ligger säkerhetskopiorna redan" in dialog._wrong.text()
        dialog._choose.click()
        dialog._choose.click()
        assert dialog._wrong.isHidden()
        qtbot.waitUntil(lambda: backups.keeper._worker is None)
        assert "samma disk" in dialog._place.text()
        assert not dialog._leave.isHidden()
        row = dialog._model.index(0, 2)
        assert row.data(Qt.ItemDataRole.DisplayRole) == "Här och på andra stället"

    in_dialog(monkeypatch, first_page, choose)
    assert len(list(stick.rglob("*.hubra"))) == 1

    def away(dialog: BackupsDialog) -> None:
        stick.rename(tmp_path / "borta")
        dialog.read()
        assert dialog._place.text().startswith(f"Andra ställe: {stick} nås inte nu, senast i dag ")

    in_dialog(monkeypatch, first_page, away)
    keep_choices(register, reached=datetime.now() - timedelta(days=8))
    backups.keeper.make(BackupReason.HOUR)
    qtbot.waitUntil(lambda: bool(backups.keeper.state.away))
    assert status(first_page).text().endswith(", men inte på det andra stället")
    in_dialog(monkeypatch, first_page, lambda dialog: dialog._leave.click())
    assert backup_choices(register).place is None


def test_nothing_is_made_before_it_is_begun_and_the_dialog_says_so(
    first_page: MainWindow, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(dialog: BackupsDialog) -> None:
        assert dialog._room.text() == "Ingen säkerhetskopia är gjord än."
        assert not dialog.put_back.isEnabled()
        dialog.help_asked.emit()
        help_ = dialog.findChild(HelpDialog)
        assert help_ is not None
        assert "Säkerhetskopior" in help_.text.toPlainText()
        assert dialog._bound.currentText() == "högst 5\u00a0GB"
        dialog._bound.setCurrentIndex(0)
        dialog._bound.activated.emit(0)

    in_dialog(monkeypatch, first_page, look)
    assert backup_choices(register).bound == 1_000_000_000
    change(first_page)
    assert first_page.registers.backups.keeper._hour.isActive() is False
    first_page.close()
    assert generations_of(register) == []
