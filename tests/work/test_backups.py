"""The generations of a register: when they are made, where they go, and how one is put back."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.kept_files import size_text
from hubra_desktop.model.records.council import Person
from hubra_desktop.paths import state_folder
from hubra_desktop.store.backup import generations_folder, generations_in
from hubra_desktop.work import backups, second_place
from hubra_desktop.work.backup_choices import BackupChoices, backup_choices, keep_choices
from hubra_desktop.work.backups import (
    all_generations,
    back_up,
    difference,
    generations_of,
    keep_before,
    keep_up,
    restore,
    room_taken,
)
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.second_place import choose_place, copy_to, leave_place
from hubra_desktop.work.workspace import Workspace

HOUR, START = BackupReason.HOUR, BackupReason.START
NOW = datetime(2026, 11, 30, 9, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.create(tmp_path / "råd.hubra", organisation="Rådet")
    yield opened
    opened.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "minne"
    place.mkdir()
    return place


def name(workspace: Workspace, text: str) -> None:
    workspace.run(Add(Person, {"name": text}))


def reasons(path: Path) -> list[BackupReason]:
    return [each.reason for each in generations_of(path)]


def test_a_generation_is_made_when_something_has_changed(workspace: Workspace) -> None:
    path = workspace.path
    assert generations_of(path) == []
    first = keep_up(path, START, daily=True).newest
    assert keep_up(path, HOUR).newest == first
    name(workspace, "Ny")
    second = keep_up(path, HOUR).newest
    assert second is not None
    assert second != first
    workspace.undo()
    third = keep_up(path, HOUR).newest
    assert third != second
    # Of one hour the latest is enough; one that she asks for is made in any case, and stays.
    assert generations_of(path) == [third]
    asked = {keep_up(path, BackupReason.BY_HAND).newest for _ in range(2)}
    assert asked <= set(generations_of(path))


def test_each_day_has_one_though_nothing_has_changed(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(workspace.path, START)
    assert not backups.is_due(workspace.path, made, made.moment)
    assert backups.is_due(workspace.path, made, made.moment + timedelta(days=1))
    assert not backups.is_due(workspace.path, made)


def test_after_a_restore_other_work_is_not_taken_for_what_was_there(workspace: Workspace) -> None:
    """Steps are numbered anew from where the generation was."""
    path = workspace.path
    made = back_up(path, HOUR)
    name(workspace, "Före")
    name(workspace, "Före igen")
    workspace.close()
    restore(path, made)
    with closing(Workspace.open(path)) as again:
        name(again, "Efter")
        assert backups.is_due(path, generations_of(path)[0])
    kept = next(each for each in generations_of(path) if each.reason is BackupReason.RESTORE)
    assert "en annan väg" in difference(path, kept)
    assert difference(path, made).startswith("2 ändringar har gjorts")


def test_what_has_changed_since_is_told(workspace: Workspace) -> None:
    path = workspace.path
    made = back_up(path, HOUR)
    assert difference(path, made).startswith("Inget har ändrats i registret sedan kopian i dag")
    name(workspace, "Ny")
    assert difference(path, made).startswith("1 ändring har gjorts i registret sedan kopian i dag")


def test_a_large_step_is_kept_before(workspace: Workspace) -> None:
    name(workspace, "Ute")
    person = workspace.run(Add(Person, {"name": "Gallrad"})).created
    assert person is not None
    workspace.keep = lambda reason: keep_before(workspace.path, reason)
    workspace.run(Change(Person, person, {"name": "Ändrad"}))
    assert reasons(workspace.path) == []
    workspace.run(PurgePerson(person, "KS 2026/1"))
    assert reasons(workspace.path) == [BackupReason.PURGE]
    keep_before(workspace.path, BackupReason.IMPORT)
    keep_before(workspace.path, BackupReason.IMPORT)
    assert reasons(workspace.path) == [BackupReason.IMPORT, BackupReason.PURGE]


def test_the_second_place_gets_what_it_lacks(workspace: Workspace, stick: Path) -> None:
    path = workspace.path
    back_up(path, BackupReason.BY_HAND)
    chosen = choose_place(path, stick, NOW)
    assert chosen.folder == stick / "råd (säkerhetskopior)"
    name(workspace, "Ny")
    done = keep_up(path, HOUR)
    assert (done.news, done.away) == ("", "")
    there = generations_in(chosen.folder)
    assert [each.path.name for each in there] == [each.path.name for each in generations_of(path)]
    assert all(each.here and each.there for each in all_generations(path))
    reached = backup_choices(path).reached
    assert reached is not None
    assert reached > NOW
    for each in generations_of(path):
        each.path.unlink()
    (nearest, _) = found = all_generations(path)
    assert room_taken(found) == "ingen säkerhetskopia"
    assert nearest.here is None
    assert nearest.paths == [nearest.nearest.path]
    leave_place(path)
    assert all_generations(path) == []
    assert len(generations_in(chosen.folder)) == 2


def test_a_place_that_is_away_is_passed_over_and_told_of_after_a_week(
    workspace: Workspace, stick: Path
) -> None:
    path = workspace.path
    choose_place(path, stick, datetime.now())
    shutil.rmtree(stick)
    # The empty folder that a stick was mounted on is not the stick.
    stick.mkdir()
    done = keep_up(path, HOUR)
    assert done.newest is not None
    assert done.away == ""
    assert list(stick.iterdir()) == []
    since = datetime.now() - timedelta(days=8)
    keep_choices(path, reached=since)
    away = keep_up(path, HOUR).away
    assert away.startswith(f"Inga säkerhetskopior har kommit fram till {stick} sedan ")
    assert f"{since:%H.%M}" in away
    (stick / "råd (säkerhetskopior)").mkdir()
    assert keep_up(path, HOUR).away == ""
    assert len(generations_in(stick / "råd (säkerhetskopior)")) == 1


def test_a_full_stick_is_no_reason_to_fail(
    workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_place(workspace.path, stick, datetime.now() - timedelta(days=8))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(second_place, "copy_generation", full)
    done = keep_up(workspace.path, HOUR)
    assert done.newest is not None
    assert "Anslut disken" in done.away


def test_two_registers_of_one_name_do_not_thin_each_other(
    workspace: Workspace, stick: Path, tmp_path: Path
) -> None:
    choose_place(workspace.path, stick, NOW)
    keep_up(workspace.path, HOUR)
    other = tmp_path / "annat" / "råd.hubra"
    Workspace.create(other, organisation="Annat råd").close()
    chosen = choose_place(other, stick, NOW)
    assert chosen.folder == stick / "råd (säkerhetskopior) 2"
    keep_up(other, HOUR)
    assert choose_place(workspace.path, stick, NOW).folder == stick / "råd (säkerhetskopior)"
    assert choose_place(other, stick, NOW).folder == chosen.folder


def test_a_place_that_cannot_be_one_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = workspace.path
    back_up(path, HOUR)
    for same in (path.parent, generations_folder(path)):
        with pytest.raises(InputError, match="Där ligger säkerhetskopiorna redan"):
            choose_place(path, same, NOW)
    (tmp_path / "fil").write_text("")
    for wrong in (tmp_path / "fil", tmp_path / "inte"):
        with pytest.raises(InputError, match="går det inte att lägga säkerhetskopior"):
            choose_place(path, wrong, NOW)
        with pytest.raises(InputError, match="går det inte att lägga säkerhetskopior"):
            copy_to(path, generations_of(path)[0], wrong)
    assert backup_choices(path) == BackupChoices()
    assert second_place.shares_disk(path, tmp_path)
    assert not second_place.shares_disk(path, tmp_path / "inte")


def test_the_bound_takes_away_in_both_places_and_says_so(workspace: Workspace, stick: Path) -> None:
    path = workspace.path
    choose_place(path, stick, NOW)
    for number in range(4):
        name(workspace, f"{number}")
        keep_up(path, BackupReason.BY_HAND)
    size = generations_of(path)[0].size
    keep_choices(path, bound=3 * size)
    done = keep_up(path, BackupReason.BY_HAND)
    assert done.news == (
        "2 äldre säkerhetskopior togs bort för att de tillsammans ska rymmas på "
        f"{size_text(3 * size)}."
    )
    assert len(generations_of(path)) == 3
    assert len(generations_in(stick / "råd (säkerhetskopior)")) == 3


SPOILT = (
    "", "[]", "{", '{"PATH": 3}', '{"PATH": {"reached": "i går"}}', '{"PATH": {"bound": []}}',
    '{"PATH": {"place": "/a", "folder": "/a/b", "reached": "i går"}}',
)  # fmt: skip


def test_choices_that_cannot_be_read_are_as_if_none_were_made(tmp_path: Path) -> None:
    path = tmp_path / "råd.hubra"
    file = state_folder() / "backups.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    for noted in SPOILT:
        file.write_text(noted.replace("PATH", str(path)))
        before = file.read_text()
        assert backup_choices(path) == BackupChoices()
        keep_choices(path, bound=7)
        assert backup_choices(path) == BackupChoices(bound=7)
        assert json.loads(file.read_text())[str(path)]["bound"] == 7
        if before in ("", "[]", "{"):  # others' choices may have stood there
            kept = file.with_name("backups (oläslig).json")
            assert kept.read_text() == before
            kept.unlink()


def test_choices_that_cannot_be_kept_are_refused(
    workspace: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUBRA_STATE", str(workspace.path))
    with pytest.raises(InputError, match="Valet kunde inte sparas"):
        choose_place(workspace.path, stick, NOW)
