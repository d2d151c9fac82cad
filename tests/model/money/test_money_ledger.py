"""What the rows of the ledger add up to, and what a year's budget says of it."""

import datetime as dt
from dataclasses import fields, replace

import pytest

from hubra_desktop.model.language import set_language
from hubra_desktop.model.money.budget import BudgetTable, tree, version_on
from hubra_desktop.model.money.budget_outcome import arithmetic, budget_findings
from hubra_desktop.model.money.ledger import EFFECTS, PostSums, effective
from hubra_desktop.model.money.terms import Basis, EntryKind
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    LedgerEntry,
)
from tests.model.money.hands import (
    KR,
    PAID,
    PART,
    REST,
    WHOLE,
    back,
    budget_of,
    day,
    fixed,
    post_sums,
    row,
)
from tests.model.money.reference import budget_table


def test_every_kind_but_a_correction_counts_in_a_column_of_the_sums() -> None:
    assert set(EFFECTS) == set(EntryKind) - {EntryKind.CORRECTION}
    of_grants = {"unpaid", "carried"}
    columns = {each.name for each in fields(PostSums)} - of_grants
    assert {name for name, _ in EFFECTS.values()} == columns


@pytest.mark.parametrize("kind", EFFECTS)
def test_a_row_counts_with_its_sign_and_a_correction_takes_it_back(kind: EntryKind) -> None:
    name, sign = EFFECTS[kind]
    entry = row(1, kind, 300 * KR)
    assert getattr(post_sums([entry])["n17"], name) == sign * 300 * KR
    assert getattr(post_sums([entry, fixed(2, entry, 100 * KR)])["n17"], name) == sign * 200 * KR


def test_ur_dimmans_post_is_restored_by_its_repayment() -> None:
    sums = post_sums([PAID, back(2, WHOLE)])["n17"]
    assert (sums.paid, sums.repaid, sums.net) == (WHOLE, WHOLE, 0)


def test_a_part_that_came_back_leaves_the_rest_as_cost() -> None:
    assert post_sums([PAID, back(2, PART)])["n17"].net == REST == 25_080 * KR


def test_a_surplus_and_a_deficit_are_both_told() -> None:
    assert PostSums(planned=100, repaid=30, income=20).left == 150
    assert PostSums(planned=100, paid=90, cost=20).left == -10


def test_a_correction_takes_back_in_the_column_of_what_it_corrects() -> None:
    repaid = back(2, PART)
    rows = [PAID, repaid, fixed(3, repaid, 5_000 * KR), fixed(4, PAID, 1_000 * KR)]
    sums = post_sums(rows)["n17"]
    assert (sums.paid, sums.repaid) == (WHOLE - 1_000 * KR, PART - 5_000 * KR)
    assert effective(rows)["r2"] == 15_000 * KR
    assert effective(rows)["r1"] == WHOLE - 1_000 * KR


