"""The parts Prognos and Avstämning: what they show is what the queries say, and rows lead on."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hubra_desktop.model.money.amounts import kronor
from hubra_desktop.model.money.forecast_figures import (
    FIGURES,
    MONTH_FIGURES,
    forecast_text,
    shown_months,
)
from hubra_desktop.model.money.reconciliation_text import sides_text, verdict
from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.table_import import TableImportDialog
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.cards import CardLine
from hubra_desktop.ui.pages.money.cells import amount_or_dash
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.ui.pages.money.rows_models import MoneyRows
from hubra_desktop.work.edits import Change
from hubra_desktop.work.queries.forecast import forecast_of
from hubra_desktop.work.queries.reconciliation import account_statement, reconciliation
from tests.ui.hands import settle
from tests.ui.money import page, post

YEAR = 2017
ACCOUNTS = """Datum;Belopp;Slag;Text;Verifikat
2017-03-01;1 200,00;Kostnad;Fika;K 7
2017-04-01;300,00;Intäkt;Anmälan;K 8
"""


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


@pytest.fixture
def money(window: MainWindow) -> MoneyPage:
    shown = page(window)
    shown.year.open(YEAR)
    return shown


def cells(model: MoneyRows[Any]) -> list[list[str]]:
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def texts(shown: QWidget) -> list[str]:
    return [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]


def test_the_forecast_shows_what_the_query_says(window: MainWindow, money: MoneyPage) -> None:
    money.show_part("forecast")
    with window.desk.read() as reader:
        told = forecast_of(reader, YEAR, date.today())
    panel = money.forecast
    assert panel.told.text() == forecast_text(told)
    wanted = [
        [amount_or_dash(each.of(row)) for each in FIGURES] for row in (*told.rows, told.total)
    ]
    assert [row[1:] for row in cells(panel.posts)] == wanted
    examples = [row.row.post.name for row in told.rows if row.row.example and row.row.leaf]
    marked = [row[0].strip() for row in cells(panel.posts) if row[0].endswith(" (exempel)")]
    assert marked == [f"{name} (exempel)" for name in examples] != []
    months = shown_months(told)
    found = cells(panel.months)
    assert len(found) == len(months) + 1
    assert len(months) < len(told.total.months)
    assert found[-1][1:] == [amount_or_dash(sum(map(each.of, months))) for each in MONTH_FIGURES]
    assert not panel.post_view.isSortingEnabled()


def test_a_post_of_the_forecast_leads_to_the_budget_and_its_sum_nowhere(
    money: MoneyPage,
) -> None:
    money.show_part("forecast")
    view = money.forecast.post_view
    view.setFocus()
    view.choose(money.forecast.posts.id_at(money.forecast.posts.rowCount() - 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert money.part == "forecast"
    wanted = post(money, "Fortbildning").post.id
    view.choose(wanted)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert money.part == "budget"
    assert money.budget.current_id() == wanted


def test_the_forecast_is_written_as_a_table(
    window: MainWindow, money: MoneyPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "prognos.csv"
    monkeypatch.setattr(files, "ask_table", lambda _, __: path)
    money.show_part("forecast")
    money.forecast.export.click()
    rows = path.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("Kod;Post;Planerat;")
    assert rows[-1].split(";")[1:3] == ["Summa", "264000"]
    assert path.name in window.messages.history[-1].text


def test_the_year_is_held_against_itself_and_what_differs_leads_to_its_place(
    window: MainWindow, money: MoneyPage
) -> None:
    money.show_part("reconciliation")
    with window.desk.read() as reader:
        told = reconciliation(reader, YEAR)
    shown = texts(money.reconciliation)
    assert verdict(told) in shown
    for check in told.checks:
        assert any(each.startswith(f"{sides_text(check)}: ") for each in shown)
    sheet = money.year.sheet
    assert sheet is not None
    version = sheet.versions[-1]
    window.desk.attempt(Change(type(version), version.id, {"frame_ore": 1}, "frame"))
    settle()
    line = money.reconciliation.findChild(CardLine, "frame-0")
    assert line is not None
    assert line.text().startswith(f"Ramen: {kronor(1)} – ")
    line.click()
    assert money.part == "budget"


def test_accounts_are_read_compared_and_removed(
    window: MainWindow, money: MoneyPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kommunen.csv"
    path.write_text(ACCOUNTS, "utf-8")
    monkeypatch.setattr(files, "ask_accounts", lambda _: path)

    def accept(dialog: TableImportDialog, do: object = None) -> TableImportDialog:
        dialog.show()
        assert dialog.accept_button.isEnabled()
        dialog.accept_button.click()
        return dialog

    monkeypatch.setattr(TableImportDialog, "ended", accept)
    money.show_part("ledger")
    before = money.ledger.model.rowCount()
    money.show_part("reconciliation")
    press(money, "read-accounts")
    with window.desk.read() as reader:
        statement = account_statement(reader, YEAR)
        told = reconciliation(reader, YEAR)
    assert statement is not None
    assert [each.amount_ore for each in statement.lines] == [120000, 30000]
    assert [each.key for each in told.differing] == ["accounts"]
    assert verdict(told) in texts(money.reconciliation)
    assert "Inget är bokfört" in window.messages.history[-1].text
    money.show_part("ledger")
    assert money.ledger.model.rowCount() == before
    money.show_part("reconciliation")
    window.activateWindow()
    press(money, "remove-accounts")
    with window.desk.read() as reader:
        assert account_statement(reader, YEAR) is None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "read-accounts"
    window.desk.undo()
    settle()
    with window.desk.read() as reader:
        assert account_statement(reader, YEAR) == statement
    assert money.part == "reconciliation"
    assert any(path.name in each for each in texts(money.reconciliation))


def press(shown: MoneyPage, name: str) -> None:
    settle()
    found = [each for each in shown.reconciliation.findChildren(QPushButton, name)
             if each.isVisible()]  # fmt: skip
    assert found
    assert found[0].isEnabled()
    found[0].setFocus()
    found[0].click()
    settle()


@pytest.mark.parametrize(
    ("part", "kind"), [("forecast", "prognos"), ("reconciliation", "avstamning")]
)
def test_each_part_has_its_paper_and_follows_the_year(
    window: MainWindow, money: MoneyPage, part: str, kind: str
) -> None:
    money.show_part(part)
    paper = money._paper()
    assert paper is not None
    assert (paper.name, paper.about) == (kind, YEAR)
    other = next(each for each in money.year.years if each != YEAR)
    money.year.open(other)
    paper = money._paper()
    assert paper is not None
    assert (paper.name, paper.about) == (kind, other)
