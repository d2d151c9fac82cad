"""The source's year by hand, through the window: what is booked, granted and refused."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hubra_desktop.model.money.terms import DecisionKind, EntryKind, GrantState, Outcome
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.queries.grants import GrantView, grant_view
from hubra_desktop.work.queries.money import ledger
from tests.ui.hands import settle
from tests.ui.money import answer, enter, form, page, post, press, send

NIGHT = "Nattvandring/Föreningar"
WHOLE = 4_508_000


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def money(window: MainWindow) -> MoneyPage:
    shown = page(window)
    shown.show_part("grants")
    return shown


def rows(window: MainWindow) -> int:
    with window.desk.read() as reader:
        return len(ledger(reader, 2017))


def view(window: MainWindow, shown: MoneyPage) -> GrantView:
    with window.desk.read() as reader:
        return grant_view(reader, shown.grants.open_grant)


def granted(window: MainWindow, shown: MoneyPage, *, formal: bool = True) -> None:
    """Enter the application and a decision on it."""
    shown.do("new-grant")
    opened = form(shown)
    enter(
        opened,
        applicant="Ur Skuggan",
        title="Körkort på prov",
        year="2017",
        applied_ore="45.080kr",
        post_id=post(shown, NIGHT).post.id,
    )
    send(opened)
    assert shown.grants.open_grant
    press(shown.grants.grant, "grant-decide")
    opened = form(shown)
    assert opened.entries["kind"].read() is DecisionKind.GRANT
    assert opened.entries["amount_ore"].read() == WHOLE
    enter(opened, decided_by="Kommunstyrelsen", formal=formal)
    send(opened)


def paid(window: MainWindow, shown: MoneyPage) -> None:
    granted(window, shown)
    press(shown.grants.grant, "grant-pay")
    opened = form(shown)
    assert opened.entries["amount_ore"].read() == WHOLE
    assert opened.entries["counterpart"].read() == "Ur Skuggan"
    assert opened.entries["post_id"].read() == post(shown, NIGHT).post.id
    enter(opened, date="2017-03-15")
    send(opened)


def test_a_grant_is_granted_paid_and_repaid_and_the_post_restored(
    window: MainWindow, money: MoneyPage
) -> None:
    before = post(money, NIGHT).sums
    paid(window, money)
    assert view(window, money).standing.state is GrantState.PAID
    assert post(money, NIGHT).sums.left == before.left - WHOLE
    press(money.grants.grant, "grant-outcome")
    enter(form(money), outcome=Outcome.NOT_CARRIED_OUT, outcome_reason="Projektet startade ej.")
    send(form(money))
    press(money.grants.grant, "grant-repay")
    opened = form(money)
    assert opened.entries["amount_ore"].read() == WHOLE
    enter(opened, date="2017-12-20")
    send(opened)
    now = view(window, money).standing
    assert (now.state, now.net, now.paid, now.repaid) == (
        GrantState.FULLY_REPAID,
        0,
        WHOLE,
        WHOLE,
    )
    after = post(money, NIGHT).sums
    assert (after.left, after.net) == (before.left, before.net)
    assert after.repaid == before.repaid + WHOLE
    assert "Ur Skuggan" in " ".join(
        label.text() for label in money.grants.grant.findChildren(type(money.head.title))
    )


def test_paying_more_than_is_granted_is_refused_at_the_amount(
    window: MainWindow, money: MoneyPage
) -> None:
    granted(window, money)
    before = rows(window)
    press(money.grants.grant, "grant-pay")
    opened = form(money)
    enter(opened, date="2017-03-15", amount_ore="45 081")
    send(opened)
    amount = opened.entries["amount_ore"]
    assert amount.refused
    assert "45\u00a0080" in amount.told.text()
    assert amount.field.accessibleDescription() == amount.told.text()
    assert rows(window) == before
    enter(opened, amount_ore="20 000")
    assert amount.told.isHidden()
    send(opened)
    assert view(window, money).standing.state is GrantState.PARTLY_PAID


def test_a_payment_without_a_formal_decision_is_asked_about_and_made_on_purpose(
    window: MainWindow, money: MoneyPage
) -> None:
    granted(window, money, formal=False)
    press(money.grants.grant, "grant-pay")
    opened = form(money)
    enter(opened, date="2017-03-15")
    line = opened.entries["amount_ore"].field
    line.setFocus()
    for _ in range(3):
        QTest.keyClick(line, Qt.Key.Key_Return)
        settle()
    assert "formella beslutet" in opened.refusal.text()
    assert opened.accept.text() == "Bokför ändå"
    assert opened.focusWidget() is opened.accept
    assert not view(window, money).entries
    enter(opened, amount_ore="20 000")
    assert opened.accept.text() == "Bokför"
    assert opened.refusal.isHidden()
    send(opened)
    assert not view(window, money).entries
    send(opened)
    assert view(window, money).standing.paid == 2_000_000
    press(money.grants.grant, "grant-decide")
    enter(form(money), kind=DecisionKind.GRANT, formal=True, date="2017-11-20")
    send(form(money))
    assert money.side.form is None
    assert view(window, money).standing.granted == WHOLE
    assert all(each.id != "formal_decision_missing" for each in view(window, money).watched)


def test_repaying_more_than_was_paid_is_refused(window: MainWindow, money: MoneyPage) -> None:
    paid(window, money)
    press(money.grants.grant, "grant-repay")
    enter(form(money), date="2017-06-01", amount_ore="45 080,50")
    send(form(money))
    assert form(money).entries["amount_ore"].refused
    enter(form(money), amount_ore="20 000")
    send(form(money))
    now = view(window, money).standing
    assert (now.state, now.net) == (GrantState.PARTLY_REPAID, WHOLE - 2_000_000)


def test_what_can_be_read_in_two_ways_is_asked_about(window: MainWindow, money: MoneyPage) -> None:
    granted(window, money)
    press(money.grants.grant, "grant-pay")
    opened = form(money)
    enter(opened, date="2017-03-15", amount_ore="45,080")
    send(opened)
    assert money.side.form is opened
    assert not view(window, money).entries
    answer(opened.entries["amount_ore"], WHOLE)
    assert opened.entries["amount_ore"].read() == WHOLE
    send(opened)
    assert view(window, money).standing.paid == WHOLE


def test_a_row_is_corrected_by_another_and_undone(window: MainWindow, money: MoneyPage) -> None:
    paid(window, money)
    money.show_part("ledger")
    before = rows(window)
    payment = next(
        line for line in money.ledger.model._given if line.row.counterpart == "Ur Skuggan"
    )
    money.ledger.view.choose(payment.id)
    window.actions_["correct-entry"].trigger()
    opened = form(money)
    assert opened.entries["amount_ore"].read() == WHOLE
    enter(opened, date="2017-04-01", text="Fel mottagare")
    send(opened)
    assert rows(window) == before + 1
    again = money.ledger.line(payment.id)
    assert again is not None
    assert again.quiet
    window.desk.undo()
    settle()
    assert rows(window) == before


def test_a_cost_is_booked_by_keyboard_alone(window: MainWindow, money: MoneyPage) -> None:
    money.show_part("ledger")
    window.actions_["book-entry"].trigger()
    opened = form(money)
    enter(opened, kind=EntryKind.COST, post_id=post(money, "Arvoden").post.id, date="2017-05-02")
    line = opened.entries["amount_ore"].field
    line.setFocus()
    QTest.keyClicks(line, "12 tkr")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert money.side.form is None
    assert post(money, "Arvoden").sums.cost == 1_200_000
    assert money.ledger.view.current_id()


def test_esc_closes_the_form_and_goes_back(window: MainWindow, money: MoneyPage) -> None:
    granted(window, money)
    button = money.grants.grant.findChild(QPushButton, "grant-decide")
    assert button is not None
    button.setFocus()
    button.click()
    QTest.keyClick(form(money).entries["amount_ore"].field, Qt.Key.Key_Escape)
    settle()
    assert money.side.form is None
    QTest.keyClick(money.grants.grant, Qt.Key.Key_Escape)
    settle()
    assert not money.grants.open_grant
