"""What can be undone after a register is opened again."""

from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office
from tests.work.steps import Final, typed, undo_count


def reopened(office: Office) -> Workspace:
    office.workspace.close()
    office.workspace = Workspace.open(office.workspace.path)
    return office.workspace


def test_what_was_done_before_a_restart_can_be_undone(office: Office) -> None:
    before = office.everything()
    typed(office, ("a", "Ett", "visit"), ("a", "Ett två", "visit"), ("b", "Annan", ""))
    after = office.everything()
    workspace = reopened(office)
    assert workspace.undo_label == "change-agenda_item-title"
    workspace.undo()
    workspace.undo()
    assert office.everything() == before
    workspace = reopened(office)
    assert workspace.redo_label == "change-agenda_item-title"
    workspace.redo()
    workspace.redo()
    assert office.everything() == after


def test_nothing_before_a_barrier_can_be_undone_after_a_restart(office: Office) -> None:
    office.workspace.run(Final())
    assert reopened(office).undo_label is None
    typed(office, ("a", "Efter", ""))
    assert undo_count(reopened(office)) == 1


def test_a_new_edit_joins_no_step_of_before_the_restart(office: Office) -> None:
    typed(office, ("a", "Ett", "visit"))
    reopened(office)
    typed(office, ("a", "Två", "visit"))
    office.workspace.undo()
    assert office.sheet().items[0].title == "Ett"
