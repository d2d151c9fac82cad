"""The one file is whole after each saved step, and it is the file that was opened."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    LockedRegisterError,
    NotSavedError,
    RegisterError,
    ReplacedRegisterError,
)
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import HOLD, add, digest, names, people, people_in, placed, process

ROOT = Path(__file__).parents[2]
FOLDERS = (
    "Dokument",
    "Ekköpings kommun/Rådet - Dokument",
    "OneDrive - Kommunen",
    "run/user/1000/gvfs/smb-share:server=filer,share=råd",
    "SynologyDrive",
    "Box",
    "Syncthing/råd",
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_copy_made_between_two_steps_holds_every_step(register: Path, folder: str) -> None:
    path = placed(register, folder)
    workspace = Workspace.open(path)
    for number in range(1, 13):
        add(workspace)
        copy = path.with_name(f"kopia {number}.hubra")
        # By a process of its own, as the desktop copies: nothing in ours opens the file.
        subprocess.run(["cp", path, copy], check=True)
        assert people_in(copy) == number
        assert people(workspace) == number
    workspace.close()
    assert people_in(path) == 12


def test_nothing_rests_on_what_a_folder_is_called() -> None:
    """The file is held alike everywhere, so that no list of names can be too short."""
    sources = [each.read_text("utf-8") for each in (ROOT / "hubra_desktop").rglob("*.py")]
    named = re.compile(
        r"one ?drive|drop ?box|next ?cloud|own ?cloud|i ?cloud|google ?drive|synology|syncthing"
        r"|sharepoint|gvfs|smb[-_]?share|/run/user|\bbox drive\b",
        re.IGNORECASE,
    )
    assert [found[0] for source in sources for found in named.finditer(source)] == []


def other_register(path: Path, count: int = 3) -> Path:
    """Make the version of another computer, beside the register."""
    other = Path(shutil.copy(path, path.with_name("annan.hubra")))
    workspace = Workspace.open(other)
    for number in range(count):
        add(workspace, f"Annan dator {number}")
    workspace.close()
    return other


def replace(path: Path) -> None:
    other_register(path).replace(path)


def rename(path: Path) -> None:
    path.rename(path.with_name("flyttad.hubra"))


def remove(path: Path) -> None:
    path.unlink()


LOSSES = pytest.mark.parametrize("lose", [replace, rename, remove])


@LOSSES
@pytest.mark.parametrize("reads", [False, True])
@pytest.mark.parametrize("folder", FOLDERS[1:4])
def test_what_is_no_longer_the_file_takes_no_step_and_its_state_is_kept(
    register: Path, lose: Callable[[Path], None], reads: bool, folder: str
) -> None:
    path = placed(register, folder)
    workspace = Workspace.open(path)
    add(workspace, "Här före")
    saved = workspace.last_saved
    lose(path)
    kept = set()
    for _ in range(3):
        with pytest.raises(ReplacedRegisterError, match="Ändringen är inte sparad") as refused:
            add(workspace, "Här efter")
        kept.add(refused.value.kept)
        if reads:
            assert people(workspace) == 1
    assert workspace.last_saved == saved
    assert workspace.replaced
    workspace.close()
    (copy,) = kept
    assert copy is not None
    assert copy.parent == path.parent
    assert copy.name in refused.value.sentence
    assert "räddad" in copy.name
    assert copy.stat().st_mode & 0o777 == 0o600
    again = Workspace.open(copy)
    with again.read() as reader:
        assert reader.scalars(select(PERSON.c.name)).all() == ["Här före"]
    assert again.problems() == []
    add(again)
    again.close()
    assert path.exists() == (lose is replace)


def test_the_file_that_came_is_left_alone_and_can_be_opened_at_once(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    replace(register)
    before = digest(register)
    with pytest.raises(ReplacedRegisterError):
        add(workspace)
    assert digest(register) == before
    new = Workspace.open(register)
    assert people(new) == 4
    add(new)
    workspace.close()
    add(new)
    new.close()
    assert people_in(register) == 6
    assert [each for each in names(register.parent) if "journal" in each] == []


@LOSSES
def test_a_file_that_goes_within_a_step_takes_it_along_and_no_other(
    register: Path, lose: Callable[[Path], None]
) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    workspace.close()
    file = RegisterFile(register)

    def write() -> None:
        with file.write() as connection:
            connection.execute(PERSON.insert(), {"name": "Halv", "id": "halv"})
            lose(register)

    with pytest.raises(ReplacedRegisterError) as refused:
        write()
    file.close()
    assert refused.value.kept is not None
    assert people_in(refused.value.kept) == 1


def test_a_reader_that_meets_another_file_reads_on_from_what_is_kept(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    replace(register)
    assert people(workspace) == 1
    assert names(register.parent) >= {register.name}
    with pytest.raises(ReplacedRegisterError):
        add(workspace)
    workspace.close()


def test_a_file_that_comes_back_takes_no_more_steps(register: Path) -> None:
    """Two states would grow apart: the copy that was kept, and the file."""
    workspace = Workspace.open(register)
    add(workspace)
    away = register.rename(register.with_name("borta.hubra"))
    with pytest.raises(ReplacedRegisterError):
        add(workspace)
    away.rename(register)
    with pytest.raises(ReplacedRegisterError):
        add(workspace)
    workspace.close()


def test_when_the_folder_is_gone_the_state_is_kept_at_home(
    register: Path, own_folders: Path
) -> None:
    path = placed(register, "sticka")
    workspace = Workspace.open(path)
    add(workspace)
    shutil.rmtree(path.parent)
    with pytest.raises(ReplacedRegisterError) as refused:
        add(workspace)
    workspace.close()
    assert refused.value.kept is not None
    assert refused.value.kept.parent == own_folders
    assert people_in(refused.value.kept) == 1


def test_where_no_copy_can_be_kept_the_sentence_says_so(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    workspace = Workspace.open(register)
    add(workspace)
    register.rename(register.with_name("flyttad.hubra"))
    with monkeypatch.context() as patch:
        patch.setattr("hubra_desktop.store.rescue.place_new", full)
        with pytest.raises(ReplacedRegisterError, match="Det gick inte att lägga en kopia"):
            add(workspace)
    assert names(register.parent) - {f"{register.name}-journal"} == {
        "flyttad.hubra",
        f".{register.name}.holder",
    }
    # Once the file is back, nothing was lost.
    register.with_name("flyttad.hubra").rename(register)
    add(workspace)
    workspace.close()
    assert people_in(register) == 2


def test_an_unreachable_folder_is_a_refusal_too(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    file = RegisterFile(register)
    with monkeypatch.context() as patch:
        patch.setattr("hubra_desktop.store.register.file_id", fail)
        with pytest.raises(NotSavedError, match="disken svarar inte"), file.write():
            pass
    file.close()


def test_two_names_of_one_file_meet_one_lock(register: Path) -> None:
    other = register.with_name("länk.hubra")
    with process(HOLD, register):
        os.link(register, other)
        with pytest.raises(LockedRegisterError) as refused:
            RegisterFile(other)
        assert refused.value.holder is not None
    file = RegisterFile(other)
    with pytest.raises(LockedRegisterError):
        RegisterFile(register)
    file.close()
    RegisterFile(register).close()


STOP_IN_A_COMMIT = """
import sys
from pathlib import Path
from hubra_desktop.store.tables import BODY, PERSON
from hubra_desktop.store.register import RegisterFile
file = RegisterFile(Path(sys.argv[1]))
with file.write() as connection:
    connection.exec_driver_sql("PRAGMA cache_size=2")
    connection.exec_driver_sql("PRAGMA cache_spill=2")
    connection.execute(BODY.update().values(name="Halv"))
    many = [{"id": f"p{number}", "name": "Halv" * 20} for number in range(400)]
    connection.execute(PERSON.insert(), many)
    print("ready", flush=True)
    sys.stdin.read()
"""


def test_a_crash_is_taken_back_by_whichever_name_the_file_is_opened(register: Path) -> None:
    """SQLite looks for the journal by the name it is given; half a change would stay."""
    other = register.with_name("länk.hubra")
    os.link(register, other)
    with process(STOP_IN_A_COMMIT, register):
        pass
    assert connect.has_journal(register)
    assert b"Halv" in register.read_bytes()
    workspace = Workspace.open(other)
    assert people(workspace) == 0
    assert workspace.problems() == []
    workspace.close()


def test_a_writer_in_the_midst_of_a_change_is_not_taken_for_a_crash(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: plain(*a, **{**k, "timeout": 0}))
    with process(STOP_IN_A_COMMIT, register):
        journal = connect.beside(register, "-journal").read_bytes()
        before = digest(register)
        with suppress(RegisterError):
            RegisterFile(register, read_only=True).close()
        with pytest.raises(RegisterError):
            RegisterFile(register)
        assert connect.beside(register, "-journal").read_bytes() == journal
        assert digest(register) == before
