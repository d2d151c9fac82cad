"""Whatever is refused stays where it was typed, with its sentence, until mended or taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from hubra_desktop.ui.dialogs import files
from hubra_desktop.ui.dialogs.first_start import FirstStartDialog
from hubra_desktop.ui.forms.form import Form
from hubra_desktop.ui.forms.inputs import TextArea
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn
from hubra_desktop.ui.widgets.build import search_line
from hubra_desktop.ui.widgets.callout import Callout
from tests.ui.hands import edit, items, settle, sheet, trigger, type_over
from tests.ui.money import page as money_page
from tests.ui.plan_hands import named, opened, plan_page
from tests.ui.refusal_hands import told, type_in

FILE_ACTIONS = (
    "save",
    "open",
    "new-register",
    "register-facts",
    "house-style",
    "export-json",
    "import-json",
    "export-table",
)

pytestmark = pytest.mark.usefixtures("nothing_refused_left")


def test_a_refused_time_stays_when_another_field_is_saved(
    window: MainWindow, facts_form: Form
) -> None:
    end = facts_form.texts["end"]
    type_in(end, "25.99")
    assert end.refused
    type_in(facts_form.texts["place"], "B-salen")
    assert sheet(window).place == "B-salen"
    assert (end.text(), end.refused) == ("25.99", True)
    assert end.accessibleDescription() in told(window)
    end.setFocus()
    QTest.keyClick(end, Qt.Key.Key_Escape)
    assert not end.refused
    assert end.text() == ""
    assert told(window) == []


def test_a_refused_text_in_a_line_stays_when_a_row_is_added(
    window: MainWindow, facts_form: Form
) -> None:
    parts = facts_form.lists[0]
    parts.add.click()
    settle()
    start = list(parts.lines.values())[-1].entries[1].field
    type_in(start, "kvart i nästa")
    type_in(facts_form.texts["place"], "B-salen")
    assert (start.text(), start.refused) == ("kvart i nästa", True)
    rows = len(sheet(window).pre_meetings)
    parts.add.click()
    settle()
    assert len(sheet(window).pre_meetings) == rows
    assert start.hasFocus()
    assert "Börjar" in window.messages.history[-1].text


def test_lines_of_rows_that_stay_are_kept_when_others_come_and_go(
    window: MainWindow, facts_form: Form
) -> None:
    parts = facts_form.lists[2]
    first = next(iter(parts.lines.values())).entries[0].field
    parts.add.click()
    settle()
    assert next(iter(parts.lines.values())).entries[0].field is first
    trigger(window, "undo")
    assert next(iter(parts.lines.values())).entries[0].field is first
    assert first.isVisible()


def test_a_panel_with_something_refused_is_not_folded(window: MainWindow, facts_form: Form) -> None:
    day = facts_form.texts["date"]
    type_in(day, "32 mars")
    window.actions_["show-facts"].setChecked(False)
    settle()
    assert window.actions_["show-facts"].isChecked()
    assert day.isVisible()
    assert day.hasFocus()
    assert told(window) == [day.accessibleDescription()]
    QTest.keyClick(day, Qt.Key.Key_Escape)
    window.actions_["show-facts"].setChecked(False)
    settle()
    assert not day.isVisible()


def test_what_is_refused_is_led_to_from_wherever_one_is(
    window: MainWindow, facts_form: Form
) -> None:
    end = facts_form.texts["end"]
    type_in(facts_form.texts["place"], "B-salen")
    type_in(end, "25.99")
    window.meetings.agenda.view.setFocus()
    trigger(window, "undo")
    assert end.hasFocus()
    assert "Planerat slut" in window.messages.history[-1].text
    window.show_page("page-plan")
    assert window.shown_page() == "page-meetings"


def test_the_window_says_which_box_and_closes_the_second_time(
    window: MainWindow, facts_form: Form
) -> None:
    type_in(facts_form.texts["end"], "25.99")
    assert not window.close()
    said = window.messages.history[-1].text
    assert "”Planerat slut”" in said
    assert "Stäng en gång till" in said
    assert facts_form.texts["end"].text() == "25.99"
    assert window.close()
    assert window.desk.workspace is None


def test_the_page_shows_what_is_stored_of_what_is_refused(
    window: MainWindow, facts_form: Form
) -> None:
    """Half a date that could be read on the way is no date of the meeting."""
    day, meant = facts_form.texts["date"], sheet(window).date
    type_in(day, "2018-02-3", None)
    assert window.meeting.draft != window.meeting.sheet
    type_in(day, "2018-02-31", None)
    draft = window.meeting.draft
    assert draft is not None
    assert draft.date == meant
    type_in(day, "2018-02-31")
    assert day.refused
    assert window.meeting.draft == window.meeting.sheet
    QTest.keyClick(day, Qt.Key.Key_Escape)
    cell = edit(window, 1, AgendaColumn.MINUTES)
    type_over(cell, "3", None)
    assert window.meeting.draft != window.meeting.sheet
    type_over(cell, "3x", None)
    assert window.meeting.draft == window.meeting.sheet
    QTest.keyClick(cell, Qt.Key.Key_Escape)


def test_what_is_done_with_files_says_what_must_be_mended_first(
    window: MainWindow, facts_form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dialog that leads nowhere is not shown."""
    type_in(facts_form.texts["end"], "25.99")
    asked: list[str] = []
    for name in ("ask_register", "ask_import", "ask_export", "ask_table"):
        monkeypatch.setattr(files, name, asked.append)
    monkeypatch.setattr(FirstStartDialog, "ask", asked.append)
    for action in FILE_ACTIONS:
        window.messages.tell("")
        trigger(window, action)
        assert "”Planerat slut”" in window.messages.history[-1].text, action
    assert asked == []
    window.messages.tell("")
    assert not window.registers.open(Path("annat.hubra"))
    assert "”Planerat slut”" in window.messages.history[-1].text


