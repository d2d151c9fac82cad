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
    known = _remembered() or []
    return [path for path in known if is_reachable(path)][:LATEST]


def remember_register(path: Path) -> None:
    """Put ``path`` first among the registers opened latest; a full disk is no reason to fail.

    A register on a disk that is not connected stays in the list. A list that cannot be
    read is kept beside the new one.
    """
    known = _remembered()
    latest = [path, *(each for each in known or [] if each != path)][:_KEPT]
    if latest == known:
        return
    from hubra_desktop.work.files import keep_copy, write_note

    with suppress(OSError):
        if known is None:
            keep_copy(_recent_file())
        write_note(_recent_file(), json.dumps([str(each) for each in latest]))


def _remembered() -> list[Path] | None:
    """Return all that is in the list, also what cannot be reached; None when it is unreadable."""
    try:
        known = read_note(_recent_file())
    except FileNotFoundError:
        return []
    except (OSError, ValueError):
        return None
    if not isinstance(known, list) or not all(isinstance(each, str) for each in known):
        return None
    return [Path(each) for each in known]


def usual_register() -> Path | None:
    """Return the register that a plain start opens; None when there is none yet."""
    usual = default_register()
    named = os.environ.get(REGISTER_VARIABLE)
    recent = [] if named else recent_registers()
    if recent:
        return recent[0]
    return None if not named and is_gone(usual) else usual


def _recent_file() -> Path:
    return state_folder() / "recent.json"
