"""The minutes of a meeting come up on the next agenda by themselves, with what is still open.

They come when they are approved, or when the next meeting is made after that: as a row of
their own, or in the row that the agenda has for them, with the approved paper beside it.
"""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from sqlalchemy import select

from hubra_desktop.model.dispatch.dispatch_terms import Audience, IssueState
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.file_names import file_name
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.kept_as import minutes_name, refusal_of
from hubra_desktop.model.minutes.last_minutes import row_for_minutes
from hubra_desktop.model.minutes.sections import number_words
from hubra_desktop.model.outline import outline
from hubra_desktop.model.records.meeting import Item, Meeting, MeetingPaper
from hubra_desktop.model.records.reports import IssuedPaper
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import (
    APPROVED_STATES,
    LIFTED_STATES,
    UNCALLED_STATES,
    ItemKind,
    MeetingPaperKind,
    PrintTime,
)
from hubra_desktop.store.reading import records
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ISSUED_PAPER, MEETING
from hubra_desktop.work.commands.agenda import AddItems
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.issued_papers import reopened
from hubra_desktop.work.minutes_papers import WHOLE_MINUTES
from hubra_desktop.work.queries.minutes import kind_of_minutes, sections_of
from hubra_desktop.work.queries.open_since import still_open
from hubra_desktop.work.queries.register import today

_MINUTES: Final = 5
"""The minutes that a row for the last minutes is given, as is usual of formalities."""


@dataclass(frozen=True)
class BringMinutes(Step):
    """Put approved minutes on the agenda of the next meeting that is not called yet.

    Raises InputError where there is none, or where the minutes are not approved.
    """

    meeting_id: str
    label: ClassVar[str] = "bring-minutes"

    def apply(self, rows: Rows) -> str:
        meeting = found(rows, Meeting, self.meeting_id)
        if meeting.state not in APPROVED_STATES:
            raise refusal_of(
                kind_of_minutes(rows.connection, meeting),
                "Protokollet är inte justerat än. Det läggs på listan när det är det.",
            )
        item_id = bring_minutes(rows, meeting)
        if item_id is None:
            raise refusal("Det finns inget kommande sammanträde att lägga det på.")
        return item_id


def bring_minutes(rows: Rows, meeting: Meeting) -> str | None:
    """Put approved minutes on the next agenda; returns its row, None where there is none."""
    columns = MEETING.c
    following = (
        select(columns.id)
        .where(columns.body_id == meeting.body_id, columns.date > meeting.date)
        .where(columns.state.in_(UNCALLED_STATES))
        .order_by(columns.date, columns.start.nulls_last(), columns.id)
        .limit(1)
    )
    next_id = rows.connection.scalar(following)
    return None if next_id is None else _place(rows, meeting, found(rows, Meeting, next_id))


def bring_earlier(rows: Rows, meeting_id: str) -> None:
    """Put the minutes of the meeting before on a new one's agenda, if they are approved."""
    meeting = found(rows, Meeting, meeting_id)
    columns = MEETING.c
    before = (
        select(columns.id)
        .where(columns.body_id == meeting.body_id, columns.date < meeting.date)
        .where(columns.state.not_in(LIFTED_STATES))
        .order_by(columns.date.desc(), columns.id)
        .limit(1)
    )
    earlier_id = rows.connection.scalar(before)
    earlier = rows.get(Meeting, earlier_id)
    if earlier is not None and earlier.state in APPROVED_STATES:
        _place(rows, earlier, meeting)


def _place(rows: Rows, earlier: Meeting, later: Meeting) -> str:
    """Put the minutes of a meeting on the agenda of a later one, once; returns the row's id."""
    told = _told(rows, earlier)
    item = row_for_minutes(later.items, earlier.date)
    if item is None:
        made = Item(
            kind=ItemKind.FORMALITY, title=f"Föregående {_kind(rows, earlier)}",
            note=told, duration=_MINUTES, print_time=PrintTime.NONE,
        )  # fmt: skip
        item_id = AddItems(later.id, (made,), _after_formalities(later)).apply(rows) or ""
    else:
        item_id = item.id
        if not item.note.strip():
            rows.change(Item, item.id, {"note": told})
    _enclose(rows, earlier, found(rows, Meeting, later.id), item_id)
    return item_id


def _after_formalities(meeting: Meeting) -> int:
    """Return the place after the formalities that an agenda begins with."""
    place = 0
    for branch in outline(meeting.items):
        if branch.item.kind is not ItemKind.FORMALITY:
            break
        place += 1 + len(branch.children)
    return place


def _kind(rows: Rows, meeting: Meeting) -> str:
    return minutes_name(kind_of_minutes(rows.connection, meeting)).lower()


def _told(rows: Rows, meeting: Meeting) -> str:
    """Say which meeting the minutes are of, their §§, and what is still open of it."""
    sections = sections_of(rows.connection, meeting.id)
    numbers = number_words([each.number for each in sections if each.number is not None])
    head = ", ".join(filter(None, (f"Sammanträdet {date_in_text(meeting.date)}", numbers)))
    open_ = still_open(rows.connection, meeting.id)
    return "\n".join((f"{head}.", *(["Kvar att göra:"] if open_ else []), *open_))


def _enclose(rows: Rows, earlier: Meeting, later: Meeting, item_id: str) -> None:
    """Put the approved paper beside the row, in the place of an earlier version of it."""
    issues = _issues(rows, earlier)
    paper = _approved_paper(issues)
    if paper is None or any(each.sha256 == paper.sha256 for each in later.papers):
        return
    values: dict[str, Any] = {
        "title": paper.title, "date": paper.day, "received": today(rows.connection),
        "name": file_name(paper.title, ".pdf"), "sha256": paper.sha256, "size": paper.size,
    }  # fmt: skip
    secret = any(each.closed for each in earlier.items) and _is_secret(paper)
    versions = {each.sha256 for each in issues}
    before = next((each for each in later.papers if each.sha256 in versions), None)
    if before is not None:
        rows.put(replace(before, **values, secret=before.secret or secret), was=before)
        return
    made = MeetingPaper(
        id=new_id(), item_id=item_id, kind=MeetingPaperKind.OTHER, secret=secret, **values
    )
    rows.put(replace(later, papers=(*later.papers, made)), was=later)


def _is_secret(paper: IssuedPaper) -> bool:
    """Tell whether approved minutes say what not everybody may read.

    Those of an earlier release were kept as public whatever they said; what cannot be read
    any more is not given to everybody.
    """
    if paper.audience is Audience.INTERNAL:
        return True
    try:
        return bool(reopened(paper).content.secret)
    except InputError:
        return True


def _issues(rows: Rows, meeting: Meeting) -> list[IssuedPaper]:
    """Return the minutes of a meeting as they were approved, every version of them."""
    columns = ISSUED_PAPER.c
    kept = records(
        rows.connection, IssuedPaper, columns.meeting_id == meeting.id,
        columns.paper.in_(WHOLE_MINUTES), columns.sha256.is_not(None),
    )  # fmt: skip
    return list(kept)


def _approved_paper(issues: list[IssuedPaper]) -> IssuedPaper | None:
    """Return the version that holds; that which everybody may read before others."""
    holding = [each for each in issues if each.state is IssueState.ISSUED]
    public = [each for each in holding if each.audience is Audience.PUBLIC]
    return max(public or holding, key=lambda each: each.version, default=None)
