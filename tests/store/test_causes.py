"""Each cause of a refusal is told as what it is, with what to do; only damage is called damage."""

import errno
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hubra_desktop.store.errors import (
    DamagedRegisterError,
    NotARegisterError,
    NotCreatedError,
    NotSavedError,
    NotUpgradedError,
    RegisterMissingError,
    RegisterPermissionError,
    UnchangeableRegisterError,
    UnreachableRegisterError,
    unreadable,
)
from hubra_desktop.store.passphrase import NotEncryptedError
from hubra_desktop.store.reasons import cause_of, reason
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.restore import NotRestoredError
from hubra_desktop.store.salvage import NotSalvagedError
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import add, digest, make, names, people, people_in, spoilt


def by_sqlite(code: int) -> Exception:
    error = Exception("what SQLite says")
    error.sqlite_errorcode = code  # type: ignore[attr-defined]
    return error


def by_windows(code: int, translated: int = errno.EACCES) -> OSError:
    error = PermissionError(translated, "what Windows says")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    return error


CAUSES = {
    "a full disk": (by_sqlite(13), "disken är full", "plats på disken"),
    "a failing disk": (by_sqlite(10 | 1 << 8), "disken svarar inte", "Se efter att disken"),
    "another's lock": (by_sqlite(5), "ett annat program använder filen", "Vänta tills"),
    "another's lock on a table": (by_sqlite(6 | 1 << 8), "ett annat program", "Vänta tills"),
    "a lock that is never free": (by_sqlite(15), "ett annat program", "Vänta tills"),
    "no memory": (by_sqlite(7), "datorns minne räcker inte", "Stäng några"),
    "no memory in Python": (MemoryError(), "datorns minne", "Stäng några"),
    "a folder without locks": (OSError(errno.ENOLCK, ""), "kan inte låsas", "en annan mapp"),
    "a file too large": (by_sqlite(22), "filen blir för stor", "på en annan disk"),
    "a busy file": (OSError(errno.EBUSY, ""), "ett annat program", "Vänta tills"),
    "a busy program": (OSError(errno.ETXTBSY, ""), "ett annat program", "Vänta tills"),
    "a server that went": (OSError(errno.ESTALE, ""), "servern svarar inte", "nätverket"),
    "a server not joined": (OSError(errno.ENOTCONN, ""), "servern svarar inte", "nätverket"),
    "a server that is off": (OSError(errno.EHOSTDOWN, ""), "servern svarar inte", "nätverket"),
    "a stick drawn out": (OSError(errno.ENODEV, ""), "inte ansluten", "Anslut disken"),
    "too many files": (OSError(errno.EMFILE, ""), "för många filer", "Stäng några"),
    "a name too long": (OSError(errno.ENAMETOOLONG, ""), "för långt", "kortare namn"),
    "a disk of films": (OSError(errno.EROFS, ""), "skrivskyddad", "skrivskyddet"),
    "a quota": (OSError(errno.EDQUOT, ""), "ditt utrymme", "i dina mappar"),
    "a virus scanner": (by_windows(32), "ett annat program", "Vänta tills"),
    "a share that went": (by_windows(64, errno.ENOENT), "servern svarar inte", "nätverket"),
    "a switch on the card": (by_windows(19), "disken är skrivskyddad", "skrivskyddet"),
    "an empty reader": (by_windows(21), "inte ansluten", "Anslut disken"),
    "a file in the cloud": (by_windows(362, errno.EINVAL), "ligger i molnet", "hämtad"),
}


NOT_DONE = (
    NotCreatedError, NotEncryptedError, NotRestoredError, NotSalvagedError, NotUpgradedError
)  # fmt: skip


@pytest.mark.parametrize("case", CAUSES)
def test_each_cause_is_told_with_what_to_do_wherever_it_is_met(tmp_path: Path, case: str) -> None:
    error, words, advice = CAUSES[case]
    path = tmp_path / "a.hubra"
    path.write_bytes(b"whole")
    not_done = [each(path, error) for each in NOT_DONE]
    for told in (unreadable(path, error), NotSavedError(error), *not_done):
        assert words in told.sentence
        assert advice in told.sentence
        assert "skadat" not in told.sentence
        assert "säkerhetskopia" not in told.sentence
        assert "rätt" not in told.sentence


