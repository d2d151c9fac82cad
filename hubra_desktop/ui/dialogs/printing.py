"""Prints a PDF on paper, page by page, at the printer's own sharpness."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from hubra_desktop.ui.pdf import opened_pdf, page_on_white

SHARPEST = 600


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
    with opened_pdf(pdf) as document:
        painter = QPainter(printer)
        # Else a printer that is a PDF file is given the pages as JPEG, with shadows round letters.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        pages = _pages(printer, document.pageCount())
        for place, page in enumerate(pages):
            if place:
                printer.newPage()
            _paint_page(painter, printer, document, page)
        painter.end()
    return len(pages)


def _pages(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage(), printer.toPage()
    if not first:
        return list(range(count))
    return [page for page in range(first - 1, last) if page < count]


def _paint_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    image = _drawn_page(document, page, min(printer.resolution(), SHARPEST))
    scale = printer.resolution() / 72
    paper = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(paper, image)


def _drawn_page(document: QPdfDocument, page: int, dots: int) -> QImage:
    """Draw a page on white with ``dots`` to the inch, in greys when it has no colours."""
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * dots / 72), round(points.height() * dots / 72))
    paper = page_on_white(document, page, size)
    return paper.convertToFormat(QImage.Format.Format_Grayscale8) if paper.allGray() else paper
