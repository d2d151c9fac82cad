"""Book-keeping in SIE: its letters, its fields, and what of it is a council's ledger."""

from datetime import date
from decimal import Decimal

import pytest

from hubra_desktop.exchange.sie_file import is_sie, read_sie
from hubra_desktop.model.errors import InputError

FILE = """#FLAGGA 0
#FORMAT PC8
#SIETYP 4
#FNAMN "Trygghetsrådet \\"Trä\\" AB"
#KONTO 4010 "Fika"
#KONTO 8310 Ränta
#DIM 6 Projekt
#OBJEKT 6 P1 "Trygghetsdagen"
#VER A 12 20170501 "Trygghetsdagen" 20170502
{
\t#TRANS 4010 {6 "P1"} 1250.50 "" "Kaffe och bröd"
\t#TRANS 8310 {} -10.00 20170503
\t#TRANS 8410 {} 5
\t#RTRANS 4010 {} 99.00
\t#BTRANS 4010 {} 98.00
\t#TRANS 1930 {} -1245.50
\t#TRANS 4010 {} 12,5 20170599
}
#IB 0 1930 100.00
#UB 0 1930 -1145.50
#RES 0 4010 1250.50
#PSALDO 0 201705 4010 {6 "P1"} 1250.50
"""


def rows(content: bytes) -> list[tuple[object, ...]]:
    return [row.cells for row in read_sie(content).rows[1:]]


@pytest.mark.parametrize("encoding", ["cp437", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_income_and_costs_are_rows_of_a_ledger(encoding: str, ends: str) -> None:
    content = FILE.replace("\n", ends).encode(encoding)
    assert is_sie(content)
    assert rows(content) == [
        (date(2017, 5, 1), "A 12", "kostnad", Decimal("1250.50"), "4010", "Fika",
         "Trygghetsdagen", "Kaffe och bröd"),
        (date(2017, 5, 3), "A 12", "intäkt", Decimal("10.00"), "8310", "Ränta", "",
         "Trygghetsdagen"),
        (date(2017, 5, 1), "A 12", "kostnad", Decimal(5), "8410", "", "", "Trygghetsdagen"),
        ("20170599", "A 12", "kostnad", "12,5", "4010", "Fika", "", "Trygghetsdagen"),
    ]  # fmt: skip


def test_what_is_passed_over_is_told_and_lines_are_counted() -> None:
    sheet = read_sie(FILE.encode("cp437"))
    assert sheet.notes == (
        'Bokföring för Trygghetsrådet "Trä" AB, ur en SIE-fil.',
        "1 rad på ett balanskonto läses inte: bara intäkter och kostnader hör hit.",
    )
    assert [row.number for row in sheet.rows] == [0, 11, 12, 13, 17]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"#FLAGGA 0\n#SIETYP 1\n", "av typ 1"),
        (b"#FLAGGA 0\n#SIETYP 4\n", "inga verifikationer"),
        (b"#FLAGGA", "inga verifikationer"),
        (b"#FLAGGA 0\n#TRANS\n#TRANS 3\n#VER\n#SIETYP", "av typ ?"),
    ],
)
def test_a_file_without_vouchers_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(InputError) as refused:
        read_sie(content)
    assert words in refused.value.sentence


def test_other_files_are_no_book_keeping() -> None:
    assert not is_sie(b"Datum;Post\n")
    assert not is_sie(b"")
