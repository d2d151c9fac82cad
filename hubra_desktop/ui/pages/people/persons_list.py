"""The part Personer: everybody in the register, with what they serve in today."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.swedish import capitalised, folded
from hubra_desktop.model.words import word
from hubra_desktop.ui.actions import Actions
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.inputs import ChoiceField
from hubra_desktop.ui.models.rows_table import ColumnOf
from hubra_desktop.ui.pages.people.story_panel import OpenedList
from hubra_desktop.ui.pages.people.words import serving_text
from hubra_desktop.ui.widgets.build import action_button
from hubra_desktop.ui.widgets.empty import EmptyState
from hubra_desktop.work.queries.people import PersonLine, person_lines
from hubra_desktop.work.queries.register import body_names, today

SERVING, SERVED, NEVER = "serving", "served", "never"


def person_columns() -> tuple[ColumnOf[PersonLine], ...]:
    """Return the columns of the list; no address of somebody protected is shown there."""

    def works(line: PersonLine) -> str:
        return ", ".join(part for part in (line.person.title, line.person.unit) if part)

    def reached(line: PersonLine) -> str:
        return say("Skyddade uppgifter") if line.person.protected else line.person.email

    def picture(line: PersonLine) -> tuple[str, str] | None:
        if line.person.protected:
            return "closed", "danger"
        return ("warning", "warning") if line.alike else None

    return (
        ColumnOf(say("Namn"), lambda line: line.label, 260, picture=picture),
        ColumnOf(say("Titel och enhet"), works, 200, needs=760),
        ColumnOf(say("Uppdrag i dag"), lambda line: serving_text(line.serving)),
        ColumnOf(say("E-post"), reached, 200, needs=940),
        ColumnOf(say("Sätt"), lambda line: capitalised(word(line.person.way)), 80, needs=640),
    )


def person_words(line: PersonLine) -> str:
    """Return all that a search among people looks at: no address of somebody protected."""
    person = line.person
    open_ones = () if person.protected else (person.email, person.phone, person.postal_address)
    roles = (f"{row.body} {row.body_short} {row.mandate.party}" for row in line.serving)
    parts = (line.label, person.title, person.unit, serving_text(line.serving), *open_ones, *roles)
    return folded(" ".join(parts))


class PersonsList(OpenedList[PersonLine]):
    """``opened(id)`` asks for a person."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("person", say("Personer"), person_columns(), person_words, parent)
        self.setObjectName("persons-list")
        self._desk = desk
        self.service = ChoiceField("persons-service", say("Uppdrag"), self)
        choices = [
            (say("Alla personer"), None),
            (say("Har uppdrag"), SERVING),
            (say("Har haft uppdrag"), SERVED),
            (say("Utan uppdrag"), NEVER),
        ]
        self.service.offer(choices)
        self.service.show_value(None)
        self.service.setMinimumContentsLength(max(len(text) for text, _ in choices))
        self.body = ChoiceField("persons-body", say("Organ"), self)
        self.body.setMinimumContentsLength(14)
        self.body.offer([(say("Alla organ"), None)])
        self.body.show_value(None)
        self.none = EmptyState(
            say("Inga personer än"),
            say(
                "Här står de som rådet har att göra med: ledamöter, ersättare, föredragande och "
                "andra, hur de nås och vilka uppdrag de har."
            ),
            actions["new-person"],
            parent=self,
        )
        new = action_button(actions["new-person"], "persons", self, mark=True)
        search = ("persons-search", say("Sök person"))
        self.lay_out((new,), (self.service, self.body), search, 130)
        for choice in (self.service, self.body):
            choice.commit_by(self.narrow)
        self.view.opened.connect(self.opened)

    def read(self) -> None:
        """Read everybody anew and show those that the filters leave."""
        with self._desk.read() as reader:
            lines = person_lines(reader, today(reader))
            names = body_names(reader)
        served = {row.mandate.body_id for line in lines for row in line.serving}
        chosen = self.body.value()
        bodies = sorted(((names[each], each) for each in served), key=lambda each: folded(each[0]))
        self.body.offer([(say("Alla organ"), None), *bodies])
        self.body.show_value(chosen if chosen in served else None)
        self.show_lines(lines)

    def wanted(self, line: PersonLine) -> bool:
        body = self.body.value()
        if body is not None and all(row.mandate.body_id != body for row in line.serving):
            return False
        match self.service.value():
            case "serving":
                return bool(line.serving)
            case "served":
                return line.served and not line.serving
            case "never":
                return not line.served
        return True

    def narrowed(self, lines: Sequence[PersonLine]) -> None:
        alike = sum(line.alike for line in lines)
        texts = [
            say_count("{n} person", "{n} personer", len(lines)),
            say_count(
                "{n} går inte att skilja från en annan med samma namn: ange särskiljande uppgift",
                "{n} går inte att skilja från någon med samma namn: ange särskiljande uppgift",
                alike,
            )
            if alike
            else "",
        ]
        self.sums.setText(" · ".join(text for text in texts if text))
