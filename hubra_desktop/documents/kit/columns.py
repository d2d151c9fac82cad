"""How wide the columns of a table are: as wide as what stands in them needs.

Figures stay on one line. Words get the width of their longest word at least, so that none
is divided, and share what is left until they stand on one line too.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from hubra_desktop.documents.kit.blocks import SLACK, natural_width, text_widths
from hubra_desktop.documents.kit.style import Look, TextStyle
from hubra_desktop.documents.kit.tree import Piece

_LONGEST: Final = 10.5
"""The longest word that is kept whole whatever the page, in body sizes of ordinary print."""
_FEW: Final = 14
"""A column of words narrower than so many letters of its longer texts is a ribbon."""
_LINES: Final = 3
"""A text that needs more lines than this is long."""
_AIR: Final = 1.4
"""The most that a column of figures is widened by when there is room, in body sizes."""


class StyledText(NamedTuple):
    """What stands in a cell, how it is set, and how far in, in points."""

    pieces: Sequence[Piece]
    style: TextStyle
    indent: float = 0.0


class ColumnNeed(NamedTuple):
    """The cells of a column, and its ``share`` of what the figures leave; 0 for figures.

    The ``name`` above the cells may be broken between its words.
    """

    name: StyledText
    cells: Sequence[StyledText]
    share: float


def column_widths(
    columns: Sequence[ColumnNeed], look: Look, gutter: float, measure: float
) -> tuple[float, ...] | None:
    """Share ``measure`` among ``columns``; None when it holds them only as ribbons.

    ``gutter`` is the room between two columns; both in points. In large print no word is
    divided, however long.
    """
    most = measure if look.large else _LONGEST * look.body
    natural = [_natural((column.name, *column.cells)) + gutter for column in columns]
    needs = [_needed(column, most) + gutter for column in columns]
    if sum(needs) - gutter > measure:
        return None
    # The last column has nothing beside it to keep apart from.
    needs[-1] -= max(0.0, sum(needs) - measure)
    return tuple(_widened(columns, needs, natural, measure - sum(needs), look.body))


def _needed(column: ColumnNeed, most: float) -> float:
    """Measure the narrowest that a column may be: figures on one line, words whole."""
    name = _longest([column.name])
    if not column.share:
        return max(name, _natural(column.cells))
    return min(max(name, _longest(column.cells), _wordy(column.cells)), most)


def _widened(
    columns: Sequence[ColumnNeed],
    needs: list[float],
    natural: list[float],
    rest: float,
    body: float,
) -> list[float]:
    """Share ``rest`` points: all up to one line, then air for the figures, then words."""
    words = {place: column.share for place, column in enumerate(columns) if column.share}
    widths = list(needs)
    even = sum(words.values()) / len(words) if words else 1.0
    wanting = {place: column.share or even for place, column in enumerate(columns)}
    hungry = {place: share for place, share in wanting.items() if natural[place] > needs[place]}
    while rest > SLACK and hungry:
        each = rest / sum(hungry.values())
        for place, share in hungry.items():
            given = min(each * share, natural[place] - widths[place])
            widths[place] += given
            rest -= given
        hungry = {p: share for p, share in hungry.items() if natural[p] > widths[p] + SLACK}
    figures = [place for place in range(len(widths)) if place not in words]
    air = min(_AIR * body, rest / max(len(figures), 1))
    for place in figures:
        widths[place] += air
        rest -= air
    for place, share in words.items():
        widths[place] += rest * share / sum(words.values())
    return widths


def _natural(cells: Sequence[StyledText]) -> float:
    """Measure the widest cell, set on one line."""
    widths = (natural_width(text, style) + indent for text, style, indent in cells)
    return max(widths, default=0.0)


def _longest(cells: Sequence[StyledText]) -> float:
    """Measure the longest word, with what is bound to it."""
    widths = (text_widths(text, style).longest + indent for text, style, indent in cells)
    return max(widths, default=0.0)


def _wordy(cells: Sequence[StyledText]) -> float:
    """Measure the narrowest column in which the longest text is no ribbon."""
    widths = (
        min(natural_width(text, style) / _LINES, _FEW * 0.5 * style.size)
        for text, style, _ in cells
    )
    return max(widths, default=0.0)
