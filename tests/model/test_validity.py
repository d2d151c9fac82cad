"""What a field may hold: the same rule for every way in, each refusal in words."""

from dataclasses import fields
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.meeting_rules import check_anchor, check_meeting_times
from hubra_desktop.model.records import meeting
from hubra_desktop.model.records.catalogue import KINDS, RULES, check, lists_of
from hubra_desktop.model.terms import Anchor, MeetingState, PrintTime

PNG = b"\x89PNG\r\n\x1a\n"
GOOD: list[tuple[str, str, object]] = [
    ("person", "name", ""),
    ("person", "name", "a" * 1000),
    ("person", "name", "Åsa\tEk"),
    ("person", "note", "rad\nrad"),
    ("agenda_item", "title", "å" * 20_000),
    ("agenda_item", "duration", 0),
    ("agenda_item", "duration", 480),
    ("agenda_item", "duration", None),
    ("agenda_item", "pin", 2880),
    ("agenda_item", "level", 1),
    ("agenda_item", "closed", True),
    ("agenda_item", "print_time", PrintTime.NONE),
    ("agenda_item", "added_late", None),
    ("meeting", "start", 1439),
    ("meeting", "end", None),
    ("meeting", "end", 2880),
    ("meeting", "date", date(1900, 1, 1)),
    ("meeting", "date", date(2199, 12, 31)),
    ("meeting", "moved_to", None),
    ("meeting", "chair_id", "0" * 32),
    ("house_style", "accent", "#AbCdEf"),
    ("house_style", "time_separator", ":"),
    ("house_style", "sub_numbers", "decimals"),
    ("house_style", "logotype", b""),
    ("house_style", "logotype", PNG),
    ("house_style", "logotype", b"\xff\xd8\xff" + bytes(1_999_997)),
    ("pre_meeting", "start", None),
    ("footnote", "item_id", None),
]
BAD: list[tuple[str, str, object, str]] = [
    ("person", "name", None, "ska det stå text"),
    ("person", "name", 5, "ska det stå text"),
    ("person", "name", "a" * 1001, "1001 tecken, och högst 1000"),
    ("person", "name", "Åsa\nEk", "på en rad"),
    ("person", "note", "\r", "osynliga styrtecken"),
    ("person", "note", "\x00", "osynliga styrtecken"),
    ("person", "note", "\x85", "osynliga styrtecken"),
    ("person", "note", "\u2028", "osynliga styrtecken"),
    ("person", "note", "\ud800", "osynliga styrtecken"),
    ("person", "note", "\uffff", "osynliga styrtecken"),
    ("agenda_item", "title", "å" * 20_001, "Korta den"),
    ("agenda_item", "duration", -1, "0–480 minuter"),
    ("agenda_item", "duration", 481, "0–480 minuter"),
    ("agenda_item", "duration", 5.0, "0–480 minuter"),
    ("agenda_item", "duration", True, "0–480 minuter"),
    ("agenda_item", "duration", "5", "0–480 minuter"),
    ("agenda_item", "pin", 2881, "natten efter"),
    ("agenda_item", "level", 2, "huvudpunkt eller underpunkt"),
    ("agenda_item", "level", None, "huvudpunkt eller underpunkt"),
    ("agenda_item", "closed", 1, "ja eller nej"),
    ("agenda_item", "closed", None, "ja eller nej"),
    ("agenda_item", "kind", "decision", "inget av de val"),
    ("agenda_item", "kind", MeetingState.PLANNED, "inget av de val"),
    ("agenda_item", "added_late", "2018-03-07", "2018-03-07"),
    ("meeting", "start", 1440, "mellan 00.01 och 23.59"),
    ("meeting", "start", 0, "lämna rutan tom"),
    ("meeting", "date", None, "mellan 1900 och 2199"),
    ("meeting", "date", date(1899, 12, 31), "mellan 1900 och 2199"),
    ("meeting", "date", date(2200, 1, 1), "mellan 1900 och 2199"),
    ("meeting", "date", datetime(2018, 3, 7), "mellan 1900 och 2199"),
    ("meeting", "body_id", None, "trasig"),
    ("meeting", "body_id", "", "trasig"),
    ("meeting", "body_id", "0" * 33, "trasig"),
    ("meeting", "chair_id", "å", "trasig"),
    ("house_style", "accent", "#12345", "sex tecken"),
    ("house_style", "accent", "#12345g", "sex tecken"),
    ("house_style", "accent", None, "sex tecken"),
    ("house_style", "time_separator", ",", "punkt eller kolon"),
    ("house_style", "sub_numbers", "romans", "7a, 7b eller 7.1"),
    ("house_style", "logotype", None, "högst 2 MB"),
    ("house_style", "logotype", PNG + bytes(2_000_000), "högst 2 MB"),
    ("house_style", "logotype", b"GIF89a", "PNG- eller JPEG"),
]


@pytest.mark.parametrize(("kind", "name", "value"), GOOD)
def test_what_a_field_can_hold(kind: str, name: str, value: object) -> None:
    check(kind, {name: value})


@pytest.mark.parametrize(("kind", "name", "value", "sentence"), BAD)
def test_what_a_field_refuses(kind: str, name: str, value: object, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        check(kind, {name: value})
    assert refused.value.sentence.endswith(".")


def test_an_unknown_field_is_a_mistake_of_the_programs_own() -> None:
    with pytest.raises(KeyError):
        check("person", {"shoe_size": 43})


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_plain_field_of_a_sheet_has_its_rule(kind: type) -> None:
    names = {each.name for each in fields(kind)} - {"id", "body"} - set(lists_of(kind))
    assert set(RULES[KINDS[kind]]) == names


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        ("house_style", meeting.HouseStyle()),
        ("agenda_item", meeting.Item()),
        ("presenter", meeting.Presenter()),
        ("pre_meeting", meeting.PreMeeting()),
        ("footnote", meeting.Footnote()),
        ("signature", meeting.Signature()),
    ],
)
def test_an_empty_sheet_is_valid(kind: str, default: object) -> None:
    check(kind, {name: getattr(default, name) for name in RULES[kind]})


@given(st.text())
def test_any_text_is_kept_or_refused_in_words(text: str) -> None:
    try:
        check("person", {"note": text})
    except InputError:
        return
    assert text.encode().decode() == text


@pytest.mark.parametrize("end", [930, 929, 0])
def test_a_meeting_ends_after_it_starts(end: int) -> None:
    with pytest.raises(InputError, match="slutar innan det börjar"):
        check_meeting_times(930, end)


def test_a_meeting_may_end_whenever_later_or_openly() -> None:
    check_meeting_times(930, None)
    check_meeting_times(930, 931)
    check_meeting_times(1400, 1500)


def test_a_mark_stands_beside_something() -> None:
    check_anchor(Anchor.ITEM, "a", {"a"})
    check_anchor(Anchor.TIME, None, {"a"})
    for anchor, item in ((Anchor.ITEM, "b"), (Anchor.ITEM, None), (Anchor.PLACE, "a")):
        with pytest.raises(InputError):
            check_anchor(anchor, item, {"a"})
