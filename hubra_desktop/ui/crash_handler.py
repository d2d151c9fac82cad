"""Mistakes of the program's own: kept as a report, told in a sentence, and survived.

An exception that no code expected ends in a slot, a timer or a thread. The window
goes on: what is typed stands where it stood, and the register holds every step that
was finished.
"""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say

_early: list[BaseException] = []
_seen: set[tuple[str, str, int | None]] = set()


def report_once(error: BaseException) -> tuple[bool, Path | None]:
    """Write the report of a mistake, once for each place: (whether it is new, the report)."""
    from hubra_desktop.work.crash import write_report

    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    place = (type(error).__name__, last.filename if last else "", last.lineno if last else None)
    if place in _seen:
        return False, None
    _seen.add(place)
    return True, write_report(error)


def sentence(report: Path | None) -> str:
    """Return what the user is told of a mistake and its report."""
    if report is None:
        return say(
            "Något gick fel i programmet, och ingen felrapport kunde sparas. Det du har "
            "skrivit är kvar."
        )
    return say(
        "Något gick fel i programmet. Det du har skrivit är kvar. Skicka felrapporten till "
        "den som sköter programmet: {report}",
        report=report,
    )


class CrashReporter(QObject):
    """Stands in for the interpreter's own way with uncaught exceptions.

    ``told(sentence)`` reaches the window's thread, whichever thread the mistake was
    made in; a mistake repeated at the same place is told once. ``explain`` gives the
    sentence for one that is not the program's own but comes of a damaged register, else "".
    """

    told = Signal(str)

    def __init__(self, explain: Callable[[], str] = str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explain = explain

    def watch(self) -> None:
        """Take every uncaught exception from now on, and those that were put by before."""
        early, _early[:] = _early[:], []
        sys.excepthook = self.catch
        for error in early:
            self.catch(type(error), error, error.__traceback__)

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an uncaught exception; an interrupt ends the program instead."""
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if isinstance(error, InputError):
            self.told.emit(error.sentence)  # a refusal, where nobody stood ready to show it
            return
        told = "" if isinstance(error, RecursionError | MemoryError) else self._explain()
        if told:
            self.told.emit(told)
            return
        new, report = report_once(error.with_traceback(trace))
        if new:
            self.told.emit(sentence(report))


def put_by(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep an uncaught exception until there is a window to tell it in."""
    _early.append(error.with_traceback(trace))
    sys.__excepthook__(kind, error, trace)
