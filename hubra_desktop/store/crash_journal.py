"""Whether the journal that a crash left belongs to the file beside it, before it is played back.

SQLite plays back whatever lies under a journal's name. Whoever lays a copy over the
register after a crash gets pages of the crashed day in the file of another, and it opens
without a word. A journal belongs to a file that is as it was when the journal was begun,
or that has got further in the same change: the file's own counter of changes tells, and a
trial in a copy does, where the counter cannot be read or would happen to fit. One that
does not belong is kept under a name that SQLite does not look for.
"""

import struct
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from typing import Any, Final, NamedTuple

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.language import N_, say
from hubra_desktop.store import connect, keys, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.file_system import free_name, sync_folder
from hubra_desktop.store.scratch import scratch_folder

_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HEADER: Final = struct.Struct(">8sIIIII")
"""The mark, how many pages follow, the checksum's seed, the file's pages, sector and page size."""
_TO_THE_END: Final = 0xFFFF_FFFF
_CHECKED_EACH: Final = 200
"""The bytes of a page that its checksum passes over, but for one."""
_PLAIN: Final = b"SQLite format 3\0"
_COUNTER: Final = slice(24, 28)
"""Where the first page counts the changes of the file."""
_LAST_STEP: Final = "SELECT id, at, who, action, label FROM step ORDER BY id DESC LIMIT 1"
_STEP: Final = "SELECT id, at, who, action, label FROM step WHERE id = ?"

ASIDE_SUFFIX: Final = ".journal"
_ASIDE: Final = N_(
    "Registret ”{name}” stängdes inte som det skulle, och filen är inte den som var öppen då: en "
    "annan har lagts i dess ställe. Den är öppnad som den är, senast ändrad {day}. Det som var "
    "kvar av den avbrutna ändringen ligger i ”{kept}” i samma mapp."
)


class _State(NamedTuple):
    """What a copy of a register turned out to be: the row of its last step, None for none."""

    sound: bool
    last: tuple[Any, ...] | None = None


def belongs(path: Path) -> bool:
    """Tell whether the journal beside ``path`` would take back a change of this very file.

    True too where nothing of the journal would be played back. For who holds the register's
    lock, and has it not open. Raises OSError.
    """
    images = _images(connect.beside(path, "-journal").read_bytes())
    if images is None:
        return True
    head, first = _head(path), images.get(1)
    if head.startswith(_PLAIN) and first is not None:
        now, then = (int.from_bytes(each[_COUNTER], "big") for each in (head, first))
        if now - then not in (0, 1):
            return False
    return _is_taken_back(path)


def unknown_salt(path: Path) -> bytes | None:
    """Return the salt of a file whose pages cannot be read before its passphrase is given."""
    salt = _head(path)[:16]
    return salt if keys.is_salt(salt) and keys.known_key(salt) is None else None


def key_in_copy(path: Path) -> keys.FileKey | None:
    """Return the key of a file with a journal, None when it is not encrypted.

    The journal may hold what the file itself has lost, and may be another's. Raises
    sqlite3.Error, OSError; for who has the file not open.
    """
    with _copied(path) as copies:
        for copy in reversed(copies):
            try:
                with closing(connect.read_write(copy)) as database:
                    return connect.key_behind(database)
            except connect.LockedContentError:
                raise
            except sqlite3.DatabaseError as error:
                refused = error
    raise refused


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def put_aside(path: Path) -> str:
    """Keep the journal under another name, and return what the user is told of it.

    Raises OSError, sqlite3.Error when the file cannot be read.
    """
    kept = free_name(path.with_suffix(ASIDE_SUFFIX), say("avbruten ändring"))
    connect.beside(path, "-journal").rename(kept)
    sync_folder(path.parent)
    day = _changed_at(path)
    return say(_ASIDE, name=path.name, kept=kept.name, day=moment_in_words(day, _now()))


def _now() -> datetime:
    return datetime.now().astimezone()


def _changed_at(path: Path) -> datetime:
    """Return when the last step of a register was taken, else when the file was written."""
    try:
        with closing(connect.read_only(path)) as database:
            row = database.execute(_LAST_STEP).fetchone()
            return datetime.fromisoformat(row[1]).astimezone()
    except (sqlite3.Error, TypeError, ValueError):
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _images(journal: bytes) -> dict[int, bytes] | None:
    """Return the pages that SQLite would play back, by their numbers; None for no journal."""
    if not journal.startswith(_MAGIC):
        return None
    images: dict[int, bytes] = {}
    place = 0
    while place + _HEADER.size <= len(journal):
        mark, count, seed, _, sector, size = _HEADER.unpack_from(journal, place)
        if mark != _MAGIC or not sector:
            break
        if place == 0:
            step, page = sector, size
        place += step
        if count == _TO_THE_END:
            count = (len(journal) - place) // (page + 8)
        for _ in range(count):
            record = journal[place : place + page + 8]
            if len(record) < page + 8 or not _is_whole(record, seed):
                return images
            images.setdefault(int.from_bytes(record[:4], "big"), record[4:-4])
            place += page + 8
        place = -(-place // step) * step
    return images


def _is_whole(record: bytes, seed: int) -> bool:
    """Tell whether a page of a journal has the checksum that it was written with."""
    content = record[4:-4]
    told = seed + sum(content[place] for place in range(len(content) - 200, 0, -_CHECKED_EACH))
    return told & 0xFFFF_FFFF == int.from_bytes(record[-4:], "big")


def _is_taken_back(path: Path) -> bool:
    """Play the journal back in a copy, and tell whether a state of the same history comes of it.

    A file that is whole by itself lacks the change that was cut short, or has all of it;
    one that is not whole becomes so. Where there is no room for a copy nothing is known
    against the journal.
    """
    try:
        with _copied(path) as (alone, taken_back):
            after = _state(taken_back)
            if not after.sound:
                return not _state(alone).sound
            before = _state(alone)
            return not before.sound or _follows(before, after, alone)
    except OSError:
        return True


@contextmanager
def _copied(path: Path) -> Iterator[tuple[Path, Path]]:
    """Give a copy of the file alone and one with the journal played back, for their owner alone."""
    with scratch_folder() as folder:
        alone, taken_back = folder / "alone", folder / "taken back"
        copyfile(path, alone)
        copyfile(path, taken_back)
        copyfile(connect.beside(path, "-journal"), connect.beside(taken_back, "-journal"))
        yield alone, taken_back


def _state(path: Path) -> _State:
    try:
        with closing(connect.read_write(path)) as database:
            if schema.problems(database):
                return _State(sound=False)
            with suppress(sqlite3.OperationalError):  # the first releases kept no steps
                return _State(sound=True, last=database.execute(_LAST_STEP).fetchone())
            return _State(sound=True)
    except sqlite3.Error:
        return _State(sound=False)


def _follows(before: _State, after: _State, alone: Path) -> bool:
    """Tell whether the file has the last step of what comes of the journal, and one more at most.

    ``before`` is the file as it lies there, ``after`` what it would become.
    """
    if after.last is None:
        return True
    if before.last is None or before.last[0] - after.last[0] not in (0, 1):
        return False
    with closing(connect.read_only(alone)) as database:
        same = database.execute(_STEP, after.last[:1]).fetchone()
    return bool(same == after.last)
