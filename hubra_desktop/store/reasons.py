"""Why a system or SQLite refused: each cause in a few words, and what can be done about it.

A cause is told apart by its number, never by the system's words: a full disk, a server
that is away and another program's lock need different things of who sits there, and none
of them is damage.
"""

import errno
from typing import Final, NamedTuple

from hubra_desktop.model.language import N_, say


class Cause(NamedTuple):
    """A cause in a few words for a sentence, and a sentence of what to do.

    One that is ``passing`` goes by itself; ``damaged`` says that the file is, not the disk.
    """

    words: str
    advice: str
    passing: bool = False
    damaged: bool = False


_FULL: Final = Cause(
    N_("disken är full"), N_("Se till att det finns plats på disken, och försök igen.")
)
_QUOTA: Final = Cause(
    N_("ditt utrymme på disken är fullt"),
    N_("Se till att det finns plats i dina mappar, och försök igen."),
)
_READ_ONLY: Final = Cause(
    N_("disken är skrivskyddad"),
    N_("Ta bort skrivskyddet, eller kopiera filen till en annan disk och öppna den där."),
)
_FILE_READ_ONLY: Final = _READ_ONLY._replace(words=N_("filen är skrivskyddad"))
_RIGHTS: Final = Cause(
    N_("du har inte rätt att skriva där"),
    N_("Välj en annan mapp, eller be den som äger mappen om rättigheter."),
)
_TOO_LONG: Final = Cause(
    N_("namnet är för långt"),
    N_("Ge filen ett kortare namn, eller lägg den i en mapp med kortare sökväg."),
)
_NAME: Final = Cause(
    N_("namnet har tecken som disken inte tar emot"), N_("Välj ett annat namn, och försök igen.")
)
_MISSING: Final = Cause(
    N_("mappen finns inte"), N_("Anslut disken som den ligger på, eller välj en annan mapp.")
)
_PLACE: Final = N_("Välj en annan mapp eller ett annat namn, och försök igen.")
_FAILING: Final = Cause(
    N_("disken svarar inte som den ska"),
    N_(
        "Se efter att disken eller nätverket är anslutet, och försök igen. Händer det fler "
        "gånger: be den som sköter datorn om hjälp."
    ),
)
_BUSY: Final = Cause(
    N_("ett annat program använder filen"),
    N_("Vänta tills det är klart, och försök igen."),
    passing=True,
)
_AWAY: Final = Cause(
    N_("nätverket eller servern svarar inte"),
    N_("Se efter att nätverket är anslutet, och försök igen."),
    passing=True,
)
_UNPLUGGED: Final = Cause(
    N_("disken är inte ansluten"), N_("Anslut disken, och försök igen."), passing=True
)
_IN_CLOUD: Final = Cause(
    N_("filen ligger i molnet och kan inte hämtas nu"),
    N_("Se efter att nätverket är anslutet, vänta tills filen är hämtad, och försök igen."),
    passing=True,
)
_CLOSE_PROGRAMS: Final = N_("Stäng några andra program, och försök igen.")
_MEMORY: Final = Cause(N_("datorns minne räcker inte till"), _CLOSE_PROGRAMS, passing=True)
_MANY_FILES: Final = Cause(N_("för många filer är öppna"), _CLOSE_PROGRAMS, passing=True)
_NO_LOCKS: Final = Cause(
    N_("filer i mappen kan inte låsas"),
    N_("Kopiera filen till en annan mapp, helst på datorns egen disk, och öppna den där."),
)
_LARGE: Final = Cause(
    N_("filen blir för stor"), N_("Lägg filen på en annan disk, och försök igen.")
)
_NOT_OPENED: Final = Cause(
    N_("filen går inte att öppna"),
    N_("Försök igen, eller be den som sköter datorn om hjälp."),
)
_DAMAGED: Final = Cause(
    N_("filen är skadad"),
    N_("Öppna den senaste säkerhetskopian, eller rädda det som går."),
    damaged=True,
)

_LOCKED: Final = Cause(
    N_("filen är låst med en lösenfras"), N_("Öppna den med sin lösenfras, och försök igen.")
)

