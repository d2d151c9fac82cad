"""The forms of a grant: an application, a decision, a planned payment, a report, an outcome."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.language import say
from hubra_desktop.model.money.grants import Standing, formal_grants, governing
from hubra_desktop.model.money.terms import DecisionKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.records.money import Grant, GrantDecision, Instalment
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, DAY, FLAG, TEXT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.applications import ChangeApplication, NewApplication
from hubra_desktop.work.commands.grants import Decide
from hubra_desktop.work.edits import Remove, Store
from hubra_desktop.work.queries.minuted import MinutedDecision

NO_AMOUNT = (DecisionKind.REFUSE, DecisionKind.WITHDRAW)


class GrantAround(NamedTuple):
    """What the forms of a grant are filled from."""

    today: date
    posts: Choices
    meetings: Choices = ()
    agreements: Choices = ()
    names: Sequence[str] = ()
    minuted: Sequence[MinutedDecision] = ()

    def near(self, year: int) -> date:
        """Return the day that a day without a year stands closest to."""
        return self.today if self.today.year == year else date(year, 7, 1)


class GrantPanel(FormPanel):
    """What the forms of a grant share: the grant, and the days near its year."""

    def __init__(self, name: str, desk: Desk, around: GrantAround, grant: Grant) -> None:
        super().__init__(name, desk)
        self._grant, self._around = grant, around
        self.form.come_close_to(around.near(grant.year))

    def commit(self, values: Values) -> object:
        return self.change(self._grant, values)


class GrantForm(GrantPanel):
    """What an application says: for a new grant, or for one that is there."""

    blames = "applicant"

    def __init__(
        self,
        desk: Desk,
        around: GrantAround,
        year: int,
        grant: Grant | None = None,
        applicant: str = "",
    ) -> None:
        self._new = grant is None
        super().__init__("form-grant", desk, around, grant or Grant(year=year))
        posts = [(say("Ingen post än"), None), *around.posts]
        agreements = [(say("Ingen"), None), *around.agreements]
        write_year = say("Skriv bidragets år.")
        self._applicant = applicant
        asked = Field("applicant", say("Förening"), words=around.names, first=applicant)
        self.fill(
            say("Nytt bidrag") if self._new else say("Bidragets uppgifter"),
            say("Lägg till bidraget") if self._new else say("Spara"),
            asked,
            Field("title", say("Vad gäller det?")),
            Field("kind", say("Slag"), CHOICE, choices=terms_of(GrantKind, word)),
            (
                Field("year", say("Bidragets år"), YEAR, needed=write_year),
                Field("applied_on", say("Ansökt den"), DAY),
            ),
            (
                Field("applied_ore", say("Sökt belopp"), AMOUNT),
                Field("case_number", say("Diarienummer")),
            ),
            Field("post_id", say("Budgetpost"), CHOICE, choices=posts),
            Field("purpose", say("Ändamål"), TEXT),
            (
                Field("project_from", say("Projektet från"), DAY),
                Field("project_to", say("Projektet till"), DAY),
            ),
            Field("report_due", say("Redovisas senast"), DAY),
            Field("conditions", say("Villkor"), TEXT),
            Field("contact", say("Kontaktperson")),
            Field("agreement_id", say("Överenskommelse"), CHOICE, choices=agreements),
            Field("note", say("Anteckning"), TEXT),
        )
        self.show_record(self._grant)

    def commit(self, values: Values) -> object:
        applicant = values.pop("applicant")
        if self._new:
            return self.run(NewApplication(applicant, values.record(Grant)))
        if applicant == self._applicant:
            return super().commit(values)
        return self.run(ChangeApplication(self._grant.id, applicant, values))


class DecideForm(GrantPanel):
    """A decision about a grant, or the council's stance; both are rows of their own."""

    blames = "amount_ore"

    def __init__(
        self,
        desk: Desk,
        around: GrantAround,
        grant: Grant,
        now: Standing,
        decision: GrantDecision | None = None,
    ) -> None:
        super().__init__("form-decide", desk, around, grant)
        self._now, self._decision = now, decision
        self._minuted = around.minuted
        offered = tuple(DecisionKind) if decision is not None else likely(grant, now)
        kinds = terms_of(offered, word)
        meetings = [(say("Inget av rådets sammanträden"), None), *around.meetings]
        formal = say("Fattat av den som får besluta, inte bara rådets mening.")
        reference = say("Märkning på betalningen")
        self.fill(
            say("Beslut") if decision is None else say("Ändra beslutet"),
            say("Spara beslutet"),
            Field("kind", say("Vad som beslutades"), CHOICE, choices=kinds),
            (
                Field("date", say("Datum (tomt: okänt)"), DAY),
                Field("amount_ore", say("Belopp"), AMOUNT, shown=_of_an_amount),
            ),
            Field("decided_by", say("Beslutat av")),
            Field("formal", say("Formellt beslut"), FLAG),
            (Field("section", say("§")), Field("reported_to", say("Anmält till"))),
            Field("meeting_id", say("Sammanträde"), CHOICE, choices=meetings),
            _minuted(around),
            Field("last_day", say("Ska vara återbetalt senast"), DAY, shown=_claims),
            Field("reference", reference, shown=_claims),
            Field("reason", say("Skäl"), TEXT),
            said=say("En höjning är ett eget beslut: skriv med hur mycket, inte vad det blir."),
        )
        self.entries["formal"].say(formal)
        if decision is None and offered[0] is DecisionKind.GRANT and governing(grant) is not None:
            self.show_values({"formal": True})
        self.entries["kind"].edited.connect(self._propose)
        self.entries["minuted_id"].edited.connect(self._take_minuted)
        if decision is not None:
            self.show_record(decision)
            remove, after = say("Ta bort beslutet"), say("Beslutet togs bort.")
            self.offer_removal(remove, lambda: Remove(GrantDecision, decision.id), after)
        self._propose()

    def _take_minuted(self) -> None:
        """Fill in from the § that is chosen what does not stand here yet."""
        chosen = self.entries["minuted_id"].read()
        found = next((each for each in self._minuted if each.id == chosen), None)
        if found is None:
            return
        self.entries["meeting_id"].show_value(found.meeting_id)
        told = {"date": found.day, "section": str(found.number or ""), "reason": found.text}
        for name, value in told.items():
            if value and not self.entries[name].raw():
                self.entries[name].show_value(value)

    def _propose(self) -> None:
        """Begin with the amount that a new decision of the kind is likely to be about."""
        amount = self.entries["amount_ore"]
        if self._decision is not None or amount.field.text():
            return
        now = self._now
        confirms = governing(self._grant) is not None and now.granted
        nearest = {
            DecisionKind.GRANT: now.granted if confirms else now.applied,
            DecisionKind.STANCE: now.applied,
            DecisionKind.RECLAIM: now.unaccounted or now.net,
            DecisionKind.WRITE_OFF: now.rest,
        }.get(self.entries["kind"].read())
        if nearest:
            amount.show_value(nearest)

    def commit(self, values: Values) -> object:
        day = values["date"]
        values["year"] = self._grant.year if day is None else day.year
        if values["kind"] in NO_AMOUNT:
            values["amount_ore"] = None
        if self._decision is not None:
            return self.change(self._decision, values)
        return self.run(Decide(self._grant.id, values.record(GrantDecision)))


