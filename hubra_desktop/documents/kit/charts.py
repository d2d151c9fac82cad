"""Charts on a page: small ones beside each other, in large print grown or as tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.blocks import Block, Space, Stack, paragraph
from hubra_desktop.documents.kit.compose import caption_style, illustration
from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine, figure_table
from hubra_desktop.documents.kit.frames import Columns
from hubra_desktop.documents.kit.style import BODY, MM, Look
from hubra_desktop.documents.kit.tree import Element
from hubra_desktop.model.chart import (
    Chart,
    chart_drawing,
    chart_rows,
    chart_text,
    legible,
    names_height,
)

_GAP: Final = 2.0
"""The room between two charts, in body sizes."""
_TALL: Final = 60 * MM


class DescribedChart(NamedTuple):
    """A chart and what is read in its place."""

    chart: Chart
    alt: str


def diagram(
    parent: Element, chart: Chart, look: Look, measure: float, height: float = _TALL,
    alt: str = "",
) -> Block:  # fmt: skip
    """Add ``chart`` across the ``measure`` with its title above and all its values as words.

    ``alt`` is read in its place, by default every value there is. All sizes in points. In
    large print the chart grows with its letters; one without room for them is a table.
    """
    if not look.large:
        shown = chart_drawing(chart, measure, height, look.accent_ink)
    elif legible(chart, measure, look.body):
        tall = min(height * look.body / BODY, measure) + names_height(chart, measure, look.body)
        shown = chart_drawing(chart, measure, tall, look.accent_ink, look.body)
    else:
        return _as_table(parent, chart, look, measure)
    return illustration(parent, shown, alt or chart_text(chart), look, measure, chart.title)


def _as_table(parent: Element, chart: Chart, look: Look, measure: float) -> Block:
    header, *rows = chart_rows(chart)
    columns = {header[0]: 1.0, **dict.fromkeys(header[1:], 0.0)}
    lines = [FigureLine(row) for row in rows]
    unit = "" if len(chart.series) == 1 else f", {chart.unit}"
    caption = f"{chart.title}{unit}"
    return Stack(
        figure_table(parent, columns, [FigureGroup("", lines)], look, measure, caption=caption)
    )


def diagrams(
    parent: Element, charts: Sequence[DescribedChart], look: Look, measure: float, height: float
) -> list[Block]:
    """Add ``charts`` in order, two beside each other where both can be read at half the width.

    The figures of a pair stand on one line, whatever their titles take.
    """
    half = (measure - _GAP * look.body) / 2

    def small(shown: DescribedChart) -> bool:
        return not look.large and legible(shown.chart, half)

    blocks: list[Block] = []
    for narrow, group in groupby(charts, small):
        if narrow:
            blocks += _pairs(parent, list(group), look, half, height)
        else:
            blocks += [
                diagram(parent, each.chart, look, measure, height, each.alt) for each in group
            ]
    return blocks


def _pairs(
    parent: Element, charts: Sequence[DescribedChart], look: Look, width: float, height: float
) -> Iterator[Block]:
    for place in range(0, len(charts), 2):
        pair = charts[place : place + 2]
        style = caption_style(look)
        titles = [paragraph(Element("P"), each.chart.title, style).height(width) for each in pair]
        stacks: list[Block] = []
        for (chart, alt), title in zip(pair, titles, strict=True):
            shown = diagram(parent, chart, look, width, height, alt)
            assert isinstance(shown, Stack)
            caption, figure = shown.blocks
            filling = Space(max(titles) - title)
            stacks.append(replace(shown, blocks=[caption, filling, figure]))
        yield Columns(stacks, _GAP * look.body, 2, before=look.body, after=1.2 * look.body)
