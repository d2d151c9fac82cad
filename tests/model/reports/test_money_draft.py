"""What is proposed of the money: the frame, the posts, each grant and the outcome."""

import datetime as dt
from dataclasses import replace

import pytest

from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantKind, Outcome
from hubra_desktop.model.plan.terms import AgreementKind
from hubra_desktop.model.records.money import BudgetYear, GrantDecision
from hubra_desktop.model.records.plan import Agreement
from hubra_desktop.model.reports.fact_check import check_text
from hubra_desktop.model.reports.facts import facts
from hubra_desktop.model.reports.marks import marks_in, strip_links
from hubra_desktop.model.reports.money_draft import budget_draft
from hubra_desktop.model.reports.templates import BUDGET
from tests.model.prose import words_of
from tests.model.reports.source_year import (
    entry,
    grant,
    huddinge,
    saying,
    small,
    text_of,
    written,
)


def test_the_budget_tells_ur_dimman_from_the_ledger() -> None:
    year = huddinge()
    draft = budget_draft(year, facts(year))
    told = strip_links(draft).replace("\u00a0", " ")
    assert "föreningsbidrag på 45 080 kr" in told
    assert "återbetalat hela summan" in told
    assert "Bidraget till Grannstöd Huddinge höjdes med 20 000 kr då IOP tecknades" in told
    assert "Trygghetsdagens utgifter blev något lägre än planerat" in told
    assert {
        "budgetram",
        "bidrag:grant-01:aterbetalt",
        "beslut:grant-01-decision-1",
        "beslut:grant-02-decision-2",
    } <= {mark.key for mark in marks_in(draft)}


def test_a_grant_in_use_is_told_and_a_closed_year_has_its_outcome() -> None:
    year = small()
    assert year.budget is not None
    closed = replace(year.budget, closed_on=dt.date(2018, 1, 31))
    used = small(
        budget=closed, entries=(entry(1, EntryKind.PAYMENT),),
        grants=(grant(outcome=Outcome.CARRIED_OUT),),
    )  # fmt: skip
    told = strip_links(budget_draft(used, facts(used))).replace("\u00a0", " ")
    assert told.startswith(
        "Budgeten för 2017 uppgick till 100 tkr, fördelat på Arvoden (40 tkr) och"
    )
    assert "Årets nettokostnad blev 45 080 kr. Budgeten hölls, med 54 920 kr kvar." in told


@pytest.mark.parametrize(
    ("ore", "told"),
    [(10_000_000, "Budgeten hölls på kronan."), (10_050_000, "500 kr över ramen.")],
)
def test_the_outcome_is_told_as_it_is(ore: int, told: str) -> None:
    year = small(grants=())
    assert year.budget is not None
    cost = replace(entry(1, EntryKind.COST, ore), grant_id=None)
    closed = replace(year, entries=(cost,),
                     budget=replace(year.budget, closed_on=dt.date(2018, 1, 31)))  # fmt: skip
    assert told in strip_links(budget_draft(closed, facts(closed))).replace("\u00a0", " ")


def test_grants_that_were_given_alike_are_one_sentence_and_a_list() -> None:
    given = tuple(
        grant(200_000, id=f"g{n}", body_id=f"b{n}", kind=GrantKind.NIGHT_WALK, outcome=outcome,
              decisions=(replace(grant().decisions[0], id=f"d{n}", amount_ore=200_000 * n),))
        for n, outcome in ((1, Outcome.OPEN), (2, Outcome.CARRIED_OUT))
    )  # fmt: skip
    paid = entry(1, EntryKind.PAYMENT, 400_000, grant_id="g2", date=dt.date(2017, 4, 1))
    year = small(grants=given, entries=(paid,), names={"b1": "1. FC *Vall*", "b2": "Berga"})
    draft = budget_draft(year, facts(year))
    told = words_of(draft).replace("\u00a0", " ").split("\n\n")[1:]
    assert told == [
        "TR beviljade under 2017 föreningsbidrag för nattvandring till följande sökande:",
        (
            "1. FC *Vall*: 2 000 kr, inte utbetalt.\n"
            "Berga: 4 000 kr, hela beloppet utbetalt den 1 april 2017, genomfört."
        ),
    ]
    assert [mark.key for mark in marks_in(draft)][3:] == [
        "beslut:d1", "bidrag:g1:utbetalt", "beslut:d2", "bidrag:g2:utbetalt", "bidrag:g2:utfall",
    ]  # fmt: skip


