"""What holds for every command: done, undone and done again it leads there and back."""

from typing import Any

import pytest

from hubra_desktop.model.errors import InputError
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.base import Command
from tests.work.office import Office


def there_and_back(office: Office, command: Command) -> Changes:
    """Do, undo and redo a command; everything stored and everything told fits each time."""
    heard: list[Any] = []
    stop = office.workspace.subscribe(heard.append)
    before = office.everything()
    done = office.run(command)
    after = office.everything()
    assert after != before
    assert (office.workspace.undo_label, office.workspace.redo_label) == (command.label, None)
    undone = office.workspace.undo()
    assert office.everything() == before
    assert office.workspace.redo_label == command.label
    again = office.workspace.redo()
    assert office.everything() == after
    assert heard == [done, undone, again]
    assert {(row.kind, row.id) for row in done.rows} == {(row.kind, row.id) for row in undone.rows}
    assert done.rows == again.rows
    assert None not in done.meetings
    assert done.meetings == undone.meetings == again.meetings
    assert office.workspace.problems() == []
    stop()
    return done


def leads_to_its_end(refusal: InputError) -> bool:
    """Tell whether a form can lead to the end of what ends before it begins."""
    return "slutar innan" not in refusal.sentence or bool(refusal.field)


def refused(office: Office, command: Command, sentence: str) -> None:
    """Have a command refused in these words; nothing changes, and the next one is done."""
    heard: list[Any] = []
    stop = office.workspace.subscribe(heard.append)
    before, label = office.everything(), office.workspace.undo_label
    with pytest.raises(InputError, match=sentence) as caught:
        office.run(command)
    assert caught.value.sentence.endswith((".", "?"))
    assert leads_to_its_end(caught.value)
    assert office.everything() == before
    assert office.workspace.undo_label == label
    assert heard == []
    stop()
