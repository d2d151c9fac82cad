"""Any commands in any order: what is undone is gone to the letter, what is redone is back."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import ClassVar

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
from hubra_desktop.model.terms import Anchor
from hubra_desktop.store import connect
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.queries.bundles import register_bundle
from hubra_desktop.work.workspace import Workspace
from tests.work.drawn import MAKERS
from tests.work.office import furnish
from tests.work.rooms import COUNCIL, of_modules

STEPS = 40
FEWER = 4
ENOUGH = 8
# Shrinking forty commands takes minutes; the long profile is the one to look for causes with.
UNSHRUNK = (Phase.explicit, Phase.generate)
LISTS = {
    "agenda_item": "meeting_id",
    "pre_meeting": "meeting_id",
    "footnote": "meeting_id",
    "signature": "meeting_id",
    "presenter": "item_id",
}


class Secretary(RuleBasedStateMachine):
    """Works in a register and keeps beside it what every undo must lead back to.

    ``done`` and ``undone`` hold (before, after, merge key) of each step.
    """

    furnished: ClassVar[bytes]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "r.hubra"
        self.done: list[tuple[Bundle, Bundle, tuple[str, ...] | None]] = []
        self.undone: list[tuple[Bundle, Bundle, tuple[str, ...] | None]] = []

    @initialize(empty=st.booleans())
    def begin(self, empty: bool) -> None:
        if empty:
            self.workspace = Workspace.create(self.path, organisation="Trygghetsrådet")
        else:
            self.path.write_bytes(self.furnished)
            self.workspace = Workspace.open(self.path)
        self.now = self.first = self.stored()

    def stored(self) -> Bundle:
        with self.workspace.read() as reader:
            return register_bundle(reader)

    @rule(kind=st.sampled_from(sorted(MAKERS)), data=st.data())
    def do(self, kind: str, data: st.DataObject) -> None:
        command = MAKERS[kind](data.draw, self.now)
        try:
            changes = self.workspace.run(command)
        except InputError:
            assert self.stored() == self.now
            return
        before, self.now = self.now, self.stored()
        assert bool(changes.rows) or before == self.now
        if changes.rows:
            self.push(command, before)

    def push(self, command: Command, before: Bundle) -> None:
        self.undone.clear()
        key = command.merge_key
        if key is not None and self.done and self.done[-1][2] == key:
            before = self.done.pop()[0]
        self.done.append((before, self.now, key))

    @precondition(lambda self: self.done)
    @rule(count=st.integers(1, 4))
    def undo(self, count: int) -> None:
        for _ in range(min(count, len(self.done))):
            step = self.done.pop()
            self.workspace.undo()
            self.now = self.stored()
            assert self.now == step[0]
            self.undone.append((step[0], step[1], None))

    @precondition(lambda self: self.undone)
    @rule(count=st.integers(1, 4))
    def redo(self, count: int) -> None:
        for _ in range(min(count, len(self.undone))):
            step = self.undone.pop()
            self.workspace.redo()
            self.now = self.stored()
            assert self.now == step[1]
            self.done.append(step)

    @precondition(lambda self: len(self.done) + len(self.undone) > ENOUGH)
    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        left = {each.name for each in self.path.parent.iterdir()}
        assert left == {"r.hubra", ".r.hubra.lock"}
        self.workspace = Workspace.open(self.path)
        assert self.stored() == self.now
        if self.done:
            self.done[-1] = (*self.done[-1][:2], None)

    @invariant()
    def the_menu_tells_what_can_be_undone(self) -> None:
        if hasattr(self, "workspace"):
            assert (self.workspace.undo_label is None) == (not self.done)
            assert (self.workspace.redo_label is None) == (not self.undone)

    @invariant()
    def every_mark_has_its_row(self) -> None:
        for meeting in self.now.meetings if hasattr(self, "workspace") else ():
            rows = {item.id for item in meeting.items}
            for note in meeting.footnotes:
                assert (note.anchor is Anchor.ITEM) == (note.item_id is not None)
                assert note.item_id is None or note.item_id in rows

    @invariant()
    def no_two_rows_share_a_place(self) -> None:
        if not hasattr(self, "workspace"):
            return
        with closing(connect.read_only(self.path)) as database:
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
            for table, owner in LISTS.items():
                wrong = database.execute(
                    f"SELECT {owner} FROM {table} GROUP BY {owner} "
                    "HAVING count(DISTINCT position) != count(*)"
                )
                assert wrong.fetchall() == [], table

    def teardown(self) -> None:
        if hasattr(self, "workspace"):
            self.all_the_way_back_and_forward()
            assert self.workspace.problems() == []
            self.workspace.close()
        self.folder.cleanup()

    def run_out(self, way: str) -> None:
        while getattr(self.workspace, f"{way}_label"):
            getattr(self.workspace, way)()

    def all_the_way_back_and_forward(self) -> None:
        self.run_out("redo")
        latest = self.stored()
        self.run_out("undo")
        assert self.stored() == self.first
        self.run_out("redo")
        assert self.stored() == latest


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[type[Secretary]]:
    office = furnish(tmp_path / "furnished.hubra")
    office.workspace.close()
    Secretary.furnished = (tmp_path / "furnished.hubra").read_bytes()
    yield Secretary
    shutil.rmtree(tmp_path)


@pytest.mark.hypothesis
@pytest.mark.timeout(0)
def test_undo_and_redo_lead_back_and_forward(machine: type[Secretary]) -> None:
    profile = settings.default
    assert profile is not None
    chosen = settings(
        max_examples=profile.max_examples // FEWER,
        stateful_step_count=STEPS,
        phases=UNSHRUNK if profile.derandomize else tuple(Phase),
    )
    run_state_machine_as_test(machine, settings=chosen)


def test_the_machine_knows_every_command_of_the_council() -> None:
    """The plan, the money and the papers have machines of their own."""
    assert set(MAKERS) >= of_modules(COUNCIL)


@pytest.mark.hypothesis
@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_what_the_machine_draws_can_be_done(tmp_path: Path, kind: str) -> None:
    """Of every kind of command, not only refused ones are drawn."""
    workspace = furnish(tmp_path / "r.hubra").workspace
    with workspace.read() as reader:
        bundle = register_bundle(reader)
    done: list[Command] = []

    @settings(max_examples=60, derandomize=True, database=None)
    @given(st.data())
    def draw(data: st.DataObject) -> None:
        command = MAKERS[kind](data.draw, bundle)
        if not done:
            with suppress(InputError):
                done.extend([command] if workspace.run(command).rows else [])

    draw()
    workspace.close()
    assert done
