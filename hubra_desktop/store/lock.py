"""One writer at a time: a lock beside the register, and a note of who holds it.

The lock is the operating system's, so that it is gone with a process that died.
The note is for people: who, on which computer, since when.
"""

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from hubra_desktop.model.language import say
from hubra_desktop.store.errors import Holder, LockedRegisterError, RegisterPermissionError
from hubra_desktop.store.holder import holder_note


def user_name() -> str:
    """Return the name of the user who runs the program, or "okänd"."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return say("okänd", "unknown")


class RegisterLock:
    """The right to write one register; held from construction until ``release``.

    Raises LockedRegisterError when somebody else holds it, RegisterPermissionError
    when no lock can be made there.
    """

    def __init__(self, path: Path) -> None:
        from filelock import FileLock, Timeout  # who only reads needs none

        self._note = holder_note(path)
        self._lock = FileLock(path.with_name(f".{path.name}.lock"), mode=0o600)
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise LockedRegisterError(path, self._holder()) from None
        except (OSError, NotImplementedError):
            raise RegisterPermissionError(path, reading=False) from None
        self._write_note()

    def release(self) -> None:
        """Let others write; safe to call twice."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.release()

    def _write_note(self) -> None:
        """Say who holds the lock; where that cannot be written, the lock holds all the same."""
        since = datetime.now().astimezone().isoformat(timespec="seconds")
        note = {
            "who": user_name(),
            "where": platform.node() or say("okänd dator", "unknown computer"),
            "since": since,
        }
        with suppress(OSError):
            self._note.touch(mode=0o600)
            self._note.write_text(json.dumps(note), encoding="utf-8")

    def _holder(self) -> Holder | None:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            since = datetime.fromisoformat(note["since"])
            return Holder(str(note["who"]), str(note["where"]), _told(since))
        except (OSError, ValueError, KeyError, TypeError):
            return None


def _told(moment: datetime) -> str:
    """Return a moment as "13.05", with its date when it was another day."""
    today = datetime.now(moment.tzinfo).date()
    return moment.strftime("%H.%M" if moment.date() == today else "%Y-%m-%d %H.%M")
