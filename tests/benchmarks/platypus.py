"""The long table as ReportLab's own handbook would have it made: Platypus, untagged."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from hubra_desktop.documents.kit.fonts import styled
from hubra_desktop.documents.kit.style import MM, Look
from tests.benchmarks.manuscripts import HEADER, ROWS, SHARES

LEFT, RIGHT, TOP, BOTTOM = 30 * MM, 25 * MM, 32 * MM, 28 * MM


def platypus_table() -> bytes:
    """Set the table with the kit's fonts, sizes and measures, a heading, head and page numbers."""
    look = Look()
    regular, bold = styled().fontName, styled(bold=True).fontName
    cell = ParagraphStyle("cell", fontName=regular, fontSize=11, leading=look.cell.leading)
    right = ParagraphStyle("right", cell, alignment=2)
    label = ParagraphStyle("label", fontName=bold, fontSize=look.label.size, leading=12)
    title = ParagraphStyle("title", fontName=bold, fontSize=17.6, leading=21, spaceAfter=13)
    rows = [[Paragraph(text, label) for text in HEADER]]
    rows += [
        [Paragraph(text, right if place == 4 else cell) for place, text in enumerate(row)]
        for row in ROWS
    ]
    measure = A4[0] - LEFT - RIGHT
    table = LongTable(
        rows,
        colWidths=[share * measure for share in SHARES],
        repeatRows=1,
        style=[
            ("FONT", (0, 0), (-1, -1), regular, 11),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#c5cbd1"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), look.body),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4.4),
        ],
    )
    content = BytesIO()
    paper = SimpleDocTemplate(
        content, pagesize=A4, leftMargin=LEFT, rightMargin=RIGHT, topMargin=TOP,
        bottomMargin=BOTTOM, title="Årets insatser", lang="sv-SE", initialFontName=regular,
    )  # fmt: skip
    paper.build([Paragraph("Årets insatser", title), table], onFirstPage=_head, onLaterPages=_head)
    return content.getvalue()


def _head(canvas: Canvas, paper: SimpleDocTemplate) -> None:
    canvas.setFont(styled(bold=True).fontName, 9.24)
    canvas.drawString(LEFT, A4[1] - 15 * MM, "LÖVSTABRO KOMMUN")
    canvas.drawRightString(A4[0] - RIGHT, A4[1] - 15 * MM, f"SIDA {paper.page}")
    canvas.line(LEFT, A4[1] - 18 * MM, A4[0] - RIGHT, A4[1] - 18 * MM)
