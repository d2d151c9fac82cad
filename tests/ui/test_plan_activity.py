"""An activity edited in place beside the plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.plan.terms import ActivityState, Exactness
from hubra_desktop.ui.forms.inputs import TextArea, TextField
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.plan.activity_form import ActivityForm
from hubra_desktop.ui.pages.plan.areas_view import PlanAreasView
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from tests.ui.hands import settle, trigger
from tests.ui.plan_hands import choose, named, opened, plan_page, sheet, write


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


def test_what_is_typed_is_stored_and_undone_by_name(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    write(form, "period", "april–maj")
    assert named(page, "Lokala trygghetsnätverk").period == "april–maj"
    assert "ändrad period" in window.actions_["undo"].text()
    trigger(window, "undo")
    assert named(page, "Lokala trygghetsnätverk").period == "våren"
    field = form.texts["period"]
    assert not isinstance(field, TextArea)
    assert field.text() == "våren"


def test_when_it_is_is_told_in_days_or_not_understood(window: MainWindow) -> None:
    form = opened(plan_page(window), "Lokala trygghetsnätverk")
    assert isinstance(form, ActivityForm)
    assert not form.when.isVisible()
    write(form, "period", "v. 12")
    assert form.when.text() == "2017-03-20–2017-03-26"
    write(form, "period", "när det passar")
    assert form.when.isVisible()
    assert form.when.text().startswith("Programmet förstår inte när det är.")
    write(form, "period", "hösten")
    assert not form.when.isVisible()


def test_a_state_that_demands_a_reason_asks_for_it_before_it_is_stored(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    choose(form, "state", ActivityState.NOT_DONE)
    assert form.texts["reason"].isVisible()
    assert form.texts["reason"].hasFocus()
    assert named(page, "Lokala trygghetsnätverk").state is ActivityState.DONE
    write(form, "reason", "Ingen lokal fanns.")
    stored = named(page, "Lokala trygghetsnätverk")
    assert (stored.state, stored.reason) == (ActivityState.NOT_DONE, "Ingen lokal fanns.")
    trigger(window, "undo")
    assert named(page, "Lokala trygghetsnätverk").state is ActivityState.DONE


def test_escape_takes_back_a_state_without_a_reason(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    choose(form, "state", ActivityState.STRUCK)
    window.show_page("page-people")
    assert window.shown_page() == "page-plan"
    # The first takes away what was said, the second the state.
    for _ in range(2):
        QTest.keyClick(form.texts["reason"], Qt.Key.Key_Escape)
    assert form.choices["state"].value() is ActivityState.DONE
    assert not form.texts["reason"].isVisible()
    assert page.activities.side.isVisible()


def test_a_day_that_cannot_be_read_is_refused_where_it_stands(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    field = write(form, "starts", "31 februari", None)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("refused")
    assert field.accessibleDescription()
    assert not window.close()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.property("refused")
    write(form, "starts", "3 april")
    assert named(page, "Lokala trygghetsnätverk").starts == date(2017, 4, 3)
    write(form, "ends", "1 april")
    assert named(page, "Lokala trygghetsnätverk").ends is None
    QTest.keyClick(form.texts["ends"], Qt.Key.Key_Escape)


@pytest.mark.parametrize("view", ["areas", "list"])
def test_a_refused_day_stays_in_its_field_when_another_row_is_clicked(
    window: MainWindow, view: str
) -> None:
    page = plan_page(window)
    page.show_part(view)
    form = opened(page, "Lokala trygghetsnätverk")
    panel, own = page.activities, named(page, "Lokala trygghetsnätverk").id
    field = form.texts["starts"]
    assert isinstance(field, TextField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2017-13-45")
    rows = panel.rows_view
    other = rows.indexBelow(rows.currentIndex()) if isinstance(rows, PlanAreasView) else None
    place = rows.visualRect(other or rows.model().index(rows.currentIndex().row() + 1, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    settle()
    assert field.text() == "2017-13-45"
    assert field.property("refused")
    assert field.accessibleDescription()
    assert field.hasFocus()
    assert panel.chosen == ("activity", own)
    assert rows.current_id() == own
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [
        rows.currentIndex().row()
    ]
    number = len(page.plan.activities)
    trigger(window, "new-activity")
    assert len(page.plan.activities) == number
    assert "ta tillbaka det med Esc" in window.desk.messages.history[-1].text
    assert field.text() == "2017-13-45"
    page.plan.changed.emit()
    assert field.text() == "2017-13-45"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.property("refused")
    assert panel.open_place("activity", named(page, "Träff med nattvandringsnätverket").id)


def test_a_refused_day_does_not_follow_to_another_register(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    field = write(form, "starts", "31 februari")
    assert field.property("refused")
    page.activities.start_over()
    form = opened(page, "Träff med nattvandringsnätverket")
    assert not field.property("refused")
    assert isinstance(field, TextField)
    assert field.text() != "31 februari"


def test_how_exact_a_number_is_can_be_typed_before_it(window: MainWindow) -> None:
    page = plan_page(window)
    form = opened(page, "Lokala trygghetsnätverk")
    before = named(page, "Lokala trygghetsnätverk")
    field = form.texts["participants"]
    assert isinstance(field, TextField)
    for text, exactness in (
        ("drygt 100", Exactness.OVER),
        ("Ca 100", Exactness.ABOUT),
        ("Ca 100", Exactness.ABOUT),
        ("exakt 100", Exactness.EXACT),
    ):
        write(form, "participants", text, Qt.Key.Key_Return)
        stored = named(page, "Lokala trygghetsnätverk")
        assert (stored.participants, stored.exactness) == (100, exactness)
        assert form.choices["exactness"].value() is exactness
        assert (field.text(), field.dirty) == ("100", False)
    trigger(window, "undo")
    assert named(page, "Lokala trygghetsnätverk") == before
    shown = field.text()
    write(form, "participants", "drygt många", Qt.Key.Key_Return)
    assert field.property("refused")
    assert field.text() == "drygt många"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == shown


def test_areas_are_chosen_by_their_numbers(window: MainWindow) -> None:
    page = plan_page(window)
    form = page.activities.activity
    opened(page, "Lokala trygghetsnätverk")
    areas = sheet(page).areas
    form.areas.buttons[areas[5].id].click()
    settle()
    served = {each.area_id: each.main for each in named(page, "Lokala trygghetsnätverk").areas}
    assert served == {areas[1].id: True, areas[5].id: False}
    assert form.areas._told.text() == f"6. {areas[5].title}"
    form.areas.main.activated.emit(5)
    settle()
    served = {each.area_id: each.main for each in named(page, "Lokala trygghetsnätverk").areas}
    assert served == {areas[5].id: True}
    trigger(window, "undo")
    assert "annat område" in window.actions_["redo"].text()


def test_times_and_places_are_added_written_and_removed(window: MainWindow) -> None:
    page = plan_page(window)
    form = page.activities.activity
    opened(page, "Träff med nattvandringsnätverket")
    before = named(page, "Träff med nattvandringsnätverket").occasions
    form.occasions.add.click()
    settle()
    row_id = list(form.occasions.lines)[-1]
    for column, text in enumerate(("12/9", "Folkets hus", "14")):
        field = form.occasions.lines[row_id].entries[column].field
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    made = named(page, "Träff med nattvandringsnätverket").occasions[-1]
    assert (made.date, made.place, made.participants) == (date(2017, 9, 12), "Folkets hus", 14)
    wrong = form.occasions.lines[row_id].entries[2].field
    wrong.setText("många")
    QTest.keyClick(wrong, Qt.Key.Key_Return)
    assert wrong.property("refused")
    QTest.keyClick(wrong, Qt.Key.Key_Escape)
    form.occasions.take_away(row_id)
    settle()
    assert named(page, "Träff med nattvandringsnätverket").occasions == before


def test_links_lead_to_the_place_of_what_they_name(window: MainWindow) -> None:
    page = plan_page(window)
    form = page.activities.activity
    opened(page, "Träff med nattvandringsnätverket")
    before = len(named(page, "Träff med nattvandringsnätverket").links)
    form.links.add.click()
    entry = form.links._entry
    entry.choices["kind"].setCurrentIndex(0)
    entry.choices["kind"].activated.emit(0)
    entry.choices["target"].setCurrentIndex(0)
    target = entry.choices["target"].value()
    entry.accept.click()
    settle()
    links = named(page, "Träff med nattvandringsnätverket").links
    assert len(links) == before + 1
    assert links[-1].meeting_id == target
    way = form.links.findChild(WrappedLine, f"link-{before}")
    assert way is not None
    way.click()
    assert window.shown_page() == "page-meetings"
    assert window.meeting.sheet is not None
    assert window.meeting.sheet.id == target


def test_the_name_of_a_linked_document_is_changed(window: MainWindow) -> None:
    page = plan_page(window)
    activity = "Träff med nattvandringsnätverket"
    form = opened(page, activity)
    links = page.activities.activity.links
    before = named(page, activity).links
    links.add.click()
    entry = links._entry
    kind, title, address = entry.choices["kind"], entry.texts["title"], entry.texts["address"]
    kind.setCurrentIndex(kind.findData(""))
    kind.activated.emit(kind.currentIndex())
    title.setText("Raport")
    entry.accept.click()
    settle()
    way = links.findChild(WrappedLine, f"link-{len(before)}")
    assert way is not None
    way.click()
    assert title.text() == "Raport"
    title.clear()
    entry.accept.click()
    assert title.isVisible()
    title.setText("Rapport")
    address.setText("KS-2017/12")
    entry.accept.click()
    settle()
    changed = named(page, activity).links[len(before) :]
    assert [(each.title, each.address) for each in changed] == [("Rapport", "KS-2017/12")]
    assert not title.isVisible()
    way = links.findChild(WrappedLine, f"link-{len(before)}")
    assert way is not None
    way.click()
    QTest.keyClick(title, Qt.Key.Key_Escape)
    links.add.click()
    assert title.text() == ""
    assert kind.isEnabled()
    assert form.isVisible()


def test_a_refused_name_of_a_document_stays_with_its_sentence(window: MainWindow) -> None:
    page = plan_page(window)
    opened(page, "Träff med nattvandringsnätverket")
    links = page.activities.activity.links
    links.add.click()
    entry = links._entry
    kind, title = entry.choices["kind"], entry.entries["title"]
    kind.setCurrentIndex(kind.findData(""))
    kind.activated.emit(kind.currentIndex())
    title.field.setText("N" * 5_000)
    entry.accept.click()
    settle()
    assert title.refused
    assert title.told.isVisible()
    assert title.field.text() == "N" * 5_000
    QTest.keyClick(title.field, Qt.Key.Key_Escape)
    links.add.click()
    assert not title.refused


def test_a_note_is_added_with_its_day_and_who_wrote_it(window: MainWindow) -> None:
    page = plan_page(window)
    form = page.activities.activity
    opened(page, "Träff med nattvandringsnätverket")
    form.notes.form.texts["text"].setPlainText("Nästa träff blir i mars.")
    form.notes.form.texts["day"].setText("2017-11-02")
    form.notes.form.texts["author"].setText("Catarina Klockerud")
    form.notes.form.accept.click()
    settle()
    note = named(page, "Träff med nattvandringsnätverket").notes[-1]
    assert (note.date, note.author) == (date(2017, 11, 2), "Catarina Klockerud")
    assert note.text == "Nästa träff blir i mars."
    assert not form.notes.typed
    assert form.notes.form.texts["author"].text() == "Catarina Klockerud"
    form.notes.form.accept.click()
    assert form.notes.form.entries["text"].told.text() == "Skriv vad som ska noteras."


def test_a_link_to_a_decision_leads_to_its_row(window: MainWindow) -> None:
    window.meetings.ensurePolished()  # made now, with the meeting that was open last
    sheet = window.meeting.sheet
    assert sheet is not None
    wanted = sheet.items[-1].id
    window.meeting.close()
    plan_page(window).place_asked.emit("agenda_item", wanted)
    assert window.shown_page() == "page-meetings"
    assert window.meeting.sheet is not None
    assert window.meetings.agenda.current_id() == wanted
    assert not window.meetings.go_to("agenda_item", "borta")
