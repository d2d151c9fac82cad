"""The laptop is lost: on a new one the register is back from the stick where its backups lie."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.swedish import clock_of
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.backups import generations_of, keep_up
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.second_place import choose_place
from hubra_desktop.work.workspace import Workspace
from tests.ui.conftest import OFFSCREEN_ONLY

pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]


@pytest.fixture
def new_window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a program that was never started here."""
    window = MainWindow()
    window.show()
    yield window
    window.close()
    window.deleteLater()


def work_and_lose(laptop: Path, stick: Path) -> datetime:
    """Work with a second place for the backups, and lose all but the stick.

    Return the moment of the last backup; something was written after it.
    """
    register = laptop / "Dokument" / "rådet.hubra"
    register.parent.mkdir(parents=True)
    make_demo(register)
    stick.mkdir()
    choose_place(register, stick, datetime.now())
    with closing(Workspace.open(register)) as workspace:
        workspace.run(Add(Person, {"name": "Före kopian"}))
        keep_up(register, BackupReason.HOUR)
        workspace.run(Add(Person, {"name": "Efter kopian"}))
    moment = generations_of(register)[0].moment
    shutil.rmtree(laptop)
    return moment


def test_the_register_is_back_but_for_what_was_typed_last(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    laptop, stick, home = (tmp_path / name for name in ("gamla", "minne", "nya"))
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(laptop / name))
    moment = work_and_lose(laptop, stick)
    for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home / name))

    window: MainWindow = request.getfixturevalue("new_window")
    files = "hubra_desktop.ui.dialogs.files"
    back = home / "Dokument" / "rådet.hubra"
    monkeypatch.setattr(f"{files}.ask_folder", lambda *_: stick)
    monkeypatch.setattr(f"{files}.ask_new_register", lambda *_: back)
    offered = window.overview.findChild(QPushButton, "empty-take-back")
    assert offered is not None
    assert offered.isVisible()
    offered.click()

    assert window.desk.path == back
    with window.desk.read() as reader:
        names = {each.name for each in persons(reader)}
    assert "Före kopian" in names
    assert "Efter kopian" not in names
    assert len(names) > 10
    (told,) = window.messages.history
    assert told.text == (
        f"Säkerhetskopian är från i dag {clock_of(moment)}. Det som skrevs därefter finns inte med."
    )
