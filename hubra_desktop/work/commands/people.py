"""People, bodies, mandates and matters: what the agenda's completion draws on."""

from sqlalchemy import select

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Body, Mandate, Matter, MatterAlias, Person
from hubra_desktop.store.reading import table_of
from hubra_desktop.store.rows import Rows
from hubra_desktop.work.commands.base import Add, Change, Remove
from hubra_desktop.work.references import users_of


class AddPerson(Add):
    """Add somebody to the register."""

    record = Person


class ChangePerson(Change):
    """Change what is known of a person; papers of the past keep what they said."""

    record = Person


class RemovePerson(Remove):
    """Take a person away, mandates too; agendas keep the name as text."""

    record = Person

    def apply(self, rows: Rows) -> None:
        _remove_those(rows, Mandate, "person_id", self.row_id)
        super().apply(rows)


class AddBody(Add):
    """Add an organisation."""

    record = Body


class ChangeBody(Change):
    """Change an organisation's names, kind or period, or what it is a part of."""

    record = Body


class RemoveBody(Remove):
    """Take away an organisation that nothing refers to."""

    record = Body

    def apply(self, rows: Rows) -> None:
        users = users_of(rows, Body, self.row_id)
        if users:
            raise InputError(
                say(
                    "Organet används av {users}. Ta bort dem först, "
                    "eller ange när organet upphörde.",
                    users=users,
                )
            )
        super().apply(rows)


class AddMandate(Add):
    """Give a person a role in a body."""

    record = Mandate


class ChangeMandate(Change):
    """Change a mandate's role, party or period."""

    record = Mandate


class RemoveMandate(Remove):
    """Take a mandate away."""

    record = Mandate


class AddMatter(Add):
    """Add a matter with its case number as typed."""

    record = Matter


class ChangeMatter(Change):
    """Change a matter's case number, title or note."""

    record = Matter


class RemoveMatter(Remove):
    """Take a matter away with its other numbers; agendas keep the number as text."""

    record = Matter

    def apply(self, rows: Rows) -> None:
        _remove_those(rows, MatterAlias, "matter_id", self.row_id)
        super().apply(rows)


def _remove_those(rows: Rows, record: type, column: str, row_id: str) -> None:
    """Remove the rows that name a row in their column."""
    columns = table_of(record).c
    naming = select(columns.id).where(columns[column] == row_id)
    for each in rows.connection.scalars(naming).all():
        rows.remove(record, each)
