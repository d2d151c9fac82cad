"""The form of a mandate: who serves which body, in which role, from when to when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Mandate
from hubra_desktop.model.terms import Role
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.people.words import holder_text, role_text
from hubra_desktop.ui.widgets.build import button
from hubra_desktop.work.commands.mandates import SucceedMandate
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.people import MandateRow
from hubra_desktop.work.queries.people_choices import MandateChoices, Named


class MandateForm(FormPanel):
    """Enters a new mandate of ``person_id`` or ``body_id``, or changes one.

    ``succession_asked`` asks for the form in which somebody takes it over.
    """

    succession_asked = Signal()
    blames = "person_id"

    def __init__(
        self,
        desk: Desk,
        around: MandateChoices,
        mandate: Mandate | None = None,
        *,
        person_id: str = "",
        body_id: str = "",
    ) -> None:
        super().__init__("form-mandate", desk)
        self._mandate, self._around = mandate, around
        role, body = mandate.role if mandate else Role.MEMBER, say("Välj vilket organ det gäller.")
        self.fill(
            say("Uppdrag") if mandate else say("Nytt uppdrag"),
            say("Spara") if mandate else say("Lägg till uppdraget"),
            Field("person_id", say("Person"), CHOICE, choices=around.people, hint=say("Välj"),
                  needed=say("Välj vem uppdraget gäller.")),
            Field("body_id", say("Organ"), CHOICE, choices=around.bodies, hint=say("Välj"),
                  needed=body),
            (
                Field("role", say("Roll"), CHOICE, choices=terms_of(Role, word), first=role),
                Field("party", say("Parti"), words=around.parties, hint=say("Till exempel S")),
            ),
            (
                Field("valid_from", say("Från"), DAY),
                Field("valid_to", say("Till och med"), DAY),
            ),
            Field("seat", say("Plats"), CHOICE),
            Field("group", say("Grupp"), words=around.groups,
                  hint=say("Till exempel Koalitionen")),
            Field("represents_id", say("Företräder"), CHOICE,
                  choices=[(say("Inget särskilt organ"), None), *around.bodies]),
            (
                Field("rank", say("Nr i ordningen"), COUNT, shown=_stands_in),
                Field("substitute_for_id", say("Personlig ersättare för"), CHOICE, width=2,
                      shown=_stands_in),
            ),
            Field("note", say("Anteckning"), TEXT),
            *([self._succession()] if mandate else []),
        )  # fmt: skip
        self.show_values({"person_id": person_id or None, "body_id": body_id or None})
        self._offer()
        self.entries["body_id"].changed.connect(self._offer)
        if mandate is not None:
            self._show_mandate(mandate)

    def _show_mandate(self, mandate: Mandate) -> None:
        self.show_record(mandate)
        self._offer()
        self.entries["seat"].show_value(mandate.seat)
        self.entries["substitute_for_id"].show_value(mandate.substitute_for_id)
        remove = say("Ta bort uppdraget")
        after = say("Uppdraget togs bort. Ett uppdrag som är slut avslutas hellre med en dag.")
        self.offer_removal(remove, lambda: Remove(Mandate, mandate.id), after)

    def _succession(self) -> QWidget:
        """Return the button that asks who takes the mandate over."""
        text = say("Tillsätt en efterträdare…")
        ask = self.succession_asked.emit
        return button(text, "mandate-succeed", self.form.inside, ask, role="link")

    def _offer(self) -> None:
        """Offer the seats and the members of the body that is chosen."""
        chosen = self.entries["body_id"].field.value()
        body_id = chosen if isinstance(chosen, str) else ""
        kept = self._mandate.seat if self._mandate else ""
        seats = [each for each in self._around.seats.get(body_id, ()) if each]
        seats += [kept] if kept and kept not in seats else []
        own = self._mandate.id if self._mandate else ""
        rows = self._around.members.get(body_id, ())
        members = [(holder_text(each), each.id) for each in rows if each.id != own]
        choices: Mapping[str, Sequence[Named]] = {
            "seat": [(say("Inte angiven"), ""), *((each, each) for each in seats)],
            "substitute_for_id": [(say("Ingen särskild"), None), *members],
        }
        for name, offered in choices.items():
            line: ChoiceField = self.entries[name].field
            value = line.value()
            line.offer(offered)
            line.show_value(value)
            if line.currentIndex() < 0:
                line.setCurrentIndex(0)

    def commit(self, values: Values) -> object:
        if values["role"] is not Role.SUBSTITUTE:
            values.update(rank=None, substitute_for_id=None)
        if self._mandate is None:
            return self.run(Add(Mandate, values))
        return self.change(self._mandate, values)


class SuccessionForm(FormPanel):
    """Lets somebody take a mandate over from a day."""

    blames = "person_id"

    def __init__(self, desk: Desk, people: Sequence[Named], row: MandateRow) -> None:
        super().__init__("form-succession", desk)
        self._row = row
        said = say(
            "{name} är {role} i {body}. Uppdraget slutar dagen före, och efterträdaren får samma "
            "roll, plats och grupp.",
            name=row.person, role=role_text(row.mandate), body=row.body,
        )  # fmt: skip
        others = [each for each in people if each[1] != row.mandate.person_id]
        self.fill(
            say("Efterträdare"),
            say("Tillsätt"),
            Field("person_id", say("Person"), CHOICE, choices=others, hint=say("Välj"),
                  needed=say("Välj vem som tar över uppdraget.")),
            Field("first", say("Från"), DAY,
                  needed=say("Skriv från vilken dag efterträdaren har uppdraget.")),
            said=said,
        )  # fmt: skip
        self.show_values({"person_id": None})

    def commit(self, values: Values) -> object:
        mandate = self._row.mandate
        return self.run(SucceedMandate(mandate.id, values["person_id"], values["first"]))


def _stands_in(now: object) -> bool:
    return getattr(now, "role", None) is Role.SUBSTITUTE
