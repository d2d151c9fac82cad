"""What the forms of people, bodies and mandates offer to choose among."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.terms import Role
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import BODY, MANDATE
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.people import MandateRow, mandate_rows, persons

Named = tuple[str, object]
"""A name that is shown, and the id that it stands for."""


@dataclass(frozen=True, kw_only=True)
class MandateChoices:
    """What a mandate's form offers: people, bodies, and what the register knows already.

    ``members`` are the mandates of each body that somebody may stand in for, ``seats`` the
    sorts of seats that its rules name, by the body's id.
    """

    people: Sequence[Named]
    bodies: Sequence[Named]
    members: Mapping[str, Sequence[MandateRow]] = field(default_factory=dict)
    seats: Mapping[str, Sequence[str]] = field(default_factory=dict)
    parties: Sequence[str] = ()
    groups: Sequence[str] = ()


def person_choices(reader: Connection) -> list[Named]:
    """Return everybody to choose among, told apart."""
    return [(row.label, row.id) for row in persons(reader)]


def body_choices(reader: Connection) -> list[Named]:
    """Return every body to choose among, by name."""
    bodies = reader.execute(select(BODY.c.name, BODY.c.id)).all()
    return [(row.name, row.id) for row in by_words(bodies, lambda row: str(row.name))]


def mandate_choices(reader: Connection) -> MandateChoices:
    """Return what a mandate's form offers."""
    members: dict[str, list[MandateRow]] = defaultdict(list)
    for row in mandate_rows(reader, MANDATE.c.role != Role.SUBSTITUTE):
        members[row.mandate.body_id].append(row)
    return MandateChoices(
        people=person_choices(reader),
        bodies=body_choices(reader),
        members={each: by_words(rows, lambda row: row.person) for each, rows in members.items()},
        seats=_seats(reader),
        parties=_typed(reader, "party"),
        groups=_typed(reader, "group"),
    )


def _seats(reader: Connection) -> dict[str, list[str]]:
    """Return the sorts of seats that the bodies' rules have ever named."""
    seats: dict[str, dict[str, None]] = defaultdict(dict)
    for rules in records(reader, BodyRules):
        seats[rules.body_id] |= dict.fromkeys(seat.name for seat in rules.seats)
    return {body_id: list(names) for body_id, names in seats.items()}


def _typed(reader: Connection, column: str) -> tuple[str, ...]:
    typed = MANDATE.c[column]
    return by_words(reader.scalars(select(typed).where(typed != "").distinct()), str)
