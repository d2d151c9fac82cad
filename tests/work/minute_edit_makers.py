"""How the plain edits of minutes, §§ and what is recorded of them are drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.records.minutes import (
    Decision,
    Disqualification,
    Minutes,
    Section,
    SectionBallot,
    SectionDissent,
    SectionProposal,
)
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.paper_makers import Maker

MINUTE_EDITS: Mapping[str, Maker] = {
    "AddDecision": lambda d: Add(Decision, d.values("decision"), d.id("section"), d.place()),
    "AddDisqualification": lambda d: Add(
        Disqualification, d.values("disqualification"), d.id("section"), d.place()
    ),
    "AddMinutes": lambda d: Add(Minutes, d.values("minutes", "meeting_id")),
    "AddSection": lambda d: Add(Section, d.values("section", "meeting_id")),
    "AddSectionBallot": lambda d: Add(
        SectionBallot, d.values("section_ballot"), d.id("section"), d.place()
    ),
    "AddSectionDissent": lambda d: Add(
        SectionDissent, d.values("section_dissent"), d.id("section"), d.place()
    ),
    "AddSectionProposal": lambda d: Add(
        SectionProposal, d.values("section_proposal"), d.id("section"), d.place()
    ),
    "ChangeDisqualification": lambda d: Change(
        Disqualification, d.id("disqualification"), d.values("disqualification")
    ),
    "ChangeSectionBallot": lambda d: Change(
        SectionBallot, d.id("section_ballot"), d.values("section_ballot")
    ),
    "ChangeSectionDissent": lambda d: Change(
        SectionDissent, d.id("section_dissent"), d.values("section_dissent")
    ),
    "ChangeSectionProposal": lambda d: Change(
        SectionProposal, d.id("section_proposal"), d.values("section_proposal")
    ),
    "RemoveDecision": lambda d: Remove(Decision, d.id("decision")),
    "RemoveDisqualification": lambda d: Remove(Disqualification, d.id("disqualification")),
    "RemoveMinutes": lambda d: Remove(Minutes, d.id("minutes")),
    "RemoveSection": lambda d: Remove(Section, d.id("section")),
    "RemoveSectionBallot": lambda d: Remove(SectionBallot, d.id("section_ballot")),
    "RemoveSectionDissent": lambda d: Remove(SectionDissent, d.id("section_dissent")),
    "RemoveSectionProposal": lambda d: Remove(SectionProposal, d.id("section_proposal")),
}
