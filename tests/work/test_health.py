"""A thorough look at a register: what is wrong is found, and nothing that it holds is told."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.health import HealthLevel, HealthReport
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.store import driver
from hubra_desktop.store.errors import RegisterError, UnreachableRegisterError
from hubra_desktop.work.backup_choices import keep_choices
from hubra_desktop.work.backups import back_up
from hubra_desktop.work.commands.purge import PurgePerson
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.health import check_health
from hubra_desktop.work.second_place import choose_place
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import spoilt

LONG = "Föredragning. " * 60


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a history of every sort: long texts, undone steps, a purged person."""
    path = tmp_path_factory.mktemp("health") / "råd.hubra"
    make_demo(path)
    with closing(Workspace.open(path)) as workspace:
        item = _first(path, "agenda_item")
        workspace.run(Change(Item, item, {"note": LONG}))
        workspace.run(Change(Item, item, {"note": LONG.replace("dragning", "läsning", 3)}))
        workspace.undo()
        workspace.redo()
        added = workspace.run(Add(Person, {"name": "Åsa Bergqvist"})).created
        workspace.run(Change(Person, str(added), {"name": "Åsa Ek"}))
        workspace.run(PurgePerson(str(added), "KS 2026/1"))
        gone = workspace.run(Add(Person, {"name": "Bo"})).created
        workspace.run(Remove(Person, str(gone)))
    return path


@pytest.fixture
def register(tmp_path: Path, worked_in: Path) -> Path:
    path = tmp_path / "råd.hubra"
    path.write_bytes(worked_in.read_bytes())
    return path


def _first(path: Path, table: str) -> str:
    with closing(sqlite3.connect(path)) as database:
        return str(database.execute(f"SELECT min(id) FROM {table}").fetchone()[0])


def levels(report: HealthReport) -> dict[str, HealthLevel]:
    return {each.part: each.level for each in report.results}


def test_a_sound_register_is_sound_in_every_part(register: Path) -> None:
    assert levels(check_health(register))["Säkerhetskopiorna"] is HealthLevel.ODD
    back_up(register, BackupReason.BY_HAND)
    report = check_health(register)
    assert report.level is HealthLevel.SOUND, report.text
    assert "ändringar är gallrade" in report.text


def texts_in(path: Path) -> Iterator[str]:
    """Every text that somebody wrote in the register, as far as it could be recognised."""
    with closing(sqlite3.connect(path)) as database:
        for table, column in (
            ("person", "name"), ("agenda_item", "title"), ("meeting", "place"),
            ("body", "name"), ("grant", "title"), ("activity", "title"),
        ):  # fmt: skip
            yield from (str(row[0]) for row in database.execute(f'SELECT {column} FROM "{table}"'))


def test_the_report_holds_nothing_of_the_content(register: Path) -> None:
    told = check_health(register).text
    assert len([*texts_in(register)]) > 30
    assert not [each for each in texts_in(register) if len(each) > 3 and each in told]
    assert register.name not in told


PAST_THE_WRITER: dict[str, tuple[str, str]] = {
    "a value": ("UPDATE agenda_item SET note = note || '!' WHERE note <> ''", "Historiken"),
    "a row gone": (
        "DELETE FROM presenter WHERE id = (SELECT min(id) FROM presenter)",
        "Historiken",
    ),
    "a row that points nowhere": (
        "UPDATE agenda_item SET meeting_id = 'x' WHERE id = (SELECT min(id) FROM agenda_item)",
        "Hänvisningarna",
    ),
    "a refused value": ("UPDATE meeting SET start = 99999", "Reglerna"),
    "half a character": (
        "UPDATE body SET name = CAST(x'c35f' AS TEXT) WHERE id = (SELECT min(id) FROM body)",
        "Reglerna",
    ),
    "a history that is no JSON": ("UPDATE change SET after = '{' WHERE id = 1", "Historiken"),
    "a history of a kind unheard of": (
        "UPDATE change SET kind = 'Åsa Bergqvist' WHERE id = 1",
        "Historiken",
    ),
    "a history of other columns": ("UPDATE change SET after = '[]' WHERE id = 1", "Historiken"),
    "a checksum of a kind unheard of": (
        "UPDATE row_check SET kind = 'Åsa Bergqvist' WHERE kind = 'report'",
        "Kontrollsummorna",
    ),
    "a version that is none": (
        "UPDATE alembic_version SET version_num = 'Åsa'",
        "Kontrollsummorna",
    ),
    "a table gone": ("DROP TABLE known_word", "Reglerna"),
    "a picture of another content": (
        "INSERT INTO large_value VALUES (printf('%064d', 1), x'00')",
        "Bilagor och bilder",
    ),
    "a picture gone": (
        "UPDATE house_style SET logotype = printf('%064d', 1)",
        "Bilagor och bilder",
    ),
}


