"""The words for the indicators' vocabularies, for the screen and for papers.

A function that makes words takes ``tell``: ``say`` speaks the window's language,
``swedish`` is for papers, which are Swedish whatever the window speaks.
"""

from typing import Final, Protocol

from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.language import say

Term = Direction | Group | GroupSet | Missing | Unit


class Tell(Protocol):
    """Chooses one of two sentences and fills it in, as ``say`` does."""

    def __call__(self, sv: str, en: str, **values: object) -> str:
        """Return the sentence, filled in."""


def swedish(sv: str, en: str, **values: object) -> str:  # noqa: ARG001
    """Return the Swedish sentence, whatever the window speaks."""
    return sv.format(**values) if values else sv


_WORDS: Final[dict[Term, tuple[str, str]]] = {
    Unit.INDEX: ("index", "index"),
    Unit.PERCENT: ("procent", "percent"),
    Unit.COUNT: ("antal", "number"),
    Direction.HIGHER: ("högre är bättre", "higher is better"),
    Direction.LOWER: ("lägre är bättre", "lower is better"),
    Direction.NEUTRAL: ("ingen riktning är bättre", "neither is better"),
    GroupSet.NONE: ("ingen uppdelning", "no breakdown"),
    GroupSet.ADULTS: ("alla, män, kvinnor", "all, men, women"),
    GroupSet.YOUNG: ("alla, pojkar, flickor", "all, boys, girls"),
    Group.ALL: ("alla", "all"),
    Group.MEN: ("män", "men"),
    Group.WOMEN: ("kvinnor", "women"),
    Group.BOYS: ("pojkar", "boys"),
    Group.GIRLS: ("flickor", "girls"),
    Missing.NO: ("", ""),
    Missing.NOT_STATED: ("uppgift saknas", "not stated"),
    Missing.NOT_MEASURED: ("ej mätt", "not measured"),
    Missing.TOO_FEW: ("för få svar", "too few answers"),
}


def word(term: Term, tell: Tell = say) -> str:
    """Return what a term is called."""
    return tell(*_WORDS[term])


REASONS: Final = (Missing.NOT_MEASURED, Missing.TOO_FEW, Missing.NOT_STATED)
"""The reasons that can be chosen for a missing value."""


def source_line(source: str) -> str:
    """Write where the values come from as the papers do: ``Från Ung Livsstil``."""
    plain = source.strip()
    told = plain.casefold().startswith(("från ", "info från ", "uppgifter från ", "källa"))
    return plain if told or not plain else f"Från {plain}"
