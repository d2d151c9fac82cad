"""The second place of a register's generations: a memory stick or a folder on a network.

It may be away for a while. Nothing is ever made where its own folder is not there: under
the name of a stick that was pulled out may lie an empty folder of this computer's disk.
"""

import errno
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.generations import Generation, thinning
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.store.backup import (
    QUIET,
    copy_generation,
    generations_folder,
    generations_in,
    register_id,
    remove_generation,
)
from hubra_desktop.store.file_system import file_id, make_folder
from hubra_desktop.store.reasons import reason
from hubra_desktop.store.scratch import sweep_scratch
from hubra_desktop.work.backup_choices import BackupChoices, backup_choices, keep_choices

TOO_LONG = timedelta(days=7)
"""How long the second place may be away before that is told."""


def choose_place(register: Path, place: Path, now: datetime) -> BackupChoices:
    """Let copies of the register's generations go to ``place`` too, from now on.

    Raises InputError when nothing can be written there, or when it is where they lie already.
    """
    register, place = register.resolve(), place.absolute()
    folder = _own_folder(register, place)
    if folder == generations_folder(register) or place == generations_folder(register):
        raise refusal(
            "Där ligger säkerhetskopiorna redan. Välj ett annat ställe: ett USB-minne eller en "
            "mapp på nätverket."
        )
    try:
        _make_in(place, folder)
        probe = folder / ".hubra"
        probe.touch(mode=0o600)
        probe.unlink()
    except OSError as error:
        raise _not_there(place, error) from None
    return keep_choices(register, place=place, folder=folder, reached=now)


def leave_place(register: Path) -> BackupChoices:
    """Let no more generations go to the second place; those that are there stay."""
    return keep_choices(register, place=None, folder=None, reached=None)


def carry_over(register: Path, now: datetime, told: Progress = QUIET) -> list[Generation]:
    """Bring the second place the generations it lacks, the newest first, and thin it alike.

    Returns what was taken away there because together they are too large. Raises OSError
    when it cannot be reached or written, StoppedError when it is ``told`` to end.
    """
    register = register.resolve()
    choices = backup_choices(register)
    if choices.folder is None:
        return []
    if not choices.folder.is_dir():
        raise FileNotFoundError(errno.ENOENT, "away", str(choices.folder))
    crowded = _carry(register, choices, now, told)
    keep_choices(register, reached=now)
    return crowded


def _carry(
    register: Path, choices: BackupChoices, now: datetime, told: Progress
) -> list[Generation]:
    """Copy what is to be kept there in the end, and then remove what is not."""
    assert choices.folder is not None
    sweep_scratch(choices.folder)
    here, there = generations_in(generations_folder(register)), generations_in(choices.folder)
    known = {each.path.name for each in there}
    coming = [each for each in here if each.path.name not in known]
    newest = here[0].path if here else None
    plan = thinning([*there, *coming], now, newest, choices.bound)
    wanted = [each for each in coming if each in plan.kept]
    for number, each in enumerate(wanted):
        told.at(say("Kopierar till det andra stället"), number, len(wanted))
        copy_generation(each, choices.folder, told)
    for each in (*plan.aged, *plan.crowded):
        if each in there:
            remove_generation(each)
    return [each for each in plan.crowded if each in there]


def copy_to(register: Path, generation: Generation, place: Path) -> Path:
    """Put a copy of a generation in a place once; return where. Raises InputError."""
    folder = _own_folder(register.resolve(), place.absolute())
    try:
        _make_in(place, folder)
        if not (folder / generation.path.name).exists():
            copy_generation(generation, folder)
    except OSError as error:
        raise _not_there(place, error) from None
    return folder / generation.path.name


def _not_there(place: Path, error: OSError) -> InputError:
    return refusal(
        "I mappen {folder} går det inte att lägga säkerhetskopior ({reason}). Välj en annan.",
        folder=place,
        reason=reason(error),
    )


def absence(choices: BackupChoices, now: datetime) -> str:
    """Say that the second place has been away too long, and since when; "" when it has not."""
    if choices.folder is None or choices.reached is None or now - choices.reached <= TOO_LONG:
        return ""
    return say(
        "Inga säkerhetskopior har kommit fram till {place} sedan {moment}. Anslut disken, "
        "eller välj ett annat ställe.",
        place=choices.place,
        moment=moment_in_words(choices.reached, now),
    )


def shares_disk(register: Path, place: Path) -> bool:
    """Tell whether a place is on the same disk as the register: one fault takes both."""
    one, other = file_id(register), file_id(place)
    return one is not None and other is not None and one[0] == other[0]


def _make_in(place: Path, folder: Path) -> None:
    """Make the register's folder in a place that is there; raises OSError."""
    if not place.is_dir():
        raise FileNotFoundError(errno.ENOENT, "away", str(place))
    make_folder(folder)


def _own_folder(register: Path, place: Path) -> Path:
    """Return the register's folder in a place, another than that of a namesake's generations."""
    folder = generations_folder(register, place)
    return next(each for each in _numbered(folder) if _is_own(each, register))


def _numbered(folder: Path) -> Iterable[Path]:
    yield folder
    number = 2
    while True:
        yield folder.with_name(f"{folder.name} {number}")
        number += 1


def _is_own(folder: Path, register: Path) -> bool:
    newest = next(iter(generations_in(folder)), None)
    return newest is None or register_id(newest.path) == register_id(register)
