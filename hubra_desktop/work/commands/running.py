"""A meeting that goes on: begun, taken from row to row, paused, gone on with and ended.

Each is stored at once with its clock time, minutes since midnight of the meeting's date. A
clock that was set back meanwhile makes no stretch that ends before it began.
"""

from dataclasses import dataclass, replace
from typing import ClassVar

from hubra_desktop.model.attendance.handled_order import current_item
from hubra_desktop.model.attendance.presence import reach, serves_for, stays_of
from hubra_desktop.model.errors import refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.minutes.running import in_time, open_run, steps_of
from hubra_desktop.model.records.attendance import AgendaRun, Attendance, AttendanceStay
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.swedish import clock
from hubra_desktop.model.terms import LIFTED_STATES, ItemKind, MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import TABLES
from hubra_desktop.work.commands.attendance import Arrive, Leave, Serve
from hubra_desktop.work.commands.attendance_list import MakeAttendance
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.commands.sections import BeginMinutes, Disqualify, SettleDecision
from hubra_desktop.work.queries.attendance import attendance_of

_BEFORE = frozenset({MeetingState.PLANNED, MeetingState.PREPARING, MeetingState.CALLED})


@dataclass(frozen=True)
class StartMeeting(Step):
    """Open a meeting at a clock time, and begin with its first row.

    The attendance list and the minutes are made where they are missing. Returns the id of
    the first stretch, if there is a row to begin with.
    """

    meeting_id: str
    at: int
    label: ClassVar[str] = "start-meeting"

    def apply(self, rows: Rows) -> str | None:
        meeting = found(rows, Meeting, self.meeting_id)
        _must_be_ahead(meeting)
        values = {"state": MeetingState.ONGOING, "opened_at": self.at, "ended_at": None}
        rows.change(Meeting, meeting.id, values)
        if not rows.all(Attendance, TABLES["attendance"].c.meeting_id == meeting.id):
            MakeAttendance(meeting.id).apply(rows)
        BeginMinutes(meeting.id).apply(rows)
        first = next(iter(steps_of(meeting.items)), None)
        return None if first is None else _begin(rows, meeting, first, self.at)


@dataclass(frozen=True)
class NextItem(Step):
    """Leave what goes on, and take up a row at a clock time; a pause of the agenda is a pause.

    Those who were out for the row that is left because of jäv come in again as they went.
    A row that was handled before is taken up with those who were inside at it.
    """

    meeting_id: str
    item_id: str
    at: int
    label: ClassVar[str] = "next-item"

    def apply(self, rows: Rows) -> str:
        meeting = _ongoing(rows, self.meeting_id)
        item = next((each for each in steps_of(meeting.items) if each.id == self.item_id), None)
        if item is None:
            raise refusal("Punkten behandlas inte på det här sammanträdet. Välj en annan.")
        going = open_run(runs_of(rows, meeting.id))
        if going is not None and going.item_id == item.id:
            raise refusal("Punkten behandlas redan.")
        left = current_item(runs_of(rows, meeting.id))
        at = _close(rows, meeting.id, self.at)
        made = _begin(rows, meeting, item, at)
        for each, stay in _stood_aside(rows, meeting.id, left, item.id):
            _come_in_again(rows, each, stay, at, item.id)
        return made


@dataclass(frozen=True)
class StepAside(Step):
    """Record that somebody takes no part in a section (jäv), and goes out for as long."""

    section_id: str
    attendance_id: str
    reason: str
    at: int
    label: ClassVar[str] = "step-aside"

    def apply(self, rows: Rows) -> str:
        made = Disqualify(self.section_id, self.attendance_id, self.reason).apply(rows)
        section = found(rows, Section, self.section_id)
        view = attendance_of(rows.connection, section.meeting_id)
        inside = {each.id for each in view.present(section.item_id)}
        if self.attendance_id in inside and section.item_id in view.order:
            Leave(self.attendance_id, self.at, section.item_id).apply(rows)
        return made


