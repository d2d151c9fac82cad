"""Calendars: days, times on a Swedish clock, what recurs and what is cancelled."""

from datetime import date, time

import pytest

from hubra_desktop.exchange.calendar_file import is_calendar, read_calendar
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.errors import InputError


def calendar(*events: str) -> bytes:
    inside = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{inside}END:VCALENDAR\n".encode()


def only(content: bytes, name: TableName = TableName.MEETINGS) -> tuple[object, ...]:
    [_, row] = read_calendar(content, name).rows
    return row.cells


@pytest.mark.parametrize(
    ("event", "start", "end"),
    [
        ("DTSTART:20180307T143000Z\nDTEND:20180307T163000Z", time(15, 30), time(17, 30)),
        ("DTSTART:20180707T133000Z", time(15, 30), None),
        (
            "DTSTART;TZID=Europe/Stockholm:20180307T153000\nDURATION:PT2H",
            time(15, 30),
            time(17, 30),
        ),
        ("DTSTART:20180307T153000\nDTEND:20180308T010000", time(15, 30), None),
        ("DTSTART;VALUE=DATE:20180307", None, None),
    ],
)
def test_times_are_those_of_a_swedish_clock(
    event: str, start: time | None, end: time | None
) -> None:
    assert only(calendar(f"{event}\nSUMMARY:Råd"))[1:3] == (start, end)


def test_an_event_of_whole_days_ends_on_its_last() -> None:
    event = "DTSTART;VALUE=DATE:20180305\nDTEND;VALUE=DATE:20180308\nSUMMARY:Vecka\nLOCATION:A\\, B"
    cells = only(calendar(event), TableName.ACTIVITIES)
    assert cells[:4] == ("Vecka", date(2018, 3, 5), date(2018, 3, 7), "A, B")


def test_events_come_in_the_order_of_time() -> None:
    content = calendar("DTSTART:20180307T160000\nSUMMARY:B", "DTSTART:20180307T090000\nSUMMARY:A")
    rows = read_calendar(content, TableName.ACTIVITIES).rows
    assert [row.cells[0] for row in rows[1:]] == ["A", "B"]


def test_what_recurs_and_what_is_cancelled_is_told() -> None:
    content = calendar(
        "DTSTART;VALUE=DATE:20180307\nRRULE:FREQ=WEEKLY\nSUMMARY:A",
        "DTSTART;VALUE=DATE:20180308\nSTATUS:CANCELLED\nSUMMARY:B",
    )
    sheet = read_calendar(content, TableName.MEETINGS)
    assert len(sheet.rows) == 2
    assert sheet.notes == (
        "1 inställd händelse läses inte.",
        "1 händelse återkommer; bara den första gången läses.",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "inga händelser"),
        (calendar("SUMMARY:utan dag"), "skadad"),
        (calendar("DTSTART:hej"), "skadad"),
        (calendar("DTSTART;VALUE=DATE:20180307\nDTEND:20180307T090000"), ""),
    ],
)
def test_a_broken_calendar_is_refused(content: bytes, words: str) -> None:
    assert is_calendar(content)
    if words:
        with pytest.raises(InputError, match=words):
            read_calendar(content, TableName.MEETINGS)
    else:
        assert read_calendar(content, TableName.MEETINGS).rows
