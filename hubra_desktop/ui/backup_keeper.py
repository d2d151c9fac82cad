"""Backs the open register up by itself: soon after it opens, each hour with changes, at close."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.generations import BackupReason
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.dialogs.work import WorkDialog, Worker
from hubra_desktop.ui.widgets.layouts import later
from hubra_desktop.work.backup_state import BackupState
from hubra_desktop.work.backups import BackedUp, keep_before, keep_up, latest_generation
from hubra_desktop.work.workspace import Workspace

START_MS = 1000
"""After the register is open; the window has been at rest for a while when this begins to count."""

LEAST_MS = 60_000
"""After a change, when the latest generation is older than an hour."""

HOUR_MS = 3_600_000
AGAIN_MS = 600_000
"""After a backup that failed."""

LOOK_MS = 60_000
"""Between two looks at the clock: today becomes yesterday, and what waits becomes late."""

CLOSING_MS = 3000
"""What a closed window, out of sight, may take to be backed up."""

_UNANSWERED: list[Worker] = []
"""Who waits for a disk that does not answer, and ends when that does."""


class BackupKeeper(QObject):
    """One generation at a time, on a thread of low priority; ``shown`` follows the state.

    Nothing is made before ``begin``, and never of a register that is only read.
    """

    shown = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._begun = False
        self._worker: Worker | None = None
        self._kept: Workspace | None = None
        self.state = BackupState()
        self._start = later(START_MS, self._make_first, self)
        self._hour = later(HOUR_MS, self._make_hourly, self)
        self._look = later(LOOK_MS, self._look_at_clock, self)
        desk.replaced.connect(self._follow)
        desk.changed.connect(self._note_change)

    @property
    def begun(self) -> bool:
        """Tell whether backups are made by themselves."""
        return self._begun

    def begin(self) -> None:
        """Make backups by themselves from now on."""
        self._begun = True
        self._follow()

    def _follow(self) -> None:
        """Begin anew with the register that is open now."""
        self.pause()
        workspace = self._desk.workspace
        self.state, self._kept = BackupState(), workspace
        if workspace is None or not self._begun:
            self._look.stop()
            self.shown.emit()
            return
        if not workspace.read_only:
            workspace.keep = self.keep
        self._look.start()
        self._start.start()

    def pause(self) -> None:
        """Stop what is being made and what is to come, until another register is open."""
        self._start.stop()
        self._hour.stop()
        self.halt()

    def halt(self) -> None:
        """Stop what is being made; a disk that does not answer is waited for no longer."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.finished.disconnect(self._take)
            worker.stop()
            if not worker.wait(CLOSING_MS):
                _UNANSWERED.append(worker)

    def make(self, reason: BackupReason, *, daily: bool = False) -> None:
        """Make a generation beside the window, if something has changed."""
        path = self._desk.path
        if self._worker is not None or path is None or self._desk.read_only:
            return

        def work(told: Progress) -> BackedUp:
            return keep_up(path, reason, daily=daily, told=told)

        self._run(work)

    def _run(self, work: Callable[[Progress], BackedUp]) -> None:
        self._worker = Worker(work)
        self._worker.finished.connect(self._take)
        self._begun_at = datetime.now()
        self._worker.start(QThread.Priority.LowPriority)

    def keep(self, reason: BackupReason) -> None:
        """Back up before a large step, which waits for it; what hinders that is told.

        Raises InputError, so that nothing is changed, when the user stops it.
        """
        path = self._desk.path
        self.halt()
        if path is None:
            return
        title = say("Säkerhetskopierar registret")
        try:
            done = WorkDialog.run(self._window, title, lambda told: keep_before(path, reason, told))
        except InputError as refused:
            self._show(replace(self.state, failed=refused.sentence))
            self.told.emit(refused.sentence)
            return
        if done is None:
            raise refusal("Du avbröt säkerhetskopian före ändringen, så inget har ändrats.")
        self.note_made(done)

    def note_made(self, done: BackedUp) -> None:
        """Show what came of a backup that somebody else has made."""
        self._hour.stop()
        self._show(BackupState(done.newest.moment if done.newest else None, away=done.away))
        if done.news:
            self.told.emit(done.news)

    def _make_first(self) -> None:
        if self._desk.read_only:
            path = self._desk.path
            newest = None if path is None else latest_generation(path)
            self._show(BackupState(newest.moment if newest else None))
        else:
            self.make(BackupReason.START, daily=True)

    def _make_hourly(self) -> None:
        self.make(BackupReason.HOUR)

    def _take(self) -> None:
        """Show what came of the backup, and begin again where it failed or work went on."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        if isinstance(worker.result, BackedUp):
            waiting = self.state.waiting
            self.note_made(worker.result)
            if waiting is not None and waiting >= self._begun_at:
                self._wait_from(waiting)
        elif worker.refusal is not None:
            self._show(replace(self.state, failed=worker.refusal.sentence))
            self._hour.start(AGAIN_MS)
        worker.deleteLater()

    def _note_change(self) -> None:
        if self._begun and self.state.waiting is None:
            self._wait_from(datetime.now())

    def _wait_from(self, moment: datetime) -> None:
        """Let what was changed at a moment be backed up when the hour is over."""
        self.state = replace(self.state, waiting=moment)
        if not self._hour.isActive():
            newest = self.state.newest or moment
            passed = int((moment - newest).total_seconds() * 1000)
            self._hour.start(min(HOUR_MS, max(LEAST_MS, HOUR_MS - passed)))

    def _look_at_clock(self) -> None:
        """Show what the clock makes of the state, and make up for an hour that was slept away."""
        self.shown.emit()
        self._look.start()
        waiting = self.state.waiting
        if waiting is not None and datetime.now() - waiting > timedelta(milliseconds=HOUR_MS):
            self._make_hourly()

    def _show(self, state: BackupState) -> None:
        self.state = state
        self.shown.emit()

    def close(self) -> None:
        """Stop; what has changed since the latest generation is backed up, if that is quick."""
        waiting = self._begun and self.state.waiting is not None
        self.pause()
        self._look.stop()
        if waiting:
            self.make(BackupReason.CLOSE)
        if self._worker is not None:
            self._worker.wait(CLOSING_MS)
            self.halt()
