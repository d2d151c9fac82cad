"""Tables of papers as their readers have them, and the arithmetic that must hold in them.

A table is read from the web page, from the printed file's structure or from the command
line's text. Nothing here is the program's: the words are those a reader knows the columns
by, and the sums are made anew.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Object

from tests.documents.reading import as_list, elements, speaker

NET: Final = {"Utbetalt": 1, "Kostnader": 1, "Återbetalt": -1, "Intäkter": -1}
LEFT: Final = {"Planerat": 1, "Netto": -1, "Intecknat": -1}
UNPAID: Final = {"Beviljat": 1, "Utbetalt": -1, "Reserverat": 1}
RULES: Final[Mapping[str, Mapping[str, int]]] = {"Netto": NET, "Kvar": LEFT}
"""What a column must be of the others in its row; one that is not there counts as nothing."""
AMOUNT: Final = re.compile(r"[−-]?\d+(?:[\u00a0 ]\d{3})*(?:,\d{1,2})?(?:[\u00a0 ]kr)?")


SOFT_HYPHEN: Final = "\u00ad"
Cell = tuple[dict[str, str], str]
"""A cell's tag and attributes, and its text."""


@dataclass
class ReadRow:
    """A row: what heads it, its cells by the headings, the rows above it that it is part of."""

    key: str
    name: str
    cells: dict[str, str]
    above: list[str] = field(default_factory=list)
    group: bool = False

    @property
    def is_sum(self) -> bool:
        return self.name.startswith("Summa")


@dataclass
class ReadTable:
    """A table: its headings and its rows; those that head groups have no cells."""

    headings: list[str]
    rows: list[ReadRow]


def amount(text: str) -> int | None:
    """Return an amount in öre; None for a cell that holds none."""
    plain = text.strip()
    if not AMOUNT.fullmatch(plain):
        return None
    digits = re.sub(r"[\u00a0 ]|kr", "", plain).replace("−", "-")
    whole, _, part = digits.partition(",")
    ore = abs(int(whole)) * 100 + int(part.ljust(2, "0"))
    return -ore if digits.startswith("-") else ore


def faults(table: ReadTable) -> Iterator[str]:
    """Yield every row without a name, and every row and sum of a table that does not add up."""
    for row in table.rows:
        if not row.name.strip():
            yield f"a row without a name: {row.cells}"
        yield from _row_faults(row, table.headings)
    parents = {key for row in table.rows for key in row.above}
    groups = {row.key for row in table.rows if row.group}
    lines = [row for row in table.rows if not row.group and not row.is_sum]
    for heading in table.headings[1:]:
        top = [row for row in lines if not set(row.above) - groups]
        for row in table.rows:
            if row.is_sum:
                parts = [each for each in top if set(row.above) <= set(each.above)]
            elif row.key in parents and not row.group:
                parts = [each for each in lines if each.above and each.above[-1] == row.key]
            else:
                continue
            yield from _sum_faults(row, heading, parts)


def _row_faults(row: ReadRow, headings: Sequence[str]) -> Iterator[str]:
    rules = dict(RULES)
    if "Netto" not in headings and "Beviljat" in headings:
        rules["Intecknat"] = UNPAID
    for heading, rule in rules.items():
        shown = amount(row.cells.get(heading, ""))
        known = {each: row.cells.get(each, "") for each in rule}
        unknown = [text for text in known.values() if text and amount(text) is None]
        if shown is None or unknown or not any(known.values()):
            continue
        made = sum(sign * (amount(known[each]) or 0) for each, sign in rule.items())
        if made != shown:
            yield f"{row.name}: {heading} is {shown}, the row makes {made} of {row.cells}"


def _sum_faults(row: ReadRow, heading: str, parts: Sequence[ReadRow]) -> Iterator[str]:
    shown = amount(row.cells.get(heading, ""))
    made = [amount(each.cells.get(heading, "")) for each in parts]
    if shown is not None and sum(each or 0 for each in made) != shown:
        yield f"{row.name}: {heading} is {shown}, its rows make {made}"
    if shown is None and any(made) and not row.cells.get(heading, "").strip():
        yield f"{row.name}: {heading} has no sum of {made}"


