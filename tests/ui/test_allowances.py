"""The part Arvoden: lists follow the attendance, and are closed, booked and corrected there."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.attendance.attendance_terms import AllowanceKind
from hubra_desktop.model.records.attendance import AllowancePeriod, Attendance
from hubra_desktop.model.records.money import BudgetPost
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.allowances.panel import AllowancesPanel
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.commands.budget import CopyBudget
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Add, Change, Remove
from hubra_desktop.work.queries.allowances import allowance_list, allowance_rates
from tests.ui.hands import settle
from tests.ui.money import enter, form, page, press, send
from tests.work.allowance_office import KRONA, paid_office
from tests.work.held_office import held_office

SPACE = "\u00a0"


@pytest.fixture
def money(empty_window: MainWindow, tmp_path: Path) -> MoneyPage:
    path = tmp_path / "paid.hubra"
    paid_office(path).workspace.close()
    assert empty_window.registers.open(path)
    shown = page(empty_window)
    shown.year.open(2019)
    shown.show_part("allowances")
    return shown


@pytest.fixture
def panel(money: MoneyPage) -> AllowancesPanel:
    return money.allowances


def amounts(panel: AllowancesPanel) -> list[str]:
    rows = range(panel.list.model.rowCount())
    return [panel.list.model.index(row, 6).data() for row in rows]


def test_it_begins_with_the_list_that_is_open(money: MoneyPage, panel: AllowancesPanel) -> None:
    assert panel.list.period.currentText() == "juni 2019 (öppen)"
    assert f"41{SPACE}200{SPACE}kr blir kvar av 60{SPACE}000{SPACE}kr" in (
        panel.summary.verdict.text.text()
    )
    panel.choose("may")
    assert len(amounts(panel)) == 26
    assert panel.list.sums.text() == (
        f"13 personer · 9{SPACE}400{SPACE}kr · stängd 3 juni 2019, inte bokförd"
    )
    paper = money.allowances.paper()
    assert paper is not None
    assert dict(paper.options) == {"period_id": "may"}


def test_a_list_is_made_and_not_closed_while_it_is_empty(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    desk = money._desk
    desk.attempt(Remove(AllowancePeriod, "june"))
    panel.new_list()
    assert form(money).entries["first"].field.text() == "2019-06-01"
    enter(form(money), name="sommaren", last="30/6 2019")
    send(form(money))
    assert panel.list.period.currentText() == "sommaren (öppen)"
    press(panel, "allowance-change")
    enter(form(money), name="juni")
    send(form(money))
    assert panel.shown is not None
    assert panel.shown.period.name == "juni"
    press(panel, "allowance-close")
    send(form(money))
    assert "Listan är tom" in form(money).refusal.text()


def test_a_correction_stands_in_the_list_that_is_open(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    panel.choose("may")
    press(panel, "allowance-correct")
    enter(form(money), amount_ore="100", reason="Fel")
    send(form(money))
    panel.choose("june")
    assert amounts(panel) == ["−100"]
    line = panel.list.line(panel.list.view.current_id())
    assert line is not None
    assert line.note == "Rättelse: Fel"


def test_what_a_closed_list_lacks_is_told_of_and_settled(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    assert panel.summary.settle.isHidden()
    money._desk.attempt(Change(Attendance, "ha1", {"travel_km": 40}))
    lacks = f"Bo Sund 15 maj 2019: närvaron ger 780{SPACE}kr, den stängda listan har 700{SPACE}kr."
    assert panel.summary.findings[0].text.text() == lacks
    press(panel, "allowance-settle")
    assert form(money).entries["difference"].field.currentText() == (
        f"Bo Sund, 15 maj 2019: betala 80{SPACE}kr"
    )
    enter(form(money), reason="Resan kom sent")
    send(form(money))
    assert panel.summary.settle.isHidden()
    panel.choose("june")
    assert amounts(panel) == ["80"]
    panel.list.view.setFocus()
    QTest.keyClick(panel.list.view, Qt.Key.Key_Return)
    enter(form(money), reason="Reseräkningen kom sent")
    send(form(money))
    assert panel.shown is not None
    assert panel.shown.rows[0].reason == "Reseräkningen kom sent"
    panel._open_row(panel.list.view.current_id())
    press(form(money), "form-remove")
    assert amounts(panel) == []


def test_somebody_is_paid_afterwards_with_the_next_years_list(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    desk = money._desk
    desk.attempt(Remove(AllowancePeriod, "june"))
    days = {"first": date(2020, 1, 1), "last": date(2020, 6, 30)}
    desk.attempt(Add(AllowancePeriod, {"id": "next", "name": "våren", **days}))
    panel.choose("may")
    press(panel, "allowance-correct")
    press(form(money), "allowance-afterwards")
    assert form(money).entries["period_id"].field.currentText() == "våren (2020)"
    enter(form(money), person_id="hm12", amount_ore="500", reason="Glömdes")
    send(form(money))
    with desk.read() as reader:
        (row,) = allowance_list(reader, "next").rows
    assert (row.name, row.meeting_id, row.amount_ore) == ("Mats Nord", "held", 500 * KRONA)


def test_a_list_is_not_closed_while_its_period_goes_on(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    money._desk.attempt(ChangeRegister({"practice": True, "exercise_day": date(2019, 6, 29)}))
    panel.choose("june")
    press(panel, "allowance-close")
    assert not form(money).accept.isEnabled()
    assert "Perioden pågår till den 30 juni 2019" in form(money).refusal.text()


def test_a_closed_list_is_booked_and_says_first_what_it_books(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    panel.choose("may")
    press(panel, "allowance-book")
    assert form(money).accept.text() == f"Bokför 9{SPACE}400{SPACE}kr"
    enter(form(money), date="4/6 2019", voucher="V7")
    send(form(money))
    assert "bokförd på rad 1" in panel.list.sums.text()
    assert panel.shown is not None
    assert panel.shown.booked == 9_400 * KRONA


def test_a_list_is_booked_the_year_after_on_a_post_of_that_year(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    money._desk.attempt(CopyBudget(2019, 2020))
    money._desk.attempt(ChangeRegister({"practice": True, "exercise_day": date(2020, 1, 15)}))
    money.year.open(2019)
    panel.choose("may")
    press(panel, "allowance-book")
    assert form(money).entries["post_id"].field.currentText() == "Arvoden (2020)"
    send(form(money))
    assert money.side.form is None
    assert panel.shown is not None
    assert panel.shown.booked == 9_400 * KRONA


def test_a_budget_without_a_post_for_it_is_told_of(
    money: MoneyPage, panel: AllowancesPanel
) -> None:
    money._desk.attempt(Remove(BudgetPost, "fees"))
    panel.choose("may")
    press(panel, "allowance-book")
    assert not form(money).accept.isEnabled()
    assert "ingen post för arvoden" in form(money).refusal.text()


def test_rates_are_made_changed_and_copied(money: MoneyPage, panel: AllowancesPanel) -> None:
    panel.new_rate()
    send(form(money))
    assert form(money).entries["amount_ore"].refused
    enter(form(money), kind=AllowanceKind.LOST_INCOME, ceiling_ore="2000")
    send(form(money))
    assert panel.rates.rowCount() == 5
    panel.rate_view.setFocus()
    panel.rate_view.choose("rate-travel")
    QTest.keyClick(panel.rate_view, Qt.Key.Key_Return)
    enter(form(money), amount_ore="3,50", seat="")
    send(form(money))
    with money._desk.read() as reader:
        rates = {each.kind: each for each in allowance_rates(reader, 2019)}
    assert rates[AllowanceKind.TRAVEL].amount_ore == 350
    assert rates[AllowanceKind.LOST_INCOME].ceiling_ore == 2_000 * KRONA
    panel._open_rate("rate-travel")
    press(form(money), "form-remove")
    assert panel.rates.rowCount() == 4


def test_a_row_of_an_open_list_leads_to_what_is_claimed(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "unpaid.hubra"
    paid_office(path, closed=False).workspace.close()
    assert empty_window.registers.open(path)
    money = page(empty_window)
    money.year.open(2019)
    money.show_part("allowances")
    panel = money.allowances
    before = len(amounts(panel))
    panel.list.view.setFocus()
    QTest.keyClick(panel.list.view, Qt.Key.Key_Return)
    assert form(money).entries["attendance_id"].field.currentText().startswith("Bo Sund")
    enter(form(money), travel_km="40")
    send(form(money))
    assert len(amounts(panel)) == before + 1
    assert amounts(panel)[2] == "80"


def test_the_list_is_written_as_a_table(
    panel: AllowancesPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "arvoden.csv"
    monkeypatch.setattr(files, "ask_table", lambda _, __: path)
    panel.choose("may")
    press(panel, "allowance-export")
    rows = path.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("Lista;Stängd;Sammanträde;Namn;")
    assert len(rows) == 27
    settle()


def test_a_row_of_a_register_that_is_only_read_says_so(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "paid.hubra"
    paid_office(path).workspace.close()
    assert empty_window.registers.open(path, read_only=True)
    shown = page(empty_window)
    shown.year.open(2019)
    shown.show_part("allowances")
    shown.allowances.choose("may")
    listed = shown.allowances.list
    listed.opened.emit(listed.model.id_at(0))
    assert empty_window.desk.messages.history[-1].text == empty_window.desk.closed_told


def test_a_row_leads_to_its_list_and_a_rate_to_its_place(money: MoneyPage) -> None:
    with money._desk.read() as reader:
        row = allowance_list(reader, "may").rows[3]
    assert money.go_to("allowance_row", row.id)
    assert money.allowances.list.view.current_id() == row.id
    assert money.go_to("allowance_rate", "rate-travel")
    assert money.go_to("allowance_period", "june")
    assert not money.go_to("allowance_period", "gone")


def test_rates_and_lists_need_no_budget_year(empty_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "held.hubra"
    held_office(path).workspace.close()
    assert empty_window.registers.open(path)
    shown = page(empty_window)
    shown.show_part("allowances")
    assert shown.year.years == ()
    assert shown.allowances.isVisible()
    assert shown.head.chooser.isVisible()
    this_year = shown._desk.today().year
    assert set(shown.year.paid_years) == {2019, this_year}
    shown.head.year_chosen.emit(2019)
    assert shown.head.chooser.value() == 2019
    shown.allowances.new_rate()
    shown.side.close_form()
    shown.show_part("budget")
    assert not shown.allowances.isVisible()
