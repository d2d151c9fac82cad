"""People, bodies, mandates and matters: what the agenda's completion draws on."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import (
    Base,
    Body,
    Mandate,
    Matter,
    Meeting,
    Person,
    Presenter,
    Register,
)
from hubra_desktop.work.commands.base import Add, Change, Remove, found


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
        for row in session.scalars(select(Presenter).where(Presenter.person_id == person.id)):
            row.person_id = None
        for meeting in session.scalars(select(Meeting).where(Meeting.chair_id == person.id)):
            meeting.chair_id = None
        for meeting in session.scalars(select(Meeting).where(Meeting.secretary_id == person.id)):
            meeting.secretary_id = None
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
        columns: tuple[tuple[type[Base], Any], ...] = (
            (Meeting, Meeting.body_id),
            (Mandate, Mandate.body_id),
            (Body, Body.parent_id),
            (Register, Register.own_body_id),
        )
        for table, column in columns:
            if session.scalars(select(table).where(column == self.row_id).limit(1)).first():
                raise InputError(
                    say(
                        "Organet används av sammanträden, uppdrag eller andra organ. "
                        "Ta bort dem först, eller ange när organet upphörde.",
                        "The body is used by meetings, mandates or other bodies. "
                        "Remove them first, or enter when the body ended.",
                    )
                )
        super().apply(session)


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
    """Take a matter away; agendas keep the number as text."""

    table = Matter
