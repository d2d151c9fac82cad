"""One matter: its numbers, what waits of it, and its whole life in order of time."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.language import say
from hubra_desktop.model.matter_life import MatterLine, MatterStep, matter_line_text
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.matters.backlog_rows import waiting_text
from hubra_desktop.ui.pages.matters.matters_list import matter_name, shown_day
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story, back_button, card_text
from hubra_desktop.ui.widgets.build import column, label, row
from hubra_desktop.work.queries.matters import MatterView

_PICTURES = {
    MatterStep.OPENED: "open",
    MatterStep.CLOSED: "check",
    MatterStep.APPLIED: "money",
    MatterStep.DECIDED: "decision",
    MatterStep.RECEIVED: "consultation",
    MatterStep.ANSWERED: "consultation",
    MatterStep.ACTIVITY: "plan",
    MatterStep.PAPER: "text",
    MatterStep.REPORT: "report",
    MatterStep.ISSUED: "pdf",
    MatterStep.SENT: "letter",
    MatterStep.ITEM: "meetings",
    MatterStep.MINUTED: "decision",
    MatterStep.FOLLOWED: "state-ongoing",
    MatterStep.AGREED: "agreement",
    MatterStep.ENDED: "agreement",
}


class MatterPage(Story):
    """Built anew when it is read. ``asked``: "back", "change", "alias" or the kind of a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("matter-page", "", parent)
        self.setAccessibleName(say("Ärende"))
        self.view: MatterView | None = None
        self._editable = True

    def show_view(self, view: MatterView, *, editable: bool) -> None:
        """Show a matter."""
        self.view, self._editable = view, editable
        self.show_parts(self._parts(view))

    def _parts(self, view: MatterView) -> Iterator[QWidget]:
        yield self._top(view)
        if view.waiting:
            yield self._waiting(view)
        yield self._life(view)
        yield self._numbers(view)
        yield self._facts(view)

    def _top(self, view: MatterView) -> QWidget:
        top = QWidget(self)
        title = label(matter_name(view.row), "title", top, name="matter-title")
        number = card_text(
            view.row.matter.case_number or say("Inget diarienummer än"), "muted", top
        )
        back = row(back_button(say("Alla ärenden"), self.ask("back"), top), None)
        column(back, title, number, of=top)
        return top

    def _waiting(self, view: MatterView) -> QWidget:
        card = Card("matter-waiting", say("Väntar på ett senare sammanträde"), self)
        for place, each in enumerate(view.waiting):
            ask = self.ask("backlog_item", each.id)
            line = CardLine(f"matter-waiting-{place}", waiting_text(each), ask, card)
            line.setIcon(icon("clock", "accent"))
            card.add(line)
        return card

    def _life(self, view: MatterView) -> QWidget:
        card = Card("matter-life", say("Ärendets gång"), self)
        for place, each in enumerate(view.life):
            card.add(self._line(each, place, card))
        if not view.life:
            card.say(
                say(
                    "Här står allt som bär ärendets nummer: rader på sammanträden, handlingar, "
                    "bidrag, aktiviteter, remisser och överenskommelser."
                )
            )
        return card

    def _line(self, each: MatterLine, place: int, card: QWidget) -> QWidget:
        day = short_date(each.day) if each.day else say("Ingen dag")
        text = " · ".join((day, matter_line_text(each)))
        line = CardLine(f"matter-life-{place}", text, self.ask(each.kind, each.id), card)
        line.setIcon(icon(_PICTURES[each.step], "muted"))
        return line

    def _numbers(self, view: MatterView) -> QWidget:
        card = Card("matter-numbers", say("Andra diarienummer"), self)
        card.offer("alias-add", say("Lägg till nummer…"), self.ask("alias"), usable=self._editable)
        for place, alias in enumerate(view.row.aliases):
            why = alias.reason or say("skäl saknas")
            text = f"{alias.case_number} · {why}"
            card.add(CardLine(f"matter-alias-{place}", text, self.ask("alias", alias.id), card))
        if not view.row.aliases:
            card.say(say("Ärendet går bara under sitt eget nummer."))
        return card

    def _facts(self, view: MatterView) -> QWidget:
        card = Card("matter-facts", say("Uppgifter"), self)
        card.offer("matter-change", say("Ändra…"), self.ask("change"), usable=self._editable)
        matter = view.row.matter
        card.facts(
            (
                (say("Läge"), capitalised(word(matter.state))),
                (say("Slag"), matter.kind),
                (say("Öppnat"), shown_day(matter.opened)),
                (say("Avslutat"), shown_day(matter.closed_on)),
                (say("Ansvarig"), view.row.responsible),
                (say("Bevaras eller gallras"), matter.retention),
                (say("Anteckning"), matter.note),
            )
        )
        return card
