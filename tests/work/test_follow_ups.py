"""Follow-ups: made by what was decided, reported on, closed, put on an agenda, and undone."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome, FollowUpState
from hubra_desktop.model.records.council import BacklogItem
from hubra_desktop.model.records.follow_ups import FollowUp, FollowUpReport
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.follow_ups import (
    PlaceFollowUps,
    ReportFollowUp,
    TakeUp,
)
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.sections import ConcludeSection, SettleDecision
from hubra_desktop.work.edits import Add, Change, Remove, Store
from hubra_desktop.work.queries.follow_ups import (
    FollowUpRow,
    follow_up_line,
    follow_up_rows,
    open_follow_ups,
    to_report,
)
from hubra_desktop.work.workspace import Workspace
from tests.work.held_office import HELD, held_office
from tests.work.minutes_approving import approve
from tests.work.office import Office
from tests.work.there_and_back import refused, there_and_back

DAY = HELD + dt.timedelta(days=30)
DONE_DAY = {"state": FollowUpState.DONE, "done_on": DAY}


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Office]:
    office = held_office(tmp_path / "held.hubra")
    yield office
    office.workspace.close()


def rows_of(office: Office) -> tuple[FollowUpRow, ...]:
    with office.workspace.read() as reader:
        return follow_up_rows(reader)


def only(office: Office) -> FollowUpRow:
    [row] = rows_of(office)
    return row


def coming(office: Office, day: dt.date = DAY) -> str:
    return office.made(Store(Meeting(body_id=office.body, date=day, start=930)))


def stored_item(office: Office, item_id: str) -> Item:
    with office.workspace.read() as reader:
        from hubra_desktop.store.reading import records
        from hubra_desktop.store.tables import AGENDA_ITEM

        return records(reader, Item, AGENDA_ITEM.c.id == item_id)[0]


DONE: dict[str, Callable[[Office], Command]] = {
    "AddFollowUp": lambda _: Store(FollowUp(text="Ta fram en plan", owner="Polisen")),
    "ChangeFollowUp": lambda o: Change(FollowUp, only(o).id, {"state": FollowUpState.DONE}),
    "PlaceFollowUps": lambda o: PlaceFollowUps((only(o).id,), coming(o)),
    "RemoveFollowUp": lambda o: Remove(FollowUp, only(o).id),
    "TakeUp": lambda o: TakeUp((), (only(o).id,), coming(o)),
    "ReportFollowUp": lambda o: ReportFollowUp(
        only(o).id, DAY, "Pengarna är utbetalda.", "Eva Lind", "held", FollowUpState.DONE
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_a_command_is_done_undone_and_done_again(held: Office, name: str) -> None:
    there_and_back(held, DONE[name](held))


def test_a_decision_with_someone_to_act_has_one_and_only_one(held: Office) -> None:
    row = only(held)
    assert (row.title, row.owner, row.heading) == (
        "Rådet beviljar 15 000 kr.", "Eva Lind", "Bidrag till Nattvandrarna",
    )  # fmt: skip
    assert (row.item.decision_id, row.item.item_id) == ("hd2", "h4")
    assert (row.item.created_on, row.decided_day, row.meeting_id) == (HELD, HELD, "held")
    before = rows_of(held)
    approve(held)
    assert [row.item for row in rows_of(held)] == [row.item for row in before]


def test_it_follows_what_changes_in_the_decision_but_not_what_was_written_by_hand(
    held: Office,
) -> None:
    held.run(Change(FollowUp, only(held).id, {"text": "Betala ut bidraget"}))
    held.run(Change(Decision, "hd2", {"adopted": "Rådet beviljar 12 000 kr.", "due": DAY}))
    row = only(held)
    assert (row.title, row.item.due) == ("Betala ut bidraget", DAY)
    held.run(Change(Decision, "hd2", {"executor": "Polisen"}))
    assert only(held).owner == "Polisen"
    held.run(Change(Decision, "hd2", {"executor": ""}))
    assert rows_of(held) == ()
    held.workspace.undo()
    assert only(held).owner == "Polisen"


def test_one_made_before_the_words_takes_them_over_when_they_come(held: Office) -> None:
    values = {"outcome": DecisionOutcome.AS_PROPOSED, "executor": "Polisen"}
    made = held.made(Add(Decision, values, "sec-h6"))
    held.run(Change(Decision, made, {"due": DAY}))
    assert _of(held, made).title == "Sommarens arbete"
    held.run(Change(Decision, made, {"adopted": "Polisen redovisar läget."}))
    assert _of(held, made).title == "Polisen redovisar läget."


def test_one_made_by_hand_stays_where_the_decision_names_nobody(held: Office) -> None:
    held.run(Store(FollowUp(text="Ring föreningen", owner="Anna", decision_id="hd1")))
    held.run(Change(Decision, "hd1", {"adopted": "Rådet godkänner den."}))
    assert _of(held, "hd1").title == "Ring föreningen"


def _of(office: Office, decision_id: str) -> FollowUpRow:
    [row] = [each for each in rows_of(office) if each.item.decision_id == decision_id]
    return row


def test_what_somebody_has_begun_stays_when_the_decision_changes_or_goes(held: Office) -> None:
    row = only(held)
    held.run(ReportFollowUp(row.id, DAY, "På gång.", state=FollowUpState.ONGOING))
    held.run(Change(Decision, "hd2", {"outcome": DecisionOutcome.OPEN}))
    assert only(held).item.state is FollowUpState.ONGOING
    held.run(Remove(Decision, "hd2"))
    left = only(held)
    assert (left.item.decision_id, left.heading) == (None, "Bidrag till Nattvandrarna")


def test_a_section_can_go_with_what_follows_it(held: Office) -> None:
    held.run(Change(Decision, "hd1", {"executor": "Polisen"}))
    there_and_back(held, Remove(Section, "sec-h3"))
    row = only(held)
    held.run(ReportFollowUp(row.id, DAY, "På gång."))
    there_and_back(held, Remove(Section, "sec-h4"))
    assert only(held).item.decision_id is None


def test_an_executor_is_named_as_the_decision_names_it(held: Office) -> None:
    held.run(Change(Decision, "hd1", {"executor": "", "executor_body_id": held.other}))
    bodies = [row.owner for row in rows_of(held) if row.item.decision_id == "hd1"]
    held.run(Change(Decision, "hd1", {"executor_body_id": None, "executor_id": "hm3"}))
    people = [row.owner for row in rows_of(held) if row.item.decision_id == "hd1"]
    assert people == ["Dan Berg"]
    assert bodies[0] not in ("", "Dan Berg")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"state": FollowUpState.LAPSED}, "varför uppföljningen har läget ”utgår”"),
        ({"state": FollowUpState.LOWERED, "reason": " "}, "har läget ”nedprioriterad”"),
        ({"state": FollowUpState.DONE, "done_on": None}, "vilken dag"),
    ],
)
def test_what_must_stand_in_a_closed_one(
    held: Office, values: dict[str, Any], sentence: str
) -> None:
    refused(held, Change(FollowUp, only(held).id, values), sentence)


def test_what_is_done_has_its_day_and_loses_it_when_it_is_open_again(held: Office) -> None:
    held.run(Change(FollowUp, only(held).id, {"state": FollowUpState.ACCEPTED}))
    assert only(held).item.done_on is not None
    assert not only(held).open
    held.run(Change(FollowUp, only(held).id, {"state": FollowUpState.ONGOING}))
    assert only(held).item.done_on is None
    with held.workspace.read() as reader:
        assert len(open_follow_ups(reader)) == 1


def test_reports_are_added_and_stand(held: Office) -> None:
    row = only(held)
    first = held.made(ReportFollowUp(row.id, HELD, "Ansökan är skickad.", "Eva Lind"))
    held.run(ReportFollowUp(row.id, DAY, "Klart.", "Eva Lind", "held", FollowUpState.DONE))
    item = only(held).item
    assert [each.text for each in item.reports] == ["Ansökan är skickad.", "Klart."]
    assert (item.state, item.done_on) == (FollowUpState.DONE, DAY)
    assert only(held).reported_days[item.reports[1].id] == HELD
    for values in ({"text": "Annat"}, {"day": DAY}, {"author": "Någon"}):
        refused(held, Change(FollowUpReport, first, values), "ändras inte i efterhand")
    refused(held, Remove(FollowUpReport, first), "ändras inte i efterhand")
    refused(held, ReportFollowUp(row.id, DAY, " \n"), "vad som har rapporterats")
    refused(held, ReportFollowUp("borta", DAY, "a"), "finns inte längre")
    refused(held, ReportFollowUp(row.id, DAY, "Nej", state=FollowUpState.LAPSED), "Skriv varför")
    held.run(ReportFollowUp(row.id, DAY, "Nej", state=FollowUpState.LAPSED, reason="Pengar"))


def test_open_ones_are_put_in_one_row_of_the_next_agenda(held: Office) -> None:
    other = held.made(Store(FollowUp(text="Ta fram en plan", owner="Polisen")))
    meeting = coming(held)
    made = held.made(PlaceFollowUps((only_of_decision(held).id,), meeting))
    assert held.made(PlaceFollowUps((other,), meeting)) == made
    assert stored_item(held, made).note.splitlines() == [
        "Sammanträdet den 15 maj 2019: Rådet beviljar 15 000 kr. Eva Lind, ej påbörjad.",
        "Ta fram en plan. Polisen, ej påbörjad.",
    ]
    placed = rows_of(held)
    assert {row.placed_day for row in placed} == {DAY}
    assert held.workspace.run(PlaceFollowUps((other,), meeting)).rows == ()
    refused(held, PlaceFollowUps((other,), coming(held, DAY + dt.timedelta(1))), "står redan på")
    held.run(Remove(Item, made))
    assert {row.placed_day for row in rows_of(held)} == {None}
    refused(held, PlaceFollowUps((other,), "held"), "är hållet")


def only_of_decision(office: Office) -> FollowUpRow:
    return next(row for row in rows_of(office) if row.item.decision_id)


def test_what_was_decided_behind_closed_doors_is_reported_behind_them(held: Office) -> None:
    held.run(Change(Item, "h4", {"closed": True}))
    made = held.made(PlaceFollowUps((only(held).id,), coming(held)))
    assert stored_item(held, made).closed


def test_a_line_names_the_section_and_the_last_report(held: Office) -> None:
    held.run(Change(Section, "sec-h4", {"number": 12}))
    held.run(Change(FollowUp, only(held).id, {"due": DAY}))
    held.run(ReportFollowUp(only(held).id, DAY, "Betalt i går."))
    assert follow_up_line(only(held)) == (
        "§\u00a012 den 15 maj 2019: Rådet beviljar 15 000 kr. Eva Lind, senast den 14 juni 2019, "
        "ej påbörjad. Betalt i går."
    )
    assert not only(held).overdue(DAY)
    assert only(held).overdue(DAY + dt.timedelta(1))


def test_an_empty_report_is_refused_wherever_it_comes_from(held: Office) -> None:
    with pytest.raises(InputError, match="vad som har rapporterats"):
        held.run(Store(FollowUpReport(day=DAY), only(held).id))


def test_it_is_made_when_the_decision_is_made(held: Office) -> None:
    held.run(Change(Decision, "hd1", {"outcome": DecisionOutcome.OPEN, "executor": "Polisen"}))
    assert only(held).owner == "Eva Lind"
    there_and_back(held, SettleDecision("hd1", DecisionOutcome.AS_PROPOSED))
    assert _of(held, "hd1").owner == "Polisen"
    held.run(ConcludeSection("sec-h3", DecisionOutcome.OPEN))
    assert only(held).owner == "Eva Lind"
    held.run(ConcludeSection("sec-h3", DecisionOutcome.AS_PROPOSED))
    assert _of(held, "hd1").title == "Rådet godkänner verksamhetsberättelsen."


def test_a_file_brings_them_with_its_decisions_and_a_whole_register_what_is_followed_there(
    held: Office, tmp_path: Path
) -> None:
    whole = replace(held.everything(), follow_ups=())
    parts = replace(whole, register=None, house_style=None, backlog=(), budget_years=())
    for name, bundle, followed in (("whole", whole, []), ("parts", parts, ["hd2"])):
        target = Workspace.create(tmp_path / f"{name}.hubra")
        target.run(ImportBundle(bundle))
        with target.read() as reader:
            assert [each.item.decision_id for each in follow_up_rows(reader)] == followed
        assert not target.run(ImportBundle(bundle)).rows
        target.close()


def test_a_file_without_a_decision_takes_away_what_nobody_has_begun(held: Office) -> None:
    held.run(Change(Decision, "hd1", {"executor": "Polisen"}))
    held.run(ReportFollowUp(_of(held, "hd1").id, DAY, "På gång."))
    bundle = held.everything()
    bare = tuple(replace(each, decisions=()) for each in bundle.sections)
    parts = replace(bundle, register=None, house_style=None, sections=bare, follow_ups=())
    there_and_back(held, ImportBundle(parts))
    assert (only(held).owner, only(held).item.decision_id) == ("Polisen", None)


def test_what_waits_and_what_is_to_be_reported_is_taken_up_in_one_step(held: Office) -> None:
    meeting = coming(held)
    waits = held.made(Store(BacklogItem(title="Belysning")))
    with held.workspace.read() as reader:
        [row] = to_report(reader, meeting)
    there_and_back(held, TakeUp((waits,), (row.id,), meeting))
    with held.workspace.read() as reader:
        assert to_report(reader, meeting) == ()
        assert to_report(reader, "another") == ()
    held.run(Change(Meeting, meeting, {"state": MeetingState.HELD}))
    with held.workspace.read() as reader:
        assert [each.id for each in to_report(reader, "another")] == [row.id]


def test_an_approval_leaves_no_decision_without_one_and_it_goes_on_afterwards(
    held: Office,
) -> None:
    held.run(Remove(FollowUp, only(held).id))
    approve(held)
    row = only(held)
    assert (row.item.decision_id, row.number) == ("hd2", 4)
    held.run(ReportFollowUp(row.id, DAY, "Klart.", state=FollowUpState.DONE))
    assert not only(held).open
