"""Bodies as the list shows them, and one body with its people, rules and meetings."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import (
    ASSOCIATION,
    BODY,
    GRANT,
    MANDATE,
    MEETING,
    REGISTER,
    TABLES,
)
from hubra_desktop.work.queries.in_order import by_words
from hubra_desktop.work.queries.people import MandateRow, mandate_rows, serves_on
from hubra_desktop.work.queries.register import body_names
from hubra_desktop.work.queries.rulebook import rules_of


@dataclass(frozen=True, kw_only=True)
class BodyLine:
    """A body in the list of bodies: the name of the one above it, and how many serve it."""

    body: Body
    parent: str = ""
    serving: int = 0
    own: bool = False
    ruled: bool = False

    @property
    def id(self) -> str:
        """Return the body's id."""
        return self.body.id


@dataclass(frozen=True, kw_only=True)
class BodyView:
    """A body with all that the register knows of it.

    ``mandates`` are its people's, ``sent`` those of others that represent it, ``below`` the
    names and ids of the bodies that are part of it. ``funded`` tells that it is an
    association of the page of grants. ``meetings`` are its latest days, of ``held`` in all.
    """

    body: Body
    parent: str = ""
    own: bool = False
    below: tuple[tuple[str, str], ...] = ()
    mandates: tuple[MandateRow, ...] = ()
    sent: tuple[MandateRow, ...] = ()
    rules: tuple[BodyRules, ...] = ()
    meetings: tuple[tuple[str, dt.date], ...] = ()
    held: int = 0
    funded: bool = False


LATEST_MEETINGS = 8


def body_lines(reader: Connection, day: dt.date) -> tuple[BodyLine, ...]:
    """Return every body with how many serve it on a day, the register's own first."""
    names = body_names(reader)
    people = (MANDATE.c.body_id, MANDATE.c.person_id)
    serving = reader.execute(select(*people).where(serves_on(day, MANDATE.c)).distinct())
    counted = Counter(row.body_id for row in serving)
    own = reader.scalar(select(REGISTER.c.own_body_id))
    ruled = set(reader.scalars(select(TABLES["body_rules"].c.body_id)))
    lines = (
        BodyLine(
            body=each,
            parent=names.get(each.parent_id or "", ""),
            serving=counted[each.id],
            own=each.id == own,
            ruled=each.id in ruled,
        )
        for each in records(reader, Body)
    )
    return tuple(
        sorted(by_words(lines, lambda line: line.body.name), key=lambda each: not each.own)
    )


def body_view(reader: Connection, body_id: str) -> BodyView:
    """Return a body with everything; raises LookupError when it is gone."""
    found = records(reader, Body, BODY.c.id == body_id)
    if not found:
        raise LookupError(body_id)
    body = found[0]
    own = reader.scalar(select(REGISTER.c.own_body_id))
    below = reader.execute(select(BODY.c.name, BODY.c.id).where(BODY.c.parent_id == body_id))
    of_body = MEETING.c.body_id == body_id
    return BodyView(
        body=body,
        parent=body_names(reader).get(body.parent_id or "", ""),
        own=own == body_id,
        below=by_words([(row.name, row.id) for row in below], lambda each: each[0]),
        mandates=mandate_rows(reader, MANDATE.c.body_id == body_id),
        sent=mandate_rows(reader, MANDATE.c.represents_id == body_id),
        rules=rules_of(reader, body_id),
        meetings=tuple(_latest(reader, body_id)),
        held=reader.scalar(select(func.count()).select_from(MEETING).where(of_body)) or 0,
        funded=_is_funded(reader, body_id),
    )


def _latest(reader: Connection, body_id: str) -> Iterator[tuple[str, dt.date]]:
    meeting = MEETING.c
    found = select(meeting.id, meeting.date).where(meeting.body_id == body_id)
    for row in reader.execute(found.order_by(meeting.date.desc()).limit(LATEST_MEETINGS)):
        yield row.id, row.date


def _is_funded(reader: Connection, body_id: str) -> bool:
    known = select(ASSOCIATION.c.id).where(ASSOCIATION.c.body_id == body_id).limit(1)
    granted = select(GRANT.c.id).where(GRANT.c.body_id == body_id).limit(1)
    return any(reader.scalar(each) is not None for each in (known, granted))
