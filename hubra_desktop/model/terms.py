"""The closed vocabularies of the field, stored in the register by their values.

The values are written to files and exchanged with other registers: they never
change once released. What the user reads is chosen elsewhere.
"""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class MeetingKind(Term):
    """What sort of meeting it is."""

    ORDINARY = "ordinary", N_("Ordinarie")
    EXTRA = "extra", N_("Extra")
    THEME = "theme", N_("Tema")


class MeetingState(Term):
    """How far a meeting has come; the last two stand beside the line."""

    PLANNED = "planned", N_("Planerat")
    PREPARING = "preparing", N_("Bereds")
    CALLED = "called", N_("Kallat")
    ONGOING = "ongoing", N_("Pågår")
    HELD = "held", N_("Hållet")
    APPROVED = "approved", N_("Justerat")
    ARCHIVED = "archived", N_("Arkiverat")
    CANCELLED = "cancelled", N_("Inställt")
    MOVED = "moved", N_("Flyttat")


LIFTED_STATES = frozenset({MeetingState.CANCELLED, MeetingState.MOVED})
"""Meetings that do not take place on their day: they stand beside the line."""
UNCALLED_STATES = frozenset({MeetingState.PLANNED, MeetingState.PREPARING})
"""Meetings whose agenda is still being made."""
APPROVED_STATES = frozenset({MeetingState.APPROVED, MeetingState.ARCHIVED})
"""Meetings whose minutes are approved: they never change, but for what comes afterwards."""
HELD_STATES = APPROVED_STATES | {MeetingState.HELD}


class ItemKind(Term):
    """What sort of row an agenda item is; breaks and headings carry no number unless chosen."""

    FORMALITY = "formality", N_("Formalia")
    INFORMATION = "information", N_("Information")
    DECISION = "decision", N_("Beslut")
    BREAK = "break", N_("Paus")
    HEADING = "heading", N_("Rubrik")
    OTHER = "other", N_("Övrigt")


UNNUMBERED_KINDS = frozenset({ItemKind.BREAK, ItemKind.HEADING})


class PrintTime(Term):
    """How much of a row's time the kallelse prints; the time is used all the same."""

    RANGE = "range", N_("Från och till")
    START = "start", N_("Bara start")
    NONE = "none", N_("Skrivs inte ut")


class Anchor(Term):
    """What a footnote's mark stands beside."""

    TIME = "time", N_("Tiden")
    PLACE = "place", N_("Platsen")
    ITEM = "item", N_("Ett ärende")


class BodyKind(Term):
    """What sort of organisation a body is."""

    COUNCIL = "council", N_("råd")
    COMMITTEE = "committee", N_("nämnd")
    ADMINISTRATION = "administration", N_("förvaltning")
    POLICE = "police", N_("polis")
    ASSOCIATION = "association", N_("förening")
    MUNICIPALITY = "municipality", N_("kommun")
    OTHER = "other", N_("annat")


class Role(Term):
    """In which role a person serves a body."""

    CHAIR = "chair", N_("ordförande")
    VICE_CHAIR = "vice_chair", N_("vice ordförande")
    MEMBER = "member", N_("ledamot")
    SUBSTITUTE = "substitute", N_("ersättare")
    CO_OPTED = "co_opted", N_("adjungerad")
    PRESENTER = "presenter", N_("föredragande")
    SECRETARY = "secretary", N_("sekreterare")


class DeliveryWay(Term):
    """How somebody is sent papers."""

    EMAIL = "email", N_("e-post")
    POST = "post", N_("post")
    HAND = "hand", N_("i handen")
    COLLECT = "collect", N_("hämtas")


class PresenterAnswer(Term):
    """Whether somebody has said that they come and present an item."""

    NOT_ASKED = "not_asked", N_("inte tillfrågad")
    ASKED = "asked", N_("tillfrågad")
    YES = "yes", N_("kommer")
    NO = "no", N_("kan inte")


class MatterState(Term):
    """How far a matter has come."""

    OPEN = "open", N_("öppet")
    RESTING = "resting", N_("vilande")
    CLOSED = "closed", N_("avslutat")


class BacklogKind(Term):
    """Why something waits for a later agenda."""

    IDEA = "idea", N_("idé")
    PARKED = "parked", N_("parkerat")
    TABLED = "tabled", N_("bordlagt")
    REFERRED_BACK = "referred_back", N_("återremitterat")


class BacklogState(Term):
    """What became of something that waits."""

    WAITING = "waiting", N_("väntar")
    PLACED = "placed", N_("på en lista")
    DROPPED = "dropped", N_("struket")


class MeetingPaperKind(Term):
    """What sort of paper goes with an agenda."""

    STATEMENT = "statement", N_("tjänsteutlåtande")
    REPORT = "report", N_("verksamhetsberättelse")
    PLAN = "plan", N_("verksamhetsplan")
    MINUTES = "minutes", N_("protokoll")
    MEMO = "memo", N_("PM")
    REPLY = "reply", N_("remissvar")
    OTHER = "other", N_("handling")


LARGE_PRINT = (16, 20)
"""The sizes that papers are offered in for those who see badly, in points."""
