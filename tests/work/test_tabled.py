"""What a meeting tables waits until an agenda takes it up, whichever way it is recorded."""

from datetime import date
from pathlib import Path

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.model.terms import BacklogKind
from hubra_desktop.store.reading import records
from hubra_desktop.work.commands.backlog import PlaceItem
from hubra_desktop.work.commands.meetings import NewMeeting
from hubra_desktop.work.commands.sections import ConcludeSection, SettleDecision
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.backlog import backlog_rows
from hubra_desktop.work.queries.minutes import sections_of
from tests.work.held_office import held_office
from tests.work.office import Office


def first_of(office: Office, item_id: str) -> tuple[str, str]:
    """Return the § of a row and its first decision."""
    with office.workspace.read() as reader:
        section = next(each for each in sections_of(reader, "held") if each.item_id == item_id)
    return section.id, section.decisions[0].id


def waiting(office: Office) -> list[tuple[str, BacklogKind]]:
    with office.workspace.read() as reader:
        rows = backlog_rows(reader)
    return [(str(each.item.item_id), each.item.kind) for each in rows if each.waits]


def test_a_row_waits_while_its_decision_puts_it_off(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
    section, decision = first_of(office, "h3")
    office.run(SettleDecision(decision, DecisionOutcome.TABLED))
    assert waiting(office) == [("h3", BacklogKind.TABLED)]
    office.run(Change(Decision, decision, {"outcome": DecisionOutcome.REFERRED_BACK}))
    assert waiting(office) == [("h3", BacklogKind.REFERRED_BACK)]
    office.run(ConcludeSection(section, DecisionOutcome.AS_PROPOSED))
    assert waiting(office) == []
    office.workspace.undo()
    assert waiting(office) == [("h3", BacklogKind.REFERRED_BACK)]
    office.workspace.close()


def test_what_an_agenda_has_taken_up_stays_there(tmp_path: Path) -> None:
    office = held_office(tmp_path / "a.hubra")
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
    office.workspace.close()
