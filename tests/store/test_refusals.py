"""What cannot be opened is refused in a sentence, and its file is as it was to the byte."""

import os
import random
from contextlib import closing, suppress
from pathlib import Path

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.store import schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    InterruptedRegisterError,
    NewerRegisterError,
    NotARegisterError,
    OlderRegisterError,
    RegisterError,
    RegisterMissingError,
    RegisterPermissionError,
    UnreachableRegisterError,
)
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.backups import back_up
from tests.store.registers import Told, altered, as_ordinary_user, digest, make, names, process


def refused(path: Path, why: type[RegisterError], *, read_only: bool = False) -> str:
    """Assert the refusal and that it left no trace; return the sentence."""
    folder, before = names(path.parent), digest(path)
    with pytest.raises(RegisterError) as error:
        RegisterFile(path, read_only=read_only)
    assert type(error.value) is why
    assert digest(path) == before
    assert names(path.parent) == folder
    return error.value.sentence


def changed(path: Path, statement: str) -> None:
    with altered(path) as database:
        database.execute(statement)


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RegisterMissingError, match=r"”borta\.hubra” finns inte i mappen"):
        RegisterFile(tmp_path / "borta.hubra")
    assert names(tmp_path) == set()


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(RegisterMissingError):
        RegisterFile(tmp_path)


def test_a_name_no_system_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreachableRegisterError, match="namnet är för långt"):
        RegisterFile(tmp_path / ("a" * 400))
    with pytest.raises(RegisterMissingError):
        RegisterFile(tmp_path / "a\0b")


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("content", [b"", b"hej", b"SQLite format 3\x00", b"\xff" * 5000])
def test_other_content_is_refused(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "a.hubra"
    path.write_bytes(content)
    sentence = refused(path, NotARegisterError, read_only=read_only)
    assert "är inte ett register" in sentence
    assert "Filen är orörd" in sentence


@pytest.mark.parametrize("content", [b"", b"\xff" * 5000])
def test_a_register_that_lost_its_content_is_damaged_and_no_stranger(
    register: Path, content: bytes
) -> None:
    """Its backups tell that it was one."""
    back_up(register, BackupReason.START)
    register.write_bytes(content)
    assert "säkerhetskopia" in refused(register, DamagedRegisterError)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.hubra"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE cookies (name TEXT)")
    refused(path, NotARegisterError)


@pytest.mark.parametrize("part", [0.999, 0.5, 0.1])
@pytest.mark.parametrize("read_only", [False, True])
def test_a_truncated_register_is_refused(register: Path, part: float, read_only: bool) -> None:
    whole = register.read_bytes()
    register.write_bytes(whole[: int(len(whole) * part)])
    sentence = refused(register, DamagedRegisterError, read_only=read_only)
    assert "säkerhetskopia" in sentence


