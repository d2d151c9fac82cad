"""How the municipality prints, with what every paper needs to know of its register besides."""

import datetime as dt
from dataclasses import dataclass

from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.speech import Abbreviations


@dataclass(frozen=True, kw_only=True)
class PaperStyle(HouseStyle):
    """A house style as papers are printed in it.

    ``abbreviations`` are what the register writes short for; ``changed`` is the day of its
    latest change, None for one without a history: a paper is never of a later day. Papers of
    an exercise register (``practice``) say so on every page.
    """

    abbreviations: Abbreviations = ()
    changed: dt.date | None = None
    practice: bool = False


def is_exercise(style: HouseStyle) -> bool:
    """Tell whether papers in a style are those of an exercise register."""
    return isinstance(style, PaperStyle) and style.practice
