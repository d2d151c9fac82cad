"""The register itself: what it is called and how its papers look."""

import datetime as dt
from dataclasses import fields
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.paper_style import PaperStyle
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.model.speech import Abbreviations
from hubra_desktop.model.swedish import sort_key
from hubra_desktop.store.journal import STEP
from hubra_desktop.store.reading import record_of
from hubra_desktop.store.tables import BODY, HOUSE_STYLE, REGISTER


class RegisterInfo(NamedTuple):
    """A register's names; ``practice`` marks an exercise copy."""

    name: str
    municipality: str
    own_body_id: str | None
    body: str
    body_short: str
    practice: bool


def register_info(reader: Connection) -> RegisterInfo:
    """Return the register's names and those of its own body."""
    register = reader.execute(select(REGISTER)).one()
    own = select(BODY).where(BODY.c.id == register.own_body_id)
    body = reader.execute(own).one_or_none()
    return RegisterInfo(
        name=register.name,
        municipality=register.municipality,
        own_body_id=register.own_body_id,
        body=body.name if body else register.name,
        body_short=body.short_name if body else "",
        practice=register.practice,
    )


def house_style(reader: Connection) -> HouseStyle:
    """Return how the municipality prints."""
    return record_of(HouseStyle, reader.execute(select(HOUSE_STYLE)).one())


def paper_style(reader: Connection) -> PaperStyle:
    """Return how the municipality prints, with what its papers say of the register."""
    style = record_of(HouseStyle, reader.execute(select(HOUSE_STYLE)).one())
    given = {each.name: getattr(style, each.name) for each in fields(style)}
    latest = reader.execute(select(func.max(STEP.c.at))).scalar_one()
    changed = dt.datetime.fromisoformat(latest).date() if latest else None
    practice = bool(reader.scalar(select(REGISTER.c.practice)))
    return PaperStyle(
        **given, abbreviations=abbreviations(reader), changed=changed, practice=practice
    )


def abbreviations(reader: Connection) -> Abbreviations:
    """Return what papers write short for: the organisations' short names.

    A name written in capitals, as at the foot of a paper, stands for the name itself.
    """
    bodies = reader.execute(select(BODY.c.name, BODY.c.short_name)).all()
    found = {each.name.strip().upper(): each.name.strip() for each in bodies}
    found |= {each.short_name.strip(): each.name.strip() for each in bodies}
    told = ((short, name) for short, name in found.items() if short and short != name)
    return tuple(sorted(told, key=lambda each: sort_key(each[0])))


def body_names(reader: Connection) -> dict[str, str]:
    """Return the name of every body by its id."""
    return {row.id: row.name for row in reader.execute(select(BODY.c.id, BODY.c.name))}


def today(reader: Connection) -> dt.date:
    """Return the day that it is: an exercise register may have one of its own."""
    return exercise(reader).today()


class Exercise(NamedTuple):
    """Whether a register is an exercise (``practice``), and its own day, None for the real one."""

    practice: bool = False
    day: dt.date | None = None

    def today(self) -> dt.date:
        """Return the day that it is in the register."""
        return self.day or dt.date.today()


def exercise(reader: Connection) -> Exercise:
    """Return whether a register is an exercise; a real one has no day of its own."""
    register = reader.execute(select(REGISTER.c.practice, REGISTER.c.exercise_day)).one()
    return Exercise(register.practice, register.exercise_day if register.practice else None)
