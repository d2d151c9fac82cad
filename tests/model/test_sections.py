"""Proposals written as decisions, what an outcome says, and how votes and §§ are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole, AttendanceStatus
from hubra_desktop.model.minutes.minutes_terms import (
    BallotAnswer,
    DecisionOutcome,
    ProposalKind,
)
from hubra_desktop.model.minutes.minutes_words import (
    ballot_lead,
    ballot_result,
    motion_words,
    person_name,
)
from hubra_desktop.model.minutes.sections import (
    as_decision,
    body_subject,
    deviates,
    number_words,
    proposed_decisions,
    settled,
)
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.minutes import Decision, SectionBallot, SectionProposal
from hubra_desktop.model.terms import BodyKind

ROADS = Decision(id="d", proposed="Rådet tillstyrker.")


@pytest.mark.parametrize(
    ("proposal", "decision"),
    [
        ("Förvaltningen föreslår att rådet godkänner planen.", "Rådet godkänner planen."),
        (
            "Kommunstyrelsens förvaltning föreslår att HuBrå (rådet) godkänner bilaga 1.",
            "HuBrå (rådet) godkänner bilaga 1.",
        ),
        ("att godkänna planen", "Godkänna planen"),
        ("Rådet godkänner planen.", "Rådet godkänner planen."),
        ("Planen antas. Polisen föreslår att mer görs.",) * 2,
        ("  ", ""),
    ],
)  # fmt: skip
def test_a_proposal_reads_as_the_decision_that_it_would_be(proposal: str, decision: str) -> None:
    assert as_decision(proposal) == decision


@pytest.mark.parametrize(
    ("text", "decisions"),
    [
        ("Rådet föreslås besluta\n\n1. Rådet godkänner.\n2. Rådet tackar.",
         ("Rådet godkänner.", "Rådet tackar.")),
        ("Ett stycke.\n\nEtt till.", ("Ett stycke.\n\nEtt till.",)),
        ("", ()),
    ],
)  # fmt: skip
def test_each_item_of_a_list_is_a_decision(text: str, decisions: tuple[str, ...]) -> None:
    assert proposed_decisions(text) == decisions


@given(st.sampled_from(DecisionOutcome), st.text(max_size=30), st.booleans())
def test_what_is_settled_is_confirmed_only_where_it_deviates(
    outcome: DecisionOutcome, adopted: str, confirmed: bool
) -> None:
    made = settled(ROADS, outcome, adopted, "Rådet", confirmed=confirmed)
    assert made.deviation_confirmed == (confirmed and deviates(made))
    assert made.outcome is outcome
    if outcome is DecisionOutcome.OPEN:
        assert made.adopted == ""
    elif adopted.strip():
        assert made.adopted == adopted.strip()
    elif outcome is DecisionOutcome.CHANGED:
        assert made.adopted == ""
    else:
        assert made.adopted


def test_lines_that_are_broken_otherwise_are_no_deviation() -> None:
    same = settled(ROADS, DecisionOutcome.CHANGED, "Rådet\ntillstyrker.", "", confirmed=True)
    assert not deviates(same)


@pytest.mark.parametrize(
    ("kind", "name", "subject"),
    [
        (BodyKind.COUNCIL, "Trygghetsrådet", "Rådet"),
        (BodyKind.COMMITTEE, "Socialnämnden", "Nämnden"),
        (BodyKind.OTHER, "Samverkan", "Samverkan"),
    ],
)
def test_a_body_decides_under_its_own_word(kind: BodyKind, name: str, subject: str) -> None:
    assert body_subject(Body(id="b", name=name, kind=kind)) == subject


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""), ((14,), "§\u00a014"), ((14, 15, 16), "§§\u00a014–16"),
        ((14, 16, 17), "§§\u00a014, 16–17"),
    ],
)  # fmt: skip
def test_sections_are_named_as_ranges(numbers: tuple[int, ...], words: str) -> None:
    assert number_words(numbers) == words


FINN = Attendance(id="a", meeting_id="m", name="Finn Dahl", party="S")


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (SectionProposal(kind=ProposalKind.REJECT), "Finn Dahl (S) yrkar avslag på förslaget."),
        (
            SectionProposal(kind=ProposalKind.AMEND, text="15 000 kr", seconded="Eva Lind"),
            "Finn Dahl (S) yrkar ändring av förslaget: 15 000 kr. Eva Lind instämmer.",
        ),
        (
            SectionProposal(kind=ProposalKind.TABLE, text="Underlag saknas."),
            "Finn Dahl (S) yrkar att ärendet bordläggs. Underlag saknas.",
        ),
    ],
)
def test_a_motion_is_told_in_words(proposal: SectionProposal, words: str) -> None:
    assert motion_words(proposal, FINN) == words


def test_officials_are_named_with_what_they_are() -> None:
    police = Attendance(
        id="p", meeting_id="m", name="Per Strand", title="kommunpolis", unit="Polisen",
        party="S", role=AttendanceRole.GUEST, status=AttendanceStatus.PRESENT,
    )  # fmt: skip
    assert person_name(police) == "Per Strand, kommunpolis, Polisen"
    assert person_name(Attendance(id="u", meeting_id="m", unit="Polisen",
                                  role=AttendanceRole.GUEST)) == "Polisen"  # fmt: skip


def test_a_vote_is_told_in_words() -> None:
    ballot = SectionBallot(id="b", yes=1, no=1, abstained=2, casting=True, yes_means="Bifall")
    assert ballot_lead(ballot) == "Omröstning begärs och genomförs. Ja-röst: Bifall."
    assert ballot_result(ballot) == (
        "Omröstningen ger 1\u00a0ja-röst och 1\u00a0nej-röst. 2 avstår från att rösta. "
        "Ordförandens utslagsröst avgör."
    )
    assert ballot_lead(SectionBallot(id="s", secret=True)) == "Sluten omröstning."
    assert list(BallotAnswer) == ["yes", "no", "abstain"]
