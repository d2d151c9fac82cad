"""An application for money, from an association that may be new to the register."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.records.money import Association, Grant
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import ASSOCIATION, BODY
from hubra_desktop.work.commands.base import Step, found
from hubra_desktop.work.edits import Add, Change


@dataclass(frozen=True)
class NewApplication(Step):
    """Store an application of who bears a name; a name nobody bears becomes an association."""

    applicant: str
    sheet: Grant
    label: ClassVar[str] = "add-grant"

    def apply(self, rows: Rows) -> str:
        return rows.add(replace(self.sheet, body_id=_applicant(rows, self.applicant)))


@dataclass(frozen=True)
class ChangeApplication(Step):
    """Write new values of a grant, and who applied for it, by name as for a new one."""

    grant_id: str
    applicant: str
    values: Mapping[str, Any]
    label: ClassVar[str] = "change-grant"

    def apply(self, rows: Rows) -> None:
        body_id = _applicant(rows, self.applicant)
        Change(Grant, self.grant_id, {**self.values, "body_id": body_id}).apply(rows)


@dataclass(frozen=True)
class ChangeApplicant(Step):
    """Write what an association is called, and what is known of it as one that applies.

    Raises InputError for a name that another bears.
    """

    body_id: str
    name: str
    values: Mapping[str, Any]
    label: ClassVar[str] = "change-association"

    def apply(self, rows: Rows) -> None:
        name = one_line(self.name)
        if not name:
            raise refusal("Skriv vad föreningen heter.")
        if _known(rows, name) not in (None, self.body_id):
            raise refusal("Det finns redan någon som heter {name}. Välj ett annat namn.", name=name)
        rows.change(Body, found(rows, Body, self.body_id).id, {"name": name})
        known = rows.all(Association, ASSOCIATION.c.body_id == self.body_id)
        if known:
            Change(Association, known[0].id, self.values).apply(rows)
        elif any(self.values.values()):
            Add(Association, {**self.values, "body_id": self.body_id}).apply(rows)


def _applicant(rows: Rows, applicant: str) -> str:
    """Return who bears a name; a name nobody bears becomes an association."""
    name = one_line(applicant)
    if not name:
        raise refusal("Skriv vem som söker.")
    return _known(rows, name) or _made(rows, name)


def _known(rows: Rows, name: str) -> str | None:
    known = rows.connection.execute(select(BODY.c.id, BODY.c.name))
    return next((row.id for row in known if folded(row.name) == folded(name)), None)


def _made(rows: Rows, name: str) -> str:
    return rows.put(Body(id="", name=name, kind=BodyKind.ASSOCIATION))
