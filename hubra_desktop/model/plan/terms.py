"""The closed vocabularies of the plan, stored by their values, which never change."""

from hubra_desktop.model.language import N_
from hubra_desktop.model.words import Term


class PlanKind(Term):
    """What sort of plan it is: the council's own, or the one the law asks for (2023:196 5 §)."""

    ACTIVITY = "activity", N_("verksamhetsplan")
    MEASURES = "measures", N_("åtgärdsplan")


class ActivityKind(Term):
    """What sort of activity it is."""

    ACTIVITY = "activity", N_("aktivitet")
    INFORMATION = "information", N_("information")
    NETWORK = "network", N_("nätverk")
    DIALOGUE = "dialogue", N_("trygghetsdialog")
    WALK = "walk", N_("trygghetsvandring")
    NIGHT_WALK = "night_walk", N_("nattvandring")
    EVENT = "event", N_("evenemang")
    TRAINING = "training", N_("utbildning")


class ActivityState(Term):
    """How far an activity has come; the last three demand a reason."""

    PLANNED = "planned", N_("planerad")
    ONGOING = "ongoing", N_("pågår")
    DONE = "done", N_("genomförd")
    PARTLY = "partly", N_("delvis genomförd")
    NOT_DONE = "not_done", N_("ej genomförd")
    STRUCK = "struck", N_("struken")


STATES_WITH_REASON = frozenset({ActivityState.PARTLY, ActivityState.NOT_DONE, ActivityState.STRUCK})


class Exactness(Term):
    """How exact a number of participants is: exakt, drygt, cirka."""

    EXACT = "exact", N_("exakt")
    OVER = "over", N_("drygt")
    ABOUT = "about", N_("cirka")


class LetterState(Term):
    """How far a Trygghetsbrev has come."""

    PLANNED = "planned", N_("planerat")
    DRAFT = "draft", N_("utkast")
    REVIEWED = "reviewed", N_("granskat")
    SENT = "sent", N_("utskickat")
    PUBLISHED = "published", N_("publicerat")


SENT_STATES = frozenset({LetterState.SENT, LetterState.PUBLISHED})


class AgreementKind(Term):
    """What sort of agreement it is: samverkansöverenskommelse, IOP, something else."""

    COOPERATION = "cooperation", N_("samverkansöverenskommelse")
    IOP = "iop", N_("idéburet offentligt partnerskap")
    OTHER = "other", N_("avtal")


class ConsultationState(Term):
    """How far a remiss has come."""

    INCOMING = "incoming", N_("inkommen")
    ASSIGNED = "assigned", N_("fördelad")
    DRAFT = "draft", N_("utkast")
    COUNCIL_DECIDED = "council_decided", N_("beslutad av rådet")
    CHAIR_DECIDED = "chair_decided", N_("beslutad av ordföranden")
    ANSWERED = "answered", N_("besvarad")
    DECLINED = "declined", N_("avstår")


SETTLED_CONSULTATIONS = frozenset({ConsultationState.ANSWERED, ConsultationState.DECLINED})
