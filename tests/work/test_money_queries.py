"""The money as screens are given it: names, totals, jäv, what is due."""

import datetime as dt

import pytest

from hubra_desktop.model.findings import Level
from hubra_desktop.model.money.grants import Moved
from hubra_desktop.model.money.terms import DecisionKind, GrantState
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.terms import Role
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.ledger import Correct
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.grants import (
    association_view,
    associations,
    conflicts,
    grant_rows,
    grant_view,
    money_due,
)
from hubra_desktop.work.queries.money import (
    budget,
    budget_years,
    ledger,
    moved_of,
)
from tests.work.money_office import PART, WHOLE
from tests.work.office import Office
from tests.work.treasury import post

TODAY = dt.date(2018, 2, 1)


def test_years_come_latest_first_and_one_without_a_budget_is_empty(rich: Office) -> None:
    with rich.workspace.read() as reader:
        assert budget_years(reader) == (2019, 2018, 2017)
        table = budget(reader, 1999)
    assert (table.rows, table.balanced, table.version) == ((), True, None)


def test_rows_of_the_ledger_come_with_names_and_what_is_left_of_them(rich: Office) -> None:
    rich.run(Correct("r3", 2017, amount_ore=100))
    with rich.workspace.read() as reader:
        rows = ledger(reader, 2017)
        groups = ledger(reader, 2017, post(2017, "groups"))
        below = ledger(reader, 2017, post(2017, "other"))
    assert [row.entry.number for row in rows] == [1, 2, 3, 5, 6, 7]
    assert [row.entry.number for row in groups] == [1, 2]
    assert [row.entry.number for row in below] == [1, 2, 3, 6, 7]
    first, back, cost, *_ = rows
    assert (first.post, first.grant) == ("Nattvandring/Föreningar", "CV och körkort")
    assert (back.original_number, back.left_ore) == (1, PART)
    assert cost.left_ore == cost.entry.amount_ore - 100


def test_grants_come_with_where_they_stand(rich: Office) -> None:
    with rich.workspace.read() as reader:
        rows = {row.sheet.id: row for row in grant_rows(reader)}
        of_2017 = grant_rows(reader, 2017)
        assert moved_of(reader, ["asked"]) == {}
    assert [row.sheet.id for row in of_2017] == ["cv"]
    assert rows["cv"].standing.state is GrantState.PARTLY_REPAID
    assert (rows["cv"].applicant, rows["cv"].post) == ("Ur Dimman", "Nattvandring/Föreningar")
    assert rows["asked"].ledger == Moved()
    assert rows["open"].standing.reserved == PART


def test_a_grant_comes_with_all_that_belongs_to_it(rich: Office) -> None:
    stance = GrantDecision(kind=DecisionKind.STANCE, year=2019, meeting_id=rich.meeting)
    rich.run(Decide("cv", stance))
    with rich.workspace.read() as reader:
        view = grant_view(reader, "cv", today=TODAY)
        with pytest.raises(LookupError):
            grant_view(reader, "gone")
    assert view.applicant.body.name == "Ur Dimman"
    assert view.applicant.association is not None
    assert [row.entry.id for row in view.entries] == ["r1", "r2"]
    assert [(link.kind, link.id) for link in view.links] == [("meeting", rich.meeting)]
    assert {each.id for each in view.watched} >= {"not_reclaimed", "formal_decision_missing"}


def test_who_sits_in_both_is_named_on_the_day(rich: Office) -> None:
    rich.run(
        Add(
            Mandate,
            {
                "person_id": rich.chair,
                "body_id": "dimman",
                "role": Role.SECRETARY,
                "valid_from": dt.date(2018, 1, 1),
            },
        )
    )
    with rich.workspace.read() as reader:
        [found] = conflicts(reader, "dimman", dt.date(2018, 1, 1))
        assert conflicts(reader, "dimman", dt.date(2017, 12, 31)) == ()
        assert conflicts(reader, "stod", TODAY) == ()
        assert conflicts(reader, rich.body, TODAY) == ()
        assert association_view(reader, "dimman", today=TODAY).jav == (found,)
    assert (found.person_id, found.here, found.there) == (rich.chair, Role.CHAIR, Role.SECRETARY)


def test_an_association_is_told_with_everything_it_ever_got(rich: Office) -> None:
    with rich.workspace.read() as reader:
        view = association_view(reader, "dimman", today=TODAY)
        names = [each.body.name for each in associations(reader)]
        with pytest.raises(LookupError):
            association_view(reader, "gone")
    assert names == ["Grannstöd Huddinge", "Ur Dimman"]
    assert view.totals.count == 1
    assert (view.totals.granted, view.totals.paid, view.totals.repaid) == (WHOLE, WHOLE, PART)
    assert view.totals.net == view.totals.rest == WHOLE - PART


def test_what_is_due_names_the_grant_and_the_budget(rich: Office) -> None:
    claim = GrantDecision(
        kind=DecisionKind.RECLAIM,
        year=2018,
        amount_ore=WHOLE - PART,
        date=dt.date(2018, 1, 2),
        last_day=dt.date(2018, 1, 31),
    )
    rich.run(Decide("cv", claim))
    rich.run(Change(Grant, "asked", {"body_id": "dimman"}))
    with rich.workspace.read() as reader:
        due = money_due(reader, TODAY)
    late = [each for each in due if each.kind == "grant" and each.id == "cv"]
    assert [(each.day, each.level) for each in late] == [(dt.date(2018, 1, 31), Level.WARNING)]
    [owing] = [each for each in due if each.id == "asked"]
    assert "CV och körkort" in owing.sentence
    assert {each.id for each in due if each.kind == "budget_year"} == {"budget-2017"}
    rich.run(CloseYear(2017, dt.date(2018, 1, 31)))
    with rich.workspace.read() as reader:
        assert all(each.kind == "grant" for each in money_due(reader, TODAY))
