"""An application for money, from an association that may be new to the register."""

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Body
from hubra_desktop.model.money.sheets import GrantSheet
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.tables import BODY
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.work.commands.base import Step
from hubra_desktop.work.commands.grants import AddGrant
from hubra_desktop.work.commands.mapped_rows import new_row


@dataclass(frozen=True)
class NewApplication(Step):
    """Store an application of who bears a name; a name nobody bears becomes an association."""

    applicant: str
    sheet: GrantSheet
    label: ClassVar[str] = "add-grant"

    def apply(self, session: Session) -> str:
        name = " ".join(self.applicant.split())
        if not name:
            raise InputError(say("Skriv vem som söker.", "Write who applies."))
        body_id = _known(session, name) or _made(session, name)
        return AddGrant(replace(self.sheet, body_id=body_id)).apply(session)


def _known(session: Session, name: str) -> str | None:
    rows = session.execute(select(BODY.c.id, BODY.c.name))
    return next((row.id for row in rows if folded(row.name) == folded(name)), None)


def _made(session: Session, name: str) -> str:
    body = new_row(Body, {"name": name, "kind": BodyKind.ASSOCIATION})
    session.add(body)
    session.flush()
    return str(body.id)
