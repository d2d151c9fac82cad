"""The window in English and back: made anew over the same register, nothing lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hubra_desktop.model.days import day_in_text, weekday_in_text
from hubra_desktop.model.language import language
from hubra_desktop.model.swedish import MONTHS, WEEKDAYS
from hubra_desktop.ui import settings, translation
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.program import Program
from hubra_desktop.ui.view_choices import remembered_language
from tests.ui.hands import doubled_letters, edit, items, settle, sheet, trigger, type_over


@pytest.fixture
def program(register: Path, dressed: QApplication) -> Iterator[Program]:
    """A program of its own, whose window may be replaced; Swedish again afterwards."""
    window = MainWindow()
    assert window.registers.open(register)
    window.show_page("page-meetings")
    window.show()
    made = Program(window)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    translation.install_translation(dressed, "sv")
    settle()


def test_another_language_takes_effect_at_once_and_is_remembered(program: Program) -> None:
    meeting_id = sheet(program.window).id
    program.window.actions_["show-facts"].setChecked(True)
    trigger(program.window, "language-en")
    window = program.window
    assert language() == remembered_language() == "en"
    assert window.actions_["page-overview"].text() == "&Overview"
    assert window.actions_["language-en"].isChecked()
    assert window.meetings.head.title.text() == "Wednesday 7 March 2018 · A-salen"
    assert sheet(window).id == meeting_id
    assert window.actions_["show-facts"].isChecked()
    assert window.isVisible()
    assert doubled_letters(window) == []
    trigger(window, "language-sv")
    assert program.window.actions_["page-overview"].text() == "Ö&versikt"
    assert remembered_language() == "sv"


def test_undo_reaches_back_past_the_change_of_language(program: Program) -> None:
    before = items(program.window)[1].title
    type_over(edit(program.window, 1, AgendaColumn.TITLE), "Utredning", None)
    trigger(program.window, "language-en")
    assert items(program.window)[1].title == "Utredning"
    assert program.window.actions_["undo"].text() == "&Undo: changed heading"
    trigger(program.window, "undo")
    assert items(program.window)[1].title == before


def test_what_cannot_be_committed_keeps_the_window_as_it_is(program: Program) -> None:
    window = program.window
    cell = edit(window, 1, AgendaColumn.TIME)
    type_over(cell, "kvart i nästa", None)
    trigger(window, "language-en")
    assert program.window is window
    assert cell.text() == "kvart i nästa"
    assert window.actions_["language-sv"].isChecked()
    assert language() == "sv"
    cell.setText(cell.given)
    cell.set_refusal("")


def test_refusals_and_counts_are_english_and_the_paper_swedish(program: Program) -> None:
    trigger(program.window, "language-en")
    window = program.window
    window.actions_["show-facts"].setChecked(True)
    field = window.meetings.facts.texts["start"]
    field.setText("25.99")
    assert not field.flush()
    assert field.accessibleDescription() == "There is no 25.99. Minutes go from 00 to 59."
    field.setText("15.30")
    assert field.flush()
    year = window.meetings.meetings.model.index(0, 0)
    spoken = str(year.data(0x000B))  # Qt.AccessibleTextRole
    assert "(s)" not in spoken
    assert "meeting" in spoken
    pdf = window.meetings.page.content()
    assert pdf is not None
    from hubra_desktop.ui.self_check import pdf_text

    assert "Onsdag den 7 mars 2018" in pdf_text(pdf)


def test_a_remembered_language_that_is_unknown_is_swedish() -> None:
    settings.remember("view/language", "de")
    assert remembered_language() == "sv"


@pytest.mark.parametrize("day", [date(2024, 2, month) for month in range(5, 12)])
def test_days_are_those_of_the_calendar(day: date, dressed: QApplication) -> None:
    assert weekday_in_text(day).casefold().startswith(WEEKDAYS[day.weekday()])
    translation.install_translation(dressed, "en")
    try:
        assert weekday_in_text(day) == f"{day:%A} {day.day} {day:%B %Y}"
    finally:
        translation.install_translation(dressed, "sv")


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_those_of_the_calendar(month: int, dressed: QApplication) -> None:
    day = date(2024, month, 1)
    assert day_in_text(day) == f"1 {MONTHS[month - 1]} 2024"
    translation.install_translation(dressed, "en")
    try:
        assert day_in_text(day) == f"1 {day:%B} 2024"
    finally:
        translation.install_translation(dressed, "sv")
