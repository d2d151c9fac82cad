"""Generations of a register: whole, proved copies of it, made while it is in use.

A generation counts when it has its name, and it gets that when it has been proved: its
pages and references are sound, it holds as many rows as the register did at that moment,
and it is on the disk. Until then it is a draft, which a crash leaves and the next one
sweeps away.

The pages are read on a connection of their own, a few at a time: between two steps the
register is free, so that no commit waits. SQLite begins again when somebody commits
meanwhile; when that goes on, the register is held while it is read once in one go.
"""

import errno
import os
import shutil
import time
import unicodedata
from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.model.generations import (
    BackupReason,
    Generation,
    generation_name,
    named_generation,
    newest_first,
)
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.progress import Progress
from hubra_desktop.store import connect, schema
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.errors import FileError, damage_or
from hubra_desktop.store.file_system import make_folder, place_new, sync_folder
from hubra_desktop.store.scratch import sweep_scratch

QUIET = Progress()
"""Nobody to tell, and nobody who stops the work."""

_PAGES = 256
"""Pages (1 MB) that are read in one step."""

_PAUSE = 0.002
"""Seconds that the register is free between two steps."""

_WAITS = (0.1, 0.5, 1.0, 2.0, 4.0)
"""Seconds of waiting for a quiet moment after a commit has disturbed the reading."""

_DRAFT = ".hubra.new"
"""How the name of what is not a generation yet ends."""

_CHUNK = 4 << 20
"""Bytes of a file that are copied at once."""

_LEFT_BEHIND = 600
"""Seconds without a write after which a draft is what a crash left."""

_KEPT_BEFORE_UPGRADE = " (före uppgradering från "


class NotBackedUpError(FileError):
    """A generation could not be made; nothing of it is left."""

    text = N_("Registret ”{name}” kunde inte säkerhetskopieras ({reason}). Det är orört. {advice}")


class UnlikeGenerationError(FileError):
    """A copy is not what the register was; it has been thrown away."""

    text = N_(
        "Säkerhetskopian av ”{name}” stämde inte med registret och räknas inte. "
        "Kontrollera registret under Hjälp, och ta kontakt med den som sköter datorn."
    )


class RegisterMark(NamedTuple):
    """What tells two states of a register apart: the latest step's number and moment.

    An upgrade makes no step; it shows in the ``version`` of the schema.
    """

    step: int
    at: str
    version: str


def generations_folder(register: Path, place: Path | None = None) -> Path:
    """Return where a register's generations lie: beside it, or in another ``place``."""
    stem = register.stem if register.suffix == ".hubra" else register.name
    return (place or register.parent) / f"{stem} (säkerhetskopior)"


def generations_in(folder: Path) -> list[Generation]:
    """Return the generations in a folder, newest first; none when it is not there."""
    found = []
    with suppress(OSError):
        for path in folder.iterdir():
            with suppress(OSError):
                found.append(named_generation(path, path.stat().st_size))
    return newest_first(each for each in found if each is not None)


def kept_originals(register: Path) -> list[Generation]:
    """Return the files that upgrades of a register have kept beside it."""
    begins, found = f"{register.stem}{_KEPT_BEFORE_UPGRADE}", []
    with suppress(OSError):
        for path in register.parent.iterdir():
            if path.name.startswith(begins) and path.suffix == register.suffix:
                with suppress(OSError):
                    status = path.stat()
                    moment = datetime.fromtimestamp(status.st_mtime).replace(microsecond=0)
                    size = status.st_size
                    found.append(Generation(path, moment, BackupReason.MIGRATION, size))
    return newest_first(found)


def mark_of(path: Path, *, purges: bool = True) -> RegisterMark | None:
    """Return which state a register or a generation is in; None when it cannot be read.

    Without ``purges`` the steps are passed over that a disposal by law makes in both.
    """
    with suppress(OSError, sqlite3.Error), closing(connect.read_only(path)) as database:
        return _mark(database, purges=purges)
    return None


