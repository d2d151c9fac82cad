"""Prints a PDF on paper, page by page, at the printer's own sharpness."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

SHARPEST = 300


def print_pdf(parent: QWidget, pdf: bytes, name: str) -> bool:
    """Ask for a printer and print; False when the user left it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    if chosen:
        paint_pdf(pdf, printer)
    return chosen


def paint_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Paint every page of a PDF on a printer and return how many there were."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    painter = QPainter(printer)
    pages = _pages(printer, document.pageCount())
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        _paint_page(painter, printer, document, page)
    painter.end()
    document.close()
    buffer.close()
    return len(pages)


def _pages(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage(), printer.toPage()
    if not first:
        return list(range(count))
    return [page for page in range(first - 1, last) if page < count]


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), SHARPEST) / 72
    image = document.render(
        page, QSize(round(points.width() * dots), round(points.height() * dots))
    )
    scale = printer.resolution() / 72
    paper = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(paper, image)
