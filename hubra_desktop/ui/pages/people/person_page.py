"""One person: how they are reached, what they serve in, and all that names them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.records.council import Person
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import BodyKind
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story, Warned, back_button
from hubra_desktop.ui.pages.people.words import mandate_picture, mandate_text
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.work.queries.people import MandateRow
from hubra_desktop.work.queries.person_view import PersonView, SentLine

FEW = 12
"""So many lines of a sort are shown before the rest is asked for."""
T = TypeVar("T")
ToLine = Callable[[T], tuple[str, str, str]]
"""Gives the text of a line, and the kind and id of the record that it leads to."""


class PersonPage(Story):
    """Built anew whenever it is read.

    ``asked``: "back", "change", "new-mandate", "mandate" with an id, "reveal", "dispose", "more",
    or the
    kind of a record that a line leads to with its id.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("person-page", say("Person"), parent)
        self.view: PersonView | None = None
        self.revealed = self.whole = ""
        self._editable = True

    def show_view(self, view: PersonView, today: date, *, editable: bool) -> None:
        """Show a person on a day."""
        self.view, self._editable, self._today = view, editable, today
        self.show_parts(self._parts(view))

    def _parts(self, view: PersonView) -> Iterator[QWidget]:
        yield self._top(view)
        warned = tuple(self._warned(view))
        if warned:
            yield self.warnings("person-watched", warned)
        yield self._contact(view.person)
        yield self._mandates(view)
        yield from self._lines(
            "person-associations",
            say("Uppdrag i föreningar: vad de har fått"),
            [each for each in view.mandates if each.body_kind is BodyKind.ASSOCIATION],
            lambda each: (each.body, "association", each.mandate.body_id),
        )
        yield from self._lines(
            "person-meetings",
            say("Sammanträden som ordförande eller sekreterare"),
            view.meetings,
            lambda each: (
                f"{short_date(each.day)} · {capitalised(word(each.role))}",
                "meeting",
                each.id,
            ),
        )
        yield from self._lines(
            "person-items",
            say("Föredrar"),
            view.items,
            lambda each: (f"{short_date(each.day)} · {each.title}", "agenda_item", each.id),
        )
        yield from self._lines(
            "person-matters",
            say("Ansvarar för ärenden"),
            view.matters,
            lambda each: (f"{each.number} {each.title}".strip(), "matter", each.id),
        )
        yield from self._lines(
            "person-lists",
            say("Sändlistor"),
            view.lists,
            lambda each: (each[0], "mailing_list", each[1]),
        )
        yield from self._lines("person-sent", say("Skickat"), view.sent, _sent_line)
        yield self._disposal()

    def _top(self, view: PersonView) -> QWidget:
        top = QWidget(self)
        title = label(view.label, "title", top, name="person-title")
        works = ", ".join(part for part in (view.person.title, view.person.unit) if part)
        under = [label(works, "muted", top)] if works and works not in view.label else []
        back = row(back_button(say("Tillbaka"), self.ask("back"), top), None)
        column(back, title, *under, of=top)
        return top

    def _warned(self, view: PersonView) -> Iterator[Warned]:
        if view.person.protected:
            said = say(
                "Skyddade personuppgifter: adress, telefon och e-post skrivs aldrig ut och följer "
                "inte med i någon fil, och sökning hittar dem inte."
            )
            yield "protected", said, "closed", "danger"

    def _contact(self, person: Person) -> QWidget:
        card = Card("person-contact", say("Kontakt och leveranssätt"), self)
        card.offer("person-change", say("Ändra…"), self.ask("change"),
                   usable=self._editable)  # fmt: skip
        note = (say("Anteckning"), person.note)
        reached = (
            (say("E-post"), person.email),
            (say("Telefon"), person.phone),
            (say("Postadress"), person.postal_address),
            *([note] if person.protected else ()),
        )
        shown = () if person.protected else reached
        noted = any(value for _, value in reached)
        if not noted:
            card.say(say("Inga adressuppgifter är noterade."))
        elif person.protected and self.revealed == person.id:
            for name, value in reached:
                if value:
                    card.say(f"{name}: {value}", "")
        elif person.protected:
            card.offer("person-reveal", say("Visa adressuppgifter"), self.ask("reveal"),
                       usable=True)  # fmt: skip
        card.facts(
            (
                *shown,
                (say("Får papper genom"), capitalised(word(person.way))),
                (say("Särskiljande uppgift"), person.distinction),
                *(() if person.protected else (note,)),
            )
        )
        return card

    def _disposal(self) -> QWidget:
        card = Card("person-disposal", say("Gallring"), self)
        card.offer("person-dispose", say("Gallra…"), self.ask("dispose"), usable=self._editable)
        card.say(
            say(
                "När det finns ett beslut om gallring tas personens uppgifter bort för alltid, "
                "också ur historiken och säkerhetskopiorna. Det som är utfärdat ändras inte."
            )
        )
        return card

    def _mandates(self, view: PersonView) -> QWidget:
        card = Card("person-mandates", say_in("mandates", "Uppdrag"), self)
        card.offer("person-new-mandate", say("Nytt uppdrag…"), self.ask("new-mandate"),
                   usable=self._editable)  # fmt: skip
        for place, each in enumerate(view.mandates):
            card.add(self._mandate(each, place, card))
        if not view.mandates:
            card.say(say("Inga uppdrag är noterade."))
        return card

    def _mandate(self, each: MandateRow, place: int, card: QWidget) -> QWidget:
        text = mandate_text(each, each.body)
        ask = self.ask("mandate", each.id)
        line = CardLine(f"person-mandate-{place}", text, ask, card)
        line.setIcon(icon(*mandate_picture(each.mandate, self._today)))
        return line

    def _lines(
        self, name: str, heading: str, found: Sequence[T], line_of: ToLine[T]
    ) -> Iterator[QWidget]:
        """Yield a card of lines, if there are any; the first of many until the rest is asked."""
        if not found:
            return
        card = Card(name, heading, self)
        shown = found if self.whole == name else found[:FEW]
        for place, each in enumerate(shown):
            text, kind, record_id = line_of(each)
            ask = self.ask(kind, record_id)
            card.add(CardLine(f"{name}-{place}", text, ask, card))
        more = len(found) - len(shown)
        if more:
            said = say_count("Visa {n} till", "Visa {n} till", more)
            card.offer(f"{name}-more", said, self.ask("more", name), usable=True)
        yield card


def _sent_line(each: SentLine) -> tuple[str, str, str]:
    day = short_date(each.day) if each.day else ""
    what = capitalised(word(each.what)) if each.what is not None else say("Trygghetsbrev")
    text = " · ".join(part for part in (day, what, each.title) if part)
    return text, each.kind, each.id
