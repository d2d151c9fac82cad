"""What a register's file grows by: an edit, edits beside a picture, saves of a long text."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hubra_desktop.model.records.meeting import Item
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Change
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, benchmark

ITEM = "meeting-01-item-03"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 7_400
LONG = "Rådet följde under året upp trygghetsarbetet i kommunen. " * 200


def size_after(path: Path, commands: Iterable[Command]) -> int:
    """Do the commands, close the register, and return the file's bytes."""
    workspace = Workspace.open(path)
    for command in commands:
        workspace.run(command)
    workspace.close()
    return path.stat().st_size


@benchmark
def growth(folder: Path) -> Iterator[Row]:
    """Grow the demo register by edits, each a step of its own."""
    path = folder / "demo.hubra"
    make_demo(path)
    before = path.stat().st_size
    titles = (Change(Item, ITEM, {"title": f"Rubrik {number}"}) for number in range(1000))
    after = size_after(path, titles)
    yield Row("a small edit in the file", (after - before) / 1000, None, "B")
    before = size_after(path, [Change(Item, ITEM, {"note": LONG})])
    saves = (Change(Item, ITEM, {"note": LONG + "ord " * number}) for number in range(400))
    after = size_after(path, saves)
    yield Row("a save of a text of 11 000 letters", (after - before) / 400, None, "B")
    before = size_after(path, [ChangeHouseStyle({"logotype": PICTURE})])
    names = (ChangeHouseStyle({"organisation": f"Kommun {number}"}) for number in range(10))
    after = size_after(path, names)
    told = f"{before / 1e6:.2f} MB before, {after / 1e6:.2f} MB after"
    percent = (after - before) / before * 100
    yield Row("ten edits beside a picture of 1.9 MB", percent, 2, "%", told)