def test_grants_of_one_decision_tell_each_purpose_that_is_its_own() -> None:
    given = tuple(
        grant(id=f"g{n}", body_id=f"b{n}", title=title, outcome=Outcome.OPEN,
              decisions=(replace(grant().decisions[0], id=f"d{n}", amount_ore=200_000),))
        for n, title in ((1, "Läxhjälp"), (2, "Nattfotboll"))
    )  # fmt: skip
    year = small(grants=given, entries=(), names={"b1": "Vall", "b2": "Berga"})
    told = words_of(budget_draft(year, facts(year))).replace("\u00a0", " ")
    assert "föreningsbidrag till följande sökande:" in told
    assert "Vall: 2 000 kr för projektet Läxhjälp, inte utbetalt." in told
    assert "Berga: 2 000 kr för projektet Nattfotboll, inte utbetalt." in told


def test_millions_are_told_in_groups_of_three_and_are_known_again() -> None:
    year = small(grants=(), entries=())
    assert year.budget is not None
    version = year.budget.versions[0]
    dear = replace(version, frame_ore=206_000_000, allocations=tuple(
        replace(each, planned_ore=ore)
        for each, ore in zip(version.allocations, (6_000_000, 200_000_000), strict=True)
    ))  # fmt: skip
    year = replace(year, budget=replace(year.budget, versions=(dear,)))
    draft = budget_draft(year, facts(year))
    told = words_of(draft).replace("\u00a0", " ")
    assert "uppgick till 2 060 tkr, fördelat på Arvoden (60 tkr) och Bidrag (2 000 tkr)" in told
    assert check_text(saying(strip_links(draft), BUDGET), year).contradicted == ()


def test_a_post_is_explained_under_its_name() -> None:
    year = small(grants=(), entries=())
    assert year.budget is not None
    posts = tuple(replace(each, deviation_text="färre möten") for each in year.budget.posts)
    both = replace(year, budget=replace(year.budget, posts=posts))
    assert budget_draft(both, facts(both)).endswith(
        "Kommentarer till utfallet:\n\n- **Arvoden**: Färre möten.\n- **Bidrag**: Färre möten."
    )
    one = replace(year, budget=replace(year.budget, posts=(posts[0], year.budget.posts[1])))
    assert budget_draft(one, facts(one)).endswith("\n\n**Arvoden**: Färre möten.")


def test_many_grants_are_summed_but_those_that_came_back_are_told() -> None:
    many = tuple(
        grant(100_000, id=f"g{n}", outcome=Outcome.OPEN,
              decisions=(replace(grant().decisions[0], id=f"d{n}", amount_ore=100_000),))
        for n in range(2, 22)
    )  # fmt: skip
    year = small(grants=(grant(), *many))
    told = strip_links(budget_draft(year, facts(year))).replace("\u00a0", " ")
    assert "Hemvist" in told
    assert "Därutöver beviljades 20 bidrag på sammanlagt 20 000 kr." in told


def test_a_raise_alone_is_told_without_a_sum_nobody_knows() -> None:
    lowered = GrantDecision(id="d", kind=DecisionKind.LOWER, year=2017)
    iop = Agreement(id="ag", kind=AgreementKind.IOP)
    cut = grant(decisions=(lowered,), agreement_id="ag")
    year = small(grants=(cut,), entries=(), budget=None, agreements=(iop,))
    told = budget_draft(year, facts(year))
    assert told == "Bidraget till Hemvist sänktes då IOP tecknades med föreningen."


def test_a_year_without_budget_or_grants_says_nothing_of_money() -> None:
    year = small(budget=None, grants=(), entries=())
    assert budget_draft(year, facts(year)) == ""
    empty = small(budget=BudgetYear(id="b", year=2017), grants=(), entries=())
    assert budget_draft(empty, facts(empty)) == ""


def test_transfers_between_posts_are_told_as_the_ledger_has_them() -> None:
    apart = {"grant_id": None}
    rows = (
        entry(1, EntryKind.TRANSFER_OUT, 500_000, post_id="f", **apart),
        entry(2, EntryKind.TRANSFER_IN, 500_000, original_id="e1", **apart),
    )
    report = written(small(grants=(), entries=rows))
    assert "Under året omfördes 5 000 kr från Arvoden till Bidrag." in strip_links(
        text_of(report, BUDGET)
    ).replace("\u00a0", " ")
    assert "Under året omfördes" not in text_of(written(small()), BUDGET)
