"""Ledgers as they are sent: by spreadsheets, banks, regions and book-keeping programs."""

from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.table_headings import UnfitTableError
from hubra_desktop.exchange.table_reading import TableAnswers
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.work.table_ledger import ALIKE, NEW
from hubra_desktop.work.table_memory import remember_answers
from hubra_desktop.work.table_steps import ANYWAY, UNUSUAL, RowAction
from hubra_desktop.work.workspace import Workspace
from tests.work.sent import INPUTS, sent, taken_in, told
from tests.work.table_hands import OF_DEMO, held, planned

LEDGER = TableName.LEDGER
COSTS = TableAnswers(given={"kind": "kostnad", "post": "Trygghetsdagen"})


def test_a_column_of_three_decimals_is_read_in_one_way(demo: Workspace) -> None:
    """Each row of it is a whole number of kronor or has two decimals: 13 779,90 in all."""
    plan = taken_in(demo, "seb-three-decimals.csv", LEDGER)
    booked = [row.amount_ore for row in held(demo).ledger[OF_DEMO:]]
    assert booked == [3_000, 20_000, 100_000, 1_250_000, 4_990]
    assert sum(booked) == 1_377_990
    assert (plan.bad, plan.questions) == ((), ())
    demo.undo()
    assert len(held(demo).ledger) == OF_DEMO


def test_where_nothing_decides_a_column_one_question_is_asked(demo: Workspace) -> None:
    plan = sent(demo, "a22_dates.csv", LEDGER)
    [question] = plan.open_questions
    assert question.heading == "Datum"
    assert "”01-05-2017”" in question.sentence
    assert plan.command is None
    chosen = sent(demo, "a22_dates.csv", LEDGER, TableAnswers(chosen={"date": "day_first"}))
    days = dict(zip(told(chosen, "Text"), told(chosen, "Datum"), strict=True))
    for text in ("0", "1", "2", "3", "4", "5", "8", "9", "10", "16", "17", "18", "19"):
        assert days[text] == "2017-05-01", text
    assert days["6"] == days["7"] == "2017-05-31"
    assert chosen.command is not None
    other = sent(demo, "a22_dates.csv", LEDGER, TableAnswers(chosen={"date": "month_first"}))
    assert told(other, "Datum")[3] == "2017-01-05"


def test_a_date_without_a_year_is_never_to_come(demo: Workspace) -> None:
    plan = sent(demo, "a22_dates.csv", LEDGER)
    days = dict(zip(told(plan, "Text"), told(plan, "Datum"), strict=True))
    assert days["11"] == days["15"] == "2026-05-01"


def test_what_is_no_day_is_told_with_its_row(demo: Workspace) -> None:
    bad = {row.number: row for row in sent(demo, "a22_dates.csv", LEDGER).bad}
    assert bad[14].sentence.startswith("Jag förstår inte datumet ”maj 2017”.")
    assert bad[16].sentence == "Den 29 februari 2017 finns inte."
    assert {row.column for row in bad.values()} == {"Datum", "Post"}


@pytest.mark.parametrize("file", ["a17_head.csv", "a18_head2.csv", "a19_head3.csv"])
def test_unit_case_line_breaks_and_usual_words_do_not_matter(demo: Workspace, file: str) -> None:
    plan = taken_in(demo, file, LEDGER)
    row = held(demo).ledger[-1]
    assert (row.amount_ore, row.date) == (10_000, date(2017, 5, 1))
    assert (row.counterpart, plan.read.passed_over) == ("Leverantör 0", ())


@pytest.mark.parametrize(
    ("file", "other"),
    [("x03_secondsheet.xlsx", "Försättsblad"), ("x04_hiddenfirst.xlsx", "Dold")],
)
def test_the_first_visible_sheet_that_fits_is_read_and_named(
    demo: Workspace, file: str, other: str
) -> None:
    plan = taken_in(demo, file, LEDGER)
    assert [row.amount_ore for row in held(demo).ledger[OF_DEMO:]] == [10_000]
    assert "Bladet ”Blad1” läses." in plan.counts
    assert any(f"”{other}”" in line for line in plan.counts)


def test_the_column_decides_what_a_point_means(demo: Workspace) -> None:
    plan = sent(demo, "vgr-mended.csv", LEDGER)
    assert told(plan, "Belopp") == [
        "136,98\u00a0kr", "5\u00a0058\u00a0332,75\u00a0kr", "-14250.00", "3\u00a0285\u00a0kr",
    ]  # fmt: skip
    [bad] = plan.bad
    assert (bad.number, bad.column) == (4, "Belopp")
    assert "utan plus eller minus" in bad.sentence


def test_headings_of_her_own_are_told_tied_once_and_remembered(demo: Workspace) -> None:
    file = "vgr-leverantorsfakturor.csv"
    with pytest.raises(UnfitTableError) as unfit:
        sent(demo, file, LEDGER)
    for heading in ("leverantor", "konto_text", "nettobelopp", "s_kod_nr"):
        assert f"”{heading}”" in unfit.value.sentence
    assert "”Post” och ”Slag” saknas" in unfit.value.sentence
    tied = TableAnswers(
        tied={"konto_text": "text", "bokforingsdatum": ""},
        given={**COSTS.given, "date": "2017-01-07"},
        chosen={UNUSUAL: ANYWAY},
    )
    plan = taken_in(demo, file, LEDGER, tied)
    assert [row.number for row in plan.bad] == [4]
    booked = held(demo).ledger[OF_DEMO:]
    assert (booked[0].amount_ore, booked[0].text) == (13_698, "Övriga finansiella kostnader")
    assert {row.kind for row in booked} == {EntryKind.COST}
    remember_answers(LEDGER, [each.text for each in plan.read.headings], tied)
    again = sent(demo, file, LEDGER, TableAnswers(given={"date": "2017-01-07"}))
    assert len(again.of(RowAction.UNCHANGED)) == 3


