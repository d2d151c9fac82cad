"""A register locked with a passphrase: nothing of it in plain bytes, and every door opens it."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.store import connect, keys, passphrase, schema
from hubra_desktop.store.dry_run import dry_run
from hubra_desktop.store.errors import (
    DamagedRegisterError,
    NotARegisterError,
    PassphraseNeededError,
)
from hubra_desktop.store.passphrase import (
    NotEncryptedError,
    NotLockedError,
    UnderivedKeyError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
    lock_register,
    new_key,
    unlock,
    unlock_with,
)
from hubra_desktop.work.backups import back_up, restore
from hubra_desktop.work.past import open_past
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import PHRASE, add, names, people

WORD = b"Nattvandring i Flemingsberg"
DATA = Path(__file__).parents[1] / "data"

pytestmark = pytest.mark.usefixtures("cheap_keys")


def everything(path: Path) -> list[str]:
    """What a register that can be opened holds, as statements."""
    with closing(connect.in_memory(path)) as database:
        tables = [name for (name,) in database.execute(schema._TABLES)]
        return [
            f"{table}: {row}"
            for table in tables
            for row in database.execute(f'SELECT * FROM "{table}"')
        ] + [str(database.execute("PRAGMA application_id").fetchone())]


def test_a_locked_register_is_the_same_and_no_byte_of_it_is_plain(register: Path) -> None:
    before = everything(register)
    assert WORD in register.read_bytes()
    lock_register(register, new_key(register, PHRASE))
    content = register.read_bytes()
    assert WORD not in content
    assert b"SQLite" not in content
    assert keys.is_salt(content[:16])
    assert everything(register) == before
    assert names(register.parent) == {register.name}
    assert register.stat().st_mode & 0o777 == 0o600


def test_only_the_passphrase_opens_it(locked: Path) -> None:
    with pytest.raises(PassphraseNeededError, match="är låst"):
        Workspace.open(locked)
    for wrong in ("", PHRASE + " ", PHRASE.upper()):
        with pytest.raises(WrongPassphraseError, match="återställningsbladet"):
            unlock(locked, wrong)
    with pytest.raises(PassphraseNeededError):
        Workspace.open(locked)
    # On another system the same letters are spelled with signs of their own.
    unlock(locked, PHRASE.replace("ä", "a\u0308").replace("ö", "o\u0308").replace("å", "a\u030a"))
    with closing(Workspace.open(locked)) as workspace:
        add(workspace)
        assert people(workspace) == 1
        assert workspace.problems() == []
    assert WORD not in locked.read_bytes()
    assert names(locked.parent) == {locked.name}


def test_the_key_of_the_recovery_sheet_opens_it(locked: Path, register: Path) -> None:
    unlock(locked, PHRASE)
    key = connect.file_key(locked)
    assert key is not None
    keys.forget(key)
    with pytest.raises(WrongRecoveryKeyError, match="Se efter att bladet är för det här registret"):
        unlock_with(locked, bytes(32))
    unlock_with(locked, key.key)
    Workspace.open(locked).close()


def test_a_wrong_answer_does_not_lock_what_was_open(locked: Path) -> None:
    unlock(locked, PHRASE)
    with pytest.raises(WrongPassphraseError):
        unlock(locked, "fel")
    Workspace.open(locked).close()


def test_a_new_passphrase_takes_the_old_ones_place_and_can_be_taken_away(locked: Path) -> None:
    with pytest.raises(PassphraseNeededError):
        lock_register(locked, new_key(locked, "en ny fras"))
    unlock(locked, PHRASE)
    before = everything(locked)
    other = new_key(locked, "en ny fras")
    lock_register(locked, other)
    keys.forget(other)
    with pytest.raises(WrongPassphraseError):
        unlock(locked, PHRASE)
    unlock(locked, "en ny fras")
    lock_register(locked, None)
    assert WORD in locked.read_bytes()
    assert everything(locked) == before
    with closing(sqlite3.connect(locked)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(NotLockedError, match="har ingen lösenfras"):
        unlock(locked, PHRASE)


def test_damage_is_told_from_a_wrong_passphrase_and_from_another_file(locked: Path) -> None:
    whole = locked.read_bytes()
    unlock(locked, PHRASE)
    for spoilt in (
        whole[:100] + b"\xff" * 8 + whole[108:],
        whole[:8201] + bytes([whole[8201] ^ 1]) + whole[8202:],
        whole[:-4096],
        whole[:-100],
    ):
        locked.write_bytes(spoilt)
        with pytest.raises(DamagedRegisterError):
            Workspace.open(locked)
    for foreign in (b"\x00" * 16 + whole[16:], b"Hubr\x07" + whole[5:], b"%PDF-1.7" + whole):
        locked.write_bytes(foreign)
        with pytest.raises(NotARegisterError):
            Workspace.open(locked)


def test_a_damaged_first_page_is_told_from_a_wrong_passphrase(locked: Path) -> None:
    whole = locked.read_bytes()
    locked.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    with pytest.raises(DamagedRegisterError):
        unlock(locked, PHRASE)
    with pytest.raises(WrongPassphraseError):
        unlock(locked, "fel")
    # Cut in the middle of its first pages nothing tells any longer.
    locked.write_bytes(whole[:5000])
    with pytest.raises(WrongPassphraseError):
        unlock(locked, PHRASE)


def test_the_copies_of_a_locked_register_are_locked_as_it_is(locked: Path) -> None:
    unlock(locked, PHRASE)
    with closing(Workspace.open(locked)) as workspace:
        add(workspace, "Före")
        generation = back_up(locked, BackupReason.BY_HAND)
        add(workspace, "Efter")
        with workspace.read() as reader, dry_run(reader) as copy:
            assert copy.exec_driver_sql("SELECT count(*) FROM person").scalar() == 2
        with closing(open_past(generation.path)) as past:
            assert people(past) == 1
        kept = locked.rename(locked.with_name("undan.hubra"))
        with pytest.raises(InputError, match="räddad"):
            add(workspace, "Inte")
    kept.rename(locked)
    (rescued,) = locked.parent.glob("*räddad*")
    salt = locked.read_bytes()[:16]
    for each in (generation.path, rescued):
        assert each.read_bytes()[:16] == salt
        assert WORD not in each.read_bytes()
    restore(locked, generation)
    assert locked.read_bytes()[:16] == salt
    with closing(Workspace.open(locked)) as workspace:
        assert people(workspace) == 1
    keys.forget(keys.FileKey(b"", salt))
    with pytest.raises(PassphraseNeededError):
        open_past(generation.path)
    unlock(generation.path, PHRASE)
    open_past(generation.path).close()


def test_an_old_register_is_upgraded_and_its_original_kept_encrypted(tmp_path: Path) -> None:
    old = Path(shutil.copy(DATA / "register-0005.hubra", tmp_path / "r.hubra"))
    lock_register(old, new_key(old, PHRASE))
    Workspace.open(old).close()
    assert schema.version_of(old) == schema.HEAD
    files = list(tmp_path.glob("*.hubra"))
    assert len(files) == 2
    assert all(keys.is_salt(each.read_bytes()[:16]) for each in files)


CUT = {
    "the new file is written": ("hubra_desktop.store.passphrase", "_make"),
    "it is proved": ("hubra_desktop.store.passphrase", "_prove"),
    "it is on the disk": ("hubra_desktop.store.passphrase", "sync_file"),
    "the old one has another name": ("os", "link"),
    "the new one has its name": ("hubra_desktop.store.passphrase", "sync_folder"),
    "the old one is overwritten": ("hubra_desktop.store.passphrase", "overwrite"),
}
CHILD = """
import importlib, os, signal, sys
from pathlib import Path
from hubra_desktop.store import keys, passphrase
keys.COSTS[1] = keys.Cost(8, 1, 1)
def cut_after(name, path, module):
    whole = getattr(module, name)
    def cut(*given):
        whole(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(module, name, cut)
    passphrase.lock_register(path, passphrase.new_key(path, sys.argv[1]))
for each in sys.argv[2:]:
    module, name, path = each.split("|")
    child = os.fork()
    if not child:
        cut_after(name, Path(path), importlib.import_module(module))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL, name
"""


def test_whenever_it_is_cut_the_old_or_the_new_register_opens(
    register: Path, tmp_path: Path
) -> None:
    before = everything(register)
    cuts, paths = [], {}
    for step, (module, name) in CUT.items():
        folder = tmp_path / name
        folder.mkdir()
        paths[step] = Path(shutil.copy(register, folder))
        cuts.append(f"{module}|{name}|{paths[step]}")
    child = [sys.executable, "-c", CHILD, PHRASE, *cuts]
    subprocess.run(child, cwd=Path(__file__).parents[2], check=True)
    for step, path in paths.items():
        with suppress(NotLockedError):
            unlock(path, PHRASE)
        Workspace.open(path).close()
        assert everything(path) == before, step
        # What a crash left of the plain file goes at the next opening.
        assert names(path.parent) == {path.name}, step


def test_the_old_bytes_are_overwritten_but_never_those_of_another_name(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = register.with_name("annan.hubra")
    os.link(register, other)
    seen: list[Path] = []
    monkeypatch.setattr(passphrase, "overwrite", seen.append)
    lock_register(register, new_key(register, PHRASE))
    assert seen == []
    assert WORD in other.read_bytes()
    lock_register(register, None)
    assert [each.name for each in seen] == [f".{register.name}.old"]
    monkeypatch.undo()
    size = other.stat().st_size
    passphrase.overwrite(other)
    assert other.read_bytes() == bytes(size)


def failing(*_: object) -> None:
    raise OSError(28, "full")


@pytest.mark.parametrize("name", ["sync_file", "_exchange", "_make"])
def test_what_cannot_be_locked_is_as_it_was(
    register: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = register.read_bytes()
    monkeypatch.setattr(passphrase, name, failing)
    with pytest.raises(NotEncryptedError, match="disken är full"):
        lock_register(register, new_key(register, PHRASE))
    assert register.read_bytes() == before
    assert names(register.parent) == {register.name}


def test_too_little_memory_is_said(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(keys.COSTS, 1, keys.Cost(memory=2**32 - 1, passes=1, lanes=1))
    with pytest.raises(UnderivedKeyError, match="minne räcker inte"):
        unlock(locked, PHRASE)


def test_a_crash_in_a_locked_register_is_played_back(locked: Path) -> None:
    """The journal is encrypted as the file is, and no key is needed to put its pages back."""
    unlock(locked, PHRASE)
    before = everything(locked)
    key = connect.file_key(locked)
    assert key is not None
    code = f"""
import os, signal
from pathlib import Path
from hubra_desktop.store import connect, keys
keys.learn(keys.FileKey({key.key!r}, {key.salt!r}))
database = connect.writer(Path({str(locked)!r}))
database.execute("PRAGMA cache_size=2")
database.execute("BEGIN IMMEDIATE")
database.execute("CREATE TABLE filler (text)")
for _ in range(400):
    database.execute("INSERT INTO filler VALUES ('{WORD.decode()}' || hex(randomblob(400)))")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False)
    assert connect.has_journal(locked)
    assert WORD not in locked.read_bytes()
    assert WORD not in connect.beside(locked, "-journal").read_bytes()
    keys.forget(key)
    with pytest.raises(PassphraseNeededError):
        Workspace.open(locked)
    unlock(locked, PHRASE)
    Workspace.open(locked).close()
    assert everything(locked) == before
