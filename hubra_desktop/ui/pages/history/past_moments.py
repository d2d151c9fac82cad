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
    moment: datetime
    key: RowKey | None


def known_moments(register: Path, more: Path | None) -> list[PastMoment]:
    """Return the states that generations of a register hold, newest first, and one ``more``.

    A copy that lies elsewhere was so when it was written.
    """
    found = [each.nearest for each in all_generations(register)]
    known = [PastMoment(each.path, each.moment) for each in found]
    if more is None or any(each.path == more for each in known):
        return known
    try:
        written = more.stat().st_mtime
    except OSError:
        written = 0
    return [*known, PastMoment(more, datetime.fromtimestamp(written))]
