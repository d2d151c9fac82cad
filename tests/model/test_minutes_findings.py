"""What minutes lack: each finding with the place where it is mended, and when it is gone."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from hubra_desktop.model.attendance.attendance_terms import AttendanceStatus
from hubra_desktop.model.council.rulebook_terms import Quorum
from hubra_desktop.model.findings import Level
from hubra_desktop.model.minutes.minutes_findings import (
    MinutesFinding,
    holds_up,
    minutes_findings,
)
from hubra_desktop.model.minutes.minutes_terms import (
    DecisionOutcome,
    MinutesKind,
    ProposalKind,
)
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import (
    Approver,
    BallotVoice,
    Decision,
    Disqualification,
    Minutes,
    Section,
    SectionBallot,
    SectionDissent,
    SectionProposal,
)
from hubra_desktop.model.records.rulebook import BodyRules, RulesSeat
from hubra_desktop.model.terms import ItemKind, MeetingState

DAY = dt.date(2019, 5, 15)
ROW = Item(id="i", kind=ItemKind.DECISION, title="Bidrag")
CHAIR = Attendance(id="a", meeting_id="m", name="Åsa Ek", status=AttendanceStatus.PRESENT)
AWAY = Attendance(id="b", meeting_id="m", name="Bo Sund", status=AttendanceStatus.EXCUSED)
DECIDED = Decision(
    id="d", proposed="Rådet beviljar 20 000 kr.", adopted="Rådet beviljar 20 000 kr.",
    outcome=DecisionOutcome.AS_PROPOSED,
)  # fmt: skip
SECTION = Section(
    id="s", meeting_id="m", item_id="i", number=14, heading="Bidrag", background="Ansökan.",
    decisions=(DECIDED,),
)  # fmt: skip
WHOLE = MinutesView(
    meeting=Meeting(id="m", date=DAY, start=930, opened_at=930, ended_at=1040, items=(ROW,)),
    rules=BodyRules(id="r", body_id="b"),
    minutes=Minutes(
        id="p", meeting_id="m",
        approvers=(Approver(id="ap", attendance_id="a", name="Åsa Ek", role="Ordförande"),),
    ),
    sections=(SectionView(section=SECTION, item=ROW, row_number="1", voters=(CHAIR,)),),
    attendances=(CHAIR, AWAY), order=("i",), row_numbers={"i": "1"},
    chair="Åsa Ek", secretary="Eva Lind",
)  # fmt: skip


def found(view: MinutesView) -> list[tuple[str, str, str, str]]:
    return [(each.id, each.kind, each.row_id, each.field) for each in minutes_findings(view)]


def with_section(**values: Any) -> MinutesView:
    section = replace(WHOLE.sections[0], section=replace(SECTION, **values))
    return replace(WHOLE, sections=(section,))


def with_decision(**values: Any) -> MinutesView:
    return with_section(decisions=(replace(DECIDED, **values),))


def with_minutes(**values: Any) -> MinutesView:
    assert WHOLE.minutes is not None
    return replace(WHOLE, minutes=replace(WHOLE.minutes, **values))


def test_minutes_that_lack_nothing_have_no_findings() -> None:
    assert found(WHOLE) == []


def test_minutes_that_are_not_begun_lack_only_that() -> None:
    (only,) = minutes_findings(replace(WHOLE, minutes=None))
    assert (only.id, only.level, only.kind, only.row_id) == (
        "not_begun", Level.STOP, "meeting", "m",
    )  # fmt: skip


BALLOT = SectionBallot(id="v", yes=1)
STOPS = {
    "nobody_present": (replace(WHOLE, attendances=(AWAY,)), "meeting", "m", "attendance"),
    "no_approver": (with_minutes(approvers=()), "minutes", "p", "approvers"),
    "approver_away": (
        with_minutes(approvers=(Approver(id="ap", attendance_id="b", name="Bo Sund"),)),
        "approver", "ap", "attendance_id",
    ),
    "no_section": (replace(WHOLE, sections=()), "agenda_item", "i", "section"),
    "no_number": (with_section(number=None), "section", "s", "number"),
    "no_heading": (with_section(heading=" "), "section", "s", "heading"),
    "no_decision": (with_section(decisions=()), "section", "s", "decisions"),
    "open_decision": (
        with_decision(outcome=DecisionOutcome.OPEN, adopted=""), "decision", "d", "outcome",
    ),
    "no_adopted": (with_decision(adopted=" "), "decision", "d", "adopted"),
    "deviation": (
        with_decision(outcome=DecisionOutcome.CHANGED, adopted="Rådet avvaktar."),
        "decision", "d", "deviation_confirmed",
    ),
    "voted_outside": (
        with_section(
            ballots=(replace(BALLOT, voices=(BallotVoice(id="o", attendance_id="b", name="Bo"),)),),
            procedure="Röster.",
        ),
        "ballot_voice", "o", "attendance_id",
    ),
}  # fmt: skip
OTHERS = {
    "withdrawn": (
        replace(
            WHOLE, sections=(replace(WHOLE.sections[0], item=replace(ROW, withdrawn=True)),),
        ),
        "section", "s", "item_id",
    ),
    "waits_not": (
        replace(
            WHOLE,
            meeting=replace(WHOLE.meeting, items=()),
            sections=(
                replace(
                    with_decision(outcome=DecisionOutcome.TABLED).sections[0], item=None
                ),
            ),
        ),
        "decision", "d", "outcome",
    ),
    "not_ticked": (
        replace(WHOLE, attendances=(CHAIR, replace(AWAY, status=AttendanceStatus.OPEN))),
        "meeting", "m", "attendance",
    ),
    "protected": (replace(WHOLE, protected=("Åsa Ek",)), "meeting", "m", "attendance"),
    "no_quorum": (
        replace(
            WHOLE, rules=BodyRules(
                id="r", body_id="b", quorum=Quorum.HALF, seats=(RulesSeat(name="alla", seats=13),)
            ),
        ),
        "meeting", "m", "attendance",
    ),
    "few_approvers": (
        replace(WHOLE, rules=BodyRules(id="r", body_id="b", adjusters=1)),
        "minutes", "p", "approvers",
    ),
    "no_chair_id": (replace(WHOLE, chair=""), "meeting", "m", "chair_id"),
    "no_ended_at": (
        replace(WHOLE, meeting=replace(WHOLE.meeting, ended_at=None)), "meeting", "m", "ended_at",
    ),
    "changed_alike": (with_decision(outcome=DecisionOutcome.CHANGED), "decision", "d", "adopted"),
    "no_due": (with_decision(executor="Eva Lind"), "decision", "d", "due"),
    "no_procedure": (with_section(ballots=(BALLOT,)), "section", "s", "procedure"),
    "ballot": (
        with_section(ballots=(replace(BALLOT, yes=2),), procedure="Röster."),
        "section_ballot", "v", "yes",
    ),
    "reserved_outside": (
        with_section(dissents=(SectionDissent(id="x", attendance_id="b", name="Bo Sund"),)),
        "section_dissent", "x", "attendance_id",
    ),
    "no_reason": (
        with_section(disqualifications=(Disqualification(id="j", name="Bo Sund"),)),
        "disqualification", "j", "reason",
    ),
    "personal_number": (
        with_section(debate="Sökanden 850709-9805 yttrade sig."), "section", "s", "debate",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STOPS)
def test_what_holds_up_the_approval(name: str) -> None:
    view, *place = STOPS[name]
    assert found(view)[0] == (name, *place)
    assert holds_up(minutes_findings(view)) == minutes_findings(view)


@pytest.mark.parametrize("name", OTHERS)
def test_what_should_be_looked_at(name: str) -> None:
    view, *place = OTHERS[name]
    assert found(view) == [(name, *place)]
    assert holds_up(minutes_findings(view)) == ()


def test_approved_minutes_are_told_what_is_wrong_but_no_tips() -> None:
    for name, (view, *place) in OTHERS.items():
        level = minutes_findings(view)[0].level
        kept = [] if level is Level.TIP else [(name, *place)]
        approved = replace(view.meeting, state=MeetingState.APPROVED)
        assert found(replace(view, meeting=approved)) == kept


def test_an_information_that_says_nothing_is_a_warning() -> None:
    row = replace(ROW, kind=ItemKind.INFORMATION)
    section = replace(SECTION, background="", decisions=())
    view = replace(WHOLE, sections=(SectionView(section=section, item=row),))
    assert found(view) == [("no_text", "section", "s", "background")]


def test_notes_have_no_numbers() -> None:
    notes = replace(with_section(number=None), kind=MinutesKind.NOTES)
    assert found(notes) == []
    assert WHOLE.minutes is not None
    nobody = replace(notes, minutes=replace(WHOLE.minutes, approvers=()))
    assert "godkänna anteckningarna" in minutes_findings(nobody)[0].sentence


def test_other_words_are_confirmed_and_a_bordlaggning_says_it_itself() -> None:
    other = {"adopted": "Rådet avvaktar.", "deviation_confirmed": True}
    assert found(with_decision(outcome=DecisionOutcome.CHANGED, **other)) == []
    assert found(with_decision(outcome=DecisionOutcome.TABLED, adopted="Ärendet bordläggs.")) == []


def test_the_law_of_namnder_holds_only_where_the_rules_say_so() -> None:
    moved = tuple(
        SectionProposal(id=kind.value, kind=kind, name="Åsa Ek")
        for kind in (ProposalKind.APPROVE, ProposalKind.REJECT)
    )
    view = with_section(proposals=moved)
    (warned,) = minutes_findings(view)
    by_law = replace(view, rules=BodyRules(id="r", body_id="b", local_government_act=True))
    (stopped,) = minutes_findings(by_law)
    assert (warned.level, stopped.level) == (Level.WARNING, Level.STOP)
    withdrawn = tuple(replace(each, withdrawn=True) for each in moved)
    assert found(with_section(proposals=withdrawn)) == []


def test_an_even_vote_needs_a_casting_one() -> None:
    even = SectionBallot(id="v", yes=1, no=1)
    section = replace(SECTION, ballots=(even,), procedure="Röster.")
    two = (CHAIR, replace(CHAIR, id="c"))
    view = replace(WHOLE, sections=(SectionView(section=section, item=ROW, voters=two),))
    (finding,) = minutes_findings(view)
    assert "lika röster" in finding.sentence


def test_numbers_of_an_earlier_meeting_come_first() -> None:
    view = replace(with_section(number=None), earlier_unnumbered=DAY)
    assert {each[0] for each in found(view)} == {"no_number", "earlier_unnumbered"}


def test_stops_come_first() -> None:
    view = replace(with_section(number=None, ballots=(BALLOT,)), chair="")
    levels: list[MinutesFinding] = list(minutes_findings(view))
    assert [each.level for each in levels] == [Level.STOP, Level.WARNING, Level.WARNING]
