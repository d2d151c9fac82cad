"""The demo register as if it were a real one: its papers are those of no exercise."""

from pathlib import Path

from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.workspace import Workspace


def be_real(path: Path) -> Path:
    """Let a register be no exercise any more."""
    workspace = Workspace.open(path)
    workspace.run(ChangeRegister({"practice": False}))
    workspace.close()
    return path
