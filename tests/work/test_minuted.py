"""From a § on: to the activity, the grant, the fact of the report, and the life of the matter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.matter_life import MatterStep
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.council import Matter
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.records.plan import Activity, ActivityLink
from hubra_desktop.model.reports.fact import Source
from hubra_desktop.model.reports.money_facts import _of_decisions
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.follow_ups import follow_up_rows
from hubra_desktop.work.queries.grants import grant_view
from hubra_desktop.work.queries.matters import matter_view
from hubra_desktop.work.queries.minuted import minuted_decisions
from hubra_desktop.work.queries.plan_links import link_targets
from tests.work.held_office import HELD, held_office
from tests.work.office import Office
from tests.work.there_and_back import there_and_back

YEAR = HELD.year


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Office]:
    office = held_office(tmp_path / "held.hubra")
    office.run(Change(Section, "sec-h4", {"number": 12, "case_number": "TR-2019/9"}))
    yield office
    office.workspace.close()


def granted(office: Office) -> str:
    """Make a grant that the council's § decided."""
    grant = office.made(Store(Grant(body_id=office.other, year=YEAR, title="Nattvandring")))
    decided = GrantDecision(
        kind=DecisionKind.GRANT, date=HELD, year=YEAR, amount_ore=1_500_000, minuted_id="hd2",
        meeting_id="held", section="12",
    )  # fmt: skip
    there_and_back(office, Decide(grant, decided))
    return grant


def test_what_is_decided_is_offered_by_its_section_and_only_once_it_is(held: Office) -> None:
    with held.workspace.read() as reader:
        found = minuted_decisions(reader, YEAR)
        assert minuted_decisions(reader, YEAR - 1) == ()
        targets = [each for each in link_targets(reader, YEAR) if each.field == "decision_id"]
    assert [each.id for each in found] == ["hd1", "hd2", "hd3"]
    assert found[1].name == "§\u00a012 den 15 maj 2019 · Bidrag till Nattvandrarna"
    assert [each.id for each in targets] == ["hd1", "hd2", "hd3"]
    held.run(Change(Decision, "hd2", {"outcome": DecisionOutcome.OPEN}))
    with held.workspace.read() as reader:
        assert [each.id for each in minuted_decisions(reader)] == ["hd1", "hd3"]


def test_a_grant_leads_to_its_section_and_follow_up_and_its_fact_rests_on_the_decision(
    held: Office,
) -> None:
    held.run(Change(Decision, "hd2", {"due": date(YEAR, 9, 1)}))
    grant = granted(held)
    with held.workspace.read() as reader:
        view = grant_view(reader, grant)
        [followed] = follow_up_rows(reader)
    linked = [(each.kind, each.id) for each in view.links]
    assert linked[:2] == [("section", "sec-h4"), ("follow_up", followed.id)]
    facts = list(_of_decisions(view.sheet, "Nattvandring"))
    assert Source("decision", "hd2") in facts[-1].sources
    held.run(Remove(Decision, "hd2"))
    with held.workspace.read() as reader:
        assert grant_view(reader, grant).sheet.decisions[0].minuted_id is None


def test_an_activity_rests_on_a_section_and_the_matter_tells_of_all(held: Office) -> None:
    held.run(Change(Decision, "hd2", {"due": date(YEAR, 9, 1)}))
    activity = held.made(Store(Activity(year=YEAR, title="Nattvandring i Skogås")))
    there_and_back(held, Add(ActivityLink, {"decision_id": "hd2"}, activity))
    matter = held.made(Store(Matter(id="nv", case_number="TR-2019/9", title="Nattvandring")))
    with held.workspace.read() as reader:
        life = matter_view(reader, matter).life
    told = {each.step: each for each in life}
    assert (told[MatterStep.MINUTED].kind, told[MatterStep.MINUTED].id) == ("decision", "hd2")
    assert told[MatterStep.MINUTED].note == "§\u00a012"
    assert told[MatterStep.FOLLOWED].about == "Rådet beviljar 15 000 kr."
    assert told[MatterStep.ACTIVITY].id == activity
