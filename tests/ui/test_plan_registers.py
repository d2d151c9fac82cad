"""Letters, agreements and consultations: made, edited in place, watched, sent."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.plan.terms import AgreementKind, ConsultationState, LetterState
from hubra_desktop.model.records.plan import Letter
from hubra_desktop.model.swedish import short_date
from hubra_desktop.ui.forms.inputs import TextField
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.plan.letters import LetterForm
from hubra_desktop.ui.pages.plan.register_panel import RegisterPanel
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.queries.plan import agreements, consultations, letters_of
from tests.ui.hands import settle, trigger
from tests.ui.plan_hands import choose, plan_page, write


@pytest.fixture
def window(first_page: MainWindow) -> MainWindow:
    return first_page


def panel(window: MainWindow, part: str) -> RegisterPanel:
    page = plan_page(window)
    page.show_part(part)
    return page._registers[part]


def letters(window: MainWindow, year: int = 2017) -> tuple[Letter, ...]:
    with window.desk.read() as reader:
        return letters_of(reader, year)


def test_the_year_s_letters_are_counted_as_sent(window: MainWindow) -> None:
    found = panel(window, "letters")
    assert found.rows.rowCount() == 7
    assert plan_page(window).head.told.text() == "7 av 7 skickade"


def test_a_refused_day_holds_the_row_it_stands_in(window: MainWindow) -> None:
    found = panel(window, "letters")
    first = letters(window)[0].id
    assert found.go_to(first)
    settle()
    field = write(found.form, "deadline", "2017-13-45")
    row = found.view.currentIndex().row()
    place = found.view.visualRect(found.rows.index(row + 1 if row == 0 else row - 1, 0))
    QTest.mouseClick(found.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    settle()
    assert found.form.record.id == found.view.current_id() == first
    assert [index.row() for index in found.view.selectionModel().selectedRows()] == [row]
    assert field.property("refused")
    assert isinstance(field, TextField)
    assert (field.text(), field.hasFocus()) == ("2017-13-45", True)
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_a_letter_is_made_written_and_sent(window: MainWindow) -> None:
    plan_page(window).plan.show(2018)
    trigger(window, "new-letter")
    found = panel(window, "letters")
    form = found.form
    assert isinstance(form, LetterForm)
    assert form.texts["title"].hasFocus()
    write(form, "title", "Trivsel och trygghet")
    form.recipients.add.click()
    settle()
    line = next(iter(form.recipients.lines.values())).entries[0].field
    line.setText("Grannstöd Huddinge")
    QTest.keyClick(line, Qt.Key.Key_Return)
    form.sending.texts["day"].setText("2018-02-30")
    form.sending.accept.click()
    assert [each.name for each in form.sending.refused_entries()] == ["day"]
    assert letters(window, 2018)[0].state is LetterState.PLANNED
    form.sending.texts["day"].setText("2018-02-28")
    form.sending.accept.click()
    settle()
    (letter,) = letters(window, 2018)
    assert (letter.state, letter.sent_on) == (LetterState.SENT, date(2018, 2, 28))
    assert form.sending.refused_entries() == []
    assert not form.sending.accept.isVisible()
    assert not form.recipients.add.isEnabled()
    assert plan_page(window).head.told.text() == "1 av 1 skickade"
    assert "skickat" in window.actions_["undo"].text()
    trigger(window, "undo")
    assert form.sending.accept.isVisible()
    assert form.recipients.add.isEnabled()


def test_a_number_given_twice_is_refused_where_it_is_written(window: MainWindow) -> None:
    plan_page(window).plan.show(2018)
    trigger(window, "new-letter")
    trigger(window, "new-letter")
    form = panel(window, "letters").form
    field = write(form, "number", "1", None)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("refused")
    assert "nummer 1" in field.accessibleDescription()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert [letter.number for letter in letters(window, 2018)] == [1, 2]


def test_another_row_is_shown_only_when_what_is_typed_is_mended(window: MainWindow) -> None:
    plan_page(window).plan.show(2018)
    trigger(window, "new-letter")
    trigger(window, "new-letter")
    found = panel(window, "letters")
    first, second = (letter.id for letter in letters(window, 2018))
    assert found.form.record.id == second
    field = write(found.form, "deadline", "i går", None)
    found.view.choose(first)
    assert found.form.record.id == second
    assert found.view.current_id() == second
    assert field.property("refused")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    found.view.choose(first)
    assert found.form.record.id == first


def test_an_agreement_is_watched_before_it_ends(window: MainWindow) -> None:
    trigger(window, "new-agreement")
    found = panel(window, "agreements")
    form = found.form
    write(form, "title", "IOP med Grannstöd")
    choose(form, "kind", AgreementKind.IOP)
    write(form, "amount_ore", "20 000")
    ends = date.today() + timedelta(days=20)
    write(form, "valid_to", short_date(ends))
    with window.desk.read() as reader:
        made = next(each for each in agreements(reader) if each.title == "IOP med Grannstöd")
    assert (made.kind, made.amount_ore, made.valid_to) == (AgreementKind.IOP, 2_000_000, ends)
    warning = found.findChild(WrappedLine, "agreement-warning-0")
    assert warning is not None
    assert "IOP med Grannstöd" in warning.text()
    found.close_side()
    warning.click()
    assert found.side.isVisible()
    assert form.record.id == made.id


def test_parties_are_known_bodies_or_names(window: MainWindow) -> None:
    trigger(window, "new-agreement")
    found = panel(window, "agreements")
    parties = found.form.lists[0]
    parties.add.click()
    settle()
    line = parties.lines[list(parties.lines)[-1]].entries[0].field
    line.setText("Föreningen Ljuset")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [party.name for party in found.form.record.parties] == ["Föreningen Ljuset"]
    assert found.form.record.parties[0].body_id is None


def test_an_answer_due_before_the_next_meeting_names_the_ways_out(window: MainWindow) -> None:
    trigger(window, "new-consultation")
    found = panel(window, "consultations")
    form = found.form
    write(form, "title", "Riktlinjer mot klotter")
    write(form, "due", short_date(date.today() + timedelta(days=6)))
    ways = form.findChild(type(form.ways), "ways-out")  # type: ignore[attr-defined]
    assert ways is not None
    assert ways.isVisible()
    assert "extra sammanträde" in ways.text()
    assert found.findChild(WrappedLine, "consultation-warning-0") is not None
    choose(form, "state", ConsultationState.ANSWERED)
    assert form.choices["state"].value() is ConsultationState.INCOMING
    assert "vilken dag" in form.choices["state"].accessibleDescription()
    write(form, "answered_on", short_date(date.today()))
    choose(form, "state", ConsultationState.ANSWERED)
    with window.desk.read() as reader:
        (made,) = (each for each in consultations(reader) if each.title.startswith("Riktlinjer"))
    assert made.state is ConsultationState.ANSWERED
    assert not ways.isVisible()


def test_a_row_is_removed_and_brought_back(window: MainWindow) -> None:
    found = panel(window, "agreements")
    count = found.rows.rowCount()
    found.view.choose(found.rows.id_at(count - 1))
    found.view.setFocus()
    trigger(window, "remove-item")
    if found.rows.rowCount() == count:
        assert window.messages.history[-1].text
        return
    assert window.messages.history[-1].action == "undo"
    trigger(window, "undo")
    assert found.rows.rowCount() == count


def test_the_rows_have_the_keys_when_the_record_beside_is_removed(window: MainWindow) -> None:
    found = panel(window, "agreements")
    with window.desk.read() as reader:
        agreement = agreements(reader)[0]
    window.navigation.go_to("agreement", agreement.id)
    settle()
    assert found.form.isVisible()
    found.form.texts["title"].setFocus()
    trigger(window, "remove-item")
    settle()
    assert not found.side.isVisible()
    assert found.rows_view.hasFocus()


def test_a_record_is_found_from_another_page(window: MainWindow) -> None:
    with window.desk.read() as reader:
        agreement = agreements(reader)[0]
    window.navigation.go_to("agreement", agreement.id)
    assert window.shown_page() == "page-plan"
    found = panel(window, "agreements")
    assert found.side.isVisible()
    assert found.form.record.id == agreement.id
    window.navigation.go_to("letter", letters(window)[3].id)
    assert panel(window, "letters").form.record.id == letters(window)[3].id
    assert not plan_page(window).go_to("letter", "borta")
