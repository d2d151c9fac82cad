"""A disk that refuses a flush in the midst of a commit: what is told is what stands there."""

import errno
from contextlib import closing
from itertools import product

import pytest

from hubra_desktop.store.errors import NotSavedError, RegisterError, UncertainCommitError
from hubra_desktop.work.workspace import Workspace
from tests.faults.mount import Fault, hindrance, mounted
from tests.faults.scenes import REGISTER, make_register, own_state, people
from tests.store.registers import add

pytestmark = pytest.mark.skipif(bool(hindrance()), reason=f"NOT PROVEN HERE: {hindrance()}")
FLUSHES = frozenset({"fsync"})
LAST = 3
"""The flush after the journal is cut to nothing: the step stands in the file by then."""


def test_a_step_is_told_as_saved_when_it_stands_after_a_refused_flush() -> None:
    told = {}
    with mounted(direct=True) as mount, own_state(mount.path):
        make_register(mount.path)
        with closing(Workspace.open(mount.path / REGISTER)) as workspace:
            add(workspace, "Först")
            for skip, times in product(range(LAST + 1), (1, 100)):
                before = people(workspace)
                mount.fail(Fault(errno.EIO, FLUSHES, skip, times))
                told[skip, times] = _told(workspace, f"Person {skip} {times}")
                _, refused = mount.heal()
                assert refused
                stands = people(workspace) != before
                assert stands == (skip == LAST)
            assert workspace.undo_label
    assert told == {
        **dict.fromkeys(product(range(LAST), (1, 100)), NotSavedError),
        (LAST - 1, 100): UncertainCommitError,  # nor can it be taken back while the disk refuses
        (LAST, 1): None,
        (LAST, 100): UncertainCommitError,
    }


def _told(workspace: Workspace, name: str) -> type[RegisterError] | None:
    """Add a person; return which refusal came of it, None when it was told as saved."""
    try:
        add(workspace, name)
    except RegisterError as refusal:
        return type(refusal)
    return None
