"""What a rule of a kind is: it looks at what a transaction touched, whoever wrote it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.engine import Connection

from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded


class Touched(NamedTuple):
    """What a rule is asked about: rows of its kinds, each as it was before and is now.

    ``replayed`` tells that it was undone or done again, ``whole`` that it is a whole register.
    """

    reader: Connection
    rows: Sequence[Recorded]
    replayed: bool
    whole: bool = False

    @property
    def stood(self) -> bool:
        """Tell whether all of it has stood in a register before.

        Rules of what somebody enters were asked then, and what is around it may have changed
        since: a meeting's day, the attendance, the rules themselves.
        """
        return self.replayed or self.whole

    def now(self, kind: str) -> dict[str, Image]:
        """Return the rows of a kind that are there now, by their ids."""
        return {
            each.row_id: each.after
            for each in self.rows
            if each.kind == kind and each.after is not None
        }


@dataclass(frozen=True)
class Invariant:
    """A rule and the kinds whose rows it is asked about; it raises InputError."""

    kinds: frozenset[str]
    rule: Callable[[Touched], None]


class RowQuestion(NamedTuple):
    """A question to the user, and the id of the row that raises it."""

    row_id: str
    sentence: str


@dataclass(frozen=True)
class Asking:
    """What is asked about the rows of some kinds: the rule yields the questions.

    ``act``: it asks whether something is to be done. What a file tells is done already.
    """

    kinds: frozenset[str]
    rule: Callable[[Touched], Iterable[RowQuestion]]
    act: bool = False
