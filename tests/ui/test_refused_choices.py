"""What is refused of a tick, a choice, a part or a row that is chosen."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.terms import MeetingState
from hubra_desktop.ui.forms.entry import Entry
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from tests.ui.hands import items, settle, trigger
from tests.ui.indicator_hands import page_of as indicators_page
from tests.ui.indicator_hands import stored as stored_indicators
from tests.ui.money import page as money_page
from tests.ui.plan_hands import plan_page
from tests.ui.refusal_hands import told, type_in

pytestmark = pytest.mark.usefixtures("nothing_refused_left")


def refusing(*_: object) -> None:
    raise InputError("Det går inte just nu.")


def follow_up(window: MainWindow) -> tuple[RegisterPanel, Entry]:
    """Make an agreement with a follow-up meeting; return where it stands, and its tick."""
    found = plan_page(window)
    found.show_part("agreements")
    trigger(window, "new-agreement")
    settle()
    panel = found._registers["agreements"]
    parts = panel.form.lists[1]
    parts.add.click()
    settle()
    return panel, next(iter(parts.lines.values())).entries[2]


def test_a_refused_tick_in_a_list_goes_back_and_says_why(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, held = follow_up(window)
    monkeypatch.setattr(window.desk, "attempt_now", refusing)
    held.field.click()
    assert not held.field.isChecked()
    assert told(window) == ["Det går inte just nu."]


@pytest.mark.parametrize("name", ["closed", "kind"])
def test_a_refused_choice_goes_back_and_says_why(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    agenda = window.meetings.agenda
    agenda.view.choose(items(window)[1].id, AgendaColumn.TITLE)
    entry = agenda.details.entries[name]
    before = entry.read()
    monkeypatch.setattr(window.desk, "attempt_now", refusing)
    if name == "closed":
        entry.field.click()
    else:
        entry.field.setCurrentIndex(0 if entry.field.currentIndex() else 1)
        entry.field.activated.emit(entry.field.currentIndex())
    assert entry.read() == before
    assert told(window) == ["Det går inte just nu."]


def test_a_refused_state_of_the_meeting_says_so_at_the_choice(
    window: MainWindow, facts_form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = facts_form.choices["state"]
    before = state.value()
    monkeypatch.setattr(window.desk, "attempt_now", refusing)
    place = state._values.index(MeetingState.CANCELLED)
    state.setCurrentIndex(place)
    state.activated.emit(place)
    assert state.value() is before
    assert told(window) == ["Det går inte just nu."]


def test_facts_of_a_year_that_are_refused_keep_their_year(window: MainWindow) -> None:
    window.activateWindow()
    page = indicators_page(window)
    values = page.details.values
    values.view.choose(2015)
    evidence = values.facts.texts["evidence"]
    type_in(evidence, "N" * 9_000)
    assert evidence.refused
    values.view.choose(2017)
    settle()
    assert values.view.current_year() == 2015
    assert evidence.text() == "N" * 9_000
    assert evidence.hasFocus()
    QTest.keyClick(evidence, Qt.Key.Key_Escape)
    values.view.choose(2017)
    settle()
    assert values.view.current_year() == 2017
    assert values.facts.record.year == 2017


def test_what_is_said_of_a_tick_in_a_list_is_gone_when_the_form_is_opened_anew(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel, held = follow_up(window)
    with monkeypatch.context() as patched:
        patched.setattr(window.desk, "attempt_now", refusing)
        held.field.click()
    assert told(window) == ["Det går inte just nu."]
    agreement = panel.chosen
    panel.close_side()
    assert told(window) == []
    assert panel.open_place(*agreement)
    settle()
    assert held.field.isVisible()
    assert told(window) == []


def test_a_part_is_not_left_while_something_in_it_is_refused(window: MainWindow) -> None:
    window.activateWindow()
    page = money_page(window)
    page.show_part("budget")
    code = page.budget.details.texts["code"]
    type_in(code, "N" * 1200)
    assert code.refused
    ask_for_ledger: Callable[[], object] = partial(page.head.parts.ask_for, "ledger")
    for leave in (ask_for_ledger, partial(page.do, "next-part")):
        leave()
        settle()
        assert page.part == "budget"
        assert page.budget.isVisible()
        assert code.hasFocus()


def test_words_that_are_refused_keep_their_indicator_and_its_years(window: MainWindow) -> None:
    window.activateWindow()
    page = indicators_page(window)
    page.view.choose(stored_indicators(page)[0].id)
    details, view = page.details, page.view
    here, years = view.current_id(), {n: each.value() for n, each in details.picks.items()}
    details.change.setPlainText("N" * 90_000)
    latest = details.picks["latest"]
    latest.setCurrentIndex(latest.count() - 1)
    latest.activated.emit(latest.count() - 1)
    assert {n: each.value() for n, each in details.picks.items()} == years
    assert details.change.hasFocus()
    other = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=other)
    settle()
    assert view.current_id() == here
    assert [each.row() for each in view.selectionModel().selectedRows()] == [0]
    assert details.change.hasFocus()
    assert len(details.change.toPlainText()) == 90_000
    details.change.show_given()
