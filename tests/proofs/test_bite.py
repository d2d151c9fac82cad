"""The proofs find the mistakes they are made to find, each planted here."""

import os
from collections.abc import Callable
from random import Random

import pytest

from hubra_desktop.store import connect, file_system
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.work import files
from tests.faults.mount import hindrance
from tests.faults.scenes import SCENES
from tests.proofs import kills, power_cuts
from tests.proofs.frame import SEED

no_disk = pytest.mark.skipif(bool(hindrance()), reason=f"NOT PROVEN HERE: {hindrance()}")
TOLD_TOO_EARLY = """
import time
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.workspace import Workspace
from tests.faults import window

def run(self, command, confirmed=None):
    self._tell(Changes(command.label))
    time.sleep(9)

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


def test_a_kill_finds_what_is_told_too_early() -> None:
    assert kills.run(2, Random(SEED), ("-c", TOLD_TOO_EARLY)).faults
