"""A year held against itself: budget, ledger, grants, report and the municipality's accounts.

Each check compares two sides that must come to the same, row by row, and names the rows
that differ. What is added up here is added up anew from the rows themselves, by no function
that the other side was made with, so that a fault on either side shows. A check that has
nothing to compare says why, and what to do about it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from hubra_desktop.model.language import N_, Tell, swedish
from hubra_desktop.model.money.budget import ELSEWHERE, BudgetTable, leaves_of
from hubra_desktop.model.money.figures import post_called
from hubra_desktop.model.money.ledger import counts_in
from hubra_desktop.model.money.statement import SIGNS, compared_lines, net_of
from hubra_desktop.model.money.terms import EntryKind, PostKind
from hubra_desktop.model.records.money import (
    AccountLine,
    AccountStatement,
    BudgetYear,
    LedgerEntry,
)
from hubra_desktop.model.swedish import short_date


class Compared(NamedTuple):
    """A row of a check: its amount on either side in öre, None where that side lacks it.

    ``kind`` and ``row_id`` lead to where it is mended; "" leads nowhere.
    """

    name: str
    ours: int | None
    theirs: int | None
    kind: str = ""
    row_id: str = ""

    @property
    def difference(self) -> int:
        """Return how much more stands on the first side, in öre."""
        return (self.ours or 0) - (self.theirs or 0)

    @property
    def agrees(self) -> bool:
        """Tell whether both sides have the row, and the same amount."""
        return self.ours is not None and self.ours == self.theirs


@dataclass(frozen=True, kw_only=True)
class Check:
    """Two sides that are compared; their names are marked for translation.

    ``missing`` says, marked as well, why nothing could be compared; there are no rows then.
    """

    key: str
    ours: str
    theirs: str
    rows: tuple[Compared, ...] = ()
    missing: str = ""

    @property
    def differing(self) -> tuple[Compared, ...]:
        """Return the rows that differ."""
        return tuple(each for each in self.rows if not each.agrees)

    @property
    def agrees(self) -> bool:
        """Tell whether all rows agree; what could not be compared does neither."""
        return not self.missing and not self.differing

    @property
    def ours_ore(self) -> int:
        """Return the sum of the first side."""
        return sum(each.ours or 0 for each in self.rows)

    @property
    def theirs_ore(self) -> int:
        """Return the sum of the other side."""
        return sum(each.theirs or 0 for each in self.rows)


@dataclass(frozen=True, kw_only=True)
class Reconciliation:
    """All checks of a year."""

    year: int
    checks: tuple[Check, ...]

    @property
    def differing(self) -> tuple[Check, ...]:
        """Return the checks that something differs in."""
        return tuple(each for each in self.checks if each.differing)

    @property
    def missing(self) -> tuple[Check, ...]:
        """Return the checks that had nothing to compare."""
        return tuple(each for each in self.checks if each.missing)

    @property
    def agrees(self) -> bool:
        """Tell whether nothing that could be compared differs."""
        return not self.differing


@dataclass(frozen=True, kw_only=True)
class ReconciledYear:
    """What a year is held against: its table, its rows, and what others say of it.

    ``entries`` are the rows that count in the year, and those that corrections among them
    point to; ``homes`` the year's post of each post that they stand on. ``stated`` are the
    amounts of the annual report with what the register says: None where it has no report.
    Rows are named in the language of ``tell``.
    """

    sheet: BudgetYear
    table: BudgetTable
    entries: tuple[LedgerEntry, ...]
    homes: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    stated: tuple[Compared, ...] | None = None
    statement: AccountStatement | None = None
    tell: Tell = swedish


def reconcile(year: ReconciledYear) -> Reconciliation:
    """Compare everything that can be; nothing is changed."""
    recount = _Recount(year)
    checks = (
        _frame(year),
        _outcome(year, recount),
        _transfers(year, recount),
        _of_grants(year, recount, EntryKind.PAYMENT, N_("Utbetalningar från bidragsposterna")),
        _of_grants(year, recount, EntryKind.REPAYMENT, N_("Återbetalningar till bidragsposterna")),
        _commitments(year),
        _report(year),
        _accounts(year),
    )
    return Reconciliation(year=year.sheet.year, checks=checks)


class _Recount:
    """The year's rows added up one by one; a correction counts as its row does, backwards."""

    def __init__(self, year: ReconciledYear) -> None:
        by_id = {each.id: each for each in year.entries}
        self.homes = year.homes
        self.rows: list[tuple[LedgerEntry, EntryKind, int]] = []
        for each in year.entries:
            if counts_in(year.sheet, year.table.basis, each):
                corrected = each.kind is EntryKind.CORRECTION
                row = by_id.get(each.original_id or "", each) if corrected else each
                self.rows.append((each, row.kind, -1 if corrected else 1))

    def sums(self, wanted: Callable[[LedgerEntry, EntryKind], int]) -> Mapping[str, int]:
        """Return sums by the year's posts of what ``wanted`` gives each row to count with."""
        found: dict[str, int] = defaultdict(int)
        for entry, kind, sign in self.rows:
            found[self.homes.get(entry.post_id, "")] += (
                wanted(entry, kind) * sign * entry.amount_ore
            )
        return found


