"""Associations in the window: their own list, their facts, and what they were given."""

import pytest
from PySide6.QtWidgets import QLabel

from hubra_desktop.model.records.money import Association
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.cards import CardLine
from hubra_desktop.ui.pages.money.page import MoneyPage
from tests.ui.hands import settle
from tests.ui.money import all_grants, dimman, enter, form, press, send


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def money(window: MainWindow) -> MoneyPage:
    return all_grants(window)


def test_an_association_shows_all_it_was_given(window: MainWindow, money: MoneyPage) -> None:
    row = dimman(window)
    money.grants.open(row.sheet.id)
    press(money.grants.grant, "grant-association")
    shown = money.grants.association
    assert shown.isVisible()
    assert shown.view is not None
    assert shown.view.totals.net == 0
    assert shown.view.totals.repaid == 4_508_000
    line = shown.findChild(CardLine, "association-grant-0")
    assert line is not None
    line.click()
    settle()
    assert money.grants.open_grant == row.sheet.id
    assert money.grants.back()
    assert shown.isVisible()


def test_numbers_of_an_association_are_checked_at_their_fields(
    window: MainWindow, money: MoneyPage
) -> None:
    money.grants.open_association(dimman(window).sheet.body_id)
    press(money.grants.association, "association-change")
    opened = form(money)
    two = "a@dimman.example, b@dimman.example"
    enter(opened, organisation_number="802000-0001", bank_giro="5050-1055", email=two)
    send(opened)
    assert opened.entries["organisation_number"].refused
    assert opened.entries["email"].refused
    assert not opened.entries["bank_giro"].refused
    enter(opened, organisation_number="212000-0142", email="a@dimman.example")
    send(opened)
    view = money.grants.association.view
    assert view is not None
    assert view.applicant.association is not None
    assert view.applicant.association.organisation_number == "212000-0142"


def test_a_number_that_is_a_persons_is_warned_of_where_it_is_shown(
    window: MainWindow, money: MoneyPage
) -> None:
    money.grants.open_association(dimman(window).sheet.body_id)
    press(money.grants.association, "association-change")
    enter(form(money), organisation_number="811228-9874")
    send(form(money))
    said = [label.text() for label in money.grants.association.findChildren(QLabel)]
    assert any("ser ut som ett personnummer" in text for text in said)


def known(money: MoneyPage) -> Association | None:
    """Return what is noted of the association in view, which was granted something."""
    view = money.grants.association.view
    assert view is not None
    assert view.grants
    return view.applicant.association


def test_the_facts_of_an_association_are_removed_and_brought_back(
    window: MainWindow, money: MoneyPage
) -> None:
    shown = money.grants.association
    money.grants.open_association(dimman(window).sheet.body_id)
    press(shown, "association-change")
    enter(form(money), contact="Åsa Ek")
    send(form(money))
    press(shown, "association-change")
    press(form(money), "form-remove")
    assert known(money) is None
    press(shown, "association-change")
    assert form(money).remove.isHidden()
    window.desk.undo()
    settle()
    back = known(money)
    assert back is not None
    assert back.contact == "Åsa Ek"


def test_an_association_without_a_grant_is_entered_and_led_back_from(
    window: MainWindow, money: MoneyPage
) -> None:
    window.actions_["new-association"].trigger()
    enter(form(money), name="Norra nattvandrarna", plus_giro="90 19 50-6", signatory="Vera Ek")
    send(form(money))
    assert money.side.form is None
    assert money.grants.open_body
    money.show_part("associations")
    names = [line.row.applicant.body.name for line in money.associations.model._given]
    assert "Norra nattvandrarna" in names
    money.associations.opened.emit(money.grants.open_body)
    settle()
    assert money.part == "grants"
    assert money.grants.back()
    settle()
    assert money.part == "associations"
