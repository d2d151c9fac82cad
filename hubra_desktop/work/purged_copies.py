"""A purge by law carried out in the copies of a register too: what is removed is gone.

Generations, the originals that upgrades keep and what was rescued hold what the register
held. Each that has any of what was purged is purged in its turn; one that cannot be is
named, for its owner to remove.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.rulebook import Disposal
from hubra_desktop.store.backup import generations_in
from hubra_desktop.store.history import PurgeStep, RowKey, purges, rows_there
from hubra_desktop.store.other_copies import change_copy, copies_beside, holds_any, remove_remains
from hubra_desktop.store.reading import records
from hubra_desktop.work.backup_choices import backup_choices
from hubra_desktop.work.backups import all_generations
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.purge import PurgeEvidence, PurgePaper, PurgePerson, PurgeTraces
from hubra_desktop.work.workspace import Workspace

Purge = PurgePerson | PurgeEvidence | PurgePaper


class PurgedCopies(NamedTuple):
    """How many copies were purged, and a sentence for each that could not be."""

    purged: int
    left: tuple[str, ...]


def purge_copies(register: Path, purge: Purge, done: Changes) -> PurgedCopies:
    """Purge the copies of a register of what was just purged in itself.

    ``done`` is the change report of that.
    """
    register = register.resolve()
    generations = (path for each in all_generations(register) for path in each.paths)
    paths = dict.fromkeys([*generations, *copies_beside(register)])
    found = _purged_in(paths, purge, [(row.kind, row.id) for row in done.rows])
    left = (*found.left, *remove_remains(register), *_told_of_absence(register))
    return found._replace(left=left)


def purge_second_place(register: Path, newest: Path) -> PurgedCopies:
    """Purge the copies in the second place of what was purged while that was away.

    What that was is read from the ``newest`` generation: nobody is at work in it.
    """
    register = register.resolve()
    choices = backup_choices(register)
    if choices.folder is None or choices.reached is None or not choices.folder.is_dir():
        return _NONE
    since = choices.reached.astimezone()
    with closing(Workspace.open(newest, read_only=True)) as workspace, workspace.read() as reader:
        missed = [each for each in purges(reader) if each.at >= since]
        done = {each.id: each for each in records(reader, Disposal)}
    found = _NONE
    for step in missed:
        paths = [each.path for each in generations_in(choices.folder)]
        for purge in _commands(step, done):
            now = _purged_in(paths, purge, step.keys)
            found = PurgedCopies(found.purged + now.purged, (*found.left, *now.left))
    return found


_NONE: Final = PurgedCopies(0, ())


def _commands(step: PurgeStep, done: Mapping[str, Disposal]) -> Iterator[Purge]:
    """Yield the purge that a step was; a person's takes with it what else the step forgot."""
    kept = next(
        (done[each] for kind, each in step.keys if kind == "disposal" and each in done), None
    )
    for kind, row_id in step.keys:
        if step.label == PurgeEvidence.label and kind == PurgeEvidence.kind:
            yield PurgeEvidence(row_id)
        elif step.label == PurgePaper.label and kind == PurgePaper.kind:
            yield PurgePaper(row_id)
        elif step.label == PurgePerson.label and kind == PurgePerson.kind:
            yield _again(row_id, kept)


def _again(person_id: str, done: Disposal | None) -> PurgePerson:
    """Return the purge of a person anew, with the decision that it was done by."""
    if done is None:  # it was done before decisions were kept
        return PurgePerson(person_id, say("beslut saknas i registret"))
    return PurgePerson(
        person_id, done.decision, done.decided_on, done.done_by, done.day, disposal_id=done.id
    )


def _told_of_absence(register: Path) -> Iterator[str]:
    choices = backup_choices(register)
    if choices.folder is not None and not choices.folder.is_dir():
        yield say(
            "Kopiorna i {folder} går inte att nå nu. De gallras av sig själva nästa gång som "
            "en säkerhetskopia kommer fram dit.",
            folder=choices.folder,
        )


def _purged_in(paths: Iterable[Path], purge: Purge, keys: Collection[RowKey]) -> PurgedCopies:
    purged, left = 0, []
    for path in paths:
        try:
            if holds_any(path, keys):
                change_copy(path, lambda draft: _purge(draft, purge, keys))
                purged += 1
        except InputError as refused:
            left.append(refused.sentence)
    return PurgedCopies(purged, tuple(left))


def _purge(draft: Path, purge: Purge, keys: Collection[RowKey]) -> None:
    """Purge a draft of a copy; an older one is upgraded on the way."""
    with closing(Workspace.open(draft)) as workspace:
        with workspace.read() as reader:
            there = rows_there(reader, keys)
        if (purge.kind, purge.row_id) in there:
            workspace.run(purge)
        workspace.run(PurgeTraces(tuple(keys)))
