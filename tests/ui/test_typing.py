"""Whoever types without a pause has it stored each second, and types on undisturbed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.money.budget_model import Column
from hubra_desktop.ui.pages.reports.panel import ReportsPanel
from hubra_desktop.ui.widgets import saving
from tests.ui.hands import edit, items, settle, trigger
from tests.ui.money import page as money_page
from tests.ui.plan_hands import named, opened, plan_page

WORDS = "Ingen ledig lokal fanns i maj. "
ROUNDS = 60

Stored = Callable[[], str]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a key wait 40 ms at most."""
    monkeypatch.setattr(saving, "SAVE_WITHIN_MS", 40)


def activity_line(window: MainWindow) -> tuple[QWidget, Stored]:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    return form.texts["period"], lambda: named(page, "Lokala trygghetsnätverk").period


def activity_area(window: MainWindow) -> tuple[QWidget, Stored]:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    return form.texts["report_text"], lambda: named(page, "Lokala trygghetsnätverk").report_text


def agenda_title(window: MainWindow) -> tuple[QWidget, Stored]:
    window.show_page("page-meetings")
    return edit(window, 0, AgendaColumn.TITLE), lambda: items(window)[0].title


def meeting_place(window: MainWindow) -> tuple[QWidget, Stored]:
    window.show_page("page-meetings")
    window.actions_["show-facts"].setChecked(True)
    sheet = window.meeting
    form: Form = window.meetings.facts
    return form.texts["place"], lambda: sheet.sheet.place if sheet.sheet else ""


def budget_post(window: MainWindow) -> tuple[QWidget, Stored]:
    money = money_page(window)
    money.show_part("budget")
    post_id = money.budget.current_id()
    money.budget.view.choose(post_id, Column.POST, edit=True)
    found = money.budget.view.open_editor()
    assert found is not None
    model = money.budget.model

    def stored() -> str:
        row = model.row_at(model.index_of(post_id))
        return row.post.name if row is not None else ""

    return found, stored


def report_text(window: MainWindow) -> tuple[QWidget, Stored]:
    page = plan_page(window)
    page.show_part("reports")
    panel = page._papers()
    assert isinstance(panel, ReportsPanel)
    editor = panel.section.editor

    def stored() -> str:
        section = panel.report.section(panel.section.section_id)
        return section.text if section is not None else ""

    return editor, stored


EDITORS = (activity_line, activity_area, agenda_title, meeting_place, budget_post, report_text)


@pytest.mark.parametrize("place", EDITORS)
def test_typing_without_a_pause_is_stored_meanwhile(
    first_page: MainWindow, place: Callable[[MainWindow], tuple[QWidget, Stored]]
) -> None:
    first_page.activateWindow()
    editor, stored = place(first_page)
    editor.setFocus()
    before, seen, typed = stored(), set(), ""
    go_to_end(editor)
    for turn in range(ROUNDS):
        sign = WORDS[turn % len(WORDS)]
        QTest.keyClicks(editor, sign, delay=5)
        typed += sign
        seen.add(stored())
    assert len(seen - {before}) > 1, "nothing was stored while the keys came"
    assert " ".join(typed.split()) in " ".join(shown(editor).split())
    assert shown(editor).endswith(typed.rstrip("\n")), "a space was taken, or the cursor moved"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle()
    assert " ".join(typed.split()) in " ".join(stored().split())
    trigger(first_page, "undo")
    assert stored() == before, "one visit is one step"


def go_to_end(editor: QWidget) -> None:
    if isinstance(editor, QLineEdit):
        editor.end(False)
    elif isinstance(editor, QPlainTextEdit | QTextEdit):
        editor.moveCursor(QTextCursor.MoveOperation.End)


def shown(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit | QTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def test_what_was_saved_half_written_is_shown_as_stored_when_it_is_left(
    first_page: MainWindow,
) -> None:
    first_page.activateWindow()
    field, stored = activity_line(first_page)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, "varje  vecka ")
    QTest.qWait(80)
    assert (shown(field), stored()) == ("varje  vecka ", "varje vecka")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settle()
    assert shown(field) == "varje vecka"


def test_a_new_row_typed_slowly_is_one_step(first_page: MainWindow) -> None:
    first_page.show_page("page-meetings")
    count = len(items(first_page))
    editor = edit(first_page, -1, AgendaColumn.TITLE)
    for sign in "Trygghetsvandring i centrum":
        QTest.keyClicks(editor, sign, delay=5)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle()
    # It stands before the other questions, which come last.
    assert items(first_page)[-2].title == "Trygghetsvandring i centrum"
    trigger(first_page, "undo")
    assert len(items(first_page)) == count


@pytest.mark.parametrize(
    ("column", "before"),
    [
        (AgendaColumn.TITLE, "Information "),
        (AgendaColumn.PRESENTERS, "Leif Nilsson, NBF;"),
        (AgendaColumn.PRESENTERS, "Leif Nilsson, NBF; "),
        (AgendaColumn.CASE_NUMBER, "KS 2018 "),
    ],
)
def test_a_pause_after_a_space_or_a_semicolon_keeps_it(
    window: MainWindow, qtbot: QtBot, column: AgendaColumn, before: str
) -> None:
    window.activateWindow()
    cell = edit(window, 5, column)
    cell.selectAll()
    QTest.keyClicks(cell, before)
    qtbot.wait(150)
    QTest.keyClicks(cell, "Xyz")
    assert cell.text() == f"{before}Xyz"
