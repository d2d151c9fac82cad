"""The process dies at any moment: what was said to be saved is there, and nothing is broken."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.errors import InputError
from hubra_desktop.store import schema
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries import meeting_sheet, meetings_of
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace

pytestmark = [pytest.mark.journey, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
OLD = ROOT / "tests" / "data" / "register-0003.hubra"
ROUNDS = 5
UPGRADES = 4
LONGEST = 0.12
LONGEST_UPGRADE = 0.16

# Prints an id when, and only when, run() has returned.
WRITER = """
import sys
from pathlib import Path
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
print("ready", flush=True)
number = 0
while True:
    number += 1
    values = {"title": f"Punkt {number}", "note": "å" * 500}
    changes = workspace.run(Add(Item, values, sys.argv[2], 0))
    print("+", changes.created, flush=True)
    if number % 5 == 0:
        workspace.undo()
        print("-", changes.created, flush=True)
    elif number % 7 == 0:
        workspace.run(Remove(Item, changes.created))
        print("-", changes.created, flush=True)
"""
# Types in an editor of the window without a pause; prints how many keys there were and when.
TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from hubra_desktop import app
from hubra_desktop.ui import settings
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
path, place = Path(sys.argv[1]), sys.argv[2]
settings.redirect(path.with_suffix(".ini"))
application = app.make_application(["hubra"])
window = app.open_window(path)
window.show()
if place == "cell":
    window.show_page("page-meetings")
    view = window.meetings.agenda.view
    view.choose(window.meeting.sheet.items[0].id, AgendaColumn.TITLE, edit=True)
    editor = view.open_editor()
elif place == "area":
    window.show_page("page-plan")
    page = window._pages.page("page-plan")
    page.activities.open_place("activity", page.plan.activities[0].id)
    editor = page.activities.activity.texts["report_text"]
else:
    window.show_page("page-plan")
    page = window._pages.page("page-plan")
    page.show_part("reports")
    editor = page._papers().section.editor
editor.setFocus()
editor.selectAll()
application.processEvents()
print("ready", flush=True)
for number in range(10_000):
    QTest.keyClick(editor, "x", delay=15)
    print(number + 1, time.monotonic(), flush=True)
"""
# An upgrade that takes its time: it rewrites every row of the agenda, slowly.
UPGRADE = """
import time
from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "HEAD"


def upgrade():
    print("ready", flush=True)
    for number in range(20):
        with op.batch_alter_table("agenda_item") as batch:
            batch.add_column(sa.Column(f"extra_{number}", sa.String()))
"""
UPGRADER = """
import sys
from pathlib import Path
from hubra_desktop.exchange.json_file import dump
from hubra_desktop.store import schema
from hubra_desktop.store.register import RegisterFile
schema._MIGRATIONS, schema.HEAD = Path(sys.argv[2]), "9999"
RegisterFile(Path(sys.argv[1])).close()
"""


TYPING = 4.0
HELD_AFTER = 2.0
"""Seconds until a key must be on disk: the promise is one, on a machine that has time."""


@contextmanager
def started(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        yield child
    finally:
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()


def killed(code: str, *arguments: object, after: float) -> list[str]:
    """Run the child until it is ready and a moment (seconds) more; return what it had said."""
    with started(code, *arguments) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(after)
        child.kill()
        said = child.stdout.read()
    # A line cut short was not said.
    return [line for line in said.splitlines(keepends=True) if line.endswith("\n")]


def standing(said: list[str]) -> tuple[set[str], set[str]]:
    """The ids that must be there and those that may not, by what was said last of each."""
    last = {line.split()[1]: line[0] for line in said}
    added = {each for each, sign in last.items() if sign == "+"}
    return added, set(last) - added


@pytest.mark.timeout(600)
def test_what_was_saved_survives_a_kill_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "råd.hubra"
    workspace = Workspace.create(path, organisation="Provrådet")
    meeting = workspace.run(NewMeeting(date(2019, 5, 6), 930)).created
    workspace.close()
    assert meeting is not None
    chance = random.Random(2018)
    kept = whole(path, meeting)
    for _ in range(ROUNDS):
        said = killed(WRITER, path, meeting, after=chance.uniform(0, LONGEST))
        there = whole(path, meeting)
        added, gone = standing(said)
        missing, left, unsaid = (kept | added) - there, gone & there, there - kept - added
        # The one command that nobody was told of may have been kept, or not.
        assert len(missing) + len(left) + len(unsaid) <= 1
        assert missing <= {line.split()[1] for line in said[-1:]}
        assert not left
        kept = there


def whole(path: Path, meeting: str) -> set[str]:
    """Open the register for change, assert that it is sound, and return the rows' ids."""
    workspace = Workspace.open(path)
    assert workspace.problems() == []
    with workspace.read() as reader:
        sheet = meeting_sheet(reader, meeting)
    workspace.close()
    assert {each.name for each in path.parent.iterdir()} == {path.name}
    return {item.id for item in sheet.items}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("place", ["cell", "area", "prose"])
def test_what_is_typed_without_a_pause_survives_a_kill(
    tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    path = tmp_path / "råd.hubra"
    make_demo(path)
    said = killed(TYPIST, path, place, after=TYPING)
    keys = [(int(count), float(at)) for count, at in map(str.split, said)]
    end = keys[-1][1]
    wanted = max(count for count, at in keys if at < end - HELD_AFTER)
    workspace = Workspace.open(path)
    with workspace.read() as reader:
        bundle = dump(register_bundle(reader)).decode()
    assert workspace.undo_label
    assert "x" * wanted in bundle
    workspace.undo()
    with workspace.read() as reader:
        assert "x" * 20 not in dump(register_bundle(reader)).decode()
    workspace.close()


@pytest.fixture
def slow_upgrade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrations") / "migrations"
    shutil.copytree(schema._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    upgrade = UPGRADE.replace("HEAD", schema.HEAD)
    (folder / "versions" / "9999_slow.py").write_text(upgrade, encoding="utf-8")
    return folder


@pytest.mark.timeout(600)
def test_a_kill_during_an_upgrade_leaves_a_register_that_opens(
    tmp_path: Path, slow_upgrade: Path
) -> None:
    chance = random.Random(2018)
    before = contents(Path(shutil.copy(OLD, tmp_path / "before.hubra")))
    for number in range(UPGRADES):
        path = tmp_path / str(number) / "råd.hubra"
        path.parent.mkdir()
        shutil.copy(OLD, path)
        killed(UPGRADER, path, slow_upgrade, after=chance.uniform(0, LONGEST_UPGRADE))
        if schema.version_of(path) == schema.HEAD:
            assert contents(path) == before
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(schema, "_MIGRATIONS", slow_upgrade)
            patch.setattr(schema, "HEAD", "9999")
            RegisterFile(path).close()
        assert schema.version_of(path) == "9999"
        assert kept_originals(path.parent)
        assert all(contents(original) == before for original in kept_originals(path.parent))
        with pytest.raises(InputError, match="nyare utgåva"):
            Workspace.open(path)


def kept_originals(folder: Path) -> list[Path]:
    return sorted(folder.glob("*före uppgradering*.hubra"))


def contents(path: Path) -> object:
    """Everything in a sound register that opens for change."""
    workspace = Workspace.open(path)
    assert workspace.problems() == []
    with workspace.read() as reader:
        assert len(meetings_of(reader, 2019)) == 2
        bundle = register_bundle(reader)
    workspace.close()
    return bundle
