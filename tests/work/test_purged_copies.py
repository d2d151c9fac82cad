"""What is purged by law is gone from every copy of the register too."""

import datetime as dt
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.backup import mark_of
from hubra_desktop.work.backups import back_up, generations_of, keep_up, told_of_age
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.purged_copies import purge_copies
from hubra_desktop.work.queries.disposals import disposals
from hubra_desktop.work.second_place import choose_place
from hubra_desktop.work.workspace import Workspace

SECRET = "Förnamn Hemligsson"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "radet.hubra"
    Workspace.create(path, organisation="Rådet").close()
    return path


def holders(folder: Path) -> list[str]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return sorted(each.name for each in files if SECRET.encode() in each.read_bytes())


def test_a_person_is_purged_from_generations_originals_and_rescued_copies(register: Path) -> None:
    before = back_up(register, BackupReason.BY_HAND)
    with closing(Workspace.open(register)) as workspace:
        person = str(workspace.run(Add(Person, {"name": SECRET})).created)
        workspace.run(Change(Person, person, {"note": SECRET}))
        back_up(register, BackupReason.BY_HAND)
        shutil.copy(register, register.with_name("radet (räddad 2026-11-30 09.10).hubra"))
        workspace.run(Remove(Person, person))
        back_up(register, BackupReason.BY_HAND)
        workspace.undo()
        back_up(register, BackupReason.PURGE)
        untouched = before.path.read_bytes()
        aside = register.with_name("radet (avbruten ändring).journal")
        aside.write_bytes(SECRET.encode() * 99)
        assert len(holders(register.parent)) == 6
        purge = PurgePerson(person, "KS 2026/1")
        copies = purge_copies(register, purge, workspace.run(purge))
    assert (copies.purged, copies.left) == (4, ())
    assert holders(register.parent) == []
    assert before.path.read_bytes() == untouched
    for each in generations_of(register):
        with closing(Workspace.open(each.path, read_only=True)) as workspace:
            assert workspace.problems() == []
    assert list(register.parent.glob(".hubra-scratch-*")) == []


def test_a_second_place_that_was_away_is_purged_when_it_is_back(
    register: Path, tmp_path: Path
) -> None:
    stick, away = tmp_path / "minne", tmp_path / "minne i lådan"
    stick.mkdir()
    choose_place(register, stick, dt.datetime.now())
    with closing(Workspace.open(register)) as workspace:
        person = str(workspace.run(Add(Person, {"name": SECRET})).created)
        keep_up(register, BackupReason.BY_HAND)
        assert len(holders(stick)) == 1
        stick.rename(away)
        purge = PurgePerson(person, "KS 2026/1")
        copies = purge_copies(register, purge, workspace.run(purge))
        assert copies.purged == 1
        assert copies.left[0].endswith("som en säkerhetskopia kommer fram dit.")
        keep_up(register, BackupReason.BY_HAND)
        assert len(holders(away)) == 1
        away.rename(stick)
        keep_up(register, BackupReason.HOUR)
    assert holders(tmp_path) == []


def test_a_copy_that_cannot_be_purged_is_named_and_left(register: Path) -> None:
    spoilt = register.with_name("radet (räddad 2026-11-30 09.10).hubra")
    spoilt.write_bytes(b"trasig" * 1000)
    with closing(Workspace.open(register)) as workspace:
        person = str(workspace.run(Add(Person, {"name": SECRET})).created)
        purge = PurgePerson(person, "KS 2026/1")
        copies = purge_copies(register, purge, workspace.run(purge))
    assert copies.purged == 0
    assert [each.partition(" kunde")[0] for each in copies.left] == [
        f"Kopian ”{spoilt.name}” i mappen {register.parent}"
    ]
    assert spoilt.read_bytes() == b"trasig" * 1000


def test_an_older_copy_is_upgraded_and_purged(register: Path, tmp_path: Path) -> None:
    old = Path("tests/data/register-0003.hubra")
    copy = register.with_name("radet (före uppgradering från 0003).hubra")
    shutil.copy(old, copy)
    with closing(Workspace.open(Path(shutil.copy(old, tmp_path / "gammal.hubra")))) as workspace:
        with workspace.read() as reader:
            person = reader.exec_driver_sql("SELECT id, name FROM person LIMIT 1").one()
        purge = PurgePerson(person.id, "KS 2026/1")
        done = workspace.run(purge)
    copies = purge_copies(register, purge, done)
    assert (copies.purged, copies.left) == (1, ())
    with closing(Workspace.open(copy, read_only=True)) as workspace, workspace.read() as reader:
        known = reader.exec_driver_sql("SELECT count(*) FROM person WHERE id=?", (person.id,))
        assert known.scalar() == 0
    assert dt.datetime.fromtimestamp(copy.stat().st_mtime).year >= 2026


def test_a_register_is_not_called_older_than_copies_purged_after_it(register: Path) -> None:
    with closing(Workspace.open(register)) as workspace:
        person = str(workspace.run(Add(Person, {"name": SECRET})).created)
        kept = back_up(register, BackupReason.PURGE)
        purge = PurgePerson(person, "KS 2026/1")
        done = workspace.run(purge)
    assert purge_copies(register, purge, done).purged == 1
    assert mark_of(kept.path) != mark_of(register)
    assert told_of_age(register) == ""
    with closing(Workspace.open(kept.path, read_only=True)) as copy, copy.read() as reader:
        assert [each.id for each in disposals(reader)] == [purge.disposal_id]
