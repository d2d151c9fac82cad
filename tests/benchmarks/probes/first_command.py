"""Open a register, run commands, and tell how long the first and the second of them took."""

import os
import sys
import time
from pathlib import Path

from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.probes.peak import end


def taken(workspace: Workspace, name: str) -> float:
    """Add a person and return the seconds that it took, its import among them."""
    start = time.perf_counter()
    from hubra_desktop.model.records.council import Person
    from hubra_desktop.work.edits import Add

    workspace.run(Add(Person, {"name": name}))
    return time.perf_counter() - start


opened = Workspace.open(Path(sys.argv[1]))
opened.problems()
for person in sys.argv[2:]:
    os.write(1, f"{taken(opened, person)} ".encode())
opened.close()
end()