def _frame(year: ReconciledYear) -> Check:
    table = year.table
    missing = ""
    if table.version is None:
        missing = N_("Ingen budget är beslutad. Välj Besluta budgeten.")
    elif table.frame_ore is None:
        missing = N_("Budgeten har ingen ram. Skriv den under Besluta budgeten.")
    version = table.version
    row = Compared(year.tell("Ramen"), table.frame_ore, table.allocated_ore, "budget_version",
                   version.id if version else "")  # fmt: skip
    rows = () if missing else (row,)
    return Check(
        key="frame", ours=N_("Ramen"), theirs=N_("Posternas budget"), rows=rows, missing=missing
    )


def _outcome(year: ReconciledYear, recount: _Recount) -> Check:
    """Hold each post's net against its rows, added up one by one."""
    counted = recount.sums(lambda _, kind: SIGNS.get(kind, 0))
    shown = {row.post.id: row.sums.net for row in year.table.rows if row.leaf}
    rows = tuple(_of_posts(year, shown, counted))
    return Check(
        key="outcome", ours=N_("Budgetens netto"), theirs=N_("Huvudbokens rader"), rows=rows
    )


def _of_posts(
    year: ReconciledYear, ours: Mapping[str, int], theirs: Mapping[str, int]
) -> Iterator[Compared]:
    names = {post.id: post_called(post, year.tell) for post in (*year.sheet.posts, ELSEWHERE)}
    known = [post.id for post in leaves_of(year.sheet)] + [""]
    for post_id in known:
        if ours.get(post_id) or theirs.get(post_id):
            kind = "budget_post" if post_id else ""
            one, other = ours.get(post_id, 0), theirs.get(post_id, 0)
            yield Compared(names[post_id], one, other, kind, post_id)


def _transfers(year: ReconciledYear, recount: _Recount) -> Check:
    """Hold what left posts against what came to others, transfer by transfer."""
    out, into = (
        {each.id: each for each, kind, _ in recount.rows if each.kind is wanted}
        for wanted in (EntryKind.TRANSFER_OUT, EntryKind.TRANSFER_IN)
    )
    left = _left(recount, (*out, *into))
    rows = []
    for row in out.values():
        mates = [each.id for each in into.values() if each.original_id == row.id]
        came = sum(left[each] for each in mates) if mates else None
        rows.append(Compared(_row_name(year, row), left[row.id], came, "ledger_entry", row.id))
    rows += [
        Compared(_row_name(year, row), None, left[row.id], "ledger_entry", row.id)
        for row in into.values()
        if row.original_id not in out
    ]
    return Check(
        key="transfers", ours=N_("Omföringar ut"), theirs=N_("Omföringar in"), rows=tuple(rows)
    )


def _left(recount: _Recount, ids: Iterable[str]) -> Mapping[str, int]:
    """Return what rows amount to after their corrections."""
    left = dict.fromkeys(ids, 0)
    for entry, _, sign in recount.rows:
        own = entry.id if sign > 0 else entry.original_id or ""
        if own in left:
            left[own] += sign * entry.amount_ore
    return left


