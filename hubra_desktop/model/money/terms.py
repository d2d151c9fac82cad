"""The closed vocabularies of the money, stored by their values, which never change."""

from enum import StrEnum


class Basis(StrEnum):
    """In which year an amount counts: when it moved (cash), or the year it concerns (accrual)."""

    CASH = "cash"
    ACCRUAL = "accrual"


class PostKind(StrEnum):
    """What a budget post is for: arvoden, bidrag, fortbildning, övrigt."""

    FEES = "fees"
    GRANTS = "grants"
    TRAINING = "training"
    OTHER = "other"


class EntryKind(StrEnum):
    """What a row of the ledger is; the kind gives the amount its sign."""

    RESERVATION = "reservation"
    PAYMENT = "payment"
    COST = "cost"
    REPAYMENT = "repayment"
    INCOME = "income"
    TRANSFER_IN = "transfer_in"
    TRANSFER_OUT = "transfer_out"
    CORRECTION = "correction"


class GrantKind(StrEnum):
    """What sort of grant it is; each has its own rules."""

    NIGHT_WALK = "night_walk"
    PROJECT = "project"
    IOP = "iop"
    OTHER = "other"


class DecisionKind(StrEnum):
    """What a decision about a grant does."""

    STANCE = "stance"
    GRANT = "grant"
    RAISE = "raise"
    LOWER = "lower"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    RECLAIM = "reclaim"
    WRITE_OFF = "write_off"


class Outcome(StrEnum):
    """What became of what a grant was given for, as far as is known."""

    OPEN = "open"
    CARRIED_OUT = "carried_out"
    PARTLY = "partly"
    NOT_CARRIED_OUT = "not_carried_out"


class Verdict(StrEnum):
    """How a report on a grant was assessed."""

    NONE = "none"
    APPROVED = "approved"
    INCOMPLETE = "incomplete"


class GrantState(StrEnum):
    """Where a grant stands: derived from decisions and ledger, never stored or typed."""

    APPLIED = "applied"
    REFUSED = "refused"
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    REPORTED = "reported"
    ENDED = "ended"
    NOT_CARRIED_OUT = "not_carried_out"
    RECLAIMED = "reclaimed"
    PARTLY_REPAID = "partly_repaid"
    FULLY_REPAID = "fully_repaid"
    WRITTEN_OFF = "written_off"
