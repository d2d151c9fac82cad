"""A generation is a whole, proved copy of the register, or there is none."""

import os
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.store import backup, connect, schema
from hubra_desktop.store.driver import sqlite3 as driver
from hubra_desktop.store.errors import LockedRegisterError, RegisterError
from hubra_desktop.store.file_system import file_id
from hubra_desktop.store.reasons import reason
from hubra_desktop.store.restore import NotRestoredError, OtherRegisterError
from hubra_desktop.store.row_check import seal
from hubra_desktop.work.backups import back_up, generations_of, restore
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import add, altered, digest, names, people, people_in, process, spoilt

HOUR = BackupReason.HOUR


@pytest.fixture
def folder(register: Path) -> Path:
    return backup.generations_folder(register)


def test_a_generation_holds_what_the_register_does_and_can_be_put_back(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    made = back_up(register, BackupReason.BY_HAND)
    assert generations_of(register) == [made]
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    add(workspace)
    assert people_in(made.path) == 1
    with pytest.raises(LockedRegisterError):
        restore(register, made)
    workspace.close()
    kept = restore(register, made)
    assert kept is not None
    assert people_in(kept) == 2
    assert people_in(register) == 1
    assert [each.reason for each in generations_of(register)] == [
        BackupReason.RESTORE,
        BackupReason.BY_HAND,
    ]
    again = Workspace.open(register)
    assert again.undo_label is None
    add(again)
    assert people(again) == 2
    again.close()
    assert {each for each in names(register.parent) if each.startswith(".")} == set()


def test_the_copy_of_a_register_with_a_log_has_none(register: Path, folder: Path) -> None:
    """What an earlier release left as a log must not make the copy need one too."""
    with closing(sqlite3.connect(register)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("UPDATE register SET name = 'I loggen'")
        seal(database)
        database.commit()
        made = backup.make_generation(register, folder, HOUR)
    with closing(sqlite3.connect(f"file:{made.path}?mode=ro", uri=True)) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert copy.execute("SELECT name FROM register").fetchone() == ("I loggen",)
    assert names(folder) == {made.path.name}


def test_a_commit_amid_the_reading_is_in_the_copy_or_after_it(
    register: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES", 5)
    monkeypatch.setattr(backup, "_WAITS", (0.0, 0.0))
    workspace = Workspace.open(register)
    tries: list[float] = []

    def commit_amid(seconds: float) -> None:
        if len(tries) < 40:
            tries.append(seconds)
            add(workspace)

    monkeypatch.setattr(backup, "_let_go", commit_amid)
    made = backup.make_generation(register, folder, HOUR)
    # Disturbed in both tries, it was read in one go at last.
    assert len(tries) == 2
    assert people_in(made.path) == people(workspace) == len(tries)
    workspace.close()


def test_a_commit_between_the_copy_and_the_count_begins_it_again(
    register: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_WAITS", (0.0,))
    workspace = Workspace.open(register)
    copied = schema.copy_database

    def then_commit(source: sqlite3.Connection, target: Path, **settings: object) -> None:
        copied(source, target, **settings)  # type: ignore[arg-type]
        if "pages" in settings:
            add(workspace)

    monkeypatch.setattr(schema, "copy_database", then_commit)
    made = backup.make_generation(register, folder, HOUR)
    assert people_in(made.path) == people(workspace) == 1
    workspace.close()


def shorn(path: Path) -> None:
    """Take a row away where nothing refers to it, as a lost write would."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DELETE FROM footnote")


def holed(path: Path) -> None:
    spoilt(path, "agenda_item")


def behind(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO step (id, at, who, action, label) VALUES (99,'','','','')")


def orphaned(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE agenda_item SET meeting_id = 'inget'")


@pytest.mark.parametrize("harm", [shorn, holed, behind, orphaned])
def test_a_copy_that_is_not_the_register_does_not_count(
    register: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    copied = schema.copy_database

    def then_harm(source: sqlite3.Connection, target: Path, **settings: object) -> None:
        copied(source, target, **settings)  # type: ignore[arg-type]
        harm(target)

    monkeypatch.setattr(schema, "copy_database", then_harm)
    before = digest(register)
    with pytest.raises(RegisterError, match=r"räknas inte|kunde inte säkerhetskopieras"):
        backup.make_generation(register, folder, HOUR)
    assert names(folder) == set()
    assert digest(register) == before


def test_a_sound_copy_of_an_earlier_state_does_not_count(
    register: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = register.read_bytes()
    with closing(Workspace.open(register)) as workspace:
        add(workspace)
    copied = schema.copy_database

    def then_replace(source: sqlite3.Connection, target: Path, **settings: object) -> None:
        copied(source, target, **settings)  # type: ignore[arg-type]
        target.write_bytes(earlier)

    monkeypatch.setattr(schema, "copy_database", then_replace)
    with pytest.raises(RegisterError, match="räknas inte"):
        backup.make_generation(register, folder, HOUR)
    assert names(folder) == set()


class StopAt(Progress):
    """Says stop after so many times that it was asked."""

    def __init__(self, limit: int | None) -> None:
        self.limit, self.asked = limit, 0

    @property
    def stopped(self) -> bool:
        self.asked += 1
        return self.limit is not None and self.asked > self.limit


def test_a_stopped_backup_leaves_nothing(register: Path, folder: Path) -> None:
    never = StopAt(None)
    made = backup.make_generation(register, folder, HOUR, never)
    assert never.asked
    for limit in range(never.asked):
        with pytest.raises(StoppedError):
            backup.make_generation(register, folder, HOUR, StopAt(limit))
        assert names(folder) == {made.path.name}
    place = folder.parent / "minne"
    place.mkdir()
    for limit in (0, 1):
        with pytest.raises(StoppedError):
            backup.copy_generation(made, place, StopAt(limit))
        assert names(place) == set()


def test_what_cannot_be_written_is_told_and_leaves_nothing(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = backup.generations_folder(register)
    in_the_way.write_text("en fil med mappens namn")
    with pytest.raises(backup.NotBackedUpError, match="kunde inte säkerhetskopieras"):
        back_up(register, HOUR)
    in_the_way.unlink()

    def full(file: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(schema, "sync_file", full)
    with pytest.raises(backup.NotBackedUpError, match="disken är full"):
        back_up(register, HOUR)
    assert names(in_the_way) == set()


CRASH = """
import sys, time
from pathlib import Path
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.store import backup
def hang(seconds):
    print("ready", flush=True)
    time.sleep(60)
backup._PAGES = 1
backup._let_go = hang
register = Path(sys.argv[1])
backup.make_generation(register, backup.generations_folder(register), BackupReason.HOUR)
"""


def test_what_a_killed_backup_leaves_is_no_generation_and_is_swept_away(
    register: Path, folder: Path
) -> None:
    with process(CRASH, register) as child:
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert generations_of(register) == []
    left = list(folder.iterdir())
    assert left
    made = backup.make_generation(register, folder, HOUR)
    assert {each.path for each in backup.generations_in(folder)} == {made.path}
    # Another that is at work just now is let be; what has lain there for long is not.
    assert set(left) < set(folder.iterdir())
    for each in left:
        os.utime(each, (time.time() - 3600,) * 2)
    second = backup.make_generation(register, folder, HOUR)
    assert set(folder.iterdir()) == {made.path, second.path}
    assert second.path != made.path


def test_a_generation_is_copied_byte_by_byte_or_not_at_all(
    register: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.make_generation(register, folder, HOUR)
    place = tmp_path / "minne"
    place.mkdir()
    copy = backup.copy_generation(made, place)
    assert digest(copy.path) == digest(made.path)
    assert copy.path.stat().st_mode & 0o777 == 0o600
    assert backup.copy_generation(made, place) == copy
    assert names(place) == {made.path.name}
    copy.path.unlink()

    content = made.path.read_bytes()
    for lost in (content[:-1], content + b"x", b"x" + content[1:], b""):
        monkeypatch.setattr(
            backup, "_write_bytes", lambda _source, draft, _stop, lost=lost: draft.write_bytes(lost)
        )
        with pytest.raises(OSError, match="Errno 5"):
            backup.copy_generation(made, place)
        assert names(place) == set()


def test_kept_originals_of_upgrades_count_as_generations(register: Path) -> None:
    old = Path(__file__).parents[1] / "data" / "register-0005.hubra"
    shutil.copy(old, register)
    Workspace.open(register).close()
    (kept,) = generations_of(register)
    assert kept.reason is BackupReason.MIGRATION
    assert "före uppgradering från 0005" in kept.path.name
    restore(register, kept)
    assert [each.reason for each in generations_of(register)].count(BackupReason.MIGRATION) == 2
    again = Workspace.open(register)
    assert again.undo_label is None
    again.close()


def test_only_the_same_register_is_put_back(register: Path, tmp_path: Path) -> None:
    made = back_up(register, HOUR)
    with altered(made.path) as database:
        database.execute("UPDATE register SET id = 'annat'")
    before = digest(register)
    with pytest.raises(OtherRegisterError, match="inte av det här registret"):
        restore(register, made)
    assert digest(register) == before
    # Where there is none, any can be put: a new computer, a file that was removed.
    register.unlink()
    assert restore(register, made) is None
    assert people_in(register) == 0


def not_one(path: Path) -> None:
    path.write_bytes(b"inget register" * 300)


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def headless(path: Path) -> None:
    with path.open("r+b") as content:
        content.seek(100)
        content.write(b"\xff" * 3996)


@pytest.mark.parametrize("harm", [not_one, halved, holed, headless])
def test_a_damaged_register_is_kept_as_it_is_and_put_back(
    register: Path, harm: Callable[[Path], None]
) -> None:
    made = back_up(register, HOUR)
    harm(register)
    damaged = digest(register)
    kept = restore(register, made)
    assert kept is not None
    assert "skadad" in kept.name
    assert digest(kept) == damaged
    assert people_in(register) == 0


@pytest.mark.parametrize("harm", [not_one, halved, holed, headless])
def test_a_damaged_generation_is_not_put_back(register: Path, harm: Callable[[Path], None]) -> None:
    made = back_up(register, HOUR)
    harm(made.path)
    before = digest(register), file_id(register)
    told = rf"{re.escape(made.path.name)}” är (skadat|inte ett register)"
    with pytest.raises(RegisterError, match=told):
        restore(register, made)
    assert (digest(register), file_id(register)) == before
    register.unlink()
    with pytest.raises(RegisterError):
        restore(register, made)
    assert names(register.parent) == {made.path.parent.name}


def test_a_restore_that_fails_leaves_the_register_as_it_was(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(register, HOUR)
    before = digest(register)

    def refused(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(NotRestoredError, match="Det är som det var"):
        restore(register, made)
    assert digest(register) == before


def test_a_crash_that_left_a_journal_is_played_back_before_a_restore(register: Path) -> None:
    made = back_up(register, HOUR)
    journal = connect.beside(register, "-journal")
    with closing(sqlite3.connect(register, isolation_level=None)) as database:
        database.execute("PRAGMA cache_size=1")
        database.execute("BEGIN IMMEDIATE")
        for number in range(300):
            step = "INSERT INTO step (at, who, action, label) VALUES (?, '', '', '')"
            database.execute(step, (f"{number}{'x' * 500}",))
        crashed = register.read_bytes(), journal.read_bytes()
        database.rollback()
    register.write_bytes(crashed[0])
    journal.write_bytes(crashed[1])
    kept = restore(register, made)
    assert kept is not None
    assert people_in(kept) == people_in(register) == 0
    assert not journal.exists()


def test_a_full_disk_is_told_though_the_driver_tells_no_number_of_a_copy(
    register: Path, tmp_path: Path
) -> None:
    with (
        closing(connect.read_only(register)) as source,
        closing(driver.connect(tmp_path / "full")) as full,
    ):
        full.execute("PRAGMA max_page_count=3")
        with pytest.raises(driver.OperationalError) as refused:
            source.backup(full)
    assert reason(refused.value) == "disken är full"
