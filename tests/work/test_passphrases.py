"""A passphrase follows a register wherever it goes, and its copies follow its passphrase."""

import os
import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.health import HealthLevel
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.model.records.council import Person
from hubra_desktop.store import connect, keys
from hubra_desktop.store.backup import generations_folder
from hubra_desktop.store.errors import PassphraseNeededError
from hubra_desktop.store.passphrase import unlock
from hubra_desktop.work.backups import all_generations, keep_up, restore
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add
from hubra_desktop.work.health import check_health
from hubra_desktop.work.moving import bring_in, take_along
from hubra_desktop.work.passphrases import change_passphrase, has_passphrase, is_locked
from hubra_desktop.work.purged_copies import purge_copies
from hubra_desktop.work.salvage import salvage
from hubra_desktop.work.second_place import choose_place
from hubra_desktop.work.taking_back import lost_registers, take_back
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import PHRASE, add, people, spoilt

NAME = "Åsa Ekströmska"

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register with a person, and a generation in both places."""
    path, stick = tmp_path / "r.hubra", tmp_path / "minne"
    stick.mkdir()
    with closing(Workspace.create(path, organisation="Provrådet")) as workspace:
        workspace.run(Add(Person, {"name": NAME}))
    choose_place(path, stick, datetime.now())
    keep_up(path, BackupReason.BY_HAND)
    return path


def copies(register: Path) -> list[Path]:
    return [path for each in all_generations(register) for path in each.paths]


def plain_somewhere(folder: Path) -> list[str]:
    """The files that show what the register holds to whoever reads their bytes."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return [each.name for each in files if NAME.encode() in each.read_bytes()]


def test_the_copies_in_both_places_follow(register: Path, tmp_path: Path) -> None:
    shutil.copy(register, kept := register.with_name("r (före uppgradering från 0005).hubra"))
    os.utime(kept, (1_500_000_000, 1_500_000_000))
    assert len(copies(register)) == 3
    assert len(plain_somewhere(tmp_path)) == 4
    done = change_passphrase(register, PHRASE)
    assert (done.copies, done.left) == (3, ())
    assert kept.stat().st_mtime == 1_500_000_000
    assert plain_somewhere(tmp_path) == []
    change_passphrase(register, "en annan fras")
    keys._known.clear()
    for each in (register, kept, *copies(register)):
        assert is_locked(each)
    unlock(kept, "en annan fras")
    assert not any(is_locked(each) for each in (register, *copies(register)))
    assert change_passphrase(register, None).told == (
        "Registret är inte låst längre. Det gäller 3 kopior också.",
    )
    assert len(plain_somewhere(tmp_path)) == 4


def test_a_copy_that_cannot_follow_is_told(register: Path) -> None:
    first, second = copies(register)
    change_passphrase(register, PHRASE)
    first.write_bytes(first.read_bytes()[:9000])
    done = change_passphrase(register, "en annan fras")
    assert done.copies == 1
    assert first.name in done.left[0]
    keys._known.clear()
    unlock(second, "en annan fras")


def test_a_second_place_that_is_away_is_told(register: Path, tmp_path: Path) -> None:
    (tmp_path / "minne").rename(tmp_path / "utdraget")
    done = change_passphrase(register, PHRASE)
    assert done.copies == 1
    assert "är inte anslutet. Kopiorna där är kvar" in done.left[0]


@pytest.mark.parametrize(
    ("then", "now"), [(None, PHRASE), ("en äldre fras", PHRASE), (PHRASE, None)]
)
def test_a_register_keeps_its_passphrase_when_an_older_copy_is_put_back(
    register: Path, tmp_path: Path, then: str | None, now: str | None
) -> None:
    if then is not None:
        change_passphrase(register, then)
    shutil.rmtree(generations_folder(register))
    (tmp_path / "minne").rename(tmp_path / "utdraget")
    change_passphrase(register, now)
    (tmp_path / "utdraget").rename(tmp_path / "minne")
    with closing(Workspace.open(register)) as workspace:
        add(workspace)
    (there,) = all_generations(register)
    kept = restore(register, there.nearest)
    assert kept is not None
    keys._known.clear()
    for each in (register, kept):
        assert has_passphrase(each) is (now is not None)
        if now is not None:
            unlock(each, now)
    with closing(Workspace.open(register)) as workspace:
        assert people(workspace) == 1
        assert workspace.problems() == []


def test_it_can_be_stopped_until_the_register_is_changed(register: Path) -> None:
    class Stopped(Progress):
        stopped = True

    before = register.read_bytes()
    with pytest.raises(StoppedError):
        change_passphrase(register, PHRASE, Stopped())
    assert register.read_bytes() == before


def test_a_locked_register_goes_to_a_new_computer(register: Path, tmp_path: Path) -> None:
    change_passphrase(register, PHRASE)
    moved = tmp_path / "med.hubra-flytt"
    assert take_along(register, moved, generations=True).locked
    register.unlink()
    shutil.rmtree(tmp_path / "r (säkerhetskopior)")
    keys._known.clear()
    (lost,) = lost_registers(tmp_path / "minne")
    take_back(lost.generation, tmp_path / "åter" / "r.hubra")
    bring_in(moved, tmp_path / "ny" / "r.hubra")
    for folder in ("åter", "ny"):
        there = tmp_path / folder / "r.hubra"
        with pytest.raises(PassphraseNeededError):
            Workspace.open(there)
        unlock(there, PHRASE)
        with closing(Workspace.open(there)) as workspace:
            assert people(workspace) == 1
        keys._known.clear()
    assert plain_somewhere(tmp_path) == []


def test_a_locked_register_is_checked_purged_and_salvaged(register: Path, tmp_path: Path) -> None:
    change_passphrase(register, PHRASE)
    assert check_health(register).level is not HealthLevel.BROKEN
    with closing(Workspace.open(register)) as workspace:
        with workspace.read() as reader:
            (person,) = reader.exec_driver_sql("SELECT id FROM person").scalars()
        purge = PurgePerson(person, "KS 2026/1")
        done = workspace.run(purge)
        workspace.run(Add(Person, {"name": NAME}))
    assert purge_copies(register, purge, done) == (2, ())
    for each in copies(register):
        with closing(connect.read_only(each)) as database:
            assert database.execute("SELECT count(*) FROM person").fetchone() == (0,)
    spoilt(register, "house_style")
    made, _ = salvage(register)
    assert has_passphrase(made)
    with closing(Workspace.open(made)) as workspace:
        assert people(workspace) == 1
    assert plain_somewhere(tmp_path) == []
    keys._known.clear()
    with pytest.raises(InputError):
        salvage(register)
