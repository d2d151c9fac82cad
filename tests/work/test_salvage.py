"""A damaged register rescued, and held against the latest sound generation."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.money import Evidence, Grant
from hubra_desktop.store.backup import generations_folder
from hubra_desktop.store.errors import FileExistsAlreadyError, RegisterMissingError
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.evidence import unfit_evidence
from hubra_desktop.work.salvage import latest_sound, salvage
from hubra_desktop.work.workspace import Workspace
from tests.store import registers


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return registers.make(tmp_path_factory.mktemp("model") / registers.NAME).read_bytes()


@pytest.fixture
def register(tmp_path: Path, model: bytes) -> Path:
    path = tmp_path / registers.NAME
    path.write_bytes(model)
    return path


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


def with_files(register: Path) -> dict[str, bytes]:
    """Give the register two files of evidence; return their contents by name."""
    files = {name: Random(name).randbytes(9000) for name in ("kvitto.pdf", "faktura.pdf")}
    file = RegisterFile(register)
    with file.write() as connection:
        rows = Rows(connection)
        rows.put(Grant(id="grant", body_id="body", title="Läxhjälp", year=2018))
        for name, content in files.items():
            rows.add(Evidence(grant_id="grant", name=name, sha256=rows.keep(content)))
    file.close()
    return files


def lose(register: Path, content: bytes) -> None:
    """Spoil a file's content where it lies."""
    whole = bytearray(register.read_bytes())
    parts = (content[at : at + 200] for at in range(0, len(content), 200))
    start = next(place for part in parts if (place := whole.find(part)) >= 0)
    whole[start : start + 10] = bytes(10)
    register.write_bytes(whole)


def test_a_content_that_is_lost_comes_from_the_backup_or_is_told(register: Path) -> None:
    files = with_files(register)
    back_up(register, BackupReason.BY_HAND)
    lose(register, files["kvitto.pdf"])
    made, report = salvage(register)
    assert (report.refilled, report.lost) == (1, 0)
    with closing(Workspace.open(made)) as workspace, workspace.read() as reader:
        assert [*unfit_evidence(reader)] == []
    shutil.rmtree(generations_folder(register))
    second, report = salvage(register)
    assert second != made
    assert [row.name for row in report.emptied] == ["kvitto.pdf"]
    assert report.lost == 1
    assert "kvitto.pdf" in report.text
    with closing(Workspace.open(second)) as workspace, workspace.read() as reader:
        assert len([*unfit_evidence(reader)]) == 1


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
