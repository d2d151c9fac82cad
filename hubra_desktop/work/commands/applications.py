"""An application for money, from an association that may be new to the register."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import select

from hubra_desktop.model.errors import InputError, refusal
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
class NewApplicant(Step):
    """Store an association that may apply for money, with what is known of it.

    A body of that name that nothing more is known of is taken for it. Raises InputError for
    the name of another association.
    """

    name: str
    values: Mapping[str, Any]
    label: ClassVar[str] = "add-association"

    def apply(self, rows: Rows) -> str:
        name = _named(self.name)
        known = _known(rows, name)
        if known is not None and rows.all(Association, ASSOCIATION.c.body_id == known):
            raise _borne(name)
        body_id = known or _made(rows, name)
        Add(Association, {**self.values, "body_id": body_id}).apply(rows)
        return body_id


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
        name = _named(self.name)
        if _known(rows, name) not in (None, self.body_id):
            raise _borne(name)
        rows.change(Body, found(rows, Body, self.body_id).id, {"name": name})
        known = rows.all(Association, ASSOCIATION.c.body_id == self.body_id)
        if known:
            Change(Association, known[0].id, self.values).apply(rows)
        elif any(self.values.values()):
            Add(Association, {**self.values, "body_id": self.body_id}).apply(rows)


def _named(typed: str) -> str:
    """Return a name as it is written; raises InputError for none."""
    name = one_line(typed)
    if not name:
        raise refusal("Skriv vad föreningen heter.")
    return name


def _borne(name: str) -> InputError:
    return refusal("Det finns redan någon som heter {name}. Välj ett annat namn.", name=name)


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
