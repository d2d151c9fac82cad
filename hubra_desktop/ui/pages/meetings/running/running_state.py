"""What a meeting that goes on is right now: what was recorded, and the time that it is.

All views of the meeting look at the same values. They are read anew when something of the
meeting is stored, and counted anew when a minute has passed.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.presence import ROLL_ROLES
from hubra_desktop.model.closed_rows import public_row
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.approving import officer
from hubra_desktop.model.minutes.phrase_facts import meeting_facts
from hubra_desktop.model.minutes.phrases import STARTERS, in_sentence
from hubra_desktop.model.minutes.running import RunningMeeting, clock_now, running_meeting
from hubra_desktop.model.minutes.sections import body_subject
from hubra_desktop.model.records.attendance import AgendaRun, Attendance
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Phrase, Section
from hubra_desktop.model.swedish import clock, date_in_text
from hubra_desktop.model.terms import UNCALLED_STATES, MeetingState
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.meetings.running.actors import Actor, actors_of
from hubra_desktop.ui.pages.meetings.running.now_panel import late_text
from hubra_desktop.work.changes import Changes, RowChange
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.attendance import AttendanceView, attendance_of
from hubra_desktop.work.queries.minutes import sections_again, sections_of
from hubra_desktop.work.queries.running import body_of, phrases, recorded_runs
from hubra_desktop.work.queries.sheets import meeting_sheet

LOOKS_MS = 1000
_MINUTES: Final = frozenset({
    "section", "section_proposal", "section_ballot", "ballot_voice", "section_dissent",
    "disqualification", "decision", "minutes",
})  # fmt: skip
_PEOPLE: Final = frozenset({"attendance", "attendance_stay", "disqualification", "mandate"})
_AGENDA: Final = frozenset({"meeting", "agenda_item", "presenter", "agenda_run", "body_rules"})


class RunningState(QObject):
    """``changed`` follows what was stored, ``ticked`` each new minute; ``gone`` the meeting.

    ``now`` gives the time of day in minutes; a test has its own.
    """

    changed = Signal()
    ticked = Signal()
    gone = Signal()

    def __init__(self, desk: Desk, meeting_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.meeting_id = desk, meeting_id
        self.phrases: tuple[Phrase, ...] = ()
        self._minute = -1
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_MS)
        self._timer.timeout.connect(self.look)
        self.sections: dict[str, Section] = {}
        self._read()
        desk.changed.connect(self._follow)

    def begin(self) -> None:
        """Count the time from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Count the time no longer."""
        self._timer.stop()
        self.desk.changed.disconnect(self._follow)

    def now(self) -> int:
        """Return the time of day, as the meeting counts it."""
        moment = datetime.now()
        return clock_now(moment.hour * 60 + moment.minute, self.meeting, self.runs)

    @property
    def item(self) -> Item | None:
        """Return the row that goes on."""
        current = self.going.current
        return None if current is None else current.item

    @property
    def section(self) -> Section | None:
        """Return what the minutes say of the row that goes on."""
        return None if self.item is None else self.sections.get(self.item.id)

    @property
    def roll(self) -> list[Attendance]:
        """Return those whose roll is called."""
        return [each for each in self.people.rows if each.role in ROLL_ROLES]

    @property
    def nobody_told(self) -> str:
        """Say why there is nobody to choose, and what to do."""
        if self.roll:
            return say("Ingen i närvarolistan kan väljas nu. Gör uppropet först.")
        if self.ahead:
            return say("Närvarolistan är tom. Den görs när sammanträdet öppnas.")
        return say("Ingen ledamot står i närvarolistan. Lägg till dem under Närvaro i fönstret.")

    @property
    def ongoing(self) -> bool:
        """Tell whether the meeting goes on."""
        return self.meeting.state is MeetingState.ONGOING

    @property
    def ahead(self) -> bool:
        """Tell whether the meeting can be opened."""
        return self.meeting.state in UNCALLED_STATES | {MeetingState.CALLED}

    @property
    def closed_told(self) -> str:
        """Say why nothing can be written of the row that goes on; "" where it can."""
        if told := self.desk.closed_told:
            return told
        if self.section is not None and self.section.approval_id is not None:
            return say("Paragrafen är justerad, så den ändras inte mer.")
        return ""

    def late_told(self) -> tuple[str, bool]:
        """Say how the meeting keeps to its plan, or that it is another day's; and if it matters."""
        if self.ahead and self.meeting.date != self.desk.today():
            day = date_in_text(self.meeting.date)
            return say("Sammanträdet är {day}, inte i dag", day=day), True
        if not (self.ongoing or self.ahead):
            return "", False
        return late_text(self.going.late), (self.going.late or 0) > 0

    def voters(self) -> tuple[Attendance, ...]:
        """Return those who take part in what the row decides."""
        return self.people.voters(self.item.id if self.item else None)

    def inside(self) -> tuple[Attendance, ...]:
        """Return those who are in the room."""
        return self.people.present(self.item.id if self.item else None)

    def actors(self) -> tuple[Actor, ...]:
        """Return those who may carry out what is decided; those in the room come first."""
        with self.desk.read() as reader:
            return actors_of(reader, self.inside())

    def facts(self) -> Mapping[str, str]:
        """Return what phrases are filled in with, by the names in their brackets."""
        item = public_row(self.item or Item())
        meeting, rows = self.meeting, self.people.rows
        chair = officer(rows, meeting.chair_id, AttendanceRole.CHAIR)
        secretary = officer(rows, meeting.secretary_id, AttendanceRole.SECRETARY)
        return {
            "ordförande": chair.name if chair else "",
            "sekreterare": secretary.name if secretary else "",
            "rådet": self.word,
            "tid": clock(self.now()),
            **meeting_facts(meeting, self.now()),
            "ärende": item.title,
            "dnr": item.case_number,
            "föredragande": ", ".join(each.name or each.unit for each in item.presenters),
        }

    def look(self) -> None:
        """Count anew when another minute has come."""
        if self.now() != self._minute:
            self._count()
            self.ticked.emit()

    def _follow(self, changes: Changes) -> None:
        kinds = changes.kinds
        touched = kinds & (_MINUTES | _PEOPLE | _AGENDA | {"phrase", "body"})
        if not touched or self.desk.workspace is None:
            return
        try:
            self._read(touched, [each for each in changes.rows if each.kind in _MINUTES])
        except InputError:
            self.gone.emit()
            return
        self.changed.emit()

    def _read(self, kinds: frozenset[str] | None = None, minuted: Sequence[RowChange] = ()) -> None:
        """Read what the kinds touched tell of, of the §§ those ``minuted``; None reads all."""
        with self.desk.read() as reader:
            if kinds is None or kinds & _AGENDA:
                self.meeting: Meeting = meeting_sheet(reader, self.meeting_id)
                self.runs: tuple[AgendaRun, ...] = recorded_runs(reader, self.meeting_id)
            if kinds is None or kinds & (_AGENDA | _PEOPLE):
                self.people: AttendanceView = attendance_of(reader, self.meeting_id)
            if kinds is None or kinds & _MINUTES:
                self._read_sections(reader, minuted)
            if kinds is None or kinds & {"phrase", "body"}:
                self.phrases = phrases(reader) or STARTERS
                self.word = in_sentence(body_subject(body_of(reader, self.meeting.body_id)))
        if kinds is None or kinds & _AGENDA or self.now() != self._minute:
            self._count()

    def _read_sections(self, reader: Reader, minuted: Sequence[RowChange]) -> None:
        """Read the §§ again, no more of them than those that are written in by each key."""
        some = sections_again(reader, self.sections.values(), minuted) if minuted else None
        here = {each.id: each.item_id for each in self.sections.values()}
        if some is None or any(here.get(each.id) != each.item_id for each in some):
            some, self.sections = sections_of(reader, self.meeting_id), {}
        self.sections.update((each.item_id, each) for each in some if each.item_id)

    def _count(self) -> None:
        self._minute = self.now()
        self.going: RunningMeeting = running_meeting(self.meeting, self.runs, self._minute)
