"""A box to tick whose words go on in further lines where one has no room for them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from hubra_desktop.ui.widgets.plain import literal

LEAST = 120
"""What it asks for at the least, in pixels; whatever is longer is broken."""


class TickBox(QCheckBox):
    """Shows ``words`` as they are, a & too, and breaks them to its width."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setText(literal(words))
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(LEAST, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._break()

    def _break(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(part, option, self).width()
        broken = literal("\n".join(self._lines(room)))
        if room > 0 and broken != self.text():
            self.setText(broken)

    def _lines(self, room: int) -> list[str]:
        """Return the words in lines no wider than ``room``."""
        layout = QTextLayout(self.words, self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            start, length = line.textStart(), line.textLength()
            lines.append(self.words[start : start + length].rstrip())
        layout.endLayout()
        return lines
