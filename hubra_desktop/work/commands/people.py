"""People, bodies, mandates and matters: what the agenda's completion draws on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Body, Mandate, Matter, MatterAlias, Person
from hubra_desktop.work.commands.base import Add, Change, Remove, found
from hubra_desktop.work.commands.pointers import lift, users_of


class AddPerson(Add):
    """Add somebody to the register."""

    table = Person


class ChangePerson(Change):
    """Change what is known of a person; papers of the past keep what they said."""

    table = Person


class RemovePerson(Remove):
    """Take a person away, mandates too; agendas keep the name as text."""

    table = Person

    def apply(self, session: Session) -> None:
        person = found(session, Person, self.row_id)
        lift(session, "person", [person.id])
        for mandate in session.scalars(select(Mandate).where(Mandate.person_id == person.id)):
            session.delete(mandate)
        session.delete(person)


class AddBody(Add):
    """Add an organisation."""

    table = Body


class ChangeBody(Change):
    """Change an organisation's names, kind or period, or what it is a part of.

    Refused: a body that would be part of itself.
    """

    table = Body

    def apply(self, session: Session) -> None:
        super().apply(session)
        above = found(session, Body, self.row_id).parent_id
        passed: set[str] = set()
        while above is not None and above not in passed:
            if above == self.row_id:
                raise InputError(
                    say(
                        "Organet kan inte ingå i sig självt. Välj ett annat ovanför det.",
                        "The body cannot be part of itself. Choose another above it.",
                    )
                )
            passed.add(above)
            above = found(session, Body, above).parent_id


class RemoveBody(Remove):
    """Take away an organisation that nothing refers to."""

    table = Body

    def apply(self, session: Session) -> None:
        body = found(session, Body, self.row_id)
        users = users_of(session, "body", body.id)
        if users:
            raise InputError(
                say(
                    "Organet används av {users}. Ta bort dem först, "
                    "eller ange när organet upphörde.",
                    "The body is used by {users}. Remove them first, or enter when the body ended.",
                    users=users,
                )
            )
        session.delete(body)


class AddMandate(Add):
    """Give a person a role in a body."""

    table = Mandate


class ChangeMandate(Change):
    """Change a mandate's role, party or period."""

    table = Mandate


class RemoveMandate(Remove):
    """Take a mandate away."""

    table = Mandate


class AddMatter(Add):
    """Add a matter with its case number as typed."""

    table = Matter


class ChangeMatter(Change):
    """Change a matter's case number, title or note."""

    table = Matter


class RemoveMatter(Remove):
    """Take a matter away with its other numbers; agendas keep the number as text."""

    table = Matter

    def apply(self, session: Session) -> None:
        aliases = select(MatterAlias).where(MatterAlias.matter_id == self.row_id)
        for alias in session.scalars(aliases):
            session.delete(alias)
        super().apply(session)
