"""Tables as CSV and XLSX: what goes out comes back, and nothing in a file is believed."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hubra_desktop.exchange import csv_file, limits
from hubra_desktop.exchange.cells import Cell, CellKind
from hubra_desktop.exchange.csv_file import read_csv, write_csv
from hubra_desktop.exchange.table_grid import Grid, GridRow, Sheet
from hubra_desktop.exchange.table_reading import BadRow, Row, TableRead, read_table
from hubra_desktop.exchange.tables import (
    ACTIVITIES,
    GRANTS,
    LEDGER,
    MEASUREMENTS,
    SHAPES,
    TableColumn,
    TableShape,
    written,
)
from hubra_desktop.exchange.xlsx_file import is_xlsx, read_xlsx, write_xlsx
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.invisible import seen_line
from hubra_desktop.model.money.terms import EntryKind, GrantKind
from hubra_desktop.model.plan.terms import Exactness
from tests.documents.effort import documents

NEAR = date(2018, 7, 1)
HEADS = "Datum;Post;Slag;Belopp\n"


def ledger(text: str, encoding: str = "utf-8") -> TableRead:
    return of_grid(LEDGER, read_csv(text.encode(encoding)))


def of_grid(shape: TableShape, grid: Grid) -> TableRead:
    return read_table(shape, [Sheet(rows=grid)], NEAR)


def only(read: TableRead) -> Row:
    assert read.bad == ()
    [row] = read.rows
    return row


def fault(read: TableRead) -> BadRow:
    assert read.rows == ()
    [row] = read.bad
    return row


def refusal(content: bytes) -> str:
    with pytest.raises(InputError) as caught:
        list(read_xlsx(content)) if is_xlsx(content) else read_csv(content)
    return caught.value.sentence


_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)


def _or_nothing(text: str) -> str:
    text = seen_line(text)
    return text if text.strip() else ""


_LINES = st.one_of(
    st.text(_LETTERS, max_size=20),
    st.builds(
        lambda mark, rest: mark + rest, st.sampled_from("=+-@'"), st.text(_LETTERS, max_size=20)
    ),
).map(_or_nothing)
_TEXTS = st.lists(_LINES, max_size=3).map("\n".join).map(_or_nothing)
_FORMS: dict[CellKind, st.SearchStrategy[Any]] = {
    CellKind.LINE: _LINES,
    CellKind.TEXT: _TEXTS,
    CellKind.IDENTITY: st.from_regex("[!-~]{1,32}", fullmatch=True),
    CellKind.DAY: st.dates(date(1900, 3, 1), date(2199, 12, 31)),
    CellKind.YEAR: st.integers(1900, 2199),
    CellKind.COUNT: st.integers(0, 10**9),
    CellKind.AMOUNT: st.integers(0, 10**13),
    CellKind.FLAG: st.booleans(),
    CellKind.PEOPLE: st.integers(0, 10**9 - 1),
    CellKind.CLOCK: st.integers(0, 1439),
    CellKind.VALUE: st.integers(0, 10**8).map(lambda n: f"{n / 1000:g}".replace(".", ",")),
}  # fmt: skip
_ALWAYS = (CellKind.LINE, CellKind.TEXT, CellKind.YEAR)


def _values(shape: TableShape) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {column.key: _of(column) for column in shape.columns if not column.derived}
    )


def _of(column: TableColumn) -> st.SearchStrategy[Any]:
    if column.form is CellKind.TERM:
        found: st.SearchStrategy[Any] = st.sampled_from(list(column.words.values()))
    else:
        found = _FORMS[column.form]
    if column.required:
        return found.map(lambda value: "A" if value == "" else value)
    return found if column.form in _ALWAYS else st.none() | found


@pytest.mark.parametrize("xlsx", [False, True], ids=["csv", "xlsx"])
@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)
@settings(max_examples=documents(15))
@given(data=st.data())
def test_what_is_written_is_read_back(shape: TableShape, xlsx: bool, data: st.DataObject) -> None:
    values = data.draw(st.lists(_values(shape), min_size=1, max_size=3))
    headings = [column.heading for column in shape.columns]
    rows = [written(shape, each) for each in values]
    content = write_xlsx(shape.title, headings, rows) if xlsx else write_csv(headings, rows)
    sheets = read_xlsx(content) if xlsx else [Sheet(rows=read_csv(content))]
    read = read_table(shape, sheets, NEAR)
    assert read.bad == ()
    assert [dict(row.values) for row in read.rows] == values


def test_amounts_have_a_decimal_comma_and_dates_are_iso() -> None:
    rows: list[list[Cell]] = [[date(2018, 3, 7), Decimal("1200.50"), -5, None, True]]
    content = write_csv(["a", "b", "c", "d", "e"], rows)
    assert content == b"\xef\xbb\xbfa;b;c;d;e\r\n2018-03-07;1200,50;-5;;True\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_letters_are_recognised(separator: str, encoding: str) -> None:
    text = "År;Post;Slag;Belopp\r\n2017;Övrigt;Återbetalning;45080\r\n".replace(";", separator)
    row = only(ledger(text, encoding))
    assert row == Row(
        2,
        {
            "year": 2017,
            "post": "Övrigt",
            "kind": EntryKind.REPAYMENT,
            "amount_ore": 4_508_000,
        },
    )


@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        ("45 080", 4_508_000),
        ("45.080kr", 4_508_000),
        ("45 080:-", 4_508_000),
        ('"45080,50"', 4_508_050),
        ("45 tkr", 4_500_000),
        ("45\u00a0080", 4_508_000),
    ],
)
def test_amounts_are_read_as_people_type_them(typed: str, ore: int) -> None:
    row = only(ledger(f"{HEADS}2017-03-07;A;kostnad;{typed}\n"))
    assert row.values["amount_ore"] == ore


@pytest.mark.parametrize("typed", ["2017-03-07", "20170307", "7/3 2017", "7 mars 2017", "170307"])
def test_dates_are_read_as_people_type_them_and_tell_the_year(typed: str) -> None:
    values = only(ledger(f"{HEADS}{typed};A;kostnad;1\n")).values
    assert (values["date"], values["year"]) == (date(2017, 3, 7), 2017)


def test_a_date_without_a_year_is_its_rows() -> None:
    row = only(ledger("Datum;År;Post;Slag;Belopp\n30/12;2009;A;kostnad;1\n"))
    assert row.values["date"] == date(2009, 12, 30)


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        ("2017-02-30;A;kostnad;1", "Datum", "Den 30 februari 2017 finns inte."),
        ("igår;A;kostnad;1", "Datum", "Jag förstår inte datumet ”igår”."),
        ("2017-03-07;;kostnad;1", "Post", "Här saknas ett värde."),
        ("2017-03-07;A;;1", "Slag", "Här saknas ett värde."),
        ("2017-03-07;A;fika;1", "Slag", "”fika” är inget av de val som finns."),
        ("2017-03-07;A;kostnad", "Belopp", "Här saknas ett värde."),
        ("2017-03-07;A;kostnad;-45", "Belopp", "utan plus eller minus"),
        ("2017-03-07;A;kostnad;1;2", "", ""),
        (";A;kostnad;1", "År", "Här saknas ett värde."),
        ("2017-03-07;A\u0007;kostnad;1", "Post", "osynliga styrtecken"),
    ],
)
def test_a_bad_row_is_named_with_its_reason(row: str, column: str, sentence: str) -> None:
    read = ledger(f"{HEADS}{row}\n2017-03-07;B;intäkt;2\n")
    if not sentence:
        assert len(read.rows) == 2
        return
    [found] = read.bad
    assert (found.number, found.column) == (2, column)
    assert sentence in found.sentence
    assert found.text().startswith(f"Rad 2, {column}: ")
    assert [each.number for each in read.rows] == [3]


def test_blank_rows_are_passed_over_and_numbers_are_those_of_the_file() -> None:
    read = ledger(f"\n;;;\n{HEADS}\n2017-03-07;A;kostnad;1\n;;;\n2017-03-07;A;fika;1\n")
    assert [row.number for row in read.rows] == [5]
    assert [row.number for row in read.bad] == [7]


def test_headings_are_known_however_they_are_written() -> None:
    read = ledger("DATUM ;post:;Slag*;belopp;Signatur;\n2017-03-07;A;KOSTNAD;1;hej;\n")
    assert only(read).values["kind"] is EntryKind.COST
    assert read.passed_over == ("Signatur",)


def test_what_is_computed_is_not_read() -> None:
    grid: Grid = [
        GridRow(1, ("År", "Förening", "Bidrag", "Läge", "Netto")),
        GridRow(2, (2017, "Ur Dimman", "CV", "påhittat", "hej")),
    ]
    row = only(of_grid(GRANTS, grid))
    assert dict(row.values) == {"year": 2017, "body": "Ur Dimman", "title": "CV"}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)
def test_what_stands_in_a_column_that_is_only_written_is_told_of(shape: TableShape) -> None:
    heads = tuple(each.heading for each in shape.columns)
    cells = tuple("något" if each.derived else None for each in shape.columns)
    given = tuple("något" for _ in shape.columns)
    derived = tuple(each.heading for each in shape.columns if each.derived)
    assert (
        of_grid(shape, [GridRow(1, heads), GridRow(2, cells), GridRow(3, given)]).unread == derived
    )
    assert of_grid(shape, [GridRow(1, heads)]).unread == ()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Filen är tom."),
        (b";;;\n\n", "Filen är tom."),
        (b"Datum;Post;Slag\n", "”Belopp” saknas"),
        (b"hej\n", "”År” eller ”Datum”, ”Post”, ”Slag” och ”Belopp” saknas"),
        ("År;År;Post;Slag;Belopp\n".encode(), "Rubriken ”År” står två gånger."),
    ],
)
def test_what_is_not_the_table_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence.replace(".", r"\.")):
        of_grid(LEDGER, read_csv(content))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a;b\n\x00;1\n", "ingen tabell i text"),
        (b"\x81\x8d;b\n", "ingen tabell i text"),
        (b"\xef\xbb\xbf\xff;b\n", "ingen tabell i text"),
        (b'a;b\n"' + b"x" * 200_000 + b"\n", "Rad 2 går inte att läsa"),
        (b"x" * (50 * 2**20 + 1), "Filen är för stor."),
    ],
)
def test_text_that_is_no_table_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in refusal(content)


def test_a_table_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_file, "MOST_ROWS", 3)
    monkeypatch.setattr("hubra_desktop.exchange.xlsx_file.MOST_ROWS", 3)
    assert len(read_csv(b"a\n" * 4)) == 4
    assert "fler än 3 rader" in refusal(b"a\n" * 5)
    assert "fler än 3 rader" in refusal(book([["a"]] * 5))
    assert limits.MOST_ROWS == 200_000


def book(rows: list[list[Any]]) -> bytes:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_workbook_from_a_spreadsheet_is_read_with_its_types() -> None:
    content = book(
        [
            ["Datum", "Post", "Slag", "Belopp", "Verifikation", "Avser år"],
            [datetime(2017, 3, 7), "Arvoden", "kostnad", 1200.5, 17, 2016.0],
            ["7 mars 2017", "Arvoden", "kostnad", "45 080 kr", "A1", "2016"],
            [datetime(2017, 3, 7, 9, 30), "Arvoden", "kostnad", 1, None, None],
            [date(2017, 3, 7), "Arvoden", "kostnad", 0.1 + 0.2, None, None],
            [date(2017, 3, 7), "Arvoden", "kostnad", 1.005, None, None],
        ]
    )
    read = read_table(LEDGER, read_xlsx(content), NEAR)
    told = [(row.values["amount_ore"], row.values["voucher"]) for row in read.rows]
    assert told == [(120_050, "17"), (4_508_000, "A1"), (30, "")]
    assert [(row.number, row.column) for row in read.bad] == [(4, "Datum"), (6, "Belopp")]


def test_formulas_are_read_by_their_stored_value_or_refused() -> None:
    content = book([["År", "Post", "Slag", "Belopp"], [2017, "A", "kostnad", "=1+1"]])
    bad = fault(read_table(LEDGER, read_xlsx(content), NEAR))
    assert (bad.number, bad.column) == (2, "Belopp")
    assert "formel utan sparat värde" in bad.sentence
    stored = changed(content, "xl/worksheets/sheet1.xml", b"<v/>", b"<v>2</v>")
    stored = changed(stored, "xl/worksheets/sheet1.xml", b"<v></v>", b"<v>2</v>")
    row = only(read_table(LEDGER, read_xlsx(stored), NEAR))
    assert row.values["amount_ore"] == 200


def changed(content: bytes, name: str, before: bytes, after: bytes) -> bytes:
    """Return a zip with bytes of one of its files exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.infolist():
            data = old.read(each)
            new.writestr(each, data.replace(before, after) if each.filename == name else data)
    return out.getvalue()