@pytest.mark.parametrize("code", [11, 11 | 3 << 8, 1])
def test_damage_alone_leads_to_a_backup(register: Path, code: int) -> None:
    spoilt(register, "person")
    told = unreadable(register, by_sqlite(code))
    assert type(told) is DamagedRegisterError
    assert "säkerhetskopia" in told.sentence
    assert type(unreadable(register, by_sqlite(26))) is NotARegisterError


def test_a_file_that_is_sound_when_looked_at_is_not_called_damaged(register: Path) -> None:
    """SQLite calls a page malformed that the disk did not give."""
    told = unreadable(register, by_sqlite(11))
    assert type(told) is UnreachableRegisterError
    assert "disken svarar inte som den ska" in told.sentence
    register.unlink()
    assert type(unreadable(register, by_sqlite(11))) is RegisterMissingError


def test_an_unknown_cause_is_told_in_the_systems_own_words() -> None:
    strange = OSError(10_999, "Flux capacitor low\nmore")
    assert cause_of(strange) is None
    assert reason(strange) == "Flux capacitor low"


def test_a_path_longer_than_sqlite_takes_is_told_as_that(register: Path) -> None:
    folder = register.parent
    while len(os.fsencode(folder)) < 500:
        folder /= "m" * 60
    folder.mkdir(parents=True)
    far = folder / register.name
    with pytest.raises(NotCreatedError, match="namnet är för långt"):
        RegisterFile.create(far)
    assert not any(folder.iterdir())
    register.rename(far)
    with pytest.raises(UnreachableRegisterError, match="namnet är för långt"):
        RegisterFile(far)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that little room is on; only root may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def filled(path: Path) -> None:
    """Write a file until not one byte more has room."""
    with path.open("wb", buffering=0) as rest:
        for size in (4096, 1):
            with suppress(OSError):
                while rest.write(b"x" * size):
                    pass


def test_a_wholly_full_disk_is_no_damage_and_takes_no_step(small_disk: Path) -> None:
    register = make(small_disk / "råd.hubra")
    workspace = Workspace.open(register)
    add(workspace)
    saved = workspace.last_saved
    filled(small_disk / "fyllnad")
    for _ in range(2):
        with pytest.raises(NotSavedError, match=r"disken är full.*plats på disken"):
            add(workspace)
        assert people(workspace) == 1
    assert workspace.last_saved == saved
    workspace.close()
    again = Workspace.open(register)
    assert people(again) == 1
    with pytest.raises(NotSavedError, match="disken är full"):
        add(again)
    with pytest.raises(NotCreatedError, match=r"disken är full.*plats på disken"):
        RegisterFile.create(small_disk / "annat" / "ny.hubra")
    assert names(small_disk) - {f"{register.name}-journal"} == {
        register.name, "fyllnad", f".{register.name}.holder",
    }  # fmt: skip
    (small_disk / "fyllnad").unlink()
    add(again)
    again.close()
    assert people_in(register) == 2


def test_a_disk_that_is_only_read_is_read_and_not_blamed_on_rights(small_disk: Path) -> None:
    register = make(small_disk / "råd.hubra")
    before = digest(register)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(UnchangeableRegisterError, match=r"disken är skrivskyddad\. Du kan läsa"):
        RegisterFile(register)
    workspace = Workspace.open(register, read_only=True)
    assert people(workspace) == 0
    workspace.close()
    with pytest.raises(NotCreatedError, match="disken är skrivskyddad"):
        RegisterFile.create(small_disk / "ny.hubra")
    assert digest(register) == before
    assert names(small_disk) == {register.name}


def test_where_nothing_can_be_locked_the_register_is_read_only(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", fail)
    with pytest.raises(UnchangeableRegisterError, match=r"kan inte låsas\. Du kan läsa det"):
        RegisterFile(register)
    RegisterFile(register, read_only=True).close()
    with pytest.raises(NotCreatedError, match="kan inte låsas"):
        RegisterFile.create(register.with_name("ny.hubra"))
    assert {each.name for each in register.parent.iterdir()} == {register.name}


def test_rights_alone_are_called_rights(tmp_path: Path) -> None:
    denied = unreadable(tmp_path / "a.hubra", PermissionError(errno.EACCES, "Permission denied"))
    assert type(denied) is RegisterPermissionError
