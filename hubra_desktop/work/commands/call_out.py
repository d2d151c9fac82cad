"""Calling as one step: the papers are issued and those who are sent them are kept, or nothing."""

from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.dispatches import SendDispatch


@dataclass(frozen=True)
class CallOut(Step):
    """Issue papers of a meeting, and keep whom they are sent to; the dispatch's id is made.

    The first paper is the one that the dispatch names. Raises InputError as both parts do,
    and then neither is done.
    """

    issue: Command
    send: SendDispatch
    label: ClassVar[str] = "call-out"
    barrier = True

    def apply(self, rows: Rows) -> str | None:
        issued = self.issue.apply(rows)
        return SendDispatch(replace(self.send.dispatch, issued_id=issued)).apply(rows)
