"""What no register may hold of the plan, whether it is typed or comes in a file."""

from dataclasses import replace

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle, check_bundle
from hubra_desktop.model.plan.terms import STATES_WITH_REASON, ActivityState, ConsultationState
from hubra_desktop.model.records.plan import ActivityArea, Consultation
from tests.model.plan.years import activity


@pytest.mark.parametrize("state", ActivityState)
def test_a_file_tells_why_what_was_planned_was_not_done(state: ActivityState) -> None:
    bundle = Bundle(activities=(activity("a", state=state),))
    if state not in STATES_WITH_REASON:
        check_bundle(bundle)
        return
    with pytest.raises(InputError, match=r"activities\[0\]: Skriv varför"):
        check_bundle(bundle)
    check_bundle(Bundle(activities=(activity("a", state=state, reason="Regn"),)))


@pytest.mark.parametrize(
    "mains", [(False,), (True, True), (False, False)], ids=["none", "two", "none of two"]
)
def test_a_file_has_one_main_area_for_each_activity(mains: tuple[bool, ...]) -> None:
    areas = tuple(
        ActivityArea(id=f"x{n}", area_id=f"a{n}", main=main) for n, main in enumerate(mains)
    )
    with pytest.raises(InputError, match="ett av dem som huvudområde"):
        check_bundle(Bundle(activities=(replace(activity("a"), areas=areas),)))


def test_an_area_is_served_once() -> None:
    doubled = activity("a", "a1", "a2")
    areas = tuple(replace(each, area_id="a1") for each in doubled.areas)
    with pytest.raises(InputError, match="områden som finns i planen"):
        check_bundle(Bundle(activities=(replace(doubled, areas=areas),)))
    check_bundle(Bundle(activities=(doubled,)))


def test_an_answered_remiss_has_its_day_in_a_file_too() -> None:
    remiss = Consultation(id="r", state=ConsultationState.ANSWERED)
    with pytest.raises(InputError, match="vilken dag svaret skickades"):
        check_bundle(Bundle(consultations=(remiss,)))
