"""Indicators and their values as frozen values, in thousandths."""

from dataclasses import dataclass

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.records.fields import Count, Identity, Line, Text, Thousandths, Year


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """One value of an indicator, or why it is missing."""

    id: Identity = ""
    year: Year = 0
    group: Group = Group.ALL
    value_thousandths: Thousandths | None = None
    missing: Missing = Missing.NO
    incomparable: bool = False
    note: Text = ""
    evidence: Line = ""


@dataclass(frozen=True, kw_only=True)
class ChangeText:
    """What somebody wrote of the change between two years.

    It stands in place of the derived sentence.
    """

    id: Identity = ""
    year: Year = 0
    compared_year: Year = 0
    text: Text = ""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A question that is measured, with its values.

    ``shares`` tells that its groups are percent of a count.
    """

    id: Identity = ""
    position: Count = 0
    name: Line = ""
    unit: Unit = Unit.PERCENT
    direction: Direction = Direction.HIGHER
    source: Line = ""
    interval_years: Count | None = None
    groups: GroupSet = GroupSet.NONE
    shares: bool = False
    area_number: Line = ""
    active_from: Year | None = None
    active_to: Year | None = None
    note: Text = ""
    measurements: tuple[Measurement, ...] = ()
    change_texts: tuple[ChangeText, ...] = ()
