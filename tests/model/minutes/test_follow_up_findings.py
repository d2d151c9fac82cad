"""What is late among the follow-ups, and what is due soon."""

from datetime import date, timedelta

import pytest

from hubra_desktop.model.findings import Level
from hubra_desktop.model.minutes.follow_up_findings import SOON_DAYS, follow_ups_due
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp

TODAY = date(2019, 6, 3)


@pytest.mark.parametrize(
    ("days", "state", "level"),
    [
        (-1, FollowUpState.ONGOING, Level.WARNING),
        (0, FollowUpState.NOT_STARTED, Level.TIP),
        (SOON_DAYS, FollowUpState.NOT_STARTED, Level.TIP),
        (SOON_DAYS + 1, FollowUpState.NOT_STARTED, None),
        (-1, FollowUpState.DONE, None),
    ],
)
def test_what_is_open_is_told_of_when_its_day_is_near_and_when_it_is_past(
    days: int, state: FollowUpState, level: Level | None
) -> None:
    due = TODAY + timedelta(days=days)
    found = list(follow_ups_due([(FollowUp(id="f", text="Ring", state=state, due=due), "")], TODAY))
    assert [each.level for each in found] == ([] if level is None else [level])


def test_whoever_has_to_act_is_named() -> None:
    follow_up = FollowUp(id="f", text="Ring", due=date(2019, 5, 1))
    (late,) = follow_ups_due([(follow_up, "Eva Lind"), (FollowUp(id="g", text="Vila"), "")], TODAY)
    assert late.sentence.endswith("Fråga Eva Lind hur det går.")
