"""The forms of a person and of a body."""

from collections.abc import Sequence

from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Body, Person
from hubra_desktop.model.terms import BodyKind, DeliveryWay
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, EMAIL, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.widgets import build
from hubra_desktop.work.edits import Add, Remove


class PersonForm(FormPanel):
    """Enters a new person, or changes one.

    ``units`` and ``titles`` complete what is typed.
    """

    blames = "name"

    def __init__(
        self,
        desk: Desk,
        person: Person | None = None,
        *,
        titles: Sequence[str] = (),
        units: Sequence[str] = (),
    ) -> None:
        super().__init__("form-person", desk)
        self._person = person
        protects = say(
            "Adress, telefon och e-post skrivs då aldrig ut, följer inte med i någon fil och "
            "hittas inte av sökning. Namnet står kvar där handlingar nämner det."
        )
        self.fill(
            person.name if person else say("Ny person"),
            say("Spara") if person else say("Lägg till personen"),
            Field("name", say("Namn"), needed=say("Skriv vad personen heter.")),
            Field(
                "distinction",
                say("Särskiljande uppgift"),
                hint=say("Om någon annan heter likadant: född 1961"),
            ),
            (
                Field("title", say("Titel"), words=titles),
                Field("unit", say("Enhet"), words=units, hint=say("Till exempel KSF")),
            ),
            (Field("email", say("E-post"), EMAIL), Field("phone", say("Telefon"))),
            Field(
                "postal_address",
                say("Postadress"),
                TEXT,
                hint=say("Som på ett kuvert, under namnet: gata, postnummer och ort"),
            ),
            Field(
                "way", say("Får papper genom"), CHOICE, choices=terms_of(DeliveryWay, word),
            ),
            Field("protected", say("Skyddade personuppgifter"), FLAG),
            build.label(protects, "small", self.form.inside),
            Field("note", say("Anteckning"), TEXT),
        )  # fmt: skip
        if person is not None:
            self.show_record(person)
            after = say("{name} togs bort.", name=person.name)
            remove = say("Ta bort personen")
            self.offer_removal(remove, lambda: Remove(Person, person.id), after)

    def commit(self, values: Values) -> object:
        if self._person is None:
            return self.run(Add(Person, values))
        return self.change(self._person, values)


class BodyForm(FormPanel):
    """Enters a new body, or changes one; ``others`` are what it may be part of."""

    blames = "name"

    def __init__(
        self, desk: Desk, others: Sequence[tuple[str, object]], body: Body | None = None
    ) -> None:
        super().__init__("form-body", desk)
        self._body = body
        self.fill(
            body.name if body else say("Nytt organ"),
            say("Spara") if body else say("Lägg till organet"),
            Field("name", say("Namn"), needed=say("Skriv vad organet heter.")),
            (
                Field("short_name", say("Kortform"), hint=say("Till exempel KSF")),
                Field("kind", say("Slag"), CHOICE, choices=terms_of(BodyKind, word)),
            ),
            Field("parent_id", say("Ingår i"), CHOICE, choices=[(say("Inget"), None), *others]),
            (
                Field("active_from", say("Verksamt från"), DAY),
                Field("active_to", say("Upphörde"), DAY),
            ),
            (Field("email", say("E-post"), EMAIL), Field("phone", say("Telefon"))),
            Field(
                "postal_address",
                say("Postadress"),
                TEXT,
                hint=say("Som på ett kuvert, under namnet: gata, postnummer och ort"),
            ),
            Field("note", say("Anteckning"), TEXT),
        )  # fmt: skip
        if body is not None:
            self.show_record(body)
            after = say("{name} togs bort.", name=body.name)
            self.offer_removal(say("Ta bort organet"), lambda: Remove(Body, body.id), after)

    def commit(self, values: Values) -> object:
        if self._body is None:
            return self.run(Add(Body, values))
        return self.change(self._body, values)
