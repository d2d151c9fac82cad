"""Where a row of the ledger stands, and what it takes back."""

import pytest

from hubra_desktop.model.money.booked import BookedAmount, Side, booked_amount
from hubra_desktop.model.money.ledger import Sum, add_up
from hubra_desktop.model.money.terms import EntryKind


@pytest.mark.parametrize(
    ("corrected", "side", "ore"),
    [
        (EntryKind.PAYMENT, Side.OUT, -100),
        (EntryKind.REPAYMENT, Side.IN, -100),
        (EntryKind.TRANSFER_OUT, Side.MOVED, 100),
    ],
)
def test_a_correction_takes_back_where_what_it_corrects_stands(
    corrected: EntryKind, side: Side, ore: int
) -> None:
    assert booked_amount(EntryKind.CORRECTION, 100, corrected) == BookedAmount(side, ore)


def test_a_correction_beyond_what_was_used_frees_no_more_than_was_reserved() -> None:
    reserved = Sum("post", EntryKind.RESERVATION, "grant", 100)
    back = Sum("post", EntryKind.PAYMENT, "grant", 50, back=True)
    assert add_up([reserved, back])["post"].reserved == 100
