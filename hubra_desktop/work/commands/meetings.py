"""Meetings: made, copied, changed and taken away, with notes, groups and signatures."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.deadlines import dated_notice
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.meeting_rules import end_after, end_kept
from hubra_desktop.model.minutes.last_minutes import told_of_none
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.meeting import Footnote, Item, Meeting
from hubra_desktop.model.records.rules import day
from hubra_desktop.model.templates import at_another_start, copy_of, standing_items
from hubra_desktop.model.terms import Anchor, MeetingKind, MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MEETING, TABLES
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.commands.last_minutes import bring_earlier
from hubra_desktop.work.commands.officers import officers_of, own_body
from hubra_desktop.work.issued_papers import CALL_PAPER, issued_about
from hubra_desktop.work.queries.rulebook import rules_on
from hubra_desktop.work.queries.templates import template_of
from hubra_desktop.work.references import clear_references


@dataclass(frozen=True)
class NewMeeting(Step):
    """Make a meeting of the register's own body with the standing items of its template.

    ``start`` and ``end`` are minutes since midnight. Chair and secretary are those of
    the template, else of the day; so are the signature lines. The place of the notice
    is the municipality, and its day the last one that the body's rules allow.
    """

    date: date
    start: int
    end: int | None = None
    place: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    note: str = ""
    label: ClassVar[str] = "add-meeting"

    def apply(self, rows: Rows) -> str:
        day(self.date)
        body_id, municipality = own_body(rows)
        template = template_of(rows.connection, body_id)
        officers = officers_of(rows, body_id, self.date).with_named(rows, template)
        made = rows.put(
            Meeting(
                body_id=body_id,
                kind=self.kind,
                date=self.date,
                start=self.start,
                end=end_after(self.start, self.end),
                place=self.place,
                notice_place=municipality,
                notice_date=dated_notice(self.date, rules_on(rows.connection, body_id, self.date)),
                chair_id=officers.chair_id,
                secretary_id=officers.secretary_id,
                signatures=officers.signatures,
                note=self.note,
                items=standing_items(template, new_id),
            )
        )
        bring_earlier(rows, made)
        return made


@dataclass(frozen=True)
class CopyMeeting(Step):
    """Make a new meeting on another day as a copy of an earlier one.

    ``values`` are fields of the meeting's head that are to be others than in the copied
    one. With another ``start`` all that is held to a clock time goes along. Those who lead,
    write and sign are the officers of the new day.
    """

    meeting_id: str
    date: date
    values: Mapping[str, Any] = field(default_factory=dict)
    label: ClassVar[str] = "copy-meeting"

    def apply(self, rows: Rows) -> str:
        day(self.date)
        meeting = found(rows, Meeting, self.meeting_id)
        rules = rules_on(rows.connection, meeting.body_id, self.date)
        copy = copy_of(meeting, self.date, new_id, dated_notice(self.date, rules))
        begun = at_another_start(copy, self.values.get("start", copy.start))
        template = template_of(rows.connection, meeting.body_id)
        officers = officers_of(rows, meeting.body_id, self.date).with_named(rows, template)
        made = replace(officers.on_copy(rows, begun, self.date), **self.values)
        end, items = end_after(made.start, made.end), told_of_none(made.items)
        new = rows.put(replace(made, end=end, items=items))
        bring_earlier(rows, new)
        return new


def change_meeting(rows: Rows, before: Meeting, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a meeting's new values.

    The planned end goes along with a new start. A moved meeting leads to another, and no
    other leads anywhere.
    """
    if "start" in values and "end" not in values:
        values = {**values, "end": end_kept(before.start, before.end, values["start"])}
    elif "end" in values:
        values = {**values, "end": end_after(values.get("start", before.start), values["end"])}
    target = values.get("moved_to", before.moved_to)
    if values.get("state", before.state) is not MeetingState.MOVED:
        # The rule of meetings says why one cannot be moved to itself.
        return values if target == before.id else {**values, "moved_to": None}
    if target is None:
        raise refusal(
            "Välj vilket sammanträde det flyttas till. "
            "Finns det inte, skapa det nya sammanträdet först."
        )
    return values


def remove_meeting(rows: Rows, meeting: Meeting) -> None:
    """Remove a meeting's footnotes and attendance, and cancel the meetings moved to it.

    Raises InputError for one that somebody has been called to, or that was held.
    """
    if issued_about(rows.connection, CALL_PAPER, meeting.id) is not None:
        raise refusal(
            "Det har kallats till sammanträdet, så det tas inte bort. Ställ in det i stället."
        )
    for kind in ("agenda_run", "minutes", "section"):
        columns = TABLES[kind].c
        told = select(columns.id).where(columns.meeting_id == meeting.id).limit(1)
        if rows.connection.scalar(told) is not None:
            raise refusal("Sammanträdet är hållet eller har ett protokoll, så det tas inte bort.")
    columns = TABLES["attendance"].c
    for row_id in rows.connection.scalars(
        select(columns.id).where(columns.meeting_id == meeting.id)
    ).all():
        clear_references(rows, Attendance, [row_id])
        rows.remove(Attendance, row_id)
    moved_here = select(MEETING.c.id).where(MEETING.c.moved_to == meeting.id)
    for row_id in rows.connection.scalars(moved_here).all():
        rows.change(Meeting, row_id, {"state": MeetingState.CANCELLED})
    for note in meeting.footnotes:
        rows.remove(Footnote, note.id)
    clear_references(rows, Item, [item.id for item in meeting.items])


def change_footnote(rows: Rows, before: Footnote, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a footnote's new values; only one that stands at an item names an item."""
    anchor = values.get("anchor", before.anchor)
    return values if anchor is Anchor.ITEM else {**values, "item_id": None}
