"""The closed vocabularies of the plan, stored by their values, which never change."""

from enum import StrEnum


class PlanKind(StrEnum):
    """What sort of plan it is: the council's own, or the one the law asks for (2023:196 5 §)."""

    ACTIVITY = "activity"
    MEASURES = "measures"


class ActivityKind(StrEnum):
    """What sort of activity it is."""

    ACTIVITY = "activity"
    INFORMATION = "information"
    NETWORK = "network"
    DIALOGUE = "dialogue"
    WALK = "walk"
    NIGHT_WALK = "night_walk"
    EVENT = "event"
    TRAINING = "training"


class ActivityState(StrEnum):
    """How far an activity has come; the last three demand a reason."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    STRUCK = "struck"


STATES_WITH_REASON = frozenset({ActivityState.PARTLY, ActivityState.NOT_DONE, ActivityState.STRUCK})


class Exactness(StrEnum):
    """How exact a number of participants is: exakt, drygt, cirka."""

    EXACT = "exact"
    OVER = "over"
    ABOUT = "about"


class LetterState(StrEnum):
    """How far a Trygghetsbrev has come."""

    PLANNED = "planned"
    DRAFT = "draft"
    REVIEWED = "reviewed"
    SENT = "sent"
    PUBLISHED = "published"


SENT_STATES = frozenset({LetterState.SENT, LetterState.PUBLISHED})


class AgreementKind(StrEnum):
    """What sort of agreement it is: samverkansöverenskommelse, IOP, something else."""

    COOPERATION = "cooperation"
    IOP = "iop"
    OTHER = "other"


class ConsultationState(StrEnum):
    """How far a remiss has come."""

    INCOMING = "incoming"
    ASSIGNED = "assigned"
    DRAFT = "draft"
    COUNCIL_DECIDED = "council_decided"
    CHAIR_DECIDED = "chair_decided"
    ANSWERED = "answered"
    DECLINED = "declined"


SETTLED_CONSULTATIONS = frozenset({ConsultationState.ANSWERED, ConsultationState.DECLINED})
