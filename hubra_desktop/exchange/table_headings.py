"""Which column stands where in a file: its headings found, and tied to those of a table.

Unit, case, full stops and line breaks in a heading do not matter, and the words that
people and programs use for a column are known. A title may stand above the headings, and
a heading that reaches over two rows may stand in the upper one.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from hubra_desktop.exchange.cells import Cell
from hubra_desktop.exchange.table_grid import GridRow, Sheet, is_blank
from hubra_desktop.exchange.tables import TableColumn, TableShape
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.invisible import seen_line
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import joined, quoted

_DEEPEST: Final = 20
"""Filled rows among which the headings stand: above them are titles and letterheads."""
_TOLD: Final = 30
"""Headings that a refusal names: as many as a sentence bears."""
_LONGEST: Final = 60
"""Characters of a heading that a refusal tells."""
_THOUSANDS = dict.fromkeys(("tkr", "tsek", "ksek", "1000 kr", "1 000 kr"), 1_000)
_MILLIONS = dict.fromkeys(("mkr", "mnkr", "msek"), 1_000_000)
_SCALES: Final[Mapping[str, int]] = {**_THOUSANDS, **_MILLIONS}
"""How many kronor an amount counts in under a heading with that unit."""
_UNIT: Final = re.compile(
    r"[ ,]*[(\[]?(?:i )?(?P<unit>kr|kronor|sek|1 ?000 kr|[tkm]?n?kr|[tkm]sek|%|procent|st|"
    r"åååå-mm-dd|yyyy-mm-dd)\.?[)\]]?"
)


class Heading(NamedTuple):
    """A heading as it stands in a file, and the key of the column it was taken for, or "".

    ``example`` is the first that stands under it.
    """

    place: int
    text: str
    key: str
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class FoundHeadings:
    """The headings of a sheet: those found, the columns by place, and the rows below.

    ``scales`` are how many kronor the amounts under a heading count in, by place.
    ``missing`` are the columns that must be there and are not.
    """

    found: tuple[Heading, ...]
    columns: Mapping[int, TableColumn]
    missing: tuple[TableColumn, ...]
    rows: Sequence[GridRow]
    scales: Mapping[int, int] = field(default_factory=dict)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """The headings that name no column."""
        return tuple(each.text for each in self.found if not each.key)


class UnfitTableError(InputError):
    """A file without headings that a table must have; what it has can be tied by hand."""

    def __init__(self, shape: TableShape, headings: FoundHeadings) -> None:
        super().__init__(_unfit_sentence(shape, headings))
        self.headings = headings


def find_headings(
    shape: TableShape, sheet: Sheet, tied: Mapping[str, str], given: Sequence[str]
) -> FoundHeadings | None:
    """Return a sheet's headings: of the first row that fits, else of the likeliest; None if empty.

    ``tied`` are keys, or "" for no column, by folded headings; ``given`` are the keys of
    values that are told for all rows. Raises InputError for a heading that stands twice.
    """
    filled = [row for row in sheet.rows if not all(is_blank(cell) for cell in row.cells)]
    likeliest: FoundHeadings | None = None
    for place, row in enumerate(filled[:_DEEPEST]):
        above = filled[place - 1].cells if place else ()
        cells = _completed(shape, row.cells, above, tied)
        found = _headings(shape, cells, tied, given, filled[place + 1 :])
        if found.columns and not found.missing:
            return found
        if likeliest is None or _weight(found) > _weight(likeliest):
            likeliest = found
    return likeliest


def _weight(headings: FoundHeadings) -> tuple[int, int]:
    return len(headings.columns), len(headings.found)


def _completed(
    shape: TableShape, cells: Sequence[Cell], above: Sequence[Cell], tied: Mapping[str, str]
) -> list[Cell]:
    """Return a row's cells, where blank with the known headings that stand above."""
    over = _keys(shape, above, tied, ())
    wide = max(len(cells), *(place + 1 for place in over), 0) if over else len(cells)
    padded = [*cells, *[None] * (wide - len(cells))]
    return [
        above[place] if is_blank(cell) and place in over else cell
        for place, cell in enumerate(padded)
    ]


def _headings(
    shape: TableShape,
    cells: Sequence[Cell],
    tied: Mapping[str, str],
    given: Sequence[str],
    rows: Sequence[GridRow],
) -> FoundHeadings:
    keys = _keys(shape, cells, tied, given)
    found = tuple(
        Heading(place, _text(cell), keys.get(place, ""), _example(rows, place))
        for place, cell in enumerate(cells)
        if not is_blank(cell)
    )
    there = {*keys.values(), *given}
    return FoundHeadings(
        found=found,
        columns={
            place: column
            for place in range(len(cells))
            if place in keys and not (column := shape.column(keys[place])).derived
        },
        missing=tuple(_missing(shape, there)),
        rows=rows,
        scales={place: scale for place in keys if (scale := _scale(cells[place])) != 1},
    )


