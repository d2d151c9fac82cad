"""Why a register cannot be opened or written, each with a sentence for its user."""

import errno
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records import catalogue


class RegisterError(InputError):
    """The register cannot be used as asked; its file has not been touched."""


class RegisterMissingError(RegisterError):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "Registret ”{name}” finns inte i mappen {folder}. "
                "Välj ett annat register, eller skapa ett nytt.",
                "The register “{name}” is not in the folder {folder}. "
                "Choose another register, or make a new one.",
                name=path.name,
                folder=path.parent,
            )
        )


class NotARegisterError(RegisterError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "”{name}” är inte ett register för det här programmet. "
                "Filen är orörd. Välj en fil som slutar på .hubra.",
                "“{name}” is not a register of this program. "
                "The file is untouched. Choose a file that ends in .hubra.",
                name=path.name,
            )
        )


class DamagedRegisterError(RegisterError):
    """The file is a register, but cannot be read whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "Registret ”{name}” är skadat och går inte att öppna. Filen är orörd. Öppna en "
                "säkerhetskopia, eller be den som sköter datorn om hjälp att läsa ut filen.",
                "The register “{name}” is damaged and cannot be opened. The file is untouched. "
                "Open a backup, or ask whoever looks after the computer to read the file out.",
                name=path.name,
            )
        )


class NewerRegisterError(RegisterError):
    """A later release of the program has changed the register."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "Registret ”{name}” är gjort med en nyare utgåva av programmet. "
                "Filen är orörd. Uppdatera programmet och öppna registret igen.",
                "The register “{name}” is made with a later release of the program. "
                "The file is untouched. Update the program and open the register again.",
                name=path.name,
            )
        )


class OlderRegisterError(RegisterError):
    """The register has an older schema and may not be upgraded while only read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "Registret ”{name}” är gjort med en äldre utgåva av programmet och behöver "
                "uppgraderas innan det kan läsas. Öppna det för ändring, så görs det med en "
                "kopia kvar.",
                "The register “{name}” is made with an earlier release of the program and must "
                "be upgraded before it can be read. Open it for change, and that is done with "
                "a copy kept.",
                name=path.name,
            )
        )


class NotUpgradedError(RegisterError):
    """The upgrade to a newer schema failed; the original is in its place."""

    def __init__(self, path: Path, error: Exception) -> None:
        super().__init__(
            say(
                "Registret ”{name}” kunde inte uppgraderas ({reason}). Det är orört. "
                "Se till att det finns plats på disken och öppna det igen.",
                "The register “{name}” could not be upgraded ({reason}). It is untouched. "
                "Make sure that there is room on the disk and open it again.",
                name=path.name,
                reason=reason(error),
            )
        )


class RowsNotKeptError(RegisterError):
    """The newer schema has no place for some rows; ``rows`` names each of them, a line a row."""

    def __init__(self, path: Path, rows: str) -> None:
        super().__init__(
            say(
                "Registret ”{name}” har uppgifter som inte kan stå kvar som de är:\n{rows}\n"
                "Registret är orört. Öppna det i den utgåva av programmet som du hade, rätta "
                "uppgifterna där och öppna det sedan här igen.",
                "The register “{name}” holds entries that cannot stay as they are:\n{rows}\n"
                "The register is untouched. Open it in the release of the program that you had, "
                "mend the entries there, and open it here again.",
                name=path.name,
                rows=rows,
            )
        )


class RegisterPermissionError(RegisterError):
    """The user may not read or not write the file or its folder."""

    def __init__(self, path: Path, *, reading: bool) -> None:
        may_not_read = say(
            "Du har inte rätt att läsa registret ”{name}”. "
            "Be den som äger filen om rättigheter till den.",
            "You may not read the register “{name}”. Ask whoever owns the file for the right.",
            name=path.name,
        )
        may_not_change = say(
            "Du har inte rätt att ändra registret ”{name}”. "
            "Du kan öppna det för läsning, eller be den som äger filen om rättigheter.",
            "You may not change the register “{name}”. "
            "You can open it for reading, or ask whoever owns the file for the right.",
            name=path.name,
        )
        super().__init__(may_not_read if reading else may_not_change)
        self.reading = reading


@dataclass(frozen=True)
class Holder:
    """Who has a register open: user, computer and local time ``since`` ("13.05")."""

    who: str
    where: str
    since: str


def _by(holder: Holder | None) -> str:
    if holder is None:
        return say("på annat håll", "elsewhere")
    return say(
        "av {who} på {where} sedan {since}",
        "by {who} on {where} since {since}",
        who=holder.who,
        where=holder.where,
        since=holder.since,
    )


class LockedRegisterError(RegisterError):
    """Another running program has the register open for writing."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(
            say(
                "Registret ”{name}” är öppet {by}. Du kan läsa det, eller försöka igen.",
                "The register “{name}” is open {by}. You can read it, or try again.",
                name=path.name,
                by=_by(holder),
            )
        )
        self.holder = holder


