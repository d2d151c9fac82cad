"""Asks who carries out what was decided, and until when: from then on it is followed up."""

from collections.abc import Callable
from functools import partial

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.model.swedish import date_in_text, short_date
from hubra_desktop.ui.forms.converters import DAY_TO_COME
from hubra_desktop.ui.pages.meetings.running.actors import NO_ACTOR, Actor, executed_by
from hubra_desktop.ui.pages.meetings.running.ask_line import AskLine
from hubra_desktop.ui.pages.meetings.running.running_state import RunningState
from hubra_desktop.work.commands.base import Command


class ExecutorAsk:
    """``run(command, told)`` stores what was answered, or refuses it with an InputError."""

    def __init__(
        self, state: RunningState, ask: AskLine, run: Callable[[Command, str], object]
    ) -> None:
        self._state, self._ask, self._run = state, ask, run

    def ask_executor(self) -> None:
        """Ask of the decision of the row that goes on; of which, where there are several."""
        section = self._state.section
        if section is None or not section.decisions:
            raise refusal("Här finns inget beslut än. Skriv det först, till exempel med B eller I.")
        choices = [(each.adopted or each.proposed, each) for each in section.decisions]
        if len(choices) > 1:
            asked = say("Vilket av besluten ska någon utföra?")
            self._ask.ask_one(asked, choices, self._ask_actor)
        else:
            self._ask_actor(choices[0][1])

    def _ask_actor(self, decision: Decision) -> None:
        actors = [(each.label or each.name, each) for each in self._state.actors()]
        nobody = [(say("Ingen"), NO_ACTOR)] if decision.executor else []
        then = partial(self._ask_day, decision)
        self._ask.ask_one_or_new(say("Vem utför beslutet?"), [*actors, *nobody], then)

    def _ask_day(self, decision: Decision, chosen: Actor | str) -> None:
        actor = chosen if isinstance(chosen, Actor) else Actor(chosen)
        if actor is NO_ACTOR:
            self._run(executed_by(decision, actor, None), say("Ingen utför beslutet"))
            return
        first = short_date(decision.due) if decision.due else ""
        asked = say("{name}: klart senast? Dag och månad, eller tomt", name=actor.name)
        self._ask.ask_text(asked, partial(self._store, decision, actor), first)

    def _store(self, decision: Decision, actor: Actor, text: str) -> None:
        due = DAY_TO_COME.read(text, self._state.meeting.date)
        told = say("Utförs av {name}", name=actor.name)
        if due is not None:
            told = say("{told} senast {day}", told=told, day=date_in_text(due))
        self._run(executed_by(decision, actor, due), told)
