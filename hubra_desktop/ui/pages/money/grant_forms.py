"""The forms of a grant: an application, a decision, a planned payment, a report, an outcome."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.grants import Standing, governing
from hubra_desktop.model.money.sheets import GrantDecisionSheet, GrantSheet, InstalmentSheet
from hubra_desktop.model.money.terms import DecisionKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.money.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import (
    AMOUNT,
    CHOICE,
    DAY,
    FLAG,
    TEXT,
    YEAR,
    terms_of,
)
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.work.commands.applications import NewApplication
from hubra_desktop.work.commands.grants import (
    AddInstalment,
    ChangeDecision,
    ChangeGrant,
    ChangeInstalment,
    Decide,
    RemoveDecision,
    RemoveInstalment,
)

NO_AMOUNT = (DecisionKind.REFUSE, DecisionKind.WITHDRAW)


class GrantAround(NamedTuple):
    """What the forms of a grant are filled from."""

    today: date
    posts: Choices
    meetings: Choices = ()
    agreements: Choices = ()
    names: Sequence[str] = ()

    def near(self, year: int) -> date:
        """Return the day that a day without a year stands closest to."""
        return self.today if self.today.year == year else date(year, 7, 1)


class GrantPanel(FormPanel):
    """What the forms of a grant share: the grant, and the days near its year."""

    def __init__(
        self,
        name: str,
        desk: Desk,
        around: GrantAround,
        grant: GrantSheet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, desk, parent)
        self._grant, self._around = grant, around
        self.form.come_close_to(around.near(grant.year))

    def commit(self, values: Values) -> object:
        return self.change(self._grant, values, ChangeGrant)


class GrantForm(GrantPanel):
    """What an application says: for a new grant, or for one that is there."""

    blames = "applicant"

    def __init__(
        self,
        desk: Desk,
        around: GrantAround,
        year: int,
        grant: GrantSheet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._new = grant is None
        super().__init__("form-grant", desk, around, grant or GrantSheet(year=year), parent)
        posts = [(self.tr("No post yet"), None), *around.posts]
        agreements = [(self.tr("None"), None), *around.agreements]
        write_year = self.tr("Write the year of the grant.")
        first = (Field("applicant", self.tr("Association"), words=around.names),)
        self.fill(
            self.tr("New grant") if self._new else self.tr("Facts of the grant"),
            self.tr("Add the grant") if self._new else self.tr("Save"),
            *(first if self._new else ()),
            Field("title", self.tr("What is it for?")),
            Field("kind", self.tr("Kind"), CHOICE, choices=terms_of(GrantKind, word)),
            (
                Field("year", self.tr("Year of the grant"), YEAR, needed=write_year),
                Field("applied_on", self.tr("Applied on"), DAY),
            ),
            (
                Field("applied_ore", self.tr("Applied for"), AMOUNT),
                Field("case_number", self.tr("Case number")),
            ),
            Field("post_id", self.tr("Budget post"), CHOICE, choices=posts),
            Field("purpose", self.tr("Purpose"), TEXT),
            (
                Field("project_from", self.tr("Project from"), DAY),
                Field("project_to", self.tr("Project to"), DAY),
            ),
            Field("report_due", self.tr("Report due"), DAY),
            Field("conditions", self.tr("Conditions"), TEXT),
            Field("contact", self.tr("Contact")),
            Field("agreement_id", self.tr("Agreement"), CHOICE, choices=agreements),
            Field("note", self.tr("Note"), TEXT),
        )
        self.show_record(self._grant)

    def commit(self, values: Values) -> object:
        if not self._new:
            return super().commit(values)
        applicant = values.pop("applicant")
        return self.run(NewApplication(applicant, values.record(GrantSheet)))


class DecideForm(GrantPanel):
    """A decision about a grant, or the council's stance; both are rows of their own."""

    blames = "amount_ore"

    def __init__(
        self,
        desk: Desk,
        around: GrantAround,
        grant: GrantSheet,
        now: Standing,
        decision: GrantDecisionSheet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-decide", desk, around, grant, parent)
        self._now, self._decision = now, decision
        offered = tuple(DecisionKind) if decision is not None else likely(grant, now)
        kinds = terms_of(offered, word)
        meetings = [(self.tr("None of the council's meetings"), None), *around.meetings]
        formal = self.tr("Taken by who may decide, and not the council's opinion alone.")
        reference = self.tr("Reference on the payment")
        self.fill(
            self.tr("Decision") if decision is None else self.tr("Change the decision"),
            self.tr("Save the decision"),
            Field("kind", self.tr("What was decided"), CHOICE, choices=kinds),
            (
                Field("date", self.tr("Date (empty: not known)"), DAY),
                Field("amount_ore", self.tr("Amount"), AMOUNT, shown=_of_an_amount),
            ),
            Field("decided_by", self.tr("Decided by")),
            Field("formal", self.tr("The formal decision"), FLAG),
            (
                Field("section", self.tr("§")),
                Field("reported_to", self.tr("Reported to")),
            ),
            Field("meeting_id", self.tr("Meeting"), CHOICE, choices=meetings),
            Field("last_day", self.tr("To be paid back by"), DAY, shown=_claims),
            Field("reference", reference, shown=_claims),
            Field("reason", self.tr("Reason"), TEXT),
            said=self.tr(
                "A raise is a decision of its own: write by how much, not what it becomes."
            ),
        )
        self.entries["formal"].say(formal)
        self.entries["kind"].edited.connect(self._propose)
        if decision is not None:
            self.show_record(decision)
            self.offer_removal(self.tr("Remove"), lambda: RemoveDecision(decision.id))
        self._propose()

    def _propose(self) -> None:
        """Begin with the amount that a new decision of the kind is likely to be about."""
        amount = self.entries["amount_ore"]
        if self._decision is not None or amount.field.text():
            return
        now = self._now
        nearest = {
            DecisionKind.GRANT: now.applied,
            DecisionKind.STANCE: now.applied,
            DecisionKind.RECLAIM: now.net,
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
            return self.change(self._decision, values, ChangeDecision)
        return self.run(Decide(self._grant.id, values.record(GrantDecisionSheet)))


def _of_an_amount(now: Any) -> bool:
    return now.kind not in NO_AMOUNT


def _claims(now: Any) -> bool:
    return now.kind is DecisionKind.RECLAIM


def likely(grant: GrantSheet, now: Standing) -> tuple[DecisionKind, ...]:
    """Return the kinds of decisions that can follow, the likeliest first."""
    kind = DecisionKind
    decision = governing(grant)
    if decision is None or decision.kind is not kind.GRANT:
        return (kind.GRANT, kind.REFUSE, kind.STANCE, kind.RAISE)
    if not now.paid:
        return (kind.RAISE, kind.LOWER, kind.WITHDRAW, kind.STANCE, kind.GRANT)
    if now.rest:
        return (kind.WRITE_OFF, kind.RECLAIM, kind.RAISE, kind.LOWER, kind.STANCE)
    return (kind.RAISE, kind.LOWER, kind.RECLAIM, kind.STANCE)


class InstalmentForm(GrantPanel):
    """A payment that is planned: when, how much, and what it waits for."""

    blames = "amount_ore"

    def __init__(
        self,
        desk: Desk,
        around: GrantAround,
        grant: GrantSheet,
        instalment: InstalmentSheet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-instalment", desk, around, grant, parent)
        self._instalment = instalment
        needed = self.tr("Write the amount.")
        self.fill(
            self.tr("Planned payment"),
            self.tr("Save"),
            (
                Field("due", self.tr("To be paid on"), DAY),
                Field("amount_ore", self.tr("Amount"), AMOUNT, needed=needed),
            ),
            Field("condition", self.tr("Waits for")),
        )
        if instalment is not None:
            self.show_record(instalment)
            self.offer_removal(self.tr("Remove"), lambda: RemoveInstalment(instalment.id))

    def commit(self, values: Values) -> object:
        if self._instalment is not None:
            return self.change(self._instalment, values, ChangeInstalment)
        return self.run(AddInstalment(self._grant.id, values.record(InstalmentSheet)))


class ReportForm(GrantPanel):
    """When the report came, and how it was assessed."""

    blames = "report_received"

    def __init__(
        self, desk: Desk, around: GrantAround, grant: GrantSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__("form-report", desk, around, grant, parent)
        self.fill(
            self.tr("The report"),
            self.tr("Save"),
            Field("report_due", self.tr("Due"), DAY),
            Field("report_received", self.tr("Received"), DAY),
            Field("verdict", self.tr("Assessment"), CHOICE, choices=terms_of(Verdict, word)),
            Field("assessment", self.tr("What the assessment says"), TEXT),
        )
        self.show_record(grant)

    def commit(self, values: Values) -> object:
        if values["verdict"] is not Verdict.NONE and values["report_received"] is None:
            raise InputError(self.tr("Write when the report came before it is assessed."))
        return super().commit(values)


class OutcomeForm(GrantPanel):
    """What became of what the grant was given for, and when it ended."""

    blames = "outcome_reason"

    def __init__(
        self, desk: Desk, around: GrantAround, grant: GrantSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__("form-outcome", desk, around, grant, parent)
        self.fill(
            self.tr("What became of it"),
            self.tr("Save"),
            Field("outcome", self.tr("Outcome"), CHOICE, choices=terms_of(Outcome, word)),
            Field("outcome_reason", self.tr("Why"), TEXT),
            Field("ended_on", self.tr("Ended on"), DAY),
        )
        self.show_record(grant)

    def commit(self, values: Values) -> object:
        unexplained = values["outcome"] in (Outcome.PARTLY, Outcome.NOT_CARRIED_OUT)
        if unexplained and not values["outcome_reason"]:
            raise InputError(self.tr("Write why it was not carried out as it was meant."))
        return super().commit(values)
