"""The page Ärenden: found, opened, entered, and what waits put on agendas and back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hubra_desktop.model.errors import InputError
from hubra_desktop.model.records.council import BacklogItem, Matter
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.meeting import Item, Meeting
from hubra_desktop.model.terms import BacklogKind, MatterState, MeetingState
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.forms.values import Values
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.matters.page import MattersPage
from hubra_desktop.ui.pages.meetings.agenda.agenda_rows import AgendaColumn, agenda_rows
from hubra_desktop.ui.pages.meetings.agenda.parking import Chosen, ParkDialog, TakeUpDialog
from hubra_desktop.ui.widgets.wrapped_line import WrappedLine
from hubra_desktop.work.edits import Change, Remove, Store
from hubra_desktop.work.queries.backlog import BacklogRow, backlog_rows
from hubra_desktop.work.queries.follow_ups import open_follow_ups
from hubra_desktop.work.queries.matters import MatterRow, matter_rows
from hubra_desktop.work.queries.register import today
from tests.ui.hands import items, settle, sheet, trigger
from tests.ui.money import enter, press, send, type_in
from tests.ui.plan_hands import choose

NUMBER = "KS-2018/451.181"


@pytest.fixture
def page(first_page: MainWindow) -> MattersPage:
    first_page.show_page("page-matters")
    shown = first_page._pages.page("page-matters")
    assert isinstance(shown, MattersPage)
    settle()
    return shown


def rows_of(page: MattersPage) -> list[MatterRow]:
    model = page.list.model
    return [model.row_at(place) for place in range(model.rowCount())]


def shown_numbers(page: MattersPage) -> list[str]:
    return [row.matter.case_number for row in rows_of(page)]


def opened(page: MattersPage) -> str:
    """Open the matter of the source's number."""
    row = next(each for each in rows_of(page) if each.matter.case_number == NUMBER)
    assert page.open(row.id)
    settle()
    return str(row.id)


def lines(page: MattersPage, beginning: str) -> list[WrappedLine]:
    found = page.matter.findChildren(WrappedLine)
    return [each for each in found if each.objectName().startswith(beginning)]


def waiting(window: MainWindow) -> list[BacklogRow]:
    with window.desk.read() as reader:
        return [each for each in backlog_rows(reader) if each.waits]


def coming(window: MainWindow) -> str:
    """Make a meeting that is to come, by the register's own day."""
    with window.desk.read() as reader:
        day = today(reader)
    changes = window.desk.run(Store(Meeting(body_id="body-01", date=day, start=930)))
    assert changes is not None
    assert changes.created is not None
    return changes.created


@pytest.mark.parametrize("typed", ["ks 2018/451", "Dnr KS2018/451.181", "451.181", "berättelse"])
def test_a_matter_is_found_by_number_however_written_and_by_title(
    page: MattersPage, typed: str
) -> None:
    page.list.search.setText(typed)
    page.list.narrow()
    found = shown_numbers(page)
    assert NUMBER in found
    assert len(found) < len(page.list._lines)


def test_the_list_is_narrowed_by_state(page: MattersPage, first_page: MainWindow) -> None:
    before = len(shown_numbers(page))
    row = rows_of(page)[0]
    first_page.desk.run(Change(Matter, row.id, {"state": MatterState.CLOSED}))
    page.list.state.show_value(MatterState.CLOSED)
    page.list.narrow()
    assert len(shown_numbers(page)) == 1 < before


