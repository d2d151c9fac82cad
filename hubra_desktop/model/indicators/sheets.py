"""Indicators and their values as frozen values, in thousandths."""

from dataclasses import dataclass

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit


@dataclass(frozen=True, kw_only=True)
class MeasurementSheet:
    """One value of an indicator, or why it is missing."""

    id: str = ""
    year: int = 0
    group: Group = Group.ALL
    value_thousandths: int | None = None
    missing: Missing = Missing.NO
    incomparable: bool = False
    note: str = ""
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class ChangeTextSheet:
    """What somebody wrote of the change between two years."""

    id: str = ""
    year: int = 0
    compared_year: int = 0
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class IndicatorSheet:
    """A question that is measured, with its values."""

    id: str = ""
    position: int = 0
    name: str = ""
    unit: Unit = Unit.PERCENT
    direction: Direction = Direction.HIGHER
    source: str = ""
    interval_years: int | None = None
    groups: GroupSet = GroupSet.NONE
    shares: bool = False
    area_number: str = ""
    active_from: int | None = None
    active_to: int | None = None
    note: str = ""
    measurements: tuple[MeasurementSheet, ...] = ()
    change_texts: tuple[ChangeTextSheet, ...] = ()
