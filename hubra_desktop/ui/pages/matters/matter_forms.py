"""The forms of a matter and of another number that it is known by."""

from hubra_desktop.model.case_number import looks_like_case_number
from hubra_desktop.model.council.people_names import PeopleByName
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.records.council import Matter, MatterAlias
from hubra_desktop.model.terms import MatterState
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, DAY, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Entry, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.matters import MatterRow
from hubra_desktop.work.queries.people import persons


def warn_of_form(entry: Entry) -> None:
    """Say under a case number that it has no usual form; it is kept as it is typed."""
    typed = str(entry.raw() or "").strip()
    unusual = bool(typed) and not looks_like_case_number(typed)
    entry.say(
        say("Ser inte ut som ett diarienummer, till exempel KS-2018/451.181.") if unusual else ""
    )


class MatterForm(FormPanel):
    """Enters a matter, or changes the one that it is given; the number stands as typed."""

    blames = "case_number"

    def __init__(self, desk: Desk, row: MatterRow | None = None, number: str = "") -> None:
        super().__init__("form-matter", desk)
        self._matter = row.matter if row else None
        with desk.read() as reader:
            people = persons(reader)
        self._people = PeopleByName(people)
        self.fill(
            say("Ändra ärendet") if row else say("Nytt ärende"),
            say("Spara") if row else say("Lägg till ärendet"),
            Field("case_number", say("Diarienummer"), hint="KS-2018/451.181", first=number),
            Field("title", say("Vad ärendet gäller"), needed=say("Skriv vad ärendet gäller.")),
            (
                Field("kind", say("Slag"), hint=say("remiss, bidrag, plan")),
                Field("state", say("Läge"), CHOICE, choices=terms_of(MatterState, word)),
            ),
            (
                Field("opened", say("Öppnat"), DAY),
                Field("closed_on", say("Avslutat"), DAY),
            ),
            Field("responsible", say("Ansvarig"), words=self._people.labels),
            Field("retention", say("Bevaras eller gallras"), hint=say("gallras efter 2 år")),
            Field("note", say("Anteckning"), TEXT),
        )
        number_entry = self.entries["case_number"]
        number_entry.edited.connect(lambda: warn_of_form(number_entry))
        if row is not None:
            self.show_record(row.matter)
            label = self._people.label(row.matter.responsible_id)
            self.show_values({"responsible": label or row.responsible})
            after = say("Ärendet {title} togs bort.", title=row.matter.title)
            removal = say("Ta bort ärendet")
            self.offer_removal(removal, lambda: Remove(Matter, row.matter.id), after)
        warn_of_form(number_entry)

    def commit(self, values: Values) -> object:
        opened, closed = values["opened"], values["closed_on"]
        if opened and closed and closed < opened:
            raise refusal("Ärendet kan inte avslutas innan det öppnades.", field="closed_on")
        try:
            name, known = self._people.named(values["responsible"])
        except InputError as several:
            raise InputError(several.sentence, "responsible") from several
        values.update(responsible=name, responsible_id=known)
        if self._matter is None:
            return self.run(Add(Matter, values))
        return self.change(self._matter, values)


class AliasForm(FormPanel):
    """Enters another number of a matter and why it has it, or changes one."""

    blames = "case_number"

    def __init__(self, desk: Desk, matter: Matter, alias: MatterAlias | None = None) -> None:
        super().__init__("form-alias", desk)
        self._matter, self._alias = matter, alias
        needed = say("Skriv numret.")
        why = say("Skriv varför ärendet har två nummer. Skälet förklarar det för den som läser.")
        self.fill(
            say("Annat diarienummer"),
            say("Spara") if alias else say("Lägg till numret"),
            Field("case_number", say("Diarienummer"), needed=needed, hint="KS-2018/451.181"),
            Field("reason", say("Varför"), TEXT, needed=why),
            said=say("Ett nummer som ärendet också går under."),
        )
        entry = self.entries["case_number"]
        entry.edited.connect(lambda: warn_of_form(entry))
        if alias is not None:
            self.show_record(alias)
            after = say("Numret {number} togs bort.", number=alias.case_number)
            removal = say("Ta bort numret")
            self.offer_removal(removal, lambda: Remove(MatterAlias, alias.id), after)

    def commit(self, values: Values) -> object:
        if self._alias is None:
            return self.run(Add(MatterAlias, {**values, "matter_id": self._matter.id}))
        return self.change(self._alias, values)
