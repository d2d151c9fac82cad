"""A year's budget: its posts, what versions plan for them, and the closing of the year.

Nothing of a closed year changes, and closing ends undo: what led to the closing stands.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.ids import new_id
from hubra_desktop.model.language import say
from hubra_desktop.model.mapped import Allocation, BudgetPost, BudgetVersion, BudgetYear
from hubra_desktop.model.money.budget import version_on
from hubra_desktop.model.money.sheets import BudgetVersionSheet, BudgetYearSheet
from hubra_desktop.model.tables.money import GRANT, LEDGER_ENTRY
from hubra_desktop.work.commands.base import Change, Remove, Step, assign, found
from hubra_desktop.work.commands.mapped_rows import new_row, new_tree, tree_of
from hubra_desktop.work.commands.money_checks import check_budgets


@dataclass(frozen=True)
class AddBudgetYear(Step):
    """Store a year's budget, with the posts and versions that are known; one per year."""

    sheet: BudgetYearSheet
    label: ClassVar[str] = "add-budget_year"

    def apply(self, session: Session) -> str:
        row = new_tree(replace(self.sheet, closed_on=None))
        session.add(row)
        check_budgets(session, [self.sheet.year])
        return row.id


@dataclass(frozen=True)
class CopyBudget(Step):
    """Make a year's budget of another's: the same posts, and what its latest version plans."""

    from_year: int
    to_year: int
    label: ClassVar[str] = "add-budget_year"

    def apply(self, session: Session) -> str:
        old = tree_of(BudgetYearSheet, _year(session, self.from_year))
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
        return AddBudgetYear(year).apply(session)


def _copied(version: BudgetVersionSheet, ids: Mapping[str, str]) -> BudgetVersionSheet:
    """Return a version for another year's posts, decided by nobody yet."""
    allocations = tuple(
        replace(each, id="", post_id=ids[each.post_id], example=True)
        for each in version.allocations
        if each.post_id in ids
    )
    return BudgetVersionSheet(frame_ore=version.frame_ore, allocations=allocations)


def _year(session: Session, year: int) -> BudgetYear:
    row = session.scalars(select(BudgetYear).where(BudgetYear.year == year)).first()
    if row is None:
        raise InputError(
            say(
                "Det finns ingen budget för {year}. Lägg upp den först.",
                "There is no budget for {year}. Make it first.",
                year=year,
            )
        )
    return row


class ChangeBudgetYear(Change):
    """Change a year's basis, share of deviation or note; its number and closing stand."""

    table = BudgetYear

    def apply(self, session: Session) -> None:
        year = found(session, BudgetYear, self.row_id)
        if {"year", "closed_on"} & self.values.keys():
            raise InputError(
                say(
                    "Budgetens år ändras inte, och ett år stängs för sig.",
                    "A budget's year does not change, and a year is closed by itself.",
                )
            )
        assign(year, self.values)


class RemoveBudgetYear(Remove):
    """Take away an open year's budget that nothing is booked on."""

    table = BudgetYear

    def apply(self, session: Session) -> None:
        year = found(session, BudgetYear, self.row_id)
        for post in year.posts:
            _refuse_used(session, post)
        session.delete(year)


@dataclass(frozen=True)
class AddBudgetPost(Step):
    """Add a post to a year's budget, last."""

    year_id: str
    values: Mapping[str, Any]
    label: ClassVar[str] = "add-budget_post"

    def apply(self, session: Session) -> str:
        year = found(session, BudgetYear, self.year_id)
        post = new_row(BudgetPost, self.values)
        year.posts.append(post)
        check_budgets(session, [year.year])
        return post.id


class ChangeBudgetPost(Change):
    """Change a post's code, name, kind, place in the tree or deviation text."""

    table = BudgetPost

    def apply(self, session: Session) -> None:
        post = found(session, BudgetPost, self.row_id)
        year = found(session, BudgetYear, post.budget_year_id)
        assign(post, self.values)
        check_budgets(session, [year.year])


