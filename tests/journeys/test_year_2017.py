"""The council's year 2017 by the window: budget, costs, income, transfer, correction, grants.

What is booked stands here as a controller's own notes do; every figure of every paper is then
added up from them by the test's own arithmetic.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubra_desktop.model.money.terms import EntryKind, Outcome
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.money.page import MoneyPage
from hubra_desktop.work.queries.entries import posts_of
from hubra_desktop.work.queries.money import ledger
from hubra_desktop.work.workspace import Workspace
from tests.ui.conftest import OFFSCREEN_ONLY
from tests.ui.hands import settle
from tests.ui.money import enter, form, page, post, press, send, type_cell
from tests.work.tables_read import ReadTable, amount
from tests.work.test_tables_add_up import ledger_agrees, posts_in, shown_agrees, walk

pytestmark = [pytest.mark.journey, pytest.mark.qt_log_ignore(OFFSCREEN_ONLY)]
PLANNED = {"Arvoden": "60 000", "Bidrag": "120 tkr", "Fortbildning": "44 000", "Övrigt": "40 000"}
NOTES_2017 = {
    "Arvoden": {"Planerat": 60_000_00, "Kostnader": 59_875_25, "Intäkter": 25_000_00},
    "Bidrag": {
        "Planerat": 120_000_00,
        "Utbetalt": 45_080_00,
        "Återbetalt": 20_000_00,
        "Intecknat": 20_000_00,
    },
    "Fortbildning": {"Planerat": 54_000_00, "Kostnader": 11_200_50},
    "Övrigt": {"Planerat": 30_000_00},
}
"""What the controller noted for each post, in öre: the corrected row does not count."""
NOTES_2018 = {
    "Arvoden": {"Planerat": 60_000_00},
    "Bidrag": {"Planerat": 120_000_00, "Återbetalt": 25_080_00, "Intecknat": 20_000_00},
    "Fortbildning": {"Planerat": 44_000_00},
    "Övrigt": {"Planerat": 40_000_00},
}
"""The second instalment came in 2018, and what was granted in 2017 is still to be paid.

