"""Sheets as people make them: titles, merged and hidden cells, units, formats, their own words."""

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.table_grid import GridRow, Sheet
from hubra_desktop.exchange.table_headings import UnfitTableError
from hubra_desktop.exchange.table_reading import NO_ANSWERS, TableAnswers, TableRead, read_table
from hubra_desktop.exchange.tables import (
    GRANTS,
    LEDGER,
    MEASUREMENTS,
    MEETINGS,
    TableShape,
)
from hubra_desktop.exchange.xlsx_file import read_xlsx
from hubra_desktop.model.errors import InputError

TODAY = date(2026, 11, 30)
HEADS = ("Datum", "Post", "Slag", "Belopp")
ROW = ("2017-05-01", "A", "kostnad", 100)


def workbook(fill: Callable[[Worksheet], None]) -> list[Sheet]:
    """Return the sheets of a workbook whose one sheet is filled so."""
    book = Workbook()
    fill(book.worksheets[0])
    out = io.BytesIO()
    book.save(out)
    return list(read_xlsx(out.getvalue()))


def ledger(fill: Callable[[Worksheet], None]) -> TableRead:
    return read_table(LEDGER, workbook(fill), TODAY)


def text(shape: TableShape, typed: str, answers: TableAnswers = NO_ANSWERS) -> TableRead:
    return read_table(shape, [Sheet(rows=read_csv(typed.encode()))], TODAY, answers)


def appended(*rows: tuple[Any, ...]) -> Callable[[Worksheet], None]:
    def fill(sheet: Worksheet) -> None:
        for row in rows:
            sheet.append(row)

    return fill


def test_a_title_may_stand_above_the_headings() -> None:
    read = ledger(appended(("Huvudbok 2017",), (), ("Utskriven 2018-01-02",), HEADS, ROW))
    assert [(row.number, row.values["amount_ore"]) for row in read.rows] == [(5, 10_000)]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("title", ["Huvudbok 2017\n", '"Huvudbok, vår; höst"\n\n', ""])
def test_what_parts_the_cells_is_told_by_the_first_row_that_has_any(
    separator: str, title: str
) -> None:
    rows = "2017-05-01;A;kostnad;100;hej\n2017-05-02;A;kostnad;100;hej\n".replace(";", separator)
    heads = "Datum;Post;Slag;Belopp;Text\n".replace(";", separator)
    assert len(text(LEDGER, f"{title}{heads}{rows}").rows) == 2


def test_decimal_commas_part_no_cells() -> None:
    rows = "2017;A;kostnad;1,50;a, b\n" * 3
    read = text(LEDGER, f"År;Post;Slag;Belopp;Text\n{rows}")
    assert [row.values["text"] for row in read.rows] == ["a, b"] * 3


def test_a_heading_may_be_merged_over_two_rows() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Datum", "Konto och post", None, "Belopp"))
        sheet.append((None, "Post", "Slag", None))
        sheet.append(ROW)
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")
        sheet.merge_cells("D1:D2")

    [row] = ledger(fill).rows
    assert (row.number, row.values["date"], row.values["post"]) == (3, date(2017, 5, 1), "A")


def test_what_is_hidden_is_told() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (HEADS, ROW, ROW, ROW):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True

    read = ledger(fill)
    assert len(read.rows) == 3
    assert read.notes == (
        "Bladet ”Sheet” läses.",
        "Dolda rader i bladet läses också: 3.",
        "Dolda kolumner i bladet läses också: Post.",
    )


@pytest.mark.parametrize(
    ("value", "shown", "read"),
    [
        (0.61, "0%", "61 %"),
        (0.614, "0%", "61,4 %"),
        (0.6142857, "0.0%", "61,4 %"),
        (61, '0"%"', "61"),
        (61.5, "0.0", "61,5"),
    ],
)
def test_a_share_is_read_as_it_is_shown(value: float, shown: str, read: str) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Mått", "År", "Värde"))
        sheet.append(("A", 2018, value))
        sheet["C2"].number_format = shown

    [row] = read_table(MEASUREMENTS, workbook(fill), TODAY).rows
    assert row.values["value"] == read


