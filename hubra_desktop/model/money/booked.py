"""How rows of the ledger are shown and added up: out or in, or what moves no money.

A correction stands in the column of what it corrects and takes back there, as it does in
the budget, so that *out* is what is paid and cost, *in* what is repaid and income, and the
net is out less in. Transfers and reservations move no money and have columns of their own.
"""

from collections.abc import Iterable
from enum import Enum
from typing import Final, NamedTuple

from hubra_desktop.model.language import N_, Tell, say
from hubra_desktop.model.money.ledger import EFFECTS
from hubra_desktop.model.money.terms import EntryKind
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word


class Side(Enum):
    """The columns of a ledger, by what they are called."""

    OUT = N_("Ut")
    IN = N_("In")
    MOVED = N_("Omfört")
    RESERVED = N_("Reserverat")


_SIDES: Final = {
    "paid": Side.OUT, "cost": Side.OUT, "repaid": Side.IN, "income": Side.IN,
    "planned": Side.MOVED, "reserved": Side.RESERVED,
}  # fmt: skip


class BookedAmount(NamedTuple):
    """The column that a row stands in, and its amount there with its sign, in öre."""

    side: Side
    ore: int

    @property
    def direction(self) -> int:
        """Return -1 for money that goes out or is taken from a post, 1 for what comes in, or 0."""
        signs = {Side.OUT: -1, Side.IN: 1, Side.MOVED: 1, Side.RESERVED: 0}
        return signs[self.side] * (1 if self.ore > 0 else -1)


def booked_amount(
    kind: EntryKind, amount_ore: int, corrected: EntryKind | None = None
) -> BookedAmount | None:
    """Return where a row counts; ``corrected`` is the kind of the row that it corrects.

    None for a correction of a row that is not known.
    """
    counts_as = corrected if kind is EntryKind.CORRECTION else kind
    if counts_as not in EFFECTS or counts_as is None:
        return None
    column, sign = EFFECTS[counts_as]
    back = -1 if kind is EntryKind.CORRECTION else 1
    return BookedAmount(_SIDES[column], back * sign * amount_ore)


def sides_of(amounts: Iterable[BookedAmount | None]) -> dict[Side, int]:
    """Return what the columns add up to, in öre: those that something stands in, in order."""
    sums: dict[Side, int] = {}
    for each in amounts:
        if each is not None:
            sums[each.side] = sums.get(each.side, 0) + each.ore
    return {side: sums[side] for side in Side if side in sums}


def kind_text(kind: EntryKind, original_number: int | None, tell: Tell = say) -> str:
    """Say what a row is, and which one it points to: ``Rättelse av 11``.

    The second row of a transfer goes with the first, and points nowhere.
    """
    name = capitalised(word(kind, tell))
    if original_number is None or kind is EntryKind.TRANSFER_IN:
        return name
    return tell("{kind} av {number}", kind=name, number=original_number)
