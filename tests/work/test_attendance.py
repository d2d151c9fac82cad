"""The list of a meeting, its roll-call, who comes and goes, and who serves for whom."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from hubra_desktop.model.attendance.attendance_terms import (
    AttendanceReply,
    AttendanceRole,
    AttendanceStatus,
)
from hubra_desktop.model.council.rulebook_terms import Quorum, SubstituteRule
from hubra_desktop.model.due import Due
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.attendance import Attendance, AttendanceStay
from hubra_desktop.model.records.council import Mandate, Person
from hubra_desktop.model.records.meeting import Item, Meeting, Presenter
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.attendance import (
    Arrive,
    CallSubstitute,
    Leave,
    Reply,
    Serve,
    StopServing,
    Tick,
)
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.attendance_due import attendance_due
from tests.work.held_office import HELD
from tests.work.office import Office
from tests.work.rooms import name_of
from tests.work.there_and_back import refused, there_and_back

PRESENT, ABSENT, OPEN = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.OPEN
CHAIR, LATE, OUT, AWAY, SERVING, IDLE = "ha0", "ha1", "ha2", "ha12", "ha13", "ha14"


def view(office: Office, meeting_id: str = "held") -> AttendanceView:
    with office.workspace.read() as reader:
        return attendance_of(reader, meeting_id)


def row(office: Office, attendance_id: str) -> Attendance:
    return view(office).by_id[attendance_id]


def voters(office: Office, item_id: str | None) -> set[str]:
    return {each.id for each in view(office).voters(item_id)}


def empty_list(office: Office) -> Office:
    """Take the list away: a meeting before its roll-call."""
    for each in view(office).rows:
        office.run(Remove(Attendance, each.id))
    return office


DONE: dict[str, Callable[[Office], Command]] = {
    "AddAttendance": lambda _: Add(Attendance, {"meeting_id": "held", "name": "En gäst"}),
    "AddAttendanceStay": lambda _: Add(AttendanceStay, {"left_item_id": "h2"}, LATE),
    "ChangeAttendanceStay": lambda _: Change(AttendanceStay, "hs1", {"came": 950}),
    "RemoveAttendanceStay": lambda _: Remove(AttendanceStay, "hs2b"),
    "Arrive": lambda _: Arrive(AWAY, 1000, "h4"),
    "CallSubstitute": lambda _: CallSubstitute(IDLE, LATE, HELD),
    "ChangeAttendance": lambda _: Change(Attendance, LATE, {"note": "Tåget var sent."}),
    "Leave": lambda _: Leave(CHAIR, 1028, "h6"),
    "MakeAttendance": lambda o: MakeAttendance(empty_list(o).meeting),
    "RemoveAttendance": lambda _: Remove(Attendance, IDLE),
    "Reply": lambda _: Reply(IDLE, AttendanceReply.PREVENTED, HELD, "Sjuk"),
    "Serve": lambda _: Serve(IDLE, LATE, 932, "h1"),
    "StopServing": lambda _: StopServing(SERVING, 1000, "h4"),
    "Tick": lambda _: Tick(LATE, ABSENT),
}


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(held: Office, name: str) -> None:
    command = DONE[name](held)
    assert name_of(command) == name
    there_and_back(held, command)


REFUSED: dict[str, tuple[Command, str]] = {
    "in twice": (Arrive(CHAIR, 950, "h2"), "redan inne"),
    "out twice": (Leave(AWAY, 950, "h2"), "inte inne"),
    "a row of another meeting": (Arrive(AWAY, 950, "a"), "inte på sammanträdets lista"),
    "a member who serves": (Serve(CHAIR, AWAY), "är inte ersättare"),
    "service for a substitute": (Serve(IDLE, SERVING), "är inte ledamot"),
    "service for one who is inside": (Serve(IDLE, CHAIR), "själv inne"),
    "service by one who serves": (Serve(SERVING, LATE), "tjänstgör redan för"),
    "service for one who is served for": (Serve(IDLE, AWAY), "tjänstgör redan för"),
    "one who stops without serving": (StopServing(IDLE), "tjänstgör inte då"),
    "gone before they came": (Leave(LATE, 940, "h3"), "gått innan"),
    "times of one who is away": (
        Store(Attendance(meeting_id="held", status=ABSENT, stays=(AttendanceStay(),))),
        "inte närvarande"),
    "a member who stands in by a file": (
        Store(Attendance(meeting_id="held", status=PRESENT, name="X",
                         stays=(AttendanceStay(serves_for_id=AWAY),))), "inte ersättare"),
    "a role that ends a service": (
        Change(Attendance, AWAY, {"role": AttendanceRole.GUEST}), "för en ledamot"),
    "one who stands on the list already": (
        Store(Attendance(meeting_id="held", person_id="hm3")), "redan i närvarolistan"),
    "a list that is gone": (MakeAttendance("x"), "finns inte längre"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_and_nothing_is_changed(held: Office, case: str) -> None:
    refused(held, *REFUSED[case])


def test_a_called_substitute_is_called_for_one_and_a_member_by_one(held: Office) -> None:
    held.run(CallSubstitute(IDLE, LATE, HELD))
    assert (row(held, IDLE).called_for_id, row(held, IDLE).called_on) == (LATE, HELD)
    refused(held, CallSubstitute(SERVING, LATE, HELD), "redan kallad")
    held.run(CallSubstitute(IDLE, None))
    assert (row(held, IDLE).called_for_id, row(held, IDLE).called_on) == (None, None)


def test_the_list_is_made_of_the_day_s_mandates_and_of_those_who_present(held: Office) -> None:
    empty_list(held).run(MakeAttendance("held"))
    rows = view(held).rows
    roles = [each.role for each in rows]
    assert roles[0] is AttendanceRole.CHAIR
    assert roles.count(AttendanceRole.MEMBER) == 12
    assert [each.name for each in rows if each.role is AttendanceRole.SUBSTITUTE] == [
        "Nils Palm", "Olga Ros",
    ]  # fmt: skip
    assert [each.name for each in rows].count("Eva Lind") == 1
    assert all(each.status is OPEN for each in rows)


def test_a_list_that_is_there_follows_the_mandates_where_nothing_was_noted(held: Office) -> None:
    empty_list(held).run(MakeAttendance("held"))
    by_name = {each.name: each.id for each in view(held).rows}
    held.run(Reply(by_name["Bo Sund"], AttendanceReply.COMES, HELD))
    for number in (1, 2):
        held.run(Change(Mandate, f"hmd{number}", {"valid_to": dt.date(2019, 5, 1)}))
    held.run(Change(Mandate, "hmd3", {"party": "C"}))
    held.run(MakeAttendance("held"))
    rows = {each.name: each for each in view(held).rows}
    assert "Cia Alm" not in rows
    assert rows["Bo Sund"].reply is AttendanceReply.COMES
    assert rows["Dan Berg"].party == "C"
    assert not held.run(MakeAttendance("held")).rows


def test_a_list_follows_a_name_that_was_mended_and_whoever_is_known_since(held: Office) -> None:
    held.run(Change(Person, "hm3", {"name": "Dan Bergh"}))
    held.run(Change(Person, "hm4", {"name": "Eva Lindh"}))
    held.run(Tick("ha3", OPEN))
    told = (Presenter(name="Rut Polis"),)
    held.run(Change(Item, "h6", {"presenters": told}))
    held.run(MakeAttendance("held"))
    assert (row(held, "ha3").name, row(held, "ha4").name) == ("Dan Bergh", "Eva Lind")
    [rut] = [each for each in view(held).rows if each.name == "Rut Polis"]
    held.run(Store(Person(id="rut", name="Rut Polis")))
    held.run(Change(Item, "h6", {"presenters": (replace(told[0], person_id="rut"),)}))
    held.run(MakeAttendance("held"))
    assert [each.person_id for each in view(held).rows if each.name == rut.name] == ["rut"]


def test_a_meeting_that_does_not_take_place_has_no_list(held: Office) -> None:
    held.run(Change(Meeting, "held", {"state": MeetingState.CANCELLED}))
    refused(held, MakeAttendance("held"), "inställt eller flyttat")


def test_a_reply_of_one_who_is_prevented_is_an_absence_until_they_come_after_all(
    held: Office,
) -> None:
    held.run(Tick(IDLE, OPEN))
    held.run(Reply(IDLE, AttendanceReply.PREVENTED, HELD, " Sjuk "))
    each = row(held, IDLE)
    assert (each.status, each.replied_on, each.reply_text) == (
        AttendanceStatus.EXCUSED, HELD, "Sjuk",
    )  # fmt: skip
    held.run(Reply(IDLE, AttendanceReply.COMES, HELD))
    assert row(held, IDLE).status is OPEN
    held.run(Reply(IDLE, AttendanceReply.NONE, HELD))
    assert row(held, IDLE).replied_on is None


def test_words_about_an_absence_do_not_end_it(held: Office) -> None:
    held.run(Tick(IDLE, OPEN))
    held.run(Reply(IDLE, AttendanceReply.NONE))
    held.run(Tick(IDLE, AttendanceStatus.EXCUSED))
    held.run(Reply(IDLE, AttendanceReply.NONE, HELD, "Ringde samma dag"))
    assert row(held, IDLE).status is AttendanceStatus.EXCUSED


def test_one_who_is_ticked_as_away_is_so_still_when_the_reason_is_noted(held: Office) -> None:
    held.run(Tick(IDLE, AttendanceStatus.EXCUSED))
    held.run(Reply(IDLE, AttendanceReply.COMES, HELD))
    held.run(Tick(IDLE, AttendanceStatus.EXCUSED))
    held.run(Reply(IDLE, AttendanceReply.PREVENTED, HELD, "Sjuk"))
    assert row(held, IDLE).status is AttendanceStatus.EXCUSED


def test_at_the_roll_call_a_called_substitute_takes_the_empty_seat(held: Office) -> None:
    held.run(Tick(IDLE, OPEN))
    held.run(CallSubstitute(IDLE, CHAIR, HELD))
    held.run(Tick(CHAIR, ABSENT))
    assert IDLE not in voters(held, "h1")
    held.run(Tick(IDLE, PRESENT))
    assert {IDLE} == voters(held, "h1") - {f"ha{number}" for number in range(14)}
    held.run(Tick(CHAIR, PRESENT))
    assert IDLE not in voters(held, "h1")
    held.run(Tick(CHAIR, ABSENT))
    assert IDLE in voters(held, "h1")


def test_a_called_substitute_who_comes_after_all_is_there_beside_the_one_who_serves(
    held: Office,
) -> None:
    held.run(Tick(IDLE, OPEN))
    held.run(CallSubstitute(IDLE, CHAIR, HELD))
    held.run(Reply(IDLE, AttendanceReply.PREVENTED, HELD))
    held.run(Tick(CHAIR, ABSENT))
    held.run(StopServing(SERVING))
    held.run(CallSubstitute(SERVING, CHAIR, HELD))
    held.run(Serve(SERVING, CHAIR))
    held.run(Tick(IDLE, PRESENT))
    assert row(held, IDLE).status is PRESENT
    assert voters(held, "h1") & {CHAIR, SERVING, IDLE} == {SERVING}
    held.run(Tick(SERVING, ABSENT))
    assert voters(held, "h1") & {CHAIR, SERVING, IDLE} == {IDLE}


def test_a_substitute_who_stopped_is_not_seated_again_by_the_tick_of_another(
    held: Office,
) -> None:
    held.run(Tick(IDLE, OPEN))
    held.run(CallSubstitute(IDLE, CHAIR, HELD))
    held.run(Tick(CHAIR, ABSENT))
    held.run(Tick(IDLE, PRESENT))
    held.run(StopServing(IDLE))
    held.run(Tick(LATE, ABSENT))
    assert IDLE not in voters(held, "h1")


def test_a_member_who_comes_takes_the_seat_back_and_the_substitute_stays_inside(
    held: Office,
) -> None:
    assert voters(held, "h3") & {SERVING, AWAY} == {SERVING}
    held.run(Arrive(AWAY, 1000, "h4"))
    assert voters(held, "h3") & {SERVING, AWAY} == {SERVING}
    assert voters(held, "h4") & {SERVING, AWAY} == {AWAY}
    assert SERVING in {each.id for each in view(held).present("h4")}
    assert [stay.left for stay in row(held, SERVING).stays] == [1000, None]


def test_a_member_who_is_ticked_after_all_has_the_seat(held: Office) -> None:
    assert row(held, SERVING).stays[0].serves_for_id == AWAY
    held.run(Tick(AWAY, PRESENT))
    assert {stay.serves_for_id for stay in row(held, SERVING).stays} == {None}


def test_a_substitute_serves_while_a_member_is_out_and_no_longer(held: Office) -> None:
    held.run(Serve(IDLE, OUT, 1000, "h4"))
    assert voters(held, "h4") & {OUT, IDLE} == {IDLE}
    assert voters(held, "h5") & {OUT, IDLE} == {OUT}
    stays = row(held, IDLE).stays
    assert [(each.came_item_id, each.serves_for_id) for each in stays] == [
        (None, None), ("h4", OUT), ("h5", None),
    ]  # fmt: skip
    held.run(StopServing(IDLE, 1000, "h4"))
    assert len(row(held, IDLE).stays) == 1


def test_one_who_goes_on_from_afar_is_inside_all_the_time(held: Office) -> None:
    held.run(Arrive(CHAIR, 1000, "h4", remote=True))
    assert [each.remote for each in row(held, CHAIR).stays] == [False, True]
    assert CHAIR in voters(held, "h3") & voters(held, "h5")


def test_who_is_next_is_told_for_the_meeting_s_day(held: Office) -> None:
    found = view(held).next_for(LATE, "h1")
    assert (found.attendance, found.reason) == (None, "Organets regler säger inget om ersättare.")
    assert view(held).quorum("h1").voting == 12
    assert view(held).expected().seats == 13
    with pytest.raises(LookupError):
        view(held, "x")


def test_the_overview_tells_whom_to_call_and_when_too_few_can_come(held: Office) -> None:
    held.run(Change(Meeting, "held", {"state": MeetingState.CALLED}))
    ranked = {"substitute_rule": SubstituteRule.RANKED, "quorum": Quorum.HALF}
    held.run(Add(BodyRules, {"body_id": held.body, **ranked}))
    for each in (SERVING, IDLE):
        held.run(Tick(each, OPEN))

    def told(day: dt.date) -> list[Due]:
        with held.workspace.read() as reader:
            return list(attendance_due(reader, day))

    [due] = told(dt.date(2019, 5, 1))
    assert due.sentence == (
        "Mats Nord kan inte komma den 15 maj 2019. Nils Palm står i tur att kallas."
    )
    assert (due.day, due.level, due.kind, due.id) == (HELD, Level.TIP, "attendance", AWAY)
    assert told(dt.date(2019, 5, 10))[0].level is Level.WARNING
    held.run(Change(Attendance, AWAY, {"reply": AttendanceReply.NONE}))
    assert told(dt.date(2019, 5, 1)) == [due]
    held.run(CallSubstitute(SERVING, AWAY, HELD))
    assert told(HELD) == []
    for number in range(7):
        held.run(Reply(f"ha{number}", AttendanceReply.PREVENTED, HELD))
        held.run(Tick(f"ha{number}", AttendanceStatus.EXCUSED))
    sentences = [each.sentence for each in told(HELD)]
    idle = row(held, IDLE).name
    assert [each.split(". ")[-1] for each in sentences[:-1]] == [f"{idle} står i tur att kallas."]
    assert sentences[-1] == (
        "Sammanträdet den 15 maj 2019 blir inte beslutfört: 6 kan komma, och 7 behövs."
    )
    assert told(dt.date(2019, 5, 16)) == []


def test_who_comes_and_goes_after_midnight_is_noted_for_the_night(held: Office) -> None:
    held.run(Change(Meeting, "held", {"opened_at": 1410, "ended_at": 1500}))
    held.run(Leave(CHAIR, 25, "h4"))
    held.run(Arrive(CHAIR, 40, "h5"))
    first, second = row(held, CHAIR).stays
    assert (first.left, second.came) == (1465, 1480)
    late = {"came": 1420, "left": 15}
    held.run(Change(AttendanceStay, row(held, OUT).stays[1].id, late))
    with pytest.raises(InputError, match="innan personen kom"):
        held.run(Change(AttendanceStay, row(held, OUT).stays[1].id, {"came": 1420, "left": 1400}))
