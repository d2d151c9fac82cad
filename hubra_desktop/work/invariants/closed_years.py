"""A closed year stands: nothing dated in it changes, whoever writes and by whatever way."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from sqlalchemy import Table, select

from hubra_desktop.model.due import day_in_words
from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.store.deltas import Image
from hubra_desktop.store.journal import Recorded
from hubra_desktop.store.tables import BUDGET_VERSION, BUDGET_YEAR
from hubra_desktop.work.invariants.kinds import Touched

FROZEN: Final = frozenset({"year", "body_id", "post_id", "kind", "applied_on", "applied_ore"})
"""What of a grant does not change once its year is closed; what became of it may."""


def check_closed_years(touched: Touched) -> None:
    """Raise InputError when what was written changes a closed year."""
    rows = [each for each in touched.rows if not only_moved(each)]
    for each in rows:
        _refuse_reopening(each)
    years = years_of(touched._replace(rows=rows)) - set(_closing(rows))
    year = BUDGET_YEAR.c
    closed = touched.reader.execute(
        select(year.year, year.closed_on).where(year.year.in_(years), year.closed_on.is_not(None))
    ).first()
    if closed is not None:
        raise _closed(closed.year, closed.closed_on)


def years_of(touched: Touched) -> set[int]:
    """Return the years that the rows tell of, before and after."""
    owners = _Owners(touched)
    return {year for each in touched.rows for year in owners.years(each)}


def _closed(year: int, day: dt.date) -> InputError:
    return refusal(
        "{year} stängdes {day} och ändras inte mer. Bokför i ett öppet år, och ange "
        "att det gäller {year}.",
        year=year,
        day=day_in_words(day),
        field="date",
    )


def only_moved(row: Recorded) -> bool:
    """Tell whether a decision has but another place in its grant's list."""
    if row.kind != "grant_decision" or row.before is None or row.after is None:
        return False
    return {**row.before, "position": 0} == {**row.after, "position": 0}


def _refuse_reopening(row: Recorded) -> None:
    if row.kind == "budget_year" and row.before is not None and row.before["closed_on"]:
        day = dt.date.fromisoformat(row.before["closed_on"])
        raise _closed(row.before["year"], day)


def _closing(rows: Iterable[Recorded]) -> Iterator[int]:
    """Yield the years that are open before and closed after."""
    for row in rows:
        if row.kind == "budget_year" and row.after is not None and row.after["closed_on"]:
            yield row.after["year"]


class _Owners:
    """Finds the years that rows belong to, through rows that may be gone by now."""

    def __init__(self, touched: Touched) -> None:
        self._reader = touched.reader
        self._images = {row.row_id: image for row in touched.rows for image in row.images}

    def years(self, row: Recorded) -> Iterator[int]:
        """Yield the years that a row tells of, before and after."""
        if row.kind == "grant" and not _is_frozen_changed(row):
            return
        for image in row.images:
            year = image["year"] if "year" in image else self._of(image)
            if year is not None:
                yield year

    def _of(self, image: Image) -> int | None:
        """Return the year of what a post, a version or an allocation belongs to."""
        if "budget_version_id" in image:
            version = self._found(BUDGET_VERSION, image["budget_version_id"])
            return self._of(version) if version else None
        year = self._found(BUDGET_YEAR, image["budget_year_id"])
        return year["year"] if year else None

    def _found(self, table: Table, row_id: str) -> Image | None:
        if row_id not in self._images:
            found = self._reader.execute(select(table).where(table.c.id == row_id))
            row = found.mappings().first()
            if row is None:
                return None
            self._images[row_id] = dict(row)
        return self._images[row_id]


def _is_frozen_changed(row: Recorded) -> bool:
    """Tell whether a grant came, went, or is another in what its year was closed with."""
    if row.before is None or row.after is None:
        return True
    return any(row.before[name] != row.after[name] for name in FROZEN)
