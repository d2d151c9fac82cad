"""What a closed year of money stands by, and what is asked about before it is done."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.errors import ConfirmationError, InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.money.ledger import PostSums
from hubra_desktop.model.money.terms import DecisionKind
from hubra_desktop.model.records.money import (
    BudgetPost,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from hubra_desktop.work.commands.budget import CloseYear, CopyBudget
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.commands.imports import ImportBundle
from hubra_desktop.work.commands.ledger import Book, Correct, Repay, Transfer
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.money import budget
from tests.work.money_office import PART, WHOLE, decision, paid, reserved
from tests.work.office import Office
from tests.work.test_money_commands import DONE
from tests.work.there_and_back import refused
from tests.work.treasury import KRONA, post, year_sheet


def test_closing_ends_undo_and_redo(rich: Office) -> None:
    rich.run(paid(1))
    rich.run(paid(2))
    rich.workspace.undo()
    rich.run(DONE["CloseYear"](rich))
    assert (rich.workspace.undo_label, rich.workspace.redo_label) == (None, None)


@pytest.mark.parametrize("back", [True, False])
def test_a_step_kept_from_before_the_closing_cannot_be_replayed_into_the_year(
    rich: Office, back: bool
) -> None:
    workspace = rich.workspace
    rich.run(paid(1))
    if not back:
        workspace.undo()
    pile = workspace._undo.done if back else workspace._undo.undone
    entry = pile[-1]
    rich.run(CloseYear(2017, dt.date(2018, 2, 1)))
    rich.run(CloseYear(2018, dt.date(2019, 2, 1)))
    pile.append(entry)
    before = rich.everything()
    with pytest.raises(InputError, match="2018 stängdes"):
        (workspace.undo if back else workspace.redo)()
    assert rich.everything() == before


def test_a_file_that_closes_a_year_ends_undo_too(rich: Office) -> None:
    closed = replace(year_sheet(2019), closed_on=dt.date(2020, 2, 1))
    rich.run(ImportBundle(Bundle(budget_years=(closed,))))
    assert rich.workspace.undo_label is None
    with pytest.raises(InputError, match="2019 stängdes"):
        rich.run(reserved(1, 2019))


def test_what_became_of_a_grant_of_a_closed_year_can_still_be_told(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    rich.run(Change(Grant, "cv", {"assessment": "Inget att redovisa", "note": "Klart"}))
    rich.run(Decide("cv", decision(DecisionKind.RECLAIM, WHOLE - PART)))
    made = rich.made(Repay("r1", WHOLE - PART, 2018, dt.date(2018, 3, 5)))
    [row] = [entry for entry in rich.everything().ledger if entry.id == made]
    assert (row.year, row.year_concerned, row.post_id) == (2018, 2017, post(2018, "groups"))


def test_a_row_of_a_closed_year_is_corrected_in_an_open_one(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    made = rich.made(Correct("r3", 2018, amount_ore=100))
    [row] = [entry for entry in rich.everything().ledger if entry.id == made]
    assert (row.year, row.year_concerned, row.original_id) == (2018, 2017, "r3")


def test_figures_closed_on_the_accrual_basis_stand(rich: Office) -> None:
    rich.run(CloseYear(2017, dt.date(2018, 2, 1)))
    rich.run(CloseYear(2018, dt.date(2019, 2, 1)))
    row = LedgerEntry(
        year=2019, date=dt.date(2019, 1, 20), post_id=post(2019, "day"), amount_ore=1,
        year_concerned=2018,
    )  # fmt: skip
    refused(rich, Book(row), "2018 är periodiserat och stängdes den 1 februari 2019")
    rich.run(Book(replace(row, date=dt.date(2019, 2, 2))))


def test_reading_everything_back_changes_nothing(rich: Office) -> None:
    rich.run(DONE["CloseYear"](rich))
    before = rich.everything()
    assert rich.run(ImportBundle(before)).rows == ()
    assert rich.everything() == before


def test_a_copied_budget_is_an_example_until_it_is_decided(rich: Office) -> None:
    rich.run(CopyBudget(2019, 2020))
    [year] = [each for each in rich.everything().budget_years if each.year == 2020]
    [version] = year.versions
    assert version.decided_on is None
    assert all(each.example for each in version.allocations)
    assert [p.name for p in year.posts] == [p.name for p in year_sheet(2019).posts]
    parents = {p.id: p.parent_id for p in year.posts}
    assert set(filter(None, parents.values())) < set(parents)


def test_a_transfer_that_takes_a_post_below_nothing_is_asked_about(rich: Office) -> None:
    whole = Transfer(post(2018, "fees"), post(2018, "day"), 60_000 * KRONA, 2018)
    rich.workspace.run(whole, ())
    more = Transfer(post(2018, "fees"), post(2018, "day"), 1 * KRONA, 2018)
    before = rich.everything()
    with pytest.raises(ConfirmationError, match="saknas 1\u00a0kr på ”Arvoden” 2018") as asked:
        rich.workspace.run(more, ())
    assert rich.everything() == before
    rich.workspace.run(more, asked.value.questions)
    assert rich.everything() != before


def test_a_transfer_may_not_take_what_is_granted_without_a_question(rich: Office) -> None:
    free = 120_000 * KRONA - PART
    rich.workspace.run(Transfer(post(2018, "groups"), post(2018, "day"), free, 2018), ())
    with pytest.raises(ConfirmationError, match="Nattvandring/Föreningar"):
        rich.workspace.run(Transfer(post(2018, "groups"), post(2018, "day"), 1, 2018), ())


def test_a_grant_is_committed_once_until_it_is_paid(rich: Office) -> None:
    from hubra_desktop.work.queries.money import budget

    def committed() -> tuple[int, int]:
        with rich.workspace.read() as reader:
            total = budget(reader, 2018).total
        return total.reserved, total.committed

    assert committed() == (0, PART)
    made = rich.made(paid(PART // 2))
    assert committed() == (0, PART // 2)
    rich.run(Correct(made, 2018))
    assert committed() == (0, PART)


def committed_in(rich: Office, year: int) -> tuple[PostSums, tuple[int, ...]]:
    with rich.workspace.read() as reader:
        table = budget(reader, year)
    return table.total, tuple(each.ore for each in table.commitments)


def test_a_closed_year_keeps_what_was_committed_whatever_is_entered_later(rich: Office) -> None:
    """What was decided or paid in years that have no budget may be told when later ones close."""
    first = GrantDecision(id="old-d", year=2016, amount_ore=WHOLE)
    old = Grant(id="old", year=2016, body_id="stod", title="Läger", decisions=(first,))
    rich.run(Store(replace(old, post_id=post(2017, "groups"))))
    rich.run(DONE["CloseYear"](rich))
    assert committed_in(rich, 2017)[1] == (WHOLE,)
    before, carried = committed_in(rich, 2017), committed_in(rich, 2018)[0].carried

    rich.run(Decide("old", decision(DecisionKind.RAISE, 2 * KRONA, 2016)))
    rich.run(Change(Grant, "old", {"post_id": post(2018, "day")}))
    rich.run(Store(replace(old, id="older", decisions=(replace(first, id="older-d"),))))
    assert committed_in(rich, 2018)[0].carried == carried + 2 * KRONA + WHOLE

    kept = next(each for each in rich.everything().grants if each.id == "old")
    more = (
        replace(decision(DecisionKind.RAISE, 3 * KRONA, 2015), id="file-2015"),
        replace(decision(DecisionKind.RAISE, 4 * KRONA, 2018), id="file-2018"),
    )
    rich.run(ImportBundle(Bundle(grants=(replace(kept, decisions=(*kept.decisions, *more)),))))
    now = committed_in(rich, 2018)[0]
    assert (now.carried, now.unpaid) == (carried + 5 * KRONA + WHOLE, PART + 4 * KRONA)

    early = BudgetPost(id="early", name="Nattvandring/Föreningar")
    rich.run(Store(BudgetYear(year=2016, posts=(early,))))
    rich.run(paid(KRONA, "old", year=2016, post_id="early"))
    assert committed_in(rich, 2018)[0].carried == now.carried - KRONA
    assert committed_in(rich, 2017) == before
    assert rich.run(ImportBundle(rich.everything())).rows == ()
