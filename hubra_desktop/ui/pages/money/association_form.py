"""The form with what is known of an association as one that applies for money."""

from hubra_desktop.model.language import say
from hubra_desktop.model.money.numbers import bank_giro, organisation_number, plus_giro
from hubra_desktop.model.records.money import Association
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import DAY, EMAIL, FLAG, LINE, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.applications import ChangeApplicant, NewApplicant
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.grants import Applicant

ORGANISATION_NUMBER = LINE._replace(read=lambda text, near: organisation_number(text))
BANK_GIRO = LINE._replace(read=lambda text, near: bank_giro(text))
PLUS_GIRO = LINE._replace(read=lambda text, near: plus_giro(text))


class AssociationForm(FormPanel):
    """Numbers are checked, and written in one way, before they are stored.

    Without an applicant it enters a new association.
    """

    blames = "name"

    def __init__(self, desk: Desk, applicant: Applicant | None = None) -> None:
        super().__init__("form-association", desk)
        self._applicant = applicant
        name = applicant.body.name if applicant else ""
        self.fill(
            name or say("Ny förening"),
            say("Spara") if applicant else say("Lägg till föreningen"),
            Field("name", say("Namn"), first=name, needed=say("Skriv vad föreningen heter.")),
            Field("organisation_number", say("Organisationsnummer"), ORGANISATION_NUMBER),
            (
                Field("bank_giro", say("Bankgiro"), BANK_GIRO),
                Field("plus_giro", say("Plusgiro"), PLUS_GIRO),
            ),
            Field("giro_in_own_name", say("Giro i föreningens eget namn"), FLAG),
            (
                Field("statutes_received", say("Stadgar inkomna"), DAY),
                Field("annual_meeting", say("Senaste årsmöte"), DAY),
            ),
            Field("signatory", say("Firmatecknare")),
            (
                Field("valid_until", say("Uppgifterna gäller till"), DAY),
                Field("asked_again", say("Begärda på nytt"), DAY),
            ),
            Field("contact", say("Kontaktperson")),
            (Field("email", say("E-post"), EMAIL), Field("phone", say("Telefon"))),
            Field(
                "postal_address",
                say("Postadress"),
                TEXT,
                hint=say("Som på ett kuvert, under namnet: gata, postnummer och ort"),
            ),
            Field("note", say("Anteckning"), TEXT),
        )
        known = applicant.association if applicant else None
        self.show_record(known)
        if known is not None:
            after = say("Uppgifterna om {name} togs bort.", name=name)
            remove = say("Ta bort uppgifterna")
            self.offer_removal(remove, lambda: Remove(Association, known.id), after)

    def commit(self, values: Values) -> object:
        name = values.pop("name")
        if self._applicant is None:
            return self.run(NewApplicant(name, values))
        return self.run(ChangeApplicant(self._applicant.body.id, name, values))
