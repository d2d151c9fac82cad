"""Any commands of the plan in any order keep what users rely on, and lead back and forward.

The rules are those of the domain: what was not done as planned has a reason; an activity
has exactly one main area as soon as it has any; totals count it once; what was sent stays
as it was sent; no two areas, occasions or recipients of a list share a place.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.export_bundle import Bundle
from hubra_desktop.model.plan.areas import areas_with, outside
from hubra_desktop.model.plan.counts import by_state
from hubra_desktop.model.plan.terms import (
    SENT_STATES,
    STATES_WITH_REASON,
    ConsultationState,
    PlanKind,
)
from hubra_desktop.store import connect
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.drawn_plan import MAKERS
from tests.work.plan_office import plan_office
from tests.work.rooms import PLAN, of_modules

STEPS = 30
FEWER = 4
# Shrinking takes minutes; the long profile is the one to look for causes with.
UNSHRUNK = (Phase.explicit, Phase.generate)
LISTS = {
    "focus_area": "plan_id",
    "occasion": "activity_id",
    "activity_area": "activity_id",
    "activity_link": "activity_id",
    "follow_up_note": "activity_id",
    "letter_recipient": "letter_id",
    "agreement_party": "agreement_id",
    "agreement_meeting": "agreement_id",
}


class Planner(RuleBasedStateMachine):
    """Plans, follows up and regrets, and keeps beside it what every undo must lead back to."""

    furnished: ClassVar[bytes]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "r.hubra"
        self.sent: dict[str, Any] = {}

    @initialize()
    def begin(self) -> None:
        self.path.write_bytes(self.furnished)
        self.workspace = Workspace.open(self.path)
        self.first = self.now = self.stored()
        self.remember()

    def stored(self) -> Bundle:
        with self.workspace.read() as reader:
            return register_bundle(reader)

    def remember(self) -> None:
        """Note who each letter that has gone out went to."""
        gone = (letter for letter in self.now.letters if letter.state in SENT_STATES)
        self.sent = {letter.id: letter.recipients for letter in gone}

    @rule(kind=st.sampled_from(sorted(MAKERS)), data=st.data())
    def do(self, kind: str, data: st.DataObject) -> None:
        command = MAKERS[kind](data.draw, self.now)
        sentence = ""
        try:
            changes = self.workspace.run(command)
        except InputError as error:
            sentence = error.sentence
        if sentence:
            assert sentence.endswith((".", "?"))
            assert self.stored() == self.now
            return
        before, self.now = self.now, self.stored()
        assert bool(changes.rows) or before == self.now
        assert None not in changes.meetings
        for letter in self.now.letters:
            assert self.sent.get(letter.id, letter.recipients) == letter.recipients
        self.remember()

    @precondition(lambda self: self.workspace.undo_label)
    @rule(forward=st.booleans())
    def regret(self, forward: bool) -> None:
        before = self.now
        self.workspace.undo()
        self.now = self.stored()
        if forward:
            self.workspace.redo()
            self.now = self.stored()
            assert self.now == before
        self.remember()

    @invariant()
    def what_was_not_done_has_a_reason(self) -> None:
        for activity in self.activities():
            assert activity.state not in STATES_WITH_REASON or activity.reason.strip()

    @invariant()
    def an_activity_has_exactly_one_main_area(self) -> None:
        for activity in self.activities():
            served = [each.area_id for each in activity.areas]
            assert len(set(served)) == len(served)
            assert sum(each.main for each in activity.areas) == bool(served)

    @invariant()
    def an_activity_stands_once_in_each_plan_and_totals_count_it_once(self) -> None:
        for plan in self.now.plans if hasattr(self, "now") else ():
            rows = areas_with(plan, self.now.activities)
            once = [each for row in rows for each in row.main]
            assert len({each.id for each in once}) == len(once)
            everywhere = [each for row in rows for each in row.activities]
            assert by_state(everywhere) == by_state(once)
            left = {each.id for each in outside(plan, self.now.activities)}
            assert left | {each.id for each in once} == {each.id for each in self.now.activities}

    @invariant()
    def an_activity_serves_its_own_years_plan(self) -> None:
        if not hasattr(self, "now"):
            return
        plans = {area.id: plan for plan in self.now.plans for area in plan.areas}
        for activity in self.now.activities:
            for each in activity.areas:
                plan = plans[each.area_id]
                assert plan.kind is PlanKind.MEASURES or plan.year == activity.year

    @invariant()
    def what_is_answered_has_its_day_and_what_is_sent_its_year(self) -> None:
        if not hasattr(self, "now"):
            return
        for consultation in self.now.consultations:
            answered = consultation.state is ConsultationState.ANSWERED
            assert not answered or consultation.answered_on is not None
        for letter in self.now.letters:
            assert letter.sent_on is None or letter.sent_on.year == letter.year
        numbers = [(each.year, each.number) for each in self.now.letters if each.number is not None]
        assert len(set(numbers)) == len(numbers)

    @invariant()
    def no_two_rows_share_a_place(self) -> None:
        if not hasattr(self, "now"):
            return
        with closing(connect.read_only(self.path)) as database:
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            for table, owner in LISTS.items():
                wrong = database.execute(
                    f"SELECT {owner} FROM {table} GROUP BY {owner} "
                    "HAVING count(DISTINCT position) != count(*)"
                )
                assert wrong.fetchall() == [], table

    def activities(self) -> tuple[Any, ...]:
        return self.now.activities if hasattr(self, "now") else ()

    def run_out(self, way: str) -> None:
        while getattr(self.workspace, f"{way}_label"):
            getattr(self.workspace, way)()

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.run_out("redo")
            latest = self.stored()
            self.run_out("undo")
            assert self.stored() == self.first
            self.run_out("redo")
            assert self.stored() == latest
            assert self.workspace.problems() == []
            self.workspace.close()
        self.folder.cleanup()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[type[Planner]]:
    office = plan_office(tmp_path / "planned.hubra")
    office.workspace.close()
    Planner.furnished = (tmp_path / "planned.hubra").read_bytes()
    yield Planner
    shutil.rmtree(tmp_path)


@pytest.mark.hypothesis
@pytest.mark.timeout(0)
def test_the_plan_keeps_its_rules_whatever_is_done(machine: type[Planner]) -> None:
    profile = settings.default
    assert profile is not None
    chosen = settings(
        max_examples=profile.max_examples // FEWER,
        stateful_step_count=STEPS,
        phases=UNSHRUNK if profile.derandomize else tuple(Phase),
    )
    run_state_machine_as_test(machine, settings=chosen)


def test_the_machine_knows_every_command_of_the_plan() -> None:
    assert set(MAKERS) >= of_modules(PLAN)


@pytest.mark.hypothesis
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_what_the_machine_draws_can_be_done(tmp_path: Path, kind: str) -> None:
    """Of every kind of command, not only refused ones are drawn."""
    workspace = plan_office(tmp_path / "r.hubra").workspace
    with workspace.read() as reader:
        bundle = register_bundle(reader)
    done: list[bool] = []

    @settings(max_examples=60, derandomize=True, database=None)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        command = MAKERS[kind](data.draw, bundle)
        if not done:
            with suppress(InputError):
                done.extend([True] if workspace.run(command).rows else [])

    draw()
    workspace.close()
    assert done