@dataclass(frozen=True)
class AdoptOtherWords(Step):
    """Decide in other words than were proposed; they have been seen by whoever gives them.

    ``decision_id`` is one of the section's; without one a decision is made. A bifall to what
    was not written down before was proposed in the same words.
    """

    section_id: str
    text: str
    decision_id: str = ""
    outcome: DecisionOutcome = DecisionOutcome.CHANGED
    label: ClassVar[str] = "settle-decision"

    def apply(self, rows: Rows) -> None:
        section = found(rows, Section, self.section_id)
        if not self.text.strip():
            raise refusal("Skriv vad som beslutades.")
        decision_id = self.decision_id
        if not decision_id:
            made = Decision(id=new_id())
            rows.put(replace(section, decisions=(*section.decisions, made)), was=section)
            decision_id = made.id
        elif all(each.id != decision_id for each in section.decisions):
            raise refusal("Beslutet finns inte i paragrafen längre. Skriv det på nytt.")
        if self.outcome is DecisionOutcome.AS_PROPOSED:
            before = found(rows, Decision, decision_id)
            rows.change(Decision, decision_id, {"proposed": before.proposed or self.text})
        SettleDecision(decision_id, self.outcome, self.text, confirmed=True).apply(rows)


@dataclass(frozen=True)
class PauseMeeting(Step):
    """Pause what goes on, from a clock time."""

    meeting_id: str
    at: int
    label: ClassVar[str] = "pause-meeting"

    def apply(self, rows: Rows) -> str:
        meeting = _ongoing(rows, self.meeting_id)
        going = open_run(runs_of(rows, meeting.id))
        if going is not None and going.pause:
            raise refusal("Sammanträdet har redan paus.")
        at = _close(rows, meeting.id, self.at)
        return rows.add(AgendaRun(meeting_id=meeting.id, pause=True, started=at))


@dataclass(frozen=True)
class ResumeMeeting(Step):
    """End a pause at a clock time, and go on with the row that went on before it."""

    meeting_id: str
    at: int
    label: ClassVar[str] = "resume-meeting"

    def apply(self, rows: Rows) -> str | None:
        meeting = _ongoing(rows, self.meeting_id)
        runs = runs_of(rows, meeting.id)
        going = open_run(runs)
        if going is None or not going.pause:
            raise refusal("Det är ingen paus att avsluta.")
        at = _close(rows, meeting.id, self.at)
        before = [run.item_id for run in in_time(runs) if run.item_id and not run.pause]
        if not before:
            return None
        again = AgendaRun(meeting_id=meeting.id, item_id=before[-1], started=at)
        return rows.add(again)


@dataclass(frozen=True)
class EndMeeting(Step):
    """End a meeting at a clock time: it has been held."""

    meeting_id: str
    at: int
    label: ClassVar[str] = "end-meeting"

    def apply(self, rows: Rows) -> None:
        meeting = _ongoing(rows, self.meeting_id)
        at = max(_close(rows, meeting.id, self.at), meeting.opened_at or 0)
        rows.change(Meeting, meeting.id, {"state": MeetingState.HELD, "ended_at": at})


def runs_of(rows: Rows, meeting_id: str) -> tuple[AgendaRun, ...]:
    """Return the stretches of a meeting that have been recorded, in time."""
    return in_time(rows.all(AgendaRun, TABLES["agenda_run"].c.meeting_id == meeting_id))


def _stood_aside(
    rows: Rows, meeting_id: str, left_id: str | None, item_id: str
) -> list[tuple[str, AttendanceStay]]:
    """Return who comes in again with a row after a jäv, and the stay that each of them left.

    They went out for the row that is left, or for the last one handled before the one taken
    up: between the two, an earlier row may have been taken up again.
    """
    view = attendance_of(rows.connection, meeting_id)
    place = view.order.index(item_id)
    handled = [each for each in view.order[:place] if each in view.starts]
    inside = {each.id for each in view.present(item_id)}
    out = []
    for each in view.rows:
        before = (stay for stay in stays_of(each) if reach(stay, view.order)[1] <= place)
        gone = max(before, key=lambda stay: reach(stay, view.order), default=None)
        if each.id in inside or gone is None or gone.left_item_id == item_id:
            continue
        barred = view.disqualified.get(gone.left_item_id or "", frozenset())
        if each.id in barred and gone.left_item_id in {left_id, *handled[-1:]}:
            out.append((each.id, gone))
    return out


def _come_in_again(
    rows: Rows, attendance_id: str, stay: AttendanceStay, at: int, item_id: str
) -> None:
    """Let somebody come in as they were in a stay: from afar, or serving where the seat is free.

    It is free while the member is out, or takes no part, and nobody else serves.
    """
    meeting_id = found(rows, Attendance, attendance_id).meeting_id
    Arrive(attendance_id, at, item_id, remote=stay.remote).apply(rows)
    view = attendance_of(rows.connection, meeting_id)
    barred = view.disqualified.get(item_id, frozenset())
    taken = {each.id for each in view.present(item_id)} - barred
    taken |= {serves_for(each, item_id, view.order) or "" for each in view.rows}
    if stay.serves_for_id is not None and stay.serves_for_id not in taken:
        Serve(attendance_id, stay.serves_for_id, at, item_id).apply(rows)


