"""Drawings in the HTML twin: the model's shapes as one inline picture with a text for readers."""

from collections.abc import Iterator
from html import escape

from hubra_desktop.documents.kit.coverage import clean
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


def svg(drawing: Drawing, alt: str, name: str) -> str:
    """Write ``drawing``, read as ``alt``; ``name`` is its own among the page's pictures.

    One without words is decoration.
    """
    parts = [
        _label(shape) if isinstance(shape, Label) else "".join(_path(shape, f"{name}-{place}"))
        for place, shape in enumerate(drawing.shapes)
    ]
    told = f'role="img" aria-label="{escape(clean(alt))}"' if alt else 'aria-hidden="true"'
    width, height = f"{drawing.width:g}", f"{drawing.height:g}"
    return (
        f'<svg {told} viewBox="0 0 {width} {height}" '
        f'width="{width}pt" font-family="sans-serif" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(parts)}</svg>'
    )


def _path(path: Path, name: str) -> Iterator[str]:
    outline = " ".join(_step(step) for step in path.steps) + (" Z" if path.closed else "")
    if path.fill:
        yield f'<path d="{outline}" fill="{path.fill}" fill-rule="evenodd"/>'
    if path.hatch:
        lines = " ".join(f"M{a:.2f} {b:.2f} L{c:.2f} {d:.2f}" for (a, b), (c, d) in hatching(path))
        yield f'<clipPath id="{name}"><path d="{outline}" clip-rule="evenodd"/></clipPath>'
        yield (
            f'<path d="{lines}" stroke="{path.ink}" stroke-width="{HATCH_WIDTH}" '
            f'clip-path="url(#{name})"/>'
        )
    if path.stroke:
        dash = " ".join(f"{length:g}" for length in path.dash)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        yield (
            f'<path d="{outline}" fill="none" stroke="{path.stroke}" '
            f'stroke-width="{path.width:g}"{dashed}/>'
        )


def _step(step: Step) -> str:
    if isinstance(step, Curve):
        points = (step.x1, step.y1, step.x2, step.y2, step.x, step.y)
        return "C" + " ".join(f"{number:.2f}" for number in points)
    return f"{'M' if isinstance(step, MoveTo) else 'L'}{step.x:.2f} {step.y:.2f}"


def _label(label: Label) -> str:
    turned = f' transform="rotate({label.turn:g} {label.x:.2f} {label.y:.2f})"'
    weight = ' font-weight="bold"' if label.bold else ""
    return (
        f'<text x="{label.x:.2f}" y="{label.y:.2f}" font-size="{label.size:g}" '
        f'fill="{label.colour}" text-anchor="{label.anchor}"'
        f"{weight}{turned if label.turn else ''}>"
        f"{escape(clean(label.text))}</text>"
    )
