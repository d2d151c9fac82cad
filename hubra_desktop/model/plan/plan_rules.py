"""Rules of activities and consultations that more than one field has a part in."""

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.plan.terms import STATES_WITH_REASON, ConsultationState
from hubra_desktop.model.records.plan import Activity, Consultation
from hubra_desktop.model.words import word


def refuse_activity(activity: Activity) -> None:
    """Refuse an activity without the reason it must have, or without exactly one main area."""
    if activity.state in STATES_WITH_REASON and not activity.reason.strip():
        raise refusal(
            "Skriv varför aktiviteten är {state}. Skälet följer med till berättelsen.",
            state=word(activity.state),
        )
    served = [each.area_id for each in activity.areas]
    one = sum(1 for each in activity.areas if each.main) == 1
    if served and (len(set(served)) < len(served) or not one):
        raise no_such_area()


def no_such_area() -> InputError:
    """Say that an activity's areas do not make sense."""
    return refusal("Välj områden som finns i planen, och ett av dem som huvudområde.")


def refuse_consultation(consultation: Consultation) -> None:
    """Refuse a consultation that is answered without a day."""
    if consultation.state is ConsultationState.ANSWERED and consultation.answered_on is None:
        raise refusal("Skriv vilken dag svaret skickades, så kan remissen räknas som besvarad.")