@pytest.mark.parametrize("place", ["line", "area", "search", "cell"])
def test_undo_reaches_the_window_from_a_text_with_nothing_to_undo(
    window: MainWindow, facts_form: Form, place: str
) -> None:
    was = sheet(window).place
    type_in(facts_form.texts["place"], "B-salen")
    field: QWidget = facts_form.texts["link"]
    if place == "area":
        field = TextArea("area", "Text", facts_form)
    elif place == "search":
        field = search_line("search", "Sök", facts_form)
    elif place == "cell":
        field = edit(window, 1, AgendaColumn.TITLE)
    assert sheet(window).place == "B-salen"
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert sheet(window).place == was


def test_undo_in_a_text_takes_back_what_is_typed_there_first(
    window: MainWindow, facts_form: Form
) -> None:
    type_in(facts_form.texts["place"], "B-salen")
    link = facts_form.texts["link"]
    link.setFocus()
    QTest.keyClicks(link, "https:")
    QTest.keyClick(link, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert link.text() == ""
    assert sheet(window).place == "B-salen"


def test_details_with_something_refused_keep_their_row(window: MainWindow) -> None:
    window.activateWindow()
    agenda = window.meetings.agenda
    first, other = items(window)[1].id, items(window)[2].id
    agenda.view.choose(first, AgendaColumn.TITLE)
    room = agenda.details.texts["place"]
    type_in(room, "N" * 1200)
    assert room.refused
    agenda.view.choose(other, AgendaColumn.TITLE)
    settle()
    assert room.text() == "N" * 1200
    assert agenda.current_id() == first
    assert room.hasFocus()
    QTest.keyClick(room, Qt.Key.Key_Escape)
    agenda.view.choose(other, AgendaColumn.TITLE)
    settle()
    assert agenda.current_id() == other
    assert agenda.details.record.id == other


def test_closing_a_side_panel_leads_to_what_is_refused(window: MainWindow) -> None:
    window.activateWindow()
    page = plan_page(window)
    form = opened(page, "Träff med nattvandringsnätverket")
    day = form.texts["starts"]
    type_in(day, "32 mars")
    page.activities.tree.setFocus()
    page.activities.close_side()
    assert day.hasFocus()
    assert day.isVisible()
    assert told(window) == [day.accessibleDescription()]
    assert named(page, "Träff med nattvandringsnätverket").starts != "32 mars"


def test_a_field_that_is_no_longer_asked_for_refuses_nothing(window: MainWindow) -> None:
    """A date that cannot be read must not hinder a decision of another kind, unseen."""
    from hubra_desktop.model.money.grants import standing
    from hubra_desktop.model.money.terms import DecisionKind
    from hubra_desktop.model.records.money import Grant
    from hubra_desktop.ui.pages.money.grant_forms import DecideForm, GrantAround

    shown = money_page(window)
    grant = Grant(id="g", year=2018)
    around = GrantAround(today=sheet(window).date, posts=())
    form = DecideForm(window.desk, around, grant, standing(grant, ()))
    shown.side.open(form)
    form.entries["kind"].field.offer([(kind.value, kind) for kind in DecisionKind])
    form.show_values({"kind": DecisionKind.RECLAIM})
    form.entries["last_day"].field.setText("32 mars")
    assert form.form.read() is None
    form.show_values({"kind": DecisionKind.GRANT})
    assert form.entries["last_day"].isHidden()
    values = form.form.read()
    assert values is not None
    assert values["last_day"] is None


def test_what_is_said_of_a_field_follows_it_when_the_form_is_scrolled(window: MainWindow) -> None:
    window.activateWindow()
    page = plan_page(window)
    window.resize(1000, 500)
    form = opened(page, "Träff med nattvandringsnätverket")
    field = form.texts["starts"]
    settle()
    form.ensureWidgetVisible(field)
    type_in(field, "32 mars", None)
    assert not field.flush()
    callout = next(each for each in window.findChildren(Callout) if each.isVisible())
    before = callout.y()
    bar = form.verticalScrollBar()
    bar.setValue(bar.value() + 20)
    assert callout.y() == before - 20
    bar.setValue(bar.maximum())
    assert not callout.isVisible()
    form.ensureWidgetVisible(field)
    assert callout.isVisible()


def test_what_is_said_goes_with_a_widget_that_is_deleted(window: MainWindow) -> None:
    place = QWidget(window.centralWidget())
    place.setGeometry(40, 40, 80, 20)
    place.show()
    callout = Callout(window)
    callout.show_at(place, "Det går inte just nu.")
    delete(place)
    window.resize(window.width() + 10, window.height())
    settle()
    assert told(window) == []