def test_paying_uses_up_what_is_reserved_and_no_more() -> None:
    reserved = row(1, EntryKind.RESERVATION, PART)
    half = row(2, EntryKind.PAYMENT, PART // 2)
    whole = row(3, EntryKind.PAYMENT, PART)
    assert post_sums([reserved])["n17"].reserved == PART
    assert post_sums([reserved, half])["n17"].reserved == PART // 2
    assert post_sums([reserved, half, whole])["n17"].reserved == 0
    assert post_sums([reserved, half, fixed(4, half, PART // 2)])["n17"].reserved == PART
    assert post_sums([reserved, half, back(4, PART // 2)])["n17"].reserved == PART // 2


def test_a_cost_uses_up_the_reservation_that_it_points_to_alone() -> None:
    one = row(1, EntryKind.RESERVATION, 300, grant_id=None)
    other = row(2, EntryKind.RESERVATION, 500, grant_id=None)
    cost = row(3, EntryKind.COST, 400, grant_id=None, original_id="r1")
    unbound = row(4, EntryKind.COST, 400, grant_id=None)
    assert post_sums([one, other, cost, unbound])["n17"].reserved == 500


def test_a_row_counts_from_its_day_and_without_one_from_the_years_last() -> None:
    rows = [replace(PAID, date=day(2017, 4, 3)), back(2, PART)]
    on = {each: post_sums(rows, on=each) for each in (day(2017, 4, 2), day(2017, 4, 3))}
    assert on[day(2017, 4, 2)] == {}
    assert on[day(2017, 4, 3)]["n17"].net == WHOLE
    assert post_sums(rows, on=day(2017, 12, 30))["n17"].net == WHOLE
    assert post_sums(rows, on=day(2017, 12, 31))["n17"].net == REST


def test_a_later_repayment_counts_where_it_moved_or_where_it_belongs() -> None:
    late = back(2, WHOLE, year=2018, post_id="n18", year_concerned=2017)
    cash = post_sums([PAID, late], year=2017)
    accrual = post_sums([PAID, late], year=2017, basis=Basis.ACCRUAL)
    assert (cash["n17"].net, "n18" in cash) == (WHOLE, False)
    assert accrual["n18"].repaid == WHOLE


def later_year() -> BudgetYear:
    posts = (BudgetPost(id="n18", name=" NATTVANDRING/föreningar"),)
    return BudgetYear(id="y18", year=2018, posts=posts)


def test_the_sources_budget_sums_to_its_frame() -> None:
    table = budget_table(budget_of(), [PAID, back(2, WHOLE)])
    assert table.balanced
    assert table.frame_ore == table.allocated_ore == table.total.planned == 264_000 * KR
    assert [(row.post.id, row.depth, row.leaf) for row in table.rows] == [
        ("a17", 0, True),
        ("b17", 0, False),
        ("n17", 1, True),
        ("d17", 1, True),
    ]
    above = table.rows[1]
    assert (above.sums.planned, above.sums.paid, above.sums.net) == (204_000 * KR, WHOLE, 0)
    assert table.has_example
    assert not table.rows[0].example
    assert above.example


def test_on_the_accrual_basis_a_later_repayment_comes_home() -> None:
    late = back(2, WHOLE, year=2018, post_id="n18", year_concerned=2017, date=day(2018, 3, 5))
    year, others = budget_of(), [later_year()]
    cash = budget_table(year, [PAID, late], others=others)
    accrual = budget_table(year, [PAID, late], others=others, basis=Basis.ACCRUAL)
    assert (cash.total.net, accrual.total.net) == (WHOLE, 0)
    assert cash.notes == accrual.notes == (late,)
    assert [row.notes for row in cash.rows] == [(), (late,), (late,), ()]
    of_2018 = budget_table(later_year(), [PAID, late], others=[year])
    assert (of_2018.total.net, of_2018.notes) == (-WHOLE, ())
    assert budget_table(year, [PAID, late], day(2018, 3, 4), others=others).notes == ()


def test_what_has_no_post_to_come_home_to_is_told_apart() -> None:
    late = row(2, EntryKind.COST, 700, year=2018, post_id="x18", year_concerned=2017)
    table = budget_table(budget_of(), [late], basis=Basis.ACCRUAL)
    assert (table.rows[-1].post.id, table.rows[-1].sums.cost) == ("", 700)
    assert table.total.cost == 700


def test_a_closed_years_own_figures_stand_whatever_comes_later() -> None:
    early = back(2, PART, year=2018, post_id="n18", year_concerned=2017, date=day(2018, 1, 20))
    late = back(3, REST, year=2018, post_id="n18", year_concerned=2017, date=day(2018, 3, 5))
    year = budget_of(basis=Basis.ACCRUAL, closed_on=day(2018, 2, 15))
    table = budget_table(year, [PAID, early, late], others=[later_year()])
    assert table.total.net == REST
    assert table.notes == (early, late)
    looked_at = budget_table(replace(year, basis=Basis.CASH), [PAID, early, late],
                             others=[later_year()], basis=Basis.ACCRUAL)  # fmt: skip
    assert looked_at.total.net == 0


def transfer(number: int, when: dt.date | None = None) -> list[LedgerEntry]:
    out = row(number, EntryKind.TRANSFER_OUT, 1_000 * KR, post_id="a17", grant_id=None, date=when)
    into = row(
        number + 1, EntryKind.TRANSFER_IN, 1_000 * KR, post_id="d17", grant_id=None, date=when,
        original_id=out.id,
    )  # fmt: skip
    return [out, into]


def planned(table: BudgetTable, post: str) -> int:
    [found] = [row for row in table.rows if row.post.id == post]
    return found.sums.planned


def test_a_version_tells_the_whole_and_transfers_since_come_on_top() -> None:
    new = BudgetVersion(
        id="v2", decided_on=day(2017, 5, 1), frame_ore=264_000 * KR,
        allocations=(Allocation(id="z", post_id="a17", planned_ore=264_000 * KR),),
    )  # fmt: skip
    year = budget_of()
    year = replace(year, versions=(*year.versions, new))
    rows = [*transfer(1, day(2017, 3, 1)), *transfer(3, day(2017, 5, 1))]
    assert planned(budget_table(year, rows, day(2017, 2, 1)), "a17") == 60_000 * KR
    assert planned(budget_table(year, rows, day(2017, 3, 1)), "a17") == 59_000 * KR
    after = budget_table(year, rows, day(2017, 5, 1))
    assert (planned(after, "a17"), planned(after, "d17")) == (263_000 * KR, 1_000 * KR)
    assert after.total.planned == 264_000 * KR
    assert version_on(year, day(2016, 12, 31)) is None
    assert budget_table(year, [], day(2016, 12, 31)).total == PostSums()


def test_a_post_that_nobody_has_planned_for_is_not_said_to_be_planned_at_nothing() -> None:
    year = budget_of(versions=())
    table = budget_table(year, [PAID])
    assert [row.stated for row in table.rows] == [False] * 4
    assert not any(row.deviates for row in table.rows)
    assert table.frame_ore is None
    assert table.balanced


def test_the_tree_is_told_from_the_top_and_lost_posts_stand_there() -> None:
    year = budget_of(posts=(*budget_of().posts, BudgetPost(id="z", parent_id="gone")))
    assert [(post.id, depth) for post, depth in tree(year)][-1] == ("z", 0)


def test_budgets_that_do_not_add_up_and_posts_that_miss_are_found() -> None:
    [version] = budget_of().versions
    plain = tuple(replace(each, example=False) for each in version.allocations)
    short = budget_of(versions=(replace(version, frame_ore=265_000 * KR, allocations=plain),))
    cost = row(1, EntryKind.COST, 61_000 * KR, post_id="a17", grant_id=None)
    spent = row(2, EntryKind.COST, 115_000 * KR, post_id="n17", grant_id=None)
    table = budget_table(short, [cost, spent])
    during = budget_findings(table, day(2017, 8, 1))
    assert [each.id for each in during] == ["budget_unbalanced", "deviation_unexplained"]
    assert "1\u00a0000\u00a0kr" in during[0].sentence
    assert during[1].sentence.startswith("Arvoden 2017: ")
    after = budget_findings(table, day(2018, 1, 1))
    assert [each.id for each in after] == ["budget_unbalanced", *["deviation_unexplained"] * 2]
    assert after[2].sentence.startswith("Trygghetsdagen 2017: ")


@pytest.mark.parametrize(
    ("sums", "text"),
    [
        (
            PostSums(planned=40_000 * KR, paid=WHOLE, repaid=PART),
            "40 000 planerat − 45 080 utbetalt + 20 000 återbetalt = 14 920 kr kvar",
        ),
        (PostSums(planned=5, cost=5), "0,05 planerat − 0,05 kostnader = 0 kr kvar"),
        (
            PostSums(planned=5, cost=3, reserved=4),
            "0,05 planerat − 0,03 kostnader − 0,04 reserverat = −0,02 kr kvar",
        ),
    ],
)
def test_the_arithmetic_leads_from_the_plan_to_what_is_left(sums: PostSums, text: str) -> None:
    assert arithmetic(sums, 2017).replace("\u00a0", " ") == text


def test_the_arithmetic_is_told_in_english_too() -> None:
    set_language("en")
    try:
        assert arithmetic(PostSums(planned=200, income=100), 2017) == (
            "2 planned + 1 income = 3\u00a0kr left"
        )
    finally:
        set_language("sv")


def test_a_year_just_begun_has_no_deviation_but_a_deficit() -> None:
    begun = BudgetYear(
        id="b", year=2020, posts=(BudgetPost(id="p", name="Arvoden"),),
        versions=(BudgetVersion(id="v", allocations=(Allocation(post_id="p", planned_ore=100),)),),
    )  # fmt: skip
    today = dt.date(2020, 1, 5)
    assert not budget_table(begun, (), today=today).rows[0].deviates
    assert budget_table(begun, ()).rows[0].deviates
    assert budget_table(replace(begun, closed_on=today), (), today=today).rows[0].deviates
    cost = LedgerEntry(id="e", year=2020, post_id="p", kind=EntryKind.COST, amount_ore=101)
    assert budget_table(begun, (cost,), today=today).rows[0].deviates
