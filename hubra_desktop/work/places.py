"""Where a user's registers lie, and which of them were opened latest.

The list of the latest is a small file of the program's own, read before anything
big is imported: a second start must find the first one fast.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from hubra_desktop.paths import is_gone, is_reachable, read_note, state_folder

REGISTER_VARIABLE = "HUBRA_REGISTER"
LATEST = 6
"""Registers that are offered: a secretary has one or two, and the exercise."""
_KEPT = 2 * LATEST


def default_register() -> Path:
    """Return the register that HUBRA_REGISTER names, else the one in the user's data folder."""
    named = os.environ.get(REGISTER_VARIABLE)
    if named:
        with suppress(RuntimeError):
            return Path(named).expanduser()
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("hubra", appauthor=False) / "register.hubra"


def practice_register() -> Path:
    """Return where the exercise copy of the demo register is kept."""
    from platformdirs import user_data_path

    return user_data_path("hubra", appauthor=False) / "ovningsregister.hubra"


def recent_registers() -> list[Path]:
    """Return the registers opened latest that can be reached now, the latest first."""
    known = _listed(_recent_file()) or []
    return [path for path in known if is_reachable(path)][:LATEST]


def remember_register(path: Path, *, practice: bool = False) -> None:
    """Put ``path`` first among the registers opened latest; a full disk is no reason to fail.

    A register on a disk that is not connected stays in the list. A list that cannot be
    read is kept beside the new one. An exercise register (``practice``) is known as one, and
    is not opened by a plain start.
    """
    _put_first(_recent_file(), path, known=_listed(_recent_file()))
    exercises = _listed(_exercise_file())
    if practice:
        _put_first(_exercise_file(), path, known=exercises)
    elif path in (exercises or ()):
        _write(_exercise_file(), [each for each in exercises or () if each != path])


def _put_first(file: Path, path: Path, known: list[Path] | None) -> None:
    latest = [path, *(each for each in known or [] if each != path)][:_KEPT]
    if latest != known:
        _write(file, latest, keep=known is None)


def _write(file: Path, paths: list[Path], *, keep: bool = False) -> None:
    from hubra_desktop.work.files import keep_copy, write_note

    with suppress(OSError):
        if keep:
            keep_copy(file)
        write_note(file, json.dumps([str(each) for each in paths]))


def _listed(file: Path) -> list[Path] | None:
    """Return all that is in a list, also what cannot be reached; None when it is unreadable."""
    try:
        known = read_note(file)
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return None
    if not isinstance(known, list) or not all(isinstance(each, str) for each in known):
        return None
    return [Path(each) for each in known]


def usual_register() -> Path | None:
    """Return the register that a plain start opens, never an exercise; None when there is none."""
    usual = default_register()
    named = os.environ.get(REGISTER_VARIABLE)
    exercises = {practice_register(), *(_listed(_exercise_file()) or ())}
    recent = [] if named else [each for each in recent_registers() if each not in exercises]
    if recent:
        return recent[0]
    return None if not named and is_gone(usual) else usual


def _recent_file() -> Path:
    return state_folder() / "recent.json"


def _exercise_file() -> Path:
    return state_folder() / "exercises.json"
