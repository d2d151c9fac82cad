"""Where the program's own files are: fonts, icons, translations, demo register, notes.

They are beside the package in the source tree, and inside it in a wheel or a built program.
What the system tells of any path is asked here too, before anything big is imported.
"""

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any, Final

_LARGEST_NOTE: Final = 4_000_000
"""Bytes of a note: thousands of tables' headings."""

STATE_VARIABLE = "HUBRA_STATE"


@cache
def _root() -> Path:
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def resource(*parts: str) -> Path:
    """Name the file or folder ``parts`` below the program's resources; it need not exist."""
    return _root().joinpath(*parts)


def state_folder() -> Path:
    """Return where the program keeps notes for itself about this user; it need not exist."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("hubra", appauthor=False)


def settings_file() -> Path:
    """Return the file of the window's settings, which Qt keeps; it need not exist."""
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA") or "~/AppData/Roaming"
    else:
        folder = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(folder).expanduser() / "Hubra" / "Hubra.ini"


def is_reachable(path: Path) -> bool:
    """Tell whether there is a file that can be reached; False too where the system refuses to tell.

    It does so of a folder that may not be entered, a server that failed and too long a name.
    """
    try:
        return path.is_file()
    except OSError:
        return False


def is_gone(path: Path) -> bool:
    """Tell whether there surely is no file of that name."""
    try:
        return not path.exists()
    except OSError:
        return False


def read_note(file: Path) -> Any:  # noqa: ANN401
    """Return what one of the program's own notes holds, as JSON.

    The file is anybody's to change: raises OSError when it cannot be read, and ValueError
    for what is no note.
    """
    with file.open("rb") as opened:
        content = opened.read(_LARGEST_NOTE + 1)
    if len(content) > _LARGEST_NOTE:
        raise ValueError
    try:
        return json.loads(content)
    except RecursionError:
        raise ValueError from None
