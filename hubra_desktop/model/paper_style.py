"""How the municipality prints, with what every paper needs to know of its register besides."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.speech import Abbreviations


@dataclass(frozen=True, kw_only=True)
class PaperStyle(HouseStyle):
    """A house style as papers are printed in it.

    ``abbreviations`` are what the register writes short for; ``changed`` is the day of its
    latest change, None for one without a history: a paper is never of a later day.
    """

    abbreviations: Abbreviations = ()
    changed: dt.date | None = None
