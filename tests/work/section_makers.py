"""How the commands about minutes, while they are written, are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.minutes.minutes_terms import (
    BallotAnswer,
    DecisionOutcome,
    DissentKind,
    ProposalKind,
)
from hubra_desktop.model.records.minutes import Decision, Minutes, Section
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
from hubra_desktop.work.edits import Change
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


def ballot(d: Drawn) -> Command:
    voices = tuple((each, d.one(*BallotAnswer)) for each in d.ids("attendance"))
    return HoldBallot(
        d.id("section"), d.text(), d.text(), voices, (d.number(0, 2), d.number(0, 2), 0),
        casting=d.one(False, False, True), secret=d.one(False, False, True),
    )  # fmt: skip


SECTIONS: Mapping[str, Maker] = {
    "BeginMinutes": lambda d: BeginMinutes(d.id("meeting")),
    "ChangeDecision": lambda d: Change(
        Decision, d.id("decision"), d.one({"adopted": d.text()}, {"proposed": d.text()}), d.visit()
    ),
    "ChangeMinutes": lambda d: Change(Minutes, d.id("minutes"), d.values("minutes"), d.visit()),
    "ChangeSection": lambda d: Change(Section, d.id("section"), d.values("section"), d.visit()),
    "ConcludeSection": lambda d: ConcludeSection(d.id("section"), d.one(*DecisionOutcome)),
    "Disqualify": lambda d: Disqualify(d.id("section"), d.id("attendance"), d.text()),
    "EnterDissent": lambda d: EnterDissent(
        d.id("section"), d.one(*DissentKind), d.id("attendance"), d.text()
    ),
    "HoldBallot": ballot,
    "MoveProposal": lambda d: MoveProposal(
        d.id("section"), d.one(*ProposalKind), d.id("attendance"), d.text()
    ),
    "NumberSections": lambda d: NumberSections(d.id("meeting"), d.one(None, None, 1, 14)),
    "SettleDecision": lambda d: SettleDecision(
        d.id("decision"), d.one(*DecisionOutcome), d.text(), d.one(True, False)
    ),
}
