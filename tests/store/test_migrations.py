"""Upgrades: on a copy, proved, the original kept; a failure leaves the original as it was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.store import connect, schema
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    LockedRegisterError,
    NotUpgradedError,
    WrongRowsError,
)
from hubra_desktop.store.register import RegisterFile
from tests.store.registers import HOLD, digest, names, process
from tests.store.test_refusals import LEAVE_A_LOG

NOW = schema.HEAD
NEXT = f"{int(NOW) + 1:04}"
# A batch operation rebuilds the table under another name, which is where rows get lost.
SOUND = """
with op.batch_alter_table("agenda_item") as batch:
    batch.add_column(sa.Column("raised_by", sa.String(), nullable=False, server_default=""))
    batch.alter_column("inner_note", new_column_name="secret_note")
with op.batch_alter_table("meeting") as batch:
    batch.drop_column("link")
"""
LOSING = 'op.execute("DELETE FROM presenter")'
DANGLING = 'op.execute("DELETE FROM agenda_item")'
FAILING = SOUND + 'op.execute("no such statement")'
RAISING = SOUND + "raise ZeroDivisionError"

Script = Callable[[str], None]


@pytest.fixture
def script(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Pretend that a next version of the schema is out, with the given upgrade."""
    folder = tmp_path_factory.mktemp("migrations") / "migrations"
    shutil.copytree(schema._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def write(upgrade: str) -> None:
        body = upgrade.strip().replace("\n", "\n    ")
        (folder / "versions" / "next.py").write_text(
            f"import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '{NEXT}'\n"
            f"down_revision = '{schema.HEAD}'\n\n\ndef upgrade():\n    {body}\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(schema, "_MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", NEXT)

    return write


def rows(path: Path) -> dict[str, int]:
    with closing(connect.read_only(path)) as database:
        tables = [name for (name,) in database.execute(schema._TABLES)]
        return {table: schema._count(database, table) for table in tables}


def kept(path: Path, again: str = "") -> Path:
    return path.with_name(f"{path.stem} (före uppgradering från {NOW}{again}){path.suffix}")


def test_every_constraint_has_a_name(register: Path) -> None:
    with closing(connect.read_only(register)) as database:
        made = [sql for (sql,) in database.execute("SELECT sql FROM sqlite_master") if sql]
    lines = [line.strip() for sql in made for line in sql.replace("\t", "").splitlines()]
    nameless = ("FOREIGN", "PRIMARY", "UNIQUE", "CHECK")
    assert any(line.startswith("CONSTRAINT fk_presenter_item_id") for line in lines)
    assert [line for line in lines if line.startswith(nameless)] == []


def test_an_upgrade_keeps_every_row_and_the_original(register: Path, script: Script) -> None:
    before, counts = register.read_bytes(), rows(register)
    assert counts["presenter"] == counts["footnote"] == 1
    script(SOUND)
    RegisterFile(register).close()
    assert names(register.parent) == {register.name, kept(register).name}
    assert schema.version_of(register) == NEXT
    assert rows(register) == counts
    assert schema.version_of(kept(register)) == NOW
    assert rows(kept(register)) == counts
    assert len(kept(register).read_bytes()) == len(before)
    with closing(connect.read_only(register)) as database:
        assert database.execute("SELECT secret_note, raised_by FROM agenda_item").fetchall()
        assert schema.problems(database) == []
        assert database.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)


def test_the_folder_is_written_to_the_disk_after_each_change_of_names(
    register: Path, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(SOUND)
    synced: list[tuple[bool, str]] = []

    def note(_folder: Path) -> None:
        synced.append((kept(register).exists(), schema.version_of(register)))

    monkeypatch.setattr(schema, "sync_folder", note)
    RegisterFile(register).close()
    assert synced == [(True, NOW), (True, NEXT)]


def test_a_file_that_comes_while_it_is_upgraded_is_not_written_over(
    register: Path, script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(SOUND)
    newer = register.with_name("nyare.hubra")
    shutil.copy(register, newer)
    before = digest(newer)
    upgrade = schema.upgrade

    def while_upgraded(copy: Path) -> None:
        upgrade(copy)
        newer.replace(register)

    monkeypatch.setattr(schema, "upgrade", while_upgraded)
    with pytest.raises(NotUpgradedError):
        RegisterFile(register)
    assert digest(register) == before
    assert names(register.parent) == {register.name}


def test_the_upgraded_file_keeps_its_rights(register: Path, script: Script) -> None:
    register.chmod(0o640)
    script(SOUND)
    RegisterFile(register).close()
    assert {register.stat().st_mode & 0o777, kept(register).stat().st_mode & 0o777} == {0o640}


def test_an_original_kept_before_is_not_overwritten(register: Path, script: Script) -> None:
    kept(register).write_text("den första")
    script(SOUND)
    RegisterFile(register).close()
    assert kept(register).read_text() == "den första"
    assert schema.version_of(kept(register, ", 2")) == NOW


@pytest.mark.parametrize(
    ("upgrade", "why"),
    [
        (FAILING, NotUpgradedError),
        (RAISING, NotUpgradedError),
        (LOSING, DamagedRegisterError),
        (DANGLING, DamagedRegisterError),
    ],
)
def test_a_failed_upgrade_leaves_everything_as_it_was(
    register: Path, script: Script, upgrade: str, why: type[Exception]
) -> None:
    before = digest(register)
    script(upgrade)
    for _ in range(2):
        with pytest.raises(why):
            RegisterFile(register)
        assert digest(register) == before
        assert names(register.parent) == {register.name}


@pytest.mark.parametrize("step", ["rename", "replace"])
def test_a_failure_at_the_last_step_leaves_no_litter(
    register: Path, script: Script, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = digest(register)
    script(SOUND)
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, full)
        with pytest.raises(NotUpgradedError, match="disken är full"):
            RegisterFile(register)
    assert digest(register) == before
    assert names(register.parent) == {register.name}
    RegisterFile(register).close()


def test_what_a_killed_upgrade_left_is_no_hindrance(register: Path, script: Script) -> None:
    for ending in ("", "-journal", "-wal"):
        register.with_name(f".{register.name}.migrating{ending}").write_bytes(b"halv" * 2000)
        register.with_name(f".{register.name}.kept{ending}").write_bytes(b"halv" * 2000)
    script(SOUND)
    RegisterFile(register).close()
    assert names(register.parent) == {register.name, kept(register).name}


def test_what_a_crash_left_in_the_log_comes_along(register: Path, script: Script) -> None:
    """The log would otherwise stay beside the new file and be read as that file's own."""
    with process(LEAVE_A_LOG, register):
        pass
    assert connect.beside(register, "-wal").stat().st_size > 0
    script(SOUND)
    RegisterFile(register).close()
    assert names(register.parent) == {register.name, kept(register).name}
    for path in (register, kept(register)):
        assert rows(path)["body"] == 2
    with closing(connect.read_only(register)) as database:
        assert schema.problems(database) == []


def test_damage_is_not_upgraded_into_what_is_right(register: Path, script: Script) -> None:
    """An upgrade takes new checksums of all rows."""
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("UPDATE agenda_item SET duration = 7 WHERE id = 'item'")
    before = digest(register)
    script(SOUND)
    with pytest.raises(WrongRowsError):
        RegisterFile(register, brief=True)
    assert digest(register) == before


def test_a_register_in_use_is_not_upgraded(register: Path, script: Script) -> None:
    with process(HOLD, register):
        before = digest(register)
        script(SOUND)
        with pytest.raises(LockedRegisterError):
            RegisterFile(register)
        assert digest(register) == before