GOOD = book([["År", "Post", "Slag", "Belopp"], [2017, "A", "kostnad", 1]])
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (GOOD[:-100], "ingen hel XLSX-fil"),
        (GOOD[: len(GOOD) // 2], "ingen hel XLSX-fil"),
        (b"PK\x03\x04" + bytes(100), "ingen hel XLSX-fil"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "låst med lösenord"),
        (changed(GOOD, SHEET, b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), "hel"),
        (changed(GOOD, SHEET, b"</worksheet>", b""), "ingen hel XLSX-fil"),
        (changed(GOOD, SHEET, b'<row r="2"', b'<row r="99999999"'), "fler än 200\u00a0000 rader"),
        (changed(GOOD, "xl/workbook.xml", b"<sheets>", b"<shoots>"), "ingen hel XLSX-fil"),
    ],
)
def test_broken_and_hostile_workbooks_are_refused(content: bytes, sentence: str) -> None:
    assert sentence in refusal(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(4):
            with bomb.open(f"xl/{number}.xml", "w") as part:
                for _ in range(80):
                    part.write(bytes(1024 * 1024))
    assert len(out.getvalue()) < 2**20
    assert "orimligt mycket" in refusal(out.getvalue())


def test_a_workbook_of_endless_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as many:
        for number in range(2_001):
            many.writestr(f"{number}", b"")
    assert "orimligt mycket" in refusal(out.getvalue())


def test_choices_may_be_said_by_word_or_by_stored_value() -> None:
    grid: Grid = [
        GridRow(1, ("År", "Förening", "Bidrag", "Slag")),
        GridRow(2, (2017, "A", "B", "Nattvandring")),
        GridRow(3, (2017, "A", "C", "night_walk")),
    ]
    read = of_grid(GRANTS, grid)
    assert [row.values["kind"] for row in read.rows] == [GrantKind.NIGHT_WALK] * 2


@pytest.mark.parametrize(("typed", "flag"), [("ja", True), ("X", True), ("Nej", False), (0, False)])
def test_yes_and_no_are_read_as_people_write_them(typed: Cell, flag: bool) -> None:
    grid: Grid = [
        GridRow(1, ("Mått", "År", "Ej jämförbart")),
        GridRow(2, ("A", 2017, typed)),
        GridRow(3, ("A", 2017, "kanske")),
    ]
    read = of_grid(MEASUREMENTS, grid)
    assert [row.values["incomparable"] for row in read.rows] == [flag]
    assert [row.column for row in read.bad] == ["Ej jämförbart"]


def test_numbers_of_people_are_whole() -> None:
    grid: Grid = [
        GridRow(1, ("År", "Aktivitet", "Deltagare")),
        GridRow(2, (2017, "A", "1\u00a0090")),
        GridRow(3, (2017, "B", "drygt 100")),
        GridRow(4, (2017, "C", 1.5)),
    ]
    read = of_grid(ACTIVITIES, grid)
    told = [(row.values["participants"], row.values.get("exactness")) for row in read.rows]
    assert told == [(1090, None), (100, Exactness.OVER)]
    assert [(row.number, row.column) for row in read.bad] == [(4, "Deltagare")]
