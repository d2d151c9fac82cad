"""What the stored values of the indicators may be."""

from collections.abc import Mapping

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.rules import COUNT, VALUE, YEAR, Rule, flag, line, optional, term, text

RULES: Mapping[str, Mapping[str, Rule]] = {
    "measurement": {
        "year": YEAR,
        "group": term(Group),
        "value_thousandths": optional(VALUE),
        "missing": term(Missing),
        "incomparable": flag,
        "note": text,
        "evidence": line,
    },
    "change_text": {
        "year": YEAR,
        "compared_year": YEAR,
        "text": text,
    },
    "indicator": {
        "position": COUNT,
        "name": line,
        "unit": term(Unit),
        "direction": term(Direction),
        "source": line,
        "interval_years": optional(COUNT),
        "groups": term(GroupSet),
        "shares": flag,
        "area_number": line,
        "active_from": optional(YEAR),
        "active_to": optional(YEAR),
        "note": text,
    },
}
