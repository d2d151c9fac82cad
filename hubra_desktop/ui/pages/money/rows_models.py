"""The rows of the ledger and of the grants as tables show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from hubra_desktop.model.language import say, say_count
from hubra_desktop.model.money.amounts import MINUS, digits, kronor
from hubra_desktop.model.money.booked import Side, kind_text, sides_of
from hubra_desktop.model.money.terms import GrantState
from hubra_desktop.model.money.totals import granted_text
from hubra_desktop.model.swedish import capitalised, folded, short_date
from hubra_desktop.model.words import word
from hubra_desktop.ui.models.following import Known
from hubra_desktop.ui.models.rows_table import ColumnOf, RowsModel
from hubra_desktop.ui.pages.money.cells import INK_ROLE, bold_font
from hubra_desktop.work.queries.grants import GrantRow
from hubra_desktop.work.queries.money import LedgerRow

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R", bound=Known)
FEW = 40
"""How many rows may come and go one by one; more of them are shown anew at once."""


class MoneyRows(RowsModel[R]):
    """A table of rows that may be thousands; empty and quiet cells are muted, sums bold."""

    def show_rows(self, rows: Sequence[R]) -> None:
        before = {self.id_at(place) for place in range(self.rowCount())}
        after = {row.id for row in rows}
        if len(before ^ after) <= FEW and before:
            super().show_rows(rows)
            return
        self.beginResetModel()
        self._given = tuple(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == INK_ROLE and index.isValid():
            text = self.columns[index.column()].text(self.row_at(index.row()))
            return "muted" if getattr(self.row_at(index.row()), "quiet", False) or not text else ""
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            return bold_font() if getattr(self.row_at(index.row()), "strong", False) else None
        return super().data(index, role)


@dataclass(frozen=True)
class LedgerLine:
    """A row of the ledger as a table shows it; what has been corrected whole is ``quiet``."""

    row: LedgerRow
    evidence: int = 0

    @property
    def id(self) -> str:
        """Return the id of the row itself."""
        return self.row.entry.id

    @property
    def quiet(self) -> bool:
        """Return whether nothing is left of the row."""
        return not self.row.left_ore

    @property
    def sign(self) -> int:
        """Return -1 for money that goes out, 1 for what comes in, 0 for what moves none."""
        booked = self.row.booked
        return booked.direction if booked is not None else 0

    @property
    def signed(self) -> int:
        """Return the amount with its sign, in öre."""
        return (self.sign or 1) * self.row.entry.amount_ore


def ledger_lines(
    rows: Iterable[LedgerRow], evidence: Mapping[str, int] | None = None
) -> tuple[LedgerLine, ...]:
    """Return the rows as lines, with how many files of ``evidence`` each has, by their ids."""
    counts = evidence or {}
    return tuple(LedgerLine(row, counts.get(row.entry.id, 0)) for row in rows)


def signed(ore: int, sign: int) -> str:
    """Write an amount with its sign: ``−45 080``, ``+45 080``."""
    return f"{ {-1: MINUS, 1: '+'}.get(sign, '') }{digits(abs(ore))}".strip()


def day_text(day: date | None) -> str:
    """Write a day, or that there is none."""
    missing = say("dag saknas")
    return missing if day is None else short_date(day)


def row_kind_text(row: LedgerRow) -> str:
    """Say what a row is, and which one it points to."""
    return kind_text(row.entry.kind, row.original_number)


def ledger_columns() -> tuple[ColumnOf[LedgerLine], ...]:
    """Return the columns of the ledger."""

    def concerned(line: LedgerLine) -> str:
        year = line.row.entry.year_concerned
        return "" if year is None else str(year)

    def corrected(line: LedgerLine) -> tuple[str, str] | None:
        entry = line.row.entry
        return None if line.row.left_ore == entry.amount_ore else ("undo", "warning")

    return (
        ColumnOf(
            say("Nr"),
            lambda line: str(line.row.entry.number),
            56,
            right=True,
            sorts=lambda line: line.row.entry.number,
        ),
        ColumnOf(
            say("Datum"),
            lambda line: day_text(line.row.entry.date),
            96,
            sorts=lambda line: (line.row.entry.date or date.max, line.row.entry.number),
        ),
        ColumnOf(say("Slag"), lambda line: row_kind_text(line.row), 148, picture=corrected),
        ColumnOf(
            say("Belopp, kr"),
            lambda line: signed(line.row.entry.amount_ore, line.sign),
            104,
            right=True,
            sorts=lambda line: line.signed,
        ),
        ColumnOf(say("Post"), lambda line: line.row.post, 184, needs=800),
        ColumnOf(say("Till eller från"), lambda line: line.row.counterpart, 150, needs=560),
        ColumnOf(say("Text"), lambda line: line.row.entry.text),
        ColumnOf(say("Bidrag"), lambda line: line.row.grant, 140, needs=1060),
        ColumnOf(say("Verifikat"), lambda line: line.row.entry.voucher, 80, needs=880),
        ColumnOf(say("Gäller"), concerned, 76, needs=700),
        ColumnOf(
            say("Underlag"),
            lambda line: str(line.evidence or ""),
            76,
            right=True,
            needs=760,
            sorts=lambda line: line.evidence,
        ),
    )


def ledger_words(line: LedgerLine) -> str:
    """Return all that a search in the ledger looks at."""
    entry = line.row.entry
    parts = (
        str(entry.number),
        line.row.counterpart,
        line.row.post,
        line.row.grant,
        entry.voucher,
        entry.text,
        digits(entry.amount_ore),
        "" if entry.date is None else short_date(entry.date),
    )
    return folded(" ".join(parts))


@dataclass(frozen=True)
class GrantLine:
    """A grant in the list."""

    row: GrantRow

    @property
    def id(self) -> str:
        """Return the grant's id."""
        return self.row.sheet.id


