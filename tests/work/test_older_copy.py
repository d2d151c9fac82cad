"""A copy of an earlier day laid over the register is noticed at the next opening."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from hubra_desktop.__main__ import main
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.records.council import Person
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.backups import back_up, generations_of, keep_up, restore
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace


def take_step(path: Path, name: str) -> None:
    with closing(Workspace.open(path)) as workspace:
        workspace.run(Add(Person, {"name": name}))


def opened(path: Path) -> str:
    """Return what is told as the register is opened."""
    return keep_up(path, BackupReason.START, daily=True).news


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "råd.hubra"
    Workspace.create(made, organisation="Provrådet").close()
    take_step(made, "Måndag")
    return made


def test_an_older_copy_is_told_once_with_both_its_days(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert opened(path) == ""
    monday = path.read_bytes()
    take_step(path, "Tisdag")
    back_up(path, BackupReason.CLOSE)
    path.write_bytes(monday)
    monkeypatch.setenv("HUBRA_REGISTER", str(path))
    main(["check"])
    assert "är äldre än sin säkerhetskopia" in capsys.readouterr().err
    told = opened(path)
    assert "är äldre än sin säkerhetskopia: det ändrades senast i dag" in told
    assert "under Säkerhetskopior" in told
    assert opened(path) == ""
    held = [each for each in generations_of(path) if each.reason is BackupReason.OLDER_FILE]
    assert len(held) == 1  # however many are made in the same hour
    restore(path, held[0])
    with closing(Workspace.open(path)) as workspace, workspace.read() as reader:
        assert "Tisdag" in reader.scalars(select(PERSON.c.name)).all()


def test_what_was_put_back_or_worked_on_is_not_older(path: Path) -> None:
    monday = back_up(path, BackupReason.BY_HAND)
    take_step(path, "Tisdag")
    back_up(path, BackupReason.CLOSE)
    take_step(path, "Onsdag")
    assert opened(path) == ""
    restore(path, monday)
    assert opened(path) == ""