@pytest.mark.parametrize("change", PAST_THE_WRITER)
def test_what_was_changed_past_the_program_is_found(register: Path, change: str) -> None:
    sql, part = PAST_THE_WRITER[change]
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("PRAGMA ignore_check_constraints=ON")
        database.execute(sql)
    report = check_health(register)
    assert levels(report)[part] in (HealthLevel.BROKEN, HealthLevel.ODD), report.text
    assert levels(report)["Kontrollsummorna"] is HealthLevel.BROKEN, report.text
    assert "Åsa" not in report.text


def test_a_damaged_file_is_looked_through_as_far_as_it_can_be(register: Path) -> None:
    spoilt(register, "agenda_item")
    report = check_health(register)
    found = levels(report)
    assert found["Filen"] is HealthLevel.BROKEN
    assert found["Bilagor och bilder"] is HealthLevel.SOUND
    assert "skadad" in report.summary


def test_what_is_no_register_is_refused(register: Path) -> None:
    register.write_text("Hej", encoding="utf-8")
    with pytest.raises(RegisterError):
        check_health(register)
    register.unlink()
    with pytest.raises(RegisterError):
        check_health(register)


class StoppedAt(Progress):
    """Stopped when it has come to a part."""

    def __init__(self, part: str) -> None:
        self.part, self.told = part, list[str]()

    @property
    def stopped(self) -> bool:
        return self.part in self.told

    def show(self, what: str, done: int, of: int) -> None:
        self.told.append(what)


def test_a_look_that_is_stopped_tells_what_it_had_found(register: Path) -> None:
    report = check_health(register, StoppedAt("Historiken"))
    found = levels(report)
    assert found["Filen"] is HealthLevel.SOUND
    assert found["Bilagor och bilder"] is HealthLevel.UNTRIED
    assert report.level is HealthLevel.UNTRIED


def test_a_damaged_generation_is_told(register: Path) -> None:
    back_up(register, BackupReason.BY_HAND)
    spoilt(back_up(register, BackupReason.BY_HAND).path, "agenda_item")
    report = check_health(register)
    assert levels(report)["Säkerhetskopiorna"] is HealthLevel.BROKEN
    assert "1 av 2 är skadad." in report.text
    assert report.summary.startswith("Registret är helt.")


def test_a_generation_on_a_disk_that_does_not_answer_is_not_called_damaged(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(register, BackupReason.BY_HAND)

    def away(path: Path) -> RegisterError:
        return UnreachableRegisterError(path, OSError(errno.EIO, "broken"))

    monkeypatch.setattr("hubra_desktop.work.health.generation_fault", away)
    report = check_health(register)
    assert levels(report)["Säkerhetskopiorna"] is HealthLevel.ODD
    assert "1 av 1 kan inte läsas nu." in report.text
    assert "disken svarar inte som den ska" in report.text
    assert "skada" not in report.text


def test_no_memory_for_the_look_is_no_damage(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: sqlite3.Connection) -> None:
        error = driver.sqlite3.OperationalError("out of memory")
        error.sqlite_errorcode = sqlite3.SQLITE_NOMEM
        raise error

    monkeypatch.setattr("hubra_desktop.store.deep_check.wrong_rows", full)
    assert levels(check_health(register))["Kontrollsummorna"] is HealthLevel.UNTRIED


def test_what_a_crash_left_beside_is_told(register: Path) -> None:
    register.with_name(f".{register.name}.migrating").touch()
    report = check_health(register)
    assert levels(report)["Filerna bredvid"] is HealthLevel.ODD
    assert report.summary.startswith("Registret är helt.")


def test_a_second_place_that_was_not_reached_for_long_is_told(
    register: Path, tmp_path: Path
) -> None:
    now = datetime.now()
    place = "Det andra stället för kopior"
    assert levels(check_health(register))[place] is HealthLevel.SOUND
    stick = tmp_path / "minne"
    stick.mkdir()
    choose_place(register, stick, now)
    assert levels(check_health(register))[place] is HealthLevel.SOUND
    keep_choices(register, reached=now - timedelta(days=30))
    report = check_health(register)
    assert levels(report)[place] is HealthLevel.ODD
    assert stick.name not in next(r.sentence for r in report.results if r.part == place)
