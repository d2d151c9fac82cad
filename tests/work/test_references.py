"""What pointed to a row that is taken away: lifted where it may be, refused where not."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.council import Body, Matter, MatterAlias, Person
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.money import BudgetVersion, GrantDecision
from hubra_desktop.model.records.plan import (
    Activity,
    ActivityLink,
    Agreement,
    Consultation,
    Letter,
    Plan,
)
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.demo import make_demo
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.references import _USERS, _all_pointers, _keeps
from hubra_desktop.work.workspace import Workspace


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    make_demo(tmp_path / "demo.hubra")
    workspace = Workspace.open(tmp_path / "demo.hubra")
    yield workspace
    workspace.close()


def held(demo: Workspace) -> Bundle:
    with demo.read() as reader:
        return register_bundle(reader)


def joined(demo: Workspace, *links: ActivityLink, **values: object) -> Bundle:
    """Change the first activity of the demo, and join it to what the links name."""
    bundle = held(demo)
    first = replace(bundle.activities[0], links=links, **values)  # type: ignore[arg-type]
    wanted = replace(bundle, activities=(first, *bundle.activities[1:]))
    demo.run(ImportBundle(wanted))
    return wanted


def test_what_pointed_to_a_meeting_or_an_item_is_lifted_and_comes_back(demo: Workspace) -> None:
    link = ActivityLink(id="link", meeting_id="meeting-01")
    both = ActivityLink(id="both", item_id="meeting-01-item-03", title="Beslutet")
    before = joined(demo, link, both)
    demo.run(Remove(Item, "meeting-01-item-03"))
    assert held(demo).activities[0].links == (link, replace(both, item_id=None))
    demo.run(Remove(Meeting, "meeting-01"))
    after = held(demo)
    assert after.activities[0].links == (replace(both, item_id=None),)
    assert [each.meeting_id for each in after.reports] == [None, None]
    demo.undo()
    demo.undo()
    assert held(demo) == before


def test_a_link_whose_title_is_but_a_space_goes_with_its_meeting(demo: Workspace) -> None:
    joined(demo, ActivityLink(id="link", meeting_id="meeting-01", title=" "))
    demo.run(Remove(Meeting, "meeting-01"))
    assert held(demo).activities[0].links == ()


def test_who_was_responsible_for_an_activity_may_be_taken_away(demo: Workspace) -> None:
    joined(demo, responsible="Föredragande", responsible_id="person-06")
    demo.run(Remove(Person, "person-06"))
    first = held(demo).activities[0]
    assert (first.responsible, first.responsible_id) == ("Föredragande", None)


def test_a_matter_goes_with_its_other_numbers(demo: Workspace) -> None:
    alias = MatterAlias(id="alias", matter_id="matter-01", case_number="KS-2016/1")
    demo.run(ImportBundle(Bundle(matter_aliases=(alias,))))
    assert held(demo).matter_aliases == (alias,)
    demo.run(Remove(Matter, "matter-01"))
    assert held(demo).matter_aliases == ()


@pytest.mark.parametrize(
    ("body", "users"),
    [
        ("body-13", "bidrag"),
        ("body-15", "överenskommelser"),
        ("body-17", "bidrag"),
        ("body-01", "registret självt"),
    ],
)
def test_a_body_that_is_used_is_not_taken_away(demo: Workspace, body: str, users: str) -> None:
    with pytest.raises(InputError, match=f"används av .*{users}"):
        demo.run(Remove(Body, body))


def test_who_was_responsible_is_told_by_name_when_nothing_else_tells_it(demo: Workspace) -> None:
    joined(demo, responsible="", responsible_id="person-06")
    (name,) = (each.name for each in held(demo).persons if each.id == "person-06")
    demo.run(Remove(Person, "person-06"))
    first = held(demo).activities[0]
    assert (first.responsible, first.responsible_id) == (name, None)


def test_what_the_register_names_can_be_taken_away_or_is_told_why_not(demo: Workspace) -> None:
    """Whatever goes, nothing points at it any more; and it all comes back."""
    before = held(demo)
    kept = {each.meeting_id for each in before.minutes}
    removals: tuple[Remove, ...] = (
        *(Remove(Meeting, each.id) for each in before.meetings),
        *(Remove(Person, each.id) for each in before.persons),
        *(Remove(Plan, each.id) for each in before.plans),
        *(Remove(Activity, each.id) for each in before.activities[:6]),
        *(Remove(Letter, each.id) for each in before.letters[:2]),
        *(Remove(Agreement, each.id) for each in before.agreements),
        *(Remove(Matter, each.id) for each in before.matters),
    )
    for command in removals:
        if command.row_id in kept:
            with pytest.raises(InputError, match="är hållet eller har ett protokoll"):
                demo.run(command)
        else:
            assert demo.run(command).rows, command
    assert demo.problems() == []
    bodies = {each.id for each in held(demo).bodies}
    for body in sorted(bodies):
        with suppress(InputError):
            demo.run(Remove(Body, body))
    assert demo.problems() == []
    while demo.undo_label:
        demo.undo()
    assert held(demo) == before


def test_a_plan_a_remiss_and_papers_forget_a_meeting_that_goes(demo: Workspace) -> None:
    bundle = held(demo)
    meeting = bundle.meetings[0].id
    version = BudgetVersion(id="v", meeting_id=meeting, allocations=())
    grant = bundle.grants[0]
    decision = GrantDecision(id="beslut", kind=DecisionKind.STANCE, year=2017, meeting_id=meeting)
    wanted = replace(
        bundle,
        plans=tuple(replace(each, meeting_id=meeting) for each in bundle.plans),
        consultations=(Consultation(id="remiss", meeting_id=meeting),),
        reports=tuple(replace(each, meeting_id=meeting) for each in bundle.reports),
        budget_years=(
            replace(
                bundle.budget_years[0],
                versions=(*bundle.budget_years[0].versions, version),
            ),
            *bundle.budget_years[1:],
        ),
        grants=(replace(grant, decisions=(*grant.decisions, decision)), *bundle.grants[1:]),
    )
    demo.run(ImportBundle(wanted))
    before = held(demo)
    demo.run(Remove(Meeting, meeting))
    after = held(demo)
    pointing: list[Any] = [*after.plans, *after.consultations, *after.reports]
    pointing += [each for year in after.budget_years for each in year.versions]
    pointing += [each for one in after.grants for each in one.decisions]
    assert meeting not in {each.meeting_id for each in pointing}
    assert [len(grant.decisions) for grant in after.grants] == [
        len(grant.decisions) for grant in before.grants
    ]
    demo.undo()
    assert held(demo) == before


def test_every_reference_that_keeps_a_row_has_a_word() -> None:
    """A refusal names what it is used by in words, never by the name of a table."""
    for pointers in _all_pointers().values():
        for kind, column in pointers:
            if _keeps(column):
                assert KINDS[kind] in _USERS, column
