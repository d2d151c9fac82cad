"""The process behind ``mount.mounted``: ``python -m tests.faults.lossy FOLDER [direct]``."""

import errno
import os
import pickle
import stat
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from mfusepy import FUSE

from tests.faults.disk import (
    ROOT,
    Disk,
    Flushed,
    Made,
    Moded,
    Named,
    Resized,
    Step,
    Told,
    Written,
)
from tests.faults.mount import Fault

_FREE_BLOCKS = 1 << 20
_NAME_MAX = 255
_HIDDEN = ".fuse_hidden"
"""What the library renames an open file to that loses its name, until it is closed."""


class LossyDisk:
    """A disk that notes what it is asked, and refuses when it is told to."""

    use_ns = True

    def __init__(self, *, direct: bool) -> None:
        self._direct = direct
        self._disk = Disk()
        self._start = self._disk.copy()
        self._record: list[Step] = []
        self._last = ROOT
        self._hidden: dict[str, int] = {}
        self._touched: dict[int, int] = {}
        self._fault: Fault | None = None
        self._met: Counter[str] = Counter()
        self._turn = 0
        self._refused: list[str] = []

    def init_with_config(self, conn_info: Any, config_3: Any) -> None:
        """Have every operation come here, and files be what their numbers say."""
        config_3.use_ino = 1
        config_3.direct_io = int(self._direct)
        config_3.attr_timeout = config_3.entry_timeout = 0
        sys.stdout.write("ready\n")
        sys.stdout.flush()

    # What it is told beside what a disk is asked.

    def setxattr(self, path: str, name: str, value: bytes, options: int, position: int = 0) -> int:
        if path != "/":
            raise OSError(errno.ENOTSUP, name)
        match name:
            case "user.tell":
                self._record.append(Told(value.decode()))
            case "user.settle":
                self._start, self._record = self._disk.copy(), []
            case "user.record":
                _give((self._start, self._record), value)
            case "user.disk":
                _give(self._disk, value)
            case "user.put":
                self._disk = pickle.loads(Path(os.fsdecode(value)).read_bytes())
                self._start, self._record = self._disk.copy(), []
                self._last = max(self._last, *self._disk.modes)
            case "user.fail":
                self._fault, self._turn = pickle.loads(value), 0
                self._met, self._refused = Counter(), []
            case "user.heal":
                self._fault = None
            case "user.met":
                _give((self._met, self._refused), value)
            case _:
                raise OSError(errno.ENOTSUP, name)
        return 0

    def getxattr(self, path: str, name: str, position: int = 0) -> bytes:
        raise OSError(errno.ENODATA, name)

    def listxattr(self, path: str) -> list[str]:
        return []

    # What is read.

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        self._meet("getattr", path)
        node = self._node(path, fh)
        touched = self._touched.get(node, 0)
        size = len(self._disk.content.get(node, b""))
        return {
            "st_mode": self._kind(node) | self._disk.modes[node],
            "st_ino": node,
            "st_nlink": self._links(node),
            "st_size": size,
            "st_blocks": -(-size // 512),
            "st_uid": os.getuid(),
            "st_gid": os.getgid(),
            "st_atime": touched,
            "st_mtime": touched,
            "st_ctime": touched,
        }

    def opendir(self, path: str) -> int:
        return self._node(path)

    def readdir(self, path: str, fh: int) -> list[tuple[str, dict[str, int], int]]:
        self._meet("readdir", path)
        there = [(".", fh), ("..", ROOT), *self._disk.names[fh].items()]
        return [(name, {"st_ino": node, "st_mode": self._kind(node)}, 0) for name, node in there]

    def statfs(self, path: str) -> dict[str, int]:
        return {
            "f_bsize": 4096,
            "f_frsize": 4096,
            "f_blocks": _FREE_BLOCKS,
            "f_bfree": _FREE_BLOCKS,
            "f_bavail": _FREE_BLOCKS,
            "f_namemax": _NAME_MAX,
        }

    def open(self, path: str, flags: int) -> int:
        self._meet("open", path)
        node = self._node(path)
        if flags & os.O_TRUNC and self._disk.content[node]:
            self._do(Resized(node, 0))
        return node

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        self._meet("read", path)
        return bytes(self._disk.content[fh][offset : offset + size])

    # What changes something.

    def create(self, path: str, mode: int, fi: Any = None) -> int:
        self._meet("create", path)
        node = self._made(mode)
        self._do(Named(((*self._place(path), node),)))
        return node

    def mkdir(self, path: str, mode: int) -> int:
        self._meet("mkdir", path)
        node = self._made(mode, folder=True)
        self._do(Named(((*self._place(path), node),)))
        return 0

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        if self._meet("write", path):
            data = data[: len(data) // 2] or data
        self._do(Written(fh, offset, data))
        self._touched[fh] = time.time_ns()
        return len(data)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        self._meet("truncate", path)
        node = self._node(path, fh)
        self._do(Resized(node, length))
        self._touched[node] = time.time_ns()
        return 0

    def chmod(self, path: str, mode: int) -> int:
        self._meet("chmod", path)
        self._do(Moded(self._node(path), stat.S_IMODE(mode)))
        return 0

    def chown(self, path: str, uid: int, gid: int) -> int:
        return 0

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        return 0

    def link(self, target: str, source: str) -> int:
        self._meet("link", target)
        self._do(Named(((*self._place(target), self._node(source)),)))
        return 0

    def unlink(self, path: str) -> int:
        if self._hidden.pop(path, None) is not None:
            return 0
        self._meet("unlink", path)
        self._do(Named(((*self._place(path), None),)))
        return 0

    def rmdir(self, path: str) -> int:
        self._meet("rmdir", path)
        if self._disk.names[self._node(path)]:
            raise OSError(errno.ENOTEMPTY, path)
        self._do(Named(((*self._place(path), None),)))
        return 0

    def rename(self, old: str, new: str) -> int:
        node = self._node(old)
        gone = (*self._place(old), None)
        if new.rpartition("/")[2].startswith(_HIDDEN):
            # An open file loses its name, by a removal or because another takes it.
            self._meet("unlink", old)
            self._hidden[new] = node
            self._do(Named((gone,)))
            return 0
        self._meet("rename", new)
        place = self._place(new)
        if self._record and self._record[-1] == Named(((*place, None),)):
            self._record.pop()  # the half before: the two are one to the disk
        self._do(Named((gone, (*place, node))))
        return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        self._meet("fsync", path)
        self._do(Flushed(fh))
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        self._meet("fsyncdir", path)
        self._do(Flushed(fh))
        return 0

    def _meet(self, kind: str, path: str) -> bool:
        """Refuse an operation when its turn has come; return whether it is to take only half."""
        fault = self._fault
        self._met[kind] += 1
        if fault is None or kind not in fault.kinds:
            return False
        self._turn += 1
        if not fault.skip < self._turn <= fault.skip + fault.times:
            return False
        self._refused.append(f"{kind} {path}")
        if fault.error:
            raise OSError(fault.error, kind)
        return True

    def _do(self, step: Step) -> None:
        self._disk.take(step)
        self._record.append(step)

    def _made(self, mode: int, *, folder: bool = False) -> int:
        self._last += 1
        self._do(Made(self._last, stat.S_IMODE(mode), folder))
        return self._last

    def _place(self, path: str) -> tuple[int, str]:
        """Return the folder of a path, which must be there, and the name in it."""
        above, _, name = path.rpartition("/")
        if len(os.fsencode(name)) > _NAME_MAX:
            raise OSError(errno.ENAMETOOLONG, path)
        return self._node(above or "/"), name

    def _node(self, path: str, fh: int | None = None) -> int:
        if fh is not None:
            return fh
        if path in self._hidden:
            return self._hidden[path]
        node = ROOT
        for name in filter(None, path.split("/")):
            names = self._disk.names.get(node)
            if names is None:
                raise OSError(errno.ENOTDIR, path)
            if name not in names:
                raise OSError(errno.ENOENT, path)
            node = names[name]
        return node

    def _kind(self, node: int) -> int:
        return stat.S_IFDIR if node in self._disk.names else stat.S_IFREG

    def _links(self, node: int) -> int:
        return sum(list(names.values()).count(node) for names in self._disk.names.values()) or 1


def _give(what: object, place: bytes) -> None:
    Path(os.fsdecode(place)).write_bytes(pickle.dumps(what))


def _unmount_when_left(folder: str) -> None:
    """Unmount once the one who asked for the disk has let go of it, or died."""
    sys.stdin.read()
    subprocess.run(["fusermount3", "-u", "-z", folder], check=False)


def main() -> None:
    """Serve until the disk is unmounted."""
    folder, *how = sys.argv[1:]
    threading.Thread(target=_unmount_when_left, args=(folder,), daemon=True).start()
    FUSE(LossyDisk(direct=bool(how)), folder, foreground=True, nothreads=True)


if __name__ == "__main__":
    main()
