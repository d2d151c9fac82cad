"""The demo register says what the council's own kallelse of 7 March 2018 says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.exchange.json_file import dump
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.footnotes import footnotes
from hubra_desktop.model.numbering import printed_numbers
from hubra_desktop.model.records.meeting import HouseStyle, Meeting
from hubra_desktop.model.swedish import time_range
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingState, Role
from hubra_desktop.model.timetable import timetable
from hubra_desktop.paths import resource
from hubra_desktop.store.errors import RegisterError
from hubra_desktop.work import demo as demo_module
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace

ROWS = (
    ("1", "formality", "Godkännande av föredragningslistan", "15:30–15:35", "none", ""),
    ("2", "information", "Information: Utredning om HuBrå", "15:35–16:00", "range", ""),
    (
        "3",
        "decision",
        "Verksamhetsberättelse för Huddinges brottsförebyggande råd 2017",
        "16:00–16:20",
        "range",
        "KS-2018/451.181",
    ),
    ("", "break", "Paus", "16:20–16:30", "range", ""),
    ("4", "information", "Information: Våldsbejakande extremism", "16:30–16:50", "range", ""),
    ("5", "information", "Information från kommunen", "16:50–17:00", "range", ""),
    ("6", "information", "Information från polisen", "17:00–17:10", "range", ""),
    ("7", "other", "Övriga frågor", "17:10", "none", ""),
)
PRESENTERS = {
    1: (("Björn Rosborg", "utredare", ""),),
    4: (("Catarina Klockerud", "säkerhetssamordnare", ""),),
    5: (
        ("Catarina Klockerud", "säkerhetssamordnare", "KSF"),
        ("Leif Nilsson", "enhetschef", "NBF"),
        ("Yvonne Kokkola", "verksamhetschef", "SÄF"),
    ),
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("demo") / "demo.hubra"
    make_demo(path)
    workspace = Workspace.open(path, read_only=True)
    yield workspace
    workspace.close()


@pytest.fixture
def bundle(demo: Workspace) -> Bundle:
    with demo.read() as reader:
        return register_bundle(reader)


@pytest.fixture
def meeting(bundle: Bundle) -> Meeting:
    return next(each for each in bundle.meetings if each.id == "meeting-01")


@pytest.fixture
def style(bundle: Bundle) -> HouseStyle:
    assert bundle.house_style is not None
    return bundle.house_style


def test_it_comes_out_as_it_was_shipped(bundle: Bundle) -> None:
    assert dump(bundle) == resource("demo", "huddinge.json").read_bytes()


def test_the_rows_are_those_of_the_source_to_the_minute(
    meeting: Meeting, style: HouseStyle
) -> None:
    numbers, table = printed_numbers(meeting.items), timetable(meeting)
    found = []
    for item in meeting.items:
        slot = table.slots[item.id]
        assert slot.start is not None
        when = time_range(slot.start, slot.end, style.time_separator)
        number = numbers.get(item.id, "")
        kind, printed = item.kind.value, item.print_time.value
        found.append((number, kind, item.title, when, printed, item.case_number))
    assert tuple(found) == ROWS
    assert (table.total, table.end) == (100, 17 * 60 + 10)


def test_four_people_present_and_one_of_them_twice(meeting: Meeting, bundle: Bundle) -> None:
    told = {
        place: tuple((one.name, one.title, one.unit) for one in item.presenters)
        for place, item in enumerate(meeting.items)
        if item.presenters
    }
    assert told == PRESENTERS
    ids = [one.person_id for item in meeting.items for one in item.presenters]
    assert len(ids) == 5
    assert len(set(ids)) == 4
    people = {person.id: person.name for person in bundle.persons}
    for item in meeting.items:
        for one in item.presenters:
            assert people[str(one.person_id)] == one.name


def test_the_head_and_the_feet_are_those_of_the_source(meeting: Meeting, style: HouseStyle) -> None:
    assert meeting.body == "Huddinges brottsförebyggande råd"
    assert (meeting.date, meeting.start, meeting.place) == (date(2018, 3, 7), 930, "A-salen")
    assert (meeting.notice_place, meeting.notice_date) == ("Huddinge", date(2018, 2, 28))
    assert meeting.state is MeetingState.CALLED
    assert [(each.name, each.role) for each in meeting.signatures] == [
        ("Christian Ottosson", "Ordförande"),
        ("Antonina Fedorova", "Sekreterare"),
    ]
    [note] = footnotes(meeting, style)
    assert (note.mark, note.anchor) == ("*", Anchor.TIME)
    assert note.text == "Koalitionen har förmöte i A-salen kl. 15:00"
    assert sum(item.kind is ItemKind.BREAK for item in meeting.items) == 1


def test_the_people_and_their_roles_are_those_of_the_source(bundle: Bundle) -> None:
    people = {each.id: each for each in bundle.persons if not each.note.startswith("Exempel")}
    assert sorted((each.name, each.title, each.unit) for each in people.values()) == [
        ("Antonina Fedorova", "sekreterare", ""),
        ("Björn Rosborg", "utredare", ""),
        ("Catarina Klockerud", "säkerhetssamordnare", "KSF"),
        ("Christian Ottosson", "kommunalråd", ""),
        ("Claes-Johan Bonde", "", ""),
        ("Frida Andersson", "", ""),
        ("Frida Ryberg", "säkerhetschef", ""),
        ("Karl Forsberg", "kommunpolis Huddinge", ""),
        ("Leif Nilsson", "enhetschef", "NBF"),
        ("Marie Fors", "", ""),
        ("Yvonne Kokkola", "verksamhetschef", "SÄF"),
    ]
    mandates = [each for each in bundle.mandates if each.person_id in people]
    assert [(people[each.person_id].name, each.role, each.party) for each in mandates] == [
        ("Christian Ottosson", Role.CHAIR, "C"),
        ("Antonina Fedorova", Role.SECRETARY, ""),
        ("Marie Fors", Role.MEMBER, "S"),
        ("Claes-Johan Bonde", Role.MEMBER, "M"),
        ("Frida Andersson", Role.MEMBER, "MP"),
    ]
    assert bundle.register is not None
    assert bundle.register.practice


def test_nothing_is_put_in_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "brev.hubra"
    path.write_text("hej")
    with pytest.raises(RegisterError, match="Det finns redan en fil"):
        make_demo(path)
    assert path.read_text() == "hej"


def test_a_demo_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_module, "ImportBundle", lambda _, **__: object())
    path = tmp_path / "demo.hubra"
    with pytest.raises(AttributeError):
        make_demo(path)
    assert not path.exists()


def test_what_is_invented_to_show_minutes_is_marked_as_an_example(bundle: Bundle) -> None:
    council = next(each for each in bundle.bodies if each.name == "Exempelrådet")
    [meeting] = [each for each in bundle.meetings if each.body_id == council.id]
    assert {each.meeting_id for each in bundle.sections} == {meeting.id}
    assert {each.meeting_id for each in bundle.attendances} == {meeting.id}
    invented = [each for each in bundle.persons if each.note.startswith("Exempel")]
    assert {each.person_id for each in bundle.attendances} == {each.id for each in invented}
    assert all(each.note.startswith("Exempel") for each in (council, meeting))