def _minuted(around: GrantAround) -> Field:
    """Return the choice among the decisions of the minutes; not shown where there are none."""
    return Field(
        "minuted_id",
        say("Beslut i rådets protokoll"),
        CHOICE,
        choices=[(say("Inget"), None), *((each.name, each.id) for each in around.minuted)],
        shown=lambda _: bool(around.minuted),
    )


def _of_an_amount(now: Any) -> bool:
    return now.kind not in NO_AMOUNT


def _claims(now: Any) -> bool:
    return now.kind is DecisionKind.RECLAIM


def likely(grant: Grant, now: Standing) -> tuple[DecisionKind, ...]:
    """Return the kinds of decisions that can follow, the likeliest first."""
    kind = DecisionKind
    decision = governing(grant)
    if decision is None or decision.kind is not kind.GRANT:
        return (kind.GRANT, kind.REFUSE, kind.STANCE, kind.RAISE)
    confirming = () if formal_grants(grant) else (kind.GRANT,)
    if not now.paid:
        return (*confirming, kind.RAISE, kind.LOWER, kind.WITHDRAW, kind.STANCE)
    if now.rest:
        return (kind.WRITE_OFF, kind.RECLAIM, kind.RAISE, kind.LOWER, kind.STANCE, *confirming)
    return (*confirming, kind.RAISE, kind.LOWER, kind.RECLAIM, kind.STANCE)


