"""Why a system or SQLite refused, in a few words for a sentence."""

import errno
import sqlite3

from hubra_desktop.model.language import say

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


def reason(error: BaseException) -> str:
    """Say in a few words why the system refused, else in the system's own."""
    cause = getattr(error, "orig", None) or error
    code = getattr(cause, "sqlite_errorcode", None)
    words = _REASONS.get(code & 0xFF) if isinstance(code, int) else None
    words = words or _SYSTEM_REASONS.get(getattr(cause, "errno", None) or 0)
    if words:
        return say(*words)
    return next(iter(str(cause).splitlines()), type(cause).__name__)
