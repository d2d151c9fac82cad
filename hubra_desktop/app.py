"""The composition root: from a path to a window on the screen.

Only what the first paint needs is imported here.
"""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from hubra_desktop.ui.main_window import MainWindow

BEFORE_QT = (
    "ctypes",
    "html",
    "filelock",
    "platformdirs",
    "sqlalchemy.dialects.sqlite",
    "hubra_desktop.model.agenda_findings",
    "hubra_desktop.model.days",
    "hubra_desktop.model.finding_groups",
    "hubra_desktop.model.order",
    "hubra_desktop.store.journal",
    "hubra_desktop.work.queries",
    "hubra_desktop.work.queries.approved",
    "hubra_desktop.work.queries.backlog",
    "hubra_desktop.work.workspace",
)
"""What the first paint needs that does not use Qt.

It is imported before Qt is: the binding reads the source of every module imported after it.
"""
LISTEN_AFTER_MS = 200
_FRAME = (16, 40)
"""What a desktop's frame adds to a window's width and height, about, in its pixels."""


def start(register: Path | None) -> int:
    """Show the window over ``register``, or over the one open last; return the exit status."""
    from hubra_desktop.work.places import usual_register

    gc.disable()  # nothing made at the start is garbage
    path = register or usual_register()
    if path is not None and _shown_elsewhere(path):
        return 0
    for name in BEFORE_QT:
        import_module(name)

    application = make_application(sys.argv[:1])
    from hubra_desktop.ui.crash_handler import put_by

    sys.excepthook = put_by
    window = open_window(path)
    fit(window)
    window.show()
    _listen_soon(window)
    from hubra_desktop.ui.program import Program

    Program(window).watch()
    return application.exec()


def make_application(arguments: list[str]) -> "QApplication":
    """Make the application in the language chosen and in the program's own look."""
    from PySide6.QtWidgets import QApplication

    from hubra_desktop import __version__
    from hubra_desktop.ui import settings, theme, translation
    from hubra_desktop.ui.view_choices import remembered_language

    application = QApplication([*arguments, *theme.ARGUMENTS])
    application.setApplicationName("Hubra")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("hubra")
    translation.install_translation(application, remembered_language())
    look = theme.install_theme(application)
    choice = settings.stored_text("view/scheme", theme.SchemeChoice.SYSTEM)
    look.choose(theme.SchemeChoice(choice))
    return application


def open_window(register: Path | None) -> "MainWindow":
    """Make the window over a register; the window shows why it cannot be opened."""
    from hubra_desktop.ui import theme
    from hubra_desktop.ui.main_window import MainWindow

    window = MainWindow()
    if register is not None:
        window.registers.open(register)
    theme.theme().dress()
    return window


def fit(window: "QWidget") -> None:
    """Let the window fill a screen that it would stick out of, frame and all."""
    from PySide6.QtCore import Qt

    size, room = window.size(), window.screen().availableGeometry()
    wide, tall = _FRAME
    if size.width() + wide > room.width() or size.height() + tall > room.height():
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def try_window(register: Path) -> None:
    """Open the window over a register, show each page once and close it.

    The user's own settings are left alone: they are kept beside the register.
    Raises RuntimeError when the register could not be opened.
    """
    from PySide6.QtCore import QTimer

    from hubra_desktop.paths import STATE_VARIABLE
    from hubra_desktop.ui import settings
    from hubra_desktop.ui.actions import PAGE_ACTIONS

    os.environ[STATE_VARIABLE] = str(register.parent)
    settings.redirect(register.with_suffix(".ini"))
    application = make_application(["hubra"])
    window = open_window(register)
    opened = window.desk.path is not None
    window.show()
    for turn, page in enumerate(PAGE_ACTIONS):
        QTimer.singleShot(turn * 50, window.actions_[page].trigger)
    QTimer.singleShot(len(PAGE_ACTIONS) * 50, window.close)
    application.exec()
    window.desk.use(None)
    if not opened:
        message = "the window could not open the register"
        raise RuntimeError(message)


def _shown_elsewhere(path: Path) -> bool:
    """Raise the window that has the register open, if there is one."""
    from hubra_desktop.paths import is_reachable
    from hubra_desktop.store.lock_owner import holder_note

    if not is_reachable(holder_note(path.resolve())):
        return False
    from hubra_desktop.ui.instance import hand_over

    return hand_over(path)


def _listen_soon(window: "MainWindow") -> None:
    """Answer second starts once the window stands; listening needs what the paint does not."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, window.raise_window)
    QTimer.singleShot(LISTEN_AFTER_MS, window.listen)
    QTimer.singleShot(LISTEN_AFTER_MS, _collect_again)
    QTimer.singleShot(LISTEN_AFTER_MS, _sweep_temporary)


def _sweep_temporary() -> None:
    """Remove what earlier runs have left where the system keeps what is temporary."""
    from hubra_desktop.store.scratch import sweep_scratch, temporary_place

    sweep_scratch(temporary_place())


def _collect_again() -> None:
    """Collect garbage as usual from now on, but pass over what the start has made."""
    gc.freeze()
    gc.enable()
