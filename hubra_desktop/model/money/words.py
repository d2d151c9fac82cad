"""The words for the closed vocabularies of the money, as people read them.

The Swedish ones stand by themselves too, for papers, which are always Swedish.
"""

from collections.abc import Mapping
from enum import StrEnum

from hubra_desktop.model.language import say
from hubra_desktop.model.money.terms import (
    Basis,
    DecisionKind,
    EntryKind,
    GrantKind,
    GrantState,
    Outcome,
    PostKind,
    Verdict,
)

_Words = Mapping[StrEnum, tuple[str, str]]

_WORDS: Mapping[type[StrEnum], _Words] = {
    Basis: {
        Basis.CASH: ("kontant", "cash basis"),
        Basis.ACCRUAL: ("periodiserat", "accrual basis"),
    },
    PostKind: {
        PostKind.FEES: ("arvoden", "fees"),
        PostKind.GRANTS: ("bidrag", "grants"),
        PostKind.TRAINING: ("fortbildning", "training"),
        PostKind.OTHER: ("övrigt", "other"),
    },
    EntryKind: {
        EntryKind.RESERVATION: ("reservation", "reservation"),
        EntryKind.PAYMENT: ("utbetalning", "payment"),
        EntryKind.COST: ("kostnad", "cost"),
        EntryKind.REPAYMENT: ("återbetalning", "repayment"),
        EntryKind.INCOME: ("intäkt", "income"),
        EntryKind.TRANSFER_IN: ("omföring in", "transfer in"),
        EntryKind.TRANSFER_OUT: ("omföring ut", "transfer out"),
        EntryKind.CORRECTION: ("rättelse", "correction"),
    },
    GrantKind: {
        GrantKind.NIGHT_WALK: ("nattvandring", "night walk"),
        GrantKind.PROJECT: ("projekt", "project"),
        GrantKind.IOP: ("IOP", "IOP"),
        GrantKind.OTHER: ("annat", "other"),
    },
    DecisionKind: {
        DecisionKind.STANCE: ("rådets ställningstagande", "the council's stance"),
        DecisionKind.GRANT: ("beviljande", "grant"),
        DecisionKind.RAISE: ("höjning", "raise"),
        DecisionKind.LOWER: ("sänkning", "lowering"),
        DecisionKind.REFUSE: ("avslag", "refusal"),
        DecisionKind.WITHDRAW: ("återkallelse", "withdrawal"),
        DecisionKind.RECLAIM: ("återkrav", "reclaim"),
        DecisionKind.WRITE_OFF: ("avskrivning", "write-off"),
    },
    Outcome: {
        Outcome.OPEN: ("inte känt", "not known"),
        Outcome.CARRIED_OUT: ("genomfört", "carried out"),
        Outcome.PARTLY: ("delvis genomfört", "partly carried out"),
        Outcome.NOT_CARRIED_OUT: ("ej genomfört", "not carried out"),
    },
    Verdict: {
        Verdict.NONE: ("inte bedömd", "not assessed"),
        Verdict.APPROVED: ("godkänd", "approved"),
        Verdict.INCOMPLETE: ("behöver kompletteras", "incomplete"),
    },
    GrantState: {
        GrantState.APPLIED: ("ansökt", "applied for"),
        GrantState.REFUSED: ("avslaget", "refused"),
        GrantState.GRANTED: ("beviljat", "granted"),
        GrantState.WITHDRAWN: ("återkallat", "withdrawn"),
        GrantState.PARTLY_PAID: ("delvis utbetalt", "partly paid"),
        GrantState.PAID: ("utbetalt", "paid"),
        GrantState.REPORTED: ("redovisat", "reported"),
        GrantState.ENDED: ("avslutat", "ended"),
        GrantState.NOT_CARRIED_OUT: ("ej genomfört", "not carried out"),
        GrantState.RECLAIMED: ("återkrävt", "reclaimed"),
        GrantState.PARTLY_REPAID: ("delvis återbetalt", "partly repaid"),
        GrantState.FULLY_REPAID: ("helt återbetalt", "fully repaid"),
        GrantState.WRITTEN_OFF: ("avskrivet", "written off"),
    },
}


def word(term: StrEnum) -> str:
    """Return the word for a term in the window's language."""
    return say(*_WORDS[type(term)][term])


def swedish_word(term: StrEnum) -> str:
    """Return the Swedish word for a term, whatever the window speaks: for papers."""
    return _WORDS[type(term)][term][0]
