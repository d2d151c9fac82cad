"""What the kit is compared with and does not ship: where it is, and whether it is there.

`make bench` installs the peers into a folder of their own under build, so that the
tests and the program never see them.
"""

import shutil
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "build" / "bench-peers"
OFFICE: Final = "soffice"


@cache
def missing(module: str) -> str:
    """Say why ``module`` cannot be compared with here; "" when it can be.

    The folder of the peers is searched last: what the program itself uses stays its own.
    """
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    try:
        import_module(module)
    except (ImportError, OSError) as why:
        return f"{module} cannot be used here ({str(why).splitlines()[0]})"
    return ""


def office_missing() -> str:
    """Say why LibreOffice cannot be compared with here; "" when it can be."""
    return "" if shutil.which(OFFICE) else "LibreOffice is not installed"