def steps_after(register: Path, mark: RegisterMark) -> int | None:
    """Count the register's steps after a state it was in.

    None when it went another way after that, or cannot be read.
    """
    asked = "SELECT id, at FROM step WHERE id >= ? ORDER BY id"
    with suppress(OSError, sqlite3.Error), closing(connect.read_only(register)) as database:
        rows = database.execute(asked, (mark.step,)).fetchall()
        # A step that is not there any longer has been joined with another of the same visit.
        other_way = rows and rows[0][0] == mark.step and rows[0][1] != mark.at
        behind = mark.step and not rows
        return None if other_way or behind else sum(row[0] > mark.step for row in rows)
    return None


def register_id(path: Path) -> str:
    """Return what tells a register and its generations from others; "" when it cannot be read."""
    with suppress(OSError, sqlite3.Error), closing(connect.read_only(path)) as database:
        row = database.execute("SELECT id FROM register").fetchone()
        return str(row[0]) if row else ""
    return ""


def _mark(database: sqlite3.Connection, *, purges: bool = True) -> RegisterMark:
    asked = "SELECT id, at FROM step WHERE ? OR action != 'purge' ORDER BY id DESC LIMIT 1"
    row = database.execute(asked, (purges,)).fetchone()
    [version] = database.execute("SELECT version_num FROM alembic_version").fetchone()
    step, at = row or (0, "")
    return RegisterMark(step, at, version)


def make_generation(
    register: Path, folder: Path, reason: BackupReason, told: Progress = QUIET
) -> Generation:
    """Make a generation of the register as it is now, on any thread.

    Raises NotBackedUpError, UnlikeGenerationError, what tells that the register cannot be
    read, and StoppedError when it is ``told`` to end; then nothing of it is left.
    """
    try:
        make_folder(folder)
        _sweep(folder)
        for place in (folder, register.parent):
            sweep_scratch(place)
        moment, draft = datetime.now(), _new_draft(folder)
        try:
            _copy_proved(register, draft, told)
            with suppress(OSError):
                shutil.copymode(register, draft)
            path = _placed(draft, moment, reason)
        finally:
            connect.discard(draft)
        made = named_generation(path, path.stat().st_size)
    except (OSError, sqlite3.Error) as error:
        raise damage_or(NotBackedUpError(register, error), register, error) from error
    assert made is not None
    return made


def copy_generation(generation: Generation, folder: Path, told: Progress = QUIET) -> Generation:
    """Copy a generation to another folder under its own name, byte by byte, and prove it.

    Raises OSError, and StoppedError when it is ``told`` to end; then nothing is left of it.
    """
    path = folder / generation.path.name
    draft = _new_draft(folder)
    try:
        _copy_bytes(generation.path, draft, told)
        with suppress(FileExistsError):
            place_new(draft, path)
    finally:
        connect.discard(draft)
    return Generation(path, generation.moment, generation.reason, path.stat().st_size)


def hold_generation(generation: Generation) -> Generation:
    """Keep a generation long: an older file has taken the place of its register.

    Raises OSError.
    """
    reason = BackupReason.OLDER_FILE
    name = unicodedata.normalize("NFC", generation.path.name)
    held = generation.path.with_name(name.replace(f"({generation.reason}", f"({reason}", 1))
    generation.path.rename(held)
    sync_folder(held.parent)
    return replace(generation, path=held, reason=reason)


def remove_generation(generation: Generation) -> None:
    """Remove a generation; one that cannot be removed now is so another time."""
    with suppress(OSError):
        generation.path.unlink(missing_ok=True)
        sync_folder(generation.path.parent)


def _copy_proved(register: Path, draft: Path, told: Progress) -> None:
    """Copy the register and prove that the copy is what the register was."""
    with closing(connect.read_only(register)) as source:
        expected = _copied(source, draft, told)
    with closing(connect.read_only(draft)) as copy:
        told.show(say("Prövar kopian"), 0, 0)
        copy.set_progress_handler(lambda: int(told.stopped), 10_000)
        try:
            unlike = bool(schema.problems(copy)) or _contents(copy) != expected
        except sqlite3.OperationalError:
            told.go_on()
            raise
    told.go_on()
    if unlike:
        raise UnlikeGenerationError(register)


_Contents = tuple[RegisterMark, dict[str, int]]


