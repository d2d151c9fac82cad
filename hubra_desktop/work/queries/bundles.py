"""The register, or single meetings, as one frozen bundle to write to a file."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from hubra_desktop.model.bundle import (
    BodySheet,
    Bundle,
    MandateSheet,
    MatterSheet,
    PersonSheet,
    RegisterSheet,
)
from hubra_desktop.model.published import named
from hubra_desktop.model.sheet import MeetingSheet
from hubra_desktop.model.tables import (
    AgendaItem,
    Base,
    Body,
    Mandate,
    Matter,
    Meeting,
    Person,
    Register,
)
from hubra_desktop.work.queries.register import house_style
from hubra_desktop.work.rows import sheet
from hubra_desktop.work.sheets import meeting_sheet_of

S = TypeVar("S")


def register_bundle(session: Session) -> Bundle:
    """Return everything that the register holds, in a fixed order."""
    return Bundle(
        register=sheet(RegisterSheet, session.scalars(select(Register)).one()),
        house_style=house_style(session),
        bodies=_all(session, BodySheet, Body),
        persons=_all(session, PersonSheet, Person),
        mandates=_all(session, MandateSheet, Mandate),
        matters=_all(session, MatterSheet, Matter),
        meetings=_meetings(session, None),
    )


def meetings_bundle(session: Session, meeting_ids: Iterable[str]) -> Bundle:
    """Return the meetings with the bodies, people and matters that they refer to.

    People come as they are named at meetings; how to reach them stays in the register.
    """
    meetings = _meetings(session, _with_successors(session, set(meeting_ids)))
    people = {person for meeting in meetings for person in _people(meeting)}
    numbers = {item.case_number for meeting in meetings for item in meeting.items}
    bodies = _with_parents(_all(session, BodySheet, Body), {each.body_id for each in meetings})
    persons = _all(session, PersonSheet, Person)
    matters = _all(session, MatterSheet, Matter)
    return Bundle(
        bodies=bodies,
        persons=tuple(named(each) for each in persons if each.id in people),
        matters=tuple(each for each in matters if each.case_number in numbers),
        meetings=meetings,
    )


def _meetings(session: Session, ids: set[str] | None) -> tuple[MeetingSheet, ...]:
    chosen = select(Meeting, Body.name).join(Body, Body.id == Meeting.body_id)
    if ids is not None:
        chosen = chosen.where(Meeting.id.in_(ids))
    found = session.execute(
        chosen.order_by(Meeting.date, Meeting.start, Meeting.id).options(
            selectinload(Meeting.items).selectinload(AgendaItem.presenters),
            selectinload(Meeting.pre_meetings),
            selectinload(Meeting.footnotes),
            selectinload(Meeting.signatures),
        )
    )
    return tuple(meeting_sheet_of(meeting, body) for meeting, body in found)


def _all(session: Session, kind: type[S], table: type[Base]) -> tuple[S, ...]:
    return tuple(sheet(kind, row) for row in session.scalars(select(table).order_by(table.id)))


def _with_successors(session: Session, ids: set[str]) -> set[str]:
    """Return the meetings and those that they were moved to, so that no pointer dangles."""
    kept: set[str] = set()
    while ids:
        kept |= ids
        moved = select(Meeting.moved_to).where(Meeting.id.in_(ids), Meeting.moved_to.is_not(None))
        ids = {each for each in session.scalars(moved) if each} - kept
    return kept


def _people(meeting: MeetingSheet) -> Iterable[str | None]:
    yield meeting.chair_id
    yield meeting.secretary_id
    for item in meeting.items:
        yield from (presenter.person_id for presenter in item.presenters)


def _with_parents(bodies: tuple[BodySheet, ...], wanted: set[str]) -> tuple[BodySheet, ...]:
    """Return the wanted bodies and those above them."""
    by_id = {body.id: body for body in bodies}
    kept: set[str] = set()
    queue = list(wanted)
    while queue:
        body = by_id[queue.pop()]
        if body.id not in kept:
            kept.add(body.id)
            queue.extend([body.parent_id] if body.parent_id else [])
    return tuple(body for body in bodies if body.id in kept)
