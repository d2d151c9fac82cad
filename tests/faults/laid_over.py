"""A crash in the midst of a step, as it lies on the disk, and a copy laid over what it left.

The journal is written here as SQLite writes it, so that a crash can be had at any moment:
the pages as they were before the step, and a file with some of them as they are after it.
"""

import struct
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import select

from hubra_desktop.model.records.council import Person
from hubra_desktop.store import connect
from hubra_desktop.store.tables import PERSON
from hubra_desktop.work.edits import Add
from hubra_desktop.work.workspace import Workspace
from tests.faults.disk import SECTOR

PAGE: Final = 4096


def people(path: Path) -> tuple[list[str], list[str]]:
    """Open the register as the program does: who is in it, and what its user is told."""
    with closing(Workspace.open(path)) as workspace:
        assert workspace.problems() == []
        with workspace.read() as reader:
            names = list(reader.scalars(select(PERSON.c.name).order_by(PERSON.c.name)))
        return names, workspace.told


def days(path: Path, count: int, random: Random) -> list[bytes]:
    """Take steps in a register, and return its file after each, as anybody may copy it."""
    states = []
    with closing(Workspace.open(path)) as workspace:
        for number in range(count):
            if workspace.undo_label and random.random() < 0.2:
                workspace.undo()
            else:
                name = f"Person {number:02}" + "å" * random.choice((1, 300, 9000))
                workspace.run(Add(Person, {"name": name[:60], "note": name}))
            states.append(path.read_bytes())
    return states


def pages(content: bytes) -> list[bytes]:
    return [content[place : place + PAGE] for place in range(0, len(content), PAGE)]


def journal_of(before: bytes, after: bytes, random: Random) -> bytes:
    """Return the journal of the step between two states, whole, as it is when pages are written."""
    were, are = pages(before), pages(after)
    changed = [place for place, page in enumerate(were) if are[place : place + 1] != [page]]
    seed = random.getrandbits(32)
    head = struct.pack(
        ">8sIIIII", bytes.fromhex("d9d505f920a163d7"), len(changed), seed, len(were), SECTOR, PAGE
    ).ljust(SECTOR, b"\0")
    random.shuffle(changed)
    return head + b"".join(
        struct.pack(">I", place + 1) + were[place] + struct.pack(">I", _sum(were[place], seed))
        for place in changed
    )


def _sum(page: bytes, seed: int) -> int:
    return (seed + sum(page[place] for place in range(PAGE - 200, 0, -200))) & 0xFFFF_FFFF


def cut(before: bytes, after: bytes, random: Random) -> bytes:
    """Return the file as a crash leaves it: pages written in order, or torn as by a power cut."""
    were, are = pages(before), pages(after)
    changed = [place for place, page in enumerate(are) if were[place : place + 1] != [page]]
    left = were + [b""] * (len(are) - len(were))
    if random.random() < 0.5:
        for place in changed[: random.randint(0, len(changed))]:
            left[place] = are[place]
        return b"".join(left)
    for place in random.sample(changed, random.randint(0, len(changed))):
        torn = random.randrange(0, PAGE + 1, SECTOR) if left[place] else PAGE
        left[place] = are[place][:torn] + left[place][torn:]
    whole = [page or bytes(PAGE) for page in left]
    return b"".join(whole)


def lay(path: Path, file: bytes, journal: bytes, copy: bytes | None, random: Random) -> None:
    """Leave a register as a crash did, with a copy laid over it by the one way or the other."""
    path.write_bytes(file)
    connect.beside(path, "-journal").write_bytes(journal)
    if copy is None:
        return
    if random.random() < 0.5:
        path.write_bytes(copy)  # as cp does
        return
    new = path.with_name("kopia")
    new.write_bytes(copy)
    new.replace(path)  # as a file manager does
