"""What removes never stands where something that saves has stood, and says what it removed."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QToolButton, QWidget

from hubra_desktop.model.records.money import BudgetVersion
from hubra_desktop.ui.forms.panel import FormPanel
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.edits import Store
from tests.ui.hands import settle, trigger
from tests.ui.money import form, page, press


def every_form(window: MainWindow, money: MoneyPage) -> Iterator[FormPanel]:
    """Open each form of the page in turn, those of a grant with its parts too."""
    assert money.year.sheet is not None
    decided = BudgetVersion(decided_on=date(money.year.sheet.year, 3, 1), reference="KF § 5")
    assert window.desk.run(Store(decided, money.year.sheet.id)) is not None
    for action in ("budget-facts", "decide-budget", "transfer", "new-budget-year", "close-year"):
        money.show_part("budget")
        trigger(window, action)
        settle()
        yield form(money)
    money.show_part("ledger")
    for action in ("book-entry", "book-repayment"):
        trigger(window, action)
        settle()
        yield form(money)
    money.show_part("grants")
    for grant_id in (money.grants.list.model.id_at(row) for row in range(3)):
        money.grants.open(grant_id)
        view = money.grants.grant.view
        assert view is not None
        wanted = [("decide", ""), ("plan", ""), ("report", ""), ("outcome", ""), ("facts", "")]
        wanted += [("decision", each.id) for each in view.sheet.decisions]
        wanted += [("instalment", each.id) for each in view.sheet.instalments]
        for what, record_id in wanted:
            money.grants._do(what, record_id)
            settle()
            yield form(money)


def place(widget: QWidget, money: MoneyPage) -> QRect:
    return QRect(widget.mapTo(money, QPoint(0, 0)), widget.size())


def test_no_button_that_removes_stands_where_one_saves(first_page: MainWindow) -> None:
    money = page(first_page)
    saving, removing = [], []
    for shown in every_form(first_page, money):
        saving.append((shown.objectName(), place(shown.accept, money)))
        if not shown.remove.isHidden():
            removing.append((shown.objectName(), place(shown.remove, money)))
    assert len(saving) > 15
    assert {name for name, _ in removing} >= {"form-decide-budget", "form-decide"}
    clashes = [
        (saver, remover)
        for saver, here in saving
        for remover, there in removing
        if here.intersects(there)
    ]
    assert clashes == []


def test_a_version_removed_is_told_and_brought_back_from_where_one_stands(
    first_page: MainWindow,
) -> None:
    money = page(first_page)
    assert money.year.sheet is not None
    decided = BudgetVersion(decided_on=date(money.year.sheet.year, 3, 1))
    first_page.desk.run(Store(decided, money.year.sheet.id))
    before = money.year.sheet.versions
    trigger(first_page, "decide-budget")
    press(form(money), "form-remove")
    assert len(money.year.sheet.versions) == len(before) - 1
    message = first_page.messages.history[-1]
    assert message.text.startswith("Budgetversionen togs bort.")
    assert message.action == "undo"
    first_page.bar._offer.click()
    settle()
    assert money.year.sheet.versions == before


def test_a_side_panel_removes_in_its_head(first_page: MainWindow) -> None:
    first_page.show_page("page-plan")
    plan = first_page._pages.page("page-plan")
    side = plan.findChild(QWidget, "side-panel")
    assert side is not None
    assert side.findChild(QToolButton, "side-remove-item") is not None