def _must_be_ahead(meeting: Meeting) -> None:
    if meeting.state in LIFTED_STATES:
        raise refusal("Sammanträdet är inställt eller flyttat, så det kan inte börja.")
    if meeting.state is MeetingState.ONGOING:
        raise refusal("Sammanträdet pågår redan.")
    if meeting.state not in _BEFORE:
        raise refusal("Sammanträdet har redan hållits.")


def _ongoing(rows: Rows, meeting_id: str) -> Meeting:
    meeting = found(rows, Meeting, meeting_id)
    if meeting.state is not MeetingState.ONGOING:
        raise refusal("Sammanträdet pågår inte. Börja det först.")
    return meeting


def _begin(rows: Rows, meeting: Meeting, item: Item, at: int) -> str:
    pause = item.kind is ItemKind.BREAK
    return rows.add(AgendaRun(meeting_id=meeting.id, item_id=item.id, pause=pause, started=at))


def _close(rows: Rows, meeting_id: str, at: int) -> int:
    """End the stretch that goes on; return when, which is not before any began or ended."""
    runs = runs_of(rows, meeting_id)
    at = max([at, *(run.started for run in runs), *(run.ended or 0 for run in runs)])
    going = open_run(runs)
    if going is not None:
        rows.change(AgendaRun, going.id, {"ended": at})
    return at


@dataclass(frozen=True)
class CorrectTimes(Step):
    """Write when a meeting, and each stretch of it, really began and ended.

    ``times`` are stretches by id with their beginning and end; what goes on has no end. Raises
    InputError for one that reaches outside the meeting or into the next.
    """

    meeting_id: str
    opened_at: int
    ended_at: int | None
    times: tuple[tuple[str, int, int | None], ...]
    label: ClassVar[str] = "correct-times"

    def apply(self, rows: Rows) -> None:
        meeting = found(rows, Meeting, self.meeting_id)
        if meeting.opened_at is None:
            raise refusal("Sammanträdet har inte öppnats, så det finns inga tider att rätta.")
        ongoing = meeting.state is MeetingState.ONGOING
        if ongoing and self.ended_at is not None:
            raise refusal("Sammanträdet pågår, så det har ingen sluttid än. Lämna den tom.")
        if not ongoing and self.ended_at is None:
            raise refusal("Skriv när sammanträdet slutade.")
        given = {run_id: (started, ended) for run_id, started, ended in self.times}
        known = runs_of(rows, meeting.id)
        after = [
            replace(run, started=given[run.id][0], ended=given[run.id][1])
            if run.id in given
            else run
            for run in known
        ]
        if len(given.keys() & {run.id for run in known}) < len(given):
            raise refusal("En av tiderna finns inte längre. Öppna dem igen.")
        _check_times(after, self.opened_at, self.ended_at)
        for was, run in zip(known, after, strict=True):
            if run != was:
                rows.put(run, was=was)
        times = {"opened_at": self.opened_at, "ended_at": self.ended_at}
        changed = {name: at for name, at in times.items() if getattr(meeting, name) != at}
        if changed:
            rows.change(Meeting, meeting.id, changed)


def _check_times(runs: list[AgendaRun], opened: int, ended: int | None) -> None:
    """Refuse stretches that lack an end, reach outside the meeting, or into each other."""
    before = opened
    for place, run in enumerate(in_time(runs)):
        last = place == len(runs) - 1
        if run.ended is None and not (last and ended is None):
            raise refusal("Skriv när varje punkt slutade. Bara den som pågår har ingen sluttid.")
        if run.started < before:
            raise refusal(
                "Klockan {time} börjar en punkt innan den förra har slutat. Rätta någon av dem.",
                time=clock(run.started),
            )
        before = run.ended if run.ended is not None else run.started
        if before < run.started:
            raise refusal("Punkten kan inte sluta innan den har börjat. Ändra någon av tiderna.")
    if ended is not None and before > ended:
        raise refusal("Sammanträdet kan inte sluta före sin sista punkt. Ändra någon av tiderna.")