def test_a_list_of_a_bank_has_payments_with_a_minus(demo: Workspace) -> None:
    plan = sent(demo, "seb-layout.csv", LEDGER, COSTS)
    assert told(plan, "Belopp") == ["1\u00a0000\u00a0kr", "30\u00a0kr"]
    assert any("minustecken" in line for line in plan.counts)


def test_a_file_in_utf_16_with_headings_of_a_program_is_read(demo: Workspace) -> None:
    plan = sent(demo, "goteborg-layout-utf16.csv", LEDGER, COSTS)
    [row] = plan.rows
    assert "3\u00a0270,50\u00a0kr" in row.cells
    assert "SWEDISH RADIO SUPPLY AB" in row.cells
    assert "Det finns ingen budget för 2026" in row.remark


def test_what_is_taken_for_known_is_named_and_asked_about_where_little_is_said(
    demo: Workspace,
) -> None:
    taken_in(demo, "d_jan.csv", LEDGER)
    [again] = sent(demo, "d_jan.csv", LEDGER).rows
    assert again.fate == "finns redan"
    known = "nummer 5 i huvudboken (2017-05-01, kostnad, 250\u00a0kr, Kaffebryggarn AB)"
    assert again.remark == known
    short = sent(demo, "d_short.csv", LEDGER)
    [question] = short.open_questions
    assert (question.key, short.command) == (ALIKE, None)
    assert f"Rad 2 är lik {known}" in question.sentence
    taken_in(demo, "d_short.csv", LEDGER, TableAnswers(chosen={ALIKE: NEW}))
    assert [row.amount_ore for row in held(demo).ledger[OF_DEMO:]] == [25_000, 25_000]


@pytest.mark.parametrize(
    ("heads", "cells", "asked"),
    [
        (";Verifikation", ";", True),
        (";Motpart;Text", ";;", False),
        (";Motpart", ";Kaffebryggarn AB", False),
    ],
)
def test_a_row_is_asked_about_where_nothing_in_it_tells_it_apart(
    demo: Workspace, heads: str, cells: str, asked: bool
) -> None:
    taken_in(demo, "d_jan.csv", LEDGER)
    rows = f"2017-05-01;Trygghetsdagen;kostnad;250{cells}\n"
    plan = planned(demo, LEDGER, f"Datum;Post;Slag;Belopp{heads}\n{rows}")
    assert bool(plan.open_questions) is asked


def test_a_repayment_may_stand_before_its_payment(demo: Workspace) -> None:
    plan = taken_in(demo, "d_rev.csv", LEDGER)
    assert plan.bad == ()
    payment, repayment = held(demo).ledger[OF_DEMO:]
    assert (payment.kind, repayment.kind) == (EntryKind.PAYMENT, EntryKind.REPAYMENT)
    assert repayment.original_id == payment.id


@pytest.mark.parametrize(
    ("file", "amounts", "note"),
    [
        ("sie-typ4i.SI", ["1\u00a0000\u00a0kr", "250\u00a0kr", "850\u00a0kr", "0,50\u00a0kr"],
         "6 rader på balanskonton läses inte"),
        ("sie-fakturering.SI", ["6\u00a0400\u00a0kr"], "Övningsbolaget AB"),
    ],
)  # fmt: skip
def test_book_keeping_in_sie_is_read_as_rows_of_a_ledger(
    demo: Workspace, file: str, amounts: list[str], note: str
) -> None:
    plan = sent(demo, file, LEDGER)
    assert told(plan, "Belopp") == amounts
    assert set(told(plan, "Slag")) == {"intäkt"}
    assert any(note in line for line in plan.counts)
    assert all("Det finns ingen budget för 2011" in row.sentence for row in plan.bad)


@pytest.mark.parametrize("path", sorted(INPUTS.iterdir()), ids=lambda path: path.name)
@pytest.mark.parametrize("name", TableName)
def test_each_file_is_told_of_or_refused_with_a_sentence(
    demo: Workspace, path: Path, name: TableName
) -> None:
    """Whatever it is said to be, no file ends in anything but rows or a sentence."""
    try:
        told = len(sent(demo, path.name, name).rows)
    except InputError as refused:
        told = len(refused.sentence)
    assert told


def test_a_question_names_the_rows_of_the_file_that_raise_it(demo: Workspace) -> None:
    file = (
        "År;Datum;Post;Slag;Belopp;Text\n"
        "2017;2017-02-01;Fortbildning;kostnad;300000;En\n"
        "2017;2017-02-02;Fortbildning;kostnad;500;Två\n"
        "2017;2017-02-03;Fortbildning;kostnad;300000;Tre\n"
    )
    plan = planned(demo, LEDGER, file)
    assert [row.number for row in plan.rows if row.unusual] == [2, 4]
    [line] = plan.notes
    assert line.startswith("Ovanligt, rad 2 och 4: 300\u00a0000\u00a0kr är mer än hela ramen")
    assert plan.command is None
