"""A file understood as a table: its sheet, headings, columns and rows.

Reading names each row that cannot be understood, its column and why; nothing is guessed
and nothing is dropped silently.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from hubra_desktop.exchange.cells import Cell, CellKind, Told, Unknown
from hubra_desktop.exchange.table_columns import Decided, Question, decide, read_cell
from hubra_desktop.exchange.table_grid import GridRow, Sheet, is_blank
from hubra_desktop.exchange.table_headings import (
    FoundHeadings,
    Heading,
    UnfitTableError,
    find_headings,
)
from hubra_desktop.exchange.tables import LEDGER, TableColumn, TableShape, preview_text, word_of
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.invisible import seen_line, seen_text
from hubra_desktop.model.language import say
from hubra_desktop.model.plan.counts import TypedCount
from hubra_desktop.model.plan.periods import When, read_period
from hubra_desktop.model.progress import NOBODY, Progress
from hubra_desktop.model.swedish import ALWAYS, figure, folded, short_date, sort_key
from hubra_desktop.model.wording import joined, joined_first, quoted

_CURRENCY = ("currency", "valuta")
_OWN = ("sek", "kr", "kronor")
_TOLD_EACH = 1_000
"""Rows after which it is told how far the reading has come."""

_SHOWN = 10
"""Rows that a note names by their numbers."""


@dataclass(frozen=True, kw_only=True)
class TableAnswers:
    """What is told of a file beside what stands in it.

    ``tied`` are keys of columns by folded headings, "" for one that is passed over.
    ``chosen`` are answers to questions by their keys. ``given`` are values as people type
    them, for all rows in which a column has none. Rows ``left_out`` are passed over.
    """

    tied: Mapping[str, str] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()


NO_ANSWERS = TableAnswers()


class Row(NamedTuple):
    """A row that was understood; ``number`` is its place in the file, the first row's is 1."""

    number: int
    values: Mapping[str, Any]


class BadRow(NamedTuple):
    """A row that cannot be used, and why; ``column`` is the heading it is about, or empty."""

    number: int
    column: str
    sentence: str

    def text(self) -> str:
        """Return the place and the reason as one line."""
        row = say("Rad {number}", number=self.number)
        return (
            f"{row}, {self.column}: {self.sentence}" if self.column else f"{row}: {self.sentence}"
        )


@dataclass(frozen=True, kw_only=True)
class TableRead:
    """What a file holds: rows that were understood, rows that were not, columns passed over.

    Columns ``unread`` are known, and tell of something that no file can give.
    ``texts`` are the cells of the columns that are read, by the numbers of their rows: as
    they were understood, else as they stand; those of rows ``left_out`` are there too.
    ``notes`` are to be read before anything is taken in, and ``questions`` to be answered.
    """

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    passed_over: tuple[str, ...]
    unread: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    texts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: frozenset[int] = frozenset()


def read_table(
    shape: TableShape,
    sheets: Iterable[Sheet],
    today: date,
    answers: TableAnswers = NO_ANSWERS,
    progress: Progress = NOBODY,
) -> TableRead:
    """Understand a file's rows as those of a table: of the first visible sheet that fits.

    A date without a year is its row's year's, else the one closest to ``today``; in the
    ledger never a day to come. Raises InputError when no sheet can be that table,
    UnfitTableError where headings are missing.
    """
    unfit: UnfitTableError | None = None
    passed: list[Sheet] = []
    for sheet in sheets:
        passed.append(sheet)
        found = None if sheet.hidden else _fitting(shape, sheet, answers)
        if isinstance(found, FoundHeadings):
            reader = _Reader(shape, found, answers, today)
            return reader.read(sheet, _sheet_notes(passed), progress)
        unfit = unfit or found
    raise unfit or refusal("Filen är tom. Välj en annan fil.")


def _fitting(
    shape: TableShape, sheet: Sheet, answers: TableAnswers
) -> FoundHeadings | UnfitTableError | None:
    """Return a sheet's headings, or why they do not do; None for an empty sheet."""
    given = [key for key, text in answers.given.items() if text.strip()]
    found = find_headings(shape, sheet, answers.tied, given)
    if found is None or (found.columns and not found.missing):
        return found
    return UnfitTableError(shape, found)


