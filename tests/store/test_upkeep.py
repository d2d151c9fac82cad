"""The upkeep of the history: thinned by rules that are told, and forgetting what it must."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.paths import resource
from hubra_desktop.store import schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.journal import CHANGE, STEP, changes_of, revert
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.upkeep import UNTOUCHED_DAYS, mask, thin

DATA = Path(__file__).parents[1] / "data"
LONG = "Trygghetsarbetet under året. " * 40


@pytest.fixture
def file(register: Path) -> Iterator[RegisterFile]:
    opened = RegisterFile(register)
    yield opened
    assert opened.problems() == []
    opened.close()


def later(days: float) -> dt.datetime:
    return dt.datetime.now(dt.UTC) + dt.timedelta(days=days)


def save(file: RegisterFile, key: str | None, **values: object) -> int:
    with file.write() as connection:
        rows = Rows(connection)
        rows.change(Item, "item", values)
        merge_key = (key,) if key else None
        return rows.journal.write(
            connection, who="åsa", action="do", label="change", merge_key=merge_key
        )


def item(file: RegisterFile) -> Item:
    with file.write() as connection:
        found = Rows(connection).get(Item, "item")
    assert found is not None
    return found


def counts(file: RegisterFile) -> tuple[int, int]:
    with file.read() as reader:
        return len(reader.execute(select(STEP)).all()), len(reader.execute(select(CHANGE)).all())


def thinned(file: RegisterFile, days: float) -> int:
    with file.write() as connection:
        return thin(connection, later(days))


def test_old_steps_of_one_visit_become_one_that_leads_back(file: RegisterFile) -> None:
    before = item(file)
    step = save(file, "note", note=LONG)
    for number in range(5):
        save(file, "note", note=LONG + "a" * (number + 1))
    assert thinned(file, UNTOUCHED_DAYS + 1) == 5
    assert counts(file) == (1, 1)
    with file.write() as connection:
        revert(connection, changes_of(connection, [step]))
    assert item(file) == before


def test_nothing_within_thirty_days_is_thinned(file: RegisterFile) -> None:
    save(file, "title", title="Ett")
    save(file, "title", title="Två")
    assert thinned(file, UNTOUCHED_DAYS - 1) == 0
    assert counts(file) == (2, 2)


def test_the_help_tells_how_long_nothing_is_thinned() -> None:
    for language, told in (("sv", "de senaste {} dagarna"), ("en", "the last {} days")):
        page = resource("help", language, "overview.html").read_text("utf-8")
        assert told.format(UNTOUCHED_DAYS) in page


def test_other_visits_other_fields_and_what_came_between_stay(file: RegisterFile) -> None:
    for key, title in (("a", "1"), ("b", "2"), ("a", "3"), (None, "4"), (None, "5")):
        save(file, key, title=title)
    assert thinned(file, UNTOUCHED_DAYS + 1) == 0
    assert counts(file) == (5, 5)


def test_stretches_that_do_not_touch_stay_apart_in_one_step(file: RegisterFile) -> None:
    save(file, None, note=LONG)
    step = save(file, "note", note=LONG + "sist")
    save(file, "note", note="först" + LONG + "sist")
    assert thinned(file, UNTOUCHED_DAYS + 1) == 1
    assert counts(file) == (2, 3)
    with file.write() as connection:
        revert(connection, changes_of(connection, [step]))
    assert item(file).note == LONG


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not every SQLite overwrites by itself what it frees: a purge comes too late for that."""
    plain = sqlite3.connect

    def opened(*places: Any, **options: Any) -> sqlite3.Connection:
        database: sqlite3.Connection = plain(*places, **options)
        database.execute("PRAGMA secure_delete=OFF")
        return database

    monkeypatch.setattr(sqlite3, "connect", opened)


@pytest.mark.usefixtures("careless")
def test_what_was_freed_long_before_stands_nowhere_in_the_file(register: Path) -> None:
    secret = "Hemlig uppgift. " * 600
    file = RegisterFile(register)
    for note in (secret, ""):
        with file.write() as connection:
            Rows(connection).put(Person(id="p", name="Åsa", note=note))
    file.close()
    assert secret[:100].encode() not in register.read_bytes()


def test_an_upgrade_leaves_the_same_bytes_whatever_the_build_frees(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    upgraded = []
    for name in ("one.hubra", "other.hubra"):
        path = Path(shutil.copy(DATA / "register-0002.hubra", tmp_path / name))
        schema.upgrade(path)
        upgraded.append(path.read_bytes())
        request.getfixturevalue("careless")
    assert upgraded[0] == upgraded[1]


def test_what_is_forgotten_stands_nowhere_in_the_file(file: RegisterFile, register: Path) -> None:
    secret = "Hemlig Hemligsson"
    with file.write() as connection:
        rows = Rows(connection)
        rows.put(Person(id="p", name=secret))
        rows.put(Person(id="q", name="Någon Annan"))
        rows.journal.write(connection, who="åsa", action="do", label="add")
    with file.write() as connection:
        rows = Rows(connection)
        rows.forget(Person, "p")
        step = rows.journal.write(connection, who="åsa", action="purge", label="purge")
        mask(connection, rows.forgotten)
    with file.read() as reader:
        (change,) = changes_of(reader, [step])
        kept = [str(row) for row in reader.execute(select(CHANGE)).all()]
    assert (change.kind, change.before, change.after) == ("person", {}, None)
    assert not any(secret in each for each in kept)
    assert any("Någon Annan" in each for each in kept)
    file.close()
    assert secret.encode() not in register.read_bytes()
