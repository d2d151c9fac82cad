"""What the keys and buttons of a meeting that goes on do; each act is stored before it is shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.attendance.attendance_terms import AttendanceRole
from hubra_desktop.model.attendance.presence import NOT_THERE, VOTING_ROLES, stay_at
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import (
    BallotAnswer,
    DecisionOutcome,
    DissentKind,
    ProposalKind,
)
from hubra_desktop.model.minutes.phrases import filled, first_gap
from hubra_desktop.model.minutes.running import RowPlace
from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Decision, Section
from hubra_desktop.model.swedish import capitalised, clock
from hubra_desktop.model.words import word
from hubra_desktop.ui.pages.meetings.running.act_keys import ACTS, DECIDING, Act, Usable
from hubra_desktop.ui.pages.meetings.running.ask_line import AskLine, Choices, Then
from hubra_desktop.ui.pages.meetings.running.executor_ask import ExecutorAsk
from hubra_desktop.ui.pages.meetings.running.now_panel import titled
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.commands.attendance import Arrive, Leave, Serve, Tick
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.running import (
    AdoptOtherWords,
    EndMeeting,
    NextItem,
    PauseMeeting,
    ResumeMeeting,
    StartMeeting,
    StepAside,
)
from hubra_desktop.work.commands.sections import (
    ConcludeSection,
    EnterDissent,
    HoldBallot,
    MoveProposal,
)

_SIDES = (BallotAnswer.YES, BallotAnswer.NO)
_IN_WORDS = frozenset({DecisionOutcome.AS_PROPOSED, DecisionOutcome.REJECTED})
"""What says nothing by itself where nothing was proposed in writing."""


class Acts(QObject):
    """Does the acts of ``act_keys``; asks in ``ask`` for what an act wants to know.

    ``begun`` is told before each act; ``done(sentence)`` tells what was stored. ``write_asked``,
    ``vote_asked``, ``roll_asked`` and ``project_asked`` ask the view for what it shows itself.
    ``waits()`` tells whether something that was typed has to be ended first, and says so.
    """

    begun = Signal()
    done = Signal(str)
    write_asked = Signal()
    vote_asked = Signal()
    roll_asked = Signal()
    project_asked = Signal()

    def __init__(self, state: RunningState, ask: AskLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._ask = state, ask
        self._passed: set[str] = set()
        self.waits: Callable[[], bool] = bool
        self._deeds: Mapping[str, Callable[[], object]] = {
            **{act.id: partial(self._decide, act) for act in DECIDING},
            "change": self._ask_other_words,
            "execute": ExecutorAsk(state, ask, self.run).ask_executor,
            "move": self._ask_motion,
            "vote": self.vote_asked.emit,
            "reserve": partial(self._ask_dissent, DissentKind.RESERVATION),
            "statement": partial(self._ask_dissent, DissentKind.STATEMENT),
            "write": self.write_asked.emit,
            "arrive": self._ask_arrival,
            "leave": self._ask_leaving,
            "step-aside": self._ask_disqualified,
            "serve": self._ask_substitute,
            "call-roll": self.roll_asked.emit,
            "start": self._start,
            "next": self._next,
            "go-to": self._ask_row,
            "pause": self._pause,
            "end": self._end,
        }

    def can(self, act: Act) -> bool:
        """Tell whether an act can be done now."""
        return act.id in self.able()

    def able(self) -> frozenset[str]:
        """Return the ids of the acts that can be done now."""
        state = self._state
        met = Usable.ONGOING if state.ongoing else Usable.AHEAD if state.ahead else Usable.ALWAYS
        met |= Usable.ALWAYS if state.section is None or state.closed_told else Usable.SECTION
        found = {act.id for act in ACTS if act.usable in met}
        if state.desk.read_only:
            found &= {"project"}
        if state.going.following is None:
            found.discard("next")
        if not (state.ongoing or state.ahead):
            found.discard("call-roll")
        return frozenset(found)

    def do(self, act: Act) -> None:
        """Do an act, if it can be done now; a refusal goes to the message bar."""
        if act.id == "project":
            self.project_asked.emit()
        elif self.can(act) and not self.waits():
            self._ask.leave()
            self.begun.emit()
            with self._state.desk.refusing():
                self._deeds[act.id]()

    def run(self, command: Command, told: str) -> Changes:
        """Store something, and tell it; raises InputError, for the place where it was given."""
        desk = self._state.desk
        changes = desk.attempt(command)
        if changes is None:
            raise InputError(desk.not_usable_yet())
        self.done.emit(told)
        return changes

    def _run_now(self, make: Callable[[int], Command], told: str) -> None:
        """Store something that happens at the time that it is."""
        now = self._state.now()
        self.run(make(now), f"{told} {clock(now)}")

    def _start(self) -> None:
        self._run_now(partial(StartMeeting, self._state.meeting_id), say("Öppnat"))

    def _end(self) -> None:
        self._run_now(partial(EndMeeting, self._state.meeting_id), say("Avslutat"))

    def _pause(self) -> None:
        paused = self._state.going.pause is not None
        command = ResumeMeeting if paused else PauseMeeting
        told = say("Pausen slutade") if paused else say("Paus")
        self._run_now(partial(command, self._state.meeting_id), told)

    def _next(self) -> None:
        following = self._state.going.following
        if following is not None:
            self._take_up(following.item.id)

    def _take_up(self, item_id: str) -> None:
        meeting_id = self._state.meeting_id
        titles = {row.item.id: row.item.title for row in self._state.going.rows}
        self._run_now(lambda at: NextItem(meeting_id, item_id, at), titles.get(item_id, ""))

    def _ask_row(self) -> None:
        numbers = self._state.people.numbers
        rows = [
            (titled(row.item, numbers.get(row.item.id, "")), row.item.id)
            for row in self._state.going.rows
            if row.place is not RowPlace.NOW
        ]
        self._ask.ask_one(say("Vilken punkt tas upp nu?"), rows, self._take_up)

    def _decide(self, act: Act) -> None:
        section = self._state.section
        if section is not None and act.outcome is not None:
            worded = any(each.proposed or each.adopted for each in section.decisions)
            if not worded and act.outcome in _IN_WORDS:
                self._ask_words(section, next(iter(section.decisions), None), act.outcome)
                return
            told = say("Beslut: {outcome}", outcome=word(act.outcome))
            self.run(ConcludeSection(section.id, act.outcome), told)

    def _ask_other_words(self) -> None:
        section = self._state.section
        if section is None:
            return
        if len(section.decisions) < 2:
            only = section.decisions[0] if section.decisions else None
            self._ask_words(section, only)
            return
        choices = [(each.adopted or each.proposed, each) for each in section.decisions]
        ask = partial(self._ask_words, section)
        self._ask.ask_one(say("Vilket av besluten ändrades?"), choices, ask)

    def _ask_words(
        self,
        section: Section,
        decision: Decision | None,
        outcome: DecisionOutcome = DecisionOutcome.CHANGED,
    ) -> None:
        """Ask in which words something was decided; phrases are offered."""
        first = "" if decision is None else decision.adopted or decision.proposed

        def adopt(text: str) -> None:
            made = AdoptOtherWords(section.id, text, decision.id if decision else "", outcome)
            self.run(made, say("Beslut: {outcome}", outcome=word(outcome)))

        facts = self._state.facts()
        texts = [filled(each.text, facts) for each in self._state.phrases]
        phrases = [(text, text) for text in texts if first_gap(text) is None]
        self._ask.ask_or_type(say("Vad beslutades?"), phrases, adopt, first)

    def _ask_motion(self) -> None:
        section = self._state.section
        if section is None:
            return
        kinds = [(capitalised(word(kind)), kind) for kind in ProposalKind]

        def motion(who: Attendance) -> None:
            asked = say("Vad yrkar {name}?", name=who.name)
            self._ask.ask_one(asked, kinds, partial(wording, who))

        def wording(who: Attendance, kind: ProposalKind) -> None:
            asked = say("Yrkandets ord (kan vara tomt)")
            self._ask.ask_text(asked, partial(move, who, kind))

        def move(who: Attendance, kind: ProposalKind, text: str) -> None:
            told = say("Yrkande av {name}: {what}", name=who.name, what=word(kind))
            self.run(MoveProposal(section.id, kind, who.id, text), told)

        self._ask_who(say("Vem yrkar?"), self._state.voters(), motion)

    def _ask_dissent(self, kind: DissentKind) -> None:
        section = self._state.section
        if section is None:
            return

        def wording(who: Attendance) -> None:
            what = capitalised(word(kind))
            asked = say("{what} av {name}: skälet (kan vara tomt)", what=what, name=who.name)
            self._ask.ask_text(asked, partial(enter, who))

        def enter(who: Attendance, text: str) -> None:
            told = f"{capitalised(word(kind))}: {who.name}"
            self.run(EnterDissent(section.id, kind, who.id, text), told)

        people = self._state.inside()
        if kind is DissentKind.RESERVATION:
            people = self._state.voters()
        self._ask_who(f"{capitalised(word(kind))}: {say('vem?')}", people, wording)

    def hold_ballot(self, yes: str, no: str, voices: Any, counts: Any) -> None:
        """Store a vote; raises InputError."""
        section = self._state.section
        if section is not None:
            command = HoldBallot(section.id, yes, no, voices=voices, counts=counts)
            made = self.run(command, say("Omröstningen är antecknad")).created or ""
            for_, against = ([answer for _, answer in voices].count(each) for each in _SIDES)
            if (for_, against) == (0, 0):
                for_, against = counts[:2]
            if for_ == against and for_ > 0:
                self._ask_casting(replace(command, ballot_id=made, casting=True), for_)

    def _ask_casting(self, command: HoldBallot, votes: int) -> None:
        """Ask whether the chair's vote decided what came out even."""

        def cast(decided: bool) -> None:
            if decided:
                self.run(command, say("Ordförandens utslagsröst avgjorde"))

        choices = [(say("Ja, ordföranden avgjorde"), True), (say("Nej"), False)]
        asked = say("Lika många röster, {n} mot {n}. Avgjorde ordförandens utslagsröst?", n=votes)
        self._ask.ask_one(asked, choices, cast)

    def tick(self, attendance_id: str, status: Any) -> None:
        """Store an answer of the roll-call; raises InputError."""
        name = self._state.people.name_of(attendance_id)
        self.run(Tick(attendance_id, status), f"{name}: {word(status)}")

    def _ask_disqualified(self) -> None:
        section = self._state.section
        if section is None:
            return

        def wording(who: Attendance) -> None:
            self._ask.ask_text(say("Varför är {name} jävig?", name=who.name), partial(aside, who))

        def aside(who: Attendance, reason: str) -> None:
            told = say("{name} går ut för jäv", name=who.name)
            self._run_now(lambda at: StepAside(section.id, who.id, reason, at), told)

        self._ask_who(say("Vem är jävig?"), self._state.inside(), wording)

    def _ask_arrival(self) -> None:
        """Ask who came, in the room or by sound and picture; those inside may change that."""
        here = {each.id: each for each in self._state.inside()}
        item_id, order = self._item_id(), self._state.people.order
        choices: list[tuple[str, tuple[Attendance, bool]]] = []
        for each in self._state.people.rows:
            name = each.name or each.unit
            stay = stay_at(each, item_id, order) if each.id in here else None
            if stay is None or stay.remote:
                choices.append((name, (each, False)))
            if stay is None or not stay.remote:
                choices.append((say("{name}, på distans", name=name), (each, True)))
        # Those who are out come first: they are asked for most.
        choices.sort(key=lambda choice: choice[1][0].id in here)

        def arrive(came: tuple[Attendance, bool]) -> None:
            who, remote = came
            came_in = say("{name} kom", name=who.name)
            told = say("{name} är med på distans", name=who.name) if remote else came_in
            self._run_now(lambda at: Arrive(who.id, at, item_id, remote), told)

        self._ask_among(say("Vem kom?"), choices, arrive)

    def _ask_leaving(self) -> None:
        def leave(who: Attendance) -> None:
            told = say("{name} gick", name=who.name)
            self._run_now(lambda at: Leave(who.id, at, self._item_id()), told)
            if who.role in VOTING_ROLES:
                self._offer_substitute(who)

        self._ask_who(say("Vem gick?"), self._state.inside(), leave)

    def _offer_substitute(self, absent: Attendance, then: Callable[[], object] = int) -> None:
        """Ask whether the substitute whose turn it is serves for somebody who is not there."""
        turn = self._state.people.next_for(absent.id, self._item_id())
        inside = {each.id for each in self._state.inside()}
        if turn.attendance is None or turn.attendance.id not in inside:
            then()
            return
        name = turn.attendance.name
        choices = [(say("Ja, {name} tjänstgör", name=name), turn.attendance), (say("Nej"), None)]

        def serve(who: Attendance | None) -> None:
            if who is not None:
                self._serve(who, absent)
            then()

        asked = say("Ska {name} tjänstgöra för {member}?", name=name, member=absent.name)
        self._ask.ask_one(f"{asked} {turn.reason}", choices, serve)

    def offer_substitutes(self) -> None:
        """Ask of each member who is away whether the substitute whose turn it is serves."""
        voting = {each.id for each in self._state.voters()}
        served = {stay.serves_for_id for row in self._state.people.rows for stay in row.stays}
        away = (
            each
            for each in self._state.people.rows
            if each.role in VOTING_ROLES
            and each.status in NOT_THERE
            and each.id not in voting | served | self._passed
        )
        member = next(away, None)
        if member is not None and self._state.ongoing:
            self._passed.add(member.id)
            self._offer_substitute(member, self.offer_substitutes)

    def _ask_substitute(self) -> None:
        free = [each for each in self._state.inside() if each.role is AttendanceRole.SUBSTITUTE]
        inside = {each.id for each in self._state.voters()}
        out = [
            each
            for each in self._state.people.rows
            if each.role in VOTING_ROLES and each.id not in inside
        ]

        def member(who: Attendance) -> None:
            asked = say("För vem tjänstgör {name}?", name=who.name)
            self._ask_who(asked, out, partial(self._serve, who))

        self._ask_who(say("Vilken ersättare tjänstgör?"), free, member)

    def _serve(self, substitute: Attendance, member: Attendance) -> None:
        told = say("{name} tjänstgör för {member}", name=substitute.name, member=member.name)
        item_id = self._item_id()
        self._run_now(lambda at: Serve(substitute.id, member.id, at, item_id), told)

    def _item_id(self) -> str | None:
        return self._state.item.id if self._state.item else None

    def _ask_who(
        self, asked: str, people: Iterable[Attendance], then: Callable[[Attendance], object]
    ) -> None:
        self._ask_among(asked, [(each.name or each.unit, each) for each in people], then)

    def _ask_among(self, asked: str, choices: Choices, then: Then) -> None:
        """Ask for one of these; where there is none the line says so, and takes the letters."""
        self._ask.ask_one(asked if choices else self._state.nobody_told, choices, then)
