"""The meeting that is open: as stored, and as it would be with what is being typed.

All parts of the page Meetings look at the same two sheets. ``sheet`` is what the
register holds; ``draft`` adds the text of editors that are not committed yet, and
is what the live page and the summary show. ``replacement`` is the meeting that took
a moved one's place, ``source`` the one that this was copied from, ``notice_days`` how long
before it the body's rules want the kallelse. ``carried`` tells of
rows that continue one of another meeting the day of that meeting.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.agenda_findings import findings
from hubra_desktop.model.findings import Finding
from hubra_desktop.model.order import place_of_new
from hubra_desktop.model.records.meeting import HouseStyle, Item, Meeting
from hubra_desktop.model.templates import NOTICE_DAYS
from hubra_desktop.model.terms import APPROVED_STATES
from hubra_desktop.ui import settings
from hubra_desktop.ui.desk import Desk
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import copied_meeting, meeting_sheet, paper_style
from hubra_desktop.work.queries.approved import approved_on
from hubra_desktop.work.queries.backlog import carried_days
from hubra_desktop.work.queries.protection import protected_people
from hubra_desktop.work.queries.rulebook import notice_days_of

DRAFT_ID = "draft"
STYLE_TABLES = frozenset({"house_style", "register", "body", "person", "body_rules"})


class OpenMeeting(QObject):
    """Re-reads its meeting when a change report names it, and nothing else.

    ``shown``: another meeting, or none, is open. ``committed(before, changes)``: the
    same meeting was re-read. ``drafted``: what is being typed changed. Whenever the
    sheet is re-read the draft equals it.
    """

    shown = Signal()
    committed = Signal(object, object)
    drafted = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet: Meeting | None = None
        self.draft: Meeting | None = None
        self.replacement: Meeting | None = None
        self.source: Meeting | None = None
        self.notice_days = NOTICE_DAYS
        self._protected: Mapping[str, str] = {}
        self._style: HouseStyle | None = None
        self.carried: Mapping[str, date] = {}
        self.approved = False
        """Whether the minutes are approved: then nothing of the meeting changes any more."""
        desk.replaced.connect(self._start_over)
        desk.changed.connect(self._follow)

    def open(self, meeting_id: str) -> bool:
        """Show a meeting; False when typed text must be mended first or it is gone."""
        if self.sheet is not None and self.sheet.id == meeting_id:
            return True
        if not self._desk.flush():
            return False
        self._read(meeting_id)
        if self.sheet is not None and self._desk.path is not None and not self._desk.past:
            settings.remember_meeting(self._desk.path, meeting_id)
        self.shown.emit()
        return self.sheet is not None

    def close(self) -> None:
        """Show no meeting."""
        self.sheet = self.draft = None
        self.shown.emit()

    def type_head(self, **values: object) -> None:
        """Show the meeting's head as it would be with these values."""
        if self.draft is not None:
            self.draft = _with(self.draft, values)
            self.drafted.emit()

    def type_item(self, item_id: str, values: Mapping[str, object]) -> None:
        """Show a row as it would be with these values; "" is the blank last row."""
        if self.draft is None:
            return
        wanted = item_id or DRAFT_ID
        items = self.draft.items
        if not any(item.id == wanted for item in items):
            place = place_of_new(items, _with(Item(), values))
            items = (*items[:place], Item(id=DRAFT_ID), *items[place:])
        self.draft = replace(
            self.draft,
            items=tuple(_with(item, values) if item.id == wanted else item for item in items),
        )
        self.drafted.emit()

    def forget_typing(self) -> None:
        """Show the meeting as it is stored."""
        if self.draft is not self.sheet:
            self.draft = self.sheet
            self.drafted.emit()

    def item(self, item_id: str) -> Item | None:
        """Return a stored row of the open meeting."""
        items = () if self.sheet is None else self.sheet.items
        return next((item for item in items if item.id == item_id), None)

    def findings_of(self, sheet: Meeting) -> tuple[Finding, ...]:
        """Return what is missing or contradictory in the meeting, as it is on a sheet."""
        days, protected = self.notice_days, self._protected
        return findings(sheet, self.style, days, source=self.source, protected=protected)

    @property
    def style(self) -> HouseStyle:
        """Return how the municipality prints; read when it is first asked for."""
        if self._style is None and self._desk.workspace is not None:
            with self._desk.read() as reader:
                self._style = paper_style(reader)
        return self._style or HouseStyle()

    def _start_over(self) -> None:
        self.sheet = self.draft = None
        self.approved = False
        self._style = None
        self.shown.emit()

    def _read(self, meeting_id: str) -> None:
        with self._desk.read() as reader:
            self._style = paper_style(reader)
            self.sheet = self.draft = sheet = meeting_sheet(reader, meeting_id)
            moved_to = sheet.moved_to
            self.replacement = meeting_sheet(reader, moved_to) if moved_to else None
            self.source = copied_meeting(reader, sheet)
            self._protected = protected_people(reader)
            self.notice_days = notice_days_of(reader, sheet)
            closed = sheet.state in APPROVED_STATES
            self.approved = closed and approved_on(reader, sheet.id) is not None
            continued = any(item.carried_from_id for item in sheet.items)
            self.carried = carried_days(reader, sheet.id) if continued else {}

    def _follow(self, changes: Changes) -> None:
        before = self.sheet
        if before is None:
            return
        tables = {change.kind for change in changes.rows}
        followed = {before.id, before.moved_to, before.copied_from}
        if not followed & changes.meetings and not tables & STYLE_TABLES:
            return
        if ("meeting", before.id, "removed") in {(c.kind, c.id, c.op) for c in changes.rows}:
            self.close()
            return
        self._read(before.id)
        self.committed.emit(before, changes)


def _with(sheet: Any, values: Mapping[str, object]) -> Any:
    return replace(sheet, **values)
