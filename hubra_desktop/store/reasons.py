"""Why a system or SQLite refused, in a few words for a sentence."""

import errno
import sqlite3

from hubra_desktop.model.language import N_, say

_REASONS = {
    sqlite3.SQLITE_FULL: N_("disken är full"),
    sqlite3.SQLITE_READONLY: N_("filen är skrivskyddad"),
    sqlite3.SQLITE_IOERR: N_("disken svarar inte som den ska"),
    sqlite3.SQLITE_BUSY: N_("ett annat program använder filen"),
    sqlite3.SQLITE_LOCKED: N_("ett annat program använder filen"),
    sqlite3.SQLITE_CANTOPEN: N_("filen går inte att öppna"),
    sqlite3.SQLITE_CORRUPT: N_("filen är skadad"),
}
_SYSTEM_REASONS = {
    errno.ENOSPC: N_("disken är full"),
    errno.EDQUOT: N_("ditt utrymme på disken är fullt"),
    errno.EROFS: N_("mappen är skrivskyddad"),
    errno.EACCES: N_("du har inte rätt att skriva där"),
    errno.EPERM: N_("du har inte rätt att skriva där"),
    errno.ENAMETOOLONG: N_("namnet är för långt"),
    errno.ENOENT: N_("mappen finns inte"),
    errno.EISDIR: N_("det är en mapp"),
    errno.EIO: N_("disken svarar inte som den ska"),
    errno.ELOOP: N_("sökvägen går runt i en ring"),
    errno.EFBIG: N_("filen blir för stor"),
    errno.ETXTBSY: N_("ett annat program använder filen"),
    errno.EBUSY: N_("ett annat program använder filen"),
    errno.EEXIST: N_("där finns redan en fil med samma namn som mappen"),
    errno.ENOTDIR: N_("en del av sökvägen är ingen mapp"),
}


def reason(error: BaseException) -> str:
    """Say in a few words why the system refused, else in the system's own."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    words = _REASONS.get(code & 0xFF) if isinstance(code, int) else None
    words = words or _SYSTEM_REASONS.get(getattr(cause, "errno", None) or 0)
    if words:
        return say(words)
    return next(iter(str(cause).splitlines()), type(cause).__name__)
