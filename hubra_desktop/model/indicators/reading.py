"""An indicator read year by year: which values there are, and which can be compared.

A value marked as incomparable begins a new series (another question, another way to
measure): it cannot be compared with the years before it, later years with it can.
"""

from collections.abc import Mapping
from typing import NamedTuple

from hubra_desktop.model.indicators.terms import Group
from hubra_desktop.model.indicators.values import groups_of
from hubra_desktop.model.records.indicators import Indicator, Measurement


class Years(NamedTuple):
    """The two years that are shown beside each other; None where there is none."""

    latest: int | None
    compared: int | None


def measured(indicator: Indicator, year: int | None) -> Mapping[Group, Measurement]:
    """Return a year's values and missing values by group."""
    return {each.group: each for each in indicator.measurements if each.year == year}


def known(indicator: Indicator, year: int | None, group: Group) -> int | None:
    """Return a value in thousandths, None when there is none."""
    row = measured(indicator, year).get(group)
    return None if row is None else row.value_thousandths


def all_years(indicator: Indicator) -> tuple[int, ...]:
    """Return the years that something is written for, a value or why it is missing."""
    return tuple(sorted({each.year for each in indicator.measurements}))


def years_with_values(indicator: Indicator) -> tuple[int, ...]:
    """Return the years that have a value for one group at least."""
    found = {each.year for each in indicator.measurements if each.value_thousandths is not None}
    return tuple(sorted(found))


def years_shown(indicator: Indicator, until: int | None = None) -> Years:
    """Return the latest year with a value, at most ``until``, and the one before it."""
    found = [year for year in years_with_values(indicator) if until is None or year <= until]
    return Years(found[-1] if found else None, found[-2] if len(found) > 1 else None)


def breaks(indicator: Indicator) -> tuple[int, ...]:
    """Return the years whose values cannot be compared with those before them."""
    return tuple(sorted({each.year for each in indicator.measurements if each.incomparable}))


def comparable(indicator: Indicator, first: int, second: int) -> bool:
    """Return whether two years stand in the same series."""
    low, high = sorted((first, second))
    return not any(low < year <= high for year in breaks(indicator))


def active(indicator: Indicator, year: int) -> bool:
    """Return whether the indicator is followed in ``year``."""
    begun = indicator.active_from is None or indicator.active_from <= year
    return begun and (indicator.active_to is None or year <= indicator.active_to)


def shown_groups(indicator: Indicator, year: int) -> tuple[Group, ...]:
    """Return the groups that have something written for ``year``, in printed order."""
    rows = measured(indicator, year)
    return tuple(group for group in groups_of(indicator) if group in rows)
