"""The window in view, made anew when it is to speak another language.

A window is translated while it is made. Rather than telling every label that the
language changed, the whole window is made again over the same open register: the
undo steps, the meeting, the page and every panel are as they were.
"""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.language import Language
from hubra_desktop.ui import settings, translation
from hubra_desktop.ui.crash_handler import CrashReporter
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.shutdown import ShutdownWatch
from hubra_desktop.ui.view_choices import LANGUAGE_KEY
from hubra_desktop.ui.widgets.layouts import later

BACK_UP_AFTER_MS = 3000


class Program(QObject):
    """Keeps the one window; ``window`` is another object after a change of language.

    Mistakes of the program's own are told in the window that is in view.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(QApplication.instance())
        self.window = window
        self.mishaps = CrashReporter(self._explain, self)
        self.mishaps.told.connect(self._tell)
        self._ending = ShutdownWatch(self)
        self._ending.asked.connect(self._end)
        window.view.language_chosen.connect(self._speak)

    def watch(self) -> None:
        """Take mistakes that nobody caught, and the system's word to end, from now on.

        The open register is backed up by itself, once the window has been at rest.
        """
        self.mishaps.watch()
        self._ending.watch()
        self._at_rest = later(BACK_UP_AFTER_MS, self._back_up, self)
        self._at_rest.start()

    def _back_up(self) -> None:
        self.window.registers.backups.begin()

    def _end(self) -> None:
        """Close the window and the register; what cannot be used is all that is left behind."""
        self.window.close()
        self.window.desk.use(None)
        QCoreApplication.quit()

    def _explain(self) -> str:
        """Say what is wrong with the open register, if that is why something failed."""
        workspace = self.window.desk.workspace
        spoilt = workspace.spoilt() if workspace is not None else None
        return spoilt.sentence if spoilt else ""

    def _tell(self, sentence: str) -> None:
        (self.window.past.window or self.window).messages.refuse(sentence)

    def _speak(self, language: Language) -> None:
        old = self.window
        if not old.desk.flush():
            old.view.show_language()
            return
        settings.remember(LANGUAGE_KEY, language)
        old.remember()
        translation.install_translation(QApplication.instance(), language)
        self.window = MainWindow()
        self.window.view.language_chosen.connect(self._speak)
        kept = old.registers.backups.begun
        self.window.take_over(old)
        if kept:
            self.window.registers.backups.begin()
        self.window.show()
        old.close()
        old.deleteLater()
