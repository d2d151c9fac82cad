"""The closed vocabularies of what is issued and sent; the stored values never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class Audience(Term):
    """For whom a print is: for those who are called, or for everybody."""

    INTERNAL = "internal", N_("intern")
    PUBLIC = "public", N_("publik")


class IssueState(Term):
    """What an issued version is now."""

    ISSUED = "issued", N_("utgiven")
    REPLACED = "replaced", N_("ersatt")
    WITHDRAWN = "withdrawn", N_("återkallad")


class DispatchKind(Term):
    """What is sent."""

    CALL = "call", N_("kallelse")
    CHANGES = "changes", N_("ändring av kallelsen")
    ADDITION = "addition", N_("tilläggslista")
    CANCELLED = "cancelled", N_("inställt sammanträde")
    MOVED = "moved", N_("flyttat sammanträde")
    PACKET = "packet", N_("handlingar")
    SLOT = "slot", N_("tid för föredragning")
    REMINDER = "reminder", N_("påminnelse")
    MINUTES = "minutes", N_("protokoll")
    EXTRACT = "extract", N_("protokollsutdrag")
