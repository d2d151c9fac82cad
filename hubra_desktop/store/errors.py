"""Why a register cannot be opened or written, each with a sentence for its user."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import N_, say
from hubra_desktop.store import connect
from hubra_desktop.store.driver import sqlite3
from hubra_desktop.store.file_system import why_not_opened
from hubra_desktop.store.reasons import advice, cause_of, reason, sqlite_code


class RegisterError(InputError):
    """The register cannot be used as asked; its file has not been touched."""


class FileError(RegisterError):
    """A refusal that says ``text`` of the file, filled in; ``error`` is why, where something is."""

    text: ClassVar[str]

    def __init__(self, path: Path, error: BaseException | None = None, **values: object) -> None:
        told = {"reason": reason(error), "advice": advice(error)} if error else {}
        super().__init__(say(self.text, name=path.name, folder=path.parent, **told, **values))


class RegisterMissingError(FileError):
    """There is no file of that name."""

    text = N_(
        "Registret ”{name}” finns inte i mappen {folder}. "
        "Välj ett annat register, eller skapa ett nytt."
    )


class NotARegisterError(FileError):
    """The file is something else."""

    text = N_(
        "”{name}” är inte ett register för det här programmet, eller så skadat att det inte "
        "känns igen. Filen är orörd. Välj en fil som slutar på .hubra, eller en säkerhetskopia."
    )


class PassphraseNeededError(FileError):
    """The register is locked with a passphrase, which has not been given."""

    text = N_("Registret ”{name}” är låst. Skriv lösenfrasen för att öppna det.")

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DamagedRegisterError(FileError):
    """The file is a register, but cannot be read whole."""

    text = N_(
        "Registret ”{name}” är skadat och går inte att öppna. Filen är orörd. Öppna den "
        "senaste säkerhetskopian, eller rädda det som går."
    )


class SpoiltRegisterError(DamagedRegisterError):
    """A part of an open register cannot be read, or holds what no release has written.

    ``what`` names the part.
    """

    text = N_(
        "Registret ”{name}” är skadat: {what} går inte att läsa. Filen är orörd. Öppna den "
        "senaste säkerhetskopian, eller rädda det som går."
    )


class UnreachableRegisterError(FileError):
    """The register cannot be read now, though nothing says that it is damaged.

    ``passing`` tells that the cause, ``why``, goes by itself, as another program's lock does;
    ``until_then`` is the sentence where it is opened then.
    """

    text = N_("Registret ”{name}” går inte att läsa just nu: {reason}. Filen är orörd. {advice}")

    def __init__(self, path: Path, error: BaseException) -> None:
        super().__init__(path, error)
        self.passing, self.why = _passing(error), reason(error)
        self.until_then = say(_UNTIL_THEN, name=path.name, reason=self.why)


_UNTIL_THEN = N_(
    "Registret ”{name}” går inte att läsa just nu: {reason}. Filen är orörd. Det öppnas av sig "
    "självt så snart det går."
)


class WrongRowsError(DamagedRegisterError):
    """Rows of the register are not as the program wrote them; ``what`` says which."""

    text = N_(
        "Registret ”{name}” är skadat: det här är inte som programmet skrev det: {what}. Filen "
        "är orörd. Öppna den senaste säkerhetskopian, eller rädda det som går."
    )

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(path, what=what)
        self.what = what


class InterruptedRegisterError(FileError):
    """A crash cut a change short, and who may only read cannot take the rest of it back."""

    text = N_(
        "Registret ”{name}” stängdes inte som det skulle, och den sista ändringen "
        "måste bli färdig innan det kan läsas. Filen är orörd. Öppna den för ändring, "
        "eller be någon som har rätt att ändra den."
    )


_REPLACED = N_("Registret ”{name}” har bytts ut, flyttats eller tagits bort medan det var öppet. ")


class ReplacedRegisterError(RegisterError):
    """The open register is no longer the file of its name; ``kept`` is where its state lies."""

    def __init__(self, path: Path, kept: Path | None) -> None:
        where = say(
            "Det gick inte att lägga en kopia bredvid. Lägg tillbaka filen eller anslut disken, "
            "och försök igen innan du stänger programmet."
        )
        if kept:
            where = say(
                "Allt som sparades före den ligger i ”{kept}” i mappen {folder}: "
                "öppna den och jämför med filen som finns nu.",
                kept=kept.name,
                folder=kept.parent,
            )
        super().__init__(say(_REPLACED, name=path.name) + say("Ändringen är inte sparad. ") + where)
        self.kept = kept


class UnreadRegisterError(RegisterError):
    """The open register is no longer the file of its name, and no copy can be read yet."""

    def __init__(self, path: Path) -> None:
        keep = say(
            "Det kan inte läsas nu. Välj Spara nu i menyn Arkiv, så läggs en kopia av allt som är "
            "sparat bredvid."
        )
        super().__init__(say(_REPLACED, name=path.name) + keep)


class NewerRegisterError(FileError):
    """A later release of the program has changed the register."""

    text = N_(
        "Registret ”{name}” är gjort med en nyare utgåva av programmet. "
        "Filen är orörd. Uppdatera programmet och öppna registret igen."
    )


class OlderRegisterError(FileError):
    """The register has an older schema and may not be upgraded while only read."""

    text = N_(
        "Registret ”{name}” är gjort med en äldre utgåva av programmet och behöver "
        "uppgraderas innan det kan läsas. Öppna det för ändring, så görs det med en "
        "kopia kvar."
    )


class NotUpgradedError(FileError):
    """The upgrade to a newer schema failed; the original is in its place."""

    text = N_("Registret ”{name}” kunde inte uppgraderas ({reason}). Det är orört. {advice}")


class RowsNotKeptError(FileError):
    """The newer schema has no place for some rows; ``rows`` names each of them, a line a row."""

    text = N_(
        "Registret ”{name}” har uppgifter som inte kan stå kvar som de är:\n{rows}\n"
        "Registret är orört. Öppna det i den utgåva av programmet som du hade, rätta "
        "uppgifterna där och öppna det sedan här igen."
    )


class RegisterPermissionError(RegisterError):
    """The user may not read or not write the file or its folder."""

    def __init__(self, path: Path, *, reading: bool) -> None:
        may_not = _MAY_NOT_READ if reading else _MAY_NOT_CHANGE
        super().__init__(say(may_not, name=path.name))
        self.reading = reading


_MAY_NOT_READ = N_(
    "Du har inte rätt att läsa registret ”{name}”. Be den som äger filen om rättigheter till den."
)
_MAY_NOT_CHANGE = N_(
    "Du har inte rätt att ändra registret ”{name}”. "
    "Du kan öppna det för läsning, eller be den som äger filen om rättigheter."
)


class UnchangeableRegisterError(FileError):
    """The register can be read where it lies, but not changed."""

    text = N_(
        "Registret ”{name}” kan inte ändras där det ligger: {reason}. Du kan läsa det. {advice}"
    )


@dataclass(frozen=True)
class Holder:
    """Who has a register open: user, computer and local time ``since`` ("13.05")."""

    who: str
    where: str
    since: str


def _by(holder: Holder | None) -> str:
    if holder is None:
        return say("på annat håll")
    return say(
        "av {who} på {where} sedan {since}", who=holder.who, where=holder.where, since=holder.since
    )


class LockedRegisterError(FileError):
    """Another running program has the register open for writing."""

    text = N_("Registret ”{name}” är öppet {by}. Du kan läsa det, eller försöka igen.")

    def __init__(self, path: Path, holder: Holder | None) -> None:
        super().__init__(path, by=_by(holder))
        self.holder = holder


class ReadOnlyError(RegisterError):
    """The register was opened for reading only."""

    def __init__(self) -> None:
        super().__init__(
            say(
                "Registret är öppet endast för läsning, så ändringen sparades inte. "
                "Stäng det på det andra stället och öppna det igen för att ändra."
            )
        )


class NotSavedError(RegisterError):
    """The disk refused a write; the register is as it was before.

    ``passing`` tells that the cause, ``why``, goes by itself, as another program's lock does;
    ``waiting`` is the sentence where what is typed is kept and saved then.
    """

    def __init__(self, error: BaseException) -> None:
        self.passing, self.why = _passing(error), reason(error)
        super().__init__(
            say(
                "Ändringen kunde inte sparas: {reason}. Registret är som det var före "
                "ändringen. {advice}",
                reason=self.why,
                advice=advice(error),
            )
        )
        if self.passing:
            self.waiting = say(
                "Det här är inte sparat än: {reason}. Det står kvar här, och sparas så snart "
                "det går.",
                reason=self.why,
            )


def _passing(error: BaseException) -> bool:
    cause = cause_of(error)
    return cause is not None and cause.passing


class UncertainCommitError(RegisterError):
    """The disk refused a commit and does not tell whether it stands in the file."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(
            say(
                "Det är osäkert om ändringen blev sparad: {reason}. Stäng registret, öppna det "
                "igen och se efter om den står där, innan du gör den en gång till.",
                reason=reason(error),
            )
        )


