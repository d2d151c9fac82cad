"""What a table that travels as a file is: its name, and its columns by the words people read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hubra_desktop.exchange.cells import CellKind
from hubra_desktop.model.words import Term, swedish_word


class TableName(StrEnum):
    """The tables that there are."""

    LEDGER = "ledger"
    GRANTS = "grants"
    ACTIVITIES = "activities"
    MEASUREMENTS = "measurements"
    MEETINGS = "meetings"
    PEOPLE = "people"
    ASSOCIATIONS = "associations"
    MATTERS = "matters"
    REPORTED = "reported"
    ATTENDANCE = "attendance"
    FOLLOW_UPS = "followups"
    RATES = "rates"
    STAYS = "stays"


@dataclass(frozen=True, kw_only=True)
class TableColumn:
    """A column: ``key`` names its value, ``heading`` is what stands above it.

    ``also`` are other headings that people and programs give it. ``words`` are the terms
    that may stand in it, by what they are called. ``derived`` columns are written and
    never read, and where something stands in one that is told.
    """

    key: str
    heading: str
    form: CellKind = CellKind.LINE
    required: bool = False
    derived: bool = False
    also: tuple[str, ...] = ()
    words: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TableShape:
    """A table: its name, what it is called and its columns in order.

    ``dates`` are the keys of the columns that tell the year where no other does.
    """

    name: TableName
    title: str
    columns: tuple[TableColumn, ...]
    dates: tuple[str, ...] = ()

    def column(self, key: str) -> TableColumn:
        """Return the column of a key."""
        return next(each for each in self.columns if each.key == key)


def _named_terms(vocabulary: type[Term]) -> Mapping[str, Term]:
    """Return the terms of a vocabulary that have a word, by their Swedish words."""
    return {swedish_word(term): term for term in vocabulary if swedish_word(term)}


def term_column(
    key: str,
    heading: str,
    vocabulary: type[Term],
    also: tuple[str, ...] = (),
    *,
    required: bool = False,
    more: Mapping[str, Term] | None = None,
) -> TableColumn:
    """Return a column of the terms of a vocabulary, and of ``more`` words for them."""
    return TableColumn(
        key=key,
        heading=heading,
        form=CellKind.TERM,
        required=required,
        also=also,
        words={**_named_terms(vocabulary), **(more or {})},
    )


ID_COLUMN = TableColumn(key="id", heading="Id", form=CellKind.IDENTITY)
YEAR_COLUMN = TableColumn(key="year", heading="År", form=CellKind.YEAR, required=True)
