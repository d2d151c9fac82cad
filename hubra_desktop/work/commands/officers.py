"""Who leads and writes for a body on a day, for meetings that are made from a template."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from hubra_desktop.model.records.council import Body, Person, Register
from hubra_desktop.model.records.meeting import Meeting, MeetingTemplate, Signature
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind, Role
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import MANDATE, PERSON
from hubra_desktop.work.queries.people import serves_on

SIGNING = {Role.CHAIR: "Ordförande", Role.SECRETARY: "Sekreterare"}


@dataclass(frozen=True)
class Officers:
    """Chair and secretary of a body on a day, and the lines they sign."""

    chair_id: str | None
    secretary_id: str | None
    signatures: tuple[Signature, ...]

    def on_copy(self, rows: Rows, meeting: Meeting, day: date) -> Meeting:
        """Return a copied meeting led, written and signed by these in its old officers' place.

        Where nobody serves on the day, an officer whose mandate has ended goes, and one of
        whom the register knows no mandate stays.
        """
        chair, secretary = self.signatures
        ids = [meeting.chair_id, meeting.secretary_id]
        found = zip(SIGNING, (self.chair_id, self.secretary_id), (chair, secretary), strict=True)
        for place, (role, new_id, line) in enumerate(found):
            old = rows.get(Person, ids[place])
            if new_id is not None or _has_left(rows, old, meeting.body_id, role, day):
                ids[place] = new_id
                meeting = _signed(meeting, line, old.name if old else "")
        return replace(meeting, chair_id=ids[0], secretary_id=ids[1])

    def with_named(self, rows: Rows, template: MeetingTemplate) -> "Officers":
        """Return these with those whom a template names in their place."""
        chair = rows.get(Person, template.chair_id)
        secretary = rows.get(Person, template.secretary_id)
        named = (chair, secretary)
        return Officers(
            chair_id=chair.id if chair else self.chair_id,
            secretary_id=secretary.id if secretary else self.secretary_id,
            signatures=tuple(
                replace(line, name=person.name) if person else line
                for line, person in zip(self.signatures, named, strict=True)
            ),
        )


def _signed(meeting: Meeting, line: Signature, old_name: str) -> Meeting:
    """Return a meeting where a line's name stands in its role's lines and those of ``old_name``."""
    theirs = {folded(line.role), folded(old_name)} - {""}
    lines = (
        replace(each, name=line.name) if theirs & {folded(each.role), folded(each.name)} else each
        for each in meeting.signatures
    )
    return replace(meeting, signatures=tuple(lines))


def _has_left(rows: Rows, person: Person | None, body_id: str, role: Role, day: date) -> bool:
    """Tell whether a person has served a body in a role, but does not on ``day``."""
    if person is None:
        return False
    mandate = MANDATE.c
    same = (mandate.person_id == person.id, mandate.body_id == body_id, mandate.role == role)
    served = rows.connection.scalar(select(mandate.id).where(*same).limit(1))
    serves = select(mandate.id).where(*same, serves_on(day, mandate)).limit(1)
    return served is not None and rows.connection.scalar(serves) is None


def own_body(rows: Rows) -> tuple[str, str]:
    """Return the id of the register's own body, made if there is none, and its municipality."""
    register_id, register = rows.only(Register)
    body = rows.get(Body, register.own_body_id)
    if body is not None:
        return body.id, register.municipality
    body_id = rows.put(Body(id="", name=register.name, kind=BodyKind.COUNCIL))
    rows.change(Register, register_id, {"own_body_id": body_id})
    return body_id, register.municipality


def officers_of(rows: Rows, body_id: str, day: date) -> Officers:
    """Return who is chair and secretary of the body on ``day``; the latest comer wins."""
    mandate = MANDATE.c
    serving = rows.connection.execute(
        select(mandate.role, PERSON.c.id, PERSON.c.name)
        .join(PERSON, PERSON.c.id == mandate.person_id)
        .where(
            mandate.body_id == body_id,
            mandate.role.in_(SIGNING),
            serves_on(day, mandate),
        )
        .order_by(mandate.valid_from.nulls_first(), mandate.id)
    )
    people = {row.role: row for row in serving}
    return Officers(
        chair_id=people[Role.CHAIR].id if Role.CHAIR in people else None,
        secretary_id=people[Role.SECRETARY].id if Role.SECRETARY in people else None,
        signatures=tuple(
            Signature(name=people[role].name if role in people else "", role=words)
            for role, words in SIGNING.items()
        ),
    )
