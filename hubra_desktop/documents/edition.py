"""Which print of a meeting's paper it is: for whom, which version, and what is marked in it."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hubra_desktop.documents.kit.letterhead import PaperMark
from hubra_desktop.model.closed_rows import holds_secrets
from hubra_desktop.model.dispatch.call_changes import changed_words
from hubra_desktop.model.dispatch.call_sides import OF_ALL, CallChange, CallChangeKind
from hubra_desktop.model.dispatch.dispatch_terms import Audience
from hubra_desktop.model.language import swedish
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import MeetingState

_STATES: Final = {MeetingState.CANCELLED: PaperMark.CANCELLED, MeetingState.MOVED: PaperMark.MOVED}
CHANGED: Final = "Ändrat"
ADDED: Final = "Nytt"


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What is told of a print beside what it says.

    ``day`` is that of the issue, ``replaces`` that of the version before, ``called`` that of
    the kallelse which the paper is about; ``changes`` is what is otherwise since then.
    ``stamp`` is a mark on every page, as on a copy of what was replaced.
    """

    audience: Audience = Audience.PUBLIC
    version: int = 1
    day: dt.date | None = None
    replaces: dt.date | None = None
    called: dt.date | None = None
    changes: tuple[CallChange, ...] = ()
    reason: str = ""
    draft: bool = False
    stamp: str = ""

    def marks(self, meeting: Meeting, only: Collection[str] | None = None) -> tuple[PaperMark, ...]:
        """Return what must be seen on every page; ``only`` some rows may be printed."""
        secret = self.audience is Audience.INTERNAL and holds_secrets(meeting, only)
        found = (
            _STATES.get(meeting.state),
            PaperMark(self.stamp) if self.stamp else None,
            PaperMark.SECRET if secret else None,
        )
        return tuple(each for each in found if each)

    def version_text(self) -> str:
        """Say which version it is; "" for the only one."""
        if self.version < 2:
            return ""
        if self.replaces is None:
            return f"Version {self.version}"
        before = date_in_text(self.replaces)
        return f"Version {self.version}, ersätter version {self.version - 1} av {before}"

    def rows(self) -> set[str]:
        """Return the ids of the rows that something is otherwise of."""
        return {each.item_id for each in self.changes if each.item_id is not None}

    def marked_rows(self) -> dict[str, str]:
        """Return what is said of the rows that are otherwise, by their ids."""
        rows: dict[str, list[CallChange]] = {}
        for each in self.changes:
            if each.item_id is not None:
                rows.setdefault(each.item_id, []).append(each)
        told = ((row, _words(changes)) for row, changes in rows.items())
        return {row: words for row, words in told if words}

    def told_above(self, meeting: Meeting) -> tuple[str, ...]:
        """Return the sentences of what no row can be marked for: the head, and what is gone."""
        rows = {each.id for each in meeting.items}
        return tuple(
            each.sentence
            for each in self.changes
            if each.kind in OF_ALL or each.item_id not in rows
        )


def told_once(changes: Sequence[CallChange]) -> Iterator[str]:
    """Yield what each change is of; a row that is named above is named short."""
    named = set()
    for each in changes:
        known = each.item_id is not None and each.item_id in named
        yield f"{each.row}: {each.what.rsplit(': ', 1)[-1]}" if known and each.row else each.what
        named.add(each.item_id)


def _words(changes: list[CallChange]) -> str:
    kinds = {each.kind for each in changes}
    if CallChangeKind.ADDED in kinds:
        return ADDED
    words = changed_words(changes, swedish)
    return f"{CHANGED}: {words}" if words else ""


def affected(change: CallChange) -> Iterator[str]:
    """Yield whom a change concerns: everybody, or those who present the row."""
    if change.kind in OF_ALL or not change.names:
        yield "alla"
    else:
        yield from change.names
