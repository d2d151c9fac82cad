"""Where the program's own files lie: fonts, icons, translations, the demo register, its notes.

In the source tree they stand beside the package, in a wheel and in the built
program inside it. Everything else asks here, so that no other module knows how
the program was installed.
"""

import os
from functools import cache
from pathlib import Path

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
