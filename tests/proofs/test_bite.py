"""The proofs find the mistakes they are made to find, each planted here."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from random import Random

import pytest
from sqlalchemy.exc import DBAPIError

from hubra_desktop.store import connect, file_system, inspection, row_check
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.soundness import faults_of
from hubra_desktop.work import files
from tests.faults import spoiling
from tests.faults.mount import hindrance, workroom
from tests.faults.scenes import SCENES
from tests.faults.spoiling import Harmed
from tests.proofs import bad_disk, damage, kills, power_cuts
from tests.proofs.frame import SEED

no_disk = pytest.mark.skipif(bool(hindrance()), reason=f"NOT PROVEN HERE: {hindrance()}")
TOLD_TOO_EARLY = """
import time
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.workspace import Workspace
from tests.faults import window

def run(self, command, confirmed=None):
    self._tell(Changes(command.label))
    time.sleep(0.3)

Workspace.run = run
window.main()
"""


def never(*_: object) -> None:
    """Do nothing where something ought to be done."""


def no_flush_of_a_file(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "fsync", never)


def no_flush_of_a_folder(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(file_system, "sync_folder", never)
    patch.setattr(files, "sync_folder", never)


def no_flush_of_a_commit(patch: pytest.MonkeyPatch) -> None:
    def careless(database: sqlite3.Connection) -> None:
        database.execute("PRAGMA synchronous=OFF")

    patch.setattr(connect, "overwrite_what_is_freed", careless)


@no_disk
@pytest.mark.parametrize(
    ("plant", "scene", "tries"),
    [
        (no_flush_of_a_file, "an export", 20),
        (no_flush_of_a_folder, "an export", 20),
        (no_flush_of_a_folder, "a new register", 8),
        (no_flush_of_a_commit, "steps", 12),
    ],
)
def test_a_power_cut_finds_what_is_not_flushed(
    plant: Callable[[pytest.MonkeyPatch], None],
    scene: str,
    tries: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plant(monkeypatch)
    chosen = [each for each in SCENES if each.name == scene]
    assert power_cuts.run(tries, Random(SEED), chosen).faults


def a_text_flipped(harmed: Harmed, _: Random) -> None:
    title = re.search(rb"(?<!\")Rubrik 59", harmed.content)
    assert title is not None
    harmed.content[title.start()] ^= 1


def an_index_flipped(harmed: Harmed, _: Random) -> None:
    with workroom() as place:
        (place / "råd.hubra").write_bytes(harmed.content)
        database = connect.in_memory(place / "råd.hubra")
    with closing(database):
        named = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_agenda_item_meeting_id'"
        [page] = database.execute(named).fetchone()
    harmed.content[harmed.content.index(b"meeting-01", (page - 1) * spoiling.PAGE)] ^= 1


def no_row_looked_at(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(row_check, "wrong_rows", lambda _: [])


def a_table_passed_over(patch: pytest.MonkeyPatch) -> None:
    plain = row_check._tables
    patch.setattr(
        row_check, "_tables", lambda each: (t for t in plain(each) if t.name != "agenda_item")
    )


def no_index_looked_at(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(inspection, "faults_of", lambda each: faults_of(each, "quick_check(1)"))


@pytest.mark.parametrize(
    ("plant", "way"),
    [
        (no_row_looked_at, a_text_flipped),
        (a_table_passed_over, a_text_flipped),
        (no_index_looked_at, an_index_flipped),
    ],
)
def test_damage_finds_what_is_not_looked_at(
    plant: Callable[[pytest.MonkeyPatch], None],
    way: spoiling.Way,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not damage.run(1, Random(SEED), (way,)).faults
    plant(monkeypatch)
    assert damage.run(1, Random(SEED), (way,)).faults


def a_refusal_that_is_swallowed(patch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def swallowing(*_: object) -> Iterator[None]:
        with suppress(DBAPIError):
            yield

    patch.setattr(RegisterFile, "_refused_in_words", swallowing)


def a_cause_that_is_not_known(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("hubra_desktop.store.register.cause_of", never)


@no_disk
@pytest.mark.parametrize("plant", [a_refusal_that_is_swallowed, a_cause_that_is_not_known])
def test_a_fault_of_the_disk_finds_what_is_not_told(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert bad_disk.run(6, Random(SEED)).faults


@pytest.mark.skipif(bool(kills.PROOF.why_not()), reason=kills.PROOF.why_not())
def test_a_kill_finds_what_is_told_too_early() -> None:
    assert kills.run(2, Random(SEED), ("-c", TOLD_TOO_EARLY)).faults
