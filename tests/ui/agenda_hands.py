"""What hands do with rows of the agenda together."""

from PySide6.QtGui import QGuiApplication

from hubra_desktop.ui.main_window import MainWindow
from tests.ui.hands import items


def titles(window: MainWindow) -> list[str]:
    return [item.title for item in items(window)]


def choose(window: MainWindow, *places: int) -> tuple[str, ...]:
    """Choose rows by their places; return their ids."""
    ids = tuple(items(window)[place].id for place in places)
    window.meetings.agenda.view.choose_rows(ids)
    return ids


def said(window: MainWindow) -> str:
    return window.messages.history[-1].text


def clipboard_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
