"""Where a user's registers lie when nothing else is said."""

import os
from contextlib import suppress
from pathlib import Path

REGISTER_VARIABLE = "HUBRA_REGISTER"


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
