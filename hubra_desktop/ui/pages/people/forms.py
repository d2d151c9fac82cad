"""The forms of the page of people, each opened beside it with what it offers."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from hubra_desktop.model.records.council import Body, Mandate, Person
from hubra_desktop.model.records.dispatch import ListMember, MailingList
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.side_panel import Done, FormHost
from hubra_desktop.ui.pages.people.list_forms import ListMemberForm, MailingListForm
from hubra_desktop.ui.pages.people.mandate_form import MandateForm, SuccessionForm
from hubra_desktop.ui.pages.people.person_form import BodyForm, PersonForm
from hubra_desktop.ui.pages.people.rules_form import CommitteeForm, RulesForm, SeatForm
from hubra_desktop.work.changes import Changes
from hubra_desktop.work.queries.known import completions
from hubra_desktop.work.queries.people import mandate_row
from hubra_desktop.work.queries.people_choices import body_choices, mandate_choices, person_choices


class PeopleForms(QObject):
    """``made(kind, id)`` tells of a record that a form has added."""

    made = Signal(str, str)

    def __init__(self, desk: Desk, side: FormHost, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._side = desk, side

    def person(self, person: Person | None = None) -> None:
        """Open the form of a person, None for a new one."""
        with self._desk.read() as reader:
            known = completions(reader)
        form = PersonForm(self._desk, person, titles=known.titles, units=known.units)
        self._side.open(form, self._adding("person"), about=person.id if person else "")

    def body(self, body: Body | None = None) -> None:
        """Open the form of a body, None for a new one."""
        with self._desk.read() as reader:
            bodies = body_choices(reader)
        others = [each for each in bodies if body is None or each[1] != body.id]
        form = BodyForm(self._desk, others, body)
        self._side.open(form, self._adding("body"), about=body.id if body else "")

    def mandate(
        self, mandate: Mandate | None = None, *, person_id: str = "", body_id: str = ""
    ) -> None:
        """Open the form of a mandate, or of a new one of a person or in a body."""
        with self._desk.read() as reader:
            choices = mandate_choices(reader)
        about = mandate.id if mandate else f"{person_id} {body_id}"
        form = MandateForm(self._desk, choices, mandate, person_id=person_id, body_id=body_id)
        if mandate is not None:
            form.succession_asked.connect(partial(self._succession, mandate))
        first = "body_id" if person_id else "person_id"
        self._side.open(form, begin="role" if mandate else first, about=about)

    def _succession(self, mandate: Mandate) -> None:
        """Open the form in which somebody takes a mandate over."""
        with self._desk.read() as reader:
            people, row = person_choices(reader), mandate_row(reader, mandate.id)
        form = SuccessionForm(self._desk, people, row)
        self._side.open(form, self._adding("mandate"), about=mandate.id)

    def rules(self, body_id: str, rules: BodyRules | None, before: BodyRules | None = None) -> None:
        """Open the form of a body's rules, or of new ones made of those ``before``."""
        form = RulesForm(self._desk, body_id, rules, before)
        self._side.open(form, about=rules.id if rules else body_id)

    def seat(self, rules: BodyRules, seat_id: str) -> None:
        """Open the form of a sort of seats, an empty id for a new one."""
        seat = next((each for each in rules.seats if each.id == seat_id), None)
        self._side.open(SeatForm(self._desk, rules, seat), about=f"{rules.id} {seat_id}")

    def committee(self, rules: BodyRules, committee_id: str) -> None:
        """Open the form of a body to be represented, an empty id for a new one."""
        with self._desk.read() as reader:
            bodies = body_choices(reader)
        wanted = next((each for each in rules.committees if each.id == committee_id), None)
        form = CommitteeForm(self._desk, rules, bodies, wanted)
        self._side.open(form, about=f"{rules.id} {committee_id}")

    def mailing_list(self, named: MailingList | None = None) -> None:
        """Open the form of a mailing list, None for a new one."""
        with self._desk.read() as reader:
            bodies = body_choices(reader)
        form = MailingListForm(self._desk, bodies, named)
        self._side.open(form, self._adding("mailing_list"), about=named.id if named else "")

    def list_member(self, list_id: str, member: ListMember | None = None) -> None:
        """Open the form of somebody on a list, None for one more."""
        with self._desk.read() as reader:
            people, bodies = person_choices(reader), body_choices(reader)
        form = ListMemberForm(self._desk, list_id, people, bodies, member)
        self._side.open(form, about=f"{list_id} {member.id if member else ''}")

    def _adding(self, kind: str) -> Done:
        def done(result: object) -> None:
            if isinstance(result, Changes) and result.created:
                self.made.emit(kind, result.created)

        return done
