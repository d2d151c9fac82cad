"""Follow-ups: made by what was decided, reported on, and put on a later agenda.

A follow-up begins when a decision names somebody who has to act. It goes its own way from
there: what is reported is added and never rewritten, and the minutes stay as they are.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import N_, swedish
from hubra_desktop.model.minutes.follow_up_rules import (
    follow_values,
    has_executor,
    is_untouched,
    refreshed,
    with_day,
)
from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.fields import fields_of
from hubra_desktop.model.records.follow_ups import FollowUp, FollowUpReport
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.terms import HELD_STATES, LIFTED_STATES, ItemKind
from hubra_desktop.model.wording import quoted
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import typed
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.agenda import AddItems
from hubra_desktop.work.commands.backlog import PlaceItems
from hubra_desktop.work.commands.base import Step, found, found_owner
from hubra_desktop.work.issued_papers import issued_rows
from hubra_desktop.work.queries.follow_ups import FollowUpRow, follow_up_line, follow_up_rows
from hubra_desktop.work.queries.register import today
from hubra_desktop.work.references import clear_references

ROW_TITLE: Final = N_("Uppföljning av tidigare beslut")
"""What the row of an agenda is called where follow-ups are reported."""


def keep_followed(rows: Rows) -> None:
    """Let decisions that were written, and that somebody has to act on, be followed up.

    Whichever way they came: by a form, a file, or an earlier state fetched back. Of one that
    went, what nobody has begun goes, and the others are free of it.
    """
    written = rows.journal.net()
    for each in written:
        if each.kind == "decision" and each.after is not None:
            was = None if each.before is None else _decision_of(each.before)
            _follow(rows, found(rows, Decision, each.row_id), was)
    gone = {each.row_id for each in written if each.kind == "decision" and each.after is None}
    for each in written if gone else ():
        # What named one that went may have been freed of it before.
        freed = each.kind == "follow_up" and each.before and each.before["decision_id"] in gone
        there = rows.get(FollowUp, each.row_id) if freed else None
        _drop_untouched(rows, [there] if there else [])
    for decision_id in gone:
        _drop_untouched(rows, _of_decision(rows, decision_id))
    clear_references(rows, Decision, gone)


def follow_meeting(rows: Rows, meeting_id: str) -> int:
    """Let all that was decided at a meeting be followed up; return how many there are.

    A whole register that was read may hold decisions that have no follow-up.
    """
    sections = rows.all(Section, TABLES["section"].c.meeting_id == meeting_id)
    made = [_follow(rows, each) for section in sections for each in section.decisions]
    return sum(each is not None for each in made)


def _follow(rows: Rows, decision: Decision, before: Decision | None = None) -> str | None:
    """Let a decision that somebody has to act on be followed up; return the follow-up's id.

    One that is there already takes over what has changed since the decision was as ``before``,
    but for what was written in it by hand. When there is nobody to act any more, one that
    nobody has begun goes; one that was made for a decision without anybody to act stays.
    """
    there = _of_decision(rows, decision.id)
    if not has_executor(decision):
        if before is not None and has_executor(before):
            _drop_untouched(rows, there)
        return None
    section: Section = found_owner(rows, Decision, decision.id)
    if there:
        for each in there if before is not None else ():
            values = refreshed(each, before or decision, decision, section.heading)
            rows.change(FollowUp, each.id, values)
        return there[0].id
    meeting: Meeting = found(rows, Meeting, section.meeting_id)
    made = FollowUp(
        **follow_values(decision, section.heading),
        decision_id=decision.id,
        item_id=section.item_id,
        case_number=section.case_number,
        created_on=meeting.date,
    )
    return rows.add(made)


def _decision_of(image: Image) -> Decision:
    """Return a decision as its row was."""
    values = typed(TABLES["decision"], image)
    return Decision(**{name: values[name] for name in fields_of(Decision) if name in values})


def change_follow_up(rows: Rows, before: FollowUp, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the new values of a follow-up, with the day of what is done."""
    return with_day(before.state, before.done_on, today(rows.connection), values)


@dataclass(frozen=True)
class ReportFollowUp(Step):
    """Add to a follow-up what was reported of it, and how far it has come (None: as before).

    ``meeting_id`` is the meeting that it was reported to. Returns the id of the report.
    """

    follow_up_id: str
    day: dt.date
    text: str
    author: str = ""
    meeting_id: str | None = None
    state: FollowUpState | None = None
    reason: str | None = None
    label: ClassVar[str] = "add-follow_up_report"

    def apply(self, rows: Rows) -> str:
        before = found(rows, FollowUp, self.follow_up_id)
        if not self.text.strip():
            raise refusal("Skriv vad som har rapporterats.", field="text")
        report = FollowUpReport(
            id=new_id(), day=self.day, author=self.author, text=self.text,
            meeting_id=self.meeting_id,
        )  # fmt: skip
        after = replace(before, **self._values(before), reports=(*before.reports, report))
        rows.put(after, was=before)
        return report.id

    def _values(self, before: FollowUp) -> dict[str, Any]:
        values = {"state": self.state, "reason": self.reason}
        given = {name: value for name, value in values.items() if value is not None}
        return with_day(before.state, before.done_on, self.day, given)


