"""What a start looks at of a large file: rows and indexes, while kept files wait for later."""

from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.store import connect, inspection
from hubra_desktop.store.errors import DamagedRegisterError
from hubra_desktop.store.inspection import inspect_file
from hubra_desktop.store.register import RegisterFile


def spoil(path: Path, table: str) -> None:
    """Write nonsense over the first page of a table."""
    with closing(connect.read_only(path)) as database:
        [size] = database.execute("PRAGMA page_size").fetchone()
        found = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        [page] = database.execute(found, (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * 64)


def test_a_large_file_opens_without_its_kept_files_being_looked_at(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(register, "large_value")
    with pytest.raises(DamagedRegisterError):
        inspect_file(register, writing=False, brief=True)
    monkeypatch.setattr(inspection, "_BRIEF_BYTES", 0)
    opened = RegisterFile(register, brief=True)
    assert not opened.looked_through
    opened.close()
    with pytest.raises(DamagedRegisterError):
        inspect_file(register, writing=False)


def test_a_damaged_table_of_a_large_file_is_found_at_once(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "_BRIEF_BYTES", 0)
    inspect_file(register, writing=False, brief=True)
    spoil(register, "agenda_item")
    with pytest.raises(DamagedRegisterError):
        inspect_file(register, writing=False, brief=True)
