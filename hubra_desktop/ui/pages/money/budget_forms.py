"""The forms of the budget: a new year, its own facts, a decision, and the closing of the year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.sheets import (
    AllocationSheet,
    BudgetPostSheet,
    BudgetVersionSheet,
    BudgetYearSheet,
)
from hubra_desktop.model.money.terms import Basis, PostKind
from hubra_desktop.model.money.words import word
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.models.money_budget import misses
from hubra_desktop.ui.widgets.entries import (
    AmountEntry,
    ChoiceEntry,
    DateEntry,
    LineEntry,
    NumberEntry,
    TextEntry,
)
from hubra_desktop.ui.widgets.form_panel import FormPanel, Values
from hubra_desktop.work.commands.budget import (
    AddBudgetVersion,
    AddBudgetYear,
    ChangeBudgetVersion,
    ChangeBudgetYear,
    CloseYear,
    CopyBudget,
    RemoveBudgetVersion,
    RemoveBudgetYear,
)
from hubra_desktop.work.queries.money import budget

COMMON = (PostKind.FEES, PostKind.GRANTS, PostKind.TRAINING, PostKind.OTHER)
Choices = Sequence[tuple[str, object]]


def basis_entry(form: FormPanel, label: str) -> ChoiceEntry:
    """Return the choice between the two ways to count."""
    return ChoiceEntry("basis", label, [(capitalised(word(each)), each) for each in Basis], form)


class NewYearForm(FormPanel):
    """Makes a year's budget: from the year before, from the usual posts, or empty."""

    blames = "year"

    def __init__(
        self, desk: Desk, year: int, years: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__("form-new-year", parent)
        self._desk = desk
        self.year = NumberEntry("year", self.tr("Year"), self)
        self.year.show_value(year)
        starts: list[tuple[str, object]] = [
            (self.tr("The posts and plan of {year}").format(year=each), each) for each in years
        ]
        starts += [(self.tr("The usual posts"), "usual"), (self.tr("No posts"), "none")]
        self.start = ChoiceEntry("start", self.tr("Begin with"), starts, self)
        self.basis = basis_entry(self, self.tr("How the year counts"))
        self.frame = AmountEntry("frame_ore", self.tr("Frame (empty: not stated)"), self)
        self.start.edited.connect(self._show_fields)
        self.fill(
            self.tr("New budget year"),
            self.tr("Make the year"),
            (self.year, self.start, self.basis, self.frame),
            self.tr("What is taken from another year is marked as an example until it is decided."),
        )
        self._show_fields()

    def _show_fields(self) -> None:
        """Ask for basis and frame only where they are not copied."""
        copied = isinstance(self.start.read(), int)
        self.basis.setVisible(not copied)
        self.frame.setVisible(not copied)

    def commit(self, values: Values) -> object:
        year = values["year"]
        if not isinstance(year, int):
            raise InputError(self.tr("Write the year, such as 2018."))
        start = values["start"]
        done = self._desk.attempt(
            CopyBudget(start, year)
            if isinstance(start, int)
            else AddBudgetYear(self._sheet(year, values, usual=start == "usual"))
        )
        return year if done is not None else None

    def _sheet(self, year: int, values: Values, *, usual: bool) -> BudgetYearSheet:
        frame, basis = values["frame_ore"], values["basis"]
        kinds = COMMON if usual else ()
        return BudgetYearSheet(
            year=year,
            basis=basis if isinstance(basis, Basis) else Basis.CASH,
            posts=tuple(BudgetPostSheet(name=capitalised(word(k)), kind=k) for k in kinds),
            versions=(BudgetVersionSheet(frame_ore=frame if isinstance(frame, int) else None),),
        )


class YearFactsForm(FormPanel):
    """Changes how the year counts, and from what share a deviation is to be explained.

    An open year that nothing is booked on can be removed here.
    """

    def __init__(self, desk: Desk, sheet: BudgetYearSheet, parent: QWidget | None = None) -> None:
        super().__init__("form-year-facts", parent)
        self._desk = desk
        self._sheet = sheet
        self.basis = basis_entry(self, self.tr("How the year counts"))
        self.share = NumberEntry(
            "deviation_share", self.tr("Explain deviations from, percent"), self
        )
        self.note = TextEntry("note", self.tr("Note"), self)
        self.fill(
            self.tr("The year {year}").format(year=sheet.year),
            self.tr("Save"),
            (self.basis, self.share, self.note),
            self.tr(
                "On the cash basis a row counts in the year when the money moved; on the "
                "accrual basis in the year it concerns."
            ),
        )
        fields = {name: getattr(sheet, name) for name in ("basis", "deviation_share", "note")}
        self.show_values(fields)
        self.offer_removal(self.tr("Remove the budget year"), self._removed)

    def _removed(self) -> object | None:
        """Remove the year; refused when rows or grants stand on its posts."""
        done = self._desk.attempt(RemoveBudgetYear(self._sheet.id))
        if done is not None:
            text = self.tr("The budget of {year} was removed.").format(year=self._sheet.year)
            self._desk.messages.tell(text, "undo")
        return done

    def commit(self, values: Values) -> object:
        share = values["deviation_share"]
        kept = {**values, "deviation_share": share if share is not None else 0}
        changed = {n: v for n, v in kept.items() if getattr(self._sheet, n) != v}
        if not changed:
            return True
        return self._desk.attempt(ChangeBudgetYear(self._sheet.id, changed))


class DecideBudgetForm(FormPanel):
    """Notes who decided the budget and when: as it stands, or as a new version of it."""

    blames = "decided_on"

    def __init__(
        self,
        desk: Desk,
        sheet: BudgetYearSheet,
        table: BudgetTable,
        meetings: Choices,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("form-decide-budget", parent)
        self._desk, self._sheet, self._table = desk, sheet, table
        near = today if today.year == sheet.year else date(sheet.year, 1, 1)
        held = table.version
        new = (self.tr("A new decision that changes the budget"), True)
        as_is = (self.tr("The decision on the budget as it stands"), False)
        undecided = held is not None and held.decided_on is None and not held.reference
        choices = [as_is, new] if undecided else [new, as_is]
        self.what = ChoiceEntry(
            "new", self.tr("What was decided"), choices[: 2 if held else 1], self
        )
        if held is None:
            self.what.offer([new])
        self.day = DateEntry("decided_on", self.tr("Decided on"), near, self)
        self.reference = LineEntry(
            "reference", self.tr("Reference, such as KF 2016-12-12 § 5"), self
        )
        none = (self.tr("None of the council's meetings"), None)
        self.meeting = ChoiceEntry("meeting_id", self.tr("Meeting"), [none, *meetings], self)
        self.frame = AmountEntry("frame_ore", self.tr("Frame"), self)
        self.note = TextEntry("note", self.tr("Note"), self)
        self.frame.show_value(table.frame_ore)
        self.fill(
            self.tr("Decide the budget of {year}").format(year=sheet.year),
            self.tr("Save the decision"),
            (self.what, (self.day, self.frame), self.reference, self.meeting, self.note),
            self.tr("A new version begins with what is planned that day. Then change the posts."),
        )
        self.what.edited.connect(self._show_version)
        if len(sheet.versions) > 1:
            self.offer_removal(self.tr("Remove the version that holds now"), self._removed)
        self._show_version()

    def _show_version(self) -> None:
        """Show what is known of the version when it is that one which was decided."""
        held = self._table.version
        if held is None or self.what.read():
            return
        self.show_values(
            {
                name: getattr(held, name)
                for name in ("decided_on", "reference", "meeting_id", "note")
            }
        )

    def commit(self, values: Values) -> object:
        fields = {name: value for name, value in values.items() if name != "new"}
        held = self._table.version
        if held is not None and not values["new"]:
            return self._desk.attempt(ChangeBudgetVersion(held.id, fields))
        day = values["decided_on"]
        allocations = self._planned(day if isinstance(day, date) else None)
        version = replace(BudgetVersionSheet(**fields), allocations=allocations)  # type: ignore[arg-type]
        return self._desk.attempt(AddBudgetVersion(self._sheet.id, version))

    def _removed(self) -> object | None:
        held = self._table.version
        return None if held is None else self._desk.attempt(RemoveBudgetVersion(held.id))

    def _planned(self, day: date | None) -> tuple[AllocationSheet, ...]:
        """Return what is planned when the new version begins to hold, transfers counted."""
        table = self._table
        if day is not None:
            with self._desk.read() as reader:
                before = budget(reader, self._sheet.year, on=day - timedelta(days=1))
            table = before if before.version is not None else table
        rows = (row for row in table.rows if row.leaf and row.stated and row.post.id)
        return tuple(
            AllocationSheet(
                post_id=row.post.id, planned_ore=max(0, row.sums.planned), example=row.example
            )
            for row in rows
        )


class CloseYearForm(FormPanel):
    """Closes the year for good, and says before what that means and what is missing."""

    blames = "day"

    def __init__(
        self, desk: Desk, table: BudgetTable, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__("form-close-year", parent)
        self._desk, self._year = desk, table.year
        last = date(table.year, 12, 31)
        self.day = DateEntry("day", self.tr("Closed on"), last, self)
        self.day.show_value(max(last, today))
        said = self.tr(
            "After this nothing dated in {year} can be booked, decided or changed, and what "
            "has been done until now cannot be undone. What comes later is booked in its own "
            "year and says that it concerns {year}."
        ).format(year=table.year)
        missing = [
            row.post.name
            for row in table.rows
            if misses(row) and not row.post.deviation_text.strip()
        ]
        self.fill(
            self.tr("Close the year {year}").format(year=table.year),
            self.tr("Close {year} for good").format(year=table.year),
            (self.day,),
            said,
        )
        if missing:
            told = self.tr("These posts deviate and are not explained: {posts}.")
            self.say(told.format(posts=", ".join(missing)), caution=True)

    def commit(self, values: Values) -> object:
        day = values["day"]
        if not isinstance(day, date):
            raise InputError(self.tr("Write the day when the year is closed."))
        return self._desk.attempt(CloseYear(self._year, day))
