"""The year's facts about money: its budget, its posts, and every grant that it touches."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hubra_desktop.model.money.budget import BudgetRow, BudgetTable
from hubra_desktop.model.money.grant_narrative import OUTCOME_WORDS, GrantSums
from hubra_desktop.model.money.grants import governing, standing
from hubra_desktop.model.money.ledger import effective
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, Outcome
from hubra_desktop.model.narrative import decision_key, entry_key, grant_key, post_key
from hubra_desktop.model.records.money import Grant, LedgerEntry
from hubra_desktop.model.reports.fact import Fact, FactKind, Source, counted, money, sources_of
from hubra_desktop.model.reports.grants_described import grants_summed_up
from hubra_desktop.model.reports.year import YearSheets
from hubra_desktop.model.swedish import date_in_text, folded

FRAME = "budgetram"
NET, LEFT, OVER = "budget:netto", "budget:kvar", "budget:over"
SURPLUS, COMMITTED_SUM = "budget:overskott", "budget:intecknat"
TO_THE_KRONA = "på kronan"
OTHERS, OTHERS_SUM = "bidrag-ovriga", "bidrag-ovriga:summa"
_NAMES = {
    "planerat": "planerat", "reserverat": "reserverat", "intecknat": "intecknat",
    "utbetalt": "utbetalt",
    "kostnad": "kostnad", "intakt": "intäkt", "aterbetalt": "återbetalt", "netto": "netto",
    "kvar": "kvar",
    "beviljat": "beviljat", "rest": "kvar att återbetala", "avskrivet": "avskrivet",
    "outbetalt": "inte utbetalt", "belastar": "belastar posten",
}  # fmt: skip
_BOTH = (EntryKind.PAYMENT, EntryKind.REPAYMENT)
_SUMS_OF = {
    "reserverat",
    "intecknat",
    "utbetalt",
    "kostnad",
    "aterbetalt",
    "intakt",
    "netto",
    "kvar",
}
"""The sums of a post that move with the ledger."""


def top_posts(table: BudgetTable) -> list[BudgetRow]:
    """Return the posts at the top that something is planned for."""
    return [row for row in table.rows if row.depth == 0 and row.sums.planned > 0]


def posts_ore(table: BudgetTable) -> int:
    """Return what the posts at the top are planned to together, in öre."""
    return sum(row.sums.planned for row in top_posts(table))


def frame_left(table: BudgetTable) -> int:
    """Return what is left of the frame, in öre: as of a post, less net and committed."""
    return (table.frame_ore or 0) - table.total.net - table.total.committed


def money_facts(year: YearSheets) -> Iterator[Fact]:
    """Yield the facts of the budget, then those of the grants."""
    table = year.budget_table
    if table is not None and year.budget is not None:
        source = (Source("budget_year", year.budget.id),)
        frame = table.frame_ore if table.frame_ore is not None else table.allocated_ore
        if frame:
            whole = money(FRAME, f"Budgetram {year.year}", frame, source)
            yield replace(whole, about=("budgeten", "budgetram", "budgetramen", "ramen"))
        net = table.total.net
        outcome = money(NET, f"Nettokostnad {year.year}", net, source, hangs=True)
        yield replace(outcome, about=("nettokostnad", "nettokostnaden"))
        if net < 0:
            yield money(SURPLUS, f"Överskott {year.year}", -net, source, hangs=True)
        if table.total.committed:
            name = f"Intecknat {year.year}"
            yield money(COMMITTED_SUM, name, table.total.committed, source, hangs=True)
        left = frame_left(table)
        key, name = (OVER, "Över ramen") if left < 0 else (LEFT, "Kvar av ramen")
        forms = () if left else (TO_THE_KRONA,)
        if table.frame_ore:
            yield money(key, f"{name} {year.year}", abs(left), source, forms=forms, hangs=True)
        for row in table.rows:
            yield from _of_post(year, row)
    for grant in year.grants:
        yield from _of_grant(year, grant)
    yield from _of_others(year)
    yield from _of_rows(year)
    yield from _of_versions(year)
    yield from _of_agreements(year)


def _of_rows(year: YearSheets) -> Iterator[Fact]:
    """Yield the ledger's other rows: costs, income, transfers, and what belongs to no grant."""
    told = {grant.id for grant in year.grants}
    amounts = effective(year.entries)
    posts = _post_names(year)
    for each in year.entries:
        if each.grant_id in told and each.kind in _BOTH:
            continue  # told with its grant
        post = posts.get(each.post_id, "")
        name = ", ".join(part for part in (post, each.counterpart.strip()) if part)
        yield replace(
            money(
                entry_key(each.id), f"{name or each.year}: rad {each.number}",
                amounts.get(each.id, each.amount_ore), sources_of("ledger_entry", [each]),
                hangs=True,
            ),
            about=tuple(folded(each) for each in (post, each.counterpart) if each.strip()),
        )  # fmt: skip