def test_noughts_before_a_number_are_kept_and_another_currency_is_none() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((*HEADS, "Verifikation"))
        sheet.append((*ROW, 7))
        sheet.append((*ROW, 8))
        sheet["E2"].number_format = "0000"
        sheet["D3"].number_format = "[$€-2] #,##0.00"

    read = ledger(fill)
    assert [row.values["voucher"] for row in read.rows] == ["0007"]
    [bad] = read.bad
    assert (bad.number, bad.column) == (3, "Belopp")
    assert "”100 €”" in bad.sentence


@pytest.mark.parametrize(
    ("heading", "ore"),
    [("Belopp (tkr)", 10_000_000), ("Belopp i mkr", 10**10), ("BELOPP, SEK", 10_000)],
)
def test_an_amount_counts_in_the_unit_of_its_heading(heading: str, ore: int) -> None:
    read = text(LEDGER, f"Datum;Post;Slag;{heading}\n2017-05-01;A;kostnad;100\n")
    assert read.rows[0].values["amount_ore"] == ore
    assert bool(read.notes) == (ore != 10_000)


@pytest.mark.parametrize(
    ("cells", "amounts"),
    [
        (("30.000", "1000.000"), [3_000, 100_000]),
        (("30.000", "1.000.000"), [3_000_000, 100_000_000]),
        (("30,000", "1.5"), [3_000_000, 150]),
        (("136.98", "20.50"), [13_698, 2_050]),
        (("100", "1 200"), [10_000, 120_000]),
        (("45 tkr", "1,5"), [4_500_000, 150]),
    ],
)
def test_a_column_decides_how_it_is_read(cells: tuple[str, str], amounts: list[int]) -> None:
    rows = "".join(f"2017-05-01;A;kostnad;{cell}\n" for cell in cells)
    read = text(LEDGER, f"{';'.join(HEADS)}\n{rows}")
    assert [row.values["amount_ore"] for row in read.rows] == amounts
    assert read.questions == ()


def test_where_no_cell_decides_the_column_is_asked_about_once() -> None:
    typed = f"{';'.join(HEADS)}\n2017-05-01;A;kostnad;30.000\n2017-05-02;A;kostnad;45.080\n"
    [question] = text(LEDGER, typed).questions
    assert [choice.label for choice in question.choices] == [
        "30.000 är 30\u00a0000\u00a0kr (komma före decimalerna)",
        "30.000 är 30\u00a0kr (punkt före decimalerna)",
    ]
    read = text(LEDGER, typed, TableAnswers(chosen={"amount_ore": "point"}))
    assert [row.values["amount_ore"] for row in read.rows] == [3_000, 4_508]
    assert read.questions[0].answer == "point"


def test_values_of_measurements_are_read_in_one_way_too() -> None:
    read = text(MEASUREMENTS, "Mått;År;Värde\nA;2017;1.234\nB;2017;1234.5\nC;2017;ej mätt\n")
    assert [row.values["value"] for row in read.rows] == ["1,234", "1234,5", "ej mätt"]


@pytest.mark.parametrize("number", [1e23, 1e308, float("inf"), Decimal("1e400"), 10**30])
def test_a_number_beyond_any_amount_is_refused_on_its_row(number: float | Decimal) -> None:
    for shape, heads, first in (
        (LEDGER, HEADS, ("2017-05-01", "A", "kostnad")),
        (MEASUREMENTS, ("Mått", "År", "Värde"), ("A", 2017)),
    ):
        if shape is MEASUREMENTS and isinstance(number, int):
            continue
        rows = (GridRow(1, heads), GridRow(2, (*first, number)), GridRow(3, (*first, 1.5)))
        read = read_table(shape, (Sheet(rows=rows),), TODAY)
        assert [(bad.number, "för stort" in bad.sentence) for bad in read.bad] == [(2, True)]
        assert len(read.rows) == 1


