"""The least a process that prints can be: the mapper and the typesetter imported, text drawn."""

import sys
from pathlib import Path

import reportlab.platypus  # noqa: F401
import sqlalchemy.orm  # noqa: F401
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
FACES = ("LiberationSans-Regular", "LiberationSans-Bold")

for face in FACES:
    pdfmetrics.registerFont(TTFont(face, str(FONTS / f"{face}.ttf")))
canvas = Canvas(sys.argv[2], pagesize=A4)
for number, line in enumerate(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()):
    canvas.setFont(FACES[number == 0], 11)
    canvas.drawString(72, A4[1] - 72 - number * 14, line)
canvas.save()