@dataclass(frozen=True)
class PlaceFollowUps(Step):
    """Let follow-ups be reported at a meeting: named, with how they stand, in a row of its agenda.

    They stand together in a row that is new, or in the one that others stand in already and
    that no kallelse has told of. What was decided behind closed doors has a row of its own.
    Raises InputError where one of them stands on the agenda of another meeting to come.
    """

    follow_up_ids: tuple[str, ...]
    meeting_id: str

    @property
    def label(self) -> str:
        return f"place-follow_up{'s' if len(self.follow_up_ids) > 1 else ''}"

    def apply(self, rows: Rows) -> str | None:
        meeting: Meeting = found(rows, Meeting, self.meeting_id)
        if meeting.state in LIFTED_STATES | HELD_STATES:
            raise refusal("Sammanträdet är hållet, inställt eller flyttat. Välj ett kommande.")
        asked = [TABLES["follow_up"].c.id.in_(self.follow_up_ids)]
        chosen = follow_up_rows(rows.connection, *asked)
        coming = [each for each in chosen if _has_to_come(rows, each, meeting)]
        made = [
            _put_in_row(rows, meeting, some, closed=closed)
            for closed in (False, True)
            if (some := [each for each in coming if each.closed is closed])
        ]
        return made[0] if made else None


@dataclass(frozen=True)
class TakeUp(Step):
    """Put what waits on an agenda, and let follow-ups be reported there, in one step."""

    backlog_ids: tuple[str, ...]
    follow_up_ids: tuple[str, ...]
    meeting_id: str

    @property
    def label(self) -> str:
        if not self.backlog_ids:
            return PlaceFollowUps(self.follow_up_ids, self.meeting_id).label
        return PlaceItems(self.backlog_ids, self.meeting_id).label

    def apply(self, rows: Rows) -> str | None:
        waiting = PlaceItems(self.backlog_ids, self.meeting_id).apply(rows)
        reported = PlaceFollowUps(self.follow_up_ids, self.meeting_id)
        return (reported.apply(rows) if self.follow_up_ids else None) or waiting


def _has_to_come(rows: Rows, row: FollowUpRow, meeting: Meeting) -> bool:
    """Tell whether a follow-up is not on the agenda yet; refuse one on another to come."""
    if row.placed_meeting_id in (None, meeting.id):
        return row.placed_meeting_id is None
    there: Meeting = found(rows, Meeting, row.placed_meeting_id)
    if there.state not in LIFTED_STATES | HELD_STATES:
        raise refusal(
            "{title} står redan på listan till sammanträdet {day}. Ta bort raden där först.",
            title=quoted(row.title),
            day=date_in_text(there.date),
        )
    return True


def _put_in_row(
    rows: Rows, meeting: Meeting, coming: Sequence[FollowUpRow], *, closed: bool
) -> str:
    """Write follow-ups in a row of an agenda, and that they stand there; return its id."""
    told = "\n".join(follow_up_line(each) for each in coming)
    item = _row_of_others(rows, meeting, closed=closed)
    if item is None:
        new = Item(kind=ItemKind.INFORMATION, title=swedish(ROW_TITLE), note=told, closed=closed)
        item_id = AddItems(meeting.id, (new,)).apply(rows) or ""
    else:
        item_id = item.id
        rows.change(Item, item_id, {"note": f"{item.note}\n{told}".strip()})
    for each in coming:
        rows.change(FollowUp, each.id, {"placed_item_id": item_id})
    return item_id


def _row_of_others(rows: Rows, meeting: Meeting, *, closed: bool) -> Item | None:
    """Return the row of an agenda where follow-ups stand, if it may still be written in."""
    issued = issued_rows(rows.connection, meeting.id)
    column = TABLES["follow_up"].c.placed_item_id
    placed = set(rows.connection.scalars(select(column).where(column.is_not(None))))
    free = (each for each in meeting.items if each.id in placed and each.id not in issued)
    return next((each for each in free if each.closed is closed), None)


def _of_decision(rows: Rows, decision_id: str) -> Sequence[FollowUp]:
    columns = TABLES["follow_up"].c
    return rows.all(FollowUp, columns.decision_id == decision_id, order=(columns.id,))


def _drop_untouched(rows: Rows, follow_ups: Sequence[FollowUp]) -> None:
    for each in follow_ups:
        if is_untouched(each):
            rows.remove(FollowUp, each.id)