@pytest.mark.parametrize("seed", range(25))
def test_a_page_of_noise_is_refused(register: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(register.read_bytes())
    page = 4096 * chance.randrange(len(content) // 4096)
    start = max(page, 100)
    content[start : page + 4096] = chance.randbytes(page + 4096 - start)
    register.write_bytes(content)
    refused(register, DamagedRegisterError)


@pytest.mark.parametrize("seed", range(25))
def test_a_flipped_byte_never_makes_the_program_stumble(register: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(register.read_bytes())
    content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
    register.write_bytes(content)
    with suppress(RegisterError), closing(RegisterFile(register, read_only=True)) as file:
        assert all(isinstance(problem, str) for problem in file.problems())
    assert register.read_bytes() == bytes(content)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_register_is_refused(register: Path, read_only: bool) -> None:
    changed(register, "UPDATE alembic_version SET version_num = '9999'")
    sentence = refused(register, NewerRegisterError, read_only=read_only)
    assert "Uppdatera programmet" in sentence


def test_an_older_register_is_not_upgraded_by_a_reader(register: Path) -> None:
    changed(register, "UPDATE alembic_version SET version_num = '0000'")
    assert "Öppna det för ändring" in refused(register, OlderRegisterError, read_only=True)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM alembic_version",
        "INSERT INTO alembic_version VALUES ('0010')",
        "DROP TABLE alembic_version",
    ],
)
def test_a_register_without_one_version_is_damaged(register: Path, statement: str) -> None:
    changed(register, statement)
    refused(register, DamagedRegisterError)


def test_a_file_held_by_another_program_is_not_called_damaged(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: connect(*a, **{**k, "timeout": 0}))
    with closing(connect(register, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=DELETE")
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnreachableRegisterError, match="ett annat program använder filen"):
            RegisterFile(register)


def test_a_file_that_may_not_be_read_is_refused(open_folder: Path) -> None:
    path = make(open_folder / "a.hubra")
    before = digest(path)
    path.chmod(0)
    outcome = as_ordinary_user(lambda: RegisterFile(path, read_only=True))
    assert isinstance(outcome, Told)
    assert outcome.kind is RegisterPermissionError
    assert "inte rätt att läsa" in outcome.text
    path.chmod(0o600)
    assert digest(path) == before


def test_a_folder_that_may_not_be_entered_is_refused(open_folder: Path) -> None:
    path = make(open_folder / "inre" / "a.hubra")
    path.parent.chmod(0)
    outcome = as_ordinary_user(lambda: RegisterFile(path, read_only=True))
    path.parent.chmod(0o755)
    assert isinstance(outcome, Told)
    assert outcome.kind is RegisterPermissionError


def read_the_name(path: Path) -> object:
    file = RegisterFile(path, read_only=True)
    with file.read() as reader:
        name = reader.exec_driver_sql("SELECT name FROM register").scalar()
    file.close()
    return name


def test_where_nothing_may_be_written_the_register_can_be_read(open_folder: Path) -> None:
    path = make(open_folder / "a.hubra")
    path.chmod(0o444)
    for each in open_folder.glob(".*.lock"):
        each.unlink()
    outcome = as_ordinary_user(lambda: RegisterFile(path))
    assert isinstance(outcome, Told)
    assert outcome.kind is RegisterPermissionError
    assert "inte rätt att ändra" in outcome.text
    assert "öppna det för läsning" in outcome.text
    read = as_ordinary_user(lambda: read_the_name(path))
    assert isinstance(read, Told)
    assert read.text == "Provrådet"
    assert {each.name for each in open_folder.iterdir()} == {"a.hubra"}


LEAVE_A_LOG = """
import sqlite3, sys
from hubra_desktop.store.row_check import seal
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA journal_mode=WAL")
database.execute("BEGIN")
database.execute("CREATE TEMP TABLE last AS SELECT * FROM body")
database.execute("UPDATE last SET id = 'last', name = 'Sist skriven'")
database.execute("INSERT INTO body SELECT * FROM last")
seal(database)
database.execute("COMMIT")
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_log_that_cannot_be_read_is_not_passed_over(open_folder: Path) -> None:
    """On a medium without rights to write, what the log holds must not silently be missing."""
    path = make(open_folder / "a.hubra")
    with process(LEAVE_A_LOG, path):
        pass
    (open_folder / "a.hubra-shm").unlink()
    for each in open_folder.iterdir():
        each.chmod(0o444)
    outcome = as_ordinary_user(lambda: read_the_name(path))
    assert isinstance(outcome, Told)
    assert outcome.kind is InterruptedRegisterError
    assert "stängdes inte som det skulle" in outcome.text


def test_without_rights_to_write_opening_for_change_is_refused(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _path, right: right != os.W_OK)
    assert "Du kan öppna det för läsning" in refused(register, RegisterPermissionError)


def test_the_head_of_the_schema_is_what_is_compared() -> None:
    assert schema.HEAD.isdecimal()
    assert len(schema.HEAD) == 4
