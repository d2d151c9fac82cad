"""A bundle from a file, taken into the register whole: one transaction, one undo step.

What the register already holds under the same id is replaced, so that reading the
same file twice changes nothing. Bodies and people that come with single meetings
are recognised by name, so that the council does not get a twin.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.bundle import Bundle, check_bundle, values_of
from hubra_desktop.model.errors import InputError
from hubra_desktop.model.sheet import ItemSheet, MeetingSheet
from hubra_desktop.model.tables import (
    Base,
    Body,
    HouseStyleRow,
    Mandate,
    Matter,
    Meeting,
    Person,
    Register,
)
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.commands.base import Step, assign
from hubra_desktop.work.sheets import meeting_sheet_of, new_meeting, new_row

R = TypeVar("R", bound=Base)


@dataclass(frozen=True)
class ImportBundle(Step):
    """Take everything in the bundle into the register.

    Raises InputError, and changes nothing, when the bundle refers to what neither it
    nor the register holds.
    """

    bundle: Bundle
    label: ClassVar[str] = "import"

    def apply(self, session: Session) -> None:
        bundle = recognised(session, self.bundle)
        check_bundle(bundle)
        _store_all(session, Body, bundle.bodies)
        _store_all(session, Person, bundle.persons)
        _store_all(session, Mandate, bundle.mandates)
        _store_all(session, Matter, bundle.matters)
        for meeting in bundle.meetings:
            _store_meeting(session, meeting)
        session.flush()
        _refuse_dangling(session, bundle)
        _store_register(session, bundle)


def recognised(session: Session, bundle: Bundle) -> Bundle:
    """Return the bundle with bodies and people of other ids joined to those known by name.

    A whole register keeps its own ids.
    """
    if bundle.register is not None:
        return bundle
    bodies = _twins(bundle.bodies, session.scalars(select(Body)), ("name",))
    people = _twins(bundle.persons, session.scalars(select(Person)), ("name", "title", "unit"))
    return replace(
        bundle,
        bodies=tuple(each for each in bundle.bodies if each.id not in bodies),
        persons=tuple(each for each in bundle.persons if each.id not in people),
        mandates=tuple(
            replace(
                each,
                body_id=bodies.get(each.body_id, each.body_id),
                person_id=people.get(each.person_id, each.person_id),
            )
            for each in bundle.mandates
        ),
        meetings=tuple(_pointed(each, bodies, people) for each in bundle.meetings),
    )


def _twins(parts: Iterable[Any], rows: Iterable[Any], names: tuple[str, ...]) -> dict[str, str]:
    """Return, by the parts' ids, the ids of rows that are the same but for their id."""
    rows = list(rows)
    here = {row.id for row in rows}
    known = {tuple(getattr(row, name).casefold() for name in names): row.id for row in rows}
    keys = {part.id: tuple(getattr(part, name).casefold() for name in names) for part in parts}
    return {
        part_id: known[key] for part_id, key in keys.items() if part_id not in here and key in known
    }


def _pointed(meeting: MeetingSheet, bodies: dict[str, str], people: dict[str, str]) -> MeetingSheet:
    """Return the meeting with its references led to the rows that are kept."""

    def person(each: str | None) -> str | None:
        return people.get(each, each) if each else None

    def item(each: ItemSheet) -> ItemSheet:
        presenters = (replace(one, person_id=person(one.person_id)) for one in each.presenters)
        return replace(each, presenters=tuple(presenters))

    return replace(
        meeting,
        body_id=bodies.get(meeting.body_id, meeting.body_id),
        chair_id=person(meeting.chair_id),
        secretary_id=person(meeting.secretary_id),
        items=tuple(item(each) for each in meeting.items),
    )


def _store_all(session: Session, table: type[R], parts: Iterable[Any]) -> None:
    for part in parts:
        row = session.get(table, part.id)
        if row is None:
            session.add(new_row(table, values_of(part), part.id))
        else:
            assign(row, values_of(part))


def _store_meeting(session: Session, part: MeetingSheet) -> None:
    """Add the meeting, or put it in the place of the one with its id when it differs."""
    meeting = session.get(Meeting, part.id)
    if meeting is not None:
        if meeting_sheet_of(meeting, part.body) == part:
            return
        session.delete(meeting)
        session.flush()
    session.add(new_meeting(part))


def _store_register(session: Session, bundle: Bundle) -> None:
    register = session.scalars(select(Register)).one()
    if bundle.register is not None:
        assign(register, values_of(bundle.register))
    elif register.own_body_id is None:
        councils = [each for each in bundle.bodies if each.kind is BodyKind.COUNCIL]
        register.own_body_id = councils[0].id if len(councils) == 1 else None
    if bundle.house_style is not None:
        assign(session.scalars(select(HouseStyleRow)).one(), values_of(bundle.house_style))


def _refuse_dangling(session: Session, bundle: Bundle) -> None:
    """Raise InputError when something refers to what is nowhere to be found."""
    tables: dict[str, type[Base]] = {
        "body_id": Body,
        "parent_id": Body,
        "own_body_id": Body,
        "person_id": Person,
        "chair_id": Person,
        "secretary_id": Person,
        "moved_to": Meeting,
    }
    presenters = [
        one for meeting in bundle.meetings for item in meeting.items for one in item.presenters
    ]
    own = [bundle.register] if bundle.register else []
    for part in (*bundle.bodies, *bundle.mandates, *bundle.meetings, *presenters, *own):
        for name, table in tables.items():
            target = getattr(part, name, None)
            if target is not None and session.get(table, target) is None:
                raise InputError(
                    f"Filen hänvisar till något som varken finns i den eller i registret ({name} "
                    f"”{target}”). Inget har lästs in. Exportera filen på nytt, komplett."
                )
