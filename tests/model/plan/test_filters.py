"""Which activities a screen shows."""

import pytest

from hubra_desktop.model.plan.filters import Wanted, filtered, responsible_of
from hubra_desktop.model.plan.terms import ActivityState
from hubra_desktop.model.records.plan import Occasion
from tests.model.plan.years import activity

WALK = activity(
    "Trygghetsvandring", "a2", responsible="Åsa Ek", occasions=(Occasion(place="Vårby gård"),)
)
DAY = activity("Trygghetsdag", "a2", "a6", responsible="Erik  Öman", state=ActivityState.DONE)
LETTER = activity("Brevet", "a8", responsible="åsa ek", state=ActivityState.ONGOING)
ALL = (WALK, DAY, LETTER)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(), ALL),
        (Wanted(who="Åsa Ek"), (WALK, LETTER)),
        (Wanted(who="Erik Öman"), (DAY,)),
        (Wanted(states=frozenset({ActivityState.DONE, ActivityState.ONGOING})), (DAY, LETTER)),
        (Wanted(area_id="a6"), (DAY,)),
        (Wanted(area_id="a2"), (WALK, DAY)),
        (Wanted(text="trygghets GÅRD"), (WALK,)),
        (Wanted(text="trygghets", states=frozenset({ActivityState.DONE})), (DAY,)),
        (Wanted(text="finns inte"), ()),
    ],
)
def test_what_is_asked_for_is_left(wanted: Wanted, left: tuple[object, ...]) -> None:
    assert filtered(ALL, wanted) == left


def test_who_is_responsible_for_something_in_swedish_order() -> None:
    names = ("Örjan", "Åsa  Ek", "", " ", "Adam", "Örjan")
    assert responsible_of(activity(str(n), responsible=each) for n, each in enumerate(names)) == (
        "Adam",
        "Åsa Ek",
        "Örjan",
    )
