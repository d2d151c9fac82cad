"""A list of allowances burdens one year, whenever it is booked and on whatever bases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from hubra_desktop.model.money.terms import Basis, PostKind
from hubra_desktop.model.records.money import BudgetPost, BudgetYear
from hubra_desktop.work.commands.allowances import BookAllowances
from hubra_desktop.work.commands.budget import CloseYear
from hubra_desktop.work.commands.ledger import Correct
from hubra_desktop.work.edits import Change, Store
from hubra_desktop.work.queries.allowance_forecast import allowance_forecast
from tests.work.allowance_office import KRONA, paid_office
from tests.work.office import Office

WHOLE = 9_400 * KRONA
NEXT_YEAR = BudgetYear(
    id="next-year", year=2020, posts=(BudgetPost(id="fees-20", name="Arvoden", kind=PostKind.FEES),)
)
BOOKED_NEXT = BookAllowances("may", "fees-20", date(2020, 1, 15))


@pytest.fixture
def paid(tmp_path: Path) -> Iterator[Office]:
    office = paid_office(tmp_path / "r.hubra")
    yield office
    office.workspace.close()


@pytest.mark.parametrize("closed_on", [None, date(2020, 1, 10)], ids=["open", "closed"])
@pytest.mark.parametrize("bases", tuple(product(Basis, Basis)), ids="-".join)
def test_a_list_burdens_one_year(
    paid: Office, bases: tuple[Basis, Basis], closed_on: date | None
) -> None:
    paid.run(Store(replace(NEXT_YEAR, basis=bases[1])))
    paid.run(Change(BudgetYear, "year", {"basis": bases[0]}))
    assert _burdens(paid) == (WHOLE, 0)
    if closed_on:
        paid.run(CloseYear(2019, closed_on))
    paid.run(BOOKED_NEXT)
    # It burdens the year it concerns where the budgets say so, else the one it is booked in.
    concerned = bases == (Basis.ACCRUAL, Basis.ACCRUAL) and closed_on is None
    assert _burdens(paid) == ((WHOLE, 0) if concerned else (0, WHOLE))


def _burdens(office: Office) -> tuple[int, ...]:
    with office.workspace.read() as reader:
        made = [allowance_forecast(reader, year) for year in (2019, 2020)]
    return tuple(each.booked + each.closed for each in made)


def test_a_list_booked_in_the_next_year_and_taken_back_burdens_its_own_again(paid: Office) -> None:
    paid.run(Store(NEXT_YEAR))
    entry = paid.made(BOOKED_NEXT)
    assert _burdens(paid) == (0, WHOLE)
    paid.run(Correct(entry, 2020))
    assert _burdens(paid) == (WHOLE, 0)
