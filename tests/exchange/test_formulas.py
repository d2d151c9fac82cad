"""What goes out is computed by no spreadsheet, and is read back as it was."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from hubra_desktop.exchange.csv_file import read_csv, write_csv
from hubra_desktop.exchange.xlsx_file import write_xlsx
from hubra_desktop.model.formulas import harmless, restored

FULL_WIDTH = [f"{sign}1+1" for sign in "\uff1d\uff0b\uff0d\uff20\ufe66"]
BEHIND = [f"{before}=1" for before in ("'", " ", "\u00a0", "\u200b", "\ufeff\uff1d", '"', "\u2019")]
OBEYED = ["=1+1", "+46 8 535", "-lista", "@SUM(A1)", "\t=1", "\r=1", "\t x", *FULL_WIDTH, *BEHIND]


@given(st.text())
def test_what_is_made_harmless_is_restored(text: str) -> None:
    assert restored(harmless(text)) == text


@pytest.mark.parametrize("text", OBEYED, ids=ascii)
def test_no_spreadsheet_would_obey_what_goes_out(text: str) -> None:
    content = write_csv([text, "b"], [[text, "b"]])
    assert [row.cells for row in read_csv(content)] == [(harmless(text), "b")] * 2
    assert harmless(text) == f"'{text}"
    sheet = load_workbook(io.BytesIO(write_xlsx("T", [text], [[text]]))).worksheets[0]
    for place in ("A1", "A2"):
        assert (sheet[place].data_type, str(sheet[place].value)[0]) == ("s", "'")


@pytest.mark.parametrize("text", ["Rådet", "1=1", "\u22125 %", "", "'citat'", "a\t=1"])
def test_other_text_goes_out_as_it_is(text: str) -> None:
    assert harmless(text) == text
