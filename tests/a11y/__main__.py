"""Walk every view and dialog through the accessibility bus; return 1 when a fault is found.

Without a session bus of its own the walk starts one, with the accessibility registry that
the bus starts by itself.
"""

import faulthandler
import os
import shutil
import subprocess
import sys
from tempfile import TemporaryDirectory

NEEDED = ("dbus-run-session", "Xvfb", "openbox", "xdotool")
LONGEST_S = 900
INSIDE = "HUBRA_A11Y_SESSION"


def main(names: list[str]) -> int:
    """Walk and tell."""
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        print(f"The walk needs {', '.join(missing)}.", file=sys.stderr)
        return 2
    if INSIDE not in os.environ:
        command = ["dbus-run-session", "--", sys.executable, "-m", "tests.a11y", *names]
        with TemporaryDirectory(prefix="hubra-") as home:
            # The accessibility bus lies in the home folder: it is to be nobody else's.
            own = {**os.environ, INSIDE: "1", "HOME": home}
            return subprocess.run(command, env=own, check=False).returncode
    return _walk(names)


def _walk(names: list[str]) -> int:
    from PySide6.QtCore import QCoreApplication

    from tests.a11y.subject import PLANT
    from tests.a11y.walk import screen, walk

    application = QCoreApplication([])
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    views = stopped = faults = 0
    blind = True
    with screen():
        for name, found, stops in walk(names):
            if name == PLANT:
                blind = not any(each.startswith("no name: push button") for each in found)
                continue
            print(f"{'FAULT' if found else 'OK   '}  {name}: {stops} stops", flush=True)
            for each in found:
                print(f"       {each}", flush=True)
            views, stopped, faults = views + 1, stopped + stops, faults + len(found)
    del application
    print(f"{views} views and dialogs, {stopped} stops of Tab, {faults} faults")
    if blind:
        print("A button without a name was planted, and not found: the walk is blind.")
    return 1 if faults or blind else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
