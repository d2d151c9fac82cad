"""Sums of several grants, as under a list of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hubra_desktop.model.language import say
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import Standing


@dataclass(frozen=True, kw_only=True)
class Totals:
    """Grants added up, in öre.

    ``applied`` and ``granted`` are None when nobody has stated any of them;
    ``applied_known`` and ``granted_known`` are False when some are not stated: then the
    sums are lower bounds.
    """

    count: int
    applied: int | None
    applied_known: bool
    granted: int | None
    granted_known: bool
    paid: int
    repaid: int
    written_off: int
    rest: int

    @property
    def net(self) -> int:
        """Return the net cost of the grants, in öre."""
        return self.paid - self.repaid


def totals(grants: Iterable[Standing]) -> Totals:
    """Add up the standings of grants."""
    grants = tuple(grants)
    applied = [each.applied for each in grants if each.applied is not None]
    granted = [each.granted for each in grants if each.granted_known or each.granted]
    return Totals(
        count=len(grants),
        applied=sum(applied) if applied or not grants else None,
        applied_known=len(applied) == len(grants),
        granted=sum(granted) if granted or not grants else None,
        granted_known=all(each.granted_known for each in grants),
        paid=sum(each.paid for each in grants),
        repaid=sum(each.repaid for each in grants),
        written_off=sum(each.written_off for each in grants),
        rest=sum(each.rest for each in grants),
    )


def sum_text(ore: int | None, *, known: bool, write: Callable[[int], str] = kronor) -> str:
    """Write a sum in the window's language: as it is, what it is at least, or that none is known.

    ``known`` is False when something that is not stated belongs to it; ``write`` writes
    an amount in öre.
    """
    if ore is None:
        return say("anges inte")
    if known:
        return write(ore)
    return say("minst {amount}", amount=write(ore))


def granted_text(now: Standing, write: Callable[[int], str] = kronor) -> str:
    """Write what a grant is: its amount, what it is at least, or that nobody has said."""
    known = now.granted_known
    return sum_text(now.granted if known else now.granted or None, known=known, write=write)
