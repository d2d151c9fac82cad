"""Who is inside stays so whatever becomes of the rows, and who leaves has left."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import BallotAnswer
from hubra_desktop.model.minutes.minutes_words import movements, times_out
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Section
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.agenda import AddItems, RemoveItems, SendItems
from hubra_desktop.work.commands.attendance import Arrive, Leave, Serve, StopServing, Tick
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.running import (
    EndMeeting,
    NextItem,
    PauseMeeting,
    ResumeMeeting,
    StepAside,
)
from hubra_desktop.work.commands.sections import HoldBallot
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import held_office
from tests.work.minutes_approving import approve
from tests.work.office import Office
from tests.work.there_and_back import refused, there_and_back

CHAIR, LATE, OUT, SERVING, IDLE = "ha0", "ha1", "ha2", "ha13", "ha14"


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Office]:
    office = held_office(tmp_path / "a.hubra")
    yield office
    office.workspace.close()


def inside(office: Office, who: str) -> list[str]:
    """Return the rows at which somebody is inside."""
    with office.workspace.read() as reader:
        view = attendance_of(reader, "held")
    return [row for row in view.order if who in {each.id for each in view.present(row)}]


def test_who_leaves_after_going_on_from_afar_or_serving_in_parts_has_left(held: Office) -> None:
    held.run(Arrive(CHAIR, 1020, "h5", remote=True))
    there_and_back(held, Leave(CHAIR, 1000, "h4"))
    assert inside(held, CHAIR) == ["h1", "h2", "h3", "hpause"]
    held.run(Serve(IDLE, OUT, 1000, "h4"))
    assert len(inside(held, IDLE)) == 8
    held.run(Arrive(IDLE, 965, "h3", remote=True))
    with held.workspace.read() as reader:
        stays = attendance_of(reader, "held").by_id[IDLE].stays
    assert [each.remote for each in stays] == [False, True, True, True]
    held.run(Leave(IDLE, 988, "hpause"))
    assert inside(held, IDLE) == ["h1", "h2", "h3"]


def test_who_came_in_again_later_is_there_though_they_left_earlier(held: Office) -> None:
    held.run(Leave(OUT, 938, "h2"))
    assert inside(held, OUT) == ["h1", "h5", "h6", "h7"]
    held.run(Leave(OUT, 1040, None))
    assert inside(held, OUT) == ["h1", "h5", "h6", "h7"]
    held.run(Leave(SERVING, 1020, "h5"))
    refused(held, Leave(SERVING, 1040, None), "inte inne då")
    refused(held, Leave(CHAIR, 950, "a"), "inte på sammanträdets lista")


@pytest.mark.parametrize("way", ["removed", "sent"])
def test_nobody_stays_longer_since_a_row_went(held: Office, way: str) -> None:
    held.run(Remove(AgendaRun, "hr6"))
    held.run(Leave(CHAIR, None, "h6"))
    held.run(Change(AttendanceStay, "hs1", {"came_item_id": "h6"}))
    command: Command = RemoveItems(("h6",))
    if way == "sent":
        other = held.everything().meetings[0].id
        assert other != "held"
        command = SendItems(("h6",), other)
    there_and_back(held, command)
    assert inside(held, CHAIR) == ["h1", "h2", "h3", "hpause", "h4", "h5"]
    assert inside(held, LATE) == ["h7"]
    assert {each.id: each.item_id for each in held.everything().sections}["sec-h6"] is None
    there_and_back(held, StepAside("sec-h6", LATE, "Släkting", 1036))
    assert inside(held, LATE) == ["h7"]
    refused(held, SendItems(("h5",), held.everything().meetings[0].id), "har behandlats")


def test_who_came_to_a_row_came_to_the_one_that_takes_its_place(held: Office) -> None:
    blank = held.made(Add(Item, {}, "held", index=7))
    held.run(Leave(CHAIR, 1036, blank))
    held.run(Change(AttendanceStay, "hs1", {"came_item_id": blank}))
    there_and_back(held, AddItems("held", (Item(title="Nytt"),), 7, instead=blank))
    assert inside(held, CHAIR) == ["h1", "h2", "h3", "hpause", "h4", "h5", "h6"]
    [new] = {*inside(held, LATE)} - {"h7"}
    assert new not in {"h6", blank}


def test_who_came_to_the_last_row_was_at_none_of_the_others_when_it_goes(held: Office) -> None:
    last = held.made(Add(Item, {"title": "Avslutning"}, "held"))
    held.run(Change(AttendanceStay, "hs1", {"came_item_id": last}))
    held.run(Remove(Item, last))
    assert inside(held, LATE) == []


TWICE = "i rummet två gånger samtidigt"


def test_nobody_is_entered_as_inside_twice_at_once(held: Office) -> None:
    refused(held, Add(AttendanceStay, {}, CHAIR), TWICE)
    refused(held, Change(AttendanceStay, "hs2", {"left_item_id": "h6"}), TWICE)
    twice = (AttendanceStay(), AttendanceStay(came_item_id="h3"))
    there = Attendance(meeting_id="held", status=AttendanceStatus.PRESENT, stays=twice)
    refused(held, Store(there), TWICE)
    there_and_back(held, Change(AttendanceStay, "hs0", {"left": 1000}))
    there_and_back(held, Add(AttendanceStay, {"came": 1020}, CHAIR))


def test_a_register_with_somebody_inside_twice_can_be_mended(held: Office, tmp_path: Path) -> None:
    bundle = held.everything()
    twice = (AttendanceStay(id="one"), AttendanceStay(id="two", came_item_id="h3"))
    people = tuple(
        replace(each, stays=twice) if each.id == CHAIR else each for each in bundle.attendances
    )
    office = Workspace.create(tmp_path / "old.hubra")
    office.run(ImportBundle(replace(bundle, attendances=people)))
    office.run(Change(Attendance, CHAIR, {"note": "Gick tidigt."}))
    office.run(Leave(LATE, 1000, "h4"))
    office.run(Change(AttendanceStay, "one", {"came": 940}))
    office.run(Change(AttendanceStay, "one", {"left_item_id": "h3"}))
    with pytest.raises(InputError, match=TWICE):
        office.run(Change(AttendanceStay, "one", {"left_item_id": "h4"}))
    office.close()


def test_a_stay_is_told_by_rows_of_its_own_meeting(held: Office) -> None:
    stay = AttendanceStay(came_item_id=held.everything().meetings[0].items[0].id)
    there = Attendance(meeting_id="held", status=AttendanceStatus.PRESENT, stays=(stay,))
    refused(held, Store(there), "ett annat sammanträde")


def test_those_vote_on_a_section_without_a_row_who_were_inside_at_the_one_before(
    held: Office,
) -> None:
    held.run(Change(AttendanceStay, "hs1", {"came_item_id": "h6"}))
    made = held.made(Store(Section(meeting_id="held", position=90, heading="Övrigt")))
    held.run(Leave(CHAIR, 1036, "h7"))
    voices = ((LATE, BallotAnswer.YES),)
    there_and_back(held, HoldBallot(made, voices=voices))
    refused(held, HoldBallot(made, voices=((CHAIR, BallotAnswer.YES),)), "deltar inte")
    with held.workspace.read() as reader:
        view = minutes_of(reader, "held")
    last = view.section_view(made)
    assert last is not None
    assert last.row_id == "h7"
    assert {each.id for each in last.inside} == {f"ha{n}" for n in range(1, 15)} - {"ha12"}


def test_when_somebody_came_in_a_pause_is_told_at_the_section_after_it(held: Office) -> None:
    held.run(Change(AttendanceStay, "hs1", {"came_item_id": "hpause", "came": 995}))
    held.run(Leave(CHAIR, 991, "hpause"))
    with held.workspace.read() as reader:
        view = minutes_of(reader, "held")
    said = [each for place in range(7) for each in movements(view, place, ".")]
    assert said[:2] == ["Åsa Ek går klockan\u00a016.31.", "Bo Sund kommer klockan\u00a016.35."]


@pytest.fixture
def at_once(held: Office) -> Office:
    """Return the office with the § of the grant approved at once, by those who were there."""
    held.run(Change(AttendanceStay, "hs13", {"remote": True}))
    approve(held, "sec-h4")
    return held


TOUCHING: Mapping[str, Command] = {
    "leaves": Leave(CHAIR, 1000, "h4"),
    "comes": Arrive(OUT, 1005, "h4"),
    "comes after all": Tick("ha12", AttendanceStatus.PRESENT),
    "was away": Tick(CHAIR, AttendanceStatus.ABSENT),
    "serves no more": StopServing(SERVING, None, "h3"),
    "serves for another": Change(AttendanceStay, "hs13", {"serves_for_id": OUT}),
    "was in the room": Change(AttendanceStay, "hs13", {"remote": False}),
    "did not come": Change(AttendanceStay, "hs1", {"came_item_id": "h5"}),
    "is called otherwise": Change(Attendance, CHAIR, {"name": "Åsa Ek Holm"}),
    "was a guest": Change(Attendance, "ha3", {"role": AttendanceRole.GUEST}),
    "is not listed": Remove(Attendance, IDLE),
    "is listed beside": Store(
        Attendance(meeting_id="held", name="Gäst", status=AttendanceStatus.PRESENT)),
    "went out at another time": Change(AttendanceStay, "hs2", {"left": 1003}),
    "came in again at another time": Change(AttendanceStay, "hs2b", {"came": 1022}),
    "rows in another order": Change(AgendaRun, "hr4", {"started": 931, "ended": 932}),
}  # fmt: skip


def test_who_took_part_in_a_section_approved_at_once_stands(at_once: Office) -> None:
    for command in TOUCHING.values():
        refused(at_once, command, "justerades omedelbart den 27 maj 2019")


def test_clock_times_of_sections_approved_together_stand_as_they_say_them(held: Office) -> None:
    approve(held, "sec-h1", "sec-h2")
    refused(held, Change(AttendanceStay, "hs1", {"came": 946}), "klockslagen i den ändras inte")
    there_and_back(held, Change(AttendanceStay, "hs2b", {"came": 1022}))


def test_a_paper_of_some_sections_says_when_somebody_was_out_as_the_whole_minutes_do(
    held: Office,
) -> None:
    held.run(Change(AttendanceStay, "hs2", {"left": 1003}))
    with held.workspace.read() as reader:
        view = minutes_of(reader, "held")
    section = view.section_view("sec-h4")
    assert section is not None
    [out] = section.section.disqualifications
    for each in (view, replace(view, sections=(section,))):
        assert times_out(each, section, out) == (1003, 1020)


def test_a_meeting_goes_on_after_a_section_was_approved_at_once(at_once: Office) -> None:
    for command in (
        Leave(CHAIR, 1020, "h5"),
        Arrive(CHAIR, 1028, "h6", remote=True),
        StopServing(SERVING, 1030, "h6"),
        Change(AttendanceStay, "hs1", {"came": 946}),
        Change(AgendaRun, "hr5", {"started": 1021}),
        Store(Attendance(meeting_id="held", name="Gäst")),
        Add(Item, {"title": "Till sist"}, "held"),
    ):
        there_and_back(at_once, command)


def test_after_the_row_that_goes_on_was_approved_at_once_the_next_one_is_taken_up(
    held: Office,
) -> None:
    for each in ("hr6", "hr7"):
        held.run(Remove(AgendaRun, each))
    held.run(Change(Meeting, "held", {"state": MeetingState.ONGOING, "ended_at": None}))
    held.run(Change(AgendaRun, "hr5", {"ended": None}))
    approve(held, "sec-h5")
    refused(held, Leave(CHAIR, 1029, "h5"), "vid en senare punkt")
    for command in (
        PauseMeeting("held", 1030),
        ResumeMeeting("held", 1032),
        NextItem("held", "h7", 1034),
        Leave(CHAIR, 1035, "h7"),
        NextItem("held", "h6", 1036),
        StepAside("sec-h6", LATE, "Släkting", 1037),
        NextItem("held", "h5", 1038),
        EndMeeting("held", 1040),
    ):
        there_and_back(held, command)
    assert inside(held, CHAIR) == ["h1", "h2", "h3", "hpause", "h4", "h5"]


def test_what_was_not_taken_up_yet_is_not_approved_at_once(held: Office) -> None:
    held.run(Remove(AgendaRun, "hr6"))
    held.run(Change(Meeting, "held", {"state": MeetingState.ONGOING, "ended_at": None}))
    with pytest.raises(InputError, match="har inte tagits upp än"):
        approve(held, "sec-h6")
