"""A meeting is begun, taken from row to row, paused and ended; each step can be taken back."""

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.minutes.phrases import STARTERS
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import ItemKind, MeetingState
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.attendance import Arrive, Serve
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.phrases import AddStarterPhrases
from hubra_desktop.work.commands.running import (
    AdoptOtherWords,
    CorrectTimes,
    EndMeeting,
    NextItem,
    PauseMeeting,
    ResumeMeeting,
    StartMeeting,
    StepAside,
)
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.attendance import attendance_of
from hubra_desktop.work.queries.minutes import minutes_of, sections_of
from hubra_desktop.work.queries.running import ongoing_meetings, phrases, recorded_runs
from tests.work.office import Office
from tests.work.test_commands import Making
from tests.work.there_and_back import refused, there_and_back

AS_PROPOSED = DecisionOutcome.AS_PROPOSED


def paused(office: Office) -> Office:
    office.run(PauseMeeting(begun(office).meeting, 940))
    return office


def begun(office: Office) -> Office:
    office.run(StartMeeting(office.meeting, 932))
    return office


def run_of(office: Office) -> str:
    with office.workspace.read() as reader:
        return recorded_runs(reader, office.meeting)[0].id


def first_section(office: Office) -> str:
    with office.workspace.read() as reader:
        return sections_of(reader, office.meeting)[0].id


def ticked(office: Office) -> str:
    """Return somebody who is inside from the beginning."""
    status = AttendanceStatus.PRESENT
    there = Attendance(meeting_id=office.meeting, name="Åsa Ek", status=status)
    return office.made(Store(there))


DONE: dict[str, Making] = {
    "StartMeeting": lambda o: StartMeeting(o.meeting, 932),
    "NextItem": lambda o: NextItem(begun(o).meeting, rows(o)[1], 940),
    "PauseMeeting": lambda o: PauseMeeting(begun(o).meeting, 940),
    "ResumeMeeting": lambda o: ResumeMeeting(paused(o).meeting, 950),
    "EndMeeting": lambda o: EndMeeting(begun(o).meeting, 1040),
    "StepAside": lambda o: StepAside(first_section(begun(o)), ticked(o), "Släkting", 940),
    "AdoptOtherWords": lambda o: AdoptOtherWords(first_section(begun(o)), "Rådet säger nej."),
    "CorrectTimes": lambda o: CorrectTimes(o.meeting, 930, None, ((run_of(begun(o)), 930, None),)),
    "AddStarterPhrases": lambda _: AddStarterPhrases(),
}


@pytest.mark.parametrize("name", DONE)
def test_a_step_of_a_meeting_is_done_undone_and_done_again(office: Office, name: str) -> None:
    there_and_back(office, DONE[name](office))


@pytest.fixture
def going(office: Office) -> Office:
    return begun(office)


def told(office: Office) -> list[tuple[str | None, int, int | None, bool]]:
    with office.workspace.read() as reader:
        runs = recorded_runs(reader, office.meeting)
    return [(run.item_id, run.started, run.ended, run.pause) for run in runs]


def pauses_told(office: Office) -> tuple[tuple[int, int], ...]:
    """Return the pauses that the minutes tell of, minutes since midnight."""
    with office.workspace.read() as reader:
        return minutes_of(reader, office.meeting).pauses


def rows(office: Office) -> list[str]:
    return [item.id for item in office.sheet().items]


def test_a_meeting_is_begun_with_its_first_row(office: Office) -> None:
    begun(office)
    sheet = office.sheet()
    assert (sheet.state, sheet.opened_at) == (MeetingState.ONGOING, 932)
    assert told(office) == [(rows(office)[0], 932, None, False)]
    with office.workspace.read() as reader:
        assert [each.id for each in ongoing_meetings(reader)] == [office.meeting]


