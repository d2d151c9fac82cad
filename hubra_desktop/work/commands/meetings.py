"""Meetings: made, copied, changed and taken away, with notes, groups and signatures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import (
    Base,
    Body,
    Footnote,
    Meeting,
    PreMeeting,
    Signature,
)
from hubra_desktop.model.rules import day
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.templates import NOTICE_DAYS, copy_of, standing_items
from hubra_desktop.model.terms import Anchor, MeetingKind, MeetingState
from hubra_desktop.model.validity import check_anchor, check_meeting_times
from hubra_desktop.work.commands.base import Change, Remove, Step, found
from hubra_desktop.work.commands.mapped_rows import meeting_sheet_of, new_meeting, new_row
from hubra_desktop.work.commands.officers import officers_of, own_body
from hubra_desktop.work.commands.pointers import lift


@dataclass(frozen=True)
class AddMeeting(Step):
    """Store a whole meeting as it stands in the sheet (an import, a test)."""

    sheet: MeetingSheet
    label: ClassVar[str] = "add-meeting"

    def apply(self, session: Session) -> str:
        meeting = new_meeting(self.sheet)
        session.add(meeting)
        return meeting.id


@dataclass(frozen=True)
class NewMeeting(Step):
    """Make a meeting of the register's own body with the standing items.

    ``start`` and ``end`` are minutes since midnight. Chair, secretary, signature
    lines and the place of the notice are those of the day.
    """

    date: date
    start: int
    end: int | None = None
    place: str = ""
    kind: MeetingKind = MeetingKind.ORDINARY
    label: ClassVar[str] = "add-meeting"

    def apply(self, session: Session) -> str:
        day(self.date)
        body, municipality = own_body(session)
        officers = officers_of(session, body.id, self.date)
        meeting = new_meeting(
            MeetingSheet(
                body_id=body.id,
                kind=self.kind,
                date=self.date,
                start=self.start,
                end=self.end,
                place=self.place,
                notice_place=municipality,
                notice_date=self.date - timedelta(days=NOTICE_DAYS),
                chair_id=officers.chair_id,
                secretary_id=officers.secretary_id,
                signatures=officers.signatures,
                items=standing_items(new_id),
            )
        )
        session.add(meeting)
        return meeting.id


@dataclass(frozen=True)
class CopyMeeting(Step):
    """Make a new meeting on another day as a copy of an earlier one."""

    meeting_id: str
    date: date
    label: ClassVar[str] = "copy-meeting"

    def apply(self, session: Session) -> str:
        day(self.date)
        meeting = found(session, Meeting, self.meeting_id)
        body = found(session, Body, meeting.body_id)
        copy = new_meeting(copy_of(meeting_sheet_of(meeting, body.name), self.date, new_id))
        session.add(copy)
        return copy.id


@dataclass(frozen=True)
class ChangeMeeting(Change):
    """Write new values into a meeting's head.

    Refused: an end before the start, a meeting moved to itself, and a state
    "moved" that points nowhere.
    """

    table: ClassVar[type[Base]] = Meeting

    def apply(self, session: Session) -> None:
        meeting = found(session, Meeting, self.row_id)
        if self.values.get("moved_to") == meeting.id:
            raise InputError(
                say(
                    "Ett sammanträde kan inte flyttas till sig självt. Välj ett annat.",
                    "A meeting cannot be moved to itself. Choose another.",
                )
            )
        super().apply(session)
        check_meeting_times(meeting.start, meeting.end)
        if meeting.state is not MeetingState.MOVED:
            meeting.moved_to = None
        elif meeting.moved_to is None:
            raise InputError(
                say(
                    "Välj vilket sammanträde det flyttas till. "
                    "Finns det inte, skapa det nya sammanträdet först.",
                    "Choose which meeting it is moved to. "
                    "If that is not there, make the new meeting first.",
                )
            )


@dataclass(frozen=True)
class RemoveMeeting(Remove):
    """Take a meeting away with all that belongs to it; pointers to it are lifted."""

    table: ClassVar[type[Base]] = Meeting

    def apply(self, session: Session) -> None:
        meeting = found(session, Meeting, self.row_id)
        for pointing in session.scalars(select(Meeting).where(Meeting.moved_to == meeting.id)):
            pointing.state = MeetingState.CANCELLED
        meeting.footnotes.clear()
        lift(session, "meeting", [meeting.id])
        lift(session, "agenda_item", [item.id for item in meeting.items])
        session.delete(meeting)


@dataclass(frozen=True)
class _AddPart(Step):
    """Add a row to one of a meeting's lists, last."""

    table: ClassVar[type[Base]]
    part: ClassVar[str]
    meeting_id: str
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        return f"add-{self.table.stored_as()}"

    def apply(self, session: Session) -> str:
        meeting = found(session, Meeting, self.meeting_id)
        row = new_row(self.table, self.values)
        getattr(meeting, self.part).append(row)
        return row.id


@dataclass(frozen=True)
class _RemovePart(Remove):
    """Take a row out of one of a meeting's lists."""

    part: ClassVar[str]

    def apply(self, session: Session) -> None:
        row: Any = found(session, self.table, self.row_id)
        meeting = found(session, Meeting, row.meeting_id)
        getattr(meeting, self.part).remove(row)


class AddPreMeeting(_AddPart):
    """Add a group's meeting before the meeting."""

    table = PreMeeting
    part = "pre_meetings"


class ChangePreMeeting(Change):
    """Change a pre-meeting's group, start or place."""

    table = PreMeeting


class RemovePreMeeting(_RemovePart):
    """Take a pre-meeting away, and its footnote with it."""

    table = PreMeeting
    part = "pre_meetings"


class AddFootnote(_AddPart):
    """Add a footnote to the time, the place or an item of the same meeting."""

    table = Footnote
    part = "footnotes"

    def apply(self, session: Session) -> str:
        row_id = super().apply(session)
        _check_note(found(session, Meeting, self.meeting_id), row_id)
        return row_id


class ChangeFootnote(Change):
    """Change a footnote's text or what it stands beside."""

    table = Footnote

    def apply(self, session: Session) -> None:
        super().apply(session)
        note = found(session, Footnote, self.row_id)
        if note.anchor is not Anchor.ITEM:
            note.item_id = None
        _check_note(found(session, Meeting, note.meeting_id), note.id)


class RemoveFootnote(_RemovePart):
    """Take a footnote away, and its mark with it."""

    table = Footnote
    part = "footnotes"


class AddSignature(_AddPart):
    """Add a signature line, last."""

    table = Signature
    part = "signatures"


class ChangeSignature(Change):
    """Change who signs, or as what."""

    table = Signature


class RemoveSignature(_RemovePart):
    """Take a signature line away."""

    table = Signature
    part = "signatures"


def _check_note(meeting: Meeting, note_id: str) -> None:
    """Refuse a footnote to an item without an item of that very meeting."""
    note = next(note for note in meeting.footnotes if note.id == note_id)
    rows = {item.id for item in meeting.items}
    check_anchor(note.anchor or Anchor.TIME, note.item_id, rows)
