"""The rules of a body on a day: what its own rules said then, or what is usual."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.engine import Connection

from hubra_desktop.model.deadlines import notice_day
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.store.reading import records
from hubra_desktop.store.tables import TABLES


def rules_of(reader: Connection, body_id: str) -> tuple[BodyRules, ...]:
    """Return all rules that a body has or had, the earliest first."""
    columns = TABLES["body_rules"].c
    order = (columns.valid_from.nulls_first(),)
    return records(reader, BodyRules, columns.body_id == body_id, order=order)


def rules_on(reader: Connection, body_id: str, day: dt.date) -> BodyRules:
    """Return the rules that hold for a body on a day; where it has none, what is usual."""
    holding = (each for each in rules_of(reader, body_id) if _holds(each, day))
    return next(holding, BodyRules(id="usual", body_id=body_id))


def ruled_body(reader: Connection, rules_id: str) -> str | None:
    """Return the id of the body whose rules they are, None when they are gone."""
    columns = TABLES["body_rules"].c
    return reader.scalar(select(columns.body_id).where(columns.id == rules_id))


def notice_days_of(reader: Connection, meeting: Meeting) -> int:
    """Return how many days before a meeting it must be called at the latest, 0 for no rule."""
    last = notice_day(meeting.date, rules_on(reader, meeting.body_id, meeting.date))
    return 0 if last is None else (meeting.date - last).days


def _holds(rules: BodyRules, day: dt.date) -> bool:
    begun = rules.valid_from is None or rules.valid_from <= day
    return begun and (rules.valid_to is None or day <= rules.valid_to)