class NotCreatedError(FileError):
    """A new register could not be made; nothing of it is left."""

    text = N_("Registret ”{name}” kunde inte skapas: {reason}. {advice}")


class FileExistsAlreadyError(FileError):
    """A new register may not take the place of an existing file."""

    text = N_(
        "Det finns redan en fil ”{name}” i mappen {folder}. Välj ett annat namn, eller öppna den."
    )


def no_register(path: Path) -> RegisterError:
    """Return the refusal of a file by its content: damaged, where backups tell that it was one."""
    from hubra_desktop.store.backup import generations_folder, generations_in

    was_one = bool(generations_in(generations_folder(path)))
    return DamagedRegisterError(path) if was_one else NotARegisterError(path)


def unreadable(path: Path, error: BaseException) -> RegisterError:
    """Tell why a register cannot be read; only what SQLite calls damaged is said to be so."""
    cause = getattr(error, "orig", None) or error
    kind = sqlite_code(cause)
    if isinstance(cause, connect.LockedContentError):
        return PassphraseNeededError(path)
    if kind == sqlite3.SQLITE_NOTADB:
        return no_register(path)
    if kind in (sqlite3.SQLITE_ERROR, 0) and not isinstance(cause, OSError | MemoryError):
        return DamagedRegisterError(path)
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
        refused = why_not_opened(path)
        if isinstance(refused, FileNotFoundError):
            return RegisterMissingError(path)
        if refused is None and connect.has_log(path):
            return InterruptedRegisterError(path)
        error = refused or error
    found = cause_of(error)
    if found is not None and found.damaged:
        from hubra_desktop.store.soundness import disk_fault

        fault = disk_fault(path)
        return unreadable(path, fault) if fault else DamagedRegisterError(path)
    if isinstance(error, PermissionError) and getattr(error, "winerror", None) in (None, 5):
        return RegisterPermissionError(path, reading=True)
    return UnreachableRegisterError(path, error)


def damage_or(otherwise: RegisterError, path: Path, error: BaseException) -> RegisterError:
    """Tell that a file is damaged, locked or no register where that is why; else ``otherwise``."""
    refused = unreadable(path, error) if isinstance(error, sqlite3.Error) else None
    if refused is None or isinstance(refused, UnreachableRegisterError):
        return otherwise
    return refused
