"""The earlier states of a register that can be chosen, and the one that is to be shown."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.model.days import moment_in_text
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.store.history import RowKey
from hubra_desktop.work.backups import all_generations
from hubra_desktop.work.workspace import Workspace


class PastMoment(NamedTuple):
    """An earlier state of the register: its file, and the local moment it was so."""

    path: Path
    moment: datetime

    @property
    def called(self) -> str:
        """Return what it is called where it is chosen."""
        return capitalised(moment_in_text(self.moment, datetime.now()))


class PastView(NamedTuple):
    """What is to be shown: an earlier state, open, and the row to begin with, if any."""

    workspace: Workspace
    state: PastMoment
    key: RowKey | None


def known_moments(register: Path) -> list[PastMoment]:
    """Return the states that generations of a register hold, newest first."""
    found = [each.nearest for each in all_generations(register)]
    return [PastMoment(each.path, each.moment) for each in found]


def moment_in(path: Path) -> PastMoment:
    """Return the state in a copy that lies elsewhere: it was so when it was written."""
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        written = datetime.now()
    return PastMoment(path, written)
