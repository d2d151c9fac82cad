"""Who sits on a body on a day, read from its mandates and its rules."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.council.composition import Composition, composition
from hubra_desktop.model.council.composition_findings import SOON, mandates_due
from hubra_desktop.model.due import Due
from hubra_desktop.store.tables import BODY, MANDATE, REGISTER, TABLES
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.people import mandate_rows, serves_on
from hubra_desktop.work.queries.register import body_names
from hubra_desktop.work.queries.rulebook import rules_of, rules_on


def composition_on(reader: Connection, body_id: str, day: dt.date) -> Composition:
    """Return who sits on a body on a day; raises LookupError when the body is gone."""
    names = body_names(reader)
    serving: dict[str, set[str]] = defaultdict(set)
    columns = (MANDATE.c.person_id, MANDATE.c.body_id)
    for row in reader.execute(select(*columns).where(serves_on(day, MANDATE.c))):
        serving[row.person_id].add(row.body_id)
    rules = rules_on(reader, body_id, day)
    return composition(
        mandate_rows(reader, MANDATE.c.body_id == body_id),
        rules,
        day,
        body=names[body_id],
        ruled=rules in rules_of(reader, body_id),
        bodies=names,
        serving=serving,
        soon=SOON,
    )


def composed_bodies(reader: Connection, also: str = "") -> tuple[tuple[str, str], ...]:
    """Return the names and ids of the bodies that have mandates or rules, the own one first.

    ``also`` is the id of one that is asked for, whether it has any or not.
    """
    own = reader.scalar(select(REGISTER.c.own_body_id))
    known = or_(
        BODY.c.id.in_(select(MANDATE.c.body_id)),
        BODY.c.id.in_(select(TABLES["body_rules"].c.body_id)),
        BODY.c.id.in_((own, also)),
    )
    found = reader.execute(select(BODY.c.name, BODY.c.id).where(known)).all()
    bodies = by_words([(row.name, row.id) for row in found], lambda each: str(each[0]))
    return tuple(sorted(bodies, key=lambda each: each[1] != own))


def people_due(reader: Connection, today: dt.date) -> Iterator[Due]:
    """Yield the mandates that end soon; asks for no more than the people who have one."""
    last = MANDATE.c.valid_to
    ending = select(MANDATE.c.body_id).where(last >= today, last <= today + dt.timedelta(days=SOON))
    if reader.scalar(ending.limit(1)) is None:
        return
    rows = mandate_rows(reader, MANDATE.c.body_id.in_(ending))
    yield from mandates_due(rows, body_names(reader), today)