class _Reader:
    """Reads the rows of one sheet; used once."""

    def __init__(
        self, shape: TableShape, headings: FoundHeadings, answers: TableAnswers, today: date
    ) -> None:
        self._shape = shape
        self._headings = headings
        self._today = today
        self._given = {key: text for key, text in answers.given.items() if text.strip()}
        filled = [row for row in headings.rows if not all(map(is_blank, row.cells))]
        self._rows = [_seen(row, headings.columns) for row in filled]
        self._freed = [
            row.number for row, before in zip(self._rows, filled, strict=True) if row is not before
        ]
        self._left_out = answers.left_out
        plain = Told(near=today, within=self._within(None))
        self._decided = {
            place: decide(
                column,
                [_cell_at(row, place) for row in self._rows],
                Told(near=plain.near, within=plain.within, scale=headings.scales.get(place, 1)),
                answers.chosen.get(column.key, ""),
            )
            for place, column in headings.columns.items()
        }
        self._plain = Decided(told=plain)

    def read(self, sheet: Sheet, notes: Sequence[str], progress: Progress) -> TableRead:
        """Return what the sheet holds."""
        columns = self._headings.columns
        rows: list[Row] = []
        bad: list[BadRow] = []
        texts: dict[int, tuple[str, ...]] = {}
        for place, each in enumerate(self._rows):
            if place % _TOLD_EACH == 0:
                progress.at(say("Läser raderna"), place, len(self._rows))
            found = self._row(each)
            read = found.values if isinstance(found, Row) else {}
            texts[each.number] = tuple(
                _shown(column, read, _cell_at(each, place)) for place, column in columns.items()
            )
            if each.number in self._left_out:
                continue
            if isinstance(found, BadRow):
                bad.append(found)
            else:
                rows.append(_with_exactness(found))
        decided = self._decided.values()
        return TableRead(
            rows=tuple(rows),
            bad=tuple(bad),
            passed_over=self._headings.passed_over,
            unread=tuple(each.text for each in self._headings.found if self._is_unread(each)),
            headings=self._headings.found,
            columns=tuple(columns.values()),
            texts=texts,
            notes=(*notes, *self._notes(sheet)),
            questions=tuple(each.question for each in decided if each.question),
            left_out=self._left_out & texts.keys(),
        )

    def _within(self, year: int | None) -> tuple[date, date]:
        if year is not None:
            return date(year, 1, 1), date(year, 12, 31)
        return (date.min, self._today) if self._shape is LEDGER else ALWAYS

    def _row(self, row: GridRow) -> Row | BadRow:
        """Return a row's values by their keys, or the first thing that is wrong with it."""
        values: dict[str, Any] = {}
        for column, cell, decided in self._cells(row):
            year = values.get("year")
            near = self._today if year is None else date(year, 7, 1)
            told = Told(near=near, within=self._within(year))
            try:
                values.setdefault(column.key, _value(column, cell, decided, told))
            except InputError as error:
                if not self._is_period(column, cell, year):
                    return BadRow(row.number, column.heading, error.sentence)
                values |= {column.key: None, "period": str(cell).strip()}
        return self._whole(row, values)

    def _is_period(self, column: TableColumn, cell: Cell, year: int | None) -> bool:
        """Tell whether something else than a day tells when an activity begins: v. 40."""
        words = column.key == "starts" and isinstance(cell, str)
        return words and read_period(str(cell), year).when is not When.UNKNOWN

    def _cells(self, row: GridRow) -> Iterator[tuple[TableColumn, Cell, Decided]]:
        """Yield a row's cells, the year's first: with what is given where there is nothing."""
        columns = self._headings.columns
        ordered = sorted(columns.items(), key=lambda pair: pair[1].form is not CellKind.YEAR)
        there = {column.key for column in columns.values()}
        missing = [self._shape.column(key) for key in self._given if key not in there]
        for column in sorted(missing, key=lambda each: each.form is not CellKind.YEAR):
            yield column, self._given[column.key], self._plain
        for place, column in ordered:
            cell = _cell_at(row, place)
            if is_blank(cell) and column.key in self._given:
                yield column, self._given[column.key], self._plain
            else:
                yield column, cell, self._decided[place]

    def _whole(self, row: GridRow, values: dict[str, Any]) -> Row | BadRow:
        """Take the year from a date, where only that is told; some year there must be."""
        keys = {column.key for column in self._shape.columns}
        dates = (values.get(key) for key in self._shape.dates)
        day = next((each for each in dates if each is not None), None)
        if "year" in keys and values.get("year") is None and day is not None:
            values["year"] = day.year
        for column in self._shape.columns:
            if column.required and values.get(column.key) in (None, ""):
                return BadRow(row.number, column.heading, say("Här saknas ett värde."))
        return Row(row.number, values)

    def _notes(self, sheet: Sheet) -> Iterator[str]:
        yield from sheet.notes
        for key, text in self._given.items():
            heading = self._shape.column(key).heading
            yield say("Alla rader utan egen uppgift får {heading} {value}.",
                      heading=heading, value=quoted(text))  # fmt: skip
        yield from (each.note for each in self._decided.values() if each.note)
        if self._freed:
            yield say("Osynliga tecken togs bort på rad {rows}.", rows=_listed(self._freed))
        numbers = [row.number for row in self._rows if row.number in sheet.hidden_rows]
        if numbers:
            yield say("Dolda rader i bladet läses också: {rows}.", rows=_listed(numbers))
        hidden = [
            column.heading
            for place, column in self._headings.columns.items()
            if place in sheet.hidden_columns
        ]
        if hidden:
            yield say("Dolda kolumner i bladet läses också: {columns}.", columns=joined(hidden))
        yield from self._scale_notes()
        yield from self._currency_notes()

    def _is_unread(self, heading: Heading) -> bool:
        """Tell whether something stands under the heading of a column that is only written."""
        derived = heading.key and self._shape.column(heading.key).derived
        return bool(derived) and any(
            not is_blank(_cell_at(row, heading.place)) for row in self._rows
        )

    def _scale_notes(self) -> Iterator[str]:
        for heading in self._headings.found:
            scale = self._headings.scales.get(heading.place, 1)
            if scale != 1 and heading.key:
                yield say(
                    "Kolumnen {heading} läses så att 1 är {scale} kr.",
                    heading=quoted(heading.text),
                    scale=figure(scale),
                )

    def _currency_notes(self) -> Iterator[str]:
        """Tell of another currency, which no column takes: the amounts are read as kronor."""
        for heading in self._headings.found:
            if folded(heading.text) in _CURRENCY:
                cells = {str(_cell_at(row, heading.place) or "").strip() for row in self._rows}
                foreign = sorted(
                    (each for each in cells if each and folded(each) not in _OWN), key=sort_key
                )
                if foreign:
                    yield say(
                        "Beloppen är i {currency} enligt kolumnen {heading}, men läses som kronor.",
                        currency=joined(foreign[:_SHOWN]),
                        heading=quoted(heading.text),
                    )


