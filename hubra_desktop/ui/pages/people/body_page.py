"""One body: what it is, who serves it and did, by whom it is represented, when it met."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.council import Body
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.terms import Role
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story, back_button
from hubra_desktop.ui.pages.people.words import mandate_picture, mandate_text, period_text
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.work.queries.body_view import BodyView
from hubra_desktop.work.queries.people import MandateRow

ROLES = tuple(Role)
FEW_FORMER = 10
"""So many of those who have left are shown before the rest is asked for."""


class BodyPage(Story):
    """Built anew whenever it is read.

    ``asked``: "back", "change", "new-mandate", "mandate" with an id, "composition", "former",
    or the kind of a record that a line leads to with its id.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("body-page", say("Organ"), parent)
        self.view: BodyView | None = None
        self.whole = ""
        self._editable = True

    def show_view(self, view: BodyView, today: date, *, editable: bool) -> None:
        """Show a body on a day."""
        self.view, self._editable, self._today = view, editable, today
        self.show_parts(self._parts(view))

    def _parts(self, view: BodyView) -> Iterator[QWidget]:
        former = [each for each in view.mandates if self._has_ended(each)]
        now = [
            each
            for role in ROLES
            for each in view.mandates
            if each.mandate.role is role and not self._has_ended(each)
        ]
        yield self._top(view)
        yield self._facts(view)
        yield self._people(now)
        if former:
            yield self._former(former[::-1])
        if view.sent:
            yield self._represented(view.sent)
        if view.below:
            yield self._below(view)
        if view.meetings:
            yield self._meetings(view)

    def _has_ended(self, row: MandateRow) -> bool:
        return row.mandate.valid_to is not None and row.mandate.valid_to < self._today

    def _top(self, view: BodyView) -> QWidget:
        top = QWidget(self)
        title = label(view.body.name, "title", top, name="body-title")
        kind = capitalised(word(view.body.kind))
        parts = (view.body.short_name, kind, say("registrets eget organ") if view.own else "")
        under = label(" · ".join(part for part in parts if part), "muted", top)
        back = row(back_button(say("Tillbaka"), self.ask("back"), top), None)
        column(back, title, under, of=top)
        return top

    def _facts(self, view: BodyView) -> QWidget:
        card = Card("body-facts", say("Uppgifter"), self)
        card.offer("body-change", say("Ändra…"), self.ask("change"),
                   usable=self._editable)  # fmt: skip
        body = view.body
        facts = (
            (say("Ingår i"), view.parent),
            (say("Verksamt"), period_text(body.active_from, body.active_to)),
            *_contact(body),
            (say("Anteckning"), body.note),
        )
        card.facts(facts)
        if not any(value for _, value in facts):
            card.say(say("Inget mer är noterat."))
        if view.funded:
            text = say("Vad föreningen har sökt, fått och redovisat")
            line = CardLine("body-association", text, self.ask("association", body.id), card)
            line.setIcon(icon("money", "accent"))
            card.add(line)
        return card

    def _people(self, rows: Sequence[MandateRow]) -> QWidget:
        card = Card("body-people", say("Personer"), self)
        card.offer("body-composition", say("Sammansättning och regler"), self.ask("composition"),
                   usable=True)  # fmt: skip
        card.offer("body-new-mandate", say("Nytt uppdrag…"), self.ask("new-mandate"),
                   usable=self._editable)  # fmt: skip
        self._add(card, "body-person", rows)
        if not rows:
            card.say(say("Ingen har något uppdrag här."))
        return card

    def _former(self, rows: Sequence[MandateRow]) -> QWidget:
        card = Card("body-former", say("Tidigare"), self)
        shown = rows if self.whole else rows[:FEW_FORMER]
        self._add(card, "body-former-person", shown)
        more = len(rows) - len(shown)
        if more:
            said = say_count("Visa {n} till", "Visa {n} till", more)
            card.offer("body-former-more", said, self.ask("former"), usable=True)
        return card

    def _add(self, card: Card, name: str, rows: Sequence[MandateRow]) -> None:
        for place, each in enumerate(rows):
            ask = self.ask("person", each.mandate.person_id)
            line = CardLine(f"{name}-{place}", mandate_text(each, each.person), ask, card)
            line.setIcon(icon(*mandate_picture(each.mandate, self._today)))
            card.add(line)

    def _represented(self, rows: Sequence[MandateRow]) -> QWidget:
        card = Card("body-represented", say("Företräds i andra organ av"), self)
        for place, each in enumerate(rows):
            text = mandate_text(each, f"{each.person} · {each.body}")
            ask = self.ask("person", each.mandate.person_id)
            line = CardLine(f"body-sent-{place}", text, ask, card)
            line.setIcon(icon(*mandate_picture(each.mandate, self._today)))
            card.add(line)
        return card

    def _below(self, view: BodyView) -> QWidget:
        card = Card("body-below", say("Härunder"), self)
        for place, (name, body_id) in enumerate(view.below):
            card.add(CardLine(f"body-below-{place}", name, self.ask("body", body_id), card))
        return card

    def _meetings(self, view: BodyView) -> QWidget:
        card = Card("body-meetings", say("Sammanträden"), self)
        for place, (meeting_id, day) in enumerate(view.meetings):
            ask = self.ask("meeting", meeting_id)
            card.add(CardLine(f"body-meeting-{place}", short_date(day), ask, card))
        if view.held > len(view.meetings):
            card.say(say("De {n} senaste av {all}.", n=len(view.meetings), all=view.held))
        return card


def _contact(body: Body) -> tuple[tuple[str, str], ...]:
    return (
        (say("E-post"), body.email),
        (say("Telefon"), body.phone),
        (say("Postadress"), body.postal_address),
    )
