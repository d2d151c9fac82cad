"""Minutes while they are written: begun, moved, voted, decided and numbered; refused and undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.minutes.minutes_terms import (
    AppealKind,
    BallotAnswer,
    DecisionOutcome,
    DissentKind,
    MinutesKind,
    ProposalKind,
)
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.records.minutes import Decision, Minutes, Section, SectionBallot
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.reports.marks import link_fact
from hubra_desktop.model.reports.terms import ReportKind
from hubra_desktop.model.terms import ItemKind, MeetingState
from hubra_desktop.work.commands.agenda import RemoveItems
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.sections import (
    BeginMinutes,
    ConcludeSection,
    Disqualify,
    EnterDissent,
    HoldBallot,
    MoveProposal,
    NumberSections,
    SettleDecision,
)
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.minutes import minutes_of
from tests.work.held_office import HELD, held_office
from tests.work.office import DAY, Office
from tests.work.there_and_back import refused, there_and_back

YES, NO = BallotAnswer.YES, BallotAnswer.NO
GUEST = AttendanceRole.GUEST
STATEMENT = Report(
    id="statement", kind=ReportKind.STATEMENT, year=2019, case_number="TR-2019/9",
    delivered_to="Kommunstyrelsen\nBiblioteket",
    sections=(
        ReportSection(key="proposal", text="Förvaltningen föreslår att rådet godkänner planen."),
        ReportSection(key="summary", text=f"Året hade {link_fact('7', 'brev-skickade')} brev."),
    ),
)  # fmt: skip


@pytest.fixture
def held(tmp_path: Path) -> Office:
    return held_office(tmp_path / "held.hubra")


def sections(office: Office, meeting_id: str = "") -> tuple[Section, ...]:
    with office.workspace.read() as reader:
        views = minutes_of(reader, meeting_id or office.meeting).sections
    return tuple(each.section for each in views)


def section(office: Office, section_id: str) -> Section:
    return next(each for each in sections(office) if each.id == section_id)


DONE: dict[str, Callable[[Office], Command]] = {
    "BeginMinutes": lambda held: BeginMinutes(held.made(_empty(held))),
    "ConcludeSection": lambda _: ConcludeSection("sec-h2", DecisionOutcome.NOTED),
    "Disqualify": lambda _: Disqualify("sec-h3", "ha5", "Ordförande i föreningen"),
    "EnterDissent": lambda _: EnterDissent("sec-h3", DissentKind.STATEMENT, "ha5", "Så här."),
    "HoldBallot": lambda _: HoldBallot("sec-h5", "Bifall", "Avslag", counts=(7, 6, 0)),
    "MoveProposal": lambda _: MoveProposal("sec-h3", ProposalKind.REJECT, "ha5", "Nej."),
    "NumberSections": lambda _: NumberSections("held"),
    "SettleDecision": lambda _: SettleDecision("hd1", DecisionOutcome.CHANGED, "Annat.", True),
}


def _empty(held: Office) -> Store:
    items = (Item(id="i1", title="Öppnande"), Item(id="i2", kind=ItemKind.BREAK))
    return Store(Meeting(id="next", body_id=held.body, date=DAY.replace(month=9), items=items))


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(held: Office, name: str) -> None:
    there_and_back(held, DONE[name](held))


def test_minutes_begin_with_a_section_for_each_numbered_row(office: Office) -> None:
    items = (
        Item(id="r1", title="Öppnande", note="*Kl.* 15", kind=ItemKind.FORMALITY),
        Item(id="r2", kind=ItemKind.BREAK, title="Paus"),
        Item(id="r3", title="Hemligt", public_title="Lägesbild", note="Dolt", closed=True),
        Item(id="r4", title="Plan", kind=ItemKind.DECISION, case_number="TR-2019/9"),
        Item(id="r5", title="Utgår", withdrawn=True),
    )
    office.run(Store(STATEMENT))
    paper = MeetingPaper(id="mp", item_id="r4", report_id="statement")
    meeting = Meeting(id="y", body_id=office.body, date=DAY, items=items, papers=(paper,))
    office.run(Store(meeting))
    office.run(BeginMinutes("y"))
    first, closed, plan = sections(office, "y")
    assert [first.heading, closed.heading, plan.heading] == ["Öppnande", "Lägesbild", "Plan"]
    assert first.background == r"\*Kl.\* 15"
    assert (closed.background, first.decisions) == ("", ())
    assert plan.background == "Året hade 7 brev."
    (decision,) = plan.decisions
    assert decision.proposed == "Rådet godkänner planen."
    assert [each.name for each in decision.notices] == ["Kommunstyrelsen", "Biblioteket"]
    assert (plan.case_number, plan.appeal) == ("TR-2019/9", AppealKind.NONE)


def test_minutes_begun_again_take_up_rows_that_came_meanwhile(held: Office) -> None:
    before = sections(held)
    held.run(Add(Item, {"id": "new", "title": "Väckt på mötet"}, "held"))
    assert held.made(BeginMinutes("held")) == "minutes"
    *known, new = sections(held)
    assert tuple(known) == before
    assert (new.heading, new.position) == ("Väckt på mötet", 7)


def test_the_kind_and_the_appeal_are_those_of_the_rules_of_the_day(office: Office) -> None:
    rules = BodyRules(
        body_id=office.body, minutes_kind=MinutesKind.NOTES, local_government_act=True
    )
    office.run(Store(rules))
    office.run(Change(Item, "b", {"kind": ItemKind.DECISION}))
    office.run(BeginMinutes(office.meeting))
    with office.workspace.read() as reader:
        view = minutes_of(reader, office.meeting)
    assert view.kind is MinutesKind.NOTES
    appeals = [each.section.appeal for each in view.sections]
    assert appeals.count(AppealKind.LEGALITY) == 1
    refused(office, NumberSections(office.meeting), "inga paragrafer")


def test_minutes_take_over_where_the_last_ones_are_kept(held: Office) -> None:
    held.run(Change(Minutes, "minutes", {"place": "Stadshuset", "kept_at": "Arkivet"}))
    held.run(_empty(held))
    made = held.made(BeginMinutes("next"))
    with held.workspace.read() as reader:
        minutes = minutes_of(reader, "next").minutes
    assert minutes is not None
    assert (minutes.id, minutes.place, minutes.kept_at) == (made, "Stadshuset", "Arkivet")


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, MeetingState.MOVED])
def test_a_meeting_that_is_not_held_has_no_minutes(held: Office, state: MeetingState) -> None:
    held.run(_empty(held))
    held.run(Change(Meeting, "next", {"state": state, "moved_to": "held"}))
    refused(held, BeginMinutes("next"), "inställt eller flyttat")


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (DecisionOutcome.AS_PROPOSED, "Rådet tillstyrker."),
        (DecisionOutcome.REJECTED, "Rådet avslår förslaget."),
        (DecisionOutcome.TABLED, "Rådet bordlägger ärendet."),
        (DecisionOutcome.OPEN, ""),
    ],
)
def test_what_nobody_writes_is_said_by_the_outcome(
    held: Office, outcome: DecisionOutcome, text: str
) -> None:
    held.run(SettleDecision("hd3", outcome))
    (decision,) = section(held, "sec-h5").decisions
    assert (decision.outcome, decision.adopted) == (outcome, text)


def test_other_words_than_the_proposed_are_confirmed(held: Office) -> None:
    def decided() -> Decision:
        return section(held, "sec-h3").decisions[0]

    held.run(SettleDecision("hd1", DecisionOutcome.CHANGED, "Annat.", confirmed=True))
    assert decided().deviation_confirmed
    held.run(Change(Decision, "hd1", {"adopted": "Något helt annat."}))
    assert not decided().deviation_confirmed
    held.run(Change(Decision, "hd1", {"deviation_confirmed": True}))
    assert decided().deviation_confirmed


def test_a_whole_section_is_concluded_at_once(held: Office) -> None:
    held.run(ConcludeSection("sec-h2", DecisionOutcome.NOTED))
    (noted,) = section(held, "sec-h2").decisions
    assert noted.adopted == "Rådet har tagit del av informationen."
    held.run(Store(Decision(id="more", proposed="Rådet tackar."), "sec-h3"))
    held.run(ConcludeSection("sec-h3", DecisionOutcome.AS_PROPOSED))
    assert [each.adopted for each in section(held, "sec-h3").decisions][1:] == ["Rådet tackar."]
    held.run(ConcludeSection("sec-h3", DecisionOutcome.TABLED))
    assert {each.outcome for each in section(held, "sec-h3").decisions} == {DecisionOutcome.TABLED}


def test_only_those_who_decide_move_vote_and_reserve_themselves(held: Office) -> None:
    guest = held.made(Store(Attendance(meeting_id="held", name="Pia Gäst", role=GUEST)))
    for command in (
        MoveProposal("sec-h3", ProposalKind.REJECT, guest),
        HoldBallot("sec-h3", voices=((guest, YES),)),
        EnterDissent("sec-h3", DissentKind.RESERVATION, guest),
    ):
        refused(held, command, "Pia Gäst deltar inte i besluten")
    held.run(EnterDissent("sec-h3", DissentKind.NOTE, guest, "Var med."))
    assert section(held, "sec-h3").dissents[-1].name == "Pia Gäst"


def test_a_vote_by_name_is_counted_and_recorded_anew(held: Office) -> None:
    made = held.made(HoldBallot("sec-h3", voices=(("ha1", YES), ("ha3", NO), ("ha4", YES))))
    (ballot,) = section(held, "sec-h3").ballots
    assert (ballot.yes, ballot.no, ballot.voices[0].name) == (2, 1, "Bo Sund")
    held.run(HoldBallot("sec-h3", counts=(8, 4, 1), ballot_id=made))
    (ballot,) = section(held, "sec-h3").ballots
    assert (ballot.id, ballot.yes, ballot.voices) == (made, 8, ())
    refused(held, HoldBallot("sec-h4", counts=(8, 4, 1), ballot_id=made), "finns inte i paragrafen")


def test_somebody_is_disqualified_once(held: Office) -> None:
    refused(held, Disqualify("sec-h4", "ha2"), "redan antecknad")


def test_a_year_s_numbers_may_begin_where_another_list_ended(held: Office) -> None:
    refused(held, NumberSections("held", first=0), "§ 1 eller en senare")
    held.run(NumberSections("held", first=14))
    assert [each.number for each in sections(held)] == list(range(14, 21))
    refused(held, NumberSections("held"), "redan nummer")
    held.run(_empty(held))
    refused(held, NumberSections("next"), "inget protokoll")
    held.run(BeginMinutes("next"))
    refused(held, NumberSections("next", first=1), "§ 20")
    held.run(NumberSections("next"))
    assert [each.number for each in sections(held, "next")] == [21]


def test_rows_of_another_meeting_are_refused(held: Office) -> None:
    held.run(_empty(held))
    held.run(Store(Attendance(id="other", meeting_id="next", name="Nils Palm")))
    refused(held, MoveProposal("sec-h3", ProposalKind.REJECT, "other"), "närvarolista")
    held.run(Remove(Attendance, "other"))


def test_nobody_votes_who_is_out_or_has_a_jav(held: Office) -> None:
    refused(held, HoldBallot("sec-h4", voices=(("ha2", YES),)), "Cia Alm röstar i")
    refused(held, HoldBallot("sec-h3", voices=(("ha12", NO),)), "Mats Nord röstar i")
    refused(held, HoldBallot("sec-h1", voices=(("ha1", NO),)), "Bo Sund röstar i")
    held.run(HoldBallot("sec-h3", voices=(("ha13", NO),)))


def test_the_figures_of_a_vote_agree(held: Office) -> None:
    refused(held, Change(SectionBallot, "hb", {"yes": 99}), "inte de som står vid namnen")
    refused(held, Change(SectionBallot, "hb", {"secret": True}), "sluten omröstning")
    refused(held, HoldBallot("sec-h3", counts=(7, 6, 0), casting=True), "lika röster")
    twice = HoldBallot("sec-h3", voices=(("ha3", YES), ("ha3", NO)))
    refused(held, twice, "röstar två gånger")
    held.run(HoldBallot("sec-h3", counts=(6, 6, 1), casting=True))


def test_a_number_is_never_changed_nor_leaves_a_gap(held: Office) -> None:
    held.run(NumberSections("held"))
    refused(held, Change(Section, "sec-h7", {"number": 8}), "§ 7 har fått sitt nummer")
    refused(held, Change(Section, "sec-h7", {"number": None}), "§ 7 har fått sitt nummer")
    refused(held, Remove(Section, "sec-h7"), "tas inte bort")
    refused(held, Change(Meeting, "held", {"date": HELD.replace(year=2020)}), "annat organ eller")
    held.run(Change(Meeting, "held", {"date": HELD.replace(day=16)}))
    gap = Section(meeting_id="held", number=9)
    refused(held, Store(gap), "lucka")
    held.workspace.undo()
    held.workspace.undo()
    assert {each.number for each in sections(held)} == {None}


def test_what_was_held_is_not_taken_away(held: Office) -> None:
    refused(held, Remove(Meeting, "held"), "är hållet eller har ett protokoll")
    refused(held, RemoveItems(("h4",)), "har behandlats på sammanträdet")
    held.run(_empty(held))
    held.run(Store(Attendance(id="other", meeting_id="next", name="Nils Palm")))
    there_and_back(held, Remove(Meeting, "next"))
