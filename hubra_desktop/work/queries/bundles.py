"""The register, or single meetings, as one frozen bundle to write to a file."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.bundle import (
    BodySheet,
    Bundle,
    MandateSheet,
    MatterSheet,
    PersonSheet,
    RegisterSheet,
    matters_of,
    people_of,
    with_those_above,
)
from hubra_desktop.model.published import named
from hubra_desktop.model.tables import BODY, MANDATE, MATTER, MEETING, PERSON, REGISTER
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.queries.sheets import meeting_sheets
from hubra_desktop.work.rows import sheet

S = TypeVar("S")


def register_bundle(reader: Connection) -> Bundle:
    """Return everything that the register holds, in a fixed order."""
    return Bundle(
        register=sheet(RegisterSheet, reader.execute(select(REGISTER)).one()),
        house_style=house_style(reader),
        bodies=_all(reader, BodySheet, BODY),
        persons=_all(reader, PersonSheet, PERSON),
        mandates=_all(reader, MandateSheet, MANDATE),
        matters=_all(reader, MatterSheet, MATTER),
        meetings=meeting_sheets(reader),
    )


def meetings_bundle(reader: Connection, meeting_ids: Iterable[str]) -> Bundle:
    """Return the meetings with the bodies, people and matters that they refer to.

    People come as they are named at meetings; how to reach them stays in the register.
    """
    meetings = meeting_sheets(reader, _with_successors(reader, set(meeting_ids)))
    people = {person for meeting in meetings for person in people_of(meeting)}
    bodies = with_those_above(_all(reader, BodySheet, BODY), {each.body_id for each in meetings})
    persons = _all(reader, PersonSheet, PERSON)
    return Bundle(
        bodies=bodies,
        persons=tuple(named(each) for each in persons if each.id in people),
        matters=matters_of(_all(reader, MatterSheet, MATTER), meetings),
        meetings=meetings,
    )


def _all(reader: Connection, kind: type[S], table: Table) -> tuple[S, ...]:
    return tuple(sheet(kind, row) for row in reader.execute(select(table).order_by(table.c.id)))


def _with_successors(reader: Connection, ids: set[str]) -> set[str]:
    """Return the meetings and those that they were moved to, so that no pointer dangles."""
    kept: set[str] = set()
    while ids:
        kept |= ids
        meeting = MEETING.c
        moved = select(meeting.moved_to).where(meeting.id.in_(ids), meeting.moved_to.is_not(None))
        ids = {each for each in reader.scalars(moved) if each} - kept
    return kept
