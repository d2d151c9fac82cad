"""The closed vocabularies of the money, stored by their values, which never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class Basis(Term):
    """In which year an amount counts: when it moved (cash), or the year it concerns (accrual)."""

    CASH = "cash", N_("kontant")
    ACCRUAL = "accrual", N_("periodiserat")


class PostKind(Term):
    """What a budget post is for: arvoden, bidrag, fortbildning, övrigt, or income."""

    FEES = "fees", N_("arvoden")
    GRANTS = "grants", N_("bidrag")
    TRAINING = "training", N_("fortbildning")
    OTHER = "other", N_("övrigt")
    INCOME = "income", N_("intäkter")


class EntryKind(Term):
    """What a row of the ledger is; the kind gives the amount its sign."""

    RESERVATION = "reservation", N_("reservation")
    PAYMENT = "payment", N_("utbetalning")
    COST = "cost", N_("kostnad")
    REPAYMENT = "repayment", N_("återbetalning")
    INCOME = "income", N_("intäkt")
    TRANSFER_IN = "transfer_in", N_("omföring in")
    TRANSFER_OUT = "transfer_out", N_("omföring ut")
    CORRECTION = "correction", N_("rättelse")


class GrantKind(Term):
    """What sort of grant it is; each has its own rules."""

    NIGHT_WALK = "night_walk", N_("nattvandring")
    PROJECT = "project", N_("projekt")
    IOP = "iop", N_("IOP")
    OTHER = "other", N_("annat")


class DecisionKind(Term):
    """What a decision about a grant does."""

    STANCE = "stance", N_("rådets ställningstagande")
    GRANT = "grant", N_("beviljande")
    RAISE = "raise", N_("höjning")
    LOWER = "lower", N_("sänkning")
    REFUSE = "refuse", N_("avslag")
    WITHDRAW = "withdraw", N_("återkallelse")
    RECLAIM = "reclaim", N_("återkrav")
    WRITE_OFF = "write_off", N_("avskrivning")


class Outcome(Term):
    """What became of what a grant was given for, as far as is known."""

    OPEN = "open", N_("inte känt")
    CARRIED_OUT = "carried_out", N_("genomfört")
    PARTLY = "partly", N_("delvis genomfört")
    NOT_CARRIED_OUT = "not_carried_out", N_("ej genomfört")


class Verdict(Term):
    """How a report on a grant was assessed."""

    NONE = "none", N_("inte bedömd")
    APPROVED = "approved", N_("godkänd")
    INCOMPLETE = "incomplete", N_("behöver kompletteras")


class GrantState(Term):
    """Where a grant stands: derived from decisions and ledger, never stored or typed."""

    APPLIED = "applied", N_("ansökt")
    RETRACTED = "retracted", N_("ansökan återtagen")
    REFUSED = "refused", N_("avslaget")
    GRANTED = "granted", N_("beviljat")
    WITHDRAWN = "withdrawn", N_("återkallat")
    PARTLY_PAID = "partly_paid", N_("delvis utbetalt")
    PAID = "paid", N_("utbetalt")
    REPORTED = "reported", N_("redovisat")
    ENDED = "ended", N_("avslutat")
    NOT_CARRIED_OUT = "not_carried_out", N_("ej genomfört")
    RECLAIMED = "reclaimed", N_("återkrävt")
    PARTLY_REPAID = "partly_repaid", N_("delvis återbetalt")
    FULLY_REPAID = "fully_repaid", N_("helt återbetalt")
    WRITTEN_OFF = "written_off", N_("avskrivet")
