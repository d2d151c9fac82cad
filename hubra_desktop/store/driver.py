"""The one SQLite that the program uses: SQLCipher's, under the standard module's name.

A register can be locked with a passphrase, and SQLCipher is SQLite with an encrypted
page layer: every page, the journal's too, is ciphertext before it leaves the process,
and locks, journal and crash recovery stay SQLite's own. A container that is decrypted
into a working copy would give all of that up. A file without a passphrase remains an
ordinary SQLite file, read and written as fast.

Unlike the standard module its errors carry the primary result code alone
(``SQLITE_READONLY``, never ``SQLITE_READONLY_ROLLBACK``): which constraint failed is told
by the message.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    from sqlcipher3 import dbapi2 as sqlite3

__all__ = ["sqlite3"]
