"""What each term of the closed vocabularies is called: one table for window, papers and tables.

Papers are Swedish whatever the window speaks, so the Swedish word can be asked for by itself.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hubra_desktop.model.findings import Level
from hubra_desktop.model.indicators.terms import Direction, Group, GroupSet, Missing, Unit
from hubra_desktop.model.language import N_, Tell, say
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
from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)
from hubra_desktop.model.terms import Anchor, ItemKind, MeetingKind, MeetingState, PrintTime, Role

# The values of two vocabularies may be alike (both letters and activities are planned).
_WORDS: Final[Mapping[type[StrEnum], Mapping[StrEnum, str]]] = {
    ItemKind: {
        ItemKind.FORMALITY: N_("Formalia"),
        ItemKind.INFORMATION: N_("Information"),
        ItemKind.DECISION: N_("Beslut"),
        ItemKind.BREAK: N_("Paus"),
        ItemKind.HEADING: N_("Rubrik"),
        ItemKind.OTHER: N_("Övrigt"),
    },
    MeetingKind: {
        MeetingKind.ORDINARY: N_("Ordinarie"),
        MeetingKind.EXTRA: N_("Extra"),
        MeetingKind.THEME: N_("Tema"),
    },
    MeetingState: {
        MeetingState.PLANNED: N_("Planerat"),
        MeetingState.PREPARING: N_("Bereds"),
        MeetingState.CALLED: N_("Kallat"),
        MeetingState.ONGOING: N_("Pågår"),
        MeetingState.HELD: N_("Hållet"),
        MeetingState.APPROVED: N_("Justerat"),
        MeetingState.ARCHIVED: N_("Arkiverat"),
        MeetingState.CANCELLED: N_("Inställt"),
        MeetingState.MOVED: N_("Flyttat"),
    },
    PrintTime: {
        PrintTime.RANGE: N_("Från och till"),
        PrintTime.START: N_("Bara start"),
        PrintTime.NONE: N_("Skrivs inte ut"),
    },
    Anchor: {
        Anchor.TIME: N_("Tiden"),
        Anchor.PLACE: N_("Platsen"),
        Anchor.ITEM: N_("Ett ärende"),
    },
    Role: {
        Role.CHAIR: N_("ordförande"),
        Role.VICE_CHAIR: N_("vice ordförande"),
        Role.MEMBER: N_("ledamot"),
        Role.SUBSTITUTE: N_("ersättare"),
        Role.CO_OPTED: N_("adjungerad"),
        Role.PRESENTER: N_("föredragande"),
        Role.SECRETARY: N_("sekreterare"),
    },
    Level: {
        Level.STOP: N_("Stopp"),
        Level.WARNING: N_("Varning"),
        Level.TIP: N_("Tips"),
    },
    Unit: {
        Unit.INDEX: N_("index"),
        Unit.PERCENT: N_("procent"),
        Unit.COUNT: N_("antal"),
    },
    Direction: {
        Direction.HIGHER: N_("högre är bättre"),
        Direction.LOWER: N_("lägre är bättre"),
        Direction.NEUTRAL: N_("ingen riktning är bättre"),
    },
    GroupSet: {
        GroupSet.NONE: N_("ingen uppdelning"),
        GroupSet.ADULTS: N_("alla, män, kvinnor"),
        GroupSet.YOUNG: N_("alla, pojkar, flickor"),
    },
    Group: {
        Group.ALL: N_("alla"),
        Group.MEN: N_("män"),
        Group.WOMEN: N_("kvinnor"),
        Group.BOYS: N_("pojkar"),
        Group.GIRLS: N_("flickor"),
    },
    Missing: {
        Missing.NO: "",
        Missing.NOT_STATED: N_("uppgift saknas"),
        Missing.NOT_MEASURED: N_("ej mätt"),
        Missing.TOO_FEW: N_("för få svar"),
    },
    Basis: {
        Basis.CASH: N_("kontant"),
        Basis.ACCRUAL: N_("periodiserat"),
    },
    PostKind: {
        PostKind.FEES: N_("arvoden"),
        PostKind.GRANTS: N_("bidrag"),
        PostKind.TRAINING: N_("fortbildning"),
        PostKind.OTHER: N_("övrigt"),
    },
    EntryKind: {
        EntryKind.RESERVATION: N_("reservation"),
        EntryKind.PAYMENT: N_("utbetalning"),
        EntryKind.COST: N_("kostnad"),
        EntryKind.REPAYMENT: N_("återbetalning"),
        EntryKind.INCOME: N_("intäkt"),
        EntryKind.TRANSFER_IN: N_("omföring in"),
        EntryKind.TRANSFER_OUT: N_("omföring ut"),
        EntryKind.CORRECTION: N_("rättelse"),
    },
    GrantKind: {
        GrantKind.NIGHT_WALK: N_("nattvandring"),
        GrantKind.PROJECT: N_("projekt"),
        GrantKind.IOP: N_("IOP"),
        GrantKind.OTHER: N_("annat"),
    },
    DecisionKind: {
        DecisionKind.STANCE: N_("rådets ställningstagande"),
        DecisionKind.GRANT: N_("beviljande"),
        DecisionKind.RAISE: N_("höjning"),
        DecisionKind.LOWER: N_("sänkning"),
        DecisionKind.REFUSE: N_("avslag"),
        DecisionKind.WITHDRAW: N_("återkallelse"),
        DecisionKind.RECLAIM: N_("återkrav"),
        DecisionKind.WRITE_OFF: N_("avskrivning"),
    },
    Outcome: {
        Outcome.OPEN: N_("inte känt"),
        Outcome.CARRIED_OUT: N_("genomfört"),
        Outcome.PARTLY: N_("delvis genomfört"),
        Outcome.NOT_CARRIED_OUT: N_("ej genomfört"),
    },
    Verdict: {
        Verdict.NONE: N_("inte bedömd"),
        Verdict.APPROVED: N_("godkänd"),
        Verdict.INCOMPLETE: N_("behöver kompletteras"),
    },
    GrantState: {
        GrantState.APPLIED: N_("ansökt"),
        GrantState.REFUSED: N_("avslaget"),
        GrantState.GRANTED: N_("beviljat"),
        GrantState.WITHDRAWN: N_("återkallat"),
        GrantState.PARTLY_PAID: N_("delvis utbetalt"),
        GrantState.PAID: N_("utbetalt"),
        GrantState.REPORTED: N_("redovisat"),
        GrantState.ENDED: N_("avslutat"),
        GrantState.NOT_CARRIED_OUT: N_("ej genomfört"),
        GrantState.RECLAIMED: N_("återkrävt"),
        GrantState.PARTLY_REPAID: N_("delvis återbetalt"),
        GrantState.FULLY_REPAID: N_("helt återbetalt"),
        GrantState.WRITTEN_OFF: N_("avskrivet"),
    },
    PlanKind: {
        PlanKind.ACTIVITY: N_("verksamhetsplan"),
        PlanKind.MEASURES: N_("åtgärdsplan"),
    },
    ActivityKind: {
        ActivityKind.ACTIVITY: N_("aktivitet"),
        ActivityKind.INFORMATION: N_("information"),
        ActivityKind.NETWORK: N_("nätverk"),
        ActivityKind.DIALOGUE: N_("trygghetsdialog"),
        ActivityKind.WALK: N_("trygghetsvandring"),
        ActivityKind.NIGHT_WALK: N_("nattvandring"),
        ActivityKind.EVENT: N_("evenemang"),
        ActivityKind.TRAINING: N_("utbildning"),
    },
    ActivityState: {
        ActivityState.PLANNED: N_("planerad"),
        ActivityState.ONGOING: N_("pågår"),
        ActivityState.DONE: N_("genomförd"),
        ActivityState.PARTLY: N_("delvis genomförd"),
        ActivityState.NOT_DONE: N_("ej genomförd"),
        ActivityState.STRUCK: N_("struken"),
    },
    Exactness: {
        Exactness.EXACT: N_("exakt"),
        Exactness.OVER: N_("drygt"),
        Exactness.ABOUT: N_("cirka"),
    },
    LetterState: {
        LetterState.PLANNED: N_("planerat"),
        LetterState.DRAFT: N_("utkast"),
        LetterState.REVIEWED: N_("granskat"),
        LetterState.SENT: N_("utskickat"),
        LetterState.PUBLISHED: N_("publicerat"),
    },
    AgreementKind: {
        AgreementKind.COOPERATION: N_("samverkansöverenskommelse"),
        AgreementKind.IOP: N_("idéburet offentligt partnerskap"),
        AgreementKind.OTHER: N_("avtal"),
    },
    ConsultationState: {
        ConsultationState.INCOMING: N_("inkommen"),
        ConsultationState.ASSIGNED: N_("fördelad"),
        ConsultationState.DRAFT: N_("utkast"),
        ConsultationState.COUNCIL_DECIDED: N_("beslutad av rådet"),
        ConsultationState.CHAIR_DECIDED: N_("beslutad av ordföranden"),
        ConsultationState.ANSWERED: N_("besvarad"),
        ConsultationState.DECLINED: N_("avstår"),
    },
}


def word(term: StrEnum, tell: Tell = say) -> str:
    """Return what a term is called in the window's language, or as ``tell`` says it."""
    return tell(_WORDS[type(term)][term])


def swedish_word(term: StrEnum) -> str:
    """Return the Swedish word of a term, whatever the window speaks: for papers."""
    return _WORDS[type(term)][term]