def _post_names(year: YearSheets) -> dict[str, str]:
    posts = year.budget.posts if year.budget else ()
    return {post.id: post.name.strip() for post in posts}


def _of_versions(year: YearSheets) -> Iterator[Fact]:
    """Yield what each version of the budget plans: a text may tell how it was changed."""
    posts = _post_names(year)
    for version in year.budget.versions if year.budget else ():
        source = (Source("budget_version", version.id),)
        name = f"Budget {year.year}"
        if version.decided_on:
            name = f"{name} av {date_in_text(version.decided_on)}"
        if version.frame_ore is not None:
            yield money(f"ram:{version.id}", f"{name}: ram", version.frame_ore, source)
        for each in version.allocations:
            post = posts.get(each.post_id, "")
            fact = money(f"anslag:{each.id}", f"{name}: {post}", each.planned_ore, source)
            yield replace(fact, about=(folded(post),) if post else ())


def _of_agreements(year: YearSheets) -> Iterator[Fact]:
    """Yield the year's money of each agreement."""
    for each in year.agreements:
        if each.amount_ore is not None:
            fact = money(
                f"overenskommelse:{each.id}", f"{each.title}: belopp per år", each.amount_ore,
                sources_of("agreement", [each]),
            )  # fmt: skip
            names = (each.title, *(party.name for party in each.parties))
            yield replace(fact, about=tuple(folded(name) for name in names if name.strip()))


def _of_post(year: YearSheets, row: BudgetRow) -> Iterator[Fact]:
    if not row.post.id:
        return
    entries = (each for each in year.entries if each.post_id == row.post.id)
    sources = (Source("budget_post", row.post.id), *sources_of("ledger_entry", entries))
    about = (folded(row.post.name),)
    sums = row.sums
    for what, ore in (
        ("planerat", sums.planned), ("reserverat", sums.reserved),
        ("intecknat", sums.committed), ("utbetalt", sums.paid),
        ("kostnad", sums.cost), ("aterbetalt", sums.repaid), ("intakt", sums.income),
        ("netto", sums.net),
        ("kvar", sums.left),
    ):  # fmt: skip
        fact = money(post_key(row.post.id, what), f"{row.post.name}: {_NAMES[what]}", ore, sources)
        yield replace(fact, about=about, hangs=what in _SUMS_OF)


def _of_others(year: YearSheets) -> Iterator[Fact]:
    """Yield how many grants are summed up, and to how much."""
    rest = grants_summed_up(year)
    if rest:
        sources = sources_of("grant", rest)
        total = sum(standing(each, year.entries_of(each)).granted for each in rest)
        yield replace(counted(OTHERS, f"Övriga bidrag {year.year}", sources), hangs=True)
        yield money(OTHERS_SUM, f"Övriga bidrag {year.year}: summa", total, sources, hangs=True)


def _of_grant(year: YearSheets, grant: Grant) -> Iterator[Fact]:
    applicant = year.applicant(grant)
    name = ", ".join(part for part in (applicant, grant.title) if part)
    own = Source("grant", grant.id)
    about = tuple(folded(word) for word in (applicant, grant.title) if word.strip())
    yield Fact(
        key=grant_key(grant.id), name=f"Bidraget: {name}", kind=FactKind.RECORD, sources=(own,),
        forms=(name,), about=about, value=int(grant.outcome is Outcome.NOT_CARRIED_OUT),
    )  # fmt: skip
    yield Fact(
        key=grant_key(grant.id, "utfall"), name=f"{name}: utfall", kind=FactKind.STATE,
        forms=OUTCOME_WORDS[grant.outcome], sources=(own,), hangs=True,
    )  # fmt: skip
    for fact in (*_of_ledger(grant, name, GrantSums(grant, year.entries_of(grant))),
                 *_of_decisions(grant, name)):  # fmt: skip
        yield replace(fact, about=(*about, *_posts_of(year, grant, fact)))


