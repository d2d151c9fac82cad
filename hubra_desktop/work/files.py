"""Files of the user's read and written whole, with a sentence when that cannot be.

Slow disks and odd places are met here and nowhere else: a file too large to believe,
a device, a link, a folder that is not there.
"""

import os
from contextlib import suppress
from pathlib import Path

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
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

    A link is followed to its file; a device or pipe is written to as it is.
    """
    try:
        _write(path.resolve(), content)
    except (OSError, RuntimeError) as error:
        raise refusal(
            "Filen ”{name}” kunde inte skrivas i mappen {folder} ({why}). "
            "Välj en annan mapp, eller se till att du får skriva där.",
            name=path.name,
            folder=path.parent.absolute(),
            why=reason(error),
        ) from None


def _write(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    draft = path.with_name(f".{new_id()}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
