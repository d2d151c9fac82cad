"""A purge by law carried out in the copies of a register too: what is removed is gone.

Generations, the originals that upgrades keep and what was rescued hold what the register
held. Each that has any of what was purged is purged in its turn; one that cannot be is
named, for its owner to remove.
"""

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.store.history import RowKey, rows_there
from hubra_desktop.store.other_copies import change_copy, copies_beside, holds_any
from hubra_desktop.work.backups import all_generations
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.purge import PurgeEvidence, PurgePerson, PurgeTraces
from hubra_desktop.work.workspace import Workspace

Purge = PurgePerson | PurgeEvidence


class PurgedCopies(NamedTuple):
    """How many copies were purged, and a sentence for each that could not be."""

    purged: int
    left: tuple[str, ...]


def purge_copies(register: Path, purge: Purge, done: Changes) -> PurgedCopies:
    """Purge the copies of a register of what was just purged in itself.

    ``done`` is the change report of that.
    """
    keys = [(row.kind, row.id) for row in done.rows]
    purged, left = 0, []
    for path in _copies(register.resolve()):
        try:
            if holds_any(path, keys):
                change_copy(path, lambda draft: _purged(draft, purge, keys))
                purged += 1
        except InputError as refused:
            left.append(refused.sentence)
    return PurgedCopies(purged, tuple(left))


def _copies(register: Path) -> Iterable[Path]:
    generations = (path for each in all_generations(register) for path in each.paths)
    return dict.fromkeys([*generations, *copies_beside(register)])


def _purged(draft: Path, purge: Purge, keys: Collection[RowKey]) -> None:
    """Purge a draft of a copy; an older one is upgraded on the way."""
    with closing(Workspace.open(draft)) as workspace:
        with workspace.read() as reader:
            there = rows_there(reader, keys)
        if (purge.kind, purge.row_id) in there:
            workspace.run(purge)
        workspace.run(PurgeTraces(tuple(keys)))
