"""The passphrase of a register: chosen, changed and taken away, for its copies too."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import N_, say, say_count
from hubra_desktop.model.progress import Progress
from hubra_desktop.model.recovery_key import recovery_key
from hubra_desktop.store import keys
from hubra_desktop.store.errors import FileError, PassphraseNeededError, RegisterError
from hubra_desktop.store.other_copies import copies_beside
from hubra_desktop.store.passphrase import (
    encrypt_file,
    lock_register,
    new_key,
    salt_of_register,
    unlock_with,
)
from hubra_desktop.work.backup_choices import backup_choices
from hubra_desktop.work.backups import all_generations

NOBODY: Final = Progress()
_LONG: Final = 16
"""Signs of a passphrase that is no longer called short: four words of four letters."""


class UnchangedCopyError(FileError):
    """A copy of the register could not be locked or unlocked as the register was."""

    text = N_(
        "Kopian ”{name}” i mappen {folder} är kvar som den var. Ta bort den om du inte behöver den."
    )


class ChangedPassphrase(NamedTuple):
    """The key of the recovery sheet, None without a passphrase; what came of the copies."""

    key: bytes | None
    copies: int
    left: tuple[str, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Return sentences on what has been done and what has not."""
        done = say("Registret är låst.") if self.key else say("Registret är inte låst längre.")
        also = say_count("Det gäller {n} kopia också.", "Det gäller {n} kopior också.", self.copies)
        return (f"{done} {also}" if self.copies else done, *self.left)


def is_locked(register: Path) -> bool:
    """Tell whether a passphrase is needed to open a register now; raises a RegisterError."""
    salt = salt_of_register(register)
    return salt is not None and keys.known_key(salt) is None


def refuse_locked(register: Path) -> None:
    """Raise PassphraseNeededError when a register cannot be opened without a passphrase.

    What else is wrong with it is left for its opening to tell.
    """
    try:
        locked = is_locked(register)
    except RegisterError:
        return
    if locked:
        raise PassphraseNeededError(register)


def has_passphrase(register: Path) -> bool:
    """Tell whether a register is encrypted; raises a RegisterError."""
    return salt_of_register(register) is not None


def passphrase_hint(passphrase: str) -> str:
    """Say how a passphrase could be better; "" when there is nothing to say."""
    if len(passphrase) >= _LONG:
        return ""
    return say(
        "Tips: fyra eller fem vanliga ord efter varandra är lätta att minnas och svåra att gissa."
    )


def check_passphrase(passphrase: str, again: str) -> None:
    """Raise InputError when a new passphrase is empty, or not the same both times."""
    if not passphrase.strip():
        raise refusal("Skriv en lösenfras.")
    if passphrase != again:
        raise refusal("Lösenfraserna är inte lika. Skriv samma lösenfras båda gångerna.")


def unlock_by_sheet(register: Path, typed: str) -> None:
    """Unlock a register by the key on its recovery sheet, as it was typed.

    Raises InputError that names the group where something is wrong, and RegisterError.
    """
    unlock_with(register, recovery_key(typed))


def change_passphrase(
    register: Path, passphrase: str | None, progress: Progress = NOBODY
) -> ChangedPassphrase:
    """Lock a register that nobody has open with a new passphrase, or with none; takes a while.

    Its copies follow: generations in both places, what upgrades and rescues kept. It has to
    be unlocked. Raises a RegisterError, and StoppedError until the register itself is being
    changed; it is then as it was.
    """
    register = register.resolve()
    refuse_locked(register)
    copies = list(_copies(register))
    at, of = say("Registret och dess kopior ändras…"), len(copies) + 1
    progress.at(at, 0, of)
    key = None if passphrase is None else new_key(register, passphrase)
    progress.go_on()
    lock_register(register, key)
    changed, left = 0, list(_out_of_reach(register))
    for done, path in enumerate(copies, start=1):
        progress.show(at, done, of)
        try:
            encrypt_file(path, key)
            changed += 1
        except RegisterError:
            left.append(UnchangedCopyError(path).sentence)
    return ChangedPassphrase(key and key.key, changed, tuple(left))


def _out_of_reach(register: Path) -> Iterator[str]:
    folder = backup_choices(register).folder
    if folder is not None and not folder.is_dir():
        yield say(
            "Det andra stället för säkerhetskopior, {folder}, är inte anslutet. Kopiorna där är "
            "kvar som de var.",
            folder=folder,
        )


def _copies(register: Path) -> Iterable[Path]:
    generations = (path for each in all_generations(register) for path in each.paths)
    return dict.fromkeys([*generations, *copies_beside(register)])
