"""What is kept of a mistake of the program's own, for whoever is to mend it.

The report is a traceback with the versions it happened in: no file of the user's is
copied, no variable is written out. Only the newest reports are kept. Nothing here may
fail in its turn, so it leans on the standard library and a way out.
"""

import platform
import tempfile
import traceback
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
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now().astimezone()
    path = folder / f"hubra-{now:%Y-%m-%d-%H%M%S-%f}.txt"
    path.touch(mode=0o600, exist_ok=False)
    head = f"hubra {__version__}, Python {platform.python_version()}, {platform.platform()}\n{now}"
    text = "".join(traceback.format_exception(error))
    path.write_text(f"{head}\n\n{text}", encoding="utf-8", errors="backslashreplace")
    for old in sorted(folder.glob("hubra-*.txt"))[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path
