"""The table of matters: what it tells of one, and the rows of a file read back.

A matter is recognised by its id, else by its number however it is written, the other numbers
that it goes by included.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.case_number import number_key
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Matter
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.edits import Add, Change
from hubra_desktop.work.queries.matters import MatterRow, matter_rows
from hubra_desktop.work.queries.people import persons
from hubra_desktop.work.table_steps import (
    RowError,
    RowReader,
    TableStep,
    changes,
    differing,
    present_values,
)

_NAME = TableName.MATTERS
MATTER_FIELDS = (
    "case_number", "title", "kind", "state", "opened", "closed_on", "retention", "note",
)  # fmt: skip


def matter_table_rows(reader: Connection, year: int | None) -> Iterator[dict[str, Any]]:
    """Yield what the table tells of each matter: of a year those that were opened in it."""
    for row in matter_rows(reader):
        if year is None or (row.matter.opened is not None and row.matter.opened.year == year):
            aliases = (
                f"{each.case_number} ({each.reason})" if each.reason else each.case_number
                for each in row.aliases
            )  # fmt: skip
            yield _values(row) | {"aliases": "; ".join(aliases), "met_on": row.met_on}


def _values(row: MatterRow) -> dict[str, Any]:
    values = {name: getattr(row.matter, name) for name in MATTER_FIELDS}
    return values | {"id": row.id, "responsible": row.responsible}


class MattersReader(RowReader):
    """Reads a table of matters."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        known = matter_rows(reader)
        self._by_id = {each.id: each for each in known}
        self._by_number = {number_key(number): each for each in known for number in each.numbers}
        names = [folded(each.name) for each in persons(reader)]
        self._people = {
            folded(each.name): each.id
            for each in persons(reader)
            if names.count(folded(each.name)) == 1
        }

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        number = one_line(row.values["case_number"])
        if not number:
            raise RowError(say("Skriv ärendets nummer."), "case_number")
        known = self._by_id.get(row.values.get("id") or "")
        known = known or self._by_number.get(number_key(number))
        twice = say("Ärendet står redan på rad {number}.")
        self.refuse_twice(row, known.id if known else number_key(number), twice, "case_number")
        if known is not None:
            return self._change(row, known)
        told = self._with_person(present_values(row.values, *MATTER_FIELDS, "responsible"))
        command = Add(Matter, told)
        label = " ".join(filter(None, (number, row.values.get("title"))))
        return TableStep(numbers=(row.number,), label=label, added=True, commands=(command,))

    def _with_person(self, told: dict[str, Any]) -> dict[str, Any]:
        """Add which of the people of the register it is that bears the name."""
        if "responsible" not in told:
            return told
        return {**told, "responsible_id": self._people.get(folded(told["responsible"]))}

    def _change(self, row: Row, known: MatterRow) -> TableStep:
        stored = _values(known)
        # A number that is another name of the matter, or written otherwise, is the same.
        row_number = row.values.get("case_number") or ""
        same = number_key(row_number) in {number_key(each) for each in known.numbers}
        keys = differing(row.values, stored)
        different = tuple(key for key in keys if key != "case_number" or not same)
        told = self._with_person({key: row.values[key] for key in different})
        commands: tuple[Command, ...] = (Change(Matter, known.id, told),) if different else ()
        return TableStep(
            numbers=(row.number,),
            label=" ".join(filter(None, (known.matter.case_number, known.matter.title))),
            commands=commands,
            changes=changes(_NAME, different, row.values, stored),
            taken_for="" if row.values.get("id") else quoted(known.matter.case_number),
        )
