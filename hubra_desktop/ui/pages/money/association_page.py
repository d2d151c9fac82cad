"""One association: everything it was ever granted, paid, reported and repaid."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say, say_count, say_in
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.eligibility import is_outdated, missing_papers, papers_text
from hubra_desktop.model.money.numbers import number_warning
from hubra_desktop.model.money.totals import granted_text, sum_text
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.wording import joined
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Figures, Story, back_button
from hubra_desktop.ui.pages.money.rows_models import state_picture
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.work.queries.grants import AssociationView, GrantRow


class AssociationPage(Story):
    """Built anew whenever it is read. ``asked``: "back", "change", "new", or "grant" with an id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("association-page", "", parent)
        self.setAccessibleName(say("Förening"))
        self.view: AssociationView | None = None
        self.evidence_of: Callable[[Iterable[str], QWidget], QWidget | None] | None = None
        self._editable = True

    def show_view(self, view: AssociationView, *, editable: bool) -> None:
        """Show an association."""
        self.view, self._editable = view, editable
        self.show_parts(self._parts(view))

    def _parts(self, view: AssociationView) -> Iterator[QWidget]:
        yield self._top(view)
        if view.totals.rest or view.jav:
            yield self._watched(view)
        yield self._totals(view)
        yield self._grants(view)
        grants = [each.sheet.id for each in view.grants]
        evidence = self.evidence_of(grants, self) if self.evidence_of else None
        if evidence is not None:
            yield evidence
        yield self._facts(view)

    def _top(self, view: AssociationView) -> QWidget:
        top = QWidget(self)
        title = label(view.applicant.body.name, "title", top, name="association-title")
        column(row(back_button(say("Tillbaka"), self.ask("back"), top), None), title, of=top)
        return top

    def _watched(self, view: AssociationView) -> QWidget:
        rest = say(
            "{amount} av det som betalats ut ska fortfarande tillbaka.",
            amount=kronor(view.totals.rest),
        )
        claim = [("open-claim", rest, "warning", "warning")] if view.totals.rest else []
        return self.warnings("association-watched", (*claim, *self.conflicts(view.jav)))

    def _totals(self, view: AssociationView) -> QWidget:
        card = Card("association-totals", say("Totalt"), self)
        sums = view.totals
        figures = [
            (say("Beviljat"), sum_text(sums.granted, known=sums.granted_known), ""),
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
        text = say(
            "{grants}, varav {reported} redovisade",
            grants=grants,
            reported=sum(each.sheet.report_received is not None for each in view.grants),
        )
        if sums.count:
            card.say(text)
        return card

    def _grants(self, view: AssociationView) -> QWidget:
        card = Card("association-grants", say_in("grants", "Bidrag"), self)
        card.offer("association-new", say("Nytt bidrag…"), self.ask("new"),
                   usable=self._editable)  # fmt: skip
        for place, grant in enumerate(view.grants):
            card.add(self._grant(grant, place, card))
        if not view.grants:
            card.say(say("Föreningen har inte fått något bidrag."))
        return card

    def _grant(self, grant: GrantRow, place: int, card: QWidget) -> QWidget:
        now = grant.standing
        amounts = (
            say("beviljat {amount}", amount=granted_text(now)) if now.granted else "",
            say("återbetalt {amount}", amount=kronor(now.repaid)) if now.repaid else "",
        )
        parts = (str(grant.sheet.year), grant.sheet.title, capitalised(word(now.state)), *amounts)
        text = " · ".join(part for part in parts if part)
        line = CardLine(f"association-grant-{place}", text, self.ask("grant", grant.sheet.id), card)
        line.setIcon(icon(*state_picture(now.state)))
        return line

    def _facts(self, view: AssociationView) -> QWidget:
        card = Card("association-facts", say("Uppgifter"), self)
        card.offer("association-change", say("Ändra…"), self.ask("change"),
                   usable=self._editable)  # fmt: skip
        known, today = view.applicant.association, view.today
        missing = missing_papers(known, today)
        papers = say("saknar {what}", what=joined(missing))
        outdated = known is not None and is_outdated(known, today)
        card.say(
            capitalised(papers if missing else papers_text(known, today)),
            "warning" if missing or outdated else "muted",
        )
        if known is None:
            return card
        card.facts(
            (
                (say("Organisationsnummer"), known.organisation_number),
                (say("Bankgiro"), known.bank_giro),
                (say("Plusgiro"), known.plus_giro),
                (say("Giro i eget namn"), say("ja") if known.giro_in_own_name else ""),
                (say("Stadgar inkomna"), _day(known.statutes_received)),
                (say("Senaste årsmöte"), _day(known.annual_meeting)),
                (say("Firmatecknare"), known.signatory),
                (say("Uppgifterna gäller till"), _day(known.valid_until)),
                (say("Begärda på nytt"), _day(known.asked_again)),
                (say("Kontaktperson"), known.contact),
                (say("E-post"), known.email),
                (say("Telefon"), known.phone),
                (say("Postadress"), known.postal_address),
                (say("Anteckning"), known.note),
            )
        )
        warning = number_warning(known.organisation_number)
        if warning:
            card.say(warning, "warning")
        return card


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day)
