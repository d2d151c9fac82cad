"""Sheets of labels (etiketter): the usual ones of A4, with their measures as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hubra_desktop.model.errors import refusal
from hubra_desktop.model.wording import quoted


@dataclass(frozen=True, kw_only=True)
class LabelSheet:
    """A sheet's labels, in millimetres.

    ``left`` and ``top`` are where the first label begins, ``across`` and ``down`` how far on
    the next one does.
    """

    title: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        """Return how many labels a sheet has."""
        return self.columns * self.rows


LABEL_SHEETS: Final[Mapping[str, LabelSheet]] = {
    "3x8": LabelSheet(
        title="3 × 8 (70 × 37 mm)", columns=3, rows=8, width=70, height=37,
        left=0, top=0.5, across=70, down=37,
    ),
    "3x8-luft": LabelSheet(
        title="3 × 8 med mellanrum (63,5 × 33,9 mm)", columns=3, rows=8, width=63.5, height=33.9,
        left=7.2, top=12.9, across=66.05, down=33.9,
    ),
    "2x7": LabelSheet(
        title="2 × 7 (99,1 × 38,1 mm)", columns=2, rows=7, width=99.1, height=38.1,
        left=4.65, top=15.15, across=101.6, down=38.1,
    ),
}  # fmt: skip
"""The sheets by what they are called on the command line; the first is the usual one."""

USUAL_SHEET: Final = next(iter(LABEL_SHEETS))


def label_sheet(name: str, first: int) -> LabelSheet:
    """Return a sheet by its name, if label number ``first`` is on it; raises InputError."""
    sheet = LABEL_SHEETS.get(name)
    if sheet is None:
        raise refusal(
            "Arket {name} finns inte. Välj: {known}.",
            name=quoted(name),
            known=", ".join(LABEL_SHEETS),
        )
    if not 1 <= first <= sheet.count:
        raise refusal(
            "Arket har etikett 1–{last}. Skriv vilken av dem som är den första lediga.",
            last=sheet.count,
        )
    return sheet
