"""The open register as the window sees it: run, undo, read, and tell what changed.

All pages reach the register through here, so that text still in an editor is
always committed before any other command, and so that every refusal ends as one
sentence in the message bar with nothing lost.
"""

import errno
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.swedish import set_separator
from hubra_desktop.store.errors import (
    NotSavedError,
    RegisterError,
    UnreachableRegisterError,
)
from hubra_desktop.store.refused_rows import BrokenReferenceError, RefusedRowError
from hubra_desktop.ui.messages import Messages
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import Reader, house_style
from hubra_desktop.work.queries.register import Exercise, exercise
from hubra_desktop.work.workspace import Workspace

if TYPE_CHECKING:
    from hubra_desktop.ui.waiting import Waiting
    from hubra_desktop.work.commands.base import Command


Mend = Callable[[], str]


class Pending(Protocol):
    """Something that may hold typed text that is not in the register yet."""

    def flush(self) -> bool:
        """Commit what is typed; False when it cannot be used and still stands there."""


class Desk(QObject):
    """Owns the workspace that is open; at most one, replaced only by ``use``.

    ``replaced`` is emitted when another register (or none) is open, ``changed``
    with the change report of every command, undo and redo, ``saved`` after each, and
    ``stepped`` with the change report of what was taken back (True) or done again.
    ``past`` tells that it is an earlier state, which nobody can open for change.
    """

    replaced = Signal()
    changed = Signal(object)
    saved = Signal()
    stepped = Signal(object, bool)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.messages = messages
        self.workspace: Workspace | None = None
        self.past = False
        self._pending: list[tuple[Pending, Mend | None]] = []
        self._refused: list[Pending] = []
        self._refused_at = ""
        self._flushing = False
        self._waiting: Waiting | None = None
        self.not_stored = ""  # why texts that can be used could not be saved, at the last try
        self._unsubscribe: Callable[[], None] | None = None
        self.exercise = Exercise()

    def hold(self, pending: Pending, mend: Mend | None = None) -> None:
        """Ask ``pending`` to commit its text before every command and at close.

        ``mend`` leads to what was refused of it, wherever that is, and returns its name.
        """
        self._pending.append((pending, mend))

    @property
    def path(self) -> Path | None:
        """Return where the open register lies."""
        return None if self.workspace is None else self.workspace.path

    @property
    def read_only(self) -> bool:
        """Return whether nothing may be changed."""
        return self.workspace is None or self.workspace.read_only

    @property
    def closed_told(self) -> str:
        """Say why nothing of the open register can be changed; "" where it can."""
        if self.past:
            return say("Så såg det ut då, och det ändras inte. Gå tillbaka till nu för att ändra.")
        if self.read_only:
            return say("Registret är öppet för läsning. Öppna det igen för att kunna ändra.")
        return ""

    def use(self, workspace: Workspace | None) -> None:
        """Let go of the open register, close it, and show ``workspace``."""
        self._let_go()
        self.workspace = workspace
        if workspace is not None:
            self._unsubscribe = workspace.subscribe(self._pass_on)
        self.write_clock()
        self._read_day()
        self.replaced.emit()

    def release(self) -> Workspace | None:
        """Let go of the open register without closing it, for another desk to use."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        workspace, self.workspace = self.workspace, None
        return workspace

    def _let_go(self) -> None:
        workspace = self.release()
        if workspace is not None:
            workspace.close()

    def _pass_on(self, changes: Changes) -> None:
        if "house_style" in changes.kinds:
            self.write_clock()
        if "register" in changes.kinds:
            self._read_day()
        self.changed.emit(changes)
        self.saved.emit()

    def write_clock(self) -> None:
        """Write clock times in the window as the open register's house style does."""
        style = HouseStyle()
        if self.workspace is not None:
            with self.refusing(), self.read() as reader:
                style = house_style(reader)
        set_separator(style.time_separator)

    def today(self) -> date:
        """Return the day that it is: that of the open exercise register, if it has one."""
        return self.exercise.today()

    def _read_day(self) -> None:
        self.exercise = Exercise()
        if self.workspace is not None:
            with self.refusing(), self.read() as reader:
                self.exercise = exercise(reader)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Give a read-only connection for the queries; a register must be open."""
        if self.workspace is None:
            raise nothing_open()
        try:
            with self.workspace.read() as reader:
                yield reader
        except UnreachableRegisterError as refused:
            if refused.passing:
                self._wait(refused.why, reading=True)
            raise

    def _wait(self, why: str, *, reading: bool) -> None:
        """Try again when what holds up the register has gone; on the window's thread alone."""
        if QThread.currentThread() is not self.thread():
            return
        if self._waiting is None:
            from hubra_desktop.ui.waiting import Waiting

            self._waiting = Waiting(self)
        self._waiting.begin(why, reading=reading)

    def flush(self) -> bool:
        """Commit all typed text; False when something typed cannot be used: it is led to."""
        if self._flushing or self.workspace is None:
            return True
        self._flushing = True
        self.not_stored = ""
        try:
            refused = [(each, mend) for each, mend in self._pending if not each.flush()]
        finally:
            self._flushing = False
        self._refused = [each for each, _ in refused]
        if refused:
            self._refused_at = next((mend() for _, mend in refused if mend is not None), "")
        return not refused

    def still_refused(self) -> bool:
        """Return whether what could not be committed last still stands there, marked."""
        holders = [each for each in self._refused if isinstance(each, QWidget)]
        within = (part for each in holders for part in (each, *each.findChildren(QWidget)))
        return any(part.property("refused") for part in within)

    def not_usable_yet(self) -> str:
        """Say why nothing happens while a refused text stands in a field, and in which."""
        if self._waiting is not None and self._waiting.on:
            return self._waiting.sentence
        if self.not_stored:
            return self.not_stored
        return say(
            "Det du har skrivit{where} går inte att använda än. "
            "Rätta det, eller ta tillbaka det med Esc."
        ).format(where=self._where())

    def _where(self) -> str:
        if not self._refused_at:
            return ""
        return say(" i {field}").format(field=f"”{self._refused_at}”")

    def run(self, command: "Command") -> Changes | None:
        """Run a command after committing what is typed; refusals go to the message bar."""
        if self.flush_or_say():
            with self.refusing():
                return self.attempt_now(command)
        return None

    def flush_or_say(self) -> bool:
        """Commit what is typed; say why it cannot be, where it is refused."""
        if not self.flush():
            self.messages.refuse(self.not_usable_yet(), self.still_refused)
            return False
        return True

    def refusing(self) -> "Refusing":
        """Let a refusal end what is done here as a sentence in the message bar."""
        return Refusing(self.messages)

    def attempt(self, command: "Command", confirmed: Collection[str] | None = ()) -> Changes | None:
        """Run a command; raises InputError, for the place that can show it itself.

        ``confirmed`` are the questions said yes to; None where what is asked about has been
        shown before, as in the preview of an import.
        """
        if not self.flush():
            return None
        return self._done(command, confirmed)

    def attempt_now(self, command: "Command") -> Changes:
        """Run a command for an editor that is itself being committed; raises InputError."""
        return self._done(command, ())

    def _done(self, command: "Command", confirmed: Collection[str] | None) -> Changes:
        workspace = self._writable()
        try:
            if self._waiting is not None and self._waiting.on and not workspace.is_free():
                raise NotSavedError(OSError(errno.EBUSY, ""))
            return workspace.run(command, confirmed)
        except (BrokenReferenceError, RefusedRowError):
            raise  # the change is at fault, not the file
        except RegisterError as refused:
            self.not_stored = refused.sentence
            if isinstance(refused, NotSavedError | UnreachableRegisterError) and refused.passing:
                self._wait(refused.why, reading=False)
            raise

    def write_file(self, path: Path, content: bytes) -> bool:
        """Write a file of the user's whole; a refusal goes to the message bar."""
        from hubra_desktop.work.files import write_whole

        with self.refusing():
            write_whole(path, content)
            return True
        return False

    def must_be_writable(self) -> None:
        """Raise InputError when nothing can be changed, before anybody is asked for more."""
        self._writable()

    def _writable(self) -> Workspace:
        if self.workspace is None:
            raise nothing_open()
        if told := self.closed_told:
            raise InputError(told)
        return self.workspace

    def undo(self) -> None:
        """Take back the latest step."""
        self._step(back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        workspace = self.workspace
        if workspace is not None and self.flush_or_say():
            with self.refusing():
                changes = workspace.undo() if back else workspace.redo()
                self.stepped.emit(changes, back)


class Refusing(AbstractContextManager[None]):
    """Says an InputError raised inside it, and lets what follows go on."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> bool:
        if not isinstance(error, InputError):
            return False
        self._messages.refuse(error.sentence)
        return True


def nothing_open() -> InputError:
    """Return the refusal of what needs a register when none is open."""
    return refusal("Inget register är öppet. Öppna eller skapa ett under Arkiv, och försök igen.")
