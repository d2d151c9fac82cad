"""Which grants the annual report describes one by one, and which it sums up."""

from typing import Final

from hubra_desktop.model.money.grants import governing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.reports.year import YearSheets

_MOST_TOLD: Final = 8
"""As many grants as readers can take in; of more, those that nothing happened to are summed."""


def grants_described(year: YearSheets) -> list[Grant]:
    """Return the grants written of one by one: those that something happened to at least."""
    moved = [grant for grant in year.grants if _happened(year, grant)]
    still = [grant for grant in _of_known_sum(year) if grant not in moved]
    return moved if len(moved) + len(still) > _MOST_TOLD else [*moved, *still]


def grants_summed_up(year: YearSheets) -> list[Grant]:
    """Return the grants of the year that are only summed up."""
    apart = grants_described(year)
    return [grant for grant in _of_known_sum(year) if grant not in apart]


def _of_known_sum(year: YearSheets) -> list[Grant]:
    """Return the grants of the year whose amounts are known."""
    return [
        grant for grant in year.grants
        if grant.year == year.year and governing(grant) is not None
        and any(each.amount_ore for each in grant.decisions)
    ]  # fmt: skip


def _happened(year: YearSheets, grant: Grant) -> bool:
    """Tell whether money came back in the year, or the grant was raised, lowered or withdrawn."""
    changed = {
        DecisionKind.RAISE, DecisionKind.LOWER, DecisionKind.WITHDRAW, DecisionKind.RECLAIM,
        DecisionKind.WRITE_OFF,
    }  # fmt: skip
    decided = any(each.kind in changed and each.year == year.year for each in grant.decisions)
    return decided or came_back(year, grant)


def came_back(year: YearSheets, grant: Grant) -> bool:
    """Tell whether money of a grant came back in the year."""
    return any(
        each.kind is EntryKind.REPAYMENT and each.year == year.year
        for each in year.entries_of(grant)
    )
