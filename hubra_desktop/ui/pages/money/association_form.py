"""The form with what is known of an association as one that applies for money."""

from hubra_desktop.model.language import say
from hubra_desktop.model.money.numbers import bank_giro, organisation_number
from hubra_desktop.model.records.money import Association
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import EMAIL, LINE, TEXT
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.applications import ChangeApplicant
from hubra_desktop.work.edits import Remove
from hubra_desktop.work.queries.grants import Applicant

ORGANISATION_NUMBER = LINE._replace(read=lambda text, near: organisation_number(text))
BANK_GIRO = LINE._replace(read=lambda text, near: bank_giro(text))


class AssociationForm(FormPanel):
    """Numbers are checked, and written in one way, before they are stored."""

    blames = "name"

    def __init__(self, desk: Desk, applicant: Applicant) -> None:
        super().__init__("form-association", desk)
        self._applicant = applicant
        envelope = say("Som på ett kuvert, under namnet: gata, postnummer och ort")
        self.fill(
            applicant.body.name,
            say("Spara"),
            Field("name", say("Namn"), first=applicant.body.name),
            Field("organisation_number", say("Organisationsnummer"), ORGANISATION_NUMBER),
            Field("bank_giro", say("Bankgiro"), BANK_GIRO),
            Field("contact", say("Kontaktperson")),
            Field("email", say("E-post"), EMAIL),
            Field("phone", say("Telefon")),
            Field("postal_address", say("Postadress"), TEXT, hint=envelope),
            Field("note", say("Anteckning"), TEXT),
        )
        self.show_record(applicant.association)
        known = applicant.association
        if known is not None:
            after = say("Uppgifterna om {name} togs bort.", name=applicant.body.name)
            remove = say("Ta bort uppgifterna")
            self.offer_removal(remove, lambda: Remove(Association, known.id), after)

    def commit(self, values: Values) -> object:
        name = values.pop("name")
        return self.run(ChangeApplicant(self._applicant.body.id, name, values))
