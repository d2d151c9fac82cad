"""A PDF as Qt reads it: opened from memory, and its pages drawn on white."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


@contextmanager
def opened_pdf(content: bytes) -> Iterator[QPdfDocument]:
    """Give a document of a PDF's bytes, closed afterwards."""
    data = QBuffer()
    data.setData(QByteArray(content))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(data)
    try:
        yield document
    finally:
        document.close()
        data.close()


def page_on_white(document: QPdfDocument, page: int, size: QSize) -> QImage:
    """Draw a page at a size in pixels, on white since a page has no ground of its own."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(page, size))
    painter.end()
    return paper
