"""The words of the plan's vocabularies: for the window by ``word``, for papers by ``swedish``."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hubra_desktop.model.language import say
from hubra_desktop.model.plan.terms import (
    ActivityKind,
    ActivityState,
    AgreementKind,
    ConsultationState,
    Exactness,
    LetterState,
    PlanKind,
)

# The values of two vocabularies may be alike (both letters and activities are planned).
_WORDS: Mapping[type[StrEnum], Mapping[str, tuple[str, str]]] = {
    PlanKind: {
        PlanKind.ACTIVITY: ("verksamhetsplan", "activity plan"),
        PlanKind.MEASURES: ("åtgärdsplan", "action plan"),
    },
    ActivityKind: {
        ActivityKind.ACTIVITY: ("aktivitet", "activity"),
        ActivityKind.INFORMATION: ("information", "information"),
        ActivityKind.NETWORK: ("nätverk", "network"),
        ActivityKind.DIALOGUE: ("trygghetsdialog", "safety dialogue"),
        ActivityKind.WALK: ("trygghetsvandring", "safety walk"),
        ActivityKind.NIGHT_WALK: ("nattvandring", "night walk"),
        ActivityKind.EVENT: ("evenemang", "event"),
        ActivityKind.TRAINING: ("utbildning", "training"),
    },
    ActivityState: {
        ActivityState.PLANNED: ("planerad", "planned"),
        ActivityState.ONGOING: ("pågår", "ongoing"),
        ActivityState.DONE: ("genomförd", "carried out"),
        ActivityState.PARTLY: ("delvis genomförd", "partly carried out"),
        ActivityState.NOT_DONE: ("ej genomförd", "not carried out"),
        ActivityState.STRUCK: ("struken", "struck out"),
    },
    Exactness: {
        Exactness.EXACT: ("exakt", "exactly"),
        Exactness.OVER: ("drygt", "just over"),
        Exactness.ABOUT: ("cirka", "about"),
    },
    LetterState: {
        LetterState.PLANNED: ("planerat", "planned"),
        LetterState.DRAFT: ("utkast", "draft"),
        LetterState.REVIEWED: ("granskat", "reviewed"),
        LetterState.SENT: ("utskickat", "sent"),
        LetterState.PUBLISHED: ("publicerat", "published"),
    },
    AgreementKind: {
        AgreementKind.COOPERATION: ("samverkansöverenskommelse", "cooperation agreement"),
        AgreementKind.IOP: ("idéburet offentligt partnerskap", "public partnership (IOP)"),
        AgreementKind.OTHER: ("avtal", "agreement"),
    },
    ConsultationState: {
        ConsultationState.INCOMING: ("inkommen", "received"),
        ConsultationState.ASSIGNED: ("fördelad", "assigned"),
        ConsultationState.DRAFT: ("utkast", "draft"),
        ConsultationState.COUNCIL_DECIDED: ("beslutad av rådet", "decided by the council"),
        ConsultationState.CHAIR_DECIDED: ("beslutad av ordföranden", "decided by the chair"),
        ConsultationState.ANSWERED: ("besvarad", "answered"),
        ConsultationState.DECLINED: ("avstår", "declined"),
    },
}

# As people write them before a number.
_HEDGES: Final = {
    Exactness.EXACT: ("exakt", "exactly"),
    Exactness.OVER: ("drygt", "över", "mer än", "fler än", "just over", "over", "more than"),
    Exactness.ABOUT: ("cirka", "ca", "ca.", "c:a", "ungefär", "omkring", "runt", "about"),
}


def exactness_said(text: str) -> tuple[Exactness | None, str]:
    """Part ``drygt 100`` into how exact it is and its number; None when it does not say."""
    plain = " ".join(text.split())
    for exactness, hedges in _HEDGES.items():
        for hedge in hedges:
            if plain.casefold().startswith(f"{hedge} "):
                return exactness, plain[len(hedge) + 1 :]
    return None, plain


def word(term: StrEnum) -> str:
    """Return the word of a term in the window's language, in small letters."""
    return say(*_WORDS[type(term)][term])


def swedish(term: StrEnum) -> str:
    """Return the Swedish word of a term, for papers."""
    return _WORDS[type(term)][term][0]
