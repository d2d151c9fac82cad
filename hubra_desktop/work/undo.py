"""What can be taken back: two piles of steps, moved between only when the work was done.

An entry is popped after its transaction has committed; if that fails, both piles are
as they were. The piles are made anew from the history when a register is opened, so that
what was done yesterday can be taken back today. Nothing here knows Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hubra_desktop.store.journal import StoredStep


class Entry(NamedTuple):
    """One undo step: the recorded steps that it joins, in the order they were made."""

    label: str
    steps: tuple[int, ...]
    merge_key: object = None


@dataclass
class UndoStack:
    """The done and the undone steps of one open register, latest last."""

    done: list[Entry] = field(default_factory=list)
    undone: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, history: "Iterable[StoredStep]") -> "UndoStack":
        """Return the piles as the steps left them, oldest step first.

        The history may begin in the middle: what was taken back of what came before it
        cannot be told, and lies beneath the piles.
        """
        stack = cls()
        for step in history:
            if step.action == "do":
                stack.push(Entry(step.label, (step.id,), step.merge_key))
            elif step.action == "undo" and stack.done:
                stack.took_back()
            elif step.action == "redo" and stack.undone:
                stack.did_again()
            else:
                stack.clear()
        if stack.done:
            stack.done[-1] = stack.done[-1]._replace(merge_key=None)
        return stack

    def push(self, entry: Entry) -> None:
        """Add a step just done; it joins the latest one when both bear the same key."""
        latest = self.done[-1] if self.done else None
        if latest and entry.merge_key is not None and latest.merge_key == entry.merge_key:
            self.done[-1] = Entry(latest.label, latest.steps + entry.steps, entry.merge_key)
        else:
            self.done.append(entry)
        self.undone.clear()

    def took_back(self) -> None:
        """Note that the latest done step has been undone."""
        self.undone.append(self.done.pop())

    def did_again(self) -> None:
        """Note that the latest undone step has been done again; it joins nothing more."""
        entry = self.undone.pop()
        self.done.append(Entry(entry.label, entry.steps))

    def clear(self) -> None:
        """Forget everything: what lies behind a barrier cannot be undone."""
        self.done.clear()
        self.undone.clear()
