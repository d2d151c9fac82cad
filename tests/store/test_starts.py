"""Starts that nobody had given, kept as midnight by earlier schemas and files, are none now."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace

DATA = Path(__file__).parents[1] / "data"


def with_midnight(tmp_path: Path, version: str) -> tuple[Path, str]:
    """An old register where one meeting has no start, which a step took away."""
    path = Path(shutil.copy(DATA / f"register-{version}.hubra", tmp_path))
    with closing(sqlite3.connect(path)) as database:
        row_id, start = database.execute("SELECT id, start FROM meeting ORDER BY date").fetchone()
        database.execute("UPDATE meeting SET start = 0 WHERE id = ?", (row_id,))
        step = (
            "INSERT INTO step (at, who, action, label) VALUES ('2018', 'x', 'do', 'change-meeting')"
        )
        made = database.execute(step).lastrowid
        into = "INSERT INTO change (step_id, kind, row_id, before, after)"
        database.execute(
            f"{into} VALUES (?, 'meeting', ?, ?, ?)",
            (made, row_id, json.dumps({"start": start}), json.dumps({"start": 0})),
        )
        database.commit()
    return path, row_id


def starts(workspace: Workspace) -> dict[str, int | None]:
    with workspace.read() as reader:
        return {each.id: each.start for each in register_bundle(reader).meetings}


def test_midnight_becomes_no_start_and_can_be_taken_back(tmp_path: Path) -> None:
    path, row_id = with_midnight(tmp_path, "0004")
    workspace = Workspace.open(path)
    after = starts(workspace)
    assert after[row_id] is None
    assert len(after) == 2
    assert all(start for key, start in after.items() if key != row_id)
    workspace.undo()
    assert starts(workspace)[row_id] == 930
    workspace.redo()
    assert starts(workspace)[row_id] is None
    workspace.close()


@pytest.mark.parametrize("version", ["0001", "0003"])
def test_older_registers_lose_only_the_midnight(tmp_path: Path, version: str) -> None:
    path, row_id = with_midnight(tmp_path, version)
    workspace = Workspace.open(path)
    assert [key for key, start in starts(workspace).items() if start is None] == [row_id]
    assert workspace.problems() == []
    workspace.close()


def test_a_file_says_a_start_only_where_there_is_one(tmp_path: Path) -> None:
    path, row_id = with_midnight(tmp_path, "0004")
    workspace = Workspace.open(path)
    with workspace.read() as reader:
        bundle = register_bundle(reader)
    workspace.close()
    whole = json.loads(dump(bundle))
    assert [each["id"] for each in whole["meetings"] if "start" not in each] == [row_id]
    assert load(dump(bundle)) == bundle
    for each in whole["meetings"]:
        each.setdefault("start", 0)
    assert load(json.dumps(whole).encode()) == bundle
