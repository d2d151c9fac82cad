"""The forms of the budget: a new year, its own facts, a decision, and the closing of the year."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hubra_desktop.model.language import say
from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.figures import post_called
from hubra_desktop.model.money.terms import Basis, PostKind
from hubra_desktop.model.records.money import Allocation, BudgetPost, BudgetVersion, BudgetYear
from hubra_desktop.model.swedish import capitalised
from hubra_desktop.model.words import word
from hubra_desktop.ui.desk import Desk
from hubra_desktop.ui.forms.converters import AMOUNT, CHOICE, COUNT, DAY, TEXT, YEAR, terms_of
from hubra_desktop.ui.forms.entry import Choices, Field
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.pages.money.budget_model import misses
from hubra_desktop.work.commands.base import Command
from hubra_desktop.work.commands.budget import CloseYear, CopyBudget
from hubra_desktop.work.edits import Change, Remove, Store
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

    def __init__(self, desk: Desk, year: int, years: Sequence[int]) -> None:
        super().__init__("form-new-year", desk)
        text = say("Poster och plan från {year}")
        starts: list[tuple[str, object]] = [(text.format(year=each), each) for each in years]
        starts += [(say("De vanliga posterna"), "usual"), (say("Inga poster"), "none")]
        frame = say("Ram (tomt: anges inte)")
        write_year = say("Skriv året, till exempel 2018.")
        self.fill(
            say("Nytt budgetår"),
            say("Lägg upp året"),
            Field("year", say("År"), YEAR, first=year, needed=write_year),
            Field("start", say("Börja med"), CHOICE, choices=starts),
            _basis(say("Så räknas året"), shown=_not_copied),
            Field("frame_ore", frame, AMOUNT, shown=_not_copied),
            said=say("Det som tas från ett annat år är märkt som exempel tills det är beslutat."),
        )

    def commit(self, values: Values) -> object:
        year, start = values["year"], values["start"]
        done = self.run(
            CopyBudget(start, year)
            if isinstance(start, int)
            else Store(self._sheet(values, usual=start == "usual"))
        )
        return year if done is not None else None

    def _sheet(self, values: Values, *, usual: bool) -> BudgetYear:
        kinds = COMMON if usual else ()
        return BudgetYear(
            year=values["year"],
            basis=values["basis"],
            posts=tuple(BudgetPost(name=capitalised(word(k)), kind=k) for k in kinds),
            versions=(BudgetVersion(frame_ore=values["frame_ore"]),),
        )


class YearFactsForm(FormPanel):
    """Changes which year it is, how it counts, and from what share a deviation is explained.

    An open year that nothing is booked on can be removed here.
    """

    def __init__(self, desk: Desk, sheet: BudgetYear) -> None:
        super().__init__("form-year-facts", desk)
        self._sheet = sheet
        share = say("Förklara avvikelser från, procent")
        self.fill(
            say("Året {year}", year=sheet.year),
            say("Spara"),
            Field("year", say("År"), YEAR, needed=say("Skriv året, till exempel 2018.")),
            _basis(say("Så räknas året")),
            Field("deviation_share", share, COUNT),
            Field("note", say("Anteckning"), TEXT),
            said=say(
                "Kontant: en rad räknas det år pengarna flyttades. Periodiserat: det år den gäller."
            ),
        )
        self.show_record(sheet)
        after = say("Budgeten för {year} togs bort.", year=sheet.year)
        remove = say("Ta bort budgetåret")
        self.offer_removal(remove, lambda: Remove(BudgetYear, sheet.id), after)

    def commit(self, values: Values) -> object:
        values["deviation_share"] = values["deviation_share"] or 0
        return values["year"] if self.change(self._sheet, values) is not None else None


class DecideBudgetForm(FormPanel):
    """Notes who decided the budget and when: as it stands, or as a new version of it."""

    blames = "decided_on"

    def __init__(
        self, desk: Desk, sheet: BudgetYear, table: BudgetTable, meetings: Choices, today: date
    ) -> None:
        super().__init__("form-decide-budget", desk)
        self._sheet, self._table = sheet, table
        self.form.come_close_to(today if today.year == sheet.year else date(sheet.year, 1, 1))
        none = (say("Inget av rådets sammanträden"), None)
        reference = say("Hänvisning, till exempel KF 2016-12-12 § 5")
        self.fill(
            say("Besluta budgeten för {year}", year=sheet.year),
            say("Spara beslutet"),
            Field("new", say("Vad som beslutades"), CHOICE, choices=self._ways()),
            (
                Field("decided_on", say("Beslutad den"), DAY),
                Field("frame_ore", say("Ram"), AMOUNT, first=table.frame_ore),
            ),
            Field("reference", reference),
            Field("meeting_id", say("Sammanträde"), CHOICE, choices=[none, *meetings]),
            Field("note", say("Anteckning"), TEXT),
            said=say(
                "En ny version börjar med det som är planerat den dagen. Ändra sedan posterna."
            ),
        )
        self.entries["new"].edited.connect(self._show_version)
        if len(sheet.versions) > 1:
            after = say("Budgetversionen togs bort. Den tidigare gäller igen.")
            self.offer_removal(say("Ta bort versionen som gäller nu"), self._removal, after)
        self._show_version()

    def _ways(self) -> Choices:
        """Return what may have been decided, the likeliest first."""
        held = self._table.version
        new = (say("Ett nytt beslut som ändrar budgeten"), True)
        as_is = (say("Beslutet om budgeten som den står"), False)
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
            return self.run(Change(BudgetVersion, held.id, values))
        planned = self._planned(values["decided_on"])
        version = values.record(BudgetVersion, allocations=planned)
        return self.run(Store(version, self._sheet.id))

    def _removal(self) -> Command:
        assert self._table.version is not None
        return Remove(BudgetVersion, self._table.version.id)

    def _planned(self, day: date | None) -> tuple[Allocation, ...]:
        """Return what is planned when the new version begins to hold, transfers counted."""
        table = self._table
        if day is not None:
            with self.desk.read() as reader:
                before = budget(reader, self._sheet.year, on=day - timedelta(days=1))
            table = before if before.version is not None else table
        rows = (row for row in table.rows if row.leaf and row.stated and row.post.id)
        return tuple(
            Allocation(
                post_id=row.post.id, planned_ore=max(0, row.sums.planned), example=row.example
            )
            for row in rows
        )


class CloseYearForm(FormPanel):
    """Closes the year for good, and says before what that means and what is missing."""

    blames = "day"

    def __init__(self, desk: Desk, table: BudgetTable, today: date) -> None:
        super().__init__("form-close-year", desk)
        self._year = table.year
        last = date(table.year, 12, 31)
        self.form.come_close_to(last)
        needed = say("Skriv vilken dag året stängs.")
        sentence = say(
            "Efter det här kan inget som är daterat {year} bokföras, beslutas eller "
            "ändras, och det som gjorts fram till nu kan inte ångras. Det som kommer "
            "senare bokförs på sitt eget år, med en uppgift om att det gäller {year}.",
            year=table.year,
        )
        missing = [
            post_called(row.post)
            for row in table.rows
            if misses(row) and not row.post.deviation_text.strip()
        ]
        self.fill(
            say("Stäng året {year}", year=table.year),
            say("Stäng {year} för gott", year=table.year),
            Field("day", say("Stängs den"), DAY, first=max(last, today), needed=needed),
            said=sentence,
        )
        if missing:
            text = say("De här posterna avviker och är inte förklarade: {posts}.")
            self.say(text.format(posts=", ".join(missing)), caution=True)

    def commit(self, values: Values) -> object:
        return self.run(CloseYear(self._year, values["day"]))
