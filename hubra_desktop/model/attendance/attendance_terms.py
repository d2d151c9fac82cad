"""The closed vocabularies of attendance and allowance; the stored values never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class AttendanceRole(Term):
    """As what somebody is at a meeting; those after the substitutes are never counted."""

    CHAIR = "chair", N_("ordförande")
    VICE_CHAIR = "vice_chair", N_("vice ordförande")
    MEMBER = "member", N_("ledamot")
    SUBSTITUTE = "substitute", N_("ersättare")
    CO_OPTED = "co_opted", N_("adjungerad")
    SECRETARY = "secretary", N_("sekreterare")
    PRESENTER = "presenter", N_("föredragande")
    GUEST = "guest", N_("gäst")


class AttendanceReply(Term):
    """What somebody answered to the call."""

    NONE = "none", N_("inget svar")
    COMES = "comes", N_("kommer")
    PREVENTED = "prevented", N_("förhinder")


class AttendanceStatus(Term):
    """Whether somebody was there."""

    OPEN = "open", N_("inte avprickad")
    PRESENT = "present", N_("närvarande")
    ABSENT = "absent", N_("frånvarande")
    EXCUSED = "excused", N_("anmäld frånvaro")


class AllowanceKind(Term):
    """What is paid for."""

    FIRST_HOURS = "first_hours", N_("första timmarna")
    HALF_HOUR = "half_hour", N_("påbörjad halvtimme")
    PRE_MEETING = "pre_meeting", N_("förmöte")
    LOST_INCOME = "lost_income", N_("förlorad arbetsinkomst")
    TRAVEL = "travel", N_("resa")
