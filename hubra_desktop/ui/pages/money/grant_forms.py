"""The forms of a grant: an application, a decision, a planned payment, a report, an outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.grants import Standing, governing
from hubra_desktop.model.money.sheets import GrantDecisionSheet, GrantSheet, InstalmentSheet
from hubra_desktop.model.money.terms import DecisionKind, GrantKind, Outcome, Verdict
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.widgets.entries import (
    AmountEntry,
    ChoiceEntry,
    DateEntry,
    Entry,
    LineEntry,
    NumberEntry,
    TextEntry,
    TickEntry,
)
from hubra_desktop.ui.widgets.form_panel import FormPanel, Values
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

Choices = Sequence[tuple[str, object]]


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


def kinds() -> list[tuple[str, object]]:
    """Return the kinds of grants to choose among."""
    return [(capitalised(word(kind)), kind) for kind in GrantKind]


def changed(sheet: object, values: Mapping[str, object]) -> dict[str, object]:
    """Return the values that differ from what a sheet holds."""
    return {name: value for name, value in values.items() if getattr(sheet, name) != value}


class GrantForm(FormPanel):
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
        super().__init__("form-grant", parent)
        self._desk, self._grant, self._year = desk, grant, year
        near = around.near(year if grant is None else grant.year)
        posts = [(self.tr("No post yet"), None), *around.posts]
        agreements = [(self.tr("None"), None), *around.agreements]
        first: list[Entry] = []
        if grant is None:
            first = [LineEntry("applicant", self.tr("Association"), self, words=around.names)]
        self.fill(
            self.tr("New grant") if grant is None else self.tr("Facts of the grant"),
            self.tr("Add the grant") if grant is None else self.tr("Save"),
            (
                *first,
                LineEntry("title", self.tr("What is it for?"), self),
                ChoiceEntry("kind", self.tr("Kind"), kinds(), self),
                (
                    NumberEntry("year", self.tr("Year of the grant"), self),
                    DateEntry("applied_on", self.tr("Applied on"), near, self),
                ),
                (
                    AmountEntry("applied_ore", self.tr("Applied for"), self),
                    LineEntry("case_number", self.tr("Case number"), self),
                ),
                ChoiceEntry("post_id", self.tr("Budget post"), posts, self),
                TextEntry("purpose", self.tr("Purpose"), self),
                (
                    DateEntry("project_from", self.tr("Project from"), near, self),
                    DateEntry("project_to", self.tr("Project to"), near, self),
                ),
                DateEntry("report_due", self.tr("Report due"), near, self),
                TextEntry("conditions", self.tr("Conditions"), self),
                LineEntry("contact", self.tr("Contact"), self),
                ChoiceEntry("agreement_id", self.tr("Agreement"), agreements, self),
                TextEntry("note", self.tr("Note"), self),
            ),
        )
        self._show(grant if grant is not None else GrantSheet(year=year))

    def _show(self, grant: GrantSheet) -> None:
        names = {each.name for each in fields(grant)} & set(self.entries)
        self.show_values({name: getattr(grant, name) for name in names})

    def commit(self, values: Values) -> object:
        if not isinstance(values["year"], int):
            raise InputError(self.tr("Write the year of the grant."))
        told = {name: value for name, value in values.items() if name != "applicant"}
        if self._grant is None:
            sheet: Any = GrantSheet(**told)  # type: ignore[arg-type]
            return self._desk.attempt(NewApplication(str(values["applicant"]), sheet))
        different = changed(self._grant, told)
        return self._desk.attempt(ChangeGrant(self._grant.id, different)) if different else True


class DecideForm(FormPanel):
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
        super().__init__("form-decide", parent)
        self._desk, self._grant, self._now, self._decision = desk, grant, now, decision
        self._around = around
        offered = tuple(DecisionKind) if decision is not None else likely(grant, now)
        near = around.near(grant.year)
        self.kind = ChoiceEntry(
            "kind", self.tr("What was decided"), [(capitalised(word(k)), k) for k in offered], self
        )
        self.day = DateEntry("date", self.tr("Date (empty: not known)"), near, self)
        self.amount = AmountEntry("amount_ore", self.tr("Amount"), self)
        self.last_day = DateEntry("last_day", self.tr("To be paid back by"), near, self)
        self.formal = TickEntry("formal", self.tr("The formal decision"), self)
        self.formal.say(self.tr("Taken by who may decide, and not the council's opinion alone."))
        meetings = [(self.tr("None of the council's meetings"), None), *around.meetings]
        self.fill(
            self.tr("Decision") if decision is None else self.tr("Change the decision"),
            self.tr("Save the decision"),
            (
                self.kind,
                (self.day, self.amount),
                LineEntry("decided_by", self.tr("Decided by"), self),
                self.formal,
                (
                    LineEntry("section", self.tr("§"), self),
                    LineEntry("reported_to", self.tr("Reported to"), self),
                ),
                ChoiceEntry("meeting_id", self.tr("Meeting"), meetings, self),
                self.last_day,
                LineEntry("reference", self.tr("Reference on the payment"), self),
                TextEntry("reason", self.tr("Reason"), self),
            ),
            self.tr("A raise is a decision of its own: write by how much, not what it becomes."),
        )
        self.kind.edited.connect(self._show_fields)
        if decision is not None:
            names = [each for each in self.entries if hasattr(decision, each)]
            self.show_values({name: getattr(decision, name) for name in names})
            self.offer_removal(self.tr("Remove"), self._removed)
        self._show_fields()

    def _removed(self) -> object | None:
        decision = self._decision
        return None if decision is None else self._desk.attempt(RemoveDecision(decision.id))

    def _show_fields(self) -> None:
        kind = self.kind.read()
        claim = kind is DecisionKind.RECLAIM
        self.last_day.setVisible(claim)
        self.entries["reference"].setVisible(claim)
        self.amount.setVisible(kind not in (DecisionKind.REFUSE, DecisionKind.WITHDRAW))
        if self._decision is not None or self.amount.line.text():
            return
        now = self._now
        nearest = (
            {
                DecisionKind.GRANT: now.applied,
                DecisionKind.STANCE: now.applied,
                DecisionKind.RECLAIM: now.net,
                DecisionKind.WRITE_OFF: now.rest,
            }.get(kind)
            if isinstance(kind, DecisionKind)
            else None
        )
        if nearest:
            self.amount.show_value(nearest)

    def commit(self, values: Values) -> object:
        day = values["date"]
        year = day.year if isinstance(day, date) else self._grant.year
        hidden = self.amount.isHidden()
        told = {**values, "year": year, "amount_ore": None if hidden else values["amount_ore"]}
        if self._decision is None:
            sheet: Any = GrantDecisionSheet(**told)  # type: ignore[arg-type]
            return self._desk.attempt(Decide(self._grant.id, sheet))
        different = changed(self._decision, told)
        if not different:
            return True
        return self._desk.attempt(ChangeDecision(self._decision.id, different))


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


class InstalmentForm(FormPanel):
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
        super().__init__("form-instalment", parent)
        self._desk, self._grant, self._instalment = desk, grant, instalment
        self.fill(
            self.tr("Planned payment"),
            self.tr("Save"),
            (
                (
                    DateEntry("due", self.tr("To be paid on"), around.near(grant.year), self),
                    AmountEntry("amount_ore", self.tr("Amount"), self),
                ),
                LineEntry("condition", self.tr("Waits for"), self),
            ),
        )
        if instalment is not None:
            self.show_values({name: getattr(instalment, name) for name in self.entries})
            self.offer_removal(self.tr("Remove"), self._removed)

    def _removed(self) -> object | None:
        planned = self._instalment
        return None if planned is None else self._desk.attempt(RemoveInstalment(planned.id))

    def commit(self, values: Values) -> object:
        if not isinstance(values["amount_ore"], int):
            raise InputError(self.tr("Write the amount."))
        if self._instalment is None:
            sheet: Any = InstalmentSheet(**values)  # type: ignore[arg-type]
            return self._desk.attempt(AddInstalment(self._grant.id, sheet))
        different = changed(self._instalment, values)
        if not different:
            return True
        return self._desk.attempt(ChangeInstalment(self._instalment.id, different))


class ReportForm(FormPanel):
    """When the report came, and how it was assessed."""

    blames = "report_received"

    def __init__(
        self, desk: Desk, around: GrantAround, grant: GrantSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__("form-report", parent)
        self._desk, self._grant = desk, grant
        near = around.near(grant.year)
        verdicts = [(capitalised(word(each)), each) for each in Verdict]
        self.fill(
            self.tr("The report"),
            self.tr("Save"),
            (
                DateEntry("report_due", self.tr("Due"), near, self),
                DateEntry("report_received", self.tr("Received"), near, self),
                ChoiceEntry("verdict", self.tr("Assessment"), verdicts, self),
                TextEntry("assessment", self.tr("What the assessment says"), self),
            ),
        )
        self.show_values({name: getattr(grant, name) for name in self.entries})

    def commit(self, values: Values) -> object:
        if values["verdict"] is not Verdict.NONE and values["report_received"] is None:
            raise InputError(self.tr("Write when the report came before it is assessed."))
        different = changed(self._grant, values)
        return self._desk.attempt(ChangeGrant(self._grant.id, different)) if different else True


class OutcomeForm(FormPanel):
    """What became of what the grant was given for, and when it ended."""

    blames = "outcome_reason"

    def __init__(
        self, desk: Desk, around: GrantAround, grant: GrantSheet, parent: QWidget | None = None
    ) -> None:
        super().__init__("form-outcome", parent)
        self._desk, self._grant = desk, grant
        outcomes = [(capitalised(word(each)), each) for each in Outcome]
        self.fill(
            self.tr("What became of it"),
            self.tr("Save"),
            (
                ChoiceEntry("outcome", self.tr("Outcome"), outcomes, self),
                TextEntry("outcome_reason", self.tr("Why"), self),
                DateEntry("ended_on", self.tr("Ended on"), around.near(grant.year), self),
            ),
        )
        self.show_values({name: getattr(grant, name) for name in self.entries})

    def commit(self, values: Values) -> object:
        unexplained = values["outcome"] in (Outcome.PARTLY, Outcome.NOT_CARRIED_OUT)
        if unexplained and not values["outcome_reason"]:
            raise InputError(self.tr("Write why it was not carried out as it was meant."))
        different = changed(self._grant, values)
        return self._desk.attempt(ChangeGrant(self._grant.id, different)) if different else True
