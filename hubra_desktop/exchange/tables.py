"""What the tables that travel as CSV and XLSX hold: their columns, by the words people read.

A table is the same whichever file carries it. Some columns are only written
(``derived``): what is computed is never read back. Reading names each row that cannot be
understood, its column and why; nothing is guessed and nothing is dropped silently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

from hubra_desktop.exchange.cells import CELLS, Cell, CellKind, Unknown
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.indicators.terms import Group, Missing
from hubra_desktop.model.language import say
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.plan.terms import ActivityKind, ActivityState, Exactness
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.model.words import Term, swedish_word

MOST_ROWS = 200_000
"""So many rows are read at most: centuries of a council's ledger."""
MOST_COLUMNS = 100
"""So many columns are read at most: several times those of the widest table."""


class TableName(StrEnum):
    """The tables that there are."""

    LEDGER = "ledger"
    GRANTS = "grants"
    ACTIVITIES = "activities"
    MEASUREMENTS = "measurements"


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """A column: ``key`` names its value, ``heading`` is what stands above it.

    ``words`` are the terms that may stand in it, by what they are called. ``derived``
    columns are written and never read.
    """

    key: str
    heading: str
    form: CellKind = CellKind.LINE
    required: bool = False
    derived: bool = False
    words: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TableShape:
    """A table: its name, what it is called and its columns in order."""

    name: TableName
    title: str
    columns: tuple[TableColumn, ...]

    def column(self, key: str) -> TableColumn:
        """Return the column of a key."""
        return next(each for each in self.columns if each.key == key)


class Row(NamedTuple):
    """A row that was understood; ``number`` is its place in the file, the headings' is 1."""

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
    """What a file holds: rows that were understood, rows that were not, columns passed over."""

    rows: tuple[Row, ...]
    bad: tuple[BadRow, ...]
    passed_over: tuple[str, ...]


class GridRow(NamedTuple):
    """A row as a file has it: its place there, and its cells as text, number or date."""

    number: int
    cells: tuple[Cell, ...]


Grid = Sequence[GridRow]


def _named(vocabulary: type[Term]) -> Mapping[str, Term]:
    """Return the terms of a vocabulary that have a word, by their Swedish words."""
    return {swedish_word(term): term for term in vocabulary if swedish_word(term)}


def _term(key: str, heading: str, vocabulary: type[Term], *, required: bool = False) -> TableColumn:
    words = _named(vocabulary)
    return TableColumn(key=key, heading=heading, form=CellKind.TERM, required=required, words=words)


_ID = TableColumn(key="id", heading="Id", form=CellKind.IDENTITY)
_YEAR = TableColumn(key="year", heading="År", form=CellKind.YEAR, required=True)

