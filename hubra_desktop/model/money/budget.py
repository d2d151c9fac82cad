"""A year's budget as a table: what was planned, what became of it, and did it hold.

The same table feeds the screen, the papers and the command line. Posts stand in a tree;
only its leaves carry money, and what stands above them is their sum. What was planned is
the latest version decided on or before the day, and the transfers since. On the
accrual basis a year counts what concerns it; what is moved in another year stands on
another year's post, and is counted on the one here of the same code, or name.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hubra_desktop.model.money.commitments import NO_COMMITMENTS, Commitment, Commitments
from hubra_desktop.model.money.ledger import (
    NOTHING,
    PostSums,
    Sum,
    add_up,
    corrected_entry,
    effective_day,
    sums_of,
)
from hubra_desktop.model.money.terms import Basis, EntryKind, PostKind
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    LedgerEntry,
)
from hubra_desktop.model.swedish import folded

ELSEWHERE = BudgetPost(id="")
"""Stands for the posts of other years that this one has no post like."""


@dataclass(frozen=True, kw_only=True)
class BudgetRow:
    """A post of the table with its sums.

    ``stated`` is False when no version tells what a leaf is planned to cost, ``example``
    when nobody has decided it. ``deviates`` when it is in deficit, or when more than the
    year's share is left, and never of what has no post; ``share`` is by how much, in percent
    of what is planned, above zero for a deficit. ``notes`` are rows of later years that
    concern the post in this one.
    ``commitments`` are the grants that are not paid out, which ``sums`` counts as committed.
    """

    post: BudgetPost
    depth: int
    leaf: bool
    sums: PostSums
    stated: bool
    example: bool
    deviates: bool
    share: float | None
    notes: tuple[LedgerEntry, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BudgetTable:
    """A year's budget on a day. ``frame_ore`` None: no frame is stated.

    ``notes`` are all rows booked in other years that concern this one, in their order;
    ``commitments`` all grants that are not paid out.
    """

    year: int
    basis: Basis
    rows: tuple[BudgetRow, ...]
    total: PostSums
    frame_ore: int | None
    allocated_ore: int
    balanced: bool
    has_example: bool
    version: BudgetVersion | None
    closed_on: dt.date | None
    ended: bool
    notes: tuple[LedgerEntry, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What of the ledger a table is made of, added up by whom it may concern.

    ``sums`` stand on the year's own posts, or on ``""``; transfers are not among them:
    they are the ``transfers`` themselves, with what corrects them.
    """

    sums: tuple[Sum, ...]
    transfers: tuple[LedgerEntry, ...]
    notes: tuple[LedgerEntry, ...]
    commitments: Commitments = NO_COMMITMENTS


def homes_of(year: BudgetYear, others: Iterable[BudgetYear] = ()) -> dict[str, str]:
    """Return, by the ids of posts of any year, the post of this year that they mean."""
    homes = {post.id: post.id for post in year.posts}
    leaves = leaves_of(year)
    by_code = {folded(post.code): post.id for post in reversed(leaves) if post.code.strip()}
    by_name = {folded(post.name): post.id for post in reversed(leaves) if post.name.strip()}
    for other in others:
        for post in other.posts:
            home = by_code.get(folded(post.code)) or by_name.get(folded(post.name))
            if home is not None:
                homes.setdefault(post.id, home)
    return homes


def leaves_of(year: BudgetYear) -> tuple[BudgetPost, ...]:
    """Return the posts that carry money: those without posts below them."""
    above = {post.parent_id for post in year.posts}
    return tuple(post for post in year.posts if post.id not in above)


def income_posts(year: BudgetYear) -> frozenset[str]:
    """Return the ids of the posts that plan income: it lessens what the others may cost."""
    return frozenset(post.id for post in year.posts if post.kind is PostKind.INCOME)


def version_on(year: BudgetYear, on: dt.date | None = None) -> BudgetVersion | None:
    """Return the version that holds on a day, or the latest of all; None when there is none."""
    versions = sorted(year.versions, key=lambda version: held_from(year, version))
    held = [each for each in versions if on is None or held_from(year, each) <= on]
    return held[-1] if held else None


def held_from(year: BudgetYear, version: BudgetVersion) -> dt.date:
    """Return the day that a version holds from; one without a date holds from New Year."""
    return version.decided_on or dt.date(year.year, 1, 1)


def budget_table_of(
    year: BudgetYear,
    counted: Counted,
    basis: Basis,
    homes: Mapping[str, str],
    on: dt.date | None = None,
    *,
    today: dt.date | None = None,
) -> BudgetTable:
    """Make the table of what has been counted, wherever it was added up.

    ``today`` is the day it is made, None when the year is known to be over: until then what
    is left of a post is no deviation.
    """
    ended = year.closed_on is not None or (on or today or dt.date.max) >= dt.date(year.year, 12, 31)
    version = version_on(year, on)
    allocations = version.allocations if version else ()
    rows = _rows(year, counted, version, homes, ended=ended)
    incomes = income_posts(year)
    allocated = sum(
        -each.planned_ore if each.post_id in incomes else each.planned_ore for each in allocations
    )
    frame = version.frame_ore if version else None
    return BudgetTable(
        year=year.year,
        basis=basis,
        rows=rows,
        total=sum((row.sums for row in rows if row.depth == 0), NOTHING),
        frame_ore=frame,
        allocated_ore=allocated,
        balanced=frame is None or frame == allocated,
        has_example=any(each.example for each in allocations),
        version=version,
        closed_on=year.closed_on,
        ended=ended,
        notes=counted.notes,
        commitments=counted.commitments.rows,
    )


