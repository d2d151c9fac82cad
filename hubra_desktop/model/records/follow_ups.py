"""What somebody has to do after a decision, and what was reported of it."""

from dataclasses import dataclass
from typing import Annotated

from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.fields import Day, Identity, Indexed, Line, Ref, Text


@dataclass(frozen=True, kw_only=True)
class FollowUpReport:
    """What was reported of a follow-up, and when. Reports are added, not rewritten."""

    id: Identity = ""
    day: Day
    author: Line = ""
    text: Text = ""
    meeting_id: Annotated[str, Ref("meeting")] | None = None


@dataclass(frozen=True, kw_only=True)
class FollowUp:
    """What somebody has to do, since when and until when.

    It comes of a decision, or of a row, an activity or a grant. ``owner`` is the name of
    somebody who is in no list of people. ``placed_item_id`` is the row of a later agenda where it
    is reported. One that has lapsed or was lowered says why.
    """

    id: Identity = ""
    text: Text = ""
    decision_id: Annotated[str, Ref("decision")] | None = None
    item_id: Annotated[str, Ref("agenda_item")] | None = None
    activity_id: Annotated[str, Ref("activity")] | None = None
    grant_id: Annotated[str, Ref("grant")] | None = None
    case_number: Line = ""
    owner: Line = ""
    owner_id: Annotated[str, Ref("person")] | None = None
    owner_body_id: Annotated[str, Ref("body")] | None = None
    created_on: Day | None = None
    due: Annotated[Day, Indexed(given=True)] | None = None
    state: FollowUpState = FollowUpState.NOT_STARTED
    reason: Text = ""
    done_on: Day | None = None
    placed_item_id: Annotated[str, Ref("agenda_item")] | None = None
    reports: tuple[FollowUpReport, ...] = ()