class ReadOnlyError(RegisterError):
    """The register was opened for reading only."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Registret är öppet endast för läsning, så ändringen sparades inte. "
                "Stäng det på det andra stället och öppna det igen för att ändra.",
                "The register is open for reading only, so the change was not saved. "
                "Close it in the other place and open it again to change it.",
            )
        )


class NotSavedError(RegisterError):
    """The disk refused a write; the register is as it was before."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            say(
                "Ändringen kunde inte sparas ({reason}). Registret är som det var före "
                "ändringen. Se till att det finns plats på disken och försök igen.",
                "The change could not be saved ({reason}). The register is as it was before "
                "the change. Make sure that there is room on the disk and try again.",
                reason=reason(error),
            )
        )


class NotCreatedError(RegisterError):
    """A new register could not be made; nothing of it is left."""

    def __init__(self, path: Path, error: BaseException) -> None:
        super().__init__(
            say(
                "Registret ”{name}” kunde inte skapas ({reason}). "
                "Välj ett annat namn eller en annan mapp.",
                "The register “{name}” could not be made ({reason}). "
                "Choose another name or another folder.",
                name=path.name,
                reason=reason(error),
            )
        )


class BrokenReferenceError(RegisterError):
    """A change that names a row which is not there, or makes one that is there already."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Ändringen hänvisar till något som inte finns i registret, eller som redan finns "
                "där. Inget har ändrats. Öppna sammanträdet på nytt och gör om ändringen.",
                "The change refers to what is not in the register, or what is there already. "
                "Nothing has been changed. Open the meeting anew and make the change again.",
            )
        )


class RefusedRowError(RegisterError):
    """A change that the file's own constraints refuse: a second of one, a value out of bounds."""

    def __init__(self, why: str) -> None:
        super().__init__(why + say(" Inget har ändrats.", " Nothing has been changed."))


def refused_by_file(error: Exception) -> RegisterError:
    """Return the refusal that SQLite's message about a constraint stands for."""
    message = str(error)
    twice = re.search(r"UNIQUE constraint failed: (?:index 'uq_)?(\w+)\b(?!\.id\b)", message)
    value = re.search(r"CHECK constraint failed: ck_(\w+)", message)
    if twice:
        return RefusedRowError(catalogue.refused_twice(twice[1]))
    for kind in catalogue.RECORDS if value else ():
        name = value[1].removeprefix(f"{kind}_") if value else ""
        if name in catalogue.RULES[kind]:
            return RefusedRowError(catalogue.refused_value(kind, name))
    return BrokenReferenceError()


class FileExistsAlreadyError(RegisterError):
    """A new register may not take the place of an existing file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say(
                "Det finns redan en fil ”{name}” i mappen {folder}. "
                "Välj ett annat namn, eller öppna den.",
                "There is already a file “{name}” in the folder {folder}. "
                "Choose another name, or open it.",
                name=path.name,
                folder=path.parent,
            )
        )


_REASONS = {
    sqlite3.SQLITE_FULL: ("disken är full", "the disk is full"),
    sqlite3.SQLITE_READONLY: ("filen är skrivskyddad", "the file is write-protected"),
    sqlite3.SQLITE_IOERR: (
        "disken svarar inte som den ska",
        "the disk does not answer as it should",
    ),
    sqlite3.SQLITE_BUSY: ("ett annat program använder filen", "another program uses the file"),
    sqlite3.SQLITE_LOCKED: ("ett annat program använder filen", "another program uses the file"),
    sqlite3.SQLITE_CANTOPEN: ("filen går inte att öppna", "the file cannot be opened"),
    sqlite3.SQLITE_CORRUPT: ("filen är skadad", "the file is damaged"),
}
_SYSTEM_REASONS = {
    errno.ENOSPC: ("disken är full", "the disk is full"),
    errno.EDQUOT: ("ditt utrymme på disken är fullt", "your room on the disk is used up"),
    errno.EROFS: ("mappen är skrivskyddad", "the folder is write-protected"),
    errno.EACCES: ("du har inte rätt att skriva där", "you may not write there"),
    errno.EPERM: ("du har inte rätt att skriva där", "you may not write there"),
    errno.ENAMETOOLONG: ("namnet är för långt", "the name is too long"),
    errno.ENOENT: ("mappen finns inte", "the folder does not exist"),
    errno.EISDIR: ("det är en mapp", "it is a folder"),
    errno.EIO: ("disken svarar inte som den ska", "the disk does not answer as it should"),
    errno.ELOOP: ("sökvägen går runt i en ring", "the path goes round in a ring"),
    errno.EFBIG: ("filen blir för stor", "the file becomes too large"),
    errno.ETXTBSY: ("ett annat program använder filen", "another program uses the file"),
    errno.EBUSY: ("ett annat program använder filen", "another program uses the file"),
    errno.EEXIST: (
        "där finns redan en fil med samma namn som mappen",
        "a file there has the folder's name",
    ),
    errno.ENOTDIR: ("en del av sökvägen är ingen mapp", "a part of the path is no folder"),
}


def unreadable(path: Path, error: sqlite3.Error) -> RegisterError:
    """Tell a file that another program holds for itself from one that is damaged."""
    if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF == sqlite3.SQLITE_BUSY:
        return LockedRegisterError(path, None)
    return DamagedRegisterError(path)


def reason(error: BaseException) -> str:
    """Say in a few words why the system refused, else in the system's own."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    words = _REASONS.get(code & 0xFF) if isinstance(code, int) else None
    words = words or _SYSTEM_REASONS.get(getattr(cause, "errno", None) or 0)
    if words:
        return say(*words)
    return next(iter(str(cause).splitlines()), type(cause).__name__)
