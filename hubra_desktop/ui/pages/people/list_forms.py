"""The forms of a mailing list and of somebody on it."""

from collections.abc import Sequence

from hubra_desktop.model.language import say
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.model.terms import DeliveryWay
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, EMAIL, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.people_choices import Named

PERSON, BODY = "person", "body"


class MailingListForm(FormPanel):
    """Enters a new list, or changes one; ``bodies`` are those whose people it may take in."""

    blames = "name"

    def __init__(
        self, desk: Desk, bodies: Sequence[Named], named: MailingList | None = None
    ) -> None:
        super().__init__("form-mailing-list", desk)
        self._named = named
        self.fill(
            named.name if named else say("Ny sändlista"),
            say("Spara") if named else say("Lägg till listan"),
            Field("name", say("Namn"), hint=say("Till exempel Kopia för kännedom"),
                  needed=say("Skriv vad listan heter.")),
            Field("body_id", say("Organ"), CHOICE, choices=[(say("Inget"), None), *bodies]),
            Field("serving", say("De som har uppdrag i organet är med"), FLAG),
            Field("always", say("Föreslås vid varje kallelse"), FLAG),
            Field("note", say("Anteckning"), TEXT),
        )  # fmt: skip
        if named is not None:
            self.show_record(named)
            after = say("Listan {name} togs bort.", name=named.name)
            self.offer_removal(say("Ta bort listan"), lambda: Remove(MailingList, named.id), after)

    def commit(self, values: Values) -> object:
        if self._named is None:
            return self.run(Add(MailingList, values))
        return self.change(self._named, values)


class ListMemberForm(FormPanel):
    """Puts somebody on a list, or changes a line of it.

    Somebody of the register is reached as the register says, others as is written here.
    """

    blames = "who"

    def __init__(
        self,
        desk: Desk,
        list_id: str,
        people: Sequence[Named],
        bodies: Sequence[Named],
        member: ListMember | None = None,
    ) -> None:
        super().__init__("form-list-member", desk)
        self._list_id, self._member = list_id, member
        choices: list[Named] = [(say("Någon annan, skriv nedan"), None)]
        choices += [(name, (PERSON, each)) for name, each in people]
        choices += [(name, (BODY, each)) for name, each in bodies]
        self.fill(
            say("På listan") if member else say("Lägg till på listan"),
            say("Spara") if member else say("Lägg till"),
            Field("who", say("Vem"), CHOICE, choices=choices),
            Field("name", say("Namn"), shown=_is_typed),
            Field("email", say("E-post"), EMAIL, shown=_is_typed),
            Field("postal_address", say("Postadress"), TEXT, shown=_is_typed),
            (
                Field("way", say("Får papper genom"), CHOICE, choices=terms_of(DeliveryWay, word)),
                Field("copies", say("Exemplar"), COUNT, first=1,
                      needed=say("Skriv hur många exemplar.")),
            ),
        )  # fmt: skip
        if member is not None:
            self.show_record(member)
            self.show_values({"who": _who(member)})
            after = say("Raden togs bort ur listan.")
            self.offer_removal(
                say("Ta bort ur listan"), lambda: Remove(ListMember, member.id), after
            )

    def commit(self, values: Values) -> object:
        who = values.pop("who")
        kind, record_id = who if isinstance(who, tuple) else ("", None)
        values["person_id"] = record_id if kind == PERSON else None
        values["member_body_id"] = record_id if kind == BODY else None
        if kind:
            values.update(name="", email="", postal_address="")
        if self._member is None:
            return self.run(Add(ListMember, values, self._list_id))
        return self.change(self._member, values)


def _is_typed(now: object) -> bool:
    return getattr(now, "who", None) is None


def _who(member: ListMember) -> tuple[str, str] | None:
    """Return whom of the register a line names."""
    if member.person_id is not None:
        return PERSON, member.person_id
    return None if member.member_body_id is None else (BODY, member.member_body_id)
