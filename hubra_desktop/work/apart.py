"""What a library reads that cannot be bounded from within is read in a process of its own.

The process is given the bytes and gives plain data back. It may take so much memory, where
the system can hold it to that, and so much time, after which it is ended; it can be
ended at any moment. What goes wrong in it is a sentence, and the window goes on.
"""

import io
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, Final, Literal

from hubra_desktop.exchange.pdf_file import carried
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import language, set_language
from hubra_desktop.model.progress import NOBODY, Progress

APART: Final = "--read-apart"
"""The first word of a start that only reads one file."""

MOST_SECONDS: Final = 120
MOST_MEMORY: Final = 1536 * 1024 * 1024
"""Bytes: twice what the largest file takes that is within the other limits."""

_LIGHT_PAPER: Final = 300_000
"""Bytes of a PDF that is read in a moment, whatever it unpacks to; a kallelse has half as many."""

_LOOK_EVERY: Final = 0.1
"""Seconds between two looks at whether the reading was given up."""

Task = Literal["workbook", "activities", "meetings", "paper"]
_TASKS: Final[dict[str, str]] = {
    "workbook": "hubra_desktop.exchange.xlsx_file:read_sheets",
    "activities": "hubra_desktop.exchange.calendar_file:read_activities",
    "meetings": "hubra_desktop.exchange.calendar_file:read_meetings",
    "paper": "hubra_desktop.exchange.pdf_file:carried",
}
_PLAIN: Final = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("datetime", "timedelta"),
        ("decimal", "Decimal"),
        ("hubra_desktop.exchange.cells", "Unknown"),
        ("hubra_desktop.exchange.table_grid", "GridRow"),
        ("hubra_desktop.exchange.table_grid", "Sheet"),
    }
)
"""What an answer may be made of, beside text and numbers."""


class _Plain(pickle.Unpickler):
    """Reads an answer, and makes nothing but plain data of it, whatever it says."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        if (module, name) not in _PLAIN:
            message = f"{module}.{name} is no plain data"
            raise pickle.UnpicklingError(message)
        return getattr(import_module(module), name)


def read_apart(task: Task, content: bytes, progress: Progress = NOBODY) -> Any:  # noqa: ANN401
    """Return what a reader makes of a file's bytes, read in another process.

    Raises InputError: what the reader says, or that it took too much; StoppedError when
    nobody waits for it any more.
    """
    try:
        child = subprocess.Popen(
            [*_starter(), APART, task, language()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:  # where no process may be started, the reader's own bounds must do
        return _reader(task)(content)
    answer = _answer(child, content, progress)
    try:
        kind, told = _Plain(io.BytesIO(answer)).load()
    except Exception:  # it was ended by the system, or fell over what it read
        kind, told = "broken", ""
    if kind == "read":
        return told
    raise InputError(told) if kind == "refused" else _too_much(kind)


def paper_data(content: bytes, progress: Progress = NOBODY) -> bytes:
    """Return the data that a PDF carries; raises InputError as ``read_apart`` does."""
    if len(content) <= _LIGHT_PAPER:
        return carried(content)
    data: bytes = read_apart("paper", content, progress)
    return data


def _answer(child: "subprocess.Popen[bytes]", content: bytes, progress: Progress) -> bytes:
    """Return what the process says; it is ended when its time is out or nobody waits."""
    said: list[bytes] = []

    def talk() -> None:
        said.append(child.communicate(content)[0])

    talking = Thread(target=talk, daemon=True)
    talking.start()
    end = monotonic() + MOST_SECONDS
    try:
        while talking.is_alive():
            talking.join(_LOOK_EVERY)
            progress.go_on()
            if monotonic() > end:
                raise _too_much("slow")
    finally:
        if child.poll() is None:
            child.kill()
        talking.join()
    return said[0] if said else b""


def _too_much(kind: str) -> InputError:
    if kind == "slow":
        return refusal(
            "Filen tog mer än {most} sekunder att läsa, och läsningen avbröts. Spara bara det "
            "som ska läsas in i en ny fil.",
            most=MOST_SECONDS,
        )
    if kind == "large":
        return refusal(
            "Filen tar mer än {most} MB minne att läsa, och läsningen avbröts. Spara bara det "
            "som ska läsas in i en ny fil.",
            most=MOST_MEMORY >> 20,
        )
    return refusal(
        "Filen är skadad på ett sätt som avbröt läsningen. Spara den på nytt från det program "
        "som den kommer från."
    )


def _starter() -> list[str]:
    """Return how this program is started: built, or by its source."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "hubra_desktop"]


def _environment() -> dict[str, str]:
    """Return the environment, in which the program's source is found from anywhere."""
    source = str(Path(__file__).parents[2])
    there = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{there}" if there else source}


def serve(task: str, spoken: str) -> int:
    """Read standard input as a task says, and write the answer; return the exit status."""
    _hold_back()
    set_language("en" if spoken == "en" else "sv")
    content = sys.stdin.buffer.read()
    try:
        answer = ("read", _reader(task)(content))
    except InputError as refused:
        answer = ("refused", refused.sentence)
    except MemoryError:
        answer = ("large", "")
    except Exception:
        answer = ("broken", "")
    pickle.dump(answer, sys.stdout.buffer, protocol=5)
    sys.stdout.buffer.flush()
    return 0


def _reader(task: str) -> Callable[[bytes], object]:
    module, _, name = _TASKS[task].partition(":")
    reader: Callable[[bytes], object] = getattr(import_module(module), name)
    return reader


def _hold_back() -> None:
    """Take no more memory and time than this process may have, and let others go first."""
    if sys.platform == "win32":
        return  # the parent's clock and the readers' own bounds hold there
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        os.nice(5)
