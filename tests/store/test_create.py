"""A new register: its owner's alone, whole from the start, or not there at all."""

import os
import random
import stat
import time
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.model.records.council import Person
from hubra_desktop.store import file_system, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import (
    FileExistsAlreadyError,
    LockedRegisterError,
    NotCreatedError,
    RegisterError,
)
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import names, process

LONGEST = 1.5  # seconds: about what a demo takes


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_all_its_files_are_the_owners_alone(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    assert names(tmp_path) == {"a.hubra", ".a.hubra.holder"}
    workspace.run(Add(Person, {"name": "Åsa Ek"}))
    assert names(tmp_path) == {"a.hubra", "a.hubra-journal", ".a.hubra.holder"}
    assert {mode(each) for each in tmp_path.iterdir()} == {0o600}
    workspace.close()
    assert names(tmp_path) == {"a.hubra"}


def test_it_says_what_it_is_and_keeps_no_log(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.hubra")
    workspace.close()
    with closing(sqlite3.connect(tmp_path / "a.hubra")) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert schema.version_of(tmp_path / "a.hubra") == schema.HEAD


def test_the_writer_flushes_every_commit_and_checks_references(tmp_path: Path) -> None:
    file = RegisterFile.create(tmp_path / "a.hubra")
    with file.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 3
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    file.close()


def test_missing_folders_are_made(tmp_path: Path) -> None:
    RegisterFile.create(tmp_path / "ny" / "mapp" / "a.hubra").close()
    assert (tmp_path / "ny" / "mapp" / "a.hubra").is_file()


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.hubra").write_text("min lista")
    with pytest.raises(FileExistsAlreadyError, match=r"Det finns redan en fil ”a\.hubra”"):
        RegisterFile.create(tmp_path / "a.hubra")
    assert (tmp_path / "a.hubra").read_text() == "min lista"
    assert names(tmp_path) == {"a.hubra"}


def test_a_scratch_file_left_by_a_crash_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".a.hubra.new").write_text("halv")
    (tmp_path / ".a.hubra.new-journal").write_text("halv")
    RegisterFile.create(tmp_path / "a.hubra").close()
    assert names(tmp_path) == {"a.hubra"}


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (OSError(28, "No space left on device"), "disken är full"),
        (PermissionError(13, "Permission denied"), "du har inte rätt att skriva där"),
        (sqlite3.OperationalError("something odd"), "something odd"),
    ],
)
def test_a_register_that_cannot_be_built_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, words: str
) -> None:
    def fail(path: Path) -> None:
        path.write_text("halv")
        raise failure

    monkeypatch.setattr(schema, "build", fail)
    with pytest.raises(NotCreatedError) as refused:
        RegisterFile.create(tmp_path / "a.hubra")
    assert words in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_the_first_rows_fill_is_not_said_to_hold_the_register(
    tmp_path: Path,
) -> None:
    def fill(file: RegisterFile) -> None:
        with file.write() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")
            connection.exec_driver_sql("CREATE TABLE more (x)")

    with pytest.raises(NotCreatedError, match="disken är full"):
        RegisterFile.create(tmp_path / "a.hubra", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "mapp").write_text("ingen mapp")
    with pytest.raises(NotCreatedError, match="där finns redan en fil"):
        RegisterFile.create(tmp_path / "mapp" / "a.hubra")
    assert names(tmp_path) == {"mapp"}


def test_a_name_that_is_too_long_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotCreatedError, match="namnet är för långt"):
        RegisterFile.create(tmp_path / ("å" * 200 + ".hubra"))
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_that_cannot_take_its_first_rows_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: RegisterFile) -> None:
        raise RegisterError("Nej.")

    monkeypatch.setattr(RegisterFile, "write", fail)
    with pytest.raises(RegisterError, match=r"Nej\."):
        Workspace.create(tmp_path / "a.hubra")
    assert names(tmp_path) == set()
    monkeypatch.undo()
    Workspace.create(tmp_path / "a.hubra").close()


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.hubra"

    def fill(_file: RegisterFile) -> None:
        path.write_text("min lista")

    with pytest.raises(FileExistsAlreadyError):
        RegisterFile.create(path, fill)
    assert path.read_text() == "min lista"
    assert {each.name for each in tmp_path.iterdir()} == {"a.hubra"}


