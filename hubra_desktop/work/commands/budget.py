"""A year's budget: its posts, what versions plan for them, and the closing of the year.

Nothing of a closed year changes, and closing ends undo: what led to the closing stands.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final

from sqlalchemy import func, select

from hubra_desktop.model.errors import InputError, refusal
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import N_, say
from hubra_desktop.model.money.budget import version_on
from hubra_desktop.model.records.money import Allocation, BudgetPost, BudgetVersion, BudgetYear
from hubra_desktop.store.rows import Rows
from hubra_desktop.store.tables import BUDGET_YEAR, GRANT, LEDGER_ENTRY
from hubra_desktop.work.commands.base import (
    Step,
    found,
    found_owner,
    inserted,
)
from hubra_desktop.work.queries.money import closing_commitments


@dataclass(frozen=True)
class CopyBudget(Step):
    """Make a year's budget of another's: the same posts, and what its latest version plans."""

    from_year: int
    to_year: int
    label: ClassVar[str] = "add-budget_year"

    def apply(self, rows: Rows) -> str:
        old = _year(rows, self.from_year)
        ids = {post.id: new_id() for post in old.posts}
        latest = version_on(old)
        versions = (_copied(latest, ids),) if latest else ()
        posts = tuple(
            replace(
                post,
                id=ids[post.id],
                parent_id=ids.get(post.parent_id or ""),
                deviation_text="",
            )
            for post in old.posts
        )
        year = replace(old, id="", year=self.to_year, posts=posts, versions=versions, note="")
        return rows.put(replace(year, closed_on=None, closing=()))


def _copied(version: BudgetVersion, ids: Mapping[str, str]) -> BudgetVersion:
    """Return a version for another year's posts, decided by nobody yet."""
    allocations = tuple(
        replace(each, id="", post_id=ids[each.post_id], example=True)
        for each in version.allocations
        if each.post_id in ids
    )
    return BudgetVersion(frame_ore=version.frame_ore, allocations=allocations)


def _year(rows: Rows, year: int) -> BudgetYear:
    found_years = rows.all(BudgetYear, BUDGET_YEAR.c.year == year)
    if not found_years:
        raise refusal("Det finns ingen budget för {year}. Lägg upp den först.", year=year)
    return found_years[0]


def begin_open(rows: Rows, owner: None, year: BudgetYear) -> BudgetYear:
    """Return a new year's budget, which is always open."""
    return replace(year, closed_on=None, closing=())


def change_budget_year(
    rows: Rows, before: BudgetYear, values: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return a year's new values; raises InputError for its closing.

    A year that something is booked on, or granted from, stays the year that it is.
    """
    if "closed_on" in values:
        raise refusal("Ett år stängs för sig.")
    if values.get("year", before.year) != before.year:
        for post in before.posts:
            _refuse_used(rows, post, _KEEPS_YEAR)
    return values


def remove_year(rows: Rows, year: BudgetYear) -> None:
    """Raise InputError when something is booked on a year's budget."""
    for post in year.posts:
        _refuse_used(rows, post, _KEPT)


def remove_post(rows: Rows, post: BudgetPost) -> None:
    """Remove what was planned for a post; raises InputError when the post is used."""
    year: BudgetYear = found_owner(rows, BudgetPost, post.id)
    _refuse_used(rows, post, _KEPT)
    if any(each.parent_id == post.id for each in year.posts):
        raise refusal("Posten har underposter. Ta bort eller flytta dem först.")
    for version in year.versions:
        for each in version.allocations:
            if each.post_id == post.id:
                rows.remove(Allocation, each.id)


_KEPT: Final = N_(
    "Det finns bokförda rader eller bidrag på posten {name}, så den kan inte tas bort."
)
_KEEPS_YEAR: Final = N_(
    "Det finns bokförda rader eller bidrag på posten {name}, så budgetens år kan inte ändras."
)


def _refuse_used(rows: Rows, post: BudgetPost, sentence: str) -> None:
    """Raise InputError, in a sentence that names the post, when rows or grants stand on it."""
    booked = select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.post_id == post.id).limit(1)
    granted = select(GRANT.c.id).where(GRANT.c.post_id == post.id).limit(1)
    if any(rows.connection.scalar(each) is not None for each in (booked, granted)):
        raise InputError(say(sentence, name=post.name))


@dataclass(frozen=True)
class Allocate(Step):
    """Write what a version plans for a post, in öre; None: it says nothing of it."""

    version_id: str
    post_id: str
    planned_ore: int | None
    example: bool = False
    label: ClassVar[str] = "change-allocation"

    def apply(self, rows: Rows) -> None:
        version = found(rows, BudgetVersion, self.version_id)
        others = tuple(each for each in version.allocations if each.post_id != self.post_id)
        place = next(
            (n for n, each in enumerate(version.allocations) if each.post_id == self.post_id), None
        )
        if self.planned_ore is None:
            allocations = others
        else:
            known = Allocation() if place is None else version.allocations[place]
            planned = replace(
                known, post_id=self.post_id, planned_ore=self.planned_ore, example=self.example
            )
            allocations = inserted(others, planned, place)
        rows.put(replace(version, allocations=allocations), was=version)


def _open_before(rows: Rows, year: int) -> int | None:
    """Return the first year before another that has a budget that is not closed."""
    budget = BUDGET_YEAR.c
    still_open = select(func.min(budget.year)).where(budget.year < year, budget.closed_on.is_(None))
    found: int | None = rows.connection.scalar(still_open)
    return found


@dataclass(frozen=True)
class CloseYear(Step):
    """Close a year that is over: nothing dated in it changes after this, nor by undo.

    The budgets of earlier years are closed before: what is granted and not paid in them is
    committed in this one.
    """

    year: int
    day: dt.date
    label: ClassVar[str] = "close-year"
    barrier: bool = True

    def apply(self, rows: Rows) -> None:
        year = _year(rows, self.year)
        if self.day < dt.date(self.year, 12, 31):
            raise refusal("{year} kan stängas först när året är slut.", year=self.year)
        earlier = _open_before(rows, self.year)
        if earlier is not None:
            raise refusal(
                "Stäng {earlier} först. Det som är beviljat och inte utbetalt då är intecknat "
                "i {year}.",
                earlier=earlier,
                year=self.year,
            )
        closing = closing_commitments(rows.connection, year, self.day)
        rows.put(replace(year, closed_on=self.day, closing=closing), was=year)
