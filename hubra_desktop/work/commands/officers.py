"""Who leads and writes for a body on a day, for meetings that are made from a template."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import Body, Mandate, Person, Register
from hubra_desktop.model.sheet import SignatureSheet
from hubra_desktop.model.terms import BodyKind, Role

SIGNING = {Role.CHAIR: "Ordförande", Role.SECRETARY: "Sekreterare"}


@dataclass(frozen=True)
class Officers:
    """Chair and secretary of a body on a day, and the lines they sign."""

    chair_id: str | None
    secretary_id: str | None
    signatures: tuple[SignatureSheet, ...]


def own_body(session: Session) -> tuple[Body, str]:
    """Return the register's own body, made if there is none, and its municipality."""
    register = session.scalars(select(Register)).one()
    body = session.get(Body, register.own_body_id) if register.own_body_id else None
    if body is None:
        body = Body(name=register.name, kind=BodyKind.COUNCIL)
        session.add(body)
        session.flush()
        register.own_body_id = body.id
    return body, register.municipality


def officers_of(session: Session, body_id: str, day: date) -> Officers:
    """Return who is chair and secretary of the body on ``day``; the latest comer wins."""
    serving = session.execute(
        select(Mandate.role, Person)
        .join(Person, Person.id == Mandate.person_id)
        .where(
            Mandate.body_id == body_id,
            Mandate.role.in_(SIGNING),
            or_(Mandate.valid_from.is_(None), Mandate.valid_from <= day),
            or_(Mandate.valid_to.is_(None), Mandate.valid_to >= day),
        )
        .order_by(Mandate.valid_from, Mandate.id)
    )
    people = dict(serving.all())
    return Officers(
        chair_id=people[Role.CHAIR].id if Role.CHAIR in people else None,
        secretary_id=people[Role.SECRETARY].id if Role.SECRETARY in people else None,
        signatures=tuple(
            SignatureSheet(name=people[role].name if role in people else "", role=words)
            for role, words in SIGNING.items()
        ),
    )
