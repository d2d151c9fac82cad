"""What stands in an editor's text and is no letter: footnotes, pictures and tables.

A footnote is one character that is drawn as its number, which follows from its place; it
holds the note's own structured text. A picture is one character that holds its mark and
what it shows.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from hubra_desktop.model.structured import PICTURE, seen_words
from hubra_desktop.ui.theme import theme
from hubra_desktop.ui.widgets.plain import plain_tip

OBJECT: Final = "\ufffc"
"""The character that a text holds where something else stands."""
NOTE: Final = int(QTextFormat.Property.UserProperty) + 3
SHOWS: Final = NOTE + 1
NOTE_OBJECT: Final = int(QTextFormat.ObjectTypes.UserObject) + 1
WIDEST: Final = 320
"""How wide a picture is in the editor at most, in pixels."""
_SMALL: Final = 0.72


def note_of(made: QTextFormat) -> str:
    """Return the structured text of a footnote's character, "" of any other."""
    return str(made.property(NOTE) or "") if made.objectType() == NOTE_OBJECT else ""


def picture_of(made: QTextFormat) -> tuple[str, str] | None:
    """Return a picture's mark and what it shows, None of any other character."""
    if not made.isImageFormat():
        return None
    name = made.toImageFormat().name()
    return name.removeprefix(PICTURE), str(made.property(SHOWS) or "")


def insert_note(cursor: QTextCursor, note: str) -> None:
    """Put a footnote where the cursor stands."""
    made = QTextCharFormat()
    made.setObjectType(NOTE_OBJECT)
    made.setProperty(NOTE, note)
    made.setToolTip(plain_tip(seen_words(note)))
    cursor.insertText(OBJECT, made)


def rewrite_note(cursor: QTextCursor, note: str) -> None:
    """Let the footnote that is chosen say something else."""
    made = cursor.charFormat()
    made.setProperty(NOTE, note)
    made.setToolTip(plain_tip(seen_words(note)))
    cursor.setCharFormat(made)


def note_chosen(cursor: QTextCursor) -> str:
    """Return the structured text of the footnote that is chosen, "" of anything else."""
    return note_of(cursor.charFormat()) if cursor.selectedText() == OBJECT else ""


def insert_picture(cursor: QTextCursor, mark: str, shows: str) -> None:
    """Put a picture where the cursor stands."""
    made = QTextImageFormat()
    made.setName(PICTURE + mark)
    made.setProperty(SHOWS, shows)
    made.setToolTip(plain_tip(shows))
    cursor.insertImage(made)


def table_format() -> QTextTableFormat:
    """Return how tables are set: as wide as the text, the first row heading the columns."""
    made = QTextTableFormat()
    made.setHeaderRowCount(1)
    made.setCellPadding(4)
    made.setCellSpacing(0)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderBrush(QBrush(QColor(128, 128, 128)))
    made.setBottomMargin(8)
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def objects_in(document: QTextDocument) -> list[QTextCursor]:
    """Return the characters of a document that stand for something else, each chosen."""
    text = document.toRawText()
    found: list[QTextCursor] = []
    place = text.find(OBJECT)
    while place >= 0:
        cursor = QTextCursor(document)
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor)
        place = text.find(OBJECT, place + 1)
    return found


def no_picture(mark: str) -> bytes:
    """Give no picture, where there are none."""
    return b""


def shown_picture(pictures: Callable[[str], bytes], name: QUrl) -> QImage | None:
    """Return a picture of the text no wider than WIDEST, None for what is none of them."""
    if not name.toString().startswith(PICTURE):
        return None
    image = QImage.fromData(pictures(name.toString().removeprefix(PICTURE)))
    if image.isNull():
        image = QImage(WIDEST // 2, 40, QImage.Format.Format_RGB32)
        image.fill(QColor(128, 128, 128))
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    return image


class NoteNumbers(QPyTextObject):
    """Draws the footnotes of one document as their numbers, counted from ``first``."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.first = 1
        self._places: dict[int, int] = {}
        self._document = document
        document.contentsChanged.connect(self.count)
        document.documentLayout().registerHandler(NOTE_OBJECT, self)

    def count(self) -> None:
        """Count the notes anew."""
        notes = [each for each in objects_in(self._document) if note_of(each.charFormat())]
        self._places = {each.selectionStart(): place for place, each in enumerate(notes)}

    def number(self, place: int) -> str:
        """Return the number of the note at a place of the document."""
        return str(self.first + self._places.get(place, 0))

    def intrinsicSize(self, document: QTextDocument, place: int, made: QTextFormat) -> QSizeF:
        font = _raised(made)
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(self.number(place)) + 2
        return QSizeF(wide, QFontMetricsF(made.toCharFormat().font()).ascent())

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, place: int,
        made: QTextFormat,
    ) -> None:  # fmt: skip
        font = _raised(made)
        painter.setFont(font)
        painter.setPen(theme().colour("accent"))
        top = QPointF(rect.x() + 1, rect.y() + QFontMetricsF(font).ascent())
        painter.drawText(top, self.number(place))
        style = made.toCharFormat().underlineStyle()
        if style is QTextCharFormat.UnderlineStyle.SpellCheckUnderline:
            # Qt underlines letters only.
            painter.setPen(QPen(made.toCharFormat().underlineColor(), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(rect.x(), rect.bottom()), QPointF(rect.right(), rect.bottom()))


def _raised(made: QTextFormat) -> QFont:
    font = QFont(made.toCharFormat().font())
    font.setPointSizeF(max(6.0, font.pointSizeF() * _SMALL))
    return font
