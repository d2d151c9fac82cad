"""Hands for what is refused in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hubra_desktop.ui.forms.inputs import TextField
from hubra_desktop.ui.widgets.callout import Callout
from tests.ui.hands import settle


def type_in(field: TextField, text: str, key: Qt.Key | None = Qt.Key.Key_Tab) -> None:
    field.setFocus()
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(text)
    if key is not None:
        QTest.keyClick(field, key)
        field.flush()
    settle()


def told(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(Callout) if each.isVisible()]