def test_a_matter_is_entered_and_its_number_checked_softly(
    page: MattersPage, first_page: MainWindow
) -> None:
    trigger(first_page, "new-matter")
    form = page.side.form
    assert form is not None
    enter(form, case_number="ks 2018/451.181", title="Igen")
    send(form)
    assert form.entries["case_number"].refused
    enter(form, case_number="nummer saknas")
    assert "Ser inte ut som" in form.entries["case_number"].told.text()
    type_in(form.entries["opened"], "7/3 2018")
    enter(form, closed_on="6/3 2018")
    send(form)
    assert form.entries["closed_on"].refused
    enter(form, closed_on="8/3 2018", responsible="Nils Utomsocknes")
    send(form)
    with first_page.desk.read() as reader:
        row = next(each for each in matter_rows(reader) if each.matter.title == "Igen")
    assert (row.matter.case_number, row.responsible) == ("nummer saknas", "Nils Utomsocknes")
    assert page.open_matter == row.id
    QTest.keyClick(page.matter, Qt.Key.Key_Escape)
    assert not page.open_matter


def test_another_number_is_given_with_its_reason(page: MattersPage) -> None:
    opened(page)
    press(page.matter, "alias-add")
    form = page.side.form
    assert form is not None
    enter(form, case_number="KS-2016/7")
    send(form)
    assert form.entries["reason"].refused
    form.entries["reason"].field.setPlainText("Planens nummer följde med")
    send(form)
    (line,) = lines(page, "matter-alias-")
    assert line.text() == "KS-2016/7 · Planens nummer följde med"
    line.click()
    assert page.side.form is not None
    assert page.side.form.remove.isVisible()


def test_a_line_of_a_matters_life_leads_to_its_place(
    page: MattersPage, first_page: MainWindow
) -> None:
    opened(page)
    line = next(each for each in lines(page, "matter-life-") if "Sammanträde" in each.text())
    assert line.text().startswith("2018-03-07 · ")
    line.click()
    settle()
    assert first_page.shown_page() == "page-meetings"
    assert sheet(first_page).date == date(2018, 3, 7)
    found = first_page.meeting.item(first_page.meetings.agenda.current_id())
    assert found is not None
    assert found.case_number == NUMBER


def test_an_idea_is_put_on_the_next_meeting_with_one_key(
    page: MattersPage, first_page: MainWindow
) -> None:
    meeting = coming(first_page)
    trigger(first_page, "new-backlog_item")
    assert page.parts.shown == "backlog"
    form = page.backlog.form
    row_id = form.record.id
    first_page.desk.run(Change(BacklogItem, row_id, {"title": "Lysning", "duration": 15}))
    settle()
    assert page.meets() & Needs.WAITING
    trigger(first_page, "place-waiting")
    settle()
    assert not page.meets() & Needs.WAITING
    assert not waiting(first_page)
    press(page.backlog, "placing-go")
    assert first_page.shown_page() == "page-meetings"
    assert sheet(first_page).id == meeting
    assert [each.title for each in items(first_page)] == ["Lysning"]
    first_page.desk.undo()
    settle()
    assert [each.title for each in (row.item for row in waiting(first_page))] == ["Lysning"]


def test_it_can_be_put_on_another_meeting_and_dropped(
    page: MattersPage, first_page: MainWindow
) -> None:
    page.show_part("backlog")
    changes = first_page.desk.run(Store(BacklogItem(title="Lysning")))
    assert changes is not None
    assert page.backlog.go_to(str(changes.created))
    trigger(first_page, "place-waiting")
    assert "inget kommande" in first_page.bar._text.text()
    meeting = coming(first_page)
    settle()
    press(page.backlog, "placing-put")
    (row,) = page.backlog._records.values()
    assert row.placed_day is not None
    assert first_page.desk.workspace is not None
    first_page.desk.undo()
    first_page.show_page("page-matters")
    page.backlog.go_to(str(changes.created))
    choose(page.backlog.form, "state", "dropped")
    assert not waiting(first_page)
    assert meeting


def answer_with(monkeypatch: pytest.MonkeyPatch, dialog: type, answer: Callable[..., Any]) -> None:
    monkeypatch.setattr(dialog, "ask", answer)


