"""How what is done at a meeting that goes on is drawn at random."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Command, Step
from hubra_desktop.work.commands.phrases import AddStarterPhrases
from hubra_desktop.work.commands.running import (
    AdoptOtherWords,
    CorrectTimes,
    EndMeeting,
    NextItem,
    PauseMeeting,
    ResumeMeeting,
    StartMeeting,
    StepAside,
)
from hubra_desktop.work.edits import Add, Change, Remove
from tests.work.drawn import Drawn
from tests.work.paper_makers import Maker


@dataclass(frozen=True)
class Begun(Step):
    """Do something at a meeting that has begun; begin it before where none goes on."""

    before: tuple[Command, ...]
    then: Command
    label: ClassVar[str] = StartMeeting.label

    def apply(self, rows: Rows) -> None:
        for command in (*self.before, self.then):
            command.apply(rows)


def _begun(d: Drawn, draw: Callable[[str, int], Command], *, paused: bool = False) -> Command:
    """Draw what is done at a meeting that goes on, or at one that is begun for it."""
    meetings, at = d.rows("meeting"), d.number(900, 1500)
    going = [each for each in meetings if each.state is MeetingState.ONGOING]
    meeting = d.id_of(going or meetings)
    then = draw(meeting, at)
    if going:
        return then
    pause = (PauseMeeting(meeting, at),) if paused else ()
    return Begun((StartMeeting(meeting, d.number(900, 1500)), *pause), then)


def _next(d: Drawn) -> Command:
    items = {each.id: each.items for each in d.rows("meeting")}
    return _begun(d, lambda meeting, at: NextItem(meeting, d.id_of(items.get(meeting, ())), at))


def _going(d: Drawn) -> str:
    """Draw the id of a meeting that goes on, when one does."""
    meetings = d.rows("meeting")
    going = [each for each in meetings if each.state is MeetingState.ONGOING]
    return d.id_of(going or meetings)


def _corrected(d: Drawn, meeting: str) -> Command:
    times = tuple(
        (each.id, d.number(900, 1500), d.one(None, 1000, 1040))
        for each in d.rows("agenda_run")
        if each.meeting_id == meeting
    )
    return CorrectTimes(meeting, d.number(900, 1500), d.one(None, 1040, 1500), times)


RUNNING: Mapping[str, Maker] = {
    "StartMeeting": lambda d: StartMeeting(d.id("meeting"), d.number(900, 1500)),
    "NextItem": _next,
    "PauseMeeting": lambda d: _begun(d, PauseMeeting),
    "ResumeMeeting": lambda d: _begun(d, ResumeMeeting, paused=True),
    "CorrectTimes": lambda d: _corrected(d, _going(d)),
    "StepAside": lambda d: StepAside(
        d.id("section"), d.id("attendance"), d.text(), d.number(900, 1500)
    ),
    "AdoptOtherWords": lambda d: AdoptOtherWords(
        d.id("section"), d.text(), d.id("decision"), d.one(*DecisionOutcome)
    ),
    "AddStarterPhrases": lambda _: AddStarterPhrases(),
    "AddPhrase": lambda d: Add(Phrase, d.values("phrase", "key", "text")),
    "ChangePhrase": lambda d: Change(Phrase, d.id("phrase"), d.values("phrase"), d.visit()),
    "RemovePhrase": lambda d: Remove(Phrase, d.id("phrase")),
    "EndMeeting": lambda d: _begun(d, EndMeeting),
}