_PICTURES: Mapping[GrantState, tuple[str, str]] = {
    GrantState.APPLIED: ("stage-now", "accent"),
    GrantState.REFUSED: ("close", "muted"),
    GrantState.RETRACTED: ("close", "muted"),
    GrantState.WITHDRAWN: ("close", "muted"),
    GrantState.NOT_CARRIED_OUT: ("warning", "warning"),
    GrantState.RECLAIMED: ("warning", "warning"),
    GrantState.PARTLY_REPAID: ("undo", "warning"),
    GrantState.FULLY_REPAID: ("check", "success"),
    GrantState.ENDED: ("check", "success"),
}


def state_picture(state: GrantState) -> tuple[str, str]:
    """Return the icon of a state and its colour."""
    return _PICTURES.get(state, ("stage-coming", "accent"))


def grant_columns() -> tuple[ColumnOf[GrantLine], ...]:
    """Return the columns of the list of grants."""

    def amount(name: str) -> Any:
        return lambda line: digits(getattr(line.row.standing, name) or 0)

    def sorts(name: str) -> Any:
        return lambda line: getattr(line.row.standing, name) or 0

    def due(line: GrantLine) -> str:
        sheet = line.row.sheet
        return "" if sheet.report_due is None else short_date(sheet.report_due)

    def money(title: str, name: str, needs: int, text: Any = None) -> ColumnOf[GrantLine]:
        shown = text or amount(name)
        return ColumnOf(title, shown, 92, right=True, sorts=sorts(name), needs=needs)

    def granted(line: GrantLine) -> str:
        return granted_text(line.row.standing, digits)

    return (
        ColumnOf(
            say("Läge"),
            lambda line: capitalised(word(line.row.standing.state)),
            150,
            picture=lambda line: state_picture(line.row.standing.state),
        ),
        ColumnOf(say("År"), lambda line: str(line.row.sheet.year), 56),
        ColumnOf(say("Förening"), lambda line: line.row.applicant, 190),
        ColumnOf(say("Bidrag"), lambda line: line.row.sheet.title),
        money(say("Beviljat"), "granted", 640, granted),
        money(say("Utbetalt"), "paid", 780),
        money(say("Återbetalt"), "repaid", 860),
        money(say("Netto"), "net", 560),
        ColumnOf(say("Redovisas"), due, 96, needs=960),
        money(say("Ej redovisat"), "unaccounted", 1040),
    )


def grant_words(line: GrantLine) -> str:
    """Return all that a search among the grants looks at."""
    sheet = line.row.sheet
    parts = (line.row.applicant, sheet.title, sheet.purpose, sheet.case_number, line.row.post)
    return folded(" ".join((*parts, word(line.row.standing.state), str(sheet.year))))


def summed(lines: Sequence[LedgerLine]) -> str:
    """Say how many rows there are, what went out and what came in, corrections taken back."""
    sides = sides_of(line.row.booked for line in lines)
    out, back = sides.get(Side.OUT, 0), sides.get(Side.IN, 0)
    rows = say_count("{n} rad", "{n} rader", len(lines))
    sums = say("ut {out} · in {back} · netto {net}")
    return f"{rows} · {sums.format(out=kronor(out), back=kronor(back), net=kronor(out - back))}"