A new year takes the amounts decided along, not what was moved between posts.
"""


@pytest.fixture
def money(qtbot: QtBot, tmp_path: Path, dressed: object) -> Iterator[MoneyPage]:
    """The page of the money of an empty register of the council."""
    path = tmp_path / "hubra.hubra"
    Workspace.create(
        path, organisation="Huddinges brottsförebyggande råd", municipality="Huddinge"
    ).close()
    window = MainWindow()
    assert window.registers.open(path)
    window.show()
    qtbot.waitActive(window)
    yield page(window)
    window.close()
    window.deleteLater()


def test_the_year_is_entered_and_every_paper_adds_up(money: MoneyPage) -> None:
    make_the_budget(money)
    book_what_is_no_grant(money)
    grant_and_pay(money)
    grant_and_wait(money)
    with window_of(money).desk.read() as reader:
        for year, notes in ((2017, NOTES_2017), (2018, NOTES_2018)):
            read = walk(reader, year, printed=True)
            shown_agrees(reader, year, read)
            ledger_agrees(reader, year, read)
            agrees_with_the_notes(read["budget"], notes)


def agrees_with_the_notes(tables: list[ReadTable], notes: dict[str, dict[str, int]]) -> None:
    """Assert that the posts on paper have the figures noted, net and left worked out here."""
    rows = {name.split(" (")[0]: cells for name, cells in posts_in(tables).items()}
    total: Counter[str] = Counter()
    for name, noted in notes.items():
        signs = {"Utbetalt": 1, "Kostnader": 1, "Återbetalt": -1, "Intäkter": -1}
        net = sum(sign * noted.get(each, 0) for each, sign in signs.items())
        left = noted["Planerat"] - net - noted.get("Intecknat", 0)
        expected = {**noted, "Netto": net, "Kvar": left}
        printed = {each: amount(cell) or 0 for each, cell in rows[name].items()}
        assert printed == {each: expected.get(each, 0) for each in printed}, name
        assert set(noted) <= set(printed), name
        total.update(expected)
    printed = {each: amount(cell) or 0 for each, cell in rows["Summa"].items() if each != "Post"}
    assert printed == {each: total[each] for each in printed}


def window_of(money: MoneyPage) -> MainWindow:
    """Return the window that the page stands in."""
    window = money.window()
    assert isinstance(window, MainWindow)
    return window


def open_form(money: MoneyPage, action: str, **typed: object) -> None:
    """Open a form by its action, fill it in and send it; it closes when nothing is refused."""
    window_of(money).actions_[action].trigger()
    settle()
    fill(money, **typed)


def fill(money: MoneyPage, **typed: object) -> None:
    """Fill in the form that is open and send it."""
    opened = form(money)
    enter(opened, **typed)
    send(opened)
    if opened.accept.isVisible() and money.side.form is opened:
        refused = [each.told.text() for each in opened.entries.values() if each.refused]
        raise AssertionError([opened.refusal.text(), *refused])


def make_the_budget(money: MoneyPage) -> None:
    open_form(money, "new-budget-year", year="2017", start="usual", frame_ore="264 tkr")
    money.show_part("budget")
    for name, planned in PLANNED.items():
        type_cell(money, post(money, name).post.id, Column.PLANNED, planned)
    open_form(money, "decide-budget", new=False, decided_on="2016-12-07")


def book(
    money: MoneyPage, name: str, kind: EntryKind, amount: str, day: str, **more: object
) -> None:
    """Book a row on a post."""
    at = post(money, name).post.id
    open_form(money, "book-entry", kind=kind, amount_ore=amount, date=day, post_id=at, **more)


def book_what_is_no_grant(money: MoneyPage) -> None:
    book(money, "Arvoden", EntryKind.COST, "59 875,25", "2017-11-30", voucher="V101")
    book(money, "Arvoden", EntryKind.INCOME, "25 000", "2017-12-01", voucher="V102")
    open_form(
        money,
        "transfer",
        from_post_id=post(money, "Övrigt").post.id,
        to_post_id=post(money, "Fortbildning").post.id,
        amount_ore="10 000",
        date="2017-06-01",
    )
    book(money, "Fortbildning", EntryKind.COST, "12 100,50", "2017-09-14", voucher="V103")
    correct(money, "V103", "2017-09-20", "12 100,50")
    book(money, "Fortbildning", EntryKind.COST, "11 200,50", "2017-09-14", voucher="V103")


def correct(money: MoneyPage, voucher: str, day: str, amount: str) -> None:
    """Take a row of the ledger back."""
    money.show_part("ledger")
    with window_of(money).desk.read() as reader:
        rows = [row.entry for row in ledger(reader, 2017)]
    assert money.ledger.go_to(next(each.id for each in rows if each.voucher == voucher))
    settle()
    open_form(money, "correct-entry", date=day, amount_ore=amount)


def grant_and_pay(money: MoneyPage) -> None:
    apply(money, "Ur Dimman", "CV och körkort", "45.080kr")
    press(money.grants.grant, "grant-decide")
    fill(money, decided_by="HuBrå", formal=True, date="2017-02-20")
    press(money.grants.grant, "grant-pay")
    fill(money, date="2017-03-15", voucher="V104")
    press(money.grants.grant, "grant-outcome")
    fill(money, outcome=Outcome.NOT_CARRIED_OUT, outcome_reason="Projektet startade ej.")
    press(money.grants.grant, "grant-repay")
    fill(money, date="2017-12-20", amount_ore="20 000", voucher="V105")
    open_form(money, "new-budget-year", year="2018", start=2017)
    money.head.year_chosen.emit(2017)
    press(money.grants.grant, "grant-repay")
    assert form(money).entries["amount_ore"].read() == 25_080_00
    assert form(money).entries["post_id"].isHidden()
    enter(form(money), date="2018-01-20")
    assert not form(money).entries["post_id"].isHidden()
    fill(money, voucher="V3", post_id=post_of(money, 2018, "Bidrag"))


def grant_and_wait(money: MoneyPage) -> None:
    """Grant what is not paid before the year is out."""
    apply(money, "Grannstöd Huddinge", "Grannstöd", "20 000")
    press(money.grants.grant, "grant-decide")
    fill(money, decided_by="HuBrå", formal=True, date="2017-11-20")


def post_of(money: MoneyPage, year: int, name: str) -> str:
    """Return the id of a post of a year that is not the open one."""
    with window_of(money).desk.read() as reader:
        return next(each.id for each in posts_of(reader, year).values() if each.name == name)


def apply(money: MoneyPage, applicant: str, title: str, amount: str) -> None:
    """Enter an application."""
    at = post(money, "Bidrag").post.id
    open_form(
        money,
        "new-grant",
        applicant=applicant,
        title=title,
        year="2017",
        applied_ore=amount,
        post_id=at,
    )
