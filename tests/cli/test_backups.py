"""``hubra backup`` and ``hubra restore``: made, listed, put back, from the command line."""

from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.records.council import Person
from hubra_desktop.work.backups import generations_of
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace
from tests.cli.hands import Caught, refused, run
from tests.store.registers import people


def count(path: Path) -> int:
    with closing(Workspace.open(path, read_only=True)) as workspace:
        return people(workspace)


@pytest.mark.parametrize("command", ["backup", "restore", "salvage", "move out"])
def test_a_file_that_the_system_does_not_tell_of_is_told_of_in_words(
    capsys: Caught, demo: Path, tmp_path: Path, command: str
) -> None:
    words = command.split()
    file = tmp_path / f"{'å' * 200}.{'hubra-flytt' if words[0] == 'move' else 'hubra'}"
    register, other = (demo, file) if words[0] in ("salvage", "move") else (file, demo)
    words += [] if command == "backup" else [str(other)]
    assert "namnet är för långt" in refused(capsys, "--register", register, *words)


def test_a_register_is_backed_up_listed_and_put_back(
    capsys: Caught, demo: Path, tmp_path: Path
) -> None:
    at = ("--register", demo)
    assert run(capsys, "backup", "--list", *at)[1].startswith("Det finns ingen säkerhetskopia än.")
    status, out, err = run(capsys, "backup", *at)
    (made,) = generations_of(demo)
    assert (status, out, err) == (0, f"Säkerhetskopian ligger i {made.path}\n", "")
    assert "Bredvid registret: 1 säkerhetskopia, " in run(capsys, "backup", "--list", *at)[1]
    before = count(demo)
    with closing(Workspace.open(demo)) as workspace:
        workspace.run(Add(Person, {"name": "Efteråt"}))
    stick = tmp_path / "minne"
    stick.mkdir()
    assert "En kopia ligger i " in run(capsys, "backup", "--till", stick, *at)[1]
    (copy,) = stick.rglob("*.hubra")
    _, listed, _ = run(capsys, "backup", "--list", *at)
    assert listed.count(" egen ") == 2
    assert "\nBredvid registret: 2 säkerhetskopior, " in listed

    day, whole = f"{made.moment:%Y-%m-%d}", made.path.name
    _, preview, _ = run(capsys, "restore", whole, "--preview", *at)
    assert "1 ändring har gjorts i registret sedan kopian i dag" in preview
    assert count(demo) == before + 1
    assert str(copy.name) in run(capsys, "restore", day, "--visa", *at)[1]
    status, out, _ = run(capsys, "restore", whole, *at)
    assert status == 0
    assert out.startswith("Registret är nu som det var i dag ")
    assert "Det som fanns före återställningen ligger i " in out
    assert count(demo) == before
    # A file from another place, onto what is there and where nothing is.
    run(capsys, "restore", copy, *at)
    assert count(demo) == before + 1
    demo.unlink()
    assert run(capsys, "restore", copy, *at)[0] == 0
    assert count(demo) == before + 1


def test_what_cannot_be_put_back_is_refused(capsys: Caught, demo: Path, tmp_path: Path) -> None:
    at = ("--register", demo)
    assert "Det finns ingen säkerhetskopia ”i förrgår”" in refused(
        capsys, "restore", "i förrgår", *at
    )
    assert "Det finns ingen säkerhetskopia" in refused(capsys, "restore", "1 mars 2020", *at)
    assert "finns inte i mappen" in refused(capsys, "backup", "--register", tmp_path / "x.hubra")
    run(capsys, "backup", *at)
    with closing(Workspace.open(demo)):
        (made,) = generations_of(demo)
        assert "är öppet" in refused(capsys, "restore", made.path, *at)


@pytest.mark.parametrize("hindered", [False, True])
def test_a_purge_is_kept_before_and_done_in_any_case(
    capsys: Caught, demo: Path, hindered: bool
) -> None:
    with closing(Workspace.open(demo)) as workspace:
        workspace.run(Add(Person, {"name": "Nils Holm"}))
    if hindered:
        demo.with_name("demo (säkerhetskopior)").write_text("en fil i vägen")
    status, _, err = run(capsys, "purge", "Nils Holm", "--decision", "§ 4", "--register", demo)
    assert status == 0
    assert ("kunde inte säkerhetskopieras" in err) is hindered
    assert len(generations_of(demo)) == (0 if hindered else 1)
