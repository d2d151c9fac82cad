"""The table of a year's rates of allowances, written and read back.

A rate is recognised by its id, else by its year, role and kind: there is one of each.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.attendance.allowance import RATED_ROLES
from hubra_desktop.model.language import say
from hubra_desktop.model.records.attendance import AllowanceRate
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.allowances import all_allowance_rates
from hubra_desktop.work.table_steps import (
    RowError,
    RowReader,
    Stored,
    TableStep,
    changes,
    differing,
    present_values,
)

_NAME = TableName.RATES
_KEY = ("year", "role", "kind")
_FIELDS = (*_KEY, "amount_ore", "covers", "ceiling_ore", "seat", "decision")


def rate_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each rate: those of a year, or all."""
    for each in all_allowance_rates(reader):
        if year in (None, each.year):
            yield _values(each)


def _values(rate: AllowanceRate) -> dict[str, Any]:
    return {"id": rate.id, **{name: getattr(rate, name) for name in _FIELDS}}


class RatesReader(RowReader):
    """Reads a table of allowance rates."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._stored = Stored(
            all_allowance_rates(reader), lambda each: tuple(getattr(each, name) for name in _KEY)
        )

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        told = {key: value for key, value in row.values.items() if not _is_unsaid(key, value)}
        if told["role"] not in RATED_ROLES:
            roles = joined([word(each) for each in RATED_ROLES])
            raise RowError(say("Arvode betalas till {roles}.", roles=roles), "role")
        key = tuple(told[name] for name in _KEY)
        known = self._stored.find(told.get("id"), *key)
        self.refuse_twice(row, known.id if known else key)
        label = f"{word(told['role'])}, {word(told['kind'])} {told['year']}"
        if known is None:
            command = Add(AllowanceRate, present_values(told, *_FIELDS))
            return TableStep(numbers=(row.number,), label=label, added=True, commands=(command,))
        stored = _values(known)
        different = differing(told, stored)
        changed = {name: told[name] for name in different}
        commands: tuple[Command, ...] = (
            (Change(AllowanceRate, known.id, changed),) if changed else ()
        )
        return TableStep(
            numbers=(row.number,),
            label=label,
            commands=commands,
            changes=changes(_NAME, different, told, stored),
            taken_for="" if told.get("id") else label,
        )


def _is_unsaid(key: str, value: object) -> bool:
    """Return whether a cell is empty that has no empty value: an amount is never none."""
    return key == "amount_ore" and value is None
