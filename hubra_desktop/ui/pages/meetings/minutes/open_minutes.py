"""The minutes that are in view: as stored, with what is being typed, and what they lack."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.minutes.minutes_view import MinutesView, SectionView
from hubra_desktop.model.minutes.phrase_facts import phrase_facts
from hubra_desktop.model.minutes.phrases import STARTERS, offered
from hubra_desktop.model.minutes.places import field_source
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.records.minutes import Phrase, Section
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.open_meeting import OpenMeeting
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries import paper_style
from hubra_desktop.work.queries.minutes import minutes_of
from hubra_desktop.work.queries.running import phrases
from hubra_desktop.work.queries.written_minutes import written_anew

WRITTEN = ("section", "decision")
"""The kinds of the records that hold the texts of minutes."""
TEXTS = ("background", "debate", "procedure")
DECIDED = ("proposed", "adopted")
"""The texts of a § and of a decision, as the fields of their records."""

FOLLOWED = frozenset(
    {
        "agenda_item", "agenda_run", "approval", "approver", "attendance", "attendance_stay",
        "ballot_voice", "body", "body_rules", "decision", "decision_notice", "disqualification",
        "house_style", "meeting", "minutes", "person", "phrase", "presenter", "reopening",
        "section", "section_ballot", "section_dissent", "section_proposal",
    }
)  # fmt: skip
"""What minutes are made of."""


class OpenMinutes(QObject):
    """Re-reads the minutes of the open meeting after every change, while ``watched``.

    ``shown``: those of another meeting, or none, are in view. ``changed``: the same ones are
    read anew. ``drafted``: what is being typed changed.
    """

    shown = Signal()
    changed = Signal()
    drafted = Signal()

    def __init__(self, desk: Desk, meeting: OpenMeeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._meeting = desk, meeting
        self._typed: dict[tuple[str, str], str] = {}
        self._behind = True
        self._of = ""
        self.watched = False
        self.view: MinutesView | None = None
        self.style = HouseStyle()
        self.phrases: tuple[Phrase, ...] = ()
        meeting.shown.connect(self._turn)
        desk.changed.connect(self._follow)

    def watch(self, watched: bool) -> None:
        """Follow what happens in the register, or let it be until the minutes are seen again."""
        self.watched = watched
        if watched and self._behind:
            self._turn()

    def section(self, section_id: str) -> SectionView | None:
        """Return a § of the minutes in view."""
        return self.view.section_view(section_id) if self.view else None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Return the texts of all §§ in view, each by the record and field it is written in."""
        return tuple(self._texts())

    def _texts(self) -> Iterator[tuple[str, str]]:
        for each in self.view.sections if self.view else ():
            section = each.section
            for field in TEXTS:
                yield field_source(section.id, field), getattr(section, field)
            for decision in section.decisions:
                for field in DECIDED:
                    yield field_source(decision.id, field), getattr(decision, field)

    def offered(self, section_id: str, typed: str) -> tuple[str, ...]:
        """Return the phrases that what is typed in a § may become."""
        found = self.section(section_id)
        if self.view is None or found is None:
            return ()
        kind = found.item.kind if found.item is not None else None
        return offered(self.phrases, typed, kind, phrase_facts(self.view, found))

    def type(self, record_id: str, field: str, text: str) -> None:
        """Take note of what is being typed in a § or a decision, for the page in view."""
        self._typed[record_id, field] = text
        self.drafted.emit()

    def type_head(self, field: str, text: str) -> None:
        """Take note of what is being typed of the meeting as a whole."""
        if self.view is not None and self.view.minutes is not None:
            self.type(self.view.minutes.id, field, text)

    @property
    def draft(self) -> MinutesView | None:
        """Return the minutes with what is being typed."""
        if self.view is None or not self._typed:
            return self.view
        touched = {record_id for record_id, _ in self._typed}
        sections = tuple(
            replace(each, section=self._drafted(each.section)) if _ids(each) & touched else each
            for each in self.view.sections
        )
        minutes = self._with_typed(self.view.minutes) if self.view.minutes else None
        return replace(self.view, sections=sections, minutes=minutes)

    def _drafted(self, section: Section) -> Section:
        decisions = tuple(self._with_typed(each) for each in section.decisions)
        made: Section = self._with_typed(replace(section, decisions=decisions))
        return made

    def _with_typed(self, record: Any) -> Any:
        values = {
            field: text for (record_id, field), text in self._typed.items()
            if record_id == record.id
        }  # fmt: skip
        return replace(record, **values) if values else record

    def _turn(self) -> None:
        """Show the minutes of the meeting that is open now."""
        if not self.watched:
            self._behind = True
            return
        sheet = self._meeting.sheet
        here = sheet.id if sheet is not None else ""
        another, self._of = here != self._of, here
        self._read()
        (self.shown if another else self.changed).emit()

    def _follow(self, changes: Changes) -> None:
        if not changes.kinds & FOLLOWED:
            return
        if self.watched and self.view is not None and _is_text(changes):
            self._read_text(self.view, changes)
            return
        self._behind = True
        if self.watched and self._meeting.sheet is not None:
            self._turn()

    def _read_text(self, view: MinutesView, changes: Changes) -> None:
        """Read again what was written: each second while it is typed, so no more than that."""
        touched = {kind: [row.id for row in changes.rows if row.kind == kind] for kind in WRITTEN}
        self._typed = {}
        with self._desk.read() as reader:
            self.view = written_anew(reader, view, touched["section"], touched["decision"])
        places = [each.section.position for each in self.view.sections]
        if all(one <= other for one, other in pairwise(places)):
            self.changed.emit()
        else:
            self._turn()

    def _read(self) -> None:
        self._typed, self._behind, self.view = {}, False, None
        sheet = self._meeting.sheet
        if sheet is not None and self._desk.workspace is not None:
            with self._desk.read() as reader:
                self.view = minutes_of(reader, sheet.id)
                self.style = paper_style(reader)
                self.phrases = phrases(reader) or STARTERS


def _is_text(changes: Changes) -> bool:
    """Tell whether no more than §§ and decisions were written in; none came or went."""
    return all(row.kind in WRITTEN and row.op == "changed" for row in changes.rows)


def _ids(view: SectionView) -> set[str]:
    return {view.section.id, *(each.id for each in view.section.decisions)}
