"""Avstämning: a year's budget, ledger, grants, report and accounts against each other.

One table says of every comparison whether it agrees, the rows that differ follow with both
amounts, and the paper ends with lines for whoever attests it.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from hubra_desktop.documents.kit.figure_table import FigureGroup, FigureLine
from hubra_desktop.documents.kit.formal import StatedFact
from hubra_desktop.documents.kit.render import Manuscript
from hubra_desktop.documents.money_text import UNKNOWN
from hubra_desktop.documents.official import OfficialPaper, Sender
from hubra_desktop.model.language import swedish
from hubra_desktop.model.money.amounts import digits
from hubra_desktop.model.money.reconciliation import Check, Compared, Reconciliation
from hubra_desktop.model.money.reconciliation_text import outcome_of, sides_text, verdict
from hubra_desktop.model.records.meeting import HouseStyle


@dataclass(frozen=True, kw_only=True)
class ReconciliationPaper:
    """A year's reconciliation to print; ``body`` is the council."""

    sender: Sender
    reconciliation: Reconciliation
    body: str = ""


def avstamning_manuscript(
    paper: ReconciliationPaper, style: HouseStyle, *, text_size: float | None = None
) -> Manuscript:
    """Compose the reconciliation."""
    return _Writer(style, paper, text_size).manuscript()


class _Writer(OfficialPaper):
    """Writes one reconciliation; used once."""

    def __init__(
        self, style: HouseStyle, paper: ReconciliationPaper, text_size: float | None
    ) -> None:
        super().__init__(style, paper.sender, text_size=text_size)
        self.paper, self.year = paper, paper.reconciliation

    def manuscript(self) -> Manuscript:
        title = f"Avstämning {self.year.year}"
        self.begin(title)
        self.line(verdict(self.year, swedish), self.look.style(bold=True))
        self._checks()
        for check in self.year.differing:
            self._differing(check)
        self._missing()
        self._attest()
        return self.finish(
            title=f"{title}, {self.paper.body}".rstrip(", "),
            subject=f"Budget, huvudbok, bidrag, berättelse och bokföring {self.year.year}",
            day=dt.date(self.year.year, 12, 31),
        )

    def _checks(self) -> None:
        self.section("Jämförelser")
        columns = {
            "Jämförs": 0.3, "Med": 0.38, "Utfall": 0.22, "Det förra": 0.0, "Det senare": 0.0,
            "Skillnad": 0.0,
        }  # fmt: skip
        lines = [FigureLine(tuple(_check_cells(each))) for each in self.year.checks]
        self.table(columns, [FigureGroup("", lines)], caption="Belopp i kronor")

    def _differing(self, check: Check) -> None:
        self.section(f"Skiljer: {sides_text(check, swedish)}")
        columns = {"Rad": 1.0, check.ours: 0.0, check.theirs: 0.0, "Skillnad": 0.0}
        lines = [FigureLine(tuple(_row_cells(each))) for each in check.differing]
        same = [each for each in check.rows if each.agrees]
        if same:
            ore = sum(each.ours or 0 for each in same)
            name = f"{len(same)} {'rad' if len(same) == 1 else 'rader'} som stämmer"
            lines.append(FigureLine((name, digits(ore), digits(ore), digits(0))))
        total = ("Summa", *(digits(ore) for ore in _sums(check)))
        self.table(columns, [FigureGroup("", lines)], total=total, caption="Belopp i kronor")

    def _missing(self) -> None:
        if self.year.missing:
            self.section("Kunde inte jämföras")
        for check in self.year.missing:
            self.prose(f"{sides_text(check, swedish)}: {check.missing}")

    def _attest(self) -> None:
        """Leave lines for whoever attests that this was held against each other."""
        self.section("Attest")
        names = ("Namn", "Dag", "Underskrift")
        self.facts([StatedFact(name, "fylls i för hand", blank=True) for name in names])


def _check_cells(check: Check) -> Iterator[str]:
    yield check.ours
    yield check.theirs
    yield outcome_of(check, swedish)
    yield from ("", "", "") if check.missing else map(digits, _sums(check))


def _sums(check: Check) -> tuple[int, int, int]:
    return check.ours_ore, check.theirs_ore, check.ours_ore - check.theirs_ore


def _row_cells(row: Compared) -> Iterator[str]:
    yield row.name
    for ore in (row.ours, row.theirs):
        yield UNKNOWN if ore is None else digits(ore)
    yield digits(row.difference)
