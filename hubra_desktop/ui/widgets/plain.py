"""Words shown as they are: no text of a register's is ever taken for markup.

Qt looks at a label's or a tooltip's text and shows what looks like markup as such; a name
like ``Rum <img src=…>`` would open that file. What is shown goes through here instead.
"""

from html import escape
from typing import overload

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label whose text is only text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class MarkupLabel(QLabel):
    """A label of the program's own markup; words of a register's in it go through ``as_markup``."""

    def __init__(self, markup: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(markup)


def as_markup(text: str) -> str:
    """Return a text as markup that shows it as it is, line by line."""
    return escape(text).replace("\n", "<br>")


@overload
def plain_tip(text: str) -> str: ...
@overload
def plain_tip(text: str | None) -> str | None: ...
def plain_tip(text: str | None) -> str | None:
    """Return a text as a tooltip shows it as it is; a tooltip has no format of its own."""
    if text is None or not GuiQt.mightBeRichText(text):
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


def window_title(text: str) -> str:
    """Return a text as a window's title, where ``[*]`` would be a mark of what is unsaved."""
    return text.replace("[*]", "[*][*]")


def literal(text: str) -> str:
    """Return a text for a button, a menu or a tab, where a single & would mark a key."""
    return text.replace("&", "&&")
