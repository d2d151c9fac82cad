"""What holds for the whole register: its names and how its papers look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.mapped import Base, Body, HouseStyleRow, Register
from hubra_desktop.work.commands.base import Step, assign


@dataclass(frozen=True)
class _ChangeOnly(Step):
    """Write new values into the one row of a table."""

    table: ClassVar[type[Base]]
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        return f"change-{self.table.stored_as()}"

    def apply(self, session: Session) -> None:
        assign(session.scalars(select(self.table)).one(), self.values)


class ChangeHouseStyle(_ChangeOnly):
    """Change how the municipality prints."""

    table = HouseStyleRow


class ChangeRegister(_ChangeOnly):
    """Change the register's name, municipality or own body.

    A new name is the council's: the own body and the organisation of the house style
    follow where they were called what the register was.
    """

    table = Register

    def apply(self, session: Session) -> None:
        register = session.scalars(select(Register)).one()
        before = register.name
        super().apply(session)
        if register.name == before:
            return
        body = session.get(Body, register.own_body_id) if register.own_body_id else None
        if body is not None and body.name == before:
            assign(body, {"name": register.name})
        style: Any = session.scalars(select(HouseStyleRow)).one()
        if style.organisation == before:
            assign(style, {"organisation": register.name})
