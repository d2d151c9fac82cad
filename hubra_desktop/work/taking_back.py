"""A lost register taken back from where its backups lie: a memory stick, a folder on a network."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from hubra_desktop.model.days import moment_in_words
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.generations import Generation
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.progress import Progress
from hubra_desktop.store.backup import QUIET, copy_generation, generations_in
from hubra_desktop.store.deep_check import generation_fault
from hubra_desktop.store.errors import FileExistsAlreadyError, PassphraseNeededError
from hubra_desktop.store.file_system import make_folder, place_new
from hubra_desktop.store.reasons import reason
from hubra_desktop.store.scratch import scratch_folder
from hubra_desktop.work.places import remember_register

_LOOKING: Final = N_("Söker efter säkerhetskopior")
_ENDING: Final = " (säkerhetskopior)"
_DEEPEST: Final = 3
_MOST_FOLDERS: Final = 5_000
"""Folders that are looked into, and how far down: a whole disk may be pointed at."""


class LostRegister(NamedTuple):
    """A register of which generations were found, and the newest of them that is sound."""

    name: str
    generation: Generation

    @property
    def called(self) -> str:
        """Return its name with the moment of the generation."""
        return f"{self.name}, {moment_in_words(self.generation.moment, datetime.now())}"


def lost_registers(place: Path, told: Progress = QUIET) -> list[LostRegister]:
    """Return the registers of which sound generations lie in a place, the newest first.

    Raises InputError when there is none, and StoppedError.
    """
    found = []
    for folder in _folders(place):
        told.at(say(_LOOKING))
        newest = next((each for each in generations_in(folder) if _may_open(each)), None)
        if newest is not None:
            name = folder.name.partition(_ENDING)[0] or say("register")
            found.append(LostRegister(name, newest))
    if not found:
        raise refusal(
            "I mappen {folder} finns inga säkerhetskopior. Välj mappen som heter som registret, "
            "med (säkerhetskopior) efter, eller den som den ligger i.",
            folder=place,
        )
    return sorted(found, key=lambda each: each.generation.moment, reverse=True)


def take_back(generation: Generation, target: Path, told: Progress = QUIET) -> Path:
    """Put a copy of a generation where the register is to lie, whole or not at all; return where.

    Raises FileExistsAlreadyError, InputError that says why it cannot be, and StoppedError.
    """
    if target.exists():
        raise FileExistsAlreadyError(target)
    try:
        make_folder(target.parent)
        with scratch_folder(target.parent) as scratch:
            copy = copy_generation(generation, scratch, told)
            copy.path.chmod(0o600)
            place_new(copy.path, target)
    except FileExistsError:
        raise FileExistsAlreadyError(target) from None
    except OSError as error:
        raise refusal(
            "Säkerhetskopian kunde inte läggas i mappen {folder} ({why}). Välj en annan mapp, "
            "eller gör plats där.",
            folder=target.parent,
            why=reason(error),
        ) from None
    remember_register(target)
    return target


def _may_open(generation: Generation) -> bool:
    """Tell whether a generation can be opened, as far as is known: a locked one may be sound."""
    return isinstance(generation_fault(generation.path), PassphraseNeededError | None)


def _folders(place: Path) -> Iterator[Path]:
    """Yield a place and the folders in it that may be looked into, some levels down."""
    level, seen = [place], 0
    for _ in range(_DEEPEST + 1):
        below: list[Path] = []
        for folder in level:
            seen += 1
            if seen > _MOST_FOLDERS:
                return
            yield folder
            with suppress(OSError):
                below += sorted(each for each in folder.iterdir() if _is_folder(each))
        level = below


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir() and not path.is_symlink()
    return False
