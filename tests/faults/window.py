"""The real window, worked in without a pause until somebody kills it.

It is ``python -m tests.faults.window``. For each line ``REGISTER SEED`` on standard input a
process of its own opens its window over the register and works there. The lines on standard
output tell its number, that it is ready, what the user has been told, and that it is gone.
"""

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hubra_desktop import app
from hubra_desktop.exchange.json_file import dump, load
from hubra_desktop.ui import settings
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.queries.bundles import meetings_bundle

PAPER: Final = "kallelse.pdf"
BEFOREHAND: Final = (
    *app.BEFORE_QT,
    "hubra_desktop.ui.late_look",
    "hubra_desktop.ui.pages.meetings.meeting_actions",
    "hubra_desktop.ui.pages.meetings.page",
    "hubra_desktop.work.commands.imports",
    "hubra_desktop.work.papers",
)
"""What a window imports when it first needs it; here once for all windows."""


class Hands:
    """Hands that type, undo, import and print in the meeting of a window, as chance has it."""

    def __init__(self, window: MainWindow, folder: Path, random: Random) -> None:
        self._window, self._random = window, random
        self._paper = folder / PAPER
        self._number = 0
        window.desk.saved.connect(self._tell_saved)
        # The page looks for it when a paper is to be saved.
        files.ask_pdf = self._chosen

    def work(self) -> None:
        """Work until the process ends."""
        ways = (self._type, self._type, self._type, self._undo, self._redo, self._import)
        while True:
            self._number += 1
            if self._window.meeting.sheet is None:  # its making was undone
                self._redo()
            elif self._number % 9 == 0:
                self._print()
            else:
                self._random.choice(ways)()
            QApplication.processEvents()

    def _type(self) -> None:
        view = self._window.meetings.agenda.view
        sheet = self._window.meeting.sheet
        assert sheet is not None
        view.choose(self._random.choice(sheet.items).id, AgendaColumn.TITLE, edit=True)
        editor = view.open_editor()
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, f"Punkt {self._number}")
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def _undo(self) -> None:
        self._window.actions_["undo"].trigger()

    def _redo(self) -> None:
        self._window.actions_["redo"].trigger()

    def _import(self) -> None:
        """Take in the meeting as a file has it, with another title for its first item."""
        sheet = self._window.meeting.sheet
        assert sheet is not None
        with self._window.desk.read() as reader:
            content = dump(meetings_bundle(reader, [sheet.id]))
        title = sheet.items[0].title.encode()
        new = content.replace(title, f"Inläst {self._number}".encode())
        self._window.desk.run(ImportBundle(load(new)))

    def _print(self) -> None:
        self._window.actions_["save-pdf"].trigger()
        if self._paper.exists():
            say("paper")

    def _chosen(self, parent: QWidget, name: str) -> Path:
        return self._paper

    def _tell_saved(self) -> None:
        say("saved")


def say(line: str) -> None:
    """Say a line at once and whole."""
    os.write(1, f"{line}\n".encode())


def open_and_work(register: Path, seed: int) -> None:
    """Open the window over a register and work in it until the process ends."""
    settings.redirect(register.with_suffix(".ini"))
    application = app.make_application(["hubra"])
    window = app.open_window(register)
    window.show()
    window.show_page("page-meetings")
    application.processEvents()
    hands = Hands(window, register.parent, Random(seed))
    say("ready")
    hands.work()


def main(work: Callable[[Path, int], None] = open_and_work) -> None:
    """Give each line its window, one after the other; ``work`` opens it and works there."""
    for name in BEFOREHAND:
        import_module(name)
    say("here")
    for line in sys.stdin:
        register, _, seed = line.strip().rpartition(" ")
        child = os.fork()
        if child == 0:
            os.close(0)
            try:
                work(Path(register), int(seed))
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        say(f"window {child}")
        _, status = os.waitpid(child, 0)
        say(f"gone {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
