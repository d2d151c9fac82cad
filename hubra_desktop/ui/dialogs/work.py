"""Work that takes a while, done beside the window: how far it has come, and a button to stop it."""

from collections.abc import Callable
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QThread, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProgressBar, QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.progress import Progress, StoppedError
from hubra_desktop.ui.crash_handler import report_once, sentence
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build
from hubra_desktop.ui.widgets.tab_order import TabByEye

T = TypeVar("T")
_SHOWN_AFTER_MS = 150
"""What is done sooner than this opens no dialog, which would only flicker."""


class WorkDialog(TabByEye, QDialog):
    """Shows the progress of work on a thread of its own; Esc and the button stop it."""

    def __init__(self, title: str, worker: "Worker", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("work-dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self._worker = worker
        self._what = build.label(title, "", self, name="work-what")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("work-bar")
        self._bar.setAccessibleName(title)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        buttons = QDialogButtonBox(self)
        self._stop = build.button(say("Avbryt"), "work-stop", self)
        buttons.addButton(self._stop, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        build.column(self._what, self._bar, buttons, of=self, margins=margins, spacing=2 * GRID)
        self.setMinimumWidth(420)
        worker.came.connect(self._show)
        worker.finished.connect(self.accept)

    @classmethod
    def run(cls, parent: QWidget, title: str, work: Callable[[Progress], T]) -> T | None:
        """Do the work and return what came of it, None when it was stopped.

        Raises InputError, as the work does; a mistake of the program's own becomes one.
        """
        worker = Worker(work)
        dialog = cls(title, worker, parent)
        worker.start(QThread.Priority.LowPriority)
        if not worker.wait(_SHOWN_AFTER_MS):
            dialog.exec()
        worker.wait()
        dialog.deleteLater()
        if worker.refusal is not None:
            raise worker.refusal
        result: T | None = worker.result
        return result

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        self._worker.stop()
        self._stop.setEnabled(False)
        self._what.setText(say("Avbryter…"))

    def _show(self, what: str, done: int, of: int) -> None:
        if self._stop.isEnabled():
            self._what.setText(what)
            self._bar.setRange(0, of)
            self._bar.setValue(done)


def read_beside(parent: QWidget, name: str, read: Callable[[Progress], T]) -> T | None:
    """Return what is read of a file of some name, beside the window; None when it was stopped.

    Raises InputError as the reading does.
    """
    over = QApplication.activeModalWidget() or parent
    return WorkDialog.run(over, say("Läser {name}", name=name), read)


class Worker(QThread):
    """Does one piece of work; ``result`` or ``refusal`` tells what came of it."""

    came = Signal(str, int, int)

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.setObjectName("worker")
        self._work = work
        self._stopped = Event()
        self.result: Any = None
        self.refusal: InputError | None = None

    def stop(self) -> None:
        """Ask the work to end."""
        self._stopped.set()

    def run(self) -> None:
        try:
            self.result = self._work(_Told(self, self._stopped))
        except StoppedError:
            pass
        except InputError as refusal:
            self.refusal = refusal
        except Exception as error:
            _, report = report_once(error)
            self.refusal = InputError(sentence(report))


class _Told(Progress):
    """Tells the window's thread how far the work has come."""

    def __init__(self, worker: Worker, stopped: Event) -> None:
        self._worker = worker
        self._stopped = stopped

    @property
    def stopped(self) -> bool:
        return self._stopped.is_set()

    def show(self, what: str, done: int, of: int) -> None:
        self._worker.came.emit(what, done, of)
