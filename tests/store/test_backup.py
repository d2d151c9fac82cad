"""A generation is a whole, proved copy of the register, or there is none."""

from pathlib import Path

from hubra_desktop.model.generations import BackupReason
from hubra_desktop.work.backups import back_up, generations_of, restore
from hubra_desktop.work.workspace import Workspace
from tests.store.registers import add, people, people_in


def test_a_generation_holds_what_the_register_does_and_can_be_put_back(register: Path) -> None:
    workspace = Workspace.open(register)
    add(workspace)
    made = back_up(register, BackupReason.BY_HAND)
    assert generations_of(register) == [made]
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    add(workspace)
    assert people_in(made.path) == 1
    workspace.close()
    kept = restore(register, made)
    assert kept is not None
    assert people_in(kept) == 2
    assert people_in(register) == 1
    again = Workspace.open(register)
    assert again.undo_label is None
    add(again)
    assert people(again) == 2
    again.close()