def _posts_of(year: YearSheets, grant: Grant, fact: Fact) -> Iterator[str]:
    """Yield the names of the posts that bear a grant, for what is told of them: belastas med."""
    if fact.key.endswith(":belastar") or fact.key.startswith("rad:"):
        posts = _post_names(year)
        charged = dict.fromkeys(each.post_id for each in year.entries_of(grant))
        yield from (folded(posts[each]) for each in charged if posts.get(each))


def _of_ledger(grant: Grant, name: str, sums: GrantSums) -> Iterator[Fact]:
    """Yield what the ledger tells of a grant: sums, rows, and how many there are."""
    now, own = sums.now, Source("grant", grant.id)

    def fact(
        what: str, ore: int, rows: Iterable[LedgerEntry] = (), form: str = "", label: str = ""
    ) -> Fact:
        key, label = grant_key(grant.id, what), f"{name}: {label or _NAMES[what]}"
        sources = (own, *sources_of("ledger_entry", rows))
        return money(key, label, ore, sources, forms=(form,) if form else (), hangs=True)

    moved = [each for each in sums.own if each.kind in _BOTH]
    paid = [each for each in moved if each.kind is EntryKind.PAYMENT]
    back = [each for each in moved if each.kind is EntryKind.REPAYMENT]
    all_paid = now.granted_known and now.paid == now.granted
    whole = "hela summan" if now.repaid == now.paid else ""
    if now.granted_known and (now.granted or governing(grant) is not None):
        yield fact("beviljat", now.granted)
    whole_paid = "hela beloppet" if all_paid else ""
    yield fact("utbetalt", now.paid, paid, whole_paid if now.paid else "inte")
    yield fact("aterbetalt", now.repaid, back, whole if now.repaid else "inte")
    yield fact("netto", now.net, moved)
    yield fact("rest", now.rest, moved)
    yield fact("avskrivet", now.written_off)
    if now.granted_known:
        yield fact("outbetalt", now.unpaid, paid)
    for booked, rows in sums.late.items():
        ore = sums.sum_of(rows)
        form = "återbetalningen" if ore == now.repaid else ""
        yield fact(f"aterbetalt:{booked}", ore, rows, form, f"återbetalt {booked}")
    if sums.charged is not None:
        ore = sums.charged[2]
        charged = fact("belastar", ore, moved, "" if ore else "inte")
        # It is the post's, and stands on the rows.
        yield replace(charged, sources=sources_of("ledger_entry", moved))
    for what, found in (("utbetalningar", sums.payments), ("aterbetalningar", sums.repayments)):
        count = counted(
            grant_key(grant.id, what), f"{name}: {what}", sources_of("ledger_entry", found)
        )
        yield replace(count, hangs=True)
    for each in sums.own:
        if each.kind in _BOTH:
            ore = sums.amounts[each.id]
            label = f"{name}: rad {each.number}"
            yield money(
                entry_key(each.id), label, ore, sources_of("ledger_entry", [each]), hangs=True
            )


def _of_decisions(grant: Grant, name: str) -> Iterator[Fact]:
    """Yield what was decided and applied for: each sum as it was that day."""
    own = Source("grant", grant.id)
    if grant.applied_ore is not None:
        yield money(grant_key(grant.id, "sokt"), f"{name}: sökt", grant.applied_ore, (own,))
    for each in grant.instalments:
        label = f"{name}: planerad delbetalning"
        key = f"delbetalning:{each.id}"
        yield money(key, label, each.amount_ore, (own, Source("instalment", each.id)))
    for decision in grant.decisions:
        if decision.amount_ore is None or decision.kind is DecisionKind.STANCE:
            continue
        minuted = [Source("decision", each) for each in [decision.minuted_id] if each]
        sources = (own, Source("grant_decision", decision.id), *minuted)
        yield money(decision_key(decision.id), f"{name}: beslut", decision.amount_ore, sources)
