"""One association: everything it was ever granted, paid, reported and repaid."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.totals import sum_said
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import (
    Card,
    CardLine,
    Figures,
    Story,
    back_button,
    card_text,
)
from hubra_desktop.ui.pages.money.grant_told import conflict_told
from hubra_desktop.ui.pages.money.rows_models import state_picture
from hubra_desktop.ui.pages.money.summary import Told
from hubra_desktop.work.queries.grants import AssociationView, GrantRow


class AssociationPage(Story):
    """Built anew whenever it is read. ``asked``: "back", "change", "new", or "grant" with an id."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("association-page", "", parent)
        self.setAccessibleName(say("Förening"))
        self.view: AssociationView | None = None
        self._editable = True

    def show_view(self, view: AssociationView, *, editable: bool) -> None:
        """Show an association."""
        self.view, self._editable = view, editable
        self.show_parts(self._parts(view))

    def _ask(self, what: str, record_id: str = "") -> Callable[[], object]:
        def ask() -> None:
            self.asked.emit(what, record_id)

        return ask

    def _parts(self, view: AssociationView) -> Iterator[QWidget]:
        yield self._top(view)
        if view.totals.rest or view.jav:
            yield self._watched(view)
        yield self._totals(view)
        yield self._grants(view)
        yield self._facts(view)

    def _top(self, view: AssociationView) -> QWidget:
        top = QWidget(self)
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(back_button(say("Tillbaka"), self._ask("back"), top))
        row.addStretch(1)
        column.addLayout(row)
        title = card_text(view.applicant.body.name, "title", top)
        title.setObjectName("association-title")
        column.addWidget(title)
        return top

    def _watched(self, view: AssociationView) -> QWidget:
        card = Card("association-watched", say("Att se på"), self)
        if view.totals.rest:
            told = Told("open-claim", card)
            said = say("{amount} av det som betalats ut ska fortfarande tillbaka.")
            told.tell(said.format(amount=kronor(view.totals.rest)), "warning", "warning")
            card.add(told)
        for place, conflict in enumerate(view.jav):
            told = Told(f"conflict-{place}", card)
            told.tell(conflict_told(conflict), "warning", "warning")
            card.add(told)
        return card

    def _totals(self, view: AssociationView) -> QWidget:
        card = Card("association-totals", say("Totalt"), self)
        sums = view.totals
        figures = [
            (say("Beviljat"), sum_said(sums.granted, known=sums.granted_known), ""),
            (say("Utbetalt"), kronor(sums.paid), ""),
            (say("Återbetalt"), kronor(sums.repaid), ""),
            (say("Netto"), kronor(sums.net), ""),
        ]
        if sums.written_off:
            figures.append((say("Avskrivet"), kronor(sums.written_off), ""))
        if sums.rest:
            figures.append((say("Ska ännu tillbaka"), kronor(sums.rest), "warning"))
        card.add(Figures(figures, card))
        grants = say_count("{n} bidrag", "{n} bidrag", sums.count)
        said = say(
            "{grants}, varav {reported} redovisade",
            grants=grants,
            reported=sum(row.sheet.report_received is not None for row in view.grants),
        )
        card.say(said)
        return card

    def _grants(self, view: AssociationView) -> QWidget:
        card = Card("association-grants", say_in("grants", "Bidrag"), self)
        card.offer("association-new", say("Nytt bidrag…"), self._ask("new"),
                   usable=self._editable)  # fmt: skip
        for place, row in enumerate(view.grants):
            card.add(self._grant(row, place, card))
        if not view.grants:
            card.say(say("Föreningen har inte fått något bidrag."))
        return card

    def _grant(self, row: GrantRow, place: int, card: QWidget) -> QWidget:
        now = row.standing
        amounts = (
            say("beviljat {amount}", amount=kronor(now.granted)) if now.granted else "",
            say("återbetalt {amount}", amount=kronor(now.repaid)) if now.repaid else "",
        )
        parts = (str(row.sheet.year), row.sheet.title, capitalised(word(now.state)), *amounts)
        said = " · ".join(part for part in parts if part)
        line = CardLine(f"association-grant-{place}", said, self._ask("grant", row.sheet.id), card)
        line.setIcon(icon(*state_picture(now.state)))
        return line

    def _facts(self, view: AssociationView) -> QWidget:
        card = Card("association-facts", say("Uppgifter"), self)
        card.offer("association-change", say("Ändra…"), self._ask("change"),
                   usable=self._editable)  # fmt: skip
        known = view.applicant.association
        if known is None:
            card.say(say("Organisationsnummer, bankgiro och kontaktperson är inte antecknade än."))
            return card
        card.facts(
            (
                (say("Organisationsnummer"), known.organisation_number),
                (say("Bankgiro"), known.bank_giro),
                (say("Kontaktperson"), known.contact),
                (say("E-post"), known.email),
                (say("Telefon"), known.phone),
                (say("Anteckning"), known.note),
            )
        )
        return card
