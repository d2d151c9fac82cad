"""One writer at a time, told who it is; gone with the process that held it."""

import getpass
import json
import os
import platform
import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from hubra_desktop.store.errors import (
    LockedRegisterError,
    ReadOnlyError,
    RegisterPermissionError,
    UnreachableRegisterError,
)
from hubra_desktop.store.lock import RegisterLock, user_name
from hubra_desktop.store.register import RegisterFile
from tests.store.registers import HOLD, digest, make, names, process


def test_another_process_is_named_with_its_computer_and_time(register: Path) -> None:
    with process(HOLD, register):
        with pytest.raises(LockedRegisterError) as refused:
            RegisterFile(register)
        holder = refused.value.holder
        assert holder is not None
        assert (holder.who, holder.where) == (user_name(), platform.node())
        assert re.fullmatch(r"\d\d\.\d\d", holder.since)
        said = f"är öppet av {holder.who} på {holder.where} sedan {holder.since}"
        assert said in refused.value.sentence


def test_a_register_held_elsewhere_can_be_read(register: Path) -> None:
    with process(HOLD, register):
        file = RegisterFile(register, read_only=True)
        with file.read() as reader:
            names_of = reader.exec_driver_sql("SELECT name FROM register").scalar()
            assert names_of == "Provrådet"
        with pytest.raises(ReadOnlyError, match="endast för läsning"), file.write():
            pass
        file.close()


def test_the_lock_dies_with_its_process(register: Path) -> None:
    with process(HOLD, register) as child:
        child.kill()
        child.wait()
        RegisterFile(register).close()
    assert names(register.parent) == {register.name}


def test_nothing_is_left_of_a_program_that_died_with_a_file_that_is_gone(
    register: Path, own_folders: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "annan.hubra")
    with process(HOLD, other) as child:
        child.kill()
        child.wait()
    (note,) = own_folders.rglob("*.name")
    assert note.read_text("utf-8") == str(other)
    RegisterFile(register).close()
    assert note.exists()
    os.utime(note, (0, 0))
    RegisterFile(register).close()
    assert note.exists()  # its file is there, and may be opened by another name
    other.replace(tmp_path / "flyttad.hubra")
    RegisterFile(register).close()
    assert not [each for each in own_folders.rglob("*") if each.suffix in (".name", ".lock")]


def test_the_lock_is_one_whatever_the_file_is_called(register: Path, tmp_path: Path) -> None:
    link = tmp_path / "genväg.hubra"
    link.symlink_to(register)
    file = RegisterFile(link)
    assert file.path == register
    with pytest.raises(LockedRegisterError):
        RegisterFile(register)
    file.close()


def test_within_one_process_the_lock_holds_too(register: Path) -> None:
    file = RegisterFile(register)
    before = digest(register)
    with pytest.raises(LockedRegisterError):
        RegisterFile(register)
    assert digest(register) == before
    file.close()
    RegisterFile(register).close()


def test_closing_twice_does_not_take_the_next_ones_lock(register: Path) -> None:
    first = RegisterFile(register)
    first.close()
    second = RegisterFile(register)
    first.close()
    with pytest.raises(LockedRegisterError):
        RegisterFile(register)
    second.close()


def test_a_failed_opening_lets_the_lock_go(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError("no")

    with monkeypatch.context() as patch:
        patch.setattr("hubra_desktop.store.register.reading_engine", fail)
        with pytest.raises(UnreachableRegisterError, match="just nu: no"):
            RegisterFile(register)
    RegisterFile(register).close()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"who": "x"}', '{"since": 3}'])
def test_an_unreadable_note_does_not_hide_the_lock(register: Path, note: str) -> None:
    file = RegisterFile(register)
    register.with_name(f".{register.name}.holder").write_text(note)
    with pytest.raises(LockedRegisterError, match="öppet på annat håll") as refused:
        RegisterFile(register)
    assert refused.value.holder is None
    file.close()


def test_another_day_is_told_with_its_date(register: Path) -> None:
    file = RegisterFile(register)
    since = datetime.now().astimezone() - timedelta(days=3)
    note = {"who": "Åsa", "where": "KONTORET", "since": since.isoformat()}
    register.with_name(f".{register.name}.holder").write_text(json.dumps(note), encoding="utf-8")
    with pytest.raises(LockedRegisterError, match="av Åsa på KONTORET") as refused:
        RegisterFile(register)
    assert f"sedan {since:%Y-%m-%d %H.%M}" in refused.value.sentence
    file.close()


def test_without_room_for_the_note_the_lock_holds(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    lock = RegisterLock(register)
    with pytest.raises(LockedRegisterError):
        RegisterLock(register)
    lock.release()


def test_where_no_lock_can_be_made_the_sentence_says_so(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FileLock, "acquire", fail)
    with pytest.raises(RegisterPermissionError, match="inte rätt att ändra"):
        RegisterLock(register)


def test_a_user_without_a_name_is_called_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", fail)
    assert user_name() == "okänd"
