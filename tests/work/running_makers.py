"""How what is done at a meeting that goes on is drawn at random."""

from collections.abc import Mapping

from hubra_desktop.model.minutes.minutes_terms import DecisionOutcome
from hubra_desktop.model.records.minutes import Phrase
from hubra_desktop.model.terms import MeetingState
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


def _next(d: Drawn) -> NextItem:
    meeting = _going(d)
    rows = [item for each in d.rows("meeting") if each.id == meeting for item in each.items]
    return NextItem(meeting, d.id_of(rows), d.number(900, 1500))


def _going(d: Drawn) -> str:
    """Draw the id of a meeting that goes on, when one does."""
    meetings = d.rows("meeting")
    going = [each for each in meetings if each.state is MeetingState.ONGOING]
    return d.id_of(going or meetings)


RUNNING: Mapping[str, Maker] = {
    "StartMeeting": lambda d: StartMeeting(d.id("meeting"), d.number(900, 1500)),
    "NextItem": _next,
    "PauseMeeting": lambda d: PauseMeeting(_going(d), d.number(900, 1500)),
    "ResumeMeeting": lambda d: ResumeMeeting(_going(d), d.number(900, 1500)),
    "CorrectTimes": lambda d: CorrectTimes(
        _going(d),
        d.number(900, 1500),
        d.one(None, 1040, 1500),
        tuple(
            (each.id, d.number(900, 1500), d.one(None, 1000, 1040)) for each in d.rows("agenda_run")
        ),
    ),
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
    "EndMeeting": lambda d: EndMeeting(_going(d), d.number(900, 1500)),
}
