"""What is kept of a mistake of the program's own, for whoever is to mend it.

The report is where in the program it happened, with the kinds of errors and the versions:
no message of an error (it may quote what was typed), no variable, no name of a person or of
a user's folder. Only the newest reports are kept. Nothing here may
fail in its turn, so it leans on the standard library and a way out.
"""

import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hubra_desktop import __version__

KEPT = 20
"""Reports that are kept: those of some weeks, not the whole disk when a start fails anew."""


def write_report(error: BaseException) -> Path | None:
    """Write the report of a crash and return its path; None when it could not be kept."""
    for folder in (_log_folder, _temporary_folder):
        with suppress(Exception):
            return _written(folder(), error)
    return None


def crash_sentence(report: Path | None) -> str:
    """Return the sentence that says what happened and where the report lies."""
    if report is None:
        return "Ett oväntat fel inträffade i programmet, och ingen felrapport kunde sparas."
    return (
        "Ett oväntat fel inträffade i programmet. Skicka felrapporten till den som sköter "
        f"det: {report}"
    )


def _log_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path("hubra", appauthor=False)


def _temporary_folder() -> Path:
    return Path(tempfile.gettempdir())


def _written(folder: Path, error: BaseException) -> Path:
    """Write a file of its own that only its owner may read, and thin out the older ones."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now().astimezone()
    path = folder / f"hubra-{now:%Y-%m-%d-%H%M%S-%f}.txt"
    path.touch(mode=0o600, exist_ok=False)
    head = f"hubra {__version__}, Python {platform.python_version()}, {platform.platform()}\n{now}"
    text = "\n".join(_told(error, set()))
    path.write_text(f"{head}\n\n{text}", encoding="utf-8", errors="backslashreplace")
    for old in sorted(folder.glob("hubra-*.txt"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def _told(error: BaseException, seen: set[int]) -> Iterator[str]:
    """Yield lines that tell of an error, and before it of what caused it."""
    seen.add(id(error))
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    inside = error.exceptions if isinstance(error, BaseExceptionGroup) else ()
    for each in (cause, *inside):
        if each is not None and id(each) not in seen:
            yield from _told(each, seen)
            yield "  which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line}"
    kind = type(error)
    yield " ".join([f"{kind.__module__}.{kind.__qualname__}", *_codes(error)])


def _place(file: str) -> str:
    """Return a module's place below the folder that it is imported from: no user's name."""
    tops = sorted((each for each in sys.path if each and file.startswith(each)), key=len)
    return file.removeprefix(tops[-1]).lstrip("/\\") if tops else Path(file).name


def _codes(error: BaseException) -> Iterator[str]:
    """Yield the codes by which a system or a database says what went wrong."""
    for each in (error, getattr(error, "orig", None)):
        for name in ("errno", "winerror", "sqlite_errorname"):
            code = getattr(each, name, None)
            if isinstance(code, (int, str)):
                yield f"{name}={code}"
