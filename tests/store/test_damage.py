"""Damage is looked for at every opening, in large registers too."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.store.errors import RegisterError
from hubra_desktop.store.register import RegisterFile
from tests.store.registers import HOLD, process, spoilt


@pytest.fixture
def large(register: Path) -> Path:
    """A register of more than 8 MB."""
    with closing(sqlite3.connect(register)) as database, database:
        database.execute("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
        rows = (("å" * 4000,) for _ in range(1200))
        database.executemany("INSERT INTO filler (text) VALUES (?)", rows)
    assert register.stat().st_size > 8 * 1024 * 1024
    return register


def test_damage_is_looked_for_in_a_large_register_too(large: Path) -> None:
    RegisterFile(large).close()
    spoilt(large, "filler")
    with pytest.raises(RegisterError, match="är skadat"):
        RegisterFile(large)


def test_the_look_has_an_end_but_not_for_a_register_that_was_not_closed(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_SECONDS", 0)
    monkeypatch.setattr("hubra_desktop.store.inspection._CHECK_STEPS", 1)
    with process(HOLD, large):
        pass
    spoilt(large, "filler")
    RegisterFile(large, read_only=True).close()
    with pytest.raises(RegisterError, match="är skadat"):
        RegisterFile(large)
