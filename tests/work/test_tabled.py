"""What a meeting tables waits until an agenda takes it up, whichever way it is recorded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.meeting import Item
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.backlog import PlaceItem
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.sections import ConcludeSection, SettleDecision
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.queries.backlog import backlog_rows
from hubra_desktop.work.queries.minutes import sections_of
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import HELD, held_office
from tests.work.office import Office
from tests.work.there_and_back import there_and_back


def first_of(office: Office, item_id: str) -> tuple[str, str]:
    """Return the § of a row and its first decision."""
    with office.workspace.read() as reader:
        section = next(each for each in sections_of(reader, "held") if each.item_id == item_id)
    return section.id, section.decisions[0].id


def waiting(office: Office) -> list[tuple[str, BacklogKind]]:
    with office.workspace.read() as reader:
        rows = backlog_rows(reader)
    waits = [(str(each.item.item_id), each.item.kind) for each in rows if each.waits]
    return sorted(waits)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Return the office of the held meeting, whose third decision does not put off."""
    office = held_office(tmp_path / "a.hubra")
    office.run(Change(Decision, "hd3", {"outcome": DecisionOutcome.CHANGED}))
    yield office
    office.workspace.close()


def test_a_row_waits_while_its_decision_puts_it_off(office: Office) -> None:
    section, decision = first_of(office, "h3")
    office.run(SettleDecision(decision, DecisionOutcome.TABLED))
    assert waiting(office) == [("h3", BacklogKind.TABLED)]
    office.run(Change(Decision, decision, {"outcome": DecisionOutcome.REFERRED_BACK}))
    assert waiting(office) == [("h3", BacklogKind.REFERRED_BACK)]
    office.run(ConcludeSection(section, DecisionOutcome.AS_PROPOSED))
    assert waiting(office) == []
    office.workspace.undo()
    assert waiting(office) == [("h3", BacklogKind.REFERRED_BACK)]


def test_what_waits_says_why_in_the_words_of_the_decision_but_for_what_was_typed(
    office: Office,
) -> None:
    _, decision = first_of(office, "h3")
    office.run(SettleDecision(decision, DecisionOutcome.TABLED, "Väntar till hösten."))

    def told() -> tuple[str, date | None, str]:
        with office.workspace.read() as reader:
            (item,) = records(reader, BacklogItem)
        return item.reason, item.raised_on, item.id

    assert told()[:2] == ("Väntar till hösten.", HELD)
    office.run(SettleDecision(decision, DecisionOutcome.REFERRED_BACK, "Underlaget är för tunt."))
    assert told()[0] == "Underlaget är för tunt."
    there_and_back(office, Change(Decision, decision, {"adopted": "Underlaget saknas."}))
    assert told()[0] == "Underlaget saknas."
    office.run(Change(BacklogItem, told()[2], {"reason": "Se mejlet från Bo."}))
    office.run(Change(Decision, decision, {"adopted": "Underlaget behövs."}))
    assert told()[0] == "Se mejlet från Bo."
    office.run(Remove(BacklogItem, told()[2]))
    office.run(Change(Decision, decision, {"adopted": "Underlaget krävs."}))
    assert waiting(office) == []


def test_what_an_agenda_has_taken_up_stays_there(office: Office) -> None:
    _, decision = first_of(office, "h3")
    office.run(SettleDecision(decision, DecisionOutcome.TABLED))
    with office.workspace.read() as reader:
        (item,) = records(reader, BacklogItem)
    assert item.reason == "Rådet bordlägger ärendet."
    meeting = str(office.run(NewMeeting(date(2019, 8, 28), 930)).created)
    office.run(PlaceItem(item.id, meeting))
    office.run(SettleDecision(decision, DecisionOutcome.AS_PROPOSED))
    office.run(SettleDecision(decision, DecisionOutcome.TABLED))
    with office.workspace.read() as reader:
        (kept,) = records(reader, BacklogItem)
    assert kept.placed_item_id is not None


def test_what_is_stored_as_tabled_waits_whichever_way_it_came(office: Office) -> None:
    tabled = Decision(adopted="Rådet bordlägger.", outcome=DecisionOutcome.TABLED)
    there_and_back(office, Store(tabled, "sec-h6"))
    assert waiting(office) == [("h6", BacklogKind.TABLED)]
    section = Section(meeting_id="held", item_id="h7", position=90, decisions=(tabled,))
    made = office.made(Store(section))
    assert waiting(office) == [("h6", BacklogKind.TABLED), ("h7", BacklogKind.TABLED)]
    there_and_back(office, Change(Section, made, {"item_id": "h3"}))
    assert waiting(office) == [("h3", BacklogKind.TABLED), ("h6", BacklogKind.TABLED)]


@pytest.mark.parametrize("gone", ["decision", "section"])
def test_what_was_tabled_waits_no_more_when_its_decision_goes(office: Office, gone: str) -> None:
    section, decision = first_of(office, "h3")
    office.run(SettleDecision(decision, DecisionOutcome.TABLED))
    there_and_back(
        office, Remove(Decision, decision) if gone == "decision" else Remove(Section, section)
    )
    assert waiting(office) == []
    office.workspace.undo()
    assert waiting(office) == [("h3", BacklogKind.TABLED)]


def test_a_file_brings_what_was_tabled_as_waiting_and_a_whole_register_what_waits_there(
    office: Office, tmp_path: Path
) -> None:
    office.run(Change(Decision, "hd3", {"outcome": DecisionOutcome.TABLED}))
    whole = office.everything()
    parts = replace(whole, register=None, house_style=None, backlog=(), budget_years=())
    for name, bundle, waits in (
        ("whole", whole, ["h5"]), ("none", replace(whole, backlog=()), []), ("parts", parts, ["h5"])
    ):  # fmt: skip
        target = Workspace.create(tmp_path / f"{name}.hubra")
        target.run(ImportBundle(bundle))
        with target.read() as reader:
            assert [each.item_id for each in records(reader, BacklogItem)] == waits
        assert not target.run(ImportBundle(bundle)).rows
        target.close()


def test_a_row_that_an_agenda_goes_on_with_does_not_wait(office: Office) -> None:
    meeting = str(office.run(NewMeeting(date(2019, 8, 28), 930)).created)
    office.run(Store(Item(title="Åter", carried_from_id="h6"), meeting))
    office.run(Store(Decision(outcome=DecisionOutcome.TABLED), "sec-h6"))
    assert waiting(office) == []
