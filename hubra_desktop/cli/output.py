"""Standard output of the commands: whole, in UTF-8 for programs.

A full disk behind a redirection is an InputError; a reader that closes the pipe (``| head``)
is no error.
"""

import io
import json
import os
import sys
from contextlib import suppress
from datetime import date
from enum import Enum
from typing import Any

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.printable import printable
from hubra_desktop.model.swedish import clock
from hubra_desktop.store.reasons import reason


def write_lines(*lines: str) -> None:
    """Write lines for people; what their terminal cannot show, or would obey, becomes a mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    _put("".join(f"{printable(line)}\n" for line in lines))


def json_values(thing: object, *names: str) -> dict[str, Any]:
    """Take values of ``thing`` for JSON: a term's own word, a day in ISO form, else as it is."""
    return {name: _plain(getattr(thing, name)) for name in names}


def json_clock(minutes: int | None) -> str | None:
    """Return a clock time for JSON: ``15:30``, None where there is none."""
    return None if minutes is None else clock(minutes, ":")


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def write_output(content: bytes) -> None:
    """Write bytes for programs; raises InputError when they cannot be written."""
    _put(content)


def write_shown(text: str, shown: object, *, as_json: bool) -> None:
    """Write what was asked for: as text for people, or for programs as JSON."""
    if as_json:
        write_output(f"{json.dumps(shown, ensure_ascii=False, indent=2)}\n".encode())
    else:
        write_lines(text)


def silence() -> None:
    """Discard all further output: its reader is gone, or it is full."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _put(content: str | bytes) -> None:
    """Write and flush at once, so that what goes wrong shows here and not at the very end.

    A program started without a terminal may have no standard output; then nothing is written.
    """
    if sys.stdout is None:
        return
    try:
        if isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence()
        raise InputError(f"Utmatningen kunde inte skrivas ({reason(error)}).") from None
