"""Drawings on a page: the model's shapes as operators, inside one marked sequence.

A drawing is one figure with one alternative text. Its labels are real text in embedded fonts.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import cos, radians, sin

from hubra_desktop.documents.kit.canvas import TaggedCanvas, ink
from hubra_desktop.documents.kit.lines import break_lines
from hubra_desktop.documents.kit.style import TextStyle
from hubra_desktop.documents.kit.tree import Element, Piece
from hubra_desktop.documents.kit.words import typeset
from hubra_desktop.model.drawing import (
    HATCH_WIDTH,
    Curve,
    Drawing,
    Label,
    MoveTo,
    Path,
    Step,
    hatching,
)


def draw(canvas: TaggedCanvas, drawing: Drawing, x: float, top: float, scale: float) -> None:
    """Draw ``drawing`` with its upper left corner at (``x``, ``top``), ``scale`` times its size.

    The mark of its figure must be open. Raises MissingGlyphsError for what cannot be
    printed.
    """
    code = canvas.engine.code
    code.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {top:.2f} cm 1 J 1 j")
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            code.extend(_path(shape))
        else:
            _label(canvas, shape)
    code.append("Q")


def _path(path: Path) -> Iterator[str]:
    outline = " ".join(_step(step) for step in path.steps) + (" h" if path.closed else "")
    if path.fill:
        yield f"{ink(path.fill)} rg {outline} f*"
    if path.hatch:
        yield f"q {outline} W* n {ink(path.ink)} RG {HATCH_WIDTH} w"
        yield from (f"{a:.2f} {-b:.2f} m {c:.2f} {-d:.2f} l S" for (a, b), (c, d) in hatching(path))
        yield "Q"
    if path.stroke:
        dash = " ".join(f"{length:.2f}" for length in path.dash)
        yield f"{ink(path.stroke)} RG {path.width:.2f} w [{dash}] 0 d {outline} S"


def _step(step: Step) -> str:
    if isinstance(step, Curve):
        points = (step.x1, -step.y1, step.x2, -step.y2, step.x, -step.y)
        return " ".join(f"{number:.2f}" for number in points) + " c"
    return f"{step.x:.2f} {-step.y:.2f} {'m' if isinstance(step, MoveTo) else 'l'}"


def _label(canvas: TaggedCanvas, label: Label) -> None:
    code = canvas.engine.code
    c, s = cos(radians(label.turn)), sin(radians(label.turn))
    code.append(f"q {c:.5f} {-s:.5f} {s:.5f} {c:.5f} {label.x:.2f} {-label.y:.2f} cm")
    key = (label.text, label.size, label.bold, label.colour, label.anchor)
    known = canvas.lettering.get(key)
    if known is None:
        start = len(code)
        _letter(canvas, label)
        canvas.lettering[key] = tuple(code[start:])
    else:
        code.extend(known)
    code.append("Q")


def _letter(canvas: TaggedCanvas, label: Label) -> None:
    """Write the text of ``label`` where the coordinates begin."""
    style = TextStyle(label.size, label.size, bold=label.bold, colour=label.colour)
    words = typeset(Element("Span", pieces=(Piece(label.text),)), style)
    line = replace(break_lines(words, 1e6, hyphens=False)[0], end="space")
    shift = {"start": 0.0, "middle": line.width / 2, "end": line.width}[label.anchor]
    painter = canvas.text()
    painter.line(line, -shift, 0.0)
    painter.close()