def _rows(
    year: BudgetYear,
    counted: Counted,
    version: BudgetVersion | None,
    homes: Mapping[str, str],
    *,
    ended: bool,
) -> tuple[BudgetRow, ...]:
    notes: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in counted.notes:
        notes[homes.get(entry.post_id, "")].append(entry)
    promised: dict[str, list[Commitment]] = defaultdict(list)
    for each in counted.commitments.rows:
        promised[homes.get(each.post_id, "")].append(each)
    ground = _Ground(
        year=year,
        sums=_sums(year, version, counted, promised),
        version=version,
        allocations={each.post_id: each for each in version.allocations} if version else {},
        notes=notes,
        promised=promised,
        ended=ended,
    )
    rows = tuple(_row(ground, *branch) for branch in _tree(year))
    foreign = ground.sums.get("", NOTHING) != NOTHING or notes[""]
    return (*rows, _row(ground, ELSEWHERE, 0, frozenset({""}))) if foreign else rows


def _sums(
    year: BudgetYear,
    version: BudgetVersion | None,
    counted: Counted,
    promised: Mapping[str, Iterable[Commitment]],
) -> dict[str, PostSums]:
    """Return the sums of each post: what is planned and booked, and what grants commit of it."""
    booked = (*counted.sums, *_planned(year, version, counted.transfers))
    sums = defaultdict(lambda: NOTHING, add_up(booked, counted.commitments.covered))
    for post_id, commitments in promised.items():
        for each in commitments:
            carried = each.before(year.year)
            sums[post_id] += PostSums(unpaid=each.ore - carried, carried=carried)
    return sums


def _planned(
    year: BudgetYear,
    version: BudgetVersion | None,
    transfers: tuple[LedgerEntry, ...],
) -> Iterator[Sum]:
    """Yield what a version plans, and the transfers since; a correction goes with its transfer."""
    since = dt.date.min
    if version is not None:
        since = held_from(year, version)
        incomes = income_posts(year)
        for each in version.allocations:
            income = each.post_id in incomes
            kind = EntryKind.TRANSFER_OUT if income else EntryKind.TRANSFER_IN
            yield Sum(each.post_id, kind, None, each.planned_ore)
    by_id = {entry.id: entry for entry in transfers}
    live = (each for each in transfers if effective_day(corrected_entry(each, by_id)) >= since)
    yield from sums_of(live, by_id)


_Branch = tuple[BudgetPost, int, frozenset[str]]


def tree(year: BudgetYear) -> tuple[tuple[BudgetPost, int], ...]:
    """Return the posts as they stand in the tree, each with how deep it stands."""
    return tuple((post, depth) for post, depth, _ in _tree(year))


def _tree(year: BudgetYear) -> list[_Branch]:
    """Return the posts in order, with their depth and the ids of themselves and all below.

    A post whose parent is not there stands at the top.
    """
    below: dict[str | None, list[BudgetPost]] = defaultdict(list)
    ids = {post.id for post in year.posts}
    for post in year.posts:
        below[post.parent_id if post.parent_id in ids else None].append(post)

    def walk(post: BudgetPost, depth: int) -> list[_Branch]:
        inside = [branch for child in below[post.id] for branch in walk(child, depth + 1)]
        return [(post, depth, frozenset({post.id, *(one.id for one, _, _ in inside)})), *inside]

    return [branch for post in below[None] for branch in walk(post, 0)]


@dataclass(frozen=True, kw_only=True)
class _Ground:
    """What the rows of a table are made of, by the ids of their posts."""

    year: BudgetYear
    sums: Mapping[str, PostSums]
    version: BudgetVersion | None
    allocations: Mapping[str, Allocation]
    notes: Mapping[str, list[LedgerEntry]]
    promised: Mapping[str, list[Commitment]]
    ended: bool


def _row(ground: _Ground, post: BudgetPost, depth: int, ids: frozenset[str]) -> BudgetRow:
    sums = sum((ground.sums[each] for each in ids if each in ground.sums), NOTHING)
    planned = [ground.allocations[each] for each in ids if each in ground.allocations]
    notes = (entry for each in ids for entry in ground.notes.get(each, ()))
    stated = bool(planned) or sums.planned != 0
    # What a transfer took below nothing is no whole to be a share of; income is planned so.
    whole = sums.planned > 0 or post.kind is PostKind.INCOME
    return BudgetRow(
        post=post,
        depth=depth,
        leaf=len(ids) == 1,
        sums=sums,
        stated=stated,
        example=any(each.example for each in planned),
        deviates=bool(post.id) and _deviates(ground, sums, stated=stated),
        share=-100 * sums.left / abs(sums.planned) if whole and stated and sums.planned else None,
        notes=tuple(sorted(notes, key=lambda entry: entry.number)),
        commitments=tuple(one for each in ids for one in ground.promised.get(each, ())),
    )


def _deviates(ground: _Ground, sums: PostSums, *, stated: bool) -> bool:
    """Tell whether a post is in deficit, or misses its plan by more than the year's share.

    A surplus is none before the year has ended: a year just begun has everything left.
    """
    if sums.left < 0:
        return ground.version is not None
    return (
        stated
        and ground.ended
        and sums.left * 100 > ground.year.deviation_share * abs(sums.planned)
    )
