"""The year's facts about money: its budget, its posts, and every grant that it touches."""

from collections.abc import Iterator
from dataclasses import replace

from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.grants import governing, standing
from hubra_desktop.model.money.sheets import GrantSheet
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, Outcome
from hubra_desktop.model.reports.fact import Fact, FactKind, Source, money
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import folded

FRAME = "budgetram"
_NAMES = {
    "planerat": "planerat", "reserverat": "reserverat", "utbetalt": "utbetalt",
    "kostnad": "kostnad", "aterbetalt": "återbetalt", "netto": "netto", "kvar": "kvar",
    "beviljat": "beviljat", "rest": "kvar att återbetala", "avskrivet": "avskrivet",
}  # fmt: skip


def grant_key(grant_id: str, what: str = "") -> str:
    """Return the key of a grant, or of one of its amounts: beviljat, utbetalt, aterbetalt."""
    return f"bidrag:{grant_id}:{what}" if what else f"bidrag:{grant_id}"


def post_key(post_id: str, what: str) -> str:
    """Return the key of one of a post's sums: planerat, utbetalt, aterbetalt, netto, kvar."""
    return f"post:{post_id}:{what}"


def decision_key(decision_id: str) -> str:
    """Return the key of the amount of a decision."""
    return f"beslut:{decision_id}"


def top_posts(table: BudgetTable) -> list[BudgetRow]:
    """Return the posts at the top that something is planned for."""
    return [row for row in table.rows if row.depth == 0 and row.sums.planned > 0]


def posts_ore(table: BudgetTable) -> int:
    """Return what the posts at the top are planned to together, in öre."""
    return sum(row.sums.planned for row in top_posts(table))


def money_facts(year: YearSheets) -> Iterator[Fact]:
    """Yield the facts of the budget, then those of the grants."""
    table = year.budget_table
    if table is not None and year.budget is not None:
        source = (Source("budget_year", year.budget.id),)
        frame = table.frame_ore if table.frame_ore is not None else table.allocated_ore
        if frame:
            yield money(FRAME, f"Budgetram {year.year}", frame, source)
        yield money("budget:netto", f"Nettokostnad {year.year}", table.total.net, source)
        for row in table.rows:
            yield from _of_post(year, row)
    for grant in year.grants:
        yield from _of_grant(year, grant)


def _of_post(year: YearSheets, row: BudgetRow) -> Iterator[Fact]:
    if not row.post.id:
        return
    entries = tuple(
        Source("ledger_entry", each.id) for each in year.entries if each.post_id == row.post.id
    )
    sources = (Source("budget_post", row.post.id), *entries)
    about = (folded(row.post.name),)
    sums = row.sums
    for what, ore in (
        ("planerat", sums.planned), ("reserverat", sums.reserved), ("utbetalt", sums.paid),
        ("kostnad", sums.cost), ("aterbetalt", sums.repaid), ("netto", sums.net),
        ("kvar", sums.left),
    ):  # fmt: skip
        fact = money(post_key(row.post.id, what), f"{row.post.name}: {_NAMES[what]}", ore, sources)
        yield replace(fact, about=about)


def _of_grant(year: YearSheets, grant: GrantSheet) -> Iterator[Fact]:
    applicant = year.applicant(grant)
    now = standing(grant, year.entries_of(grant))
    name = ", ".join(part for part in (applicant, grant.title) if part)
    own = Source("grant", grant.id)
    about = tuple(folded(word) for word in (applicant, grant.title) if word.strip())
    yield Fact(
        key=grant_key(grant.id), name=f"Bidraget: {name}", kind=FactKind.RECORD, sources=(own,),
        forms=(name,), about=about, value=int(grant.outcome is Outcome.NOT_CARRIED_OUT),
    )  # fmt: skip
    entries = year.entries_of(grant)
    told = {
        "beviljat": (now.granted, ()),
        "utbetalt": (now.paid, (EntryKind.PAYMENT,)),
        "aterbetalt": (now.repaid, (EntryKind.REPAYMENT,)),
        "netto": (now.net, (EntryKind.PAYMENT, EntryKind.REPAYMENT)),
        "rest": (now.rest, (EntryKind.PAYMENT, EntryKind.REPAYMENT)),
        "avskrivet": (now.written_off, ()),
    }
    if not now.granted_known or (not now.granted and governing(grant) is None):
        del told["beviljat"]
    for what, (ore, kinds) in told.items():
        rows = tuple(Source("ledger_entry", each.id) for each in entries if each.kind in kinds)
        fact = money(grant_key(grant.id, what), f"{name}: {_NAMES[what]}", ore, (own, *rows))
        yield replace(fact, about=about)
    if grant.applied_ore is not None:
        fact = money(grant_key(grant.id, "sokt"), f"{name}: sökt", grant.applied_ore, (own,))
        yield replace(fact, about=about)
    yield from _of_decisions(grant, name, about)


def _of_decisions(grant: GrantSheet, name: str, about: tuple[str, ...]) -> Iterator[Fact]:
    for decision in grant.decisions:
        if decision.amount_ore is None or decision.kind is DecisionKind.STANCE:
            continue
        sources = (Source("grant", grant.id), Source("grant_decision", decision.id))
        label = f"{name}: beslut"
        fact = money(decision_key(decision.id), label, decision.amount_ore, sources)
        yield replace(fact, about=about)
