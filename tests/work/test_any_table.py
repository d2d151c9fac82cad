"""Tables whose cells hold anything: each row is understood or named, and nothing breaks."""

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hubra_desktop.exchange.csv_file import write_csv
from hubra_desktop.exchange.tables import SHAPES, TableName
from hubra_desktop.model.errors import InputError
from hubra_desktop.work.table_files import TableFile
from hubra_desktop.work.table_imports import plan_table
from hubra_desktop.work.workspace import Workspace
from tests.documents.effort import documents
from tests.work.table_hands import held

TODAY = date(2018, 7, 1)
WORDS = st.sampled_from(
    ["", " ", "2017", "2017-05-01", "1/5", "01-05-2017", "v. 12", "20 aug?", "45,080", "1.5", "-3",
     "drygt 100", "40-50", "Trygghetsdagen", "Arvoden", "kostnad", "återbetalning", "Ur Dimman",
     "CV och körkort", "Felanmälans-app", "1", "3", "ja", "kanske", "activity-2017-16", "grant-01",
     "ledger-2017-1", "61 %", "..", "saknas", "9" * 30, "#REF!", "2017-05-01 00:00:00", "=1+1",
     "Beviljande", "höjning", "ej mätt", "alla", "15.30", "kl 8", "31 dec", "<b>", "\u202e"]
)  # fmt: skip
TEXTS = WORDS | st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"
    ),
    max_size=12,
)
VALUES = (
    TEXTS
    | st.none()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.booleans()
    | st.dates(date(1900, 3, 1), date(9999, 12, 31))
    | st.datetimes(datetime(1900, 3, 1), datetime(9999, 12, 31))
    | st.times()
    | st.timedeltas(timedelta(0), timedelta(days=9))
)
FORMATS = st.sampled_from(["General", "0%", "0.0%", "000", "[$€-2] #,##0", "#,##0", "yyyy-mm-dd"])


def _workbook(headings: Sequence[str], rows: Sequence[Sequence[Any]], shown: str) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            if isinstance(cell.value, int | float):
                cell.number_format = shown
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _rows(draw: st.DataObject, width: int, cells: st.SearchStrategy[Any]) -> list[list[Any]]:
    found: list[list[Any]] = draw.draw(
        st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=4)
    )
    return found


def _tell(workspace: Workspace, file: TableFile, name: TableName) -> None:
    """Tell what a file would do and do it, or be refused in a sentence."""
    try:
        read = file.read(name, TODAY)
    except InputError:
        return
    with workspace.read() as reader:
        plan = plan_table(reader, name, read)
    assert len(plan.rows) == len(read.texts)
    assert all(row.good or row.remark for row in plan.rows)
    assert all(isinstance(line, str) for line in plan.lines)
    if plan.command is not None:
        before = held(workspace)
        workspace.run(plan.command)
        workspace.undo()
        assert held(workspace) == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("name", TableName)
@settings(max_examples=documents(12), deadline=None)
@given(data=st.data())
def test_no_table_whatever_its_cells_ends_in_a_raw_error(
    any_demo: Workspace, name: TableName, form: str, data: st.DataObject
) -> None:
    columns = [each for each in SHAPES[name].columns if not each.derived]
    needed = [each.heading for each in columns if each.required]
    more = data.draw(st.lists(st.sampled_from(columns), unique_by=lambda each: each.key))
    headings = list(dict.fromkeys([*needed, *(each.heading for each in more)]))
    if form == "csv":
        content = write_csv(headings, _rows(data, len(headings), TEXTS))
    else:
        rows = _rows(data, len(headings), VALUES)
        content = _workbook(headings, rows, data.draw(FORMATS))
    _tell(any_demo, TableFile(f"tabell.{form}", content), name)


def test_an_activity_known_by_its_title_may_have_an_empty_id(any_demo: Workspace) -> None:
    content = write_csv(["Id", "År", "Aktivitet"], [["", "2017", "Felanmälans-app"]])
    _tell(any_demo, TableFile("tabell.csv", content), TableName.ACTIVITIES)