LEDGER = TableShape(
    name=TableName.LEDGER,
    title="Huvudbok",
    columns=(
        _ID,
        TableColumn(key="number", heading="Nummer", form=CellKind.COUNT),
        _YEAR,
        TableColumn(key="date", heading="Datum", form=CellKind.DAY),
        TableColumn(key="post", heading="Post", required=True),
        _term("kind", "Slag", EntryKind, required=True),
        TableColumn(key="amount_ore", heading="Belopp", form=CellKind.AMOUNT, required=True),
        TableColumn(key="counterpart", heading="Motpart"),
        TableColumn(key="grant", heading="Bidrag"),
        TableColumn(key="original", heading="Gäller rad", form=CellKind.COUNT),
        TableColumn(key="voucher", heading="Verifikation"),
        TableColumn(key="year_concerned", heading="Avser år", form=CellKind.YEAR),
        TableColumn(key="text", heading="Text"),
    ),
)
GRANTS = TableShape(
    name=TableName.GRANTS,
    title="Bidrag",
    columns=(
        _ID,
        _YEAR,
        TableColumn(key="body", heading="Förening", required=True),
        TableColumn(key="title", heading="Bidrag", required=True),
        _term("kind", "Slag", GrantKind),
        TableColumn(key="purpose", heading="Ändamål", form=CellKind.TEXT),
        TableColumn(key="post", heading="Post"),
        TableColumn(key="case_number", heading="Diarienummer"),
        TableColumn(key="applied_on", heading="Ansökt datum", form=CellKind.DAY),
        TableColumn(key="applied_ore", heading="Ansökt belopp", form=CellKind.AMOUNT),
        TableColumn(key="contact", heading="Kontakt"),
        TableColumn(key="project_from", heading="Projekt från", form=CellKind.DAY),
        TableColumn(key="project_to", heading="Projekt till", form=CellKind.DAY),
        TableColumn(key="conditions", heading="Villkor", form=CellKind.TEXT),
        TableColumn(key="report_due", heading="Redovisas senast", form=CellKind.DAY),
        TableColumn(key="report_received", heading="Redovisat", form=CellKind.DAY),
        _term("verdict", "Bedömning", Verdict),
        TableColumn(key="assessment", heading="Skäl för bedömning", form=CellKind.TEXT),
        _term("outcome", "Utfall", Outcome),
        TableColumn(key="outcome_reason", heading="Skäl för utfall", form=CellKind.TEXT),
        TableColumn(key="ended_on", heading="Avslutat", form=CellKind.DAY),
        TableColumn(key="note", heading="Anteckning", form=CellKind.TEXT),
        _term("decision_kind", "Beslut", DecisionKind),
        TableColumn(key="decision_year", heading="Beslut år", form=CellKind.YEAR),
        TableColumn(key="decision_date", heading="Beslut datum", form=CellKind.DAY),
        TableColumn(key="decision_ore", heading="Beslut belopp", form=CellKind.AMOUNT),
        TableColumn(key="decided_by", heading="Beslutat av"),
        TableColumn(key="formal", heading="Formellt beslut", form=CellKind.FLAG),
        TableColumn(key="section", heading="Paragraf"),
        TableColumn(key="reported_to", heading="Anmält till"),
        TableColumn(key="last_day", heading="Sista dag", form=CellKind.DAY),
        TableColumn(key="reference", heading="Referens"),
        TableColumn(key="decision_reason", heading="Skäl för beslut", form=CellKind.TEXT),
        TableColumn(key="state", heading="Läge", derived=True),
        TableColumn(key="granted", heading="Beviljat", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="paid", heading="Utbetalt", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="repaid", heading="Återbetalt", form=CellKind.AMOUNT, derived=True),
        TableColumn(key="net", heading="Netto", form=CellKind.AMOUNT, derived=True),
    ),
)
ACTIVITIES = TableShape(
    name=TableName.ACTIVITIES,
    title="Aktiviteter",
    columns=(
        _ID,
        _YEAR,
        TableColumn(key="area", heading="Område"),
        TableColumn(key="further", heading="Fler områden"),
        TableColumn(key="title", heading="Aktivitet", required=True),
        _term("kind", "Slag", ActivityKind),
        TableColumn(key="period", heading="Period"),
        TableColumn(key="starts", heading="Börjar", form=CellKind.DAY),
        TableColumn(key="ends", heading="Slutar", form=CellKind.DAY),
        _term("state", "Läge", ActivityState),
        TableColumn(key="reason", heading="Skäl", form=CellKind.TEXT),
        TableColumn(key="responsible", heading="Ansvarig"),
        TableColumn(key="partners", heading="Parter", form=CellKind.TEXT),
        TableColumn(key="council_role", heading="Rådets roll", form=CellKind.TEXT),
        TableColumn(key="places", heading="Platser", form=CellKind.TEXT),
        TableColumn(key="participants", heading="Deltagare", form=CellKind.COUNT),
        _term("exactness", "Hur säkert", Exactness),
        TableColumn(key="participants_note", heading="Vilka deltog"),
        TableColumn(key="report_text", heading="Text till berättelsen", form=CellKind.TEXT),
        TableColumn(key="occasions", heading="Antal tillfällen", form=CellKind.COUNT, derived=True),
    ),
)
MEASUREMENTS = TableShape(
    name=TableName.MEASUREMENTS,
    title="Mätvärden",
    columns=(
        TableColumn(key="indicator", heading="Mått", required=True),
        _YEAR,
        _term("group", "Grupp", Group),
        TableColumn(key="value", heading="Värde", form=CellKind.VALUE),
        _term("missing", "Saknas", Missing),
        TableColumn(key="incomparable", heading="Ej jämförbart", form=CellKind.FLAG),
        TableColumn(key="note", heading="Anmärkning", form=CellKind.TEXT),
        TableColumn(key="evidence", heading="Underlag"),
        TableColumn(key="unit", heading="Enhet", derived=True),
        TableColumn(key="source", heading="Källa", derived=True),
    ),
)
SHAPES: Mapping[TableName, TableShape] = {
    each.name: each for each in (LEDGER, GRANTS, ACTIVITIES, MEASUREMENTS)
}


