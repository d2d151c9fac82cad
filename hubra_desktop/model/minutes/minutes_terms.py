"""The closed vocabularies of minutes and of what follows; the stored values never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class MinutesKind(Term):
    """What a body keeps of its meetings: minutes with §§, or notes without."""

    PROTOCOL = "protocol", N_("protokoll")
    NOTES = "notes", N_("minnesanteckningar")


class DecisionOutcome(Term):
    """What became of a proposal."""

    OPEN = "open", N_("inte beslutat")
    AS_PROPOSED = "as_proposed", N_("bifall")
    CHANGED = "changed", N_("ändrat")
    REJECTED = "rejected", N_("avslag")
    TABLED = "tabled", N_("bordlagt")
    REFERRED_BACK = "referred_back", N_("återremiss")
    FILED = "filed", N_("till handlingarna")
    NOTED = "noted", N_("information mottagen")


PUT_OFF = frozenset({DecisionOutcome.TABLED, DecisionOutcome.REFERRED_BACK})
"""What leaves a matter to be taken up again."""


class ProposalKind(Term):
    """What somebody moves (yrkande)."""

    APPROVE = "approve", N_("bifall till förslaget")
    AMEND = "amend", N_("ändring")
    REJECT = "reject", N_("avslag")
    TABLE = "table", N_("bordläggning")
    REFER_BACK = "refer_back", N_("återremiss")


class BallotAnswer(Term):
    """How somebody votes."""

    YES = "yes", N_("ja")
    NO = "no", N_("nej")
    ABSTAIN = "abstain", N_("avstår")


class DissentKind(Term):
    """What somebody has put to the minutes."""

    RESERVATION = "reservation", N_("reservation")
    STATEMENT = "statement", N_("särskilt yttrande")
    NOTE = "note", N_("protokollsanteckning")


class AppealKind(Term):
    """How a decision can be appealed."""

    NONE = "none", N_("kan inte överklagas")
    LEGALITY = "legality", N_("laglighetsprövning")
    ADMINISTRATIVE = "administrative", N_("förvaltningsbesvär")


class AnchoringAnswer(Term):
    """What a body answered that was asked about a decision."""

    NONE = "none", N_("inget svar")
    AGREES = "agrees", N_("står bakom")
    COMMENTS = "comments", N_("har synpunkter")
    OBJECTS = "objects", N_("är emot")


class ApprovalKind(Term):
    """Whether all that is left is approved, or single §§ at once."""

    ORDINARY = "ordinary", N_("justering")
    IMMEDIATE = "immediate", N_("omedelbar justering")


class SignedKind(Term):
    """In which form a signed paper came back."""

    SIGNED_PDF = "signed_pdf", N_("digitalt undertecknad")
    SCAN = "scan", N_("inskannad underskrift")


class ReportedKind(Term):
    """What is told to a meeting without being decided there."""

    DELEGATED = "delegated", N_("delegationsbeslut")
    MESSAGE = "message", N_("meddelande")


class FollowUpState(Term):
    """How far what was to be done has come."""

    NOT_STARTED = "not_started", N_("ej påbörjad")
    ONGOING = "ongoing", N_("pågår")
    DONE = "done", N_("klar")
    ACCEPTED = "accepted", N_("godkänd av rådet")
    LOWERED = "lowered", N_("nedprioriterad")
    LAPSED = "lapsed", N_("utgår")


OPEN_FOLLOW_UPS = frozenset(
    {FollowUpState.NOT_STARTED, FollowUpState.ONGOING, FollowUpState.LOWERED}
)
"""Follow-ups that somebody still has to do."""
