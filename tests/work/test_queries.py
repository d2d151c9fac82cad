"""What reads: years, lists, the nearest meeting, completions, people in Swedish order."""

from datetime import date

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import Matter, Person
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting, Presenter
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.settings import ChangeHouseStyle
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries import (
    MeetingYear,
    house_style,
    meeting_sheet,
    meetings_of,
    meetings_on,
    nearest_meeting,
    register_info,
    years,
)
from hubra_desktop.work.queries.known import KnownMatter, completions
from hubra_desktop.work.queries.people import persons
from tests.work.office import DAY, Office

AUTUMN = date(2019, 9, 2)
NEW_YEAR = date(2020, 1, 1)


@pytest.fixture
def autumn(office: Office) -> str:
    return office.made(NewMeeting(AUTUMN, 930))


@pytest.fixture
def new_year(office: Office) -> str:
    return office.made(NewMeeting(NEW_YEAR, 600))


def test_years_come_newest_first_with_their_meetings(
    office: Office, autumn: str, new_year: str
) -> None:
    with office.workspace.read() as reader:
        assert years(reader) == (MeetingYear(2020, 1), MeetingYear(2019, 2))


def test_a_years_meetings_come_newest_first(office: Office, autumn: str, new_year: str) -> None:
    last = office.made(NewMeeting(date(2019, 12, 31), 930))
    first = office.made(NewMeeting(date(2019, 1, 1), 930))
    with office.workspace.read() as reader:
        rows = meetings_of(reader, 2019)
        assert meetings_of(reader, 2018) == ()
    assert [row.id for row in rows] == [last, autumn, office.meeting, first]
    row = rows[2]
    assert (row.date, row.start, row.end, row.place) == (DAY, 930, 1020, "Rådhuset")
    assert (row.body, row.state) == ("Trygghetsrådet", MeetingState.PLANNED)


def test_a_days_meetings_come_earliest_first(office: Office) -> None:
    morning = office.made(NewMeeting(DAY, 540))
    with office.workspace.read() as reader:
        assert [row.id for row in meetings_on(reader, DAY)] == [morning, office.meeting]
        assert meetings_on(reader, AUTUMN) == ()


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2019, 1, 1), DAY),
        (DAY, DAY),
        (date(2019, 5, 7), AUTUMN),
        (date(2019, 9, 3), NEW_YEAR),
        (date(2031, 1, 1), NEW_YEAR),
    ],
)
def test_the_nearest_meeting_is_the_next_else_the_latest(
    office: Office, autumn: str, new_year: str, today: date, wanted: date
) -> None:
    with office.workspace.read() as reader:
        found = nearest_meeting(reader, today)
        assert found is not None
        assert meeting_sheet(reader, found).date == wanted


def test_the_nearest_meeting_is_one_that_stands(office: Office, autumn: str, new_year: str) -> None:
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.CANCELLED}))
    office.run(Change(Meeting, autumn, {"state": MeetingState.MOVED, "moved_to": new_year}))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, DAY) == new_year
        assert nearest_meeting(reader, date(2021, 1, 1)) == new_year
    office.run(Change(Meeting, new_year, {"state": MeetingState.CANCELLED}))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, DAY) == new_year
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.HELD}))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, date(2019, 12, 1)) == office.meeting


def test_of_two_on_one_day_the_one_to_come_is_nearest(office: Office) -> None:
    evening = office.made(NewMeeting(DAY, 1080))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, DAY) == office.meeting
    office.run(Change(Meeting, office.meeting, {"state": MeetingState.HELD}))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, DAY) == evening


def test_without_meetings_none_is_nearest(office: Office) -> None:
    office.run(Remove(Meeting, office.meeting))
    with office.workspace.read() as reader:
        assert nearest_meeting(reader, DAY) is None
        assert years(reader) == ()


def test_a_meeting_that_is_gone_is_told(office: Office) -> None:
    with (
        office.workspace.read() as reader,
        pytest.raises(InputError, match="finns inte längre"),
    ):
        meeting_sheet(reader, "borta")


def test_people_stand_in_swedish_order(office: Office) -> None:
    for name in ("Örjan", "Zeb", "Ärla", "Wilma", "Vera", "andré", "Andrea"):
        office.run(Add(Person, {"name": name}))
    with office.workspace.read() as reader:
        names = [row.name for row in persons(reader)]
    wanted = ["andré", "Andrea", "Erik Öman", "Vera", "Wilma", "Zeb", "Åsa Ek", "Ärla", "Örjan"]
    assert names == wanted


def test_known_people_are_the_registered_and_those_typed_before(office: Office) -> None:
    typed = (Presenter(name="Ada Typ", title="chef", unit="NBF"), Presenter(unit="BRÅ"))
    office.run(Change(Item, "b", {"presenters": typed}))
    with office.workspace.read() as reader:
        known = completions(reader)
    assert [(each.name, each.person_id) for each in known.people] == [
        ("Ada Typ", None),
        ("Erik Öman", office.clerk),
        ("Erik Öman", None),
        ("Åsa Ek", office.chair),
    ]
    assert known.titles == ("chef", "ordförande", "utredare")
    assert known.units == ("KSF", "NBF")
    assert known.organisations == ("BRÅ", "Polisen", "Trygghetsrådet")


def test_a_person_known_twice_in_the_same_words_is_offered_once(office: Office) -> None:
    same = Presenter(name="Erik Öman", title="utredare", unit="KSF")
    office.run(Change(Item, "a", {"presenters": (same,)}))
    with office.workspace.read() as reader:
        people = completions(reader).people
    assert [each.person_id for each in people if each.name == "Erik Öman"] == [office.clerk]


def test_matters_places_and_groups_are_known(office: Office) -> None:
    office.run(Add(Matter, {"case_number": "KS-2019/2", "title": "Cykelväg"}))
    office.run(Add(Item, {"title": "Ljus", "case_number": "KS-2019/12.345"}, office.meeting))
    office.run(Add(Item, {"title": "Bänkar", "case_number": "KS-2018/9"}, office.meeting))
    office.made(NewMeeting(AUTUMN, 930, place="Biblioteket"))
    with office.workspace.read() as reader:
        known = completions(reader)
    assert known.matters == (
        KnownMatter("KS-2018/9", "Bänkar"),
        KnownMatter("KS-2019/2", "Cykelväg"),
        KnownMatter("KS-2019/12.345", "Belysning"),
    )
    assert set(known.places) == {"Biblioteket", "Rådhuset"}
    assert known.groups == ("Majoriteten",)
    assert {"A", "A1", "Ljus", "Bänkar"} <= set(known.item_titles)


def test_the_register_tells_its_names(office: Office) -> None:
    with office.workspace.read() as reader:
        info = register_info(reader)
    assert (info.name, info.municipality) == ("Trygghetsrådet", "Ekköping")
    assert info.body == "Trygghetsrådet"
    assert (info.own_body_id, info.body_short, info.practice) == (office.body, "", False)


def test_the_house_style_is_what_was_chosen(office: Office) -> None:
    office.run(ChangeHouseStyle({"time_separator": ":", "logotype": b"\x89PNG\r\n\x1a\n\xff"}))
    with office.workspace.read() as reader:
        style = house_style(reader)
    assert style == HouseStyle(
        organisation="Trygghetsrådet", time_separator=":", logotype=b"\x89PNG\r\n\x1a\n\xff"
    )
