"""A new register: its owner's alone, whole from the start, or not there at all."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.store import schema
from hubra_desktop.store.errors import FileExistsAlreadyError, NotCreatedError, RegisterError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import names


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_all_its_files_are_the_owners_alone(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    assert names(tmp_path) == {"a.hubra", "a.hubra-wal", "a.hubra-shm", ".a.hubra.holder"}
    assert {mode(each) for each in tmp_path.iterdir()} == {0o600}
    workspace.close()
    assert names(tmp_path) == {"a.hubra"}


def test_it_says_what_it_is_and_keeps_a_log(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    workspace.close()
    with closing(sqlite3.connect(tmp_path / "a.hubra")) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert schema.version_of(tmp_path / "a.hubra") == schema.HEAD


def test_the_writer_flushes_every_commit_and_checks_references(tmp_path: Path) -> None:
    file = RegisterFile.create(tmp_path / "a.hubra")
    with file.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    file.close()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    RegisterFile.create(tmp_path / "ny" / "mapp" / "a.hubra").close()
    assert (tmp_path / "ny" / "mapp" / "a.hubra").is_file()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.hubra").write_text("min lista")
    with pytest.raises(FileExistsAlreadyError, match=r"Det finns redan en fil ”a\.hubra”"):
        RegisterFile.create(tmp_path / "a.hubra")
    assert (tmp_path / "a.hubra").read_text() == "min lista"
    assert names(tmp_path) == {"a.hubra"}


def test_a_scratch_file_left_by_a_crash_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".a.hubra.new").write_text("halv")
    (tmp_path / ".a.hubra.new-journal").write_text("halv")
    RegisterFile.create(tmp_path / "a.hubra").close()
    assert names(tmp_path) == {"a.hubra"}


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(28, "No space left on device"), "disken är full"),
        (PermissionError(13, "Permission denied"), "du har inte rätt att skriva där"),
        (sqlite3.OperationalError("something odd"), "something odd"),
    ],
)
def test_a_register_that_cannot_be_built_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, words: str
) -> None:
    def fail(path: Path) -> None:
        path.write_text("halv")
        raise failure

    monkeypatch.setattr(schema, "build", fail)
    with pytest.raises(NotCreatedError) as refused:
        RegisterFile.create(tmp_path / "a.hubra")
    assert words in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_text("ingen mapp")
    with pytest.raises(NotCreatedError, match="där finns redan en fil"):
        RegisterFile.create(tmp_path / "mapp" / "a.hubra")
    assert names(tmp_path) == {"mapp"}


def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotCreatedError, match="namnet är för långt"):
        RegisterFile.create(tmp_path / ("å" * 200 + ".hubra"))
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_that_cannot_take_its_first_rows_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: RegisterFile) -> None:
        raise RegisterError("Nej.")

    monkeypatch.setattr(RegisterFile, "write", fail)
    with pytest.raises(RegisterError, match=r"Nej\."):
        Workspace.create(tmp_path / "a.hubra")
    assert names(tmp_path) == set()
    monkeypatch.undo()
    Workspace.create(tmp_path / "a.hubra").close()
