"""Files of the user's read and written whole, with a sentence when that cannot be.

Slow disks and odd places are met here and nowhere else: a file too large to believe,
a device, a link, a folder that is not there.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.file_system import free_name, is_shared, make_folder, sync_folder
from hubra_desktop.store.reasons import reason


def read_whole(path: Path, largest: int) -> bytes:
    """Return a file's bytes, of which at most one more than ``largest`` are read.

    Raises InputError that says why it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise refusal(
            "Filen ”{name}” går inte att läsa ({why}). Välj en annan fil.",
            name=path.name or path,
            why=_why_not_read(error),
        ) from None


def _why_not_read(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return say("den finns inte")
    if isinstance(error, PermissionError):
        return say("du har inte rätt att läsa den")
    return reason(error)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises InputError that says why it could not be.

    A new file is for its owner alone, but in a folder that others may write in too; one
    that is replaced keeps who may read it. A link is followed to its file; a device or pipe
    is written to as it is.
    """
    try:
        folder = path.is_dir()
        if not folder:
            replace_file(path.resolve(), content)
    except (OSError, RuntimeError) as error:
        raise refusal(
            "Filen ”{name}” kunde inte skrivas i mappen {folder} ({why}). "
            "Välj en annan mapp, eller se till att du får skriva där.",
            name=path.name,
            folder=path.parent.absolute(),
            why=reason(error),
        ) from None
    if folder:
        raise refusal("{name} är en mapp. Skriv vad filen ska heta.", name=quoted(str(path)))


def write_note(path: Path, content: str) -> None:
    """Write a small file of the program's own, for the user alone, whole or not at all.

    Raises OSError; the folder is made where there is none.
    """
    make_folder(path.parent)
    replace_file(path, content.encode("utf-8"))


def keep_copy(path: Path) -> None:
    """Keep a copy of a small file of the program's own that it cannot read, beside it.

    Raises OSError; nothing happens when there is no such file.
    """
    with suppress(FileNotFoundError):
        replace_file(free_name(path, say("oläslig")), path.read_bytes())


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, as ``write_whole`` does; raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    draft = path.with_name(f".{new_id()}")
    try:
        with os.fdopen(os.open(draft, _NEW, _mode(path.parent)), "wb") as file:
            file.write(content)
            file.flush()
            _keep_rights(path, draft)
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write files in, which appears under its name only when all is written.

    Raises InputError where something lies there already, or it cannot be written.
    """
    if folder.exists():
        raise refusal(
            "Det finns redan något som heter ”{name}” i mappen {folder}. Välj ett annat namn.",
            name=folder.name,
            folder=folder.parent.absolute(),
        )
    draft = folder.with_name(f".{new_id()}")
    try:
        draft.mkdir(parents=True)
        yield draft
        draft.replace(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise refusal(
            "Mappen {folder} kunde inte skrivas ({why}). Välj en annan plats.",
            folder=folder.absolute(),
            why=reason(error),
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


_NEW: Final = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def _mode(folder: Path) -> int:
    return 0o666 if is_shared(folder) else 0o600


def _keep_rights(path: Path, draft: Path) -> None:
    """Let those who may read a file read what replaces it."""
    if path.exists():
        shutil.copymode(path, draft)
