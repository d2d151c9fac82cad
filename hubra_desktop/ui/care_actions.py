"""What is done for the register as a file: looked through, rescued, taken to another computer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk

if TYPE_CHECKING:
    from hubra_desktop.model.generations import Generation

Open = Callable[[Path], bool]


class CareActions(QObject):
    """Does it beside the window, on a thread, and tells what came of it.

    ``open_register`` opens what came of it, and tells whether that went well.
    """

    def __init__(self, desk: Desk, actions: Actions, open_register: Open, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._open = open_register
        self._damaged: Path | None = None
        actions.connect_all({"check-register": self.check, "salvage": self.rescue})

    def offer(self, path: Path, sentence: str) -> None:
        """Say that a register is damaged, and offer what can be done about it."""
        self._damaged = path
        self._desk.messages.refuse(sentence, action="salvage")

    def rescue(self) -> None:
        """Ask what to do about the damaged register, and do it; ask first which one it is."""
        from hubra_desktop.model.salvage import moment_of
        from hubra_desktop.ui.dialogs.choices import ask_which
        from hubra_desktop.ui.dialogs.files import ask_register
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.salvage import latest_sound

        path, self._damaged = self._damaged or ask_register(self._window), None
        if path is None or not self._desk.flush_or_say():
            return
        title = say("Söker efter säkerhetskopior")
        latest = WorkDialog.run(self._window, title, lambda told: latest_sound(path, told))
        question = say("Vad vill du göra med ”{name}”?", name=path.name)
        answers = [say("Rädda det som går")]
        if latest is not None:
            moment = moment_of(latest)
            answers.append(say("Öppna säkerhetskopian från {moment}", moment=moment))
        answer = ask_which(self._window, question, *answers)
        with self._desk.refusing():
            if answer == 0:
                self._salvage(path)
            elif answer == 1 and latest is not None:
                self._take_back(path, latest)

    def _salvage(self, path: Path) -> None:
        """Rescue what can be read, open it and show the report."""
        from hubra_desktop.ui.dialogs.report import ReportDialog
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.salvage import salvage

        title = say("Räddning av registret")
        done = WorkDialog.run(self._window, title, lambda told: salvage(path, progress=told))
        if done is None:
            return
        made, report = done
        self._open(made)
        ReportDialog.show_report(self._window, title, report.summary, report.text, self._save)

    def _take_back(self, path: Path, generation: "Generation") -> None:
        """Put a register back as it was, open it, and say what is not in it."""
        from hubra_desktop.model.salvage import moment_of
        from hubra_desktop.work.backups import restore

        kept = restore(path, generation)
        if self._open(path):
            told = since_told(moment_of(generation))
            if kept is not None:
                told += say(" Den skadade filen ligger kvar som ”{name}”.", name=kept.name)
            self._desk.messages.warn(told)

    def check(self) -> None:
        """Look the open register through, and show the report."""
        from hubra_desktop.ui.dialogs.report import ReportDialog
        from hubra_desktop.ui.dialogs.work import WorkDialog
        from hubra_desktop.work.health import check_health

        path = self._desk.path
        if path is None or not self._desk.flush_or_say():
            return
        title = say("Kontroll av registret")
        with self._desk.refusing():
            report = WorkDialog.run(self._window, title, lambda told: check_health(path, told))
            if report is not None:
                ReportDialog.show_report(
                    self._window, title, report.summary, report.text, self._save
                )

    def _save(self, text: str) -> bool:
        """Ask where a report is to be written, and write it there."""
        from hubra_desktop.ui.dialogs.files import ask_report

        path = ask_report(self._window, say("Rapport om registret.txt"))
        return path is not None and self._desk.write_file(path, text.encode())


def since_told(moment: str) -> str:
    """Say what a register that was taken back does not hold."""
    return say(
        "Säkerhetskopian är från {moment}. Det som skrevs därefter finns inte med.", moment=moment
    )
