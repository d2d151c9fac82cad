"""Calendar files: read back by icalendar and by the program's own reader they say the same."""

import datetime as dt
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from hubra_desktop.exchange.calendar_file import read_meetings
from hubra_desktop.exchange.calendar_out import calendar_bytes
from hubra_desktop.model.dispatch.calendar_events import (
    CLOSED_EVENT,
    CalendarEvent,
    meeting_event,
    meeting_uid,
    slot_events,
)
from hubra_desktop.model.dispatch.presenter_slots import presenter_slots
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter

HERE = ZoneInfo("Europe/Stockholm")
STAMP = dt.datetime(2018, 2, 28, 10, 5)
STYLE = HouseStyle(email="radet@exempel.se")
SECRET = Item(
    id="s", title="Hemliga utredningen", closed=True, duration=20, case_number="KS-2018/7",
    note="Inre", presenters=(Presenter(name="Pia Dold", title="utredare"),),
)  # fmt: skip
MEETING = Meeting(
    id="m1", body="Trygghetsrådet", date=dt.date(2018, 3, 7), start=930, end=1050,
    place="A-salen; Kommunalhuset", link="https://exempel.se/mote,1",
    items=(Item(id="a", title="Val av justerare, två", duration=5), SECRET),
)  # fmt: skip


def written(*events: CalendarEvent, stamp: dt.datetime = STAMP) -> bytes:
    return calendar_bytes(events, stamp)


def read(content: bytes) -> list[Any]:
    """Read the events with icalendar; the times come with the zone that the file tells."""
    calendar: Any = Calendar.from_ical(content)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def test_a_meeting_is_read_back_whole() -> None:
    content = written(meeting_event(MEETING, STYLE, sequence=2))
    (event,) = read(content)
    assert event["UID"] == meeting_uid("m1")
    assert int(event["SEQUENCE"]) == 2
    assert event["DTSTART"].dt == dt.datetime(2018, 3, 7, 15, 30, tzinfo=HERE)
    assert event["DTEND"].dt == dt.datetime(2018, 3, 7, 17, 30, tzinfo=HERE)
    assert event["DTSTAMP"].dt == dt.datetime(2018, 2, 28, 9, 5, tzinfo=dt.UTC)
    assert event["SUMMARY"] == "Sammanträde, Trygghetsrådet"
    assert event["LOCATION"] == MEETING.place
    assert event["URL"] == MEETING.link
    assert event["DESCRIPTION"] == f"1 Val av justerare, två\n2 {CLOSED_EVENT}"
    assert event["ORGANIZER"] == "mailto:radet@exempel.se"
    assert event["STATUS"] == "CONFIRMED"
    assert b"METHOD:PUBLISH" in content
    assert content == written(meeting_event(MEETING, STYLE, sequence=2))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (row,) = read_meetings(content).rows[1:]
    assert row.cells[:4] == (MEETING.date, dt.time(15, 30), dt.time(17, 30), MEETING.place)


def test_nothing_behind_closed_doors_is_told() -> None:
    slots = [slot for _, slot in presenter_slots(MEETING, STYLE)]
    for content in (
        written(meeting_event(MEETING, STYLE)), written(*slot_events(MEETING, STYLE, slots))
    ):  # fmt: skip
        plain = content.replace(b"\r\n ", b"").decode()
        assert not any(word in plain for word in ("Hemliga", "KS-2018/7", "Inre", "Dold"))


@pytest.mark.parametrize("day", [24, 25, 26])
@pytest.mark.parametrize("month", [3, 10])
def test_the_clock_holds_over_both_changes(month: int, day: int) -> None:
    date = dt.date(2018, month, day if month == 3 else day + 3)
    meeting = replace(MEETING, date=date, start=60, end=1050)
    (event,) = read(written(meeting_event(meeting, STYLE)))
    for name, hour, minute in (("DTSTART", 1, 0), ("DTEND", 17, 30)):
        here = dt.datetime(date.year, date.month, date.day, hour, minute, tzinfo=HERE)
        assert event[name].dt == here
        assert event[name].dt.utcoffset() == here.utcoffset()
    (row,) = read_meetings(written(meeting_event(meeting, STYLE))).rows[1:]
    assert row.cells[:3] == (date, dt.time(1), dt.time(17, 30))


@given(st.datetimes(dt.datetime(1997, 1, 1), dt.datetime(2060, 1, 1)).map(
    lambda when: when.replace(second=0, microsecond=0, fold=0)))  # fmt: skip
def test_the_files_own_zone_is_the_swedish_one(when: dt.datetime) -> None:
    content = written(meeting_event(MEETING, STYLE))
    zones: Any = Calendar.from_ical(content).walk("VTIMEZONE")
    here = when.replace(tzinfo=HERE)
    twice = here.utcoffset() != here.replace(fold=1).utcoffset()
    if not twice:
        assert zones[0].to_tz(lookup_tzid=False).utcoffset(when) == here.utcoffset()


def test_what_is_cancelled_keeps_its_identity_and_takes_the_event_away() -> None:
    content = written(meeting_event(MEETING, STYLE, sequence=3, cancelled=True))
    (event,) = read(content)
    assert (event["UID"], event["STATUS"]) == (meeting_uid("m1"), "CANCELLED")
    assert event["SUMMARY"] == "Inställt: Sammanträde, Trygghetsrådet"
    assert "DESCRIPTION" not in event
    assert b"METHOD:CANCEL" in content
    with pytest.raises(InputError, match="inga händelser"):
        read_meetings(content)


def test_a_moved_meeting_moves_in_the_calendar() -> None:
    moved = replace(MEETING, id="m2", date=dt.date(2018, 5, 16))
    (event,) = read(written(meeting_event(moved, STYLE, sequence=1, origin_id="m1")))
    assert event["UID"] == meeting_uid("m1")
    assert event["DTSTART"].dt.date() == moved.date


def test_each_who_presents_has_events_of_their_own() -> None:
    slots = [slot for _, slot in presenter_slots(MEETING, STYLE)]
    (event,) = read(written(*slot_events(MEETING, STYLE, slots)))
    assert event["DTSTART"].dt == dt.datetime(2018, 3, 7, 15, 35, tzinfo=HERE)
    assert event["DTEND"].dt == dt.datetime(2018, 3, 7, 15, 55, tzinfo=HERE)
    assert event["SUMMARY"] == "Föredragning av ärende 2, Trygghetsrådet"
    assert event["UID"] != meeting_uid("m1")


def test_a_meeting_without_a_start_lasts_the_day() -> None:
    content = written(meeting_event(replace(MEETING, start=None, end=None), HouseStyle()))
    (event,) = read(content)
    assert event["DTSTART"].dt == MEETING.date
    assert "DTEND" not in event
    assert b"VTIMEZONE" not in content
    assert "ORGANIZER" not in event


def test_past_midnight_is_the_next_day() -> None:
    (event,) = read(written(meeting_event(replace(MEETING, start=1400, end=30), STYLE)))
    assert event["DTEND"].dt == dt.datetime(2018, 3, 8, 0, 30, tzinfo=HERE)


@given(st.text(max_size=200), st.text(max_size=120))
def test_whatever_is_written_stays_in_its_own_property(title: str, place: str) -> None:
    meeting = replace(MEETING, body=title, place=place, items=(Item(id="a", title=title),))
    (event,) = read(written(meeting_event(meeting, HouseStyle())))
    assert {*event} <= {
        "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION",
        "URL", "STATUS", "TRANSP",
    }  # fmt: skip
    assert event["STATUS"] == "CONFIRMED"