def _missing(shape: TableShape, there: set[str]) -> Iterator[TableColumn]:
    dated = there.intersection(shape.dates)
    for column in shape.columns:
        if column.required and column.key not in there and not (column.key == "year" and dated):
            yield column


def _example(rows: Sequence[GridRow], place: int) -> str:
    cells = (row.cells[place] for row in rows[:_DEEPEST] if place < len(row.cells))
    return next((_text(cell) for cell in cells if not is_blank(cell)), "")


def heading_key(text: str) -> str:
    """Return what a heading is tied by: case, space and the marks after it do not matter."""
    return _plain(text)


def _text(cell: Cell) -> str:
    return " ".join(str(cell).split())


def _plain(cell: Cell) -> str:
    return folded(seen_line(str(cell))).rstrip(":*. ")


def _bare(plain: str) -> str:
    """Return a heading without the unit after it."""
    match = next((each for each in _UNIT.finditer(plain) if each.end() == len(plain)), None)
    return plain[: match.start()].rstrip(":*., ") if match and match.start() else plain


def _scale(cell: Cell) -> int:
    plain = _plain(cell)
    unit = next((each["unit"] for each in _UNIT.finditer(plain) if each.end() == len(plain)), "")
    return _SCALES.get(unit, 1)


def _keys(
    shape: TableShape, cells: Sequence[Cell], tied: Mapping[str, str], given: Sequence[str]
) -> dict[int, str]:
    """Return the keys of the columns that headings name, by their places.

    What is tied by hand goes first, then a column's own heading, then other words for it:
    but not where the value of all rows is ``given``.
    """
    plain = {place: _plain(cell) for place, cell in enumerate(cells) if not is_blank(cell)}
    own = {folded(each.heading): each.key for each in shape.columns}
    also = {
        _letters(word): each.key for each in shape.columns for word in (each.heading, *each.also)
    }
    found: dict[int, str] = {}
    for place, text in plain.items():
        key = tied.get(text)
        if key and key in found.values():
            raise _twice(shape.column(key))
        if key is not None:
            found[place] = key
    for known, form in (
        (own, str),
        (own, _bare),
        (also, _letters),
        (also, lambda text: _letters(_bare(text))),
    ):
        _take(shape, plain, found, known, form, given if known is also else ())
    return {place: key for place, key in found.items() if key}


def _take(
    shape: TableShape,
    plain: Mapping[int, str],
    found: dict[int, str],
    known: Mapping[str, str],
    form: Callable[[str], str],
    given: Sequence[str],
) -> None:
    """Take headings for the columns that they are ``known`` by in one of their forms."""
    for place, text in plain.items():
        key = known.get(form(text))
        if key is None or place in found or key in given:
            continue
        if key not in found.values():
            found[place] = key
        elif form is str:
            raise _twice(shape.column(key))


_ASCII: Final = str.maketrans("åäöéü", "aaoeu", " ._-")


def _letters(text: str) -> str:
    """Return a heading as programs write it: bokforingsdatum for Bokföringsdatum."""
    return folded(text).translate(_ASCII)


def _twice(column: TableColumn) -> InputError:
    return refusal(
        "Rubriken {heading} står två gånger. Ta bort den ena kolumnen.",
        heading=quoted(column.heading),
    )


def _unfit_sentence(shape: TableShape, headings: FoundHeadings) -> str:
    if not headings.found:
        return say("Filen är tom. Välj en annan fil.")
    shown = [quoted(each.text[:_LONGEST]) for each in headings.found[:_TOLD]]
    return say(
        "Tabellen {table} kan inte läsas ur filen: {missing} saknas bland rubrikerna. "
        "Rubrikerna i filen är {found}. Säg vilken som är vilken.",
        table=quoted(shape.title),
        missing=joined([_named(shape, each) for each in headings.missing]),
        found=joined(shown),
    )


def _named(shape: TableShape, column: TableColumn) -> str:
    """Name a missing column; a date does where the year is missing."""
    dates = [quoted(shape.column(key).heading) for key in shape.dates[:1]]
    names = [quoted(column.heading), *(dates if column.key == "year" else ())]
    return say(" eller ").join(names)
