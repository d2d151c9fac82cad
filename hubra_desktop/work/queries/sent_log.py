"""What was issued and sent of a meeting as one list, and what its head says of it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from hubra_desktop.model.days import day_in_text
from hubra_desktop.model.dispatch.dispatch_terms import Audience, DispatchKind, IssueState
from hubra_desktop.model.language import say
from hubra_desktop.model.records.dispatch import Dispatch
from hubra_desktop.work.calling.call_sheets import counted_text
from hubra_desktop.work.calling.calls import IssuedCall, issued_calls
from hubra_desktop.work.queries.dispatches import dispatches_of


@dataclass(frozen=True)
class LoggedSending:
    """A line of the log: a dispatch with its paper, or a paper that nobody was sent.

    ``papers`` are all that were issued together, the one that was sent first.
    """

    id: str
    day: dt.date
    kind: DispatchKind
    version: int
    papers: tuple[IssuedCall, ...] = ()
    dispatch: Dispatch | None = None

    @property
    def state(self) -> IssueState | None:
        """Return what the paper is now, None where there is none."""
        return self.papers[0].state if self.papers else None


def sent_log(reader: Connection, meeting_id: str) -> tuple[LoggedSending, ...]:
    """Return what was issued and sent of a meeting, the latest first."""
    calls = issued_calls(reader, meeting_id)
    together: dict[str, list[IssuedCall]] = {}
    for each in calls:
        together.setdefault(each.issued_at, []).append(each)
    by_id = {each.id: each for each in calls}
    lines, sent = list[LoggedSending](), set[str]()
    for dispatch in dispatches_of(reader, meeting_id):
        first = by_id.get(dispatch.issued_id or "")
        papers: list[IssuedCall] = []
        if first is not None:
            papers = sorted(together[first.issued_at], key=lambda each: each.id != first.id)
            sent |= {each.id for each in papers}
        lines.append(
            LoggedSending(
                dispatch.id, dispatch.day, dispatch.kind, dispatch.version, tuple(papers), dispatch
            )
        )
    lines += [
        LoggedSending(each.id, each.day, each.kind, each.version, (each,))
        for each in calls
        if each.id not in sent
    ]
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def called_text(reader: Connection, meeting_id: str) -> str:
    """Say when a meeting was called, to how many and in which version; "" where it was not."""
    calls = [each for each in dispatches_of(reader, meeting_id) if each.kind is DispatchKind.CALL]
    if not calls:
        return ""
    versions = [
        each.version for each in issued_calls(reader, meeting_id)
        if each.kind is DispatchKind.CALL and each.audience is Audience.INTERNAL
    ]  # fmt: skip
    return say(
        "Kallat den {day} till {count}, version {version}",
        day=day_in_text(calls[0].day),
        count=counted_text(calls[0].recipients),
        version=max(versions, default=calls[0].version),
    )
