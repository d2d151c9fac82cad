"""Why minutes, or one § of them, cannot be changed; said where something could be chosen."""

from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.kept_as import say_of
from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.terms import APPROVED_STATES, LIFTED_STATES


def minutes_hindrance(view: MinutesView | None, closed: str) -> str:
    """Say why minutes cannot be changed, "" where they can; ``closed`` is the register's why."""
    if closed:
        return closed
    if view is not None and view.meeting.state in APPROVED_STATES:
        return say_of(view.kind, "Protokollet är justerat och ändras inte mer.")
    if view is not None and view.minutes is None and view.meeting.state in LIFTED_STATES:
        return say("Sammanträdet är inställt eller flyttat, så det har inget protokoll.")
    return ""


def section_hindrance(chosen: SectionView | None) -> str:
    """Say why no § can be changed, "" where the one that is chosen can."""
    if chosen is None:
        return say("Välj en paragraf i listan först.")
    if chosen.section.approval_id is not None:
        return say("Paragrafen är justerad, så den ändras inte mer.")
    return ""
