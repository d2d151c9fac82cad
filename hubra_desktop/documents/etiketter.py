"""Etiketter: names and addresses on a sheet of labels, each in its own place.

The sheet has nothing else on it. The text is set as large as the label holds; the names are
read one after another as a list.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from hubra_desktop.documents.kit.blocks import Block, Stack, paragraph
from hubra_desktop.documents.kit.canvas import TaggedCanvas
from hubra_desktop.documents.kit.letterhead import EXERCISE, marked_title
from hubra_desktop.documents.kit.metadata import Metadata
from hubra_desktop.documents.kit.render import Manuscript, PageSize
from hubra_desktop.documents.kit.style import A4, MM, Look
from hubra_desktop.documents.kit.tree import Element, document
from hubra_desktop.model.dispatch.label_sheets import LabelSheet
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.paper_style import is_exercise
from hubra_desktop.model.records.meeting import HouseStyle

_SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_PADDING: Final = 5 * MM
"""The air at a label's edges: printers and sheets are off by a millimetre or two."""
_AIR: Final = 3 * MM


@dataclass(frozen=True)
class AddressLabel:
    """One label: a name and the lines of an address."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LabelPaper:
    """The labels of one dispatch; ``first`` is the number of the first free one on the sheet.

    ``about`` tells what they are for ("Kallelse 2018-03-07").
    """

    labels: tuple[AddressLabel, ...]
    sheet: LabelSheet
    first: int
    about: str
    body: str
    day: dt.date


def etiketter_manuscript(paper: LabelPaper, style: HouseStyle) -> Manuscript:
    """Compose the sheets; raises InputError for an address that no label holds."""
    root = document()
    whole = root.add("L")
    places: list[AddressLabel | None] = [None] * (paper.first - 1) + [*paper.labels]
    blocks: list[Block] = [
        _page(whole, places[start : start + paper.sheet.count], paper.sheet, style)
        for start in range(0, len(places), paper.sheet.count)
    ]
    meta = Metadata(
        title=marked_title(f"Etiketter: {paper.about}", style, draft=False),
        author=paper.body or style.organisation or "HuBrå",
        subject="Adressetiketter",
        day=paper.day,
        kind="Etiketter",
        publisher=style.organisation,
    )
    page = PageSize(A4, left=0.0, right=0.0, top=0.0, bottom=0.0)
    return Manuscript(root, blocks, meta, page)


@dataclass(kw_only=True, eq=False)
class _LabelPage(Block):
    """One sheet: the texts of its labels, each at its own place, None for one that is used."""

    sheet: LabelSheet
    stacks: Sequence[Stack | None] = field(default_factory=list)

    def inside(self) -> Sequence[Block]:
        return [each for each in self.stacks if each is not None]

    def height(self, _width: float) -> float:
        return A4[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float) -> None:
        width = self.sheet.width * MM - 2 * _PADDING
        for stack, (left, down) in zip(self.stacks, self._corners(), strict=False):
            if stack is not None:
                air = (self.sheet.height * MM - stack.height(width)) / 2
                stack.draw(canvas, x + left + _PADDING, top - down - air, width)

    def _corners(self) -> Iterator[tuple[float, float]]:
        """Yield each label's left and upper edge from the sheet's corner, row by row."""
        sheet = self.sheet
        for place in range(sheet.count):
            row, column = divmod(place, sheet.columns)
            left = sheet.left + column * sheet.across
            yield left * MM, (sheet.top + row * sheet.down) * MM


def _page(
    whole: Element, labels: Sequence[AddressLabel | None], sheet: LabelSheet, style: HouseStyle
) -> _LabelPage:
    stacks = [None if each is None else _label(whole, each, sheet, style) for each in labels]
    return _LabelPage(sheet=sheet, stacks=stacks)


def _label(whole: Element, label: AddressLabel, sheet: LabelSheet, style: HouseStyle) -> Stack:
    """Set one label at the largest size that it holds; one of an exercise says so."""
    if is_exercise(style):
        label = replace(label, name=f"{EXERCISE.upper()}: {label.name}")
    width = sheet.width * MM - 2 * _PADDING
    room = sheet.height * MM - 2 * _AIR
    for size in _SIZES:
        body = Element("LBody")
        stack = _set_label(body, label, Look(body=size, kerning=style.kerning))
        if stack.height(width) <= room:
            item = whole.add("LI")
            item.adopt(body)
            return stack
    raise InputError(
        f"Adressen till {label.name} har för många rader för etiketten. Korta den, eller välj "
        "ett ark med större etiketter."
    )


def _set_label(body: Element, label: AddressLabel, look: Look) -> Stack:
    text = replace(look.cell, leading=1.25 * look.body)
    lines = [paragraph(body.add("P"), label.name, replace(text, bold=True))]
    lines += [paragraph(body.add("P"), each, text) for each in label.lines]
    for each in lines:
        each.element.role = "line"
    return Stack(list[Block](lines))
