"""What the annual report says of the budget: told from the budget's posts and the ledger."""

from collections.abc import Iterator
from typing import Final

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.grants import governing, standing
from hubra_desktop.model.money.sheets import GrantDecisionSheet, GrantSheet
from hubra_desktop.model.money.story import story
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.reports.facts import Facts
from hubra_desktop.model.reports.linking import with_marks
from hubra_desktop.model.reports.marks import tied
from hubra_desktop.model.reports.money_facts import (
    FRAME,
    decision_key,
    grant_key,
    post_key,
    posts_ore,
    top_posts,
)
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import listed

_MOST_TOLD: Final = 8
"""So many grants are told one by one; when there are more, those without a story are summed."""
_WHOLE: Final = "hela summan"


def budget_draft(year: YearSheets, facts: Facts) -> str:
    """Return the draft of *Redovisning av budget*, in the order of the council's own.

    The frame, what came back, what the posts tell, other grants, and the outcome.
    """
    table = year.budget_table
    told = _with_story(year)
    paragraphs = [
        _frame(year, table, facts) if table else "",
        *(_grant(year, grant, facts) for grant in told if _came_back(year, grant)),
        _deviations(year, facts),
        *(_grant(year, grant, facts) for grant in told if not _came_back(year, grant)),
        _others(year),
        _outcome(table) if table else "",
    ]
    return "\n\n".join(part for part in paragraphs if part)


def _tkr(ore: int) -> str:
    return f"{ore // 100_000}\u00a0tkr" if ore % 100_000 == 0 else kronor(ore)


def _frame(year: YearSheets, table: BudgetTable, facts: Facts) -> str:
    """Tell the frame, and the posts that it is parted into where they add up to it."""
    frame = facts.get(FRAME)
    if frame is None:
        return ""
    parts = [_part(row) for row in top_posts(table)]
    whole = posts_ore(table) == frame.value
    lead = f"Budgeten för {year.year} uppgick till {tied(_tkr(frame.value), FRAME)}"
    return f"{lead}, fördelat på {listed(parts)}." if len(parts) > 1 and whole else f"{lead}."


def _part(row: BudgetRow) -> str:
    name = row.post.name[:1].lower() + row.post.name[1:]
    amount = tied(_tkr(row.sums.planned), post_key(row.post.id, "planerat"))
    return f"{name} {amount}"


def _with_story(year: YearSheets) -> list[GrantSheet]:
    """Return the grants that are told one by one: those that something happened to at least."""
    moved = [grant for grant in year.grants if _happened(year, grant)]
    plain = [grant for grant in _known(year) if grant not in moved]
    return moved if len(moved) + len(plain) > _MOST_TOLD else [*moved, *plain]


def _known(year: YearSheets) -> list[GrantSheet]:
    """Return the grants of the year whose amounts are known."""
    return [
        grant for grant in year.grants
        if grant.year == year.year and governing(grant) is not None
        and any(each.amount_ore for each in grant.decisions)
    ]  # fmt: skip


def _happened(year: YearSheets, grant: GrantSheet) -> bool:
    """Tell whether money came back in the year, or the grant was raised, lowered or withdrawn."""
    changed = {
        DecisionKind.RAISE, DecisionKind.LOWER, DecisionKind.WITHDRAW, DecisionKind.RECLAIM,
        DecisionKind.WRITE_OFF,
    }  # fmt: skip
    decided = any(each.kind in changed and each.year == year.year for each in grant.decisions)
    return decided or _came_back(year, grant)


def _came_back(year: YearSheets, grant: GrantSheet) -> bool:
    return any(
        each.kind is EntryKind.REPAYMENT and each.year == year.year
        for each in year.entries_of(grant)
    )


def _grant(year: YearSheets, grant: GrantSheet, facts: Facts) -> str:
    if governing(grant) is None or _amount_unknown(year, grant):
        return " ".join(_changes(year, grant))
    posts = {post.id: post for post in year.budget.posts} if year.budget else {}
    text = story(grant, year.applicant(grant), year.entries_of(grant), posts)
    own = [fact for fact in facts.values() if _is_of(fact.key, grant)]
    text = with_marks(text, own, frozenset(fact.key for fact in own))
    if _WHOLE in text:
        text = text.replace(_WHOLE, tied(_WHOLE, grant_key(grant.id)), 1)
    return text


def _amount_unknown(year: YearSheets, grant: GrantSheet) -> bool:
    """Tell whether a grant is known by its changes alone: neither its sum nor a payment is."""
    now = standing(grant, year.entries_of(grant))
    return not now.granted_known and not now.paid


def _is_of(key: str, grant: GrantSheet) -> bool:
    keys = {decision_key(each.id) for each in grant.decisions}
    return key in keys or key.startswith(grant_key(grant.id, "x")[:-1])


def _changes(year: YearSheets, grant: GrantSheet) -> Iterator[str]:
    """Tell the raises and cuts of a grant whose own sum is not known."""
    for decision in grant.decisions:
        if decision.year == year.year and decision.kind in {DecisionKind.RAISE, DecisionKind.LOWER}:
            yield _change(year, grant, decision)


def _change(year: YearSheets, grant: GrantSheet, decision: GrantDecisionSheet) -> str:
    verb = "höjdes" if decision.kind is DecisionKind.RAISE else "sänktes"
    words = f"Bidraget till {year.applicant(grant) or 'föreningen'} {verb}"
    if decision.amount_ore is not None:
        words += f" med {tied(kronor(decision.amount_ore), decision_key(decision.id))}"
    agreement = next((a for a in year.agreements if a.id == grant.agreement_id), None)
    if agreement is not None and agreement.kind is AgreementKind.IOP:
        words += " då IOP tecknades med föreningen"
    return f"{words}."


def _others(year: YearSheets) -> str:
    """Sum up the grants that are not told one by one."""
    told = {grant.id for grant in _with_story(year)}
    rest = [grant for grant in _known(year) if grant.id not in told]
    if not rest:
        return ""
    total = sum(standing(grant, year.entries_of(grant)).granted for grant in rest)
    return f"Därutöver beviljades {len(rest)} bidrag på sammanlagt {kronor(total)}."


def _deviations(year: YearSheets, facts: Facts) -> str:
    posts = year.budget.posts if year.budget else ()
    texts = (post.deviation_text.strip() for post in posts)
    return with_marks(" ".join(text for text in texts if text), facts.values())


def _outcome(table: BudgetTable) -> str:
    """Tell the year's outcome, once its books are closed and nothing of it is an example."""
    if table.closed_on is None or table.has_example or not table.frame_ore:
        return ""
    net = tied(kronor(table.total.net), "budget:netto")
    left = table.frame_ore - table.total.net
    if left < 0:
        return f"Årets nettokostnad blev {net}, {kronor(-left)} över ramen."
    if left == 0:
        return f"Årets nettokostnad blev {net}. Budgeten hölls på kronan."
    return f"Årets nettokostnad blev {net}. Budgeten hölls, med {kronor(left)} kvar."
