"""One grant with all that belongs to it: its life, its decisions, its money, its story."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.findings import Level
from hubra_desktop.model.language import say, say_in
from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.grants import governing
from hubra_desktop.model.money.terms import DecisionKind, GrantState
from hubra_desktop.model.money.totals import granted_text
from hubra_desktop.model.records.money import GrantDecision, Instalment
from hubra_desktop.model.swedish import capitalised, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import (
    Card,
    CardLine,
    Figures,
    Story,
    Warned,
    back_button,
    card_text,
)
from hubra_desktop.ui.pages.money.grant_lines import decision_lines, facts_of
from hubra_desktop.ui.pages.money.life_line import LifeLine
from hubra_desktop.ui.pages.money.life_steps import life_steps, life_text
from hubra_desktop.ui.pages.money.rows_models import (
    day_text,
    ledger_lines,
    row_kind_text,
    signed,
    state_picture,
)
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.build import button, column, row
from hubra_desktop.ui.widgets.button_grid import ButtonGrid
from hubra_desktop.ui.widgets.level_line import ROLES, levelled
from hubra_desktop.ui.widgets.plain import plain_tip
from hubra_desktop.work.issued_papers import GrantLetterRow
from hubra_desktop.work.queries.grants import GrantView

PAPERS = ("letter", "claim-letter", "remove")


class GrantPage(Story):
    """Built anew whenever the grant is read. ``asked(what, id)`` asks for something to be done.

    What is asked for: "back", "association", "facts", "decide", "decision", "pay",
    "repay", "plan", "instalment", "report", "outcome", "letter", "claim-letter", "entry",
    "retract", "reopen", "remove", or the name of a table with the id of a record that it is
    linked to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("grant-page", "", parent)
        self.setAccessibleName(say("Bidrag"))
        self.view: GrantView | None = None
        self.evidence_of: Callable[[str, QWidget], QWidget] | None = None
        self._editable = True
        self._letters: Sequence[GrantLetterRow] = ()

    def show_view(
        self, view: GrantView, told: str, letters: Sequence[GrantLetterRow] = (), *,
        editable: bool,
    ) -> None:  # fmt: skip
        """Show a grant; ``told`` is its story in words, ``letters`` are those issued about it."""
        self.view, self._editable, self._letters = view, editable, letters
        self.show_parts(self._parts(view, told))

    def _parts(self, view: GrantView, told: str) -> Iterator[QWidget]:
        yield self._top(view)
        yield self._life(view)
        if view.watched or view.jav:
            yield self._watched(view)
        yield self._doings(view)
        yield self._decisions(view)
        yield self._money(view)
        if view.sheet.instalments or self._editable:
            yield self._plan(view)
        if self._letters:
            yield self._issued()
        if self.evidence_of is not None:
            yield self.evidence_of(view.sheet.id, self)
        yield self._facts(view)
        if told:
            yield self._story(told)
        if view.links:
            yield self._links(view)

    def _top(self, view: GrantView) -> QWidget:
        top = QWidget(self)
        name = view.applicant.body.name
        who = CardLine("grant-association", name, self.ask("association", view.sheet.body_id), top)
        who.setIcon(icon("chevron-right", "accent"))
        who.setToolTip(plain_tip(say("Allt som {name} har beviljats", name=name)))
        title = card_text(view.sheet.title or say("(utan rubrik)"), "title", top)
        title.setObjectName("grant-title")
        column(
            row(back_button(say("Alla bidrag"), self.ask("back"), top), None),
            row((title, 1), self._badge(view, top), spacing=GRID),
            row(who, (card_text(self._kind(view), "muted", top), 1)),
            of=top,
            spacing=0,
        )
        return top

    def _kind(self, view: GrantView) -> str:
        sheet = view.sheet
        parts = (capitalised(word(sheet.kind)), str(sheet.year), view.post, sheet.case_number)
        return " · ".join(part for part in parts if part)

    def _badge(self, view: GrantView, parent: QWidget) -> QWidget:
        state = view.standing.state
        mark, text = icon(*state_picture(state)), capitalised(word(state))
        badge = button(text, "grant-state", parent, self.setFocus, role="link", mark=mark)
        badge.setToolTip(plain_tip(say("Läget följer av beslut och händelser")))
        return badge

    def _life(self, view: GrantView) -> QWidget:
        card = Card("grant-life", say("Bidragets gång"), self)
        steps = life_steps(view.sheet, view.standing)
        line = LifeLine(card)
        line.show_steps(steps, life_text(steps, view.standing.state))
        card.add(line)
        return card

    def _watched(self, view: GrantView) -> QWidget:
        found: list[Warned] = []
        for place, each in enumerate(view.watched):
            level, sentence = each.level.value, levelled(each.level, each.sentence)
            found.append((f"watched-{place}", sentence, level, ROLES[level]))
        return self.warnings("grant-watched", (*found, *self.conflicts(view.jav)))

    def _doings(self, view: GrantView) -> QWidget:
        """Put the buttons of all that can be done with the grant in a grid."""
        place = ButtonGrid("grant-doings", 5, self)
        doings = []
        for what, text, usable in self._offered(view):
            if what in PAPERS and not usable:
                continue
            role = "primary" if what == self._next(view) else "link" if what in PAPERS else ""
            does = button(text, f"grant-{what}", place, self.ask(what), role=role)
            does.setAutoDefault(True)
            does.setEnabled(usable)
            doings.append(does)
        place.show_buttons(doings)
        return place

    def _offered(self, view: GrantView) -> tuple[tuple[str, str, bool], ...]:
        now, free = view.standing, self._editable
        letters = {each.kind for each in view.sheet.decisions}
        claims = DecisionKind.RECLAIM in letters
        formal = bool(letters - {DecisionKind.STANCE, DecisionKind.RECLAIM})
        undecided = governing(view.sheet) is None
        retracted = undecided and view.sheet.retracted_on is not None
        back = ("reopen", say("Öppna ansökan igen"), free)
        if not retracted:
            back = ("retract", say("Ansökan återtagen…"), free and undecided)
        return (
            ("decide", say("Besluta…"), free and not retracted),
            ("pay", say("Betala ut…"), free and self._payable(view)),
            ("repay", say("Återbetalning…"), free and now.net > 0),
            ("report", say("Redovisning…"), free),
            ("outcome", say("Utfall…"), free),
            ("letter", say("Beslutsbrev…"), formal),
            ("claim-letter", say("Återkravsbrev…"), claims),
            *((back,) if undecided else ()),
            ("remove", say("Ta bort bidraget"), free and not view.entries),
        )

    def _payable(self, view: GrantView) -> bool:
        now = view.standing
        granted = governing(view.sheet)
        decided = granted is not None and granted.kind is DecisionKind.GRANT
        return decided and (now.unpaid > 0 or not now.granted_known)

    def _next(self, view: GrantView) -> str:
        """Return what lies closest to be done with the grant, "" for nothing."""
        now = view.standing
        if governing(view.sheet) is None:
            return "reopen" if now.state is GrantState.RETRACTED else "decide"
        if now.rest > 0:
            return "repay"
        if self._payable(view):
            return "pay"
        used = now.state in (GrantState.PAID, GrantState.PARTLY_PAID)
        return "report" if used else ""

    def _decisions(self, view: GrantView) -> QWidget:
        card = Card("grant-decisions", say_in("decisions", "Beslut"), self)
        open_ = self._editable and view.standing.state is not GrantState.RETRACTED
        card.offer("add-decision", say("Besluta…"), self.ask("decide"), usable=open_)
        for place, decision in enumerate(view.sheet.decisions):
            card.add(self._decision(decision, place, card))
            if decision.reason:
                card.say(decision.reason)
        if not view.sheet.decisions:
            card.say(say("Inget är beslutat än."))
        return card

    def _decision(self, decision: GrantDecision, place: int, card: QWidget) -> QWidget:
        line = CardLine(
            f"decision-{place}", decision_lines(decision), self.ask("decision", decision.id), card
        )
        stance = decision.kind is DecisionKind.STANCE or not decision.formal
        line.setIcon(icon("information" if stance else "decision", "muted" if stance else "accent"))
        line.setToolTip(plain_tip(say("Ändra beslutet")))
        line.setEnabled(self._editable)
        return line

    def _money(self, view: GrantView) -> QWidget:
        card = Card("grant-money", say("Pengarna"), self)
        card.offer(
            "add-entry",
            say("Betala ut…"),
            self.ask("pay"),
            usable=self._editable and self._payable(view),
        )
        card.add(Figures(self._figures(view), card))
        for place, line in enumerate(ledger_lines(view.entries)):
            entry = line.row.entry
            parts = (
                f"nr {entry.number}",
                day_text(entry.date) if entry.date else f"{entry.year}, {day_text(None)}",
                row_kind_text(line.row),
                f"{signed(entry.amount_ore, line.sign)} kr",
                line.row.post,
                entry.text,
            )
            text = " · ".join(part for part in parts if part)
            card.add(CardLine(f"entry-{place}", text, self.ask("entry", entry.id), card))
        if not view.entries:
            card.say(say("Inga pengar har flyttats än."))
        return card

    def _figures(self, view: GrantView) -> Iterator[tuple[str, str, str]]:
        now = view.standing
        if now.applied is not None:
            yield say("Sökt"), kronor(now.applied), ""
        yield say("Beviljat"), granted_text(now), ""
        yield say("Utbetalt"), kronor(now.paid), ""
        yield say("Återbetalt"), kronor(now.repaid), ""
        yield say("Netto"), kronor(now.net), ""
        if now.accounted is not None:
            yield say("Redovisat"), kronor(now.accounted), ""
        if now.unaccounted:
            yield say("Ej redovisat"), kronor(now.unaccounted), "warning"
        if now.written_off:
            yield say("Avskrivet"), kronor(now.written_off), ""
        if now.rest:
            yield say("Ska ännu tillbaka"), kronor(now.rest), "warning"

    def _plan(self, view: GrantView) -> QWidget:
        card = Card("grant-plan", say("Utbetalningsplan"), self)
        card.offer("add-instalment", say("Planera en utbetalning…"), self.ask("plan"),
                   usable=self._editable)  # fmt: skip
        for place, each in enumerate(view.sheet.instalments):
            text = self._instalment_told(each)
            line = CardLine(f"instalment-{place}", text, self.ask("instalment", each.id), card)
            line.setEnabled(self._editable)
            card.add(line)
        if not view.sheet.instalments:
            card.say(say("Inga utbetalningar är planerade."))
        return card

    def _instalment_told(self, instalment: Instalment) -> str:
        day = say("ingen dag") if instalment.due is None else short_date(instalment.due)
        parts = (day, kronor(instalment.amount_ore), instalment.condition)
        return " · ".join(part for part in parts if part)

    def _issued(self) -> QWidget:
        """List the letters as they were issued; one that is not true any more says so."""
        card = Card("grant-letters", say("Utfärdade brev"), self)
        for place, (letter, stale) in enumerate(self._letters):
            again = say("version {number}", number=letter.version) if letter.version > 1 else ""
            parts = (short_date(letter.day), letter.title, again)
            text = " · ".join(part for part in parts if part)
            line = CardLine(f"letter-{place}", text, self.ask("issued", letter.id), card)
            line.setIcon(icon("pdf", "muted"))
            line.setToolTip(plain_tip(say("Öppna brevet som det utfärdades")))
            card.add(line)
            if stale:
                card.say(levelled(Level.WARNING, stale), "warning")
        return card

    def _facts(self, view: GrantView) -> QWidget:
        card = Card("grant-facts", say("Uppgifter"), self)
        card.offer("change-facts", say("Ändra…"), self.ask("facts"), usable=self._editable)
        card.facts(facts_of(view))
        return card

    def _story(self, told: str) -> QWidget:
        card = Card("grant-story", say("Så kan verksamhetsberättelsen säga"), self)
        card.add(card_text(told, "", card, selectable=True))
        return card

    def _links(self, view: GrantView) -> QWidget:
        card = Card("grant-links", say("Hör ihop med"), self)
        for place, each in enumerate(view.links):
            line = CardLine(f"link-{place}", each.name, self.ask(each.kind, each.id), card)
            line.setIcon(icon("link", "muted"))
            card.add(line)
        return card
