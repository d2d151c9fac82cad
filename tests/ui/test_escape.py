"""Esc never destroys: it saves what is typed and leads back, in every form and cell."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from sqlalchemy import select

from hubra_desktop.model.records.catalogue import KINDS
from hubra_desktop.model.records.plan import Consultation
from hubra_desktop.store.tables import TABLES
from hubra_desktop.ui.dialogs.register_facts import RegisterFactsDialog, RegisterNames
from hubra_desktop.ui.forms.entry import Entry
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.typed import Typed
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.indicators.page import IndicatorsPage
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.money.ledger_forms import BookForm
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.work.edits import Add
from tests.ui.hands import edit, items, settle, trigger
from tests.ui.money import cell, post
from tests.ui.money import form as money_form
from tests.ui.money import page as money_page
from tests.ui.plan_hands import named, opened, plan_page, write

ESC = Qt.Key.Key_Escape
WORDS = "Nytt i rutan"


def activity(window: MainWindow) -> Form:
    return opened(plan_page(window), "Lokala trygghetsnätverk")


def area(window: MainWindow) -> Form:
    page = plan_page(window)
    assert page.plan.plan is not None
    assert page.activities.open_place("focus_area", page.plan.plan.areas[0].id)
    return page.activities.area


def plan(window: MainWindow) -> Form:
    page = plan_page(window)
    page.does.show_facts()
    return page.activities.facts


def register(window: MainWindow, name: str) -> Form:
    page = plan_page(window)
    page.show_part(name)
    panel = page._registers[name]
    assert isinstance(panel, RegisterPanel)
    assert panel.go_to(panel.rows.id_at(0))
    return panel.form


def consultation(window: MainWindow) -> Form:
    if not plan_page(window)._registers.get("consultations"):
        window.desk.run(Add(Consultation, {"title": "Remiss"}))
    return register(window, "consultations")


def paper(window: MainWindow) -> Form:
    page = plan_page(window)
    page.show_part("reports")
    page._papers().outline.choose("head")
    return page._papers().head


def head(window: MainWindow) -> Form:
    window.show_page("page-meetings")
    window.actions_["show-facts"].setChecked(True)
    return window.meetings.facts


def row(window: MainWindow) -> Form:
    window.show_page("page-meetings")
    window.actions_["show-details"].setChecked(True)
    return window.meetings.agenda.details


def indicator(window: MainWindow) -> Form:
    window.show_page("page-indicators")
    page = window._pages.page("page-indicators")
    assert isinstance(page, IndicatorsPage)
    return page.details


def budget_post(window: MainWindow) -> Form:
    money = money_page(window)
    money.show_part("budget")
    return money.budget.details


FORMS: dict[str, Callable[[MainWindow], Form]] = {
    "activity": activity,
    "area": area,
    "plan": plan,
    "letter": lambda window: register(window, "letters"),
    "agreement": lambda window: register(window, "agreements"),
    "consultation": consultation,
    "paper": paper,
    "head": head,
    "row": row,
    "indicator": indicator,
    "post": budget_post,
}


def type_over(field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)


@pytest.mark.parametrize("name", FORMS)
def test_a_field_left_with_escape_keeps_what_was_typed(first_page: MainWindow, name: str) -> None:
    """Every text of every form that saves by itself, right after the last key."""
    first_page.activateWindow()
    form = FORMS[name](first_page)
    fields = [each for each, entry in form.entries.items() if free_text(entry)]
    assert fields
    for field in fields:
        form = FORMS[name](first_page)
        settle()
        record, entry = form.record, form.entries[field]
        words = "juni" if field == "expected" else WORDS
        type_over(entry.field, words)
        QTest.keyClick(entry.field, ESC)
        settle()
        assert stored(first_page, record, field) == words, field
        trigger(first_page, "undo")
        assert stored(first_page, record, field) == getattr(record, field), field


def stored(window: MainWindow, record: Any, field: str) -> object:
    table = TABLES[KINDS.get(type(record), "budget_post")]
    with window.desk.read() as reader:
        return reader.scalar(select(table.c[field]).where(table.c.id == record.id))


def free_text(entry: Entry) -> bool:
    whole = entry.spec.converter.whole
    return isinstance(entry.field, Typed) and not whole and entry.isVisible() and entry.isEnabled()


def test_escape_leads_back_from_a_side_panel_with_what_was_typed(first_page: MainWindow) -> None:
    page = plan_page(first_page)
    form = opened(page, "Lokala trygghetsnätverk")
    type_over(form.texts["period"], WORDS)
    QTest.keyClick(form.texts["period"], ESC)
    assert not page.activities.side.isVisible()
    assert page.activities.tree.hasFocus()
    assert named(page, "Lokala trygghetsnätverk").period == WORDS


def test_a_refused_text_gives_way_at_the_second_escape_and_is_not_lost(
    first_page: MainWindow,
) -> None:
    first_page.activateWindow()
    form = activity(first_page)
    day = form.texts["starts"]
    stored = day.text()
    type_over(day, "32 mars")
    QTest.keyClick(day, ESC)
    assert day.refused
    assert day.text() == "32 mars"
    QTest.keyClick(day, ESC)
    assert not day.refused
    assert day.text() == stored
    assert day.isVisible()
    QTest.keyClick(day, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert day.text() == "32 mars"
    write(form, "starts", stored)


def test_a_cell_of_the_agenda_is_saved_by_escape(window: MainWindow) -> None:
    for column, text in ((AgendaColumn.TITLE, WORDS), (AgendaColumn.CASE_NUMBER, "KS-2018/7.1")):
        cell_ = edit(window, 1, column)
        type_over(cell_, text)
        QTest.keyClick(cell_, ESC)
        settle()
    assert (items(window)[1].title, items(window)[1].case_number) == (WORDS, "KS-2018/7.1")
    assert window.meetings.agenda.view.open_editor() is None


@pytest.mark.parametrize(
    ("column", "text"), [(Column.POST, WORDS), (Column.PLANNED, "61000")], ids=["name", "amount"]
)
def test_a_cell_of_the_budget_is_saved_by_escape(
    first_page: MainWindow, column: Column, text: str
) -> None:
    money = money_page(first_page)
    money.show_part("budget")
    row_ = post(money, "Arvoden")
    editor = cell(money, row_.post.id, column)
    type_over(editor, text)
    QTest.keyClick(editor, ESC)
    settle()
    stored = money.budget.model.row_at(money.budget.model.index_of(row_.post.id))
    assert stored is not None
    got = stored.post.name if column is Column.POST else stored.sums.planned
    assert got == (text if column is Column.POST else 6_100_000)
    assert money.budget.view.open_editor() is None


def test_a_form_with_a_button_goes_on_where_it_was_left(first_page: MainWindow) -> None:
    money = money_page(first_page)
    money.show_part("ledger")
    trigger(first_page, "book-entry")
    form = money_form(money)
    assert isinstance(form, BookForm)
    for name, text in (("amount_ore", "1 200"), ("text", WORDS)):
        type_over(form.entries[name].field, text)
    QTest.keyClick(form.entries["text"].field, ESC)
    settle()
    assert money.side.form is None
    trigger(first_page, "book-entry")
    form = money_form(money)
    assert form.entries["text"].field.text() == WORDS
    assert form.entries["amount_ore"].field.text().replace("\u00a0", " ").startswith("1 200")
    assert form.refusal.text() == "Det du skrev senast står kvar här."
    form.findChild(QWidget, "form-cancel").click()  # type: ignore[union-attr]
    settle()
    trigger(first_page, "book-entry")
    assert money_form(money).entries["text"].field.text() == ""


def test_a_form_that_was_not_sent_is_told_of_once_before_the_window_closes(
    first_page: MainWindow,
) -> None:
    money = money_page(first_page)
    money.show_part("ledger")
    trigger(first_page, "book-entry")
    type_over(money_form(money).entries["text"].field, WORDS)
    assert not first_page.close()
    told = first_page.messages.history[-1].text
    assert told.startswith("Formuläret ”Bokför en rad” är inte skickat.")
    assert money_form(money).entries["text"].field.text() == WORDS
    assert first_page.close()


def test_a_form_of_what_is_stored_saves_with_escape(first_page: MainWindow) -> None:
    money = money_page(first_page)
    trigger(first_page, "budget-facts")
    form = money_form(money)
    note = form.entries["note"].field
    type_over(note, WORDS)
    QTest.keyClick(note, ESC)
    settle()
    assert money.side.form is None
    assert money.year.sheet is not None
    assert money.year.sheet.note == WORDS


def test_a_refused_form_stays_and_is_left_at_the_next_escape(first_page: MainWindow) -> None:
    money = money_page(first_page)
    trigger(first_page, "budget-facts")
    form = money_form(money)
    share = next(e.field for e in form.entries.values() if e.spec.name == "deviation_share")
    type_over(share, "mycket")
    QTest.keyClick(share, ESC)
    settle()
    assert money.side.form is form
    assert form.entries["deviation_share"].refused
    QTest.keyClick(share, ESC)
    settle()
    assert money.side.form is None


def test_a_dialog_of_what_is_stored_saves_with_escape(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    took: list[RegisterNames] = []
    dialog = RegisterFactsDialog(RegisterNames("Rådet", "", "Kommunen"))
    dialog.show()
    field = dialog.entries["organisation"].field
    assert isinstance(field, QLineEdit)
    type_over(field, "Trygghetsradet")
    dialog._do = took.append
    QTest.keyClick(field, ESC)
    assert not dialog.isVisible()
    assert took == [RegisterNames("Trygghetsradet", "", "Kommunen")]
    dialog.deleteLater()
