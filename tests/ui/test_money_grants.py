"""The list of grants, one grant, one association, and the papers made of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from hubra_desktop.model.money.terms import DecisionKind, GrantKind, GrantState, Verdict
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.cards import CardLine
from hubra_desktop.ui.pages.money.life_line import LifeLine
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.ui.paper_maker import SAVE, VIEW
from hubra_desktop.ui.widgets.callout import Callout
from hubra_desktop.work.commands.budget import CopyBudget
from hubra_desktop.work.papers import PaperRequest
from tests.ui.hands import settle
from tests.ui.money import all_grants, dimman, enter, form, grants_of, page, press, send

TITLE = "CV och körkort"


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def money(window: MainWindow) -> MoneyPage:
    return all_grants(window)


def test_all_grants_stand_in_the_list_and_are_filtered(
    window: MainWindow, money: MoneyPage
) -> None:
    grants = money.grants.list
    assert grants.model.rowCount() == len(grants_of(window))
    grants.search.setText("dimman")
    grants.narrow()
    assert [grants.model.row_at(n).row.sheet.title for n in range(grants.model.rowCount())] == [
        TITLE
    ]
    grants.search.clear()
    grants.state.show_value(GrantState.FULLY_REPAID)
    grants.narrow()
    shown = {grants.model.row_at(n).row.standing.state for n in range(grants.model.rowCount())}
    assert shown == {GrantState.FULLY_REPAID}


def test_the_grants_of_the_source_are_kept_apart(window: MainWindow, money: MoneyPage) -> None:
    walks = [row for row in grants_of(window) if row.sheet.kind is GrantKind.NIGHT_WALK]
    assert len(walks) == 4
    assert dimman(window).sheet.body_id not in {row.sheet.body_id for row in walks}


def test_enter_opens_a_grant_and_esc_leads_back_to_its_row(
    window: MainWindow, money: MoneyPage
) -> None:
    grant_id = dimman(window).sheet.id
    grants = money.grants
    grants.list.view.choose(grant_id)
    QTest.keyClick(grants.list.view, Qt.Key.Key_Return)
    settle()
    assert grants.open_grant == grant_id
    line = grants.grant.findChild(LifeLine)
    assert line is not None
    assert "45\u00a0080\u00a0kr" in line.accessibleName()
    QTest.keyClick(grants.grant, Qt.Key.Key_Escape)
    settle()
    assert not grants.open_grant
    assert grants.list.view.current_id() == grant_id
    assert grants.list.view.hasFocus()


def test_a_refusal_under_a_field_is_said_once(window: MainWindow, money: MoneyPage) -> None:
    """Going to the field again lays no second copy over what stands under it."""
    window.actions_["new-grant"].trigger()
    opened = form(money)
    enter(opened, applicant="1. FC Huddinge", title="Ljus", applied_on="31/2 2017")
    opened.accept.setFocus()
    send(opened)
    refused = opened.entries["applied_on"]
    assert refused.field.hasFocus()
    assert refused.told.isVisible()
    assert [each for each in window.findChildren(Callout) if each.isVisible()] == []


def test_a_raise_is_a_decision_of_its_own(window: MainWindow, money: MoneyPage) -> None:
    row = next(each for each in grants_of(window) if "Grannstöd" in each.applicant)
    money.grants.open(row.sheet.id)
    before = len(row.sheet.decisions)
    press(money.grants.grant, "grant-decide")
    opened = form(money)
    enter(opened, kind=DecisionKind.RAISE, amount_ore="20 000", formal=True, section="12")
    send(opened)
    after = next(each for each in grants_of(window) if each.sheet.id == row.sheet.id)
    assert len(after.sheet.decisions) == before + 1
    assert after.sheet.decisions[-1].formal
    assert after.standing.granted == row.standing.granted + 2_000_000
    last = money.grants.grant.findChild(CardLine, f"decision-{before}")
    assert last is not None
    last.click()
    press(form(money), "form-remove")
    again = next(each for each in grants_of(window) if each.sheet.id == row.sheet.id)
    assert len(again.sheet.decisions) == before


def test_the_focus_comes_back_to_the_same_button_of_the_page_made_anew(
    window: MainWindow, money: MoneyPage
) -> None:
    money.grants.open(dimman(window).sheet.id)
    button = money.grants.grant.findChild(QPushButton, "grant-report")
    assert button is not None
    button.setFocus()
    button.click()
    enter(form(money), report_received="2018-01-10")
    send(form(money))
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "grant-report"
    assert focus is not button


def test_a_report_is_not_assessed_before_it_came(window: MainWindow, money: MoneyPage) -> None:
    money.grants.open(dimman(window).sheet.id)
    press(money.grants.grant, "grant-report")
    opened = form(money)
    enter(opened, verdict=Verdict.APPROVED)
    send(opened)
    assert opened.entries["report_received"].refused
    enter(opened, report_received="2018-01-10")
    send(opened)
    assert dimman(window).sheet.verdict is Verdict.APPROVED


def test_a_payment_is_planned_and_removed(window: MainWindow, money: MoneyPage) -> None:
    money.grants.open(dimman(window).sheet.id)
    money.grants._do("plan", "")
    enter(form(money), due="2017-05-01", amount_ore="22 540", condition="Avtalet är påskrivet")
    send(form(money))
    [planned] = dimman(window).sheet.instalments
    assert planned.amount_ore == 2_254_000
    money.grants._do("instalment", planned.id)
    assert form(money).entries["condition"].read() == "Avtalet är påskrivet"
    press(form(money), "form-remove")
    assert not dimman(window).sheet.instalments


def test_a_record_is_shown_where_it_is_mended(window: MainWindow, money: MoneyPage) -> None:
    row = dimman(window)
    decision = row.sheet.decisions[0]
    window.navigation.go_to("grant_decision", decision.id)
    assert money.grants.open_grant == row.sheet.id
    window.navigation.go_to("ledger_entry", "ledger-2017-2")
    assert money.part == "ledger"
    assert money.ledger.view.current_id() == "ledger-2017-2"
    window.navigation.go_to("budget_post", "post-2017-22")
    assert money.part == "budget"
    assert money.budget.current_id() == "post-2017-22"
    assert not money.go_to("grant", "nothing-like-it")


def test_only_the_year_of_a_record_is_opened(window: MainWindow, money: MoneyPage) -> None:
    for year in (2019, 2020, 2021):
        window.desk.run(CopyBudget(2017, year))
    settle()
    money.year.look()
    money.year.open(2021)
    opened: list[int | None] = []
    money.year.shown.connect(lambda: opened.append(money.year.year))
    window.navigation.go_to("ledger_entry", "ledger-2017-2")
    assert money.ledger.view.current_id() == "ledger-2017-2"
    money.year.open(2021)
    window.navigation.go_to("budget_post", "post-2017-22")
    assert opened == [2017, 2021, 2017]
    assert not money.go_to("ledger_entry", "gone")
    assert opened == [2017, 2021, 2017]


def test_a_row_tells_all_of_itself_and_leads_to_its_grant(
    window: MainWindow, money: MoneyPage
) -> None:
    money.show_part("ledger")
    money.ledger.view.choose("ledger-2017-2")
    QTest.keyClick(money.ledger.view, Qt.Key.Key_Return)
    settle()
    shown = form(money)
    assert shown.accessibleName()
    line = shown.findChild(CardLine, "row-grant")
    assert line is not None
    line.click()
    settle()
    assert money.grants.open_grant == dimman(window).sheet.id


def test_the_rows_are_filtered_by_post_kind_and_words(window: MainWindow, money: MoneyPage) -> None:
    money.show_part("ledger")
    ledger = money.ledger
    whole = ledger.model.rowCount()
    ledger.search.setText("hela bidraget")
    ledger.narrow()
    assert 0 < ledger.model.rowCount() < whole
    assert ledger.go_to("ledger-2017-1")
    assert ledger.model.rowCount() == whole
    ledger.show_post("post-2017-22")
    assert ledger.model.rowCount() == 0


@pytest.mark.parametrize("part", ["budget", "ledger", "grants"])
def test_a_part_is_saved_as_a_paper(
    window: MainWindow,
    money: MoneyPage,
    part: str,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "papper.pdf"
    offered: list[str] = []

    def ask(parent: object, name: str) -> Path:
        offered.append(name)
        return target

    monkeypatch.setattr(files, "ask_pdf", ask)
    money.show_part(part)
    assert window.actions_["save-pdf"].isEnabled()
    with qtbot.waitSignal(money.papers.made, timeout=30_000):
        window.actions_["save-pdf"].trigger()
        assert money.papers.busy
        window.actions_["save-pdf"].trigger()
        assert "Vänta tills den är klar" in window.messages.history[-1].text
    assert target.read_bytes().startswith(b"%PDF")
    assert offered[0].endswith(".pdf")


def test_a_paper_that_cannot_be_made_says_why(
    window: MainWindow, money: MoneyPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(money.papers.made, timeout=30_000):
        money.papers.do(PaperRequest("budget", 1999), SAVE)
    assert window.messages.history[-1].level == "refusal"
    assert "1999" in window.messages.history[-1].text


def test_a_grant_of_a_register_open_for_reading_offers_nothing_to_change(
    window: MainWindow, money: MoneyPage
) -> None:
    path = window.desk.path
    assert path is not None
    assert window.registers.open(path, read_only=True)
    shown = page(window)
    shown.show_part("grants")
    shown.grants.open(dimman(window).sheet.id)
    for name in ("grant-decide", "grant-report", "change-facts"):
        button = shown.grants.grant.findChild(QPushButton, name)
        assert button is not None
        assert not button.isEnabled()


def test_a_letter_is_seen_as_a_draft_then_issued_and_kept(
    window: MainWindow, money: MoneyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[PaperRequest, str]] = []
    monkeypatch.setattr(money.papers, "do", lambda paper, way: asked.append((paper, way)))
    money.grants.open("grant-07")
    press(money.grants.grant, "grant-claim-letter")
    letter = form(money)
    enter(letter, day="2018-03-01", pay_to="bankgiro 1-2", nameless=True)
    press(letter, "letter-draft")
    assert [(paper.name, way) for paper, way in asked] == [("aterkrav", VIEW)]
    send(letter)
    kept = money.grants.grant.findChild(CardLine, "letter-0")
    assert kept is not None
    assert "2018-03-01" in kept.text()
    paper, way = asked[-1]
    assert way == SAVE
    with window.desk.read() as reader:
        content = paper.collect(reader).content
    assert (content.sender.handler, content.pay_to) == ("", "bankgiro 1-2")


def test_an_application_is_withdrawn_closed_and_opened_again(
    window: MainWindow, money: MoneyPage
) -> None:
    money.do("new-grant")
    enter(form(money), applicant="Ur Skuggan", title="Prov", year="2017", applied_ore="500")
    send(form(money))
    press(money.grants.grant, "grant-retract")
    send(form(money))
    assert shown_state(money) is GrantState.RETRACTED
    decide = money.grants.grant.findChild(QPushButton, "grant-decide")
    assert decide is not None
    assert not decide.isEnabled()
    press(money.grants.grant, "grant-reopen")
    assert shown_state(money) is GrantState.APPLIED


def shown_state(money: MoneyPage) -> GrantState:
    view = money.grants.grant.view
    assert view is not None
    return view.standing.state
