"""The closed vocabularies of the indicators, stored by their values, which never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class Unit(Term):
    """What an indicator's values are: index 1–100, share in percent, count."""

    INDEX = "index", N_("index")
    PERCENT = "percent", N_("procent")
    COUNT = "count", N_("antal")


class Direction(Term):
    """Which way is good."""

    HIGHER = "higher", N_("högre är bättre")
    LOWER = "lower", N_("lägre är bättre")
    NEUTRAL = "neutral", N_("ingen riktning är bättre")


class GroupSet(Term):
    """Which groups an indicator is broken down by."""

    NONE = "none", N_("ingen uppdelning")
    ADULTS = "adults", N_("alla, män, kvinnor")
    YOUNG = "young", N_("alla, pojkar, flickor")


class Group(Term):
    """Whom a value is about: alla, män, kvinnor, pojkar, flickor."""

    ALL = "all", N_("alla")
    MEN = "men", N_("män")
    WOMEN = "women", N_("kvinnor")
    BOYS = "boys", N_("pojkar")
    GIRLS = "girls", N_("flickor")


GROUPS = {
    GroupSet.NONE: (Group.ALL,),
    GroupSet.ADULTS: (Group.ALL, Group.MEN, Group.WOMEN),
    GroupSet.YOUNG: (Group.ALL, Group.BOYS, Group.GIRLS),
}


class Missing(Term):
    """Why a value is missing; NO when it is there."""

    NO = "no", ""
    NOT_STATED = "not_stated", N_("uppgift saknas")
    NOT_MEASURED = "not_measured", N_("ej mätt")
    TOO_FEW = "too_few", N_("för få svar")


REASONS = (Missing.NOT_MEASURED, Missing.TOO_FEW, Missing.NOT_STATED)
"""The reasons that can be chosen for a missing value."""
