"""Who sits on a body on a day, held against its rules, and the rules themselves."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.council.composition import Composition, Seated, SeatSort
from hubra_desktop.model.council.composition_findings import composition_findings
from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.records.rulebook import BodyRules
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.icons import icon
from hubra_desktop.ui.pages.money.cards import Card, CardLine, Story
from hubra_desktop.ui.pages.people.words import period_text, role_text
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.level_line import level_line

_MAKING = frozenset({"new-mandate", "new-rules"})
"""What a finding leads to that makes something, and is led to by none that can only be read."""


class CompositionPage(Story):
    """Built anew whenever it is read.

    ``asked``: "new-mandate", "rules", "new-rules", "seat" and "committee" with an id or
    without for a new one, "other-rules" with an id, "paper", or the kind of a record that a
    line leads to with its id.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("composition-page", say("Sammansättning"), parent)
        self.shown: Composition | None = None
        self._editable = True

    def show_composition(
        self, shown: Composition, all_rules: Sequence[BodyRules], *, editable: bool
    ) -> None:
        """Show a composition, and all rules that its body has had."""
        self.shown, self._editable = shown, editable
        self.show_parts(self._parts(shown, all_rules))

    def _parts(self, shown: Composition, all_rules: Sequence[BodyRules]) -> Iterator[QWidget]:
        findings = composition_findings(shown)
        if findings:
            card = Card("composition-findings", say("Att se på"), self)
            for place, each in enumerate(findings):
                line = level_line(f"finding-{place}", each.level, each.sentence, card)
                if self._editable or each.field not in _MAKING:
                    line.clicked.connect(self.ask(each.field, each.item_id or ""))
                card.add(line)
            yield card
        yield self._members(shown)
        if shown.substitutes:
            yield self._rows("composition-substitutes", say("Ersättare"), shown.substitutes)
        if shown.groups:
            yield self._groups(shown)
        if shown.wanted:
            yield self._wanted(shown)
        if shown.others:
            yield self._rows("composition-others", say("Övriga"), shown.others)
        yield self._rules(shown, all_rules)

    def bring(self, name: str) -> None:
        """Bring a card into view."""
        card = self.findChild(Card, name)
        if card is not None:
            self.ensureWidgetVisible(card)

    def _members(self, shown: Composition) -> QWidget:
        card = Card("composition-members", say("Ledamöter"), self)
        card.offer("composition-paper", say("Visa som PDF"), self.ask("paper"), usable=True)
        card.offer("composition-new", say("Nytt uppdrag…"), self.ask("new-mandate"),
                   usable=self._editable)  # fmt: skip
        if shown.seats:
            card.say(
                say(
                    "{held} av {seats} platser är besatta.",
                    held=len(shown.seated),
                    seats=shown.seats,
                )
            )
        for number, sort in enumerate(shown.sorts):
            self._part(card, sort_text(sort))
            self._add(card, f"seat-{number}", sort.held)
        if shown.unplaced:
            if shown.sorts:
                self._part(card, say("Plats inte angiven"))
            self._add(card, "unplaced", shown.unplaced)
        if not shown.seated:
            card.say(say("Ingen har plats den dagen."))
        return card

    def _part(self, card: Card, heading: str) -> None:
        """Begin a part of a card."""
        card.column.addSpacing(GRID // 2)
        card.say(heading, "section")

    def _rows(self, name: str, heading: str, rows: Sequence[Seated]) -> QWidget:
        card = Card(name, heading, self)
        self._add(card, name, rows)
        return card

    def _add(self, card: Card, name: str, rows: Sequence[Seated]) -> None:
        for place, each in enumerate(rows):
            ask = self.ask("person", each.mandate.person_id)
            card.add(CardLine(f"{name}-{place}", seated_text(each), ask, card))

    def _groups(self, shown: Composition) -> QWidget:
        card = Card("composition-groups", say("Grupper"), self)
        for each in shown.groups:
            counted = say_count("{n} ledamot", "{n} ledamöter", len(each.members))
            standing_in = say_count("{n} ersättare", "{n} ersättare", len(each.substitutes))
            parts = (each.name, counted, standing_in if each.substitutes else "")
            self._part(card, " · ".join(part for part in parts if part))
            names = [f"{row.person}{_party(row)}" for row in (*each.members, *each.substitutes)]
            card.say(", ".join(names), "")
        return card

    def _wanted(self, shown: Composition) -> QWidget:
        card = Card("composition-wanted", say("Bör vara företrädda"), self)
        for place, each in enumerate(shown.wanted):
            names = ", ".join(row.person for row in each.by)
            text = f"{each.name} · {names or say('ingen')}"
            line = CardLine(f"wanted-{place}", text, self.ask("body", each.body_id), card)
            line.setIcon(icon("check", "accent") if each.by else icon("warning", "warning"))
            card.add(line)
        return card

    def _rules(self, shown: Composition, all_rules: Sequence[BodyRules]) -> QWidget:
        card = Card("composition-rules", say("Organets regler"), self)
        usable = self._editable
        rules = shown.rules
        stored = rules in all_rules
        if stored:
            card.offer("rules-change", say("Ändra…"), self.ask("rules"), usable=usable)
            card.offer("rules-new-seat", say("Nya platser…"), self.ask("seat"), usable=usable)
            card.offer(
                "rules-new-committee", say("Ny nämnd…"), self.ask("committee"), usable=usable
            )
        card.offer("rules-new", say("Nya regler…"), self.ask("new-rules"), usable=usable)
        if not stored:
            card.say(
                say("Inga regler är inskrivna för den dagen. Kallelsen räknas då på sju dagar.")
            )
        else:
            card.facts(rules_facts(rules))
            self._owned(card, rules, {each.body_id: each.name for each in shown.wanted})
        for place, each in enumerate(each for each in all_rules if each != rules):
            text = f"{_period(each)} · {each.decision}".removesuffix(" · ")
            card.add(CardLine(f"rules-{place}", text, self.ask("other-rules", each.id), card))
        return card

    def _owned(self, card: Card, rules: BodyRules, names: Mapping[str, str]) -> None:
        for place, seat in enumerate(rules.seats):
            text = say_count("{sort}: {n} plats", "{sort}: {n} platser", seat.seats, sort=seat.name)
            card.add(CardLine(f"rules-seat-{place}", text, self.ask("seat", seat.id), card))
        for place, each in enumerate(rules.committees):
            name = names.get(each.body_id or "", "")
            text = say("Bör vara företrädd: {name}", name=name)
            line = CardLine(f"rules-committee-{place}", text, self.ask("committee", each.id), card)
            card.add(line)


def sort_text(sort: SeatSort) -> str:
    """Write ``Politiker: 4 av 9 platser``."""
    text = say("{sort}: {held} av {seats} platser", sort=sort.name, held=len(sort.held),
               seats=sort.seats)  # fmt: skip
    return capitalised(text)


def seated_text(each: Seated) -> str:
    """Write who sits, in which role, of which group, and for whom."""
    mandate = each.mandate
    rank = say("nr {n} i ordningen", n=mandate.rank) if mandate.rank is not None else ""
    personal = say("ersätter {name}", name=each.substitute_for) if each.substitute_for else ""
    sent = say("företräder {body}", body=each.represents) if each.represents else ""
    ends = period_text(None, mandate.valid_to)
    parts = (
        each.person,
        capitalised(role_text(mandate)),
        mandate.group,
        rank,
        personal,
        sent,
        ends,
    )
    return " · ".join(part for part in parts if part)


def rules_facts(rules: BodyRules) -> tuple[tuple[str, str], ...]:
    """Return what rules say, each with its name; what they say nothing of is left out."""
    notice = rules.notice_days
    before = say("{n} {days} före", n=notice, days=word(rules.notice_count))
    return (
        (say("Gäller"), _period(rules)),
        (say("Var de står"), rules.decision),
        (say("Kallelse"), "" if notice is None else before),
        (say("Handlingar in"), _days_before(rules.papers_days)),
        (say("Beredning"), _days_before(rules.preparation_days)),
        (say("Vid mötet förs"), capitalised(word(rules.minutes_kind))),
        (say("Justering"), _within(rules.approval_days)),
        (say("Antal justerare"), _number(rules.adjusters)),
        (say("Möten om året"), _number(rules.meetings_a_year)),
        (say("Beslutförhet"), capitalised(word(rules.quorum))),
        (say("Ersättare"), capitalised(word(rules.substitute_rule))),
        (
            say("Kommunallagen"),
            say("reglerna om nämnder gäller") if rules.local_government_act else "",
        ),
        (say("Anslag"), say("justerade protokoll anslås") if rules.announced else ""),
        (say("På distans"), say("tillåtet") if rules.remote else ""),
        (say("Anteckning"), rules.note),
    )


def _days_before(days: int | None) -> str:
    return "" if days is None else say_count("{n} dag före", "{n} dagar före", days)


def _within(days: int | None) -> str:
    return "" if days is None else say_count("inom {n} dag", "inom {n} dagar", days)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _period(rules: BodyRules) -> str:
    return period_text(rules.valid_from, rules.valid_to) or say("tills vidare")


def _party(each: Seated) -> str:
    return f" ({each.mandate.party})" if each.mandate.party else ""
