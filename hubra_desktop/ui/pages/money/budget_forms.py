"""The forms of the budget: a new year, its own facts, a decision, and the closing of the year."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

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
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, COUNT, DAY, TEXT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.models.money_budget import misses
from hubra_desktop.work.commands import Command
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


def _basis(label: str, **more: Any) -> Field:
    """Return the choice between the two ways to count."""
    return Field("basis", label, CHOICE, choices=terms_of(Basis, word), **more)


def _not_copied(now: Any) -> bool:
    """Tell whether basis and frame are to be asked for: they are copied with a year."""
    return not isinstance(now.start, int)


class NewYearForm(FormPanel):
    """Makes a year's budget: from the year before, from the usual posts, or empty."""

    blames = "year"

    def __init__(
        self, desk: Desk, year: int, years: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__("form-new-year", desk, parent)
        said = self.tr("The posts and plan of {year}")
        starts: list[tuple[str, object]] = [(said.format(year=each), each) for each in years]
        starts += [(self.tr("The usual posts"), "usual"), (self.tr("No posts"), "none")]
        frame = self.tr("Frame (empty: not stated)")
        write_year = self.tr("Write the year, such as 2018.")
        self.fill(
            self.tr("New budget year"),
            self.tr("Make the year"),
            Field("year", self.tr("Year"), YEAR, first=year, needed=write_year),
            Field("start", self.tr("Begin with"), CHOICE, choices=starts),
            _basis(self.tr("How the year counts"), shown=_not_copied),
            Field("frame_ore", frame, AMOUNT, shown=_not_copied),
            said=self.tr(
                "What is taken from another year is marked as an example until it is decided."
            ),
        )

    def commit(self, values: Values) -> object:
        year, start = values["year"], values["start"]
        done = self.run(
            CopyBudget(start, year)
            if isinstance(start, int)
            else AddBudgetYear(self._sheet(values, usual=start == "usual"))
        )
        return year if done is not None else None

    def _sheet(self, values: Values, *, usual: bool) -> BudgetYearSheet:
        kinds = COMMON if usual else ()
        return BudgetYearSheet(
            year=values["year"],
            basis=values["basis"],
            posts=tuple(BudgetPostSheet(name=capitalised(word(k)), kind=k) for k in kinds),
            versions=(BudgetVersionSheet(frame_ore=values["frame_ore"]),),
        )


class YearFactsForm(FormPanel):
    """Changes how the year counts, and from what share a deviation is to be explained.

    An open year that nothing is booked on can be removed here.
    """

    def __init__(self, desk: Desk, sheet: BudgetYearSheet, parent: QWidget | None = None) -> None:
        super().__init__("form-year-facts", desk, parent)
        self._sheet = sheet
        share = self.tr("Explain deviations from, percent")
        self.fill(
            self.tr("The year {year}").format(year=sheet.year),
            self.tr("Save"),
            _basis(self.tr("How the year counts")),
            Field("deviation_share", share, COUNT),
            Field("note", self.tr("Note"), TEXT),
            said=self.tr(
                "On the cash basis a row counts in the year when the money moved; on the "
                "accrual basis in the year it concerns."
            ),
        )
        self.show_record(sheet)
        after = self.tr("The budget of {year} was removed.").format(year=sheet.year)
        remove = self.tr("Remove the budget year")
        self.offer_removal(remove, lambda: RemoveBudgetYear(sheet.id), after)

    def commit(self, values: Values) -> object:
        values["deviation_share"] = values["deviation_share"] or 0
        return self.change(self._sheet, values, ChangeBudgetYear)


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
        super().__init__("form-decide-budget", desk, parent)
        self._sheet, self._table = sheet, table
        self.form.come_close_to(today if today.year == sheet.year else date(sheet.year, 1, 1))
        none = (self.tr("None of the council's meetings"), None)
        reference = self.tr("Reference, such as KF 2016-12-12 § 5")
        self.fill(
            self.tr("Decide the budget of {year}").format(year=sheet.year),
            self.tr("Save the decision"),
            Field("new", self.tr("What was decided"), CHOICE, choices=self._ways()),
            (
                Field("decided_on", self.tr("Decided on"), DAY),
                Field("frame_ore", self.tr("Frame"), AMOUNT, first=table.frame_ore),
            ),
            Field("reference", reference),
            Field("meeting_id", self.tr("Meeting"), CHOICE, choices=[none, *meetings]),
            Field("note", self.tr("Note"), TEXT),
            said=self.tr(
                "A new version begins with what is planned that day. Then change the posts."
            ),
        )
        self.entries["new"].edited.connect(self._show_version)
        if len(sheet.versions) > 1:
            self.offer_removal(self.tr("Remove the version that holds now"), self._removal)
        self._show_version()

    def _ways(self) -> Choices:
        """Return what may have been decided, the likeliest first."""
        held = self._table.version
        new = (self.tr("A new decision that changes the budget"), True)
        as_is = (self.tr("The decision on the budget as it stands"), False)
        if held is None:
            return [new]
        undecided = held.decided_on is None and not held.reference
        return [as_is, new] if undecided else [new, as_is]

    def _show_version(self) -> None:
        """Show what is known of the version when it is that one which was decided."""
        held = self._table.version
        if held is not None and not self.entries["new"].read():
            names = ("decided_on", "reference", "meeting_id", "note")
            self.show_values({name: getattr(held, name) for name in names})

    def commit(self, values: Values) -> object:
        new = values.pop("new")
        held = self._table.version
        if held is not None and not new:
            return self.run(ChangeBudgetVersion(held.id, values))
        planned = self._planned(values["decided_on"])
        version = values.record(BudgetVersionSheet, allocations=planned)
        return self.run(AddBudgetVersion(self._sheet.id, version))

    def _removal(self) -> Command:
        assert self._table.version is not None
        return RemoveBudgetVersion(self._table.version.id)

    def _planned(self, day: date | None) -> tuple[AllocationSheet, ...]:
        """Return what is planned when the new version begins to hold, transfers counted."""
        table = self._table
        if day is not None:
            with self.desk.read() as reader:
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
        super().__init__("form-close-year", desk, parent)
        self._year = table.year
        last = date(table.year, 12, 31)
        self.form.come_close_to(last)
        needed = self.tr("Write the day when the year is closed.")
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
            Field("day", self.tr("Closed on"), DAY, first=max(last, today), needed=needed),
            said=said,
        )
        if missing:
            told = self.tr("These posts deviate and are not explained: {posts}.")
            self.say(told.format(posts=", ".join(missing)), caution=True)

    def commit(self, values: Values) -> object:
        return self.run(CloseYear(self._year, values["day"]))
