"""A damaged register rescued, and held against the latest sound generation."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.errors import FileExistsAlreadyError, RegisterMissingError
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.salvage import latest_sound, salvage
from hubra_desktop.work.workspace import Workspace
from tests.store import registers


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return registers.make(tmp_path / registers.NAME)


def drop(register: Path, row_id: str) -> None:
    """Take a row away as damage does: no history tells of it."""
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("DELETE FROM person WHERE id = ?", (row_id,))
        database.execute("DELETE FROM change WHERE row_id = ?", (row_id,))


def test_what_only_the_latest_sound_generation_has_is_named(register: Path) -> None:
    with closing(Workspace.open(register)) as workspace:
        lost = str(workspace.run(Add(Person, {"name": "Åsa Ek"})).created)
        gone = str(workspace.run(Add(Person, {"name": "Bo Lund"})).created)
    good = back_up(register, BackupReason.BY_HAND)
    with closing(Workspace.open(register)) as workspace:
        workspace.run(Remove(Person, gone))
    registers.spoilt(back_up(register, BackupReason.HOUR).path, "person")
    drop(register, lost)
    made, report = salvage(register)
    assert report.generation == good == latest_sound(register)
    assert [row.name for row in report.in_generation] == ["Åsa Ek"]
    assert "Åsa Ek" in report.text
    assert made.name.startswith("råd (räddat 20")
    Workspace.open(made).close()


def test_a_second_rescue_takes_another_name(register: Path) -> None:
    assert salvage(register)[0] != salvage(register)[0]


def test_no_file_is_written_over_and_none_missing_is_read(register: Path) -> None:
    with pytest.raises(FileExistsAlreadyError):
        salvage(register, register)
    with pytest.raises(RegisterMissingError):
        salvage(register.with_name("annat.hubra"))


class Stopped(Progress):
    stopped = True


def test_a_rescue_that_is_stopped_leaves_nothing(register: Path) -> None:
    with pytest.raises(StoppedError):
        salvage(register, progress=Stopped())
    assert registers.names(register.parent) == {register.name}
