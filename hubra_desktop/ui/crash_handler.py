"""Mistakes of the program's own: kept as a report, told in a sentence, and survived.

An exception that no code expected ends in a slot, a timer or a thread. The window
goes on: what is typed stands where it stood, and the register holds every step that
was finished.
"""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hubra_desktop.model.language import say

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
    made in; a mistake repeated at the same place is told once.
    """

    told = Signal(str)

    def watch(self) -> None:
        """Take every uncaught exception from now on."""
        sys.excepthook = self.catch

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report an uncaught exception; an interrupt ends the program instead."""
        if isinstance(error, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        new, report = report_once(error.with_traceback(trace))
        if new:
            self.told.emit(sentence(report))
