"""Who may carry out what was decided: those in the room first, then all others known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.people_choices import body_choices, person_choices


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: a person or a body that is known, or a name alone."""

    name: str
    person_id: str | None = None
    body_id: str | None = None


NO_ACTOR: Final = Actor("")


def actors_of(reader: Reader, inside: Iterable[Attendance]) -> tuple[Actor, ...]:
    """Return all who may be chosen, each once."""
    here = {each.person_id: Actor(each.name, each.person_id) for each in inside if each.person_id}
    persons = [Actor(name, str(id_)) for name, id_ in person_choices(reader) if id_ not in here]
    bodies = [Actor(name, body_id=str(id_)) for name, id_ in body_choices(reader)]
    return (*here.values(), *bodies, *persons)


def executed_by(decision: Decision, actor: Actor, due: date | None) -> Change:
    """Return the edit that writes who carries out a decision, and until when."""
    values = {
        "executor": actor.name, "executor_id": actor.person_id,
        "executor_body_id": actor.body_id, "due": due,
    }  # fmt: skip
    return Change(Decision, decision.id, values)
