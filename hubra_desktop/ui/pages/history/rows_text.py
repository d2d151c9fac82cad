"""What became of rows, to be read: each with its heading and a line for each field."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from hubra_desktop.ui.theme import GRID, theme


class RowsText(QTextEdit):
    """A text that is only read, aloud too, with headings in it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)

    def show_blocks(self, blocks: Iterable[tuple[str, Iterable[str]]], last: str = "") -> None:
        """Show headings with the lines under each, and a ``last`` line under all."""
        self.clear()
        cursor = self.textCursor()
        for heading, lines in blocks:
            if heading:
                self._write(cursor, heading, strong=True)
            for line in lines:
                self._write(cursor, line)
        if last:
            self._write(cursor, last)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, text: str, *, strong: bool = False) -> None:
        letters, block = QTextCharFormat(), cursor.blockFormat()
        letters.setFontWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        letters.setForeground(theme().colour("text"))
        block.setTopMargin(GRID if strong and cursor.position() else 2)
        if cursor.position():
            cursor.insertBlock(block, letters)
        cursor.insertText(text, letters)
