"""Rules of follow-ups: what must stand in one before it is closed, and who has to act."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.minutes.minutes_terms import (
    OPEN_FOLLOW_UPS,
    DecisionOutcome,
    FollowUpState,
)
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.model.wording import quoted
from hubra_desktop.model.words import word

STATES_WITH_DAY: Final = frozenset({FollowUpState.DONE, FollowUpState.ACCEPTED})
"""Follow-ups that tell the day on which they were done."""
STATES_WITHOUT_DOING: Final = frozenset({FollowUpState.LOWERED, FollowUpState.LAPSED})
"""Follow-ups of what is not done as it was decided: they say why."""


def refuse_follow_up(follow_up: FollowUp) -> None:
    """Refuse one that is done without a day, or that lapsed or was lowered without a reason."""
    if follow_up.state in STATES_WITH_DAY and follow_up.done_on is None:
        raise refusal("Skriv vilken dag det blev klart.", field="done_on")
    if follow_up.state in STATES_WITHOUT_DOING and not follow_up.reason.strip():
        raise refusal(
            "Skriv varför uppföljningen har läget {state}. Skälet följer med till rådet.",
            state=quoted(word(follow_up.state)),
            field="reason",
        )


def has_executor(decision: Decision) -> bool:
    """Tell whether somebody has to act on what was decided."""
    named = decision.executor.strip() or decision.executor_id or decision.executor_body_id
    return decision.outcome is not DecisionOutcome.OPEN and bool(named)


def follow_values(decision: Decision, heading: str = "") -> dict[str, Any]:
    """Return what a follow-up takes over from its decision: the text, who acts, and until when.

    A decision that is not in words yet is told by the ``heading`` of its §.
    """
    return {
        "text": decision.adopted.strip() or decision.proposed.strip() or heading,
        "owner": decision.executor,
        "owner_id": decision.executor_id,
        "owner_body_id": decision.executor_body_id,
        "due": decision.due,
    }


def refreshed(
    follow_up: FollowUp, before: Decision, after: Decision, heading: str
) -> dict[str, Any]:
    """Return the values to write when a decision has changed: what was typed by hand stays."""
    were, now = follow_values(before, heading), follow_values(after, heading)
    return {
        name: value
        for name, value in now.items()
        if value != were[name] and getattr(follow_up, name) == were[name]
    }


def is_untouched(follow_up: FollowUp) -> bool:
    """Tell whether nobody has begun, reported or said anything of it yet."""
    begun = follow_up.state is not FollowUpState.NOT_STARTED
    return not (begun or follow_up.reports or follow_up.placed_item_id)


def is_overdue(follow_up: FollowUp, today: dt.date) -> bool:
    """Tell whether what is still to be done should have been done by now."""
    due = follow_up.due
    return follow_up.state in OPEN_FOLLOW_UPS and due is not None and due < today


def with_day(
    state: FollowUpState, done_on: dt.date | None, today: dt.date, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return new values with the day of what is done; what is open again has none."""
    if "state" not in values or "done_on" in values:
        return dict(values)
    now = values["state"]
    if now in STATES_WITH_DAY and done_on is None:
        return {**values, "done_on": today}
    if now in OPEN_FOLLOW_UPS and state not in OPEN_FOLLOW_UPS and done_on is not None:
        return {**values, "done_on": None}
    return dict(values)
