"""What holds for the whole register: its names and how its papers look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.council import Body, Register
from hubra_desktop.model.records.meeting import HouseStyle
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Step


@dataclass(frozen=True)
class _ChangeOnly(Step):
    """Write new values into the one row of a table."""

    record: ClassVar[type]
    values: Mapping[str, Any]

    @property
    def label(self) -> str:
        return f"change-{KINDS[self.record]}"

    def apply(self, rows: Rows) -> None:
        row_id, _ = rows.only(self.record)
        rows.change(self.record, row_id, self.values)


class ChangeHouseStyle(_ChangeOnly):
    """Change how the municipality prints."""

    record = HouseStyle


@dataclass(frozen=True)
class ChangeRegister(_ChangeOnly):
    """Change the register's name, municipality or own body.

    A new name is the council's: the own body and the organisation of the house style
    follow where they were called what the register was. ``short_name`` is the own body's.
    """

    record: ClassVar[type] = Register
    short_name: str | None = None

    def apply(self, rows: Rows) -> None:
        _, before = rows.only(Register)
        super().apply(rows)
        body = rows.get(Body, before.own_body_id)
        if body is not None and self.short_name is not None:
            rows.change(Body, body.id, {"short_name": self.short_name})
        name = self.values.get("name", before.name)
        if name == before.name:
            return
        if body is not None and body.name == before.name:
            rows.change(Body, body.id, {"name": name})
        style_id, style = rows.only(HouseStyle)
        if style.organisation == before.name:
            rows.change(HouseStyle, style_id, {"organisation": name})
