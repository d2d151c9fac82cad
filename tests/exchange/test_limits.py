"""What is made to keep a reader busy, or to fill the memory, is refused before the work."""

import io
import zipfile

import pytest

from hubra_desktop.exchange import calendar_file, limits, packed
from hubra_desktop.exchange.calendar_file import read_activities, read_calendar
from hubra_desktop.exchange.csv_file import read_csv
from hubra_desktop.exchange.json_file import load
from hubra_desktop.exchange.pdf_file import load_pdf
from hubra_desktop.exchange.sie_file import read_sie
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.exchange.xlsx_file import read_sheets, read_xlsx, write_xlsx
from hubra_desktop.model.errors import InputError

SIE = b'#FLAGGA 0\n#SIETYP 4\n#VER A 1 20170101 "x"\n'
HEAD = b"BEGIN:VCALENDAR\n"
EVENT = b"BEGIN:VEVENT\nDTSTART;TZID=X:20170101T100000\nSUMMARY:x\n%s\nEND:VEVENT\nEND:VCALENDAR\n"
ZONE = (
    b"BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19700101T000000\n%s\n"
    b"TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\n"
)


def in_zone(rule: bytes) -> bytes:
    return HEAD + ZONE % rule + EVENT % b""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"format":"hubra","version":1,"bodies":[' + b"{}," * 600_000, "500\u00a0000 poster"),
        (b"[" * 1_000_000, "500\u00a0000 poster"),
        (b"[" * 400_000, "för djupt"),
        (b"{%s}" % b",".join(b'"k%d":1' % n for n in range(201)), "fler än 200 fält"),
        (b'{"format":"hubra","version":1' + b"0" * 1_000_000 + b"}", "orimligt långt"),
    ],
)
def test_json_is_counted_before_it_is_built(content: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        load(content)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"{ " * 15_000, "längre än 20\u00a0000 tecken"),
        (b'"\\' * 9_000, "inga verifikationer"),
        (b'"' * 19_000, "inga verifikationer"),
        (b"{" * 19_000, "inga verifikationer"),
    ],
)
def test_a_line_of_bookkeeping_is_looked_through_once(line: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read_sie(SIE + b"#KONTO " + line)


def test_bookkeeping_of_endless_lines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hubra_desktop.exchange.sie_file.MOST_LINES", 10)
    with pytest.raises(InputError, match="Exportera ett år i taget"):
        read_sie(SIE + b"\n" * 10)


def test_what_is_not_closed_goes_on_to_the_end_of_its_line() -> None:
    sheet = read_sie(SIE + b'#TRANS 4010 {} 100.00 20170102 "Fika\n#TRANS 4010 {1 A\n')
    assert [row.cells[-1] for row in sheet.rows[1:]] == ["Fika", "x"]


def test_a_table_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("csv_file", "xlsx_file"):
        monkeypatch.setattr(f"hubra_desktop.exchange.{module}.MOST_CELLS", 6)
    monkeypatch.setattr(limits, "MOST_CELLS", 6)
    assert len(read_csv(b"a;b\n" * 3)) == 3
    with pytest.raises(InputError, match="fler än 6 celler"):
        read_csv(b"a;b\n" * 4)
    with pytest.raises(InputError, match="fler än 6 celler"):
        list(read_xlsx(write_xlsx("T", ["a", "b"], [["c", "d"]] * 3)))


def test_a_first_line_of_quotation_marks_is_looked_at_in_part() -> None:
    assert len(read_csv(b'""' * 49_000)) == 1


def test_a_calendar_of_too_many_events_is_refused() -> None:
    with pytest.raises(InputError, match="fler än 20\u00a0000 händelser"):
        read_activities(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_000)


@pytest.mark.parametrize(
    "rule",
    [
        b"RRULE:FREQ=SECONDLY",
        b"RRULE:FREQ=YEARLY;BYHOUR=1,2,3;BYSECOND=1,2,3",
        b"RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE",
        b"RRULE:FREQ=YE\n ARLY;BYSECOND=1",
        b"RRULE;X=1:FREQ=MINUTELY",
        b"rrule:freq=hourly",
    ],
)
def test_a_time_zone_that_changes_all_the_time_is_refused(rule: bytes) -> None:
    with pytest.raises(InputError, match="skadad"):
        read_calendar(in_zone(rule), TableName.MEETINGS)


@pytest.mark.parametrize(
    "rule",
    [
        b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14",
        b"RDATE:19990101T000000",
        b"",
    ],
)
def test_a_time_zone_of_winters_and_summers_is_read(rule: bytes) -> None:
    assert len(read_calendar(in_zone(rule), TableName.MEETINGS).rows) == 2


def test_an_event_that_recurs_each_second_is_one() -> None:
    assert len(read_activities(HEAD + EVENT % b"RRULE:FREQ=SECONDLY").rows) == 2


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="skadad"):
        read_activities(b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 9)


def workbook(name: str, body: bytes) -> bytes:
    """Return a workbook one of whose parts holds something else."""
    out = io.BytesIO()
    made = write_xlsx("T", ["a"], [["b"]])
    with (
        zipfile.ZipFile(io.BytesIO(made)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            new.writestr(each, body if each.filename == name else old.read(each))
    return out.getvalue()


STYLES, SHEET = "xl/styles.xml", "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        (STYLES, b"<a>" + b"<b/>" * 400_000, "orimligt mycket"),
        (STYLES, b"<a>" + b" " * 17_000_000, "orimligt mycket"),
        (SHEET, b"<?xml version='1.0' encoding='cp037'?><a/>", "skadad"),
        (SHEET, "<a/>".encode("utf-16"), "skadad"),
        (SHEET, b"<a/>" + b" " * 2**20 + b"<!DOCTYPE a>", "skadad"),
        (SHEET, b"<a>" * 150_000, "skadad"),
    ],
)
def test_a_part_made_to_deceive_is_refused(name: str, body: bytes, sentence: str) -> None:
    assert sentence in read_sheets(workbook(name, body))[1]


def test_row_after_row_in_a_comment_is_looked_through_once() -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    noise = b"<row <col " * 100_000
    body = b"<worksheet xmlns='%s'><sheetData/><!--%s--></worksheet>" % (main, noise)
    assert read_sheets(workbook(SHEET, body))[1] == ""


def test_a_small_workbook_is_light_and_what_swells_is_not() -> None:
    assert packed.is_light(write_xlsx("T", ["a"], [["b"]]))
    assert not packed.is_light(workbook(STYLES, bytes(5_000_000)))
    assert packed.is_light(b"PK no zip at all")


def test_a_pdf_of_endless_objects_is_refused() -> None:
    with pytest.raises(InputError, match="fler än 100\u00a0000 delar"):
        load_pdf(b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 100_001)


def test_a_rule_that_hides_from_its_time_zone_is_not_worked_out() -> None:
    hidden = (
        b"BEGIN:VTIMEZONE\nTZID:X\nBEGIN:VEVENT\nEND\nEND\nBEGIN:STANDARD\n"
        b"DTSTART:00010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
        b"END:STANDARD\nEND:VEVENT\nEND:VTIMEZONE\n"
    )
    with pytest.raises(InputError, match="skadad"):
        read_calendar(HEAD + hidden + EVENT % b"", TableName.MEETINGS)
    assert b"SECONDLY" not in calendar_file._tame(HEAD + hidden)
