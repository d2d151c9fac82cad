"""How a probe ends: it tells its peak memory and is gone, without taking anything down."""

import os
import re
from pathlib import Path


def end() -> None:
    """Print the process's peak memory in kB and end it.

    The peak is asked for here because what a parent is told counts its own memory too.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    os.write(1, found[1].encode() if found else b"")
    os._exit(0)