def test_the_next_row_ends_the_one_before(going: Office) -> None:
    first, second = rows(going)[:2]
    going.run(NextItem(going.meeting, second, 940))
    assert told(going)[:2] == [(first, 932, 940, False), (second, 940, None, False)]


def test_a_pause_is_ended_by_the_row_that_went_on(going: Office) -> None:
    first = rows(going)[0]
    going.run(PauseMeeting(going.meeting, 940))
    going.run(ResumeMeeting(going.meeting, 950))
    assert told(going) == [
        (first, 932, 940, False), (None, 940, 950, True), (first, 950, None, False)
    ]  # fmt: skip


def test_a_pause_of_the_agenda_is_a_pause(going: Office) -> None:
    made = going.made(Store(Item(id="rast", kind=ItemKind.BREAK, title="Paus"), going.meeting))
    going.run(NextItem(going.meeting, made, 940))
    assert told(going)[-1] == ("rast", 940, None, True)
    going.run(NextItem(going.meeting, rows(going)[1], 950))
    assert pauses_told(going) == ((940, 950),)


def test_a_pause_that_is_passed_at_once_stands_in_no_minutes(going: Office) -> None:
    going.run(PauseMeeting(going.meeting, 940))
    going.run(ResumeMeeting(going.meeting, 940))
    assert pauses_told(going) == ()


def test_the_end_is_kept(going: Office) -> None:
    going.run(EndMeeting(going.meeting, 1040))
    sheet = going.sheet()
    assert (sheet.state, sheet.ended_at) == (MeetingState.HELD, 1040)
    assert told(going)[-1][2] == 1040


def test_a_clock_that_was_set_back_makes_no_stretch_that_ends_before_it_began(
    going: Office,
) -> None:
    going.run(NextItem(going.meeting, rows(going)[1], 900))
    going.run(EndMeeting(going.meeting, 890))
    assert [each[1:3] for each in told(going)] == [(932, 932), (932, 932)]
    assert going.sheet().ended_at == 932


def test_what_cannot_be_is_refused(office: Office) -> None:
    meeting, first = office.meeting, rows(office)[0]
    asked: list[tuple[Command, str]] = [
        (NextItem(meeting, first, 930), "pågår inte"),
        (PauseMeeting(meeting, 930), "pågår inte"),
        (EndMeeting(meeting, 930), "pågår inte"),
    ]
    for command, sentence in asked:
        refused(office, command, sentence)
    office.run(StartMeeting(meeting, 932))
    refused(office, StartMeeting(meeting, 932), "pågår redan")
    refused(office, NextItem(meeting, first, 940), "behandlas redan")
    refused(office, NextItem(meeting, "borta", 940), "behandlas inte")
    refused(office, ResumeMeeting(meeting, 940), "ingen paus")
    office.run(PauseMeeting(meeting, 940))
    refused(office, PauseMeeting(meeting, 941), "redan paus")
    office.run(EndMeeting(meeting, 1000))
    refused(office, StartMeeting(meeting, 1001), "redan hållits")
    office.run(Change(Meeting, meeting, {"state": MeetingState.CANCELLED}))
    refused(office, StartMeeting(meeting, 1001), "inställt")


def test_stretches_are_of_their_own_meeting_and_one_goes_on(going: Office) -> None:
    run = AgendaRun(meeting_id=going.meeting, item_id=rows(going)[0], started=940)
    refused(going, Store(run), "redan en annan")
    backwards = AgendaRun(meeting_id=going.meeting, started=940, ended=930)
    refused(going, Store(backwards), "innan den har börjat")


def test_who_is_barred_goes_out_and_comes_in_again_with_the_next_row(going: Office) -> None:
    who = ticked(going)
    going.run(StepAside(first_section(going), who, "Släkting", 940))
    assert voting(going, rows(going)[0]) == set()
    going.run(NextItem(going.meeting, rows(going)[1], 950))
    assert voting(going, rows(going)[1]) == {who}
    with going.workspace.read() as reader:
        (kept,) = records(reader, Attendance, TABLES["attendance"].c.id == who)
    assert [(each.came, each.left) for each in kept.stays][-1] == (950, None)