@pytest.mark.parametrize("came", [False, True])
def test_on_a_stick_that_knows_no_links_it_is_made_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, came: bool
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", fail)
    path = tmp_path / "a.hubra"
    if not came:
        Workspace.create(path).close()
        assert names(tmp_path) == {"a.hubra"}
        return

    def came_meanwhile(_file: RegisterFile) -> None:
        path.write_text("min lista")

    with pytest.raises(FileExistsAlreadyError):
        RegisterFile.create(path, came_meanwhile)
    assert path.read_text() == "min lista"


def test_while_it_is_made_nobody_else_makes_it(tmp_path: Path) -> None:
    path = tmp_path / "a.hubra"
    said: list[type[Exception]] = []

    def fill(_file: RegisterFile) -> None:
        try:
            Workspace.create(path)
        except RegisterError as error:
            said.append(type(error))

    RegisterFile.create(path, fill).close()
    assert said == [LockedRegisterError]
    assert names(tmp_path) == {"a.hubra"}


def test_until_its_first_rows_are_there_nothing_has_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.hubra"
    seen: list[bool] = []

    def fill(_file: RegisterFile) -> None:
        seen.append(path.exists())

    RegisterFile.create(path, fill).close()
    assert seen == [False]


def test_its_name_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[set[str]] = []
    monkeypatch.setattr(file_system, "sync_folder", lambda folder: synced.append(names(folder)))
    RegisterFile.create(tmp_path / "a.hubra").close()
    assert [each for each in synced if each >= {"a.hubra"}]


MAKE_DEMO = """
import sys
from pathlib import Path
from hubra_desktop.work.demo import make_demo
print("ready", flush=True)
make_demo(Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_a_kill_leaves_a_whole_demo_or_none(tmp_path: Path) -> None:
    path = tmp_path / "a.hubra"
    make_demo(path)
    whole = counts(path)
    chance = random.Random(2018)
    for _ in range(6):
        path.unlink()
        with process(MAKE_DEMO, path):
            time.sleep(chance.uniform(0, LONGEST))
        if not path.exists():
            make_demo(path)
        assert counts(path) == whole
        Workspace.open(path).close()
        assert names(tmp_path) == {"a.hubra"}


def test_the_other_name_that_a_kill_left_goes_at_the_next_opening(tmp_path: Path) -> None:
    """For a moment a new register has its draft's name too."""
    path = tmp_path / "a.hubra"
    RegisterFile.create(path).close()
    os.link(path, tmp_path / ".a.hubra.new")
    (tmp_path / ".a.hubra.holder").write_text("{}")
    RegisterFile(path).close()
    assert names(tmp_path) == {"a.hubra"}


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as database:
        tables = [name for (name,) in database.execute(schema._TABLES)]
        return {table: schema._count(database, table) for table in tables}


MAKE = """
import sys
from pathlib import Path
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.work.workspace import Workspace
from hubra_desktop.store import journal, tables, rows, lock  # noqa: F401
import filelock  # noqa: F401
print("ready", flush=True)
for line in sys.stdin:
    try:
        Workspace.create(Path(line.strip()), organisation=sys.argv[1]).close()
        print("made", flush=True)
    except RegisterError as refused:
        print(type(refused).__name__, flush=True)
"""


def race(folder: Path, times: int) -> list[tuple[str, str]]:
    """Let two programs make the same registers at once; return what each was told."""
    told = []
    with process(MAKE, "ett") as one, process(MAKE, "två") as two:
        for number in range(times):
            path = folder / f"{number}.hubra"
            for child in (one, two):
                assert child.stdin is not None
                child.stdin.write(f"{path}\n")
                child.stdin.flush()
            answers = [
                (child.stdout.readline().strip() if child.stdout else "") for child in (one, two)
            ]
            assert {each.name for each in folder.iterdir()} == {path.name}
            file = RegisterFile(path)
            with file.read() as reader:
                winner = reader.exec_driver_sql("SELECT organisation FROM house_style").scalar()
            file.close()
            assert answers[("ett", "två").index(str(winner))] == "made"
            path.unlink()
            told.append((answers[0], answers[1]))
    return told


def test_of_two_programs_that_make_one_register_one_wins_and_the_other_is_told(
    tmp_path: Path, own_folders: Path
) -> None:
    folder = tmp_path / "delad"
    folder.mkdir()
    for answers in race(folder, 3):
        assert answers.count("made") == 1
        assert set(answers) - {"made"} <= {"LockedRegisterError", "FileExistsAlreadyError"}
    assert not [each for each in own_folders.rglob("*") if each.suffix in (".lock", ".name")]
