"""Registers to test with: small ones, old ones, and ones that somebody else holds."""

import hashlib
import os
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting, Presenter
from hubra_desktop.model.terms import Anchor
from hubra_desktop.store import connect
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.row_check import seal
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import PERSON, REGISTER
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace

NOBODY = 65534
NAME = "råd.hubra"
PHRASE = "fyra lugna räkor på grönbete"

HOLD = """
import sys
from pathlib import Path
from hubra_desktop.store.register import RegisterFile
file = RegisterFile(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
file.close()
"""


def small_meeting() -> Meeting:
    """A meeting with one of everything that hangs below it."""
    presenter = Presenter(name="Åsa Ek", id="presenter")
    return Meeting(
        id="meeting",
        body_id="body",
        date=date(2019, 5, 6),
        start=900,
        items=(
            Item(title="Nattvandring i Flemingsberg", id="item", presenters=(presenter,)),
            Item(title="Övriga frågor", id="last"),
        ),
        footnotes=(Footnote(id="note", anchor=Anchor.ITEM, item_id="item", text="Bilaga 1"),),
    )


def make(path: Path) -> Path:
    """Make a register with a meeting, closed and whole."""
    file = RegisterFile.create(path)
    with file.write() as connection:
        names = {"id": "register", "name": "Provrådet", "own_body_id": "body"}
        connection.execute(REGISTER.insert(), names)
        rows = Rows(connection)
        rows.put(Body(id="body", name="Provrådet"))
        rows.put(small_meeting())
    file.close()
    return file.path


def names(folder: Path) -> set[str]:
    """The files of a folder but for the empty one that the lock is taken on."""
    return {each.name for each in folder.iterdir() if not each.name.endswith(".lock")}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def people(workspace: Workspace) -> int:
    """How many people the program sees."""
    with workspace.read() as reader:
        return reader.scalar(select(func.count()).select_from(PERSON)) or 0


def people_in(path: Path) -> int:
    """How many people are in the one file alone, which must be sound."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(database.execute("SELECT count(*) FROM person").fetchone()[0])


def add(workspace: Workspace, name: str = "Ny") -> None:
    workspace.run(Add(Person, {"name": name}))


def placed(register: Path, folder: str) -> Path:
    """Move the register into a folder below its own."""
    home = register.parent / folder
    home.mkdir(parents=True)
    return register.rename(home / register.name)


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


@contextmanager
def altered(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection whose changes are kept as if the program had written them."""
    with closing(sqlite3.connect(path)) as database, database:
        yield database
        seal(database)


def spoilt(path: Path, table: str) -> None:
    """Write noise over the middle of what a table holds."""
    with closing(connect.read_only(path)) as database:
        (page,) = database.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    with path.open("r+b") as content:
        content.seek((page - 1) * 4096)
        content.write(b"\xff" * 4096)
