"""What an association has accounted for: what is left of the grant, and what is said of it."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.money.grant_findings import grant_findings
from hubra_desktop.model.money.grants import moved, standing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.money import Grant, GrantDecision, LedgerEntry

KR = 100
PAID = LedgerEntry(id="p", number=1, year=2017, kind=EntryKind.PAYMENT, amount_ore=20_000 * KR,
                   grant_id="g")  # fmt: skip
BACK = LedgerEntry(id="r", number=2, year=2017, kind=EntryKind.REPAYMENT, amount_ore=3_000 * KR,
                   grant_id="g", original_id="p")  # fmt: skip
GRANT = Grant(
    id="g", year=2017, title="Vandring", report_received=dt.date(2018, 2, 1),
    decisions=(GrantDecision(year=2017, amount_ore=20_000 * KR, formal=True),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("accounted", "left"), [(None, 0), (0, 17_000), (15_500, 1_500), (17_000, 0), (25_000, 0)]
)
def test_what_is_not_accounted_for_is_paid_less_repaid_less_accounted(
    accounted: int | None, left: int
) -> None:
    grant = replace(GRANT, accounted_ore=None if accounted is None else accounted * KR)
    assert standing(grant, (PAID, BACK)).unaccounted == left * KR


def told(grant: Grant) -> list[str]:
    found = grant_findings(grant, moved(grant, (PAID,)), dt.date(2018, 3, 1))
    return [each.sentence for each in found if each.id == "not_accounted"]


def test_what_is_not_accounted_for_is_told_until_it_is_reclaimed() -> None:
    assert told(GRANT) == []
    part = replace(GRANT, accounted_ore=15_000 * KR)
    [sentence] = told(part)
    assert sentence.startswith("5\xa0000\xa0kr av ”Vandring” är inte redovisat.")
    claim = GrantDecision(kind=DecisionKind.RECLAIM, year=2018, amount_ore=5_000 * KR)
    assert told(replace(part, decisions=(*part.decisions, claim))) == []