def test_a_row_is_parked_from_the_agenda_and_taken_up_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = next(each for each in items(window) if each.case_number == NUMBER)
    window.desk.run(Change(Meeting, sheet(window).id, {"state": MeetingState.CALLED}))
    window.meetings.agenda.view.choose(row.id, AgendaColumn.TITLE)

    def park(parent: object, item_id: str, meeting: Meeting, do: Callable[..., None]) -> None:
        dialog = ParkDialog(item_id, meeting)
        dialog.entries["reason"].field.setPlainText("Hinner inte")
        values = dialog.form.read()
        assert values is not None
        dialog.take(values)
        do(dialog.answer)
        dialog.deleteLater()

    answer_with(monkeypatch, ParkDialog, park)
    trigger(window, "park-row")
    (parked,) = waiting(window)
    assert (parked.item.kind, parked.item.reason) == (BacklogKind.PARKED, "Hinner inte")
    found = window.meeting.item(row.id)
    assert found is not None
    assert found.withdrawn

    def take_up(
        parent: object, rows: Any, day: date, do: Callable[..., None], followed: Any
    ) -> None:
        dialog = TakeUpDialog(rows, day)
        assert list(dialog.entries) == [parked.id]
        with pytest.raises(InputError, match="Kryssa för"):
            dialog.take(Values({parked.id: False}))
        assert "från sammanträdet den 7 mars 2018" in dialog.entries[parked.id].spec.hint
        do(Chosen((parked.id,), ()))
        dialog.deleteLater()

    answer_with(monkeypatch, TakeUpDialog, take_up)
    assert window.meeting.open(coming(window))
    trigger(window, "take-up")
    settle()
    (there,) = items(window)
    assert there.carried_from_id == row.id
    shown = agenda_rows(sheet(window), window.meeting.style, (), window.meeting.carried)
    assert "Från sammanträdet den 7 mars 2018" in shown[0].second
    assert not waiting(window)


def test_taking_up_says_when_nothing_waits(window: MainWindow) -> None:
    with window.desk.read() as reader:
        followed = open_follow_ups(reader)
    for each in followed:
        window.desk.run(Remove(FollowUp, each.id))
    trigger(window, "take-up")
    assert "Ingenting väntar" in window.bar._text.text()


def test_who_asked_for_an_item_is_told_in_its_details(window: MainWindow) -> None:
    row = items(window)[0]
    window.desk.run(Change(Item, row.id, {"raised_by": "Åsa Ek"}))
    shown = agenda_rows(sheet(window), window.meeting.style)
    assert "Väckt av Åsa Ek" in shown[0].second
    assert window.meetings.agenda.details.texts["raised_by"].text() == "Åsa Ek"


def test_numbers_of_the_agendas_are_listed_as_matters_with_one_press(
    page: MattersPage, first_page: MainWindow
) -> None:
    assert page.list.list_numbers.isHidden()
    first_page.desk.run(Change(Item, "meeting-01-item-02", {"case_number": "KS-2018/77"}))
    settle()
    assert "1 diarienummer på föredragningslistorna" in page.list.sums.text()
    page.list.list_numbers.click()
    settle()
    assert "KS-2018/77" in shown_numbers(page)
    assert first_page.bar._text.text().startswith("1 ärende lades upp.")
    assert page.list.list_numbers.isHidden()


def test_the_agenda_leads_to_the_matter_of_a_row(window: MainWindow) -> None:
    row = next(each for each in items(window) if each.case_number == NUMBER)
    window.meetings.agenda.view.choose(row.id, AgendaColumn.TITLE)
    trigger(window, "show-matter")
    settle()
    shown = window._pages.page("page-matters")
    assert isinstance(shown, MattersPage)
    assert window.shown_page() == "page-matters"
    assert shown.matter.view is not None
    assert shown.matter.view.row.matter.case_number == NUMBER
    window.show_page("page-meetings")
    window.desk.run(Change(Item, row.id, {"case_number": "KS-2018/78"}))
    trigger(window, "show-matter")
    assert "KS-2018/78" in window.bar._text.text()
    window.desk.run(Change(Item, row.id, {"case_number": ""}))
    trigger(window, "show-matter")
    assert "inget diarienummer" in window.bar._text.text()
