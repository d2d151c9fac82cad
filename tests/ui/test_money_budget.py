"""The budget in place: posts, planned amounts, decisions, transfers and the year's end."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hubra_desktop.model.money.amounts import digits, kronor
from hubra_desktop.model.money.terms import Basis, PostKind
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.forms.amount_edit import AmountEdit
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.money.cells import ICON_ROOM, AmountEntry
from hubra_desktop.ui.pages.money.head import PARTS
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.ui.theme import GRID
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.work.commands.budget import CloseYear
from tests.ui.hands import settle
from tests.ui.money import cell, enter, form, page, post, press, send, type_cell

FEES = "Arvoden"
DAY = "Trygghetsdagen"


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def money(window: MainWindow) -> MoneyPage:
    shown = page(window)
    shown.show_part("budget")
    return shown


def planned(shown: MoneyPage, name: str) -> int:
    return post(shown, name).sums.planned


def test_the_posts_make_the_frame_and_the_sum_row_says_it(money: MoneyPage) -> None:
    table = money.year.table
    assert table is not None
    assert table.total.planned == table.frame_ore == 26_400_000
    assert kronor(26_400_000) in money.budget.sums.accessibleName()
    assert kronor(26_400_000) in money.budget.summary.verdict.text.text()
    assert "264\u00a0000" in money.budget.summary.sum.text()


def test_what_is_planned_is_typed_in_its_cell(money: MoneyPage) -> None:
    row = post(money, FEES)
    type_cell(money, row.post.id, Column.PLANNED, "45 tkr")
    assert planned(money, FEES) == 4_500_000
    table = money.year.table
    assert table is not None
    assert not table.balanced
    assert kronor(1_500_000) in money.budget.summary.frame.text.text()


def test_an_amount_written_by_hand_is_no_example_any_more(
    window: MainWindow, money: MoneyPage
) -> None:
    row = post(money, DAY)
    assert row.example
    type_cell(money, row.post.id, Column.PLANNED, "41 000")
    assert not post(money, DAY).example
    window.desk.undo()
    settle()
    assert post(money, DAY).example
    assert planned(money, DAY) == 4_000_000


def test_an_unclear_amount_is_asked_about_in_the_cell(money: MoneyPage) -> None:
    row = post(money, FEES)
    editor = type_cell(money, row.post.id, Column.PLANNED, "1.5")
    assert isinstance(editor, AmountEdit)
    asked = editor.question
    assert asked is not None
    assert [button.property("ore") for button in asked.buttons] == [150, 1_500]
    assert planned(money, FEES) == 6_000_000
    QTest.keyClick(asked.buttons[0], Qt.Key.Key_Right)
    QTest.keyClick(asked.buttons[1], Qt.Key.Key_Return)
    settle()
    assert planned(money, FEES) == 1_500
    assert money.budget.view.open_editor() is None


def test_esc_leaves_the_question_and_then_the_cell(money: MoneyPage) -> None:
    editor = type_cell(money, post(money, FEES).post.id, Column.PLANNED, "45,080")
    assert isinstance(editor, AmountEntry)
    assert editor.question is not None
    QTest.keyClick(editor.question.buttons[0], Qt.Key.Key_Escape)
    settle()
    assert money.budget.view.open_editor() is editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.text() == editor.given
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert money.budget.view.open_editor() is None
    assert planned(money, FEES) == 6_000_000


def test_a_refused_amount_stays_with_its_sentence(window: MainWindow, money: MoneyPage) -> None:
    editor = type_cell(money, post(money, FEES).post.id, Column.PLANNED, "mycket")
    assert editor.property("refused")
    told = [each for each in window.findChildren(Callout) if not each.isHidden()]
    assert told
    assert told[0].text() == editor.accessibleDescription()
    assert not window.desk.flush()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle()
    assert window.desk.flush()


def test_tab_leads_through_names_and_plans(money: MoneyPage) -> None:
    view = money.budget.view
    cell(money, post(money, FEES).post.id, Column.POST)
    press_key(money, Qt.Key.Key_Tab)
    assert view.currentIndex().column() == Column.PLANNED
    press_key(money, Qt.Key.Key_Tab)
    assert view.currentIndex().column() == Column.POST
    assert view.current_id() != post(money, FEES).post.id
    press_key(money, Qt.Key.Key_Escape)


def press_key(shown: MoneyPage, key: Qt.Key) -> None:
    """Press a key in the open cell."""
    editor = shown.budget.view.open_editor()
    assert editor is not None
    QTest.keyClick(editor, key)
    settle()


def test_arrows_lead_to_the_amounts_and_back(money: MoneyPage) -> None:
    view = money.budget.view
    view.choose(post(money, FEES).post.id)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().column() == Column.PLANNED
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().column() == Column.POST
    above = post(money, "Bidrag, fortbildning och övrigt").post.id
    view.choose(above)
    index = money.budget.model.index_of(above)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(index)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.isExpanded(index)
    assert view.currentIndex().column() == Column.POST


def test_posts_are_added_named_moved_and_removed(window: MainWindow, money: MoneyPage) -> None:
    money.budget.view.choose(post(money, FEES).post.id)
    window.actions_["add-post"].trigger()
    settle()
    editor = money.budget.view.open_editor()
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Resor")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    made = post(money, "Resor")
    assert made.depth == 0
    assert not made.stated
    assert "book" not in window.actions_["undo"].text()
    money.budget.view.choose(made.post.id)
    window.actions_["move-up"].trigger()
    settle()
    names = [row.post.name for row in money.budget.model.all_rows() if not row.depth]
    assert names.index("Resor") == 1
    window.actions_["remove-item"].trigger()
    settle()
    assert all(row.post.name != "Resor" for row in money.budget.model.all_rows())
    window.desk.undo()
    settle()
    assert post(money, "Resor").post.id == made.post.id


def test_a_post_that_is_booked_on_is_not_removed(window: MainWindow, money: MoneyPage) -> None:
    night = post(money, "Nattvandring/Föreningar")
    money.budget.view.choose(night.post.id)
    window.actions_["remove-item"].trigger()
    assert window.messages.history[-1].level == "refusal"
    assert post(money, night.post.name).post.id == night.post.id


def test_the_strip_holds_what_has_no_column(window: MainWindow, money: MoneyPage) -> None:
    row = post(money, FEES)
    money.budget.view.choose(row.post.id)
    details = money.budget.details
    assert details.isVisible()
    assert details.choices["kind"].value() is PostKind.FEES
    details.texts["deviation_text"].setPlainText("Färre sammanträden än planerat.")
    assert window.desk.flush()
    assert post(money, FEES).post.deviation_text == "Färre sammanträden än planerat."
    details.entries["example"].field.click()
    settle()
    assert post(money, FEES).example


def test_money_is_transferred_between_posts(window: MainWindow, money: MoneyPage) -> None:
    money.budget.view.choose(post(money, FEES).post.id)
    window.actions_["transfer"].trigger()
    opened = form(money)
    assert opened.entries["from_post_id"].read() == post(money, FEES).post.id
    enter(opened, to_post_id=post(money, DAY).post.id, amount_ore="10 tkr", date="2017-09-01")
    send(opened)
    assert planned(money, FEES) == 5_000_000
    assert planned(money, DAY) == 5_000_000
    table = money.year.table
    assert table is not None
    assert table.total.planned == 26_400_000


def test_a_transfer_below_nothing_is_asked_about_and_its_deficit_is_shown_whole(
    window: MainWindow, money: MoneyPage
) -> None:
    window.actions_["transfer"].trigger()
    opened = form(money)
    ids = {"from_post_id": post(money, FEES).post.id, "to_post_id": post(money, DAY).post.id}
    enter(opened, **ids, amount_ore="260 000", date="2017-09-01")
    send(opened)
    assert opened.accept.text() == "För om ändå"
    send(opened)
    fees = post(money, FEES)
    assert (fees.sums.left, fees.share) == (-200_000_00, None), "no share of less than nothing"
    view = money.budget.view
    text = view.fontMetrics().horizontalAdvance(digits(fees.sums.left))
    assert view.columnWidth(Column.LEFT) >= text + ICON_ROOM + 2 * GRID


def test_what_is_planned_after_a_transfer_counts_it(window: MainWindow, money: MoneyPage) -> None:
    test_money_is_transferred_between_posts(window, money)
    type_cell(money, post(money, DAY).post.id, Column.PLANNED, "60 000")
    assert planned(money, DAY) == 6_000_000


def test_the_budget_as_it_stands_is_decided(window: MainWindow, money: MoneyPage) -> None:
    window.actions_["decide-budget"].trigger()
    opened = form(money)
    assert opened.entries["new"].read() is False
    enter(opened, decided_on="2016-12-07", reference="HuBrå § 5")
    send(opened)
    sheet = money.year.sheet
    assert sheet is not None
    [version] = sheet.versions
    assert (version.decided_on, version.reference) == (date(2016, 12, 7), "HuBrå § 5")
    assert version.frame_ore == 26_400_000


def test_a_new_decision_begins_with_what_is_planned(window: MainWindow, money: MoneyPage) -> None:
    test_money_is_transferred_between_posts(window, money)
    window.actions_["decide-budget"].trigger()
    enter(form(money), new=True, decided_on="2017-10-01", frame_ore="264 tkr")
    send(form(money))
    assert planned(money, FEES) == 5_000_000
    assert planned(money, DAY) == 5_000_000
    type_cell(money, post(money, FEES).post.id, Column.PLANNED, "55 000")
    assert planned(money, FEES) == 5_500_000
    window.actions_["decide-budget"].trigger()
    press(form(money), "form-remove")
    assert planned(money, FEES) == 5_000_000
    sheet = money.year.sheet
    assert sheet is not None
    assert len(sheet.versions) == 1


def test_a_new_year_takes_the_posts_along_as_an_example(
    window: MainWindow, money: MoneyPage
) -> None:
    window.actions_["new-budget-year"].trigger()
    opened = form(money)
    year = opened.entries["year"].read()
    send(opened)
    assert money.year.year == year
    table = money.year.table
    assert table is not None
    assert table.has_example
    assert post(money, FEES).example


def test_the_year_s_own_facts_are_changed(window: MainWindow, money: MoneyPage) -> None:
    window.actions_["budget-facts"].trigger()
    enter(form(money), basis=Basis.ACCRUAL, deviation_share="25")
    send(form(money))
    sheet = money.year.sheet
    assert sheet is not None
    assert (sheet.basis, sheet.deviation_share) == (Basis.ACCRUAL, 25)


def test_a_year_that_nothing_is_booked_on_is_removed_and_brought_back(
    window: MainWindow, money: MoneyPage
) -> None:
    window.actions_["new-budget-year"].trigger()
    send(form(money))
    made, before = money.year.year, money.year.years
    window.actions_["budget-facts"].trigger()
    press(form(money), "form-remove")
    assert money.side.form is None
    assert made not in money.year.years
    window.desk.undo()
    settle()
    assert money.year.years == before


def test_a_year_that_is_booked_on_stays_and_says_why(window: MainWindow, money: MoneyPage) -> None:
    year = money.year.year
    window.actions_["budget-facts"].trigger()
    opened = form(money)
    press(opened, "form-remove")
    assert money.side.form is opened
    assert any("kan inte tas bort" in label.text() for label in opened.findChildren(QLabel))
    assert money.year.year == year


def test_a_closed_year_says_so_and_changes_no_more(window: MainWindow, money: MoneyPage) -> None:
    window.desk.run(CloseYear(2016, date(2018, 1, 31)))
    window.actions_["close-year"].trigger()
    opened = form(money)
    enter(opened, day="2017-06-30")
    send(opened)
    assert opened.entries["day"].refused
    enter(opened, day="2018-01-31")
    send(opened)
    assert money.year.closed
    assert not money.head.closed.isHidden()
    index = money.budget.model.index_of(post(money, FEES).post.id, Column.PLANNED)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not money.meets() & (Needs.MONEY | Needs.POST | Needs.ITEM)
    assert not window.actions_["undo"].isEnabled()
    window.actions_["book-entry"].trigger()
    enter(form(money), amount_ore="100", date="2017-05-01", post_id=post(money, FEES).post.id)
    send(form(money))
    assert "2017 stängdes" in form(money).entries["date"].told.text()
    assert not form(money).entries["amount_ore"].refused


def test_the_parts_are_reached_by_keyboard(window: MainWindow, money: MoneyPage) -> None:
    for part in (*PARTS[1:], PARTS[0]):
        window.actions_["next-part"].trigger()
        assert money.part == part
    money.head.parts.setFocus()
    QTest.keyClick(money.head.parts, Qt.Key.Key_Right)
    assert money.part == "ledger"


def test_a_register_open_for_reading_is_only_read(
    window: MainWindow, money: MoneyPage, register: object
) -> None:
    path = window.desk.path
    assert path is not None
    assert window.registers.open(path, read_only=True)
    shown = page(window)
    shown.show_part("budget")
    index = shown.budget.model.index_of(post(shown, FEES).post.id, Column.PLANNED)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not window.actions_["book-entry"].isEnabled()
    assert not shown.budget.details.choices["kind"].isEnabled()


def test_del_empties_an_amount_and_never_a_post(window: MainWindow, money: MoneyPage) -> None:
    before = planned(money, FEES)
    view = money.budget.view
    view.choose(post(money, FEES).post.id, Column.PLANNED)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert planned(money, FEES) == 0
    told = window.messages.history[-1]
    assert told.text == f"Beloppet för {FEES} tömdes. Där stod {kronor(before)}."
    assert told.action == "undo"
    window.actions_["undo"].trigger()
    assert planned(money, FEES) == before
    view.choose(post(money, FEES).post.id, Column.POST)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert "Ctrl+Del" in window.messages.history[-1].text
    assert planned(money, FEES) == before
    window.actions_["add-post"].trigger()
    press_key(money, Qt.Key.Key_Return)
    view.choose(post(money, "Ny post").post.id)
    QTest.keyClick(view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.history[-1].text == "Posten Ny post togs bort."


def test_the_budget_is_saved_as_a_table(
    money: MoneyPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b.csv", "b.xlsx"):
        monkeypatch.setattr(files, "ask_table", lambda *_, name=name: tmp_path / name)
        money.budget.export.click()
        settle()
    assert "2017;;Summa;264000;" in (tmp_path / "b.csv").read_text("utf-8-sig")
    assert (tmp_path / "b.xlsx").read_bytes().startswith(b"PK")
