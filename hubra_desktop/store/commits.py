"""Commits that a disk refused: taken back, or found to stand in the file all the same.

A commit counts from the moment its journal is cut to nothing. When the flush after that
fails SQLite tells of an error, and the change stands in the file.
"""

from hubra_desktop.store.driver import sqlite3


class CommitFollower:
    """Follows the transactions of the connection that writes, one after the other."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._before = 0
        self._asked = False
        self._half_done = False

    def start(self) -> None:
        """Note that a transaction is wanted; until it is ``done`` it may be left half done."""
        self._asked, self._half_done = False, True

    def begin(self) -> None:
        """Note where the history stands, in the transaction that begins; raises sqlite3.Error."""
        self._before = self._last_step()

    def ask(self) -> None:
        """Note that the transaction is committed next."""
        self._asked = True

    def done(self) -> None:
        """Note that the transaction is committed."""
        self._half_done = False

    def stands(self) -> bool:
        """Tell whether a step that was refused stands in the file, surely, all the same.

        What it left half done is taken back. Raises sqlite3.Error when that cannot be told.
        """
        try:
            if self._last_step() == self._before or not self._asked:
                return False
            self._confirm()
        except sqlite3.Error:
            if self._asked:
                raise
            return False
        return True

    def settle(self) -> None:
        """Take back what a refused transaction left half done, which no reader may.

        Raises sqlite3.Error when the disk still refuses.
        """
        if self._half_done:
            self._last_step()
            self._half_done = self._database.in_transaction

    def _last_step(self) -> int:
        (found,) = self._database.execute("SELECT max(id) FROM step").fetchone()
        return int(found or 0)

    def _confirm(self) -> None:
        """Commit once more, so that what stands in the file has been flushed."""
        (version,) = self._database.execute("PRAGMA user_version").fetchone()
        self._database.execute("BEGIN IMMEDIATE")
        try:
            self._database.execute(f"PRAGMA user_version={version}")
            self._database.execute("COMMIT")
        finally:
            if self._database.in_transaction:
                self._database.rollback()