def barred(office: Office, place: int, who: str, at: int) -> None:
    """Let somebody go out for the row at a place because of jäv."""
    with office.workspace.read() as reader:
        sections = {each.item_id: each.id for each in sections_of(reader, office.meeting)}
    office.run(StepAside(sections[rows(office)[place]], who, "Släkting", at))


def listed(office: Office, who: str) -> Attendance:
    with office.workspace.read() as reader:
        return attendance_of(reader, office.meeting).by_id[who]


def substitute(office: Office, name: str = "Bo Ek") -> str:
    role, status = AttendanceRole.SUBSTITUTE, AttendanceStatus.PRESENT
    there = Attendance(meeting_id=office.meeting, name=name, role=role, status=status)
    return office.made(Store(there))


def away(office: Office) -> str:
    """Return a member who is not there."""
    status = AttendanceStatus.ABSENT
    return office.made(Store(Attendance(meeting_id=office.meeting, name="Ulf Al", status=status)))


def test_who_took_part_from_afar_comes_in_again_from_afar(going: Office) -> None:
    who = ticked(going)
    going.run(Arrive(who, None, None, remote=True))
    barred(going, 0, who, 940)
    going.run(NextItem(going.meeting, rows(going)[1], 950))
    assert [stay.remote for stay in listed(going, who).stays] == [True, True]


def test_a_substitute_serves_again_after_a_jav(going: Office) -> None:
    member, who = away(going), substitute(going)
    going.run(Serve(who, member))
    barred(going, 0, who, 940)
    there_and_back(going, NextItem(going.meeting, rows(going)[1], 950))
    assert voting(going, rows(going)[1]) == {who}
    assert listed(going, who).stays[-1].serves_for_id == member


def test_a_substitute_serves_no_more_where_the_seat_is_taken(going: Office) -> None:
    first, second = rows(going)[:2]
    member, who, other = away(going), substitute(going), substitute(going, "Eva Ek")
    going.run(Serve(who, member))
    barred(going, 0, who, 940)
    going.run(Serve(other, member, 940, first))
    going.run(NextItem(going.meeting, second, 950))
    assert voting(going, second) == {other}
    assert listed(going, who).stays[-1].came_item_id == second


def test_a_substitute_serves_no_more_where_the_member_has_come(going: Office) -> None:
    first, second = rows(going)[:2]
    member, who = away(going), substitute(going)
    going.run(Serve(who, member))
    barred(going, 0, who, 940)
    going.run(Arrive(member, 940, first))
    going.run(NextItem(going.meeting, second, 950))
    assert voting(going, second) == {member}
    assert listed(going, who).stays[-1].serves_for_id is None


def test_an_earlier_row_is_taken_up_again_after_a_jav(going: Office) -> None:
    first, second, third = rows(going)[:3]
    who = ticked(going)
    going.run(NextItem(going.meeting, second, 940))
    barred(going, 1, who, 945)
    there_and_back(going, NextItem(going.meeting, first, 950))
    assert (voting(going, first), voting(going, second)) == ({who}, set())
    going.run(NextItem(going.meeting, second, 955))
    assert voting(going, second) == set()
    going.run(NextItem(going.meeting, first, 960))
    going.run(NextItem(going.meeting, third, 965))
    assert (voting(going, second), voting(going, third)) == (set(), {who})


def test_an_earlier_row_is_taken_up_again_after_the_jav_of_one_who_came_later(
    going: Office,
) -> None:
    first, second, third = rows(going)[:3]
    who = away(going)
    going.run(NextItem(going.meeting, second, 940))
    going.run(Arrive(who, 942, second))
    barred(going, 1, who, 945)
    going.run(NextItem(going.meeting, first, 950))
    assert voting(going, first) == set()
    going.run(NextItem(going.meeting, third, 955))
    assert voting(going, third) == {who}