def read_table(shape: TableShape, grid: Grid, near: date) -> TableRead:
    """Understand a file's rows as those of a table; a date without a year is its row's.

    Without a year in the row it is the one closest to ``near``. Raises InputError when
    the file cannot be that table at all: no headings, or none of those that must be there.
    """
    filled = [row for row in grid if any(not _blank(cell) for cell in row.cells)]
    if not filled:
        raise refusal("Filen är tom.")
    columns, passed_over = _columns(shape, filled[0].cells)
    rows: list[Row] = []
    bad: list[BadRow] = []
    for each in filled[1:]:
        found = _row(columns, each, near)
        if isinstance(found, BadRow):
            bad.append(found)
        else:
            rows.append(found)
    return TableRead(rows=tuple(rows), bad=tuple(bad), passed_over=passed_over)


def _blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _columns(
    shape: TableShape, headings: Sequence[Cell]
) -> tuple[dict[int, TableColumn], tuple[str, ...]]:
    """Return which column stands in which place, and the headings that name none."""
    known = {folded(each.heading): each for each in shape.columns}
    found: dict[int, TableColumn] = {}
    unknown: list[str] = []
    for place, cell in enumerate(headings):
        if _blank(cell):
            continue
        column = known.get(folded(str(cell)).rstrip(":*. "))
        if column is None:
            unknown.append(str(cell).strip())
        elif column in found.values():
            raise _twice(column)
        else:
            found[place] = column
    _refuse_missing(shape, found)
    read = {place: column for place, column in found.items() if not column.derived}
    return read, tuple(unknown)


def _twice(column: TableColumn) -> InputError:
    return refusal(
        "Rubriken {heading} står två gånger. Ta bort den ena kolumnen.",
        heading=quoted(column.heading),
    )


def _refuse_missing(shape: TableShape, found: Mapping[int, TableColumn]) -> None:
    there = [each.key for each in found.values()]
    missing = [each for each in shape.columns if each.required and each.key not in there]
    if "date" in there and shape is LEDGER:
        missing = [each for each in missing if each is not _YEAR]
    if missing:
        raise refusal(
            "Tabellen {table} kan inte läsas ur filen: {headings} saknas bland "
            "rubrikerna. Första raden ska ha rubrikerna; exportera tabellen för att se hur "
            "den ser ut.",
            table=quoted(shape.title),
            headings=", ".join(quoted(each.heading) for each in missing),
        )


def _row(columns: Mapping[int, TableColumn], row: GridRow, near: date) -> Row | BadRow:
    """Return a row's values by their keys, or the first thing that is wrong with it."""
    values: dict[str, Any] = {}
    ordered = sorted(columns.items(), key=lambda pair: pair[1].form is not CellKind.YEAR)
    for place, column in ordered:
        cell = row.cells[place] if place < len(row.cells) else None
        if values.get("year") is not None:
            near = date(values["year"], 7, 1)
        try:
            values[column.key] = _value(column, cell, near)
        except InputError as error:
            return BadRow(row.number, column.heading, error.sentence)
    return _with_year(columns, row, values)


def _with_year(
    columns: Mapping[int, TableColumn], row: GridRow, values: dict[str, Any]
) -> Row | BadRow:
    """Take the year from the date, where only that is told; some year there must be."""
    if values.get("year") is None and values.get("date") is not None:
        values["year"] = values["date"].year
    for column in (*columns.values(), _YEAR):
        if column.required and values.get(column.key) in (None, ""):
            words = say("Här saknas ett värde.")
            return BadRow(row.number, column.heading, words)
    return Row(row.number, values)


def _value(column: TableColumn, cell: Cell, near: date) -> Any:  # noqa: ANN401
    if isinstance(cell, datetime):
        cell = _day_of(cell)
    if isinstance(cell, Unknown):
        raise InputError(cell.sentence())
    if _blank(cell):
        return "" if column.form in (CellKind.LINE, CellKind.TEXT) else None
    if column.form is CellKind.TERM:
        return _term_of(column, cell)
    return CELLS[column.form].read(cell, near)


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
        words=", ".join(column.words),
    )


def written(shape: TableShape, values: Mapping[str, Any]) -> tuple[Cell, ...]:
    """Return a row's cells as a spreadsheet holds them: text, whole numbers, kronor, dates."""
    return tuple(_cell(column, values.get(column.key)) for column in shape.columns)


def _cell(column: TableColumn, value: Any) -> Cell:  # noqa: ANN401
    if value is None or value == "":
        return None
    if column.form is CellKind.TERM:
        return next((word for word, term in column.words.items() if term is value), None)
    return CELLS[column.form].write(value)
