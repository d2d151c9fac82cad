"""Steps that the tests of a workspace take."""

from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.records.council import Person
from hubra_desktop.model.records.meeting import (
    Item,
)
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.edits import Change
from hubra_desktop.work.workspace import Workspace
from tests.work.office import Office


@dataclass(frozen=True)
class Final(Step):
    """Nothing before it can be taken back."""

    label: ClassVar[str] = "final"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        rows.put(Person(id="", name="Efter gränsen"))


def undo_count(workspace: Workspace) -> int:
    count = 0
    while workspace.undo_label:
        workspace.undo()
        count += 1
    return count


def typed(office: Office, *edits: tuple[str, str, str]) -> None:
    for item, title, edit in edits:
        office.run(Change(Item, item, {"title": title}, edit))
