"""The register as it was: an earlier state, opened to be read beside the present one."""

from pathlib import Path

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.store.past import PastFile
from hubra_desktop.store.tables import REGISTER
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.workspace import Workspace


def open_past(path: Path) -> Workspace:
    """Open a generation to be read; on any thread. Raises a RegisterError that says why not.

    What is read is held in memory: the file may go meanwhile, and is never changed.
    """
    return Workspace(PastFile(path))


def refuse_other_register(then: Reader, now: Reader, name: str) -> None:
    """Raise InputError when two states are not of one register."""
    if then.scalar(select(REGISTER.c.id)) != now.scalar(select(REGISTER.c.id)):
        raise refusal(
            "”{name}” är en kopia av ett annat register än det som är öppet. Välj en annan fil.",
            name=name,
        )
