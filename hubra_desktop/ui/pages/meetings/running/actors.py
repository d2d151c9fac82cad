"""Who may carry out what was decided: those in the room first, then all others known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from hubra_desktop.model.records.attendance import Attendance
from hubra_desktop.model.records.minutes import Decision
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries import Reader
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.queries.people_choices import body_choices


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: a person or a body that is known, or a name alone.

    ``label`` tells people of one name apart where they are chosen; it is not printed.
    """

    name: str
    person_id: str | None = None
    body_id: str | None = None
    label: str = ""


NO_ACTOR: Final = Actor("")


def actors_of(reader: Reader, inside: Iterable[Attendance]) -> tuple[Actor, ...]:
    """Return all who may be chosen, each once."""
    known = persons(reader)
    labels = {each.id: each.label for each in known}
    here = {
        each.person_id: Actor(each.name, each.person_id, label=labels.get(each.person_id, ""))
        for each in inside
        if each.person_id
    }
    others = [Actor(each.name, each.id, label=each.label) for each in known if each.id not in here]
    bodies = [Actor(name, body_id=str(id_)) for name, id_ in body_choices(reader)]
    return (*here.values(), *bodies, *others)


def executed_by(decision: Decision, actor: Actor, due: date | None) -> Change:
    """Return the edit that writes who carries out a decision, and until when."""
    values = {
        "executor": actor.name, "executor_id": actor.person_id,
        "executor_body_id": actor.body_id, "due": due,
    }  # fmt: skip
    return Change(Decision, decision.id, values)
