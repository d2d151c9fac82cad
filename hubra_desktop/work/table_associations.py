"""The table of associations read back: those that apply for money, or may.

An association is recognised by its id, else by its name. One that the register has as a
body of another list, as an applicant without facts, gets what the row tells.
"""

from sqlalchemy.engine import Connection

from hubra_desktop.exchange.table_reading import Row
from hubra_desktop.exchange.tables import TableName
from hubra_desktop.model.invisible import one_line
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import folded
from hubra_desktop.model.wording import quoted
from hubra_desktop.work.commands.applications import ChangeApplicant, NewApplicant
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.queries.grants import Applicant, associations, known_as
from hubra_desktop.work.table_exports import ASSOCIATION_FIELDS, association_values
from hubra_desktop.work.table_steps import (
    RowError,
    RowReader,
    TableStep,
    changes,
    differing,
    present_values,
)

_NAME = TableName.ASSOCIATIONS


class AssociationsReader(RowReader):
    """Reads a table of associations."""

    table = _NAME

    def __init__(self, reader: Connection) -> None:
        super().__init__()
        self._reader = reader
        self._here = {each.body.id: each for each in associations(reader)}

    def step(self, row: Row) -> TableStep:
        """Return what a row asks for; raises InputError where it cannot be used."""
        name = one_line(row.values["name"])
        if not name:
            raise RowError(say("Skriv vad föreningen heter."), "name")
        known = self._known(row.values.get("id"), name)
        twice = say("Föreningen står redan på rad {number}.")
        self.refuse_twice(row, known.body.id if known else folded(name), twice, "name")
        if known is not None:
            return _change(row, known)
        told = present_values(row.values, *ASSOCIATION_FIELDS)
        command = NewApplicant(name, told)
        return TableStep(numbers=(row.number,), label=name, added=True, commands=(command,))

    def _known(self, body_id: str | None, name: str) -> Applicant | None:
        found = self._here.get(body_id or "")
        return found or known_as(self._here.values(), name)


def _change(row: Row, known: Applicant) -> TableStep:
    stored = association_values(known)
    different = differing(row.values, stored)
    told = {key: row.values[key] for key in different if key in ASSOCIATION_FIELDS}
    name = one_line(row.values["name"])
    commands: tuple[Command, ...] = ()
    if different:
        commands = (ChangeApplicant(known.body.id, name, told),)
    return TableStep(
        numbers=(row.number,),
        label=known.body.name,
        commands=commands,
        changes=changes(_NAME, different, row.values, stored),
        taken_for="" if row.values.get("id") else quoted(known.body.name),
    )