def _of_grants(year: ReconciledYear, recount: _Recount, wanted: EntryKind, theirs: str) -> Check:
    """Hold what moved for grants against what moved on the posts of grants, row by row."""
    posts = {post.id for post in year.sheet.posts if post.kind is PostKind.GRANTS}
    here = {
        entry.id: entry
        for entry, kind, sign in recount.rows
        if sign > 0 and kind is wanted and recount.homes.get(entry.post_id) in posts
    }
    left = _left(recount, here)
    rows = tuple(
        Compared(
            _row_name(year, entry),
            left[entry.id] if entry.grant_id else None,
            left[entry.id],
            "ledger_entry",
            entry.id,
        )
        for entry in here.values()
        if left[entry.id]
    )
    ours = N_("Utbetalt till bidrag") if wanted is EntryKind.PAYMENT else N_("Återbetalt av bidrag")
    return Check(key=f"grants-{wanted.value}", ours=ours, theirs=theirs, rows=rows)


def _commitments(year: ReconciledYear) -> Check:
    """Hold what is granted and not paid, grant by grant, against the posts' commitments."""
    table = year.table
    granted: dict[str, int] = defaultdict(int)
    for each in table.commitments:
        granted[year.homes.get(each.post_id, "")] += each.ore
    shown = {row.post.id: row.sums.unpaid + row.sums.carried for row in table.rows if row.leaf}
    rows = tuple(_of_posts(year, granted, shown))
    return Check(
        key="commitments",
        ours=N_("Beviljat men inte utbetalt"),
        theirs=N_("Intecknat på posterna"),
        rows=rows,
    )


def _report(year: ReconciledYear) -> Check:
    missing = N_("Ingen verksamhetsberättelse är skriven för året. Börja en under Handlingar.")
    return Check(
        key="report",
        ours=N_("Verksamhetsberättelsen"),
        theirs=N_("Registret"),
        rows=year.stated or (),
        missing=missing if year.stated is None else "",
    )


def _accounts(year: ReconciledYear) -> Check:
    """Hold the rows of the ledger that moved money against the municipality's accounts."""
    ours, theirs = N_("Huvudboken"), N_("Kommunens bokföring")
    if year.statement is None:
        missing = N_(
            "Kommunens bokföring för året är inte inläst. Läs in den som SIE, CSV eller Excel."
        )
        return Check(key="accounts", ours=ours, theirs=theirs, missing=missing)
    by_id = {each.id: each for each in year.entries}
    moved = [each for each in year.entries if each.year == year.sheet.year and net_of(each, by_id)]
    pairs = compared_lines(moved, year.statement.lines, by_id)
    rows = tuple(
        Compared(
            _row_name(year, entry) if entry else _line_name(line, year.tell), one, other,
            "ledger_entry" if entry else "account_statement",
            entry.id if entry else year.statement.id,
        )
        for entry, line, one, other in pairs
    )  # fmt: skip
    return Check(key="accounts", ours=ours, theirs=theirs, rows=rows)


def _row_name(year: ReconciledYear, entry: LedgerEntry) -> str:
    """Return what a row is known by: ``Rad 12, 5 mars 2017, Ur Dimman``."""
    day = short_date(entry.date) if entry.date else str(entry.year)
    who = entry.counterpart.strip() or year.names.get(entry.counterpart_id or "", "")
    what = who or entry.text.strip()
    return ", ".join(
        part for part in (year.tell("Rad {number}", number=entry.number), day, what) if part
    )


def _line_name(line: AccountLine | None, tell: Tell) -> str:
    """Return what a line of the accounts is known by."""
    if line is None:
        return ""
    day = short_date(line.date) if line.date else ""
    voucher = tell("verifikat {voucher}", voucher=line.voucher) if line.voucher.strip() else ""
    parts = (tell("Kommunens rad"), day, voucher, line.text.strip())
    return ", ".join(part for part in parts if part)
