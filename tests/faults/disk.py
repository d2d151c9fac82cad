"""What a disk holds, what it was asked in which order, and what a power cut leaves of it.

A disk may write what nobody has had flushed at any time, in any order, sector by sector, or
never. Sure is only what a flush (fsync) has returned for: a file's content by a flush of the
file, its name by a flush of its folder.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

SECTOR: Final = 512
"""Bytes that a disk writes whole or not at all."""
ROOT: Final = 1
"""The number of the topmost folder."""
_SHARES: Final = (0.0, 0.0, 0.5, 0.9, 1.0)
"""Shares of what was not flushed that a disk has written by itself when the power goes."""

Change = tuple[int, str, int | None]
"""A folder, a name in it, and the node the name means from now on; None: the name is gone."""


@dataclass(frozen=True)
class Made:
    """A new, empty file or folder, which has no name yet."""

    node: int
    mode: int
    folder: bool = False


@dataclass(frozen=True)
class Written:
    """Bytes written into a file from ``offset`` on."""

    node: int
    offset: int
    data: bytes


@dataclass(frozen=True)
class Resized:
    """A file cut or lengthened to ``size`` bytes."""

    node: int
    size: int


@dataclass(frozen=True)
class Moded:
    """Other rights for a file or folder."""

    node: int
    mode: int


@dataclass(frozen=True)
class Named:
    """Names that change together: a creation, removal, link or rename."""

    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Flushed:
    """A flush of a file's content or of a folder's names that returned."""

    node: int


@dataclass(frozen=True)
class Told:
    """Not asked of the disk: from here on the user has been told ``what``."""

    what: str


Step = Made | Written | Resized | Moded | Named | Flushed | Told


@dataclass
class Disk:
    """Files by number, with content and rights, and the names of each folder."""

    content: dict[int, bytearray] = field(default_factory=dict)
    names: dict[int, dict[str, int]] = field(default_factory=lambda: {ROOT: {}})
    modes: dict[int, int] = field(default_factory=lambda: {ROOT: 0o755})

    def take(self, step: Step) -> None:
        """Do what was asked."""
        match step:
            case Made(node, mode, folder):
                self.modes[node] = mode
                if folder:
                    self.names[node] = {}
                else:
                    self.content[node] = bytearray()
            case Written(node, offset, data):
                _write(self.content[node], offset, data)
            case Resized(node, size):
                _resize(self.content[node], size)
            case Moded(node, mode):
                self.modes[node] = mode
            case Named(changes):
                self._name(changes)

    def copy(self) -> "Disk":
        """Return a disk of its own with the same on it."""
        return Disk(
            {node: bytearray(content) for node, content in self.content.items()},
            {node: dict(names) for node, names in self.names.items()},
            dict(self.modes),
        )

    def file(self, path: str) -> bytes | None:
        """Return the content of the file at ``path`` ("folder/name"); None when it is not there."""
        node = ROOT
        for name in path.split("/"):
            found = self.names.get(node, {}).get(name)
            if found is None:
                return None
            node = found
        return bytes(self.content[node])

    def lay_out(self, folder: Path, node: int = ROOT) -> None:
        """Write everything that has a name into an existing folder of a real disk."""
        for name, each in self.names[node].items():
            place = folder / name
            if each in self.names:
                place.mkdir()
                self.lay_out(place, each)
            else:
                place.write_bytes(self.content[each])
            place.chmod(self.modes[each])

    def _name(self, changes: Iterable[Change]) -> None:
        for folder, name, node in changes:
            if node is None:
                self.names[folder].pop(name, None)
            else:
                self.names[folder][name] = node


class Surface:
    """What a disk surely holds while it is asked one thing after another, and what it may hold."""

    def __init__(self, start: Disk) -> None:
        self._sure = start.copy()
        self._content: dict[int, list[Written | Resized]] = {}
        self._names: list[Named] = []
        self.told: list[str] = []

    def take(self, step: Step) -> None:
        """Go one step on."""
        match step:
            case Written() | Resized():
                self._content.setdefault(step.node, []).append(step)
            case Named():
                self._names.append(step)
            case Flushed(node):
                self._flush(node)
            case Told(what):
                self.told.append(what)
            case _:
                self._sure.take(step)

    def cut(self, random: Random) -> Disk:
        """Return what is found when the power goes now: all that is sure, some of the rest."""
        left = self._sure.copy()
        share, in_order = random.choice(_SHARES), random.random() < 0.5
        for names in self._names:
            if random.random() < share:
                left.take(names)
            elif in_order:  # as a file system with a journal of its names
                break
        for node, steps in self._content.items():
            fill = random.choice((None, random))
            for step in steps:
                _maybe(left.content[node], step, share, random, fill)
        return left

    def _flush(self, node: int) -> None:
        for step in self._content.pop(node, ()):
            self._sure.take(step)
        waiting, self._names = self._names, []
        for names in waiting:
            if any(folder == node for folder, _, _ in names.changes):
                self._sure.take(names)
            else:
                self._names.append(names)


def cuts(
    start: Disk, record: list[Step], moments: Iterable[int], random: Random
) -> Iterator[tuple[int, tuple[str, ...], Disk]]:
    """Yield what a cut leaves at each moment: how many steps came before it, told, and the disk.

    ``moments`` are counts of steps from 0 to the length of the record, in rising order.
    """
    surface, done = Surface(start), 0
    for moment in moments:
        for step in record[done:moment]:
            surface.take(step)
        done = moment
        yield moment, tuple(surface.told), surface.cut(random)


def _maybe(
    content: bytearray, step: Written | Resized, share: float, random: Random, fill: Random | None
) -> None:
    """Do a step, or some sectors of it; what was left out of a longer file is ``fill``."""
    if isinstance(step, Resized):
        if random.random() < share:
            _resize(content, step.size)
        return
    begin, end = step.offset, step.offset + len(step.data)
    while begin < end:
        after = min(end, (begin // SECTOR + 1) * SECTOR)
        if random.random() < share:
            gap = begin - len(content)
            if gap > 0:
                content.extend(fill.randbytes(gap) if fill else bytes(gap))
            _write(content, begin, step.data[begin - step.offset : after - step.offset])
        begin = after


def _write(content: bytearray, offset: int, data: bytes) -> None:
    if len(content) < offset:
        _resize(content, offset)
    content[offset : offset + len(data)] = data


def _resize(content: bytearray, size: int) -> None:
    if len(content) > size:
        del content[size:]
    else:
        content.extend(bytes(size - len(content)))