def _seen(row: GridRow, columns: Mapping[int, TableColumn]) -> GridRow:
    """Return a row without what nobody sees in the cells that are read; itself if none has it."""
    freed = {
        place: seen
        for place, cell in enumerate(row.cells)
        if isinstance(cell, str) and not cell.isascii() and place in columns
        if (seen := _seen_cell(columns[place], cell)) != cell
    }
    if not freed:
        return row
    return row._replace(cells=tuple(freed.get(at, cell) for at, cell in enumerate(row.cells)))


def _seen_cell(column: TableColumn, cell: str) -> str:
    return seen_text(cell) if column.form is CellKind.TEXT else seen_line(cell)


def _cell_at(row: GridRow, place: int) -> Cell:
    return row.cells[place] if place < len(row.cells) else None


def _listed(numbers: Sequence[int]) -> str:
    return joined_first([str(each) for each in numbers], _SHOWN)


def _sheet_notes(passed: Sequence[Sheet]) -> list[str]:
    """Tell which sheet is read, and the ones before it that are not."""
    *before, read = passed
    notes = [say("Bladet {name} läses.", name=quoted(read.name))] if read.name else []
    for sheet in before:
        name = quoted(sheet.name)
        if sheet.hidden:
            notes.append(say("Det dolda bladet {name} läses inte.", name=name))
        elif sheet.rows:
            notes.append(say("Bladet {name} har inte tabellens rubriker.", name=name))
    return notes


def _value(column: TableColumn, cell: Cell, decided: Decided, told: Told) -> Any:  # noqa: ANN401
    if isinstance(cell, datetime) and column.form is not CellKind.CLOCK:
        cell = _day_of(cell)
    if isinstance(cell, Unknown):
        raise InputError(cell.sentence())
    if is_blank(cell):
        return "" if column.form in (CellKind.LINE, CellKind.TEXT) else None
    if column.form is CellKind.TERM:
        return _term_of(column, cell)
    return read_cell(column, cell, decided, told)


def _day_of(moment: datetime) -> Cell:
    """Return a spreadsheet's date as a date; one with a time of day stays what it is."""
    return moment.isoformat(" ") if moment.time() != datetime.min.time() else moment.date()


def _term_of(column: TableColumn, cell: Cell) -> Any:  # noqa: ANN401
    wanted = folded(str(cell))
    for word, term in column.words.items():
        if wanted in (folded(word), term.value):
            return term
    raise refusal(
        "{value} är inget av de val som finns. Skriv {words}.",
        value=quoted(str(cell).strip()[:40]),
        words=", ".join(dict.fromkeys(word_of(column, term) for term in column.words.values())),
    )


def _with_exactness(row: Row) -> Row:
    """Part a number of people into the number and how exact it is."""
    count = row.values.get("participants")
    if not isinstance(count, TypedCount):
        return row
    exactness = {} if count.exactness is None else {"exactness": count.exactness}
    return Row(row.number, {**row.values, "participants": count.number, **exactness})


def _shown(column: TableColumn, values: Mapping[str, Any], cell: Cell) -> str:
    """Return a cell as it was understood, else as it stands in the file."""
    if column.key in values:
        return f"{preview_text(column, values[column.key])}{_days(column, values)}"
    if isinstance(cell, datetime):
        cell = _day_of(cell)
    return "" if cell is None or isinstance(cell, Unknown) else str(cell).strip()


def _days(column: TableColumn, values: Mapping[str, Any]) -> str:
    """Return the days that a period means, where it tells any: v. 12 is 20–26 March in 2017."""
    typed = values[column.key]
    if column.key != "period" or not typed:
        return ""
    days = read_period(typed, values.get("year")).days
    return f" ({short_date(days[0])}–{short_date(days[1])})" if days else ""
