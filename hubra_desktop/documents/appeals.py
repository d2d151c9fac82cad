"""How a decision is appealed, as the papers tell it: by the local government act, or by others.

Laglighetsprövning: kommunallagen (2017:725) 13 kap. 1-8 §§; the time is counted from the day
on which the approval of the minutes was announced. Other appeals: förvaltningslagen
(2017:900) 41-44 §§; the time is counted from the day on which one was told of the decision.
"""

import datetime as dt
from typing import Final

from hubra_desktop.model.deadlines import appeal_period
from hubra_desktop.model.minutes.minutes_terms import AppealKind
from hubra_desktop.model.swedish import date_in_text

_LEGALITY: Final = (
    "Den som är medlem av kommunen kan få beslutets laglighet prövad (kommunallagen 13 kap.). "
    "Skriv till förvaltningsrätten, ange vilket beslut det gäller och vad som gör det olagligt, "
    "och skriv under. Skrivelsen ska ha kommit in till förvaltningsrätten inom tre veckor från "
    "den dag då det tillkännagavs på kommunens anslagstavla att protokollet är justerat."
)
_ADMINISTRATIVE: Final = (
    "Den som beslutet angår kan överklaga det, om det har gått honom eller henne emot "
    "(förvaltningslagen 41–44 §§). Ställ överklagandet till förvaltningsrätten men lämna det "
    "till {body}. Ange vilket beslut det gäller, hur det ska ändras och varför, och skriv under. "
    "Överklagandet ska ha kommit in inom tre veckor från den dag då den som överklagar fick del "
    "av beslutet."
)


def appeal_text(kind: AppealKind, body: str, posted: dt.date | None) -> str:
    """Say how a decision is appealed; "" for one that cannot be. ``posted`` is the announcement."""
    if kind is AppealKind.ADMINISTRATIVE:
        return _ADMINISTRATIVE.format(body=body or "den som har beslutat")
    if kind is not AppealKind.LEGALITY:
        return ""
    if posted is None:
        return _LEGALITY
    last = appeal_period(posted)[1]
    return (
        f"{_LEGALITY} Det tillkännagavs {date_in_text(posted)}. Sista dagen är "
        f"{date_in_text(last)}."
    )
