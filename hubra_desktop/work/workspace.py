"""An open register to work in: the one way to write, the one way to read.

Every change is one command, one transaction, one undo step and one change report.
An exception anywhere rolls all of it back, and nothing has happened.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Register
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.store.errors import RegisterError, UncertainCommitError
from hubra_desktop.store.lock import user_name
from hubra_desktop.store.register import RegisterFile
from hubra_desktop.work.changes import Changes, report
from hubra_desktop.work.undo import UndoEntry, UndoStack

if TYPE_CHECKING:
    from hubra_desktop.model.generations import BackupReason
    from hubra_desktop.store.journal import Journal, StoredChange
    from hubra_desktop.store.past import RegisterStore
    from hubra_desktop.work.commands.base import Command

Listener = Callable[[Changes], None]
Keep = Callable[["BackupReason"], object]
"""Backs up the register, for the reason given; what hinders it is told and not raised.

It raises InputError only when the user stops it, and the step with it.
"""
_Replay = Callable[[Connection, "Iterable[StoredChange]"], "Journal"]
_UNDO_STEPS = 500
"""Steps of the history that are read to know what can be undone: a long day's work."""


class Workspace:
    """One open register. Close it when done, after what ``read`` gave.

    ``keep``, where it is set, backs up the register before each large step.
    """

    def __init__(self, file: "RegisterStore") -> None:
        self._file = file
        self._stack: UndoStack | None = None
        self._listeners: list[Listener] = []
        self._who = user_name()
        self.last_saved: datetime | None = None
        self.keep: Keep | None = None

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, apart: bool = False, brief: bool = False
    ) -> Self:
        """Open a register; raises a RegisterError that says why it cannot be.

        With ``apart`` every read is of a copy in memory: for long work that must keep
        nobody from writing. With ``brief`` damage is looked for during a moment only:
        unless it is ``looked_through``, ``look_through`` it soon.
        """
        return cls(RegisterFile(path, read_only=read_only, apart=apart, brief=brief))

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        organisation: str = "",
        municipality: str = "",
        first: "Command | None" = None,
    ) -> Self:
        """Make a register for a council, with what ``first`` brings, and open it.

        Raises InputError, and then leaves nothing half made behind.
        """

        def fill(file: RegisterFile) -> None:
            from hubra_desktop.store.rows import Rows

            with file.write() as connection:
                rows = Rows(connection)
                rows.add_only(Register(name=organisation, municipality=municipality))
                rows.add_only(HouseStyle(organisation=organisation))
            if first is not None:
                cls(file).run(first)

        return cls(RegisterFile.create(path, fill))

    @property
    def path(self) -> Path:
        """Return where the register lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._file.read_only

    @property
    def replaced(self) -> bool:
        """Tell whether the file was replaced, moved or removed while it was open.

        False while the disk does not tell.
        """
        with suppress(OSError):
            return self._file.replaced
        return False

    def must_be_held(self) -> None:
        """Raise the RegisterError that says why nothing can be saved now, if so it is."""
        self._file.must_be_held()

    @property
    def who(self) -> str:
        """Return the name of the user, as the history keeps it."""
        return self._who

    @property
    def undo_label(self) -> str | None:
        """Return the label of the step that ``undo`` would take back."""
        return self._undo.done[-1].label if self._undo.done else None

    @property
    def redo_label(self) -> str | None:
        """Return the label of the step that ``redo`` would do again."""
        return self._undo.undone[-1].label if self._undo.undone else None

    def read(self) -> AbstractContextManager[Connection]:
        """Give a read-only connection for the queries; may be called from any thread."""
        return self._file.read()

    @property
    def looked_through(self) -> bool:
        """Tell whether damage has been looked for in the whole file."""
        return self._file.looked_through

    def look_through(self) -> None:
        """Look for damage in the whole file; on any thread. Raises a RegisterError."""
        self._file.look_through()

    def problems(self) -> list[str]:
        """Return what is wrong with the file itself; empty when it is sound."""
        return self._file.problems()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of every change from now on; call what is returned to stop."""
        self._listeners.append(listener)

        def stop() -> None:
            with suppress(ValueError):
                self._listeners.remove(listener)

        return stop

    def run(self, command: "Command", confirmed: Collection[str] | None = None) -> Changes:
        """Do a command whole, or raise and leave everything as it was.

        Raises InputError with the sentence for the user. With ``confirmed``, the questions
        that the user has said yes to, it raises ConfirmationError for any other that what
        is written gives cause to; without, nobody is there to ask.
        """
        from hubra_desktop.store.rows import Rows
        from hubra_desktop.work.confirmations import refuse_unconfirmed
        from hubra_desktop.work.following import follow_written
        from hubra_desktop.work.invariants import check_invariants, ends_undo

        undo = self._undo
        if self.keep is not None and command.kept_before is not None:
            self.must_be_held()
            self.keep(command.kept_before)
        with self._write() as connection:
            rows = Rows(connection)
            created = command.apply(rows)
            if not command.whole:
                follow_written(rows)
            changes = report(connection, command.label, rows.journal, created)
            if not rows.journal and not rows.forgotten:
                return changes
            check_invariants(connection, rows.journal, replayed=False, whole=command.whole)
            if confirmed is not None:
                refuse_unconfirmed(connection, rows.journal, confirmed)
            barrier = command.barrier or ends_undo(rows.journal) or bool(rows.forgotten)
            step = rows.journal.write(
                connection,
                who=self._who,
                action="purge" if rows.forgotten else "do",
                label=command.label,
                merge_key=command.merge_key,
                barrier=barrier,
            )
            if rows.forgotten:
                from hubra_desktop.store.upkeep import drop_unnamed, mask

                mask(connection, rows.forgotten)
                drop_unnamed(connection)
        if barrier:
            undo.clear()
        else:
            undo.push(UndoEntry(command.label, (step,), command.merge_key))
        return self._tell(changes)

    def undo(self) -> Changes:
        """Take back the latest step; raises InputError when there is none or it cannot be."""
        if not self._undo.done:
            raise refusal("Det finns inget att ångra.")
        from hubra_desktop.store.journal import revert

        changes = self._replay(self._undo.done[-1], revert, "undo")
        self._undo.took_back()
        return self._tell(changes)

    def redo(self) -> Changes:
        """Do the latest undone step again; raises InputError as ``undo`` does."""
        if not self._undo.undone:
            raise refusal("Det finns inget att göra om.")
        from hubra_desktop.store.journal import repeat

        changes = self._replay(self._undo.undone[-1], repeat, "redo")
        self._undo.did_again()
        return self._tell(changes)

    @property
    def told(self) -> list[str]:
        """Return the sentences that its user must know of how the register was found."""
        return self._file.told

    def is_free(self) -> bool:
        """Tell at once whether no other program has a lock on the file."""
        return self._file.is_free()

    def spoilt(self) -> RegisterError | None:
        """Look for what no release has written, on any thread: why a read may have failed."""
        return self._file.spoilt()

    def close(self) -> None:
        """Thin the history, and let go of the register. Safe to call twice."""
        self._listeners.clear()
        if self.last_saved is not None:
            self._thin()
        self._file.close()

    def _thin(self) -> None:
        """Join old steps of one visit; what cannot be thinned now is so another time."""
        from hubra_desktop.store.upkeep import thin

        moment, self.last_saved = self.last_saved, None
        assert moment is not None
        with suppress(RegisterError), self._file.write() as connection:
            thin(connection, moment)

    def _replay(self, entry: UndoEntry, way: _Replay, action: str) -> Changes:
        """Write an entry's recorded values in one transaction of its own."""
        from hubra_desktop.store.journal import changes_of
        from hubra_desktop.work.invariants import check_invariants

        with self._write() as connection:
            written = way(connection, changes_of(connection, entry.steps))
            check_invariants(connection, written, replayed=True)
            written.write(connection, who=self._who, action=action, label=entry.label)
            return report(connection, entry.label, written)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """Write, and read anew what can be undone when it is uncertain what became of it."""
        try:
            with self._file.write() as connection:
                yield connection
        except UncertainCommitError:
            self._stack = None
            raise

    @property
    def _undo(self) -> UndoStack:
        """Return what can be taken back, read from the history when it is first asked for."""
        if self.read_only:
            return UndoStack()
        if self._stack is None:
            from hubra_desktop.store.journal import latest_steps

            with self._file.read() as reader:
                self._stack = UndoStack.of(latest_steps(reader, _UNDO_STEPS))
        return self._stack

    def _tell(self, changes: Changes) -> Changes:
        """Note the moment and pass the report on to everybody who listens.

        The step is saved whatever becomes of a listener: a failing one stops no other, and
        the first failure is raised when all have been told.
        """
        self.last_saved = datetime.now().astimezone()
        failures: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception as failure:
                failures.append(failure)
        if failures:
            raise failures[0]
        return changes