def test_what_nobody_sees_in_a_cell_is_taken_away_and_told() -> None:
    read = text(
        LEDGER,
        "Da\u200btum;Post;Slag;Belopp;Text\n"
        "2017-05-01\u200e;Trygg\u00adhet;kostnad;100\u200b;Fi\u202eka\n"
        "2017-05-02;A;kostnad;1;Råd och dåd\n",
    )
    values = read.rows[0].values
    assert (values["date"], values["post"], values["amount_ore"], values["text"]) == (
        date(2017, 5, 1), "Trygghet", 10_000, "Fika",
    )  # fmt: skip
    assert read.notes == ("Osynliga tecken togs bort på rad 2.",)


def test_a_day_in_a_row_that_is_refused_is_shown_without_midnight() -> None:
    heads = ("Belopp", "Datum", "Post", "Slag")
    rows = (GridRow(1, heads), GridRow(2, ("x", datetime(2017, 5, 1), "A", "kostnad")))
    read = read_table(LEDGER, (Sheet(rows=rows),), TODAY)
    assert (read.bad[0].number, read.texts[2][1]) == (2, "2017-05-01")


def test_a_heading_without_end_is_told_in_short() -> None:
    with pytest.raises(UnfitTableError) as unfit:
        text(LEDGER, "x" * 5_000 + "\n1\n")
    assert len(unfit.value.sentence) < 250


def test_days_that_decide_each_other_are_not_asked_about() -> None:
    read = text(MEETINGS, "Datum\n03-04-2017\n25-04-2017\n")
    assert [row.values["date"] for row in read.rows] == [date(2017, 4, 3), date(2017, 4, 25)]
    assert read.questions == ()
    read = text(MEETINGS, "Datum\n03/04/2017\n04/25/2017\n")
    assert [row.values["date"] for row in read.rows] == [date(2017, 3, 4), date(2017, 4, 25)]


def test_a_heading_tied_by_hand_goes_before_what_is_known() -> None:
    typed = "Datum;Post;Slag;Belopp;Kostnad\n2017-05-01;A;kostnad;1;2\n"
    tied = TableAnswers(tied={"kostnad": "amount_ore", "belopp": ""})
    read = text(LEDGER, typed, tied)
    assert (read.rows[0].values["amount_ore"], read.passed_over) == (200, ("Belopp",))


def test_two_headings_are_not_tied_to_one_column() -> None:
    tied = TableAnswers(tied={"kostnad": "amount_ore", "pris": "amount_ore"})
    with pytest.raises(InputError, match="”Belopp” står två gånger"):
        text(LEDGER, "Datum;Post;Slag;Pris;Kostnad\n2017-05-01;A;kostnad;1;2\n", tied)


def test_a_value_taken_back_is_missing_again() -> None:
    typed = "Datum;Post;Belopp\n2017-05-01;A;1\n"
    with pytest.raises(UnfitTableError, match="”Slag” saknas"):
        text(LEDGER, typed, TableAnswers(given={"kind": " "}))


def test_a_value_for_all_rows_fills_what_is_empty() -> None:
    typed = "Datum;Post;Slag;Belopp\n2017-05-01;A;;1\n2017-05-01;A;intäkt;2\n"
    read = text(LEDGER, typed, TableAnswers(given={"kind": "kostnad"}))
    assert [row.values["kind"].value for row in read.rows] == ["cost", "income"]
    assert "Alla rader utan egen uppgift får Slag ”kostnad”." in read.notes


def test_the_year_of_a_grant_may_be_that_of_its_decision() -> None:
    read = text(GRANTS, "Sökande;Projekt;Beslutsdatum\nA;B;2017-05-01\nA;C;\n")
    assert [row.values["year"] for row in read.rows] == [2017]
    assert [(row.number, row.column) for row in read.bad] == [(3, "År")]


def test_the_refusal_of_a_workbook_is_about_its_first_visible_sheet() -> None:
    with pytest.raises(UnfitTableError) as unfit:
        ledger(appended(("Kund", "Summa"), ("A", 1)))
    assert "Rubrikerna i filen är ”Kund” och ”Summa”." in unfit.value.sentence
    assert [each.example for each in unfit.value.headings.found] == ["A", "1"]


def test_a_workbook_without_anything_is_empty() -> None:
    with pytest.raises(InputError, match=r"Filen är tom\."):
        ledger(appended())
