"""Draft of the annual report's budget section, from the posts and the ledger."""

from collections.abc import Iterator

from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.grant_narrative import grant_narrative
from hubra_desktop.model.money.grants import governing, standing
from hubra_desktop.model.money.grants_alike import alike, applicant_name
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import DecisionKind, EntryKind
from hubra_desktop.model.narrative import (
    FactText,
    Words,
    decision_key,
    entry_key,
    fill_template,
    join_words,
    list_words,
    own_sentence,
    post_key,
    stored,
    stored_item,
)
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.records.money import Grant, GrantDecision
from hubra_desktop.model.reports.facts import Facts
from hubra_desktop.model.reports.grants_described import came_back, grants_described
from hubra_desktop.model.reports.money_facts import (
    COMMITTED_SUM,
    FRAME,
    LEFT,
    NET,
    OTHERS,
    OTHERS_SUM,
    OVER,
    SURPLUS,
    TO_THE_KRONA,
    frame_left,
    posts_ore,
    top_posts,
)
from hubra_desktop.model.reports.year import YearSheets


def budget_draft(year: YearSheets, facts: Facts) -> str:
    """Return the draft of *Redovisning av budget*, in the order of the council's own.

    The frame, what was transferred between posts, what came back, what the posts tell, other
    grants, and the outcome.
    """
    table = year.budget_table
    apart = grants_described(year)
    returned = [grant for grant in apart if came_back(year, grant)]
    paragraphs = [
        stored(_frame(year, table, facts)) if table else "",
        stored(_transfers(year, table)) if table else "",
        *(stored(_grant(year, grant)) for grant in returned),
        *_deviations(year),
        *_grants(year, [grant for grant in apart if grant not in returned]),
        stored(_others(facts)),
        stored(_outcome(table)) if table else "",
    ]
    return "\n\n".join(part for part in paragraphs if part)


def _tkr(ore: int) -> str:
    return f"{digits(ore // 1000)}\u00a0tkr" if ore % 100_000 == 0 else kronor(ore)


def _frame(year: YearSheets, table: BudgetTable, facts: Facts) -> Words:
    """Tell the frame, and the posts that it is parted into where they add up to it."""
    frame = facts.get(FRAME)
    if frame is None:
        return ()
    parts = [_part(row) for row in top_posts(table)]
    whole = len(parts) > 1 and posts_ore(table) == frame.value
    return fill_template(
        "Budgeten för {year} uppgick till {frame}{parted}.", year=str(year.year),
        frame=FactText(_tkr(frame.value), FRAME),
        parted=(", fördelat på ", *list_words(parts)) if whole else "",
    )  # fmt: skip


def _part(row: BudgetRow) -> Words:
    planned = FactText(_tkr(row.sums.planned), post_key(row.post.id, "planerat"))
    return f"{row.post.name.strip()} (", planned, ")"


def _transfers(year: YearSheets, table: BudgetTable) -> Words:
    """Tell what was moved between the posts after the budget was decided, row by row."""
    names = {row.post.id: row.post.name.strip() for row in table.rows}
    amounts = effective(year.entries)
    into = {each.original_id: each for each in year.entries if each.kind is EntryKind.TRANSFER_IN}
    moved: list[Words] = []
    for each in year.entries:
        other = into.get(each.id)
        if each.kind is not EntryKind.TRANSFER_OUT or other is None or not amounts[each.id]:
            continue
        if each.post_id in names and other.post_id in names:
            ore = FactText(kronor(amounts[each.id]), entry_key(each.id))
            moved.append((ore, f" från {names[each.post_id]} till {names[other.post_id]}"))
    if not moved:
        return ()
    return ("Under året omfördes ", *list_words(moved), ".")


def _grants(year: YearSheets, grants: list[Grant]) -> Iterator[str]:
    """Yield what became of grants, those granted alike in one sentence and a list."""
    for each in alike(grants, year.entries_of):
        if isinstance(each, Grant):
            yield stored(_grant(year, each))
            continue
        yield stored(each.decision)
        yield "\n".join(
            stored_item(applicant_name(year.applicant(grant)), words) for grant, words in each.items
        )


