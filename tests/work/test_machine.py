"""Any commands in any order: what must hold holds, and undo leads back to the letter."""

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import iter_modules

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.work import commands
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.architecture.test_reach import WITH_OTHERS
from tests.work.drawn import Drawn
from tests.work.fetch_makers import FETCHING
from tests.work.machine import MAKERS, OFTEN, Secretary
from tests.work.makers import COUNCIL, MONEY, PLAN
from tests.work.paper_makers import PAPERS
from tests.work.people_makers import PEOPLE
from tests.work.written_office import whole_register

STEPS = 30
FEWER = 5
# Shrinking thirty commands takes minutes; the long profile is the one to look for causes with.
UNSHRUNK = (Phase.explicit, Phase.generate)
FETCHES = [*FETCHING] * 5  # What is as it was says nothing: most come to nothing.
BESIDE_MONEY = ("ImportBundle", "ImportBundle", "RemoveBody", "RemoveMeeting")
# Two rooms meet in one example more often when the commands of the others are left out.
DRAWN_FROM: dict[str, Sequence[str]] = {
    "everything": [*MAKERS, *OFTEN],
    "council and papers": [*COUNCIL, *PEOPLE, *PAPERS, *FETCHES],
    "plan": [*PLAN, *FETCHES],
    "money": [*MONEY, *OFTEN * 3, *FETCHES, *BESIDE_MONEY],
}

MADE_BY_COMMANDS = {
    "AddAccountStatement",
    "AddAllowanceRow",
    "AddBodyRules",
    "AddGrantDecision",
    "AddLetter",
    "AddMeeting",
    "AddPlan",
    "AddReport",
    "AddSignedPaper",
}
"""What is never added as it is: KeepAccounts, CorrectAllowance, Decide, NewLetter, NewMeeting,
NewPlan, NewReport, NewRules and TakeInSigned make them."""


@pytest.mark.hypothesis
@pytest.mark.timeout(0)
@pytest.mark.parametrize("rooms", DRAWN_FROM)
def test_whatever_is_done_holds_and_leads_back(rooms: str) -> None:
    class Drawing(Secretary):
        names = sorted(DRAWN_FROM[rooms])

    profile = settings.default
    assert profile is not None
    chosen = settings(
        max_examples=profile.max_examples // FEWER,
        stateful_step_count=STEPS,
        phases=UNSHRUNK if profile.derandomize else tuple(Phase),
    )
    run_state_machine_as_test(Drawing, settings=chosen)


IN_A_COPY = {"PurgeTraces"}
"""What is done in copies of the register: tests of their own try it."""


def test_the_machine_knows_every_command() -> None:
    """A command that is made for its own sake, not those that others are made of."""
    known = {
        name
        for module in iter_modules(commands.__path__, f"{commands.__name__}.")
        for name, kind in getmembers(import_module(module.name), isclass)
        if kind.__module__ == module.name and hasattr(kind, "apply") and not name.startswith("_")
        if not module.name.endswith(".base")
    }
    assert known - set(MAKERS) == IN_A_COPY


def test_the_machine_knows_every_edit() -> None:
    """Of each record that a user edits, and of one that comes, all that edits can do."""
    records = {record.__name__ for record in KINDS} - WITH_OTHERS
    edits = {f"{verb}{name}" for verb in ("Add", "Change", "Remove") for name in records}
    assert edits - set(MAKERS) == MADE_BY_COMMANDS


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", MAKERS)
def test_what_the_machine_draws_can_be_done(tmp_path: Path, name: str) -> None:
    """Of every kind of command, not only refused ones are drawn."""
    path = tmp_path / "r.hubra"
    path.write_bytes(whole_register())
    workspace = Workspace.open(path)
    with workspace.read() as reader:
        bundle = register_bundle(reader)

    done: list[Command] = []

    def is_done(command: Command) -> bool:
        """Tell whether one was done: what was found is asked of a second time."""
        if not done:
            with suppress(InputError):
                done.extend([command] if workspace.run(command).rows else [])
        return bool(done)

    few = settings(max_examples=200, derandomize=True, database=None, phases=[Phase.generate])
    find(st.composite(lambda draw: MAKERS[name](Drawn(draw, bundle)))(), is_done, settings=few)
    workspace.close()