class RetractForm(GrantPanel):
    """The day that the association took back its application, before anybody decided it."""

    blames = "retracted_on"

    def __init__(self, desk: Desk, around: GrantAround, grant: Grant) -> None:
        super().__init__("form-retract", desk, around, grant)
        self.fill(
            say("Ansökan återtagen"),
            say("Spara"),
            Field(
                "retracted_on",
                say("Återtagen den"),
                DAY,
                first=around.today,
                needed=say("Skriv dagen då ansökan togs tillbaka."),
            ),
            said=say("Ansökan kan sedan inte beviljas, om den inte öppnas igen."),
        )


class InstalmentForm(GrantPanel):
    """A payment that is planned: when, how much, and what it waits for."""

    blames = "amount_ore"

    def __init__(
        self, desk: Desk, around: GrantAround, grant: Grant, instalment: Instalment | None = None
    ) -> None:
        super().__init__("form-instalment", desk, around, grant)
        self._instalment = instalment
        needed = say("Skriv beloppet.")
        self.fill(
            say("Planerad utbetalning"),
            say("Spara"),
            (
                Field("due", say("Betalas ut den"), DAY),
                Field("amount_ore", say("Belopp"), AMOUNT, needed=needed),
            ),
            Field("condition", say("Väntar på")),
        )
        if instalment is not None:
            self.show_record(instalment)
            remove, after = (
                say("Ta bort utbetalningen"),
                say("Den planerade utbetalningen togs bort."),
            )
            self.offer_removal(remove, lambda: Remove(Instalment, instalment.id), after)

    def commit(self, values: Values) -> object:
        if self._instalment is not None:
            return self.change(self._instalment, values)
        return self.run(Store(values.record(Instalment), self._grant.id))


class ReportForm(GrantPanel):
    """When the report came, what it accounts for, and how it was assessed."""

    blames = "report_received"

    def __init__(self, desk: Desk, around: GrantAround, grant: Grant) -> None:
        super().__init__("form-report", desk, around, grant)
        self.fill(
            say("Redovisningen"),
            say("Spara"),
            Field("report_due", say("Senast den"), DAY),
            Field("report_received", say("Kom in den"), DAY),
            Field("accounted_ore", say("Redovisat belopp"), AMOUNT),
            Field("verdict", say("Bedömning"), CHOICE, choices=terms_of(Verdict, word)),
            Field("assessment", say("Vad bedömningen säger"), TEXT),
        )
        self.show_record(grant)

    def commit(self, values: Values) -> object:
        if values["verdict"] is not Verdict.NONE and values["report_received"] is None:
            raise refusal("Skriv när redovisningen kom in innan den bedöms.")
        if values["accounted_ore"] is not None and values["report_received"] is None:
            raise refusal("Skriv när redovisningen kom in som redovisar beloppet.")
        return super().commit(values)


class OutcomeForm(GrantPanel):
    """What became of what the grant was given for, and when it ended."""

    blames = "outcome_reason"

    def __init__(self, desk: Desk, around: GrantAround, grant: Grant) -> None:
        super().__init__("form-outcome", desk, around, grant)
        self.fill(
            say("Vad det blev av det"),
            say("Spara"),
            Field("outcome", say("Utfall"), CHOICE, choices=terms_of(Outcome, word)),
            Field("outcome_reason", say("Varför"), TEXT),
            Field("ended_on", say("Avslutat den"), DAY),
        )
        self.show_record(grant)

    def commit(self, values: Values) -> object:
        unexplained = values["outcome"] in (Outcome.PARTLY, Outcome.NOT_CARRIED_OUT)
        if unexplained and not values["outcome_reason"]:
            raise refusal("Skriv varför det inte genomfördes som det var tänkt.")
        return super().commit(values)