_BY_SQLITE: Final = {
    23: _LOCKED,  # AUTH, as a connection says it
    3: _RIGHTS,  # PERM
    5: _BUSY,
    6: _BUSY,  # LOCKED
    7: _MEMORY,
    8: _FILE_READ_ONLY,
    10: _FAILING,  # IOERR
    11: _DAMAGED,  # CORRUPT
    13: _FULL,
    14: _NOT_OPENED,  # CANTOPEN
    15: _BUSY,  # PROTOCOL
    22: _LARGE,  # NOLFS
    26: _DAMAGED,  # NOTADB
}
"""By SQLite's result code: the driver tells the primary one alone."""

_BY_SYSTEM: Final = {
    getattr(errno, name): cause
    for names, cause in (
        ("ENOSPC", _FULL),
        ("EDQUOT", _QUOTA),
        ("EROFS", _READ_ONLY),
        ("EACCES EPERM", _RIGHTS),
        ("ENAMETOOLONG", _TOO_LONG),
        ("EILSEQ", _NAME),
        ("ENOENT", _MISSING),
        ("EISDIR", Cause(N_("det är en mapp"), _PLACE)),
        ("ELOOP", Cause(N_("sökvägen går runt i en ring"), _PLACE)),
        ("EEXIST", Cause(N_("där finns redan en fil med samma namn som mappen"), _PLACE)),
        ("ENOTDIR", Cause(N_("en del av sökvägen är ingen mapp"), _PLACE)),
        ("EIO EREMOTEIO EUCLEAN", _FAILING),
        ("EBUSY ETXTBSY EAGAIN EWOULDBLOCK EDEADLK", _BUSY),
        ("ESTALE ENOTCONN EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET", _AWAY),
        ("ECONNRESET ECONNABORTED ECONNREFUSED ETIMEDOUT ENOLINK ESHUTDOWN", _AWAY),
        ("ENODEV ENXIO ENOMEDIUM", _UNPLUGGED),
        ("ENOMEM ENOBUFS", _MEMORY),
        ("EMFILE ENFILE", _MANY_FILES),
        ("ENOLCK ENOSYS EOPNOTSUPP ENOTSUP", _NO_LOCKS),
        ("EFBIG", _LARGE),
    )
    for name in names.split()
    if hasattr(errno, name)
}

_BY_WINDOWS: Final = {
    code: cause
    for codes, cause in (
        ((39, 112), _FULL),
        ((1295,), _QUOTA),
        ((19,), _READ_ONLY),
        ((3,), _MISSING),
        ((111, 206), _TOO_LONG),
        ((123, 161), _NAME),
        ((23, 27, 29, 30, 483, 1117), _FAILING),
        ((32, 33, 108, 170), _BUSY),
        ((51, 53, 54, 55, 59, 64, 65, 67, 71, 121, 1222, 1225, 1231, 1232, 1236), _AWAY),
        ((15, 20, 21, 433, 1110, 1112, 1167), _UNPLUGGED),
        ((362, 388, 389, 404, 426), _IN_CLOUD),
        ((8, 14, 1450, 1455), _MEMORY),
        ((4,), _MANY_FILES),
        ((223,), _LARGE),
    )
    for code in codes
}
"""By the number of Windows, whose translation to the others' puts a lock among the rights."""


def cause_of(error: BaseException) -> Cause | None:
    """Return why the system or SQLite refused, or None where that is not known."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, MemoryError):
        return _MEMORY
    code = sqlite_code(cause)
    if code:
        return _BY_SQLITE.get(code)
    known = _BY_WINDOWS.get(getattr(cause, "winerror", None) or 0)
    return known or _BY_SYSTEM.get(getattr(cause, "errno", None) or 0)


def sqlite_code(error: BaseException) -> int:
    """Return SQLite's primary result code, 0 where there is none."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def reason(error: BaseException) -> str:
    """Say in a few words why the system refused, else in the system's own."""
    known = cause_of(error)
    if known:
        return say(known.words)
    cause = getattr(error, "orig", None) or error
    text = getattr(cause, "strerror", None) or str(cause)
    return next(iter(text.splitlines()), type(cause).__name__)


def advice(error: BaseException) -> str:
    """Say what can be done about it."""
    return say((cause_of(error) or _NOT_OPENED).advice)
