"""The books stay true: what holds for the money whoever writes, and by whatever way.

Looks at what a transaction has written, just before it is committed: commands, files and
undo all pass here. A row of the ledger is never changed and never taken away but by the
undo of its own booking, and nothing dated in a closed year changes at all.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.language import say
from hubra_desktop.model.swedish import date_in_text
from hubra_desktop.model.tables.money import BUDGET_VERSION, BUDGET_YEAR

if TYPE_CHECKING:
    from hubra_desktop.store.journal import Image, Recorded

KINDS: Final = frozenset(
    {
        "allocation",
        "budget_post",
        "budget_version",
        "budget_year",
        "grant",
        "grant_decision",
        "ledger_entry",
    }
)
"""The tables that tell of a year's money."""

FROZEN: Final = frozenset({"year", "body_id", "post_id", "kind", "applied_on", "applied_ore"})
"""What of a grant does not change once its year is closed; what became of it may."""


def check_books(connection: Connection, recorded: "Iterable[Recorded]", *, replayed: bool) -> None:
    """Raise InputError when what was written changes a closed year, or a booked row.

    ``replayed`` tells that it was undone or done again.
    """
    rows = [each for each in recorded if each.kind in KINDS and not _only_moved(each)]
    if not rows:
        return
    if not replayed:
        _refuse_rewriting(rows)
    for each in rows:
        _refuse_reopening(each)
    closing = set(_closing(rows))
    owners = _Owners(connection, rows)
    years = {year for each in rows for year in owners.years(each)} - closing
    refuse_closed(connection, *years)


def closes_year(recorded: "Iterable[Recorded]") -> bool:
    """Tell whether what was written closes a year: nothing before it can be undone."""
    return any(True for _ in _closing(recorded))


def refuse_closed(connection: Connection, *years: int) -> None:
    """Raise InputError when one of the years is closed."""
    year = BUDGET_YEAR.c
    closed = connection.execute(
        select(year.year, year.closed_on).where(year.year.in_(years), year.closed_on.is_not(None))
    ).first()
    if closed is not None:
        raise _closed(closed.year, closed.closed_on)


def _closed(year: int, day: dt.date) -> InputError:
    return InputError(
        say(
            "{year} stängdes {day} och ändras inte mer. Bokför i ett öppet år, och ange "
            "att det gäller {year}.",
            "{year} was closed on {date} and does not change any more. Book in an open "
            "year, and say that it concerns {year}.",
            year=year,
            day=date_in_text(day),
            date=day.isoformat(),
        ),
        field="date",
    )


def _images(row: "Recorded") -> "Iterator[Image]":
    yield from (image for image in (row.before, row.after) if image is not None)


def _only_moved(row: "Recorded") -> bool:
    """Tell whether a decision has but another place in its grant's list."""
    if row.kind != "grant_decision" or row.before is None or row.after is None:
        return False
    return {**row.before, "position": 0} == {**row.after, "position": 0}


def _refuse_rewriting(rows: "Iterable[Recorded]") -> None:
    for row in rows:
        if row.kind == "ledger_entry" and row.before is not None:
            raise InputError(
                say(
                    "Rad {number} är bokförd och ändras inte. Rätta den med en ny rad.",
                    "Row {number} is booked and does not change. Correct it by a new row.",
                    number=row.before["number"],
                )
            )


def _refuse_reopening(row: "Recorded") -> None:
    if row.kind == "budget_year" and row.before is not None and row.before["closed_on"]:
        day = dt.date.fromisoformat(row.before["closed_on"])
        raise _closed(row.before["year"], day)


def _closing(rows: "Iterable[Recorded]") -> Iterator[int]:
    """Yield the years that are open before and closed after."""
    for row in rows:
        if row.kind == "budget_year" and row.after is not None and row.after["closed_on"]:
            yield row.after["year"]


class _Owners:
    """Finds the years that rows belong to, through rows that may be gone by now."""

    def __init__(self, connection: Connection, rows: "Iterable[Recorded]") -> None:
        self._connection = connection
        self._images = {row.row_id: image for row in rows for image in _images(row)}

    def years(self, row: "Recorded") -> Iterator[int]:
        """Yield the years that a row tells of, before and after."""
        if row.kind == "grant" and not _is_frozen_changed(row):
            return
        for image in _images(row):
            year = image["year"] if "year" in image else self._of(image)
            if year is not None:
                yield year

    def _of(self, image: "Image") -> int | None:
        """Return the year of what a post, a version or an allocation belongs to."""
        if "budget_version_id" in image:
            version = self._found(BUDGET_VERSION, image["budget_version_id"])
            return self._of(version) if version else None
        year = self._found(BUDGET_YEAR, image["budget_year_id"])
        return year["year"] if year else None

    def _found(self, table: Table, row_id: str) -> "Image | None":
        if row_id not in self._images:
            found = self._connection.execute(select(table).where(table.c.id == row_id))
            row = found.mappings().first()
            if row is None:
                return None
            self._images[row_id] = dict(row)
        return self._images[row_id]


def _is_frozen_changed(row: "Recorded") -> bool:
    """Tell whether a grant came, went, or is another in what its year was closed with."""
    if row.before is None or row.after is None:
        return True
    return any(row.before[name] != row.after[name] for name in FROZEN)