def _grant(year: YearSheets, grant: Grant) -> Words:
    if governing(grant) is None or _amount_unknown(year, grant):
        return join_words(list(_changes(year, grant)))
    posts = {post.id: post for post in year.budget.posts} if year.budget else {}
    return grant_narrative(grant, year.applicant(grant), year.entries_of(grant), posts)


def _amount_unknown(year: YearSheets, grant: Grant) -> bool:
    """Tell whether a grant is known by its changes alone: neither its sum nor a payment is."""
    now = standing(grant, year.entries_of(grant))
    return not now.granted_known and not now.paid


def _changes(year: YearSheets, grant: Grant) -> Iterator[Words]:
    """Tell the raises and cuts of a grant whose own sum is not known."""
    for decision in grant.decisions:
        if decision.year == year.year and decision.kind in {DecisionKind.RAISE, DecisionKind.LOWER}:
            yield _change(year, grant, decision)


def _change(year: YearSheets, grant: Grant, decision: GrantDecision) -> Words:
    by: Words = ()
    if decision.amount_ore is not None:
        by = (" med ", FactText(kronor(decision.amount_ore), decision_key(decision.id)))
    agreement = next((a for a in year.agreements if a.id == grant.agreement_id), None)
    iop = agreement is not None and agreement.kind is AgreementKind.IOP
    return fill_template(
        "Bidraget till {who} {verb}{by}{why}.", who=year.applicant(grant) or "föreningen",
        verb="höjdes" if decision.kind is DecisionKind.RAISE else "sänktes", by=by,
        why=" då IOP tecknades med föreningen" if iop else "",
    )  # fmt: skip


def _others(facts: Facts) -> Words:
    """Sum up the grants that are not described one by one."""
    count, total = facts.get(OTHERS), facts.get(OTHERS_SUM)
    if count is None or total is None:
        return ()
    one = count.value == 1
    template = (
        "Därutöver beviljades {count} bidrag på " + ("" if one else "sammanlagt ") + "{total}."
    )
    return fill_template(
        template, count=FactText("ett" if one else count.form, OTHERS),
        total=FactText(total.form, OTHERS_SUM),
    )  # fmt: skip


def _deviations(year: YearSheets) -> Iterator[str]:
    """Yield the explanations of the posts that miss the budget, each with its post's name."""
    posts = year.budget.posts if year.budget else ()
    told = [(each.name.strip() or "Övriga poster", each.deviation_text.strip()) for each in posts]
    items = [stored_item(name, (own_sentence(text),)) for name, text in told if text]
    if len(items) > 1:
        yield "Kommentarer till utfallet:"
        yield "\n".join(items)
    else:
        yield from (item.removeprefix("- ") for item in items)


def _outcome(table: BudgetTable) -> Words:
    """Tell the year's outcome, once its books are closed and nothing of it is an example."""
    if table.closed_on is None or table.has_example or not table.frame_ore:
        return ()
    left = frame_left(table)
    if left < 0:
        over = FactText(kronor(-left), OVER)
        return fill_template("{cost}, {over} över ramen.", cost=_cost(table), over=over)
    if left == 0:
        held = FactText(TO_THE_KRONA, LEFT)
        return fill_template("{cost}. Budgeten hölls {held}.", cost=_cost(table), held=held)
    rest = FactText(kronor(left), LEFT)
    template = "{cost}. Budgeten hölls, med {left} kvar."
    return fill_template(template, cost=_cost(table), left=rest)


def _cost(table: BudgetTable) -> Words:
    """Tell what the year cost, or by how much its income was more than its costs."""
    net, committed = table.total.net, table.total.committed
    told: Words = ("Årets nettokostnad blev ", FactText(kronor(net), NET))
    if net < 0:
        more = FactText(kronor(-net), SURPLUS)
        told = fill_template("Årets intäkter blev {more} mer än kostnaderna", more=more)
    if not committed:
        return told
    unpaid = FactText(kronor(committed), COMMITTED_SUM)
    return fill_template("{told} och {unpaid} är intecknat", told=told, unpaid=unpaid)
