"""An application for money, from an association that may be new to the register."""

from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import Grant
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import BODY
from hubra_desktop.work.commands.base import Step


@dataclass(frozen=True)
class NewApplication(Step):
    """Store an application of who bears a name; a name nobody bears becomes an association."""

    applicant: str
    sheet: Grant
    label: ClassVar[str] = "add-grant"

    def apply(self, rows: Rows) -> str:
        name = " ".join(self.applicant.split())
        if not name:
            raise refusal("Skriv vem som söker.")
        body_id = _known(rows, name) or _made(rows, name)
        return rows.add(replace(self.sheet, body_id=body_id))


def _known(rows: Rows, name: str) -> str | None:
    known = rows.connection.execute(select(BODY.c.id, BODY.c.name))
    return next((row.id for row in known if folded(row.name) == folded(name)), None)


def _made(rows: Rows, name: str) -> str:
    return rows.put(Body(id="", name=name, kind=BodyKind.ASSOCIATION))
