"""The closed vocabularies of the indicators, stored by their values, which never change."""

from enum import StrEnum


class Unit(StrEnum):
    """What an indicator's values are: index 1–100, share in percent, count."""

    INDEX = "index"
    PERCENT = "percent"
    COUNT = "count"


class Direction(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class GroupSet(StrEnum):
    """Which groups an indicator is broken down by."""

    NONE = "none"
    ADULTS = "adults"
    YOUNG = "young"


class Group(StrEnum):
    """Whom a value is about: alla, män, kvinnor, pojkar, flickor."""

    ALL = "all"
    MEN = "men"
    WOMEN = "women"
    BOYS = "boys"
    GIRLS = "girls"


GROUPS = {
    GroupSet.NONE: (Group.ALL,),
    GroupSet.ADULTS: (Group.ALL, Group.MEN, Group.WOMEN),
    GroupSet.YOUNG: (Group.ALL, Group.BOYS, Group.GIRLS),
}


class Missing(StrEnum):
    """Why a value is missing; NO when it is there."""

    NO = "no"
    NOT_STATED = "not_stated"
    NOT_MEASURED = "not_measured"
    TOO_FEW = "too_few"
