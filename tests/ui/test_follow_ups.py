"""The part Uppföljning: narrowed, reported on, closed with a reason, put on an agenda, printed."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from hubra_desktop.model.minutes.minutes_terms import FollowUpState
from hubra_desktop.model.records.follow_ups import FollowUp
from hubra_desktop.model.records.meeting import Meeting
from hubra_desktop.ui.action_spec import Needs
from hubra_desktop.ui.main_window import MainWindow
from hubra_desktop.ui.pages.matters.follow_ups_panel import FollowUpsPanel
from hubra_desktop.ui.pages.matters.page import MattersPage
from hubra_desktop.ui.pages.meetings.agenda.parking import TakeUpDialog
from hubra_desktop.work.edits import Store
from hubra_desktop.work.queries.follow_ups import FollowUpRow, follow_up_rows
from hubra_desktop.work.queries.register import today
from tests.ui.hands import items, settle, sheet, trigger
from tests.ui.money import press
from tests.ui.plan_hands import choose

WEEK = timedelta(days=7)


@pytest.fixture
def page(first_page: MainWindow) -> MattersPage:
    first_page.show_page("page-matters")
    shown = first_page._pages.page("page-matters")
    assert isinstance(shown, MattersPage)
    shown.show_part("follow-ups")
    settle()
    return shown


def made(window: MainWindow, **values: Any) -> str:
    changes = window.desk.run(Store(FollowUp(**values)))
    assert changes is not None
    settle()
    return str(changes.created)


def day_of(window: MainWindow) -> date:
    with window.desk.read() as reader:
        return today(reader)


def stored(window: MainWindow, row_id: str) -> FollowUpRow:
    with window.desk.read() as reader:
        return next(row for row in follow_up_rows(reader) if row.id == row_id)


def shown_ids(panel: FollowUpsPanel) -> set[str]:
    return {panel.rows.row_at(place).id for place in range(panel.rows.rowCount())}


def test_the_list_is_narrowed_and_led_into(page: MattersPage, first_page: MainWindow) -> None:
    panel, day = page.follow_ups, day_of(first_page)
    late = made(first_page, text="Sen sak", owner="Polisen", due=day - WEEK)
    done = made(first_page, text="Gjord sak", state=FollowUpState.DONE, done_on=day)
    assert {late} <= shown_ids(panel)
    assert done not in shown_ids(panel)
    panel.which.show_value("late")
    panel.narrow()
    assert shown_ids(panel) == {late}
    panel.search.setText("polis")
    panel.narrow()
    assert shown_ids(panel) == {late}
    assert page.go_to("follow_up", done)
    assert done in shown_ids(panel)
    assert panel.form.record.id == done
    lines = [
        each.text() for each in panel.findChildren(QAbstractButton) if "Sen sak" in each.text()
    ]
    assert any("Fråga Polisen" in each for each in lines)


def test_a_report_is_added_and_the_first_one_begins(
    page: MattersPage, first_page: MainWindow
) -> None:
    row_id = made(first_page, text="Ta fram en plan")
    assert page.follow_ups.go_to(row_id)
    form = page.follow_ups.form
    notes = form.notes  # type: ignore[attr-defined]
    notes.form.entries["text"].field.setPlainText("Planen är på remiss.")
    press(form, "note-accept")
    row = stored(first_page, row_id)
    assert [each.text for each in row.item.reports] == ["Planen är på remiss."]
    assert row.item.state is FollowUpState.ONGOING
    assert not notes.typed


def test_a_state_that_demands_a_reason_waits_for_it(
    page: MattersPage, first_page: MainWindow
) -> None:
    row_id = made(first_page, text="Ta fram en plan")
    page.follow_ups.go_to(row_id)
    form = page.follow_ups.form
    choose(form, "state", "lapsed")
    assert stored(first_page, row_id).open
    assert form.entries["reason"].isVisible()
    assert not first_page.desk.flush_or_say()
    assert form.entries["reason"].refused
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert first_page.desk.flush()
    assert not form.entries["reason"].isVisible()
    choose(form, "state", "lapsed")
    form.entries["reason"].field.setPlainText("Pengarna räckte inte")
    assert form.flush()
    assert stored(first_page, row_id).item.state is FollowUpState.LAPSED
    page.follow_ups.go_to(row_id)
    choose(form, "state", "done")
    assert stored(first_page, row_id).item.done_on is not None


def test_who_has_to_act_is_somebody_of_the_register_or_a_name(
    page: MattersPage, first_page: MainWindow
) -> None:
    row_id = made(first_page, text="Ta fram en plan")
    page.follow_ups.go_to(row_id)
    form = page.follow_ups.form
    with first_page.desk.read() as reader:
        from hubra_desktop.work.queries.people import persons
        from hubra_desktop.work.queries.people_choices import body_choices

        person, (body, body_id) = persons(reader)[0], body_choices(reader)[0]
    for typed, ids in (
        (person.name, (person.id, None)), (body, (None, body_id)), ("Grannarna", (None, None)),
    ):  # fmt: skip
        form.texts["owner"].setText(typed)
        assert form.flush()
        row = stored(first_page, row_id)
        assert row.owner == typed
        assert (row.item.owner_id, row.item.owner_body_id) == ids


def test_it_is_put_on_the_next_agenda_with_one_key_and_offered_there(
    page: MattersPage, first_page: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    row_id = made(first_page, text="Ta fram en plan", owner="Polisen")
    other = made(first_page, text="Bjud in skolan", due=day_of(first_page))
    page.follow_ups.go_to(row_id)
    trigger(first_page, "place-follow-up")
    assert "inget kommande" in first_page.bar._text.text()
    meeting = Meeting(body_id="body-01", date=day_of(first_page) + WEEK, start=930)
    changes = first_page.desk.run(Store(meeting))
    assert changes is not None
    settle()
    assert page.meets() & Needs.WAITING
    trigger(first_page, "place-follow-up")
    settle()
    press(page.follow_ups, "placing-go")
    assert first_page.shown_page() == "page-meetings"
    assert sheet(first_page).id == changes.created
    assert "Ta fram en plan" in items(first_page)[0].note

    def take_up(_: object, rows: Any, day: date, do: Any, followed: Any) -> None:
        dialog = TakeUpDialog(rows, day, None, followed)
        assert row_id not in dialog.entries
        assert dialog.entries[other].field.isChecked()
        dialog.take(dialog.form.read())  # type: ignore[arg-type]
        do(dialog.answer)
        dialog.deleteLater()

    monkeypatch.setattr(TakeUpDialog, "ask", staticmethod(take_up))
    trigger(first_page, "take-up")
    settle()
    assert "Bjud in skolan" in items(first_page)[0].note


def test_the_list_can_be_printed(page: MattersPage) -> None:
    assert page.meets() & Needs.PAPER


def test_the_first_line_leads_to_the_section(page: MattersPage, first_page: MainWindow) -> None:
    with first_page.desk.read() as reader:
        row = next(each for each in follow_up_rows(reader) if each.item.decision_id)
    assert page.go_to("follow_up", row.id)
    press(page.follow_ups.form, "follow-up-origin")
    settle()
    assert first_page.shown_page() == "page-meetings"
    assert sheet(first_page).id == row.meeting_id


def test_a_day_before_the_decision_is_told_of_and_kept(
    page: MattersPage, first_page: MainWindow
) -> None:
    day = day_of(first_page)
    row_id = made(first_page, text="Belysningen", created_on=day, due=day + WEEK)
    assert page.go_to("follow_up", row_id)
    due = page.follow_ups.form.entries["due"]
    assert due.told.text() == ""
    page.follow_ups.form.commit_field("due", day - WEEK, "")
    settle()
    assert due.told.text() == "Det är före dagen för beslutet."
    assert due.told.isVisible()
    assert stored(first_page, row_id).item.due == day - WEEK
