"""The text of a tjänsteutlåtande: the source's own, and such as cannot be carried out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubra_desktop.model.findings import Level
from hubra_desktop.model.records.reports import Report, ReportSection
from hubra_desktop.model.reports.statement_findings import statement_findings
from hubra_desktop.model.reports.terms import ReportKind
from tests.model.reports.source_year import huddinge

GOOD = "Trygghetsrådet godkänner verksamhetsberättelsen."
COSTS = "Beslutet medför inga kostnader."


def statement(proposal: str = GOOD, summary: str = "Kort.", views: str = COSTS) -> Report:
    texts = {"proposal": proposal, "summary": summary, "description": "Bakgrund.", "views": views}
    headings = dict(zip(texts, ("Förslag till beslut", "Sammanfattning", "Beskrivning av ärendet",
                                "Förvaltningens synpunkter"), strict=True))  # fmt: skip
    sections = (
        ReportSection(id=key, key=key, heading=headings[key], text=text)
        for key, text in texts.items()
    )
    return Report(id="t", kind=ReportKind.STATEMENT, sections=tuple(sections))


def found(report: Report) -> list[str]:
    return [each.id for each in statement_findings(report)]


def test_the_sources_own_says_nothing_of_costs_and_nothing_else_is_wrong() -> None:
    cover = next(each for each in huddinge().reports if each.kind is ReportKind.STATEMENT)
    (only,) = statement_findings(cover)
    assert (only.id, only.level) == ("costs_not_mentioned", Level.TIP)


WRONG = {
    "att godkänna verksamhetsberättelsen": ["proposal_att_clause"],
    "Verksamhetsberättelsen godkänns.": ["proposal_without_who"],
    "Rådet och polisen.": ["proposal_without_what"],
    "Rådet ger förvaltningen i uppdrag att ta fram en plan.": ["proposal_without_when"],
    "Rådet ger förvaltningen i uppdrag att ta fram en plan senast den 1 maj 2018.": [],
    "Rådet bör om möjligt besluta om en plan.": ["proposal_vague"],
    "Rådet föreslår\natt godkänna berättelsen\natt skicka den vidare": [
        "proposals_not_numbered", "proposal_att_clause", "proposal_att_clause",
    ],
    "Rådet beslutar:\n1. Rådet antar planen.\n2. HuBrå uppdrar åt KSF att redovisa den i maj.": [],
    "Rådet antar planen.\nRådet lägger berättelsen till handlingarna.": ["proposals_not_numbered"],
    "": ["heading_empty"],
}  # fmt: skip


@pytest.mark.parametrize("proposal", WRONG)
def test_a_proposal_can_be_carried_out(proposal: str) -> None:
    assert found(statement(proposal)) == WRONG[proposal]


def test_costs_are_told_or_that_there_are_none() -> None:
    assert found(statement(views="Bra.")) == ["costs_not_mentioned"]
    assert found(statement(views="Vandringarna kostar 20 000 kr.")) == []


def test_a_text_longer_than_eight_lines_has_a_summary() -> None:
    line = f"{COSTS} {'x' * 55}\n"
    assert found(statement(summary="", views=line * 6)) == []
    assert found(statement(summary="", views=line * 7)) == ["summary_missing"]
    assert found(statement(views=line * 7)) == []


def test_headings_are_all_there() -> None:
    whole = statement()
    without = tuple(each for each in whole.sections if each.key not in ("views", "summary"))
    names = found(Report(kind=ReportKind.STATEMENT, sections=without))
    assert names == ["heading_missing", "costs_not_mentioned"]
    own = ReportSection(heading="Förvaltningens synpunkter", text=COSTS)
    assert found(Report(kind=ReportKind.STATEMENT, sections=(*without, own))) == []
    assert found(Report(kind=ReportKind.ANNUAL_REPORT, sections=without)) == []


@given(st.text(alphabet="Rådet attgodkänner1.:\n-–", max_size=60))
def test_each_finding_leads_to_its_words(text: str) -> None:
    for each in statement_findings(statement(text)):
        assert each.level is not Level.STOP
        assert each.sentence.endswith((".", "…"))
        assert 0 <= each.where.start <= each.where.end <= len(text)
