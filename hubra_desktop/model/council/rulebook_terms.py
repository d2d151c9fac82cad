"""The closed vocabularies of rules and calendar; the stored values never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class DayCount(Term):
    """Which days a notice period counts."""

    CALENDAR = "calendar", N_("kalenderdagar")
    WORKDAYS = "workdays", N_("arbetsdagar")


class Quorum(Term):
    """How many must be present."""

    NONE = "none", N_("ingen regel")
    HALF = "half", N_("mer än hälften")


class SubstituteRule(Term):
    """In which way substitutes serve."""

    NONE = "none", N_("inga ersättare")
    RANKED = "ranked", N_("i fastställd ordning")
    PERSONAL = "personal", N_("personliga ersättare")
    GROUP = "group", N_("inom gruppen")


class PeriodKind(Term):
    """Why no meeting is put on some days."""

    SCHOOL = "school", N_("lov")
    MEETINGS = "meetings", N_("andra sammanträden")
    OTHER = "other", N_("annat")