def voting(office: Office, item_id: str) -> set[str]:
    with office.workspace.read() as reader:
        return {each.id for each in attendance_of(reader, office.meeting).voters(item_id)}


def test_other_words_are_settled_as_seen(going: Office) -> None:
    section_id = first_section(going)
    going.run(AdoptOtherWords(section_id, "Rådet säger ja.", outcome=AS_PROPOSED))
    with going.workspace.read() as reader:
        (decision,) = sections_of(reader, going.meeting)[0].decisions
    assert (decision.proposed, decision.adopted) == ("Rådet säger ja.", "Rådet säger ja.")
    going.run(AdoptOtherWords(section_id, "Rådet säger nej.", decision.id))
    with going.workspace.read() as reader:
        (decision,) = sections_of(reader, going.meeting)[0].decisions
    assert (decision.outcome, decision.deviation_confirmed) == (DecisionOutcome.CHANGED, True)
    refused(going, AdoptOtherWords(section_id, " "), "Skriv vad")
    with going.workspace.read() as reader:
        other = sections_of(reader, going.meeting)[1].id
    refused(going, AdoptOtherWords(other, "Rådet.", decision.id), "finns inte i paragrafen")


def test_the_proposed_phrases_come_once(office: Office) -> None:
    office.run(Store(Phrase(key="#INFO", text="Egen")))
    office.run(AddStarterPhrases())
    with office.workspace.read() as reader:
        kept = phrases(reader)
    assert len(kept) == len(STARTERS)
    assert [each.text for each in kept if each.key.lower() == "#info"] == ["Egen"]
    refused(office, AddStarterPhrases(), "finns redan")


def test_times_are_corrected_when_they_fit_together(going: Office) -> None:
    meeting, first = going.meeting, run_of(going)
    second = going.made(NextItem(meeting, rows(going)[1], 950))

    def corrected(
        opened: int, ended: int | None, one: tuple[int, int | None], two: tuple[int, int | None]
    ) -> CorrectTimes:
        return CorrectTimes(meeting, opened, ended, ((first, *one), (second, *two)))

    going.run(corrected(930, None, (930, 944), (945, None)))
    assert [each[1:3] for each in told(going)] == [(930, 944), (945, None)]
    assert going.sheet().opened_at == 930
    refused(going, corrected(930, None, (930, None), (945, None)), "varje punkt slutade")
    alone = CorrectTimes(meeting, 930, None, ((second, 940, None),))
    refused(going, alone, "Klockan 15.40")
    refused(going, CorrectTimes(meeting, 930, None, (("borta", 930, 931),)), "finns inte längre")
    refused(going, corrected(930, None, (930, 946), (945, None)), "Klockan 15.45")
    refused(going, corrected(931, None, (930, 944), (945, None)), "Klockan 15.30")
    refused(going, corrected(930, None, (930, 929), (945, None)), "innan den har börjat")
    refused(going, corrected(930, 1000, (930, 944), (945, None)), "ingen sluttid än")
    going.run(EndMeeting(meeting, 1000))
    refused(going, corrected(930, None, (930, 944), (945, 1000)), "när sammanträdet slutade")
    refused(going, corrected(930, 990, (930, 944), (945, 1000)), "före sin sista punkt")
    going.run(corrected(930, 1010, (930, 944), (945, 1005)))
    assert going.sheet().ended_at == 1010


def test_there_are_no_times_before_a_meeting_is_opened(office: Office) -> None:
    refused(office, CorrectTimes(office.meeting, 930, None, ()), "inte öppnats")


def test_a_second_phrase_of_a_key_is_refused_in_words(office: Office) -> None:
    office.run(Store(Phrase(key="#info", text="En")))
    refused(office, Store(Phrase(key="#info", text="Två")), "en fras som heter #info")
