"""The composition root: from a path to a window on the screen.

Nothing but what the first paint needs is imported here; the documents, the
exchange formats and printing come when they are used.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from hubra_desktop import __version__
from hubra_desktop.ui import settings, theme, translation
from hubra_desktop.ui.instance import Instance, hand_over


def make_application(arguments: list[str]) -> QApplication:
    """Make the application in Swedish and in the program's own look."""
    application = QApplication(arguments)
    application.setApplicationName("Hubra")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("hubra")
    translation.install(application)
    look = theme.install(application)
    choice = settings.text("view/scheme", theme.SchemeChoice.SYSTEM)
    look.choose(theme.SchemeChoice(choice))
    return application


def start(register: Path | None) -> int:
    """Show the window over ``register``, or over the one open last; return the exit status."""
    application = make_application(sys.argv[:1])
    path = register or _latest()
    if path is not None and hand_over(path):
        return 0
    from hubra_desktop.ui.main_window import MainWindow

    window = MainWindow()
    instance = Instance(window)
    instance.asked.connect(window.raise_window)
    if path is not None and window.registers.open(path):
        instance.listen(path)
    theme.theme().dress()
    window.show()
    QTimer.singleShot(0, window.raise_window)
    return application.exec()


def try_window(register: Path) -> None:
    """Open the window over a register, show each page once and close it.

    The user's own settings are left alone: they are kept beside the register.
    Raises RuntimeError when the register could not be opened.
    """
    settings.redirect(register.with_suffix(".ini"))
    application = make_application(["hubra"])
    from hubra_desktop.ui.actions import PAGE_ACTIONS
    from hubra_desktop.ui.main_window import MainWindow

    window = MainWindow()
    opened = window.registers.open(register)
    theme.theme().dress()
    window.show()
    for turn, page in enumerate(PAGE_ACTIONS):
        QTimer.singleShot(turn * 50, window.actions_[page].trigger)
    QTimer.singleShot(len(PAGE_ACTIONS) * 50, window.close)
    application.exec()
    window.desk.use(None)
    if not opened:
        message = "the window could not open the register"
        raise RuntimeError(message)


def _latest() -> Path | None:
    from hubra_desktop.work.places import default_register

    recent = settings.recent_registers()
    if recent:
        return recent[0]
    usual = default_register()
    return usual if usual.exists() else None
