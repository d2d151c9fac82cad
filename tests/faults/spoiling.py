"""Registers to damage, and the ways in which disks, copies and crashes damage a file."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.store import connect
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import AGENDA_ITEM
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.workspace import Workspace
from tests.faults.mount import workroom
from tests.store import registers

PAGE: Final = 4096
_ITEM: Final = "meeting-01-item-03"
_STEPS: Final = 60
_LONGEST: Final = 9000


@dataclass(frozen=True)
class Model:
    """A register as it was before the damage; ``older`` is the same file some steps before.

    ``journal`` is what a crash left beside it, and ``day`` and ``year`` are in it.
    """

    name: str
    content: bytes
    older: bytes
    day: str
    year: str
    journal: bytes = b""


@dataclass
class Harmed:
    """What becomes of a register's file and of the journal beside it."""

    content: bytearray
    journal: bytearray
    model: Model


Way = Callable[[Harmed, Random], None]


def small(path: Path) -> Model:
    """Make a register with one meeting."""
    registers.make(path)
    older = path.read_bytes()
    file = RegisterFile(path)
    with file.write() as connection:
        rows = Rows(connection)
        rows.change(Item, "item", {"title": "Nattvandring i Skogås"})
        rows.journal.write(connection, who="åsa", action="do", label="change")
    file.close()
    return Model("small", path.read_bytes(), older, "2019-05-06", "2019")


def storied(path: Path) -> Model:
    """Make the demo register, with a long history, large values and free pages."""
    make_demo(path)
    workspace = Workspace.open(path)
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400
    workspace.run(ChangeHouseStyle({"logotype": picture}))
    gone = workspace.run(Add(Person, {"name": "Borttagen", "note": "Tas bort igen. " * 1300}))
    assert gone.created is not None
    workspace.run(ChangeHouseStyle({"logotype": b""}))
    for number in range(_STEPS):
        if number == _STEPS // 2:
            older = path.read_bytes()
        note = "Rådet följde upp trygghetsarbetet. " * (number % 7 * 20)
        workspace.run(Change(Item, _ITEM, {"title": f"Rubrik {number}", "note": note}))
    workspace.run(Remove(Person, gone.created))
    workspace.close()
    return Model("storied", path.read_bytes(), older, "2018-03-07", "2017")


def crashed(path: Path) -> Model:
    """Make the demo register as a crash in the midst of a change leaves it, with its journal."""
    make_demo(path)
    older, journal = path.read_bytes(), connect.beside(path, "-journal")
    file = RegisterFile(path)
    with file.write() as connection:
        for pragma in ("cache_size=2", "cache_spill=2"):
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        rows = Rows(connection)
        for each in connection.scalars(AGENDA_ITEM.select().with_only_columns(AGENDA_ITEM.c.id)):
            rows.change(Item, each, {"note": "Halvvägs. " * 90})
        left = path.read_bytes(), journal.read_bytes()
        connection.rollback()
    file.close()
    return Model("crashed", left[0], older, "2018-03-07", "2017", left[1])


_MAKERS: Final = (storied, small, crashed)


@cache
def model(number: int) -> Model:
    """Return one of the registers to damage; the first is the richest."""
    with workroom() as place:
        return _MAKERS[number % len(_MAKERS)](place / "råd.hubra")


def _flipped(bytes_: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 1, 2, 8))):
        bytes_[random.randrange(len(bytes_))] ^= random.randrange(1, 256)


def flipped(harmed: Harmed, random: Random) -> None:
    """Change a few bytes."""
    _flipped(harmed.content, random)


def flipped_text(harmed: Harmed, random: Random) -> None:
    """Change a letter or a digit into another, where there is one."""
    places = [random.randrange(len(harmed.content)) for _ in range(2000)]
    for place in places:
        if chr(harmed.content[place]).isalnum() and harmed.content[place] < 0x80:
            harmed.content[place] ^= 1
            return


def flipped_head(harmed: Harmed, random: Random) -> None:
    """Change a byte of the file's head, or of the page on which all tables are named."""
    at = random.randrange(100) if random.random() < 0.5 else random.randrange(PAGE)
    harmed.content[at] ^= random.randrange(1, 256)


def overwritten(harmed: Harmed, random: Random) -> None:
    """Write noise over a stretch."""
    start, length = random.randrange(len(harmed.content)), random.randrange(1, _LONGEST)
    stretch = harmed.content[start : start + length]
    harmed.content[start : start + length] = random.randbytes(len(stretch))


def zeroed(harmed: Harmed, random: Random) -> None:
    """Write zeros over a stretch, or over whole pages."""
    start, length = random.randrange(len(harmed.content)), random.randrange(1, _LONGEST)
    if random.random() < 0.5:
        start, length = start // PAGE * PAGE, PAGE * random.choice((1, 1, 2, 8))
    stretch = harmed.content[start : start + length]
    harmed.content[start : start + length] = bytes(len(stretch))


def cut(harmed: Harmed, random: Random) -> None:
    """Leave out the end, at a page's border or within one."""
    at = random.randrange(len(harmed.content))
    del harmed.content[at // PAGE * PAGE if random.random() < 0.5 else at :]


def cut_out(harmed: Harmed, random: Random) -> None:
    """Leave out a stretch within; what comes after it moves."""
    start = random.randrange(len(harmed.content))
    length = random.choice((1, 100, PAGE, PAGE * 3))
    del harmed.content[start : start + length]


def exchanged(harmed: Harmed, random: Random) -> None:
    """Put two pages in each other's place."""
    pages = len(harmed.content) // PAGE
    one, other = (slice(n * PAGE, n * PAGE + PAGE) for n in random.sample(range(pages), 2))
    harmed.content[one], harmed.content[other] = harmed.content[other], harmed.content[one]


def stale(harmed: Harmed, random: Random) -> None:
    """Put a page back as it was some steps before: a write that a disk lost."""
    older, now = harmed.model.older, harmed.content
    starts = range(0, min(len(older), len(now)), PAGE)
    changed = [each for each in starts if older[each : each + PAGE] != now[each : each + PAGE]]
    if changed:
        at = random.choice(changed)
        now[at : at + PAGE] = older[at : at + PAGE]


def beside(harmed: Harmed, random: Random) -> None:
    """Lay a journal beside, or damage the one that is there, or take it away."""
    if not harmed.journal:
        harmed.journal += random.choice((b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", b""))
        harmed.journal += random.randbytes(random.randrange(1, 20_000))
        return
    what = random.randrange(4)
    if what == 0:
        harmed.journal.clear()
    elif what == 1:
        del harmed.journal[random.randrange(len(harmed.journal)) :]
    else:
        _flipped(harmed.journal, random)


WAYS: Final[tuple[Way, ...]] = (
    flipped, flipped_text, flipped_head, overwritten, zeroed, cut, cut_out, exchanged, stale,
    beside,
)  # fmt: skip


def damaged(
    unharmed: Model, number: int, random: Random, among: Sequence[Way] = WAYS
) -> tuple[str, Harmed]:
    """Return the register damaged in one way, or now and then in two, and by which."""
    harmed = Harmed(bytearray(unharmed.content), bytearray(unharmed.journal), unharmed)
    ways = [among[number % len(among)], *([random.choice(among)] if random.random() < 0.15 else [])]
    for way in ways:
        if len(harmed.content) > 2 * PAGE:
            way(harmed, random)
    digest = hashlib.sha256(harmed.content + harmed.journal).hexdigest()[:8]
    told = " and ".join(way.__name__.replace("_", " ") for way in ways)
    return f"{unharmed.name}, {told} ({digest})", harmed
