"""Rules of what is measured: values that fit their indicator, one for each group and year."""

from hubra_desktop.model.indicators.indicator_rules import refuse_indicator
from hubra_desktop.model.records.indicators import Indicator
from hubra_desktop.work.invariants.kinds import Touched
from hubra_desktop.work.invariants.wholes import touched_wholes


def check_indicators(touched: Touched) -> None:
    """Refuse values that the unit or the breakdown cannot have, and one that is there twice."""
    for indicator in touched_wholes(touched, Indicator):
        refuse_indicator(indicator)
