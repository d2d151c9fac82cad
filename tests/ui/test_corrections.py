"""What the first dialogs asked can be corrected where it is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.work.commands.settings import ChangeRegister
from hubra_desktop.work.edits import Store
from tests.ui.hands import settle, trigger
from tests.ui.money import form, page, send, write


def test_the_councils_names_stand_on_the_first_page_and_are_corrected_there(
    first_page: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_page.show_page("page-overview")
    names = first_page.overview.findChild(QPushButton, "overview-register-facts")
    assert names is not None
    assert names.text() == "Huddinges brottsförebyggande råd (HuBrå)"

    def correct(dialog: RegisterFactsDialog, do: object) -> RegisterFactsDialog:
        dialog._do = do  # type: ignore[assignment]
        dialog.entries["short_name"].field.setText("BRÅ")
        dialog.entries["organisation"].field.setText("Huddinge trygghetsråd")
        dialog._try()
        dialog.deleteLater()
        return dialog

    monkeypatch.setattr(RegisterFactsDialog, "ended", correct)
    names.click()
    settle()
    assert names.text() == "Huddinge trygghetsråd (BRÅ)"
    assert first_page.windowTitle().startswith("BRÅ")
    trigger(first_page, "undo")
    assert names.text() == "Huddinges brottsförebyggande råd (HuBrå)"


def test_a_name_with_an_ampersand_is_shown_as_it_is(first_page: MainWindow) -> None:
    assert first_page.desk.run(ChangeRegister({}, "B&B")) is not None
    first_page.show_page("page-overview")
    names = first_page.overview.findChild(QPushButton, "overview-register-facts")
    assert names is not None
    assert names.text().endswith("(B&&B)")


def test_who_applied_is_corrected_in_the_grants_facts(first_page: MainWindow) -> None:
    money = page(first_page)
    money.show_part("grants")
    rows = money.grants.list.model
    grant_id = next(
        rows.id_at(place)
        for place in range(rows.rowCount())
        if not rows.row_at(place).row.standing.paid
    )
    money.grants.open(grant_id)
    money.grants._do("facts", "")
    shown = form(money)
    assert shown.entries["applicant"].field.text()
    write(shown.entries["applicant"].field, "Nya foreningen")
    send(form(money))
    assert money.grants.grant.view is not None
    assert money.grants.grant.view.applicant.body.name == "Nya foreningen"


def test_an_association_is_renamed_on_its_own_page(first_page: MainWindow) -> None:
    money = page(first_page)
    money.show_part("grants")
    money.grants.open(money.grants.list.model.id_at(0))
    assert money.grants.grant.view is not None
    money.grants.open_association(money.grants.grant.view.applicant.body.id)
    money.grants._do_association("change", "")
    write(form(money).entries["name"].field, "Nya foreningen")
    send(form(money))
    assert money.grants.association.view is not None
    assert money.grants.association.view.applicant.body.name == "Nya foreningen"


def test_a_years_number_is_corrected_as_long_as_nothing_is_booked(first_page: MainWindow) -> None:
    from hubra_desktop.model.records.money import BudgetYear

    money = page(first_page)
    first_page.desk.run(Store(BudgetYear(year=2031)))
    money.year.open(2031)
    trigger(first_page, "budget-facts")
    write(form(money).entries["year"].field, "2030")
    send(form(money))
    assert money.year.year == 2030
    money.year.open(2017)
    trigger(first_page, "budget-facts")
    shown = form(money)
    write(shown.entries["year"].field, "2029")
    QTest.keyClick(shown.entries["year"].field, Qt.Key.Key_Return)
    settle()
    assert money.side.form is shown
    assert "kan inte ändras" in shown.refusal.text() + shown.entries["year"].told.text()
