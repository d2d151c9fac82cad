"""A kallelse beside the same words on a bare canvas, in a program that is warm."""

import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from hubra_desktop.paths import resource
from hubra_desktop.ui.self_check import pdf_text
from hubra_desktop.work import queries
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.papers import kallelse_pdf
from hubra_desktop.work.workspace import Workspace
from tests.benchmarks.frame import Row, benchmark, by_turns

FACES = ("LiberationSans-Regular", "LiberationSans-Bold")
LEADING = 14


def draw_bare(lines: list[str]) -> bytes:
    """Draw the lines under each other, the first of each page bold, as plainly as can be."""
    for face in FACES:
        if face not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(face, str(resource("fonts", f"{face}.ttf"))))
    content = BytesIO()
    canvas = Canvas(content, pagesize=A4)
    top = A4[1] - 72
    for number, line in enumerate(lines):
        if number and number % 48 == 0:
            canvas.showPage()
        canvas.setFont(FACES[number % 48 == 0], 11)
        canvas.drawString(72, top - number % 48 * LEADING, line)
    canvas.save()
    return content.getvalue()


@benchmark
def kallelse(folder: Path) -> Iterator[Row]:
    """The kallelse as bytes, fonts and modules loaded."""
    register = folder / "demo.hubra"
    make_demo(register)
    workspace = Workspace.open(register, read_only=True)
    with workspace.read() as session:
        meeting = queries.meeting_sheet(session, queries.meetings_of(session, 2018)[0].id)
        style = queries.house_style(session)
    workspace.close()
    lines = pdf_text(kallelse_pdf(meeting, style)).splitlines()

    def ours() -> float:
        start = time.perf_counter()
        kallelse_pdf(meeting, style)
        return time.perf_counter() - start

    def base() -> float:
        start = time.perf_counter()
        draw_bare(lines)
        return time.perf_counter() - start

    yield by_turns(ours, base, rounds=40).row("a kallelse, warm", 4)
