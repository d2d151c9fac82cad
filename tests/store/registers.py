"""Registers to test with: small ones, old ones, and ones that somebody else holds."""

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hubra_desktop.model.council import BodySheet
from hubra_desktop.model.sheet import FootnoteSheet, ItemSheet, MeetingSheet, PresenterSheet
from hubra_desktop.model.tables import REGISTER
from hubra_desktop.model.terms import Anchor
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows

NOBODY = 65534
NAME = "råd.hubra"

HOLD = """
import sys
from pathlib import Path
from hubra_desktop.store.register import RegisterFile
file = RegisterFile(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
file.close()
"""


def small_meeting() -> MeetingSheet:
    """A meeting with one of everything that hangs below it."""
    presenter = PresenterSheet(name="Åsa Ek", id="presenter")
    return MeetingSheet(
        id="meeting",
        body_id="body",
        date=date(2019, 5, 6),
        start=900,
        items=(
            ItemSheet(title="Nattvandring i Flemingsberg", id="item", presenters=(presenter,)),
            ItemSheet(title="Övriga frågor", id="last"),
        ),
        footnotes=(FootnoteSheet(id="note", anchor=Anchor.ITEM, item_id="item", text="Bilaga 1"),),
    )


def make(path: Path) -> Path:
    """Make a register with a meeting, closed and whole."""
    file = RegisterFile.create(path)
    with file.write() as connection:
        names = {"id": "register", "name": "Provrådet", "own_body_id": "body"}
        connection.execute(REGISTER.insert(), names)
        rows = Rows(connection)
        rows.put(BodySheet(id="body", name="Provrådet"))
        rows.put(small_meeting())
    file.close()
    return file.path


def names(folder: Path) -> set[str]:
    """The files of a folder but for the empty one that the lock is taken on."""
    return {each.name for each in folder.iterdir() if not each.name.endswith(".lock")}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def process(code: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A child that has said it is ready; it goes when the block ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "ready\n"
        yield child
    finally:
        child.kill()
        child.communicate()


def as_ordinary_user(work: Callable[[], object]) -> object:
    """Do the work without root's rights, in a child, and return or raise what came of it."""
    if os.geteuid() != 0:
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        try:
            outcome = work()
        except Exception as error:
            outcome = error
        os.write(writing, pickle.dumps((type(outcome), str(outcome))))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        kind, text = pickle.loads(pipe.read())
    os.waitpid(child, 0)
    return Told(kind, text)


class Told:
    """What came of work in another process: its type and its words."""

    def __init__(self, kind: type, text: str) -> None:
        self.kind = kind
        self.text = text
