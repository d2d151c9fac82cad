"""What follows from what a transaction wrote, whoever wrote it: done after its command.

It is part of the same step, so that it is undone and done again with it. The rules of the
kinds are asked afterwards, of both.
"""

from collections.abc import Callable
from typing import Final

from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.follow_ups import keep_followed
from hubra_desktop.work.commands.tabled import keep_tabled

_FOLLOWING: Final[tuple[tuple[frozenset[str], Callable[[Rows], None]], ...]] = (
    (frozenset({"decision", "section"}), keep_tabled),
    (frozenset({"decision"}), keep_followed),
)
"""Functions that do what follows, and the kinds of the rows that it follows from."""


def follow_written(rows: Rows) -> None:
    """Do what follows from the rows that were written."""
    kinds = {each.kind for each in rows.journal}
    for of, follow in _FOLLOWING:
        if kinds & of:
            follow(rows)
