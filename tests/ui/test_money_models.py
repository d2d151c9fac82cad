"""The tables of the money under Qt's own tester, and the life of a grant as steps."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.money.budget import BudgetTable
from hubra_desktop.model.money.grants import standing
from hubra_desktop.model.money.terms import DecisionKind, EntryKind, Outcome
from hubra_desktop.model.records.money import (
    Allocation,
    BudgetPost,
    BudgetVersion,
    BudgetYear,
    Grant,
    GrantDecision,
    LedgerEntry,
)
from hubra_desktop.ui.pages.money.budget_model import ID_ROLE, BudgetModel, Column
from hubra_desktop.ui.pages.money.cells import BAR_ROLE, INK_ROLE
from hubra_desktop.ui.pages.money.life_line import StepKind
from hubra_desktop.ui.pages.money.life_steps import life_steps, life_text
from hubra_desktop.ui.pages.money.rows_models import (
    LedgerLine,
    MoneyRows,
    ledger_columns,
    ledger_lines,
    ledger_words,
    signed,
    summed,
)
from hubra_desktop.ui.widgets.money_bar import shares
from hubra_desktop.work.queries.money import LedgerRow
from tests.model.money.reference import budget_table

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
YEAR = BudgetYear(
    id="y",
    year=2017,
    posts=(
        BudgetPost(id="a", name="Arvoden"),
        BudgetPost(id="b", name="Bidrag"),
        BudgetPost(id="c", name="Nattvandring", parent_id="b"),
        BudgetPost(id="d", name="Projekt", parent_id="b"),
    ),
    versions=(
        BudgetVersion(
            id="v",
            frame_ore=26_400_000,
            allocations=(
                Allocation(id="1", post_id="a", planned_ore=6_000_000),
                Allocation(id="2", post_id="c", planned_ore=20_400_000, example=True),
            ),
        ),
    ),
)


def entry(number: int, kind: EntryKind, ore: int, **values: object) -> LedgerEntry:
    made = LedgerEntry(
        id=f"e{number}", number=number, year=2017, kind=kind, amount_ore=ore, post_id="c"
    )
    return replace(made, **values)  # type: ignore[arg-type]


def table(*entries: LedgerEntry, year: BudgetYear = YEAR) -> BudgetTable:
    return budget_table(year, entries)


@pytest.fixture
def model(dressed: QApplication) -> BudgetModel:
    made = BudgetModel()
    QAbstractItemModelTester(made, FATAL, made)
    made.show_table(table())
    return made


def test_posts_stand_as_a_tree(model: BudgetModel) -> None:
    assert model.rowCount() == 2
    above = model.index_of("b")
    assert model.rowCount(above) == 2
    below = model.index(0, 0, above)
    assert below.data(ID_ROLE) == "c"
    assert below.parent() == above
    assert not above.parent().isValid()


def test_only_what_differs_is_told_and_what_is_gone_taken_out(model: BudgetModel) -> None:
    told: list[str] = []
    reset: list[bool] = []

    def note(top: QModelIndex, bottom: QModelIndex) -> None:
        told.append(str(top.data(ID_ROLE)))

    model.dataChanged.connect(note)
    model.modelReset.connect(lambda: reset.append(True))
    model.show_table(table(entry(1, EntryKind.PAYMENT, 100)))
    assert sorted(told) == ["b", "c"]
    assert not reset
    model.show_table(table(year=replace(YEAR, posts=YEAR.posts[:3])))
    assert not reset
    assert model.rowCount(model.index_of("b")) == 1


def test_only_leaves_are_planned_for(model: BudgetModel) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.index_of("c", Column.PLANNED).flags() & editable
    assert not model.index_of("b", Column.PLANNED).flags() & editable
    assert model.index_of("b", Column.POST).flags() & editable
    assert not model.index_of("c", Column.LEFT).flags() & editable
    model.set_editable(False, False)
    assert not model.index_of("c", Column.POST).flags() & editable


def test_a_deficit_is_told_by_sign_icon_and_words(model: BudgetModel) -> None:
    model.show_table(table(entry(1, EntryKind.COST, 20_500_000)))
    left = model.index_of("c", Column.LEFT)
    assert left.data() == "\u22121\u00a0000"
    assert left.data(INK_ROLE) == "danger"
    assert not left.data(Qt.ItemDataRole.DecorationRole).isNull()
    drawn = model.index_of("c", Column.BAR).data(BAR_ROLE)
    assert drawn.used == 1.0
    assert drawn.plan < 1.0
    assert "1\u00a0000\u00a0kr" in str(left.data(Qt.ItemDataRole.ToolTipRole))


def test_what_nobody_planned_is_not_a_zero(model: BudgetModel) -> None:
    assert model.index_of("d", Column.PLANNED).data() not in ("0", "")
    assert "20" in str(model.index_of("c", Column.PLANNED).data())
    assert model.index_of("c", Column.PLANNED).data() != "204\u00a0000"
    assert model.index_of("a", Column.PLANNED).data() == "60\u00a0000"


@given(st.integers(0, 10**9), st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_a_bar_is_never_longer_than_its_place(planned: int, used: int, reserved: int) -> None:
    drawn = shares(planned, used, reserved)
    assert 0 <= drawn.used <= 1
    assert drawn.used + drawn.committed <= 1 + 1e-9
    assert 0 <= drawn.plan <= 1


def row(told: LedgerEntry, left: int | None = None, original: int | None = None) -> LedgerRow:
    return LedgerRow(
        entry=told,
        post="Nattvandring",
        counterpart=told.counterpart,
        grant="",
        original_number=original,
        original_kind=None if original is None else EntryKind.PAYMENT,
        left_ore=told.amount_ore if left is None else left,
    )


def ledger_of_three() -> tuple[LedgerLine, ...]:
    payment = entry(1, EntryKind.PAYMENT, 4_508_000, counterpart="Ur Dimman")
    back = entry(2, EntryKind.REPAYMENT, 2_000_000, original_id="e1", date=date(2017, 12, 1))
    fix = entry(3, EntryKind.CORRECTION, 500_000, original_id="e1")
    return ledger_lines((row(payment, 4_008_000), row(back, original=1), row(fix, original=1)))


def test_rows_have_the_sign_of_what_they_do(dressed: QApplication) -> None:
    lines = ledger_of_three()
    assert [line.sign for line in lines] == [-1, 1, 1]
    assert signed(lines[0].row.entry.amount_ore, -1) == "\u221245\u00a0080"
    assert signed(2_000_000, 1) == "+20\u00a0000"
    assert "20\u00a0080" in summed(lines)
    assert "ur dimman" in ledger_words(lines[0])


def test_a_long_ledger_is_shown_at_once_and_sorted(dressed: QApplication) -> None:
    model: MoneyRows[LedgerLine] = MoneyRows(ledger_columns())
    QAbstractItemModelTester(model, FATAL, model)
    lines = [LedgerLine(row(entry(n, EntryKind.COST, n * 100))) for n in range(1, 301)]
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows(lines)
    assert resets == [True]
    model.show_rows(lines[:-2])
    assert resets == [True]
    assert model.rowCount() == 298
    model.sort(3, Qt.SortOrder.DescendingOrder)
    assert model.row_at(0).id == "e1"
    model.sort(-1)
    assert [model.id_at(place) for place in range(3)] == ["e1", "e2", "e3"]


GRANT = Grant(id="g", year=2017, body_id="x", title="CV och körkort")
GIVEN = GrantDecision(kind=DecisionKind.GRANT, year=2017, amount_ore=4_508_000)


def kinds(grant: Grant, *entries: LedgerEntry) -> list[StepKind]:
    own = [replace(each, grant_id="g") for each in entries]
    steps = life_steps(grant, standing(grant, own))
    assert life_text(steps, standing(grant, own).state)
    return [step.kind for step in steps]


def test_a_life_passes_its_steps_in_order() -> None:
    passed, now, coming = StepKind.PASSED, StepKind.NOW, StepKind.COMING
    assert kinds(GRANT) == [now, coming, coming, coming, coming]
    granted = replace(GRANT, decisions=(GIVEN,))
    assert kinds(granted) == [passed, passed, coming, coming, coming]
    some = entry(1, EntryKind.PAYMENT, 1_000_000)
    assert kinds(granted, some)[2] is now
    whole = entry(1, EntryKind.PAYMENT, 4_508_000)
    assert kinds(granted, whole) == [passed, passed, passed, now, coming]


def test_a_refused_grant_stops() -> None:
    no = GrantDecision(kind=DecisionKind.REFUSE, year=2017)
    assert kinds(replace(GRANT, decisions=(no,))) == [StepKind.PASSED, StepKind.STOPPED]


def test_what_came_back_whole_ends_the_line() -> None:
    grant = replace(GRANT, decisions=(GIVEN,), outcome=Outcome.NOT_CARRIED_OUT)
    whole = entry(1, EntryKind.PAYMENT, 4_508_000)
    some = entry(2, EntryKind.REPAYMENT, 2_000_000, original_id="e1")
    rest = entry(3, EntryKind.REPAYMENT, 2_508_000, original_id="e1")
    assert kinds(grant, whole)[3:] == [StepKind.STOPPED, StepKind.COMING]
    assert kinds(grant, whole, some)[3:] == [StepKind.STOPPED, StepKind.NOW]
    assert kinds(grant, whole, some, rest)[3:] == [StepKind.STOPPED, StepKind.PASSED]
