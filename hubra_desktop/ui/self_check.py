"""What only a running Qt can prove: icons and printed text."""

from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer

from hubra_desktop.paths import resource
from hubra_desktop.ui.pdf import opened_pdf


def load_icons() -> int:
    """Load every icon and return how many there are; raises ValueError for a broken one."""
    files = sorted(resource("icons").glob("*.svg"))
    for file in files:
        if not QSvgRenderer(str(file)).isValid():
            raise ValueError(file.name)
    return len(files)


def pdf_text(content: bytes) -> str:
    """Return the text of all pages of a PDF, as a reader finds it; raises ValueError."""
    with opened_pdf(content) as document:
        if document.status() is not QPdfDocument.Status.Ready:
            raise ValueError(document.status().name)
        return "\n".join(document.getAllText(i).text() for i in range(document.pageCount()))