class _Page(HTMLParser):
    """Reads the tables of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[Cell]]] = []
        self.cell: tuple[dict[str, str], list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            own = {name: value or "" for name, value in attrs}
            self.cell = ({"tag": tag, **own}, [])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td") and self.cell is not None:
            attrs, text = self.cell
            self.tables[-1][-1].append((attrs, "".join(text).strip()))
            self.cell = None

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell[1].append(data.replace(SOFT_HYPHEN, ""))


def tables_of_page(page: str) -> list[ReadTable]:
    """Return the tables of a web page that have headings."""
    reader = _Page()
    reader.feed(page)
    return [table for rows in reader.tables if (table := _table(rows)) is not None]


def tables_of_print(data: bytes) -> list[ReadTable]:
    """Return the tables of a printed file, by its structure."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        spoken = speaker(pdf)
        for table in elements(pdf):
            if str(table.get("/S")) == "/Table":
                rows = [_printed_row(row, spoken) for row in _below(table, "/TR")]
                found.append(_table([row for row in rows if row]))
    return [table for table in found if table is not None]


def _below(element: Object, kind: str) -> Iterator[Object]:
    """Yield the nearest elements of a kind below another, in order."""
    for kid in as_list(element.get("/K")):
        if isinstance(kid, int) or "/S" not in kid:
            continue
        if str(kid.S) == kind:
            yield kid
        else:
            yield from _below(kid, kind)


def _printed_row(row: Object, spoken: Callable[[Object], str]) -> list[Cell]:
    cells: list[Cell] = []
    for cell in as_list(row.get("/K")):
        if isinstance(cell, int) or str(cell.get("/S")) not in ("/TH", "/TD"):
            continue
        attrs = {"tag": "th" if str(cell.S) == "/TH" else "td"}
        for each in as_list(cell.get("/A")):
            if "/Scope" in each:
                attrs["scope"] = {"/Column": "col", "/Row": "row"}[str(each.Scope)]
            if "/Headers" in each:
                attrs["headers"] = " ".join(str(one) for one in each.Headers)
            if "/ColSpan" in each and int(each.ColSpan) > 1:
                attrs["colspan"] = str(int(each.ColSpan))
        if "/ID" in cell:
            attrs["id"] = str(cell.ID)
        cells.append((attrs, spoken(cell).strip()))
    return cells


def _table(rows: Sequence[Sequence[Cell]]) -> ReadTable | None:
    """Make a table of rows of cells: the first row has the headings, the first cell heads a row."""
    if not rows or not rows[0] or not all(attrs["tag"] == "th" for attrs, _ in rows[0]):
        return None
    headings = [text for _, text in rows[0]]
    made = []
    names = {attrs.get("id", "") for row in rows[1:] for attrs, _ in row[:1]} - {""}
    for place, row in enumerate(rows[1:]):
        attrs, name = row[0]
        name = name.removeprefix("varav ")
        key = attrs.get("id") or f"row {place}"
        above = [each for each in attrs.get("headers", "").split() if each in names]
        cells = dict(zip(headings, (text for _, text in row), strict=False))
        made.append(ReadRow(key, name, cells, above, group=len(row) == 1 < len(headings)))
    return ReadTable(headings, made)


def table_of_text(text: str) -> ReadTable:
    """Return the table that the command line writes: headings, and rows set in by depth."""
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(" ") and "Netto" in line)
    headings = lines[first].split()
    cells = []
    for line in lines[first + 1 :]:
        if not line.strip():
            break
        parts = [each for each in line.split(" ") if each]
        name, values = " ".join(parts[: -len(headings)]), parts[-len(headings) :]
        cells.append([line[: len(line) - len(line.lstrip(" "))] + name, *values])
    return table_of_cells(headings, cells)


def table_of_cells(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> ReadTable:
    """Return the table of rows of text: a name set in by its depth, and a cell by each heading."""
    rows: list[ReadRow] = []
    open_rows: list[tuple[int, str]] = []
    for place, (line, *values) in enumerate(lines):
        name, depth = line.strip(), len(line) - len(line.lstrip(" "))
        open_rows = [each for each in open_rows if each[0] < depth]
        cells = dict(zip(headings, values, strict=True))
        above = [key for _, key in open_rows]
        rows.append(ReadRow(f"row {place}", name, cells, above))
        open_rows.append((depth, f"row {place}"))
    return ReadTable(["", *headings], rows)
