"""Why a register cannot be opened or written, each with a sentence for its user."""

import errno
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from hubra_desktop.model.errors import InputError


class RegisterError(InputError):
    """The register cannot be used as asked; its file has not been touched."""


class RegisterMissingError(RegisterError):
    """There is no file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Registret ”{path.name}” finns inte i mappen {path.parent}. "
            "Välj ett annat med Arkiv → Öppna, eller skapa ett nytt."
        )


class NotARegisterError(RegisterError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"”{path.name}” är inte ett register för det här programmet. "
            "Filen är orörd. Välj en fil som slutar på .hubra."
        )


class DamagedRegisterError(RegisterError):
    """The file is a register, but cannot be read whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Registret ”{path.name}” är skadat och går inte att öppna. Filen är orörd. "
            "Öppna en säkerhetskopia, eller be den som sköter datorn om hjälp att läsa ut filen."
        )


class NewerRegisterError(RegisterError):
    """A later release of the program has changed the register."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Registret ”{path.name}” är gjort med en nyare utgåva av programmet. "
            "Filen är orörd. Uppdatera programmet och öppna registret igen."
        )


class OlderRegisterError(RegisterError):
    """The register has an older schema and may not be upgraded while only read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Registret ”{path.name}” är gjort med en äldre utgåva av programmet och behöver "
            "uppgraderas innan det kan läsas. Öppna det för ändring, så görs det med en kopia kvar."
        )


class NotUpgradedError(RegisterError):
    """The upgrade to a newer schema failed; the original is in its place."""

    def __init__(self, path: Path, error: Exception) -> None:
        super().__init__(
            f"Registret ”{path.name}” kunde inte uppgraderas ({reason(error)}). Det är orört. "
            "Se till att det finns plats på disken och öppna det igen."
        )


class RegisterPermissionError(RegisterError):
    """The user may not read or not write the file or its folder."""

    def __init__(self, path: Path, *, reading: bool) -> None:
        deed = "läsa" if reading else "ändra"
        remedy = (
            "Be den som äger filen om rättigheter till den."
            if reading
            else "Du kan öppna det för läsning, eller be den som äger filen om rättigheter."
        )
        super().__init__(f"Du har inte rätt att {deed} registret ”{path.name}”. {remedy}")
        self.reading = reading


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a register open: user, computer and local time ``since`` ("13.05")."""

    who: str
    where: str
    since: str


class LockedRegisterError(RegisterError):
    """Another running program has the register open for writing."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        by = (
            f"av {holder.who} på {holder.where} sedan {holder.since}" if holder else "på annat håll"
        )
        super().__init__(
            f"Registret ”{path.name}” är öppet {by}. Du kan läsa det, eller försöka igen."
        )
        self.holder = holder


class ReadOnlyError(RegisterError):
    """The register was opened for reading only."""

    def __init__(self) -> None:
        super().__init__(
            "Registret är öppet endast för läsning, så ändringen sparades inte. "
            "Stäng det på det andra stället och öppna det igen för att ändra."
        )


class NotSavedError(RegisterError):
    """The disk refused a write; the register is as it was before."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            f"Ändringen kunde inte sparas ({reason(error)}). Registret är som det var före "
            "ändringen. Se till att det finns plats på disken och försök igen."
        )


class NotCreatedError(RegisterError):
    """A new register could not be made; nothing of it is left."""

    def __init__(self, path: Path, error: BaseException) -> None:
        super().__init__(
            f"Registret ”{path.name}” kunde inte skapas ({reason(error)}). "
            "Välj ett annat namn eller en annan mapp."
        )


class BrokenReferenceError(RegisterError):
    """A change that names a row which is not there, or makes one that is there already."""

    def __init__(self) -> None:
        super().__init__(
            "Ändringen hänvisar till något som inte finns i registret, eller som redan finns där. "
            "Inget har ändrats. Öppna sammanträdet på nytt och gör om ändringen."
        )


class FileExistsAlreadyError(RegisterError):
    """A new register may not take the place of an existing file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Det finns redan en fil ”{path.name}” i mappen {path.parent}. "
            "Välj ett annat namn, eller öppna den."
        )


_REASONS = {
    sqlite3.SQLITE_FULL: "disken är full",
    sqlite3.SQLITE_READONLY: "filen är skrivskyddad",
    sqlite3.SQLITE_IOERR: "disken svarar inte som den ska",
    sqlite3.SQLITE_BUSY: "ett annat program använder filen",
    sqlite3.SQLITE_LOCKED: "ett annat program använder filen",
    sqlite3.SQLITE_CANTOPEN: "filen går inte att öppna",
    sqlite3.SQLITE_CORRUPT: "filen är skadad",
}
_SYSTEM_REASONS = {
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "ditt utrymme på disken är fullt",
    errno.EROFS: "mappen är skrivskyddad",
    errno.EACCES: "du har inte rätt att skriva där",
    errno.EPERM: "du har inte rätt att skriva där",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EEXIST: "där finns redan en fil med samma namn som mappen",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
}


def unreadable(path: Path, error: sqlite3.Error) -> RegisterError:
    """Tell a file that another program holds for itself from one that is damaged."""
    if (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF == sqlite3.SQLITE_BUSY:
        return LockedRegisterError(path, None)
    return DamagedRegisterError(path)


def reason(error: BaseException) -> str:
    """Say in a few Swedish words why the system refused, else in the system's own."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    words = _REASONS.get(code & 0xFF) if isinstance(code, int) else None
    words = words or _SYSTEM_REASONS.get(getattr(cause, "errno", None) or 0)
    return words or next(iter(str(cause).splitlines()), type(cause).__name__)
