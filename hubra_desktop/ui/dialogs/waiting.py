"""Work that may take long: done beside the window, which tells of it and can give it up."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets import build

R = TypeVar("R")
AT_ONCE: Final = 0.25
"""Seconds in which most work is done, and nothing is said of it."""

_WIDTH: Final = 360


class _Work(QObject):
    """Does something on a thread of its own; ``done`` follows there, heard where it was made."""

    done = Signal()

    def __init__(self, do: Callable[[], object]) -> None:
        super().__init__()
        self._do = do
        self.result: object = None
        self.error: BaseException | None = None
        # The thread ends with the program: nothing that it reads is written by it.
        self.thread_ = Thread(target=self._run, daemon=True)
        self.thread_.start()

    def _run(self) -> None:
        try:
            self.result = self._do()
        except BaseException as error:
            self.error = error
        self.done.emit()


class WaitingDialog(QDialog):
    """Says what is being done, with a bar that moves and a button to give it up."""

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("waiting-dialog")
        self.setWindowTitle(say("Vänta"))
        self.setModal(True)
        told = build.label(sentence, "", self, name="waiting-told")
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        stop = build.button(say("Avbryt"), "waiting-stop", self, self.reject)
        foot = build.row(None, stop)
        margins = (3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        build.column(told, bar, foot, of=self, margins=margins, spacing=2 * GRID)
        self.setMinimumWidth(_WIDTH)


def while_reading(parent: QWidget, name: str, do: Callable[[], R], stopped: Event) -> R | None:
    """Read a file of some name, as ``while_waiting`` does; giving up sets ``stopped``."""
    return while_waiting(parent, say("Läser {name} …", name=name), do, stopped.set)


def while_waiting(
    parent: QWidget, sentence: str, do: Callable[[], R], stop: Callable[[], object]
) -> R | None:
    """Return what ``do`` returns, or None when it was given up, which calls ``stop``.

    It is done on another thread, and may touch neither the window nor the register. What
    it raises is raised here.
    """
    work = _Work(do)
    work.thread_.join(AT_ONCE)
    if work.thread_.is_alive():
        dialog = WaitingDialog(sentence, QApplication.activeModalWidget() or parent)
        work.done.connect(dialog.accept)
        if work.thread_.is_alive():
            dialog.exec()
        given_up = dialog.result() == QDialog.DialogCode.Rejected and work.thread_.is_alive()
        work.done.disconnect(dialog.accept)
        dialog.deleteLater()
        if given_up:
            stop()
            return None
        work.thread_.join()
    if work.error is not None:
        raise work.error
    result: R = work.result  # type: ignore[assignment]
    return result
