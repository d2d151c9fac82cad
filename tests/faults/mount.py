"""A file system in user space over memory, which keeps a record and fails when it is told to.

The file system is a process of its own: a program that waits for its answer may hold what
Python itself needs. It is spoken to by attributes of its topmost folder, in turn with
everything else it is asked.
"""

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tests.faults.disk import Disk, Step

ROOMY: Final = Path("/dev/shm")
CODE: Final = Path(__file__).parents[2]
LIBRARY: Final = "libfuse3.so.3"
WAIT_S: Final = 10


@dataclass(frozen=True)
class Fault:
    """Refuse with ``error`` from the operation after ``skip`` others on, ``times`` times.

    ``kinds`` are the operations that are counted and refused ("write", "fsync", "rename" …).
    ``error`` 0 is a write that takes only half.
    """

    error: int
    kinds: frozenset[str]
    skip: int = 0
    times: int = 1


class Mount:
    """A mounted disk, below ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def tell(self, what: str) -> None:
        """Note in the record that the user has been told so by now."""
        os.setxattr(self.path, "user.tell", what.encode())

    def settle(self) -> None:
        """Have everything on the disk for sure, and begin a new record."""
        os.setxattr(self.path, "user.settle", b"")

    def record(self) -> tuple[Disk, list[Step]]:
        """Return what was on the disk when the record began, and the record."""
        found = self._fetched("record")
        assert isinstance(found, tuple)
        return found

    def disk(self) -> Disk:
        """Return what is on the disk now."""
        found = self._fetched("disk")
        assert isinstance(found, Disk)
        return found

    def put(self, disk: Disk) -> None:
        """Have this on the disk instead of what is there; nothing of it may be open."""
        with _file() as place:
            place.write_bytes(pickle.dumps(disk))
            os.setxattr(self.path, "user.put", os.fsencode(place))

    def fail(self, fault: Fault) -> None:
        """Refuse what comes next, as ``fault`` says."""
        os.setxattr(self.path, "user.fail", pickle.dumps(fault))

    def heal(self) -> tuple[Counter[str], list[str]]:
        """Refuse nothing any more; return what was asked since ``fail``, and what was refused.

        What was asked is counted by its kind, what was refused is "write /name".
        """
        os.setxattr(self.path, "user.heal", b"")
        found = self._fetched("met")
        assert isinstance(found, tuple)
        return found

    def _fetched(self, what: str) -> object:
        with _file() as place:
            os.setxattr(self.path, f"user.{what}", os.fsencode(place))
            return pickle.loads(place.read_bytes())


@contextmanager
def mounted(*, direct: bool = False) -> Iterator[Mount]:
    """Mount an empty disk until the block ends; raises RuntimeError where that cannot be.

    With ``direct`` each read comes to the disk and may be refused or cut short; the system
    keeps nothing of it. A write-ahead log's shared memory cannot be had then.
    """
    folder = Path(tempfile.mkdtemp(prefix="hubra-disk-"))
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.lossy", str(folder), *["direct"][:direct]],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=CODE,
        # Named, it is loaded at once; sought for, by a compiler.
        env={"FUSE_LIBRARY_PATH": LIBRARY, **os.environ},
    )
    assert server.stdout is not None
    try:
        if server.stdout.readline() != b"ready\n":
            _, said = server.communicate(timeout=WAIT_S)
            raise RuntimeError(said.decode(errors="replace").strip() or "no file system came")
        yield Mount(folder)
    finally:
        _end(server)
        folder.rmdir()


@cache
def hindrance() -> str:
    """Say why no file system can be mounted here; empty when one can."""
    if not sys.platform.startswith("linux"):
        return f"file systems in user space are mounted on Linux only, not on {sys.platform}"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "/dev/fuse cannot be opened"
    if shutil.which("fusermount3") is None:
        return "fusermount3 is missing (the package fuse3)"
    try:
        with mounted():
            return ""
    except RuntimeError as error:
        return next(reversed(str(error).splitlines()))


@contextmanager
def workroom() -> Iterator[Path]:
    """Give a folder of a real disk, in memory where there is one; it goes with the block."""
    roomy = ROOMY if os.access(ROOMY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hubra-room-", dir=roomy) as folder:
        yield Path(folder)


def _end(server: "subprocess.Popen[bytes]") -> None:
    """Have the disk unmounted, which happens by itself when nobody speaks to it any more."""
    try:
        server.communicate(timeout=WAIT_S)
    except subprocess.TimeoutExpired:  # somebody still has a file open
        server.kill()
        server.communicate()


@contextmanager
def _file() -> Iterator[Path]:
    with workroom() as folder:
        yield folder / "given"
