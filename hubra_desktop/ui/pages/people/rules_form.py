"""The forms of a body's rules: what they say, their seats, and whom they want represented."""

from collections.abc import Sequence

from hubra_desktop.model.council.rulebook_terms import DayCount, Quorum, SubstituteRule
from hubra_desktop.model.language import say
from hubra_desktop.model.minutes.minutes_terms import MinutesKind
from hubra_desktop.model.records.rulebook import BodyRules, RulesCommittee, RulesSeat
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import CHOICE, COUNT, DAY, FLAG, TEXT, terms_of
from hubra_desktop.ui.forms.entry import Field
from hubra_desktop.ui.forms.form import Row
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.rulebook import NewRules
from hubra_desktop.work.edits import Add, Remove
from hubra_desktop.work.queries.people_choices import Named


def _rules_rows() -> tuple[Row, ...]:
    """Return what a body's rules may say; an empty number says nothing of it."""
    kept = say("Protokoll eller minnesanteckningar")
    return (
        Field("decision", say("Var de står"), hint=say("Reglemente, beslutat den …")),
        (
            Field("notice_days", say("Kallelse, dagar"), COUNT),
            Field("notice_count", say("Räknas i"), CHOICE, choices=terms_of(DayCount, word)),
        ),
        (
            Field("papers_days", say("Handlingar, dagar"), COUNT),
            Field("preparation_days", say("Beredning, dagar"), COUNT),
        ),
        (
            Field("approval_days", say("Justering, dagar"), COUNT),
            Field("adjusters", say("Antal justerare"), COUNT),
        ),
        (
            Field("meetings_a_year", say("Möten om året"), COUNT),
            Field("quorum", say("Beslutförhet"), CHOICE, choices=terms_of(Quorum, word)),
        ),
        Field("minutes_kind", kept, CHOICE, choices=terms_of(MinutesKind, word)),
        Field("substitute_rule", say("Ersättare"), CHOICE, choices=terms_of(SubstituteRule, word)),
        Field("local_government_act", say("Nämndreglerna i KL gäller"), FLAG),
        Field("announced", say("Justerade protokoll anslås"), FLAG),
        Field("remote", say("Distans är tillåten"), FLAG),
        Field("note", say("Anteckning"), TEXT),
    )


class RulesForm(FormPanel):
    """Changes the rules of a body, or makes new ones of ``before`` that hold from a day."""

    blames = "valid_from"

    def __init__(
        self, desk: Desk, body_id: str, rules: BodyRules | None, before: BodyRules | None = None
    ) -> None:
        super().__init__("form-rules", desk)
        self._body_id, self._rules = body_id, rules
        empty = say("Dagarna räknas före sammanträdet, för justering efter det. Tomt: ingen regel.")
        said = say(
            "De tidigare reglerna slutar gälla dagen före. Platser och nämnder följer med och kan "
            "ändras sedan. Ett sammanträde följer reglerna på sin dag."
        )
        needed = say("Skriv från vilken dag de nya reglerna gäller.")
        if rules is None:
            days: Row = Field(
                "valid_from", say("Gäller från"), DAY, needed=needed if before else ""
            )
        else:
            days = (
                Field("valid_from", say("Gäller från"), DAY),
                Field("valid_to", say("Till och med"), DAY),
            )
        self.fill(
            say("Nya regler") if rules is None else say("Organets regler"),
            say("Lägg till reglerna") if rules is None else say("Spara"),
            days,
            *_rules_rows(),
            said=said if rules is None and before else empty,
        )
        if rules is not None:
            self.show_record(rules)
            remove, after = say("Ta bort reglerna"), say("Reglerna togs bort.")
            self.offer_removal(remove, lambda: Remove(BodyRules, rules.id), after)
        elif before is not None:
            kept = (name for name in self.entries if name not in ("valid_from", "decision"))
            self.show_values({name: getattr(before, name) for name in kept})
        else:
            self.show_values({"notice_days": 7})

    def commit(self, values: Values) -> object:
        if self._rules is None:
            return self.run(NewRules(self._body_id, values))
        return self.change(self._rules, values)


class SeatForm(FormPanel):
    """Enters a sort of seats of some rules, or changes one."""

    blames = "name"

    def __init__(self, desk: Desk, rules: BodyRules, seat: RulesSeat | None = None) -> None:
        super().__init__("form-seat", desk)
        self._rules, self._seat = rules, seat
        self.fill(
            say("Platser") if seat else say("Nytt slag av platser"),
            say("Spara") if seat else say("Lägg till platserna"),
            Field("name", say("Slag"), hint=say("Till exempel politiker"),
                  needed=say("Skriv vad platserna kallas, till exempel politiker.")),
            Field("seats", say("Antal"), COUNT, needed=say("Skriv hur många platserna är.")),
        )  # fmt: skip
        if seat is not None:
            self.show_record(seat)
            remove, after = say("Ta bort platserna"), say("Platserna togs bort ur reglerna.")
            self.offer_removal(remove, lambda: Remove(RulesSeat, seat.id), after)

    def commit(self, values: Values) -> object:
        if self._seat is None:
            return self.run(Add(RulesSeat, values, self._rules.id))
        return self.change(self._seat, values)


class CommitteeForm(FormPanel):
    """Enters a body that some rules want represented, or changes one."""

    blames = "body_id"

    def __init__(
        self,
        desk: Desk,
        rules: BodyRules,
        bodies: Sequence[Named],
        committee: RulesCommittee | None = None,
    ) -> None:
        super().__init__("form-committee", desk)
        self._rules, self._committee = rules, committee
        self.fill(
            say("Bör vara företrädd"),
            say("Spara") if committee else say("Lägg till organet"),
            Field("body_id", say("Organ"), CHOICE, choices=bodies, hint=say("Välj"),
                  needed=say("Välj vilket organ som bör vara företrätt.")),
            Field("note", say("Anteckning"), TEXT),
        )  # fmt: skip
        if committee is None:
            self.show_values({"body_id": None})
        else:
            self.show_record(committee)
            remove, after = say("Ta bort ur reglerna"), say("Organet togs bort ur reglerna.")
            self.offer_removal(remove, lambda: Remove(RulesCommittee, committee.id), after)

    def commit(self, values: Values) -> object:
        if self._committee is None:
            return self.run(Add(RulesCommittee, values, self._rules.id))
        return self.change(self._committee, values)
