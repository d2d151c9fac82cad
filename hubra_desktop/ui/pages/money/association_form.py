"""The form with what is known of an association as one that applies for money."""

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.numbers import bank_giro, organisation_number
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.pages.money.grant_forms import changed
from hubra_desktop.ui.widgets.entries import LineEntry, TextEntry
from hubra_desktop.ui.widgets.form_panel import FormPanel, Values
from hubra_desktop.work.commands.grants import AddAssociation, ChangeAssociation, RemoveAssociation
from hubra_desktop.work.queries.grants import Applicant

CHECKS = {"organisation_number": organisation_number, "bank_giro": bank_giro}


class AssociationForm(FormPanel):
    """Numbers are checked, and written in one way, before they are stored."""

    def __init__(self, desk: Desk, applicant: Applicant, parent: QWidget | None = None) -> None:
        super().__init__("form-association", parent)
        self._desk, self._applicant = desk, applicant
        self.fill(
            applicant.body.name,
            self.tr("Save"),
            (
                LineEntry("organisation_number", self.tr("Organisation number"), self),
                LineEntry("bank_giro", self.tr("Bank giro"), self),
                LineEntry("contact", self.tr("Contact"), self),
                LineEntry("email", self.tr("E-mail"), self),
                LineEntry("phone", self.tr("Phone"), self),
                TextEntry("note", self.tr("Note"), self),
            ),
        )
        if applicant.association is not None:
            known = applicant.association
            self.show_values({name: getattr(known, name) for name in self.entries})
            self.offer_removal(self.tr("Remove the facts"), self._removed)

    def _removed(self) -> object | None:
        known = self._applicant.association
        done = None if known is None else self._desk.attempt(RemoveAssociation(known.id))
        if done is not None:
            text = self.tr("The facts of {name} were removed.")
            self._desk.messages.tell(text.format(name=self._applicant.body.name), "undo")
        return done

    def values(self) -> dict[str, object] | None:
        """Refuse at its own place a number that is wrong."""
        read = super().values()
        if read is None:
            return None
        for name in ("organisation_number", "bank_giro"):
            try:
                read[name] = CHECKS[name](str(read[name]))
            except InputError as refusal:
                self.refuse(refusal.sentence, name)
                return None
        return read

    def commit(self, values: Values) -> object:
        known = self._applicant.association
        if known is None:
            return self._desk.attempt(
                AddAssociation({**values, "body_id": self._applicant.body.id})
            )
        different = changed(known, values)
        return self._desk.attempt(ChangeAssociation(known.id, different)) if different else True