@dataclass(frozen=True)
class MoveBudgetPost(Step):
    """Move a post to another place among its year's posts."""

    row_id: str
    index: int
    label: ClassVar[str] = "move-budget_post"

    def apply(self, session: Session) -> None:
        post = found(session, BudgetPost, self.row_id)
        year = found(session, BudgetYear, post.budget_year_id)
        order = [each for each in year.posts if each is not post]
        order.insert(max(0, self.index), post)
        for place, each in enumerate(order):
            each.position = place


class RemoveBudgetPost(Remove):
    """Take away a post that nothing is booked on; what was planned for it goes too."""

    table = BudgetPost

    def apply(self, session: Session) -> None:
        post = found(session, BudgetPost, self.row_id)
        year = found(session, BudgetYear, post.budget_year_id)
        _refuse_used(session, post)
        if any(each.parent_id == post.id for each in year.posts):
            raise InputError(
                say(
                    "Posten har underposter. Ta bort eller flytta dem först.",
                    "The post has others below it. Remove or move them first.",
                )
            )
        for version in year.versions:
            for each in [row for row in version.allocations if row.post_id == post.id]:
                version.allocations.remove(each)
        year.posts.remove(post)


def _refuse_used(session: Session, post: BudgetPost) -> None:
    """Raise InputError when rows or grants stand on a post."""
    reader = session.connection()
    booked = select(LEDGER_ENTRY.c.id).where(LEDGER_ENTRY.c.post_id == post.id).limit(1)
    granted = select(GRANT.c.id).where(GRANT.c.post_id == post.id).limit(1)
    if any(reader.scalar(each) is not None for each in (booked, granted)):
        raise InputError(
            say(
                "Det finns bokförda rader eller bidrag på posten {name}, så den kan inte tas bort.",
                "Rows or grants stand on the post {name}, so it cannot be removed.",
                name=post.name,
            )
        )


@dataclass(frozen=True)
class AddBudgetVersion(Step):
    """Add the budget as decided at one time: the whole of it, post by post."""

    year_id: str
    version: BudgetVersionSheet = field(default_factory=BudgetVersionSheet)
    label: ClassVar[str] = "add-budget_version"

    def apply(self, session: Session) -> str:
        year = found(session, BudgetYear, self.year_id)
        row = new_tree(self.version)
        assert isinstance(row, BudgetVersion)
        year.versions.append(row)
        check_budgets(session, [year.year])
        return row.id


class ChangeBudgetVersion(Change):
    """Change a version's day, reference, meeting, frame or note."""

    table = BudgetVersion

    def apply(self, session: Session) -> None:
        version = found(session, BudgetVersion, self.row_id)
        assign(version, self.values)


class RemoveBudgetVersion(Remove):
    """Take a version of an open year's budget away."""

    table = BudgetVersion

    def apply(self, session: Session) -> None:
        version = found(session, BudgetVersion, self.row_id)
        year = found(session, BudgetYear, version.budget_year_id)
        year.versions.remove(version)


@dataclass(frozen=True)
class Allocate(Step):
    """Write what a version plans for a post, in öre; None: it says nothing of it."""

    version_id: str
    post_id: str
    planned_ore: int | None
    example: bool = False
    label: ClassVar[str] = "change-allocation"

    def apply(self, session: Session) -> None:
        version = found(session, BudgetVersion, self.version_id)
        year = found(session, BudgetYear, version.budget_year_id)
        row = next((each for each in version.allocations if each.post_id == self.post_id), None)
        if self.planned_ore is None:
            if row is not None:
                version.allocations.remove(row)
            return
        values = {"planned_ore": self.planned_ore, "example": self.example}
        if row is None:
            new = new_row(Allocation, {"post_id": self.post_id, **values})
            version.allocations.append(new)
        else:
            assign(row, values)
        check_budgets(session, [year.year])


@dataclass(frozen=True)
class CloseYear(Step):
    """Close a year that is over: nothing dated in it changes after this, nor by undo."""

    year: int
    day: dt.date
    label: ClassVar[str] = "close-year"
    barrier: bool = True

    def apply(self, session: Session) -> None:
        year = _year(session, self.year)
        if self.day < dt.date(self.year, 12, 31):
            raise InputError(
                say(
                    "{year} kan stängas först när året är slut.",
                    "{year} can be closed only when the year is over.",
                    year=self.year,
                )
            )
        assign(year, {"closed_on": self.day})
