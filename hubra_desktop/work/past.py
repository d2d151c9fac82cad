"""The register as it was: an earlier state, opened to be read beside the present one."""

from pathlib import Path

from hubra_desktop.store.past import PastFile
from hubra_desktop.work.workspace import Workspace


def open_past(path: Path) -> Workspace:
    """Open a generation to be read; on any thread. Raises a RegisterError that says why not.

    What is read is held in memory: the file may go meanwhile, and is never changed.
    """
    return Workspace(PastFile(path))