def _contents(database: sqlite3.Connection) -> _Contents:
    """Return the state of a register and how many rows each of its tables has."""
    return _mark(database), schema.row_counts(database)


def _copied(source: sqlite3.Connection, draft: Path, told: Progress) -> _Contents:
    """Copy the register into the draft, and return what it held at that moment."""
    for wait in _WAITS:
        before = _version(source)
        connect.discard(draft)
        try:
            schema.copy_database(source, draft, pages=_PAGES, progress=_Steps(told).note)
            held = _contents_since(source, before)
        except _DisturbedError:
            held = None
        if held is not None:
            return held
        _wait(wait, told)
    return _copied_at_once(source, draft, told)


def _contents_since(source: sqlite3.Connection, before: int) -> _Contents | None:
    """Return what the register holds, None when somebody has committed meanwhile."""
    connect.begin_read(source)
    try:
        return _contents(source) if _version(source) == before else None
    finally:
        source.rollback()


def _wait(seconds: float, told: Progress) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        told.go_on()
        time.sleep(0.05)


def _copied_at_once(source: sqlite3.Connection, draft: Path, told: Progress) -> _Contents:
    """Copy while the register is held: a commit waits as long as that takes."""
    told.go_on()
    connect.discard(draft)
    connect.begin_read(source)
    try:
        held = _contents(source)
        schema.copy_database(source, draft, progress=lambda *_: source.rollback())
    finally:
        source.rollback()
    return held


def _version(source: sqlite3.Connection) -> int:
    """Return a number that another one has when anybody else has committed since."""
    return int(source.execute("PRAGMA data_version").fetchone()[0])


class _DisturbedError(Exception):
    """Somebody committed while the register was read, and the reading began again."""


class _Steps:
    """Follows the steps of a copy: lets the register go between two, and notes a new beginning."""

    def __init__(self, told: Progress) -> None:
        self._told = told
        self._left: int | None = None

    def note(self, status: int, left: int, total: int) -> None:
        """Take note of the pages that are left; raises _DisturbedError, StoppedError."""
        self._told.at(say("Kopierar registret"), total - left, total)
        if status & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return  # somebody commits just now: nothing was read
        if self._left is not None and left >= self._left:
            raise _DisturbedError
        self._left = left
        if left:
            _let_go(_PAUSE)


def _let_go(seconds: float) -> None:
    """Leave the register to others between two steps."""
    time.sleep(seconds)


def _new_draft(folder: Path) -> Path:
    """Name a draft that nobody else has: two programs may be at work in the same second."""
    return folder / f".{new_id()}{_DRAFT}"


def _placed(draft: Path, moment: datetime, reason: BackupReason) -> Path:
    """Give a finished draft the name of its moment, with a number where others have it too."""
    moment = moment.replace(microsecond=0)
    others = sum(each.moment == moment for each in generations_in(draft.parent))
    for number in count(others + 1):
        path = draft.with_name(generation_name(moment, reason, number))
        with suppress(FileExistsError):
            place_new(draft, path)
            break
    return path


def _sweep(folder: Path) -> None:
    """Remove the drafts that a crash left."""
    before = time.time() - _LEFT_BEHIND
    for draft in folder.glob(f".*{_DRAFT}*"):
        with suppress(OSError):
            if draft.stat().st_mtime < before:
                draft.unlink()


def _copy_bytes(source: Path, draft: Path, told: Progress) -> None:
    """Copy a file that nobody writes, and read back what came of it."""
    connect.discard(draft)
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    _write_bytes(source, draft, told)
    with source.open("rb") as content, draft.open("rb") as copy:
        while some := content.read(_CHUNK):
            told.go_on()
            if some != copy.read(_CHUNK):
                raise OSError(errno.EIO, draft.name)
        if copy.read(1):
            raise OSError(errno.EIO, draft.name)
    with suppress(OSError):
        shutil.copystat(source, draft)


def _write_bytes(source: Path, draft: Path, told: Progress) -> None:
    with source.open("rb") as content, draft.open("wb") as copy:
        while some := content.read(_CHUNK):
            told.go_on()
            copy.write(some)
            # Bit by bit: what a slow stick has yet to write, nobody could stop.
            copy.flush()
            os.fsync(copy.fileno())
